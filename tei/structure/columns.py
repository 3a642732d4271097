"""Columns: lines whose cells stand under each other, parted by white space alone."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from tei.model.source import Line

_GAP = re.compile(r"(?<=\S)(?:[ \u3000]{2,}|[ \u3000]*\t[ \t\u3000]*)(?=\S)")
_WIDE = re.compile(r"[\u2e80-\U0010ffff]+")


def width(text: str) -> int:
    """Columns on the page: a Han character takes two."""
    return len(text) + sum(map(len, _WIDE.findall(text)))


def has_gap(text: str) -> bool:
    """Whether there may be wide white space in a line: a question that costs little."""
    return "  " in text or "\t" in text or "\u3000" in text


def cells_of(text: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand in it: what wide white space parts."""
    gaps = [match.span() for match in _GAP.finditer(text)] if has_gap(text) else []
    return list(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True))


def aligned(lines: Sequence[Line]) -> int:
    """How many of `lines`, from the first on, hold the same number of cells, two or more, that stand under each other."""
    count = len(cells_of(lines[0].text))
    rows = list(takewhile(lambda row: len(row[1]) == count > 1, ((line, cells_of(line.text)) for line in lines)))
    tabs = all("\t" in line.text[one[1] : other[0]] for line, cells in rows for one, other in pairwise(cells))
    if tabs or all(_stand_under_each_other([_place(line, row[i]) for line, row in rows]) for i in range(count)):
        return len(rows)
    return 0


def _place(line: Line, cell: tuple[int, int]) -> tuple[int, int]:
    """The columns on the page that a cell begins at and ends before."""
    return line.indent + width(line.text[: cell[0]]), line.indent + width(line.text[: cell[1]])


def _stand_under_each_other(places: Sequence[tuple[int, int]]) -> bool:
    """Whether cells begin, or end, at one column of the page."""
    return any(max(place[edge] for place in places) - min(place[edge] for place in places) <= 1 for edge in (0, 1))
