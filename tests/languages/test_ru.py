"""Russian: dates, lines of a signature, people, metadata, a statement."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

STATEMENT = """Совместное заявление

С 1 по 3 мая 1961 года в Лиссабоне состоялись переговоры между двумя правительствами о рыболовстве в заливе.

Порт будет открыт для судов обеих стран.

За Правительство Португальской Республики:
Министр торговли И. Авторов
(подпись) П. И. Писарев

г. Лиссабон, 3 мая 1961 г.
"""


@pytest.mark.parametrize(
    "text", ["Оба Правительства договорились о нижеследующем", "Договор о дружбе", "Порт открыт с мая."]
)
def test_russian_is_recognised(text: str) -> None:
    assert language_of(text) == "ru"


def test_ukrainian_is_not_taken_for_russian() -> None:
    text = (
        "Обидва уряди вирішили провести переговори про відкриття порту та рибальство у водах затоки, а в місті "
        "зібралася комісія, яка протягом місяця вивчала це питання."
    )
    assert language_of(text) == "uk"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21 апреля 1953 г.", [("21 апреля 1953 г.", "1953-04-21")]),
        ("14 февраля 1950 года", [("14 февраля 1950 года", "1950-02-14")]),
        ("3-го августа 1958 года", [("3-го августа 1958 года", "1958-08-03")]),
        ("с 31 июля по 3 августа 1958 года", [("31 июля по 3 августа 1958 года", "1958-07-31/1958-08-03")]),
        ("май 1953 г.", [("май 1953 г.", "1953-05")]),
        ("в 1958 году", [("1958 году", "1958")]),
        ("1953–1955 гг.", [("1953–1955 гг.", "1953/1955")]),
        ("01.05.1958", [("01.05.1958", "1958-05-01")]),
        ("№ 12 мая", []),
        ("1958 рублей", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("г. Лиссабон, 21 апреля 1953 г.", "dateline placeName=Лиссабон"),
        ("Совершено в городе Лиссабоне 21 апреля 1953 года", "dateline placeName=Лиссабоне"),
        ("За Правительство Португальской Республики:", "party orgName=Правительство Португальской Республики"),
        ("(подпись) И. Авторов", "name signature-mark=(подпись) persName=И. Авторов"),
        ("М. П. Авторов", "name persName=М. П. Авторов"),
        ("Министр иностранных дел", "role roleName=Министр иностранных дел"),
        ("Министр торговли И. Авторов", "person roleName=Министр торговли persName=И. Авторов"),
        ("Маршал Н. Писарев", "name rank=Маршал persName=Н. Писарев"),
        ("С уважением,", "valediction"),
        ("Порт открыт.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "ru") == expected


def test_people_in_a_list() -> None:
    text = "Иван Авторов, министр торговли; и генерал Пётр Писарев, начальник порта."
    assert people(text, "ru") == [
        [("persName", "Иван Авторов"), ("roleName", "министр торговли")],
        [("rank", "генерал"), ("persName", "Пётр Писарев"), ("roleName", "начальник порта")],
    ]


def test_metadata_lines() -> None:
    source = edition_of("Название: Порт\nАвтор: Иван Авторов\nДата: 3 мая 1958 г.\n\nПорт открыт.").source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "Порт"),
        ("author", "Иван Авторов"),
        ("date", "3 мая 1958 г."),
    ]


def test_a_statement() -> None:
    edition = annotated(STATEMENT)
    assert [version.lang for version in edition.versions] == ["ru"]
    assert dates(edition) == [("1 по 3 мая 1961 года", "1961-05-01/1961-05-03"), ("3 мая 1961 г.", "1961-05-03")]
    assert names(edition, "persName") == ["И. Авторов", "П. И. Писарев"]
