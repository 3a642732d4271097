"""Telling offices, ranks and names apart, in words that no source uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.languages import pack_for
from tei.languages.people import people_in_row, split_people, split_person
from tei.languages.person_parts import PersonParts, is_letterspaced, squeeze

EN, ZH = pack_for("en"), pack_for("zh")


def pieces(text: str, parts: PersonParts) -> list[tuple[str, str]]:
    return [(part.tag, text[part.start : part.end]) for part in parts.parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister of Trade, Ann Author,", [("roleName", "Minister of Trade"), ("persName", "Ann Author")]),
        ("Ann Author, Minister of Trade", [("persName", "Ann Author"), ("roleName", "Minister of Trade")]),
        ("Ambassador Carl van Dyke", [("roleName", "Ambassador"), ("persName", "Carl van Dyke")]),
        ("Minister of Trade, Admiral J. R. Baker.", [("roleName", "Minister of Trade"), ("rank", "Admiral"), ("persName", "J. R. Baker")]),
        (
            "Vice Premier and Minister of Ports and Shipping, Ann Author",
            [("roleName", "Vice Premier"), ("roleName", "Minister of Ports and Shipping"), ("persName", "Ann Author")],
        ),
        ("Ann B. Author", [("persName", "Ann B. Author")]),
        ("Dr. Ann O’Hara-Smith", [("rank", "Dr."), ("persName", "Ann O’Hara-Smith")]),
        ("Secretary of the Harbour Committee", [("roleName", "Secretary of the Harbour Committee")]),
    ],
)  # fmt: skip
def test_english_description_is_split(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text, split_person(text, EN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贸易部长李大明", [("roleName", "贸易部长"), ("persName", "李大明")]),
        ("航运部副部长兼渔业局局长王小红，", [("roleName", "航运部副部长"), ("roleName", "渔业局局长"), ("persName", "王小红")]),
        ("国防部长王小红上将", [("roleName", "国防部长"), ("persName", "王小红"), ("rank", "上将")]),
        ("驻葡萄牙大使安·巴·卡尔瓦略。", [("roleName", "驻葡萄牙大使"), ("persName", "安·巴·卡尔瓦略")]),
        ("貿易部長李大明", [("roleName", "貿易部長"), ("persName", "李大明")]),
        ("李大明", [("persName", "李大明")]),
        ("欧阳小红", [("persName", "欧阳小红")]),
        ("李 大 明", [("persName", "李 大 明")]),
        ("贸 易 部 长", [("roleName", "贸 易 部 长")]),
        ("李大明主席", [("persName", "李大明"), ("roleName", "主席")]),
        ("贸易部长", [("roleName", "贸易部长")]),
        ("贸易部长金相国", [("roleName", "贸易部长"), ("persName", "金相国")]),
    ],
)  # fmt: skip
def test_chinese_description_is_split(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text, split_person(text, ZH)) == expected


@pytest.mark.parametrize(
    "text",
    ["the boats were raised", "Nothing more was said of it", "a committee settles what is left", "the ports of Lisbon"],
)
def test_english_prose_has_no_person(text: str) -> None:
    assert split_person(text, EN).name is None


@pytest.mark.parametrize("text", ["双方交换了意见", "码头已经关闭了", "在友好的气氛中进行的"])
def test_chinese_prose_has_no_sure_person(text: str) -> None:
    assert split_person(text, ZH).certainty < 0.5


@pytest.mark.parametrize("text", ["", " ", "，", ",", ".", "·", "12", "—", "兼", "and", ", and ,"])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_what_is_no_description_gives_nothing(text: str, code: str) -> None:
    assert split_person(text, pack_for(code)).name is None


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("部长主席兼、，·李王明 A.,;Minister of"), st.characters(codec="utf-8")),
        max_size=40,
    )
)
def test_parts_lie_in_the_text_in_order_and_apart(text: str) -> None:
    for pack in (EN, ZH):
        parts = split_person(text, pack)
        assert 0.0 <= parts.certainty <= 1.0
        borders = [offset for part in parts.parts for offset in (part.start, part.end)]
        assert borders == sorted(borders)
        assert all(0 <= part.start < part.end <= len(text) for part in parts.parts)
        assert [part for part in parts.parts if text[part.start : part.end].strip() == ""] == []


def people(text: str, code: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(text[start:end], pieces(text, parts)) for start, end, parts in split_people(text, pack_for(code))]


def test_people_in_running_english_text_keep_their_separators() -> None:
    text = "Ann Author, Minister of Trade; Captain J. R. Baker, Director of Ports; and Carl van Dyke, Ambassador."
    assert people(text, "en") == [
        ("Ann Author, Minister of Trade;", [("persName", "Ann Author"), ("roleName", "Minister of Trade")]),
        (
            " Captain J. R. Baker, Director of Ports;",
            [("rank", "Captain"), ("persName", "J. R. Baker"), ("roleName", "Director of Ports")],
        ),
        (" and Carl van Dyke, Ambassador.", [("persName", "Carl van Dyke"), ("roleName", "Ambassador")]),
    ]


def test_people_in_running_chinese_text_keep_offices_that_a_separator_parts_from_the_name() -> None:
    text = "贸易部长、渔业局局长李大明、航运部副部长王小红。"
    assert people(text, "zh") == [
        ("贸易部长、渔业局局长李大明、", [("roleName", "贸易部长"), ("roleName", "渔业局局长"), ("persName", "李大明")]),
        ("航运部副部长王小红。", [("roleName", "航运部副部长"), ("persName", "王小红")]),
    ]  # fmt: skip


def test_english_offices_before_names_parted_by_commas_alone() -> None:
    text = "Minister of Trade, Ann Author, Director of Ports, Bo Baker, and Ambassador, Carl van Dyke."
    assert [name for _, found in people(text, "en") for tag, name in found if tag == "persName"] == [
        "Ann Author",
        "Bo Baker",
        "Carl van Dyke",
    ]


def test_things_in_a_list_are_no_people() -> None:
    assert people("工厂、人民公社、文化科学机关和名胜古迹。", "zh") == []
    assert people("the harbours, the mills, and the school of music.", "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("李 大 明", True), ("A N N", True), ("李大 明", False), ("李", False), ("- - -", False), ("Ann B", False), ("", False)],
)  # fmt: skip
def test_letterspaced_text_has_a_space_between_all_characters(text: str, expected: bool) -> None:
    assert is_letterspaced(text) is expected


@given(st.text(max_size=30))
def test_squeeze_says_where_each_character_stood(text: str) -> None:
    squeezed, offsets = squeeze(text)
    assert "".join(text[offset] for offset in offsets) == squeezed
    assert not any(character.isspace() for character in squeezed)
    assert len(squeezed) == sum(not character.isspace() for character in text)


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("zh", "贸易部长 李大明 渔业部长 王小红", ["贸易部长 李大明", "渔业部长 王小红"]),
        (
            "ko",
            "남도공화국 대통령 김저자 북도공화국 총리 박필자",
            ["남도공화국 대통령 김저자", "북도공화국 총리 박필자"],
        ),
        ("zh", "贸易部长 李大明", []),
        ("zh", "李大明 王小红", []),  # without offices any two words look like names
        ("zh", "贸易部长 李大明 渔业部长", []),
        ("en", "Minister Ann Author Minister Bo Baker", []),
        ("zh", "", []),
    ],
)
def test_people_that_follow_each_other_in_a_line_are_parted(code: str, text: str, people: list[str]) -> None:
    assert [text[start:end] for start, end in people_in_row(text, pack_for(code))] == people
