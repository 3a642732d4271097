"""Compiled schemas as bytes: indented, with a word about where they come from."""

from lxml import etree

from tei.schema.odd import Odd


def document(root: etree._Element, odd: Odd) -> bytes:
    """The XML file of a compiled schema. The same ODD gives the same bytes."""
    etree.indent(root, "  ")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {origin(odd)} -->\n'
    return head.encode() + etree.tostring(root, encoding="UTF-8") + b"\n"


def origin(odd: Odd) -> str:
    """Where a compiled file comes from, in a sentence."""
    return f"Made from {odd.ident}.odd by `tei schema build`; do not edit."
