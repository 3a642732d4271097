"""What a web site sets around a text is told from the text: navigation, sharing, counters, dates of posting, licences.

Only the two ends of a page are looked at, line by line, and only a line that is the site's by its words or its shape
goes; what is set aside is in the ledger, so that it can be seen, and nothing is taken where little would be left.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tei.languages import packs
from tei.model.inline import Milestone
from tei.model.source import LedgerEntry, LedgerKind
from tei.structure.marks import is_marked
from tei.structure.pages import leading_breaks
from tei.structure.units import Unit, piece, set_aside

_TOP = 25  # units: what a site sets above a text is over here
_LONGEST_LINE = 160
_LONGEST_TITLE = {True: 200, False: 70}  # a longer unit above which no more of the site stands, in characters
_LARGEST_SHARE = 0.45  # of the characters of a page below its text
_PICTURE = re.compile(r":\w+:|[\u2190-\u21ff\u2600-\u27bf\U0001f300-\U0001faff|•·▪◦●○»«›‹>＞]+")
_TRAIL = re.compile(r"(?:[^>»›＞→]{1,40}\s*[>»›＞→]+\s*){2,}[^>»›＞→]{0,200}")
_MENU = re.compile(r"(?:[^|｜]{1,24}\s*[|｜]\s*){2,}[^|｜]{0,24}")
# The day and the minute when something was posted; no earlier than there was a web to post it on.
_POSTED = re.compile(
    r"(?:199[5-9]|20\d\d)[^\d\n]{1,3}\d{1,2}[^\d\n]{1,3}\d{1,2}[^\d\n:]{1,6}\d{1,2}:\d\d(?!\d)"
    r"|\d{1,2}[^\d\n]\d{1,2}[^\d\n](?:199[5-9]|20\d\d)[^\d\n:]{1,6}\d{1,2}:\d\d(?!\d)"
)
# What stands between a site's words: days, counts, the size and the kind of a file.
_FACT = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|[\d,.:]{1,12}[KkMm]?|[\d.]+\s?[KMGkmg]B|(?:docx?|pdf|txt|pptx?)|\d+[页頁]|[次约約]|分[钟鐘]"
)
_LABEL = re.compile(r"(?:^|(?<=[\s|·]))(?P<label>[^\s:：|·]{1,14})\s?[:：]")
_LAST_BRACKETS = re.compile(r"(?<!\s)\s*[\[【](?P<inside>[^\[\]【】]{1,30})[\]】]\s*$")
_COUNT = re.compile(r"[\d,.]{1,9}")


@cache
def _lines() -> re.Pattern[str]:
    return _together("site_lines")


@cache
def _notices() -> re.Pattern[str]:
    return _together("site_notices")


def _together(field: str) -> re.Pattern[str]:
    """The patterns of all languages in one: a site's language need not be that of the text."""
    every = [pattern for pack in packs() for pattern in getattr(pack.layout, field)]
    return re.compile("|".join(f"(?:{pattern})" for pattern in every), re.IGNORECASE)


def without_site(units: Sequence[Unit]) -> tuple[list[Unit], list[LedgerEntry]]:
    """The units without those of a web site around them, which become ledger entries."""
    site = _below(units)
    site |= _above(units, site)
    if not any(unit.lines for index, unit in enumerate(units) if index not in site):
        return list(units), []
    kept: list[Unit] = []
    ledger: list[LedgerEntry] = []
    waiting: tuple[Milestone, ...] = ()
    for index, unit in enumerate(units):
        if index in site:
            waiting = (*waiting, *leading_breaks(unit.lines[0].content)[0])
            kind = LedgerKind.PAGE if _COUNT.fullmatch(unit.text) else LedgerKind.SITE  # the number of the page, rather
            ledger += set_aside(unit.lines, kind)
            continue
        if waiting and unit.lines:
            first = replace(unit.lines[0], content=(*waiting, *unit.lines[0].content))
            unit = replace(unit, lines=(first, *unit.lines[1:]))
            waiting = ()
        end = _end_of_own(unit) if index < _TOP else 0
        if end:
            ledger += set_aside(piece(unit, end, len(unit.text)).lines, LedgerKind.SITE)
            unit = piece(unit, 0, end)
        kept.append(unit)
    return kept, ledger


def _end_of_own(unit: Unit) -> int:
    """Where a title ends that a site's word in brackets follows (“A Title [copy link]”); 0 where none does."""
    match = _LAST_BRACKETS.search(unit.text) if len(unit.lines) == 1 else None
    return match.start() if match and match.start() and is_site_line(match["inside"]) else 0


def is_site_line(text: str) -> bool:
    """Whether a line is one that a web site sets around a text, whatever stands there."""
    if len(text) > _LONGEST_LINE:
        return False
    bare = _PICTURE.sub(" ", text).strip(" []()【】*_.")
    if not bare:
        return bool(_PICTURE.search(text))
    return bool(
        _lines().fullmatch(text.strip())
        or _lines().fullmatch(bare)
        or _TRAIL.fullmatch(text)
        or _MENU.fullmatch(text)
        or (len(text) <= 80 and _POSTED.search(text))
        or _all_words(bare)
        or _are_labels(text)
    )


def _all_words(text: str) -> bool:
    """Whether a line is several of a site's words in a row, with counts and days: “Print  Share  12  2015-03-01”."""
    words = [word.strip(":：·‧,，") for word in re.split(r"[\s|｜]+", text)]
    known = [word for word in words if word and _lines().fullmatch(word)]
    return len(words) > 1 and bool(known) and all(word in known or not word or _FACT.fullmatch(word) for word in words)


def _are_labels(text: str) -> bool:
    """Whether a line is several labels of a posting in a row: “Author: A  Source: B  Views:”."""
    labels = [match["label"].casefold() for match in _LABEL.finditer(text)]
    return len(labels) > 2 and bool(_LABEL.match(text)) and all(map(_is_posting_label, labels))


def _is_posting_label(label: str) -> bool:
    return label in _labels() or _lines().fullmatch(label) is not None


@cache
def _labels() -> frozenset[str]:
    return frozenset(key for pack in packs() for keys in pack.metadata_keys.values() for key in keys)


def _above(units: Sequence[Unit], below: set[int]) -> set[int]:
    """The site's lines among titles and other short units at the top."""
    found: set[int] = set()
    for index, unit in enumerate(units[:_TOP]):
        if not unit.lines:
            continue
        if index in below:
            break
        if is_site_line(unit.text):
            found.add(index)
        elif len(unit.text) > _LONGEST_TITLE[" " in unit.text.strip()]:
            break
    return found


def _below(units: Sequence[Unit]) -> set[int]:
    """The units of the site at the bottom: from its first notice on, and lines that are its own right above."""
    texts = [unit.text for unit in units]
    total = sum(map(len, texts))
    start = len(units)
    size = 0
    for index in range(len(units) - 1, 0, -1):
        size += len(texts[index])
        if size > _LARGEST_SHARE * total or is_marked(texts[index]):
            break
        if units[index].lines and _notices().match(texts[index].strip(" []()【】*_")):
            start = index
    found = {index for index in range(start, len(units)) if units[index].lines}
    index = start - 1
    while index > 0 and (not units[index].lines or _is_last_line(texts[index])):
        if units[index].lines:
            found.add(index)
        index -= 1
    return found


def _is_last_line(text: str) -> bool:
    """Whether a line below a text is the site's: there a number alone counts something."""
    return is_site_line(text) or _COUNT.fullmatch(text) is not None
