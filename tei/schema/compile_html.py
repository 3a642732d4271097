"""An ODD as a page for encoders: every element with what it is for, its attributes, its content and an example."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tei.schema.automaton import automaton
from tei.schema.html_page import SCRIPT, STYLE
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

_MAIN = "main:text"  # an id that no declaration can have


def compile_html(odd: Odd) -> bytes:
    """The reference page of `odd`: one HTML file that needs no other."""
    main = _tag("main", _tag("h1", odd.title), _sentence("p", odd.desc), id=_MAIN)
    nav = _tag("details", _tag("summary", "All names"), open="open")
    parents = _parents(odd)
    for module in dict.fromkeys(element.module for element in odd.elements):
        elements = [element for element in odd.elements if element.module == module]
        nav.append(_names(_heading(module), elements))
        main.append(_tag("h2", _heading(module)))
        main.extend(_tag("section", *_element(element, odd, parents), id=element.ident) for element in elements)
    if odd.constraints:
        main.extend([_tag("h2", "Rules for all elements"), _rules(odd.constraints)])
    for title, specs in _others(odd):
        nav.append(_names(title, [spec for spec, _ in specs]))
        main.append(_tag("h2", title))
        main.extend(
            _tag("section", _title(spec), _sentence("p", spec.desc), *body, id=spec.ident) for spec, body in specs
        )
    skip = _tag("a", "To the text", href=f"#{_MAIN}")
    skip.set("class", "skip")
    body = _tag("body", skip, _tag("nav", nav, **{"aria-label": "All names"}), main, _tag("script", SCRIPT))
    viewport = _tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    head = _tag("head", _tag("meta", charset="utf-8"), viewport, _tag("title", odd.title), _tag("style", STYLE))
    page = _tag("html", etree.Comment(f" {origin(odd)} "), head, body, lang="en")
    for block in body.iter(
        "h1", "h2", "h3", "p", "dl", "dt", "dd", "table", "tr", "pre", "ul", "li", "section", "div", "nav"
    ):
        block.tail = "\n"
    return etree.tostring(page, encoding="UTF-8", method="html", doctype="<!DOCTYPE html>") + b"\n"


def _others(odd: Odd) -> Iterator[tuple[str, list[tuple[Spec, list[etree._Element]]]]]:
    """What is declared besides elements, under headings: each with what is said of it after its description."""
    yield (
        "Attributes that several elements have",
        [(spec, [*_attributes(spec, odd), *_members(spec, odd)]) for spec in odd.attribute_classes],
    )
    yield (
        "Elements that stand in the same places",
        [
            (spec, [_tag("p", *_joined(map(_link, (odd.specs[key] for key in odd.members[spec.ident])), " "))])
            for spec in odd.model_classes
        ],
    )
    yield (
        "Content that several elements have",
        [(macro, [_tag("p", _tag("code", *_content(macro.content, odd)))]) for macro in odd.macros],
    )
    yield "Values", [(data, [_tag("p", *_data(data.data, odd))]) for data in odd.datatypes]


def _members(spec: ClassSpec, odd: Odd) -> list[etree._Element]:
    """The elements that have the attributes of a class, where they are not all."""
    members = [_link(element) for element in odd.elements if spec in odd.attribute_classes_of(element)]
    if not members or len(members) == len(odd.elements):
        return []
    return [_tag("p", "On ", *_joined(members, " "))]


def _names(title: str, specs: Iterable[Spec]) -> etree._Element:
    """A part of the list of names: a heading, and a link for each."""
    return _tag("div", _tag("p", title), _tag("ul", *(_tag("li", _link(spec)) for spec in specs)))


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


def _title(spec: Spec, shown: str = "", gloss: str = "") -> etree._Element:
    """The heading of a declaration, which is a link to itself: so that people can copy it."""
    link = _tag("a", _tag("code", shown or spec.ident), href=f"#{spec.ident}")
    return _tag("h3", link, " ", _tag("small", gloss)) if gloss else _tag("h3", link)


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
    yield _title(spec, f"<{spec.name}>", spec.gloss)
    yield _sentence("p", spec.desc)
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
        heads = [_tag("th", title, scope="col") for title in ("Attribute", "What it says", "Value")]
        around = _tag("div", _tag("table", _tag("thead", _tag("tr", *heads)), _tag("tbody", *rows)), tabindex="0")
        around.set("class", "table")
        yield around
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
    needed: list[Node] = []
    if attribute.required:
        needed = [_tag("br"), _tag("span", "must be there")]
        needed[1].set("class", "must")  # type: ignore[union-attr]
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
