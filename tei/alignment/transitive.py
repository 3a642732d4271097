"""Three versions and more: whether two translations that are linked through the original are linked directly as well."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei.model.alignment import Alignment, Bead

# What the direct alignment of two translations says counts from this certainty on.
_SURE = 0.8
# How certain a link is at most that a sure direct link of the translations speaks against.
_AGAINST = 0.5


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sentences of two translations that are linked with the same one of the original, but not with each other.

    `one` and `other` are linked with `through`; directly, `one` is linked with `instead`.
    """

    one: str
    other: str
    through: str
    instead: str


def disagreements(first: Alignment, second: Alignment, direct: Alignment) -> Iterator[Disagreement]:
    """Where the links of the original with two translations, `first` and `second`, disagree with their `direct` links."""
    of_second = {id_: bead for bead in second.beads for id_ in bead.source if bead.target}
    directly = {id_: bead for bead in direct.beads for id_ in bead.source if bead.target and bead.certainty >= _SURE}
    for bead in first.beads:
        through = next((id_ for id_ in bead.source if id_ in of_second), "")
        reached = {target for id_ in bead.source if id_ in of_second for target in of_second[id_].target}
        for one in bead.target:
            if through and one in directly and reached.isdisjoint(directly[one].target):
                yield Disagreement(one, of_second[through].target[0], through, directly[one].target[0])


def weakened(alignments: Sequence[Alignment], found: Sequence[Disagreement]) -> tuple[Alignment, ...]:
    """The alignments with the less certain of the two links of each disagreement made doubtful.

    What an editor decided stays as it is.
    """
    ours: dict[str, list[Bead]] = defaultdict(list)
    for alignment in alignments:
        for bead in alignment.beads if alignment.level == "s" else ():
            for id_ in bead.source if bead.origin == "auto" else ():
                ours[id_].append(bead)
    doubtful: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for each in found:
        both = [bead for bead in ours[each.through] if {each.one, each.other} & {*bead.target}]
        if both:
            weaker = min(both, key=lambda bead: bead.certainty)
            doubtful.add((weaker.source, weaker.target))
    return tuple(
        replace(alignment, beads=tuple(_capped(bead, doubtful) for bead in alignment.beads))
        if alignment.level == "s"
        else alignment
        for alignment in alignments
    )


def _capped(bead: Bead, doubtful: set[tuple[tuple[str, ...], tuple[str, ...]]]) -> Bead:
    if (bead.source, bead.target) not in doubtful:
        return bead
    return replace(bead, certainty=min(bead.certainty, _AGAINST))
