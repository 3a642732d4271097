"""Dates of the Chinese calendar: days that are known from both, what a year does not have, every year in its place."""

import pytest
from in_language import line, read_dates

from tei.languages.lunar import gregorian


@pytest.mark.parametrize(
    ("text", "code", "day"),
    [
        ("道光二十二年七月二十四日", "zh", "1842-08-29"),  # Nanking
        ("咸豐十年九月十一日", "zh", ""),  # 1860/10/24 is longer than its characters
        ("咸丰八年五月初八日", "zh", "1858-06-18"),  # Tientsin
        ("同治五年十一月初一日", "zh", "1866-12-07"),
        ("光緒二十一年三月二十三日", "zh", "1895-04-17"),  # Shimonoseki
        ("光绪廿六年正月元日", "zh", ""),
        ("宣統三年十二月二十五日", "zh", "1912-02-12"),  # after the turn of the year
        ("同治元年閏八月初一日", "zh", "1862-09-24"),
        ("同治元年閏七月初一日", "zh", ""),  # the leap month of that year is the eighth
        ("宣統三年十三月一日", "zh", ""),
        ("大朝鮮國開國四百九十一年七月十七日", "ja", "1882-08-30"),
        ("光緖八年 七月 十七日", "ko", "1882-08-30"),
    ],
)
def test_days(text: str, code: str, day: str) -> None:
    assert [value for _, value in read_dates(text, code)] == ([day] if day else [])


def test_the_whole_date_is_marked() -> None:
    assert read_dates("於同治五年十一月初一日到京。", "zh") == [("同治五年十一月初一日", "1866-12-07")]


@pytest.mark.parametrize(
    "text", ["光緒十二年六月二十日", "光緒十二年六月二十日於天津", "同治五年十一月初一日(1866年12月7日)"]
)
def test_datelines(text: str) -> None:
    assert line(text, "zh").startswith("dateline")


def test_years_follow_each_other_without_a_gap() -> None:
    for year in range(1821, 1912):
        first, following = gregorian(year, 1, 1), gregorian(year + 1, 1, 1)
        assert first is not None
        assert following is not None
        assert (1, 21) <= (first.month, first.day) <= (2, 20)
        days = sum(
            gregorian(year, month, day, leap=leap) is not None
            for leap in (False, True)
            for month in range(1, 13)
            for day in range(1, 31)
        )
        assert days == (following - first).days


def test_a_year_outside_the_table_has_no_days() -> None:
    assert gregorian(1820, 1, 1) is None
    assert gregorian(1913, 1, 1) is None
