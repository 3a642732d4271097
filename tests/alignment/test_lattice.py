"""The tables of alignments against all paths written out."""

import math
from collections.abc import Iterator

import numpy as np
import pytest

from tei.alignment.lattice import Lattice, cells_of, kept

SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))
Path = tuple[tuple[int, int, int], ...]


def lattice(extents: list[tuple[int, int]], seed: int) -> Lattice:
    """A lane with random weights for each extent, none of which has a bead that leads beyond it."""
    n, m = (max(side) for side in zip(*extents, strict=True))
    cells = cells_of([(0, m)] * (n + 1), SHAPES)
    weights = np.random.default_rng(seed).normal(size=(len(SHAPES), len(cells) + 1, len(extents)))
    for k, (a, b) in enumerate(SHAPES):
        for lane, (rows, columns) in enumerate(extents):
            weights[k, :-1, lane][(cells.i + a > rows) | (cells.j + b > columns)] = -np.inf
    return Lattice(cells, kept(weights), [cells.number(*extent) for extent in extents])


def paths(table: Lattice, lane: int, n: int, m: int, i: int = 0, j: int = 0) -> Iterator[tuple[float, Path]]:
    if (i, j) == (n, m):
        yield 0.0, ()
    for k, (a, b) in enumerate(SHAPES):
        if i + a <= n and j + b <= m:
            for weight, rest in paths(table, lane, n, m, i + a, j + b):
                yield weight + float(table.weigh(k, np.array(table.cells.number(i, j)))[lane]), ((k, i, j), *rest)


@pytest.mark.parametrize(
    "extents", [[(3, 4)], [(5, 5)], [(1, 0)], [(0, 3)], [(6, 2)], [(3, 2), (2, 4), (1, 1), (3, 4)]]
)
@pytest.mark.parametrize("at_once", [1, 40, 250_000])
def test_shares_and_best_paths_are_those_of_all_paths(
    extents: list[tuple[int, int]], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tei.alignment.lattice.AT_ONCE", at_once)
    table = lattice(extents, seed=sum(map(sum, extents)))
    sums, best = table.sums(), [*table.best()]
    for lane, (n, m) in enumerate(extents):
        every = list(paths(table, lane, n, m))
        total = math.log(sum(math.exp(weight) for weight, _ in every))
        assert sums.total[lane] == pytest.approx(total)
        for k in range(len(SHAPES)):
            for cell, share in enumerate(sums.share(k, np.arange(len(table.cells)), lane)):
                bead = (k, table.cells.i[cell], table.cells.j[cell])
                assert share == pytest.approx(sum(math.exp(w - total) for w, path in every if bead in path), abs=1e-9)
        found = [(k, int(table.cells.i[cell]), int(table.cells.j[cell])) for k, cell in best[lane]]
        assert tuple(found) == max(every)[1]


@pytest.mark.parametrize("rows", [[(0, 3)] * 4, [(0, 1), (1, 1), (1, 4), (3, 6)], [(0, 5)], [(0, 0), (0, 2), (2, 7)]])
def test_beads_lead_from_cell_to_cell_of_a_band(rows: list[tuple[int, int]]) -> None:
    cells = cells_of(rows, SHAPES)
    places = list(zip(cells.i.tolist(), cells.j.tolist(), strict=True))
    assert sorted(places) == [(i, j) for i, (low, high) in enumerate(rows) for j in range(low, high + 1)]
    assert [cells.number(i, j) for i, j in places] == list(range(len(cells)))
    for k, (a, b) in enumerate(SHAPES):
        for number, (i, j) in enumerate(places):
            for sign, neighbours in ((1, cells.after), (-1, cells.before)):
                there = (i + sign * a, j + sign * b)
                assert neighbours(k, np.array(number)) == (places.index(there) if there in places else len(cells))
