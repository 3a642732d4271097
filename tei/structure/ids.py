"""Minting of xml:id values from structure alone: `en.p3`, `zh.list1.item2`, `zh.closer1`."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from tei.model.document import Block, Division, Group, Node, Version, map_runs
from tei.model.inline import Inline, List, Milestone, Ref, Text


def mint_ids(version: Version) -> Version:
    """The same version with an id on every block, list, group and division, numbered by kind in document order."""
    counts: Counter[str] = Counter()
    return replace(version, content=tuple(_node(node, version.id, counts) for node in version.content))


def renumber(version: Version) -> Version:
    """The version with its ids minted anew after blocks were moved, and what refers to a note pointing to its new id."""
    minted = mint_ids(version)
    new = {old.id: now.id for old, now in zip(version.blocks(), minted.blocks(), strict=True) if old.id}
    if all(old == now for old, now in new.items()):
        return minted
    return map_runs(minted, lambda _, run: tuple(_retargeted(node, new) for node in run))


def _retargeted(node: Inline, new: Mapping[str, str]) -> Inline:
    if isinstance(node, Text | Milestone | List):
        return node
    moved = replace(node, content=tuple(_retargeted(inner, new) for inner in node.content))
    return replace(moved, target=new.get(moved.target, moved.target)) if isinstance(moved, Ref) else moved


def _next(prefix: str, kind: str, counts: Counter[str]) -> str:
    key = f"{prefix}.{kind}"
    counts[key] += 1
    return f"{key}{counts[key]}"


def _node(node: Node, prefix: str, counts: Counter[str]) -> Node:
    match node:
        case Block():
            return _block(node, prefix, counts)
        case Group(wrapper=wrapper, blocks=blocks):
            identity = _next(prefix, wrapper.value, counts)
            inner = identity if wrapper.value in ("list", "table", "lg") else prefix
            return replace(node, id=identity, blocks=tuple(_block(block, inner, counts) for block in blocks))
        case Division(content=content):
            identity = _next(prefix, "div", counts)
            return replace(node, id=identity, content=tuple(_node(inner, prefix, counts) for inner in content))
        case Milestone():
            return node


def _block(block: Block, prefix: str, counts: Counter[str]) -> Block:
    identity = _next(prefix, block.role.value, counts)
    content = tuple([_list(node, prefix, counts) if isinstance(node, List) else node for node in block.content])
    return replace(block, id=identity, content=content)


def _list(listed: List, prefix: str, counts: Counter[str]) -> List:
    identity = _next(prefix, "list", counts)
    return replace(listed, id=identity, items=tuple(_block(item, identity, counts) for item in listed.items))
