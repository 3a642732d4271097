"""Participants: an introducing line, and the people after it as a list with one item for each person."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tei.languages.base import LanguagePack
from tei.languages.people import split_people, split_person
from tei.languages.person_parts import PersonParts
from tei.model.document import Block, Role
from tei.model.inline import Inline, List, cut, plain_text, texts
from tei.model.source import Decoded, LayoutKind
from tei.structure.mark import mark_pieces
from tei.structure.shapes import person_marks
from tei.structure.units import Unit, glue, joined

_COLON = re.compile("[:：]")
_CLAUSE_ENDS = "；;。."
_LONGEST_PERSON = 240
_IN_TEXT = "people after a colon, in running text"


def participants(units: Sequence[Unit], decoded: Decoded, pack: LanguagePack) -> tuple[Block, int] | None:
    """The paragraph of participants that `units` begin with, and how many units it takes; None when there is none.

    What makes it one is its structure, not its words: a colon, and after it at least two descriptions of people,
    each a name with its offices, in running text or in lines of their own.
    """
    intro = units[0]
    if intro.kind is LayoutKind.HEADING or not pack.scripts:
        return None
    if not _COLON.search(intro.text):
        return None
    content = joined(decoded, intro.lines)
    text = plain_text(content)
    clauses = list(_clauses(text))
    if not clauses or clauses[0][0] > _LONGEST_PERSON:
        return None
    lists = list(takewhile(bool, (split_people(text[begin:end], pack) for begin, end in clauses)))
    found = [parts for people in lists for _, _, parts in people]
    if len(lists) == len(clauses) and len(found) > 1 and _are_people(found):
        return _inline_lists(intro, content, clauses, lists), 1
    return _line_list(units, content, clauses[0][0], decoded, pack)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where people may be listed in running text: from after a colon to the end of the clause before the next colon."""
    colons = [match.start() for match in _COLON.finditer(text, 1)]
    for colon, following in zip(colons, (*colons[1:], len(text)), strict=False):
        begin = colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip())
        end = len(text)
        if following < len(text):
            end = max((text.rfind(mark, colon, following) + 1 for mark in _CLAUSE_ENDS), default=0)
        yield begin, max(begin, end)


def _are_people(parts: Sequence[PersonParts]) -> bool:
    """Whether descriptions are those of people: every one has a name, most have an office or a form of address."""
    named = all(person.name and person.certainty >= 0.5 for person in parts)
    titled = sum(any(part.tag != "persName" for part in person.parts) for person in parts)
    return named and 2 * titled >= len(parts)


def _inline_lists(
    intro: Unit,
    content: tuple[Inline, ...],
    clauses: Sequence[tuple[int, int]],
    lists: Sequence[Sequence[tuple[int, int, PersonParts]]],
) -> Block:
    out: list[Inline] = []
    done = 0
    for (begin, end), people in zip(clauses, lists, strict=True):
        out += cut(content, done, begin)
        items = []
        for start, stop, parts in people:
            marks = [(a - start, b - start, tag) for a, b, tag in person_marks(parts)]
            items.append(_item(cut(content, begin + start, begin + stop), marks, intro, parts))
        out.append(List("participants", tuple(items), rend="inline"))
        done = end
    return Block(Role.P, (*out, *cut(content, done, len(plain_text(content)))), intro.span, reason=_IN_TEXT)


def _line_list(
    units: Sequence[Unit], content: tuple[Inline, ...], begin: int, decoded: Decoded, pack: LanguagePack
) -> tuple[Block, int] | None:
    intro = units[0]
    text = plain_text(content)
    items: list[Block] = []
    found: list[PersonParts] = []
    open_ = True  # whether the list may go on after the last item
    if begin < len(text):
        parts = split_person(text[begin:], pack)
        if parts.name is None:
            return None
        items.append(_item(cut(content, begin, len(text)), list(person_marks(parts)), intro, parts))
        found.append(parts)
        open_ = _goes_on(text, pack)
    taken = 1
    for unit in units[1:]:
        text = unit.text
        if not open_ or unit.kind not in (LayoutKind.TEXT, LayoutKind.ITEM) or len(text) > _LONGEST_PERSON:
            break
        if _COLON.search(text):
            break
        parts = split_person(text, pack)
        if parts.name is None:
            break
        items.append(_item(joined(decoded, unit.lines), list(person_marks(parts)), unit, parts))
        found.append(parts)
        taken += 1
        inset = unit.indent > intro.indent or unit.kind is LayoutKind.ITEM
        listed_below = begin >= len(plain_text(content)) and not unit.gap  # one a line, directly under the colon
        open_ = _goes_on(text, pack) or ((inset or listed_below) and not text.endswith(tuple(pack.sentence_end)))
    if len(items) < 2 or not _are_people(found):
        return None
    head = cut(content, 0, begin)
    span = intro.span.cover(units[taken - 1].span)
    spacing = (glue(decoded, intro.span, items[0].span),) if items[0].span.start > intro.span.end else ()
    listed = List("participants", tuple(items))
    return Block(Role.P, (*head, *spacing, listed), span, reason="an introducing line with people after it"), taken


def _goes_on(text: str, pack: LanguagePack) -> bool:
    return text.rstrip().endswith(pack.list_separators)


def _item(content: tuple[Inline, ...], marks: list[tuple[int, int, str]], unit: Unit, parts: PersonParts) -> Block:
    spans = [leaf.span for leaf in texts(content)]
    span = spans[0].cover(spans[-1]) if spans else unit.span
    return Block(Role.ITEM, mark_pieces(content, marks), span, certainty=parts.certainty, reason="a person")
