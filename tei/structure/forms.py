"""The head of a form as an opener: who sends it to whom, when, where, about what; and who was present, as a list.

Telegrams, memoranda, minutes and records of conversations begin with lines of a label and what it says. When and where
become a dateline, every other line a `seg` of its kind. Below a list of people no opener may stand, so that what comes
there is paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tei.languages.base import LanguagePack
from tei.languages.forms import DATE, PEOPLE, PLACE, STAFF, unknown_label
from tei.languages.person_parts import Part, PersonParts
from tei.model.document import Block, Group, Node, Role, Wrapper
from tei.model.inline import Inline, List, cut, plain_text, texts
from tei.model.source import Decoded, LayoutKind
from tei.structure.form_rows import Row, form_rows
from tei.structure.line import LineShape, Shape
from tei.structure.mark import mark_pieces
from tei.structure.openers import Opener, open_text
from tei.structure.participants import participants
from tei.structure.present import Person, people_present, person_present
from tei.structure.shapes import line_shape, person_marks
from tei.structure.signatures import lines_block
from tei.structure.units import Unit, glue, joined

_DEEPEST = 3  # units above the form: a title, a date in brackets
_LONGEST_ABOVE = 120  # characters of such a line
_SHORT_ABOVE = 60  # of one that ends as a sentence does
_LONGEST_PLACE = 80
_SURE = 0.9
_TIME_AND_PLACE = 0.75  # how sure a form is that says nothing else: it may announce an event
_SIDE = 0.75
_DIGIT = re.compile(r"\d")
_LINE = "a line of a form, by its label"
_LISTED = "a line of a form that says who was present"


def form_start(units: Sequence[Unit], pack: LanguagePack) -> int:
    """Where among the first units a form begins, below no more than short lines; -1 where none does."""
    for index, unit in enumerate(units[: _DEEPEST + 1]):
        if form_rows(units[index:], pack):
            return index
        ended = unit.text.endswith((*pack.sentence_end, ","))
        if unit.kind is LayoutKind.ITEM or len(unit.text) > (_SHORT_ABOVE if ended else _LONGEST_ABOVE):
            return -1
    return -1


def open_document(units: Sequence[Unit], decoded: Decoded, pack: LanguagePack) -> Opener:
    """The opener that `units` begin with: that of a letter, a form below a dateline or above a greeting, or a form alone."""
    start = form_start(units, pack)
    above = Opener() if start == 0 else open_text(units[: start + 1] if start > 0 else units, decoded, pack)
    if start > 0 and above.taken != start:
        return open_text(units, decoded, pack)
    dated = any(block.role is Role.DATELINE for block in _opened(above))
    rows = form_rows(units[above.taken :], pack, dated=dated) if start >= 0 or dated else []
    if not rows:
        return above
    taken = above.taken + sum(row.taken for row in rows)
    first = next((index for index, row in enumerate(rows) if row.kind in (PEOPLE, STAFF)), len(rows))
    below = [_paragraph(row, decoded, pack) for row in rows[first:]]
    others = any(row.kind not in (DATE, PLACE) for row in rows)
    greeting = Opener() if below else open_text(units[taken:], decoded, pack)
    if any(not isinstance(node, Group) for node in greeting.nodes):
        greeting = Opener()
    blocks = [*_opened(above), *_opener_blocks(rows[:first], decoded, pack, others=others), *_opened(greeting)]
    heads = [node for node in above.nodes if not isinstance(node, Group)]
    opener: list[Node] = [Group(Wrapper.OPENER, tuple(blocks))] if blocks else []
    return Opener((*heads, *opener, *below), taken + greeting.taken)


def _opened(opener: Opener) -> list[Block]:
    """The blocks of what opens a text: its dateline, greeting and lines around them."""
    return [block for node in opener.nodes if isinstance(node, Group) for block in node.blocks]


def _opener_blocks(rows: Sequence[Row], decoded: Decoded, pack: LanguagePack, *, others: bool) -> list[Block]:
    """A dateline of the rows that say when and where and stand together, a `seg` of each other one.

    `others`: the form has rows that say something else.
    """
    blocks: list[Block] = []
    dated: list[tuple[Unit, LineShape]] = []
    for row in rows:
        if row.kind in (DATE, PLACE):
            dated += [(unit, _as_dateline(row, unit, pack)) for unit in row.units]
            continue
        blocks += _dateline(dated, decoded, _SURE)
        dated = []
        lines = [(unit, LineShape(Shape.OTHER)) for unit in row.units]
        blocks.append(replace(lines_block(Role.SEG, lines, decoded, certainty=_SURE, reason=_LINE), type=row.kind))
    return [*blocks, *_dateline(dated, decoded, _SURE if others else _TIME_AND_PLACE)]


def _dateline(lines: Sequence[tuple[Unit, LineShape]], decoded: Decoded, certainty: float) -> list[Block]:
    return [lines_block(Role.DATELINE, lines, decoded, certainty=certainty, reason=_LINE)] if lines else []


def _as_dateline(row: Row, unit: Unit, pack: LanguagePack) -> LineShape:
    """The shape of a line of a dateline; what a label calls a place is one."""
    start = row.value if unit is row.units[0] else 0
    end = len(unit.text.rstrip(" .。,;"))
    if row.kind == DATE and row.known:
        return LineShape(Shape.DATELINE, (), _SURE)
    if row.kind == DATE or _DIGIT.search(unit.text, start):  # no label, or one for place and time
        marks = tuple((start + a, start + b, tag) for a, b, tag in line_shape(unit.text[start:], pack).marks)
        return LineShape(Shape.DATELINE, marks if all(tag == "placeName" for _, _, tag in marks) else (), _SURE)
    named = start < end <= start + _LONGEST_PLACE
    return LineShape(Shape.DATELINE, ((start, end, "placeName"),) if named else (), _SURE)


def _paragraph(row: Row, decoded: Decoded, pack: LanguagePack) -> Block:
    """A row as a paragraph: people as a list, one person with the name marked, any other as it stands."""
    units = [*row.units, *row.people]
    content = joined(decoded, row.units[0].lines)
    if row.kind == PEOPLE:
        listed = participants(units, decoded, pack)
        whole = listed[0] if listed is not None and listed[1] == len(units) else None
        if row.people:
            return whole or _lines_of_people(row, content, decoded, pack)
        own = _people_in_line(row, content, pack)
        return own if whole is None or _people_in(own) > _people_in(whole) else whole
    if row.kind == STAFF and len(row.units) == 1:
        return _one_person(row, content, pack)
    lines = [(unit, LineShape(Shape.OTHER)) for unit in units]
    return lines_block(Role.P, lines, decoded, certainty=_SURE, reason=_LINE)


def _people_in_line(row: Row, content: tuple[Inline, ...], pack: LanguagePack) -> Block:
    """People who stand behind their label, in running text; a paragraph where they cannot be told from each other."""
    unit, start = row.units[0], row.value
    text = plain_text(content)
    start += unknown_label(text[start:])  # Present: For the Board: …
    people = people_present(text[start:], pack)
    if not people:
        return _one_person(row, content, pack)
    people = [(start + a, start + b, parts) for a, b, parts in people]
    items = [_item(content, person, unit) for person in people]
    begin, end = people[0][0], people[-1][1]
    inner_list = List("participants", tuple(items), rend="inline")
    whole = (*cut(content, 0, begin), inner_list, *cut(content, end, len(text)))
    return Block(Role.P, whole, unit.span, certainty=_SURE, reason=_LISTED)


def _one_person(row: Row, content: tuple[Inline, ...], pack: LanguagePack) -> Block:
    """A paragraph of a label and a person whose name is marked, where it can be told."""
    parts = person_present(plain_text(content)[row.value :], pack)
    marks = [(row.value + a, row.value + b, tag) for a, b, tag in person_marks(parts)]
    return Block(Role.P, mark_pieces(content, marks), row.units[0].span, certainty=_SURE, reason=_LINE)


def _people_in(block: Block) -> int:
    """How many people are listed in a paragraph."""
    return sum(len(inline.items) for inline in block.content if isinstance(inline, List))


def _lines_of_people(row: Row, content: tuple[Inline, ...], decoded: Decoded, pack: LanguagePack) -> Block:
    """People on lines of their own under their label; one may stand beside it."""
    unit = row.units[0]
    text = plain_text(content)
    items = []
    if row.value < len(text):
        items.append(_item(content, (row.value, len(text), person_present(text[row.value :], pack)), unit))
    lone = pack.names.spaced and sum(" " in below.text for below in row.people) * 2 > len(row.people)
    for below in row.people:
        inner = joined(decoded, below.lines)
        own = plain_text(inner)
        side = PersonParts(
            (Part("orgName", 0, len(own.rstrip())),), _SIDE
        )  # a word among names: whose side they are on
        told = side if lone and " " not in own else person_present(own, pack)
        items.append(_item(inner, (0, len(own), told), below))
    head = cut(content, 0, row.value)
    spacing = (glue(decoded, unit.span, items[0].span),) if items[0].span.start > unit.span.end else ()
    span = unit.span.cover(row.people[-1].span)
    return Block(Role.P, (*head, *spacing, List("participants", tuple(items))), span, certainty=_SURE, reason=_LISTED)


def _item(content: tuple[Inline, ...], person: Person, unit: Unit) -> Block:
    start, end, parts = person
    own = cut(content, start, end)
    spans = [leaf.span for leaf in texts(own)]
    span = spans[0].cover(spans[-1]) if spans else unit.span
    return Block(
        Role.ITEM, mark_pieces(own, list(person_marks(parts))), span, certainty=parts.certainty, reason="a person"
    )
