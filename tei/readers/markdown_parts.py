"""The lines of a Markdown file without the markup that blocks put around them, and its tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.readers.markdown import markdown_inline
from tei.readers.markdown_blocks import Blocks, markdown_blocks, quote_end
from tei.readers.rawlines import RawLine
from tei.readers.rows import table_chunk

_VERSE = re.compile(r"\|[ \t]+[^|\s][^|]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """Lines to scan, with what is known of them; the first line of a table or a stanza in `tables` stands for all of it."""

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
        elif size := _line_block(lines[number:]):
            tables[line.start], markup = _verse(decoded, lines[number : number + size])
            ledger += markup
            skip = number + size
        elif line.start in blocks.markup:
            set_aside(line.left, line.right)
            line = replace(line, left=line.right)
        kept.append(line)
    return Parts(tuple(kept), blocks, tables, tuple(ledger))


def _line_block(lines: Sequence[RawLine]) -> int:
    """How many lines of verse `lines` begin with, each with a bar before it (as Pandoc writes them); 0 where one alone."""
    size = sum(1 for _ in takewhile(lambda line: _VERSE.fullmatch(line.content), lines))
    return size if size > 1 else 0


def _verse(decoded: Decoded, lines: Sequence[RawLine]) -> tuple[Chunk, list[LedgerEntry]]:
    """The lines of verse as a chunk without their bars, which are markup."""
    found: list[Line] = []
    ledger: list[LedgerEntry] = []
    for line in lines:
        start = line.left + 1 + len(line.content[1:]) - len(line.content[1:].lstrip())
        content, markup = markdown_inline(decoded, start, line.right)
        ledger += [LedgerEntry(Span(decoded.file, line.left, line.left + 1), LedgerKind.MARKUP), *markup]
        found.append(Line(content, Span(decoded.file, start, line.right), start - line.left - 1))
    span = Span(decoded.file, lines[0].left, lines[-1].right)
    return Chunk(LayoutKind.VERSE, tuple(found), span, gap=1), ledger
