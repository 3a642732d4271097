"""Notes put back where they stood, and linked with their marks in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from tei.model.document import Block, Division, Group, Node, Role, Version, map_blocks
from tei.model.inline import Inline, List, Milestone, Note, Ref, SourceOffsets, cut, marks_in, plain_text, texts, wrap
from tei.model.source import Decoded
from tei.structure.notes import note_marks
from tei.structure.units import Unit, joined


def put_notes(nodes: Sequence[Node], notes: Sequence[Unit], decoded: Decoded) -> tuple[Node, ...]:
    """The nodes with each of `notes` as a `note` where it stood in the source: between two of them, or inside one."""
    blocks = [_note(unit, decoded) for unit in notes]
    return _put(tuple(nodes), sorted(blocks, key=lambda note: note.span.start)) if notes else tuple(nodes)


def _note(unit: Unit, decoded: Decoded) -> Block:
    content = joined(decoded, unit.lines)
    place = "end" if unit.aside == "footnote" else ""
    note = Block(Role.NOTE, content, unit.span, lang=unit.foreign, reason=_REASONS[unit.aside])
    return replace(note, type=unit.aside, n=unit.n, place=place)


_REASONS = {
    "footnote": "its label stands as a mark in the text",
    "archival": "it says where the original is kept",
    "credit": "it says who translated, typed or checked the text",
    "editorial": "a remark on the text",
    "classification": "it says how secret or urgent the document is, or which copy",
    "stamp": "words in brackets above all else",
}


def _put(nodes: Sequence[Node], notes: Sequence[Block]) -> tuple[Node, ...]:
    """The nodes with `notes`, both in the order of the source.

    What stands between two divisions goes to the end of the first: a `div` has nothing between those inside it.
    """
    starts = [_start(node) for node in nodes]
    done: list[Node] = []
    taken = 0

    def until(offset: float) -> Sequence[Block]:
        nonlocal taken
        begin = taken
        while taken < len(notes) and notes[taken].span.start < offset:
            taken += 1
        return notes[begin:taken]

    for index, node in enumerate(nodes):
        start = starts[index]
        if start is not None:
            done += until(start)
            inside = [*until(_end(node))]
            if isinstance(node, Division):
                inside += until(next((after for after in starts[index + 1 :] if after is not None), inf))
            done.append(_with(node, inside) if inside else node)
        else:
            done.append(node)
    return (*done, *until(inf))


def _with(node: Node, notes: Sequence[Block]) -> Node:
    match node:
        case Division(content=content):
            return replace(node, content=_put(content, notes))
        case Group(blocks=blocks):
            inner = [block for block in _put(blocks, notes) if isinstance(block, Block)]
            return replace(node, blocks=tuple(inner))
        case Block(content=content):
            for note in notes:
                content = _put_inline(content, note)
            return replace(node, content=content)
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


def _end(node: Node) -> int:
    return max((block.span.end for block in _blocks(node)), default=0)


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


@dataclass(frozen=True, slots=True)
class _Target:
    """A note that a mark may stand for: its label, where it begins in the source, its id."""

    n: str
    start: int
    id: str


def link_notes(version: Version) -> Version:
    """The version with a `ref` around each mark in the text that stands for a note below it, and links both ways."""
    if not any(_is_noted(block) for block in version.blocks()):
        return version
    numbered = _with_ids(version)
    targets = []
    for block in numbered.blocks():
        if block.role is Role.NOTE and block.n and not block.target:
            targets.append(_Target(block.n, block.span.start, block.id))
        inner = (node for node in block.content if isinstance(node, Note) and node.id)
        targets += [_Target(note.n, next(texts(note.content)).span.start, note.id) for note in inner]
    if not targets:
        return version
    taken: dict[str, str] = {}

    def with_refs(block: Block) -> Block:
        if block.role is Role.NOTE or any(isinstance(node, List) for node in block.content):
            return block
        return replace(block, content=_refs_in(block.content, targets, taken, version.id))

    def with_targets(block: Block) -> Block:
        content = tuple(
            replace(node, target=taken.get(node.id, "")) if isinstance(node, Note) and node.id else node
            for node in block.content
        )
        target = taken.get(block.id, block.target) if block.role is Role.NOTE else block.target
        return replace(block, content=content, target=target)

    return map_blocks(map_blocks(numbered, with_refs), with_targets)


def _is_noted(block: Block) -> bool:
    """Whether a block is a note, or has one in it."""
    return block.role is Role.NOTE or any(isinstance(node, Note) and node.n for node in block.content)


def _with_ids(version: Version) -> Version:
    """The version with an id on every footnote inside a paragraph."""
    count = 0

    def on_block(block: Block) -> Block:
        nonlocal count
        content: list[Inline] = []
        for node in block.content:
            if isinstance(node, Note) and node.n and node.place:
                count += 1
                content.append(replace(node, id=f"{version.id}.footnote{count}"))
            else:
                content.append(node)
        return replace(block, content=tuple(content))

    return map_blocks(version, on_block)


def _refs_in(
    content: tuple[Inline, ...], targets: Sequence[_Target], taken: dict[str, str], version: str
) -> tuple[Inline, ...]:
    marks = []
    inside = [(start, end) for start, end, node in marks_in(content) if isinstance(node, Note | Ref)]
    offsets = SourceOffsets(content)
    for begin, end, label in note_marks(plain_text(content)):
        at = offsets[begin]
        note = next((note for note in targets if note.n == label and note.start > at), None)
        if note is None or any(start <= begin < stop for start, stop in inside):
            continue
        first = note.id not in taken
        identity = taken.setdefault(note.id, f"{version}.ref{len(taken) + 1}") if first else ""

        def make(inner: tuple[Inline, ...], target: str = note.id, identity: str = identity) -> Inline:
            return Ref(inner, target, identity)

        marks.append((begin, end, make))
    return wrap(content, marks)
