"""Whether a text can hold a date: asked of texts with and without signs of a year."""

import pytest

from tei.languages import pack_for
from tei.languages.date_signs import may_hold_year


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "on May 3, 1958"),
        ("en", "the fourth of July, seventeen hundred and seventy-six"),
        ("en", "13 October 19 47"),
        ("fr", "le 14 prairial an V"),
        ("zh", "一九五八年五月三日"),
        ("zh", "民国三年"),
        ("ko", "단기 4290"),
        ("ar", "٣ مايو ١٩٥٨"),
    ],
)
def test_a_year_has_a_sign(lang: str, text: str) -> None:
    assert may_hold_year(text, pack_for(lang).dates, pointing=False)


@pytest.mark.parametrize(
    ("lang", "text", "pointing"),
    [
        ("en", "in May of last year", True),
        ("en", "the 9th inst.", True),
        ("zh", "本月三日", True),
        ("zh", "三日", False),
    ],
)
def test_what_points_at_the_document_has_a_sign_of_its_own(lang: str, text: str, pointing: bool) -> None:
    assert may_hold_year(text, pack_for(lang).dates, pointing=True) == pointing
    assert not may_hold_year(text, pack_for(lang).dates, pointing=False)


@pytest.mark.parametrize(("lang", "text"), [("en", "the two sides met on May 3"), ("zh", "双方于五月三日会谈")])
def test_a_day_without_a_year_is_no_date(lang: str, text: str) -> None:
    assert not may_hold_year(text, pack_for(lang).dates, pointing=False)
