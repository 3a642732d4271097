"""French: dates, lines of a signature, people, metadata, a whole treaty."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

TREATY = """Traité de commerce

Le Gouvernement de la République portugaise et le Gouvernement du Royaume de Suède sont convenus de ce qui suit :

Article 1er

Les navires des deux pays seront reçus dans tous les ports.

Article 2

Le présent Traité entrera en vigueur le 1er mai 1961.

Fait à Lisbonne, le 21 avril 1961.

Pour le Gouvernement de la République portugaise :
J. AUTEUR
Pour le Gouvernement du Royaume de Suède :
(Signé) Anne d’Estang
"""


@pytest.mark.parametrize(
    "text",
    [
        "Les deux Gouvernements sont convenus des articles suivants.",
        "Traité d’amitié",
        "Lettre au Ministre",
        "Communiqué sur les entretiens",
        "Il n’a pas été possible de conclure l’accord.",
    ],
)
def test_french_is_told_from_other_languages(text: str) -> None:
    assert language_of(text) == "fr"


def test_spanish_is_not_taken_for_french() -> None:
    text = (
        "Los dos gobiernos han acordado celebrar conversaciones sobre la apertura del puerto y la pesca en las aguas "
        "de la bahía, y en la ciudad se reunió una comisión que estudió la cuestión durante un mes."
    )
    assert language_of(text) == "es"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 21 avril 1953", [("21 avril 1953", "1953-04-21")]),
        ("Le 1er mai 1958", [("1er mai 1958", "1958-05-01")]),
        ("PARIS, LE 3 AOÛT 1958", [("3 AOÛT 1958", "1958-08-03")]),
        ("3 août 1958 et 2 fevrier 1959", [("3 août 1958", "1958-08-03"), ("2 fevrier 1959", "1959-02-02")]),
        ("du 3 au 7 août 1958", [("3 au 7 août 1958", "1958-08-03/1958-08-07")]),
        ("du 28 juin au 3 juillet 1958", [("28 juin au 3 juillet 1958", "1958-06-28/1958-07-03")]),
        ("01/05/1958", [("01/05/1958", "1958-05-01")]),
        ("en 1958", [("1958", "1958")]),
        ("le 5 mai", []),
        ("1958 personnes", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fait à Lisbonne, le 1er mai 1953", "dateline placeName=Lisbonne"),
        ("La Haye, le 21 avril 1953", "dateline placeName=La Haye"),
        (
            "Pour le Gouvernement de la République portugaise :",
            "party orgName=Gouvernement de la République portugaise",
        ),
        ("(Signé) AUTEUR", "name signature-mark=(Signé) persName=AUTEUR"),
        ("Signé : Jean Auteur", "name signature-mark=Signé : persName=Jean Auteur"),
        ("Ministre des Affaires étrangères", "role roleName=Ministre des Affaires étrangères"),
        ("Le Ministre du Commerce, Jean Auteur", "person roleName=Le Ministre du Commerce persName=Jean Auteur"),
        ("Le ministre du commerce Jean Auteur", "person roleName=Le ministre du commerce persName=Jean Auteur"),
        ("Général Anne d’Estang", "name rank=Général persName=Anne d’Estang"),
        ("Veuillez agréer, Monsieur, l’assurance de ma haute considération.", "valediction"),
        ("Le port est ouvert.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "fr") == expected


def test_people_in_a_list() -> None:
    text = "M. Jean Auteur, Ministre du Commerce; et Mme Anne de la Tour, Directrice des Ports."
    assert people(text, "fr") == [
        [("rank", "M."), ("persName", "Jean Auteur"), ("roleName", "Ministre du Commerce")],
        [("rank", "Mme"), ("persName", "Anne de la Tour"), ("roleName", "Directrice des Ports")],
    ]


def test_metadata_lines() -> None:
    source = edition_of("Titre : Le port\nAuteur : Jean Auteur\nLangue : français\n\nLe port est ouvert.").source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "Le port"),
        ("author", "Jean Auteur"),
        ("language", "français"),
    ]


def test_a_treaty() -> None:
    edition = annotated(TREATY)
    assert [version.lang for version in edition.versions] == ["fr"]
    assert [d.n for d in edition.versions[0].content if hasattr(d, "n") and d.type == "article"] == ["1", "2"]
    assert dates(edition) == [("1er mai 1961", "1961-05-01"), ("21 avril 1961", "1961-04-21")]
    assert names(edition, "persName") == ["J. AUTEUR", "Anne d’Estang"]
