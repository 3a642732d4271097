"""Tables that somebody typed or pasted: rows of cells set apart by bars or tabs, in plain text and in Markdown.

Names and offices of signatories stand in columns too, and the links of a web page between bars. So a table is only what
is drawn as one, or has a column of figures; all else stays lines of text.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from tei.model.source import Chunk, Decoded, LedgerEntry
from tei.readers.layout import InlineReader
from tei.readers.markdown_parts import Parts
from tei.readers.rawlines import RawLine
from tei.readers.rows import BAR, table_cells, table_chunk
from tei.readers.tables import LONG_CELL, are_languages

_BORDER = re.compile(r"[|+\t]")
_TABS = re.compile(r"\t[ \t]*")
_DRAWN = re.compile(r"(?=.*--|.*==)(?=.*[|+])[-=|+: \t]+")  # a line between rows: |---|---|, +====+====+
_FIGURE = re.compile(r"[^\w\s]?\s?\d[\d\s.,:/'’–-]*(?:\s?[^\W\d_]{1,2}\.?|\s?[^\w\s])?")  # also 12 kg, £ 3, 30人, 5 %
_TOP = 6  # lines in which a record of metadata may stand


def typed_tables(decoded: Decoded, parts: Parts, inline: InlineReader) -> Parts:
    """`parts` with the tables among its lines, each in place of its first line."""
    lines = parts.lines
    kept: list[RawLine] = []
    tables: dict[int, Chunk] = {}
    ledger: list[LedgerEntry] = []
    index = 0
    while index < len(lines):
        kept.append(lines[index])
        if not _BORDER.search(lines[index].content):
            index += 1
            continue
        border = BAR if "|" in lines[index].content or _is_drawn(lines[index]) else _TABS
        end = _end(lines, index, border, parts.tables)
        if _is_table(decoded, lines[index:end], border, at_top=index < _TOP):
            drawn = {number for number, line in enumerate(lines[index:end]) if _is_drawn(line)}
            chunk, markup = table_chunk(decoded, lines[index:end], inline, drawn=drawn, border=border)
            tables[lines[index].start] = chunk
            ledger += markup
        else:
            kept += lines[index + 1 : end]
        index = max(end, index + 1)
    return replace(parts, lines=tuple(kept), tables={**parts.tables, **tables}, ledger=(*parts.ledger, *ledger))


def _end(lines: Sequence[RawLine], start: int, border: re.Pattern[str], tables: Container[int]) -> int:
    """Where the rows end that begin at `start`: all with as many cells, two or more, and in none of `tables`."""
    width = 0
    end = start
    while end < len(lines) and not lines[end].blank and lines[end].start not in tables:
        if not (border is BAR and _is_drawn(lines[end])):
            cells = sum(1 for _ in table_cells(lines[end], border))
            if cells < 2 or cells != (width or cells):
                break
            width = cells
        end += 1
    return end


def _is_table(decoded: Decoded, lines: Sequence[RawLine], border: re.Pattern[str], *, at_top: bool) -> bool:
    rows = [
        [decoded.text[start:end] for start, end in table_cells(line, border)] for line in lines if not _is_drawn(line)
    ]
    columns = list(zip(*rows, strict=True))
    if len(rows) < 2 or max(len(cell) for row in rows for cell in row) > LONG_CELL or are_languages(columns):
        return False
    drawn = len(rows) < len(lines) and any(any(column) for column in columns)
    return drawn or (not at_top and any(_is_figures(column[1:]) for column in columns[1:]))


def _is_figures(cells: Sequence[str]) -> bool:
    """Whether the cells below the head of a column are figures: two or more of them, and no other words."""
    filled = [cell for cell in cells if cell.strip("-–—.…")]
    return len(filled) >= 2 and all(_FIGURE.fullmatch(cell) for cell in filled)


def _is_drawn(line: RawLine) -> bool:
    return _DRAWN.fullmatch(line.content) is not None
