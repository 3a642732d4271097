"""What the readers of marked-up formats write into: paragraphs, marks and points of a `Transcript`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tei.diagnostics import Diagnostic, Location
from tei.model.decoding import sanitize
from tei.model.transcript import Cell, Mark, Paragraph, ParagraphKind, Place, Point, Transcript
from tei.rules import finding

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LONG = 100  # characters: a longer paragraph is no line of an address or of signatures


@dataclass(slots=True)
class TranscriptWriter:
    """A transcript in the making. Paragraphs are begun and ended; text outside of one begins one.

    Breaks in an empty paragraph go to the start of the next one. Empty paragraphs are the `gap` of the one after them.
    """

    parts: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0
    role: str = ""  # of the version that is being written, and
    document: int = 0  # the number of the document in it
    _open: Paragraph | None = None
    _blank: int = 0
    _spaced: bool = True
    _waiting: list[Point] = field(default_factory=list)
    _marking: list[Mark] = field(default_factory=list)

    @property
    def inside(self) -> bool:
        """Whether a paragraph is open."""
        return self._open is not None

    @property
    def bare(self) -> bool:
        """Whether the open paragraph, or the document, has no text yet since its last break."""
        return self._open is None or self._open.start == self.length

    def begin(
        self,
        kind: ParagraphKind,
        *,
        level: int = 0,
        n: str = "",
        lang: str = "",
        gap: int = 0,
        cell: Cell | None = None,
        place: tuple[int, int] | None = None,
    ) -> None:
        """Opens a paragraph, after ending the one that is open; `gap` is the least number of blank lines before it."""
        self.end()
        self._open = Paragraph(kind, self.length, self.length, level, n, lang, gap, cell, self.role, self.document)
        self._spaced = True
        if place:
            self.places.append(Place(self.length, *place))

    def write(self, text: str, *, place: tuple[int, int] | None = None) -> None:
        """Adds characters as they are."""
        if not text:
            return
        if self._open is None:
            self.begin(ParagraphKind.TEXT)
        text = sanitize(text)[0]
        if place:
            self.places.append(Place(self.length, *place))
        if self._waiting and not text.isspace():
            self.points += [replace(point, offset=self.length) for point in self._waiting]
            self._waiting = []
        self.parts.append(text)
        self.length += len(text)
        self._spaced = text[-1:] in (" ", "\n")

    def flow(self, text: str, *, place: tuple[int, int] | None = None) -> None:
        """Adds characters in which a run of white space is one space, and none at the start of a line."""
        text = _SPACE.sub(" ", text)
        self.write(text[1:] if self._spaced and text.startswith(" ") else text, place=place)

    def newline(self) -> None:
        """Ends a line inside the paragraph; a second one in a row ends the paragraph, and another like it begins."""
        paragraph = self._open
        if paragraph is None:
            return
        line = "".join(self.parts[-2:]).rstrip(" ")
        if not self.bare and line.endswith("\n"):
            self.begin(paragraph.kind, level=paragraph.level, lang=paragraph.lang, gap=1, cell=paragraph.cell)
            return
        self.write("\n")

    def point(self, tag: str, n: str = "", break_: str = "", description: str = "") -> None:
        """A break, a reference or a picture here; the same break twice in one place is one."""
        here = Point(self.length, tag, n, break_, description)
        if tag == "ptr" and self._open is not None:
            self.points.append(here)
        elif self.bare:
            if tag == "figure" or not any(point.tag == tag for point in self._waiting):
                self._waiting.append(here)
        elif here not in self.points[-2:]:
            self.points.append(here)

    def open_mark(self, tag: str, value: str = "") -> None:
        """Begins a mark around what follows."""
        self._marking.append(Mark(self.length, -1, tag, value))

    def close_mark(self) -> None:
        """Ends the innermost mark."""
        mark = replace(self._marking.pop(), end=self.length)
        last = self.marks[-1] if self.marks else None
        if (
            last is not None
            and (last.tag, last.value, last.end) == (mark.tag, mark.value, mark.start)
            and mark.tag == "hi"
        ):
            self.marks[-1] = replace(last, end=mark.end)  # word processors cut a run wherever it was edited
        elif mark.start < mark.end:
            self.marks.append(mark)

    def end(self, *, blank: bool = False) -> None:
        """Ends the paragraph, if one is open; outer white space is not part of it. With `blank`, an empty one counts."""
        paragraph, self._open = self._open, None
        if paragraph is None:
            return
        text = self._since(paragraph.start)
        left = len(text) - len(text.lstrip(" \t\n\r"))
        right = len(text.rstrip(" \t\n\r"))
        if left >= right and paragraph.kind is not ParagraphKind.RULE:
            self._blank += blank
        else:
            start, end = paragraph.start + left, paragraph.start + max(left, right)
            gap = max(paragraph.gap, self._gap(end - start))
            self.paragraphs.append(replace(paragraph, start=start, end=end, gap=gap))
            self._blank = 0
            self._settle_points(paragraph.start, start, end)
        if text:
            self.parts.append("\n")
            self.length += 1
        self._spaced = True

    def _settle_points(self, begin: int, start: int, end: int) -> None:
        """Moves what stands in the white space around a text to its borders; a page that begins behind it waits."""
        own: list[Point] = []
        while self.points and self.points[-1].offset >= begin:
            own.append(self.points.pop())
        for point in reversed(own):
            if point.offset >= end and point.tag in ("pb", "cb", "figure"):
                self._waiting.append(point)
            else:
                self.points.append(replace(point, offset=min(max(point.offset, start), end)))

    def done(self, format: str, notes: "TranscriptWriter", findings: Iterable[Diagnostic]) -> Transcript:
        """The transcript: what was written here, and the notes after it."""
        self.end()
        notes.end()
        at = self.length
        if self.paragraphs:  # a picture below all text
            last = self.paragraphs[-1].end
            self.points += [replace(point, offset=last) for point in self._waiting if point.tag == "figure"]
        moved = [replace(p, start=p.start + at, end=p.end + at) for p in notes.paragraphs]
        marks = [replace(m, start=m.start + at, end=m.end + at) for m in notes.marks]
        points = [replace(p, offset=p.offset + at) for p in notes.points]
        places = [replace(p, offset=p.offset + at) for p in notes.places]
        return Transcript(
            format,
            "".join((*self.parts, *notes.parts)),
            (*self.paragraphs, *moved),
            tuple(sorted((*self.marks, *marks), key=lambda m: (m.start, -m.end))),
            tuple(sorted((*self.points, *points), key=lambda p: p.offset)),
            (*self.places, *places),
            tuple(findings),
        )

    def _since(self, start: int) -> str:
        taken: list[str] = []
        position = self.length
        for part in reversed(self.parts):
            if position <= start:
                break
            taken.append(part)
            position -= len(part)
        return "".join(reversed(taken))

    def _gap(self, size: int) -> int:
        """Blank lines before a paragraph: short ones that follow each other stand together, as lines do."""
        before = self.paragraphs[-1] if self.paragraphs else None
        apart = before is not None and (size > _LONG or before.end - before.start > _LONG)
        return self._blank or int(apart)


@dataclass(slots=True)
class LeftOut:
    """What a file shows that is not in its text, counted: pictures, comments, deleted text."""

    file: str
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str) -> None:
        """One more of `what`."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def findings(self) -> list[Diagnostic]:
        """One finding for each kind."""
        return [_left_out(what, count, self.file) for what, count in self.counts.items()]


_WORDS = {
    "picture": ("RD013", "a picture is", "{} pictures are", "Describe it in the source where it matters."),
    "comment": ("RD013", "a comment is", "{} comments are", "Put it into the text, or into a footnote, to keep it."),
    "hidden": ("RD013", "a hidden passage is", "{} hidden passages are", "Make it visible in the source to keep it."),
    "control": ("RD013", "a form field is", "{} form fields are", "Put its content into the text to keep it."),
    "deletion": (
        "RD012",
        "a tracked deletion is",
        "{} tracked deletions are",
        "Accept or reject the changes in the source, and convert it again.",
    ),
}


def _left_out(what: str, count: int, file: str) -> Diagnostic:
    rule, one, several, help_ = _WORDS[what]
    return finding(rule, f"{one if count == 1 else several.format(count)} not in the text", Location(file), help=help_)
