"""What holds for every date and every text."""

import calendar
import re
from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.languages.base import DateWords, LanguagePack
from tei.languages.dates import DateMatch, doubtful_dates, earliest, find_dates, latest, normalize_date
from tei.languages.en_dates import DATES as EN
from tei.languages.zh_dates import DATES as ZH

PACKS = {
    "en": LanguagePack("en", "English", ("Latn",), dates=EN),
    "zh": LanguagePack("zh", "Chinese", ("Hans",), dates=ZH),
}
WORDS = st.sampled_from([EN, ZH])
DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
FULL = [(words, template) for words in (EN, ZH) for template in words.templates if "{year}" in template]

# Pieces of dates in any order: far likelier than plain random text to come near to what the patterns look for.
SHARDS = st.sampled_from([
    "1958", "3", "31", "13", "0", "August", "May", "Aug.", "last", "this year", "the same year", "instant", " to ", "–", "-",
    " and ", ", ", " of ", "the ", "from ", "between ", "in ", "/", ".", "年", "月", "日", "号", "一九五八", "八", "十", "廿",
    "今", "同", "本", "到", "至", "和", "、", "，", "第", "\n", "\n\n", " ", "１９５８", "nd", "th", "x", "No. ", "people",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(SHARDS, max_size=25).map("".join))
REFERENCES = st.one_of(st.none(), st.tuples(st.integers(1, 9999)), st.tuples(st.integers(1, 9999), st.integers(1, 12)))


def printed(words: DateWords, template: str, day: date) -> str:
    """`day` written as `template` has it."""
    names = {number: name for name, number in reversed(words.months.items())}
    month = str(day.month) if words.month_numbers else names[day.month]
    text = template.format(year=f"{day.year:04}", month=month, day=day.day, cue="", relative="")
    return f"{words.year_cues[0]} {text}" if "{cue}" in template else text


def in_characters(text: str) -> str:
    """`text` with its years digit by digit and its other numbers by value in Chinese characters."""
    digits = "〇一二三四五六七八九"

    def write(match: re.Match[str]) -> str:
        if len(match[0]) == 4:
            return "".join(digits[int(digit)] for digit in match[0])
        tens, ones = divmod(int(match[0]), 10)
        return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")

    return re.sub("[0-9]+", write, text)


def expected(template: str, day: date) -> str:
    length = 10 if "{day}" in template else 7 if "{month}" in template else 4
    return day.isoformat()[:length]


@pytest.mark.parametrize(("words", "template"), FULL, ids=[template for _, template in FULL])
@given(day=DAYS)
def test_a_date_written_by_any_template_is_found_with_its_value(words: DateWords, template: str, day: date) -> None:
    text = printed(words, template, day)
    (match,) = find_dates(text, words)
    assert match.when == expected(template, day)
    assert match.end == len(text)


@given(day=DAYS, template=st.sampled_from([template for template in ZH.templates if "{year}" in template]))
def test_arabic_chinese_fullwidth_and_spaced_digits_mean_the_same(day: date, template: str) -> None:
    arabic = printed(ZH, template, day)
    full = arabic.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    for text in (arabic, full, in_characters(arabic), " ".join(arabic)):
        (match,) = find_dates(text, ZH)
        assert (match.start, match.end, match.when) == (0, len(text), expected(template, day))


@given(first=DAYS, second=DAYS)
def test_a_span_of_two_full_dates_has_both_values(first: date, second: date) -> None:
    first, second = sorted((first, second))
    for words, template, joint in ((EN, "{month} {day}, {year}", " to "), (ZH, "{year}年{month}月{day}日", "至")):
        text = printed(words, template, first) + joint + printed(words, template, second)
        (match,) = find_dates(text, words)
        assert match == DateMatch(0, len(text), from_=first.isoformat(), to=second.isoformat())


@given(year=st.integers(1000, 2199), month=st.integers(1, 12), over=st.integers(1, 60))
def test_a_day_after_the_end_of_its_month_is_impossible(year: int, month: int, over: int) -> None:
    last = calendar.monthrange(year, month)[1]
    text = f"{year}年{month}月{last + over}日"
    assert find_dates(text, ZH) == ()
    assert [(doubt.start, doubt.end) for doubt in doubtful_dates(text, ZH)] == [(0, len(text))]


@given(text=TEXTS, words=WORDS, reference=REFERENCES)
def test_any_text_gives_ordered_matches_inside_it_that_do_not_overlap(
    text: str, words: DateWords, reference: tuple[int, ...] | None
) -> None:
    for find in (find_dates, doubtful_dates):
        matches = find(text, words, reference=reference)
        assert all(0 <= match.start < match.end <= len(text) for match in matches)
        assert all(left.end <= right.start for left, right in pairwise(matches))


@given(text=TEXTS, words=WORDS, reference=REFERENCES)
def test_every_value_is_a_possible_date_or_a_span_in_order_or_noted(
    text: str, words: DateWords, reference: tuple[int, ...] | None
) -> None:
    for match in find_dates(text, words, reference=reference):
        assert bool(match.when) != bool(match.from_ and match.to)
        assert 0 < match.certainty <= 1
        first, last = date.fromisoformat(earliest(match)), date.fromisoformat(latest(match))
        assert first <= last or match.note


@given(text=TEXTS)
def test_a_metadata_value_is_a_date_or_nothing_and_never_a_crash(text: str) -> None:
    match = normalize_date(text, tuple(PACKS.values()))
    assert match is None or earliest(match)


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "3-", "3 to ", "1958-", "1958年", "1958、", "八", "八 ", "May ", "May, ", "3 " + " " * 50, "\n", " ", "in "]
)  # fmt: skip
def test_work_grows_in_proportion_to_the_text(words: DateWords, unit: str) -> None:
    """Four times the text takes about four times the work; it would be sixteen times if a search went back."""
    small = seconds(unit * (2_500 // len(unit)), words)
    large = seconds(unit * (10_000 // len(unit)), words)
    assert large < 0.1 or large < 10 * small


def seconds(text: str, words: DateWords) -> float:
    """Processor time of one search, the better of two."""
    times = []
    for _ in range(2):
        start = process_time()
        find_dates(text, words)
        times.append(process_time() - start)
    return min(times)
