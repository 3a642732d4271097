"""Blocks whose sentences are aligned together, and the links of blocks that follow from those of their sentences."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tei.model.alignment import Bead, Segment

# A link of blocks is sure from this certainty on.
_SURE = 0.9
# Two blocks are linked when this share of the linked text of one of them is linked with the other.
_SHARE = 0.25

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Region:
    """Blocks of both sides whose sentences are aligned together, and the beads that the first pass made of them."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[Bead, ...]

    @property
    def is_sure(self) -> bool:
        """Whether it is one block on either side, and no doubt that they correspond."""
        return len(self.beads) == 1 and _is_sure(self.beads[0])


def regions(beads: Sequence[Bead], tied: Sequence[Pair] = ()) -> list[Region]:
    """The beads of blocks in order: each sure pair by itself, and all that stands between two such pairs together.

    Two blocks that are `tied` are in one region, with all that stands between them.
    """
    found: list[list[Bead]] = []
    for bead in beads:
        if not found or _is_sure(bead) or _is_sure(found[-1][-1]):
            found.append([])
        found[-1].append(bead)
    found = _merged(found, tied)
    return [
        Region(
            tuple(id_ for bead in each for id_ in bead.source),
            tuple(id_ for bead in each for id_ in bead.target),
            tuple(each),
        )
        for each in found
    ]


def _merged(found: list[list[Bead]], tied: Sequence[Pair]) -> list[list[Bead]]:
    place = {id_: number for number, each in enumerate(found) for bead in each for id_ in (*bead.source, *bead.target)}
    spans = sorted(sorted((place[one], place[other])) for one, other in tied if one in place and other in place)
    merged: list[list[Bead]] = []
    taken = 0
    for first, last in spans:
        if last >= taken and first < last:
            if first >= taken:
                merged += found[taken:first]
                merged.append([])
                taken = first
            merged[-1] += [bead for each in found[taken : last + 1] for bead in each]
            taken = last + 1
    return [*merged, *found[taken:]]


def _is_sure(bead: Bead) -> bool:
    return bead.category == "1-1" and bead.certainty >= _SURE


@dataclass(frozen=True, slots=True)
class Sides:
    """The units of a region on either side, in order, and the block of the region that each unit stands in."""

    source: list[Segment]
    target: list[Segment]
    owner: dict[str, str]


def follow(region: Region, beads: Sequence[Bead], sides: Sides) -> list[Bead]:
    """The beads of the blocks of `region` that follow from the `beads` of its units.

    Where no two units were linked the beads of the first pass stay.
    """
    weights, surety = _weights(beads, sides)
    if not weights:
        return list(region.beads)
    strong = _strong(weights)
    return list(_components(region, strong, weights, surety))


def _weights(beads: Sequence[Bead], sides: Sides) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """For each two blocks how many characters of theirs are linked, and the same times the certainty of the links."""
    size = {unit.id: max(1, len(unit.text)) for unit in (*sides.source, *sides.target)}
    weights: dict[Pair, float] = defaultdict(float)
    surety: dict[Pair, float] = defaultdict(float)
    for bead in beads:
        left, right = (_by_block(side, size, sides.owner) for side in (bead.source, bead.target))
        for one, ours in left.items():
            for other, theirs in right.items():
                weight = ours * theirs / sum(right.values()) + theirs * ours / sum(left.values())
                weights[one, other] += weight
                surety[one, other] += weight * bead.certainty
    return weights, surety


def _by_block(ids: Sequence[str], size: dict[str, int], owner: dict[str, str]) -> dict[str, int]:
    sizes: dict[str, int] = defaultdict(int)
    for id_ in ids:
        sizes[owner[id_]] += size[id_]
    return sizes


def _strong(weights: dict[Pair, float]) -> list[Pair]:
    """The pairs that enough of the text of one of them links."""
    totals: dict[str, float] = defaultdict(float)
    for pair, weight in weights.items():
        for id_ in pair:
            totals[id_] += weight
    return [pair for pair, weight in weights.items() if any(weight >= _SHARE * totals[id_] for id_ in pair)]


def _components(
    region: Region, strong: Sequence[Pair], weights: dict[Pair, float], surety: dict[Pair, float]
) -> Iterator[Bead]:
    """One bead for all blocks that hang together by strong pairs, and one for each that is in none."""
    partners: dict[str, list[str]] = defaultdict(list)
    numbers: dict[str, list[int]] = defaultdict(list)  # of the pairs that a block of the source is in
    for number, (one, other) in enumerate(strong):
        partners[one].append(other)
        partners[other].append(one)
        numbers[one].append(number)
    places = [{id_: place for place, id_ in enumerate(side)} for side in (region.source, region.target)]
    alone = _alone(region)
    done: set[str] = set()
    for first in (*region.source, *region.target):
        if first in done:
            continue
        group = _reached(first, partners)
        done |= group
        pairs = [strong[number] for number in sorted(chain.from_iterable(numbers[id_] for id_ in group))]
        linked = sum(weights[pair] for pair in pairs)
        certainty = sum(surety[pair] for pair in pairs) / linked if linked else alone.get(first, 0.5)
        source, target = (tuple(sorted(group & side.keys(), key=side.__getitem__)) for side in places)
        yield Bead(source, target, round(certainty, 4))


def _reached(first: str, partners: dict[str, list[str]]) -> set[str]:
    group = {first}
    waiting = [first]
    while waiting:
        fresh = [id_ for id_ in partners[waiting.pop()] if id_ not in group]
        group.update(fresh)
        waiting += fresh
    return group


def _alone(region: Region) -> dict[str, float]:
    """How sure it is that each block has no counterpart: as the first pass was, or a half where that had linked it."""
    return {
        id_: 0.5 if bead.source and bead.target else bead.certainty
        for bead in reversed(region.beads)
        for id_ in (*bead.source, *bead.target)
    }
