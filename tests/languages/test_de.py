"""German: dates, lines of a signature, people, metadata, a letter."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

LETTER = """Lissabon, den 3. Mai 1961

Sehr geehrter Herr Minister!

Der Hafen ist seit dem 1. April 1961 wieder geöffnet, und die Schiffe beider Länder werden dort aufgenommen.

Mit vorzüglicher Hochachtung
gez. Dr. Anna von Autor
Handelsministerin
"""


@pytest.mark.parametrize(
    "text",
    [
        "Die beiden Regierungen haben folgende Artikel vereinbart",
        "Vertrag über Freundschaft und Handel",
        "Notenwechsel zwischen den Regierungen",
        "Brief an den Minister",
        "Der Hafen ist seit Mai geöffnet.",
    ],
)
def test_german_is_told_from_other_languages(text: str) -> None:
    assert language_of(text) == "de"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den 21. April 1953", [("21. April 1953", "1953-04-21")]),
        ("3. Oktober 1990 und 1. Mai 1991", [("3. Oktober 1990", "1990-10-03"), ("1. Mai 1991", "1991-05-01")]),
        ("vom 3. bis 7. August 1958", [("3. bis 7. August 1958", "1958-08-03/1958-08-07")]),
        ("am 3. und 5. August 1958", [("3.", "1958-08-03"), ("5. August 1958", "1958-08-05")]),
        ("1.5.1958", [("1.5.1958", "1958-05-01")]),
        ("im Jahre 1953", [("1953", "1953")]),
        ("1. Jänner 1901", [("1. Jänner 1901", "1901-01-01")]),
        ("Artikel 1. Mai", []),
        ("am 1. Mai", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geschehen zu Lissabon am 21. April 1953", "dateline placeName=Lissabon"),
        ("Frankfurt am Main, den 21. April 1953", "dateline placeName=Frankfurt am Main"),
        ("Für die Regierung der Portugiesischen Republik:", "party orgName=Regierung der Portugiesischen Republik"),
        ("Für die Bundesregierung", "party orgName=Bundesregierung"),
        ("gez. Autor", "name signature-mark=gez. persName=Autor"),
        ("Bundesminister des Auswärtigen", "role roleName=Bundesminister des Auswärtigen"),
        ("Der Handelsminister, Karl von Autor", "person roleName=Der Handelsminister persName=Karl von Autor"),
        ("Hochachtungsvoll", "valediction"),
        ("Der Hafen ist offen.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "de") == expected


def test_people_in_a_list() -> None:
    text = "Herr Karl Autor, Minister für Handel; Frau Anna zu Berg, Direktorin der Häfen; und General Otto Schreiber, Botschafter."
    assert [[part for part in person if part[0] == "persName"] for person in people(text, "de")] == [
        [("persName", "Karl Autor")],
        [("persName", "Anna zu Berg")],
        [("persName", "Otto Schreiber")],
    ]


def test_metadata_lines() -> None:
    source = edition_of("Titel: Der Hafen\nVerfasser: Karl Autor\nZeitung: Das Blatt\n\nDer Hafen ist offen.").source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "Der Hafen"),
        ("author", "Karl Autor"),
        ("journal", "Das Blatt"),
    ]


def test_a_letter() -> None:
    edition = annotated(LETTER)
    assert [version.lang for version in edition.versions] == ["de"]
    roles = [block.role.value for block in edition.versions[0].blocks()]
    assert roles == ["dateline", "salute", "p", "salute", "signed"]
    assert dates(edition) == [("3. Mai 1961", "1961-05-03"), ("1. April 1961", "1961-04-01")]
    assert names(edition, "persName") == ["Anna von Autor"]
    assert names(edition, "roleName") == ["Dr.", "Handelsministerin"]
