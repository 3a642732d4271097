"""How near in meaning windows of segments are, by an encoder, and how much nearer than segments at random."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.linking.semantic import SentenceEncoder

Floats = NDArray[Any]
Shape = tuple[int, int]
Window = tuple[int, int]
"""The first segment of a window, and how many it has."""

_AROUND = 125  # on either side of a piece, so many segments of the other text are what it is compared with besides
_NEAREST = 4
# A short text says little of what is usual: it is taken for longer by so many segments that are as near as in long ones.
_ASSUMED, _USUAL_COSINE, _NEAREST_COSINE = 10, 0.12, 0.42
_LONGEST = 2000  # characters of a text that are read


class Reader:
    """The segments of one text as vectors, and windows of them: as sums, or read as the one text that they are.

    A sum costs nothing, a text as much as it is long; so only where a decision hangs on it is a window read.
    """

    def __init__(self, segments: Sequence[str], joiner: str, encoder: SentenceEncoder) -> None:
        self._segments, self._joiner, self._encoder = [text[:_LONGEST] for text in segments], joiner, encoder
        self.vectors = encoder.encode(self._segments)
        self._long = self.vectors * np.sqrt([[len(text) + 1] for text in self._segments]).astype(np.float32)

    def windows(self, start: int, stop: int, widest: int, read: Iterable[Window] = ()) -> list[Floats]:
        """The vectors, as rows of length 1, of all windows of 1, 2, … segments within a piece; those in `read` are read."""
        vectors = [self.vectors[start:stop].copy()]
        total = self._long[start:stop]
        for size in range(2, min(widest, stop - start) + 1):
            total = total[:-1] + self._long[start + size - 1 : stop]
            vectors.append(total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-9))
        wanted = sorted(read)
        texts = [self._joiner.join(self._segments[i : i + size])[:_LONGEST] for i, size in wanted]
        for (i, size), vector in zip(wanted, self._encoder.encode(texts) if texts else (), strict=True):
            vectors[size - 1][i - start] = vector
        return vectors

    def around(self, start: int, stop: int) -> Floats:
        """The vectors of the segments of a piece and of those on either side of it."""
        vectors: Floats = self.vectors[max(0, start - _AROUND) : stop + _AROUND]
        return vectors


@dataclass(frozen=True, slots=True)
class Meaning:
    """The nearness of all windows of two pieces of text, as the one lane of arrays with lanes last.

    `cosine[a, b]` are the cosines of windows of a and of b segments; `usual[side][a - 1]` is the mean cosine of a window
    with the segments of the other text, `nearest[side][a - 1]` that with the nearest of them.
    """

    cosine: Mapping[Shape, Floats]
    usual: tuple[list[Floats], list[Floats]]
    nearest: tuple[list[Floats], list[Floats]]

    def centred(self, shape: Shape) -> Floats:
        """Cosines less what is usual for the two windows."""
        one, other = self._of(self.usual, shape)
        found: Floats = self.cosine[shape] - (one + other) / 2
        return found

    def margin(self, shape: Shape) -> Floats:
        """How much smaller the distance is than what is usual: 1 for none, 0 for as usual (Thompson and Koehn 2019)."""
        one, other = self._of(self.usual, shape)
        found: Floats = 1 - 2 * (1 - self.cosine[shape]) / (2 - one - other + 1e-6)
        return found

    def ratio(self, shape: Shape) -> Floats:
        """The cosine as a share of those with the nearest segments (Artetxe and Schwenk, ACL 2019)."""
        one, other = self._of(self.nearest, shape)
        found: Floats = 2 * self.cosine[shape] / (one + other + 0.2)
        return found

    def _of(self, values: tuple[list[Floats], list[Floats]], shape: Shape) -> tuple[Floats, Floats]:
        return values[0][shape[0] - 1][:, None], values[1][shape[1] - 1]


def meaning_of(
    windows: tuple[list[Floats], list[Floats]], around: tuple[Floats, Floats], shapes: Iterable[Shape]
) -> Meaning:
    """The nearness of `windows`, those of each side by size, beside what is usual with the segments `around` them."""
    cosine = {
        (a, b): (windows[0][a - 1] @ windows[1][b - 1].T)[..., None]
        for a, b in shapes
        if 0 < a <= len(windows[0]) and 0 < b <= len(windows[1])
    }
    near = [[vectors @ around[1 - side].T for vectors in windows[side]] for side in (0, 1)]
    usual = [
        [_leaning(each.mean(axis=1, keepdims=True), each.shape[1], _USUAL_COSINE) for each in side] for side in near
    ]
    nearest = [[_leaning(_nearest(each), each.shape[1], _NEAREST_COSINE) for each in side] for side in near]
    return Meaning(cosine, (usual[0], usual[1]), (nearest[0], nearest[1]))


def _nearest(values: Floats) -> Floats:
    """The mean of the greatest few of each row."""
    kept = min(_NEAREST, values.shape[1])
    mean: Floats = np.partition(values, -kept, axis=1)[:, -kept:].mean(axis=1, keepdims=True)
    return mean


def _leaning(measured: Floats, segments: int, expected: float) -> Floats:
    """What was measured on so many segments, leaning on what is expected."""
    mean: Floats = (measured * segments + expected * _ASSUMED) / (segments + _ASSUMED)
    return mean


def parts(beads: Iterable[tuple[int, int, int, int]]) -> tuple[set[Window], set[Window]]:
    """The windows that beads (i, j, a, b) are judged by, on either side: their own, and those without the outer segments."""
    found: tuple[set[Window], set[Window]] = (set(), set())
    for i, j, a, b in beads:
        for side, first, size in ((0, i, a), (1, j, b)):
            found[side].update(window for window in _inside(first, size))
    return found


def _inside(first: int, size: int) -> Iterator[Window]:
    for start, shorter in product((0, 1), (0, 1)):
        if size - shorter > 1 and start <= shorter:
            yield first + start, size - shorter
