"""How dates are written in Dutch."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year}",
        "{day} {month}, {year}",
        "{day} {month}",
        "{day} dag van {month} {year}",
        "{month} {year}",
        "{relative}",
        "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "januari": 1, "jan.": 1,
        "februari": 2, "febr.": 2, "feb.": 2,
        "maart": 3, "mrt.": 3,
        "april": 4, "apr.": 4,
        "mei": 5,
        "juni": 6,
        "juli": 7,
        "augustus": 8, "aug.": 8,
        "september": 9, "sept.": 9, "sep.": 9,
        "oktober": 10, "october": 10, "okt.": 10,
        "november": 11, "nov.": 11,
        "december": 12, "dec.": 12,
    },
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
    },
    relative_years={"dit jaar": 0, "vorig jaar": -1, "volgend jaar": 1},
    relative_months={"dezer": 0, "deze maand": 0, "vorige maand": -1, "volgende maand": 1},
    same_years=("hetzelfde jaar",),
    same_months=("dezelfde maand",),
)  # fmt: skip
