"""The dynamic programme: the cheapest monotone sequence of beads, and how certain each of them is.

It knows nothing of texts. A `Cost` gives −ln p of joining `source[i:p]` with `target[j:q]`; whoever has a better model
of units (sentences, meanings) brings another `Cost` and other shapes.
"""

import math
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Cost = Callable[[int, int, int, int], float]
"""`cost(i, p, j, q)` of the bead that joins source units i to p with target units j to q, both half-open."""

Shape = tuple[int, int]
Cell = tuple[int, int]
Rows = Sequence[tuple[int, int]]
"""For each number of source units taken, the first and the last number of target units that is looked at."""

_NEVER = math.inf
# Paths further than this from the best one have no weight worth counting.
_CORRIDOR = 8
# A band that the path presses against is made this many times wider, while no more cells than these are needed.
_WIDER = 4
_MOST_CELLS = 2_000_000
_NEAR_BORDER = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: source units `i` to `p` and target units `j` to `q`, half-open; `certainty` is 0–1."""

    i: int
    p: int
    j: int
    q: int
    certainty: float


def solve(
    source: Sequence[int], target: Sequence[int], shapes: Sequence[Shape], cost: Cost, *, exact: int, band: int
) -> tuple[Step, ...]:
    """The cheapest path through units of these sizes, each bead with its posterior probability.

    Up to `exact` cells everything is searched. Beyond, only `band` cells on either side of where the sizes lead one
    to expect the path; the band is widened when the path runs along its border (Moore, "Fast and Accurate Sentence
    Alignment of Bilingual Corpora", AMTA 2002). `shapes` must hold (1, 0) and (0, 1), so that there is always a path.
    """
    n, m = len(source), len(target)
    if (n + 1) * (m + 1) <= exact:
        path = _cheapest([(0, m)] * (n + 1), shapes, cost)
    else:
        diagonal = _diagonal(source, target)
        path = _cheapest(rows := _around(diagonal, band, m), shapes, cost)
        while _at_border(path, rows) and 2 * n * (band := band * _WIDER) <= _MOST_CELLS:
            path = _cheapest(rows := _around(diagonal, band, m), shapes, cost)
    return _with_certainty(path, _around(_columns(path), _CORRIDOR, m), shapes, cost)


def _cheapest(rows: Rows, shapes: Sequence[Shape], cost: Cost) -> list[Cell]:
    """The corners of the cheapest path from (0, 0) to the last cell; of equally cheap ones that with earlier shapes."""
    upright_last = sorted(range(len(shapes)), key=lambda index: shapes[index][0] == 0)  # 0-1 builds on its own row
    best: list[array[float]] = []
    taken: list[bytearray] = []
    for p, (low, high) in enumerate(rows):
        best.append(costs := array("d", [_NEVER]) * (high - low + 1))
        taken.append(choices := bytearray(high - low + 1))
        if p == 0:
            costs[0] = 0.0
        for index in upright_last:
            i, dj = p - shapes[index][0], shapes[index][1]
            if i < 0:
                continue
            before, (first, last) = best[i], rows[i]
            for q in range(max(low, first + dj), min(high, last + dj) + 1):
                total = before[q - dj - first] + cost(i, p, q - dj, q)
                if total < costs[q - low]:
                    costs[q - low], choices[q - low] = total, index
    corners = [(len(rows) - 1, rows[-1][1])]
    while corners[-1] != (0, 0):
        p, q = corners[-1]
        di, dj = shapes[taken[p][q - rows[p][0]]]
        corners.append((p - di, q - dj))
    return corners[::-1]


def _with_certainty(path: Sequence[Cell], rows: Rows, shapes: Sequence[Shape], cost: Cost) -> tuple[Step, ...]:
    """The beads of `path`, each with the share of all paths within `rows` that go through it.

    This is the forward–backward algorithm (Rabiner, "A Tutorial on Hidden Markov Models", Proceedings of the IEEE 77,
    1989), with −ln p for p.
    """
    cells = [(p, q) for p, (low, high) in enumerate(rows) for q in range(low, high + 1)]
    forward = {cells[0]: 0.0}
    for p, q in cells[1:]:
        starts = [start for di, dj in shapes if (start := (p - di, q - dj)) in forward]
        if starts:
            forward[p, q] = _sum([forward[i, j] + cost(i, p, j, q) for i, j in starts])
    backward = {cells[-1]: 0.0}
    for i, j in reversed(cells[:-1]):
        ends = [end for di, dj in shapes if (end := (i + di, j + dj)) in backward]
        if ends:
            backward[i, j] = _sum([backward[p, q] + cost(i, p, j, q) for p, q in ends])
    steps = []
    for (i, j), (p, q) in pairwise(path):
        share = forward[i, j] + cost(i, p, j, q) + backward[p, q] - forward[cells[-1]]
        steps.append(Step(i, p, j, q, round(min(1.0, math.exp(-share)), 4)))
    return tuple(steps)


def _sum(costs: Sequence[float]) -> float:
    """−ln of the sum of the probabilities whose −ln are `costs`."""
    least = min(costs)
    return least - math.log(sum(math.exp(least - cost) for cost in costs))


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


def _at_border(path: Sequence[Cell], rows: Rows) -> bool:
    """Whether `path` comes near a border of the band that is not one of the whole table."""
    last = rows[-1][1]
    return any(
        (rows[i][0] > 0 and j < rows[i][0] + _NEAR_BORDER) or (rows[i][1] < last and j > rows[i][1] - _NEAR_BORDER)
        for i, j in path
    )
