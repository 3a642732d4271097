"""The text of a marked-up file as lines, and beside it what the markup says of them.

A DOCX, ODT, HTML or TEI file is read as a transcription would be: paragraph after paragraph, in the order in which it
is read. The text is the characters that the format itself shows; headings, lists, tables, notes, emphasis and breaks
stand beside them as ranges. So the stages after the readers need to know nothing of any format.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from tei.diagnostics import Diagnostic
from tei.model.decoding import Decoding


class ParagraphKind(StrEnum):
    """What the markup says that a paragraph is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    MORE = "more"  # a further paragraph of the item before it
    CELL = "cell"
    NOTE = "note"
    RULE = "rule"
    VERSE = "verse"  # one line of verse for each of its lines
    PREFORMATTED = "preformatted"  # its lines are laid out by hand
    METADATA = "metadata"
    NAVIGATION = "navigation"
    RUNNING_HEAD = "running-head"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table: the table's number in the file, row and column from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end` of the text; lines of it are parted by newlines.

    `level` is that of a heading (1–9; 0 for one more head of what the heading above it is of) or the depth of a list (1 the outermost). `n` is the number of an item or note as
    it is printed, or the key of a metadata line. `lang` is the BCP 47 tag that the file gives, "" for none. `gap`
    counts the blank lines before it. `role` is that of the version it is in (original, translation), `document` the number
    of the document, where the file holds several.
    """

    kind: ParagraphKind
    start: int
    end: int
    level: int = 0
    n: str = ""
    lang: str = ""
    gap: int = 0
    cell: Cell | None = None
    role: str = ""
    document: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters set apart by markup. Marks nest.

    `tag` is a TEI element (hi, ref, persName …) with its `value` (`@rend`, `@target`, `@type`), or "aside" for
    characters that are not text: the arrow that leads back from a note.
    """

    start: int
    end: int
    tag: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point in the text: `tag` is pb, cb, lb, ptr or figure.

    `n` is the number of the page or of the note that a ptr is for, or the URL of a picture, whose `description` is what
    stands in its place where it is not shown.
    """

    offset: int
    tag: str
    n: str = ""
    break_: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The characters from `offset` on stand in line `line` of the file, from column `column` on; both count from 1."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True)
class Transcript:
    """A marked-up file as text.

    `format` is the name of its format; what was left out is in `findings`. `decoding` says how its bytes were read, None
    where the format settles that.
    """

    format: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()
    points: tuple[Point, ...] = ()
    places: tuple[Place, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    decoding: Decoding | None = None


class PlaceIndex:
    """Turns offsets of a transcript into lines and columns of its file; of a DOCX or ODT the line is the paragraph."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self._offsets = [place.offset for place in places]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of the character at `offset`; 0 and 0 for metadata, which stands on no line."""
        index = bisect_right(self._offsets, offset) - 1
        if index < 0:
            return 0, 0
        place = self._places[index]
        return place.line, place.column + offset - place.offset
