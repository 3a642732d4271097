"""Why a document breaks an XSD: one fault for each mistake, in document order, in words.

libxml2 has said that the document is invalid. This goes through it from the root beside the declarations of the schema,
as xmlschema has read them, and does not look inside a child that is not allowed where it is. Content models are followed
by derivatives, as those of RELAX NG are: xmlschema's own errors name only what is required at a place, and repeat
themselves after a wrong child.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from lxml import etree
from xmlschema import XMLSchema10
from xmlschema.validators import XsdAnyElement, XsdAttribute, XsdComplexType, XsdElement, XsdGroup, XsdSimpleType

from tei.names import XML_ID
from tei.schema.derivative import Derivatives
from tei.schema.patterns import (
    EMPTY,
    AnyName,
    Choice,
    Element,
    Group,
    Interleave,
    Name,
    NameChoice,
    NotAllowed,
    OneOrMore,
    Pattern,
    spelt,
)
from tei.validators.faults import Fault, cut, listed, misplaced, repeated_id, root_fault, shown, suggestion

_MANY = 20  # a limit of more occurrences than this is taken for none: the verdict is libxml2's, this only explains it
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


class XsdExplainer:
    """Explains what a schema refuses. One object serves many documents: what it works out, it remembers."""

    def __init__(self, schema: XMLSchema10) -> None:
        self._roots = {element.name: element for element in schema.elements.values()}
        self._derivatives = Derivatives()
        self._models: dict[int, tuple[Pattern, dict[str, XsdElement]]] = {}
        self._valid: dict[tuple[int, str], bool] = {}
        self._ids: set[str] = set()

    def faults(self, tree: etree._ElementTree) -> Iterator[Fault]:
        """The faults of a document, those of a parent before its children's; none when the reason lies elsewhere."""
        self._derivatives.trim()
        self._valid.clear()
        self._ids.clear()
        root = tree.getroot()
        declaration = self._roots.get(str(root.tag))
        if declaration is None:
            yield root_fault(root, self._roots)
            return
        waiting = [(root, declaration)]
        while waiting:
            element, declaration = waiting.pop()
            if f"{_XSI}type" in element.attrib:
                continue
            yield from self._attribute_faults(element, declaration)
            yield from self._identity_faults(element, declaration)
            type_ = declaration.type
            if isinstance(type_, XsdComplexType) and isinstance(type_.content, XsdGroup):
                children: list[tuple[etree._Element, XsdElement]] = []
                yield from _stray_text(element, type_.content)
                yield from self._content_faults(element, type_.content, children)
                waiting.extend(reversed(children))
            else:
                yield from self._text_faults(element, declaration)

    def _attribute_faults(self, element: etree._Element, declaration: XsdElement) -> Iterator[Fault]:
        known = declaration.attributes
        here = shown(element.tag)
        for name, value in element.attrib.items():
            attribute = known.get(str(name), known.get(None))
            if str(name).startswith(_XSI):
                continue
            if attribute is None:
                names = [str(allowed) for allowed in known]
                remedy = suggestion(name, names) or f"Allowed on it: {listed(names)}."
                message = f"attribute {shown(name)} is not allowed on {here}"
                yield Fault(element, message, remedy.strip(), attribute=str(name), allowed=names)
            elif isinstance(attribute, XsdAttribute) and not self._takes(attribute.type, str(value)):
                message = f"“{cut(str(value))}” is not a value of attribute {shown(name)} on {here}"
                remedy = _described(attribute, str(value))
                yield Fault(element, message, remedy, attribute=str(name), allowed=_values(attribute)[0])
        for name in known.iter_required():
            if name not in element.attrib:
                attribute = known[name]
                remedy = f"Add it. {_described(attribute)}" if isinstance(attribute, XsdAttribute) else "Add it."
                yield Fault(element, f"{here} lacks the attribute {shown(name)}", remedy)

    def _identity_faults(self, element: etree._Element, declaration: XsdElement) -> Iterator[Fault]:
        """An xml:id that another element has, and attributes that the schema does not let stand together."""
        xml_id = " ".join(element.get(XML_ID, "").split())
        if xml_id and xml_id in self._ids:
            yield repeated_id(element, xml_id)
        self._ids.add(xml_id)
        for identity in declaration.identities:
            for field in identity.fields:
                there = [name for name in field.path.replace("@", "").split("|") if name in element.attrib]
                if len(there) > 1:
                    message = f"attributes {listed(there)} cannot stand together on {shown(element.tag)}"
                    yield Fault(element, message, "Keep the one that says what is meant, and remove the rest.")

    def _text_faults(self, element: etree._Element, declaration: XsdElement) -> Iterator[Fault]:
        """What is wrong with an element that holds text alone."""
        if any(isinstance(child.tag, str) for child in element):
            yield Fault(element, f"{shown(element.tag)} holds elements", "Write text alone in it.")
            return
        type_ = declaration.type.content if isinstance(declaration.type, XsdComplexType) else declaration.type
        text = "".join(map(str, element.itertext()))
        if not isinstance(type_, XsdGroup) and not self._takes(type_, text):
            problem = "is empty" if not text.strip() else f"cannot hold “{cut(text)}”"
            yield Fault(element, f"{shown(element.tag)} {problem}", _described(type_, text))

    def _content_faults(
        self, element: etree._Element, group: XsdGroup, children: list[tuple[etree._Element, XsdElement]]
    ) -> Iterator[Fault]:
        """The faults among the children; those that are allowed are put in `children` with their declarations.

        Where a child would be right if a certain other stood before it, the other is taken as read. After a child that
        is not allowed at all the next one is looked at as if it were absent, and of several of one name the first is
        reported; then an incomplete element is most likely the same mistake, and is not reported again.
        """
        here = shown(element.tag)
        state, declarations = self._model(group)
        reported: set[str] = set()
        for child in element.iterchildren(etree.Element):
            name = str(child.tag)
            after = self._after(state, name)
            if isinstance(after, NotAllowed):
                if name in reported:
                    continue
                missing = [n for n in self._next(state) if not isinstance(self._after(state, n, name), NotAllowed)]
                if len(missing) != 1:
                    reported.add(name)
                    names = self._next(state)
                    yield Fault(child, *misplaced(name, element.tag, names), allowed=names)
                    continue
                late = next(child.itersiblings(missing[0]), None) is not None
                problem, remedy = ("must stand", "Move it there.") if late else ("is missing", "Add it.")
                yield Fault(child, f"{shown(missing[0])} {problem} before {shown(name)} in {here}", remedy)
                reported.update(missing)  # where it stands too late it is not reported again
                after = self._after(state, missing[0], name)
            state = after
            if name in declarations:
                children.append((child, declarations[name]))
        if not reported and not self._derivatives.nullable(state):
            allowed = self._next(state)
            needed = [n for n in allowed if self._derivatives.nullable(self._after(state, n))] or allowed
            what = "It still needs" if len(needed) == 1 else "It still needs one of"
            yield Fault(element, f"{here} is incomplete", f"{what}: {listed(needed)}.", allowed=allowed)

    def _model(self, group: XsdGroup) -> tuple[Pattern, dict[str, XsdElement]]:
        """The content model of `group`, and the declaration of each name in it: XSD lets a name have one there."""
        if id(group) not in self._models:
            declarations = {
                one.name: one
                for element in group.iter_elements()
                if isinstance(element, XsdElement)
                for one in (element, *element.iter_substitutes())
            }
            self._models[id(group)] = _pattern(group), declarations
        return self._models[id(group)]

    def _after(self, state: Pattern, *names: str) -> Pattern:
        for name in names:
            state = self._derivatives.by_element(state, name)
        return state

    def _next(self, state: Pattern) -> list[str]:
        """The names that may come next."""
        return sorted({name for element in self._derivatives.first_elements(state) for name in spelt(element.names)})

    def _takes(self, type_: XsdSimpleType, value: str) -> bool:
        key = (id(type_), value)
        if key not in self._valid:
            self._valid[key] = type_.is_valid(value)
        return self._valid[key]


def _pattern(particle: XsdGroup | XsdElement | XsdAnyElement) -> Pattern:
    """A content model as a pattern whose elements are empty: only their names matter here."""
    one: Pattern
    if isinstance(particle, XsdElement):
        names = (Name(particle.name), *(Name(other.name) for other in particle.iter_substitutes()))
        one = Element(names[0] if len(names) == 1 else NameChoice(names), EMPTY)
    elif isinstance(particle, XsdAnyElement):
        one = Element(AnyName(None), EMPTY)
    else:
        parts = tuple(map(_pattern, particle))
        match particle.model:
            case "choice":
                one = Choice(parts)
            case "all":
                one = Interleave(parts)
            case _:
                one = Group(parts)
    least, most = particle.min_occurs, particle.max_occurs
    if most is None or most - least > _MANY:
        rest: Pattern = Choice((OneOrMore(one), EMPTY))
    else:
        rest = EMPTY
        for _ in range(most - least):
            rest = Choice((Group((one, rest)), EMPTY))
    return Group((one,) * min(least, _MANY) + (rest,))


def _stray_text(element: etree._Element, group: XsdGroup) -> Iterator[Fault]:
    """Text where there is to be none: the first of it."""
    if group.mixed:
        return
    for place, text in [(element, element.text)] + [(child, child.tail) for child in element]:
        if text and (text.strip(" \t\r\n") or group.is_empty()):
            message = f"text is not allowed here in {shown(element.tag)}: “{cut(text.strip())}”"
            remedy = "Leave nothing between its tags." if group.is_empty() else "It holds elements only."
            yield Fault(place, message, remedy, place is not element)
            return


def _described(component: XsdAttribute | XsdSimpleType, value: str = "") -> str:
    """What values an attribute or a simple type takes: the list of them, or what the schema's documentation says."""
    values, several, words = _values(component)
    if values:
        close = get_close_matches(value.strip().lower(), values, 1, 0.6)
        lead = f"Did you mean “{close[0]}”? " if close else ""
        return f"{lead}{'Write one or several of' if several else 'Write one of'}: {', '.join(values)}."
    return f"It takes: {words}" if words else "Write a value that the schema allows here."


def _values(component: XsdAttribute | XsdSimpleType) -> tuple[list[str], bool, str]:
    """The values that a component lists, and whether several of them may stand; else what its documentation says."""
    several = False
    sought: list[object] = [component]
    while sought:
        seen = sought.pop()
        if seen is None:
            continue
        values = [str(allowed) for allowed in getattr(seen, "enumeration", None) or ()]
        words = " ".join(str(getattr(seen, "annotation", None) or "").split())
        if values or words:
            return values, several, words
        item = getattr(seen, "item_type", None)
        several = several or item is not None
        # last in, first out: the type, what it is a list of, what it is derived from, and the attribute referred to
        sought += [getattr(seen, "ref", None), getattr(seen, "base_type", None), item, getattr(seen, "type", None)]
    return [], several, ""
