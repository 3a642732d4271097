"""Datelines in other calendars, in brief, in both calendars, and in sentences; lines that are none."""

import pytest

from tei.languages import pack_for
from tei.languages.dates import dateline_words, find_dates, words_for_dateline
from tei.structure.shapes import Shape, line_shape

LINES = [
    ("zh", "光緒三十一年八月初三日（1905年9月1日）", "1905-09-01"),
    ("zh", "回历一三四〇年七月三日（公历1922年3月2日）", "1922-03-02"),
    ("zh", "民國二十五年三月五日（農曆二月十二日）", "1936-03-05"),
    ("zh", "廿五年三月五日", "1936-03-05"),
    ("zh", "二八、二、二五（自昆明發）", "1939-02-25"),
    ("zh", "本协定于一九五七年十一月八日在北京签订，共两份。", "1957-11-08"),
    ("ja", "明治五年十一月三日（1872年12月3日）", "1872-12-03"),
    ("ja", "千九百六十一年五月十二日に東京で、本書二通を作成した。", "1961-05-12"),
    ("en", "Peking, 31st year of Kwang-hsü, 8th moon, 3d day (September 1, 1905).", "1905-09-01"),
    ("en", "Cairo, 3 Rajab 1340 (March 2, 1922)", "1922-03-02"),
    ("en", "Washington, March 27 (April 8), 1898.", "1898-04-08"),
    ("en", "Moscow, 12 (24) March 1880", "1880-03-24"),
    ("ru", "С.-Петербург, 12/24 марта 1880 г.", "1880-03-24"),
    ("fr", "Moscou, le 27 mars (8 avril) 1898", "1898-04-08"),
    ("en", "Washington, Monday [December 8, 1919], 8:15 a.m.", "1919-12-08"),
    ("en", "7, Queen Street, Lisbon, E. C., July 26th, 1892.", "1892-07-26"),
    ("en", "Done at Lisbon, in duplicate, this 12th day of May, 1861.", "1861-05-12"),
    ("en", "Signed at the Swedish Legation at Lisbon July 18th 1925", "1925-07-18"),
]


@pytest.mark.parametrize(("language", "line", "when"), LINES)
def test_a_dateline_and_its_first_value(language: str, line: str, when: str) -> None:
    pack = pack_for(language)
    assert line_shape(line, pack).shape is Shape.DATELINE
    assert next(date.when for date in find_dates(line, dateline_words(pack.dates)) if date.when) == when


@pytest.mark.parametrize(("language", "line"), [("en", "Rutland. July. 27"), ("en", "Oct— 6th 95"), ("zh", "七、四。")])
def test_a_dateline_of_no_year_has_no_value(language: str, line: str) -> None:
    pack = pack_for(language)
    assert line_shape(line, pack).shape is Shape.DATELINE
    assert not find_dates(line, dateline_words(pack.dates))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Report of the Committee (March 2, 1922)"),
        ("en", "The second meeting took place on May 3, 1861, in Lisbon, and lasted two hours."),
        ("zh", "五八、二、二五号房间"),
        ("zh", "1961年5月12日，码头关闭。"),
    ],
)
def test_no_dateline(language: str, line: str) -> None:
    assert line_shape(line, pack_for(language)).shape is not Shape.DATELINE


def test_a_lunar_date_has_no_gregorian_value() -> None:
    assert not find_dates("农历八月十五日，回历一三四〇年七月三日", pack_for("zh").dates)


def test_dates_a_few_days_apart_are_two() -> None:
    dates = find_dates("May 3 (May 5), 1900", pack_for("en").dates)
    assert [date.when for date in dates] == ["1900-05-03", "1900-05-05"]


@pytest.mark.parametrize(
    "line", ["二八、二、二五", "二八，二，二五于某城", "七、四", "船、网最多的", "一九五八年八月三日", "今天、昨天", ""]
)
def test_the_cheap_test_for_brief_dates_changes_no_reading(line: str) -> None:
    words = pack_for("zh").dates
    assert find_dates(line, words_for_dateline(line, words)) == find_dates(line, dateline_words(words))
