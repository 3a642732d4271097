"""The header as a page: every element and attribute of it, under plain names."""

import re
from collections.abc import Mapping

from lxml import etree

from tei.names import XML_ID, XML_LANG, local_name
from tei.publishers.site.languages import direction
from tei.publishers.site.render import safe_href

_LABELS: Mapping[str, str] = {
    "appInfo": "Programs",
    "availability": "Availability",
    "bibl": "Source",
    "change": "Change",
    "citeStructure": "How passages are cited",
    "correspDesc": "Correspondence",
    "creation": "Creation of the document",
    "editorialDecl": "Editorial decisions",
    "encodingDesc": "How the text was encoded",
    "fileDesc": "The file",
    "idno": "Identifier",
    "langUsage": "Languages",
    "orgName": "Organization",
    "p": "Statement",
    "persName": "Person",
    "placeName": "Place",
    "profileDesc": "The text",
    "publicationStmt": "Publication",
    "refsDecl": "References",
    "resp": "Task",
    "respStmt": "Responsibility",
    "revisionDesc": "Changes",
    "roleName": "Office",
    "sourceDesc": "Source",
    "textClass": "Kind of text",
    "titleStmt": "Titles and responsibility",
}
_UNSHOWN = frozenset({XML_ID, XML_LANG, "type"})


def header_html(header: etree._Element) -> list[etree._Element]:
    """A section for each part of a `teiHeader`."""
    return [_section(part) for part in header.iterchildren(etree.Element)]


def _section(part: etree._Element) -> etree._Element:
    made = etree.Element("section")
    etree.SubElement(made, "h2").text = _label(part)
    made.append(_content(part, etree.Element("div")))
    return made


def _label(element: etree._Element) -> str:
    name = local_name(element.tag)
    if name == "correspAction" and element.get("type"):
        return element.get("type", "").capitalize()
    words = _LABELS.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
    return f"{words} ({element.get('type')})" if element.get("type") else words


def _content(element: etree._Element, target: etree._Element) -> etree._Element:
    """`target` with what `element` holds: a list of named parts, or a text."""
    if _is_text(element):
        return _text(element, target)
    parts = etree.SubElement(target, "dl")
    for child in element.iterchildren(etree.Element):
        etree.SubElement(parts, "dt").text = _label(child)
        _content(child, etree.SubElement(parts, "dd"))
    _attributes(element, target)
    return target


def _is_text(element: etree._Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return not len(element) or any(text and text.strip() for text in texts)


def _text(element: etree._Element, target: etree._Element) -> etree._Element:
    holder = etree.SubElement(target, "span")
    holder.text = " ".join("".join(map(str, element.itertext())).split())
    if lang := element.get(XML_LANG):
        holder.set("lang", lang)
        holder.set("dir", direction(lang))
    _attributes(element, target)
    return target


def _attributes(element: etree._Element, target: etree._Element) -> None:
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        if name in _UNSHOWN or not value:
            continue
        holder = etree.SubElement(target, "span", {"class": "ui-attribute"})
        holder.text = f"{local_name(name)}: "
        href = safe_href(value)
        shown = etree.SubElement(holder, "a", href=href) if href else etree.SubElement(holder, "span")
        shown.text = value
