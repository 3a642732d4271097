"""Tables as text: columns fit the width of the page, and a wide character (CJK) counts as two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from tei.reporting.page import Page
from tei.reporting.words import visible

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `right` for numbers; `cut` for the one whose text gives way where the page is too narrow."""

    title: str
    right: bool = False
    cut: bool = False


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], page: Page, *, dim: Iterable[int] = ()) -> str:
    """The rows under their columns' titles; the rows numbered in `dim` are toned down where style is allowed.

    The columns that are cut share what the others leave, at least eight cells each.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    titles = [column.title for column in columns]
    widths = [max(map(cell_len, column)) for column in zip(titles, *cells, strict=True)]
    cut = [number for number, column in enumerate(columns) if column.cut]
    left = page.width - len(_GAP) * (len(columns) - 1) - sum(w for n, w in enumerate(widths) if n not in cut)
    for done, number in enumerate(sorted(cut, key=lambda number: widths[number])):
        widths[number] = min(widths[number], max(8, left // (len(cut) - done)))
        left -= widths[number]

    def line(row: Sequence[str]) -> str:
        parts = (_fit(cell, width, column.right) for cell, width, column in zip(row, widths, columns, strict=True))
        return _GAP.join(parts).rstrip()

    head = [page.style(line(titles), "1"), "─" * min(page.width, sum(widths) + len(_GAP) * (len(widths) - 1))]
    toned = frozenset(dim)
    body = [page.style(line(row), "2") if number in toned else line(row) for number, row in enumerate(cells)]
    return "\n".join([*head, *body]) + "\n"


def _fit(text: str, width: int, right: bool) -> str:
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    padding = " " * (width - cell_len(text))
    return padding + text if right else text + padding
