"""A RELAX NG grammar cut down to the names that occur in a document, with the same verdict on it.

A pattern for an element or attribute that the document does not have can match nothing in it, so it is `notAllowed`;
`notAllowed` spreads as the RELAX NG Specification says (4.20): a choice loses that part, a group, an interleaving and a
repetition that need it become `notAllowed` themselves. What cannot be reached any more is left out. The verdict stays
that of the whole grammar, and libxml2, which takes ten seconds and more to load tei_all, loads what is left in milliseconds.
"""

from collections.abc import Iterable

from lxml import etree

from tei.names import RNG_NS, local_name
from tei.schema.patterns import (
    Attribute,
    Choice,
    Data,
    Definition,
    Element,
    Empty,
    Grammar,
    Group,
    Interleave,
    List,
    Name,
    NameClass,
    NotAllowed,
    OneOrMore,
    Pattern,
    Ref,
    Text,
    Value,
    contains,
    namespace_of,
)

_XSD_LIBRARY = "http://www.w3.org/2001/XMLSchema-datatypes"
_EMPTY = "<empty/>"
# Spelt as NCName, which has the same values: libxml2 would note the ids in the document. Whether ids are unique is no
# question of a grammar (RELAX NG DTD Compatibility, 2001); the check of pointers answers it.
_ID_TYPES = ("ID", "IDREF")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SHORT = 3  # a definition of up to so many tags, such as one optional reference, is put where it is used


def slice_grammar(grammar: Grammar, elements: frozenset[str], attributes: frozenset[str]) -> etree._ElementTree:
    """`grammar` without what only names outside `elements` and `attributes` (in Clark notation) could match.

    It gives every document whose names are among them the verdict of the whole grammar. Name classes with wildcards
    are spelt out as the names they match.
    """
    return etree.ElementTree(etree.fromstring(slice_text(grammar, elements, attributes).encode()))


def slice_text(grammar: Grammar, elements: frozenset[str], attributes: frozenset[str]) -> str:
    """The same as text."""
    return _Slicer(elements, attributes).grammar(grammar.start)


class _Slicer:
    """Slices patterns to XML text: None is `notAllowed`, "" is `empty`. Each definition is sliced once."""

    def __init__(self, elements: frozenset[str], attributes: frozenset[str]) -> None:
        self._elements = elements
        self._attributes = attributes
        self._sliced: dict[Definition, str | None] = {}
        self._open: set[Definition] = set()
        self._labels: dict[str, str] = {}  # text of a definition's content -> its label
        self._seen: dict[int, tuple[Element, str]] = {}  # by identity: equal patterns are many and large
        self._waiting: list[tuple[Element, str, str]] = []
        self._output: list[str] = []

    def grammar(self, start: Pattern) -> str:
        """The whole sliced grammar."""
        text = self._slice(start)
        while self._waiting:
            pattern, label, names = self._waiting.pop()
            content = self._slice(pattern.content)
            self._output.append(f'<define name="{label}"><element>{names}{_content(content)}</element></define>')
        head = f'<grammar xmlns="{RNG_NS}" datatypeLibrary="{_XSD_LIBRARY}"><start>{_content(text)}</start>'
        return head + "".join(self._output) + "</grammar>"

    def _slice(self, pattern: Pattern) -> str | None:
        match pattern:
            case Ref():
                return self._ref(pattern.definition)
            case Choice():
                return _choice([self._slice(part) for part in pattern.parts])
            case Element():
                return self._element(pattern)
            case Attribute():
                return self._attribute(pattern)
            case Group():
                return self._all("group", pattern.parts)
            case OneOrMore():
                return _wrap("oneOrMore", self._slice(pattern.of))
            case Interleave():
                return self._all("interleave", pattern.parts)
            case List():
                content = self._slice(pattern.of)
                return None if content is None else f"<list>{_content(content)}</list>"
            case Data():
                return self._data(pattern)
            case Value():
                return _value(pattern)
            case Text():
                return "<text/>"
            case Empty():
                return ""
            case NotAllowed():
                return None

    def _ref(self, definition: Definition) -> str | None:
        if definition in self._sliced:
            return self._sliced[definition]
        if definition in self._open:
            raise definition.refused("refers to itself outside an element")  # forbidden by 4.19, and without an end
        self._open.add(definition)
        text = self._slice(definition.pattern)
        self._open.remove(definition)
        if text and text.count("<") > _SHORT:
            label = self._labels.get(text)
            if label is None:
                label = self._labels[text] = f"{definition.name or 'start'}.{len(self._labels)}"
                self._output.append(f'<define name="{label}">{text}</define>')
            text = f'<ref name="{label}"/>'
        self._sliced[definition] = text
        return text

    def _element(self, pattern: Element) -> str | None:
        if id(pattern) in self._seen:
            return self._seen[id(pattern)][1]
        names = matching(pattern.names, self._elements)
        if not names:
            return None
        label = f"element.{len(self._seen)}"
        text = f'<ref name="{label}"/>'
        self._seen[id(pattern)] = (pattern, text)
        self._waiting.append((pattern, label, _names(names)))
        return text

    def _attribute(self, pattern: Attribute) -> str | None:
        names = matching(pattern.names, self._attributes)
        value = self._slice(pattern.value) if names else None
        return None if value is None else f"<attribute>{_names(names)}{_content(value)}</attribute>"

    def _all(self, kind: str, parts: Iterable[Pattern]) -> str | None:
        texts: list[str] = []
        for part in parts:
            text = self._slice(part)
            if text is None:
                return None
            if text:
                texts.append(text)
        return _join(kind, texts)

    def _data(self, pattern: Data) -> str | None:
        inner = "".join(f'<param name="{_xml(name)}">{_xml(text)}</param>' for name, text in pattern.parameters)
        but = self._slice(pattern.but) if pattern.but is not None else None
        if but is not None:
            inner += f"<except>{_content(but)}</except>"
        kind = "NCName" if pattern.type in _ID_TYPES and pattern.library == _XSD_LIBRARY else pattern.type
        return f'<data type="{_xml(kind)}"{_library(pattern.library)}>{inner}</data>'


def matching(names: NameClass, known: frozenset[str]) -> list[str]:
    """Those of the names `known` that a name class contains, in alphabetical order."""
    if isinstance(names, Name):
        return [names.clark] if names.clark in known else []
    return [name for name in sorted(known) if contains(names, name)]


def _names(names: list[str]) -> str:
    texts = []
    for name in names:
        namespace, local = namespace_of(name), local_name(name)
        texts.append(f'<name ns="{_xml(namespace)}">{_xml(local)}</name>')
    return _join("choice", texts)


def _content(text: str | None) -> str:
    """A whole start or element content: where nothing matches it stays so, and the document is invalid."""
    return "<notAllowed/>" if text is None else text or _EMPTY


def _join(kind: str, texts: list[str]) -> str:
    """Several patterns in one; a single one needs no wrapper."""
    return "".join(texts) if len(texts) < 2 else f"<{kind}>{''.join(texts)}</{kind}>"


def _wrap(kind: str, text: str | None) -> str | None:
    return f"<{kind}>{text}</{kind}>" if text else text


def _choice(parts: list[str | None]) -> str | None:
    """A choice of what is left of its parts: `optional` or `zeroOrMore` when one of them is empty."""
    texts = [text for text in dict.fromkeys(parts) if text]
    if not texts:
        return "" if "" in parts else None
    text = _join("choice", texts)
    if "" not in parts:
        return text
    if len(texts) == 1 and text.startswith("<oneOrMore>"):
        return f"<zeroOrMore>{text[len('<oneOrMore>') : -len('</oneOrMore>')]}</zeroOrMore>"
    return f"<optional>{text}</optional>"


def _xml(text: str) -> str:
    """`text` for content and attributes. What xml.sax offers for it loads Python's HTTP client."""
    return text.translate(_ESCAPES)


def _library(library: str) -> str:
    return "" if library == _XSD_LIBRARY else f' datatypeLibrary="{_xml(library)}"'


def _value(pattern: Value) -> str:
    prefixes = "".join(f' xmlns:{prefix}="{_xml(uri)}"' for prefix, uri in pattern.prefixes)
    namespace = f' ns="{_xml(pattern.namespace)}"' if pattern.namespace else ""
    attributes = f'type="{_xml(pattern.type)}"{_library(pattern.library)}{namespace}{prefixes}'
    return f"<value {attributes}>{_xml(pattern.text)}</value>"
