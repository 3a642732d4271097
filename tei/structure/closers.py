"""The end of a text: its dateline and its signatures, one `signed` for each signatory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tei.diagnostics import Report
from tei.languages.base import LanguagePack
from tei.model.document import Block, Group, Role, Wrapper
from tei.model.inline import Inline, Milestone
from tei.model.source import Decoded, LayoutKind
from tei.rules import finding
from tei.structure.mark import mark_pieces
from tei.structure.shapes import LineShape, Shape, line_shape
from tei.structure.units import Unit, glue

_SIGNING = (Shape.ROLE, Shape.NAME, Shape.PERSON, Shape.PARTY, Shape.MARK)

Shaped = tuple[Unit, LineShape]


def split_closer(units: Sequence[Unit], pack: LanguagePack) -> tuple[list[Unit], list[Shaped]]:
    """The body, and the lines of the closer at its end with their shapes; none where no closer is to be seen."""
    start = len(units)
    shaped: list[Shaped] = []
    while start > 1:
        unit = units[start - 1]
        if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1:
            break
        shape = line_shape(unit.text, pack)
        if shape.shape is Shape.OTHER:
            break
        shaped.insert(0, (unit, shape))
        start -= 1
    while shaped and not _convincing(shaped):
        shaped.pop(0)
        start += 1
    return list(units[:start]), shaped


def _convincing(lines: Sequence[Shaped]) -> bool:
    """Whether lines at the end of a text are a closer: one weak sign alone is not enough."""
    shapes = [shape.shape for _, shape in lines]
    if shapes[0] is Shape.MARK and Shape.NAME not in shapes and Shape.PERSON not in shapes:
        return False
    if Shape.DATELINE in shapes or Shape.VALEDICTION in shapes or Shape.PERSON in shapes:
        return True
    named = Shape.NAME in shapes
    if named and (Shape.MARK in shapes or Shape.ROLE in shapes or Shape.PARTY in shapes):
        return True
    if not named:
        return shapes.count(Shape.PARTY) + shapes.count(Shape.ROLE) >= 2
    return all(shape.certainty >= 0.9 or _stands_out(unit.text) for unit, shape in lines)


def _stands_out(text: str) -> bool:
    """Whether a lone name is set as signatures are: in capitals, or with initials."""
    words = text.rstrip(".,").split()
    return len(words) > 1 and (text.isupper() or all(len(word) <= 2 or "." in word for word in words[:-1]))


@dataclass
class _Signatory:
    lines: list[Shaped] = field(default_factory=list)

    def holds(self, *shapes: Shape) -> bool:
        return any(shape.shape in shapes for _, shape in self.lines)


def build_closer(
    shaped: Sequence[Shaped], decoded: Decoded, *, wrapper: Wrapper = Wrapper.CLOSER, report: Report
) -> Group:
    """The closer: a block for each dateline, valediction and signatory, in the order of the source."""
    blocks = []
    for piece in _pieces(shaped):
        if isinstance(piece, _Signatory):
            blocks.append(_signed(piece, decoded, report))
        else:
            unit, shape = piece
            role = Role.DATELINE if shape.shape is Shape.DATELINE else Role.SALUTE
            content = mark_pieces(unit.lines[0].content, shape.marks)
            reason = f"a short line with the shape of a {role.value}"
            blocks.append(Block(role, content, unit.span, certainty=shape.certainty, reason=reason))
    return Group(wrapper, tuple(blocks))


def _pieces(shaped: Sequence[Shaped]) -> Iterator[Shaped | _Signatory]:
    """Lines of one signatory together. A new one begins where what the last one already has comes again."""
    name_first = _names_come_first([shape.shape for _, shape in shaped])
    current = _Signatory()
    for unit, shape in shaped:
        if shape.shape not in _SIGNING:
            if current.lines:
                yield current
                current = _Signatory()
            yield unit, shape
            continue
        if current.lines and _begins_next(current, shape.shape, name_first=name_first):
            yield current
            current = _Signatory()
        current.lines.append((unit, shape))
    if current.lines:
        yield current


def _begins_next(current: _Signatory, shape: Shape, *, name_first: bool) -> bool:
    named = current.holds(Shape.NAME, Shape.PERSON)
    match shape:
        case Shape.NAME | Shape.PERSON:
            return named
        case Shape.PARTY:
            return (named and not name_first) or current.holds(Shape.PARTY)
        case Shape.ROLE:
            return named and not name_first
        case _:
            return False


def _names_come_first(shapes: Iterable[Shape]) -> bool:
    """Whether signatures give the name above the office: the first of both to come tells."""
    for shape in shapes:
        if shape in (Shape.ROLE, Shape.PARTY, Shape.PERSON):
            return False
        if shape is Shape.NAME:
            return True
    return False


def _signed(signatory: _Signatory, decoded: Decoded, report: Report) -> Block:
    content: list[Inline] = []
    previous: Unit | None = None
    for unit, shape in signatory.lines:
        if previous is not None:
            content += [Milestone("lb"), glue(decoded, previous.span, unit.span)]
        content += mark_pieces(unit.lines[0].content, shape.marks)
        previous = unit
    first, last = signatory.lines[0][0], signatory.lines[-1][0]
    span = first.span.cover(last.span)
    named = signatory.holds(Shape.NAME, Shape.PERSON)
    certainty = _certainty(signatory)
    reason = ", ".join(shape.shape.value for _, shape in signatory.lines)
    if not named:
        help_ = "If a person signed here, add the name to the source; none is invented."
        place = decoded.location(span.start)
        report.add(finding("ST004", f"no name in the signature “{first.text[:40]}”", place, help=help_))
    elif certainty < 0.8:
        help_ = "Check that this is a signature."
        place = decoded.location(span.start)
        report.add(finding("ST003", f"“{first.text[:40]}” was read as a signature", place, help=help_))
    return Block(Role.SIGNED, tuple(content), span, certainty=certainty, reason=reason)


def _certainty(signatory: _Signatory) -> float:
    """A name backed by an office, a party or a mark is sure; a name alone is as sure as its shape."""
    names = [shape.certainty for _, shape in signatory.lines if shape.shape in (Shape.NAME, Shape.PERSON)]
    if not names:
        return 0.8
    backed = signatory.holds(Shape.ROLE, Shape.PARTY, Shape.MARK, Shape.PERSON)
    return max(names[0], 0.95) if backed and names[0] >= 0.5 else names[0]
