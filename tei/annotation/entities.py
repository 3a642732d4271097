"""Persons, places and organizations: one entry for each, and a reference to it from every mention.

Spellings within a version are one entity when they share a key; across versions they are joined through the
alignment: what stands in aligned signatures, items, datelines and offices is the same. No table of known people.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tei.annotation.mentions import Mention, announced, seeds, short_form
from tei.languages import pack_for
from tei.model.document import Edition, Entity, EntityName, Version
from tei.names import ncname

Key = tuple[str, str, str]  # version id, kind, key of the name


@dataclass
class Registry:
    """Entities in the making: a union of mentions, by version, kind and key."""

    parent: dict[Key, Key] = field(default_factory=dict)
    order: dict[Key, int] = field(default_factory=dict)
    names: dict[Key, dict[EntityName, None]] = field(default_factory=dict)
    roles: dict[Key, dict[str, None]] = field(default_factory=dict)
    countries: dict[str, Key] = field(default_factory=dict)

    def add(self, version: Version, mention: Mention) -> Key:
        """The node of a mention, known from now on."""
        key = (version.id, mention.kind, mention.key)
        if key not in self.parent:
            self.parent[key] = key
            self.order[key] = len(self.order)
            self.names[key] = {}
            self.roles[key] = {}
        self.names[key].setdefault(EntityName(mention.spelling, version.lang))
        if mention.role:
            self.roles[key].setdefault(mention.role)
        if mention.country:
            self.join(self.countries.setdefault(mention.country, key), key)
        return key

    def find(self, key: Key) -> Key:
        """The node that stands for the entity of `key`."""
        while self.parent[key] != key:
            key = self.parent[key]
        return key

    def join(self, one: Key, other: Key) -> None:
        """Makes two nodes one entity; the one that was known first stands for it."""
        first, second = sorted((self.find(one), self.find(other)), key=self.order.__getitem__)
        self.parent[second] = first


def collect(edition: Edition) -> tuple[Registry, dict[str, dict[str, Key]]]:
    """The entities of the edition, and for each version id the short forms of names with the entity each means."""
    registry = Registry()
    in_block: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for version in edition.versions:
        for mention in seeds(version):
            key = registry.add(version, mention)
            listed = in_block[mention.block_id][mention.kind]
            if key not in listed:
                listed.append(key)
    for version in edition.versions:
        for mention in announced(version):
            registry.add(version, mention)
    for alignment in edition.alignments:
        for bead in alignment.beads:
            if bead.category == "1-1" and alignment.level == "block":
                _join_blocks(registry, in_block[bead.source[0]], in_block[bead.target[0]])
    shorts = {version.id: _short_forms(registry, version) for version in edition.versions}
    return registry, shorts


def _join_blocks(registry: Registry, source: dict[str, list[Key]], target: dict[str, list[Key]]) -> None:
    for kind in ("person", "place", "org"):
        ours, theirs = source.get(kind, []), target.get(kind, [])
        if len(ours) == len(theirs):
            for one, other in zip(ours, theirs, strict=True):
                registry.join(one, other)


def _short_forms(registry: Registry, version: Version) -> dict[str, Key]:
    """Short forms of the names of persons in `version`; one that could mean two persons is left out."""
    pack = pack_for(version.lang)
    found: dict[str, set[Key]] = defaultdict(set)
    for key in list(registry.parent):
        if key[0] != version.id or key[1] != "person":
            continue
        for name in registry.names[key]:
            if short := short_form(name.text, pack):
                found[short].add(registry.find(key))
    return {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}


def entities(
    registry: Registry, used_shorts: Iterable[tuple[str, str, Key]]
) -> tuple[tuple[Entity, ...], dict[Key, str]]:
    """The entities by kind and first appearance, and the id of the entity of each node.

    `used_shorts` are the short forms that occur: spelling, language, node.
    """
    members: dict[Key, list[Key]] = defaultdict(list)
    for key in registry.parent:
        members[registry.find(key)].append(key)
    shorts: dict[Key, dict[EntityName, None]] = defaultdict(dict)
    for text, lang, key in used_shorts:
        shorts[registry.find(key)].setdefault(EntityName(text, lang, "short"))
    taken: set[str] = set()
    found: list[Entity] = []
    ids: dict[Key, str] = {}
    for root, keys in members.items():
        names = list(dict.fromkeys(name for key in keys for name in registry.names[key]))
        full = {(name.text, name.lang) for name in names}
        names += [name for name in shorts.get(root, {}) if (name.text, name.lang) not in full]
        roles = tuple(sorted({role for key in keys for role in registry.roles[key]}))
        identity = _mint(root[1], names, taken)
        ids |= dict.fromkeys(keys, identity)
        found.append(Entity(identity, root[1], tuple(names), roles))
    return tuple(found), ids


def _mint(kind: str, names: Sequence[EntityName], taken: set[str]) -> str:
    """An id from the name in Latin script, or from the first one where there is none."""
    latin = next((name.text for name in names if name.text.isascii()), names[0].text)
    slug = "-".join("".join(c if c.isalnum() else " " for c in latin).casefold().split())
    base = f"{kind}.{ncname(slug, prefix='x') if not slug[:1].isalpha() else slug}"
    identity, count = base, 1
    while identity in taken:
        count += 1
        identity = f"{base}-{count}"
    taken.add(identity)
    return identity
