"""How dates are written in German."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year}",
        "{day} {month}, {year}",
        "{day} {month}",
        "{day} Tag des Monats {month} {year}",
        "{month} {year}",
        "{month} des Jahres {year}",
        "{relative}",
        "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "Januar": 1, "Jänner": 1, "Jan.": 1,
        "Februar": 2, "Feber": 2, "Febr.": 2, "Feb.": 2,
        "März": 3, "Maerz": 3,
        "April": 4, "Apr.": 4,
        "Mai": 5,
        "Juni": 6,
        "Juli": 7,
        "August": 8, "Aug.": 8,
        "September": 9, "Sept.": 9,
        "Oktober": 10, "October": 10, "Okt.": 10,
        "November": 11, "Nov.": 11,
        "Dezember": 12, "December": 12, "Dez.": 12,
    },
    day_first=True,
    ordinals=(".", "ten", "sten", "te", "ter"),
    range_words=("bis", "bis zum", "–", "—", "-"),
    pair_words=("vom", "von", "zwischen"),
    list_words=("und", "oder", ",", "und am", "sowie"),
    lead_words=("vom", "am", "dem", "zum", "den", "im"),
    year_cues=(
        "seit", "vor", "nach", "bis", "im Jahre", "im Jahr", "Jahre", "Jahr", "Jahren", "in", "Ende", "Anfang", "Mitte",
        "Sommer", "Herbst", "Winter", "Frühjahr", "Vertrag von", "Gesetz von", "Verfassung von",
    ),
    not_before=(
        "Nr.", "No.", "Nummer", "Artikel", "Artikeln", "Art.", "§", "§§", "Seite", "S.", "Kapitel", "Absatz", "Abs.",
        "Anlage", "Band", "Bd.", "Resolution", "$", "€",
    ),
    not_after=(
        "Personen", "Menschen", "Männer", "Frauen", "Soldaten", "Mitglieder", "Exemplare", "Tonnen", "Mark", "Dollar",
        "Kilometer", "Meter", "Hektar", "Tage", "Tagen", "Wochen", "Monate", "Monaten", "Jahre", "Jahren", "Uhr",
        "Stunden", "Minuten", "%", "Prozent", "v. H.",
    ),
    relative_years={
        "dieses Jahres": 0, "d. J.": 0, "in diesem Jahr": 0, "letzten Jahres": -1, "vorigen Jahres": -1, "v. J.": -1,
        "nächsten Jahres": 1,
    },
    relative_months={
        "dieses Monats": 0, "d. M.": 0, "vorigen Monats": -1, "v. M.": -1, "nächsten Monats": 1, "n. M.": 1,
    },
    same_years=("desselben Jahres",),
    same_months=("desselben Monats",),
)  # fmt: skip
