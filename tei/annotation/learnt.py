"""Names learnt from the alignment of sentences: two spellings that stand in the same sentences are one entity.

Only names that both versions show to be names are joined, and that have no counterpart yet: they must stand in exactly
the same linked sentences, in two at least, and be the only such names of their kind there.
"""

from collections import defaultdict
from collections.abc import Iterable

from tei.annotation.entities import Key, Registry
from tei.annotation.finder import NameFinder
from tei.annotation.mentions import name_key
from tei.languages import pack_for
from tei.model.alignment import Alignment
from tei.model.document import Edition, Version

_LEAST = 2
Places = frozenset[int]
"""The numbers of the beads that a name stands in."""


def join_learnt(registry: Registry, edition: Edition) -> None:
    """Joins the names of two versions that the links of their sentences show to be the same."""
    versions = {version.id: version for version in edition.versions}
    for alignment in edition.alignments:
        if alignment.level == "s":
            source, target = versions[alignment.source_id], versions[alignment.target_id]
            left, right = _sides(alignment, edition)
            for kind in ("person", "place", "org"):
                ours = _stand(registry, kind, source, target, left)
                theirs = _stand(registry, kind, target, source, right)
                for one, other in _pairs(ours, theirs):
                    registry.join(one, other)


def _sides(alignment: Alignment, edition: Edition) -> tuple[list[str], list[str]]:
    """The text of either side of each link."""
    text = {segment.id: segment.text for segment in edition.segments}
    linked = [bead for bead in alignment.beads if bead.source and bead.target]
    left = ["\n".join(text.get(id_, "") for id_ in bead.source) for bead in linked]
    right = ["\n".join(text.get(id_, "") for id_ in bead.target) for bead in linked]
    return left, right


def _stand(registry: Registry, kind: str, version: Version, other: Version, texts: Iterable[str]) -> dict[Key, Places]:
    """Where each name of `version` stands that has no counterpart in `other`."""
    met = {registry.find(key) for key in registry.parent if key[0] == other.id}
    pack = pack_for(version.lang)
    alone = {key[2] for key in registry.parent if key[:2] == (version.id, kind) and registry.find(key) not in met}
    finder = NameFinder(alone, kind, pack)
    found: dict[Key, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for start, end in finder.find(text):
            found[version.id, kind, name_key(text[start:end], pack)].add(number)
    return {key: frozenset(places) for key, places in found.items() if key in registry.parent}


def _pairs(ours: dict[Key, Places], theirs: dict[Key, Places]) -> list[tuple[Key, Key]]:
    """The names that stand in the same places, where no other name of either side stands."""
    pairs = []
    for one, places in ours.items():
        same = [other for other, there in theirs.items() if there == places]
        near = [other for other, there in theirs.items() if there & places]
        rivals = [other for other, there in ours.items() if there & places]
        if len(places) >= _LEAST and len(same) == len(near) == len(rivals) == 1:
            pairs.append((one, same[0]))
    return pairs
