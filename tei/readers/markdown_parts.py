"""The lines of a Markdown file without the markup that blocks put around them, and its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.readers.layout import RawLine
from tei.readers.markdown import markdown_inline
from tei.readers.markdown_blocks import Blocks, markdown_blocks, quote_end, table_cells


@dataclass(frozen=True, slots=True)
class Parts:
    """Lines to scan, with what is known of them; the line of a table in `tables` stands for the whole of it."""

    lines: tuple[RawLine, ...]
    blocks: Blocks = field(default_factory=Blocks)
    tables: dict[int, Chunk] = field(default_factory=dict)
    ledger: tuple[LedgerEntry, ...] = ()


def markdown_parts(decoded: Decoded, lines: Sequence[RawLine]) -> Parts:
    """The parts of a Markdown file: marks of quotation and fences are in the ledger, and cannot be mistaken for text."""
    blocks = markdown_blocks(lines)
    ledger: list[LedgerEntry] = []
    tables: dict[int, Chunk] = {}
    kept: list[RawLine] = []
    skip = 0

    def set_aside(start: int, end: int) -> None:
        if start < end:
            ledger.append(LedgerEntry(Span(decoded.file, start, end), LedgerKind.MARKUP))

    for number, line in enumerate(lines):
        if number < skip:
            continue
        if line.start in blocks.quoted:
            start = quote_end(line)
            set_aside(line.left, start)
            line = replace(line, left=min(max(start, line.left), max(line.right, line.left)))
        if line.start in blocks.tables and line.start not in blocks.quoted:
            rows = blocks.tables[line.start]
            tables[line.start], markup = _table(decoded, rows)
            ledger += markup
            skip = number + len(rows)
        elif line.start in blocks.markup:
            set_aside(line.left, line.right)
            line = replace(line, left=line.right)
        kept.append(line)
    return Parts(tuple(kept), blocks, tables, tuple(ledger))


def _table(decoded: Decoded, rows: Sequence[RawLine]) -> tuple[Chunk, list[LedgerEntry]]:
    """A table: its second line, which only draws, is markup, as are the bars between the cells."""
    lines: list[Line] = []
    ledger: list[LedgerEntry] = []
    number = 0
    for index, row in enumerate(rows):
        position = row.left
        if index != 1:
            number += 1
            for column, (start, end) in enumerate(table_cells(row), 1):
                if start < end:
                    content, markup = markdown_inline(decoded, start, end)
                    ledger += [LedgerEntry(Span(decoded.file, position, start), LedgerKind.MARKUP), *markup]
                    lines.append(Line(content, Span(decoded.file, start, end), cell=(number, column)))
                    position = end
        if position < row.right:
            ledger.append(LedgerEntry(Span(decoded.file, position, row.right), LedgerKind.MARKUP))
    span = Span(decoded.file, rows[0].left, rows[-1].right)
    return Chunk(LayoutKind.TABLE, tuple(lines), span, gap=1), [entry for entry in ledger if len(entry.span)]
