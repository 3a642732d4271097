"""How dates are written in Dutch."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year}",
        "{day} {month}, {year}",
        "{day} {month}",
        "{day} dag van {month} {year}",
        "{day} {month} des jaars {year}",
        "{day} {month} van het jaar {year}",
        "{day} {month} in het jaar {year}",
        "{year}, den {day} {month}",
        "{month} {year}",
        "{relative}",
        "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "januari": 1, "january": 1, "januarij": 1, "januarius": 1, "jan.": 1,
        "februari": 2, "february": 2, "februarij": 2, "februarius": 2, "febr.": 2, "feb.": 2,
        "maart": 3, "maert": 3, "meert": 3, "mrt.": 3,
        "april": 4, "apr.": 4,
        "mei": 5, "mey": 5, "meij": 5, "may": 5,
        "juni": 6, "juny": 6, "junij": 6, "junius": 6,
        "juli": 7, "july": 7, "julij": 7, "julius": 7,
        "augustus": 8, "augusti": 8, "augusty": 8, "oogst": 8, "aug.": 8,
        "september": 9, "sept.": 9, "sep.": 9,
        "oktober": 10, "october": 10, "okt.": 10, "oct.": 10, "octob.": 10,
        "november": 11, "nov.": 11, "novemb.": 11,
        "december": 12, "dec.": 12, "decemb.": 12,
    },
    republican_months={
        "vendémiaire": 1, "vendemiaire": 1, "brumaire": 2, "frimaire": 3, "nivôse": 4, "nivose": 4, "pluviôse": 5,
        "pluviose": 5, "ventôse": 6, "ventose": 6, "germinal": 7, "floréal": 8, "floreal": 8, "prairial": 9,
        "messidor": 10, "thermidor": 11, "fructidor": 12, "jour complémentaire": 13, "complémentaire": 13, "aanvullende dag": 13,
    },
    republican_years=("jaar", "van het jaar", "het jaar", "an"),
    day_first=True,
    ordinals=("e", "de", "ste", "den", "sten"),
    range_words=("tot", "tot en met", "t/m", "–", "—", "-"),
    pair_words=("van", "tussen"),
    list_words=("en", "of", ",", "en op", "alsmede"),
    lead_words=("van", "op", "de", "den", "in"),
    year_cues=(
        "in", "sinds", "vóór", "voor", "na", "tijdens", "tot", "sedert", "vanaf", "het jaar", "de jaren", "eind",
        "begin", "zomer van", "herfst van", "winter van", "verdrag van", "wet van", "grondwet van",
    ),
    not_before=(
        "no.", "nr.", "nrs.", "no", "nr", "nummer", "artikel", "artikelen", "art.", "pagina", "blz.", "p.", "hoofdstuk",
        "paragraaf", "lid", "bijlage", "deel", "vol.", "resolutie", "$", "€", "ƒ",
    ),
    not_after=(
        "personen", "mannen", "vrouwen", "soldaten", "leden", "exemplaren", "ton", "gulden", "dollar", "kilometer",
        "meter", "hectare", "dagen", "weken", "maanden", "jaar", "jaren", "uur", "minuten", "%", "procent",
    ),
    number_words={
        "en": 0, "ën": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
        "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
        "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
        "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90, "honderd": 100, "duizend": 1000, "eerste": 1,
        "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9,
        "tiende": 10, "elfde": 11, "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15, "zestiende": 16,
        "zeventiende": 17, "achttiende": 18, "negentiende": 19, "twintigste": 20, "dertigste": 30,
        "eersten": 1, "tweeden": 2, "derden": 3, "vierden": 4, "vijfden": 5, "zesden": 6, "zevenden": 7,
        "achtsten": 8, "negenden": 9, "tienden": 10, "elfden": 11, "twaalfden": 12, "dertienden": 13,
        "veertienden": 14, "vijftienden": 15, "zestienden": 16, "zeventienden": 17, "achttienden": 18,
        "negentienden": 19, "twintigsten": 20, "dertigsten": 30,
    },
    relative_years={"dit jaar": 0, "vorig jaar": -1, "volgend jaar": 1},
    relative_months={"dezer": 0, "deze maand": 0, "vorige maand": -1, "volgende maand": 1},
    same_years=("hetzelfde jaar",),
    same_months=("dezelfde maand",),
    beside=frozenset(
        """te in op aan bij den de het d s boord avonds middags nachts maandag dinsdag woensdag donderdag vrijdag zaterdag zondag uur morgens
        voormiddag middag namiddag avond nacht gedaan gegeven geschreven dezen heden actum en hoofdkwartier""".split()
    ),
)  # fmt: skip
