"""Dates in running text: tables of what is found with which value, and of what is no date."""

import pytest

from tei.languages.base import DateWords
from tei.languages.dates import DateMatch, doubtful_dates, find_dates
from tei.languages.en_dates import DATES as EN
from tei.languages.zh_dates import DATES as ZH


def read(text: str, words: DateWords, reference: tuple[int, ...] | None = None) -> list[tuple[str, str]]:
    """What is found: each date as printed, with its value; a span's as from/to."""
    found = find_dates(text, words, reference=reference)
    return [(text[m.start : m.end], m.when or f"{m.from_}/{m.to}") for m in found]


ENGLISH = [
    ("August 3, 1958", "1958-08-03"),
    ("August 3rd, 1958", "1958-08-03"),
    ("August 3 1958", "1958-08-03"),
    ("August the 3rd, 1958", "1958-08-03"),
    ("3 August 1958", "1958-08-03"),
    ("3 August [1958]", "1958-08-03"),
    ("August 3d. 1958", "1958-08-03"),
    ("3 August, 1958", "1958-08-03"),
    ("3rd of August, 1958", "1958-08-03"),
    ("3d day of August, 1958", "1958-08-03"),
    ("22nd February 1900", "1900-02-22"),
    ("25th May, 1956", "1956-05-25"),
    ("Aug. 3, 1958", "1958-08-03"),
    ("Feb 28th, 1894", "1894-02-28"),
    ("Sept. 9, 1957", "1957-09-09"),
    ("15TH MAY 1800", "1800-05-15"),
    ("August\n3, 1958", "1958-08-03"),
    ("April2, 1864", "1864-04-02"),
    ("February 20th / 1860", "1860-02-20"),
    ("February 29, 1956", "1956-02-29"),
    ("November 1957", "1957-11"),
    ("November, 1957", "1957-11"),
    ("May of 1849", "1849-05"),
    ("1958-08-04", "1958-08-04"),
    ("1958.08.04", "1958-08-04"),
    ("1958/8/4", "1958-08-04"),
    ("13/4/1958", "1958-04-13"),
    ("4/13/1958", "1958-04-13"),
    ("５ August １９５８", "1958-08-05"),
    ("July 31 to August 3, 1958", "1958-07-31/1958-08-03"),
    ("July 31, 1958, to August 3, 1958", "1958-07-31/1958-08-03"),
    ("July 31–August 3, 1958", "1958-07-31/1958-08-03"),
    ("JULY 31 TO AUGUST 3, 1958", "1958-07-31/1958-08-03"),
    ("August 3-7, 1958", "1958-08-03/1958-08-07"),
    ("3–7 August 1958", "1958-08-03/1958-08-07"),
    ("21st to the 28th of November, 1958", "1958-11-21/1958-11-28"),
    ("December 28 to January 3, 1959", "1958-12-28/1959-01-03"),
    ("November–December 1957", "1957-11/1957-12"),
    ("August 1957 to 3 March 1958", "1957-08/1958-03-03"),
]  # fmt: skip

CHINESE = [
    ("1958年8月3日", "1958-08-03"),
    ("1958年8月3号", "1958-08-03"),
    ("1958年8月3號", "1958-08-03"),
    ("1958 年 8 月 3 日", "1958-08-03"),
    ("1 9 5 8 年 8 月 3 日", "1958-08-03"),
    ("1 9 5 8 年 1 2 月 2 8 日", "1958-12-28"),
    ("一 九 五 八 年 八 月 三 日", "1958-08-03"),
    ("１９５８年８月３日", "1958-08-03"),
    ("一九五八年八月三日", "1958-08-03"),
    ("一九三六年十二月三十一日", "1936-12-31"),
    ("一九三六年十二月卅一日", "1936-12-31"),
    ("一九三六年二月廿五日", "1936-02-25"),
    ("一九五〇年十月十日", "1950-10-10"),
    ("一九五零年十月二十日", "1950-10-20"),
    ("一九○五年一月二日", "1905-01-02"),
    ("二OO八年五月十二日", "2008-05-12"),
    ("1958年元月三日", "1958-01-03"),
    ("1957年11月", "1957-11"),
    ("一九五七年十一月", "1957-11"),
    ("1958年", "1958"),
    ("一九五八年", "1958"),
    ("1958-08-04", "1958-08-04"),
    ("1958年7月31日到8月3日", "1958-07-31/1958-08-03"),
    ("1958年7月31日起至8月3日", "1958-07-31/1958-08-03"),
    ("1958年11月21日至28日", "1958-11-21/1958-11-28"),
    ("1958年11月21—28日", "1958-11-21/1958-11-28"),
    ("１９５８年１１月２１日～２８日", "1958-11-21/1958-11-28"),
    ("一九五八年七月三十一日至八月三日", "1958-07-31/1958-08-03"),
    ("1958年12月28日到1月3日", "1958-12-28/1959-01-03"),
    ("1957年11月至12月", "1957-11/1957-12"),
    ("1959—1965年", "1959/1965"),
    ("一九五一至一九五五年", "1951/1955"),
    ("1958—60年", "1958/1960"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "value"), ENGLISH)
def test_english_dates_are_found_whole_and_read(printed: str, value: str) -> None:
    assert read(f"They met, {printed}, in Rome.", EN) == [(printed, value)]
    assert read(printed, EN) == [(printed, value)]


@pytest.mark.parametrize(("printed", "value"), CHINESE)
def test_chinese_dates_are_found_whole_and_read(printed: str, value: str) -> None:
    assert read(f"双方于{printed}在北京签字。", ZH) == [(printed, value)]
    assert read(printed, ZH) == [(printed, value)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("从1958年7月31日到8月3日，", ZH, [("1958年7月31日到8月3日", "1958-07-31/1958-08-03")]),
        (
            "在1958年11月21日到28日和12月2日到10日在中国",
            ZH,
            [("1958年11月21日到28日", "1958-11-21/1958-11-28"), ("12月2日到10日", "1958-12-02/1958-12-10")],
        ),
        ("1957年2月、3月和4月", ZH, [("1957年2月", "1957-02"), ("3月", "1957-03"), ("4月", "1957-04")]),
        (
            "一九五八年八月三、四、五日",
            ZH,
            [("一九五八年八月三", "1958-08-03"), ("四", "1958-08-04"), ("五日", "1958-08-05")],
        ),
        (
            "from November 21 to 28 and from December 2 to 10, 1958.",
            EN,
            [("November 21 to 28", "1958-11-21/1958-11-28"), ("December 2 to 10, 1958", "1958-12-02/1958-12-10")],
        ),
        (
            "21 to 28 November and 2 to 10 December 1958",
            EN,
            [("21 to 28 November", "1958-11-21/1958-11-28"), ("2 to 10 December 1958", "1958-12-02/1958-12-10")],
        ),
        ("June 18 and 19, 1919", EN, [("June 18", "1919-06-18"), ("19, 1919", "1919-06-19")]),
        ("the 3d of May, 1882, and of the 1st of June", EN, [("3d of May, 1882", "1882-05-03"), ("1st of June", "1882-06-01")]),
        ("October 26 and November 9, 1935", EN, [("October 26", "1935-10-26"), ("November 9, 1935", "1935-11-09")]),
        ("November and December 1957", EN, [("November", "1957-11"), ("December 1957", "1957-12")]),
    ],
)  # fmt: skip
def test_a_list_gives_each_date_what_its_neighbours_say(
    text: str, words: DateWords, expected: list[tuple[str, str]]
) -> None:
    assert read(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in 1958 and parted.", [("1958", "1958")]),
        ("since 1951, and during the years 1923–1927;", [("1951", "1951"), ("1923–1927", "1923/1927")]),
        ("the Treaty of 1846 says", [("1846", "1846")]),
        ("in 1957 and 1958", [("1957", "1957"), ("1958", "1958")]),
        ("in 1958–60", [("1958–60", "1958/1960")]),
        ("from 1959 to 1965", [("1959 to 1965", "1959/1965")]),
        ("between 1914 and 1918", [("1914 and 1918", "1914/1918")]),
        ("between July 31 and August 3, 1958", [("July 31 and August 3, 1958", "1958-07-31/1958-08-03")]),
        ("the Seven-Year Plan (1959–1965)", [("1959–1965", "1959/1965")]),
    ],
)
def test_an_english_year_alone_needs_a_word_before_it_or_a_span(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, EN) == expected


def test_a_span_of_years_without_a_word_is_less_certain() -> None:
    (match,) = find_dates("the Seven-Year Plan (1959–1965)", EN)
    assert match.certainty < 1


NO_DATES_EN = [
    "May", "March", "August", "August 3", "July 31 to August 3", "3 August", "1958", "1958 people", "1,958 people",
    "1,000 people", "May 1958 people", "Article 3", "Articles 3 and 4", "No. 1958", "Resolution 1958", "telegrams 1959–1965",
    "pp. 1959–1965", "1958–1960 tons", "rose from 1500 to 2000 tons", "A1838/283, 759/1/7", "192.168.1.1",
    "they may 3 march 1958", "the 1950s", "the 3rd", "3, 1958", "October 27—1 p.m.", "In March 1,000 people",
    "1958.08", "phone 555-1950-1959", "this year", "the 9th instant", "November last", "8/3/58", "Mayor 3, 1958",
]  # fmt: skip

NO_DATES_ZH = [
    "五一", "十月革命", "第三日", "三日内", "三、四日内到达", "三个月", "五十年代", "1950年代", "二十世纪", "第1958号",
    "1958人", "5000年历史", "十二月党人", "8月3日", "12月2日到10日", "十二月三十一日", "2月、3月和4月", "今年二月", "去年",
    "本月九日", "同年八月", "三年五载", "第1958年", "2000年来", "五四运动", "3号文件", "1958",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES_EN)
def test_english_that_fixes_no_date_is_left_alone(text: str) -> None:
    assert read(text, EN) == []
    assert read(f"There were {text} there.", EN) == []


@pytest.mark.parametrize("text", NO_DATES_ZH)
def test_chinese_that_fixes_no_date_is_left_alone(text: str) -> None:
    assert read(text, ZH) == []
    assert read(f"这里有{text}。", ZH) == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In Article 3, 5 August 1958", EN, [("5 August 1958", "1958-08-05")]),
        ("On August 3, 1958, 5 people and 2000 others", EN, [("August 3, 1958", "1958-08-03")]),
        ("July 31, 1925—3 p.m.", EN, [("July 31, 1925", "1925-07-31")]),
        ("Tokyo, September 20, 1957.Monsieur", EN, [("September 20, 1957", "1957-09-20")]),
        ("3、1958年8月3日，双方", ZH, [("1958年8月3日", "1958-08-03")]),
        ("1958年8月3日,5、6个代表团", ZH, [("1958年8月3日", "1958-08-03")]),
        ("1917年十月革命", ZH, [("1917年", "1917")]),
        ("December 28 and January 3, 1959", EN, [("January 3, 1959", "1959-01-03")]),
    ],
)
def test_numbers_beside_a_date_do_not_become_dates(
    text: str, words: DateWords, expected: list[tuple[str, str]]
) -> None:
    assert read(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "reference", "expected"),
    [
        ("自从今年二月間", ZH, (1958, 12, 8), [("今年二月", "1958-02")]),
        ("去年", ZH, (1958,), [("去年", "1957")]),
        ("本月九日", ZH, (1958, 12), [("本月九日", "1958-12-09")]),
        ("本月九日", ZH, (1958,), []),
        ("上月九日", ZH, (1958, 1, 3), [("上月九日", "1957-12-09")]),
        ("later this year", EN, (1958,), [("this year", "1958")]),
        ("on May 3 of last year", EN, (1958,), [("May 3 of last year", "1957-05-03")]),
        ("the 9th instant", EN, (1870, 1, 20), [("9th instant", "1870-01-09")]),
        ("the 18th ult.", EN, (1870, 1, 20), [("18th ult.", "1869-12-18")]),
        ("in November last", EN, (1870, 1, 20), [("November last", "1869-11")]),
        ("last November", EN, (1870, 12), [("last November", "1870-11")]),
        ("last November", EN, (1870,), []),
    ],
)  # fmt: skip
def test_words_that_point_at_the_document_need_its_date_and_are_less_certain(
    text: str, words: DateWords, reference: tuple[int, ...], expected: list[tuple[str, str]]
) -> None:
    assert read(text, words, reference) == expected
    assert all(match.certainty <= 0.8 for match in find_dates(text, words, reference=reference))


def test_the_same_year_and_month_are_those_of_the_date_before() -> None:
    chinese = "1958年8月3日签字，同年九月五日批准，同月八日生效"
    assert read(chinese, ZH)[1:] == [("同年九月五日", "1958-09-05"), ("同月八日", "1958-09-08")]
    english = "signed on August 3, 1958, and ratified on November 5 of the same year"
    assert read(english, EN)[1:] == [("November 5 of the same year", "1958-11-05")]


@pytest.mark.parametrize(
    ("text", "words", "printed", "reason"),
    [
        ("on February 30, 1958", EN, "February 30, 1958", "no day 30"),
        ("on 29 February 1957", EN, "29 February 1957", "no day 29"),
        ("on February 29, 1900", EN, "February 29, 1900", "no day 29"),
        ("on 1958-13-04", EN, "1958-13-04", "no month 13"),
        ("于1958年13月3日", ZH, "1958年13月3日", "no month 13"),
        ("于一九五八年十一月三十一日", ZH, "一九五八年十一月三十一日", "no day 31"),
        ("February 28 to 30, 1958", EN, "February 28 to 30, 1958", "no day 30"),
        ("on 3/4/1958", EN, "3/4/1958", "could be"),
    ],
)
def test_impossible_and_ambiguous_dates_have_a_reason_and_no_value(
    text: str, words: DateWords, printed: str, reason: str
) -> None:
    (doubt,) = doubtful_dates(text, words)
    assert text[doubt.start : doubt.end] == printed
    assert reason in doubt.note
    assert (doubt.when, doubt.from_, doubt.to) == ("", "", "")
    assert find_dates(text, words) == ()


def test_numbers_with_slashes_that_make_no_date_are_not_reported() -> None:
    assert doubtful_dates("Ref. 1958/13/45 and 31.4.1958", EN) == ()


def test_a_span_that_ends_before_it_begins_is_kept_with_a_note() -> None:
    text = "August 7 to 3, 1958"
    (match,) = find_dates(text, EN)
    assert (match.from_, match.to) == ("1958-08-07", "1958-08-03")
    assert "before it begins" in match.note
    assert doubtful_dates(text, EN) == (match,)


def test_a_certain_date_has_certainty_one_and_no_note() -> None:
    assert find_dates("August 3, 1958", EN) == (DateMatch(0, 14, when="1958-08-03"),)
