"""The content of a division taken apart, and put together again in the order that TEI asks for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tei.model.document import Block, Division, Group, Node, Role, Wrapper
from tei.model.inline import Milestone

Place = Literal["head", "top", "body", "bottom", "either", "any"]

_PLACES: dict[Role, Place] = {
    Role.HEAD: "head",
    Role.SIGNED: "bottom",
    Role.TRAILER: "bottom",
    Role.SALUTE: "either",
    Role.DATELINE: "either",
    Role.SEG: "either",
    Role.BYLINE: "either",
    Role.NOTE: "any",
}
_WRAPPED: dict[Wrapper, Place] = {
    Wrapper.OPENER: "top",
    Wrapper.CLOSER: "bottom",
    Wrapper.POSTSCRIPT: "bottom",
    Wrapper.LIST: "body",
}
_IN_CLOSER = (Role.SIGNED, Role.SALUTE, Role.DATELINE, Role.SEG, Role.BYLINE)


@dataclass(frozen=True, slots=True)
class Loose:
    """A node of a division by itself. `zone` is the id of the group that it stood in, `wrapper` what that was."""

    node: Node
    zone: str = ""
    wrapper: Wrapper | None = None
    changed: bool = False

    @property
    def place(self) -> Place:
        """Where in a division it may stand."""
        match self.node:
            case Block(role=role):
                return _WRAPPED[self.wrapper] if self.wrapper is not None else _PLACES.get(role, "body")
            case Group(wrapper=wrapper):
                return _WRAPPED[wrapper]
            case Milestone():
                return "any"
            case Division():
                return "body"


@dataclass(slots=True)
class _Part:
    """A document in the making."""

    top: list[Loose] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    bottom: list[Loose] = field(default_factory=list)


def loosen(content: Sequence[Node], touched: Callable[[Block], bool]) -> list[Loose]:
    """The nodes of `content`; a group of which a block is `touched` is taken apart, others stay whole."""
    nodes: list[Loose] = []
    for node in content:
        if isinstance(node, Group) and any(map(touched, node.blocks)):
            nodes += [Loose(block, node.id or str(id(node)), node.wrapper) for block in node.blocks]
        else:
            nodes.append(Loose(node))
    return nodes


def regroup(nodes: Sequence[Loose]) -> tuple[Node, ...]:
    """The nodes as the content of a division: what opens it, its text, what closes it.

    Where text follows what closes, it is a postscript, or another document when that has an end of its own. A heading
    in the middle begins a section, up to the next one or to what closes the whole.
    """
    parts = [_Part()]
    index = 0
    while index < len(nodes):
        each, rest = nodes[index], nodes[index + 1 :]
        place = _side(parts[-1], rest) if each.place == "either" else each.place
        index += 1
        if place == "head" and parts[-1].body and not parts[-1].bottom:
            end = _section_end(nodes, index)
            parts[-1].body.append(Division("section", regroup([replace(each, zone=""), *nodes[index:end]])))
            index = end
            continue
        if place in ("head", "top") and (parts[-1].bottom or parts[-1].body):
            parts.append(_Part())
        elif place == "body" and parts[-1].bottom:
            if any(other.place == "bottom" for other in rest):
                parts.append(_Part())
            elif isinstance(each.node, Block):
                each, place = Loose(Group(Wrapper.POSTSCRIPT, (each.node,))), "bottom"
        _put(parts[-1], place, each)
    return _assembled(parts)


def _section_end(nodes: Sequence[Loose], start: int) -> int:
    """Where a section ends whose text begins at `start`: at the next heading, or where what closes the whole begins."""
    end = next((i for i in range(start, len(nodes)) if nodes[i].place == "head"), len(nodes))
    if end == len(nodes):
        closing = [each.place in ("bottom", "either", "any") for each in nodes]
        return next(i for i in range(start, end + 1) if all(closing[i:]))
    return end


def _side(part: _Part, rest: Sequence[Loose]) -> Place:
    """Whether a dateline or a greeting opens a text or closes one."""
    if not part.body and not part.bottom:
        return "top"
    follows = next((each.place for each in rest if each.place not in ("either", "any")), "bottom")
    return "bottom" if follows in ("bottom", "head") else "top"


def _put(part: _Part, place: Place, each: Loose) -> None:
    if place == "any":
        place = "bottom" if part.bottom else "body" if part.body else "top"
    if place in ("head", "top"):
        part.top.append(each)
    elif place == "bottom":
        part.bottom.append(each)
    elif part.body and isinstance(last := part.body[-1], Division) and not isinstance(each.node, Division):
        part.body[-1] = replace(last, content=regroup([*map(Loose, last.content), each]))  # text stands above divisions
    else:
        part.body.append(each.node)


def _assembled(parts: Sequence[_Part]) -> tuple[Node, ...]:
    made = [
        (*_grouped(part.top, Wrapper.OPENER), *_listed(part.body), *_grouped(part.bottom, Wrapper.CLOSER))
        for part in parts
    ]
    return made[0] if len(made) == 1 else tuple(Division("document", content) for content in made if content)


def _grouped(nodes: Sequence[Loose], wrapper: Wrapper) -> Iterator[Node]:
    """The nodes, with the datelines, greetings and signatures that follow each other in one group."""
    run: list[Block] = []
    for each in nodes:
        if isinstance(each.node, Block) and each.node.role in _IN_CLOSER:
            run.append(each.node)
            continue
        if isinstance(each.node, Group) and each.node.wrapper is wrapper:
            run += each.node.blocks
            continue
        if run:
            yield Group(wrapper, tuple(run))
            run = []
        yield each.node
    if run:
        yield Group(wrapper, tuple(run))


def _listed(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes of a text, with items that follow each other in one list."""
    items: list[Block] = []
    for node in nodes:
        if isinstance(node, Block) and node.role is Role.ITEM:
            items.append(node)
            continue
        if items:
            yield Group(Wrapper.LIST, tuple(items))
            items = []
        yield node
    if items:
        yield Group(Wrapper.LIST, tuple(items))
