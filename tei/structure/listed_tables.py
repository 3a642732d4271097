"""Tables that are typed as lists: each row an item with its cells below it, or labels that come round again.

A list is one only where that is certain: every row has the same labels in the same order, or as many short cells, of
which those of one column are figures and those of another are none.
"""

import re
from collections.abc import Sequence

from tei.model.document import Block, Group, Role, Wrapper
from tei.model.source import Decoded
from tei.structure.units import Unit, joined

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：.。;；\n]{0,30}?)[ \t\u3000]*[:：][ \t\u3000]*\S")
_LONGEST_CELL = 120  # characters
_LONGEST_PLAIN = 40  # of a cell without a label
_FEWEST_PLAIN = 3  # rows of such cells
_SENTENCE_END = tuple(".。!！?？;；,，")
_CELL = "a cell of a table that is typed as a list"

Rows = list[list[Unit]]


def listed_table(units: Sequence[Unit], decoded: Decoded) -> Group | None:
    """The table that the items of a list are; None where they are a list."""
    if any(len(unit.text) > _LONGEST_CELL or unit.n for unit in units):
        return None
    rows = _nested_rows(units) or _repeated_rows(units)
    places = [(f"{number}.{column}", unit) for number, row in enumerate(rows, 1) for column, unit in enumerate(row, 1)]
    cells = [
        Block(Role.CELL, joined(decoded, unit.lines), unit.span, lang=unit.foreign, reason=_CELL, n=place)
        for place, unit in places
    ]
    return Group(Wrapper.TABLE, tuple(cells)) if cells else None


def _nested_rows(units: Sequence[Unit]) -> Rows:
    """Rows of one item with its cells one step below it; none where the cells are not labelled alike in each."""
    outer = units[0].level
    rows: Rows = []
    for unit in units:
        if unit.level == outer:
            rows.append([unit])
        else:
            rows[-1].append(unit)
    cells = [row[1:] for row in rows]
    if len(rows) < 2 or len({unit.level for row in cells for unit in row}) != 1:
        return []
    if _columns_alike(cells) and all(not _label(row[0]) for row in rows):
        return rows
    labels = _labels(cells[0])
    heads = {_label(row[0]) for row in rows}
    width = len(labels) + (len(heads) == 1 and "" not in heads)
    plain = len(heads) == 1 or all(not head for head in heads)
    return rows if width >= 2 and plain and all(_labels(row) == labels for row in cells) else []


def _columns_alike(rows: Rows) -> bool:
    """Whether cells without labels are those of a table: three rows of as many short cells, figures in one column only."""
    widths = {len(row) for row in rows}
    if len(rows) < _FEWEST_PLAIN or len(widths) > 1 or min(widths) < 2:
        return False
    if any(len(cell.text) > _LONGEST_PLAIN or cell.text.endswith(_SENTENCE_END) for row in rows for cell in row):
        return False
    figures = [sum(any(map(str.isdigit, cell.text)) for cell in column) for column in zip(*rows, strict=True)]
    return len(rows) in figures and 0 in figures


def _repeated_rows(units: Sequence[Unit]) -> Rows:
    """Rows of items of one level whose labels come round again, twice or more and as a whole; none for any others."""
    labels = [_label(unit) for unit in units]
    if "" in labels or len({unit.level for unit in units}) != 1:
        return []
    width = labels.index(labels[0], 1) if labels[0] in labels[1:] else 0
    if width < 2 or len(labels) % width or len({*labels[:width]}) < width:
        return []
    rows = [list(units[start : start + width]) for start in range(0, len(units), width)]
    return rows if all(_labels(row) == labels[:width] for row in rows) else []


def _labels(row: Sequence[Unit]) -> list[str]:
    """The labels of the cells of a row; none where one has no label, or two have the same."""
    found = [_label(unit) for unit in row]
    return found if len({*found, ""}) == len(found) + 1 else []


def _label(unit: Unit) -> str:
    match = _LABEL.match(unit.text)
    return match["label"].casefold() if match else ""
