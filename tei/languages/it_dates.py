"""How dates are written in Italian."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=("{day} {month} {year}", "{day} {month}", "{month} {year}", "{cue}{year}"),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "gennaio": 1, "gen.": 1,
        "febbraio": 2, "febbr.": 2, "feb.": 2,
        "marzo": 3,
        "aprile": 4, "apr.": 4,
        "maggio": 5, "magg.": 5,
        "giugno": 6,
        "luglio": 7,
        "agosto": 8, "ago.": 8,
        "settembre": 9, "sett.": 9, "set.": 9,
        "ottobre": 10, "ott.": 10,
        "novembre": 11, "nov.": 11,
        "dicembre": 12, "dic.": 12,
    },
    day_first=True,
    ordinals=("º", "°"),
    range_words=("al", "a", "fino al", "–", "—", "-"),
    pair_words=("dal", "tra il", "fra il"),
    list_words=("e", "o", ",", "e il", "nonché"),
    lead_words=("il", "del", "dal", "di", "giorno", "addì", "li", "lì"),
    year_cues=("nel", "dal", "prima del", "dopo il", "durante il", "fino al", "l’anno", "anno", "gli anni", "trattato del", "convenzione del", "legge del"),
    not_before=("n.", "nn.", "n°", "numero", "articolo", "articoli", "art.", "pagina", "pag.", "p.", "capitolo", "sezione", "paragrafo", "comma", "allegato", "volume", "vol.", "risoluzione", "$", "€", "lire"),
    not_after=("persone", "uomini", "donne", "soldati", "membri", "copie", "esemplari", "tonnellate", "lire", "dollari", "chilometri", "metri", "ettari", "giorni", "settimane", "mesi", "anni", "ore", "minuti", "%", "per cento"),
    number_words={
        "uno": 1, "un": 1, "primo": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8,
        "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
        "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19, "venti": 20, "ventuno": 21, "ventidue": 22,
        "ventitré": 23, "ventiquattro": 24, "venticinque": 25, "ventisei": 26, "ventisette": 27, "ventotto": 28,
        "ventinove": 29, "trenta": 30, "trentuno": 31, "quaranta": 40, "cinquanta": 50, "sessanta": 60,
        "settanta": 70, "ottanta": 80, "novanta": 90, "cento": 100, "ottocento": 800, "novecento": 900, "mille": 1000,
        "millenovecento": 1900, "milleottocento": 1800,
    },
    relative_years={"quest’anno": 0, "l’anno scorso": -1, "l’anno prossimo": 1},
    same_years=("stesso anno",),
    same_months=("stesso mese",),
)  # fmt: skip
