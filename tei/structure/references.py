"""References to notes that the markup of a source gives: each becomes a link to its note, and the note one back to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tei.model.document import Block, Division, Group, Node, Role, Version
from tei.model.inline import Inline, List, Milestone, Ref, Text

_NO_MARKS = (Text, Milestone, List)


def resolve_references(versions: Sequence[Version]) -> list[Version]:
    """The versions with every reference to the number of a note (`#3`) as one to its id; what leads nowhere is text.

    The note is looked for in the version of its reference, then in the others: a source may gather all notes at its end.
    """
    if not any(_refers(block.content) for version in versions for block in version.blocks()):
        return list(versions)
    own = {version.id: _notes(version) for version in versions}
    everywhere = {n: note for found in reversed(own.values()) for n, note in found.items()}
    notes = {id_: {**everywhere, **found} for id_, found in own.items()}
    first: dict[str, str] = {}  # the reference that a note leads back to

    def resolve(content: tuple[Inline, ...], version: str) -> tuple[Inline, ...]:
        return tuple(done for node in content for done in _resolved(node, version, notes[version], first))

    done = []
    for version in versions:

        def link(block: Block, version: str = version.id) -> Block:
            return replace(block, content=resolve(block.content, version))

        done.append(replace(version, content=_changed(version.content, link)))

    def lead_back(block: Block) -> Block:
        return replace(block, target=first.get(block.id, block.target))

    return [replace(version, content=_changed(version.content, lead_back)) for version in done]


def _refers(content: Iterable[Inline]) -> bool:
    """Whether there is a reference in content; the items of a list in it are blocks, and asked for themselves."""
    return any(isinstance(node, Ref) or (not isinstance(node, _NO_MARKS) and _refers(node.content)) for node in content)


def _notes(version: Version) -> dict[str, str]:
    """The ids of its notes by their numbers."""
    notes: dict[str, str] = {}
    for block in version.blocks():
        if block.role is Role.NOTE and block.n:
            notes.setdefault(block.n, block.id)
    return notes


def _resolved(node: Inline, version: str, notes: dict[str, str], first: dict[str, str]) -> Iterator[Inline]:
    def inside(content: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(done for child in content for done in _resolved(child, version, notes, first))

    match node:
        case Text() | Milestone():
            yield node
        case List(items=items):
            yield replace(node, items=tuple(replace(item, content=inside(item.content)) for item in items))
        case Ref(target=target) if target.startswith("#"):
            note = notes.get(target[1:])
            if note is None:
                yield from inside(node.content)
                return
            fresh = note not in first
            identity = first.setdefault(note, f"{version}.noteref{len(first) + 1}")
            yield replace(node, content=inside(node.content), target=note, id=identity if fresh else "")
        case _:
            yield replace(node, content=inside(node.content))


def _changed(nodes: Sequence[Node], change: Callable[[Block], Block]) -> tuple[Node, ...]:
    done: list[Node] = []
    for node in nodes:
        match node:
            case Block():
                done.append(change(node))
            case Group(blocks=blocks):
                done.append(replace(node, blocks=tuple(map(change, blocks))))
            case Division(content=content):
                done.append(replace(node, content=_changed(content, change)))
            case Milestone():
                done.append(node)
    return tuple(done)
