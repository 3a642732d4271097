"""Titles as a catalogue has them, made from what is printed, and titles that something is glued to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tei.languages import packs
from tei.languages.base import LanguagePack
from tei.languages.dates import normalize_date
from tei.languages.scripts import main_script
from tei.model.source import LayoutKind, MetadataField
from tei.structure.shapes import is_dateline, is_salutation
from tei.structure.title_words import folded
from tei.structure.units import Unit, piece

BESIDE = re.compile(r"\s+[-–—|/]\s+")
"""What parts two titles that stand beside each other."""
_LAST_BRACKETS = re.compile(r"\s*[(\[（【〔](?P<inside>[^()（）\[\]]+)[)\]）】〕]\s*$")
_SIGNED_ON = re.compile(
    r"(?<=\S)\s*[(（〔【][^()（）〔〕【】\d]{0,12}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[)）〕】]?$"
)
_WHOLE_BRACKETS = re.compile(r"[【〖《〔［\[](?P<inside>[^【】〖〗《》〔〕［］\[\]]+)[】〗》〕］\]]")
# “12. Mr. A to Mr. B”, “[Full text] Statement”, （二）照会.
_FIRST_LABEL = re.compile(
    r"(?:\d{1,4}[.)）．、]\s*|[【\[（(〔［][^【】\[\]()（）〔〕［］]{1,12}[】\])）〕］]\s*)(?=[^\W\d_])"
)
_GLUED_WITHIN = 6  # units from the top
_SHORTEST_GLUED = 8  # characters of a title that something is glued to
_GLUE = " \t\u3000|:：—–-"


def plain_title(text: str) -> str:
    """A title on one line as a catalogue has it: without its number, a label or brackets around it, a date in brackets."""
    line = _SIGNED_ON.sub("", " ".join(text.split()))
    bracket = _LAST_BRACKETS.search(line)
    line = line[: bracket.start()].rstrip() if bracket and normalize_date(bracket["inside"], packs()) else line
    if (whole := _WHOLE_BRACKETS.fullmatch(line)) and any(map(str.isalpha, whole["inside"])):
        line = whole["inside"].strip()
    first = _FIRST_LABEL.match(line)
    if first and not normalize_date(line, packs()) and not _is_day(line[: first.end()], line[first.end() :]):
        line = line[first.end() :]
    return line


def own_title(title: str, pack: LanguagePack) -> str:
    """The part of a title that is in the language's script, where the same stands beside it in another: 宣言 - Declaration."""
    parts = BESIDE.split(title)
    own = [part for part in parts if main_script(part) in pack.scripts]
    return own[0] if len(parts) == 2 and len(own) == 1 else title


def _is_day(number: str, rest: str) -> bool:
    """Whether a number in front is the day of the month that follows: 1. Mai."""
    word = rest.split()[0].strip(".,").casefold()
    return number.strip()[:1].isdigit() and any(word in pack.dates.months for pack in packs())


def unglued(units: Sequence[Unit], metadata: Sequence[MetadataField], pack: LanguagePack) -> list[Unit]:
    """The units, with one near the top that begins with the title parted: a date or a greeting may be glued to it."""
    titles = [field.value for field in metadata if field.field == "title" and field.value]
    done: list[Unit] = []
    for index, unit in enumerate(units):
        at = 0
        if index < _GLUED_WITHIN and unit.lines and len(unit.lines) == 1 and unit.kind is not LayoutKind.ITEM:
            at = _end_of_title(unit.text, [*titles, *(above.text for above in units[:index])], pack)
        done += [piece(unit, 0, at), _as_text(piece(unit, at, len(unit.text)))] if at else [unit]
    return done


def _as_text(unit: Unit) -> Unit:
    text = unit.text
    left = len(text) - len(text.lstrip())
    return replace(piece(unit, left, len(text.rstrip())), kind=LayoutKind.TEXT, level=0)


def _end_of_title(text: str, titles: Sequence[str], pack: LanguagePack) -> int:
    """Where one of `titles` ends that `text` begins with, when a date or a greeting follows it; else 0."""
    for title in titles:
        whole = folded(title)
        if len(whole) < _SHORTEST_GLUED or not folded(text).startswith(whole):
            continue
        at = next((end for end in range(len(whole), len(text)) if folded(text[:end]) == whole), 0)
        at += len(text[at:]) - len(text[at:].lstrip(_GLUE)) if at else 0
        rest = text[at:].strip()
        greeting = re.split(r"(?<=[:：—])", rest, maxsplit=1)[0]
        if at and rest and (is_dateline(rest, pack) or is_salutation(greeting, pack)):
            return at
    return 0
