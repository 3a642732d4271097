"""The documents of a source that holds several, as ranges of its units."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from tei.model.source import LayoutKind
from tei.structure.units import Unit


@dataclass(frozen=True, slots=True)
class Part:
    """A document: the units from `start` to `end`, of which the first `heads` are its head."""

    start: int
    end: int
    heads: int


def marked_parts(units: Sequence[Unit]) -> list[Part]:
    """The documents that the markup of a file parts from each other, or one from what stands above it; else none."""
    starts = [
        index
        for index, unit in enumerate(units)
        if unit.document and (not index or units[index - 1].document != unit.document)
    ]
    if starts[:1] == [0] and len(starts) < 2:
        return []
    return [
        Part(start, end, sum(1 for _ in takewhile(lambda unit: unit.kind is LayoutKind.HEADING, units[start:end])))
        for start, end in pairwise([*starts, len(units)])
    ]
