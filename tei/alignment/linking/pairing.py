"""`link`: the sentences of two texts joined, by the log-linear model.

With an encoder windows of segments are first taken for the sums of their segments; where that leaves a doubt they are
read as the texts they are, and linked anew. Without an encoder and without a dictionary for the two languages, words
are learnt from what is surely linked, and everything is linked anew with them.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.lattice import Lattice, cells_of, kept
from tei.alignment.length import measure_ratio
from tei.alignment.linking.coarse import Cell, cuts
from tei.alignment.linking.evidence import SHAPES, WIDEST, Evidence, absurd, features, swapped
from tei.alignment.linking.induction import induce
from tei.alignment.linking.layout import Layout
from tei.alignment.linking.lexical import Lexicon, lexicon_of, overlap, tokens_of
from tei.alignment.linking.lexicon import associations, has_dictionary
from tei.alignment.linking.meaning import Meaning, Reader, Window, meaning_of, parts
from tei.alignment.linking.semantic import SentenceEncoder
from tei.alignment.linking.surface import side_of
from tei.alignment.linking.weights import Weights, weights_for
from tei.alignment.linking.words import tokenizer
from tei.languages import pack_for

Piece = tuple[Cell, Cell]
"""A stretch of both texts, by its first and its last cell."""
Ints = NDArray[Any]

_SURE = 0.8
_EMPTY = 0.5
# Beads of at least this posterior are looked at closely where there is an encoder.
_POSSIBLE = 0.001
_LATINIZED = ("zh",)
# Texts of fewer segments are taken to correspond; others, whose linked segments match no better than so, are not.
_ENOUGH = 8
_STRANGE = 0.75
# Nor do texts of a few links and more, with a dictionary, whose words say no more than so for each segment: the mean of
# log odds. Of stretches of gold data none has less than 3, of nine links put together at random none more than −0.5.
_FEW, _UNLIKELY = 3, 1.0
_ABSURD = -10.0
# Without a dictionary few words of a segment are found in the other text, which then says nothing against a link.
_ALONE_UNTRANSLATED = -1.0
_TOGETHER = 4_000  # pairs of segments that are looked at together, though borders part them
_LONGEST = 2000  # characters of a segment whose words are looked at


@dataclass(frozen=True, slots=True)
class Link:
    """Source segments `i` to `p` with target segments `j` to `q`, half-open; `certainty` is a probability."""

    i: int
    p: int
    j: int
    q: int
    certainty: float

    def moved(self, by: Cell) -> "Link":
        """The same link, counted from another beginning."""
        return Link(self.i + by[0], self.p + by[0], self.j + by[1], self.q + by[1], self.certainty)


@dataclass(frozen=True, slots=True)
class Text:
    """One side: its segments, their language, and where known the kind and the block of each."""

    segments: Sequence[str]
    lang: str
    kinds: Sequence[str]
    blocks: Sequence[str]

    def only(self, numbers: Sequence[int]) -> "Text":
        """The segments with these numbers."""
        segments, kinds, blocks = ([side[k] for k in numbers] for side in (self.segments, self.kinds, self.blocks))
        return Text(segments, self.lang, kinds, blocks)

    @property
    def code(self) -> str:
        """The primary subtag of the language."""
        return self.lang.partition("-")[0].lower()


def link(source: Text, target: Text, encoder: SentenceEncoder | None, borders: Sequence[Cell]) -> list[Link]:
    """The best links, none of which crosses a border; the first and the last cell are among the borders.

    Texts that say different things all through are not linked at all. An empty segment inside a link belongs to it; any
    other is alone, which nothing speaks for or against.
    """
    kept = [[k for k, text in enumerate(side.segments) if text.strip()] for side in (source, target)]
    if any(len(held) < len(side.segments) for held, side in zip(kept, (source, target), strict=True)):
        inner = [(bisect_left(kept[0], i), bisect_left(kept[1], j)) for i, j in borders]
        found = link(source.only(kept[0]), target.only(kept[1]), encoder, inner)
        return list(_with_empty(found, kept[0], kept[1], (len(source.segments), len(target.segments))))
    if not source.segments or not target.segments:
        return _apart(len(source.segments), len(target.segments))
    dictionary = has_dictionary((source.code, target.code))
    weights = weights_for("lexical" if encoder is None else "semantic" if dictionary else "meaning")
    return Pairing(source, target, weights, encoder, dictionary=dictionary).links(borders)


def _with_empty(found: Sequence[Link], rows: Sequence[int], columns: Sequence[int], end: Cell) -> Iterator[Link]:
    """Links between the segments `rows` and `columns`, counted among all, and the segments that are not among those."""
    i = j = 0
    for one in (*found, None):
        first = (rows[one.i] if one.p > one.i else i, columns[one.j] if one.q > one.j else j) if one else end
        yield from (Link(k, k + 1, j, j, _EMPTY) for k in range(i, first[0]))
        yield from (Link(first[0], first[0], k, k + 1, _EMPTY) for k in range(j, first[1]))
        if one:
            i, j = (rows[one.p - 1] + 1 if one.p > one.i else i), (columns[one.q - 1] + 1 if one.q > one.j else j)
            yield Link(first[0], i, first[1], j, one.certainty)


def _apart(n: int, m: int) -> list[Link]:
    """Every segment alone."""
    return [*(Link(i, i + 1, 0, 0, 1.0) for i in range(n)), *(Link(n, n, j, j + 1, 1.0) for j in range(m))]


class Pairing:
    """Two texts while they are being linked."""

    def __init__(
        self, source: Text, target: Text, weights: Weights, encoder: SentenceEncoder | None, *, dictionary: bool
    ) -> None:
        self._texts = source, target
        self._weights = weights
        shown = [[text[:_LONGEST] for text in side.segments] for side in self._texts]
        self._tokens = (
            tokens_of(shown[0], tokenizer(source.lang, names=target.code in _LATINIZED)),
            tokens_of(shown[1], tokenizer(target.lang, names=source.code in _LATINIZED)),
        )
        words = self._tokens[0].vocabulary, self._tokens[1].vocabulary
        self._known = list(associations(*words, (source.code, target.code), dictionary=dictionary))
        self._sides = side_of(source.segments), side_of(target.segments)
        self._ratio = measure_ratio(source.segments, target.segments)
        self._readers = [_reader(side, encoder) for side in self._texts] if encoder else None
        self._dictionary = dictionary
        self._ranks: list[float] = []
        self._odds: list[float] = []

    def links(self, borders: Sequence[Cell]) -> list[Link]:
        """The best links, each with its calibrated certainty."""
        lexicon = self.lexicon(())
        cells = [borders[0]]
        for start, end in pairwise(borders):
            cells += cuts(*self._tokens, lexicon, start, end)[1:]
        found = self._linked(cells, lexicon)
        if self._strangers():
            return _apart(*(len(text.segments) for text in self._texts))
        if not self._dictionary and not self._readers:
            found = self._linked(cells, self.lexicon(found))
        return [Link(one.i, one.p, one.j, one.q, calibrated(one.certainty, self._weights.certainty)) for one in found]

    def evidence(
        self, pieces: Sequence[Piece], lexicon: Lexicon, read: tuple[set[Window], set[Window]] = (set(), set())
    ) -> Evidence:
        """What there is to say about the beads within each of `pieces`, which follow one another.

        `read` are the windows of either side that an encoder reads as one text; then there is one piece only.
        """
        start, end = pieces[0][0], pieces[-1][1]
        rows, columns = (start[0], end[0]), (start[1], end[1])
        places = places_of(pieces)
        own, others = places[0] - start[0], places[1] - start[1]
        words = None
        if self._dictionary or not self._readers:
            widest = min(WIDEST, len(own)), min(WIDEST, len(others))
            one, other = overlap(*self._tokens, lexicon, rows, columns, widest)
            words = one.at(own, others), other.at(others, own)
        return Evidence(
            self._sides[0].at(places[0]),
            self._sides[1].at(places[1]),
            [(p - i, q - j) for (i, j), (p, q) in pieces],
            self._ratio,
            words,
            self._meaning(rows, columns, read),
        )

    def _meaning(
        self, rows: tuple[int, int], columns: tuple[int, int], read: tuple[set[Window], set[Window]]
    ) -> Meaning | None:
        if self._readers is None:
            return None
        left, right = self._readers
        windows = left.windows(*rows, WIDEST, read[0]), right.windows(*columns, WIDEST, read[1])
        return meaning_of(windows, (left.around(*rows), right.around(*columns)), SHAPES)

    def lexicon(self, first: Sequence[Link]) -> Lexicon:
        """Which words may stand for which: those known, and those learnt from the sure links of a first pass."""
        sure = [
            (one.i, one.p, one.j, one.q) for one in first if one.certainty >= _SURE and one.p > one.i and one.q > one.j
        ]
        return lexicon_of(*self._tokens, (*self._known, *induce(*self._tokens, sure)))

    def _linked(self, cells: Sequence[Cell], lexicon: Lexicon) -> list[Link]:
        links: list[Link] = []
        for group in groups(cells, 0 if self._readers else _TOGETHER):
            pieces = [*pairwise(group)]
            full = [piece for piece in pieces if all(i < p for i, p in zip(*piece, strict=True))]
            found = dict(zip(full, self._best(full, lexicon) if full else (), strict=True))
            for start, end in pieces:
                inside = found.get((start, end)) or _apart(end[0] - start[0], end[1] - start[1])
                links += [one.moved(start) for one in inside]
        return links

    def _best(self, pieces: Sequence[Piece], lexicon: Lexicon) -> list[list[Link]]:
        """The best links within each of the pieces, counted from its beginning."""
        evidence, lattice = self._lattice(pieces, lexicon)
        found = best_links(lattice)
        for lane, links in enumerate(found):
            self._ranks += ranks(evidence, links, lane)
            self._odds += odds(evidence, links, lane)
        return found

    def _lattice(self, pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Evidence, Lattice]:
        """The tables of pieces; for an encoder the windows of the beads that may be are read and it is made anew."""
        alone = 0.0 if self._dictionary or self._readers else _ALONE_UNTRANSLATED
        layout = self._layout(pieces)
        evidence = self.evidence(pieces, lexicon)
        lattice = lattice_of(evidence, self._weights.features, layout, alone=alone)
        if evidence.meaning:
            ((i, j), (p, q)) = pieces[0]
            read = parts((i + x, j + y, a, b) for x, y, a, b in possible(lattice, _POSSIBLE))
            evidence = replace(evidence, meaning=self._meaning((i, p), (j, q), read))
            lattice = lattice_of(evidence, self._weights.features, layout, alone=alone)
        return evidence, lattice

    def _layout(self, pieces: Sequence[Piece]) -> Layout:
        source, target = self._texts
        return Layout((source.kinds, target.kinds), (source.blocks, target.blocks), places_of(pieces))

    def _strangers(self) -> bool:
        """Whether what was linked has hardly more in common than what was not, or than texts have by chance."""
        if self._dictionary and len(self._odds) >= _FEW and sum(self._odds) / len(self._odds) < _UNLIKELY:
            return True
        return len(self._ranks) >= _ENOUGH and sum(self._ranks) / len(self._ranks) < _STRANGE


def _reader(text: Text, encoder: SentenceEncoder) -> Reader:
    return Reader(text.segments, " " if pack_for(text.code).dates.spaced else "", encoder)


def groups(cells: Sequence[Cell], most: int) -> Iterator[Sequence[Cell]]:
    """The cells in runs that overlap by one: so long that tables have up to `most` pairs of segments, or of two cells.

    Of short stretches of text many are looked at together, which costs little more than one alone: each is then given
    as much room as the longest has.
    """
    first, longest = 0, (0, 0)
    for k, (start, end) in enumerate(pairwise(cells), start=1):
        own = end[0] - start[0], end[1] - start[1]
        longest = max(longest[0], own[0]), max(longest[1], own[1])
        begin = cells[first]
        wide = max((k - first) * longest[0] * longest[1], (end[0] - begin[0]) * (end[1] - begin[1])) > most
        if wide and k - first > 1:
            yield cells[first:k]
            first, longest = k - 1, own
    yield cells[first:]


def places_of(pieces: Sequence[Piece]) -> tuple[Ints, Ints]:
    """The segments of either side that pieces hold, a column for each: a short one ends with its last segment repeated."""
    found = []
    for side in (0, 1):
        start, end = (np.array([piece[which][side] for piece in pieces]) for which in (0, 1))
        found.append(np.minimum(start + np.arange((end - start).max())[:, None], end - 1))
    return found[0], found[1]


def lattice_of(
    evidence: Evidence, weights: Mapping[str, float], layout: Layout | None = None, *, alone: float = 0.0
) -> Lattice:
    """The tables of log weights of all beads; `alone` is added to those of segments without a counterpart."""
    n, m = len(evidence.source.size), len(evidence.target.size)
    rows, columns = np.array(evidence.extents).T
    cells = cells_of([(0, m)] * (n + 1), [(a, b) for a, b in SHAPES if a <= n and b <= m])
    table = np.full((len(cells.shapes), len(cells) + 1, len(rows)), -np.inf)
    for shapes, named in features(evidence):
        a, b = np.array(shapes).T[..., None, None, None]
        i, j = np.ogrid[: n + 1, : m + 1]
        total = np.zeros((len(shapes), n + 1, m + 1, len(rows)))
        begun = total[:, : n + (0 in a), : m + (0 in b)]
        if 0 in shapes[0]:
            begun += alone
        else:
            begun += _ABSURD * absurd(evidence, shapes)
            if layout:
                begun += layout.score(shapes)
        for name, values in named:
            if name in weights:
                begun += weights[name] * values
        inside = (i[..., None] + a <= rows) & (j[..., None] + b <= columns)
        places = [cells.shapes.index(shape) for shape in shapes]
        table[places, :-1] = np.where(inside, total, -np.inf)[:, cells.i, cells.j]
    return Lattice(cells, kept(table), [cells.number(*extent) for extent in evidence.extents])


def best_links(lattice: Lattice) -> list[list[Link]]:
    """The best path of each lane, each link with the share of all paths that go through it."""
    found: list[list[Link]] = [[] for _ in range(lattice.lanes)]
    beads = np.array([(*bead, lane) for lane, path in enumerate(lattice.best()) for bead in path]).T
    shares = lattice.sums().share(*beads)
    for (k, cell, lane), share in zip(beads.T.tolist(), shares.tolist(), strict=True):
        (a, b), i, j = lattice.cells.shapes[k], int(lattice.cells.i[cell]), int(lattice.cells.j[cell])
        found[lane].append(Link(i, i + a, j, j + b, round(share, 2)))
    return found


def possible(lattice: Lattice, least: float) -> Iterator[tuple[int, int, int, int]]:
    """The beads (i, j, a, b) that at least this share of all paths of the first lane goes through."""
    sums, cells = lattice.sums(), lattice.cells
    for k, (a, b) in enumerate(cells.shapes):
        for cell in np.flatnonzero(sums.share(k, np.arange(len(cells)), 0) >= least):
            yield int(cells.i[cell]), int(cells.j[cell]), a, b


def calibrated(posterior: float, weights: tuple[float, float]) -> float:
    """The share of links with this posterior that are right: the factor and the term are for its log odds."""
    factor, term = weights
    odds = ((1 - posterior) / posterior) ** factor / math.exp(term) if posterior else math.inf
    return round(1 / (1 + odds), 2)


def ranks(evidence: Evidence, links: Sequence[Link], lane: int) -> list[float]:
    """For each source segment that was linked, of how many segments at random the linked ones are the best match, 0–1.

    Source segments that have nothing in common with any are left out; so are texts too short to tell.
    """
    rows, columns = evidence.extents[lane]
    if columns < _ENOUGH:
        return []
    pairs = _pairs(evidence)[:rows, :columns, lane]
    found = []
    for link in links:
        for row in pairs[link.i : link.p if link.q > link.j else link.i]:
            if row.max() > row.min():
                below = float((row < row[link.j : link.q].max()).mean())
                found.append(below ** (link.q - link.j))
    return found


def _pairs(evidence: Evidence) -> NDArray[Any]:
    """How well each source segment goes with each target segment."""
    if evidence.meaning:
        return evidence.meaning.cosine[1, 1]
    assert evidence.overlap is not None
    pairs: NDArray[Any] = evidence.overlap[0].evidence[0] + swapped(evidence.overlap[1].evidence[0])
    return pairs


def odds(evidence: Evidence, links: Sequence[Link], lane: int) -> list[float]:
    """For each link of segments with segments what its words say for it: log odds against chance, for each segment."""
    if evidence.overlap is None:
        return []
    one, other = evidence.overlap
    return [
        float(
            one.evidence[link.q - link.j - 1, link.i : link.p, link.j, lane].sum()
            + other.evidence[link.p - link.i - 1, link.j : link.q, link.i, lane].sum()
        )
        / (link.p - link.i + link.q - link.j)
        for link in links
        if link.p > link.i and link.q > link.j
    ]
