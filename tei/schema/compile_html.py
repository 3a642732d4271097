"""An ODD as a page for encoders: every element with what it is for, its attributes, its content and an example."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tei.schema.automaton import automaton
from tei.schema.odd import (
    EMPTY,
    Alternate,
    AnyElement,
    AttDef,
    AttList,
    ClassRef,
    ClassSpec,
    Constraint,
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
    Spec,
    TextNode,
    Union,
    Values,
)
from tei.schema.schema_xml import origin

Node = str | etree._Element

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
h2 { margin-top: 3rem; border-bottom: 1px solid #ccc } h3 { margin: 2.5rem 0 .3rem }
code, pre { font: 14px/1.45 ui-monospace, monospace; background: #f5f5f2; border-radius: 3px }
code { padding: 0 .2em } pre { padding: .6rem .8rem; overflow-x: auto; white-space: pre-wrap }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0;
border-bottom: 1px solid #e5e5e5 } dt { font-weight: 600; float: left; clear: left; width: 8rem } dd { margin: 0 0 .3rem 8rem }
a { color: #0b57a4; text-decoration: none } a:hover { text-decoration: underline }
@media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd } code, pre { background: #262626 }
a { color: #7ab4f5 } td, th { border-color: #333 } }
"""


def compile_html(odd: Odd) -> bytes:
    """The reference page of `odd`: one HTML file that needs no other."""
    body = _tag("body", _tag("h1", odd.title), _sentence("p", odd.desc))
    modules = dict.fromkeys(element.module for element in odd.elements)
    for module in modules:
        links = _joined([_link(spec) for spec in odd.elements if spec.module == module], " ")
        body.append(_tag("p", _tag("b", _heading(module)), ": ", *links))
    parents = _parents(odd)
    for module in modules:
        body.append(_tag("h2", _heading(module)))
        for element in odd.elements:
            if element.module == module:
                body.extend(_element(element, odd, parents))
    if odd.constraints:
        body.extend([_tag("h2", "Rules for all elements"), _rules(odd.constraints)])
    body.append(_tag("h2", "Attributes that several elements have"))
    for spec in odd.attribute_classes:
        body.extend([_title(spec), _sentence("p", spec.desc), *_attributes(spec, odd)])
    body.append(_tag("h2", "Elements that stand in the same places"))
    for spec in odd.model_classes:
        members = [_link(odd.specs[key]) for key in odd.members[spec.ident]]
        body.extend([_title(spec), _sentence("p", spec.desc), _tag("p", *_joined(members, " "))])
    body.append(_tag("h2", "Content that several elements have"))
    for macro in odd.macros:
        body.extend([_title(macro), _sentence("p", macro.desc), _tag("p", _tag("code", *_content(macro.content, odd)))])
    body.append(_tag("h2", "Values"))
    for data in odd.datatypes:
        body.extend([_title(data), _sentence("p", data.desc), _tag("p", *_data(data.data, odd))])
    head = _tag("head", _tag("meta", charset="utf-8"), _tag("title", odd.title), _tag("style", _STYLE))
    page = _tag("html", etree.Comment(f" {origin(odd)} "), head, body, lang="en")
    for block in body.iter("h1", "h2", "h3", "p", "dl", "dt", "dd", "table", "tr", "pre", "ul", "li"):
        block.tail = "\n"
    return etree.tostring(page, encoding="UTF-8", method="html", doctype="<!DOCTYPE html>") + b"\n"


def _tag(name: str, /, *children: Node, **attributes: str) -> etree._Element:
    """An HTML element with text and elements in it."""
    element = etree.Element(name, attributes)
    for child in children:
        if not isinstance(child, str):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + child
        else:
            element.text = (element.text or "") + child
    return element


def _heading(module: str) -> str:
    return module[:1].upper() + module[1:]


# --- Pieces of text -------------------------------------------------------------------------------------------------


def _sentence(tag: str, text: str, *more: Node) -> etree._Element:
    """Text with what stands between grave accents as code."""
    parts: list[Node] = [_tag("code", part[1:-1]) if part[:1] == "`" else part for part in re.split(r"(`[^`]+`)", text)]
    return _tag(tag, *parts, *more)


def _title(spec: Spec) -> etree._Element:
    return _tag("h3", _tag("code", spec.ident), id=spec.ident)


def _link(spec: Spec) -> etree._Element:
    name = spec.name if isinstance(spec, ElementSpec) else spec.ident
    return _tag("a", _tag("code", name), href=f"#{spec.ident}")


def _joined(parts: Iterable[Node], between: str) -> list[Node]:
    found: list[Node] = []
    for part in parts:
        found += [between, part] if found else [part]
    return found


# --- An element -----------------------------------------------------------------------------------------------------


def _element(spec: ElementSpec, odd: Odd, parents: dict[str, list[str]]) -> Iterator[etree._Element]:
    yield _tag("h3", _tag("code", f"<{spec.name}>"), id=spec.ident)
    yield _sentence("p", ": ".join(filter(None, (spec.gloss, spec.desc))))
    held = _data(spec.content.data, odd) if isinstance(spec.content, Datatype) else _content(spec.content, odd)
    stands = [_link(odd.specs[key]) for key in parents.get(spec.ident, ())]
    rows = [_tag("dt", "Holds"), _tag("dd", _tag("code", *held))]
    rows += [_tag("dt", "Stands in"), _tag("dd", *_joined(stands, " "))] if stands else []
    yield _tag("dl", *rows)
    yield from _attributes(spec, odd)
    if spec.constraints:
        yield _rules(spec.constraints)
    for remark in spec.remarks:
        yield _sentence("p", remark)
    for example in spec.examples:
        yield _tag("pre", example.text)


def _rules(constraints: Iterable[Constraint]) -> etree._Element:
    listed = _tag("ul")
    for constraint in constraints:
        remedies = [" ".join("".join(map(str, note.itertext())).split()) for rule in constraint.rules
                    for note in rule.iter("{*}diagnostic")]  # fmt: skip
        listed.append(_sentence("li", " ".join((f"Rule `{constraint.ident}`: {constraint.desc}", *remedies))))
    return listed


def _parents(odd: Odd) -> dict[str, list[str]]:
    """For each element, those that it may stand in."""
    found: dict[str, list[str]] = {}
    for element in odd.elements:
        if not isinstance(element.content, Datatype):
            for ident in dict.fromkeys(position.ident for position in automaton(odd, element.content).positions):
                found.setdefault(ident, []).append(element.ident)
    return found


def _attributes(spec: ElementSpec | ClassSpec, odd: Odd) -> Iterator[etree._Element]:
    rows = [_row(attribute, odd) for attribute in spec.attributes]
    if rows:
        yield _tag("table", _tag("tr", _tag("th", "Attribute"), _tag("th", "What it says"), _tag("th", "Value")), *rows)
    one = [" or ".join(names) for names in _alternatives(spec.attributes)]
    if one:
        yield _tag("p", "Only one may stand: " + "; ".join(one) + ".")
    classes = [_link(one) for one in odd.attribute_classes_of(spec)]
    if classes:
        yield _tag("p", "Attributes also of ", *_joined(classes, ", "), ".")


def _alternatives(attributes: AttList) -> Iterator[list[str]]:
    if attributes.choice:
        yield [part.ident if isinstance(part, AttDef) else "(" + ", ".join(a.ident for a in part) + ")"
               for part in attributes.parts]  # fmt: skip
    for part in attributes.parts:
        if isinstance(part, AttList):
            yield from _alternatives(part)


def _row(attribute: AttDef, odd: Odd) -> etree._Element:
    values: list[Node] = _data(attribute.datatype.data, odd)
    if attribute.datatype.is_list:
        values.append(", several with spaces between them" if attribute.datatype.least < 2 else ", two or more")
    if attribute.suggested:
        values.append(": such as ")
        values += _joined([_tag("code", value.ident, title=value.desc) for value in attribute.suggested], ", ")
    needed = [" (must be there)"] if attribute.required else []
    return _tag(
        "tr",
        _tag("td", _tag("code", f"@{attribute.ident}"), *needed),
        _sentence("td", attribute.desc),
        _tag("td", *values),
    )


def _data(data: Data, odd: Odd) -> list[Node]:
    match data:
        case DataRef(key):
            return [_link(odd.specs[key])]
        case Primitive(name, facets):
            return [
                name,
                *(f", {facet} " if part == 0 else _tag("code", value) for facet, value in facets for part in (0, 1)),
            ]
        case Values(items):
            found: list[Node] = []
            for item in items:
                found += [_tag("br")] * bool(found) + [_tag("code", item.ident), f" {item.desc}"]
            return found
        case Union(parts):
            return [
                node for number, part in enumerate(parts) for node in (*([" or "] * bool(number)), *_data(part, odd))
            ]


# --- Content, in the signs of regular expressions -------------------------------------------------------------------


def _content(particle: Particle, odd: Odd) -> list[Node]:
    if particle == EMPTY:
        return ["nothing"]
    match particle:
        case TextNode():
            return ["text"]
        case AnyElement():
            return ["anything of another vocabulary", _sign(particle.least, particle.most)]
        case MacroRef(key):
            return [_link(odd.specs[key])]
        case ElementRef(key, least, most) | ClassRef(key, least, most):
            return [_link(odd.specs[key]), _sign(least, most)]
        case Sequence(parts, least, most) | Alternate(parts, least, most):
            between = ", " if isinstance(particle, Sequence) else " | "
            inner = [node for number, part in enumerate(parts)
                     for node in (*([between] * bool(number)), *_content(part, odd))]  # fmt: skip
            plain = (least, most) == (1, 1) and isinstance(particle, Sequence)
            return inner if plain else ["( ", *inner, " )", _sign(least, most)]


def _sign(least: int, most: int | None) -> str:
    known = {(1, 1): "", (0, 1): "?", (0, None): "*", (1, None): "+"}
    return known.get((least, most), f"{{{least},{'' if most is None else most}}}")
