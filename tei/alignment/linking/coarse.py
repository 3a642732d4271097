"""Where long texts can be cut into pieces that are aligned one by one, so that time and memory grow with length only.

Rare words that both texts share propose pairs of segments; the heaviest rising chain of such pairs is the coarse path
(as in Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora", AMTA 2002, a cheap pass goes first). Cuts are
made between two neighbouring pairs of the chain that its other members confirm.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.lexical import Lexicon, Tokens

Ints = NDArray[Any]
Floats = NDArray[Any]
Cell = tuple[int, int]

MOST_CELLS = 250_000
"""Pieces of up to so many pairs of segments are searched exhaustively."""
_PIECE = 250
_RARE = 30
_MOST_PAIRS = 60
_BEST_OF_ROW = 4
_NEIGHBOURS = 4
_DRIFT = 4


def cuts(source: Tokens, target: Tokens, lexicon: Lexicon, start: Cell, end: Cell) -> list[Cell]:
    """Cells from `start` to `end`, both among them, that the path is taken to go through; rising in both numbers."""
    if (end[0] - start[0] + 1) * (end[1] - start[1] + 1) <= MOST_CELLS:
        return [start, end]
    chain = _chain(*_candidates(source, target, lexicon, start, end))
    firm = _firm(chain)
    made = [start]
    for cell in firm:
        if (
            min(cell[0] - made[-1][0], cell[1] - made[-1][1]) >= _PIECE // 4
            and max(cell[0] - made[-1][0], cell[1] - made[-1][1]) >= _PIECE
        ):
            made.append(cell)
    made.append(end)
    return [start, *(cell for one, other in pairwise(made) for cell in (*_forced(one, other, chain), other))]


def _candidates(source: Tokens, target: Tokens, lexicon: Lexicon, start: Cell, end: Cell) -> tuple[Ints, Ints, Floats]:
    """Pairs of segments that share rare words, the best few of each source segment, with their weights."""
    left, right = _Postings(source, start[0], end[0]), _Postings(target, start[1], end[1])
    one, other = left.count[lexicon.source], right.count[lexicon.target]
    useful = (one > 0) & (other > 0) & (one <= _RARE) & (other <= _RARE) & (one * other <= _MOST_PAIRS)
    types = lexicon.source[useful], lexicon.target[useful]
    weight = lexicon.weight[useful] * np.log(
        (end[0] - start[0]) * (end[1] - start[1]) / (one[useful] * other[useful]).astype(float)
    )
    repeats = one[useful] * other[useful]
    place = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    width = np.repeat(other[useful], repeats)
    i = left.segment[np.repeat(left.first[types[0]], repeats) + place // width]
    j = right.segment[np.repeat(right.first[types[1]], repeats) + place % width]
    key, slot = np.unique(i * (end[1] + 1) + j, return_inverse=True)
    total = np.bincount(slot, np.repeat(weight, repeats), len(key))
    i, j = key // (end[1] + 1), key % (end[1] + 1)
    order = np.lexsort((-total, i))
    rank = np.arange(len(order)) - np.searchsorted(i[order], i[order])
    kept = np.sort(order[rank < _BEST_OF_ROW])
    return i[kept], j[kept], total[kept]


class _Postings:
    """For each type, where its occurrences between two segments are: `segment[first[type] :][: count[type]]`."""

    def __init__(self, tokens: Tokens, start: int, stop: int) -> None:
        segment, type_ = tokens.of(start, stop)
        order = np.argsort(type_, kind="stable")
        self.segment = segment[order] + start
        self.count = np.bincount(type_, minlength=len(tokens.vocabulary))
        self.first = np.cumsum(self.count) - self.count


def _chain(rows: Ints, columns: Ints, weights: Floats) -> list[Cell]:
    """The heaviest chain of pairs that rise in both numbers, by a staircase of the ends of the best chains."""
    ends: list[int] = []  # columns at which chains end, rising, each heavier than those before it
    heaviest: list[float] = []
    last: list[int] = []
    before = np.full(len(rows), -1)
    for k in sorted(range(len(rows)), key=lambda k: (rows[k], -columns[k])):
        column = int(columns[k])
        place = bisect_left(ends, column)
        total = float(weights[k]) + (heaviest[place - 1] if place else 0.0)
        before[k] = last[place - 1] if place else -1
        if place < len(ends) and ends[place] == column and heaviest[place] >= total:
            continue
        stop = place
        while stop < len(ends) and heaviest[stop] <= total:
            stop += 1
        ends[place:stop], heaviest[place:stop], last[place:stop] = [column], [total], [k]
    chain, k = [], last[-1] if last else -1
    while k >= 0:
        chain.append((int(rows[k]), int(columns[k])))
        k = int(before[k])
    return chain[::-1]


def _firm(chain: Sequence[Cell]) -> list[Cell]:
    """The pairs that follow their neighbour at once, in a stretch that runs evenly."""
    found = []
    for k in range(_NEIGHBOURS, len(chain) - _NEIGHBOURS):
        i, j = chain[k]
        if chain[k - 1] == (i - 1, j - 1):
            around = chain[k - _NEIGHBOURS : k + _NEIGHBOURS + 1]
            if all(
                abs((q - j) - (p - i)) <= _DRIFT + abs(p - i) // 2 and abs(p - i) <= 4 * _NEIGHBOURS for p, q in around
            ):
                found.append((i, j))
    return found


def _forced(start: Cell, end: Cell, chain: Sequence[Cell]) -> list[Cell]:
    """Cells between two cuts that are too far apart: pairs of the chain, or where an even run would be."""
    n, m = end[0] - start[0], end[1] - start[1]
    pieces = -(-(n + 1) * (m + 1) // MOST_CELLS)
    if pieces == 1:
        return []
    number = (
        min(-(-max(n, m) // _PIECE), max(n, m)) if min(n, m) > _PIECE else -(-max(n, m) * (min(n, m) + 1) // MOST_CELLS)
    )
    inside = [cell for cell in chain if start[0] < cell[0] < end[0] and start[1] < cell[1] < end[1]]
    knots = [start, *inside, end]
    made: list[Cell] = []
    along = np.array([p + q for p, q in knots], float)
    for k in range(1, number):
        at = start[0] + start[1] + (n + m) * k / number
        i = int(np.interp(at, along, [p for p, _ in knots]))
        j = int(np.interp(at, along, [q for _, q in knots]))
        if not made or (i >= made[-1][0] and j >= made[-1][1]):
            made.append((i, j))
    return made
