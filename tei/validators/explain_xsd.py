"""Why a document breaks an XSD: one fault for each mistake, in document order, in words.

libxml2 has said that the document is invalid. This goes through it from the root beside the schema's own particles, as
xmlschema has read them, and stops at a child that is not allowed where it is. xmlschema's own errors name only what is
required at a place, and repeat themselves after a wrong child.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from lxml import etree
from xmlschema import XMLSchema10
from xmlschema.validators import XsdAnyElement, XsdAttribute, XsdComplexType, XsdElement, XsdGroup, XsdType
from xmlschema.validators.models import ModelVisitor

from tei.names import TEI_NS, XML_ID, XML_NS, local_name
from tei.validators.explain import Fault

_SHOWN = 12  # names in a list of what is allowed
_VALUE = 40  # characters of a wrong value
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


def explain(schema: XMLSchema10, tree: etree._ElementTree) -> Iterator[Fault]:
    """The faults of a document, those of a parent before its children's; none when the reason lies beyond single elements."""
    root = tree.getroot()
    roots = {element.name: element for element in schema.elements.values()}
    declaration = roots.get(str(root.tag))
    if declaration is None:
        yield _root_fault(root, roots)
        return
    ids: set[str] = set()
    waiting = [(root, declaration)]
    while waiting:
        element, declaration = waiting.pop()
        if f"{_XSI}type" in element.attrib:
            continue
        yield from _attribute_faults(element, declaration)
        yield from _identity_faults(element, declaration, ids)
        type_ = declaration.type
        if isinstance(type_, XsdComplexType) and isinstance(type_.content, XsdGroup):
            content = _Content(element, type_.content)
            yield from content.faults()
            waiting.extend(reversed(content.known))
        else:
            yield from _text_faults(element, declaration)


def _root_fault(root: etree._Element, roots: Iterable[str]) -> Fault:
    for name in roots:
        namespace = name[1:].partition("}")[0]
        if local_name(name) == local_name(root.tag):
            return Fault(
                root, f"{_shown(root.tag)} is not in the namespace {namespace}", f'Write xmlns="{namespace}" on it.'
            )
    return Fault(root, f"{_shown(root.tag)} cannot be the root", f"The root is {_listed(roots)}.")


def _attribute_faults(element: etree._Element, declaration: XsdElement) -> Iterator[Fault]:
    known = declaration.attributes
    here = _shown(element.tag)
    for name, value in element.attrib.items():
        attribute = known.get(str(name), known.get(None))
        if str(name).startswith(_XSI):
            continue
        if attribute is None:
            names = [str(allowed) for allowed in known]
            remedy = _suggestion(str(name), names) or f"Allowed on it: {_listed(names)}."
            yield Fault(element, f"attribute {_shown(name)} is not allowed on {here}", remedy)
        elif isinstance(attribute, XsdAttribute) and not attribute.type.is_valid(str(value)):
            message = f"“{_cut(str(value))}” is not a value of attribute {_shown(name)} on {here}"
            yield Fault(element, message, _described(attribute, str(value)))
    for name in known.iter_required():
        if name not in element.attrib:
            attribute = known[name]
            remedy = f"Add it. {_described(attribute)}" if isinstance(attribute, XsdAttribute) else "Add it."
            yield Fault(element, f"{here} lacks the attribute {_shown(name)}", remedy)


def _identity_faults(element: etree._Element, declaration: XsdElement, ids: set[str]) -> Iterator[Fault]:
    """An xml:id that another element has, and attributes that the schema does not let stand together."""
    xml_id = " ".join(element.get(XML_ID, "").split())
    if xml_id and xml_id in ids:
        yield Fault(element, f"“{xml_id}” is the xml:id of an earlier element too", "Give one of them another xml:id.")
    ids.add(xml_id)
    for identity in declaration.identities:
        for field in identity.fields:
            there = [name for name in field.path.replace("@", "").split("|") if name in element.attrib]
            if len(there) > 1:
                message = f"attributes {_listed(there)} cannot stand together on {_shown(element.tag)}"
                yield Fault(element, message, "Keep the one that says what is meant, and remove the rest.")


def _text_faults(element: etree._Element, declaration: XsdElement) -> Iterator[Fault]:
    """What is wrong with an element that holds text alone."""
    if len(element) and any(isinstance(child.tag, str) for child in element):
        yield Fault(element, f"{_shown(element.tag)} holds elements", "Write text alone in it.")
        return
    type_ = declaration.type.content if isinstance(declaration.type, XsdComplexType) else declaration.type
    text = "".join(map(str, element.itertext()))
    if not isinstance(type_, XsdGroup) and not type_.is_valid(text):
        problem = "is empty" if not text.strip() else f"cannot hold “{_cut(text)}”"
        yield Fault(element, f"{_shown(element.tag)} {problem}", _described(type_, text))


class _Content:
    """The children of one element beside the particles of its content model.

    Where a child would be right if a certain other stood before it, the other is taken as read. After a child that is not
    allowed at all the next one is looked at as if it were absent, and of several of one name the first is reported;
    then an incomplete element is most likely the same mistake, and is not reported again.
    """

    def __init__(self, element: etree._Element, group: XsdGroup) -> None:
        self.known: list[tuple[etree._Element, XsdElement]] = []
        self._element = element
        self._group = group
        self._model = ModelVisitor(group)
        self._taken: list[str] = []
        known = {one.name for element in group.iter_elements() for one in (element, *_substitutes(element))}
        self._names = sorted(name for name in known if name)
        self._open = None in known  # a wildcard takes what has no name here

    def faults(self) -> Iterator[Fault]:
        """The faults among the children; afterwards `known` has those that are allowed, with their declarations."""
        here = _shown(self._element.tag)
        reported: set[str] = set()
        yield from self._stray_text()
        for child in self._element:
            if not isinstance(child.tag, str) or self._take(child) or child.tag in reported:
                continue
            allowed = self._allowed()
            missing = [name for name in allowed if _match(self._again(name), child.tag) is not None]
            if len(missing) != 1:
                reported.add(child.tag)
                remedy = f"{_suggestion(child.tag, allowed)} Allowed at this place: {_listed(allowed)}.".strip()
                yield Fault(child, f"{_shown(child.tag)} is not allowed here in {here}", remedy)
                continue
            late = next(child.itersiblings(missing[0]), None) is not None
            problem, remedy = ("must stand", "Move it there.") if late else ("is missing", "Add it.")
            yield Fault(child, f"{_shown(missing[0])} {problem} before {_shown(child.tag)} in {here}", remedy)
            reported.update(missing)  # where it stands too late it is not reported again
            self._taken += missing
            self._model = self._again()
            self._take(child)
        if not reported and not _complete(self._model):
            allowed = self._allowed()
            needed = [name for name in allowed if _complete(self._again(name))] or allowed
            yield Fault(self._element, f"{here} is incomplete", f"It still needs: {_listed(needed, ' or ')}.")

    def _take(self, child: etree._Element) -> bool:
        """Whether `child` is allowed next; then it is taken."""
        if child.tag not in self._names and not self._open:
            return False
        declaration = _match(self._model, child.tag)
        if declaration is None:
            self._model = self._again()  # the failed match has used the model up
            return False
        self._taken.append(child.tag)
        if isinstance(declaration, XsdElement):
            self.known.append((child, declaration))
        return True

    def _stray_text(self) -> Iterator[Fault]:
        if self._group.mixed:
            return
        pieces = [(self._element, self._element.text)] + [(child, child.tail) for child in self._element]
        for element, text in pieces:
            if text and (text.strip(" \t\r\n") or self._group.is_empty()):
                message = f"text is not allowed here in {_shown(self._element.tag)}: “{_cut(text.strip())}”"
                remedy = "It is empty." if self._group.is_empty() else "It holds elements only."
                yield Fault(element, message, remedy, element is not self._element)
                return

    def _allowed(self) -> list[str]:
        """The names that may come after the children taken so far."""
        return [name for name in self._names if _match(self._again(), name) is not None]

    def _again(self, *more: str) -> ModelVisitor:
        """The model after the children taken so far, and `more`."""
        model = ModelVisitor(self._group)
        for name in (*self._taken, *more):
            _match(model, name)
        return model


def _match(model: ModelVisitor, name: str) -> object | None:
    """The declaration that takes a child `name` next, with the model moved on; None where nothing does."""
    while model.element is not None:
        declaration = model.match_element(name)
        if declaration is None:
            if any(True for _ in model.advance(False)):
                return None
            continue
        return None if any(True for _ in model.advance(True)) else declaration
    return None


def _substitutes(element: XsdElement | XsdAnyElement) -> tuple[XsdElement, ...]:
    return tuple(element.iter_substitutes()) if isinstance(element, XsdElement) else ()


def _complete(model: ModelVisitor) -> bool:
    return not any(True for _ in model.stop())


def _described(component: XsdAttribute | XsdType, value: str = "") -> str:
    """What values an attribute or a simple type takes: the list of them, or what the schema's documentation says."""
    several = False
    sought: list[object] = [component]
    while sought:
        seen = sought.pop()
        if seen is None:
            continue
        values = [str(allowed) for allowed in getattr(seen, "enumeration", None) or ()]
        if values:
            close = get_close_matches(value.strip().lower(), values, 1, 0.6)
            lead = f"Did you mean “{close[0]}”? " if close else ""
            return f"{lead}{'Write one or several of' if several else 'Write one of'}: {', '.join(values)}."
        words = " ".join(str(getattr(seen, "annotation", None) or "").split())
        if words:
            return f"It takes: {words}"
        item = getattr(seen, "item_type", None)
        several = several or item is not None
        # last in, first out: the type, what it is a list of, what it is derived from, and the attribute referred to
        sought += [getattr(seen, "ref", None), getattr(seen, "base_type", None), item, getattr(seen, "type", None)]
    return "Write a value that the schema allows here."


def _suggestion(name: str, allowed: Iterable[str]) -> str:
    """“Did you mean …?” when one of the allowed names is spelt much like `name`, else nothing."""
    spelt = {local_name(other).lower(): other for other in allowed}
    close = get_close_matches(local_name(name).lower(), spelt, 1, 0.75)
    return f"Did you mean {_shown(spelt[close[0]])}?" if close else ""


def _listed(names: Iterable[str], separator: str = ", ") -> str:
    shown = sorted({_shown(name) for name in names})
    if not shown:
        return "nothing more"
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return separator.join(shown[:_SHOWN]) + more


def _shown(clark: object) -> str:
    """A name as people write it: TEI names bare, others with what tells them apart."""
    namespace = str(clark)[1:].partition("}")[0] if str(clark).startswith("{") else ""
    if namespace == XML_NS:
        return f"`xml:{local_name(clark)}`"
    return f"`{local_name(clark)}`" if namespace in ("", TEI_NS) else f"`{local_name(clark)}` of {namespace}"


def _cut(value: str) -> str:
    return f"{value[:_VALUE]}…" if len(value) > _VALUE else value
