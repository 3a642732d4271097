"""What alignment tells the editor: units without a counterpart, doubtful links, signatories that differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from tei.alignment.outline import blocks_of, lists_of
from tei.alignment.transitive import Disagreement
from tei.diagnostics import Diagnostic, Location
from tei.model.alignment import Bead, Segment
from tei.model.document import Block, Division, Group, Node, Role, Version
from tei.model.inline import Milestone, SourceOffsets
from tei.model.source import Decoded
from tei.rules import finding

_OPENING = 40


def unaligned(content: Iterable[Node], linked: AbstractSet[str], other: str, decoded: Decoded) -> Iterator[Diagnostic]:
    """AL001 for each unit of `content` that is not `linked` with one of the version `other`.

    What stands inside an unaligned unit is not reported again, nor are signatures, which AL003 counts.
    """
    for node in content:
        match node:
            case Block():
                yield from _unaligned_block(node, linked, other, decoded)
            case Group(blocks=blocks):
                yield from unaligned(blocks, linked, other, decoded)
            case Division(content=inner):
                blocks_inside = tuple(blocks_of(inner))
                if blocks_inside and linked.isdisjoint(block.id for block in blocks_inside):
                    yield _without_counterpart(f"div {node.id}", blocks_inside[0], other, decoded)
                else:
                    yield from unaligned(inner, linked, other, decoded)
            case Milestone():
                pass


def _unaligned_block(block: Block, linked: AbstractSet[str], other: str, decoded: Decoded) -> Iterator[Diagnostic]:
    if block.id not in linked:
        if block.role is not Role.SIGNED:
            yield _without_counterpart(f"{block.role} {block.id}", block, other, decoded)
        return
    for inner in lists_of((block,)):
        if inner.items and linked.isdisjoint(item.id for item in inner.items):
            yield _without_counterpart(f"list {inner.id}", inner.items[0], other, decoded)
        else:
            yield from unaligned(inner.items, linked, other, decoded)


def _without_counterpart(what: str, block: Block, other: str, decoded: Decoded) -> Diagnostic:
    return finding(
        "AL001",
        f"{what} has no counterpart in version {other}: {_opening(block)}",
        _place(block, decoded),
        help="If the translator left it out, nothing needs doing; if it stands there in another paragraph, "
        "make the paragraph breaks of the two versions agree in the source.",
    )


def nothing_in_common(source: Version, target: Version, decoded: Decoded) -> Diagnostic:
    """AL001 for two whole versions."""
    first = next(target.blocks(), None) or next(source.blocks(), None)
    return finding(
        "AL001",
        f"versions {source.id} and {target.id} do not correspond: no block of one was linked with one of the other",
        _place(first, decoded) if first else Location(decoded.file),
        help="If they are different texts, put them in two files; if not, check where the one ends and the other begins.",
    )


def doubtful(source: Sequence[Block], target: Sequence[Block], certainty: float, decoded: Decoded) -> Diagnostic:
    """AL002: the two sides of a bead may not say the same."""
    left, right = ((", ".join(block.id for block in side), _opening(side[0])) for side in (source, target))
    return finding(
        "AL002",
        f"{left[0]} {left[1]} was linked with {right[0]} {right[1]}, certainty {certainty:.2f}",
        _place(source[0], decoded),
        help="Compare the two passages; if they do not correspond, correct @corresp on both and the link in standOff.",
        related=tuple(_place(block, decoded) for block in target),
    )


def signatories_differ(
    source: Sequence[Block], target: Sequence[Block], versions: tuple[str, str], decoded: Decoded
) -> Diagnostic:
    """AL003: one version has more signatures than the other."""
    return finding(
        "AL003",
        f"version {versions[0]} has {_count(source)}, version {versions[1]} has {_count(target)}",
        _place((*source, *target)[0], decoded),
        help="Check that every signature block was recognized in both versions (`tei inspect` shows them).",
        related=tuple(_place(block, decoded) for block in target),
    )


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sentences of two versions stand in the source."""

    blocks: Mapping[str, Block]
    units: Mapping[str, Segment]
    decoded: Decoded

    def of(self, id_: str) -> Location:
        """The place of a sentence, or of an item that is not divided."""
        unit = self.units[id_]
        start = SourceOffsets(self.blocks[unit.block_id].content)[unit.start]
        return replace(self.decoded.location(start), xml_id=id_)


def places(versions: Iterable[Version], units: Iterable[Segment], decoded: Decoded) -> Places:
    """Where the sentences of `versions` stand, and the items that are not divided: these are its `units`."""
    blocks = {block.id: block for version in versions for block in version.blocks()}
    return Places(blocks, {unit.id: unit for unit in units}, decoded)


def of_sentences(
    beads: Iterable[Bead], sure: AbstractSet[str], doubtful: float, places: Places
) -> Iterator[Diagnostic]:
    """AL004 for each sentence without a counterpart, AL005 for each doubtful link.

    Only those in blocks that are `sure` to be linked: of the others the editor is told already.
    """
    for bead in beads:
        first = (*bead.source, *bead.target)[0]
        if places.units[first].block_id not in sure:
            continue
        if bead.source and bead.target:
            if bead.certainty < doubtful:
                yield _doubtful_sentences(bead, places)
        else:
            yield finding(
                "AL004",
                f"s {first} has no counterpart: {_quoted(places.units[first].text)}",
                places.of(first),
                help="If the translator left it out, or added it, nothing needs doing; else correct the links with "
                "`tei align --edit`.",
            )


def disagree(found: Disagreement, places: Places) -> Diagnostic:
    """AL006: two translations are linked through the original, but not directly."""
    return finding(
        "AL006",
        f"s {found.one} and {found.other} are both linked with {found.through}, but {found.one} goes with "
        f"{found.instead}: {_quoted(places.units[found.one].text)}",
        places.of(found.one),
        help=f"Compare the three sentences, and correct the link of {found.through} that is wrong.",
        related=(places.of(found.through), places.of(found.other)),
    )


def _doubtful_sentences(bead: Bead, places: Places) -> Diagnostic:
    left, right = ((", ".join(side), _quoted(places.units[side[0]].text)) for side in (bead.source, bead.target))
    return finding(
        "AL005",
        f"s {left[0]} {left[1]} was linked with {right[0]} {right[1]}, certainty {bead.certainty:.2f}",
        places.of(bead.source[0]),
        help="Compare the two; if they do not correspond, correct the links with `tei align --edit`.",
        related=tuple(map(places.of, bead.target)),
    )


def _count(blocks: Sequence[Block]) -> str:
    return "1 signature" if len(blocks) == 1 else f"{len(blocks) or 'no'} signatures"


def _place(block: Block, decoded: Decoded) -> Location:
    return replace(decoded.location(block.span.start), xml_id=block.id)


def _opening(block: Block) -> str:
    return _quoted(block.text)


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _OPENING else f"“{text[:_OPENING].rstrip()}…”"
