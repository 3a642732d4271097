"""The context of a rule, found in a document at once: which nodes it is for.

A context is a match pattern of XSLT: a node matches `a/b` when `//a/b` selects it (XSLT 2.0, 5.5.3). So the nodes are
selected, once for each document, and only where the names that the pattern asks for occur in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei.schema.schematron_document import Document, Lookup, NotEvaluable, Spot
from tei.schema.schematron_plain import Kind, tokens
from tei.schema.schematron_xpath import Compiler, Expression

_ANYWHERE = "/descendant-or-self::node()/"
_AXES = frozenset({"child", "attribute"})
_AXES_OF_3 = _AXES | {"descendant", "descendant-or-self", "self"}
_FIRST_CALLS = frozenset({"id", "key"})
_KIND_TESTS = frozenset(
    """node text comment processing-instruction element attribute document-node schema-element schema-attribute
    namespace-node""".split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names without which a pattern matches nothing: all of `required`, and one of `some` where there are any.

    Those of attributes have an `@` before them.
    """

    required: frozenset[str]
    some: frozenset[str]

    def occur_in(self, names: frozenset[str]) -> bool:
        """Whether a document with these names (`Vocabulary.names`) has them."""
        return self.required <= names and (not self.some or not self.some.isdisjoint(names))


class Context:
    """One context, its alternatives apart."""

    def __init__(self, text: str, compiler: Compiler) -> None:
        self._compiler = compiler
        self.alternatives = [(part, _names(part, compiler)) for part in _alternatives(text)]
        self._selectors: dict[str, etree.XPath | Expression | None] = {}

    def may_match(self, names: frozenset[str]) -> bool:
        """Whether a document with these names can have a node for the rule."""
        return any(needed.occur_in(names) for _, needed in self.alternatives)

    def spots(self, document: Document, names: frozenset[str], lookup: Lookup) -> Iterator[Spot]:
        """The nodes that match, each once; NotEvaluable when they cannot be known."""
        seen: set[Spot] = set()
        for text, needed in self.alternatives:
            if needed.occur_in(names):
                for spot in self._select(text, document, lookup):
                    if spot not in seen:
                        seen.add(spot)
                        yield spot

    def _select(self, text: str, document: Document, lookup: Lookup) -> Iterator[Spot]:
        if text == "/":
            yield document.root
            return
        if text not in self._selectors:
            self._selectors[text] = self._compiled(text)
        selector = self._selectors[text]
        if isinstance(selector, etree.XPath):
            self._compiler.document = document
            found = selector(document.tree)
            assert isinstance(found, list)
            yield from (_spot(node) for node in found)
        elif selector is not None:
            yield from (document.spot(node) for node in selector.items(document.root, document, lookup))

    def path(self, text: str) -> str:
        """The path to every element that an alternative matches, in XPath 1.0; "" where it needs more, or matches others."""
        try:
            _check_is_pattern(text, self._compiler.version)
        except NotEvaluable:
            return ""
        of_elements = not any(token in ("@", "attribute") for _, token, _ in _outside_predicates(text))
        return self._plain_path(text) if of_elements and text != "/" else ""

    def _compiled(self, text: str) -> "etree.XPath | Expression":
        _check_is_pattern(text, self._compiler.version)
        if path := self._plain_path(text):
            return self._compiler.path(path)
        first = _first(text)
        anywhere = "" if first in ("/", "//") or first in _FIRST_CALLS else _ANYWHERE
        parenthesized = f"({text})" if anywhere else text
        return self._compiler.expression(anywhere + parenthesized)

    def _plain_path(self, text: str) -> str:
        """The path to every node that an alternative matches, in XPath 1.0; "" where it needs more."""
        found = self._compiler.plain(text)
        nodes = found is not None and found.kind in (Kind.NODES, Kind.NODE) and not found.uses_current
        located = _first(text) in _FIRST_CALLS or (found and found.counts and found.text.startswith("("))
        return _everywhere(found.text, found.counts) if found and nodes and not located and _is_named(text) else ""


def _first(text: str) -> str:
    return next(tokens(text), ("", "", 0))[1]


def _everywhere(pattern: str, counts: bool) -> str:
    """The path to every node that matches. `descendant` is what libxml2 is fast at, where no position is counted."""
    if pattern.startswith("/"):
        return pattern
    if pattern.startswith("("):
        depth = 0
        for _, token, offset in tokens(pattern):
            depth += (token == "(") - (token == ")")
            if not depth:
                inside = (_everywhere(part, counts) for part in _alternatives(pattern[1:offset]))
                return f"({' | '.join(inside)}){pattern[offset + 1 :]}"
    second = [token for _, token, _ in tokens(pattern)][1:2]
    return f"//{pattern}" if counts or second == ["::"] else f"/descendant::{pattern}"


def _spot(node: object) -> Spot:
    """What libxml2 selects, as a spot: an element, or an attribute as a string that knows its parent."""
    if isinstance(node, etree._Element):
        return Spot(node)
    if isinstance(node, etree._ElementUnicodeResult) and node.is_attribute:
        parent = node.getparent()
        if parent is not None:
            return Spot(parent, f"@{node.attrname!s}")
    raise NotEvaluable("what it selects is not a node that a rule can be for")


def _alternatives(text: str) -> list[str]:
    """The parts of a union at the top level."""
    parts: list[str] = []
    start = depth = 0
    for kind, token, offset in tokens(text):
        if kind == "sign" and token == "(:":
            return [text.strip()]  # a comment may hold anything
        depth += (token in "[(") - (token in "])") if kind == "sign" else 0
        operator = token == "|" if kind == "sign" else token == "union" and text[start:offset].strip()
        if depth == 0 and operator:
            parts.append(text[start:offset].strip())
            start = offset + len(token)
    return [*parts, text[start:].strip()]


def _outside_predicates(text: str) -> list[tuple[str, str, int]]:
    """Kind and text of the tokens that are in no predicate, with the number of parentheses that they are in."""
    found = []
    brackets = parentheses = 0
    for kind, token, _ in tokens(text):
        sign = kind == "sign"
        brackets -= sign and token == "]"
        parentheses -= sign and token == ")"
        if not brackets:
            found.append((kind, token, parentheses))
        brackets += sign and token == "["
        parentheses += sign and token == "("
    return found


def _names(text: str, compiler: Compiler) -> Names:
    """The names that a pattern asks for; of those in parentheses, which may be alternatives, one will do."""
    found = [*_outside_predicates(text), ("", "", 0)]
    required: set[str] = set()
    some: set[str] = set()
    open_ended = "(:" in text or any(token in ("except", "intersect") for _, token, _ in found)
    for index, (kind, token, depth) in enumerate(found[:-1]):
        if kind != "name" or found[index + 1][1] in ("::", "("):
            open_ended = open_ended or (depth > 0 and found[index + 1][1] == "(")
            open_ended = open_ended or (depth > 0 and token == "*")
            continue
        clark = _clark(token, compiler)
        before = [each[1] for each in found[max(index - 2, 0) : index]]
        attribute = before[-1:] == ["@"] or before == ["attribute", "::"]
        if clark:
            (some if depth else required).add(f"@{clark}" if attribute else clark)
        elif depth:
            open_ended = True
    if open_ended:
        return Names(frozenset(), frozenset())
    required |= {f"@{clark}" for name in _demanded(text) if (clark := _clark(name, compiler))}
    return Names(frozenset(required), frozenset(some))


def _demanded(text: str) -> Iterator[str]:
    """The attributes in predicates that ask for one and nothing else, such as `[@who]`."""
    found = [token for _, token, _ in tokens(text)]
    depth = 0
    for index, token in enumerate(found):
        if not depth and found[index : index + 2] == ["[", "@"] and found[index + 3 : index + 4] == ["]"]:
            yield found[index + 2]
        depth += (token in ("[", "(")) - (token in ("]", ")"))


def _clark(token: str, compiler: Compiler) -> str:
    """A name in Clark notation; "" where it is a wildcard or its prefix unknown."""
    prefix, _, local = token.rpartition(":")
    if "*" in (prefix, local) or (prefix and prefix not in compiler.namespaces):
        return ""
    return f"{{{compiler.namespaces[prefix]}}}{local}" if prefix else local


def _is_named(text: str) -> bool:
    """Whether every step is for elements or attributes: libxml2's text nodes and comments are not elementpath's."""
    return not any(found[1] in _KIND_TESTS for found in _outside_predicates(text))


def _check_is_pattern(text: str, version: int) -> None:
    """NotEvaluable when `text` is an expression, but not one that can be the context of a rule."""
    found = [*_outside_predicates(text), ("", "", 0)]
    for index, (kind, token, _) in enumerate(found[:-1]):
        after = found[index + 1][1]
        if token in (".", "..") or token.startswith("$"):
            raise NotEvaluable(f"“{text}” is not a match pattern")
        if kind == "name" and after == "::" and token not in (_AXES_OF_3 if version == 3 else _AXES):
            raise NotEvaluable(f"the axis {token} cannot be used in a context")
        if kind == "name" and after == "(" and token not in _KIND_TESTS and (index or token not in _FIRST_CALLS):
            raise NotEvaluable(f"{token}() cannot be used in a context")
