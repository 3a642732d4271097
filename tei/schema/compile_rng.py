"""An ODD as RELAX NG: one definition for each element, class, macro and datatype, with its documentation."""

from collections.abc import Iterator

from lxml import etree

from tei.names import RNG_NS, XML_NS
from tei.schema.odd import (
    Alternate,
    AnyElement,
    AttDef,
    AttList,
    ClassRef,
    ClassSpec,
    Data,
    DataRef,
    Datatype,
    ElementRef,
    ElementSpec,
    MacroRef,
    Odd,
    Particle,
    Primitive,
    Sequence,
    TextNode,
    Union,
    Value,
    Values,
)
from tei.schema.schema_xml import document

_A_NS = "http://relaxng.org/ns/compatibility/annotations/1.0"
_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"

Foreign = dict[tuple[str, ...], str]  # for each @require of an `anyElement`, the name of its definition


def compile_rng(odd: Odd) -> bytes:
    """The RELAX NG schema of `odd`, in XML syntax."""
    root = etree.Element(_rng("grammar"), nsmap={None: RNG_NS, "a": _A_NS})  # type: ignore[dict-item]
    root.set("ns", odd.namespace)
    root.set("datatypeLibrary", _TYPES)
    _say(root, odd.title, odd.desc)
    foreign: Foreign = {}
    start = _choice(etree.SubElement(root, _rng("start")), len(odd.start))
    for key in odd.start:
        _ref(start, key)
    for element in odd.elements:
        _element(root, element, odd, foreign)
    for spec in odd.model_classes:
        if odd.members[spec.ident]:
            members = _choice(_define(root, spec.ident, spec.desc), len(odd.members[spec.ident]))
            for key in odd.members[spec.ident]:
                _ref(members, key)
    for spec in odd.attribute_classes:
        _attributes(_define(root, f"{spec.ident}.attributes", spec.desc), spec, odd)
    for macro in odd.macros:
        _particle(_define(root, macro.ident, macro.desc), macro.content, foreign)
    for data in odd.datatypes:
        _data(_define(root, data.ident, data.desc), data.data)
    for namespaces, name in foreign.items():
        _foreign(root, name, namespaces, odd.namespace)
    return document(root, odd)


def _rng(name: str) -> str:
    return f"{{{RNG_NS}}}{name}"


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _rng(tag), attributes)


def _say(parent: etree._Element, *words: str) -> None:
    for said in filter(None, words):
        etree.SubElement(parent, f"{{{_A_NS}}}documentation").text = said


def _define(root: etree._Element, name: str, desc: str) -> etree._Element:
    define = _add(root, "define", name=name)
    _say(define, desc)
    return define


def _ref(parent: etree._Element, name: str) -> None:
    _add(parent, "ref", name=name)


def _choice(parent: etree._Element, parts: int) -> etree._Element:
    return parent if parts == 1 else _add(parent, "choice")


def _element(root: etree._Element, spec: ElementSpec, odd: Odd, foreign: Foreign) -> None:
    element = _add(_add(root, "define", name=spec.ident), "element", name=spec.name)
    _say(element, spec.desc)
    if isinstance(spec.content, Datatype):
        _datatype(element, spec.content)
    else:
        _particle(element, spec.content, foreign)
    _attributes(element, spec, odd)


# --- Content --------------------------------------------------------------------------------------------------------


def _particle(parent: etree._Element, particle: Particle, foreign: Foreign) -> None:
    match particle:
        case TextNode():
            _add(parent, "text")
        case MacroRef(key):
            _ref(parent, key)
        case ElementRef(key, least, most) | ClassRef(key, least, most):
            for around in _times(parent, least, most):
                _ref(around, key)
        case AnyElement(require, least, most):
            for around in _times(parent, least, most):
                _ref(around, foreign.setdefault(require, f"anyElement.{len(foreign) + 1}"))
        case Sequence(parts, least, most):
            for around in _times(parent, least, most):
                inner = around if len(parts) == 1 else _add(around, "group" if parts else "empty")
                for part in parts:
                    _particle(inner, part, foreign)
        case Alternate(parts, least, most):
            for around in _times(parent, least, most):
                inner = _choice(around, len(parts))
                for part in parts:
                    _particle(inner, part, foreign)


def _times(parent: etree._Element, least: int, most: int | None) -> Iterator[etree._Element]:
    """Where a particle that stands `least` to `most` times is to be written, one place after the other."""
    if most is None:
        for _ in range(least - 1):
            yield parent
        yield _add(parent, "oneOrMore" if least else "zeroOrMore")
        return
    if most > 1:
        parent = _add(parent, "group")
    for _ in range(least):
        yield parent
    for left in range(most - least, 0, -1):  # each inside the one before: a second only where there is a first
        parent = _add(parent, "optional") if left == 1 else _add(_add(parent, "optional"), "group")
        yield parent


def _foreign(root: etree._Element, name: str, namespaces: tuple[str, ...], ours: str) -> None:
    """An element of the `namespaces`, or of all but `ours`, with anything in it that is not ours."""
    element = _add(_add(root, "define", name=name), "element")
    if namespaces:
        names = _choice(element, len(namespaces))
        for namespace in namespaces:
            _add(names, "nsName", ns=namespace)
    else:
        _add(_add(_add(element, "anyName"), "except"), "nsName", ns=ours)
    inner = _add(_add(element, "zeroOrMore"), "choice")
    _add(_add(inner, "attribute"), "anyName")
    _add(inner, "text")
    _ref(inner, name)


# --- Attributes and datatypes ---------------------------------------------------------------------------------------


def _attributes(parent: etree._Element, spec: ElementSpec | ClassSpec, odd: Odd) -> None:
    for one in odd.attribute_classes_of(spec):
        _ref(parent, f"{one.ident}.attributes")
    _att_list(parent, spec.attributes)
    if len(parent) == 0 or (parent.tag == _rng("define") and parent[-1].tag == f"{{{_A_NS}}}documentation"):
        _add(parent, "empty")


def _att_list(parent: etree._Element, attributes: AttList) -> None:
    if attributes.choice:
        parent = _choice(parent, len(attributes.parts))
    for part in attributes.parts:
        if isinstance(part, AttDef):
            _attribute(parent if part.required else _add(parent, "optional"), part)
        else:
            _att_list(_add(parent, "group") if len(part.parts) > 1 and not part.choice else parent, part)


def _attribute(parent: etree._Element, attribute: AttDef) -> None:
    element = _add(parent, "attribute", name=attribute.ident, ns="")
    if attribute.ident.startswith("xml:"):
        element.set("name", attribute.ident.removeprefix("xml:"))
        element.set("ns", XML_NS)
    _say(element, attribute.desc)
    _datatype(element, attribute.datatype)


def _datatype(parent: etree._Element, datatype: Datatype) -> None:
    if not datatype.is_list:
        _data(parent, datatype.data)
        return
    for around in _times(_add(parent, "list"), datatype.least, datatype.most):
        _data(around, datatype.data)


def _data(parent: etree._Element, data: Data) -> None:
    match data:
        case DataRef(key):
            _ref(parent, key)
        case Primitive(name, facets):
            element = _add(parent, "data", type=name)
            for facet, value in facets:
                _add(element, "param", name=facet).text = _lenient(value) if _padded(name, facet) else value
        case Values(items):
            _values(_choice(parent, len(items)), items)
        case Union(parts):
            choice = _choice(parent, len(parts))
            for part in parts:
                _data(choice, part)


def _padded(name: str, facet: str) -> bool:
    """Whether white space around a value is not part of it, and libxml2 gives it to the pattern nevertheless."""
    return facet == "pattern" and name not in ("string", "normalizedString", "token")


def _lenient(pattern: str) -> str:
    return rf"\s*({pattern})\s*"


def _values(parent: etree._Element, items: tuple[Value, ...]) -> None:
    for item in items:
        _add(parent, "value", type="token").text = item.ident
        _say(parent, item.desc)
