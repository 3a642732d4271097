"""The kinds of short lines, and the patterns of a language pack, compiled."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tei.languages import packs


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


@cache
def patterns(code: str, kind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of the pack `code` that stand in its field `kind`; case is free."""
    return _compiled(code, kind, re.IGNORECASE)


@cache
def patterns_as_written(code: str, kind: str) -> tuple[re.Pattern[str], ...]:
    """The same, case counting."""
    return _compiled(code, kind, re.RegexFlag(0))


def _compiled(code: str, kind: str, flags: re.RegexFlag) -> tuple[re.Pattern[str], ...]:
    pack = next(pack for pack in packs() if pack.code == code)
    return tuple(re.compile(pattern, flags) for pattern in getattr(pack, kind))
