"""Notes put back where they stood, and linked with their marks in the text."""

from collections.abc import Sequence
from dataclasses import replace

from tei.model.document import Block, Division, Group, Node, Role, Version
from tei.model.inline import Inline, List, Milestone, Note, Ref, cut, plain_text, texts, wrap
from tei.model.source import Decoded
from tei.structure.notes import note_marks
from tei.structure.units import Unit, joined


def put_notes(nodes: Sequence[Node], notes: Sequence[Unit], decoded: Decoded) -> tuple[Node, ...]:
    """The nodes with each of `notes` as a `note` where it stood in the source: between two of them, or inside one."""
    done = tuple(nodes)
    for unit in notes:
        place = "end" if unit.aside == "footnote" else ""
        content = joined(decoded, unit.lines)
        note = Block(
            Role.NOTE,
            content,
            unit.span,
            lang=unit.foreign,
            reason=_REASONS[unit.aside],
            type=unit.aside,
            n=unit.n,
            place=place,
        )
        done = _put(done, note)
    return done


_REASONS = {
    "footnote": "its label stands as a mark in the text",
    "archival": "it says where the original is kept",
    "credit": "it says who translated, typed or checked the text",
    "editorial": "a remark on the text",
    "classification": "it says how secret or urgent the document is, or which copy",
    "stamp": "words in brackets above all else",
}


def _put(nodes: tuple[Node, ...], note: Block) -> tuple[Node, ...]:
    at = note.span.start
    index = 0
    for position, node in enumerate(nodes):
        start = _start(node)
        if start is None:
            continue
        if start > at:
            break
        index = position + 1
    if index and (_end(nodes[index - 1]) or 0) > at:
        return (*nodes[: index - 1], _put_inside(nodes[index - 1], note), *nodes[index:])
    last = nodes[index - 1] if index else None
    if isinstance(last, Division) and index < len(
        nodes
    ):  # between two divisions: a div may hold no note after its divs
        return (*nodes[: index - 1], replace(last, content=_put(last.content, note)), *nodes[index:])
    if isinstance(last, Division):
        return (*nodes[: index - 1], replace(last, content=_put(last.content, note)))
    return (*nodes[:index], note, *nodes[index:])


def _put_inside(node: Node, note: Block) -> Node:
    match node:
        case Division(content=content):
            return replace(node, content=_put(content, note))
        case Group(blocks=blocks):
            inner = [block for block in _put(blocks, note) if isinstance(block, Block)]
            return replace(node, blocks=tuple(inner))
        case Block(content=content):
            return replace(node, content=_put_inline(content, note))
        case Milestone():
            return node


def _put_inline(content: tuple[Inline, ...], note: Block) -> tuple[Inline, ...]:
    """The content with the note in it: a footnote at the end of a page, whose last paragraph goes on behind it."""
    before = "".join(leaf.text for leaf in texts(content) if leaf.span.start < note.span.start)
    offset = len(before)
    inline = Note(note.type, note.content, n=note.n, place="bottom" if note.place else "")
    return (*cut(content, 0, offset), inline, *cut(content, offset, len(plain_text(content))))


def _start(node: Node) -> int | None:
    return min((block.span.start for block in _blocks(node)), default=None)


def _end(node: Node) -> int | None:
    return max((block.span.end for block in _blocks(node)), default=None)


def _blocks(node: Node) -> list[Block]:
    match node:
        case Block():
            return [node]
        case Group(blocks=blocks):
            return list(blocks)
        case Division(content=content):
            return [block for child in content for block in _blocks(child)]
        case Milestone():
            return []


def link_notes(version: Version) -> Version:
    """The version with a `ref` around each mark in the text that stands for a note below it, and links both ways."""
    notes = [block for block in version.blocks() if block.role is Role.NOTE and block.n and not block.target]
    if not notes:
        return version
    taken: dict[str, str] = {}
    linked = replace(version, content=tuple(_with_refs(node, notes, taken, version.id) for node in version.content))
    return replace(linked, content=tuple(_with_targets(node, taken) for node in linked.content))


def _with_refs(node: Node, notes: Sequence[Block], taken: dict[str, str], version: str) -> Node:
    match node:
        case Block(role=Role.NOTE) | Milestone():
            return node
        case Block(content=content):
            return replace(node, content=_refs_in(content, node.span.start, notes, taken, version))
        case Group(blocks=blocks):
            inner = (_with_refs(block, notes, taken, version) for block in blocks)
            return replace(node, blocks=tuple(block for block in inner if isinstance(block, Block)))
        case Division(content=children):
            return replace(node, content=tuple(_with_refs(child, notes, taken, version) for child in children))


def _refs_in(
    content: tuple[Inline, ...], start: int, notes: Sequence[Block], taken: dict[str, str], version: str
) -> tuple[Inline, ...]:
    if any(isinstance(node, List) for node in content):
        return content
    marks = []
    for begin, end, label in note_marks(plain_text(content)):
        note = next((note for note in notes if note.n == label and note.span.start > start), None)
        if note is not None:
            first = note.id not in taken
            identity = taken.setdefault(note.id, f"{version}.ref{len(taken) + 1}") if first else ""

            def make(inside: tuple[Inline, ...], target: str = note.id, identity: str = identity) -> Inline:
                return Ref(inside, target, identity)

            marks.append((begin, end, make))
    return wrap(content, marks)


def _with_targets(node: Node, taken: dict[str, str]) -> Node:
    match node:
        case Block(role=Role.NOTE, id=identity):
            return replace(node, target=taken.get(identity, node.target))
        case Block() | Milestone():
            return node
        case Group(blocks=blocks):
            inner = (_with_targets(block, taken) for block in blocks)
            return replace(node, blocks=tuple(block for block in inner if isinstance(block, Block)))
        case Division(content=children):
            return replace(node, content=tuple(_with_targets(child, taken) for child in children))
