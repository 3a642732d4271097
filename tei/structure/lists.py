"""Lists that the layout shows, as groups of blocks."""

from collections.abc import Iterator, Sequence

from tei.model.document import Block, Group, Role, Wrapper
from tei.model.inline import List
from tei.model.source import Decoded, LayoutKind
from tei.structure.depths import mark_of
from tei.structure.units import Unit, joined

_ITEM = "a numbered or bulleted line"


def list_length(units: Sequence[Unit], start: int) -> int:
    """How many items of a list stand in `units` from `start` on; 0 where the list is one line that only looks like it."""
    end = start
    while end < len(units) and units[end].kind is LayoutKind.ITEM and not _another(units[start], units[end]):
        end += 1
    alone = end - start == 1 and not units[start].level
    return 0 if alone else end - start


def _another(first: Unit, unit: Unit) -> bool:
    """Whether an item that the markup gives begins another list: one with numbers after one with bullets."""
    return 0 < unit.level <= first.level and bool(unit.n) is not bool(first.n)


def list_of(units: Sequence[Unit], decoded: Decoded) -> Group:
    """The list that `units` are; deeper items stand in a list inside the item above them."""
    return Group(Wrapper.LIST, tuple(_items(units, decoded)), type=_type(units))


def _items(units: Sequence[Unit], decoded: Decoded) -> Iterator[Block]:
    index = 0
    while index < len(units):
        unit = units[index]
        end = index + 1
        while end < len(units) and units[end].level > unit.level:
            end += 1
        inner = units[index + 1 : end]
        content = joined(decoded, unit.lines)
        span = unit.span
        if inner:
            content = (*content, List(_type(inner), tuple(_items(inner, decoded))))
            span = span.cover(inner[-1].span)
        yield Block(Role.ITEM, content, span, lang=unit.foreign, reason=_ITEM, n=unit.n)
        index = end


def _type(units: Sequence[Unit]) -> str:
    """The type of a list whose numbers the markup gives; "" where the numbers are in the text."""
    outer = [unit for unit in units if unit.level <= units[0].level]
    if not units[0].level or (not units[0].n and mark_of(units[0].text)[0]):
        return ""
    return "ordered" if all(unit.n for unit in outer) else "bulleted"
