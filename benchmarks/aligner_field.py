"""The conditional random field of the sentence aligner: the beads that may be as one graph, and its weights fitted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from aligner_gold import Bead
from scipy.optimize import minimize

PENALTY = 10.0
# The optimum itself, not a place near it, so that rounding in another order leads to the same weights.
EXACTLY = {"maxiter": 1000, "maxcor": 20, "ftol": 1e-13, "gtol": 1e-6}


@dataclass
class Piece:
    """A stretch of a document for training: beads that may be, their features, and which of them are right."""

    beads: list[Bead]
    values: np.ndarray
    right: np.ndarray
    start: tuple[int, int]
    end: tuple[int, int]


class Field:
    """Pieces as one graph, and the sums over its paths."""

    def __init__(self, pieces: Sequence[Piece], features_: int) -> None:
        self.values = np.concatenate([piece.values[:, :features_] for piece in pieces])
        self.gold = np.concatenate([piece.right for piece in pieces]).astype(float) @ self.values
        nodes: dict[tuple[int, int, int], int] = {}
        tails, heads, levels, sizes, owners = [], [], [], [], []
        for number, piece in enumerate(pieces):
            for i, j, a, b in piece.beads:
                tails.append(nodes.setdefault((number, i, j), len(nodes)))
                heads.append(nodes.setdefault((number, i + a, j + b), len(nodes)))
                levels.append(i + j - sum(piece.start))
                sizes.append(a + b)
                owners.append(number)
        self._nodes = len(nodes)
        self._tails, self._heads, self._owners = np.array(tails), np.array(heads), np.array(owners)
        self._starts = np.array([nodes[number, *piece.start] for number, piece in enumerate(pieces)])
        self._ends = np.array([nodes[number, *piece.end] for number, piece in enumerate(pieces)])
        self._forward = list(_levels(self._heads, np.array(levels) + np.array(sizes)))
        self._backward = list(_levels(self._tails, np.array(levels)))[::-1]

    def shares(self, scores: np.ndarray) -> tuple[np.ndarray, float]:
        """The share of all paths for each bead, and the sum of the logs of the weights of all paths."""
        forward, backward = np.full(self._nodes, -np.inf), np.full(self._nodes, -np.inf)
        forward[self._starts] = backward[self._ends] = 0.0
        for beads, first, nodes in self._forward:
            forward[nodes] = np.logaddexp.reduceat(forward[self._tails[beads]] + scores[beads], first)
        for beads, first, nodes in self._backward:
            backward[nodes] = np.logaddexp.reduceat(backward[self._heads[beads]] + scores[beads], first)
        totals = forward[self._ends]
        return np.exp(forward[self._tails] + scores + backward[self._heads] - totals[self._owners]), float(totals.sum())

    def fit(self) -> np.ndarray:
        """The weights."""
        scale = np.maximum(np.sqrt((self.values.astype(float) ** 2).mean(axis=0)), 0.02)
        values, gold = self.values / scale, self.gold / scale

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            parts, total = self.shares(values @ weights)
            return total - gold @ weights + PENALTY * weights @ weights / 2, parts @ values - gold + PENALTY * weights

        found = minimize(loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B", options=EXACTLY)
        return np.asarray(found.x / scale)


def _levels(nodes: np.ndarray, level: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Beads by level, in order: which they are, where each node's begin among them, and the nodes."""
    order = np.lexsort((nodes, level))
    for beads in np.split(order, np.flatnonzero(np.diff(level[order])) + 1):
        first = np.flatnonzero(np.concatenate(([True], np.diff(nodes[beads]) != 0)))
        yield beads, first, nodes[beads][first]
