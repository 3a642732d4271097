"""How dates are written in German."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year}",
        "{day} {month}, {year}",
        "{day} {month} anno {year}",
        "{day} {month}",
        "{day} Tag des Monats {month} {year}",
        "{month} {year}",
        "{month} des Jahres {year}",
        "{day} {month} des Jahres {year}",
        "{day} {month} im Jahre {year}",
        "{year} am {day} {month}",
        "{year}, am {day} {month}",
        "{year} den {day} {month}",
        "{relative}",
        "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}) {month} {year}", "{day}.) {month} {year}", "{day} {month}) {year}", "{day}. {month}) {year}", "{day}", "{year}"),
    months={
        "Januar": 1, "Jänner": 1, "Jan.": 1, "Jenner": 1,
        "Februar": 2, "Feber": 2, "Febr.": 2, "Feb.": 2, "Hornung": 2, "Lenzmonat": 3, "Ostermonat": 4, "Wonnemonat": 5, "Brachmonat": 6, "Heumonat": 7,
        "Erntemonat": 8, "Herbstmonat": 9, "Weinmonat": 10, "Wintermonat": 11,
        "März": 3, "Maerz": 3, "Mart.": 3,
        "April": 4, "Apr.": 4,
        "Mai": 5, "May": 5,
        "Juni": 6, "Junius": 6, "Juny": 6, "Jun.": 6,
        "Juli": 7, "Julius": 7, "July": 7, "Jul.": 7,
        "August": 8, "Aug.": 8,
        "September": 9, "Sept.": 9, "Septbr.": 9,
        "Oktober": 10, "October": 10, "Okt.": 10, "Oct.": 10, "Octbr.": 10, "Oktbr.": 10,
        "November": 11, "Nov.": 11, "Novbr.": 11, "Novb.": 11, "Novemb.": 11,
        "7br.": 9, "7bris": 9, "8br.": 10, "8bris": 10, "9br.": 11, "9bris": 11, "Xbr.": 12, "Xbris": 12, "Octob.": 10, "Decemb.": 12, "Septemb.": 9,
        "Dezember": 12, "December": 12, "Dez.": 12, "Dec.": 12, "Decbr.": 12, "Dezbr.": 12, "Christmonat": 12,
        # as archives of the web write that have no capitals
        "januar": 1, "februar": 2, "märz": 3, "maerz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8,
        "september": 9, "oktober": 10, "november": 11, "dezember": 12,
    },
    republican_months={
        "vendémiaire": 1, "vendemiaire": 1, "brumaire": 2, "frimaire": 3, "nivôse": 4, "nivose": 4, "pluviôse": 5,
        "pluviose": 5, "ventôse": 6, "ventose": 6, "germinal": 7, "floréal": 8, "floreal": 8, "prairial": 9,
        "messidor": 10, "thermidor": 11, "fructidor": 12, "jour complémentaire": 13, "complémentaire": 13, "ergänzungstag": 13,
    },
    republican_years=("jahr", "des jahres", "im jahr", "im jahre", "an"),
    day_first=True,
    ordinals=(".", "ten", "sten", "te", "ter"),
    range_words=("bis", "bis zum", "–", "—", "-"),
    pair_words=("vom", "von", "zwischen"),
    list_words=("(", "/", "und", "oder", ",", "und am", "sowie"),
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
    number_words={
        "und": 0, "ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
        "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
        "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40,
        "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100, "tausend": 1000,
        "ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "fünften": 5, "sechsten": 6, "siebenten": 7, "siebten": 7,
        "achten": 8, "neunten": 9, "zehnten": 10, "elften": 11, "zwölften": 12, "dreizehnten": 13, "vierzehnten": 14,
        "fünfzehnten": 15, "sechzehnten": 16, "siebzehnten": 17, "achtzehnten": 18, "neunzehnten": 19, "zwanzigsten": 20,
        "dreißigsten": 30, "dreissigsten": 30,
    },
    relative_years={
        "dieses Jahres": 0, "d. J.": 0, "in diesem Jahr": 0, "letzten Jahres": -1, "vorigen Jahres": -1, "v. J.": -1,
        "nächsten Jahres": 1,
    },
    relative_months={
        "dieses Monats": 0, "d. M.": 0, "vorigen Monats": -1, "v. M.": -1, "nächsten Monats": 1, "n. M.": 1,
    },
    same_years=("desselben Jahres",),
    same_months=("desselben Monats",),
    beside=frozenset(
        """zu in im am an den dem der das d auf bei vor aus montag dienstag mittwoch donnerstag freitag samstag sonnabend
        sonntag uhr früh morgens vormittags mittags nachmittags abends nachts mittag abend nachm vorm geschehen gegeben
        geschrieben datum ausgefertigt und""".split()
    ),
)  # fmt: skip
