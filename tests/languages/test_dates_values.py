"""Metadata values that are dates, and the first and last day that a date can mean."""

import pytest

from tei.languages import packs
from tei.languages.base import LanguagePack
from tei.languages.dates import DateMatch, earliest, latest, normalize_date
from tei.languages.en_dates import DATES as EN
from tei.languages.zh_dates import DATES as ZH

PACKS = (
    LanguagePack("en", "English", ("Latn",), dates=EN),
    LanguagePack("zh", "Chinese", ("Hans", "Hant"), dates=ZH),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1958-08-04", "1958-08-04"),
        (" 1958-08-04\n", "1958-08-04"),
        ("1958/08/04", "1958-08-04"),
        ("1958.8.4", "1958-08-04"),
        ("1958-08", "1958-08"),
        ("1958", "1958"),
        ("１９５８", "1958"),
        ("1958-08-04T10:30:00Z", "1958-08-04"),
        ("4 August 1958", "1958-08-04"),
        ("August 4, 1958.", "1958-08-04"),
        ("the 4th of August, 1958", "1958-08-04"),
        ("1958年8月4日", "1958-08-04"),
        ("一九五八年八月四日。", "1958-08-04"),
    ],
)
def test_a_value_that_is_a_date_is_read(text: str, value: str) -> None:
    match = normalize_date(text, PACKS)
    assert match is not None
    assert match.when == value


@pytest.mark.parametrize(
    "text",
    ["", "   ", "unknown", "1958-13-04", "1958-02-30", "1958-00", "58", "3/4/1958", "August 4", "0000", "No. 1958",
     "published August 4, 1958", "August 4, 1958 and May 3, 1959", "August 7 to 3, 1958", "1958-08-04x"],
)  # fmt: skip
def test_a_value_that_is_not_one_possible_date_is_none(text: str) -> None:
    assert normalize_date(text, PACKS) is None


def test_a_metadata_span_keeps_both_ends_and_its_place() -> None:
    match = normalize_date("  July 31 to August 3, 1958", PACKS)
    assert match == DateMatch(2, 27, from_="1958-07-31", to="1958-08-03")


def test_only_the_packs_given_are_asked() -> None:
    assert normalize_date("1958年8月4日", PACKS[:1]) is None
    assert normalize_date("1958-08-04", ()) is not None


@pytest.mark.parametrize(
    ("match", "first", "last"),
    [
        (DateMatch(0, 1, when="1958-08-03"), "1958-08-03", "1958-08-03"),
        (DateMatch(0, 1, when="1956-02"), "1956-02-01", "1956-02-29"),
        (DateMatch(0, 1, when="1900-02"), "1900-02-01", "1900-02-28"),
        (DateMatch(0, 1, when="1958"), "1958-01-01", "1958-12-31"),
        (DateMatch(0, 1, from_="1957-11", to="1958"), "1957-11-01", "1958-12-31"),
        (DateMatch(0, 1, note="impossible"), "", ""),
    ],
)
def test_the_first_and_last_day_follow_from_the_precision(match: DateMatch, first: str, last: str) -> None:
    assert earliest(match) == first
    assert latest(match) == last


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("于一九五八年八月三日。", "1958-08-03"),
        ("昭和二十年八月", "1945-08"),
        ("1958년 8월 3일", "1958-08-03"),
        ("am 3. August 1958", "1958-08-03"),
        ("le 1er août 1958", "1958-08-01"),
        ("3 августа 1958 г.", "1958-08-03"),
        ("1958年8月3日于某城", None),
        ("某城，1958年8月3日", None),
    ],
)
def test_what_is_no_date_as_a_whole_is_told_from_its_ends(text: str, when: str | None) -> None:
    found = normalize_date(text, packs())
    assert (found.when if found else None) == when
