"""A document as elementpath sees it, with the text that it leaves out or puts in disorder.

In the string value of an element, elementpath 5.1.4 loses the characters that follow a comment or a processing
instruction, and puts those after a grandchild behind those after the child (`1k` for `<a><b><c/>k</b>1</a>`). libxml2 has
the whole of it, in order.
"""

from collections.abc import Iterator
from copy import copy
from typing import Any

from elementpath.datatypes import UntypedAtomic
from elementpath.tree_builders import build_lxml_node_tree
from elementpath.xpath_nodes import EtreeDocumentNode, EtreeElementNode
from lxml import etree

_STRING = etree.XPath("string()", smart_strings=False)


class _WholeElement(EtreeElementNode):
    """An element whose string value has all its characters."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        """All characters inside."""
        return str(_STRING(self.value))  # type: ignore[arg-type]  # an element of lxml, since we gave it

    @property
    def compat_string_value(self) -> str:
        """The same, as XPath 1 asks for it."""
        return self.string_value

    @property
    def iter_typed_values(self) -> Iterator[UntypedAtomic]:
        """The value of an element that no schema has given a type."""
        yield UntypedAtomic(self.string_value)


class _WholeDocument(EtreeDocumentNode):
    """A document whose string value has all its characters."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        """All characters inside."""
        return str(_STRING(self.value.getroot()))  # type: ignore[arg-type]

    @property
    def compat_string_value(self) -> str:
        """The same, as XPath 1 asks for it."""
        return self.string_value

    @property
    def iter_typed_values(self) -> Iterator[UntypedAtomic]:
        """The value of the document."""
        yield UntypedAtomic(self.string_value)


def node_tree(tree: etree._ElementTree) -> Any:
    """The document node for `tree`."""
    root: Any = build_lxml_node_tree(tree)
    for element in tree.iter(etree.Element):
        if len(element):
            root.elements[element].__class__ = _WholeElement
    root.__class__ = _WholeDocument
    return root


def order_by_position(parser: Any) -> None:
    """Makes `<<` and `>>` of a parser compare the numbers that nodes have; elementpath searches the whole document."""
    for symbol in ("<<", ">>"):
        known = parser.symbol_table[symbol]
        parser.symbol_table[symbol] = type(
            known.__name__, (known,), {"evaluate": _compared, "by_search": known.evaluate}
        )


def _compared(self: Any, context: Any = None) -> Any:
    if context is None:
        return self.by_search(context)
    left, right = (list(operand.select(copy(context))) for operand in self)
    if len(left) == len(right) == 1 and _top(left[0]) is _top(right[0]) is not None:
        before, after = (left[0], right[0]) if self.symbol == "<<" else (right[0], left[0])
        return before.position < after.position
    return self.by_search(context)


def _top(node: Any) -> Any:
    """The document or outermost element that a node is in; None for what is no node."""
    while getattr(node, "parent", None) is not None:
        node = node.parent
    return node if hasattr(node, "parent") else None
