"""Dates of the calendar of the French Republic, in several languages, as days of the Gregorian calendar."""

from datetime import date

import pytest

from tei.languages import pack_for
from tei.languages.dates import find_dates
from tei.languages.republican import gregorian

# What a perpetual calendar gives: Parise, The Book of Calendars (1982).
PRINTED = [
    ("fr", "le 14 prairial an V", "1797-06-02"),
    ("fr", "18 Brumaire an VIII", "1799-11-09"),
    ("fr", "LE 9 THERMIDOR AN II", "1794-07-27"),
    ("fr", "1er vendémiaire an premier", "1792-09-22"),
    ("fr", "vingt et un nivôse, an deux", "1794-01-10"),
    ("fr", "12 vendémiaire de l’an IV", "1795-10-04"),
    ("fr", "le 5e jour complémentaire an IV", "1796-09-21"),
    ("fr", "le 10 nivose an 14", "1805-12-31"),
    ("en", "10 Germinal, year VI", "1798-03-30"),
    ("nl", "den 3 Messidor jaar 7", "1799-06-21"),
    ("it", "10 termidoro anno V", "1797-07-28"),
]


@pytest.mark.parametrize(("language", "text", "when"), PRINTED)
def test_a_day_of_the_republic_is_a_day_of_ours(language: str, text: str, when: str) -> None:
    assert [match.when for match in find_dates(f"{text}.", pack_for(language).dates)] == [when]


def test_the_whole_date_is_marked() -> None:
    text = "Donné le 14 prairial an V de la République"
    (match,) = find_dates(text, pack_for("fr").dates)
    assert text[match.start : match.end] == "14 prairial an V"


@pytest.mark.parametrize(
    "text", ["brumaire an VIII", "31 brumaire an VIII", "16 floréal an 79", "le 14 prairial", "an V"]
)
def test_what_has_no_one_day_is_left(text: str) -> None:
    assert find_dates(text, pack_for("fr").dates) == ()


def test_each_day_follows_the_one_before_it() -> None:
    """The fourteen years have no gap: a year begins after the fifth complementary day, or the sixth of a leap year."""
    for year in range(1, 14):
        last, next_year = gregorian(year, 13, 5), gregorian(year + 1, 1, 1)
        assert last is not None
        assert next_year is not None
        assert (next_year - last).days == (2 if year in (3, 7, 11) else 1)
    assert gregorian(1, 1, 1) == date(1792, 9, 22)
