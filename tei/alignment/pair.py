"""`Pair`: every part of one version, down to its sentences, linked with its counterpart in another.

Kinds align with the same kinds: headings with headings, signatures with signatures, the running text with the running
text. So a dateline may stand before the signatures in one version and after them in the other.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from tei.alignment import findings
from tei.alignment.aligner import SINGLE, AlignSettings, Shape, align
from tei.alignment.decided import with_decided
from tei.alignment.features import Features, text_features
from tei.alignment.length import measure_ratio
from tei.alignment.outline import (
    all_divisions,
    blocks_of,
    containers_of,
    divisions_of,
    in_order,
    items_of,
    level_of,
    unit_ids,
)
from tei.alignment.running import Running
from tei.alignment.segmentation import Sentences, all_units
from tei.diagnostics import Diagnostic
from tei.model.alignment import Alignment, Bead, Segment
from tei.model.document import Block, Division, Node, Role, Version
from tei.model.inline import Inline
from tei.model.source import Decoded

# Signatures are compared in every order up to so many, and reordered for at least so many more shared anchors.
_MOST_REORDERED = 6
_REORDER_GAIN = 2


class Pair:
    """Two versions while they are being aligned: the links found so far, and what is to be reported.

    `decided` are links of sentences that an editor has made; the rest is aligned around them.
    """

    def __init__(
        self,
        source: Version,
        target: Version,
        sentences: tuple[Sentences, Sentences],
        settings: AlignSettings,
        decoded: Decoded,
        decided: Sequence[Bead] = (),
    ) -> None:
        ratio = measure_ratio(*([block.text for block in blocks_of(v.content)] for v in (source, target)))
        self._source, self._target = source, target
        self._settings = replace(settings, ratio=settings.ratio or ratio)
        self._decoded = decoded
        self._divisions: list[Bead] = []
        self._blocks: list[Bead] = []
        self._sentences = sentences
        self._decided = decided
        self._running = Running(sentences, (source.lang, target.lang), settings.backend, decided)
        self.linked = False
        self.found: list[Diagnostic] = []

    def alignments(self) -> tuple[Alignment, ...]:
        """The alignments of the three levels; what was not linked stands in beads of its own. None where nothing was."""
        source, target = self._source, self._target
        self._content(source.content, target.content)
        self._containers()
        if self._running.is_strange and not self._decided:
            self._blocks.clear()
        beads = (*self._blocks, *self._running.beads)
        linked = {id_ for bead in beads if bead.source and bead.target for id_ in (*bead.source, *bead.target)}
        self.linked = bool(linked)
        if linked:
            self._divisions.append(Bead((source.id,), (target.id,)))
            for version, other in ((source, target), (target, source)):
                self.found += findings.unaligned(version.content, linked, other.id, self._decoded)
        else:
            self._divisions.clear()
            self.found = [findings.nothing_in_common(source, target, self._decoded)]
        div = _complete(self._divisions, division_ids(source), division_ids(target))
        block = _complete(self._blocks, list(unit_ids(source.content)), list(unit_ids(target.content)))
        made = [Alignment(source.id, target.id, "div", div), Alignment(source.id, target.id, "block", block)]
        return (*made, self._of_sentences()) if linked else tuple(made)

    def _of_sentences(self) -> Alignment:
        """The alignment of sentences. Its sides may also hold items that are not divided, where they are linked with some."""
        versions = self._source, self._target
        listed = [all_units(*pair) for pair in zip(versions, self._sentences, strict=True)]
        found = with_decided(self._running.beads, self._decided)
        held = {id_ for bead in found for id_ in (*bead.source, *bead.target)}
        source, target = ([u.id for u in side if u.id != u.block_id or u.id in held] for side in listed)
        beads = _complete(found, source, target)
        places = findings.places(versions, (unit for side in listed for unit in side), self._decoded)
        doubtful = self._settings.doubtful
        sure = {
            id_
            for bead in self._blocks
            if bead.source and bead.target and bead.certainty >= doubtful
            for id_ in (*bead.source, *bead.target)
        }
        self.found += findings.of_sentences(beads, sure, doubtful, places)
        return Alignment(self._source.id, self._target.id, "s", beads, self._running.used)

    def _content(self, source: Sequence[Node], target: Sequence[Node]) -> None:
        """Links what stands in two divisions, then what stands in the divisions inside them that correspond.

        A division without a counterpart is looked through, as if its blocks stood beside it.
        """
        pairs = self._matching_divisions(divisions_of(source), divisions_of(target))
        left = level_of(source, frozenset(pair[0].id for pair in pairs))
        right = level_of(target, frozenset(pair[1].id for pair in pairs))
        self._sequence(left.heads, right.heads)
        self._sequence(left.body, right.body, running=True)
        self._sequence(left.datelines, right.datelines, SINGLE)
        self._signatures(left.signed, right.signed)
        for one, other in pairs:
            self._content(one.content, other.content)

    def _matching_divisions(
        self, source: Sequence[Division], target: Sequence[Division]
    ) -> list[tuple[Division, Division]]:
        if not source or not target:
            return []
        by_id = {division.id: division for division in (*source, *target)}
        beads = align(
            [_division_segment(division) for division in source],
            [_division_segment(division) for division in target],
            settings=replace(self._settings, priors=SINGLE),
            features=lambda segment: _division_features(by_id[segment.id]),
        )
        linked = [bead for bead in beads if bead.source and bead.target]
        self._divisions += linked
        return [(by_id[bead.source[0]], by_id[bead.target[0]]) for bead in linked]

    def _sequence(
        self,
        source: Sequence[Block],
        target: Sequence[Block],
        priors: Mapping[Shape, float] | None = None,
        *,
        running: bool = False,
    ) -> None:
        """Links blocks in order, the sentences of `running` text, and the items of lists inside blocks that correspond."""
        if not source and not target:
            return
        by_id = {block.id: block for block in (*source, *target)}
        beads: Sequence[Bead] = align(
            [_segment(block) for block in source],
            [_segment(block) for block in target],
            settings=replace(self._settings, priors=priors or self._settings.priors),
            features=lambda segment: _features(segment.text, by_id[segment.id]),
        )
        for bead in self._running.link(beads, by_id) if running else beads:
            left, right = ([by_id[id_] for id_ in side] for side in (bead.source, bead.target))
            self._keep(bead, left, right)
            if left and right:
                self._sequence(items_of(left), items_of(right), SINGLE, running=running)

    def _keep(self, bead: Bead, source: Sequence[Block], target: Sequence[Block]) -> None:
        self._blocks.append(bead)
        if source and target and bead.certainty < self._settings.doubtful:
            self.found.append(findings.doubtful(source, target, bead.certainty, self._decoded))

    def _signatures(self, source: Sequence[Block], target: Sequence[Block]) -> None:
        """Links signatures in order, or in another order when what they share says so."""
        if len(source) != len(target):
            ids = (self._source.id, self._target.id)
            self.found.append(findings.signatories_differ(source, target, ids, self._decoded))
        order, certainty = _reordered(source, target)
        if not order:
            self._sequence(source, target, SINGLE)
            return
        for left, position in zip(source, order, strict=False):
            right = target[position]
            self._keep(Bead((left.id,), (right.id,), certainty), [left], [right])

    def _containers(self) -> None:
        """Links the lists and groups whose members are linked: of several, those with the most links."""
        target_of = {id_: bead for bead in self._blocks for id_ in bead.source}
        holders = {id_: container for container in containers_of(self._target.content) for id_ in container.members}
        beads: list[Bead] = []
        counts: Counter[tuple[str, str]] = Counter()
        certainties: dict[tuple[str, str], float] = {}
        for container in containers_of(self._source.content):
            for bead in [target_of[id_] for id_ in container.members if id_ in target_of]:
                for holder in [holders[id_] for id_ in bead.target if id_ in holders]:
                    if holder.kind == container.kind:
                        pair = (container.id, holder.id)
                        counts[pair] += 1
                        certainties[pair] = max(certainties.get(pair, 0.0), bead.certainty)
        taken: set[str] = set()
        for pair, _ in counts.most_common():
            if taken.isdisjoint(pair):
                taken.update(pair)
                beads.append(Bead((pair[0],), (pair[1],), certainties[pair]))
        self._blocks += beads


def _complete(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    """`beads` with one more for each id that none of them holds, in order."""
    held = {id_ for bead in beads for id_ in (*bead.source, *bead.target)}
    alone = [
        *(Bead((id_,), ()) for id_ in source if id_ not in held),
        *(Bead((), (id_,)) for id_ in target if id_ not in held),
    ]
    return in_order((*beads, *alone), source, target)


def _reordered(source: Sequence[Block], target: Sequence[Block]) -> tuple[tuple[int, ...], float]:
    """The order of `target` that shares the most with `source`, and how certain; () when that is as they stand.

    In treaties each party's text may name its own signatory first (the alternat).
    """
    if len(source) != len(target) or not 1 < len(source) <= _MOST_REORDERED:
        return (), 0.0
    left, right = ([_features(block.text, block).anchors for block in side] for side in (source, target))
    shared = [[len(one & other) for other in right] for one in left]
    if sum(map(max, shared)) < _REORDER_GAIN:
        return (), 0.0
    scores = {
        order: sum(shared[row][column] for row, column in enumerate(order))
        for order in permutations(range(len(source)))
    }
    (order, most), (_, next_most) = Counter(scores).most_common(2)
    gain = most - max(scores[tuple(range(len(source)))], next_most)
    return (order, 1 - 0.5 ** (gain + 1)) if gain >= _REORDER_GAIN else ((), 0.0)


def _segment(block: Block) -> Segment:
    text = block.text
    return Segment(block.id, block.id, 0, len(text), text)


def _features(text: str, block: Block) -> Features:
    kind = Role.P if block.role is Role.AB else block.role
    return text_features(text, block.content, kind)


def _division_segment(division: Division) -> Segment:
    text = "\n".join(block.text for block in blocks_of(division.content))
    return Segment(division.id, division.id, 0, len(text), text)


def _division_features(division: Division) -> Features:
    content: list[Inline] = [node for block in blocks_of(division.content) for node in block.content]
    features = text_features(_division_segment(division).text, content, division.type)
    number = {f"@n={division.n}"} if division.n else set()
    return replace(features, anchors=features.anchors | number)


def division_ids(version: Version) -> list[str]:
    """The ids of a version and of every division in it."""
    return [version.id, *(division.id for division in all_divisions(version.content))]
