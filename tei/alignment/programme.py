"""The dynamic programme: the cheapest monotone sequence of beads, and how certain each of them is.

It knows nothing of texts. A `Cost` gives −ln p of joining source units with target units; whoever has a better model of
units (sentences, meanings) brings another `Cost` and other shapes.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

import numpy as np

from tei.alignment.lattice import AT_ONCE, Cells, Floats, Ints, Lattice, Rows, Shape, Weigh, cells_of, kept, whole

Cost = Callable[[Shape, Ints, Ints], Floats]
"""`cost(shape, i, j)` of beads of one shape, each of which starts at source unit `i[k]` and target unit `j[k]`."""

Cell = tuple[int, int]

# Paths further than this from the best one have no weight worth counting.
_CORRIDOR = 8
# A band that the path presses against is made this many times wider, while no more cells than these are needed.
_WIDER = 4
_MOST_CELLS = 2_000_000
_NEAR_BORDER = 4
# So few beads are gone through one by one: arrays would cost more than they save.
_FEW = 150


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: source units `i` to `p` and target units `j` to `q`, half-open; `certainty` is 0–1."""

    i: int
    p: int
    j: int
    q: int
    certainty: float
    cost: float


def solve(
    source: Sequence[int], target: Sequence[int], shapes: Sequence[Shape], cost: Cost, *, exact: int, band: int
) -> tuple[Step, ...]:
    """The cheapest path through units of these sizes, each bead with its posterior probability.

    Up to `exact` cells everything is searched. Beyond, only `band` cells on either side of where the sizes lead one
    to expect the path; the band is widened when the path runs along its border (Moore, "Fast and Accurate Sentence
    Alignment of Bilingual Corpora", AMTA 2002). `shapes` must hold (1, 0) and (0, 1), so that there is always a path.
    Of equally cheap paths that is taken which ends with the earlier shape, or without one with the longest run of the target.
    """
    n, m = len(source), len(target)
    if not n and not m:
        return ()
    there = [(a, b) for a, b in shapes if a <= n and b <= m]
    shapes = [each for each in there if each[0]] + sorted((each for each in there if not each[0]), reverse=True)
    if (n + 1) * (m + 1) <= exact:
        if (n + 1) * (m + 1) * len(shapes) <= _FEW:
            return _of_few(n, m, shapes, cost)
        found = _Search([(0, m)] * (n + 1), shapes, cost)
    else:
        diagonal = _diagonal(source, target)
        found = _Search(_around(diagonal, band, m), shapes, cost)
        while found.is_at_border() and 2 * n * (band := band * _WIDER) <= _MOST_CELLS:
            found = _Search(_around(diagonal, band, m), shapes, cost)
    return found.steps()


def _of_few(n: int, m: int, shapes: Sequence[Shape], cost: Cost) -> tuple[Step, ...]:
    """The cheapest path through the table of all cells, and the share of all paths of each of its beads."""
    coming: dict[Cell, list[tuple[Cell, float]]] = {cell: [] for cell in product(range(n + 1), range(m + 1))}
    for a, b in shapes:
        starts = [*product(range(n + 1 - a), range(m + 1 - b))]
        for (i, j), each in zip(starts, cost((a, b), *np.array(starts).T).tolist(), strict=True):
            coming[i + a, j + b].append(((i, j), each))
    first, *others = coming
    least, sums, before = {first: 0.0}, {first: 0.0}, {}
    for cell in others:
        before[cell] = min(coming[cell], key=lambda bead: least[bead[0]] + bead[1])
        least[cell] = least[before[cell][0]] + before[cell][1]
        sums[cell] = _log_sum([sums[start] - each for start, each in coming[cell]])
    going: dict[Cell, list[float]] = {cell: [] for cell in coming}
    after = {}
    for cell in reversed(coming):
        after[cell] = _log_sum(going[cell]) if going[cell] else 0.0
        for start, each in coming[cell]:
            going[start].append(after[cell] - each)
    steps, cell = [], (n, m)
    while cell != first:
        start, each = before[cell]
        share = math.exp(sums[start] - each + after[cell] - sums[n, m])
        steps.append(Step(start[0], cell[0], start[1], cell[1], round(min(1.0, share), 4), each))
        cell = start
    return tuple(reversed(steps))


def _log_sum(weights: Sequence[float]) -> float:
    """The logarithm of the sum of what has these logarithms."""
    most = max(weights)
    return most + math.log(sum(math.exp(weight - most) for weight in weights))


class _Search:
    """A band of the table with the costs of its beads, and the cheapest path in it, corner by corner."""

    def __init__(self, rows: Rows, shapes: Sequence[Shape], cost: Cost) -> None:
        self._rows = rows
        self._cells = cells = cells_of(rows, shapes)
        judged = _judged(cells, cost)
        self._weigh = _at_hand(cells, judged) if len(cells) * len(shapes) <= AT_ONCE else judged
        self._beads = next(Lattice(cells, self._weigh, [len(cells) - 1]).best())
        starts = [start for _, start in self._beads]
        self._path = [
            *zip(cells.i[starts].tolist(), cells.j[starts].tolist(), strict=True),
            (len(rows) - 1, rows[-1][1]),
        ]

    def is_at_border(self) -> bool:
        """Whether the path comes near a border of the band that is not one of the whole table."""
        rows, last = self._rows, self._rows[-1][1]
        return any(
            (rows[i][0] > 0 and j < rows[i][0] + _NEAR_BORDER) or (rows[i][1] < last and j > rows[i][1] - _NEAR_BORDER)
            for i, j in self._path
        )

    def steps(self) -> tuple[Step, ...]:
        """The beads of the path, each with the share of all paths that go through it and keep near."""
        shapes, starts = np.array(self._beads, np.int64).reshape(-1, 2).T
        near = self._near()
        places = near.cells.numbers(self._cells.i[starts], self._cells.j[starts])
        shares = near.sums().share(shapes, places, 0).tolist()
        costs = (-self._weigh(shapes, starts)[:, 0]).tolist()
        return tuple(
            Step(i, p, j, q, round(min(1.0, share), 4), cost)
            for ((i, j), (p, q)), share, cost in zip(pairwise(self._path), shares, costs, strict=True)
        )

    def _near(self) -> Lattice:
        """The part of the table that is near the path."""
        around = _around(_columns(self._path), _CORRIDOR, self._rows[-1][1])
        both = [(max(a, low), min(b, high)) for (a, b), (low, high) in zip(around, self._rows, strict=True)]
        if both == self._rows:
            return Lattice(self._cells, self._weigh, [len(self._cells) - 1])
        cells = cells_of(both, self._cells.shapes)
        number = np.append(self._cells.numbers(cells.i, cells.j), len(self._cells))
        weigh = _at_hand(cells, lambda shape, start: self._weigh(shape, number[start]))
        return Lattice(cells, weigh, [len(cells) - 1])


def _judged(cells: Cells, cost: Cost) -> Weigh:
    """The log weights of beads, worked out when they are asked for: a wide band has too many to keep."""

    def weigh(shape: Ints | int, start: Ints) -> Floats:
        weights, inside = np.full(start.shape, -np.inf), start < len(cells)
        by_row = np.ndim(shape) > 1  # then there is a row for each of the shapes, in their order
        for k, each in enumerate(cells.shapes):
            there: tuple[Any, ...] = (k, *np.nonzero(inside[k])) if by_row else np.nonzero((shape == k) & inside)
            begin = start[there]
            weights[there] = -cost(each, cells.i[begin], cells.j[begin])
        return weights[..., None]

    return weigh


def _at_hand(cells: Cells, weigh: Weigh) -> Weigh:
    """The weights of all beads, asked for once and kept."""
    shapes = np.arange(len(cells.shapes))[:, None]
    weights = np.full((len(shapes), len(cells) + 1, 1), -np.inf)
    for run in cells.runs():
        weights[:, whole(run)] = weigh(shapes, cells.leading(whole(run))[0])
    return kept(weights)


def _diagonal(source: Sequence[int], target: Sequence[int]) -> Rows:
    """Where the path would run if both texts ran evenly."""
    share = sum(target) / max(sum(source), 1)
    columns = [(0, 0)]
    expected, reached, column = 0.0, 0.0, 0
    for size in source:
        expected += size * share
        before = column
        while column < len(target) and reached + target[column] / 2 < expected:
            reached += target[column]
            column += 1
        columns.append((before, column))
    return columns


def _columns(path: Sequence[Cell]) -> Rows:
    """For each row the first and last column of `path`; a row that a bead steps over has those of the bead."""
    columns = [(0, 0)]
    for (i, j), (p, q) in pairwise(path):
        if p == i:
            columns[i] = (columns[i][0], q)
        columns += [(j, q)] * (p - i)
    return columns


def _around(columns: Rows, width: int, last: int) -> Rows:
    """Rows that hold `columns` and `width` cells on either side, from the first cell to the column `last`."""
    rows = [(max(0, low - width), min(last, high + width)) for low, high in columns]
    rows[-1] = (rows[-1][0], last)
    return rows
