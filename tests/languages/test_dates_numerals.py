"""Numbers in digits of any script and in Chinese characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.languages.numerals import fold_digits, number
from tei.languages.zh_dates import DATES as ZH


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一九五八", 1958), ("二〇〇八", 2008), ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21),
        ("三十一", 31), ("廿", 20), ("廿一", 21), ("卅一", 31), ("8", 8), ("1 2", 12), ("二 十 一", 21), ("二一", 21),
    ],
)  # fmt: skip
def test_numerals_are_read_by_digit_or_by_value(text: str, value: int) -> None:
    assert number(text, ZH.numerals, ZH.units) == value


@pytest.mark.parametrize("text", ["", " ", "十十", "二廿", "一二十", "人", "十人", "廿卅"])
def test_characters_that_make_no_number_are_none(text: str) -> None:
    assert number(text, ZH.numerals, ZH.units) is None


@given(st.integers(1, 99))
def test_a_number_written_by_value_is_read_back(value: int) -> None:
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(value, 10)
    written = ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")
    assert number(written, ZH.numerals, ZH.units) == value


@given(st.text())
def test_folding_digits_keeps_length_and_everything_else(text: str) -> None:
    folded = fold_digits(text)
    assert len(folded) == len(text)
    assert all(old == new for old, new in zip(text, folded, strict=True) if not old.isdecimal())
    assert all(new in "0123456789" for old, new in zip(text, folded, strict=True) if old.isdecimal())
