"""Units: the chunks of a layout divided into paragraphs, headings, items and single lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypedDict

from tei.languages import packs
from tei.model.inline import Highlight, Inline, Milestone, Text, cut, texts
from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.structure.columns import width
from tei.structure.wrapped import CLOSING, STOPS, WIDEST_WRAP, needs_space, paragraphs

_LONGEST_HEADING = 160  # columns
_FULL_LINE = 60  # columns of a line of an item that goes on below, whatever the next one begins with
_SOME_LINE = 40  # the same, where the next line begins with a small letter


class _OfMarkup(TypedDict):
    hint: str
    role: str
    document: int


PARTING = " \t\u3000，、,：:"
"""Signs between the pieces of one line: a name, its date."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, a heading, a list item or a line that stands alone.

    `lines` are several only where a paragraph is hard-wrapped. `gap` counts the blank lines before it; `foreign` is
    the tag of its own language where that is not the version's. `aside` is the kind of note it is, "" for the text
    itself; `n` the label of such a note. `parted` says that a note which ends a document stood before it, `piece` that
    it is part of a line: it may end with the sign that parts them.
    """

    kind: LayoutKind
    lines: tuple[Line, ...]
    span: Span
    level: int = 0
    gap: int = 0
    foreign: str = ""
    aside: str = ""
    n: str = ""
    parted: bool = False
    piece: bool = False
    hint: str = ""  # the tag of its language in the markup, which may be wrong
    role: str = ""  # of the version that the markup has it in
    document: int = 0  # the number of the document that the markup has it in
    text: str = field(init=False, repr=False, compare=False)
    """Its characters, wrapped lines joined by a space."""

    def __post_init__(self) -> None:
        text = self.lines[0].text if len(self.lines) == 1 else " ".join(line.text for line in self.lines)
        object.__setattr__(self, "text", text)

    @property
    def bare(self) -> str:
        """Its text, that of a piece without the signs that parted it from the next one."""
        return self.text.rstrip(PARTING) if self.piece else self.text

    @property
    def bold(self) -> bool:
        """Whether it is one line, and all of it is set in bold."""
        content = self.lines[0].content if len(self.lines) == 1 else ()
        return len(content) == 1 and isinstance(content[0], Highlight) and "bold" in content[0].rend

    @property
    def indent(self) -> int:
        """The indentation of its first line, in columns."""
        return self.lines[0].indent if self.lines else 0


def make_units(chunks: Iterable[Chunk]) -> list[Unit]:
    """The units of `chunks` in order; a rule is a unit without lines."""
    units: list[Unit] = []
    for chunk in chunks:
        last = units[-1] if units else None
        if last is not None and last.kind is LayoutKind.ITEM and chunk.kind is LayoutKind.TEXT and not chunk.gap:
            more = _rest_of_item(last.lines[-1], chunk.lines)
            if more:
                span = last.span.cover(more[-1].span)
                units[-1] = replace(last, lines=(*last.lines, *more), span=span)
                chunk = replace(chunk, lines=chunk.lines[len(more) :])
        if chunk.lines or chunk.kind is LayoutKind.RULE:
            units += _divide(chunk)
    return units


def _rest_of_item(line: Line, below: tuple[Line, ...]) -> list[Line]:
    """The lines directly below an item that its text goes on in, where it was broken into lines of about one width."""
    rest: list[Line] = []
    for after in below:
        last = rest[-1] if rest else line
        full = width(last.text) >= (_FULL_LINE if after.text[:1].isupper() else _SOME_LINE)
        if not full or width(last.text) > WIDEST_WRAP or not (last.text[-1].isalnum() or last.text[-1] in ",-，、"):
            break
        rest.append(after)
    return rest


def _divide(chunk: Chunk) -> Iterator[Unit]:
    if chunk.kind is not LayoutKind.TEXT:
        prose = chunk.kind is LayoutKind.HEADING and _is_prose(" ".join(line.text for line in chunk.lines))
        kind, level = (LayoutKind.TEXT, 0) if prose else (chunk.kind, chunk.level)
        yield Unit(kind, chunk.lines, chunk.span, level, chunk.gap, n=chunk.n, **_of_markup(chunk))
        return
    gap = chunk.gap
    for lines in paragraphs(chunk.lines):
        span = lines[0].span.cover(lines[-1].span)
        yield Unit(LayoutKind.TEXT, tuple(lines), span, gap=gap, **_of_markup(chunk))
        gap = 0


def _of_markup(chunk: Chunk) -> _OfMarkup:
    return {"hint": chunk.lang, "role": chunk.role, "document": chunk.document}


def _is_prose(text: str) -> bool:
    """Whether what the markup calls a heading is a paragraph that was only to look like one: long, with stops in it."""
    stops = sum(text.count(stop) for stop in ".。!！?？")
    return width(text) > _LONGEST_HEADING and stops > 1 and text.rstrip(CLOSING).endswith(STOPS)


def joined(decoded: Decoded, lines: Iterable[Line]) -> tuple[Inline, ...]:
    """The content of wrapped lines as one run; between words of a spaced script the newline stays as white space."""
    content: list[Inline] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _breaks_word(previous.text, line.text):
            content.append(Milestone("lb", break_="no"))
        elif previous is not None and needs_space(previous.text, line.text):
            content.append(glue(decoded, previous.span, line.span))
        content.extend(line.content)
        previous = line
    return tuple(content)


def _breaks_word(before: str, after: str) -> bool:
    """Whether a hyphen at the end of a line parts a word; not that of a first part that is left hanging (Ein- und …)."""
    word = re.match(r"[^\W\d_]+", after)
    if word is None or not before.endswith(("-", "\u00ac")) or not before[-2:-1].isalpha():
        return False
    small = word.group().islower() and word.group() not in _joining_words()
    return small or (before[-2].isupper() and word.group().isupper() and len(word.group()) > 1)


@cache
def _joining_words() -> frozenset[str]:
    """What stands between the parts of a list or of a range in some language: and, bis, или."""
    return frozenset(word for pack in packs() for word in (*pack.dates.list_words, *pack.dates.range_words))


def piece(unit: Unit, start: int, end: int) -> Unit:
    """The part of a unit of one line from `start` to `end` of its text, as a unit of its own."""
    content = cut(unit.lines[0].content, start, end)
    spans = [leaf.span for leaf in texts(content)]
    span = spans[0].cover(spans[-1])
    return replace(unit, lines=(Line(content, span, unit.indent),), span=span, gap=unit.gap if start == 0 else 0)


def set_aside(lines: Iterable[Line], kind: LedgerKind) -> list[LedgerEntry]:
    """Ledger entries for the characters of lines, without the markup between them, which has entries of its own."""
    return [LedgerEntry(leaf.span, kind) for line in lines for leaf in texts(line.content)]


def glue(decoded: Decoded, before: Span, after: Span) -> Text:
    """The first white space between two spans of the source, as text."""
    start = before.end
    while start < after.start and not decoded.text[start].isspace():
        start += 1
    end = start
    while end < after.start and decoded.text[end].isspace():
        end += 1
    return Text(decoded.text[start:end], Span(decoded.file, start, end))
