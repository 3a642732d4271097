"""Words that stand for each other in the two texts at hand, learnt from the segments surely linked so far.

IBM model 1 (Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993)
in both directions; a pair's weight is the geometric mean of the two probabilities, less the more, the rarer the pair is.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.lexical import Tokens
from tei.alignment.linking.lexicon import Association

Ints = NDArray[Any]
Floats = NDArray[Any]

_ROUNDS = 6
_LEAST_BEADS = 8
_MOST_BEADS = 4000
_MOST_FREQUENT = 0.2  # words in more of the beads than this are in everything
_LEAST_TOGETHER = 1.5
_LEAST_WEIGHT = 0.1


def induce(source: Tokens, target: Tokens, beads: Sequence[tuple[int, int, int, int]]) -> Iterator[Association]:
    """Associations learnt from beads (i, p, j, q) that join source segments i to p with target segments j to q."""
    if len(beads) < _LEAST_BEADS:
        return
    beads = beads[:: -(-len(beads) // _MOST_BEADS)]
    left = _types(source, [(i, p) for i, p, _, _ in beads])
    right = _types(target, [(j, q) for _, _, j, q in beads])
    rows = [np.array(np.meshgrid(one, other)).reshape(2, -1) for one, other in zip(left, right, strict=True)]
    bead = np.repeat(np.arange(len(rows)), [row.shape[1] for row in rows])
    one, other = np.concatenate(rows, axis=1)
    pairs, pair = np.unique(one * len(target.vocabulary) + other, return_inverse=True)
    if not len(pairs):
        return
    forth, together = _translation(bead, one, other, pair, len(pairs))
    back, _ = _translation(bead, other, one, pair, len(pairs))
    weight = np.sqrt(forth * back) * np.maximum(0.0, 1 - 1 / np.maximum(together, 1e-9))
    kept = (together >= _LEAST_TOGETHER) & (weight >= _LEAST_WEIGHT)
    words = list(source.vocabulary), list(target.vocabulary)
    for key, value in zip(pairs[kept], weight[kept], strict=True):
        first, second = divmod(int(key), len(target.vocabulary))
        yield words[0][first], words[1][second], min(1.0, float(value))


def _types(tokens: Tokens, windows: Sequence[tuple[int, int]]) -> list[Ints]:
    """The types of each window that are in at least two windows and not in very many."""
    found = [np.unique(tokens.of(start, stop)[1]) for start, stop in windows]
    frequency = np.bincount(np.concatenate(found), minlength=len(tokens.vocabulary))
    useful = (frequency > 1) & (frequency <= max(3.0, _MOST_FREQUENT * len(windows)))
    return [types[useful[types]] for types in found]


def _translation(bead: Ints, one: Ints, other: Ints, pair: Ints, pairs: int) -> tuple[Floats, Floats]:
    """For each pair the probability that `one` is said by `other`, and how often they are expected to be so linked."""
    slot = np.unique(bead * (int(other.max()) + 1) + other, return_inverse=True)[1]
    head = np.zeros(pairs, np.int64)
    head[pair] = one
    probability = np.ones(pairs)
    for _ in range(_ROUNDS):
        share = probability[pair]
        share /= np.bincount(slot, share)[slot]
        counts = np.bincount(pair, share, pairs)
        probability = counts / np.bincount(head, counts)[head]
    return probability, counts
