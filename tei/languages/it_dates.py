"""How dates are written in Italian."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year}",
        "{day} {month}, {year}",
        "{day} di {month} {year}",
        "{day} {month} dell’anno {year}",
        "{day} {month} dell'anno {year}",
        "{day} del mese di {month} {year}",
        "{day} giorni del mese di {month} {year}",
        "{year}, il giorno {day} del mese di {month}",
        "{year} il giorno {day} del mese di {month}",
        "{year}, il giorno {day} {month}",
        "{year}, addì {day} {month}",
        "{year} addì {day} {month}",
        "{day} {month}",
        "{month} {year}",
        "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "gennaio": 1, "gen.": 1, "genn.": 1, "gennajo": 1,
        "febbraio": 2, "febbrajo": 2, "febbr.": 2, "feb.": 2,
        "marzo": 3,
        "aprile": 4, "apr.": 4,
        "maggio": 5, "magg.": 5,
        "giugno": 6,
        "luglio": 7,
        "agosto": 8, "ago.": 8,
        "settembre": 9, "sett.": 9, "set.": 9,
        "ottobre": 10, "ott.": 10,
        "novembre": 11, "nov.": 11,
        "7bre": 9, "8bre": 10, "9bre": 11, "Xbre": 12, "xbre": 12,
        "dicembre": 12, "dic.": 12,
    },
    republican_months={
        "vendemmiaio": 1, "vendemmiale": 1, "brumaio": 2, "frimaio": 3, "frimale": 3, "nevoso": 4, "piovoso": 5, "ventoso": 6,
        "germile": 7, "germinale": 7, "fiorile": 8, "floreale": 8, "pratile": 9, "messidoro": 10, "termidoro": 11,
        "fruttidoro": 12, "complementario": 13, "complementare": 13,
    },
    republican_years=("anno", "dell’anno", "dell'anno", "a."),
    day_first=True,
    ordinals=("º", "°"),
    range_words=("al", "a", "fino al", "–", "—", "-"),
    pair_words=("dal", "tra il", "fra il"),
    list_words=("e", "o", ",", "e il", "nonché"),
    lead_words=("il", "del", "dal", "di", "giorno", "addì", "li", "lì"),
    year_cues=("nel", "dal", "prima del", "dopo il", "durante il", "fino al", "l’anno", "anno", "gli anni", "trattato del", "convenzione del", "legge del"),
    not_before=("n.", "nn.", "n°", "numero", "articolo", "articoli", "art.", "pagina", "pag.", "p.", "capitolo", "sezione", "paragrafo", "comma", "allegato", "volume", "vol.", "risoluzione", "$", "€", "lire"),
    not_after=("persone", "uomini", "donne", "soldati", "membri", "copie", "esemplari", "tonnellate", "lire", "dollari", "chilometri", "metri", "ettari", "giorni", "settimane", "mesi", "anni", "minuti", "%", "per cento"),
    number_words={
        "uno": 1, "un": 1, "primo": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8,
        "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
        "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19, "venti": 20, "ventuno": 21, "ventidue": 22,
        "ventitré": 23, "ventiquattro": 24, "venticinque": 25, "ventisei": 26, "ventisette": 27, "ventotto": 28,
        "ventinove": 29, "trenta": 30, "trentuno": 31, "trentotto": 38, "quarantuno": 41, "quarantotto": 48, "cinquantuno": 51, "cinquantotto": 58,
        "sessantuno": 61, "sessantotto": 68, "settantuno": 71, "settantotto": 78, "ottantuno": 81, "ottantotto": 88,
        "novantuno": 91, "novantotto": 98, "quaranta": 40, "cinquanta": 50, "sessanta": 60,
        "settanta": 70, "ottanta": 80, "novanta": 90, "cento": 100, "ottocento": 800, "novecento": 900, "mille": 1000,
        "millenovecento": 1900, "milleottocento": 1800,
    },
    relative_years={"quest’anno": 0, "l’anno scorso": -1, "l’anno prossimo": 1},
    same_years=("stesso anno",),
    same_months=("stesso mese",),
    beside=frozenset(
        """a ad in il lo la le di del della dal da lì li addì dì giorno lunedì martedì mercoledì giovedì venerdì sabato
        domenica ore ora mattina sera pomeriggio notte mezzogiorno mezzanotte dato data fatto firmato scritto quartier
        generale quartiere campo palazzo via e presso""".split()
    ),
)  # fmt: skip
