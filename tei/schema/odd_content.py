"""Reading the content models and datatypes of an ODD."""

from collections.abc import Callable

from lxml import etree

from tei.names import local_name
from tei.schema.odd import (
    EMPTY,
    Alternate,
    AnyElement,
    ClassRef,
    Data,
    DataRef,
    ElementRef,
    MacroRef,
    Particle,
    Primitive,
    Sequence,
    TextNode,
    Union,
    Value,
    Values,
)
from tei.schema.odd_xml import OCCURS, Refused, chosen, need, occurs, one, read, words

_FACETS = ("length", "minLength", "maxLength", "pattern", "minInclusive", "maxInclusive", "minExclusive",
           "maxExclusive")  # fmt: skip


def content_of(element: etree._Element) -> etree._Element:
    """The one child of a `content`."""
    children = list(element)
    read(element, (*_PARTICLES, "dataRef", "valList"), ())
    if len(children) != 1:
        raise Refused(
            element, f"`content` has {len(children)} children", "Put them into one `sequence` or `alternate`."
        )
    return children[0]


def particle(element: etree._Element) -> Particle:
    """The part of a content model that `element` stands for."""
    reader = _PARTICLES.get(local_name(element.tag))
    if reader is None:
        raise Refused(element, f"`{local_name(element.tag)}` is not supported in a content model")
    return reader(element)


def leaf(element: etree._Element, attributes: tuple[str, ...]) -> etree._Element:
    """`element`, which has no children, and no attributes but these."""
    read(element, (), attributes)
    return element


def _parts(element: etree._Element) -> tuple[Particle, ...]:
    found = read(element, tuple(_PARTICLES), (*OCCURS, "preserveOrder"))
    chosen(element, "preserveOrder", "true", ("true",))
    if not found:
        raise Refused(element, f"`{local_name(element.tag)}` has no parts", "Write `empty` where nothing may stand.")
    return tuple(map(particle, found))


def _text_node(element: etree._Element) -> TextNode:
    leaf(element, ())
    return TextNode()


def _empty(element: etree._Element) -> Sequence:
    leaf(element, ())
    return EMPTY


def _class_ref(element: etree._Element) -> ClassRef:
    leaf(element, ("key", "expand", *OCCURS))
    chosen(element, "expand", "alternation", ("alternation",))
    return ClassRef(need(element, "key"), *occurs(element))


def _any_element(element: etree._Element) -> AnyElement:
    leaf(element, ("require", *OCCURS))
    return AnyElement(tuple(element.get("require", "").split()), *occurs(element))


_PARTICLES: dict[str, Callable[[etree._Element], Particle]] = {
    "textNode": _text_node,
    "empty": _empty,
    "elementRef": lambda element: ElementRef(need(leaf(element, ("key", *OCCURS)), "key"), *occurs(element)),
    "classRef": _class_ref,
    "macroRef": lambda element: MacroRef(need(leaf(element, ("key",)), "key")),
    "anyElement": _any_element,
    "sequence": lambda element: Sequence(_parts(element), *occurs(element)),
    "alternate": lambda element: Alternate(_parts(element), *occurs(element)),
}


def datatype(element: etree._Element) -> Data:
    """The datatype that a `dataRef`, `valList` or `alternate` of them stands for."""
    kind = local_name(element.tag)
    if kind == "alternate":
        return Union(tuple(map(datatype, read(element, ("dataRef", "valList"), ()))))
    if kind == "valList":
        if chosen(element, "type", "open", ("closed", "open")) == "open":
            raise Refused(element, "an open `valList` is not a datatype", 'Write type="closed".')
        return Values(values(element))
    if kind != "dataRef":
        raise Refused(element, f"`{kind}` is not supported in a datatype")
    facets = read(element, ("dataFacet",), ("key", "name", "restriction"))
    pairs = [(chosen(leaf(facet, ("name", "value")), "name", "", _FACETS), need(facet, "value")) for facet in facets]
    pairs += [("pattern", element.get("restriction", ""))] * ("restriction" in element.attrib)
    if len(dict(pairs)) != len(pairs):  # XSD would allow either pattern, RELAX NG ask for both
        raise Refused(element, "a facet is given twice", "Join two patterns with “|”.")
    if {"key", "name"} <= set(element.attrib):
        raise Refused(element, "a `dataRef` has both @key and @name", "Keep the one that is meant.")
    if "name" in element.attrib:
        return Primitive(need(element, "name"), tuple(pairs))
    if pairs:
        raise Refused(element, "a `dataRef` to a `dataSpec` has facets", "Restrict a datatype of XSD, with @name.")
    return DataRef(need(element, "key"))


def values(element: etree._Element) -> tuple[Value, ...]:
    """The values of a `valList`."""
    found = []
    for item in read(element, ("valItem",), ("type", "mode")):
        read(item, ("desc",), ("ident", "mode"))
        found.append(Value(need(item, "ident"), words(one(item, "desc"))))
    if not found:
        raise Refused(element, "the `valList` has no values", "Add a `valItem`.")
    return tuple(found)
