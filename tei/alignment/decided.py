"""Links of sentences that an editor has made: they stay, and the rest is aligned around them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tei.model.alignment import Bead, Segment

Place = tuple[int, int, int, int]
"""Source units `i` to `p` and target units `j` to `q`, half-open: (i, p, j, q)."""


def parting(source: Sequence[Segment], target: Sequence[Segment], decided: Iterable[Bead]) -> list[tuple[Bead, Place]]:
    """The decided links that part these units, with their places, in order.

    A link that goes against the order of the others, or whose units do not stand together, parts nothing.
    """
    places = [{unit.id: number for number, unit in enumerate(side)} for side in (source, target)]
    found: list[tuple[Bead, Place]] = []
    for bead in decided:
        left, right = (
            [side.get(id_, -1) for id_ in ids] for side, ids in zip(places, (bead.source, bead.target), strict=True)
        )
        if left and right and _together(left) and _together(right):
            found.append((bead, (left[0], left[-1] + 1, right[0], right[-1] + 1)))
    kept: list[tuple[Bead, Place]] = []
    for bead, place in sorted(found, key=lambda each: each[1]):
        if not kept or (place[0] >= kept[-1][1][1] and place[2] >= kept[-1][1][3]):
            kept.append((bead, place))
    return kept


def stretches(places: Sequence[Place], source: int, target: int) -> list[Place]:
    """What of so many units on either side stands between links at `places`."""
    found: list[Place] = []
    i = j = 0
    for start, end, begin, stop in places:
        found.append((i, start, j, begin))
        i, j = end, stop
    return [*found, (i, source, j, target)]


def _together(places: Sequence[int]) -> bool:
    return places[0] >= 0 and list(places) == list(range(places[0], places[0] + len(places)))


def with_decided(beads: Sequence[Bead], decided: Sequence[Bead]) -> list[Bead]:
    """The beads with those that were decided in place of whatever else held their units."""
    taken = {id_ for bead in decided for id_ in (*bead.source, *bead.target)}
    kept = [bead if taken.isdisjoint((*bead.source, *bead.target)) else _without(taken, bead) for bead in beads]
    alone = [piece for bead in kept for piece in ([bead] if bead.source and bead.target else _singly(bead))]
    return [*alone, *decided]


def _without(taken: set[str], bead: Bead) -> Bead:
    source, target = (tuple(id_ for id_ in side if id_ not in taken) for side in (bead.source, bead.target))
    return replace(bead, source=source, target=target)


def _singly(bead: Bead) -> list[Bead]:
    return [
        *(replace(bead, source=(id_,), target=()) for id_ in bead.source),
        *(replace(bead, source=(), target=(id_,)) for id_ in bead.target),
    ]
