"""Namespaces, Clark names and the minting of xml:id values: each is spelt once, here."""

import re
import unicodedata

TEI_NS = "http://www.tei-c.org/ns/1.0"
XML_NS = "http://www.w3.org/XML/1998/namespace"
RNG_NS = "http://relaxng.org/ns/structure/1.0"
XSD_NS = "http://www.w3.org/2001/XMLSchema"

XML_ID = f"{{{XML_NS}}}id"
XML_LANG = f"{{{XML_NS}}}lang"

_NOT_NAME_CHARACTER = re.compile(r"[^\w.\-·]+", re.UNICODE)


def tei(name: str) -> str:
    """The Clark name of the TEI element `name`."""
    return f"{{{TEI_NS}}}{name}"


def local_name(tag: object) -> str:
    """The name of an element without its namespace; "" for a comment or processing instruction."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def ncname(text: str, *, prefix: str = "edition") -> str:
    """A valid XML NCName made from `text`, the same for the same text.

    Letters of every script are kept (NCName allows them), everything else becomes a hyphen. A result that cannot
    begin a name, such as one that starts with a digit, is given `prefix` and a hyphen in front. Source: Namespaces in
    XML 1.0, production NCName; `·` is among the characters of a name.
    """
    folded = unicodedata.normalize("NFC", text).strip()
    kept = _NOT_NAME_CHARACTER.sub("-", folded).strip("-.")
    kept = "".join(c for c in kept if _is_name_character(c))
    if kept and _is_name_start(kept[0]):
        return kept
    return f"{prefix}-{kept}" if kept else prefix


def is_ncname(text: str) -> bool:
    """Whether `text` may be an xml:id."""
    return bool(text) and _is_name_start(text[0]) and all(_is_name_character(c) for c in text)


# XML 1.0 (fifth edition), productions [4] and [4a], without the colon.
_START_RANGES = (
    (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D),
    (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF),
    (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF),
)  # fmt: skip
_MORE_RANGES = ((0x2D, 0x2E), (0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040))


def _is_name_start(character: str) -> bool:
    point = ord(character)
    return any(low <= point <= high for low, high in _START_RANGES)


def _is_name_character(character: str) -> bool:
    point = ord(character)
    return _is_name_start(character) or any(low <= point <= high for low, high in _MORE_RANGES)
