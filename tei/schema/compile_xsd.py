"""An ODD as XSD 1.0: deterministic, every element in a group of its own name.

A document may begin with any element that an XSD declares at the top level, so the start elements alone stand there.
Every other element is declared in a group, and used through it; so several elements can have one name. Attributes of
the xml namespace must be declared in a schema of that namespace: it is written beside the first, as `xml.xsd`.

What XSD 1.0 cannot say and an ODD can is refused, with one exception: attributes of which one may stand. A field of an
identity constraint must not find two attributes (XML Schema Part 1, 3.11.4), which says just that.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from lxml import etree

from tei.errors import UnreadableInput
from tei.names import XML_NS, XSD_NS
from tei.schema.automaton import automaton
from tei.schema.odd import (
    EMPTY,
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
    Values,
)
from tei.schema.schema_xml import document

XML_SCHEMA = "xml.xsd"


def compile_xsd(odd: Odd) -> tuple[bytes, bytes]:
    """The XSD of `odd`, and the `xml.xsd` that it imports; UnreadableInput where XSD 1.0 cannot say what the ODD says."""
    for element in odd.elements:
        if not isinstance(element.content, Datatype):
            for why in automaton(odd, element.content).faults():
                raise _refused(odd, element.line, f"XSD 1.0 cannot say the content of “{element.ident}”: {why}")
    root = etree.Element(_xs("schema"), nsmap={None: odd.namespace, "xs": XSD_NS})  # type: ignore[dict-item]
    root.set("targetNamespace", odd.namespace)
    root.set("elementFormDefault", "qualified")
    root.set("blockDefault", "#all")
    _say(root, odd.title, odd.desc)
    _add(root, "import", namespace=XML_NS, schemaLocation=XML_SCHEMA)
    for data in odd.datatypes:
        _data(root, data.data, data.desc, name=data.ident)
    for spec in odd.attribute_classes:
        group = _add(root, "attributeGroup", name=spec.ident)
        _say(group, spec.desc)
        for one in odd.attribute_classes_of(spec):
            _add(group, "attributeGroup", ref=one.ident)
        _attributes(group, spec.attributes)
    for spec in odd.model_classes:
        choice = _add(_group(root, spec.ident, spec.desc), "choice")
        for key in odd.members[spec.ident]:
            _add(choice, "group", ref=key)
    for macro in odd.macros:
        group, content = _group(root, macro.ident, macro.desc), _elements_of(macro.content, odd)
        whole = isinstance(content, Sequence | Alternate) and (content.least, content.most) == (1, 1)
        _particle(group if whole else _add(group, "sequence"), content)  # a group holds one sequence or choice
    for element in odd.elements:
        starts = element.ident in odd.start
        _element(root if starts else _add(_add(root, "group", name=element.ident), "sequence"), element, odd)
        if starts:
            again = _add(_add(_add(root, "group", name=element.ident), "sequence"), "element", ref=element.name)
            _say(again, element.desc)
    return document(root, odd), _xml_attributes(odd)


def _refused(odd: Odd, line: int, message: str) -> UnreadableInput:
    remedy = "Change the content model so that the next element, or attribute, alone decides."
    return UnreadableInput(message, help=remedy, file=f"{odd.ident}.odd", line=line, rule="XS005")


def _xs(name: str) -> str:
    return f"{{{XSD_NS}}}{name}"


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _xs(tag), attributes)


def _say(parent: etree._Element, *words: str) -> None:
    said = [word for word in words if word]
    if said:
        annotation = _add(parent, "annotation")
        for word in said:
            _add(annotation, "documentation").text = word


def _group(root: etree._Element, name: str, desc: str) -> etree._Element:
    group = _add(root, "group", name=name)
    _say(group, desc)
    return group


# --- Elements and their content -------------------------------------------------------------------------------------


def _element(parent: etree._Element, spec: ElementSpec, odd: Odd) -> None:
    element = _add(parent, "element", name=spec.name)
    _say(element, spec.desc)
    type_ = _add(element, "complexType")
    content = spec.content
    if content == TextNode():
        content = Datatype(Primitive("string"))
    if isinstance(content, Datatype):
        holder = _add(_add(type_, "simpleContent"), "extension", base=_named(content.data, spec, odd))
    else:
        holder = type_
        if _has_text(content, odd):
            type_.set("mixed", "true")
        inner = _elements_of(content, odd)
        if inner != EMPTY:
            _particle(type_, inner)
    for one in odd.attribute_classes_of(spec):
        _add(holder, "attributeGroup", ref=one.ident)
    _attributes(holder, spec.attributes)
    for number, together in enumerate(_exclusive(odd, spec), start=1):
        unique = _add(element, "unique", name=f"{spec.ident}.one-of-{number}")
        _add(unique, "selector", xpath=".")
        _add(unique, "field", xpath="|".join(f"@{name}" for name in together))


def _has_text(content: Particle, odd: Odd) -> bool:
    return any(position.is_text for position in automaton(odd, content).positions)


def _elements_of(content: Particle, odd: Odd) -> Particle:
    """The content without its text, in as few particles as say it. Where text alone could stand, nothing need stand."""
    match content:
        case TextNode():
            return EMPTY
        case MacroRef(key):
            return EMPTY if _elements_of(odd.macro(key).content, odd) == EMPTY else content
        case Sequence(parts, least, most):
            kept = tuple(one for one in (_elements_of(part, odd) for part in parts) if one != EMPTY)
            return _plain(Sequence(kept, least, most))
        case Alternate(parts, least, most):
            elements = [_elements_of(part, odd) for part in parts]
            kept = tuple(one for one in elements if one != EMPTY)
            return _plain(Alternate(kept, least if len(kept) == len(elements) else 0, most)) if kept else EMPTY
    return content


def _plain(particle: Sequence | Alternate) -> Particle:
    """The only part of a sequence or choice in its place, where either of them stands once."""
    if not particle.parts:
        return EMPTY
    if len(particle.parts) > 1:
        return particle
    (part,) = particle.parts
    if (particle.least, particle.most) == (1, 1):
        return part
    if isinstance(part, TextNode | MacroRef) or (part.least, part.most) != (1, 1):
        return particle
    return replace(part, least=particle.least, most=particle.most)


def _particle(parent: etree._Element, particle: Particle) -> None:
    match particle:
        case ElementRef(key, least, most) | ClassRef(key, least, most):
            _times(_add(parent, "group", ref=key), least, most)
        case MacroRef(key):
            _add(parent, "group", ref=key)
        case AnyElement(require, least, most):
            choice = _times(_add(parent, "choice"), least, most)
            for namespace in (" ".join(require),) if require else ("##other", "##local"):
                _add(choice, "any", namespace=namespace, processContents="skip")
        case Sequence(parts, least, most) | Alternate(parts, least, most):
            kind = "sequence" if isinstance(particle, Sequence) else "choice"
            inner = _times(_add(parent, kind), least, most)
            for part in parts:
                _particle(inner, part)


def _times(element: etree._Element, least: int, most: int | None) -> etree._Element:
    if least != 1:
        element.set("minOccurs", str(least))
    if most != 1:
        element.set("maxOccurs", "unbounded" if most is None else str(most))
    return element


# --- Attributes -----------------------------------------------------------------------------------------------------


def _attributes(parent: etree._Element, attributes: AttList) -> None:
    for attribute in attributes:
        if attribute.ident.startswith("xml:"):
            element = _add(parent, "attribute", ref=attribute.ident)
        else:
            element = _add(parent, "attribute", name=attribute.ident)
            _typed(element, attribute.datatype)
        if attribute.required:
            element.set("use", "required")


def _exclusive(odd: Odd, spec: ElementSpec) -> Iterator[tuple[str, ...]]:
    """The largest sets of attributes of which only one may stand."""
    for listed in odd.attribute_lists(spec):
        yield from (together for together in _together(listed) if len(together) > 1)


def _together(attributes: AttList) -> list[tuple[str, ...]]:
    """The sets in a list: of one part each where its parts may stand together, else every way to join them."""
    parts = [_together(part) if isinstance(part, AttList) else [(part.ident,)] for part in attributes.parts]
    if not attributes.choice:
        return [together for part in parts for together in part]
    return [tuple(name for names in way for name in names) for way in product(*parts)]


def _xml_attributes(odd: Odd) -> bytes:
    """The schema of the attributes xml:id, xml:lang, … that `odd` uses."""
    root = etree.Element(_xs("schema"), nsmap={"xs": XSD_NS})
    root.set("targetNamespace", XML_NS)
    _say(root, "The attributes of the xml namespace, as narrow as the schema beside this one uses them.")
    found: dict[str, AttDef] = {}
    owners: tuple[ClassSpec | ElementSpec, ...] = (*odd.attribute_classes, *odd.elements)
    for spec in owners:
        for attribute in spec.attributes:
            if attribute.ident.startswith("xml:"):
                known = found.setdefault(attribute.ident, attribute)
                if known.datatype != attribute.datatype:
                    raise _refused(odd, spec.line, f"XSD 1.0 knows one `{attribute.ident}`, and the ODD has two")
    for name, attribute in found.items():
        data = attribute.datatype.data
        element = _add(root, "attribute", name=name.removeprefix("xml:"))
        _say(element, odd.data(data.key).desc if isinstance(data, DataRef) else attribute.desc)
        _typed(element, replace(attribute.datatype, data=_inline(data, odd)))
    return document(root, odd)


# --- Datatypes ------------------------------------------------------------------------------------------------------


def _inline(data: Data, odd: Odd) -> Data:
    """The datatype without references: a schema of another namespace cannot follow them."""
    if isinstance(data, DataRef):
        return _inline(odd.data(data.key).data, odd)
    return Union(tuple(_inline(part, odd) for part in data.parts)) if isinstance(data, Union) else data


def _name(data: Data) -> str:
    """The name of a datatype that has one; "" for the others."""
    match data:
        case DataRef(key):
            return key
        case Primitive(name, ()):
            return f"xs:{name}"
    return ""


def _named(data: Data, spec: ElementSpec, odd: Odd) -> str:
    if not _name(data):
        raise _refused(odd, spec.line, f"the content of “{spec.ident}” is a datatype without a `dataSpec`")
    return _name(data)


def _typed(attribute: etree._Element, datatype: Datatype) -> None:
    """Gives an attribute its type, by name or written out."""
    data = datatype.data
    if not datatype.is_list:
        if _name(data):
            attribute.set("type", _name(data))
        else:
            _data(attribute, data)
        return
    restriction = _add(_add(attribute, "simpleType"), "restriction")
    listed = _add(_add(restriction, "simpleType"), "list")
    if _name(data):
        listed.set("itemType", _name(data))
    else:
        _data(listed, data)
    if datatype.least:
        _add(restriction, "minLength", value=str(datatype.least))
    if datatype.most is not None:
        _add(restriction, "maxLength", value=str(datatype.most))


def _data(parent: etree._Element, data: Data, desc: str = "", /, **attributes: str) -> None:
    """Writes a datatype as a `simpleType`."""
    element = _add(parent, "simpleType", **attributes)
    _say(element, desc)
    match data:
        case DataRef():
            _add(element, "restriction", base=_name(data))
        case Primitive(name, facets):
            restriction = _add(element, "restriction", base=f"xs:{name}")
            for facet, value in facets:
                _add(restriction, facet, value=value)
        case Values(items):
            restriction = _add(element, "restriction", base="xs:token")
            for item in items:
                _add(restriction, "enumeration", value=item.ident)
        case Union(parts):
            union = _add(element, "union")
            for part in parts:
                _data(union, part)
