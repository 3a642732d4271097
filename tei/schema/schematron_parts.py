"""The parts of a Schematron schema in XML, read as values; what is abstract is filled in first."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

from tei.names import local_name
from tei.schema.schematron import SCH_NS, Key, Let, Pattern, Rule, Select, Test, Text

_XSL_NS = "http://www.w3.org/1999/XSL/Transform"


class Abstraction(Exception):
    """Something abstract is asked for that the schema does not have; the message says what."""


def sch(name: str) -> str:
    """The Clark name of a Schematron element."""
    return f"{{{SCH_NS}}}{name}"


def fill_in(root: etree._Element) -> None:
    """Puts what is abstract in the place of what refers to it (ISO/IEC 19757-3, 6.2 and 6.3), and takes it away."""
    patterns = {each.get("id"): each for each in root.iter(sch("pattern")) if _is_abstract(each)}
    for pattern in [each for each in root.iter(sch("pattern")) if each.get("is-a")]:
        model = patterns.get(pattern.get("is-a"))
        if model is None:
            raise Abstraction(f"there is no abstract pattern “{pattern.get('is-a')}”")
        _fill_pattern(pattern, model)
    rules = {each.get("id"): each for each in root.iter(sch("rule")) if _is_abstract(each)}
    for place in list(root.iter(sch("extends"))):
        rule = place.getparent()
        if rule is not None and not _is_abstract(rule):
            for child in list(_inherited(place, rules, ())):
                place.addprevious(deepcopy(child))
            rule.remove(place)
    for each in [*patterns.values(), *rules.values()]:
        if (parent := each.getparent()) is not None:
            parent.remove(each)


def _is_abstract(element: etree._Element) -> bool:
    return element.get("abstract", "").strip() == "true"


def _fill_pattern(pattern: etree._Element, model: etree._Element) -> None:
    """The content of an abstract pattern, its parameters replaced in every attribute."""
    values = {each.get("name", ""): each.get("value", "") for each in pattern.iterchildren(sch("param"))}
    names = re.compile(rf"\$({'|'.join(map(re.escape, values))})(?![\w.-])") if values else None
    for child in model:
        copied = deepcopy(child)
        for each in copied.iter(etree.Element):
            for name, value in each.attrib.items():
                if names is not None:
                    each.set(name, names.sub(lambda match: values[match[1]], str(value)))
        pattern.append(copied)


def _inherited(
    place: etree._Element, rules: dict[str | None, etree._Element], within: tuple[str | None, ...]
) -> Iterator[etree._Element]:
    """What an `extends` stands for, down through the rules that its rule extends; `within` are those above it."""
    name = place.get("rule")
    if name not in rules:
        raise Abstraction(f"there is no abstract rule “{name}”")
    if name in within:
        raise Abstraction(f"the abstract rule “{name}” extends itself")
    for child in rules[name]:
        if child.tag == sch("extends"):
            yield from _inherited(child, rules, (*within, name))
        else:
            yield child


def lets(element: etree._Element) -> tuple[Let, ...]:
    """The variables declared in an element."""
    return tuple(Let(each.get("name", ""), each.get("value")) for each in element.iterchildren(sch("let")))


def pattern_of(element: etree._Element, name: str, context: str = "") -> Pattern:
    """A `pattern` called `name`; or a `rule`, or a test with a `context`, that stands alone, as one."""
    if element.tag == sch("pattern"):
        rules = list(element.iterchildren(sch("rule")))
        number = count(1) if sum(len(_tests(rule)) for rule in rules) > 1 else None
        found = tuple(Rule(each.get("context", ""), lets(each), _made(_tests(each), name, number)) for each in rules)
        return Pattern(name, lets(element), found)
    tests = _tests(element) if element.tag == sch("rule") else [element]
    number = count(1) if len(tests) > 1 else None
    rule = Rule(element.get("context", context), lets(element), _made(tests, name, number))
    return Pattern(name, (), (rule,))


def _tests(rule: etree._Element) -> list[etree._Element]:
    return list(rule.iterchildren(sch("assert"), sch("report")))


def _made(tests: Iterable[etree._Element], name: str, number: "count[int] | None") -> tuple[Test, ...]:
    found = []
    for element in tests:
        rule = element.getparent()
        inherited = rule.get("role", "") if rule is not None and rule.tag == sch("rule") else ""
        label = name if number is None else f"{name}, test {next(number)}"
        found.append(
            Test(
                label=element.get("id") or label,
                expression=element.get("test", ""),
                is_report=element.tag == sch("report"),
                text=text_of(element),
                role=(element.get("role") or inherited).strip(),
                diagnostics=tuple(element.get("diagnostics", "").split()),
            )
        )
    return tuple(found)


def text_of(element: etree._Element) -> Text:
    """A message with the places of its values; other elements in it stand for the text in them."""
    pieces: list[str | Select] = [element.text or ""]
    for child in element:
        kind = local_name(child.tag) if isinstance(child.tag, str) else ""
        if kind == "value-of":
            pieces.append(Select(child.get("select", ".")))
        elif kind == "name":
            pieces.append(Select(f"name({child.get('path', '.')})"))
        elif kind:
            pieces += text_of(child)
        pieces.append(child.tail or "")
    return tuple(piece for piece in pieces if piece)


def keys(root: etree._Element) -> tuple[Key, ...]:
    """The keys of a schema, in XSLT's namespace or, as older schemas have it, in Schematron's."""
    found = root.iter(f"{{{_XSL_NS}}}key", sch("key"))
    return tuple(
        Key(each.get("name", ""), each.get("match", ""), each.get("use") or each.get("path") or ".") for each in found
    )
