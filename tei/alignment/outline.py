"""A version as the aligner walks it: units by kind, containers with what they hold, and ids in document order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tei.model.alignment import Bead
from tei.model.document import Block, Division, Group, Node, Role, Wrapper
from tei.model.inline import List, Milestone


@dataclass(frozen=True, slots=True)
class Level:
    """The blocks of one level of a version by kind, each kind in source order."""

    heads: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    datelines: list[Block] = field(default_factory=list)
    signed: list[Block] = field(default_factory=list)


def level_of(content: Iterable[Node], apart: frozenset[str] = frozenset()) -> Level:
    """The blocks of `content`, looking into groups and into every division whose id is not in `apart`."""
    level = Level()
    kinds = {
        Role.HEAD: level.heads,
        Role.BYLINE: level.heads,
        Role.DATELINE: level.datelines,
        Role.SIGNED: level.signed,
    }
    for block in blocks_of(content, apart):
        kinds.get(block.role, level.body).append(block)
    return level


def blocks_of(content: Iterable[Node], apart: frozenset[str] = frozenset()) -> Iterator[Block]:
    """The blocks of `content` in order, those inside groups and divisions too, without the items inside paragraphs."""
    for node in content:
        match node:
            case Block():
                yield node
            case Group(blocks=blocks):
                yield from blocks
            case Division(id=id_, content=inner) if id_ not in apart:
                yield from blocks_of(inner, apart)
            case _:
                pass


def divisions_of(content: Iterable[Node]) -> list[Division]:
    """The divisions that stand directly in `content`."""
    return [node for node in content if isinstance(node, Division)]


def all_divisions(content: Iterable[Node]) -> Iterator[Division]:
    """Every division of `content`, each before those inside it."""
    for division in divisions_of(content):
        yield division
        yield from all_divisions(division.content)


def lists_of(blocks: Iterable[Block]) -> list[List]:
    """The lists that stand directly in `blocks`, in order."""
    return [node for block in blocks for node in block.content if isinstance(node, List)]


def items_of(blocks: Iterable[Block]) -> list[Block]:
    """The items of those lists, in order."""
    return [item for inner in lists_of(blocks) for item in inner.items]


@dataclass(frozen=True, slots=True)
class Container:
    """A group or a list: what it is, and the ids of the blocks directly in it."""

    id: str
    kind: tuple[str, str]
    members: tuple[str, ...]


def containers_of(content: Iterable[Node]) -> Iterator[Container]:
    """The groups and lists of `content` at every depth, each before those inside it."""
    for node in content:
        match node:
            case Block():
                for inner in lists_of((node,)):
                    yield Container(inner.id, (Wrapper.LIST, inner.type), tuple(item.id for item in inner.items))
                    yield from containers_of(inner.items)
            case Group(wrapper=wrapper, type=type_, blocks=blocks):
                yield Container(node.id, (wrapper, type_), tuple(block.id for block in blocks))
                yield from containers_of(blocks)
            case Division(content=inner_content):
                yield from containers_of(inner_content)
            case Milestone():
                pass


def unit_ids(content: Iterable[Node]) -> Iterator[str]:
    """The ids of all blocks, groups and lists in document order, each container before what it holds."""
    for node in content:
        match node:
            case Block():
                yield node.id
                for inner in lists_of((node,)):
                    yield inner.id
                    yield from unit_ids(inner.items)
            case Group(blocks=blocks):
                yield node.id
                yield from unit_ids(blocks)
            case Division(content=inner_content):
                yield from unit_ids(inner_content)
            case Milestone():
                pass


def in_order(beads: Iterable[Bead], source: Iterable[str], target: Iterable[str]) -> tuple[Bead, ...]:
    """`beads` by their place in the source; one without a source comes after what precedes its target."""
    place = {id_: (number, 0) for number, id_ in enumerate(source)}
    alone: dict[str, Bead] = {}
    keyed: list[tuple[tuple[int, int], Bead]] = []
    reached: dict[str, tuple[int, int]] = {}
    for bead in beads:
        if not bead.source:
            alone[bead.target[0]] = bead
            continue
        key = min(place[id_] for id_ in bead.source)
        keyed.append((key, bead))
        reached |= dict.fromkeys(bead.target, key)
    latest = (-1, 0)
    for number, id_ in enumerate(target):
        latest = reached.get(id_, latest)
        if id_ in alone:
            keyed.append(((latest[0], number + 1), alone[id_]))
    return tuple(bead for _, bead in sorted(keyed, key=lambda pair: pair[0]))
