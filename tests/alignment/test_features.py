"""Anchors: what survives translation."""

import pytest

from tei.alignment.features import ideographic_number, text_features
from tei.model.inline import Date, Text
from tei.model.span import Span


@pytest.mark.parametrize(
    ("run", "number"),
    [
        ("一九五八", 1958),
        ("二〇〇一", 2001),
        ("二十一", 21),
        ("廿一", 21),
        ("十二", 12),
        ("三百零五", 305),
        ("三百万", 3_000_000),
        ("一亿三千万", 130_000_000),
        ("一万二千亿", 1_200_000_000_000),
        ("三万亿", 3_000_000_000_000),
        ("万亿", 1_000_000_000_000),
    ],
)
def test_a_run_of_ideographic_numerals_is_read(run: str, number: int) -> None:
    assert ideographic_number(run) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.3亿人", "130 million people"),
        ("一九五八年", "in 1958"),
        ("１２人", "12 people"),
        ("八千八百四十八米", "8,848 metres"),
        ("三百万吨", "3,000,000 tons"),
        ("加入WTO后", "after joining the WTO"),
        ("Mme Curie", "von MME CURIE"),
    ],
)
def test_the_two_sides_of_a_translation_share_an_anchor(one: str, other: str) -> None:
    assert text_features(one).anchors & text_features(other).anchors


@pytest.mark.parametrize(("one", "other"), [("12人", "13 people"), ("一个问题", "1 question"), ("1985", "1958")])
def test_different_numbers_and_single_numerals_are_no_shared_anchor(one: str, other: str) -> None:
    assert not text_features(one).anchors & text_features(other).anchors


def test_dates_marked_in_the_text_are_anchors() -> None:
    span = Span("f", 0, 1)
    one = Date((Text("x", span),), from_="1958-07-31", to="1958-08-03")
    assert {"@1958-07-31", "@1958-08-03"} <= text_features("x", (one,)).anchors


def test_size_counts_what_is_not_white_space() -> None:
    assert text_features(" a b\u3000c\n").size == 3


def test_a_very_long_run_of_numerals_is_no_number() -> None:
    assert text_features("一" * 5000).anchors == frozenset()
    assert text_features("1" * 5000).anchors == {"#" + "1" * 5000}
