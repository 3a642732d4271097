"""What an HTML page says of itself in its head: its encoding, its title, its metadata."""

import re

from tei.formats.html_tree import Element
from tei.formats.properties import folded, write_property
from tei.formats.writer import TranscriptWriter

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
# Metadata in `meta` elements: Dublin Core, Highwire Press (citation_…), and the plain names of HTML. What describes the
# site or its file (viewport, generator, description) is no metadata of the text.
_META = re.compile(r"(?:dc|dcterms|citation)[._](\w+)|(author|keywords|article:published_time)", re.IGNORECASE)
_FIELDS = {
    "title": "title",
    "creator": "author",
    "author": "author",
    "date": "date",
    "publication_date": "date",
    "journal_title": "journal",
}


def html_encoding(data: bytes) -> str:
    """The encoding that an HTML file declares in its first bytes; "" where it declares none that Python knows."""
    head = data[:4096]
    found = _XML_ENCODING.search(head) or _CHARSET.search(head)
    name = found[1].decode("ascii", "ignore") if found else ""
    try:
        "".encode(name or "none")
    except (LookupError, ValueError):
        return ""
    # A declaration is often a lie about UTF-8; bytes that are valid UTF-8 are that.
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "" if name.lower().replace("-", "").startswith(("utf8", "utf16")) else name
    return ""


def write_metadata(out: TranscriptWriter, root: Element) -> None:
    """The page's title and what its `meta` elements tell of the text, as properties."""
    title = root.find("title")
    body = root.find("body") or root
    if title is not None and title.text.strip():
        value = " ".join(title.text.split())
        write_property(out, "title" if folded(value) in folded(body.text) else "page title", value)
    for meta in root.walk():
        name = meta.attributes.get("name") or meta.attributes.get("property", "")
        match = _META.fullmatch(name) if meta.tag == "meta" else None
        value = " ".join(meta.attributes.get("content", "").split())
        if match and value:
            write_property(out, _FIELDS.get((match[1] or match[2]).lower(), name), value)
