"""The table of alignments against all paths written out."""

import math
from collections.abc import Iterator

import numpy as np
import pytest

from tei.alignment.linking.lattice import Lattice, best_path, shares

SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))
Path = tuple[tuple[int, int, int], ...]


def lattice(n: int, m: int, seed: int) -> Lattice:
    random = np.random.default_rng(seed)
    scores = []
    for a, b in SHAPES:
        table = np.full((n + 1, m + 1), -np.inf)
        if a <= n and b <= m:
            table[: n - a + 1, : m - b + 1] = random.normal(size=(n - a + 1, m - b + 1))
        scores.append(table)
    return Lattice(SHAPES, tuple(scores), np.zeros(n + 1, np.int64), m)


def paths(table: Lattice, n: int, m: int, i: int = 0, j: int = 0) -> Iterator[tuple[float, Path]]:
    if (i, j) == (n, m):
        yield 0.0, ()
    for k, (a, b) in enumerate(SHAPES):
        if i + a <= n and j + b <= m:
            for score, rest in paths(table, n, m, i + a, j + b):
                yield score + float(table.scores[k][i, j]), ((k, i, j), *rest)


@pytest.mark.parametrize(("n", "m"), [(3, 4), (5, 5), (1, 0), (0, 3), (6, 2)])
def test_shares_and_best_path_are_those_of_all_paths(n: int, m: int) -> None:
    table = lattice(n, m, seed=n * 10 + m)
    every = list(paths(table, n, m))
    total = math.log(sum(math.exp(score) for score, _ in every))
    parts, found = shares(table)
    assert found == pytest.approx(total)
    for k in range(len(SHAPES)):
        for i in range(n + 1):
            for j in range(m + 1):
                share = sum(math.exp(score - total) for score, path in every if (k, i, j) in path)
                assert parts[k][i, j] == pytest.approx(share, abs=1e-9)
    assert tuple(best_path(table)) == max(every)[1]
