"""Which writing system a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.languages.scripts import (
    han_script,
    is_simplified_only,
    is_traditional_only,
    main_script,
    script_of,
    to_simplified,
    to_traditional,
)


@pytest.mark.parametrize(
    ("character", "script"),
    [("a", "Latn"), ("é", "Latn"), ("Ａ", "Latn"), ("山", "Hani"), ("の", "Kana"), ("한", "Hang"), ("ж", "Cyrl"), ("λ", "Grek"),
     ("ش", "Arab"), ("1", ""), ("，", ""), (" ", ""), ("〇", "")],
)  # fmt: skip
def test_script_of_a_character(character: str, script: str) -> None:
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The mill by the river", "Latn"),
        ("河边的水磨", "Hani"),
        ("COVID-19 疫情期间停止的服务", "Hani"),  # 7 Latin letters, 11 Han characters
        ("水車は川のそばにある", "Kana"),
        ("물레방아는 강가에 있다 水車", "Hang"),
        ("мельница у реки", "Cyrl"),
        ("1958-08-03", ""),
        ("", ""),
    ],
)
def test_main_script_of_a_text(text: str, script: str) -> None:
    assert main_script(text) == script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("会谈是在友好的气氛中进行的", "Hans"),
        ("會談是在友好的氣氛中進行的", "Hant"),
        ("会談是在友好的气氛中进行的，双方交換了意见", "Hans"),
        ("山上有人", ""),  # the same in both
        ("The mill", ""),
    ],
)
def test_han_script_is_measured(text: str, script: str) -> None:
    assert han_script(text) == script


def test_characters_of_one_script_alone() -> None:
    assert is_traditional_only("談")
    assert not is_traditional_only("谈")
    assert is_simplified_only("谈")
    assert not is_simplified_only("談")
    assert not is_simplified_only("山")
    assert not is_simplified_only("麽")  # in GB 2312, and traditional nevertheless
    assert not is_simplified_only("é")  # in GB 2312 as well: a letter of pinyin
    assert not is_traditional_only("山")
    assert not is_simplified_only("后")  # a traditional character too: empress


def test_conversion_knows_words() -> None:
    assert to_simplified("皇后在後面") == "皇后在后面"
    assert to_traditional("皇后在后面") == "皇后在後面"


@given(
    st.text(
        alphabet=st.one_of(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), st.characters(codec="utf-8")),
        max_size=40,
    )
)
def test_conversion_keeps_every_character_in_its_place(text: str) -> None:
    assert len(to_simplified(text)) == len(text)
    assert len(to_traditional(text)) == len(text)


@pytest.mark.parametrize("text", ["皇后在后面\n了解发展", "了\x00解", "𠀀𪚥", "a\u0301\u200d"])
def test_conversion_keeps_odd_characters(text: str) -> None:
    assert len(to_simplified(text)) == len(text)
