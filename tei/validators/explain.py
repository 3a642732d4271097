"""Why a document breaks a RELAX NG schema: one fault for each mistake, in document order, in words.

The gate has said that the document is invalid; this goes through it from the root, keeping for each element the
patterns that it may match. What stands inside an element that is not allowed where it is, is not looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei.names import TEI_NS, XML_NS, local_name
from tei.schema.derivative import Derivatives, tokens
from tei.schema.patterns import Element, Grammar, NotAllowed, Pattern, contains, namespace_of, spelt

_SHOWN = 12  # names in a list of what is allowed
_VALUE = 40  # characters of a wrong value


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: the element it is at (or behind whose end tag, for characters), what is wrong, what to do."""

    element: etree._Element
    message: str
    help: str
    after: bool = False


def explain(grammar: Grammar, tree: etree._ElementTree, derivatives: Derivatives) -> Iterator[Fault]:
    """The faults of a document under `grammar`; none when the reason lies beyond single elements."""
    derivatives.trim()
    root = tree.getroot()
    candidates = derivatives.offered(grammar.start, str(root.tag))
    if not candidates:
        yield Fault(root, f"{_element(root)} cannot be the root", f"The root is {_listed(grammar.start, derivatives)}.")
        return
    waiting = [(root, candidates)]
    while waiting:
        element, patterns = waiting.pop()
        content = derivatives.choice(*(pattern.content for pattern in patterns))
        yield from _attribute_faults(element, content, derivatives)
        children: list[tuple[etree._Element, tuple[Element, ...]]] = []
        yield from _content_faults(element, content, derivatives, children)
        waiting.extend(reversed(children))


def _attribute_faults(element: etree._Element, content: Pattern, derivatives: Derivatives) -> Iterator[Fault]:
    known, required = derivatives.attributes(content), derivatives.required_attributes(content)
    for name, value in _attributes(element):
        fitting = [pattern for pattern in known if contains(pattern.names, name)]
        if not fitting:
            message = f"attribute {_name(name)} is not allowed on {_element(element)}"
            yield Fault(element, message, "Remove it, or write what it says in an attribute that is allowed here.")
        elif not any(derivatives.matches(pattern.value, value) for pattern in fitting):
            shown = f"{value[:_VALUE]}…" if len(value) > _VALUE else value
            message = f"“{shown}” is not a value of attribute {_name(name)} on {_element(element)}"
            yield Fault(element, message, "Write a value that the schema allows for this attribute.")
    for name in sorted(required - {name for name, _ in _attributes(element)}):
        yield Fault(element, f"{_element(element)} lacks the attribute {_name(name)}", "Add it.")


def _content_faults(
    element: etree._Element,
    state: Pattern,
    derivatives: Derivatives,
    children: list[tuple[etree._Element, tuple[Element, ...]]],
) -> Iterator[Fault]:
    """The faults among the children; those that are allowed are put in `children` with the patterns they match.

    After a child that is not allowed the next one is looked at as if it were absent, and of several of one name the
    first is reported; then an incomplete element is most likely the same mistake, and is not reported again.
    """
    reported: set[str] = set()
    found = tokens(element)
    for token in found:
        child = token.element
        is_text = bool(token.text)
        after = derivatives.by_text(state, token.text) if is_text else derivatives.by_element(state, str(child.tag))
        if not isinstance(after, NotAllowed):
            if not is_text:
                children.append((child, derivatives.offered(state, str(child.tag))))
            state = after
            continue
        name = "" if is_text else str(child.tag)
        if name not in reported:
            reported.add(name)
            what = "text" if is_text else _element(child)
            remedy = f"Allowed at this place: {_listed(state, derivatives)}."
            behind = is_text and child is not element
            yield Fault(child, f"{what} is not allowed here in {_element(element)}", remedy, behind)
    blank = not found and not isinstance(derivatives.by_text(state, element.text or ""), NotAllowed)
    if not reported and not derivatives.nullable(state) and not blank:
        yield Fault(element, f"{_element(element)} is incomplete", f"It still needs: {_listed(state, derivatives)}.")


def _listed(pattern: Pattern, derivatives: Derivatives) -> str:
    """The elements that may come next, the first few of them."""
    names = sorted({_name(name) for option in derivatives.first_elements(pattern) for name in spelt(option.names)})
    if not names:
        return "text" if not derivatives.nullable(pattern) else "nothing more"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _element(element: etree._Element) -> str:
    return _name(str(element.tag))


def _name(clark: str) -> str:
    """A name as people write it: TEI names bare, others with what tells them apart."""
    namespace = namespace_of(clark)
    if namespace == XML_NS:
        return f"`xml:{local_name(clark)}`"
    if namespace in ("", TEI_NS):
        return f"`{local_name(clark)}`"
    return f"`{local_name(clark)}` of {namespace}"
