"""What a TEI element becomes on a page: a table by element name, as CETEIcean keeps one.

An element that is not in the table is shown all the same: as a `div` where it stands among blocks, else as a `span`.
Every HTML element made from TEI has the TEI name as its class, so that a style sheet can set it.
"""

from collections.abc import Mapping

from tei.names import tei

BLOCKS: Mapping[str, str] = {
    "ab": "div",
    "address": "div",
    "addrLine": "div",
    "argument": "div",
    "back": "div",
    "body": "div",
    "byline": "div",
    "castItem": "li",
    "castList": "ul",
    "closer": "div",
    "dateline": "div",
    "div": "div",
    "docAuthor": "div",
    "docDate": "div",
    "docImprint": "div",
    "docTitle": "div",
    "epigraph": "blockquote",
    "figDesc": "figcaption",
    "figure": "figure",
    "floatingText": "blockquote",
    "front": "div",
    "head": "div",
    "item": "li",
    "l": "div",
    "lg": "div",
    "list": "ul",
    "listBibl": "div",
    "opener": "div",
    "p": "p",
    "postscript": "div",
    "quote": "blockquote",
    "row": "tr",
    "salute": "div",
    "signed": "div",
    "sp": "div",
    "speaker": "div",
    "stage": "div",
    "table": "table",
    "titlePage": "div",
    "titlePart": "div",
    "trailer": "div",
}
"""Elements set as blocks of their own."""

INLINE: Mapping[str, str] = {
    "add": "ins",
    "code": "code",
    "del": "del",
    "emph": "em",
    "foreign": "i",
    "gi": "code",
    "mentioned": "i",
    "q": "q",
    "rb": "span",
    "rt": "rt",
    "ruby": "ruby",
    "term": "dfn",
    "title": "cite",
}
"""Elements set within a line, where HTML has a word for what they mean; all others are a `span`."""

ENTITIES: Mapping[str, str] = {
    "persName": "persons",
    "placeName": "places",
    "settlement": "places",
    "country": "places",
    "region": "places",
    "geogName": "places",
    "district": "places",
    "orgName": "organizations",
}
"""Names that link to an index page, with the name of that page. `name` and `rs` go by what they refer to."""

ENTRIES: Mapping[str, str] = {"person": "persons", "place": "places", "org": "organizations"}
"""Entries of `standOff`, with the index page that they are on."""

RENDITIONS: Mapping[str, str] = {
    "bold": "b",
    "b": "b",
    "italic": "i",
    "italics": "i",
    "i": "i",
    "sub": "sub",
    "subscript": "sub",
    "sup": "sup",
    "super": "sup",
    "superscript": "sup",
    "underline": "u",
}
"""Words of `hi/@rend` that HTML has an element for; others are classes."""

BLOCK_PARENTS = frozenset(
    tei(name)
    for name in ("div", "body", "front", "back", "text", "group", "closer", "opener", "postscript", "sp", "lg")
)
"""Elements whose children are blocks even when the table does not know them."""
