"""The end of a text as blocks: its dateline, its signatures, one `signed` for each signatory, and what follows them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.model.document import Block, Group, Node, Role, Wrapper
from tei.model.inline import Inline, Milestone, plain_text
from tei.model.source import Decoded
from tei.rules import finding
from tei.structure.closers import is_postscript
from tei.structure.evidence import Shaped
from tei.structure.line import LineShape, Shape
from tei.structure.mark import mark_pieces
from tei.structure.units import Unit, glue, joined

_INITIAL = re.compile(r"[^\W\d_a-z]\.\s?[^\W\d_a-z]")
_ONE_WORD = 0.5  # how sure a name of one word is
_SIGNING = (Shape.ROLE, Shape.NAME, Shape.PERSON, Shape.PARTY, Shape.MARK)


@dataclass
class _Piece:
    """Lines that make one block: a signatory, a dateline, a valediction."""

    role: Role
    lines: list[Shaped] = field(default_factory=list)

    def names(self) -> list[str]:
        """The names in it, as far as letters go."""
        return [_name(unit, shape) for unit, shape in self.lines if shape.shape in (Shape.NAME, Shape.PERSON)]

    def holds(self, *shapes: Shape) -> bool:
        return any(shape.shape in shapes for _, shape in self.lines)


def _name(unit: Unit, shape: LineShape) -> str:
    """The first name in a line, in small letters and without anything else."""
    span = next(((start, end) for start, end, tag in shape.marks if tag == "persName"), (0, 0))
    return "".join(character for character in unit.text[slice(*span)].casefold() if character.isalnum())


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
    signing = [shape for shape in shapes if shape in _SIGNING]
    name_first = _names_come_first(shapes)
    party_first = signing[:1] == [Shape.PARTY]
    nameless = not {Shape.NAME, Shape.PERSON} & set(shapes)
    several = sum(shape in (Shape.NAME, Shape.PERSON) for shape in shapes) > 1 or shapes.count(Shape.PARTY) > 2
    firms = several and Shape.ROLE not in shapes and any(_is_body(a) and _is_body(b) for a, b in pairwise(lines))
    current = _Piece(Role.SIGNED)
    previous: _Piece | None = None
    for number, (unit, shape) in enumerate(lines):
        if previous is not None and not current.lines and shape.goes_on:
            previous.lines.append((unit, shape))
            continue
        if previous is not None and not current.lines and is_place_of(previous.lines[-1], (unit, shape)):
            previous.lines.append((unit, as_place(shape)))
            continue
        if previous is not None and shape.shape in _SIGNING:
            yield previous
            previous = None
        if shape.shape not in _SIGNING:
            below = shape.shape is Shape.VALEDICTION and all(s.shape is Shape.MARK for _, s in current.lines)
            leading = current.lines if below else []  # (Below stood), and then the valediction
            if current.lines and not below:
                yield current
            current = _Piece(Role.SIGNED)
            if previous is not None:
                yield previous
            role = Role.DATELINE if shape.shape is Shape.DATELINE else Role.SALUTE
            previous = _Piece(role, [*leading, (unit, shape)])
            continue
        if current.lines and shape.columns > 1 and current.lines[-1][1].columns > 1:
            current.lines.append((unit, shape))  # columns set side by side cannot be taken apart in the source's order
            continue
        if current.lines and shape.shape in (Shape.NAME, Shape.PERSON) and _name(unit, shape) in current.names():
            current.lines.append((unit, shape))  # the typed name under “/s/” and the same name
            continue
        if current.lines and is_name_continued(current.lines[-1], (unit, shape)):
            current.lines.append((unit, shape))
            continue
        begins = (
            shape.leads
            or _leads_name(lines, number)
            or (firms and number > 0 and shape.shape is Shape.NAME and _is_body(lines[number - 1]))
            or _begins_next(current, shape.shape, name_first=name_first, nameless=nameless)
        )
        if current.lines and (begins or (party_first and shape.shape is Shape.PARTY)):
            yield current
            current = _Piece(Role.SIGNED)
        current.lines.append((unit, shape))
    for piece in (previous, current):
        if piece is not None and piece.lines:
            yield piece


def _is_body(line: Shaped) -> bool:
    """Whether a line is the name of a body and nothing leads to it: A. & Co., but not “For A. & Co.”."""
    shape = line[1]
    return shape.shape is Shape.PARTY and bool(shape.marks) and shape.marks[0][0] == 0


def _leads_name(lines: Sequence[Shaped], number: int) -> bool:
    """Whether an office is set above the name below it by a colon, or by a comma where it stands apart: countersigned."""
    unit, shape = lines[number]
    if shape.shape is not Shape.ROLE or number + 1 >= len(lines):
        return False
    below, after = lines[number + 1]
    apart = unit.text.endswith((":", "：")) or (unit.text.endswith(",") and unit.gap > 0 and not below.gap)
    return apart and after.shape in (Shape.NAME, Shape.PERSON)


def is_place_of(dateline: Shaped, line: Shaped) -> bool:
    """Whether a line of one capitalised name, next to a dateline without a place, is its place."""
    (unit, shape), (next_unit, next_shape) = dateline, line
    if shape.shape is not Shape.DATELINE or next_shape.shape is not Shape.NAME or next_unit.gap > 1 or next_shape.signs:
        return False
    if any(tag == "placeName" for _, _, tag in shape.marks):
        return False
    if any(tag in ("rank", "signature-mark") for _, _, tag in next_shape.marks):
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
    marks: list[tuple[int, int, str]] = []
    previous: Shaped | None = None
    for unit, shape in lines:
        if previous is not None:
            content += [Milestone("lb"), glue(decoded, previous[0].span, unit.span)]
        at = len(plain_text(content))
        content += joined(decoded, unit.lines)
        here = [(at + start, at + end, tag) for start, end, tag in shape.marks]
        if previous is not None and is_name_continued(previous, (unit, shape)):
            here[0] = (marks.pop()[0], here[0][1], "persName")
        marks += here
        previous = (unit, shape)
    span = lines[0][0].span.cover(lines[-1][0].span)
    return Block(role, mark_pieces(tuple(content), marks), span, certainty=certainty, reason=reason)


def is_name_continued(above: Shaped, line: Shaped) -> bool:
    """Whether a line holds the last word of the name above it: “Rev. Ann Bertha”, and “Author,” of which one is ended.

    Two people would both have the stop or neither. A single forename goes on with an initial: “HENRY”, “T. WADDELL.”
    """
    (unit, shape), (below, word) = above, line
    if shape.shape is not Shape.NAME or word.shape is not Shape.NAME or below.gap or len(word.marks) != 1:
        return False
    if (
        _is_forename(shape, unit.text)
        and _has_initial(word, below.text)
        and unit.text.isupper() == below.text.isupper()
    ):
        return True
    whole = shape.certainty > _ONE_WORD and bool(shape.marks) and shape.marks[-1][2] == "persName"
    goes_on = shape.marks[-1:] != () and shape.marks[-1][1] == len(unit.text) and not unit.text.endswith((".", ","))
    return whole and goes_on and below.text.endswith((".", ",")) and len(below.text.split()) == 1 and shape.columns == 1


def _is_forename(shape: LineShape, text: str) -> bool:
    """Whether a line is a name of one word, which nothing ends."""
    named = [(start, end) for start, end, tag in shape.marks if tag == "persName"]
    return len(named) == 1 and named[0][1] == len(text) and " " not in text[slice(*named[0])] and shape.columns == 1


def _has_initial(shape: LineShape, text: str) -> bool:
    """Whether a line is a name that begins with an initial and has nothing before or beside it."""
    return shape.marks[0][0] == 0 and shape.columns == 1 and _INITIAL.match(text) is not None


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


def back_matter(units: Sequence[Unit], decoded: Decoded, pack: LanguagePack) -> list[Node]:
    """What follows a closer: a postscript, else a `trailer` for each piece (an address, a reference, a note)."""
    start = next((i for i, unit in enumerate(units) if is_postscript(unit.text, pack)), len(units))
    reason = "it follows the closer"
    nodes: list[Node] = [
        Block(Role.TRAILER, joined(decoded, unit.lines), unit.span, lang=unit.foreign, certainty=0.85, reason=reason)
        for unit in units[:start]
    ]
    if start < len(units):
        inner = (Block(Role.P, joined(decoded, unit.lines), unit.span, reason=reason) for unit in units[start:])
        nodes.append(Group(Wrapper.POSTSCRIPT, tuple(inner)))
    return nodes
