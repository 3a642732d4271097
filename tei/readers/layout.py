"""The layout of a transcription: headings, rules, list items and runs of lines, each with its place in the source.

Plain text and Markdown are read by the same scanner, since people mix them: a `.txt` with `###` headings and `<hr />`
is common. Only marks inside a line (emphasis, escapes) are left to Markdown files.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from tei.model.inline import Inline, Text
from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.readers.rawlines import RawLine, indent_of
from tei.readers.underlines import underlined

_HEADING = re.compile(r"(?P<marks>#{2,6})(?=[^#])[ \t\u3000]*|(?P<mark>#)[ \t\u3000]+")
_HEADING_END = re.compile(r"[ \t\u3000]+#+$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}|<hr\b[^>]*>|[=—]{5,}", re.IGNORECASE)
_HIDDEN_TAG = re.compile(r"<(?:meta|link|!--|!doctype|/?(?:html|head|body|div|center)\b)[^>]*>", re.IGNORECASE)
_CELL_EDGE = re.compile(r"(?P<left>\|[ \t]+)?[^|]*[^|\s](?P<right>[ \t]+\|)?")  # of a table whose other cells are gone
_LONE_MARK = re.compile(r"[*_`]{1,3}")  # of an emphasis that spans paragraphs, which Markdown does not have
_BULLET = re.compile(r"[-*+•·▪◦●○][ \t\u3000]+(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\(?[a-z]\))[ \t\u3000]*(?=\S)"
)

InlineReader = Callable[[Decoded, int, int], tuple[tuple[Inline, ...], list[LedgerEntry]]]
"""Reads the characters from one offset to another as inline content, and says which of them are markup."""


def plain_inline(decoded: Decoded, start: int, end: int) -> tuple[tuple[Inline, ...], list[LedgerEntry]]:
    """The characters as one `Text`: plain text has no markup inside a line."""
    return (Text(decoded.text[start:end], Span(decoded.file, start, end)),), []


def scan(
    decoded: Decoded,
    lines: Sequence[RawLine],
    *,
    inline: InlineReader = plain_inline,
    levels: Mapping[int, int] = MappingProxyType({}),
    more: AbstractSet[int] = frozenset(),
) -> tuple[tuple[Chunk, ...], tuple[LedgerEntry, ...]]:
    """The chunks of `lines`, and what of them is markup of the layout.

    `levels` are the depths of items and `more` the lines that go on with one, each line named by its offset, where
    somebody knows them.
    """
    ledger: list[LedgerEntry] = []
    chunks: list[Chunk] = []
    waiting: list[Inline] = []
    for chunk in _chunks(decoded, lines, inline, ledger):
        chunk = _with_text(chunk, waiting)
        if not chunk.lines and chunk.kind is not LayoutKind.RULE:
            continue  # markup alone
        last = chunks[-1] if chunks else None
        # Text that follows an item is cut where the item ends, so it goes on with the item as a whole or not at all.
        below = last is not None and last.kind is LayoutKind.ITEM and chunk.kind is LayoutKind.TEXT and not chunk.gap
        if last and below and more and all(_line_start(decoded, line) in more for line in chunk.lines):
            chunks[-1] = replace(last, lines=(*last.lines, *chunk.lines), span=last.span.cover(chunk.span))
        elif chunk.kind is LayoutKind.ITEM and levels:
            chunks.append(replace(chunk, level=levels.get(_line_start(decoded, chunk.lines[0]), 0)))
        else:
            chunks.append(chunk)
    end = next((number for number in range(len(chunks) - 1, -1, -1) if chunks[number].lines), None)
    if waiting and end is not None:  # a picture below all text
        *above, line = chunks[end].lines
        chunks[end] = replace(chunks[end], lines=(*above, replace(line, content=(*line.content, *waiting))))
    return tuple(chunks), tuple(ledger)


def _with_text(chunk: Chunk, waiting: list[Inline]) -> Chunk:
    """The chunk without the lines of which nothing is left but markup; a picture goes to the start of the next line."""
    if not waiting and all(line.text for line in chunk.lines):
        return chunk
    lines = []
    for line in chunk.lines:
        if not line.text:
            waiting += line.content
            continue
        lines.append(replace(line, content=(*waiting, *line.content)) if waiting else line)
        waiting.clear()
    return replace(chunk, lines=tuple(lines))


def _line_start(decoded: Decoded, line: Line) -> int:
    """The offset of the line of the file that `line` stands in."""
    return max(decoded.text.rfind(newline, 0, line.span.start) for newline in "\r\n") + 1


def _chunks(
    decoded: Decoded, lines: Sequence[RawLine], inline: InlineReader, ledger: list[LedgerEntry]
) -> Iterator[Chunk]:
    waiting: list[Line] = []
    gap = blank = 0
    headings = {heading.lines[0].start: heading for heading in underlined(lines)}
    covered = {line.start for heading in headings.values() for line in (*heading.lines, *heading.marks)}

    def flush() -> Iterator[Chunk]:
        if waiting:
            yield _chunk(LayoutKind.TEXT, waiting, gap=gap)
            waiting.clear()

    def set_aside(start: int, end: int, kind: LedgerKind) -> None:
        if start < end:
            ledger.append(LedgerEntry(Span(decoded.file, start, end), kind))

    for line in lines:
        raw = _without_cell_edge(line)
        if raw is not line:
            set_aside(line.left, raw.left, LedgerKind.MARKUP)
        if raw.right < line.right:  # the bar alone: the white space before it may come to stand between joined lines
            set_aside(line.right - 1, line.right, LedgerKind.MARKUP)
        if raw.blank:
            yield from flush()
            blank += 1
            continue
        text = raw.content
        if line.start in covered:
            if heading := headings.get(line.start):
                yield from flush()
                for mark in heading.marks:
                    set_aside(mark.left, mark.right, LedgerKind.MARKUP)
                inner = [_line(decoded, own, own.left, own.right, inline, ledger) for own in heading.lines]
                yield _chunk(LayoutKind.HEADING, inner, gap=blank, level=heading.level)
            blank = 0
            continue
        if not waiting:
            gap = blank
        blank = 0
        if _RULE.fullmatch(text):
            yield from flush()
            set_aside(raw.left, raw.right, LedgerKind.SEPARATOR)
            yield Chunk(LayoutKind.RULE, (), Span(decoded.file, raw.left, raw.right), gap=gap)
        elif _HIDDEN_TAG.fullmatch(text) or (inline is not plain_inline and _LONE_MARK.fullmatch(text)):
            set_aside(raw.left, raw.right, LedgerKind.MARKUP)
        elif (match := _HEADING.match(text)) and len(text) > match.end():
            yield from flush()
            start = raw.left + match.end()
            end = raw.right - (len(closing.group()) if (closing := _HEADING_END.search(text)) else 0)
            set_aside(raw.left, start, LedgerKind.MARKUP)
            set_aside(end, raw.right, LedgerKind.MARKUP)
            level = len(match["marks"] or match["mark"])
            yield _chunk(LayoutKind.HEADING, [_line(decoded, raw, start, end, inline, ledger)], gap=gap, level=level)
        elif (match := _BULLET.match(text)) or (match := _NUMBER.match(text)):
            yield from flush()
            # A bullet only says that it is a list; a printed number is part of the text, which may be referred to.
            start = raw.left + match.end() if match.re is _BULLET else raw.left
            set_aside(raw.left, start, LedgerKind.MARKUP)
            yield _chunk(LayoutKind.ITEM, [_line(decoded, raw, start, raw.right, inline, ledger)], gap=gap)
            gap = 0
        else:
            waiting.append(_line(decoded, raw, raw.left, raw.right, inline, ledger))
    yield from flush()


def _without_cell_edge(raw: RawLine) -> RawLine:
    """The line without the bar of a table at its end or start, where no other bar parts it."""
    if "|" not in raw.content or (match := _CELL_EDGE.fullmatch(raw.content)) is None:
        return raw
    left, right = (len(match[side] or "") for side in ("left", "right"))
    return replace(raw, left=raw.left + left, right=raw.right - right)


def _line(
    decoded: Decoded, raw: RawLine, start: int, end: int, inline: InlineReader, ledger: list[LedgerEntry]
) -> Line:
    content, markup = inline(decoded, start, end)
    ledger.extend(markup)
    hard_break = raw.text.endswith(("  ", "\\"))
    return Line(content, Span(decoded.file, start, end), indent_of(raw), hard_break)


def _chunk(kind: LayoutKind, lines: list[Line], *, gap: int, level: int = 0) -> Chunk:
    span = lines[0].span.cover(lines[-1].span)
    return Chunk(kind, tuple(lines), span, level, gap)
