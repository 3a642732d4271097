"""What the aligner looks at in a unit of text: its size, its kind, and the anchors that survive translation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tei.alignment.length import size_of
from tei.model.alignment import Segment
from tei.model.inline import Date, Inline, marks_in

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_LONGEST_NUMERAL = 20
# Where Unicode has letters that are numerals: runes and all that comes after the alphabets and their punctuation.
_NO_ALPHABET = re.compile("[\u16ee-\u16f0\u2160-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Features:
    """A unit as the aligner sees it.

    `size` counts characters other than white space. `anchors` are marks that a translation keeps, each with its class
    in front: `#` a number, `@` a date, `=` a word in Latin letters. `kind` is "" where it is not known.
    """

    size: int
    anchors: frozenset[str] = frozenset()
    kind: str = ""


def features_of(segment: Segment) -> Features:
    """The features that can be read off the characters of `segment` alone."""
    return text_features(segment.text)


def text_features(text: str, content: Iterable[Inline] = (), kind: str = "") -> Features:
    """The features of `text`; dates already marked in `content` are anchors too."""
    plain = unicodedata.normalize("NFKC", text)
    numbers = number_anchors(plain) if has_number(plain) else ()
    return Features(size_of(text), frozenset((*numbers, *_words(plain), *_dates(content))), kind)


def has_number(text: str) -> bool:
    """Whether there is a digit, or another character that stands for a number, in `text`."""
    return any(map(str.isnumeric, text))


def number_anchors(text: str) -> Iterator[str]:
    """The significant digits of each number: 1.3亿, 130,000,000 and 1.3 all give 13, since scale words differ."""
    for match in _DIGITS.finditer(text):
        yield _number_anchor("".join(str(unicodedata.digit(c)) for c in match[0] if c not in ".,"))
    for run in _ideographic_runs(text):
        yield _number_anchor(str(ideographic_number(run)))


def _number_anchor(digits: str) -> str:
    return "#" + (digits.strip("0") or "0")


def _ideographic_runs(text: str) -> Iterator[str]:
    """Runs of ideographs that are numerals; a single one is more often part of a word, a very long run no number."""
    if not text.isascii() and _NO_ALPHABET.search(text):
        yield from (run for run in "".join(map(_numeral, text)).split() if 1 < len(run) <= _LONGEST_NUMERAL)


@cache
def _numeral(character: str) -> str:
    """An ideograph that is a numeral as it is, and a space for any other character."""
    return " " if _ideograph_value(character) is None else character


def _ideograph_value(character: str) -> int | None:
    if unicodedata.category(character) not in ("Lo", "Nl"):
        return None
    value = unicodedata.numeric(character, None)
    return int(value) if value is not None and value == int(value) else None


def ideographic_number(run: str) -> int:
    """The number that a run of ideographic numerals means: 一九五八 is 1958, 二十一 and 廿一 are 21, 三百万 is 3,000,000.

    The values are those of the Unicode Character Database (property kPrimaryNumeric and its like).
    """
    values = [_ideograph_value(character) or 0 for character in run]
    if all(value < 10 for value in values):
        return int("".join(map(str, values)))
    total = section = digit = 0
    for value in values:
        if value >= 10_000:
            block = section + digit
            total = (total + block or 1) * value if total < value else total + block * value
            section = digit = 0
        elif value in (10, 100, 1000):
            section, digit = section + (digit or 1) * value, 0
        elif value >= 10:  # 廿 and 卅 stand for tens already
            section, digit = section + value, 0
        else:
            digit = value
    return total + section + digit


def _words(text: str) -> list[str]:
    return ["=" + word.casefold() for word in _WORD.findall(text)]


def _dates(content: Iterable[Inline]) -> list[str]:
    dates = (mark for _, _, mark in marks_in(content) if isinstance(mark, Date))
    return [f"@{value}" for date in dates for value in (date.when, date.from_, date.to) if value]
