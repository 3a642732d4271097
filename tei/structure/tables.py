"""Tables: those that the layout shows, and those whose cells only stand under each other."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from tei.languages.base import LanguagePack
from tei.languages.scripts import main_script
from tei.model.document import Block, Group, Role, Wrapper
from tei.model.inline import cut, texts
from tei.model.source import Decoded, LayoutKind
from tei.structure.columns import aligned, cells_of
from tei.structure.depths import mark_of
from tei.structure.line import Shape
from tei.structure.shapes import line_shape
from tei.structure.units import Unit, joined

_FEWEST_ROWS = 3
_LONGEST_CELL = 60  # characters
_PEOPLE = (Shape.NAME, Shape.PERSON, Shape.ROLE, Shape.PARTY, Shape.MARK, Shape.DATELINE, Shape.VALEDICTION)
_CELL = "a cell of a table"
_IN_COLUMNS = "a cell of a table in columns"


def table_of(unit: Unit, decoded: Decoded) -> Group:
    """The table that a unit is: a block for each cell that has text, its `n` row and column."""
    cells = []
    for place, lines in groupby(unit.lines, key=lambda line: line.cell or (1, 1)):
        inside = list(lines)
        span = inside[0].span.cover(inside[-1].span)
        cells.append(Block(Role.CELL, joined(decoded, inside), span, reason=_CELL, n=f"{place[0]}.{place[1]}"))
    return Group(Wrapper.TABLE, tuple(cells))


def table_in_columns(units: Sequence[Unit], pack: LanguagePack, before: Unit | None) -> tuple[Group, int] | None:
    """The table that `units` begin with and how many of them it takes; None where they are lines of something else.

    Names and offices stand in columns too, and a list may have its numbers in one: these are no tables. `before` is the
    unit above: a table begins with the first line of its columns, so that each line is looked at once.
    """
    if units[0].kind is not LayoutKind.TEXT or len(cells_of(units[0].text)) < 2:
        return None
    if before is not None and not units[0].gap and len(cells_of(before.text)) > 1:
        return None
    rows = [units[0], *takewhile(lambda unit: not unit.gap, units[1:])]
    lines = [unit.lines[0] for unit in takewhile(lambda u: u.kind is LayoutKind.TEXT and len(u.lines) == 1, rows)]
    count = aligned(lines) if lines else 0
    if count < _FEWEST_ROWS or (count < len(lines) and len(cells_of(lines[count].text)) > 1):
        return None
    table = [[(line, *cell) for cell in cells_of(line.text)] for line in lines[:count]]
    columns = [[line.text[start:end] for line, start, end in column] for column in zip(*table, strict=True)]
    scripts = {main_script("".join(column)) for column in columns} - {""}
    if len(scripts) > 1 or not all(_is_tabulated(column, pack) for column in columns):
        return None
    cells = []
    for number, row in enumerate(table, 1):
        for column, (line, start, end) in enumerate(row, 1):
            content = cut(line.content, start, end)
            spans = [leaf.span for leaf in texts(content)]
            span = spans[0].cover(spans[-1])
            cells.append(Block(Role.CELL, content, span, reason=_IN_COLUMNS, n=f"{number}.{column}"))
    return Group(Wrapper.TABLE, tuple(cells)), count


def _is_tabulated(cells: Sequence[str], pack: LanguagePack) -> bool:
    """Whether cells may be those of a table's column: short, different, no sentences, no people, no labels or marks."""
    shapes = [line_shape(cell, pack) for cell in cells[1:]]
    people = sum(shape.shape in _PEOPLE and shape.certainty > 0.5 for shape in shapes)
    ended = sum(cell.endswith((*pack.sentence_end, ",", "，", ";", "；")) for cell in cells)
    return (
        max(map(len, cells)) <= _LONGEST_CELL
        and len({*cells}) > 1
        and 2 * people < len(shapes)
        and 2 * ended < len(cells)
        and not any(cell.endswith((":", "：")) for cell in cells)
        and not all(mark_of(f"{cell} ")[0] for cell in cells)
    )
