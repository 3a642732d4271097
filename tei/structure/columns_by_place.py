"""Lines of a block of columns that only their place tells: what stands above a row of names, cell by cell."""

from collections.abc import Sequence

from tei.model.source import LayoutKind
from tei.structure.line import LineShape, Shape
from tei.structure.shapes import COLUMN_GAP
from tei.structure.units import Unit

_MOST_ROWS = 8  # above the names
_LONGEST_CELL = 60  # characters
_BY_PLACE = 0.8


def columns_by_place(units: Sequence[Unit], shapes: Sequence[LineShape]) -> list[LineShape]:
    """The shapes, where lines of as many cells as the row of names below them say for whom these sign.

    The name of a party may be parted over several lines, so that no cell names one: “On behalf of   On behalf of”, “the
    Government of   the Republic of”.
    """
    found = list(shapes)
    for index, shape in enumerate(shapes):
        if shape.columns < 2 or shape.shape not in (Shape.NAME, Shape.PERSON):
            continue
        for above in range(index - 1, max(0, index - _MOST_ROWS) - 1, -1):
            if not _is_row(units[above], shape.columns):
                break
            if found[above].shape is Shape.OTHER:
                found[above] = LineShape(Shape.PARTY, (), _BY_PLACE, shape.columns)
    return found


def _is_row(unit: Unit, cells: int) -> bool:
    """Whether a unit is a line of `cells` short cells, none of them a sentence."""
    if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1:
        return False
    texts = [text.strip() for text in COLUMN_GAP.split(unit.text)]
    short = all(text and len(text) <= _LONGEST_CELL and not text.endswith((".", ";")) for text in texts)
    return len(texts) == cells and short
