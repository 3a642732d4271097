"""The line by which a transcription cites a page of a newspaper: its name, the day, the page, in any language and order."""

import re
from collections.abc import Iterator
from functools import cache

from tei.languages import packs
from tei.languages.dates import find_dates, words_of_dates
from tei.languages.patterns import Patterns, any_case
from tei.model.source import Decoded, MetadataField
from tei.model.span import Span
from tei.readers.rawlines import RawLine

_LONGEST = 120  # characters of such a line
_LONGEST_NAME = 60
_LONGEST_SMALL_WORD = 4
_SHORT_LAST = 4  # letters of a small word that no name ends with: of, the, du
_MOST_NUMBERS = 3  # volume, number, year
_DAY, _MONTH = len("1961-05-12"), len("1961-05")
_NUMBER = r"[A-Z]?\d{1,4}|[一二三四五六七八九十]{1,3}"
_DIGIT = re.compile(r"[\d一二三四五六七八九十]")
_MARKUP = re.compile(r"(?:#{1,6}\s+|[*_>]{1,3}\s?)?")
_BETWEEN = re.compile(r"[,，、;；·|/()（）\[\]【】]|\s[-–—]\s|[–—]|\s{2,}|(?<=[\dIVXLC]\.)\s")
_AROUND = " \t\u3000.:*_#«»“”„\"'《》「」『』"
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ROMAN = re.compile(r"[IVXLC]+")
_SMALL = re.compile(r"(?:\w{1,4}\.?\s+)?")  # of the day: den, vom, du


def citation_fields(decoded: Decoded, line: RawLine, *, paged: bool = True) -> list[MetadataField]:
    """The day, the newspaper and the page that a line tells, and nothing else; none for any other line.

    Where the line below is that of a page (`paged` is false) it need not say the page, and a month is enough.
    """
    text = line.content
    page = _page_in(text) if len(text) <= _LONGEST else None
    if len(text) > _LONGEST or (paged and page is None):
        return []
    date = _date(text, _DAY if paged else _MONTH)
    name = _name(text, date, page.span() if page else (len(text), len(text))) if date else None
    if date is None or name is None:
        return []
    found = [("date", date), ("journal", name)]
    found += [("page", page.span("value"))] if page else []
    whole = Span(decoded.file, line.left, line.right)
    return [
        # with a key, a page says where the text stands, and breaks none in it
        MetadataField(
            field if field == "page" else "",
            field,
            text[start:end],
            whole,
            Span(decoded.file, line.left + start, line.left + end),
        )
        for field, (start, end) in found
    ]


def _date(text: str, least: int) -> tuple[int, int] | None:
    """Where the longest date of the line stands that is at least so precise, in any language."""
    found = (
        date for words in words_of_dates(text, packs()) for date in find_dates(text, words) if len(date.when) >= least
    )
    longest = max(found, key=lambda date: date.end - date.start, default=None)
    return (longest.start, longest.end) if longest else None


def _name(text: str, date: tuple[int, int], page: tuple[int, int]) -> tuple[int, int] | None:
    """Where the name of the newspaper stands: all that is left of the line beside the day, the page and numbers."""
    names: list[tuple[int, int]] = []
    numbers = 0
    for start, end in _pieces(text, date, page):
        words = text[start:end]
        if any(map(str.isdigit, words)) or _ROMAN.fullmatch(words.split()[-1]) or words.startswith("第"):
            numbers += 1
        elif len(words) > _LONGEST_SMALL_WORD or not words.islower():  # from, du, den
            names.append((start, end))
    if len(names) == 2:  # one of them is the day of the week
        names = [name for name in names if " " in text[slice(*name)] or not _is_beside(text, name, date)]
    if len(names) != 1 or numbers > _MOST_NUMBERS:
        return None
    words = text[slice(*names[0])]
    last = words.split()[-1]
    titled = _HAN.search(words) is not None or (words[0].isupper() and not (last.islower() and len(last) < _SHORT_LAST))
    return names[0] if titled and 1 < len(words) <= _LONGEST_NAME and ":" not in words and "：" not in words else None


def _is_beside(text: str, piece: tuple[int, int], date: tuple[int, int]) -> bool:
    """Whether a piece of a line stands directly before or after its date."""
    between = text[piece[1] : date[0]] if piece[1] <= date[0] else text[date[1] : piece[0]]
    return len(between) <= 2 + _SMALL.match(between.strip(" ,，")).end()  # type: ignore[union-attr]  # it matches nothing, too


def _pieces(text: str, date: tuple[int, int], page: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The pieces of a line between its marks, without the day and the page."""
    spaced = _HAN.search(text) is None
    begin = _MARKUP.match(text).end()  # type: ignore[union-attr]  # it matches nothing, too
    cuts = [(0, begin), date, page, (len(text), len(text))]
    marks = _BETWEEN.finditer(text) if spaced else re.compile(rf"{_BETWEEN.pattern}|\s").finditer(text)
    cuts = sorted([*cuts, *(match.span() for match in marks)])
    position = 0
    for start, end in cuts:
        if start > position:
            inner = text[position:start]
            left = position + len(inner) - len(inner.lstrip(_AROUND))
            right = position + len(inner.rstrip(_AROUND))
            if left < right:
                yield left, right
        position = max(position, end)


def _page_in(text: str) -> re.Match[str] | None:
    """A word for page with its number, in any language."""
    if not _DIGIT.search(text):
        return None
    return next((match for pattern in _pages().within(text) if (match := pattern.search(text))), None)


@cache
def _pages() -> Patterns:
    own = [pattern.replace(r"\d+", f"(?:{_NUMBER})") for pack in packs() for pattern in pack.page_lines]
    marks = [mark.replace("<n>", f"(?P<value>{_NUMBER})") for pack in packs() for mark in pack.layout.page_marks]
    return any_case(tuple(rf"(?<!(?-i:[^\W\u3040-\uffff]))(?:{each})(?!\w)" for each in (*own, *marks)))
