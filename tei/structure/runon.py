"""Closers run on in the last paragraph: where lines were lost, dateline and signatures follow the text in one line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from tei.languages.base import LanguagePack
from tei.languages.dates import days_of_no_year, find_dates, words_for_dateline
from tei.languages.patterns import Patterns
from tei.languages.people import people_in_row
from tei.model.inline import cut, length, texts
from tei.model.source import LayoutKind, Line
from tei.structure.by_place import by_place
from tei.structure.closers import endings, is_address
from tei.structure.columns import has_gap
from tei.structure.letter_signs import greets_by_place, greets_in_text, is_personal
from tei.structure.line import LineShape, Shape
from tei.structure.marks import marks_in
from tei.structure.self_names import own_name
from tei.structure.shapes import COLUMN_GAP, greeting_end, is_dateline, is_salutation, line_shape
from tei.structure.tails import parted_tails, pieces_of
from tei.structure.units import Unit
from tei.structure.valedictions import is_valediction

_SHORTEST = {
    True: 80,
    False: 36,
}  # by whether words are set apart, in characters: of a paragraph that holds a closer beside its text
_REACH = 800  # how far from its end a closer can begin
# At a stroke that stands for the end of a line; after the end of a sentence, which is not an initial's full stop; at a wide space; before a bracket.
_BREAK = re.compile(r"\s+[|/=]\s+|(?<=[^\W_A-Z]{2}[.;:!?])\s+|(?<=[。；：！？])\s*|\s{2,}|(?<=[.)])(?=[(\[])")
_STOPS = "。．」』”"
_GAP = re.compile(r"\s+")
_LONGEST_LINE = 48  # characters of a signature and a dateline together
_MOST_ADDRESS = 8  # lines
_MOST_NAMES = 5  # words of a name run on from a valediction
_LONGEST_SIGNED = 100  # characters of a name and a dateline in one line, where words are set apart
_APART = re.compile(r"(?<=[^\W_]{2})[.,;][\s—–-]+|\s+[—–-]\s*|\s{2,}")  # between the two
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s?)+[^\W\d_a-z][^\W\d_]")
_SOME_NAME = 0.5  # how sure a word is that has as many characters as a name


def unfold(units: Sequence[Unit], pack: LanguagePack) -> list[Unit]:
    """The units, with a last paragraph (of the text, or before a heading) that holds a closer parted into its lines.

    A line of several people with their offices is parted too. Only signatures that a mark or a party announces are
    parted from the text: a name alone is not. What would not become part of a closer stays in one piece.
    """
    groups: list[list[Unit]] = []
    letter = pack.names.spaced or any(greeting_end(u.text, pack) or is_salutation(u.text, pack) for u in units)
    greeted = letter or any(
        greets_by_place(units, index, pack) or greets_in_text(units[index], pack)
        for index in range(min(len(units), _MOST_ADDRESS))
    )
    tails = {} if pack.names.spaced else parted_tails(units, pack, letter=greeted, personal=is_personal(units, pack))
    for index, unit in enumerate(units):
        if index in tails:
            groups.append([replace(_part(unit, *part), gap=unit.gap if part[0] == 0 else 0) for part in tails[index]])
            continue
        last = _ends_text(units[index + 1 : index + _MOST_ADDRESS + 2], pack)
        plain = unit.kind is not LayoutKind.HEADING and len(unit.lines) == 1
        if plain and (row := people_in_row(unit.text, pack) or _beside_each_other(units, index, pack)):
            groups.append([replace(_part(unit, start, end), gap=unit.gap if start == 0 else 0) for start, end in row])
        else:
            whole = not (last and plain) or line_shape(unit.text, pack).columns > 1
            groups.append(
                [unit] if whole else _parted(unit, pack, letter=letter and not _signed_beside(units, index, pack))
            )
    if len(groups) == sum(map(len, groups)):
        return list(units)
    flat = [part for group in groups for part in group]
    closing = {index for found in endings(flat, pack, letter=letter) for index in range(found.start, found.end)}
    unfolded: list[Unit] = []
    position = 0
    for unit, group in zip(units, groups, strict=True):
        after = position + len(group)
        unfolded += group if closing & set(range(position, after)) else [unit]
        position = after
    return unfolded


def _ends_text(after: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether nothing of the text follows: nothing at all, a heading, or the address of who is written to."""
    if not after or after[0].kind is LayoutKind.HEADING:
        return True
    if len(after) == 1 and not pack.names.spaced and line_shape(after[0].text, pack).shape is Shape.DATELINE:
        return True
    if not is_address(after[0].text, pack):
        return False
    lines = list(takewhile(lambda unit: unit is after[0] or not unit.gap, after[: _MOST_ADDRESS + 1]))
    return len(lines) <= _MOST_ADDRESS


def _beside_each_other(units: Sequence[Unit], index: int, pack: LanguagePack) -> tuple[tuple[int, int], ...]:
    """Where the names stand that are set beside each other in a line; none where lines of columns stand above or below.

    Such a block of columns stays whole: its parts cannot be put together in the order of the source.
    """
    text = units[index].text
    if not has_gap(text) or not COLUMN_GAP.search(text) or line_shape(text, pack).columns < 2:
        return ()
    around = [units[index - 1]] if index and not units[index].gap else []
    around += [unit for unit in units[index + 1 : index + 2] if not unit.gap]
    cells = 0 if pack.names.spaced else len(COLUMN_GAP.split(text))
    if any(line_shape(unit.text, pack).columns > 1 or len(COLUMN_GAP.split(unit.text)) == cells for unit in around):
        return ()
    gaps = [match.span() for match in COLUMN_GAP.finditer(text)]
    return tuple(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True))


def _signed_beside(units: Sequence[Unit], index: int, pack: LanguagePack) -> bool:
    """Whether the line above or below a unit is a signature already."""
    if pack.names.spaced:
        return False
    beside = (*units[max(0, index - 1) : index], *units[index + 1 : index + 2])
    shapes = [line_shape(unit.text, pack) for unit in beside if len(unit.text) <= _LONGEST_LINE]
    return any(shape.shape in (Shape.NAME, Shape.PERSON) for shape in shapes)


def _parted(unit: Unit, pack: LanguagePack, *, letter: bool) -> list[Unit]:
    text = unit.text
    if cut := _signed_line(text, pack):
        return [_part(unit, *_trimmed(text, 0, cut)), replace(_part(unit, *_trimmed(text, cut, len(text))), gap=0)]
    pieces = list(_pieces(unit, pack, letter=letter))
    if len(pieces) < 2:
        return [unit]
    shapes = [line_shape(text[start:end], pack) for start, end in pieces]
    if not pack.names.spaced:
        parts = [replace(_part(unit, start, end), kind=LayoutKind.TEXT, gap=0) for start, end in pieces]
        shapes = by_place(parts, shapes, pack, letter=[letter] * len(parts))
    if len(text) <= _SHORTEST[pack.names.spaced]:  # a line that is all closer, or none of it is
        whole = all(shape.shape is not Shape.OTHER for shape in shapes)
        whole = whole and (not pack.names.spaced or shapes[0].shape is Shape.VALEDICTION)
        parts = [_part(unit, *piece) for piece in pieces]
        return (
            [parts[0], *(replace(part, gap=0) for part in parts[1:])]
            if whole and _begins_closer(shapes, letter=letter and not pack.names.spaced)
            else [unit]
        )
    first = next(
        (i for i in range(1, len(pieces)) if _begins_closer(shapes[i:], letter=letter and not pack.names.spaced)), None
    )
    if first is None:
        return [unit]
    start, end = pieces[0][0], pieces[first - 1][1]
    greeting = greeting_end(text, pack)
    opening = [_part(unit, start, greeting)] if 0 < greeting < end else []
    body = _part(unit, greeting + len(text[greeting:]) - len(text[greeting:].lstrip()) if opening else start, end)
    lines = [replace(_part(unit, start, end), kind=LayoutKind.TEXT, gap=0) for start, end in pieces[first:]]
    return [*opening, body, *lines]


def _begins_closer(shapes: Sequence[LineShape], *, letter: bool) -> bool:
    """Whether a closer begins with the first piece: signatures in a row, announced by a mark, a party or a valediction.

    In a `letter` a date beside the name is enough; and a name with a rank that is all there is.
    """
    count = next((index for index, shape in enumerate(shapes) if shape.shape is Shape.OTHER), len(shapes))
    run = shapes[:count]
    named = any(shape.shape in (Shape.NAME, Shape.PERSON) for shape in run)
    marked = any(tag == "signature-mark" for shape in run for _, _, tag in shape.marks)
    greeted = bool(run) and run[0].shape is Shape.VALEDICTION
    if [shape.shape for shape in shapes] == [Shape.PARTY, Shape.DATELINE]:
        return True  # a body and its date
    whole = count == len(shapes)
    several = sum(shape.shape is Shape.PERSON for shape in run) > 1  # the parties to a deed and its date
    dated = (letter or several) and any(shape.shape is Shape.DATELINE for shape in run) and whole
    ranked = whole and all(
        shape.shape is Shape.NAME and any(tag == "rank" for _, _, tag in shape.marks) for shape in run
    )
    return named and (marked or greeted or dated or ranked or any(shape.shape is Shape.PARTY for shape in run))


def _pieces(unit: Unit, pack: LanguagePack, *, letter: bool) -> Iterator[tuple[int, int]]:
    """The ranges of the unit's text between the places where a line may have ended, without white space around them."""
    text = unit.text
    begin = max(0, len(text) - _REACH)
    offsets = {0, len(text)}
    offsets.update(match.end() for match in _BREAK.finditer(text, begin))
    for pattern in _announcing(pack.party_leads + pack.signature_marks).within(text):
        offsets.update(m.start() for m in pattern.finditer(text, begin) if not text[m.start()].islower())
    position = 0
    for node in unit.lines[0].content:  # where the type changes, so may the line
        offsets.add(position)
        position += length(node)
    found: list[tuple[int, int]] = []
    for start, end in pairwise(sorted(offsets)):
        piece = text[start:end]
        if not piece.strip():
            continue
        left, right = _trimmed(text, start, end)
        before = found[-1][0] if found else left
        if (
            found
            and not (letter and not pack.names.spaced and own_name(text[left:right], pack))
            and is_dateline(text[before:left], pack)
            and is_dateline(text[before:right], pack)
        ):
            found[-1] = (before, right)  # 一月一日。（自…发）
        elif several := pieces_of(text[left:right], pack, letter=letter):
            found += [(left + a, left + b) for a, b in several]
        elif cut := _after_valediction(text[left:right], pack) or _beside_date(text[left:right], pack, letter=letter):
            found += [_trimmed(text, left, left + cut), _trimmed(text, left + cut, right)]
        else:
            found.append((left, right))
    yield from found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _beside_date(piece: str, pack: LanguagePack, *, letter: bool) -> int:
    """Where a signature and a dateline part that stand in one line without a stop between: 某某手启二月三日; 0 if none.

    In a `letter` white space between them is enough for a name without a mark: 某某　二月三日.
    """
    if pack.names.spaced or len(piece) > _LONGEST_LINE:
        return 0
    shape = line_shape(piece, pack)
    placed = any(tag == "placeName" for _, _, tag in shape.marks)
    told = shape.shape is not Shape.OTHER and shape.certainty >= _SOME_NAME
    if told and not (letter and shape.shape is Shape.DATELINE and placed):
        return 0
    points = {len(piece.rstrip(_STOPS)) - n for n in (2, 3)}  # 某某江印
    points |= {match.end() for match in _GAP.finditer(piece)} if letter else set()
    words = words_for_dateline(piece, pack.dates)
    for date in (*find_dates(piece, words), *days_of_no_year(piece, words))[:1]:
        points |= {date.start, date.end}
    marks = [match.end() for pattern in marks_in(piece) for match in pattern.finditer(piece)]
    for point in sorted(point for point in {*points, *marks} if 0 < point < len(piece)):
        if _signed_and_dated(piece[:point].strip(), piece[point:].strip(), pack, letter=letter):
            return point
    return 0


def _signed_and_dated(one: str, other: str, pack: LanguagePack, *, letter: bool) -> bool:
    """Whether one of two pieces is a dateline, the other a name: with a mark, or in a letter."""
    for name, dated in ((one, other), (other, one)):
        if not is_dateline(dated, pack):
            continue
        shape = line_shape(name, pack)
        if shape.shape in (Shape.NAME, Shape.PERSON) and any(tag == "signature-mark" for _, _, tag in shape.marks):
            return True
        if shape.shape is Shape.PARTY or (letter and (shape.shape is Shape.PERSON or own_name(name, pack) is not None)):
            return True
    return False


def _after_valediction(piece: str, pack: LanguagePack) -> int:
    """Where a valediction ends that a name follows in one line: “Very truly yours, A. Author”; 0 when there is none."""
    if not pack.names.spaced:
        return 0
    ends = [match.start() for match in _GAP.finditer(piece)][-_MOST_NAMES:]
    for end in ends:
        rest = piece[end:].strip()
        if rest[0].isupper() and is_valediction(piece[:end], pack) and not is_valediction(rest, pack):
            named = line_shape(rest, pack).shape in (Shape.NAME, Shape.PERSON)
            return end if named and line_shape(piece, pack).shape is not Shape.VALEDICTION else 0
    return 0


def _signed_line(text: str, pack: LanguagePack) -> int:
    """Where a name and a dateline part that stand in one line, in whatever order: “A. Author. Rome, May 3, 1950.”; 0 if none.

    The name has initials, an office or a mark, or a stop parts it from a dateline with a place of its own.
    """
    if not pack.names.spaced or len(text) > _LONGEST_SIGNED:
        return 0
    for match in _APART.finditer(text):
        one, other = text[: match.start() + 1].rstrip(" ,—–-"), text[match.end() :]
        for name, dated in ((one, other), (other, one)):
            if not is_dateline(dated, pack):
                continue
            when, shape = line_shape(dated, pack), line_shape(name, pack)
            placed = "." in match[0] and any(tag == "placeName" for _, _, tag in when.marks)
            sure = placed or (name[:1].isupper() and _INITIALS.match(name) is not None) or shape.shape is Shape.PERSON
            sure = sure or any(tag == "signature-mark" for _, _, tag in shape.marks)
            if shape.shape in (Shape.NAME, Shape.PERSON) and sure:
                return match.end()
    return 0


@cache
def _announcing(patterns: tuple[str, ...]) -> Patterns:
    return Patterns(rf"(?<!\w)(?:{pattern})" for pattern in patterns)


def _part(unit: Unit, start: int, end: int) -> Unit:
    content = cut(unit.lines[0].content, start, end)
    spans = [leaf.span for leaf in texts(content)]
    span = spans[0].cover(spans[-1])
    return replace(unit, lines=(Line(content, span, unit.indent),), span=span, piece=True)
