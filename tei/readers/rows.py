"""The rows of a table that is typed: its cells, and the table as a chunk of the layout."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.readers.layout import InlineReader
from tei.readers.rawlines import RawLine

BAR = re.compile(r"(?<!\\)\|")


def table_cells(line: RawLine, border: re.Pattern[str] = BAR) -> Iterator[tuple[int, int]]:
    """Where each cell of a row stands, without the borders and the white space around it."""
    text = line.content
    start = 1 if text.startswith("|") and border is BAR else 0
    ends = [match.span() for match in border.finditer(text, start)]
    if not ends or ends[-1][1] != len(text):
        ends.append((len(text), len(text)))
    for end, after in ends:
        cell = text[start:end]
        left = len(cell) - len(cell.lstrip())
        yield line.left + start + left, line.left + start + max(left, len(cell.rstrip()))
        start = after


def table_chunk(
    decoded: Decoded,
    rows: Sequence[RawLine],
    inline: InlineReader,
    *,
    drawn: AbstractSet[int] = frozenset(),
    border: re.Pattern[str] = BAR,
) -> tuple[Chunk, list[LedgerEntry]]:
    """A table: the lines of `rows` numbered in `drawn`, which only draw, are markup, as are the borders of cells."""
    lines: list[Line] = []
    ledger: list[LedgerEntry] = []
    number = 0
    for index, row in enumerate(rows):
        position = row.left
        if index not in drawn:
            number += 1
            for column, (start, end) in enumerate(table_cells(row, border), 1):
                if start < end:
                    content, markup = inline(decoded, start, end)
                    ledger += [LedgerEntry(Span(decoded.file, position, start), LedgerKind.MARKUP), *markup]
                    lines.append(Line(content, Span(decoded.file, start, end), cell=(number, column)))
                    position = end
        if position < row.right:
            ledger.append(LedgerEntry(Span(decoded.file, position, row.right), LedgerKind.MARKUP))
    span = Span(decoded.file, rows[0].left, rows[-1].right)
    return Chunk(LayoutKind.TABLE, tuple(lines), span, gap=1), [entry for entry in ledger if len(entry.span)]
