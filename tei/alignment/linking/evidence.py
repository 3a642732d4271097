"""What speaks for and against every bead between two runs of segments: the features of the log-linear model."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.lexical import Overlap
from tei.alignment.linking.surface import Side

Floats = NDArray[Any]
Named = Iterator[tuple[str, Floats]]
OfKind = Callable[[str, Floats], Named]
Shape = tuple[int, int]

SHAPES: tuple[Shape, ...] = (
    (1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1), (1, 5), (5, 1),
    (2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (4, 2),
)  # fmt: skip
WIDEST = 5

_SHORT = 5.0  # characters more or less mean nothing
_UTMOST = 2.0
_NOTHING = np.float32(-9.0)  # the support from a segment that is not there


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the features of a run of n source and m target segments are made from.

    `cosine[a, b]` are the similarities of windows of a and of b segments, without it there is no semantic back end;
    `induced` is the overlap by the words learnt from the texts themselves; `prior` the log of how much more frequent
    a shape is in this text than in general. `parted` are the pairs of segments that a border stands between: beads
    that hold one are without meaning, and the others take no notice of what is beyond the border.
    """

    source: Side
    target: Side
    ratio: float
    overlap: tuple[Overlap, Overlap]
    cosine: Mapping[Shape, Floats] | None = None
    prior: Mapping[Shape, float] | None = None
    parted: NDArray[np.bool_] | None = None


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
        one, other = evidence.overlap
        self.found: dict[Shape, tuple[Floats, Floats]] = {}
        self.for_: dict[Shape, Floats] = {}
        for a, b in product(range(1, WIDEST + 1), repeat=2):
            if a <= self.n and b <= self.m and ((a, b) in SHAPES):
                self.found[a, b] = sums(one.found[b - 1], a), sums(other.found[a - 1], b).T
                self.for_[a, b] = sums(one.evidence[b - 1], a) + sums(other.evidence[a - 1], b).T
        nothing = np.zeros((self.n, self.m), np.float32)
        self.pair = self.for_.get((1, 1), nothing)
        if evidence.parted is not None:
            self.pair = np.where(evidence.parted, _NOTHING, self.pair)
        self.mass = one.mass, other.mass
        self.cosine = {shape: _centred(values) for shape, values in (evidence.cosine or {}).items()}


def _of_null(shared: _Shared, shape: Shape) -> Named:
    a = shape[0]
    evidence = shared.evidence
    side = evidence.source if a else evidence.target
    support = shared.pair if a else shared.pair.T
    size = np.log1p(side.size * (evidence.ratio**0.5 if a else evidence.ratio**-0.5))

    def spread(values: Floats) -> Floats:
        """One value for each segment and place, or for each segment, as rows of the source and columns of the target."""
        if values.ndim == 1:
            values = np.repeat(values[:, None], (shared.m if a else shared.n) + 1, axis=1)
        return values if a else values.T

    yield "null", spread(np.ones(len(side.size), np.float32))
    yield "null size", spread(size)
    yield "null short", spread((size < 2.2).astype(np.float32))
    yield "null without letters", spread((~side.letters).astype(np.float32))
    yield "null support", spread(np.maximum(_near(support), 0) / 5)
    yield "null contrast", spread(np.tanh(_near(support) / 4))
    if shared.cosine:
        cosine = shared.cosine[1, 1] if a else shared.cosine[1, 1].T
        yield "null cosine", spread(_near(cosine))
    if evidence.prior:
        yield "prior", spread(np.full(len(side.size), evidence.prior[shape], np.float32))


def _near(support: Floats) -> Floats:
    """For each segment and place in the other text the most support from the two segments on either side of the place."""
    n, m = support.shape
    padded = np.full((n, m + 4), _NOTHING)
    padded[:, 2 : m + 2] = support
    near: Floats = np.maximum.reduce([padded[:, shift : shift + m + 1] for shift in range(4)])
    return near


def _of_link(shared: _Shared, shape: Shape) -> Named:
    a, b = shape
    evidence = shared.evidence
    n, m = shared.n - a + 1, shared.m - b + 1
    extra = a + b - 2
    kind = "1-1" if not extra else "1-2" if extra == 1 else "1-n" if min(a, b) == 1 else "n-m"

    def of_kind(name: str, values: Floats) -> Named:
        yield name, values
        if extra:
            yield f"{name} {kind}", values

    ones = np.ones((n, m), np.float32)
    yield f"shape {min(a, b)}-{max(a, b)}", ones
    if evidence.prior:
        yield "prior", ones * evidence.prior[shape]
    yield from _of_length(shared, shape, of_kind)
    yield from _of_words(shared, shape, of_kind)
    if shared.cosine:
        yield from _of_meaning(shared, shape, of_kind)
    yield from _of_punctuation(shared, shape)


def _of_length(shared: _Shared, shape: Shape, of_kind: OfKind) -> Named:
    root = shared.evidence.ratio**0.5
    left = sums(shared.evidence.source.size[:, None], shape[0]) * root + 1
    right = sums(shared.evidence.target.size[:, None], shape[1]).T / root + 1
    away = np.log(left / right)
    variance = np.minimum(4 / (left + right) + 0.03, 1.0)
    yield from of_kind("length", np.log1p(away**2 / variance / 4))
    yield from of_kind("length far", np.minimum(away**2, 4.0))
    yield "length size", np.log(left + right)
    yield "length size 1-1", np.log(left + right) * (sum(shape) == 2)


def absurd(evidence: Evidence, shape: Shape) -> Floats:
    """How far, in ln, the lengths of the two sides of each bead are from what any translation could have; mostly 0."""
    root = evidence.ratio**0.5
    left = sums(evidence.source.size[:, None], shape[0]) * root + _SHORT
    right = sums(evidence.target.size[:, None], shape[1]).T / root + _SHORT
    beyond: Floats = np.maximum(np.abs(np.log(left / right)) - _UTMOST, 0)
    return beyond


def _of_words(shared: _Shared, shape: Shape, of_kind: OfKind) -> Named:
    a, b = shape
    one, other = shared.found[shape]
    mass = sums(shared.mass[0][:, None], a), sums(shared.mass[1][:, None], b).T
    cover = (one + 1) / (mass[0] + 3), (other + 1) / (mass[1] + 3)
    yield from of_kind("cover", (cover[0] + cover[1]) / 2)
    yield from of_kind("cover least", np.minimum(*cover))
    for_ = shared.for_[shape]
    yield from of_kind("words", np.sign(for_) * np.log1p(np.abs(for_)))
    yield "words sum", for_ / 10
    yield from _of_members(shape, of_kind, "words", shared.for_, 3.0)
    pair = np.maximum(shared.pair, 0)
    yield "words outside", _outside(pair, shape) / 5
    if a + b > 2:
        members = []
        if a > 1:
            members.append(
                extreme(shared.evidence.overlap[0].found[b - 1] / (shared.mass[0][:, None] + 3), a, np.minimum)
            )
        if b > 1:
            members.append(
                extreme(shared.evidence.overlap[1].found[a - 1] / (shared.mass[1][:, None] + 3), b, np.minimum).T
            )
        yield "cover weakest", np.minimum.reduce(members)


def _of_members(shape: Shape, of_kind: OfKind, name: str, values: Mapping[Shape, Floats], scale: float) -> Named:
    """How much a bead gains by its first and last members: the least of it, where it has more than two."""
    a, b = shape
    if a + b == 2:
        return
    whole = values[shape]
    n, m = whole.shape
    gains = []
    if a > 1 and (a - 1, b) in values:
        less = values[a - 1, b]
        gains += [whole - less[:n], whole - less[1 : n + 1]]
    if b > 1 and (a, b - 1) in values:
        less = values[a, b - 1]
        gains += [whole - less[:, :m], whole - less[:, 1 : m + 1]]
    yield from of_kind(f"{name} gain", np.tanh(np.minimum.reduce(gains) / scale))


def _of_meaning(shared: _Shared, shape: Shape, of_kind: OfKind) -> Named:
    a, b = shape
    assert shared.evidence.cosine is not None
    raw, centred = shared.evidence.cosine[shape], shared.cosine[shape]
    yield from of_kind("cosine", raw)
    yield from of_kind("cosine centred", centred)
    yield from of_kind("cosine high", np.maximum(centred - 0.3, 0))
    yield from _of_members(shape, of_kind, "cosine", shared.evidence.cosine, 0.1)
    yield "cosine outside", _outside(np.maximum(shared.cosine[1, 1] - 0.1, 0), shape)
    if a + b > 2:
        members = []
        if a > 1:
            members.append(extreme(shared.cosine[1, b], a, np.minimum))
        if b > 1:
            members.append(extreme(shared.cosine[a, 1].T, b, np.minimum).T)
        yield from of_kind("cosine weakest", np.minimum.reduce(members))


def _outside(pair: Floats, shape: Shape) -> Floats:
    """How well the outer segments of each bead go with the neighbours of its other side: what it leaves out."""
    (a, b), (n, m) = shape, pair.shape
    padded = np.zeros((n + 2, m + 2), np.float32)
    padded[1:-1, 1:-1] = pair
    rows, columns = n - a + 1, m - b + 1

    def at(i: int, j: int) -> Floats:
        return padded[i + 1 : i + 1 + rows, j + 1 : j + 1 + columns]

    return at(0, -1) + at(a - 1, b) + at(-1, 0) + at(a, b - 1)


def _of_punctuation(shared: _Shared, shape: Shape) -> Named:
    a, b = shape
    source, target = shared.evidence.source, shared.evidence.target
    n, m = shared.n - a + 1, shared.m - b + 1
    left, right = source.final[a - 1 :][:, None], target.final[b - 1 :][None, :]
    yield "final same", (left == right).astype(np.float32)
    asked = (left == 1) | (left == 2), (right == 1) | (right == 2)
    yield "final unlike", ((left != right) & (asked[0] | asked[1])).astype(np.float32)
    yield "final open", (((left >= 3) & (right < 3)) | ((left < 3) & (right >= 3))).astype(np.float32)
    for name, own, others in (
        ("opening", source.quoted[:n, 0], target.quoted[:m, 0]),
        ("closing", source.quoted[a - 1 :, 1], target.quoted[b - 1 :, 1]),
    ):
        yield f"{name} both", (own[:, None] & others[None, :]).astype(np.float32)
        yield f"{name} one", (own[:, None] ^ others[None, :]).astype(np.float32)
    for number, name in enumerate(("?", "!", "quotes", ":")):
        counts = sums(source.counts[:, number : number + 1], a), sums(target.counts[:, number : number + 1], b).T
        yield f"count {name}", np.minimum(np.abs(counts[0] - counts[1]), 3)
    if a > 1 or b > 1:
        inner = sums((source.final[:, None] >= 3).astype(np.float32), a)[:n] - (left >= 3)
        other = sums((target.final[:, None] >= 3).astype(np.float32), b)[:m].T - (right >= 3)
        yield "inside open", (inner + other).astype(np.float32)
        closed = sums(source.quoted[:, 1:2].astype(np.float32), a) - source.quoted[a - 1 :, 1:2]
        shut = (sums(target.quoted[:, 1:2].astype(np.float32), b) - target.quoted[b - 1 :, 1:2]).T
        yield "inside closed", closed + shut


def sums(values: Floats, size: int) -> Floats:
    """The sums of `size` rows from each row on."""
    rows = len(values) - size + 1
    found: Floats = np.add.reduce([values[start : start + rows] for start in range(size)])
    return found


def extreme(values: Floats, size: int, choose: np.ufunc) -> Floats:
    """The least or greatest of `size` rows from each row on."""
    rows = len(values) - size + 1
    found: Floats = choose.reduce([values[start : start + rows] for start in range(size)])
    return found


def _centred(values: Floats) -> Floats:
    """Similarities less what is usual for the row and for the column."""
    if not values.size:
        return values
    centred: Floats = values - (values.mean(axis=0, keepdims=True) + values.mean(axis=1, keepdims=True)) / 2
    return centred
