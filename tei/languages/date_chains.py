"""Chains: dates joined by range and list words, each completed from its neighbours where it leaves something out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tei.languages.base import DateWords
from tei.languages.date_forms import ROMAN_MONTHS, Form, Grammar, fields_of, form_number, grammar
from tei.languages.number_words import month_names
from tei.languages.numerals import number

_YEARS = range(1000, 2200)  # a number of four digits outside is hardly a year

# How sure a reading is that rests on more than the date itself.
_SAME = 0.9  # “of the same year”: on the date before
_RELATIVE = 0.8  # “this year”: on the date of the document
_LATEST = 0.7  # “November last”: on what the writer means by it
_UNNAMED = 0.8  # “二十五年一月一日” and no era: on the era that is usually left out
_BRIEF = 0.7  # “二八、二、二五”: on the era, and on the figures being a date at all
_UNMARKED = 0.8  # “1959–1965” and nothing else: on the numbers looking like years


@dataclass(frozen=True, slots=True)
class Piece:
    """One date as printed, with what it says or what was taken from elsewhere; None is what is not known.

    `short` is what may be the last two digits of a year: the 60 of “1958–60”.
    """

    start: int
    end: int
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    short: int | None = None
    certainty: float = 1.0
    note: str = ""

    @property
    def dated(self) -> bool:
        """Whether the year is known, and the month if there is a day."""
        return self.year is not None and (self.day is None or self.month is not None)

    @property
    def year_only(self) -> bool:
        """Whether it is printed as a year and nothing else."""
        return self.form.fields == ("year",)


@dataclass(frozen=True, slots=True)
class Joint:
    """The word or sign between two dates. `announced`: a word before the first says that they are the ends of a span."""

    text: str
    is_range: bool
    announced: bool = False

    @property
    def is_comma(self) -> bool:
        """Whether it is a comma alone, which may as well end a clause."""
        return self.text in (",", "，")

    @property
    def is_sign(self) -> bool:
        """Whether it is a dash or the like, not a word."""
        return not any(character.isalpha() for character in self.text)


@dataclass(frozen=True, slots=True)
class Chain:
    """Dates and what joins them: one joint fewer than dates."""

    pieces: tuple[Piece, ...]
    joints: tuple[Joint, ...]


def chains(text: str, words: DateWords, reference: tuple[int, ...] | None) -> Iterator[Chain]:
    """The chains of `text`, whose digits are folded, in order and completed as far as the text and `reference` allow."""
    rules = grammar(words)
    before: tuple[int | None, int | None] = (None, None)
    position = 0
    while match := rules.start(text, position):
        reader = _Reader(rules, words, reference, before)
        pieces, joints = [reader.piece(match)], []
        while (joint := rules.joint.match(text, pieces[-1].end)) and (match := rules.next(text, joint.end())):
            pieces.append(reader.piece(match))
            joints.append(Joint(joint["word"], joint["range"] is not None))
        position = pieces[-1].end
        if pieces[-1].form.kind == "opening":  # nothing follows that it could be the opening of
            pieces, joints = pieces[:-1], joints[:-1]
        if not pieces:
            continue
        if joints and rules.pair.match(text, pieces[0].start) and not joints[0].is_comma:
            joints[0] = replace(joints[0], is_range=True, announced=True)
        chain = Chain(tuple(_complete(pieces, joints)), tuple(joints))
        for piece in chain.pieces:
            before = (piece.year or before[0], piece.month if piece.year else None)
        yield chain


class _Reader:
    """Reads the pieces of one chain."""

    def __init__(
        self,
        rules: Grammar,
        words: DateWords,
        reference: tuple[int, ...] | None,
        before: tuple[int | None, int | None],
    ) -> None:
        self._rules = rules
        self._words = words
        self._reference = reference or ()
        self._before = before
        self._eras = _eras(words)

    def piece(self, match: re.Match[str]) -> Piece:
        """The piece that a pattern of the grammar matched."""
        form, values = self._rules.forms[form_number(match)], fields_of(match)
        start, end = match.span()
        day = self._number(values.get("day"))
        short = day if form.bare and end - start == 2 else self._number(values.get("short"))
        piece = self._with_month(Piece(start, end, form, day=day, short=short), values.get("month"))
        if "roman" in values:
            piece = replace(piece, month=ROMAN_MONTHS.index(values["roman"].casefold()) + 1)
        if "first" in values:
            first, second = int(values["first"]), int(values["second"])
            piece = _either_way(piece, first, second, day_first=self._words.day_first)
        piece = self._with_year(piece, values.get("year"))
        if piece.year:
            self._before = (piece.year, piece.month)
        return piece

    def _number(self, text: str | None) -> int | None:
        return number(text, self._words.numerals, self._words.units) if text else None

    def _with_month(self, piece: Piece, text: str | None) -> Piece:
        if not text:
            return piece
        word = _plain(text)
        if word in (same := _plain_all(self._words.same_months)):
            year, month = self._before
            return replace(piece, year=year, month=month, certainty=_SAME) if month else piece
        shift = _values(self._words, "relative_months").get(word)
        if shift is not None and len(self._reference) > 1:
            year, month = divmod(self._reference[0] * 12 + self._reference[1] - 1 + shift, 12)
            return replace(piece, year=year, month=month + 1, certainty=_RELATIVE)
        if shift is not None or word in same:
            return piece
        named = _values(self._words, "months").get(word)
        return replace(piece, month=named if named is not None else self._number(text))

    def _with_year(self, piece: Piece, text: str | None) -> Piece:
        if not text:
            return piece
        word = _plain(text)
        if word in _plain_all(self._words.same_years):
            return replace(piece, year=self._before[0], certainty=_SAME)
        shift = _values(self._words, "relative_years").get(word)
        if shift is not None:
            year = self._reference[0] + shift if self._reference else None
            return replace(piece, year=year, certainty=_RELATIVE)
        if word in _plain_all(self._words.latest_words):
            if len(self._reference) < 2 or piece.month is None:
                return piece
            year = self._reference[0] - (piece.month >= self._reference[1])
            return replace(piece, year=year, certainty=_LATEST)
        value = self._number(text)
        if "{recent}" in piece.form.template:
            value = self._of_era(text) if value and value <= self._words.last_recent else None
            return replace(piece, year=value, certainty=_BRIEF)
        if "{reign}" in piece.form.template or value is None:
            value = self._of_era(text)
            piece = replace(piece, certainty=1.0 if text.startswith(self._eras) else _UNNAMED)
        return replace(piece, year=value) if value in _YEARS else piece

    def _of_era(self, text: str) -> int | None:
        """The year of the common era that a year of an era (昭和二十年) is, None before the Gregorian calendar."""
        name = next((name for name in self._eras if text.startswith(name)), "")
        rest = text.removeprefix(name).strip()
        count = 1 if rest in self._words.first_years else self._number(rest)
        offset, first = self._words.eras.get(name, (0, 0))
        return None if count is None or count < first else offset + count


def _either_way(piece: Piece, first: int, second: int, *, day_first: bool) -> Piece:
    """A numeric date whose day and month may stand in either order, unless the language has a custom (`day_first`)."""
    if day_first and second <= 12:
        return replace(piece, day=first, month=second)
    if first <= 12 and second <= 12 and first != second:
        return replace(piece, note="it could be day and month, or month and day")
    day, month = max(first, second), min(first, second)
    return replace(piece, day=day, month=month)


def _complete(pieces: Sequence[Piece], joints: Sequence[Joint]) -> list[Piece]:
    """The pieces with what each leaves out taken from its neighbours, where the grammar of a list allows that."""
    done = _years_marked(pieces, joints)
    for i in range(1, len(done)):
        left, right = done[i - 1 : i + 1]
        if right.day and not right.month and left.month and left.form.fields[-1] == "day":
            done[i] = replace(right, month=left.month)
    for i in reversed(range(len(done) - 1)):
        done[i] = _from_next(done[i], done[i + 1], joints[i])
    for i in range(1, len(done)):
        done[i] = _from_previous(done[i - 1], done[i], joints[i - 1])
    return done


def _years_marked(pieces: Sequence[Piece], joints: Sequence[Joint]) -> list[Piece]:
    """The pieces, bare numbers kept as years only beside another year, in a span or list such as “1959–1965”."""
    kept: dict[int, Piece] = {i: piece for i, piece in enumerate(pieces) if not piece.form.bare or piece.form.cued}
    sure = {i for i, piece in kept.items() if piece.year_only} | {i for i, p in enumerate(pieces) if p.form.cued}
    for i, (left, right) in enumerate(pairwise(pieces)):
        joint = joints[i]
        if left.year_only and joint.is_range and right.form.fields == ("short",):
            kept[i] = left
        if not (left.year_only and right.year_only and left.year and right.year) or left.year >= right.year:
            continue
        if {i, i + 1} & sure:
            if not joint.is_comma:
                kept.setdefault(i, left)
                kept.setdefault(i + 1, right)
        elif joint.is_range and (joint.is_sign or joint.announced) and right.year - left.year < 100:
            kept.setdefault(i, replace(left, certainty=_UNMARKED))
            kept.setdefault(i + 1, replace(right, certainty=_UNMARKED))
    return [kept[i] if i in kept else replace(piece, year=None) for i, piece in enumerate(pieces)]


def _from_next(piece: Piece, following: Piece, joint: Joint) -> Piece:
    """`piece` with what a later date of the chain says for both: “3–7 August 1958”, “July 31 to August 3, 1958”."""
    leads = following.form.fields[0]
    if piece.day and not piece.month and following.month and leads == "day" and not joint.is_comma:
        piece = replace(piece, month=following.month)
    if piece.year or not piece.month or not following.year or leads == "year":
        return piece
    if following.day and not piece.day and not joint.is_range:
        return piece
    year = _fitting(piece, following, following.year, -1, joint)
    return replace(piece, year=year, certainty=min(piece.certainty, following.certainty))


def _from_previous(previous: Piece, piece: Piece, joint: Joint) -> Piece:
    """`piece` with what an earlier date of the chain says for both: “1958年11月21日至28日”."""
    if piece.year or not previous.year:
        return piece
    if previous.year_only and joint.is_range and piece.short is not None:
        year = previous.year // 100 * 100 + piece.short
        return replace(piece, year=year, day=None, certainty=previous.certainty) if year > previous.year else piece
    if not piece.month or (previous.day and not piece.day):
        return piece
    fitting = _fitting(previous, piece, previous.year, 1, joint)
    return replace(piece, year=fitting, certainty=min(piece.certainty, previous.certainty))


def _fitting(left: Piece, right: Piece, year: int, step: int, joint: Joint) -> int | None:
    """The year of the one of two dates that has none, when the other's is `year`.

    Where the same year would put them in the wrong order, a short span runs over the turn of the year (December 28 to
    January 3), and the year of a date in a list is not known.
    """
    if not left.month or not right.month:
        return year
    days = (left.day or 0, right.day or 0) if left.day and right.day else (0, 0)
    if (left.month, days[0]) <= (right.month, days[1]):
        return year
    if not joint.is_range:
        return None
    return year + step if 12 - left.month + right.month <= 6 else year


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _plain_all(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_plain, words))


@cache
def _values(words: DateWords, field: str) -> dict[str, int]:
    """What the words of a field stand for, by how they are looked up."""
    table: Mapping[str, int] = month_names(words) if field == "months" else getattr(words, field)
    return {_plain(word): value for word, value in table.items()}


@cache
def _eras(words: DateWords) -> tuple[str, ...]:
    """The names of eras, the longest first."""
    return tuple(sorted(filter(None, words.eras), key=len, reverse=True))
