"""Ukrainian: told from its neighbours, dates, lines of a signature, people, metadata, a letter and a treaty."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

TREATY = """# Угода про торгівлю і мореплавство

Уряд Республіки Арландії та Уряд Королівства Бреннії, бажаючи зміцнити дружбу між обома державами, домовилися про таке.

Стаття 1

Кораблі обох сторін прийматимуться в усіх портах другої сторони.

Стаття 2

Ця угода набуває чинності від дня її підписання.

Вчинено в Одесі 21 квітня 1931 року, у двох примірниках.

За Уряд Республіки Арландії:
(підпис) Іван Писаренко
"""

LETTER = """Табір під Замостям, 3 травня 1920 р.

Дорога Мамо!

Пишу Вам із табору, де ми стоїмо вже тиждень. Здоров'я мені служить, тільки хліба мало, а дороги погані.

Цілую Вас щиро
Степан
"""


@pytest.mark.parametrize(
    "text",
    [
        "Обидві сторони вирішили, що й надалі будуть розвивати співпрацю та зустрінуться знову.",
        "Угода про торгівлю і мореплавство",
        "Дорогий друже! Пишу тобі з табору, де ми стоїмо вже тиждень.",
    ],
)
def test_ukrainian_is_told(text: str) -> None:
    assert language_of(text) == "uk"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Правительства обеих стран договорились о нижеследующем", "ru"),
        ("Договор о торговле и мореплавании", "ru"),
        (
            "Абодва ўрады вырашылі правесці перамовы пра адкрыццё порта і рыбалоўства ў водах заліва, а ў горадзе сабралася "
            "камісія, якая на працягу месяца вывучала гэта пытанне.",
            "be",
        ),
    ],
)
def test_neighbours_are_not_taken_for_ukrainian(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 травня 1861 р.", [("3 травня 1861 р.", "1861-05-03")]),
        ("21 квітня 1953 року", [("21 квітня 1953 року", "1953-04-21")]),
        ("«3» травня 1995 р.", [("3» травня 1995 р.", "1995-05-03")]),
        ("дня 1-го листопада 1918", [("1-го листопада 1918", "1918-11-01")]),
        (
            "третього травня тисяча дев’ятсот двадцятого року",
            [("третього травня тисяча дев’ятсот двадцятого року", "1920-05-03")],
        ),
        ("з 3 до 7 серпня 1958 року", [("3 до 7 серпня 1958 року", "1958-08-03/1958-08-07")]),
        ("3.5.1958", [("3.5.1958", "1958-05-03")]),
        ("у жовтні 1956 року", [("жовтні 1956 року", "1956-10")]),
        ("стаття 3 травня", []),
        ("1920 вояків", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "uk") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("м. Київ, 21 квітня 1953 р.", "dateline placeName=Київ"),
        ("Вчинено в Одесі 21 квітня 1931 року, у двох примірниках.", "dateline placeName=Одесі"),
        ("Дано у Львові, 3 травня 1861 року.", "dateline placeName=Львові"),
        ("За Уряд Королівства Бреннії:", "party orgName=Уряд Королівства Бреннії"),
        ("(підпис) Іван Писаренко", "name signature-mark=(підпис) persName=Іван Писаренко"),
        ("Міністр закордонних справ", "role roleName=Міністр закордонних справ"),
        ("З повагою", "valediction"),
        ("Порт відкрито.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "uk") == expected


def test_people_in_a_list() -> None:
    text = "Пан Іван Писаренко, Міністр торгівлі; та Ганна Портова, Директор портів."
    assert people(text, "uk") == [
        [("rank", "Пан"), ("persName", "Іван Писаренко"), ("roleName", "Міністр торгівлі")],
        [("persName", "Ганна Портова"), ("roleName", "Директор портів")],
    ]


def test_metadata_lines() -> None:
    source = edition_of(
        "Назва: Порт\nДата публікації: 3 травня 1958 р.\nДжерело: Портова газета\n\nПорт відкрито."
    ).source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "Порт"),
        ("date", "3 травня 1958 р."),
        ("journal", "Портова газета"),
    ]


def test_a_treaty() -> None:
    edition = annotated(TREATY)
    assert [version.lang for version in edition.versions] == ["uk"]
    assert dates(edition) == [("21 квітня 1931 року", "1931-04-21")]
    assert (edition.header.creation.when, edition.header.creation.place) == ("1931-04-21", "Одесі")
    assert (names(edition, "orgName")[-1:], names(edition, "persName")) == (
        ["Уряд Республіки Арландії"],
        ["Іван Писаренко"],
    )


def test_a_letter() -> None:
    edition = annotated(LETTER)
    (version,) = edition.versions
    assert [block.role.value for block in version.blocks()] == ["dateline", "salute", "p", "salute", "signed"]
    assert edition.header.creation.when == "1920-05-03"
    assert names(edition, "persName") == ["Степан"]
