"""One way to make a TEI element."""

from lxml import etree

from tei.names import XML_ID, XML_LANG, tei

# Attributes that Python's syntax cannot spell as keywords.
_ATTRIBUTES = {"xml_id": XML_ID, "xml_lang": XML_LANG, "from_": "from", "break_": "break"}


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """A new last child `name` of `parent`. An attribute whose value is "" is left out."""
    child = etree.SubElement(parent, tei(name))
    if text:
        child.text = text
    for keyword, value in attributes.items():
        if value:
            child.set(_ATTRIBUTES.get(keyword, keyword), value)
    return child


def cert(certainty: float) -> str:
    """TEI `@cert` for a certainty of 0 to 1; "" where there is no doubt worth a mark."""
    if certainty >= 0.8:
        return ""
    return "medium" if certainty >= 0.5 else "low"


def resp(doubt: str, editor: str = "") -> str:
    """TEI `@resp`: the `editor` who decided something answers for it, the encoder for what is doubtful."""
    return f"#{editor}" if editor else "#encoder" if doubt else ""
