"""A document for the rules of Schematron: its nodes, by name of element or attribute, and as elementpath has them."""

import copy
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei.names import XML_ID

if TYPE_CHECKING:
    from elementpath import XPathContext
    from elementpath.xpath_nodes import XPathNode

Items = list[Any]
Lookup = Callable[[str], Items | None]


class NotEvaluable(Exception):
    """An expression cannot be compiled or evaluated; the message says why."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node that a rule is for: an element, or a `part` of one: an attribute, a text; "/" is the document itself."""

    element: etree._Element
    part: str = ""
    node: "XPathNode | None" = field(default=None, compare=False)


class Document:
    """A document as elementpath sees it, built when the first expression needs it."""

    def __init__(self, tree: etree._ElementTree, now: datetime | None) -> None:
        self.tree = tree
        self.root = Spot(tree.getroot(), "/")
        self.keys: dict[str, dict[str, Items]] = {}
        self._now = now
        self._context: XPathContext | None = None

    def context(self, node: "XPathNode", variables: Mapping[str, Items]) -> "XPathContext":
        """The dynamic context for an expression at `node`."""
        context = copy.copy(self._base())
        context.item = node
        context.variables = {name: value[0] if len(value) == 1 else value for name, value in variables.items()}
        return context

    def node(self, spot: Spot) -> Any:
        """The node of elementpath for a spot."""
        root: Any = self._base().root
        if spot.node is not None:
            return spot.node
        if spot.part == "/":
            return root
        element = root.elements[spot.element]
        return next(each for each in element.attributes if f"@{each.name}" == spot.part) if spot.part else element

    def spot(self, node: Any) -> Spot:
        """The spot of one of elementpath's nodes; NotEvaluable for what is not a node of this document."""
        kind = getattr(node, "node_kind", "")
        if kind == "element":
            return Spot(node.value, node=node)
        if kind == "document":
            return self.root
        if kind not in ("attribute", "text", "comment", "processing-instruction"):
            raise NotEvaluable("what it selects is not a node that a rule can be for")
        parent = getattr(node.parent, "value", None)
        part = f"@{node.name}" if kind == "attribute" else f"{kind} {node.position}"
        return Spot(parent if isinstance(parent, etree._Element) else self.root.element, part, node)

    @cached_property
    def elements(self) -> dict[str, tuple[int, etree._Element]]:
        """The first element of each xml:id, with its number in document order."""
        found: dict[str, tuple[int, etree._Element]] = {}
        for number, element in enumerate(self.tree.iter(etree.Element)):
            if name := element.get(XML_ID, "").strip():
                found.setdefault(name, (number, element))
        return found

    @cached_property
    def ids(self) -> dict[str, Any]:
        """The same elements as elementpath's nodes."""
        root: Any = self._base().root
        return {name: root.elements[element] for name, (_, element) in self.elements.items()}

    def in_order(self, nodes: Iterable[Any]) -> Items:
        """The nodes in document order, each once."""
        return sorted({id(node): node for node in nodes}.values(), key=lambda node: int(node.position))

    def _base(self) -> "XPathContext":
        if self._context is None:
            from elementpath import XPathContext

            from tei.schema.schematron_nodes import node_tree

            try:
                self._context = XPathContext(node_tree(self.tree), current_dt=self._now)
            except Exception as error:  # unresolved entities, say
                raise NotEvaluable(f"the document has nodes that XPath does not know: {reason(error)}") from error
        return self._context


def reason(error: BaseException) -> str:
    """Why elementpath refuses an expression, without the place in its own rewriting of it."""
    text = re.sub(r"^.*?: (?=\[err:)", "", " ".join(str(error).split())) or type(error).__name__
    return text.replace("own-", "")
