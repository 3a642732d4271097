"""A version as the kinds of evidence read it: its lines and paragraphs, and the one day that some of them name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.dates import find_dates
from tei.model.document import Block, Edition, Role, Version, runs
from tei.model.header import Creation
from tei.model.inline import Date, marks_in, plain_text
from tei.model.span import Span

DAY = len("2000-01-01")  # characters of a date to the day
_RUNNING = {True: 120, False: 50}  # characters of a paragraph that is running text, by whether words are set apart
_FOUR_FIGURES = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """When a document was made by one kind of evidence, with its certainty and reason, and where that stands."""

    creation: Creation
    span: Span | None = None
    id: str = ""


@dataclass(frozen=True, eq=False)
class Reading:
    """A version of an edition, as the kinds of evidence ask about it."""

    edition: Edition
    version: Version

    @property
    def pack(self) -> LanguagePack:
        """The words of the version's language."""
        return pack_for(self.version.lang)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All but the notes."""
        return tuple(block for block in self.version.blocks() if block.role is not Role.NOTE)

    @cached_property
    def running(self) -> tuple[Block, ...]:
        """The paragraphs that are long enough to be running text."""
        least = _RUNNING[self.pack.names.spaced]
        texts = (block for block in self.blocks if block.role in (Role.P, Role.ITEM))
        return tuple(block for block in texts if len(" ".join(block.text.split())) >= least)

    @cached_property
    def above(self) -> tuple[Block, ...]:
        """The blocks above the first paragraph of running text."""
        return self.blocks[: self.blocks.index(self.running[0]) if self.running else 1]

    def years(self, *, without: Sequence[Block] = ()) -> list[int]:
        """The years, as numbers of four figures, that stand in its blocks."""
        return [int(year) for b in self.blocks if b not in without for year in _FOUR_FIGURES.findall(b.text)]


def only_day(
    reading: Reading,
    blocks: Sequence[Block],
    certainty: float,
    reason: str,
    *,
    other: Callable[[str, LanguagePack], bool] | None = None,
) -> Evidence | None:
    """The day, with year and month, that is marked in `blocks`; None where several are or none.

    `other` says of the text before a day whether it is that of another document; such days are passed over.
    """
    ids = {block.id for block in blocks}
    days = {
        mark.when[:DAY]: (text[start:end], block)
        for block, run in runs(reading.version)
        if block.id in ids
        for text in [plain_text(run)]
        for start, end, mark in marks_in(run)
        if isinstance(mark, Date) and mark.when[:1].isdigit() and len(mark.when) >= DAY
        if other is None or not other(text[:start], reading.pack)
    }
    if len(days) != 1:
        return None
    ((when, (printed, block)),) = days.items()
    return Evidence(Creation(when, printed, certainty=certainty, reason=reason), block.span, block.id)


def days_in(texts: Sequence[tuple[Span, str]], pack: LanguagePack) -> dict[str, tuple[str, Span]]:
    """Each day that lines name, as printed, and the line."""
    return {
        date.when: (text[date.start : date.end], span)
        for span, text in texts
        for date in find_dates(text, pack.dates)
        if len(date.when) >= DAY
    }
