"""The rows of a form at the top of a document: lines that telegrams, memoranda and minutes begin with, by their labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tei.languages.base import LanguagePack
from tei.languages.dates import find_dates
from tei.languages.forms import (
    DATE,
    NUMBER,
    PEOPLE,
    PLACE,
    RECEIVED,
    RECIPIENT,
    SENDER,
    STAFF,
    SUBJECT,
    form_line,
    number_end,
    unknown_label,
)
from tei.model.source import LayoutKind
from tei.structure.present import people_present, person_present
from tei.structure.shapes import is_dateline
from tei.structure.units import Unit

_MOST = 40  # units
_LONGEST_VALUE = 160  # characters of what a label says on the line below it, or of a person
_LONGEST_DATED = 70  # of a line that says when, among those with labels
_DAY = len("1962-03-23")
_DIGIT = re.compile(r"[\d〇一二三四五六七八九十]")
_WRAPPED = (PEOPLE, SUBJECT, "copied")  # rows that may be of several lines
_WEAK = frozenset({NUMBER, "reference", STAFF})  # labels of letters, lists and plays too
_OF_A_LETTER = frozenset({RECEIVED, "precedence", "classification", "copied"})


@dataclass(frozen=True, slots=True)
class Row:
    """What one label of a form has: its kind, where the value begins in the first unit, and the units it takes.

    `people` are those that a person each stands in; `known` is false for a label that only stands among others, `bare`
    says that no colon follows it.
    """

    kind: str
    value: int
    units: tuple[Unit, ...]
    known: bool = True
    bare: bool = False
    people: tuple[Unit, ...] = ()

    @property
    def text(self) -> str:
        """The line of its label."""
        return self.units[0].text

    @property
    def taken(self) -> int:
        """How many units it has."""
        return len(self.units) + len(self.people)


def form_rows(units: Sequence[Unit], pack: LanguagePack, *, dated: bool = False) -> list[Row]:
    """The rows of the form that `units` begin with; none where fewer than two labels tell that it is one.

    Below a dateline (`dated`) one is enough that no text would begin with: when a telegram was received.
    """
    rows: list[Row] = []
    index = 0
    while index < min(len(units) - 1, _MOST):
        row = _row(units[index:], pack, rows)
        if row is None:
            break
        rows.append(row)
        index += row.taken
    while rows and rows[-1].kind == "other":
        rows.pop()
    if rows and rows[0].kind == NUMBER and names_document(rows[0].text, pack):  # a title: Telegram No. 5
        return []
    return rows if _is_form(rows, dated) else []


def names_document(text: str, pack: LanguagePack) -> bool:
    """Whether a line has a noun for a kind of document in it (Minutes of …, 12 March 1962), or ends with it (…复函)."""
    if not pack.names.spaced:
        return text.rstrip("）)】」』》〉 ").endswith(tuple(pack.layout.document_nouns))
    return not pack.layout.document_nouns.isdisjoint(word.strip(".,:;") for word in text.casefold().split())


def _is_form(rows: Sequence[Row], dated: bool) -> bool:
    """Whether rows are those of a form, by what their labels are for."""
    kinds = {row.kind for row in rows if row.known}
    strong = kinds - _WEAK
    if strong <= {DATE, PLACE} and not any(row.kind == DATE and _DIGIT.search(row.text) for row in rows):
        return dated and bool(kinds & _OF_A_LETTER)  # the place and time of a play
    if all(row.bare for row in rows) and strong <= {SENDER, RECIPIENT}:  # “TO THE PEOPLE” is no line of a form
        return [row.kind for row in rows[:2]] == [SENDER, RECIPIENT]
    dated = dated or any(row.kind == DATE and not row.known for row in rows)
    return (bool(strong) and len(kinds) > 1) or (dated and bool(kinds & _OF_A_LETTER))


def _row(units: Sequence[Unit], pack: LanguagePack, before: Sequence[Row]) -> Row | None:
    """The row that `units` begin with, under the rows before it."""
    unit = units[0]
    if unit.kind not in (LayoutKind.TEXT, LayoutKind.ITEM) or not unit.lines:
        return None
    line = form_line(unit.text, pack)
    if line is None:
        return _unlabelled(units, pack, before)
    if len(unit.lines) > 1 and line.kind not in _WRAPPED:
        return None
    if line.kind == PEOPLE:
        below = _people_below(units, pack, begun=line.value < len(unit.text))
        return Row(PEOPLE, line.value, (unit,), people=tuple(below))
    if line.kind == SENDER and _is_day(unit.text[line.value :], pack):  # 発信：昭和37年3月23日
        return Row(DATE, line.value, (unit,))
    if line.value < len(unit.text):
        return Row(line.kind, line.value, (unit,), bare=line.bare)
    value_below = len(units) > 2 and not units[1].gap and _is_value(units[1], pack)
    return Row(line.kind, line.value, (unit, units[1])) if value_below else None


def _is_day(text: str, pack: LanguagePack) -> bool:
    dates = find_dates(text, pack.dates)
    return bool(dates) and dates[0].start == 0 and len(dates[0].when) >= _DAY


def _unlabelled(units: Sequence[Unit], pack: LanguagePack, before: Sequence[Row]) -> Row | None:
    """A row without a label that is known: a date, the people of one side (For the Board: …), what stands between others."""
    unit = units[0]
    if (start := _dated_from(unit, before, units[1], pack)) >= 0:
        return Row(DATE, start, (unit,), known=False)
    value = unknown_label(unit.text)
    if not value or not before:
        return None
    if before[-1].kind == PEOPLE:
        below = _people_below(units, pack) if value >= len(unit.text) else []
        if len(below) > 1 or people_present(unit.text[value:], pack):
            return Row(PEOPLE, value, (unit,), people=tuple(below))
    among = len(units) > 2 and form_line(units[1].text, pack) is not None and len(unit.text) <= _LONGEST_VALUE
    return Row("other", value, (unit,), known=False) if among else None


def _dated_from(unit: Unit, before: Sequence[Row], below: Unit, pack: LanguagePack) -> int:
    """Where the date begins of a line without a label that says when, beside lines with labels; -1 for any other line."""
    text = unit.text
    beside = before or form_line(below.text, pack) is not None
    if not beside or len(text) > _LONGEST_DATED or len(unit.lines) > 1 or names_document(text, pack):
        return -1
    start = number_end(text, pack)  # No. 412. Lisbon, March 23, 1962.
    if is_dateline(text[start:], pack):
        return start
    dates = find_dates(text, pack.dates)
    return start if before and dates and len(dates[0].when) >= _DAY else -1


def _is_value(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a line can be what the label above it says, or a person in a list."""
    text = unit.text
    plain = unit.kind in (LayoutKind.TEXT, LayoutKind.ITEM) and 0 < len(text) <= _LONGEST_VALUE
    ended = text.endswith(tuple(pack.sentence_end)) and person_present(text, pack).name is None
    return (
        plain
        and not ended
        and not text.endswith((":", "："))
        and form_line(text, pack) is None
        and not unknown_label(text)
    )


def _people_below(units: Sequence[Unit], pack: LanguagePack, *, begun: bool = False) -> list[Unit]:
    """The lines of people below a label: directly under it, set in, or items; behind `begun` only those set in."""
    found: list[Unit] = []
    intro = units[0]
    for unit in units[1:_MOST]:
        inset = unit.indent > intro.indent or unit.kind is LayoutKind.ITEM
        if (unit.gap and not inset) or (begun and not inset) or not _is_value(unit, pack):
            break
        found.append(unit)
    named = sum(person_present(unit.text, pack).name is not None for unit in found)
    return found if 2 * named >= len(found) > (0 if begun else 1) else []
