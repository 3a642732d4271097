"""The parallel view: versions side by side in rows, so that what corresponds begins at the same height.

A row is the smallest run of blocks that no correspondence leaves: an n–m bead is one row, and a block without a
counterpart is a row with gaps beside it.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from tei.names import XML_ID
from tei.publishers.reading import Block

Row = tuple[tuple[Block, ...], ...]
"""For each version, in the order of the versions, the blocks that stand in the row."""


def rows_of(blocks: Sequence[Sequence[Block]], groups: Mapping[str, int]) -> tuple[Row, ...]:
    """The rows of parallel versions: `blocks` of each, and the groups that their elements belong to."""
    held = [[frozenset(_groups_in(block.element, groups)) for block in version] for version in blocks]
    places: dict[int, list[tuple[int, int]]] = {}
    for number, version in enumerate(held):
        for index, found in enumerate(version):
            for group in found:
                places.setdefault(group, []).append((number, index))
    shared = {group for group, found in places.items() if len({number for number, _ in found}) > 1}
    if not shared:
        return (tuple(tuple(version) for version in blocks),)
    rows, start = [], [0] * len(blocks)
    while any(start[number] < len(version) for number, version in enumerate(blocks)):
        end = _closed(held, places, start, _first_of_row(held, shared, start))
        rows.append(tuple(tuple(version[a:b]) for version, a, b in zip(blocks, start, end, strict=True)))
        start = end
    return tuple(rows)


def _groups_in(element: etree._Element, groups: Mapping[str, int]) -> Iterator[int]:
    for each in element.iter(etree.Element):
        group = groups.get(each.get(XML_ID, ""))
        if group is not None:
            yield group


def _first_of_row(held: Sequence[Sequence[frozenset[int]]], shared: set[int], start: Sequence[int]) -> int:
    """The version whose next block opens the row: one without counterpart first, so that it has a row of its own."""
    open_ = [number for number, version in enumerate(held) if start[number] < len(version)]
    return next((number for number in open_ if not held[number][start[number]] & shared), open_[0])


def _closed(
    held: Sequence[Sequence[frozenset[int]]],
    places: Mapping[int, Sequence[tuple[int, int]]],
    start: Sequence[int],
    first: int,
) -> list[int]:
    """Where the row ends in each version: with the next block of version `first`, and all that it corresponds to."""
    end = list(start)
    seen = list(start)
    end[first] += 1
    while seen != end:
        number = next(number for number, index in enumerate(seen) if index < end[number])
        for group in held[number][seen[number]]:
            for other, index in places[group]:
                end[other] = max(end[other], index + 1)
        seen[number] += 1
    return end
