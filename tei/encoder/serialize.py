"""The bytes of a TEI document: the only place that writes XML.

Line breaks and indentation are put only where no text can stand, so that reading the bytes again gives the same text
and structure: lxml's own `pretty_print` would put them into mixed content as well. Each block is one line.
"""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from tei.names import XML_ID, XML_LANG, local_name

_INDENT = "  "

# TEI elements that hold elements only, in our encoding. TEI allows text in some of them (bibl, extent, opener,
# closer); our encoder writes none there, and one that has text is left alone.
_CONTAINERS = """
TEI teiHeader fileDesc titleStmt respStmt extent publicationStmt availability seriesStmt sourceDesc bibl
encodingDesc editorialDecl correction normalization segmentation interpretation refsDecl citeStructure appInfo application
profileDesc langUsage correspDesc correspAction textClass keywords revisionDesc
standOff listPerson person listPlace place listOrg org linkGrp
text body div opener closer postscript list table row lg
"""
_CONTAINER_NAMES = frozenset(_CONTAINERS.split())

# Attributes in the order that they are written: what it is, then what it is like, then what it points to.
_ATTRIBUTE_ORDER = (
    XML_ID, "type", "subtype", "level", "unit", XML_LANG, "n", "quantity", "role", "ident", "version", "usage", "status",
    "method", "match", "use", "delim", "when", "from", "to", "break", "rend", "key", "ref", "target", "who", "corresp",
    "cert", "resp",
)  # fmt: skip
_RANKS = {name: rank for rank, name in enumerate(_ATTRIBUTE_ORDER)}


def serialize(tree: etree._ElementTree) -> bytes:
    """`tree` as UTF-8 with LF line ends; the same bytes for the same tree."""
    root = deepcopy(tree.getroot())
    for element in root.iter(etree.Element):
        _order_attributes(element)
    _indent(root, "\n")
    before = reversed(list(tree.getroot().itersiblings(preceding=True)))
    nodes = (*before, root, *tree.getroot().itersiblings())
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', *(etree.tostring(node, encoding="unicode") for node in nodes))
    return "".join(f"{line}\n" for line in lines).encode()


def _order_attributes(element: etree._Element) -> None:
    attributes = element.items()
    ordered = sorted(attributes, key=_rank) if len(attributes) > 1 else attributes
    if ordered != attributes:
        element.attrib.clear()
        for name, value in ordered:
            element.set(name, value)


def _rank(attribute: tuple[str | bytes, str | bytes]) -> tuple[int, tuple[str | bytes, str | bytes]]:
    return _RANKS.get(str(attribute[0]), len(_RANKS)), attribute


def _indent(element: etree._Element, newline: str) -> None:
    """Puts line breaks between the children of the containers in `element`; `newline` is its own line's indentation."""
    children = list(element)
    if children and _is_container(element, children):
        inner = newline + _INDENT
        element.text = inner
        for child in children:
            child.tail = inner
        children[-1].tail = newline
        newline = inner
    for child in children:
        _indent(child, newline)


def _is_container(element: etree._Element, children: Iterable[etree._Element]) -> bool:
    if local_name(element.tag) not in _CONTAINER_NAMES:
        return False
    texts = (element.text, *(child.tail for child in children))
    return not any(text and text.strip(" \t\r\n") for text in texts)
