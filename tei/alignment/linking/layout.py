"""What the layout says about beads: kinds of segments, and the blocks they stand in. Weights are set by hand.

The gold data that the other weights are trained on has neither, so these are kept small: they decide between beads
that the words leave equal.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.evidence import Shape, joined, joined_columns, sums

Floats = NDArray[Any]
Ints = NDArray[Any]
Sides = tuple[Sequence[str], Sequence[str]]

_OTHER_KIND = -0.5
# What has a place of its own in a letter or a treaty is hardly ever running text in a translation; an item often is.
_PARTICULAR = ("head", "dateline", "salute", "signed", "byline", "trailer")
_OTHER_PARTICULAR = -15.0
_OVER_BORDER = -1.2
_BOTH_BEGIN = 1.0
_ONE_BEGINS = -0.5


class Layout:
    """The kinds of segments, and where blocks begin: `places` are the segments of either side, a column for each lane."""

    def __init__(self, kinds: Sides, blocks: Sides, places: tuple[Ints, Ints]) -> None:
        names = list(dict.fromkeys((*kinds[0], *kinds[1])))
        left, right = (_numbers(side, names)[place] for side, place in zip(kinds, places, strict=True))
        cost = np.array([_OTHER_PARTICULAR if kind in _PARTICULAR else _OTHER_KIND for kind in names])
        self._unlike = np.where(left[:, None] != right, np.minimum(cost[left][:, None], cost[right]), 0.0)
        self._begins = [
            _begins(_numbers(side, list(dict.fromkeys(side)))[place])
            for side, place in zip(blocks, places, strict=True)
        ]

    def score(self, shapes: Sequence[Shape]) -> Floats:
        """What is added to the log weight of every bead of some shapes that link something, at all (i, j)."""
        a, b = np.array(shapes).T
        left, right = self._begins
        unlike = np.broadcast_to(self._unlike, (len(shapes), *self._unlike.shape))
        if self._unlike.any():
            unlike = joined_columns(joined(unlike, a, np.minimum), b, np.minimum)
        inside = (sums(left, a) - left)[:, :, None] + (sums(right, b) - right)[:, None]
        both, one = left[:, None] * right, np.abs(left[:, None] - right)
        score: Floats = unlike + _OVER_BORDER * inside + _BOTH_BEGIN * both + _ONE_BEGINS * one
        return score


def _numbers(values: Sequence[str], names: Sequence[str]) -> Ints:
    number = {name: place for place, name in enumerate(names)}
    return np.array([number[value] for value in values], np.int64)


def _begins(blocks: Ints) -> Floats:
    """1 for each segment of a lane that is the first of its block; all 0 where there is one block only."""
    begins = np.zeros(blocks.shape, np.float32)
    begins[1:] = blocks[1:] != blocks[:-1]
    begins[0] = begins.any(axis=0)
    return begins
