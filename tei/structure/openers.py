"""The beginning of a text under its title: labels in brackets, the dateline, the greeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tei.languages.base import LanguagePack
from tei.languages.dates import find_dates
from tei.model.document import Block, Group, Node, Role, Wrapper
from tei.model.source import Decoded, LayoutKind
from tei.structure.by_place import is_place_alone
from tei.structure.closers import is_label
from tei.structure.evidence import Shaped
from tei.structure.letter_signs import greets_by_place
from tei.structure.line import LineShape, Shape
from tei.structure.shapes import greeting_end, is_salutation, line_shape
from tei.structure.signatures import as_place, is_place_of, lines_block
from tei.structure.title_words import article_like
from tei.structure.units import Unit, joined

# The opener is over at the latest here: a dateline further down belongs to the text.
_DEEPEST = 24
# What may stand above a dateline or a greeting: a letterhead, an address.
_MOST_LINES = 14
_LONGEST_LINE = 100
_LONGEST_HAN_LINE = 40
_NEAR = 8  # how many lines below its place a letter's greeting may stand
_PLACE = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:[\s,—–-]+[^\W\d_a-z][\w.’'-]*){0,4}[.,]?")
_ABOVE = "it stands above a dateline or a greeting"


@dataclass(frozen=True, slots=True)
class Opener:
    """What stands between the title and the text: its nodes in TEI's order, and how many units they take."""

    nodes: tuple[Node, ...] = ()
    taken: int = 0

    @property
    def is_letter(self) -> bool:
        """Whether it has what a letter opens with: a dateline or a greeting."""
        return any(isinstance(node, Group) for node in self.nodes)


def open_text(units: Sequence[Unit], decoded: Decoded, pack: LanguagePack) -> Opener:
    """The opener that `units` begin with."""
    heads: list[Node] = []
    blocks: list[Block] = []
    index = 0
    while index < min(len(units) - 1, _DEEPEST):
        unit = units[index]
        if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1:
            break
        lines = _dateline(units[index : index + _DEEPEST], pack)
        if lines:
            certainty = min(shape.certainty for _, shape in lines)
            reason = "a line with a date under the title"
            blocks.append(lines_block(Role.DATELINE, lines, decoded, certainty=certainty, reason=reason))
            index += len(lines)
            continue
        content = joined(decoded, unit.lines)
        if is_salutation(unit.text, pack) or greets_by_place(units, index, pack):
            blocks.append(Block(Role.SALUTE, content, unit.span, reason="a line that addresses somebody"))
        elif not blocks and is_label(unit.text):
            heads.append(Block(Role.HEAD, content, unit.span, certainty=0.9, reason="a label in brackets"))
        elif count := _lines_above(units[index : index + _DEEPEST], pack):
            above = units[index : index + count]
            if blocks or count > 2 or any(not line.gap for line in above[1:]):
                blocks.append(_lines_together(above, decoded, "address" if blocks else "letterhead"))
            else:
                heads += (
                    Block(Role.HEAD, joined(decoded, line.lines), line.span, certainty=0.8, reason=_ABOVE)
                    for line in above
                )
            index += count
            continue
        else:
            break
        index += 1
    if not any(block.role in (Role.DATELINE, Role.SALUTE) for block in blocks):
        return Opener(tuple(heads), len(heads))  # the greeting is in the text itself
    group = (Group(Wrapper.OPENER, tuple(blocks)),) if blocks else ()
    return Opener((*heads, *group), index)


def _lines_together(units: Sequence[Unit], decoded: Decoded, kind: str) -> Block:
    """A letterhead or an address: a `seg` with its lines."""
    lines = [(unit, LineShape(Shape.OTHER)) for unit in units]
    return replace(lines_block(Role.SEG, lines, decoded, certainty=0.85, reason=_ABOVE), type=kind)


def _lines_above(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many short lines stand above a dateline or a greeting; 0 when none follows them, or no text after it."""
    for count, unit in enumerate(units[: _MOST_LINES + 1]):
        greets = is_salutation(unit.text, pack) or greeting_end(unit.text, pack) > 0
        if count and (greets or _dateline(units[count:], pack)):
            prose = any(_is_sentence(after.text, pack) for after in units[count:])  # or it is the end of the text
            return count if prose else 0
        if article_like(unit.text, pack):
            return 0
        long = len(unit.text) > (_LONGEST_LINE if pack.names.spaced else _LONGEST_HAN_LINE)
        if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1 or long or unit.text.endswith((":", "：")):
            return 0
        below = count > 0 and not unit.gap
        first = _is_capitalised(unit.text) and count + 1 < len(units) and not units[count + 1].gap
        if _is_sentence(unit.text, pack) and not ((below or first) and pack.names.spaced):
            return 0  # but a line of a letterhead may end as a sentence does, beside others
    return 0


def _is_capitalised(text: str) -> bool:
    """Whether nearly all words of a line begin with a capital, as names and offices do."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[0].islower() for word in words) * 4 <= len(words)


def _is_sentence(text: str, pack: LanguagePack) -> bool:
    """Whether a line is running text rather than a line of a letterhead or an address."""
    ended = text.rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end))
    return len(text) > _LONGEST_LINE or (ended and (len(text.split()) > 5 or not pack.names.spaced))


def _dateline(units: Sequence[Unit], pack: LanguagePack) -> list[Shaped]:
    """The lines of the dateline that `units` begin with: the date's own, and those of the place above or below it."""
    lines: list[Shaped] = []
    dated = False
    for unit in units[:4]:
        if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1 or (lines and unit.gap > 1):
            return []
        shape = line_shape(unit.text, pack)
        if shape.shape is Shape.DATELINE:
            lines.append((unit, shape))
            dated = True
            break
        # Above the date only what runs on into it: “Department of State,”; in a letter, the place as well.
        runs_on = unit.text.endswith((",", "，")) or _is_place_above(units, pack)
        if len(unit.text) > _LONGEST_LINE or not runs_on or is_salutation(unit.text, pack):
            return []
        lines.append((unit, LineShape(Shape.DATELINE, (), 0.9)))
    if dated and len(lines) > 1 and not lines[-1][1].marks:
        lines[-2] = (lines[-2][0], _with_place(lines[-2][0], pack))
    if not dated or _is_outdone(lines, units[len(lines) : _MOST_LINES], pack):
        return []
    if len(lines) < len(units) - 1 and not units[len(lines)].gap:
        below = line_shape(units[len(lines)].text, pack)
        lines += [(units[len(lines)], below)] if is_place_alone(units[len(lines)].text, below) else []
    while len(lines) < len(units) - 1 and _is_remark(units[len(lines)]):
        lines.append((units[len(lines)], LineShape(Shape.DATELINE, (), 0.9)))
    after = units[len(lines)] if len(lines) < len(units) - 1 else None
    if after is not None and after.kind is LayoutKind.TEXT and len(after.lines) == 1:
        shaped = (after, line_shape(after.text, pack))
        if is_place_of(lines[-1], shaped):
            lines.append((after, as_place(shaped[1])))
    return lines


def _with_place(unit: Unit, pack: LanguagePack) -> LineShape:
    """A line above a date that has no place: its last piece is one when it is shaped so."""
    bare = unit.text.rstrip(" ,，.")
    start = max(bare.rfind(", ") + 2, bare.rfind("，") + 1) if "," in bare or "，" in bare else 0
    named = pack.names.spaced and _PLACE.fullmatch(bare[start:])
    return LineShape(Shape.DATELINE, ((start, len(bare), "placeName"),) if named else (), 0.9)


def _is_place_above(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units` begin with the place of a letter, directly above a date that has none, and a greeting follows."""
    if not pack.names.spaced or len(units) < 3 or units[1].gap or not _PLACE.fullmatch(units[0].text):
        return False
    below = line_shape(units[1].text, pack)
    bare = below.shape is Shape.DATELINE and not below.marks
    return bare and any(is_salutation(unit.text, pack) or greeting_end(unit.text, pack) for unit in units[2:_NEAR])


def _is_outdone(lines: Sequence[Shaped], after: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether a dateline of less than a day (“Incorporated April, 1880”) stands above another one in the same opener."""
    for unit in after:
        if len(unit.lines) == 1 and line_shape(unit.text, pack).shape is Shape.DATELINE:
            date = next((date for unit, _ in lines for date in find_dates(unit.text, pack.dates)), None)
            return date is not None and len(date.when) <= len("1880-04")
        if _is_sentence(unit.text, pack) or is_salutation(unit.text, pack):
            return False
    return False


def _is_remark(unit: Unit) -> bool:
    """Whether a line right under a dateline is a remark in brackets: “[Received July 12.]”."""
    return unit.kind is LayoutKind.TEXT and not unit.gap and len(unit.lines) == 1 and is_label(unit.text)
