"""Numbers in words, put into figures without moving a character: “first day of May” becomes “1     day of May”.

So the patterns for dates need to know figures alone. Only what may belong to a date is changed: a number up to 31 near
the name of a month, and what can be a year.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from tei.languages.base import DateWords

_LETTER = r"[^\W\d_]"
_BETWEEN = r"[-\s]{0,2}"
_HUNDRED = 100
_LOST = re.compile(r"[^\x00-\x7f]")  # a letter that a wrong encoding loses
_YEARS = range(1100, 2100)
_STAMP = re.compile(r"(?<!\w)(?P<day>[0-3]\d)[0-2]\d[0-5]\d ?Z(?:/[A-Z])? +(?P<month>[A-Z]{3,4}) +(?P<year>\d\d)(?!\w)")
# 13 October 19 47: on a form whose century is printed
_PARTED_YEAR = re.compile(r"(?<!\d)[0-3]?\d\.?\s[^\W\d_]{3,10}\.?\s(?P<year>(?:1[5-9]|20) \d\d)(?![\w.:])")
_PARTED = re.compile(r"\d\d \d\d")  # found fast
_FIRST_STAMPED = 40
_NEAR_AFTER, _NEAR_BEFORE = 24, 12  # characters: “first day of the month of May”, “May the first”


def fold_number_words(text: str, words: DateWords) -> tuple[str, dict[int, int]]:
    """`text` with numbers in words as figures and spaces, of the same length.

    Besides, where each such number ends in words, by where its figures end.
    """
    plain = text.casefold()
    if not any(map(plain.__contains__, _signs(words))):
        return text, {}
    ends: dict[int, int] = {}
    pieces: list[str] = []
    done = 0
    numbers, months = _patterns(words)
    for match in numbers.finditer(text):
        value = value_of(match.group(), words.number_words)
        start, end = match.span()
        near = text[max(0, start - _NEAR_BEFORE) : start], text[end : end + _NEAR_AFTER]
        is_day = 1 <= value <= 31 and any(map(months.search, near))
        if is_day or (value in _YEARS and len(match.group()) > len("thousand")):
            figures = str(value)
            pieces += (text[done:start], figures.ljust(end - start))
            ends[start + len(figures)] = end
            done = end
    return "".join((*pieces, text[done:])), ends


def fold_stamps(text: str) -> str:
    """`text` with date-time groups of telegrams as days of a month, of the same length: “231415Z MAR 59”, “23 MAR 1959”.

    Source: ACP 121, the allied communications instructions. Two figures of a year are of 1940 to 2039: such groups
    are no older.
    """

    def plain(match: re.Match[str]) -> str:
        year = int(match["year"])
        century = "19" if year >= _FIRST_STAMPED else "20"
        month = f"{match['month']} {century}{match['year']}"
        return match["day"] + month.rjust(len(match[0]) - 2)

    return _STAMP.sub(plain, text) if "Z" in text else text


def fold_parted_years(text: str) -> tuple[str, dict[int, int]]:
    """`text` with years of a printed form (“19 47”, behind a day and a word) as four figures, of the same length.

    Besides, where each ends in `text`, by where its figures end.
    """
    ends: dict[int, int] = {}
    if not _PARTED.search(text):
        return text, ends
    for match in _PARTED_YEAR.finditer(text):
        start, end = match.span("year")
        text = text[:start] + match["year"].replace(" ", "") + " " + text[end:]
        ends[end - 1] = end
    return text, ends


def value_of(text: str, words: Mapping[str, int]) -> int:
    """The value of a number in words: a hundred or thousand multiplies what stands before it, the rest is added."""
    total = pending = 0
    for piece in _pieces(tuple(words)).findall(text.casefold()):
        value = words[piece]
        pending = (pending or 1) * value if value in (100, 1000) else pending + value
        if value == 1000:
            total, pending = total + pending, 0
    return total + pending


def printed(names: Iterable[str]) -> set[str]:
    """Each name as given, with a capital, and in capitals."""
    return {form for name in names for form in (name, name[:1].upper() + name[1:], name.upper())}


@cache
def month_names(words: DateWords) -> dict[str, int]:
    """The names of months, and how they look where letters with accents were lost (f\ufffdvrier)."""
    lost = {_LOST.sub("\ufffd", name): value for name, value in words.months.items() if len(_LOST.findall(name)) == 1}
    return dict(words.months) | lost


@cache
def _signs(words: DateWords) -> tuple[str, ...]:
    """What a text with a number in words that may belong to a date holds: a month beside it, or hundreds for a year."""
    great = (word for word, value in words.number_words.items() if value >= _HUNDRED)
    return tuple(sorted({*map(str.casefold, (*month_names(words), *great))})) if words.number_words else ()


@cache
def _pieces(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@cache
def _patterns(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a whole number in words, and what finds the name of a month."""
    number = "|".join(sorted((re.escape(w) for w, v in words.number_words.items() if v), key=len, reverse=True))
    joiner = "|".join(re.escape(word) for word, value in words.number_words.items() if not value)
    more = f"{_BETWEEN}(?:(?:{joiner}){_BETWEEN})?" if joiner else _BETWEEN
    months = "|".join(sorted(map(re.escape, printed(month_names(words))), key=len, reverse=True))
    initials = "".join(sorted({re.escape(form) for word in words.number_words for form in (word[0], word[0].upper())}))
    return (
        re.compile(
            rf"(?=[{initials}])(?<!{_LETTER})(?:{number})(?:{more}(?:{number})){{0,12}}(?!{_LETTER})", re.IGNORECASE
        ),
        re.compile(rf"(?<!{_LETTER})(?:{months})(?!{_LETTER})"),
    )
