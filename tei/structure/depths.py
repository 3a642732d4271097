"""How deep the items of a list stand that is typed: by what they are numbered or marked with, and by their indents."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tei.model.source import Decoded
from tei.structure.units import Unit

# What an item is marked with, the first of its kind, and what the mark looks like. The order decides: (1) before 1).
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("figure in brackets", "1１", r"[(（][\d０-９]{1,3}[)）]"),
    ("figure and bracket", "1１", r"[\d０-９]{1,3}[)）]"),
    ("figure", "1１", r"[\d０-９]{1,3}\s?[.．、。]"),
    ("figure in a circle", "①", r"[①-⑳]"),
    ("letter in brackets", "a", r"[(（][a-z][)）]"),
    ("letter and bracket", "a", r"[a-z][)）]"),
    ("letter", "a", r"[a-z]\."),
    ("numeral in brackets", "一", r"[(（][一二三四五六七八九十]{1,3}[)）]"),
    ("numeral", "一", r"[一二三四五六七八九十]{1,3}、"),
    ("stem", "甲", r"[甲乙丙丁戊己庚辛壬癸]、"),
    ("syllable", "가", r"[가나다라마바사아자차카타파하][.)]"),
)
_MARK = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_, _, pattern) in enumerate(_KINDS)))
_DOTS = "•·▪◦●○"


def mark_of(text: str) -> tuple[str, bool]:
    """The kind of mark that the text of an item begins with, "" for none, and whether it is the first of its kind."""
    match = _MARK.match(text)
    if match is None or match.lastgroup is None:
        return "", True
    kind, first, _ = _KINDS[int(match.lastgroup[1:])]
    return kind, match.group().strip("()（）.．、。 ") in first


def with_depths(units: Sequence[Unit], decoded: Decoded) -> list[Unit]:
    """The items with their depths as levels, 1 the outermost; as they are where the markup has given some of them.

    A kind of mark that stands further up is that list going on; another one begins a list in the item above it where
    it is the first of its kind (a after 1), or a dot set further in.
    """
    if any(unit.level for unit in units):
        return list(units)
    open_lists: list[tuple[str, int]] = []
    found = []
    for unit in units:
        kind, first = mark_of(unit.text)
        kind = kind or _bullet(unit, decoded)
        depth = _depth(open_lists, kind, unit.indent, first=first)
        del open_lists[depth:]
        if len(open_lists) < depth:
            open_lists.append((kind, unit.indent))
        found.append(replace(unit, level=depth))
    return found


def _bullet(unit: Unit, decoded: Decoded) -> str:
    """The bullet before an item, which is no text of it; "" where there is none."""
    before = decoded.text[max(0, unit.span.start - 20) : unit.span.start].rstrip(" \t\u3000")
    return before[-1:] if before[-1:] in _DOTS else ""


def _depth(open_lists: Sequence[tuple[str, int]], kind: str, indent: int, *, first: bool) -> int:
    """The depth of an item under the lists that are open, each with the kind of its marks and its indent."""
    numbered = len(kind) > 1
    for depth, (known, at) in enumerate(open_lists, 1):
        if known == kind and (numbered or abs(at - indent) <= 1):
            return depth
    if not open_lists:
        return 1
    above, at = open_lists[-1]
    if first and (numbered or indent > at + 1 or (kind and above and kind != above and indent >= at)):
        return len(open_lists) + 1
    return next((depth for depth, (_, at) in enumerate(open_lists, 1) if at >= indent), len(open_lists))
