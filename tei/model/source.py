"""A source as received: decoded text, its place names, and what the reader saw in its layout."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from tei.diagnostics import Location
from tei.model.inline import Inline, plain_text
from tei.model.span import Span
from tei.model.transcript import PlaceIndex, Transcript

# LF, CRLF and CR only: str.splitlines also breaks at characters of the text such as U+2028 and U+0085.
_NEWLINE = re.compile(r"\r\n?|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


class LineIndex:
    """Turns character offsets of a text into lines and columns; newlines are LF, CRLF and CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(newline.end() for newline in _NEWLINE.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of the character at `offset`, or of the end of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def split_lines(text: str) -> list[str]:
    """The lines of `text` with their ends, broken at LF, CRLF and CR only; joined they are `text` again."""
    return _LINE.findall(text)


@dataclass(frozen=True)
class Decoded:
    """A file's bytes as text.

    `text` keeps the file's newlines and holds only characters that XML allows (forbidden ones are replaced one for
    one, so offsets are those of the decoded file; the byte order mark is not part of it). `newline` is "LF",
    "CRLF", "CR", "mixed" or "" (one line). `size` counts bytes; `sha256` is the hex digest of the bytes.

    Of a marked-up file (DOCX, ODT, HTML, TEI) `text` is that of its `transcript`; `encoding` and `newline` are "" where
    the format settles them.
    """

    file: str
    text: str
    encoding: str
    newline: str
    sha256: str
    size: int
    transcript: Transcript | None = None

    @cached_property
    def lines(self) -> LineIndex | PlaceIndex:
        """The index from offsets to lines and columns of the file."""
        return PlaceIndex(self.transcript.places) if self.transcript else LineIndex(self.text)

    def location(self, offset: int) -> Location:
        """The place of the character at `offset` (0-based, in `text`)."""
        line, column = self.lines.position(offset)
        return Location(self.file, line, column)


class LedgerKind(StrEnum):
    """Why characters of a source are not in the text of its edition."""

    METADATA = "metadata"
    SEPARATOR = "separator"
    MARKUP = "markup"
    REPEATED_TITLE = "repeated-title"
    MARKER = "marker"
    PAGE = "page"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Characters set aside from the text, and why."""

    span: Span
    kind: LedgerKind


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text without its markup and outer white space.

    `span` is that of its content. `indent` counts columns (a tab goes to the next multiple of 4, an ideographic space
    is 2 wide); `hard_break` says that it ends with a Markdown hard break; `cell` is the row and column of its cell, from
    1, where it is one of a table.
    """

    content: tuple[Inline, ...]
    span: Span
    indent: int = 0
    hard_break: bool = False
    cell: tuple[int, int] | None = None
    text: str = field(init=False, repr=False, compare=False)
    """Its characters as received: every step asks for them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain_text(self.content))


class LayoutKind(StrEnum):
    """What a run of lines looks like on the page, before anything is known of what it means."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    RULE = "rule"
    TABLE = "table"
    NOTE = "note"
    VERSE = "verse"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that stand together: between blank lines, headings and rules.

    `level` is that of a heading (1–9; 0 for a further line of the one above it) or the depth of a list (1 the outermost),
    0 where the layout does not show it.
    `gap` is the number of blank lines before it, `n` the number of an item or note where it is not in the text, `lang`
    the BCP 47 tag that the markup gives ("" for none; it may be wrong), `role` and `document` what it says of the version and
    the document that it is in.
    """

    kind: LayoutKind
    lines: tuple[Line, ...]
    span: Span
    level: int = 0
    gap: int = 0
    n: str = ""
    lang: str = ""
    role: str = ""
    document: int = 0


@dataclass(frozen=True, slots=True)
class MetadataField:
    """One metadata line of a source.

    `key` is as printed ("" for a bare line such as a page number), `field` the canonical name of a known key (title,
    author, date, page, column, journal, genre, id …) or "". `value` is stripped; `span` covers all of it, `value_span`
    the value alone.
    """

    key: str
    field: str
    value: str
    span: Span
    value_span: Span


@dataclass(frozen=True)
class Source:
    """What a reader makes of a file: its text, its metadata lines and its layout, nothing interpreted yet.

    `languages` are what somebody said of the language of passages (a code for each), before anything is recognised.
    """

    decoded: Decoded
    format: str
    chunks: tuple[Chunk, ...]
    metadata: tuple[MetadataField, ...] = ()
    ledger: tuple[LedgerEntry, ...] = field(default=())
    languages: tuple[tuple[Span, str], ...] = ()
