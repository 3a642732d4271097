"""The document model: an edition of one source, from its versions down to blocks. Immutable; stages make new values."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from operator import is_

from tei.model.alignment import Alignment, Segment
from tei.model.header import Header
from tei.model.inline import Inline, List, Milestone, plain_text
from tei.model.source import LedgerEntry, Source
from tei.model.span import Span


class Role(StrEnum):
    """What a block is; the value is its TEI element."""

    HEAD = "head"
    P = "p"
    AB = "ab"
    ITEM = "item"
    LABEL = "label"
    DATELINE = "dateline"
    SALUTE = "salute"
    SIGNED = "signed"
    BYLINE = "byline"
    TRAILER = "trailer"
    NOTE = "note"
    CELL = "cell"
    SEG = "seg"
    L = "l"


class Wrapper(StrEnum):
    """What a group of blocks is; the value is its TEI element."""

    OPENER = "opener"
    CLOSER = "closer"
    POSTSCRIPT = "postscript"
    LIST = "list"
    TABLE = "table"
    LG = "lg"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that is one unit on the page: a paragraph, a heading, a signature.

    `id` is "" until ids are minted. `certainty` (0–1) says how sure the structure stage is of `role`, `reason` why;
    `type` is "letterhead" or "address" for a `seg`, the kind of a `note`, else ""; `n` is the number of an item where it is not
    in the text, and of a cell its row and column (2.1); `n`, `place` and `target` are the label of a note, where it stands ("end", "bottom") and the id of what refers to it; `resp` is the id of the editor who decided what it is, else "".
    """

    role: Role
    content: tuple[Inline, ...]
    span: Span
    id: str = ""
    lang: str = ""
    certainty: float = 1.0
    reason: str = ""
    type: str = ""
    n: str = ""
    place: str = ""
    target: str = ""
    resp: str = ""

    @property
    def text(self) -> str:
        """Its characters as received."""
        return plain_text(self.content)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks under one wrapper: the dateline and signatures of a closer, the items of a list."""

    wrapper: Wrapper
    blocks: tuple[Block, ...]
    id: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a version with a heading of its own: TEI `div`. `type` is section, article or annex."""

    type: str
    content: "tuple[Node, ...]"
    id: str = ""
    n: str = ""


Node = Block | Group | Division | Milestone


@dataclass(frozen=True, slots=True)
class Version:
    """One language version: TEI `div type="version"`.

    `id` is its language (`en`, `zh`, `zh-2`), `lang` the BCP 47 tag with the measured script, `role` "original",
    "translation" or "" where the source does not say; `resp` the id of the editor who said so, else "";
    `certainty` (0–1) says how sure its language is.
    """

    id: str
    lang: str
    role: str
    content: tuple[Node, ...]
    resp: str = ""
    certainty: float = 1.0

    def blocks(self) -> Iterator[Block]:
        """Every block in source order, list items inside paragraphs after the paragraph that holds them."""
        return walk_blocks(self.content)


def walk_blocks(content: tuple[Node, ...]) -> Iterator[Block]:
    """The blocks of `content` in order; those of a list inside a block follow that block."""
    for node in content:
        match node:
            case Block():
                yield node
                for inline in node.content:
                    if isinstance(inline, List):
                        yield from walk_blocks(inline.items)
            case Group(blocks=blocks):
                yield from walk_blocks(blocks)
            case Division(content=inner):
                yield from walk_blocks(inner)
            case Milestone():
                pass


def map_runs(version: Version, change: Callable[[Block, tuple[Inline, ...]], tuple[Inline, ...]]) -> Version:
    """The version with `change(block, run)` in place of each run of inlines between the lists of a block.

    Items of a list inside a block are blocks of their own. `change` must keep the text.
    """
    return _on_blocks(version, partial(_with_runs, change))


def _with_runs(change: Callable[[Block, tuple[Inline, ...]], tuple[Inline, ...]], block: Block) -> Block:
    out: list[Inline] = []
    for part in _parts(block.content):
        if isinstance(part, List):
            out.append(_with_items(part, tuple(_with_runs(change, item) for item in part.items)))
        else:
            out += change(block, part)
    return block if _same(out, block.content) else replace(block, content=tuple(out))


def map_blocks(version: Version, change: Callable[[Block], Block]) -> Version:
    """The version with `change(block)` in place of each block; items of a list inside a block are changed before it."""
    return _on_blocks(version, partial(_changed, change))


def _changed(change: Callable[[Block], Block], block: Block) -> Block:
    if List in map(type, block.content):
        content = tuple(
            _with_items(inline, tuple(_changed(change, item) for item in inline.items))
            if isinstance(inline, List)
            else inline
            for inline in block.content
        )
        block = block if _same(content, block.content) else replace(block, content=content)
    return change(block)


def _on_blocks(version: Version, on_block: Callable[[Block], Block]) -> Version:
    """The version with `on_block(block)` in place of each block, those inside other blocks left out."""
    content = tuple(_on_node(node, on_block) for node in version.content)
    return version if _same(content, version.content) else replace(version, content=content)


def _on_node(node: Node, on_block: Callable[[Block], Block]) -> Node:
    match node:
        case Block():
            return on_block(node)
        case Group(blocks=before):
            blocks = tuple(map(on_block, before))
            return node if _same(blocks, before) else replace(node, blocks=blocks)
        case Division(content=before):
            content = tuple(_on_node(inner, on_block) for inner in before)
            return node if _same(content, before) else replace(node, content=content)
        case Milestone():
            return node


def _with_items(each: List, items: tuple[Block, ...]) -> List:
    return each if _same(items, each.items) else replace(each, items=items)


def _same(after: Sequence[object], before: Sequence[object]) -> bool:
    """Whether nothing was changed: the very objects, not others like them."""
    return len(after) == len(before) and all(map(is_, after, before))


def runs(version: Version) -> Iterator[tuple[Block, tuple[Inline, ...]]]:
    """Each run of inlines between the lists of a block, with its block, in document order."""
    for block in version.blocks():
        yield from ((block, part) for part in _parts(block.content) if part and not isinstance(part, List))


def _parts(content: tuple[Inline, ...]) -> Iterator[tuple[Inline, ...] | List]:
    """The lists of a block, and the run of inlines before each and after the last, which may have none."""
    start = 0
    if List in map(type, content):
        for number, inline in enumerate(content):
            if isinstance(inline, List):
                yield content[start:number]
                yield inline
                start = number + 1
    yield content[start:]


@dataclass(frozen=True, slots=True)
class EntityName:
    """One spelling of an entity's name. `type` is "short" for a part of the full name, else ""."""

    text: str
    lang: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organization of the edition: an entry of `standOff`.

    `kind` is "person", "place" or "org"; `roles` of a person: participant, signatory.
    """

    id: str
    kind: str
    names: tuple[EntityName, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edition:
    """One source file as one TEI document in the making.

    `ledger` accounts for every character of the source that is not in `versions`; `decisions` are what an editor decided, in words;
    `ranges` the parts of the source that it is of, in characters: none where it is of the whole.
    """

    id: str
    source: Source
    header: Header
    versions: tuple[Version, ...]
    entities: tuple[Entity, ...] = ()
    segments: tuple[Segment, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    ledger: tuple[LedgerEntry, ...] = field(default=())
    decisions: tuple[str, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
