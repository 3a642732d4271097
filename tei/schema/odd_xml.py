"""Reading the XML of an ODD strictly: an element or attribute that the reader does not name is refused, with its line."""

from lxml import etree

from tei.names import XML_NS, local_name, tei

OCCURS = ("minOccurs", "maxOccurs")
_REMEDY = "Say it with what docs/odd.md lists as supported."


class Refused(Exception):
    """Something that is not understood, and where."""

    def __init__(self, element: etree._Element, message: str, help: str = _REMEDY) -> None:
        super().__init__(message)
        self.element, self.message, self.help = element, message, help


def read(element: etree._Element, children: tuple[str, ...], attributes: tuple[str, ...]) -> list[etree._Element]:
    """The children of `element`, when they and its attributes are among those named and no text is between them."""
    for name in element.attrib:
        spelt = str(name).replace(f"{{{XML_NS}}}", "xml:")
        if spelt not in attributes:
            raise Refused(element, f"attribute `{spelt}` of `{local_name(element.tag)}` is not supported")
    for child in element:
        if child.tag not in map(tei, children):
            raise Refused(child, f"`{local_name(child.tag)}` in `{local_name(element.tag)}` is not supported")
    text = "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
    if text:
        raise Refused(element, f"`{local_name(element.tag)}` holds text: “{text[:40]}”")
    if element.get("mode", "add") != "add":
        message = f'mode="{element.get("mode")}" changes a base schema, and there is none'
        raise Refused(element, message, "Declare everything in the ODD itself, without @mode.")
    return list(element)


def need(element: etree._Element, name: str) -> str:
    """The attribute `name`, which must be there."""
    value = " ".join(element.get(name, "").split())
    if not value:
        raise Refused(element, f"`{local_name(element.tag)}` lacks the attribute `{name}`", "Add it.")
    return value


def one(element: etree._Element, name: str) -> etree._Element | None:
    """The child `name`, if there is one; there may not be two."""
    found = element.findall(tei(name))
    if len(found) > 1:
        raise Refused(found[1], f"`{local_name(element.tag)}` has a second `{name}`", "Keep one.")
    return found[0] if found else None


def chosen(element: etree._Element, name: str, otherwise: str, values: tuple[str, ...]) -> str:
    """The attribute `name`, or `otherwise` where it is absent; it must be one of `values`."""
    value = element.get(name, otherwise)
    if value not in values:
        raise Refused(element, f'{name}="{value}" is not supported on `{local_name(element.tag)}`')
    return value


def occurs(element: etree._Element) -> tuple[int, int | None]:
    """How often a particle stands, from @minOccurs and @maxOccurs; None is without limit."""
    least, most = element.get("minOccurs", "1"), element.get("maxOccurs", "1")
    if not least.isdecimal() or not (most.isdecimal() or most == "unbounded"):
        raise Refused(element, f"“{least}” to “{most}” is not a number of times", "Write whole numbers or unbounded.")
    numbers = int(least), None if most == "unbounded" else int(most)
    if numbers[1] is not None and (numbers[1] < max(numbers[0], 1) or numbers[1] > 100):
        raise Refused(element, f"{least} to {most} times is not possible", "Write the smaller number first, up to 100.")
    return numbers


def words(element: etree._Element | None) -> str:
    """The text of a `desc` or `p` in one line; names in it stand between grave accents."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        name, text = local_name(child.tag), "".join(map(str, child.itertext()))
        if name not in ("gi", "att", "val", "code", "ident", "term"):
            raise Refused(child, f"`{name}` in `{local_name(element.tag)}` is not supported")
        parts += [text if name == "term" else f"`@{text}`" if name == "att" else f"`{text}`", child.tail or ""]
    return " ".join("".join(parts).split())
