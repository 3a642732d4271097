"""Decisions about blocks: what a passage is, what belongs together, who signed; the tree around them is made anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tei.model.document import Block, Division, Group, Node, Role, Version, Wrapper
from tei.model.inline import Inline, Milestone, Name, Text, cut, plain_text, texts, wrap
from tei.model.source import Decoded
from tei.model.span import Span
from tei.overrides.anchors import Stale
from tei.overrides.regroup import Loose, loosen, regroup
from tei.structure.wrapped import needs_space

_DECIDED = "decided by the editor"

Change = Callable[[list[Loose]], list[Loose]]


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed: a name, an office, a party, each as it is printed, "" for none."""

    name: str = ""
    role: str = ""
    party: str = ""


def set_kind(version: Version, span: Span, role: Role, by: str, decoded: Decoded) -> Version:
    """The version with the passage `span` as one block of the kind `role`; what else stood in its blocks stays."""

    def change(nodes: list[Loose]) -> list[Loose]:
        first, last = _reach(nodes, span)
        before, middle, after = _parted(nodes[first : last + 1], span, decoded)
        block = replace(
            middle,
            role=role,
            content=middle.content,
            certainty=1.0,
            reason=_DECIDED,
            resp=by,
            type="",
        )
        zone = nodes[first].zone if role is _role(nodes[first]) else ""
        wrapper = nodes[first].wrapper if zone else None
        made = [*before, Loose(block, zone, wrapper, changed=True), *after]
        return [*nodes[:first], *made, *nodes[last + 1 :]]

    return _change(version, span, change)


def set_signature(version: Version, span: Span, who: Signatory, by: str, decoded: Decoded) -> Version:
    """The version with `span` as a signature; raises Stale where a name is not printed in it."""
    version = set_kind(version, span, Role.SIGNED, by, decoded)

    def change(nodes: list[Loose]) -> list[Loose]:
        return [replace(each, node=_named(each.node, who, by)) if _is_at(each.node, span) else each for each in nodes]

    return _change(version, span, change)


def join_blocks(version: Version, span: Span, by: str, decoded: Decoded) -> Version:
    """The version with the block that begins at `span` as the end of the block before it."""

    def change(nodes: list[Loose]) -> list[Loose]:
        at = next((i for i, each in enumerate(nodes) if _starts(each.node, span)), -1)
        if at < 0:
            if any(isinstance(each.node, Block) and _holds(each.node, span) for each in nodes):
                return [replace(each, node=_confirmed(each.node, span, by)) for each in nodes]
            raise Stale("no block begins there", "Quote the first words of the second piece.")
        if at == 0 or not isinstance(nodes[at - 1].node, Block):
            raise Stale("there is no block right before it to join it with", "Take the entry out.")
        one, other = _block_of(nodes[at - 1]), _block_of(nodes[at])
        apart = needs_space(one.text, other.text) and not one.text.endswith("-")
        torn = [*_gap(one, other, decoded)] if apart else []
        content = (*one.content, *torn, Milestone("lb", break_="" if apart else "no", resp=by), *other.content)
        whole = replace(one, content=content, span=one.span.cover(other.span), certainty=1.0, reason=_DECIDED)
        return [*nodes[: at - 1], replace(nodes[at - 1], node=whole, changed=True), *nodes[at + 1 :]]

    return _change(version, span, change)


def split_block(version: Version, span: Span, by: str, decoded: Decoded) -> Version:
    """The version with a block of its own from `span` on, of the kind of the block that it was part of."""

    def change(nodes: list[Loose]) -> list[Loose]:
        if any(_starts(each.node, span) for each in nodes):
            return nodes  # it is as the editor wants it
        first, _ = _reach(nodes, span)
        block = _block_of(nodes[first])
        before, rest, _ = _parted([nodes[first]], Span(span.file, span.start, block.span.end), decoded)
        second = replace(rest, certainty=1.0, reason=_DECIDED, resp=by)
        return [*nodes[:first], *before, replace(nodes[first], node=second, changed=True), *nodes[first + 1 :]]

    return _change(version, span, change)


def set_language(version: Version, span: Span, tag: str, by: str) -> Version:
    """The version with `tag` as the language of the blocks in `span`, where that is not the version's own."""

    def change(nodes: list[Loose]) -> list[Loose]:
        first, last = _reach(nodes, span)
        own = "" if tag == version.lang else tag
        here = [replace(each, node=replace(_block_of(each), lang=own, resp=by)) for each in nodes[first : last + 1]]
        return [*nodes[:first], *here, *nodes[last + 1 :]]

    return _change(version, span, change)


def holds(version: Version, span: Span) -> bool:
    """Whether text of `span` stands in the version."""
    return any(
        leaf.span.start < span.end and span.start < leaf.span.end
        for block in version.blocks()
        for leaf in texts(block.content)
    )


def _change(version: Version, span: Span, change: Change) -> Version:
    """The version with `change` made in the innermost division that holds `span`."""
    return replace(version, content=_in_content(version.content, span, change))


def _in_content(content: tuple[Node, ...], span: Span, change: Change) -> tuple[Node, ...]:
    for index, node in enumerate(content):
        if isinstance(node, Division) and _contains(node.content, span):
            inner = replace(node, content=_in_content(node.content, span, change))
            return (*content[:index], inner, *content[index + 1 :])
    nodes = loosen(content, lambda block: _meet(block.span, span))
    return regroup(change(nodes))


def _contains(content: tuple[Node, ...], span: Span) -> bool:
    """Whether all of the text of `span` that stands in blocks stands in `content`: its first character does."""
    for node in content:
        match node:
            case Block() if node.span.start <= span.start < node.span.end:
                return True
            case Group(blocks=blocks) if any(b.span.start <= span.start < b.span.end for b in blocks):
                return True
            case Division(content=inner) if _contains(inner, span):
                return True
            case _:
                pass
    return False


def _reach(nodes: Sequence[Loose], span: Span) -> tuple[int, int]:
    """The first and the last of the blocks that `span` meets; raises Stale when none does, or others stand between."""
    met = [i for i, each in enumerate(nodes) if isinstance(each.node, Block) and _meet(each.node.span, span)]
    if not met:
        raise Stale("this is not in the text: it was set aside, or stands in a list", "`tei inspect` shows what it is.")
    if any(not isinstance(each.node, Block) for each in nodes[met[0] : met[-1] + 1]):
        raise Stale("the quotation goes over the border of a division or a list", "Quote less.")
    return met[0], met[-1]


def _parted(nodes: Sequence[Loose], span: Span, decoded: Decoded) -> tuple[list[Loose], Block, list[Loose]]:
    """What of some blocks stands before `span`, what in it, as one block, and what after it."""
    blocks = [each.node for each in nodes if isinstance(each.node, Block)]
    content: list[Inline] = []
    for index, block in enumerate(blocks):
        if index:
            content += [Milestone("lb"), *_gap(blocks[index - 1], block, decoded)]
        content += block.content
    whole = tuple(content)
    starts = _offset(whole, span.start)
    ends = _offset(whole, span.end)
    before, middle, after = cut(whole, 0, starts), cut(whole, starts, ends), cut(whole, ends, len(plain_text(whole)))
    left = [replace(nodes[0], node=_block(blocks[0], before), changed=True)] if plain_text(before).strip() else []
    right = [replace(nodes[-1], node=_block(blocks[-1], after), changed=True)] if plain_text(after).strip() else []
    return left, _block(blocks[0], middle), right


def _offset(content: tuple[Inline, ...], place: int) -> int:
    """Where in the plain text of `content` the character of the source at `place` is, or would be."""
    position = 0
    for leaf in texts(content):
        if place < leaf.span.end:
            return position + max(0, place - leaf.span.start)
        position += len(leaf.text)
    return position


def _block(like: Block, content: tuple[Inline, ...]) -> Block:
    trimmed = list(content)
    for end in (0, -1):
        while trimmed and isinstance(trimmed[end], Milestone | Text) and not plain_text((trimmed[end],)).strip():
            trimmed.pop(end)
    spans = [leaf.span for leaf in texts(trimmed)]
    return replace(like, content=tuple(trimmed), span=spans[0].cover(spans[-1]))


def _gap(one: Block, other: Block, decoded: Decoded) -> list[Inline]:
    """The white space between two blocks, where there is some."""
    start = one.span.end
    white = decoded.text[start : other.span.start]
    if not white or not white.isspace():
        return []
    return [Text(white, Span(decoded.file, start, other.span.start))]


def _named(node: Node, who: Signatory, by: str) -> Node:
    assert isinstance(node, Block)
    content = _plain(node.content)
    text = plain_text(content)
    marks = []
    for tag, words in (("persName", who.name), ("roleName", who.role), ("orgName", who.party)):
        at = text.find(words) if words else -1
        if words and at < 0:
            raise Stale(
                f"“{words}” is not printed in the signature", "Write it as it stands there, or quote more lines."
            )
        if words:
            marks.append((at, at + len(words), lambda inner, tag=tag: Name(tag, inner, resp=by)))
    return replace(node, content=wrap(content, sorted(marks, key=lambda mark: mark[0])))


def _plain(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The content without its names."""
    out: list[Inline] = []
    for node in content:
        out += _plain(node.content) if isinstance(node, Name) else [node]
    return tuple(out)


def _confirmed(node: Node, span: Span, by: str) -> Node:
    """The block that `span` is in, with the break before it made certain."""
    if not isinstance(node, Block) or not _holds(node, span):
        return node
    out: list[Inline] = []
    position = 0
    target = _offset(node.content, span.start)
    for inline in node.content:
        if isinstance(inline, Milestone) and inline.tag == "lb" and position <= target:
            nearest = plain_text(cut(node.content, position, target)).strip() == ""
            apart = plain_text(cut(node.content, 0, position))[-1:].isspace()
            sure = ("" if apart else "no") if inline.break_ == "maybe" else inline.break_
            out.append(replace(inline, break_=sure, resp=by) if nearest else inline)
        else:
            out.append(inline)
        position += len(plain_text((inline,)))
    return replace(node, content=tuple(out), certainty=1.0, resp=by)


def _block_of(each: Loose) -> Block:
    if not isinstance(each.node, Block):
        raise Stale("this is no single block", "Quote less.")
    return each.node


def _role(each: Loose) -> Role | None:
    return each.node.role if isinstance(each.node, Block) else None


def _is_at(node: Node, span: Span) -> bool:
    return isinstance(node, Block) and node.span.start <= span.start < node.span.end and node.role is Role.SIGNED


def _starts(node: Node, span: Span) -> bool:
    return isinstance(node, Block) and node.span.start == span.start


def _holds(node: Node, span: Span) -> bool:
    return isinstance(node, Block) and node.span.start < span.start < node.span.end


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


__all__ = [
    "Signatory",
    "Wrapper",
    "holds",
    "join_blocks",
    "set_kind",
    "set_language",
    "set_signature",
    "split_block",
]
