"""XPath for Schematron: by libxml2 where the expression is plain, by elementpath where it is XPath 2 or 3.

Of the functions that XSLT adds, `current`, `key` and `document` are here. Nothing but local files is ever opened.
"""

import copy
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei.names import XML_ID
from tei.schema.schematron import Schema
from tei.schema.schematron_plain import Kind, plain, tokens

if TYPE_CHECKING:
    from elementpath import XPathContext
    from elementpath.xpath_nodes import XPathNode

Items = list[Any]
Lookup = Callable[[str], Items | None]

_CURRENT = "current-node-of-rule"
_CODEPOINT = "http://www.w3.org/2005/xpath-functions/collation/codepoint"
_MOVED = {name: f"own-{name}" for name in ("id", "key", "document", "doc", "doc-available")}


class NotEvaluable(Exception):
    """An expression cannot be compiled or evaluated; the message says why."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node that a rule is for: an element, or a `part` of one: an attribute, a text; "/" is the document itself."""

    element: etree._Element
    part: str = ""
    node: "XPathNode | None" = field(default=None, compare=False)


class Expression:
    """One expression, compiled for libxml2 or for elementpath."""

    def __init__(self, text: str, compiler: "Compiler") -> None:
        self.text = text
        self._compiler = compiler
        self._fast: dict[str, etree.XPath] = {}
        found = plain(text)
        self._plain = found if found and compiler.knows_prefixes(found.text) else None
        self._token: Any = None
        self._variables: tuple[str, ...] = ()

    def compile(self) -> "Expression":
        """The same expression, when it is one; NotEvaluable when it cannot be compiled."""
        if self._plain is None and self._token is None:
            self._token, self._variables = self._compiler.token(self.text)
        return self

    def holds(self, spot: Spot, document: "Document", lookup: Lookup) -> bool:
        """The effective boolean value at a node."""
        if self._plain is not None and not spot.part:
            return bool(self._quick("boolean")(spot.element))
        items = self.items(spot, document, lookup)
        try:
            return bool(self._token.boolean_value(items))
        except Exception as error:  # its own errors; Python's where it is led beyond what it can do
            raise NotEvaluable(reason(error)) from error

    def string(self, spot: Spot, document: "Document", lookup: Lookup) -> str:
        """The value as text for a message: of several items the first in XPath 1, all in later versions."""
        if self._plain is not None and not spot.part and self._plain.kind in (Kind.STRING, Kind.NODE, Kind.NUMBER):
            return str(self._quick("string")(spot.element))
        items = self.items(spot, document, lookup)
        if self._compiler.version == 1:
            items = items[:1]
        return " ".join(self._token.string_value(item) for item in items)

    def items(self, spot: Spot, document: "Document", lookup: Lookup) -> Items:
        """The items that the expression gives, as elementpath has them."""
        if self._token is None:
            self._token, self._variables = self._compiler.token(self.text)
        node = document.node(spot)
        variables = {_CURRENT: [node]}
        for name in self._variables:
            if (value := lookup(name)) is not None:
                variables[name] = value
        context = document.context(node, variables)
        self._compiler.document = document
        try:
            return list(self._token.select(context))
        except Exception as error:
            raise NotEvaluable(reason(error)) from error

    def _quick(self, function: str) -> etree.XPath:
        if function not in self._fast and self._plain is not None:
            text = f"{function}({self._plain.text})"
            self._fast[function] = etree.XPath(text, namespaces=self._compiler.namespaces, smart_strings=False)
        return self._fast[function]


class Compiler:
    """Compiles the expressions of one schema. elementpath is loaded when the first of them needs it."""

    def __init__(self, schema: Schema) -> None:
        self.version = schema.version
        self.namespaces = {**schema.namespaces}
        self.document: Document | None = None
        self._schema = schema
        self._parser: Any = None
        self._known: dict[str, Expression] = {}

    def expression(self, text: str) -> Expression:
        """The compiled form of `text`, one for each; NotEvaluable when it has none."""
        if text not in self._known:
            self._known[text] = Expression(text, self)
        return self._known[text].compile()

    def knows_prefixes(self, text: str) -> bool:
        """Whether every prefix in a plain expression is declared."""
        names = (name for kind, name, _ in tokens(text) if kind == "name" and ":" in name)
        return all(name.partition(":")[0] in ("xml", *self.namespaces) for name in names)

    def token(self, text: str) -> tuple[Any, tuple[str, ...]]:
        """What elementpath makes of an expression, and the names of its variables."""
        self._parser = self._parser or self._make_parser()
        document, self.document = self.document, None  # the parser tries out what does not depend on one
        try:
            token = self._parser.parse(_rewritten(text))
        except Exception as error:
            raise NotEvaluable(reason(error)) from error
        finally:
            self.document = document
        names = {str(each[0].value): None for each in token.iter() if each.symbol == "$" and len(each)}
        names.pop(_CURRENT, None)
        return token, tuple(names)

    def _make_parser(self) -> Any:
        from elementpath.xpath31 import XPath31Parser

        # One parser for all versions: what XSLT 2 adds to XPath 2 is in XPath 3, and to XPath 1 it has a mode that
        # compares and counts as that does.
        parser = XPath31Parser(
            namespaces=self.namespaces, default_collation=_CODEPOINT, compatibility_mode=self.version == 1
        )
        for name, function, types in (
            ("id", lambda values: self._by_id(values), ("item()*", "element()*")),
            ("key", lambda name, values: self._by_key(name, values), ("xs:string", "item()*", "node()*")),
            ("document", lambda addresses: self._load(addresses), ("item()*", "document-node()*")),
            ("doc", lambda addresses: self._load(addresses), ("item()*", "document-node()*")),
            ("doc-available", lambda addresses: self._has_file(addresses), ("item()*", "xs:boolean")),
        ):
            # elementpath counts the parameters, and would count the `self` of a method.
            # A path may begin with a call of a function, but not with what elementpath calls an external one.
            parser.external_function(function, _MOVED[name], sequence_types=types).label = "function"
        return parser

    def _now(self) -> "Document":
        """The document that an expression is being evaluated in."""
        if self.document is None:
            from elementpath import MissingContextError

            raise MissingContextError("there is no document")
        return self.document

    def _by_id(self, values: Any) -> Items:
        document = self._now()
        names = [name for value in _strings(values) for name in value.split()]
        return document.in_order(document.ids[name] for name in names if name in document.ids)

    def _by_key(self, name: str, values: Any) -> Items:
        document = self._now()
        if name not in document.keys:
            document.keys[name] = self._index(name, document)
        found = document.keys[name]
        return document.in_order(node for value in _strings(values) for node in found.get(value, ()))

    def _index(self, name: str, document: "Document") -> dict[str, Items]:
        """The nodes of a key by value."""
        index: dict[str, Items] = {}
        keys = [key for key in self._schema.keys if key.name == name]
        if not keys:
            raise ValueError(f"there is no key “{name}”")
        for key in keys:
            use = self.expression(key.use)
            pattern = self.expression(f"//({key.match})")
            for node in pattern.items(document.root, document, _no_variables):
                for value in _strings(use.items(document.spot(node), document, _no_variables)):
                    index.setdefault(value, []).append(node)
        return index

    def _load(self, addresses: Any) -> Items:
        from tei.schema.schematron_nodes import node_tree

        self._now()
        return [node_tree(_parsed(self._file(address))) for address in _strings(addresses)]

    def _has_file(self, addresses: Any) -> bool:
        return all(self._file(address).is_file() for address in _strings(addresses))

    def _file(self, address: str) -> Path:
        parts = urlsplit(address)
        if parts.scheme not in ("", "file") or parts.netloc or parts.fragment or not parts.path:
            raise ValueError(f"document “{address}” is not a local file")
        return self._schema.path.parent / unquote(parts.path)


class Document:
    """A document as elementpath sees it, built when the first expression needs it."""

    def __init__(self, tree: etree._ElementTree, now: datetime | None) -> None:
        self.tree = tree
        self.root = Spot(tree.getroot(), "/")
        self.keys: dict[str, dict[str, Items]] = {}
        self._now = now
        self._context: XPathContext | None = None
        self._ids: dict[str, Any] | None = None

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

    @property
    def ids(self) -> dict[str, Any]:
        """The first element of each xml:id."""
        if self._ids is None:
            self._ids = {}
            root: Any = self._base().root
            for element in self.tree.iter(etree.Element):
                if name := element.get(XML_ID, "").strip():
                    self._ids.setdefault(name, root.elements[element])
        return self._ids

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


def _rewritten(text: str) -> str:
    """The expression with calls of the functions that are ours under the names that they are registered by."""
    found = list(tokens(text))
    pieces: list[str] = []
    done = 0
    for index, (kind, name, start) in enumerate(found):
        follows = [token[1] for token in found[index + 1 : index + 3]]
        before = found[index - 1][1] if index else ""
        if kind != "name" or follows[:1] != ["("] or before == "::":
            continue
        if name == "current" and follows[1:] == [")"]:
            pieces += [text[done:start], f"${_CURRENT}"]
            done = found[index + 2][2] + 1
        elif name in _MOVED:
            pieces += [text[done:start], _MOVED[name]]
            done = start + len(name)
    return "".join((*pieces, text[done:]))


def _strings(values: Any) -> list[str]:
    items = values if isinstance(values, list) else [values]
    return [str(getattr(item, "string_value", item)) for item in items]


def _no_variables(_name: str) -> None:
    return None


def _parsed(path: Path) -> etree._ElementTree:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.parse(path, parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise ValueError(f"document {path.name} cannot be read") from error
