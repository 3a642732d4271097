"""The dynamic programme against the enumeration of all paths, and its bounds on long input."""

import math
import random
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import pairwise
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.alignment.lattice import Floats, Ints, Shape
from tei.alignment.programme import Cell, Cost, Step, solve

SHAPES = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))
BIG = 10**9


Single = Callable[[int, int, int, int], float]
"""The cost of the bead that joins source units i to p with target units j to q."""


def many(single: Single) -> Cost:
    def cost(shape: Shape, i: Ints, j: Ints) -> Floats:
        beads = zip(i.tolist(), j.tolist(), strict=True)
        return np.array([single(x, x + shape[0], y, y + shape[1]) for x, y in beads], np.float64)

    return cost


def random_costs(seed: int) -> Single:
    def cost(*corners: int) -> float:
        return random.Random(f"{seed} {corners}").uniform(-2, 6)

    return cost


def all_paths(n: int, m: int) -> Iterator[list[Cell]]:
    if n == m == 0:
        yield [(0, 0)]
    for di, dj in SHAPES:
        if n >= di and m >= dj:
            for path in all_paths(n - di, m - dj):
                yield [*path, (n, m)]


def price(path: list[Cell], cost: Single) -> float:
    return sum(cost(i, p, j, q) for (i, j), (p, q) in pairwise(path))


def corners(steps: tuple[Step, ...]) -> list[Cell]:
    return [(0, 0), *((step.p, step.q) for step in steps)]


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 10**6), st.sampled_from((0, BIG)))
def test_the_path_is_the_cheapest_of_all(n: int, m: int, seed: int, few: int) -> None:
    cost = random_costs(seed)
    with patch("tei.alignment.programme._FEW", few):
        found = corners(solve([1] * n, [1] * m, SHAPES, many(cost), exact=BIG, band=1))
    assert price(found, cost) == pytest.approx(min(price(path, cost) for path in all_paths(n, m)))


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 10**6), st.sampled_from((0, BIG)))
def test_certainty_is_the_share_of_all_paths_through_the_bead(n: int, m: int, seed: int, few: int) -> None:
    cost = random_costs(seed)
    weights = {tuple(path): math.exp(-price(path, cost)) for path in all_paths(n, m)}
    with patch("tei.alignment.programme._FEW", few):
        steps = solve([1] * n, [1] * m, SHAPES, many(cost), exact=BIG, band=1)
    for step in steps:
        bead = ((step.i, step.j), (step.p, step.q))
        through = sum(w for path, w in weights.items() if bead in set(pairwise(path)))
        assert step.certainty == pytest.approx(through / sum(weights.values()), abs=1e-4)


@given(st.lists(st.integers(0, 9), max_size=12), st.lists(st.integers(0, 9), max_size=12), st.integers(0, 99))
def test_a_band_gives_a_whole_path_too(source: list[int], target: list[int], seed: int) -> None:
    steps = solve(source, target, SHAPES, many(random_costs(seed)), exact=0, band=1)
    assert corners(steps)[-1] == (len(source), len(target))
    assert [(step.i, step.j) for step in steps] == corners(steps)[:-1]


def omission(at: int, length: int) -> Single:
    """Units say the same when they have the same number, and those after `at` have moved by `length`."""

    def cost(i: int, p: int, j: int, q: int) -> float:
        if i == p or j == q:
            return 3.0
        return 0.1 if (p - i, q - j) == (1, 1) and i == (j if j < at else j + length) else 8.0

    return cost


def test_the_band_is_widened_until_it_holds_a_long_omission() -> None:
    n, length = 600, 60
    steps = solve([1] * n, [1] * (n - length), SHAPES, many(omission(500, length)), exact=0, band=8)
    assert [(step.i, step.p) for step in steps if step.j == step.q] == [(i, i + 1) for i in range(500, 560)]


def test_two_thousand_units_a_side_stay_within_the_band_in_little_memory() -> None:
    calls = 0

    def cost(i: int, p: int, j: int, q: int) -> float:
        nonlocal calls
        calls += 1
        return 3.0 if i == p or j == q else 0.1 + abs(i - j)

    n, band = 2000, 20
    tracemalloc.start()
    steps = solve([1] * n, [1] * n, SHAPES, many(cost), exact=10_000, band=band)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [(step.i, step.j) for step in steps] == [(i, i) for i in range(n)]
    assert calls < n * len(SHAPES) * (2 * band + 60)
    assert peak < 40_000_000


def test_a_wide_table_takes_no_room_for_its_beads() -> None:
    n = 500
    shapes = (*SHAPES, *((1, b) for b in range(3, 9)), *((a, 1) for a in range(3, 9)))

    def cost(shape: Shape, i: Ints, j: Ints) -> Floats:
        return np.asarray(2.0 * abs(shape[0] - shape[1]) + 0.1 * abs(i - j), np.float64)

    tracemalloc.start()
    steps = solve([1] * n, [1] * n, shapes, cost, exact=BIG, band=1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [(step.i, step.j) for step in steps] == [(i, i) for i in range(n)]
    assert peak < 6 * len(shapes) * n * n  # the weights alone would take 8
