"""The lines of a Markdown file without the markup that blocks put around them, and its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tei.model.source import Chunk, Decoded, LedgerEntry, LedgerKind
from tei.model.span import Span
from tei.readers.layout import RawLine
from tei.readers.markdown import markdown_inline
from tei.readers.markdown_blocks import Blocks, markdown_blocks, quote_end
from tei.readers.rows import table_chunk


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
            tables[line.start], markup = table_chunk(decoded, rows, markdown_inline, drawn={1})
            ledger += markup
            skip = number + len(rows)
        elif line.start in blocks.markup:
            set_aside(line.left, line.right)
            line = replace(line, left=line.right)
        kept.append(line)
    return Parts(tuple(kept), blocks, tables, tuple(ledger))
