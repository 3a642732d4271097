"""Fidelity: the written text is the source's characters, in order, and what is not in the text is in the ledger.

The check reads the written file and the source file, nothing of the program's memory: see `docs/fidelity.md`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import accumulate
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.errors import UnreadableInput, UsageError
from tei.model.joint import join_texts, part_starts
from tei.model.white_space import INK, ink
from tei.names import XML_ID, local_name, tei
from tei.plugins import TeiFile
from tei.rules import finding
from tei.validators.interleaving import Difference, Piece, differences
from tei.validators.sourceless import HELP, without_source
from tei.validators.xmlfile import Places

if TYPE_CHECKING:
    from tei.model.source import LineIndex
    from tei.model.transcript import PlaceIndex

_EXCERPT = 40
_PART = 4096

# Elements at whose borders a version may give way to another in the source. Milestones are among them: what a break
# cut in two may have other text between.
_BLOCKS = """
div head p ab list item label opener closer postscript dateline salute signed byline trailer note
quote lg l table row cell lb pb cb
"""
_BORDERS = frozenset(_BLOCKS.split())
_OFFSETS = re.compile("([0-9]{1,12})-([0-9]{1,12})")
_DESCRIPTION = tei("figDesc")  # of a picture: no text, though the source may have it beside its address
_PROPOSALS = frozenset({"corr", "reg"})
_NOT_RECEIVED = _PROPOSALS | {local_name(_DESCRIPTION)}
_ANY_NOT_RECEIVED = tuple(f"{{*}}{name}" for name in sorted(_NOT_RECEIVED))

_HELP = {
    "FD001": "put them back where the related place says, or account for them in the ledger",
    "FD002": "take them out; what an editor proposes stands in corr or reg beside what is printed",
    "FD003": "convert the source again; the ledger is not meant to be edited by hand",
    "FD004": "restore the source as it was, or convert it again",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A note of the ledger: characters `start` to `end` of the source are set aside."""

    start: int
    end: int
    element: etree._Element


class FidelityValidator:
    """Proves that every non-space character of the source is in the text in order, or accounted for."""

    name = "fidelity"

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """The differences between `document` and the source that it was made from."""
        if document.source is None:
            yield without_source(document.file)
            return
        root = document.tree.getroot()
        bibls: list[etree._Element | None] = [*root.findall(f".//{tei('sourceDesc')}/{tei('bibl')}[@type='file']")]
        received: list[_Received] = []
        for bibl in bibls or [None]:
            # A name, never a path, and beside the first file: a document must not lead us elsewhere.
            name = PurePath(_recorded(bibl, "idno", "filename")).name if received else document.source.name
            path = document.source.with_name(name) if name else document.source
            one, found = _receive(document, path, bibl, root)
            if found is not None:
                yield found
            if one is None:
                return
            received.append(one)
        yield from _Comparison(document, received).findings(root)


@dataclass(frozen=True, slots=True)
class _Received:
    """A source file: its text, its lines, and what the header says of it."""

    file: str
    text: str
    lines: "LineIndex | PlaceIndex"
    bibl: etree._Element | None


def _receive(
    document: TeiFile, path: Path, bibl: etree._Element | None, root: etree._Element
) -> tuple[_Received | None, Diagnostic | None]:
    """The source file at `path` and what is wrong with it; no file where nothing can be compared with it."""
    data = _read(path)
    if isinstance(data, str):
        return None, finding("FD005", data, Location(document.file), help=HELP)
    wrong = None
    recorded = _recorded(bibl, "idno", "sha256").lower()
    if recorded != sha256(data).hexdigest():
        place = Places(document).of(root if bibl is None else bibl)
        wrong = finding("FD004", _hash_message(recorded), place, help=_HELP["FD004"])
        if recorded:  # every further difference would follow from this one
            return None, wrong
    encoding = _recorded(bibl, "note", "source-encoding").partition(",")[0]
    try:
        text, lines = _text(data, str(path), _recorded(bibl, "note", "source-format"), encoding)
    except (UnreadableInput, UsageError) as fault:
        return None, finding("FD004", fault.message, Location(str(path)), help=fault.help)
    return _Received(str(path), text, lines, bibl), wrong


def _text(data: bytes, file: str, format: str, encoding: str) -> "tuple[str, LineIndex | PlaceIndex]":
    """The text of a source, and its lines: of a marked-up file that of its transcript."""
    # Imported here: without a source there is nothing to compare.
    from tei.formats import FORMATS, transcribe
    from tei.model.decoding import decode_bytes
    from tei.model.source import LineIndex
    from tei.model.transcript import PlaceIndex

    if format in FORMATS:
        transcript = transcribe(data, file, format, encoding)
        return transcript.text, PlaceIndex(transcript.places)
    text = decode_bytes(data, encoding).text
    return text, LineIndex(text)


def _read(source: Path) -> bytes | str:
    """The bytes of the source, or why there are none."""
    try:
        return source.read_bytes()
    except OSError as fault:
        return f"the source {source} cannot be read ({fault.strerror}), so the text was not compared with it"


def _recorded(bibl: etree._Element | None, name: str, kind: str) -> str:
    """What the header says of the source file: the text of its `name` of this type; "" where there is none."""
    text = None if bibl is None else bibl.findtext(f"{tei(name)}[@type='{kind}']")
    return (text or "").strip()


def _hash_message(recorded: str) -> str:
    if recorded:
        return "the source file has another SHA-256 than the header records"
    return "the header does not record which source the edition was made from"


class _Comparison:
    """One edition beside the decoded text of its source: of several files, the texts one after the other."""

    def __init__(self, document: TeiFile, received: list[_Received]) -> None:
        self._document = document
        self._received = received
        self._starts = part_starts([each.text for each in received])
        self._source = join_texts([each.text for each in received])

    @cached_property
    def _places(self) -> Places:
        return Places(self._document)

    def findings(self, root: etree._Element) -> Iterator[Diagnostic]:
        """First what is wrong with the ledger, then where the text and the rest of the source part."""
        entries = []
        for each, start in zip(self._received, self._starts, strict=True):
            notes = [] if each.bibl is None else each.bibl.findall(f"{tei('note')}[@n]")
            entries += sorted((_entry(note, start) for note in notes), key=lambda entry: entry.start)
        yield from self._check_ledger(entries)
        rest = _Rest(self._source, sorted([*entries, *self._elsewhere()], key=lambda entry: entry.start))
        if _in_one_go(root) == rest.text:  # the versions stand one after the other, as they do in most sources
            return
        for difference in differences(rest.text, _versions(root)):
            yield from self._compared(rest, difference)

    def _elsewhere(self) -> Iterator[_Entry]:
        """What of the source other editions are of: the ranges that the header does not name, where it names some."""
        for each, start in zip(self._received, self._starts, strict=True):
            scope = None if each.bibl is None else each.bibl.find(f"{tei('biblScope')}[@unit='character']")
            if scope is None:
                continue
            own = sorted((start + int(a), start + int(b)) for a, b in _OFFSETS.findall(scope.get("n", "")))
            borders = [start, *(border for pair in own for border in pair), start + len(each.text)]
            yield from (_Entry(a, b, scope) for a, b in zip(borders[::2], borders[1::2], strict=True) if a < b)

    def _check_ledger(self, entries: list[_Entry]) -> Iterator[Diagnostic]:
        end = 0
        for entry in entries:
            there = self._source[entry.start : entry.end]
            if not 0 <= entry.start < entry.end <= len(self._source):
                yield self._mismatch(entry, "the ledger entry's n is no range of the source's characters")
                continue
            if ink("".join(map(str, entry.element.itertext()))) != ink(there):
                yield self._mismatch(entry, f"the ledger entry is not what the source has there: {_excerpt(there)}")
            elif entry.start < end:
                yield self._mismatch(entry, "the ledger entry overlaps the one before it")
            end = max(end, entry.end)

    def _mismatch(self, entry: _Entry, message: str) -> Diagnostic:
        related = (self._source_place(entry.start),) if 0 <= entry.start <= len(self._source) else ()
        return finding("FD003", message, self._places.of(entry.element), help=_HELP["FD003"], related=related)

    def _compared(self, rest: "_Rest", difference: Difference) -> Iterator[Diagnostic]:
        start = rest.offset(difference.start)
        here = self._source_place(start)
        there = self._text_place(difference.element)
        if difference.lost:
            lost = self._source[start : rest.offset(difference.start + difference.lost - 1) + 1]
            message = f"{_characters(difference.lost)} of the source missing from the text: {_excerpt(lost)}"
            yield finding("FD001", message, here, help=_HELP["FD001"], related=(there,))
        if difference.added:
            count = _characters(len(difference.added))
            message = f"{count} in the text that the source does not have there: {_excerpt(difference.added)}"
            yield finding("FD002", message, there, help=_HELP["FD002"], related=(here,))

    def _source_place(self, offset: int) -> Location:
        number = bisect_right(self._starts, offset) - 1
        line, column = self._received[number].lines.position(offset - self._starts[number])
        return Location(self._received[number].file, line, column)

    def _text_place(self, element: etree._Element | None) -> Location:
        """The place of the nearest element, from `element` upward, that has an xml:id; of the file at its end."""
        if element is None:
            return Location(self._document.file)
        around = (element, *element.iterancestors())
        return self._places.of(next((owner for owner in around if owner.get(XML_ID)), element))


class _Rest:
    """What of the source is not in the ledger: its characters without white space, and where each of them stands."""

    def __init__(self, source: str, entries: list[_Entry]) -> None:
        self._source = source
        self._parts: list[tuple[int, int]] = []
        position = 0
        for entry in entries:
            if 0 <= entry.start < entry.end <= len(source):
                self._add(position, entry.start)
                position = max(position, entry.end)
        self._add(position, len(source))
        texts = [ink(source[start:end]) for start, end in self._parts]
        self._ends = list(accumulate(map(len, texts)))
        self.text = "".join(texts)

    def _add(self, start: int, end: int) -> None:
        """Adds a range of the source in parts, so that the place of a character is found by looking at one of them."""
        self._parts += [(at, min(at + _PART, end)) for at in range(start, end, _PART)]

    def offset(self, index: int) -> int:
        """The offset in the source of the character `index` of `text`; the source's end for one after the last."""
        number = bisect_right(self._ends, index)
        if number == len(self._parts):
            return len(self._source)
        left = index - (self._ends[number - 1] if number else 0)
        start, end = self._parts[number]
        return [at for run in INK.finditer(self._source, start, end) for at in range(*run.span())][left]


def _entry(note: etree._Element, start: int) -> _Entry:
    """The entry of a note in the text that begins at `start`; one whose `@n` is not two offsets gets a range that no text has."""
    offsets = _OFFSETS.fullmatch(note.get("n", ""))
    return _Entry(start + int(offsets[1]), start + int(offsets[2]), note) if offsets else _Entry(-1, -1, note)


def _in_one_go(root: etree._Element) -> str | None:
    """The text as received, from its beginning to its end; None where there may be more in it."""
    text = root.find(tei("text"))
    if text is None or next(text.iter(*_ANY_NOT_RECEIVED), None) is not None:
        return None
    return ink("".join(map(str, text.itertext())))


def _versions(root: etree._Element) -> list[list[Piece]]:
    """The pieces of each version; text outside of all versions is one more stream, so that nothing goes unseen."""
    text = root.find(tei("text"))
    if text is None:
        return [[]]
    divs = [div for div in text.iter(tei("div")) if div.get("type") == "version"]
    return [_pieces(top, set(divs) - {top}) for top in (*divs, text)]


def _pieces(top: etree._Element, apart: set[etree._Element]) -> list[Piece]:
    """The text of `top` cut at the borders of blocks, without the elements `apart`."""
    pieces: list[Piece] = []
    parts: list[str] = []
    first = top
    runs: list[tuple[str, etree._Element]] = []
    _add_runs(runs, top, local_name(top.tag), apart)
    for text, element in (*runs, ("", top)):
        if not text:
            if parts:
                pieces.append(Piece("".join(parts), first))
                parts = []
        elif seen := ink(text):
            if not parts:
                first = element
            parts.append(seen)
    return pieces


def _add_runs(
    runs: list[tuple[str, etree._Element]], element: etree._Element, name: str, apart: set[etree._Element]
) -> None:
    """Adds runs of text as received, each with the element it stands in; "" is the border of a block."""
    if name in _BORDERS:
        runs.append(("", element))
    if element.text:
        runs.append((element.text, element))
    for child in element:
        inner = local_name(child.tag)
        if inner and child not in apart and not (inner in _NOT_RECEIVED and _is_set_aside(child, name)):
            _add_runs(runs, child, inner, apart)
        if child.tail:
            runs.append((child.tail, element))
    if name in _BORDERS:
        runs.append(("", element))


def _is_set_aside(element: etree._Element, parent: str) -> bool:
    """Whether it is an editor's reading beside what was received, the `corr` or `reg` of a `choice`; or describes a picture."""
    return parent == "choice" if local_name(element.tag) in _PROPOSALS else element.tag == _DESCRIPTION


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _EXCERPT else f"“{line[:_EXCERPT]}…”"


def _characters(count: int) -> str:
    return f"{count} character{'' if count == 1 else 's'}"
