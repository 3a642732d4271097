"""How much of each segment's words is found in the other text, as arrays over pairs of segments and windows of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.lexicon import Association

Floats = NDArray[Any]
Ints = NDArray[Any]
Shape = tuple[int, int]

# The chance that a word of a text has one of its known equivalents in the translation.
_TRANSLATED = 0.5
_SMOOTH = 0.5
_MOST_FREQUENT = 0.9
_ALWAYS = 0.999
_FEW = 30  # a text of fewer segments says little of how rare its words are: they are taken to be as rare as in so many


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of all segments of one text: `segment[k]` holds the token number `type[k]`, as in `vocabulary`."""

    vocabulary: dict[str, int]
    segment: Ints
    type: Ints
    segments: int

    def of(self, start: int, stop: int) -> tuple[Ints, Ints]:
        """Segment (from 0 for `start`) and type of the tokens of segments `start` to `stop`, half-open."""
        first, last = np.searchsorted(self.segment, [start, stop])
        return self.segment[first:last] - start, self.type[first:last]


def tokens_of(texts: Iterable[str], tokens: Callable[[str], Sequence[str]]) -> Tokens:
    """The tokens of `texts`, each once in a segment: a word said twice is hardly ever twice the evidence."""
    vocabulary: dict[str, int] = {}
    segment: list[int] = []
    types: list[int] = []
    count = 0
    for number, text in enumerate(texts):
        found = [vocabulary.setdefault(token, len(vocabulary)) for token in dict.fromkeys(tokens(text))]
        segment += [number] * len(found)
        types += found
        count = number + 1
    return Tokens(vocabulary, np.array(segment, np.int64), np.array(types, np.int64), count)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Associations between the types of two texts, and for each type how often it meets an equivalent by chance.

    `chance[side][type]` is the share of the other text's segments that hold one; 0 for a type without associations.
    """

    source: Ints
    target: Ints
    weight: Floats
    chance: tuple[Floats, Floats]


def lexicon_of(source: Tokens, target: Tokens, associations: Iterable[Association]) -> Lexicon:
    """The strongest association of each pair of types, as arrays."""
    best: dict[tuple[int, int], float] = {}
    for one, other, weight in associations:
        pair = source.vocabulary[one], target.vocabulary[other]
        if weight > best.get(pair, 0.0):
            best[pair] = weight
    in_order = sorted(best)
    pairs = np.array(in_order, np.int64).reshape(-1, 2)
    weights = np.array([best[pair] for pair in in_order], np.float32)
    frequency = [np.bincount(side.type, minlength=len(side.vocabulary)) for side in (source, target)]
    left, right = pairs[:, 0], pairs[:, 1]
    expected = (
        np.bincount(left, weights * frequency[1][right], len(frequency[0])),
        np.bincount(right, weights * frequency[0][left], len(frequency[1])),
    )
    return Lexicon(left, right, weights, (_chance(expected[0], target.segments), _chance(expected[1], source.segments)))


def _chance(expected: Floats, segments: int) -> Floats:
    """The share of `segments` that hold what is expected so often; never all of them, and 0 where nothing is."""
    share = np.minimum((expected + _SMOOTH) / (max(segments, _FEW) + 2 * _SMOOTH), _MOST_FREQUENT)
    return np.where(expected > 0, share, 0).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the words of one side's segments find in windows of 1, 2, … of the other side's segments.

    `found[b - 1][i, j]` is the weight of the words of segment i that windows of b segments from j on hold equivalents
    of; `evidence` the same as a sum of log odds against chance; `mass[i]` is the weight of all words of i. Both are 0 where
    a window would lead out of the text.
    """

    found: Floats
    evidence: Floats
    mass: Floats

    def at(self, own: Ints, others: Ints) -> "Overlap":
        """The same for some segments of this side, in the form of `own`, and some of the other: both with lanes last."""
        if own.shape[1] == 1:  # all segments: a copy would take as much room again
            return Overlap(self.found[..., None], self.evidence[..., None], self.mass[:, None])
        place = slice(len(others)), own[:, None], others
        return Overlap(self.found[place], self.evidence[place], self.mass[own])


def overlap(
    source: Tokens, target: Tokens, lexicon: Lexicon, rows: tuple[int, int], columns: tuple[int, int], widest: Shape
) -> tuple[Overlap, Overlap]:
    """The words of source segments `rows` looked for in target segments `columns`, and the other way round.

    Windows have up to `widest` source and target segments.
    """
    left, right = source.of(*rows), target.of(*columns)
    n, m = rows[1] - rows[0], columns[1] - columns[0]
    forth, back = (lexicon.source, lexicon.target, lexicon.weight), (lexicon.target, lexicon.source, lexicon.weight)
    return (
        _looked_for(left, right, forth, lexicon.chance[0], (n, m), widest[1]),
        _looked_for(right, left, back, lexicon.chance[1], (m, n), widest[0]),
    )


def _looked_for(
    own: tuple[Ints, Ints],
    others: tuple[Ints, Ints],
    pairs: tuple[Ints, Ints, Floats],
    chance: Floats,
    shape: Shape,
    widest: int,
) -> Overlap:
    n, m = shape
    known = chance[own[1]] > 0
    segment, type_ = own[0][known], own[1][known]
    types, row = np.unique(type_, return_inverse=True)
    held = np.zeros((len(types), m), np.float32)
    column, place, weight = _occurrences(types, others, pairs)
    np.maximum.at(held, (place, column), weight)
    counts = np.zeros((n, len(types)), np.float32)
    counts[segment, row] = 1.0
    p = chance[types]
    value = np.log(1 / p)
    found, evidence = (np.zeros((min(widest, m), n, m), np.float32) for _ in range(2))
    window = held
    for size in range(1, min(widest, m) + 1):
        if size > 1:
            window = np.maximum(window[:, :-1], held[:, size - 1 :])
        p_window = np.minimum(1 - (1 - p) ** size, _ALWAYS)
        hit, miss = np.log(_TRANSLATED / p_window).clip(0), np.log((1 - _TRANSLATED) / (1 - p_window)).clip(-2, 0)
        found[size - 1, :, : m - size + 1] = (counts * value) @ window
        evidence[size - 1, :, : m - size + 1] = (counts * (hit - miss)) @ window + (counts @ miss)[:, None]
    return Overlap(found, evidence, (counts @ value).astype(np.float32))


def _occurrences(types: Ints, others: tuple[Ints, Ints], pairs: tuple[Ints, Ints, Floats]) -> tuple[Ints, Ints, Floats]:
    """For each occurrence of an equivalent: the segment of the other side, the row of `types`, the weight."""
    one, other, weight = pairs
    kept = np.isin(one, types)
    place, other, weight = np.searchsorted(types, one[kept]), other[kept], weight[kept]
    order = np.argsort(others[1], kind="stable")
    segment, type_ = others[0][order], others[1][order]
    first, last = np.searchsorted(type_, other), np.searchsorted(type_, other, side="right")
    length = last - first
    index = np.repeat(first - (np.cumsum(length) - length), length) + np.arange(length.sum())
    return segment[index], np.repeat(place, length), np.repeat(weight, length)
