"""The parallel view: versions side by side in rows, so that what corresponds begins at the same height.

A row is the smallest run of blocks that no correspondence leaves: an n–m bead is one row, and a block without a
counterpart is a row with gaps beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from tei.names import XML_ID, XML_LANG, local_name, tei
from tei.publishers.site.behaviours import BREAKS, HIDDEN

_CONTAINERS = frozenset(tei(name) for name in ("div", "body", "front", "back", "text", "group"))


@dataclass(frozen=True, slots=True)
class Version:
    """One language version of a text: its element, its language tag, and what it is called in TEI."""

    element: etree._Element
    lang: str
    role: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a version, and the depth of the divisions that it stands in.

    `ids` are those of the divisions that it opens, `before` the page breaks and the like that stand before it.
    """

    element: etree._Element
    depth: int
    ids: tuple[str, ...] = ()
    before: tuple[etree._Element, ...] = ()


Row = tuple[tuple[Block, ...], ...]
"""For each version, in the order of the versions, the blocks that stand in the row."""


def versions_of(text: etree._Element) -> tuple[Version, ...]:
    """The versions of a TEI `text`: its `div`s of the type version, or the text itself as the only one."""
    found = [div for div in text.iter(tei("div")) if div.get("type") == "version"]
    return tuple(Version(each, _lang(each), each.get("subtype", "")) for each in found or [text])


def _lang(element: etree._Element) -> str:
    return next((one.get(XML_LANG, "") for one in (element, *element.iterancestors()) if one.get(XML_LANG)), "")


def blocks_of(version: Version) -> tuple[Block, ...]:
    """The blocks of a version in order: what stands in its divisions, at whatever depth."""
    return tuple(_blocks(version.element, 0 if version.element.tag == tei("div") else -1, ()))


def _blocks(parent: etree._Element, depth: int, ids: tuple[str, ...]) -> Iterator[Block]:
    """The blocks below `parent`. The first one takes over `ids`, so that a link to a division finds its beginning."""
    waiting = (*ids, *filter(None, [parent.get(XML_ID)]))
    breaks: list[etree._Element] = []
    for child in parent:
        name = local_name(child.tag)
        if not name or name in HIDDEN:
            continue
        if name in BREAKS:
            breaks.append(child)
        elif child.tag in _CONTAINERS:
            for number, block in enumerate(_blocks(child, depth + (child.tag == tei("div")), waiting)):
                yield replace(block, before=(*breaks, *block.before)) if number == 0 else block
            waiting, breaks = (), []
        else:
            yield Block(child, depth, waiting, tuple(breaks))
            waiting, breaks = (), []
    for left in breaks:  # after the last block
        yield Block(left, depth)


def groups_of(root: etree._Element) -> Mapping[str, int]:
    """The number of its group for every id that corresponds to another, by `@corresp` and alignment `link`s."""
    parents: dict[str, str] = {}

    def find(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    for names in _correspondences(root):
        first, *others = (find(name) for name in names)
        for other in others:
            parents[max(first, other)] = min(first, other)
            first = min(first, other)
    numbers: dict[str, int] = {}
    return {name: numbers.setdefault(find(name), len(numbers) + 1) for name in sorted(parents)}


def _correspondences(root: etree._Element) -> Iterator[list[str]]:
    """Ids that belong together; those of whole divisions are left out, for they hold all the others."""
    divisions = {div.get(XML_ID) for div in root.iter(tei("div"))}
    for element in root.iter(etree.Element):
        own = element.get(XML_ID)
        targets = _local(element.get("corresp", ""))
        if own and targets and own not in divisions:
            yield [own, *targets]


def _local(pointers: str) -> list[str]:
    return [word[1:] for word in pointers.split() if word.startswith("#") and len(word) > 1]


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
