"""All monotone alignments of two texts as paths through a table, as arrays: the best one, and the share of each bead.

Cell (i, j) is where i source and j target units have been taken; a bead of shape (a, b) leads from it to (i + a, j + b).
The cells of a diagonal, of one i + j, lead to later diagonals only, so that each diagonal is worked out at once; and so are
several tables of one extent, the lanes. Nothing here knows of texts. Sums over paths are the forward–backward algorithm
(Rabiner, "A Tutorial on Hidden Markov Models and Selected Applications in Speech Recognition", Proceedings of the IEEE
77(2), 1989).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[Any]
Shape = tuple[int, int]
Rows = Sequence[tuple[int, int]]
"""For each number of source units taken, the first and the last number of target units that is looked at."""
Step = tuple[int, int]
"""A bead of a path: the number of its shape, and the number of the cell that it starts at."""


_AT_ONCE = 1_000_000  # beads that are looked at together, so that tables of millions of cells need little room


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a table, numbered diagonal by diagonal, and where beads lead.

    `after[k, c]` is the cell that a bead of shape `shapes[k]` leads to from cell c, and `before[k, c]` the one that it
    comes from; what is not in the table has the number that is one too many.
    """

    shapes: tuple[Shape, ...]
    i: Ints
    j: Ints
    before: Ints
    after: Ints
    diagonals: tuple[slice, ...]

    def __len__(self) -> int:
        return len(self.i)

    def number(self, i: int, j: int) -> int:
        """The number of a cell."""
        first: int = self.diagonals[i + j].start
        return first + i - int(self.i[first])


def cells_of(rows: Rows, shapes: Sequence[Shape]) -> Cells:
    """The cells of `rows`, whose borders must not fall and which must overlap."""
    low, high = np.array(rows, np.int32).T
    begins = np.cumsum(high - low + 1, dtype=np.int32) - high - 1  # (i, j) is the begins[i] + j-th cell, row by row
    i = np.repeat(np.arange(len(rows), dtype=np.int32), high - low + 1)
    j = np.arange(len(i), dtype=np.int32) - begins[i]
    order = np.argsort(i + j, kind="stable")
    number = np.full(len(i) + 1, len(i), np.int32)
    number[order] = np.arange(len(i))
    i, j = i[order], j[order]
    steps = np.array(shapes, np.int32)[:, :, None]
    few = max(1, _AT_ONCE // len(i))

    def at(steps: Ints) -> Ints:
        p, q = i + steps[:, 0], j + steps[:, 1]
        row = p.clip(0, len(rows) - 1)
        there = (row == p) & (low[row] <= q) & (q <= high[row])
        found: Ints = number[np.where(there, begins[row] + q, np.int32(len(i)))]
        return found

    before, after = (
        np.concatenate([at(sign * steps[k : k + few]) for k in range(0, len(shapes), few)]) for sign in (-1, 1)
    )
    first = np.searchsorted(i + j, np.arange(len(rows) + high[-1] + 1)).tolist()
    return Cells(tuple(shapes), i, j, before, after, tuple(slice(*each) for each in pairwise(first)))


class Lattice:
    """Tables with the log weights of their beads.

    `weights[k, c, r]` is that of the bead of shape k that starts at cell c in lane r, −∞ where there is none; the last
    c is no cell. `ends` is the last cell of each lane.
    """

    def __init__(self, cells: Cells, weights: Floats, ends: Sequence[int]) -> None:
        self.cells = cells
        self.weights = weights
        self.lanes = len(ends)
        self._ends = np.array(ends), np.arange(len(ends))
        self._flat = weights.reshape(-1, len(ends))
        self._begins = np.arange(len(cells.shapes))[:, None] * (len(cells) + 1)

    def best(self) -> Iterator[list[Step]]:
        """The path of each lane that weighs most; of equal ones that which ends with the earlier shape."""
        table, taken = self._table(), np.zeros((len(self.cells), len(self._ends[0])), np.int8)
        table[0] = 0.0
        for cells in self.cells.diagonals[1:]:
            coming = self._coming(table, cells)
            taken[cells] = coming.argmax(axis=0)
            table[cells] = coming.max(axis=0)
        for end, lane in zip(*self._ends, strict=True):
            path = []
            while end:
                shape = int(taken[end, lane])
                end = int(self.cells.before[shape, end])
                path.append((shape, end))
            yield path[::-1]

    def sums(self) -> "Sums":
        """What is needed to tell the share of any bead."""
        forward, backward = self._table(), self._table()
        forward[0] = 0.0
        for cells in self.cells.diagonals[1:]:
            forward[cells] = np.logaddexp.reduce(self._coming(forward, cells), axis=0)
        backward[self._ends] = 0.0
        for cells in self.cells.diagonals[-2::-1]:
            going = backward[self.cells.after[:, cells]] + self.weights[:, cells]
            backward[cells] = np.logaddexp(backward[cells], np.logaddexp.reduce(going, axis=0))
        return Sums(self, forward, backward, forward[self._ends])

    def _table(self) -> Floats:
        return np.full((len(self.cells) + 1, len(self._ends[0])), -np.inf)

    def _coming(self, table: Floats, cells: slice) -> Floats:
        """The weights of all that leads to these cells, by shape."""
        before = self.cells.before[:, cells]
        found: Floats = table.take(before, axis=0) + self._flat.take(before + self._begins, axis=0)
        return found


@dataclass(frozen=True, slots=True)
class Sums:
    """The log weights of all paths to each cell, from each cell, and of all paths of each lane."""

    lattice: Lattice
    forward: Floats
    backward: Floats
    total: Floats

    def share(self, shape: int | Ints, cell: Ints, lane: int | Ints) -> Floats:
        """The share of all paths, by weight, that go through beads."""
        after = self.lattice.cells.after[shape, cell]
        weight = self.forward[cell, lane] + self.lattice.weights[shape, cell, lane] + self.backward[after, lane]
        share: Floats = np.exp(weight - self.total[lane])
        return share
