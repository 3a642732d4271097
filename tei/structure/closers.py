"""The end of a text: its dateline and its signatures, one `signed` for each signatory."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.model.document import Block, Group, Node, Role, Wrapper
from tei.model.inline import Inline, Milestone
from tei.model.source import Decoded, LayoutKind
from tei.rules import finding
from tei.structure.mark import mark_pieces
from tei.structure.shapes import LineShape, Shape, line_shape
from tei.structure.units import Unit, glue, joined

_SIGNING = (Shape.ROLE, Shape.NAME, Shape.PERSON, Shape.PARTY, Shape.MARK)

_LONGEST_LABEL = 90
_LONGEST_NOTE = 250
_LARGEST_SHARE = 0.35
_WEAK = 0.6  # a name that only its length speaks for

Shaped = tuple[Unit, LineShape]


@dataclass(frozen=True, slots=True)
class Ending:
    """A closer among units: the lines from `start` to `end` (half-open) with their shapes."""

    start: int
    end: int
    lines: tuple[Shaped, ...]


def endings(units: Sequence[Unit], pack: LanguagePack, *, letter: bool) -> list[Ending]:
    """The closers among `units`, in order: runs of short lines with the shapes of signatures and datelines.

    The last run of a text needs less to be convincing than one in its middle, which only a valediction or a mark that
    it was signed tells from a list of people. `letter` says that the text opens as letters do.
    """
    shapes = [_shape_of(unit, pack) for unit in units]
    runs = list(_runs(units, shapes, pack))
    found: list[Ending] = []
    for number, (start, end) in enumerate(runs):
        if units[start - 1].text.endswith((":", "：")):
            continue
        lines = [(units[index], shapes[index]) for index in range(start, end)]
        last = number == len(runs) - 1 and is_back_matter(units[:end], units[end:])
        sure = last or (end < len(units) and (units[end].kind is LayoutKind.HEADING or is_label(units[end].text)))
        while lines and not (_convincing(lines, letter=letter) and (sure or _announced(lines))):
            lines.pop(0)
        if lines:
            found.append(Ending(end - len(lines), end, tuple(lines)))
    return found


def _shape_of(unit: Unit, pack: LanguagePack) -> LineShape:
    if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1:
        return LineShape(Shape.OTHER)
    return line_shape(unit.text, pack)


def _runs(units: Sequence[Unit], shapes: Sequence[LineShape], pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Longest runs of lines that a closer could hold; who is addressed after the signatures ends a run."""
    index = 1  # a closer is not all there is
    while index < len(units):
        end = index
        named = False
        while end < len(units) and shapes[end].shape is not Shape.OTHER:
            if not pack.names.spaced and _is_loose(shapes, end, index):
                break
            names = shapes[end].shape in (Shape.NAME, Shape.PERSON)
            if names and named and is_address(units[end].text, pack):
                break
            named = named or names
            end += 1
        if end > index:
            yield index, end
        index = max(end, index) + 1
        while named and index < len(units) and not units[index].gap and is_address(units[end].text, pack):
            index += 1  # the other lines of the address


def _is_loose(shapes: Sequence[LineShape], at: int, start: int) -> bool:
    """Whether a weak name has neither an office or party above it nor a mark below it.

    Only where words are not set apart: there any word of two to four characters has the shape of a name.
    """
    if shapes[at].shape is not Shape.NAME or shapes[at].certainty >= _WEAK:
        return False
    above = at > start and shapes[at - 1].shape in (Shape.ROLE, Shape.PARTY, Shape.VALEDICTION)
    below = at + 1 < len(shapes) and shapes[at + 1].shape in (Shape.MARK, Shape.ROLE, Shape.NAME)
    return not (above or below)


def is_back_matter(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Whether what follows a closer is an address, a reference, a note: little beside the text, in short pieces."""
    size = sum(len(unit.text) for unit in after)
    short = all(len(unit.text) <= _LONGEST_NOTE and unit.kind is LayoutKind.TEXT for unit in after)
    return short and size <= _LARGEST_SHARE * sum(len(unit.text) for unit in before)


def _announced(lines: Sequence[Shaped]) -> bool:
    shapes = [shape.shape for _, shape in lines]
    named = Shape.NAME in shapes or Shape.PERSON in shapes
    marked = any(tag == "signature-mark" for _, shape in lines for _, _, tag in shape.marks)
    return named and (shapes[0] is Shape.VALEDICTION or marked)


def _convincing(lines: Sequence[Shaped], *, letter: bool) -> bool:
    """Whether lines at the end of a text are a closer: one weak sign alone is not enough."""
    shapes = [shape.shape for _, shape in lines]
    named = Shape.NAME in shapes or Shape.PERSON in shapes
    if shapes[0] is Shape.MARK and not named:
        return False
    if Shape.DATELINE in shapes or Shape.VALEDICTION in shapes or Shape.PERSON in shapes:
        return True
    if named and (
        Shape.MARK in shapes or Shape.ROLE in shapes or Shape.PARTY in shapes or shapes.count(Shape.NAME) > 1
    ):
        return True
    if not named:
        return shapes.count(Shape.PARTY) + shapes.count(Shape.ROLE) >= 2
    return letter or all(shape.certainty >= 0.9 or _stands_out(unit.text) for unit, shape in lines)


def _stands_out(text: str) -> bool:
    """Whether a lone name is set as signatures are: in capitals, or with initials."""
    words = text.rstrip(".,").split()
    return len(words) > 1 and (text.isupper() or all(len(word) <= 2 or "." in word for word in words[:-1]))


@dataclass
class _Piece:
    """Lines that make one block: a signatory, a dateline, a valediction."""

    role: Role
    lines: list[Shaped] = field(default_factory=list)

    def holds(self, *shapes: Shape) -> bool:
        return any(shape.shape in shapes for _, shape in self.lines)


def build_closer(lines: Sequence[Shaped], decoded: Decoded, *, letter: bool = False, report: Report) -> Group:
    """The closer: a block for each dateline, valediction and signatory, in the order of the source."""
    blocks: list[Block] = []
    for piece in _pieces(lines):
        if piece.role is Role.SIGNED:
            expected = letter or (bool(blocks) and blocks[-1].role is Role.SALUTE)
            blocks.append(_signed(piece, decoded, report, expected=expected))
        else:
            certainty = min(shape.certainty for _, shape in piece.lines)
            reason = f"a short line with the shape of a {piece.role.value}"
            blocks.append(lines_block(piece.role, piece.lines, decoded, certainty=certainty, reason=reason))
    return Group(Wrapper.CLOSER, tuple(blocks))


def _pieces(lines: Sequence[Shaped]) -> Iterator[_Piece]:
    """Lines of one signatory together. A new one begins where what the last one already has comes again."""
    shapes = [shape.shape for _, shape in lines]
    name_first = _names_come_first(shapes)
    nameless = not {Shape.NAME, Shape.PERSON} & set(shapes)
    current = _Piece(Role.SIGNED)
    previous: _Piece | None = None
    for unit, shape in lines:
        if previous is not None and not current.lines and is_place_of(previous.lines[-1], (unit, shape)):
            previous.lines.append((unit, as_place(shape)))
            continue
        if previous is not None and shape.shape in _SIGNING:
            yield previous
            previous = None
        if shape.shape not in _SIGNING:
            if current.lines:
                yield current
                current = _Piece(Role.SIGNED)
            if previous is not None:
                yield previous
            role = Role.DATELINE if shape.shape is Shape.DATELINE else Role.SALUTE
            previous = _Piece(role, [(unit, shape)])
            continue
        if current.lines and _begins_next(current, shape.shape, name_first=name_first, nameless=nameless):
            yield current
            current = _Piece(Role.SIGNED)
        current.lines.append((unit, shape))
    for piece in (previous, current):
        if piece is not None and piece.lines:
            yield piece


def is_place_of(dateline: Shaped, line: Shaped) -> bool:
    """Whether a line of one capitalised name, next to a dateline without a place, is its place."""
    (unit, shape), (next_unit, next_shape) = dateline, line
    if shape.shape is not Shape.DATELINE or next_shape.shape is not Shape.NAME or next_unit.gap > 1:
        return False
    if any(tag == "placeName" for _, _, tag in shape.marks) or any(tag == "rank" for _, _, tag in next_shape.marks):
        return False
    words = next_unit.text.split()
    return len(words) == 1 or (len(words) <= 3 and unit.text.endswith(",") and "." not in next_unit.text[:-1])


def as_place(shape: LineShape) -> LineShape:
    """A line with the shape of a name, read as the name of a place."""
    marks = tuple((start, end, "placeName") for start, end, tag in shape.marks if tag == "persName")
    return LineShape(Shape.DATELINE, marks, 0.85)


def _begins_next(current: _Piece, shape: Shape, *, name_first: bool, nameless: bool) -> bool:
    named = current.holds(Shape.NAME, Shape.PERSON)
    match shape:
        case Shape.NAME | Shape.PERSON:
            return named
        case Shape.PARTY:
            return (named and not name_first) or current.holds(Shape.PARTY)
        case Shape.ROLE:
            return (named and not name_first) or (nameless and current.holds(Shape.ROLE))
        case _:
            return False


def _names_come_first(shapes: Iterable[Shape]) -> bool:
    """Whether signatures give the name above the office: the first of both to come tells; a party may head either."""
    for shape in shapes:
        if shape in (Shape.ROLE, Shape.PERSON):
            return False
        if shape is Shape.NAME:
            return True
    return False


def lines_block(role: Role, lines: Sequence[Shaped], decoded: Decoded, *, certainty: float, reason: str) -> Block:
    """A block of one or more lines, with the marks of their shapes and an `lb` between them."""
    content: list[Inline] = []
    previous: Unit | None = None
    for unit, shape in lines:
        if previous is not None:
            content += [Milestone("lb"), glue(decoded, previous.span, unit.span)]
        content += mark_pieces(joined(decoded, unit.lines), shape.marks)
        previous = unit
    span = lines[0][0].span.cover(lines[-1][0].span)
    return Block(role, tuple(content), span, certainty=certainty, reason=reason)


def _signed(signatory: _Piece, decoded: Decoded, report: Report, *, expected: bool) -> Block:
    """A signatory; where one is `expected`, under a valediction or a letter, a lone name is a signature for sure."""
    certainty = max(_certainty(signatory), 0.9) if expected else _certainty(signatory)
    reason = ", ".join(shape.shape.value for _, shape in signatory.lines)
    block = lines_block(Role.SIGNED, signatory.lines, decoded, certainty=certainty, reason=reason)
    place = decoded.location(block.span.start)
    opening = signatory.lines[0][0].text[:40]
    if not signatory.holds(Shape.NAME, Shape.PERSON):
        help_ = "If a person signed here, add the name to the source; none is invented."
        report.add(finding("ST004", f"no name in the signature “{opening}”", place, help=help_))
    elif certainty < 0.8:
        report.add(finding("ST003", f"“{opening}” was read as a signature", place, help="Check that it is one."))
    return block


def _certainty(signatory: _Piece) -> float:
    """A name backed by an office, a party or a mark is sure; a name alone is as sure as its shape."""
    names = [shape.certainty for _, shape in signatory.lines if shape.shape in (Shape.NAME, Shape.PERSON)]
    if not names:
        return 0.8
    backed = signatory.holds(Shape.ROLE, Shape.PARTY, Shape.MARK, Shape.PERSON)
    return max(names[0], 0.95) if backed and names[0] >= 0.5 else names[0]


def is_label(text: str) -> bool:
    """Whether a line is a short label in brackets, such as “[Telegram.]” or “[Enclosure 1]”."""
    return len(text) <= _LONGEST_LABEL and text[:1] in "[【〔" and text.rstrip(".")[-1:] in "]】〕"


def is_address(text: str, pack: LanguagePack) -> bool:
    """Whether a line under the signatures says who is written to."""
    return len(text) <= 120 and text.startswith(pack.names.courtesies)


def back_matter(units: Sequence[Unit], decoded: Decoded, pack: LanguagePack) -> list[Node]:
    """What follows a closer: a postscript, else a `trailer` for each piece (an address, a reference, a note)."""
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in pack.postscripts]
    start = next((i for i, unit in enumerate(units) if any(p.match(unit.text) for p in patterns)), len(units))
    reason = "it follows the closer"
    nodes: list[Node] = [
        Block(Role.TRAILER, joined(decoded, unit.lines), unit.span, lang=unit.foreign, certainty=0.85, reason=reason)
        for unit in units[:start]
    ]
    if start < len(units):
        inner = (Block(Role.P, joined(decoded, unit.lines), unit.span, reason=reason) for unit in units[start:])
        nodes.append(Group(Wrapper.POSTSCRIPT, tuple(inner)))
    return nodes
