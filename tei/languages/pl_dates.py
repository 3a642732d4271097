"""How dates are written in Polish."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year} roku", "{day} {month} {year} r.", "{day} {month} {year} r", "{day} {month} {year}",
        "{day} {month}, {year}", "{day} {month} roku {year}", "{day} {month} roku Pańskiego {year}",
        "{day} dnia miesiąca {month} {year} roku", "{day} dnia miesiąca {month} {year}", "{day} dnia miesiąca {month} roku {year}",
        "{day} miesiąca {month} {year} roku", "{day} miesiąca {month} {year}", "{day} {month}",
        "{month} {year} roku", "{month} {year} r.", "{month} {year}",
        "{relative}", "{cue}{year} roku", "{cue}{year} r.", "{year} roku", "{year} r.", "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}) {month} {year}", "{day} {month}) {year}", "{day}", "{year} roku", "{year} r.", "{year}"),
    months={
        "stycznia": 1, "styczeń": 1, "styczniu": 1, "stycz.": 1,
        "lutego": 2, "luty": 2, "lutym": 2,
        "marca": 3, "marzec": 3, "marcu": 3,
        "kwietnia": 4, "kwiecień": 4, "kwietniu": 4, "kwiet.": 4, "kwietn.": 4,
        "maja": 5, "maj": 5, "maju": 5,
        "czerwca": 6, "czerwiec": 6, "czerwcu": 6, "czerw.": 6,
        "lipca": 7, "lipiec": 7, "lipcu": 7,
        "sierpnia": 8, "sierpień": 8, "sierpniu": 8, "sierp.": 8,
        "września": 9, "wrzesień": 9, "wrześniu": 9, "wrześ.": 9, "wrz.": 9,
        "października": 10, "październik": 10, "październiku": 10, "paźdz.": 10, "paźdz": 10,
        "listopada": 11, "listopad": 11, "listopadzie": 11, "listop.": 11,
        "grudnia": 12, "grudzień": 12, "grudniu": 12, "grudz.": 12,
    },
    day_first=True,
    ordinals=("-go", "go", "-ego", "."),
    range_words=("do", "do dnia", "po", "–", "—", "-"),
    pair_words=("od", "od dnia", "między", "pomiędzy"),
    list_words=("i", "oraz", "(", "/", ",", "lub", "a"),
    lead_words=("dnia", "dn.", "w dniu", "od", "do", "z", "w"),
    year_cues=(
        "w", "od", "do", "po", "przed", "około", "rok", "roku", "w roku", "z roku", "lata", "w latach", "koniec", "początek",
        "wiosną", "latem", "jesienią", "zimą",
    ),
    not_before=(
        "nr", "numer", "artykuł", "artykułu", "art.", "strona", "str.", "s.", "rozdział", "ustęp", "ust.", "punkt", "pkt",
        "paragraf", "§", "część", "tom", "t.", "załącznik", "poz.", "rezolucja", "$", "€",
    ),
    not_after=(
        "osób", "osoby", "ludzi", "mężczyzn", "kobiet", "żołnierzy", "członków", "egzemplarzy", "egz.", "ton", "złotych", "zł",
        "rubli", "marek", "dolarów", "kilometrów", "km", "metrów", "hektarów", "dni", "tygodni", "miesięcy", "lat", "godzin",
        "godz.", "minut", "%", "procent",
    ),
    number_words={
        "i": 0, "tysiąc": 1000, "tysiące": 1000, "tysiąca": 1000, "dwutysięcznego": 2000, "dwa": 2, "sto": 100, "dwieście": 200,
        "trzysta": 300, "czterysta": 400, "pięćset": 500, "sześćset": 600, "siedemset": 700, "osiemset": 800, "ośmset": 800,
        "dziewięćset": 900, "dwadzieścia": 20, "trzydzieści": 30, "czterdzieści": 40, "pięćdziesiąt": 50, "sześćdziesiąt": 60,
        "siedemdziesiąt": 70, "osiemdziesiąt": 80, "dziewięćdziesiąt": 90,
        "pierwszego": 1, "drugiego": 2, "trzeciego": 3, "czwartego": 4, "piątego": 5, "szóstego": 6, "siódmego": 7,
        "ósmego": 8, "dziewiątego": 9, "dziesiątego": 10, "jedenastego": 11, "dwunastego": 12, "trzynastego": 13,
        "czternastego": 14, "piętnastego": 15, "szesnastego": 16, "siedemnastego": 17, "osiemnastego": 18,
        "dziewiętnastego": 19, "dwudziestego": 20, "trzydziestego": 30, "czterdziestego": 40, "pięćdziesiątego": 50,
        "sześćdziesiątego": 60, "siedemdziesiątego": 70, "osiemdziesiątego": 80, "dziewięćdziesiątego": 90,
        "pierwszy": 1, "drugi": 2, "trzeci": 3, "czwarty": 4, "piąty": 5, "szósty": 6, "siódmy": 7, "ósmy": 8, "dziewiąty": 9,
        "dziesiąty": 10, "dwudziesty": 20, "trzydziesty": 30,
    },
    relative_years={"tego roku": 0, "bieżącego roku": 0, "br.": 0, "b.r.": 0, "b. r.": 0, "zeszłego roku": -1, "ubiegłego roku": -1, "przyszłego roku": 1},
    relative_months={"tego miesiąca": 0, "bieżącego miesiąca": 0, "bm.": 0, "b.m.": 0, "b. m.": 0, "zeszłego miesiąca": -1, "ubiegłego miesiąca": -1},
    same_years=("tegoż roku", "tego samego roku"),
    same_months=("tegoż miesiąca", "tego samego miesiąca"),
    beside=frozenset(
        """w we dnia dn dniu na nad pod przy koło roku r m godz godzina godzinie rano wieczorem południe po poniedziałek wtorek środa
        czwartek piątek sobota niedziela dan dano działo się sporządzono podpisano pisan pisano obóz zamek ulica ul""".split()
    ),
)  # fmt: skip
