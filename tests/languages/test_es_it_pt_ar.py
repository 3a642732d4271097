"""Spanish, Italian, Portuguese and Arabic: languages told, dates, datelines, signatures, articles, a whole treaty."""

import pytest
from in_language import edition_of, language_of, line, read_dates

from tei.languages import pack_for
from tei.structure.levels import article_number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Las diferencias que surjan entre las Partes serán sometidas a arbitraje.", "es"),
        ("Tratado de paz y de amistad con los Estados vecinos", "es"),
        ("I consoli non possono essere arrestati né detenuti, salvo che per delitti gravi.", "it"),
        ("Convenzione consolare tra il Regno e la Repubblica", "it"),
        ("Ficou decidido que uma comissão mista será criada para o desenvolvimento do comércio.", "pt"),
        ("Os dois governantes verificaram com satisfação a coincidência dos seus pontos de vista.", "pt"),
        ("وقد أجرى الجانبان محادثات سادتها روح المودة والتفاهم", "ar"),
        ("Les deux Gouvernements sont convenus de la paix", "fr"),
    ],
)
def test_each_is_told_from_its_neighbours(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "el 14 de marzo de 1931", [("14 de marzo de 1931", "1931-03-14")]),
        ("es", "1º de mayo de 1958", [("1º de mayo de 1958", "1958-05-01")]),
        ("it", "il 9 luglio 1922", [("9 luglio 1922", "1922-07-09")]),
        ("it", "articolo 9", []),
        ("pt", "8 de agosto de 1975", [("8 de agosto de 1975", "1975-08-08")]),
        ("ar", "14 مارس 1931", [("14 مارس 1931", "1931-03-14")]),
    ],
)
def test_dates(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "Hecho en Puerto Velda, el 14 de marzo de 1931.", "dateline placeName=Puerto Velda"),
        ("es", "Por la República de Arlandia:", "party orgName=República de Arlandia"),
        ("es", "(Firmado) Joaquín Ortega", "name signature-mark=(Firmado) persName=Joaquín Ortega"),
        ("es", "Ministro de Relaciones Exteriores", "role roleName=Ministro de Relaciones Exteriores"),
        ("es", "El puerto está abierto.", "other"),
        ("it", "Fatto a Porto Velda, il 9 luglio 1922, in due esemplari.", "dateline placeName=Porto Velda"),
        ("it", "Per il Regno di Brennia:", "party orgName=Regno di Brennia"),
        ("it", "Per questo il porto rimane aperto", "other"),
        ("pt", "Porto Velda, 8 de agosto de 1975", "dateline placeName=Porto Velda"),
        ("pt", "Pela República de Kelda:", "party orgName=República de Kelda"),
        ("ar", "في 14 مارس 1931", "dateline"),
    ],
)
def test_lines(code: str, text: str, expected: str) -> None:
    assert line(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text", "n"),
    [
        ("es", "Artículo 1º", "1"),
        ("it", "ARTICOLO II", "II"),
        ("pt", "Artigo 3", "3"),
        ("ar", "المادة الأولى", "الأولى"),
    ],
)
def test_labels_of_articles(code: str, text: str, n: str) -> None:
    assert article_number(text, pack_for(code)) == n


def test_a_spanish_treaty() -> None:
    edition = edition_of(
        "TRATADO DE AMISTAD\n\nLos dos Gobiernos han convenido en lo siguiente:\n\nArtículo 1\n\n"
        "Habrá paz perpetua entre las dos Repúblicas.\n\nArtículo 2\n\nEste Tratado entrará en vigor en la fecha de su firma.\n\n"
        "Hecho en Velda, el 14 de marzo de 1931.\n\nPor la República de Kelda:\n(Firmado) Luis Peralta\n"
    )
    (version,) = edition.versions
    assert version.lang == "es"
    assert [block.text for block in version.blocks() if block.role == "signed"] == [
        "Por la República de Kelda:\n(Firmado) Luis Peralta"
    ]


def test_arabic_is_told_by_the_article_that_is_written_in_one_with_its_word() -> None:
    text = "رحب وزراء خارجية المملكة والجمهورية بالدعوة التي وجهها الرئيس لوقف القصف والبدء بتنفيذ بنود الاتفاق وتسليم الإدارة للجنة المحلية"
    assert language_of(text) == "ar"
    assert (
        language_of(
            "این قرارداد در تهران به امضا رسید و از روز امضا لازم الاجرا است و برای مدت ده سال خواهد بود که تمدید می شود"
        )
        == "fa"
    )
