"""What the layout says about beads: kinds of segments, and the blocks they stand in. Weights are set by hand.

The gold data that the other weights are trained on has neither, so these are kept small: they decide between beads
that the words leave equal.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.evidence import Shape, extreme, sums

Floats = NDArray[Any]

_OTHER_KIND = -0.5
# What has a place of its own in a letter or a treaty is hardly ever running text in a translation; an item often is.
_PARTICULAR = ("head", "dateline", "salute", "signed", "byline", "trailer")
_OTHER_PARTICULAR = -15.0
_OVER_BORDER = -1.2
_BOTH_BEGIN = 1.0
_ONE_BEGINS = -0.5


class Layout:
    """The kinds of two runs of segments, and where blocks begin in them: the block of each, piece by piece."""

    def __init__(
        self,
        kinds: tuple[Sequence[str], Sequence[str]],
        blocks: tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]],
    ) -> None:
        names = {kind: number for number, kind in enumerate(dict.fromkeys((*kinds[0], *kinds[1])))}
        left, right = (np.array([names[kind] for kind in side], np.int64) for side in kinds)
        cost = np.array([_OTHER_PARTICULAR if kind in _PARTICULAR else _OTHER_KIND for kind in names])
        self._unlike = np.where(left[:, None] != right[None, :], np.minimum.outer(cost[left], cost[right]), 0.0)
        self._begins = tuple(np.concatenate([_begins(piece) for piece in side]) for side in blocks)

    def score(self, shape: Shape) -> Floats:
        """What is added to the log weight of every bead of a shape that links something, at all (i, j)."""
        a, b = shape
        left, right = self._begins
        n, m = len(left) - a + 1, len(right) - b + 1
        unlike = extreme(extreme(self._unlike, a, np.minimum).T, b, np.minimum).T
        inside = (sums(left, a) - left[:n])[:, None] + (sums(right, b) - right[:m])[None, :]
        both, one = left[:n, None] * right[None, :m], np.abs(left[:n, None] - right[None, :m])
        score: Floats = unlike + _OVER_BORDER * inside + _BOTH_BEGIN * both + _ONE_BEGINS * one
        return score


def _begins(blocks: Sequence[str]) -> Floats:
    """1 for each segment of a piece that is the first of its block; all 0 where there is one block only."""
    begins = [float(k == 0 or block != blocks[k - 1]) for k, block in enumerate(blocks)]
    return np.array(begins if len(set(blocks)) > 1 else [0.0] * len(begins), np.float32)
