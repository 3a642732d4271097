"""Lines at the end of a text that hold several things, parted: a name beside its date, a row of witnesses under a label.

Where words are not set apart, what a line holds is told by whether all of it can be read: as names, offices, seals and
dates, and nothing else. A line of prose has something left over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tei.languages.base import DateWords, LanguagePack
from tei.languages.people import people_in_row
from tei.model.source import LayoutKind
from tei.structure.by_place import by_place, is_marked_shape, parts_texts
from tei.structure.line import LineShape, Shape
from tei.structure.self_names import heads_parties, is_place, labelled, own_name, sealed
from tei.structure.shapes import greeting_end, is_salutation, line_shape
from tei.structure.units import PARTING, Unit

_LONGEST_LINE = 48  # characters: more than an office, a name and a date take
_MOST_LINES = 40  # of the end of a text
_MOST_BELOW = 8  # other lines below
_LONGEST_BELOW = 120  # characters of one of them
_SURE = 0.9  # a family name and a given one
_BY_LABEL = 0.8  # a name that nothing but the end of the word before it tells to be a party's
_FEWEST_IN_ONE = 3  # pieces of a closer that stands in one line
_MOST_WORDS = 4  # of a piece; the shape of a whole line is looked at besides
_WHOLE_NAME = 3  # characters: many a place has two
_AROUND_DATE = 3  # characters that belong to a date behind its last sign (夜, 灯下)
_ERA = 2  # characters before its first figure
_AT = "于於在"
_STOPS = "。！？；"
_STOPS_IN_DATES = tuple(",，、．.·・/-")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that can be read as the end of a text, with its pieces."""

    index: int
    pieces: tuple[Range, ...]
    shapes: tuple[LineShape, ...]


def parted_tails(
    units: Sequence[Unit], pack: LanguagePack, *, letter: bool, personal: bool
) -> dict[int, tuple[Range, ...]]:
    """Where the pieces stand in each line at the end of a text, by the number of its unit.

    In a `letter` a given name alone may stand beside a date, and so it may before a day in a text that is `personal`,
    which says I and you.
    """
    if pack.names.spaced or not pack.scripts:
        return {}
    found: dict[int, tuple[Range, ...]] = {}
    for start, end in _documents(units, pack):
        for run in _runs(units, start, end, pack, letter=letter, personal=personal):
            if not _is_closing([shape for line in run for shape in line.shapes], units, run, letter=letter or personal):
                continue
            own = units[max(0, run[0].index - 1) : run[-1].index + 1]
            plain = by_place(own, [line_shape(unit.text, pack) for unit in own], pack, letter=[letter] * len(own))
            first = run[-1].index + 1 - len(own)
            found |= {
                line.index: _covering(
                    units[line.index].text, line.pieces[:1] if _is_place_below(line, run) else line.pieces
                )
                for line in run
                if plain[line.index - first].columns == 1 and (len(line.pieces) > 1 or is_marked_shape(line.shapes[0]))
            }
    return found


def pieces_of(text: str, pack: LanguagePack, *, letter: bool) -> tuple[Range, ...]:
    """Where the pieces stand of a last sentence that is a closer in one line: a wish, who signs, a date; none of any other."""
    line = _line(0, text, pack, letter=letter) if not pack.names.spaced and len(text.split()) > 1 else None
    if line is None or len(line.pieces) < _FEWEST_IN_ONE:
        return ()
    kinds = {shape.shape for shape in line.shapes}
    closes = kinds & {Shape.NAME, Shape.PERSON} and kinds & {Shape.VALEDICTION, Shape.DATELINE}
    return _covering(text, line.pieces) if closes else ()


def _covering(text: str, pieces: Sequence[Range]) -> tuple[Range, ...]:
    """The pieces, each with what stands between it and the next one, so that no character of the line is lost."""
    starts = (0, *(start for start, _ in pieces[1:]), len(text))
    return tuple((start, len(text[:end].rstrip())) for start, end in pairwise(starts))


def _is_place_below(line: _Line, run: Sequence[_Line]) -> bool:
    """Whether a line is a date and a place, not a name, because somebody signs above it."""
    above = (shape.shape for other in run if other.index < line.index for shape in other.shapes)
    dated = [shape.shape for shape in line.shapes] == [Shape.DATELINE, Shape.NAME]
    return dated and not is_marked_shape(line.shapes[1]) and any(kind in (Shape.NAME, Shape.PERSON) for kind in above)


def _documents(units: Sequence[Unit], pack: LanguagePack) -> Iterator[Range]:
    """The ranges of units between headings, labels in brackets and greetings."""
    start = 0
    for index, unit in enumerate(units):
        greets = is_salutation(unit.text, pack) or greeting_end(unit.text, pack) > 0
        if unit.kind is not LayoutKind.TEXT or parts_texts(unit) or greets:
            if start < index:
                yield start, index
            start = index + 1
    if start < len(units):
        yield start, len(units)


def _runs(
    units: Sequence[Unit], start: int, end: int, pack: LanguagePack, *, letter: bool, personal: bool
) -> Iterator[list[_Line]]:
    """Runs of lines that can be read as closing ones, under prose, with little below them."""
    run: list[_Line] = []
    below = 0
    for index in range(end - 1, max(start, end - _MOST_LINES) - 1, -1):
        unit = units[index]
        line = _line(index, unit.text, pack, letter=letter, personal=personal) if len(unit.lines) == 1 else None
        if line is not None:
            run.insert(0, line)
            continue
        if run and _is_prose(unit, pack):
            yield run
        run = []
        below += 1
        if below > _MOST_BELOW or len(unit.text) > _LONGEST_BELOW:
            return


def _is_prose(unit: Unit, pack: LanguagePack) -> bool:
    return len(unit.text) > _LONGEST_LINE or unit.text.rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end))


def _is_closing(shapes: Sequence[LineShape], units: Sequence[Unit], run: Sequence[_Line], *, letter: bool) -> bool:
    """Whether pieces are those of a closer: there is a name, and something that no list of names has beside it."""
    people = [shape for shape in shapes if shape.shape is Shape.PERSON]
    sure = any(shape.certainty > _BY_LABEL for shape in people) or any(map(is_marked_shape, shapes))
    names = [
        (units[line.index].text[start:end], shape)
        for line in run
        for (start, end), shape in zip(line.pieces, line.shapes, strict=True)
        if shape.shape is Shape.NAME
    ]
    dated = any(shape.shape is Shape.DATELINE for shape in shapes)
    if sure or (people and dated) or any(shape.leads and (dated or shape.certainty > _BY_LABEL) for shape in shapes):
        return True
    whole = all(shape.certainty >= _SURE and len(text) >= _WHOLE_NAME for text, shape in names)
    return dated and bool(names) and (letter or whole)


def _line(index: int, text: str, pack: LanguagePack, *, letter: bool, personal: bool = False) -> _Line | None:
    """A line with its pieces; None where it cannot be read, or only a date with something beside it that may be no place."""
    if len(text) > _LONGEST_LINE:
        return None
    reader = _Reader(text, pack, letter=letter, personal=personal and _has_day(text, pack))
    if (whole := reader.shape(0, len(text))).shape is not Shape.OTHER:
        return _Line(index, ((0, len(text)),), (whole,))
    pieces = reader.pieces(0)
    if pieces is None:
        dated = line_shape(text, pack)
        return _Line(index, ((0, len(text)),), (dated,)) if dated.shape is Shape.DATELINE else None
    shapes = tuple(reader.shape(*piece) for piece in pieces)
    return _Line(index, tuple(pieces), shapes) if _hold_together(shapes) else None


def _hold_together(shapes: Sequence[LineShape]) -> bool:
    """Whether pieces of one line can be: of words that only may be names, one, beside a date or who is sure to sign."""
    weak = sum(shape.shape is Shape.NAME and shape.certainty < _SURE and not is_marked_shape(shape) for shape in shapes)
    backed = any(shape.shape in (Shape.DATELINE, Shape.PERSON) or is_marked_shape(shape) for shape in shapes)
    return len(shapes) == 1 or not weak or (weak == 1 and backed)


class _Reader:
    """Reads a line as pieces that follow each other; each range is looked at once."""

    def __init__(self, text: str, pack: LanguagePack, *, letter: bool, personal: bool) -> None:
        self._text, self._pack, self._letter, self._weak = text, pack, letter, letter or personal
        self._shapes: dict[Range, LineShape] = {}
        self._rests: dict[int, list[Range] | None] = {}
        self._cuts = sorted(_cuts(text, pack), reverse=True)

    def shape(self, start: int, end: int) -> LineShape:
        """The shape of a piece; OTHER where it can be none."""
        if (start, end) not in self._shapes:
            shape = _piece_shape(self._text[start:end], self._pack, weak=self._weak)
            if shape.shape is Shape.DATELINE and self._is_signed(start, end, shape):
                shape = LineShape(Shape.OTHER)
            self._shapes[start, end] = shape
        return self._shapes[start, end]

    def pieces(self, start: int) -> list[Range] | None:
        """The fewest pieces, the longest first, that make up the line from `start` on; None where something is left over."""
        if start not in self._rests:
            self._rests[start] = self._read(start)
        return self._rests[start]

    def _read(self, start: int) -> list[Range] | None:
        near = (cut for cut in (len(self._text), *self._cuts) if cut > start)
        for cut in (cut for cut in near if len(self._text[start:cut].split()) <= _MOST_WORDS):
            own = _trimmed(self._text, start, cut)
            if own[0] >= own[1] or self.shape(*own).shape is Shape.OTHER or self._is_cut_off(*own):
                continue
            rest = [] if cut == len(self._text) else self.pieces(cut)
            if rest is not None:
                return [own, *rest]
        return None

    def _is_signed(self, start: int, end: int, shape: LineShape) -> bool:
        """Whether what stands in a date in the place of a place is who signs: outside a letter a bare name stands first."""
        word = _word_beside_date(self._text[start:end], shape)
        first = self._text[start:end].startswith(word)
        return bool(word) and _may_sign(word, self._pack, bare=first or (self._letter and not start))

    def _is_cut_off(self, start: int, end: int) -> bool:
        """Whether a piece is a date with the first characters of what follows it in the place of a place."""
        text, shape = self._text[start:end], self.shape(start, end)
        glued = end < len(self._text) and self._text[end] not in PARTING
        return glued and shape.shape is Shape.DATELINE and _word_beside_date(text, shape) != ""


def _trimmed(text: str, start: int, end: int) -> Range:
    """The range without white space and commas at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(PARTING))
    return start + left, max(start + left, start + len(piece.rstrip(PARTING)))


def _cuts(text: str, pack: LanguagePack) -> set[int]:
    """Where a piece may end: at white space, before and behind the figures and signs of a date, before the word for at."""
    figures, signs = _figures(pack.dates)
    cuts: set[int] = set()
    for at in range(1, len(text)):
        before, here = text[at - 1], text[at]
        if here.isspace() or before.isspace() or before in PARTING or here in _AT:
            cuts.add(at)
        if (
            here in figures
            and before not in figures
            and before not in signs
            and _begins_date(text[at:], figures, signs)
        ):
            cuts |= {at, at - _ERA} - {0, -1}
        if before in signs:
            cuts |= {at + more for more in range(_AROUND_DATE + 1) if at + more < len(text)}
    return {cut for cut in cuts if text[cut - 1] not in figures or text[cut] not in figures | signs}


@cache
def _figures(words: DateWords) -> tuple[frozenset[str], frozenset[str]]:
    """The characters of numbers in dates, and those that stand behind them."""
    figures = {*"0123456789", *words.numerals, *words.units, *(month for month in words.months if len(month) == 1)}
    return frozenset(figures), frozenset(template[-1] for template in words.templates) - {"}"}


def _begins_date(text: str, figures: frozenset[str], signs: frozenset[str]) -> bool:
    """Whether a number and the sign of a year, month or day stand there, or figures with a stop between."""
    rest = "".join(text.split()).lstrip("".join(figures))
    return rest[:1] in signs or (rest[:1] in _STOPS_IN_DATES and rest[1:2] in figures)


def _piece_shape(text: str, pack: LanguagePack, *, weak: bool) -> LineShape:
    """The shape of a piece of a line: of a dateline, an office, a person, a seal; where it may be `weak`, a given name."""
    if any(stop in text[:-1] for stop in _STOPS):
        return LineShape(Shape.OTHER)
    shape = line_shape(text, pack)
    if shape.shape is Shape.DATELINE:
        return shape
    if _holds_date(text, pack):
        return LineShape(Shape.OTHER)
    if shape.shape is Shape.VALEDICTION and " " in text.strip():
        last = own_name(text.split()[-1], pack)
        return LineShape(Shape.OTHER) if last is not None and is_marked_shape(last) else shape
    if with_seal := sealed(text, pack):
        return with_seal
    if text in pack.names.seals:
        return LineShape(Shape.MARK, ((0, len(text), "signature-mark"),))
    several = shape.shape is Shape.PERSON and not is_marked_shape(shape) and people_in_row(text, pack)
    if several or (shape.shape in (Shape.ROLE, Shape.PARTY) and _begins_with_person(text, pack)):
        return LineShape(Shape.OTHER)
    if shape.shape in (Shape.NAME, Shape.OTHER) and (party := labelled(text, pack) or heads_parties(text, pack)):
        return party
    figures, _ = _figures(pack.dates)
    if shape.shape in (Shape.NAME, Shape.OTHER) and any({*word} <= figures for word in text.split()):
        return LineShape(Shape.OTHER)
    if shape.shape is Shape.NAME:
        own = own_name(text, pack)
        marked = own is not None and is_marked_shape(own)
        sure = shape.certainty >= _SURE and not is_place(text, pack)
        return own if own is not None and (marked or (weak and not sure)) else shape if sure else LineShape(Shape.OTHER)
    if (
        shape.shape is Shape.OTHER
        and (own := own_name(text, pack, single=weak)) is not None
        and (weak or is_marked_shape(own))
    ):
        return own
    return shape


def _may_sign(word: str, pack: LanguagePack, *, bare: bool) -> bool:
    """Whether a word beside a date is who signs, rather than a place; `bare`: nothing need stand beside the name."""
    if bare and (own_name(word, pack) is not None or word in pack.names.self_titles):
        return True
    return sealed(word, pack) is not None or line_shape(word, pack).shape is Shape.PERSON


def _begins_with_person(text: str, pack: LanguagePack) -> bool:
    """Whether a line of offices goes on behind the name of who holds the first of them."""
    words = text.split()
    firsts = (line_shape(" ".join(words[:count]), pack) for count in range(2, len(words)))
    return any(first.shape is Shape.PERSON and first.certainty >= _SURE for first in firsts)


def _has_day(text: str, pack: LanguagePack) -> bool:
    """Whether a line has the sign of a day: a year and a month alone are those of a book or an essay."""
    return any(template[-1] in text for template in pack.dates.templates if "{day}" in template and template[-1] != "}")


def _holds_date(text: str, pack: LanguagePack) -> bool:
    figures, signs = _figures(pack.dates)
    return any(one in figures and other in signs for one, other in pairwise("".join(text.split())))


def _word_beside_date(text: str, shape: LineShape) -> str:
    """What a dateline has in the place of a place with no word before it that says so; "" where it has a place for sure."""
    start, end = next(((start, end) for start, end, tag in shape.marks if tag == "placeName"), (0, 0))
    led = text[start - 1 : start] in tuple(_AT) or not (end == len(text) or text[end] in PARTING)
    return "" if led else text[start:end]
