"""The kinds of short lines."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """The kinds of short lines."""

    DATELINE = "dateline"
    MARK = "mark"
    ROLE = "role"
    NAME = "name"
    PERSON = "person"  # office and name together
    PARTY = "party"
    VALEDICTION = "valediction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LineShape:
    """The shape of a line and the marks that its pieces would get: `(start, end, tag)` in the line's text.

    `columns` is how many signatories stand beside each other in it, parted by white space; `leads` says that the line
    heads those below it (Witnesses:), `goes_on` that it belongs to the dateline above it, `signs` that its place in the text makes it
    the name of who signs.
    """

    shape: Shape
    marks: tuple[tuple[int, int, str], ...] = ()
    certainty: float = 1.0
    columns: int = 1
    leads: bool = False
    goes_on: bool = False
    signs: bool = False
