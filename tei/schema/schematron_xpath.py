"""XPath for Schematron: by libxml2 where the expression is plain, by elementpath where it is XPath 2 or 3.

Of the functions that XSLT adds, `current`, `key` and `document` are here. Nothing but local files is ever opened.
"""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei.schema.schematron import Schema
from tei.schema.schematron_document import Document, Items, Lookup, NotEvaluable, Spot, reason
from tei.schema.schematron_functions import NAMESPACE, PREFIX, functions
from tei.schema.schematron_plain import CURRENT, Kind, Plain, plain, tokens

_CODEPOINT = "http://www.w3.org/2005/xpath-functions/collation/codepoint"
_MOVED = {name: f"own-{name}" for name in ("id", "key", "document", "doc", "doc-available")}


class Expression:
    """One expression, compiled for libxml2 or for elementpath."""

    def __init__(self, text: str, compiler: "Compiler") -> None:
        self.text = text
        self._compiler = compiler
        self._plain = compiler.plain(text)
        self._fast: dict[str, etree.XPath] = {}
        self._token: Any = None
        self._variables: tuple[str, ...] = ()

    def compile(self) -> "Expression":
        """The same expression, when it is one; NotEvaluable when it cannot be compiled."""
        if self._plain is None:
            self._compile()
        return self

    def holds(self, spot: Spot, document: Document, lookup: Lookup) -> bool:
        """The effective boolean value at a node."""
        if self._plain is not None and not spot.part:
            return bool(self._quick("boolean", spot, document))
        items = self.items(spot, document, lookup)
        try:
            return bool(self._token.boolean_value(items))
        except Exception as error:  # it has none: several strings, say
            raise NotEvaluable(reason(error)) from error

    def string(self, spot: Spot, document: Document, lookup: Lookup) -> str:
        """The value as text for a message: of several items the first in XPath 1, all in later versions."""
        if self._plain is not None and not spot.part and self._plain.kind in (Kind.STRING, Kind.NODE, Kind.NUMBER):
            return str(self._quick("string", spot, document))
        items = self.items(spot, document, lookup)
        if self._compiler.version == 1:
            items = items[:1]
        try:
            return " ".join(self._token.string_value(item) for item in items)
        except Exception as error:  # a function has no text
            raise NotEvaluable(reason(error)) from error

    def items(self, spot: Spot, document: Document, lookup: Lookup) -> Items:
        """The items that the expression gives, as elementpath has them."""
        self._compile()
        node = document.node(spot)
        variables = {CURRENT: [node]}
        for name in self._variables:
            if (value := lookup(name)) is not None:
                variables[name] = value
        context = document.context(node, variables)
        self._compiler.document = document
        try:
            return list(self._token.select(context))
        except Exception as error:  # its own errors; Python's where it is led beyond what it can do
            raise NotEvaluable(reason(error)) from error

    def _compile(self) -> None:
        if self._token is None:
            self._token, self._variables = self._compiler.token(self.text)

    def _quick(self, function: str, spot: Spot, document: Document) -> object:
        assert self._plain is not None
        self._compiler.document = document
        if function not in self._fast:
            self._fast[function] = self._compiler.path(f"{function}({self._plain.text})")
        variables: Any = {CURRENT: [spot.element]} if self._plain.uses_current else {}
        try:
            return self._fast[function](spot.element, **variables)
        except etree.XPathError as error:  # too much of something, even for libxml2
            raise NotEvaluable(str(error)) from error


class Compiler:
    """Compiles the expressions of one schema. elementpath is loaded when the first of them needs it."""

    def __init__(self, schema: Schema) -> None:
        self.version = schema.version
        self.namespaces = {**schema.namespaces}
        self.document: Document | None = None
        self._schema = schema
        self._parsers: list[Any] = []
        self._known: dict[str, Expression] = {}
        self._functions = functions(self._now, self.version)

    def expression(self, text: str) -> Expression:
        """The compiled form of `text`, one for each; NotEvaluable when it has none."""
        if text not in self._known:
            self._known[text] = Expression(text, self)
        return self._known[text].compile()

    def plain(self, text: str) -> Plain | None:
        """The expression as XPath 1.0, where all versions agree on it and all its prefixes are declared."""
        found = plain(text)
        names = (name for kind, name, _ in tokens(found.text if found else "") if kind == "name" and ":" in name)
        return found if all(name.partition(":")[0] in ("xml", PREFIX, *self.namespaces) for name in names) else None

    def path(self, text: str) -> etree.XPath:
        """An expression in XPath 1.0, compiled by libxml2."""
        return etree.XPath(text, namespaces={**self.namespaces, PREFIX: NAMESPACE}, extensions=self._functions)

    def token(self, text: str) -> tuple[Any, tuple[str, ...]]:
        """What elementpath makes of an expression, and the names of its variables."""
        if _asks_for_position(text):
            raise NotEvaluable("the node that a rule is for has no position")
        document, self.document = self.document, None  # the parser tries out what does not depend on one
        try:
            token = self._parsed(_rewritten(text))
        except Exception as error:
            raise NotEvaluable(reason(error)) from error
        finally:
            self.document = document
        names = {str(each[0].value): None for each in token.iter() if each.symbol == "$" and len(each)}
        names.pop(CURRENT, None)
        return token, tuple(names)

    def _parsed(self, text: str) -> Any:
        """The expression as XPath 2, or else as XPath 3.1, whose parser takes twice as long to load.

        What XSLT 2 adds to XPath 2 is in XPath 3; and both have a mode that compares and counts as XPath 1 does.
        """
        from elementpath import XPath2Parser

        self._parsers = self._parsers or [self._parser_of(XPath2Parser)]
        try:
            return self._parsers[0].parse(text)
        except Exception:
            from elementpath.xpath31 import XPath31Parser

            if len(self._parsers) == 1:
                self._parsers.append(self._parser_of(XPath31Parser))
            return self._parsers[1].parse(text)

    def _parser_of(self, kind: Any) -> Any:
        from tei.schema.schematron_nodes import order_by_position

        compatible = self.version == 1
        parser = kind(namespaces=self.namespaces, default_collation=_CODEPOINT, compatibility_mode=compatible)
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
        order_by_position(parser)
        return parser

    def _now(self) -> Document:
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

    def _index(self, name: str, document: Document) -> dict[str, Items]:
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
        return [node_tree(_read(self._file(address))) for address in _strings(addresses)]

    def _has_file(self, addresses: Any) -> bool:
        return all(self._file(address).is_file() for address in _strings(addresses))

    def _file(self, address: str) -> Path:
        parts = urlsplit(address)
        if parts.scheme not in ("", "file") or parts.netloc or parts.fragment or not parts.path:
            raise ValueError(f"document “{address}” is not a local file")
        return self._schema.path.parent / unquote(parts.path)


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
            pieces += [text[done:start], f"${CURRENT}"]
            done = found[index + 2][2] + 1
        elif name in _MOVED:
            pieces += [text[done:start], _MOVED[name]]
            done = start + len(name)
    return "".join((*pieces, text[done:]))


def _asks_for_position(text: str) -> bool:
    """Whether `position()` or `last()` stands outside every predicate: only XSLT could say what it counts."""
    found = [(kind, token) for kind, token, _ in tokens(text)]
    depth = 0
    for index, (kind, token) in enumerate(found):
        if kind == "sign" and token in "[]":
            depth += 1 if token == "[" else -1
        if not depth and kind == "name" and token in ("position", "last") and found[index + 1 :][:1] == [("sign", "(")]:
            return True
    return False


def _strings(values: Any) -> list[str]:
    items = values if isinstance(values, list) else [values]
    return [str(getattr(item, "string_value", item)) for item in items]


def _no_variables(_name: str) -> None:
    return None


def _read(path: Path) -> etree._ElementTree:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.parse(path, parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise ValueError(f"document {path.name} cannot be read") from error
