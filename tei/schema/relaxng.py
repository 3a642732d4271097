"""RELAX NG schemas in XML syntax read as patterns, definition by definition when first used.

`include`, `externalRef`, `combine`, `div` and nested grammars are resolved as the RELAX NG Specification says (section 4,
whose paragraphs the comments name); annotations, Schematron included, are passed over. Reading on first use is what
makes a big grammar cheap: a document needs a small part of tei_all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlparse

from lxml import etree

from tei.errors import UnreadableInput
from tei.names import RNG_NS, XML_NS
from tei.schema.catalog import resolve
from tei.schema.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    AnyName,
    Attribute,
    Choice,
    Data,
    Element,
    Grammar,
    Group,
    Interleave,
    List,
    Name,
    NameChoice,
    NameClass,
    NsName,
    OneOrMore,
    Pattern,
    Ref,
    Value,
)


class _Definition:
    """A named pattern of a grammar, read from its XML when `pattern` is first asked for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: list[tuple[etree._Element, _Context]] = []
        self._combine = ""

    def add(self, element: etree._Element, context: "_Context") -> None:
        """One more `define` or `start` of this name."""
        self._parts.append((element, context))
        self._combine = element.get("combine", self._combine).strip()

    @cached_property
    def pattern(self) -> Pattern:
        """What the name stands for, its parts combined as they say."""
        parts = tuple(_group(element, context.within(element)) for element, context in self._parts)
        if len(parts) == 1:
            return parts[0]
        if not self._combine:
            raise self.refused(f"is defined {len(parts)} times and not combined")
        return Choice(parts) if self._combine == "choice" else Interleave(parts)

    def refused(self, why: str) -> UnreadableInput:
        """The fault that this definition makes of the schema."""
        element, context = self._parts[0]
        return _bad(f"“{self.name or 'start'}” {why}", element, context)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The definitions of one grammar; `start` has the name ""."""

    parent: "_Scope | None"
    definitions: dict[str, _Definition]


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element of a schema inherits: namespace, datatype library, definitions, and the files being included."""

    namespace: str
    library: str
    scope: _Scope
    files: tuple[Path, ...]
    opened: set[Path]  # every file of the schema that was read, shared by all its contexts

    def within(self, element: etree._Element) -> "_Context":
        """The context of the children of `element`."""
        namespace, library = element.get("ns"), element.get("datatypeLibrary")
        if namespace is None and library is None:
            return self
        return replace(
            self,
            namespace=self.namespace if namespace is None else namespace,
            library=self.library if library is None else library,
        )


def read_grammar(path: Path) -> Grammar:
    """The RELAX NG schema in the file `path` (XML syntax); UnreadableInput when it is none."""
    opened: set[Path] = set()
    root, context = _open(path, _Context("", "", _Scope(None, {}), (), opened))
    return Grammar(path, _pattern(root, context), opened)


def _open(path: Path, context: _Context) -> tuple[etree._Element, _Context]:
    """The root of a schema file, and the context to read it in: a library is not inherited across files (4.4)."""
    path = path.resolve()
    if path in context.files:
        raise _fault(f"the schema includes itself through {path.name}", path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise _fault(f"the schema cannot be read: {error.strerror}", path) from error
    except etree.XMLSyntaxError as error:
        raise _fault(f"the schema is not well-formed XML: {error.msg}", path) from error
    if not str(root.tag).startswith(f"{{{RNG_NS}}}"):
        raise _fault("the file is not a RELAX NG schema in XML syntax", path)
    context.opened.add(path)
    context = replace(context, library="", files=(*context.files, path))
    for reference in root.iter(f"{{{RNG_NS}}}externalRef"):  # looked for now: whether it is read depends on documents
        if not _target(reference, context).is_file():
            raise _bad(f"“{reference.get('href')}” is not there", reference, context)
    return root, context


def _linked(element: etree._Element, context: _Context) -> tuple[etree._Element, _Context]:
    """The file that `include` or `externalRef` names, opened."""
    return _open(_target(element, context), context)


def _target(element: etree._Element, context: _Context) -> Path:
    """The path of that file. Nothing is fetched: a schema comes with what it includes, or a catalog has it."""
    href = urlparse(element.get("href", ""))
    if found := resolve(href.geturl()):
        return found
    if href.scheme not in ("", "file") or not href.path:
        raise _bad(f"“{element.get('href', '')}” is not a local file, and nothing is fetched", element, context)
    return context.files[-1].parent / unquote(href.path)


def _children(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The RELAX NG children with their local names; annotations are passed over."""
    prefix = f"{{{RNG_NS}}}"
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(prefix):
            yield child.tag[len(prefix) :], child


def _pattern(element: etree._Element, context: _Context) -> Pattern:
    kind = str(element.tag).rpartition("}")[2]
    read = _READERS.get(kind)
    if read is None:
        raise _bad(f"“{kind}” is not a RELAX NG pattern", element, context)
    return read(element, context.within(element))


def _parts(element: etree._Element, context: _Context, *, passing: tuple[str, ...] = ()) -> tuple[Pattern, ...]:
    return tuple(_pattern(child, context) for kind, child in _children(element) if kind not in passing)


def _group(element: etree._Element, context: _Context, *, passing: tuple[str, ...] = ()) -> Pattern:
    """The children of `element`, which stand for a group when they are several (4.12)."""
    parts = _parts(element, context, passing=passing)
    if not parts:
        raise _bad("a RELAX NG pattern has no content", element, context)
    return parts[0] if len(parts) == 1 else Group(parts)


def _optional(element: etree._Element, context: _Context) -> Pattern:
    return Choice((_group(element, context), EMPTY))


def _zero_or_more(element: etree._Element, context: _Context) -> Pattern:
    return Choice((OneOrMore(_group(element, context)), EMPTY))


def _mixed(element: etree._Element, context: _Context) -> Pattern:
    return Interleave((_group(element, context), TEXT))


def _ref(element: etree._Element, context: _Context) -> Pattern:
    return _resolve(element, context, context.scope)


def _parent_ref(element: etree._Element, context: _Context) -> Pattern:
    return _resolve(element, context, context.scope.parent)


def _resolve(element: etree._Element, context: _Context, scope: _Scope | None) -> Pattern:
    name = element.get("name", "").strip()
    definition = scope.definitions.get(name) if scope and name else None
    if definition is None:
        raise _bad(f"“{name}” is not defined in the schema", element, context)
    return Ref(definition)


def _external(element: etree._Element, context: _Context) -> Pattern:
    root, context = _linked(element, context)
    return _pattern(root, replace(context, scope=_Scope(None, {})))


def _grammar(element: etree._Element, context: _Context) -> Pattern:
    scope = _Scope(context.scope, {})
    context = replace(context, scope=scope)
    for name, child, inner in _definitions(element, context):
        scope.definitions.setdefault(name, _Definition(name)).add(child, inner)
    if "" not in scope.definitions:
        raise _bad("the grammar has no start", element, context)
    return Ref(scope.definitions[""])


def _definitions(
    element: etree._Element, context: _Context, *, but: frozenset[str] = frozenset()
) -> Iterator[tuple[str, etree._Element, _Context]]:
    """Each `start` (name "") and `define` in a grammar, `div` or `include`, except the names `but`."""
    for kind, child in _children(element):
        if kind in ("start", "define"):
            name = child.get("name", "").strip()
            if name not in but:
                yield name, child, context
        elif kind == "div":
            yield from _definitions(child, context.within(child), but=but)
        elif kind == "include":
            yield from _included(child, context.within(child), but)
        else:
            raise _bad(f"“{kind}” is not allowed in a RELAX NG grammar", child, context)


def _included(
    element: etree._Element, context: _Context, but: frozenset[str]
) -> Iterator[tuple[str, etree._Element, _Context]]:
    """What the included grammar defines, and what the `include` defines in its place (4.7)."""
    own = list(_definitions(element, context))
    root, inner = _linked(element, context)
    if root.tag != f"{{{RNG_NS}}}grammar":
        raise _bad("an included schema is not a grammar", element, context)
    yield from _definitions(root, inner.within(root), but=but | {name for name, _, _ in own})
    yield from ((name, child, where) for name, child, where in own if name not in but)


def _element(element: etree._Element, context: _Context) -> Pattern:
    names, rest = _named(element, context, context.namespace)
    parts = tuple(_pattern(child, context) for child in rest)
    if not parts:
        raise _bad("an element pattern has no content", element, context)
    return Element(names, parts[0] if len(parts) == 1 else Group(parts))


def _attribute(element: etree._Element, context: _Context) -> Pattern:
    # A name in an attribute's own @name does not inherit a namespace (4.8).
    names, rest = _named(element, context, element.get("ns", ""))
    return Attribute(names, _pattern(rest[0], context) if rest else TEXT)


def _named(element: etree._Element, context: _Context, namespace: str) -> tuple[NameClass, list[etree._Element]]:
    """The names of an element or attribute pattern, from @name or the first child, and the other children."""
    children = [child for _, child in _children(element)]
    name = element.get("name")
    if name is not None:
        return Name(_clark(element, name, namespace, context)), children
    if not children:
        raise _bad("an element or attribute pattern has no name", element, context)
    return _name_class(children[0], context), children[1:]


def _name_class(element: etree._Element, context: _Context) -> NameClass:
    kind, context = str(element.tag).rpartition("}")[2], context.within(element)
    if kind == "name":
        return Name(_clark(element, element.text or "", context.namespace, context))
    if kind == "choice":
        return NameChoice(tuple(_name_class(child, context) for _, child in _children(element)))
    but = next((child for inner, child in _children(element) if inner == "except"), None)
    excepted = None if but is None else NameChoice(tuple(_name_class(child, context) for _, child in _children(but)))
    if kind == "anyName":
        return AnyName(excepted)
    if kind == "nsName":
        return NsName(context.namespace, excepted)
    raise _bad(f"“{kind}” is not a RELAX NG name class", element, context)


def _clark(element: etree._Element, name: str, namespace: str, context: _Context) -> str:
    prefix, colon, local = name.strip().rpartition(":")
    if colon:
        found = XML_NS if prefix == "xml" else element.nsmap.get(prefix)
        if found is None:
            raise _bad(f"the prefix of “{name.strip()}” is not declared", element, context)
        namespace = found
    return f"{{{namespace}}}{local}" if namespace else local


def _data(element: etree._Element, context: _Context) -> Pattern:
    parameters = tuple(
        (child.get("name", "").strip(), child.text or "") for kind, child in _children(element) if kind == "param"
    )
    excepted = next((child for kind, child in _children(element) if kind == "except"), None)
    but = None if excepted is None else Choice(_parts(excepted, context.within(excepted)))
    return Data(element.get("type", "").strip(), context.library, parameters, but)


def _value(element: etree._Element, context: _Context) -> Pattern:
    kind = element.get("type")
    text = element.text or ""
    if kind is None:  # the built-in type token (4.4)
        return Value("token", "", text, "", ())
    prefixes = tuple(sorted((prefix, uri) for prefix, uri in element.nsmap.items() if prefix)) if ":" in text else ()
    return Value(kind.strip(), context.library, text, context.namespace, prefixes)


def _bad(message: str, element: etree._Element, context: _Context) -> UnreadableInput:
    line = element.sourceline
    return _fault(message, context.files[-1], line=line if isinstance(line, int) else 0)


def _fault(message: str, path: Path, *, line: int = 0) -> UnreadableInput:
    remedy = "Give a RELAX NG schema in XML syntax (.rng) with the files it includes beside it."
    return UnreadableInput(message, help=remedy, file=path.as_posix(), line=line, rule="XS005")


_READERS: dict[str, Callable[[etree._Element, _Context], Pattern]] = {
    "attribute": _attribute,
    "choice": lambda element, context: Choice(_parts(element, context)),
    "data": _data,
    "element": _element,
    "empty": lambda _element, _context: EMPTY,
    "externalRef": _external,
    "grammar": _grammar,
    "group": _group,
    "interleave": lambda element, context: Interleave(_parts(element, context)),
    "list": lambda element, context: List(_group(element, context)),
    "mixed": _mixed,
    "notAllowed": lambda _element, _context: NOT_ALLOWED,
    "oneOrMore": lambda element, context: OneOrMore(_group(element, context)),
    "optional": _optional,
    "parentRef": _parent_ref,
    "ref": _ref,
    "text": lambda _element, _context: TEXT,
    "value": _value,
    "zeroOrMore": _zero_or_more,
}
