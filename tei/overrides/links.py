"""Decisions about links between versions: two blocks say the same, or do not."""

from collections.abc import Iterator
from dataclasses import replace

from tei.alignment.outline import in_order, unit_ids
from tei.model.alignment import Alignment, Bead
from tei.model.document import Edition, Version
from tei.model.span import Span
from tei.overrides.anchors import Stale


def set_link(edition: Edition, one: Span, other: Span, *, linked: bool, by: str) -> Edition:
    """The edition in which the blocks at two places are linked with each other alone, or not linked.

    Raises Stale when a place is in no block, or both are in versions that are not aligned with each other.
    """
    first, second = _at(edition, one), _at(edition, other)
    versions = {version.id: version for version in edition.versions}
    alignments, met = [], False
    for alignment in edition.alignments:
        pair = {alignment.source_id: first, alignment.target_id: second}
        if (first[0], second[0]) == (alignment.target_id, alignment.source_id):
            pair = {alignment.source_id: second, alignment.target_id: first}
        elif (first[0], second[0]) != (alignment.source_id, alignment.target_id):
            alignments.append(alignment)
            continue
        met = True
        source, target = pair[alignment.source_id][1], pair[alignment.target_id][1]
        alignments.append(_decided(edition, alignment, versions, source, target, by if linked else ""))
    if not met:
        raise Stale("the two passages are not in two versions that were aligned", "Quote one passage of each version.")
    return replace(edition, alignments=tuple(alignments))


def _at(edition: Edition, span: Span) -> tuple[str, str]:
    """The id of the version and that of the innermost block that hold the beginning of `span`."""
    found = [
        (version.id, block.id)
        for version in edition.versions
        for block in version.blocks()
        if block.span.start <= span.start < block.span.end
    ]
    if not found:
        raise Stale("this is in no block of the text", "`tei inspect` shows the blocks.")
    return found[-1]


def _decided(
    edition: Edition, alignment: Alignment, versions: dict[str, Version], source: str, target: str, by: str
) -> Alignment:
    """The alignment with `source` and `target` as a bead of `by`, or apart where `by` is "".

    At the level of sentences those of the two blocks are linked with none of others, or not linked at all.
    """
    if alignment.level == "s":
        block_of = {segment.id: segment.block_id for segment in edition.segments}
        beads = [piece for bead in alignment.beads for piece in _sentences(bead, block_of, source, target, by)]
        return replace(alignment, beads=tuple(beads))
    if alignment.level != "block":
        return alignment
    taken = {source, target}
    beads = []
    for bead in alignment.beads:
        if by and taken & {*bead.source, *bead.target}:
            left = [id_ for id_ in bead.source if id_ not in taken], [id_ for id_ in bead.target if id_ not in taken]
            beads += _apart(replace(bead, source=tuple(left[0]), target=tuple(left[1])))
        elif not by and source in bead.source and target in bead.target:
            beads += [Bead((id_,), ()) for id_ in bead.source] + [Bead((), (id_,)) for id_ in bead.target]
        else:
            beads.append(bead)
    if by:
        beads.append(Bead((source,), (target,), 1.0, by))
    ids = [list(unit_ids(versions[id_].content)) for id_ in (alignment.source_id, alignment.target_id)]
    return replace(alignment, beads=in_order(beads, *ids))


def _apart(bead: Bead) -> Iterator[Bead]:
    """The bead, or where it has lost one side, each of its units alone."""
    if bead.source and bead.target:
        yield bead
    else:
        yield from (Bead((id_,), ()) for id_ in bead.source)
        yield from (Bead((), (id_,)) for id_ in bead.target)


def _sentences(bead: Bead, block_of: dict[str, str], source: str, target: str, by: str) -> Iterator[Bead]:
    left = {block_of.get(id_, id_) for id_ in bead.source}
    right = {block_of.get(id_, id_) for id_ in bead.target}
    pair = source in left and target in right
    other = (source in left) != (target in right)
    if (by and other and left and right) or (not by and pair):
        yield from (Bead((id_,), ()) for id_ in bead.source)
        yield from (Bead((), (id_,)) for id_ in bead.target)
    else:
        yield bead
