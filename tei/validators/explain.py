"""Why a document breaks a RELAX NG schema: one fault for each mistake, in document order, in words.

The gate has said that the document is invalid; this goes through it from the root, keeping for each element the
patterns that it may match. What stands inside an element that is not allowed where it is, is not looked at.
"""

from collections.abc import Iterator

from lxml import etree

from tei.schema.derivative import Derivatives, Token, tokens
from tei.schema.patterns import Attribute, Choice, Element, Grammar, NotAllowed, Pattern, Ref, Value, contains, spelt
from tei.validators.faults import Fault, cut, listed, misplaced, root_fault, shown, suggestion

__all__ = ["Fault", "explain"]

_ANOTHER = "Write a value that the schema allows for this attribute."

Children = list[tuple[etree._Element, tuple[Element, ...]]]


def explain(grammar: Grammar, tree: etree._ElementTree, derivatives: Derivatives) -> Iterator[Fault]:
    """The faults of a document under `grammar`; none when the reason lies beyond single elements."""
    derivatives.trim()
    root = tree.getroot()
    candidates = derivatives.offered(grammar.start, str(root.tag))
    if not candidates:
        yield root_fault(root, _names(grammar.start, derivatives))
        return
    waiting: Children = [(root, candidates)]
    while waiting:
        element, patterns = waiting.pop()
        content = derivatives.choice(*(pattern.content for pattern in patterns))
        yield from _attribute_faults(element, content, derivatives)
        children: Children = []
        yield from _content_faults(element, content, derivatives, children)
        waiting.extend(reversed(children))


def _attribute_faults(element: etree._Element, content: Pattern, derivatives: Derivatives) -> Iterator[Fault]:
    known = derivatives.attributes(content)
    here = shown(element.tag)
    attributes = [(str(name), str(value)) for name, value in element.attrib.items()]
    for name, value in attributes:
        fitting = [pattern for pattern in known if contains(pattern.names, name)]
        if not fitting:
            allowed = [other for pattern in known for other in spelt(pattern.names)]
            remedy = suggestion(name, allowed) or "Remove it, or write what it says in another attribute."
            message = f"attribute {shown(name)} is not allowed on {here}"
            yield Fault(element, message, remedy.strip(), attribute=name, allowed=allowed)
        elif not any(derivatives.matches(pattern.value, value) for pattern in fitting):
            message = f"“{cut(value)}” is not a value of attribute {shown(name)} on {here}"
            values = _values(fitting)
            remedy = f"Write one of: {', '.join(values)}." if values else _ANOTHER
            yield Fault(element, message, remedy, attribute=name, allowed=values)
    for name in sorted(derivatives.required_attributes(content) - {name for name, _ in attributes}):
        yield Fault(element, f"{here} lacks the attribute {shown(name)}", "Add it.")


def _content_faults(
    element: etree._Element, state: Pattern, derivatives: Derivatives, children: Children
) -> Iterator[Fault]:
    """The faults among the children; those that are allowed are put in `children` with the patterns they match.

    After a child that is not allowed the next one is looked at as if it were absent, and of several of one name the
    first is reported; then an incomplete element is most likely the same mistake, and is not reported again.
    """
    reported: set[str] = set()
    found = tokens(element)
    for token in found:
        name = "" if token.text else str(token.element.tag)
        after = derivatives.by_element(state, name) if name else derivatives.by_text(state, token.text)
        if not isinstance(after, NotAllowed):
            if name:
                children.append((token.element, derivatives.offered(state, name)))
            state = after
        elif name not in reported:
            reported.add(name)
            yield _misplaced(token, element, state, derivatives)
    blank = not found and not isinstance(derivatives.by_text(state, element.text or ""), NotAllowed)
    if not reported and not derivatives.nullable(state) and not blank:
        remedy = f"It still needs: {_next(state, derivatives)}."
        yield Fault(element, f"{shown(element.tag)} is incomplete", remedy, allowed=_names(state, derivatives))


def _misplaced(token: Token, parent: etree._Element, state: Pattern, derivatives: Derivatives) -> Fault:
    names = _names(state, derivatives)
    if token.text:
        message, remedy = (
            f"text is not allowed here in {shown(parent.tag)}",
            f"Allowed at this place: {_next(state, derivatives)}.",
        )
        return Fault(token.element, message, remedy, after=token.element is not parent, allowed=names)
    ends = derivatives.nullable(state)
    return Fault(token.element, *misplaced(token.element.tag, parent.tag, names, ends=ends), allowed=names)


def _names(state: Pattern, derivatives: Derivatives) -> list[str]:
    return [name for option in derivatives.first_elements(state) for name in spelt(option.names)]


def _next(state: Pattern, derivatives: Derivatives) -> str:
    """What may come next, in words."""
    names = _names(state, derivatives)
    return listed(names) if names or derivatives.nullable(state) else "a value"


def _values(attributes: list[Attribute]) -> list[str]:
    """The values that may be written instead, where the schema lists them."""
    values: set[str] = set()
    patterns = [attribute.value for attribute in attributes]
    while patterns:
        match patterns.pop():
            case Value(text=text):
                values.add(text)
            case Choice(parts=parts):
                patterns.extend(parts)
            case Ref(definition=definition):
                patterns.append(definition.pattern)
            case _:
                return []
    return sorted(values)
