"""The alignment that a TEI document carries, as beads: what its `@corresp` say of the pieces of two versions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from tei.names import XML_ID
from tei.publishers.reading import (
    Version,
    blocks_of,
    groups_of,
    language_of,
    pieces_of,
    text_of,
    text_part,
    versions_of,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a version's text: the id of its element, its language, and its text as printed and received."""

    id: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Bead:
    """Pieces that belong together: for each version, in its order; none where a version lacks them."""

    members: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """The versions of a document and the beads of their pieces, every piece in one bead."""

    versions: tuple[Version, ...]
    beads: tuple[Bead, ...]

    def pair(self, source: int, target: int) -> tuple[Bead, ...]:
        """The beads of two of the versions, without those that hold nothing of either."""
        pairs = (Bead((bead.members[source], bead.members[target])) for bead in self.beads)
        return tuple(bead for bead in pairs if any(bead.members))


def parallel(root: etree._Element) -> Parallel:
    """The versions and beads of a TEI document, the original first: sentences, else the blocks that correspond."""
    text = text_part(root)
    versions = sorted(versions_of(text) if text is not None else (), key=lambda each: each.role != "original")
    groups = groups_of(root)
    pieces = [tuple(_pieces(version)) for version in versions]
    return Parallel(tuple(versions), tuple(_beads(pieces, groups)))


def _pieces(version: Version) -> Iterator[Piece]:
    for block in blocks_of(version):
        for element, inner in pieces_of(block.element):
            text = text_of(element, without=inner)
            if text and element.get(XML_ID):
                yield Piece(element.get(XML_ID, ""), language_of(element) or version.lang, text)


def _beads(pieces: Sequence[Sequence[Piece]], groups: Mapping[str, int]) -> Iterator[Bead]:
    """A bead for each group, and one for each piece without counterpart, in the order of the first version.

    What only a later version has stands at once after what precedes it there.
    """
    members: dict[int | str, list[list[Piece]]] = {}
    following: dict[int | str, list[int | str]] = {}
    for number, version in enumerate(pieces):
        previous: int | str = ""
        for piece in version:
            key = groups.get(piece.id, piece.id)
            if key not in members:
                members[key] = [[] for _ in pieces]
                following.setdefault(previous, []).append(key)
            members[key][number].append(piece)
            previous = key
    waiting: list[int | str] = [""]
    while waiting:
        key = waiting.pop()
        if key:
            yield Bead(tuple(map(tuple, members[key])))
        waiting += following.get(key, ())  # the last one comes first: it was put there by the latest version
