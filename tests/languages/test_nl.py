"""Dutch: dates, lines of a signature, people, metadata, a treaty in two languages of one script."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

TREATY = """# Traité de commerce entre les deux pays

Les deux Gouvernements sont convenus de ce qui suit.

Les navires des deux pays seront reçus dans tous les ports.

Fait à Lisbonne, le 21 avril 1961.

Pour le Gouvernement du Royaume de Suède :
J. AUTEUR

# Handelsverdrag tussen de beide landen

De beide Regeringen zijn het volgende overeengekomen.

De schepen van de beide landen zullen in alle havens worden toegelaten.

Gedaan te Lissabon, 21 april 1961.

Voor de Regering van het Koninkrijk Zweden:
J. AUTEUR
"""


@pytest.mark.parametrize(
    "text",
    [
        "De beide Regeringen zijn het volgende overeengekomen",
        "Verdrag van vriendschap",
        "Notawisseling tussen de Regeringen",
        "Het vraagstuk van de haven",
        "Protocol betreffende de handel",
    ],
)
def test_dutch_is_told_from_other_languages(text: str) -> None:
    assert language_of(text) == "nl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21 April 1953", [("21 April 1953", "1953-04-21")]),
        ("den 20sten Juni 1957", [("20sten Juni 1957", "1957-06-20")]),
        ("de 3de mei 1953", [("3de mei 1953", "1953-05-03")]),
        ("van 3 tot 7 augustus 1958", [("3 tot 7 augustus 1958", "1958-08-03/1958-08-07")]),
        ("1 mei 1958 en 3 juni 1959", [("1 mei 1958", "1958-05-01"), ("3 juni 1959", "1959-06-03")]),
        ("3-5-1958", [("3-5-1958", "1958-05-03")]),
        ("sinds 1957", [("1957", "1957")]),
        ("artikel 3 mei", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "nl") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gedaan te Lissabon, 21 april 1953.", "dateline placeName=Lissabon"),
        ("'s-Gravenhage, 21 April 1953", "dateline placeName='s-Gravenhage"),
        ("Voor de Regering van het Koninkrijk Zweden:", "party orgName=Regering van het Koninkrijk Zweden"),
        ("(w.g.) J. de Schrijver", "name signature-mark=(w.g.) persName=J. de Schrijver"),
        ("W. G. Schrijver", "name persName=W. G. Schrijver"),
        ("Minister van Buitenlandse Zaken", "role roleName=Minister van Buitenlandse Zaken"),
        ("J. van der Meer, Minister van Handel", "person persName=J. van der Meer roleName=Minister van Handel"),
        ("De Onderminister, Anna Schrijver", "person roleName=De Onderminister persName=Anna Schrijver"),
        ("Hoogachtend,", "valediction"),
        ("De haven is open.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "nl") == expected


def test_people_in_a_list() -> None:
    text = "Mr. Jan de Schrijver, Minister van Handel; en Anna van Dijk, Directeur der Havens."
    assert people(text, "nl") == [
        [("rank", "Mr."), ("persName", "Jan de Schrijver"), ("roleName", "Minister van Handel")],
        [("persName", "Anna van Dijk"), ("roleName", "Directeur der Havens")],
    ]


def test_metadata_lines() -> None:
    source = edition_of("Titel: De haven\nDatum: 3 mei 1958\nBron: Het Blad\n\nDe haven is open.").source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "De haven"),
        ("date", "3 mei 1958"),
        ("journal", "Het Blad"),
    ]


def test_versions_in_two_languages_of_one_script() -> None:
    edition = annotated(TREATY)
    assert [version.lang for version in edition.versions] == ["fr", "nl"]
    assert [len(list(version.blocks())) for version in edition.versions] == [5, 5]
    assert dates(edition) == [("21 avril 1961", "1961-04-21"), ("21 april 1961", "1961-04-21")]
    assert names(edition, "persName") == ["J. AUTEUR", "J. AUTEUR"]
