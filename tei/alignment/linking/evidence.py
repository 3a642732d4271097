"""What speaks for and against every bead between two runs of segments: the features of the log-linear model.

Many pairs of short runs are looked at together: the last axis of every array is that of the pairs, the lanes. A run that
is shorter than the longest is filled up with segments that no bead may hold. Several shapes of links are looked at
together as well: the first axis is that of the shapes. All have a row for each source and a column for each target
segment; where a bead would lead out of its text, what stands there means nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.lexical import Overlap
from tei.alignment.linking.meaning import Meaning
from tei.alignment.linking.surface import Side

Floats = NDArray[Any]
Ints = NDArray[Any]
Named = Iterator[tuple[str, Floats]]
Shape = tuple[int, int]

WIDEST = 10
_MERGED = ((2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (4, 2))
SHAPES: tuple[Shape, ...] = (
    (1, 1), (1, 0), (0, 1),
    *(shape for size in range(2, WIDEST + 1) for shape in ((1, size), (size, 1))),
    *_MERGED,
)  # fmt: skip

_AT_ONCE = 50_000  # values of all shapes that are looked at together
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


def features(evidence: Evidence) -> Iterator[tuple[Sequence[Shape], Named]]:
    """For groups of shapes, each feature's name with its values for the beads at all (i, j); what is not named is 0."""
    shared = _Shared(evidence)
    yield from (([shape], _of_null(shared, shape)) for shape in ((1, 0), (0, 1)))
    yield from ((group.shapes, _of_links(group)) for group in shared.groups())


class _Shared:
    """Arrays that the features of several shapes are made from."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.n, self.m = len(evidence.source.size), len(evidence.target.size)
        self.shapes = [(a, b) for a, b in SHAPES if 0 < a <= self.n and 0 < b <= self.m]
        self.for_ = np.zeros((len(self.shapes), self.n, self.m, len(evidence.extents)), np.float32)
        if evidence.overlap:
            one, other = evidence.overlap
            for group in self.groups():
                forth, back = one.evidence[group.b - 1], swapped(other.evidence[group.a - 1])
                self.for_[group.places] = joined(forth, group.a) + joined_columns(back, group.b)
        self.pair = self.for_[0].copy()
        self.pair[evidence.filled()] = _NOTHING
        meaning = evidence.meaning
        self.centred = {shape: meaning.centred(shape) for shape in meaning.cosine} if meaning else {}
        self.all_centred = _Group(self, slice(None)).for_each(self.centred.__getitem__) if meaning else np.empty(0)

    def groups(self) -> "Iterator[_Group]":
        """The shapes of links, so many at a time that their arrays stay small."""
        size = max(1, _AT_ONCE // self.for_[0].size)
        for start in range(0, len(self.shapes), size):
            yield _Group(self, slice(start, start + size))


class _Group:
    """The shapes at some `places` among all: `a` and `b` are their numbers of source and of target segments."""

    def __init__(self, shared: _Shared, places: slice) -> None:
        self.shared = shared
        self.places = places
        self.shapes = shared.shapes[places]
        self.a, self.b = np.array(self.shapes).T
        self.merged = self.a + self.b > 2

    def for_each(self, of: Callable[[Shape], Floats]) -> Floats:
        """The values of each shape, which has no more rows and columns than it has beads, as one array."""
        found = np.zeros((len(self.shapes), *self.shared.pair.shape), np.float32)
        for k, shape in enumerate(self.shapes):
            values = of(shape)
            found[k, : len(values), : values.shape[1]] = values
        return found

    def alike(self, values: Floats) -> Floats:
        """Values of shapes as values of all their beads."""
        return np.broadcast_to(values[:, None, None, None], (len(self.shapes), *self.shared.pair.shape))


def _of_null(shared: _Shared, shape: Shape) -> Named:
    a = shape[0]
    evidence = shared.evidence
    side = evidence.source if a else evidence.target
    size = np.log1p(side.size * (evidence.ratio**0.5 if a else evidence.ratio**-0.5))

    def spread(values: Floats) -> Floats:
        """One value for each segment and place, or for each segment, as rows of the source and columns of the target."""
        if values.ndim == 2:
            values = np.repeat(values[:, None], (shared.m if a else shared.n) + 1, axis=1)
        return (values if a else swapped(values))[None]

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


def _of_links(group: _Group) -> Named:
    evidence = group.shared.evidence
    kinds = [f"shape {min(shape)}-{min(max(shape), _LARGEST)}" for shape in group.shapes]
    for kind in dict.fromkeys(kinds):
        yield kind, group.alike(np.array([each == kind for each in kinds], np.float32))
    yield from _of_length(evidence, group)
    if evidence.overlap:
        yield from _of_words(group, evidence.overlap)
    if evidence.meaning:
        yield from _of_meaning(group, evidence.meaning)
    yield from _of_punctuation(evidence, group)


def _of_length(evidence: Evidence, group: _Group) -> Named:
    root = evidence.ratio**0.5
    left = sums(evidence.source.size, group.a)[:, :, None] * root + 1
    right = sums(evidence.target.size, group.b)[:, None] / root + 1
    squared = np.log(left / right) ** 2
    variance = np.minimum(4 / (left + right) + 0.03, 1.0)
    yield "length", np.log1p(squared / variance / 4)
    yield "length far", np.minimum(squared, 4.0)


def absurd(evidence: Evidence, shapes: Sequence[Shape]) -> Floats:
    """How far, in ln, the lengths of the two sides of each bead are from what any translation could have; mostly 0."""
    (a, b), root = np.array(shapes).T, evidence.ratio**0.5
    left = sums(evidence.source.size, a)[:, :, None] * root + _SHORT
    right = sums(evidence.target.size, b)[:, None] / root + _SHORT
    beyond: Floats = np.maximum(np.abs(np.log(left / right)) - _UTMOST, 0)
    return beyond


def _of_words(group: _Group, overlap: tuple[Overlap, Overlap]) -> Named:
    shared, a, b = group.shared, group.a, group.b
    found = overlap[0].found[b - 1], swapped(overlap[1].found[a - 1])
    one, other = joined(found[0], a), joined_columns(found[1], b)
    mass = [side.mass for side in overlap]
    yield "cover", ((one + 1) / (sums(mass[0], a)[:, :, None] + 3) + (other + 1) / (sums(mass[1], b)[:, None] + 3)) / 2
    for_ = shared.for_[group.places]
    damped = np.sign(for_) * np.log1p(np.abs(for_))
    yield "words", damped
    yield "words size", damped * group.alike((a + b - 2).astype(np.float32))
    yield "words sum", for_ / 10
    yield "words outside", _outside(np.maximum(shared.pair, 0), group) / 5
    if group.merged.any():
        yield "words gain", np.tanh(_gain(group, shared.for_) / 3)
        yield "cover weakest", _weakest(group, found[0] / (mass[0][:, None] + 3), found[1] / (mass[1] + 3))


def _of_meaning(group: _Group, meaning: Meaning) -> Named:
    shared, extra = group.shared, group.alike((group.a + group.b - 2).astype(np.float32))
    centred = shared.all_centred[group.places]
    yield "cosine", group.for_each(meaning.cosine.__getitem__)
    yield "cosine centred", centred
    yield "cosine centred size", centred * extra
    yield "cosine margin", (margin := group.for_each(meaning.margin))
    yield "cosine margin size", margin * extra
    yield "cosine ratio", group.for_each(meaning.ratio)
    yield "cosine extended", group.for_each(lambda shape: _extended(shape, shared.centred))
    if group.merged.any():
        yield "cosine gain", np.tanh(_gain(group, shared.all_centred) / 0.1)
        rows = shared.all_centred[[shared.shapes.index((1, b)) for b in group.b]]
        columns = shared.all_centred[[shared.shapes.index((a, 1)) for a in group.a]]
        yield "cosine weakest", _weakest(group, rows, columns)


def _gain(group: _Group, values: Floats) -> Floats:
    """How much beads of more than two segments gain by their first and last members: the least of it; 0 for others.

    `values` are those of all shapes.
    """
    shapes, whole = group.shared.shapes, values[group.places]
    least = np.where(group.alike(group.merged), np.float32(np.inf), np.float32(0))
    for axis, less in ((1, [(a - 1, b) for a, b in group.shapes]), (2, [(a, b - 1) for a, b in group.shapes])):
        there = [k for k, shape in enumerate(less) if shape in shapes]
        if there:
            without = values[[shapes.index(less[k]) for k in there]]
            most = np.maximum(without, np.roll(without, -1, axis))
            least[there] = np.minimum(least[there], whole[there] - most)
    return least


def _weakest(group: _Group, one: Floats, other: Floats) -> Floats:
    """What the weakest segment of beads of more than two has in common with the whole other side; 0 for other beads.

    `one` has the values of each source segment for the whole other side, `other` those of each target segment.
    """
    least = np.where(group.alike(group.merged), np.float32(np.inf), np.float32(0))
    rows, columns = group.a > 1, group.b > 1
    least[rows] = joined(one, group.a, np.minimum)[rows]
    least[columns] = np.minimum(least, joined_columns(other, group.b, np.minimum))[columns]
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


def _outside(pair: Floats, group: _Group) -> Floats:
    """How well the outer segments of each bead go with the neighbours of its other side: what it leaves out."""
    n, m, lanes = pair.shape
    padded = np.zeros((n + max(group.a) + 1, m + max(group.b) + 1, lanes), np.float32)
    padded[1 : n + 1, 1 : m + 1] = pair

    def at(i: int, j: int) -> Floats:
        return padded[i + 1 : i + 1 + n, j + 1 : j + 1 + m]

    ends = np.stack([at(a - 1, b) for a, b in group.shapes]), np.stack([at(a, b - 1) for a, b in group.shapes])
    found: Floats = at(0, -1) + ends[0] + at(-1, 0) + ends[1]
    return found


def _of_punctuation(evidence: Evidence, group: _Group) -> Named:
    source, target, a, b = evidence.source, evidence.target, group.a, group.b
    left, right = _last(source.final, a)[:, :, None], _last(target.final, b)[:, None]
    yield "final same", (left == right).astype(np.float32)
    asked = (left == 1) | (left == 2), (right == 1) | (right == 2)
    yield "final unlike", ((left != right) & (asked[0] | asked[1])).astype(np.float32)
    yield "final open", ((left >= 3) ^ (right >= 3)).astype(np.float32)
    if source.opens.any() or target.opens.any():
        yield "opening both", (source.opens[None, :, None] & target.opens).astype(np.float32)
        yield "opening one", (source.opens[None, :, None] ^ target.opens).astype(np.float32)
    closing = source.closes.any() or target.closes.any()
    if closing:
        own, others = _last(source.closes, a)[:, :, None], _last(target.closes, b)[:, None]
        yield "closing both", (own & others).astype(np.float32)
        yield "closing one", (own ^ others).astype(np.float32)
    if group.merged.any():
        yield "inside open", _inside(source.final >= 3, a)[:, :, None] + _inside(target.final >= 3, b)[:, None]
        if closing:
            yield "inside closed", _inside(source.closes, a)[:, :, None] + _inside(target.closes, b)[:, None]


def _last(values: NDArray[Any], sizes: Ints) -> NDArray[Any]:
    """For each size the last of so many rows from each row on; of the last rows, of as many as there are."""
    found: NDArray[Any] = values[np.minimum(np.arange(len(values)) + sizes[:, None] - 1, len(values) - 1)]
    return found


def _inside(values: NDArray[np.bool_], sizes: Ints) -> Floats:
    """For each size how many of so many rows from each row on, but for the last of them, are true."""
    found: Floats = sums(values.astype(np.float32), sizes) - _last(values, sizes)
    return found


def sums(values: Floats, sizes: Ints) -> Floats:
    """For each size the sums of so many rows from each row on; of the last rows, of as many as there are."""
    found = [values]
    for size in range(1, max(sizes)):
        found.append(found[-1].copy())
        found[-1][:-size] += values[size:]
    every: Floats = np.stack(found)[sizes - 1]
    return every


def joined(values: Floats, sizes: Ints, join: np.ufunc = np.add) -> Floats:
    """The same for values that each size has its own of, and for other functions than sums."""
    found = values.copy()
    for size in range(1, max(sizes)):
        wide = sizes > size
        found[wide, :-size] = join(found[wide, :-size], values[wide, size:])
    return found


def joined_columns(values: Floats, sizes: Ints, join: np.ufunc = np.add) -> Floats:
    """The same along the columns."""
    return swapped(joined(swapped(values), sizes, join))


def swapped(values: Floats) -> Floats:
    """The same with rows as columns: of arrays with an axis of lanes after these."""
    return values.swapaxes(-3, -2)
