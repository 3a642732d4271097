"""All monotone alignments of two texts as paths through a table, as arrays: the best one, and the share of each bead.

Cell (i, j) is where i source and j target units have been taken; a bead of shape (a, b) leads from it to (i + a, j + b).
The cells of a diagonal, of one i + j, lead to later diagonals only, so that each diagonal is worked out at once; and so are
several tables of one extent, the lanes. Nothing here knows of texts. Sums over paths are the forward–backward algorithm
(Rabiner, "A Tutorial on Hidden Markov Models and Selected Applications in Speech Recognition", Proceedings of the IEEE
77(2), 1989).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
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
Weigh = Callable[[Ints | int, Ints], Floats]
"""The log weights, a column for each lane, of beads by the numbers of their shapes and of the cells that they start at;
−∞ where that is no cell."""


AT_ONCE = 250_000
"""Beads of a run of diagonals that are looked at together: the room that a table needs besides that for its cells."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a table, numbered diagonal by diagonal. What is not in the table has the number that is one too many.

    Cell (i, j) has the number `zero[i + j] + i` where i is from `least[i + j]` to `most[i + j]`. These have some entries
    more, of diagonals that hold nothing: for what lies before the table, by indices below 0, and for what lies behind it.
    """

    shapes: tuple[Shape, ...]
    i: Ints
    j: Ints
    diagonals: tuple[slice, ...]
    least: Ints
    most: Ints
    zero: Ints

    def __len__(self) -> int:
        return len(self.i)

    def numbers(self, i: Ints, j: Ints) -> Ints:
        """The numbers of cells that are as far from the table as a bead leads at most."""
        diagonal = i + j
        there = (self.least[diagonal] <= i) & (i <= self.most[diagonal])
        return np.where(there, self.zero[diagonal] + i, len(self))

    def number(self, i: int, j: int) -> int:
        """The number of one cell."""
        return int(self.numbers(np.array(i), np.array(j)))

    def before(self, shape: Ints | int, cell: Ints | slice) -> Ints:
        """The cells from which beads of these shapes come to these cells."""
        a, b = np.array(self.shapes).T
        return self.numbers(self.i[cell] - a[shape], self.j[cell] - b[shape])

    def after(self, shape: Ints | int, cell: Ints | slice) -> Ints:
        """The cells to which beads of these shapes lead from these cells."""
        a, b = np.array(self.shapes).T
        return self.numbers(self.i[cell] + a[shape], self.j[cell] + b[shape])

    def leading(self, cells: slice) -> tuple[Ints, Ints]:
        """For each shape these cells, but no cell where a bead of it would lead out of the table, and where they lead."""
        after = self.after(np.arange(len(self.shapes))[:, None], cells)
        return np.where(after < len(self), np.arange(cells.start, cells.stop), len(self)), after

    def runs(self, lanes: int = 1) -> Iterator[Sequence[slice]]:
        """The diagonals in runs of `AT_ONCE` beads, or of one diagonal."""
        most, first = AT_ONCE // (len(self.shapes) * lanes), 0
        for k, cells in enumerate(self.diagonals):
            if cells.stop - self.diagonals[first].start > most and k > first:
                yield self.diagonals[first:k]
                first = k
        yield self.diagonals[first:]


def cells_of(rows: Rows, shapes: Sequence[Shape]) -> Cells:
    """The cells of `rows`, whose borders must not fall."""
    low, high = np.array(rows).T
    row = np.arange(len(rows))
    diagonal = np.arange(len(rows) + high[-1])
    least = np.searchsorted(row + high, diagonal)
    most = np.searchsorted(row + low, diagonal, side="right") - 1
    borders = np.concatenate([[0], np.cumsum(most - least + 1)])
    zero = borders[:-1] - least
    i = np.arange(borders[-1]) - np.repeat(zero, most - least + 1)
    j = np.repeat(diagonal, most - least + 1) - i
    nothing = np.zeros(max(a + b for a, b in shapes), int)
    return Cells(
        tuple(shapes),
        i.astype(np.int32),
        j.astype(np.int32),
        tuple(slice(*each) for each in pairwise(borders.tolist())),
        np.concatenate([least, nothing + 1]),
        np.concatenate([most, nothing]),
        np.concatenate([zero, nothing]),
    )


def whole(run: Sequence[slice]) -> slice:
    """The cells of all diagonals of a run."""
    return slice(run[0].start, run[-1].stop)


def kept(weights: Floats) -> Weigh:
    """The weights in an array, by shape, cell and lane, whose last cell is no cell and holds −∞."""
    shapes, cells, lanes = weights.shape
    flat = weights.reshape(shapes * cells, lanes)

    def weigh(shape: Ints | int, start: Ints) -> Floats:
        found: Floats = flat.take(shape * cells + start, axis=0)
        return found

    return weigh


class Lattice:
    """Tables with the log weights of their beads; `ends` is the last cell of each lane."""

    def __init__(self, cells: Cells, weigh: Weigh, ends: Sequence[int]) -> None:
        self.cells = cells
        self.weigh = weigh
        self.lanes = len(ends)
        self._ends = np.array(ends), np.arange(len(ends))
        self._shapes = np.arange(len(cells.shapes))[:, None]

    def best(self) -> Iterator[list[Step]]:
        """The path of each lane that weighs most; of equal ones that which ends with the earlier shape."""
        table, taken = self._table(), np.zeros((len(self.cells), self.lanes), np.int8)
        table[0] = 0.0
        for cells, before, weights in islice(self._coming(), 1, None):  # nothing leads to the first
            coming = table.take(before, axis=0) + weights
            taken[cells] = coming.argmax(axis=0)
            table[cells] = coming.max(axis=0)
        zero = self.cells.zero.tolist()
        for end, lane in zip(*self._ends, strict=True):
            i, j = int(self.cells.i[end]), int(self.cells.j[end])
            path = []
            while i or j:
                shape = int(taken[zero[i + j] + i, lane])
                a, b = self.cells.shapes[shape]
                i, j = i - a, j - b
                path.append((shape, zero[i + j] + i))
            yield path[::-1]

    def sums(self) -> "Sums":
        """What is needed to tell the share of any bead."""
        forward, backward = self._table(), self._table()
        forward[0] = 0.0
        for cells, before, weights in islice(self._coming(), 1, None):  # nothing leads to the first
            forward[cells] = np.logaddexp.reduce(forward.take(before, axis=0) + weights, axis=0)
        backward[self._ends] = 0.0
        for cells, after, weights in self._going():
            going = np.logaddexp.reduce(backward.take(after, axis=0) + weights, axis=0)
            backward[cells] = np.logaddexp(backward[cells], going)
        return Sums(self, forward, backward, forward[self._ends])

    def _table(self) -> Floats:
        return np.full((len(self.cells) + 1, self.lanes), -np.inf)

    def _coming(self) -> Iterator[tuple[slice, Ints, Floats]]:
        """Diagonal by diagonal its cells; by shape the cells that lead to them, and the weights."""
        for run in self.cells.runs(self.lanes):
            before = self.cells.before(self._shapes, whole(run))
            yield from _by_diagonal(run, before, self.weigh(self._shapes, before))

    def _going(self) -> Iterator[tuple[slice, Ints, Floats]]:
        """Diagonal by diagonal from the last its cells; by shape the cells that they lead to, and the weights."""
        for run in [*self.cells.runs(self.lanes)][::-1]:
            starts, after = self.cells.leading(whole(run))
            yield from _by_diagonal(run, after, self.weigh(self._shapes, starts), backward=True)


def _by_diagonal(
    run: Sequence[slice], others: Ints, weights: Floats, *, backward: bool = False
) -> Iterator[tuple[slice, Ints, Floats]]:
    """Of what was worked out for the cells of a run, that of each diagonal."""
    for cells in run[::-1] if backward else run:
        local = slice(cells.start - run[0].start, cells.stop - run[0].start)
        yield cells, others[:, local], weights[:, local]


@dataclass(frozen=True, slots=True)
class Sums:
    """The log weights of all paths to each cell, from each cell, and of all paths of each lane."""

    lattice: Lattice
    forward: Floats
    backward: Floats
    total: Floats

    def share(self, shape: Ints | int, cell: Ints, lane: Ints | int) -> Floats:
        """The share of all paths, by weight, that go through each of some beads."""
        after = self.lattice.cells.after(shape, cell)
        weights = self.lattice.weigh(shape, cell)[np.arange(len(cell)), lane]
        weight = self.forward[cell, lane] + weights + self.backward[after, lane]
        share: Floats = np.exp(weight - self.total[lane])
        return share
