"""`BeadCost`: −ln p of the beads of plain units, up to a constant, many at once as arrays.

The lengths are judged after Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational
Linguistics 19(1), 1993: the length of a text and of its translation are in a fixed ratio, with a spread that grows with
length. Two things differ. The spread is that of the logarithm of the ratio, with a floor, because paragraphs vary more
than a sum of independent characters would; and its distribution is Student's t, so that one free translation does not
count like ten. The cost is measured against two unrelated units, so that leaving a unit alone needs no length at all.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.aligner import AlignSettings
from tei.alignment.features import Features
from tei.alignment.lattice import Floats, Ints, Shape

_FREEDOM = 10.0
_PER_CHARACTER = 2.0
_FLOOR = 0.02
_UNRELATED = 1.0
# Anchors that stand in more pairs of units than this for each unit tell nothing, and only cost time.
_TOO_COMMON = 10
_WORD = 64  # bits

Words = NDArray[Any]
"""Bits as words, a row for each unit."""


class BeadCost:
    """The costs of beads between two runs of units: their shapes, their lengths, their anchors, their kinds."""

    def __init__(
        self, source: Sequence[Features], target: Sequence[Features], ratio: float, settings: AlignSettings
    ) -> None:
        sides = source, target
        self._settings = settings
        self._root = math.sqrt(ratio)
        self._sizes = [_running_sums([unit.size for unit in units]) for units in sides]
        self._weights = _anchor_weights(source, target, settings.anchor_weight)
        self._known = [[unit.anchors & self._weights.keys() for unit in units] for units in sides]
        firm = [[_firm(unit) for unit in units] for units in sides]
        kinds = [[(unit.kind,) for unit in units] for units in sides]
        self._firm_before = [_running_sums([bool(anchors) for anchors in side]) for side in firm]
        self._shared = _Marks(self._known, self._weights)
        self._firm = _Marks(firm, _all(firm[0]) & _all(firm[1]))
        self._kinds = _Marks(kinds, every := _all(kinds[0]) | _all(kinds[1]))
        self._are_of_kinds = len(every) > 1

    def __call__(self, shape: Shape, i: Ints, j: Ints) -> Floats:
        """The costs of joining the source units from i on with the target units from j on, by beads of one shape."""
        a, b = shape
        cost = np.full(len(i), -math.log(self._settings.priors[shape]))
        if not a or not b:
            return cost
        (left, right), (firm, as_firm) = self._sizes, self._firm_before
        p, q = i + a, j + b
        cost += length_cost(left[p] - left[i], right[q] - right[j], self._root)
        for k in np.flatnonzero(self._shared.met(shape, i, j)) if self._weights else ():
            cost[k] -= self._agreement(int(i[k]), int(p[k]), int(j[k]), int(q[k]))
        asked = (firm[p] > firm[i]) & (as_firm[q] > as_firm[j])
        if asked.any():
            cost[asked & ~self._firm.met(shape, i, j)] += self._settings.conflict
        if self._are_of_kinds:
            cost[self._kinds.differ(shape, i, j)] += self._settings.other_kind
        return cost

    def _agreement(self, i: int, p: int, j: int, q: int) -> float:
        left, right = frozenset().union(*self._known[0][i:p]), frozenset().union(*self._known[1][j:q])
        return math.fsum(self._weights[anchor] for anchor in left & right)


def length_cost(source: Ints, target: Ints, root: float) -> Floats:
    """−ln of how much likelier these lengths are for a text and its translation than for two unrelated texts.

    `root` is the square root of the target characters that are expected for one source character.
    """
    left, right = source * root + 1, target / root + 1
    variance = np.minimum(_PER_CHARACTER * 2 / (left + right) + _FLOOR, _UNRELATED)
    squared = np.log(left / right) ** 2 / _FREEDOM
    tails = np.log((1 + squared / variance) / (1 + squared / _UNRELATED))
    cost: Floats = (np.log(variance / _UNRELATED) + (_FREEDOM + 1) * tails) / 2
    return cost


def _all(side: Sequence[Collection[str]]) -> set[str]:
    return set().union(*side)


class _Marks:
    """Which of some marks the units of two sides have, as bits."""

    def __init__(self, sides: Sequence[Sequence[Collection[str]]], marks: Collection[str]) -> None:
        bit = {mark: 1 << place for place, mark in enumerate(sorted(marks))}
        self._words = len(bit) // _WORD + 1
        self._sides = [self._bits([sum(bit[mark] for mark in unit if mark in bit) for unit in side]) for side in sides]

    def _bits(self, units: Sequence[int]) -> Words:
        size = self._words * _WORD // 8
        return np.frombuffer(b"".join(unit.to_bytes(size, "little") for unit in units), "<u8").reshape(-1, self._words)

    def met(self, shape: Shape, i: Ints, j: Ints) -> NDArray[np.bool_]:
        """Whether the two sides of beads have a mark in common."""
        found = np.zeros(len(i), np.bool_)
        for left, right in self._words_of(shape):
            some = np.flatnonzero((left != 0)[i])  # in a long text few: its marks are many words
            found[some] |= (left[i[some]] & right[j[some]]) != 0
        return found

    def differ(self, shape: Shape, i: Ints, j: Ints) -> NDArray[np.bool_]:
        """Whether one side of beads has a mark that the other has not."""
        found = np.zeros(len(i), np.bool_)
        for left, right in self._words_of(shape):
            found |= left[i] != right[j]
        return found

    def _words_of(self, shape: Shape) -> Iterator[tuple[Words, Words]]:
        """Word by word the bits of all windows of either side."""
        left, right = (_windows(bits, size) for bits, size in zip(self._sides, shape, strict=True))
        return zip(left.T, right.T, strict=True)


def _windows(bits: Words, size: int) -> Words:
    """What stands in windows of so many units, from each unit on."""
    if size == 1:
        return bits
    rows = len(bits) - size + 1
    found: Words = np.bitwise_or.reduce([bits[start : start + rows] for start in range(size)])
    return found


def _running_sums(numbers: Sequence[int]) -> Ints:
    return np.cumsum([0, *numbers])


def _firm(unit: Features) -> frozenset[str]:
    """The anchors that a translation does not drop or add lightly: dates, and numbers of two digits and more."""
    return frozenset(anchor for anchor in unit.anchors if anchor[0] == "@" or (anchor[0] == "#" and len(anchor) > 2))


def _anchor_weights(source: Sequence[Features], target: Sequence[Features], weight: float) -> dict[str, float]:
    """How much it says that two units share an anchor: more, the fewer units on either side have it."""
    both = _all([unit.anchors for unit in source]) & _all([unit.anchors for unit in target])
    left, right = (Counter(chain.from_iterable(both & unit.anchors for unit in units)) for units in (source, target))
    pairs = len(source) * len(target)
    common = _TOO_COMMON * max(len(source), len(target))
    return {
        anchor: weight * math.log1p(math.sqrt(pairs / (left[anchor] * right[anchor])))
        for anchor in sorted(both)
        if left[anchor] * right[anchor] <= common
    }
