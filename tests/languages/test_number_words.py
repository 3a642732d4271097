"""Dates whose day or year is in words, in each language that writes them so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_language import read_dates

from tei.languages import pack_for
from tei.languages.number_words import fold_number_words, value_of

EN = pack_for("en").dates


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "twenty-first", 21),
        ("en", "one thousand nine hundred and fifty-one", 1951),
        ("en", "Eighteen Hundred and Sixty two", 1862),
        ("fr", "vingt et un", 21),
        ("fr", "mil neuf cent quatre-vingt-dix-neuf", 1999),
        ("de", "neunzehnhundertdreiundfünfzig", 1953),
        ("de", "tausendachthunderteinundsiebzig", 1871),
        ("nl", "negentienhonderd drieënvijftig", 1953),
        ("ru", "тысяча девятьсот пятьдесят третьего", 1953),
    ],
)
def test_value_of_a_number_in_words(code: str, text: str, value: int) -> None:
    assert value_of(text, pack_for(code).dates.number_words) == value


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "this first day of May, one thousand nine hundred and sixty-one.",
         [("first day of May, one thousand nine hundred and sixty-one", "1961-05-01")]),
        ("en", "the twelfth day of May in the year of our Lord eighteen hundred and sixty two",
         [("twelfth day of May in the year of our Lord eighteen hundred and sixty two", "1862-05-12")]),
        ("en", "the first to the third of May, 1961", [("first to the third of May, 1961", "1961-05-01/1961-05-03")]),
        ("en", "May the fifth, 1961", [("May the fifth, 1961", "1961-05-05")]),
        ("fr", "le vingt et un avril mil neuf cent cinquante-trois",
         [("vingt et un avril mil neuf cent cinquante-trois", "1953-04-21")]),
        ("de", "am einundzwanzigsten April neunzehnhundertdreiundfünfzig",
         [("einundzwanzigsten April neunzehnhundertdreiundfünfzig", "1953-04-21")]),
        ("nl", "de eenentwintigste april 1953", [("eenentwintigste april 1953", "1953-04-21")]),
        ("ru", "двадцать первого апреля 1953 года", [("двадцать первого апреля 1953 года", "1953-04-21")]),
        ("en", "one or two ships came in May 1961", [("May 1961", "1961-05")]),
        ("en", "She came second in May 1961.", [("May 1961", "1961-05")]),
        ("en", "the forty-first of May, 1961", [("May, 1961", "1961-05")]),
        ("en", "two thousand men", []),
        ("en", "one thousand nine hundred ships", []),
    ],
)  # fmt: skip
def test_dates_in_words(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, code) == expected


@given(
    st.lists(st.sampled_from([*EN.number_words, "May", "May ", " ", "-", "day of ", "x", "١", "\n", "é"]), max_size=30)
)
def test_folding_moves_no_character(pieces: list[str]) -> None:
    text = "".join(pieces)
    folded, ends = fold_number_words(text, EN)
    assert len(folded) == len(text)
    assert all(new == old or new in "0123456789 " for new, old in zip(folded, text, strict=True))
    assert all(start < end <= len(text) and not folded[start:end].strip() for start, end in ends.items() if start < end)


def test_a_language_without_number_words_is_left_alone() -> None:
    assert fold_number_words("first of May", pack_for("zh").dates) == ("first of May", {})
