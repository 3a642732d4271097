"""Lines that are part of a closer by where they stand, in languages that do not set words apart.

There any word of two or three characters has the shape of a name: only the place tells a signature, under the text of
a letter, beside its date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei.languages.base import LanguagePack
from tei.languages.dates import find_dates
from tei.languages.people_unspaced import name_quality
from tei.languages.scripts import to_simplified
from tei.model.source import LayoutKind
from tei.structure.line import LineShape, Shape
from tei.structure.self_names import heads_parties, is_place, labelled, own_name, sealed
from tei.structure.shapes import line_shape
from tei.structure.units import Unit

_NEAR = 6  # lines
_MOST_ADDRESS = 2  # lines
_LONGEST_ADDRESS = 30  # characters of one of them
_FEWEST_OF_ROW = 3  # names, where no date stands beside them
_LONGEST_WISH = 6  # characters
_STOPS = "。！"
_OPENING, _CLOSING = frozenset("[［【〔"), frozenset("]］】〕")  # of a label
_MOST_BELOW = 8  # units below a signature: its date, who is written to, a note
_LONGEST_BELOW = 120  # characters of one of them
_PEOPLE = (Shape.NAME, Shape.PERSON)
_OFFICES = (Shape.ROLE, Shape.PARTY)
_WEAK = 0.4  # a word of as many characters as a name has
_SOME = 0.5  # as many characters as a name has, behind an office
_SURE = 0.9  # a family name and a given one
_BESIDE = 0.75  # how sure a name is in lines whose cells stand under each other


def by_place(
    units: Sequence[Unit],
    shapes: list[LineShape],
    pack: LanguagePack,
    *,
    letter: Sequence[bool],
    personal: bool = False,
) -> list[LineShape]:
    """The shapes, with those that only their places tell.

    `letter` says whether a unit stands in one, `personal` that the text says I and you as letters do.
    """
    shapes = _dates_over_lines(units, _columns_read_down(units, shapes, pack), pack)
    for index in range(1, len(units)):
        ends = _ends(units, index)
        if not ends and shapes[index - 1].shape is not Shape.VALEDICTION:
            continue  # it stands in the middle of a text
        if ends and _is_line(units[index]) and (with_seal := sealed(units[index].text, pack)):
            shapes[index] = with_seal
            continue
        if shapes[index].shape in (Shape.OTHER, Shape.NAME) and (party := _party(units, shapes, index, pack)):
            shapes[index] = party
            continue
        if shapes[index - 1].shape is Shape.VALEDICTION and (
            _is_addressee(units, shapes, index, pack) or _is_wished(units, shapes, index, pack)
        ):
            shapes[index] = LineShape(Shape.VALEDICTION)  # 此致, and below it to whom; 即頌, and below it what
            continue
        rows = (Shape.OTHER, Shape.PERSON, Shape.NAME)
        if shapes[index].shape in rows and (row := _row_of_names(units, shapes, index, pack)):
            shapes[index] = row
            continue
        dated = any(
            shape.shape is Shape.DATELINE for shape in (*shapes[index - 1 : index], *shapes[index + 1 : index + 2])
        )
        single = letter[index] and dated
        own = own_name(units[index].bare, pack, single=single) if _is_line(units[index]) else None
        weak = shapes[index].shape is Shape.OTHER or (shapes[index].shape is Shape.NAME and shapes[index].columns == 1)
        closes = any(shape.shape is Shape.VALEDICTION for shape in shapes[max(0, index - 2) : index])
        closes = closes or (index + 1 < len(units) and units[index + 1].text.endswith(pack.names.courtesies))
        if letter[index] and (ended := _person_with_stop(units, shapes, index, pack)):
            shapes[index] = ended
            continue
        if own is not None and units[index].text.endswith(pack.names.courtesies):
            own = None  # who is written to
        greeted = letter[index] or closes
        if own is not None and weak and _signs(units, shapes, index, own, letter=greeted, personal=personal):
            shapes[index] = replace(own, signs=not _others_sign(units, shapes, index, pack))
    shapes = [_of_person(unit, shape, pack) for unit, shape in zip(units, shapes, strict=True)]
    return _with_addresses(units, shapes)


def _with_addresses(units: Sequence[Unit], shapes: list[LineShape]) -> list[LineShape]:
    """The shapes, where short lines of no known shape between a date or a signature and a person are his body and address."""
    for index in range(1, len(units)):
        sure = _SURE if shapes[index].shape is Shape.NAME else _SOME
        if shapes[index].shape not in _PEOPLE or shapes[index].certainty < sure or not _ends(units, index):
            continue
        start = index
        while start > 0 and shapes[start - 1].shape is Shape.OTHER and _is_address_line(units[start - 1]):
            start -= 1
        led = start > 0 and shapes[start - 1].shape in (Shape.DATELINE, Shape.PERSON)
        if led and 0 < index - start <= _MOST_ADDRESS:
            shapes[start:index] = [LineShape(Shape.ROLE, (), _BESIDE)] * (index - start)
    return shapes


def _is_address_line(unit: Unit) -> bool:
    short = _is_line(unit) and len(unit.text) <= _LONGEST_ADDRESS and not parts_texts(unit)
    return short and not any(stop in unit.text for stop in "。！？；：:")


def _of_person(unit: Unit, shape: LineShape, pack: LanguagePack) -> LineShape:
    """The shape; where it is that of a whole name and no town's, it signs and is no place of the date beside it."""
    whole = shape.shape is Shape.NAME and shape.certainty >= _SURE and not is_place(unit.text, pack)
    return replace(shape, signs=True) if whole else shape


def _is_addressee(units: Sequence[Unit], shapes: Sequence[LineShape], index: int, pack: LanguagePack) -> bool:
    """Whether a line under a valediction says to whom: with a form of address, or a body above who signs."""
    signed = any(shape.shape in (*_PEOPLE, Shape.PARTY) for shape in shapes[index + 1 : index + _NEAR])
    body = shapes[index].shape is Shape.PARTY and signed and _ends(units, index)
    return body or units[index].text.endswith(pack.names.courtesies)


def _is_wished(units: Sequence[Unit], shapes: Sequence[LineShape], index: int, pack: LanguagePack) -> bool:
    """Whether a short line says what the valediction above it wishes: something unmarked, with more below it."""
    wishes = units[index - 1].bare.endswith(pack.letters.wishing) and not is_marked_shape(shapes[index])
    wish = units[index].text.rstrip(_STOPS)
    short = _is_line(units[index]) and len(wish) <= _LONGEST_WISH and wish.endswith(pack.letters.wished)
    return wishes and short and index + 1 < len(units) and shapes[index].shape is not Shape.DATELINE


def _is_line(unit: Unit) -> bool:
    return unit.kind is LayoutKind.TEXT and len(unit.lines) == 1


def _signs(
    units: Sequence[Unit], shapes: Sequence[LineShape], index: int, own: LineShape, *, letter: bool, personal: bool
) -> bool:
    """Whether a line that may be a name stands where one signs.

    In no letter it must have a date beside it and a mark; or a day below it, and the text says I and you.
    """
    before = shapes[index - 1].shape
    after = shapes[index + 1].shape if index + 1 < len(shapes) else None
    if before is Shape.VALEDICTION:
        return after in (None, Shape.ROLE, Shape.PARTY, Shape.DATELINE) or _ends(units, index)
    marked = is_marked_shape(own)
    dated = before is Shape.DATELINE or after is Shape.DATELINE
    if not letter:
        own_day = after is Shape.DATELINE and "日" in units[index + 1].text
        return dated and _ends(units, index) and (marked or (personal and own_day))
    if not _ends(units, index):
        return False
    if before in (*_PEOPLE, Shape.ROLE, Shape.PARTY):
        return shapes[index].shape is Shape.NAME
    return dated or marked or own.certainty >= _SURE


def _party(units: Sequence[Unit], shapes: Sequence[LineShape], index: int, pack: LanguagePack) -> LineShape | None:
    """The shape of a line that names who takes part in a deed, where a date, a mark or an office near it says that it is one."""
    if not _is_line(units[index]) or not _ends(units, index):
        return None
    near = shapes[max(0, index - _NEAR) : index + _NEAR + 1]
    signed = any(shape.shape in (Shape.DATELINE, Shape.PERSON) or is_marked_shape(shape) for shape in near)
    if not signed:
        return None
    rows = shapes[index + 1 : index + 2]
    heads = heads_parties(units[index].text, pack) if any(shape.shape is Shape.NAME for shape in rows) else None
    return heads or labelled(units[index].text, pack)


def is_marked_shape(shape: LineShape) -> bool:
    """Whether a printed mark, or a word for oneself, says that the name in a line is that of who signs."""
    return any(tag in ("rank", "signature-mark") for _, _, tag in shape.marks)


def _person_with_stop(
    units: Sequence[Unit], shapes: Sequence[LineShape], index: int, pack: LanguagePack
) -> LineShape | None:
    """The shape of an office and a name that end as a sentence does, above the date of a telegram (主席某某。寒。)."""
    text = units[index].text
    dated = index + 1 < len(shapes) and shapes[index + 1].shape is Shape.DATELINE
    if not (dated and text.endswith("。") and shapes[index].shape is Shape.OTHER and _ends(units, index)):
        return None
    whole = line_shape(text.rstrip("。"), pack)
    return whole if whole.shape is Shape.PERSON and whole.certainty >= _SURE else None


def _row_of_names(
    units: Sequence[Unit], shapes: Sequence[LineShape], index: int, pack: LanguagePack
) -> LineShape | None:
    """The shape of a line of several names at the end of a text, with a date or another such line above or below it."""
    beside = (*shapes[index - 1 : index], *shapes[index + 1 : index + 2])
    cells = units[index].text.split()
    parted = units[index - 1].piece and shapes[index - 1].shape is Shape.NAME  # the last name of the row above
    row_beside = len(cells) >= _FEWEST_OF_ROW and (parted or any(map(_is_row, beside)))
    told = row_beside or any(shape.shape is Shape.DATELINE for shape in beside)
    if not (told and len(cells) > 1 and _is_line(units[index]) and _ends(units, index)):
        return None
    row = [line_shape(cell, pack) for cell in cells]
    if any(cell.shape is not Shape.NAME or cell.certainty < _SURE or cell.columns > 1 for cell in row):
        return None
    return LineShape(Shape.NAME, tuple(_in_line(units[index].text, row)), _BESIDE, len(cells))


def _is_row(shape: LineShape) -> bool:
    """Whether a line is one of several names."""
    return shape.shape is Shape.NAME and sum(tag == "persName" for _, _, tag in shape.marks) > 1


def _others_sign(units: Sequence[Unit], shapes: Sequence[LineShape], index: int, pack: LanguagePack) -> bool:
    """Whether a name stands near a line, so that a word under the date is its place."""
    near = (*range(max(0, index - 3), index), *range(index + 1, min(index + 4, len(shapes))))
    people = (at for at in near if shapes[at].shape in _PEOPLE and shapes[at].certainty > _WEAK)
    return any(not units[at].text.endswith(pack.names.courtesies) for at in people)


def _ends(units: Sequence[Unit], index: int) -> bool:
    """Whether only little stands below a unit, up to what is another text."""
    for number, unit in enumerate(units[index + 1 : index + _MOST_BELOW + 2], 1):
        if parts_texts(unit):
            return True
        if number > _MOST_BELOW or len(unit.text) > _LONGEST_BELOW or not _is_line(unit):
            return False
    return True


def parts_texts(unit: Unit) -> bool:
    """Whether a unit heads another text: a heading, a label in brackets (〔別紙〕)."""
    return unit.kind is LayoutKind.HEADING or (unit.text[:1] in _OPENING and unit.text[-1:] in _CLOSING)


def _dates_over_lines(units: Sequence[Unit], shapes: list[LineShape], pack: LanguagePack) -> list[LineShape]:
    """The shapes, where a dateline has two lines: the year above the day, the place below the date."""
    for index in range(1, len(units)):
        above, below = units[index - 1].text, units[index]
        if shapes[index].shape is not Shape.DATELINE or below.gap or not _is_line(units[index - 1]):
            continue
        if shapes[index - 1].shape is Shape.DATELINE and is_place_alone(below.text, shapes[index]):
            shapes[index] = replace(shapes[index], goes_on=True)
        elif is_year(above, pack):
            shapes[index - 1] = LineShape(Shape.DATELINE, (), shapes[index].certainty)
            shapes[index] = replace(shapes[index], goes_on=True)
    return shapes


def is_place_alone(text: str, shape: LineShape) -> bool:
    """Whether a dateline has a place and hardly more: 於北京."""
    return shape.shape is Shape.DATELINE and any(
        tag == "placeName" and len(text) - (end - start) <= 2 for start, end, tag in shape.marks
    )


def is_year(text: str, pack: LanguagePack) -> bool:
    """Whether a line is a year and nothing else."""
    dates = find_dates(text, pack.dates) if len(text) <= _MOST_BELOW else ()
    return len(dates) == 1 and len(dates[0].when) == len("1958") and dates[0].end - dates[0].start == len(text)


def _columns_read_down(units: Sequence[Unit], shapes: list[LineShape], pack: LanguagePack) -> list[LineShape]:
    """The shapes, where lines hold as many cells, parted by a space, that stand under each other: names under offices.

    So columns of signatures look from which wide white space was taken. An office may be broken over two such lines.
    """
    for start, end, count in _blocks(units):
        rows = [[_cell(cell, pack) for cell in units[index].text.split()] for index in range(start, end)]
        names = [all(cell.shape is Shape.NAME and cell.columns == 1 for cell in row) for row in rows]
        offices = [all(cell.shape in _OFFICES for cell in row) for row in rows]
        marks = [all(cell.shape is Shape.MARK for cell in row) for row in rows]
        if names.count(True) != 1 or not (any(offices) or any(marks)):
            continue
        for index, row, name, mark in zip(range(start, end), rows, names, marks, strict=True):
            kind = Shape.NAME if name else Shape.MARK if mark else Shape.ROLE
            row = [cell if name or mark or cell.shape in _OFFICES else LineShape(Shape.OTHER) for cell in row]
            if shapes[index].columns == 1:  # or it is told already, by wide white space
                shapes[index] = LineShape(kind, tuple(_in_line(units[index].text, row)), _BESIDE, count)
    return shapes


def _cell(text: str, pack: LanguagePack) -> LineShape:
    """The shape of a cell of a block of columns, where a long name may be a foreign one."""
    shape = line_shape(text, pack)
    foreign = shape.shape is Shape.OTHER and text.isalpha() and name_quality(to_simplified(text), pack) > 0
    return LineShape(Shape.NAME, ((0, len(text), "persName"),), _WEAK) if foreign else shape


def _blocks(units: Sequence[Unit]) -> Iterator[tuple[int, int, int]]:
    """Runs of two or more lines of as many cells, two or more, that a space parts: first, behind the last, the number."""
    counts = [len(unit.text.split()) if _is_line(unit) and len(unit.text) <= _LONGEST_BELOW else 0 for unit in units]
    index = 1
    while index < len(units):
        end = index + 1
        while end < len(units) and counts[end] == counts[index] and units[end].gap <= 1:
            end += 1
        if counts[index] > 1 and end - index > 1:
            yield index, end, counts[index]
        index = end


def _in_line(text: str, cells: Sequence[LineShape]) -> Iterator[tuple[int, int, str]]:
    """The marks of cells as those of their line."""
    at = 0
    for cell, shape in zip(text.split(), cells, strict=True):
        at = text.index(cell, at)
        yield from ((at + start, at + end, tag) for start, end, tag in shape.marks)
        at += len(cell)
