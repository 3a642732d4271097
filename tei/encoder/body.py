"""The text of an edition: `text`, `body`, one `div` for each version, and the parts of a version."""

from dataclasses import replace
from itertools import groupby
from typing import assert_never

from lxml import etree

from tei.encoder.elements import add, cert, resp
from tei.encoder.inline import encode_block, encode_milestone
from tei.model.document import Block, Division, Edition, Group, Node, Version, Wrapper
from tei.model.inline import Milestone


def encode_text(parent: etree._Element, edition: Edition) -> etree._Element:
    """`text` with the versions in source order."""
    text = add(parent, "text")
    body = add(text, "body")
    for version in edition.versions:
        encode_version(body, version)
    return text


def encode_version(parent: etree._Element, version: Version) -> etree._Element:
    """`div type="version"`; its `@subtype` says original or translation where the source does."""
    doubt = cert(version.certainty)
    div = add(
        parent,
        "div",
        xml_id=version.id,
        type="version",
        subtype=version.role,
        xml_lang=version.lang,
        cert=doubt,
        resp=resp(doubt, version.resp),
    )
    _encode_nodes(div, version.content, version.lang)
    return div


def encode_div(parent: etree._Element, division: Division, *, lang: str) -> etree._Element:
    """A nested `div`: a section, an article, an annex."""
    div = add(parent, "div", xml_id=division.id, type=division.type, n=division.n)
    _encode_nodes(div, division.content, lang)
    return div


def encode_group(parent: etree._Element, group: Group, *, lang: str) -> etree._Element:
    """`opener`, `closer`, `postscript` or `list`: its wrapper is its name. Of these, TEI gives `list` a `@type`."""
    if group.wrapper is Wrapper.TABLE:
        return encode_table(parent, group, lang=lang)
    kind = group.type if group.wrapper is Wrapper.LIST else ""
    element = add(parent, group.wrapper.value, xml_id=group.id, type=kind)
    for block in group.blocks:
        encode_block(element, block, lang=lang)
    return element


def encode_table(parent: etree._Element, group: Group, *, lang: str) -> etree._Element:
    """`table` with its `row`s and `cell`s; a cell without text is empty."""
    table = add(parent, "table", xml_id=group.id)
    width = max(int(cell.n.partition(".")[2]) for cell in group.blocks)
    for _, cells in groupby(group.blocks, key=lambda cell: cell.n.partition(".")[0]):
        row = add(table, "row")
        by_column = {int(cell.n.partition(".")[2]): cell for cell in cells}
        for column in range(1, width + 1):
            if column in by_column:
                encode_block(row, replace(by_column[column], n=""), lang=lang)
            else:
                add(row, "cell")
    return table


def _encode_nodes(parent: etree._Element, content: tuple[Node, ...], lang: str) -> None:
    for node in content:
        match node:
            case Block():
                encode_block(parent, node, lang=lang)
            case Group():
                encode_group(parent, node, lang=lang)
            case Division():
                encode_div(parent, node, lang=lang)
            case Milestone():
                encode_milestone(parent, node)
            case _:
                assert_never(node)
