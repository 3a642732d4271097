"""All monotone alignments of two texts as paths through a table, as arrays: the best one, and the share of each bead.

Cell (i, j) is where i source and j target segments have been taken. `scores[k][i, j - low[i]]` is the log weight of the
bead of shape `shapes[k]` that starts there; a table holds, for each row, the columns from `low[i]` on. Nothing
here knows of texts. Sums over paths are the forward–backward algorithm (Rabiner, Proceedings of the IEEE 77, 1989).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lattice:
    """A table of scores. (0, 1) must be among the shapes; it is the only one that takes no source segment."""

    shapes: tuple[Shape, ...]
    scores: tuple[Table, ...]
    low: NDArray[np.int64]
    columns: int
    """How many target segments there are."""

    @property
    def end(self) -> tuple[int, int]:
        """The last cell, as row and place in the row."""
        return len(self.low) - 1, self.columns - int(self.low[-1])

    def cut(self, rows: tuple[int, int], columns: tuple[int, int]) -> "Lattice":
        """The table between two cells, of one whose rows all begin at column 0."""
        (i, p), (j, q) = rows, columns
        shapes, scores = [], []
        for (a, b), table in zip(self.shapes, self.scores, strict=True):
            if a <= p - i and b <= q - j:
                piece = np.full((p - i + 1, q - j + 1), -np.inf)
                piece[: p - i + 1 - a, : q - j + 1 - b] = table[i : p + 1 - a, j : q + 1 - b]
                shapes.append((a, b))
                scores.append(piece)
        return Lattice(tuple(shapes), tuple(scores), np.zeros(p - i + 1, np.int64), q - j)


def best_path(lattice: Lattice) -> list[tuple[int, int, int]]:
    """The beads of the path with the highest sum of scores, in order: the number of the shape, and the cell it starts at."""
    reached = _forward(lattice, np.maximum)
    row, place = lattice.end
    path: list[tuple[int, int, int]] = []
    while (row, place) != (0, -int(lattice.low[0])):
        shape, row, place = max(
            (
                (k, row - a, start)
                for k, (a, b) in enumerate(lattice.shapes)
                if row >= a
                and 0 <= (start := place + int(lattice.low[row] - lattice.low[row - a]) - b) < reached.shape[1]
            ),
            key=lambda step: reached[step[1], step[2]] + lattice.scores[step[0]][step[1], step[2]],
        )
        path.append((shape, row, place + int(lattice.low[row])))
    return path[::-1]


def shares(lattice: Lattice) -> tuple[tuple[Table, ...], float]:
    """For each bead of the table the share of all paths, by weight, that go through it; and the log of all weight."""
    forward, backward = _forward(lattice, np.logaddexp), _backward(lattice, np.logaddexp)
    total = float(forward[lattice.end])
    found = []
    for (a, b), scores in zip(lattice.shapes, lattice.scores, strict=True):
        share = np.full_like(scores, -np.inf)
        for i in range(len(lattice.low) - a):
            own, next_ = _overlap(lattice, i, a, b)
            share[i, own] = forward[i, own] + scores[i, own] + backward[i + a, next_]
        found.append(np.exp(share - total))
    return tuple(found), total


def _overlap(lattice: Lattice, i: int, a: int, b: int) -> tuple[slice, slice]:
    """The places of row i from which a bead of shape (a, b) stays in the table, and the places of row i + a it leads to."""
    width = lattice.scores[0].shape[1]
    shift = int(lattice.low[i]) + b - int(lattice.low[i + a])
    size = max(0, width - abs(shift))
    own, next_ = max(0, -shift), max(0, shift)
    return slice(own, own + size), slice(next_, next_ + size)


def _forward(lattice: Lattice, combine: np.ufunc) -> Table:
    """For each cell the combined score of all paths from the first cell to it."""
    down = lattice.shapes.index((0, 1))
    table = np.full_like(lattice.scores[0], -np.inf)
    table[0, -int(lattice.low[0])] = 0.0
    for p in range(len(lattice.low)):
        row = table[p]
        for (a, b), scores in zip(lattice.shapes, lattice.scores, strict=True):
            if 0 < a <= p:
                own, next_ = _overlap(lattice, p - a, a, b)
                combine(row[next_], table[p - a, own] + scores[p - a, own], out=row[next_])
        sums = _running(lattice.scores[down][p])
        row[:] = combine.accumulate(row - sums) + sums
        row[lattice.columns - int(lattice.low[p]) + 1 :] = -np.inf
    return table


def _backward(lattice: Lattice, combine: np.ufunc) -> Table:
    """For each cell the combined score of all paths from it to the last cell."""
    down = lattice.shapes.index((0, 1))
    table = np.full_like(lattice.scores[0], -np.inf)
    table[lattice.end] = 0.0
    for i in range(len(lattice.low) - 1, -1, -1):
        row = table[i]
        for (a, b), scores in zip(lattice.shapes, lattice.scores, strict=True):
            if 0 < a < len(lattice.low) - i:
                own, next_ = _overlap(lattice, i, a, b)
                combine(row[own], table[i + a, next_] + scores[i, own], out=row[own])
        sums = _running(lattice.scores[down][i])
        row[:] = combine.accumulate((row + sums)[::-1])[::-1] - sums
    return table


def _running(scores: Table) -> Table:
    """The sums of the scores before each place; where a row goes beyond the last column they do not grow."""
    known = np.where(np.isfinite(scores), scores, 0.0)
    return np.concatenate(([0.0], np.cumsum(known[:-1])))
