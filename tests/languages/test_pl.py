"""Polish: told from its neighbours, dates, lines of a signature, people, metadata, a letter and a treaty."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

TREATY = """# Umowa o handlu i żegludze

Rząd Republiki Arlandii i Rząd Królestwa Brennii, pragnąc utrwalić przyjaźń, która łączy oba państwa, postanowiły co następuje.

Artykuł 1

Statki obu stron będą przyjmowane we wszystkich portach drugiej strony.

Artykuł 2

Niniejsza umowa wejdzie w życie z dniem podpisania.

Sporządzono w Gdyni dnia 21 kwietnia 1931 roku, w dwóch egzemplarzach.

Za Rząd Republiki Arlandii:
(podpis) Jan Pisarski
"""

LETTER = """Zamość, dnia 3 maja 1920 r.

Kochana Mamo!

Piszę do Ciebie z obozu, gdzie stoimy już od tygodnia. Zdrowie mi służy, tylko chleba jest mało, a drogi są złe.

Całuję rączki Mamy
Staszek
"""


@pytest.mark.parametrize(
    "text",
    [
        "Obie strony postanowiły, że będą nadal rozwijać współpracę i że spotkają się ponownie.",
        "Umowa między rządami obu państw",
        "Kochana Mamo! Piszę do Ciebie z obozu, gdzie stoimy od tygodnia, tylko chleba jest mało.",
    ],
)
def test_polish_is_told(text: str) -> None:
    assert language_of(text) == "pl"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Obě vlády se rozhodly vést jednání o otevření přístavu, které se konají v městě, kde se sešla komise.", "cs"),
        ("Os dois governos decidiram na cidade do porto", "pt"),
        ("Gli ambasciatori delle due parti non hanno ancora firmato la convenzione.", "it"),
    ],
)
def test_neighbours_are_not_taken_for_polish(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dnia 3 maja 1861 r.", [("3 maja 1861 r.", "1861-05-03")]),
        ("21 kwietnia 1953 roku", [("21 kwietnia 1953 roku", "1953-04-21")]),
        ("w dniu 1-go września 1939", [("1-go września 1939", "1939-09-01")]),
        (
            "trzeciego maja tysiąc dziewięćset dwudziestego roku",
            [("trzeciego maja tysiąc dziewięćset dwudziestego roku", "1920-05-03")],
        ),
        ("od 3 do 7 sierpnia 1958", [("3 do 7 sierpnia 1958", "1958-08-03/1958-08-07")]),
        ("3.5.1958", [("3.5.1958", "1958-05-03")]),
        ("3 V 1861", [("3 V 1861", "1861-05-03")]),
        ("w październiku 1956", [("październiku 1956", "1956-10")]),
        ("od 1957 roku", [("1957 roku", "1957")]),
        ("artykuł 3 maja", []),
        ("1920 żołnierzy", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "pl") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warszawa, dnia 21 kwietnia 1953 r.", "dateline placeName=Warszawa"),
        ("Sporządzono w Gdyni dnia 21 kwietnia 1931 roku, w dwóch egzemplarzach.", "dateline placeName=Gdyni"),
        ("Dan w Zamościu, 3 maja 1861 r.", "dateline placeName=Zamościu"),
        ("Za Rząd Królestwa Brennii:", "party orgName=Rząd Królestwa Brennii"),
        ("(podpis) Jan Pisarski", "name signature-mark=(podpis) persName=Jan Pisarski"),
        ("(-) Jan Pisarski", "name signature-mark=(-) persName=Jan Pisarski"),
        ("Minister Spraw Zagranicznych", "role roleName=Minister Spraw Zagranicznych"),
        ("Z poważaniem", "valediction"),
        ("Port jest otwarty.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "pl") == expected


def test_people_in_a_list() -> None:
    text = "Pan Jan Pisarski, Minister Handlu; oraz Anna Nowacka, Dyrektor Portów."
    assert people(text, "pl") == [
        [("rank", "Pan"), ("persName", "Jan Pisarski"), ("roleName", "Minister Handlu")],
        [("persName", "Anna Nowacka"), ("roleName", "Dyrektor Portów")],
    ]


def test_metadata_lines() -> None:
    source = edition_of(
        "Tytuł: Port\nData wydania: 3 maja 1958 r.\nŹródło: Gazeta Portowa\n\nPort jest otwarty."
    ).source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "Port"),
        ("date", "3 maja 1958 r."),
        ("journal", "Gazeta Portowa"),
    ]


def test_a_treaty() -> None:
    edition = annotated(TREATY)
    assert [version.lang for version in edition.versions] == ["pl"]
    assert dates(edition) == [("21 kwietnia 1931 roku", "1931-04-21")]
    assert (edition.header.creation.when, edition.header.creation.place) == ("1931-04-21", "Gdyni")
    assert (names(edition, "orgName")[-1:], names(edition, "persName")) == (
        ["Rząd Republiki Arlandii"],
        ["Jan Pisarski"],
    )


def test_a_letter() -> None:
    edition = annotated(LETTER)
    (version,) = edition.versions
    assert [block.role.value for block in version.blocks()] == ["dateline", "salute", "p", "salute", "signed"]
    assert (edition.header.creation.when, edition.header.creation.place) == ("1920-05-03", "Zamość")
    assert names(edition, "persName") == ["Staszek"]
