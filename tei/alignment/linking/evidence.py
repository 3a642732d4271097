"""What speaks for and against every bead between two runs of segments: the features of the log-linear model.

Many pairs of short runs are looked at together: the last axis of every array is that of the pairs, the lanes. A run that
is shorter than the longest is filled up with segments that no bead may hold.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.lexical import Overlap
from tei.alignment.linking.meaning import Meaning
from tei.alignment.linking.surface import Side

Floats = NDArray[Any]
Named = Iterator[tuple[str, Floats]]
Shape = tuple[int, int]

WIDEST = 10
_MERGED = ((2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (4, 2))
SHAPES: tuple[Shape, ...] = (
    (1, 1), (1, 0), (0, 1),
    *(shape for size in range(2, WIDEST + 1) for shape in ((1, size), (size, 1))),
    *_MERGED,
)  # fmt: skip

_SHORT = 5.0  # characters more or less mean nothing
_UTMOST = 2.0
_NOTHING = np.float32(-9.0)  # the support from a segment that is not there
_LARGEST = 5  # beads of one segment with so many and more are of one kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the features of runs of up to n source and m target segments are made from.

    `extents` are the numbers of segments that each lane has. `overlap` is what the words say, None where they are not
    asked; `meaning` what an encoder says, None without one.
    """

    source: Side
    target: Side
    extents: Sequence[Shape]
    ratio: float
    overlap: tuple[Overlap, Overlap] | None
    meaning: Meaning | None = None

    def filled(self) -> NDArray[np.bool_]:
        """Which pairs of segments, by lane, are not there."""
        n, m = np.array(self.extents).T
        i, j = np.ogrid[: len(self.source.size), : len(self.target.size)]
        found: NDArray[np.bool_] = (i[..., None] >= n) | (j[..., None] >= m)
        return found


def features(evidence: Evidence) -> Iterator[tuple[Shape, Named]]:
    """For each shape, each feature's name with its values for the beads at all (i, j); what is not named is 0."""
    shared = _Shared(evidence)
    for shape in SHAPES:
        if shape[0] <= shared.n and shape[1] <= shared.m:
            yield shape, (_of_null(shared, shape) if 0 in shape else _of_link(shared, shape))


class _Shared:
    """Arrays that the features of several shapes are made from."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.n, self.m = len(evidence.source.size), len(evidence.target.size)
        self.for_: dict[Shape, Floats] = {}
        self.pair = np.zeros((self.n, self.m, len(evidence.extents)), np.float32)
        if evidence.overlap:
            one, other = evidence.overlap
            for a, b in product(range(1, min(WIDEST, self.n) + 1), range(1, min(WIDEST, self.m) + 1)):
                if (a, b) in SHAPES:
                    self.for_[a, b] = sums(one.evidence[b - 1], a) + swapped(sums(other.evidence[a - 1], b))
            self.pair = self.for_.get((1, 1), self.pair)
        self.pair[evidence.filled()] = _NOTHING
        meaning = evidence.meaning
        self.centred = {shape: meaning.centred(shape) for shape in meaning.cosine} if meaning else {}


def _of_null(shared: _Shared, shape: Shape) -> Named:
    a = shape[0]
    evidence = shared.evidence
    side = evidence.source if a else evidence.target
    size = np.log1p(side.size * (evidence.ratio**0.5 if a else evidence.ratio**-0.5))

    def spread(values: Floats) -> Floats:
        """One value for each segment and place, or for each segment, as rows of the source and columns of the target."""
        if values.ndim == 2:
            values = np.repeat(values[:, None], (shared.m if a else shared.n) + 1, axis=1)
        return values if a else swapped(values)

    yield "null", spread(np.ones_like(size))
    yield "null size", spread(size)
    yield "null short", spread((size < 2.2).astype(np.float32))
    yield "null without letters", spread((~side.letters).astype(np.float32))
    if evidence.overlap:
        near = _near(shared.pair if a else swapped(shared.pair))
        yield "null contrast", spread(np.tanh(near / 4))
    if shared.centred:
        yield "null cosine", spread(_near(shared.centred[1, 1] if a else swapped(shared.centred[1, 1])))


def _near(support: Floats) -> Floats:
    """For each segment and place in the other text the most support from the two segments on either side of the place."""
    n, m, lanes = support.shape
    padded = np.full((n, m + 4, lanes), _NOTHING)
    padded[:, 2 : m + 2] = support
    near: Floats = np.maximum.reduce([padded[:, shift : shift + m + 1] for shift in range(4)])
    return near


def _of_link(shared: _Shared, shape: Shape) -> Named:
    a, b = shape
    ones = np.ones((shared.n - a + 1, shared.m - b + 1, 1), np.float32)
    yield f"shape {min(a, b)}-{min(max(a, b), _LARGEST)}", ones
    yield from _of_length(shared, shape)
    if shared.evidence.overlap:
        yield from _of_words(shared, shape, shared.evidence.overlap)
    if shared.evidence.meaning:
        yield from _of_meaning(shared, shape, shared.evidence.meaning)
    yield from _of_punctuation(shared, shape)


def _of_length(shared: _Shared, shape: Shape) -> Named:
    root = shared.evidence.ratio**0.5
    left = sums(shared.evidence.source.size, shape[0])[:, None] * root + 1
    right = sums(shared.evidence.target.size, shape[1]) / root + 1
    away = np.log(left / right)
    variance = np.minimum(4 / (left + right) + 0.03, 1.0)
    yield "length", np.log1p(away**2 / variance / 4)
    yield "length far", np.minimum(away**2, 4.0)


def absurd(evidence: Evidence, shape: Shape) -> Floats:
    """How far, in ln, the lengths of the two sides of each bead are from what any translation could have; mostly 0."""
    root = evidence.ratio**0.5
    left = sums(evidence.source.size, shape[0])[:, None] * root + _SHORT
    right = sums(evidence.target.size, shape[1]) / root + _SHORT
    beyond: Floats = np.maximum(np.abs(np.log(left / right)) - _UTMOST, 0)
    return beyond


def _of_words(shared: _Shared, shape: Shape, overlap: tuple[Overlap, Overlap]) -> Named:
    a, b = shape
    one, other = sums(overlap[0].found[b - 1], a), swapped(sums(overlap[1].found[a - 1], b))
    mass = [side.mass for side in overlap]
    yield "cover", ((one + 1) / (sums(mass[0], a)[:, None] + 3) + (other + 1) / (sums(mass[1], b) + 3)) / 2
    for_ = shared.for_[shape]
    damped = np.sign(for_) * np.log1p(np.abs(for_))
    yield "words", damped
    yield "words size", damped * (a + b - 2)
    yield "words sum", for_ / 10
    yield "words outside", _outside(np.maximum(shared.pair, 0), shape) / 5
    if a + b > 2:
        yield "words gain", np.tanh(_gain(shape, shared.for_) / 3)
        members = []
        if a > 1:
            members.append(extreme(overlap[0].found[b - 1] / (mass[0][:, None] + 3), a, np.minimum))
        if b > 1:
            members.append(swapped(extreme(overlap[1].found[a - 1] / (mass[1][:, None] + 3), b, np.minimum)))
        yield "cover weakest", np.minimum.reduce(members)


def _of_meaning(shared: _Shared, shape: Shape, meaning: Meaning) -> Named:
    a, b = shape
    extra = a + b - 2
    centred, margin = shared.centred[shape], meaning.margin(shape)
    yield "cosine", meaning.cosine[shape]
    yield "cosine centred", centred
    yield "cosine centred size", centred * extra
    yield "cosine margin", margin
    yield "cosine margin size", margin * extra
    yield "cosine ratio", meaning.ratio(shape)
    yield "cosine extended", _extended(shape, shared.centred)
    if extra:
        yield "cosine gain", np.tanh(_gain(shape, shared.centred) / 0.1)
        members = []
        if a > 1:
            members.append(extreme(shared.centred[1, b], a, np.minimum))
        if b > 1:
            members.append(swapped(extreme(swapped(shared.centred[a, 1]), b, np.minimum)))
        yield "cosine weakest", np.minimum.reduce(members)


def _gain(shape: Shape, values: Mapping[Shape, Floats]) -> Floats:
    """How much a bead of more than two segments gains by its first and last members: the least of it."""
    a, b = shape
    whole = values[shape]
    n, m, _ = whole.shape
    gains = []
    if a > 1 and (a - 1, b) in values:
        less = values[a - 1, b]
        gains += [whole - less[:n], whole - less[1 : n + 1]]
    if b > 1 and (a, b - 1) in values:
        less = values[a, b - 1]
        gains += [whole - less[:, :m], whole - less[:, 1 : m + 1]]
    least: Floats = np.minimum.reduce(gains)
    return least


def _extended(shape: Shape, values: Mapping[Shape, Floats]) -> Floats:
    """How much a bead would gain by one more segment, before or after, on one side: the most of it, 0 where it would lose."""
    a, b = shape
    whole = values[shape]
    most = np.zeros_like(whole)
    for more in ((a + 1, b), (a, b + 1)):
        if more in values:
            rows, columns, _ = values[more].shape
            first = slice(more[0] - a, more[0] - a + rows), slice(more[1] - b, more[1] - b + columns)
            for place in ((slice(rows), slice(columns)), first):
                most[place] = np.maximum(most[place], values[more] - whole[place])
    return most


def _outside(pair: Floats, shape: Shape) -> Floats:
    """How well the outer segments of each bead go with the neighbours of its other side: what it leaves out."""
    (a, b), (n, m, lanes) = shape, pair.shape
    padded = np.zeros((n + 2, m + 2, lanes), np.float32)
    padded[1:-1, 1:-1] = pair
    rows, columns = n - a + 1, m - b + 1

    def at(i: int, j: int) -> Floats:
        return padded[i + 1 : i + 1 + rows, j + 1 : j + 1 + columns]

    return at(0, -1) + at(a - 1, b) + at(-1, 0) + at(a, b - 1)


def _of_punctuation(shared: _Shared, shape: Shape) -> Named:
    a, b = shape
    source, target = shared.evidence.source, shared.evidence.target
    n, m = shared.n - a + 1, shared.m - b + 1
    left, right = source.final[a - 1 :][:, None], target.final[b - 1 :]
    yield "final same", (left == right).astype(np.float32)
    asked = (left == 1) | (left == 2), (right == 1) | (right == 2)
    yield "final unlike", ((left != right) & (asked[0] | asked[1])).astype(np.float32)
    yield "final open", ((left >= 3) ^ (right >= 3)).astype(np.float32)
    closing = source.closes.any() or target.closes.any()
    for name, there, own, others in (
        ("opening", source.opens.any() or target.opens.any(), source.opens[:n], target.opens[:m]),
        ("closing", closing, source.closes[a - 1 :], target.closes[b - 1 :]),
    ):
        if there:
            yield f"{name} both", (own[:, None] & others).astype(np.float32)
            yield f"{name} one", (own[:, None] ^ others).astype(np.float32)
    if a > 1 or b > 1:
        yield "inside open", _inside(source.final >= 3, a)[:, None] + _inside(target.final >= 3, b)
        if closing:
            yield "inside closed", _inside(source.closes, a)[:, None] + _inside(target.closes, b)


def _inside(values: NDArray[np.bool_], size: int) -> Floats:
    """How many of `size` rows from each row on, but for the last of them, are true."""
    return sums(values.astype(np.float32), size) - values[size - 1 :]


def sums(values: Floats, size: int) -> Floats:
    """The sums of `size` rows from each row on."""
    rows = len(values) - size + 1
    return reduce(np.add, (values[start : start + rows] for start in range(size)))


def extreme(values: Floats, size: int, choose: np.ufunc) -> Floats:
    """The least or greatest of `size` rows from each row on."""
    rows = len(values) - size + 1
    return reduce(choose, (values[start : start + rows] for start in range(size)))


def swapped(values: Floats) -> Floats:
    """The same with rows as columns."""
    return values.swapaxes(0, 1)
