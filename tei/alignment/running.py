"""The second pass over running text: sentences inside blocks that correspond, and across the borders of blocks.

Where a block is surely linked with one other, its sentences are aligned with those of that one. Between such pairs the
versions may be divided differently (one paragraph here, three there): there the sentences of all blocks are aligned
together, and the links of the blocks follow from them.
"""

from collections.abc import Mapping, Sequence

from tei.alignment.decided import parting, stretches
from tei.alignment.outline import items_of
from tei.alignment.regions import Region, Sides, follow, regions
from tei.alignment.segmentation import Sentences, units
from tei.alignment.segments import align_segments
from tei.model.alignment import Bead, Segment
from tei.model.document import Block, Role

_FEW = 3  # sentences that are not linked, and fewer, say nothing of the versions


class Running:
    """The running text of two versions while it is being aligned; `beads` are those of its sentences so far.

    `used` is the name of the back end that compared them, "" as long as there was nothing to compare.
    """

    def __init__(
        self,
        sentences: tuple[Sentences, Sentences],
        langs: tuple[str, str],
        backend: str,
        decided: Sequence[Bead] = (),
    ) -> None:
        self._sentences = sentences
        self._decided = decided
        blocks = {each.id: each.block_id for side in sentences for found in side.values() for each in found}
        self._tied = [(blocks[one], blocks[other]) for bead in decided for one in bead.source for other in bead.target]
        self._langs = langs
        self._backend = backend
        self.beads: list[Bead] = []
        self.used = ""
        self._compared = self._linked = 0

    @property
    def is_strange(self) -> bool:
        """Whether there were sentences to link, and not one of them was."""
        return self._compared >= _FEW and not self._linked

    def link(self, first_pass: Sequence[Bead], blocks: Mapping[str, Block]) -> list[Bead]:
        """The beads of `blocks` after the second pass."""
        found = regions(first_pass, self._tied)
        sides = [self._sides(region, blocks) for region in found]
        result: list[Bead] = []
        for region, both, inside in zip(found, sides, self._align(found, sides, blocks), strict=True):
            whole = {unit.id for unit in (*both.source, *both.target) if unit.id == unit.block_id}
            self.beads += [bead for bead in inside if not whole.issuperset((*bead.source, *bead.target))]
            result += region.beads if region.is_sure else follow(region, inside, both)
        return result

    def _sides(self, region: Region, blocks: Mapping[str, Block]) -> Sides:
        """The units of a region. Where both sides have lists, their items are left to a pass of their own."""
        held = [[blocks[id_] for id_ in ids] for ids in (region.source, region.target)]
        items = not all(map(items_of, held))
        listed: list[list[Segment]] = []
        owner: dict[str, str] = {}
        for side, sentences in zip(held, self._sentences, strict=True):
            listed.append([])
            for block in side:
                inside = units(block, sentences, items=items)
                listed[-1] += inside
                owner |= {unit.id: block.id for unit in inside}
        return Sides(listed[0], listed[1], owner)

    def _align(self, found: Sequence[Region], sides: Sequence[Sides], blocks: Mapping[str, Block]) -> list[list[Bead]]:
        """The beads of the units of each region: all aligned at once, with borders between the regions."""
        linked: list[list[Bead]] = [[] for _ in found]
        source: list[Segment] = []
        target: list[Segment] = []
        borders: list[tuple[int, int]] = []
        place: dict[str, int] = {}
        for number, (region, both) in enumerate(zip(found, sides, strict=True)):
            if region.is_sure and len(both.source) == len(both.target) == 1:
                pair = (both.source[0].id,), (both.target[0].id,)
                linked[number] = [Bead(*pair, region.beads[0].certainty)]
            elif both.source and both.target:
                borders.append((len(source), len(target)))
                source += both.source
                target += both.target
                place |= {unit.id: number for unit in (*both.source, *both.target)}
        if source:
            for bead in self._beads(source, target, borders[1:], blocks):
                linked[place[(*bead.source, *bead.target)[0]]].append(bead)
        return linked

    def _beads(
        self,
        source: Sequence[Segment],
        target: Sequence[Segment],
        borders: Sequence[tuple[int, int]],
        blocks: Mapping[str, Block],
    ) -> Sequence[Bead]:
        """The beads of the units between the links that were decided, and those links."""
        kept = parting(source, target, self._decided)
        beads = [bead for bead, _ in kept]
        for i, p, j, q in stretches([place for _, place in kept], len(source), len(target)):
            inside = [(one - i, other - j) for one, other in borders if i < one < p and j < other < q]
            beads += self._between(source[i:p], target[j:q], inside, blocks)
        return beads

    def _between(
        self,
        source: Sequence[Segment],
        target: Sequence[Segment],
        borders: Sequence[tuple[int, int]],
        blocks: Mapping[str, Block],
    ) -> Sequence[Bead]:
        if not source or not target:
            return [*(Bead((unit.id,), ()) for unit in source), *(Bead((), (unit.id,)) for unit in target)]
        kinds = [_kind(unit, blocks) for unit in source], [_kind(unit, blocks) for unit in target]
        aligned = align_segments(
            source,
            target,
            source_lang=self._langs[0],
            target_lang=self._langs[1],
            backend=self._backend,
            anchors=borders,
            kinds=kinds,
        )
        self.used = aligned.backend
        self._compared += min(len(source), len(target))
        self._linked += sum(bool(bead.source and bead.target) for bead in aligned.beads)
        return aligned.beads


def _kind(unit: Segment, blocks: Mapping[str, Block]) -> str:
    role = blocks[unit.block_id].role if unit.block_id in blocks else Role.ITEM
    return Role.P if role is Role.AB else role
