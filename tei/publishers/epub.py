"""Editions as EPUB 3 books: a chapter for each version, notes at its end."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from tei.atomic import write_atomically
from tei.names import XML_LANG
from tei.plugins import TeiFile
from tei.publishers.reading import Version, blocks_of, text_part, versions_of
from tei.publishers.site.languages import direction, language_name
from tei.publishers.site.record import Record, record_of
from tei.publishers.site.render import Rendering

_XHTML = "http://www.w3.org/1999/xhtml"
_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_OPS = "http://www.idpf.org/2007/ops"
# lxml-stubs do not know that a default namespace has no prefix
_PACKAGE_NS: Any = {None: _OPF, "dc": _DC}
_PAGE_NS: Any = {None: _XHTML, "epub": _OPS}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP archive can hold: the same input gives the same bytes
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_STYLE = b"""body { line-height: 1.5; } h1, h2, h3 { line-height: 1.3; } .signed { margin: 0.8em 0 0.8em 40%; }
.dateline { text-align: end; } .pb, .cb { font-size: 0.75em; } .readings > .reg, .readings > .corr { display: none; }
.rend-letterspaced { white-space: pre-wrap; } .list { list-style: disc; } blockquote { margin: 0.6em 1.5em; }
"""


class EpubExporter:
    """Writes an EPUB 3.3 book (https://www.w3.org/TR/epub-33/) for each edition."""

    name = "epub"

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes `<stem>.epub` for each of `files` (by stem) into `destination`, atomically; the paths written."""
        written = []
        for stem, file in files.items():
            path = destination / f"{stem}.epub"
            write_atomically(path, book(file.tree.getroot(), stem))
            written.append(path)
        return tuple(written)


def book(root: etree._Element, stem: str) -> bytes:
    """The bytes of the book of a TEI document."""
    record = record_of(root, stem, "")
    text = text_part(root)
    versions = versions_of(text) if text is not None else ()
    chapters = [(f"text{n}.xhtml", _title(version, record), version) for n, version in enumerate(versions, 1)]
    parts = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(record, [name for name, _, _ in chapters]),
        "EPUB/nav.xhtml": _navigation(record, [(name, title) for name, title, _ in chapters]),
        "EPUB/style.css": _STYLE,
        **{f"EPUB/{name}": _chapter(version, title) for name, title, version in chapters},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _EPOCH), b"application/epub+zip")  # first, and not compressed
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _title(version: Version, record: Record) -> str:
    """The title in the version's language, else the first one, with what tells the version from others."""
    title = next((text for lang, text in record.titles if lang == version.lang), record.title)
    return f"{title} ({language_name(version.lang)})" if len(record.langs) > 1 else title


def _package(record: Record, chapters: Sequence[str]) -> bytes:
    root = etree.Element(f"{{{_OPF}}}package", {"version": "3.0", "unique-identifier": "id"}, nsmap=_PACKAGE_NS)
    metadata = etree.SubElement(root, f"{{{_OPF}}}metadata")
    identifier = etree.SubElement(metadata, f"{{{_DC}}}identifier", id="id")
    identifier.text = f"urn:uuid:{uuid5(NAMESPACE_URL, record.idno or record.stem)}"
    for name, values in (
        ("title", [text for _, text in record.titles] or [record.stem]),
        ("language", [lang for lang in record.langs if lang] or ["und"]),
        ("creator", record.authors),
        ("contributor", record.editors),
        ("publisher", filter(None, [record.publisher])),
        ("date", filter(None, [record.published])),
        ("rights", filter(None, [record.licence or record.licence_text])),
        ("identifier", filter(None, [record.idno])),
    ):
        for value in values:
            etree.SubElement(metadata, f"{{{_DC}}}{name}").text = value
    day = record.published if len(record.published) == 10 else "1970-01-01"  # EPUB demands one
    etree.SubElement(metadata, f"{{{_OPF}}}meta", property="dcterms:modified").text = f"{day}T00:00:00Z"
    manifest, spine = (etree.SubElement(root, f"{{{_OPF}}}{name}") for name in ("manifest", "spine"))
    xhtml = "application/xhtml+xml"
    listed = [("nav", "nav.xhtml", xhtml), ("style", "style.css", "text/css")]
    listed += [(f"c{number}", name, xhtml) for number, name in enumerate(chapters, 1)]
    for item, href, kind in listed:
        made = etree.SubElement(manifest, f"{{{_OPF}}}item", {"id": item, "href": href, "media-type": kind})
        if item == "nav":
            made.set("properties", "nav")
    for item, _, kind in listed:
        if kind == xhtml:
            etree.SubElement(spine, f"{{{_OPF}}}itemref", idref=item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _navigation(record: Record, chapters: Sequence[tuple[str, str]]) -> bytes:
    root, body = _page(record.title, record.langs[0] if record.langs else "")
    etree.SubElement(body, "h1").text = record.title
    nav = etree.SubElement(body, "nav", {f"{{{_OPS}}}type": "toc"})
    places = etree.SubElement(nav, "ol")
    for name, title in chapters or [("nav.xhtml", record.title)]:
        etree.SubElement(etree.SubElement(places, "li"), "a", href=name).text = title
    return _xhtml(root)


def _chapter(version: Version, title: str) -> bytes:
    root, body = _page(title, version.lang)
    rendering = Rendering("", {}, {}, {}, top=1)
    for element in _blocks(version, rendering):
        element.tail = None
        body.append(element)
    if rendering.notes:
        notes = etree.SubElement(body, "ol", {"class": "notes"})
        notes.extend(rendering.notes)
    if not len(body):
        etree.SubElement(body, "p")
    return _xhtml(root)


def _blocks(version: Version, rendering: Rendering) -> Iterator[etree._Element]:
    for block in blocks_of(version):
        for each in (*block.before, block.element):
            made = rendering.element(each, depth=min(1 + max(block.depth, 0), 6))
            if made is not None:
                if made.tag in ("span", "a", "sup", "br"):  # a break between blocks
                    holder = etree.Element("p")
                    holder.append(made)
                    made = holder
                yield made


def _page(title: str, lang: str) -> tuple[etree._Element, etree._Element]:
    root = etree.Element("html", nsmap={"epub": _OPS})
    if lang:
        root.set("lang", lang)
        root.set(XML_LANG, lang)
        root.set("dir", direction(lang))
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    etree.SubElement(head, "link", rel="stylesheet", href="style.css")
    return root, etree.SubElement(root, "body")


def _xhtml(root: etree._Element) -> bytes:
    """The page as XHTML: every element in its namespace, its language also where XML tools look for it."""
    for element in root.iter(etree.Element):
        if not element.tag.startswith("{"):
            element.tag = f"{{{_XHTML}}}{element.tag}"
        if lang := element.get("lang"):
            element.set(XML_LANG, lang)
    made = etree.Element(f"{{{_XHTML}}}html", nsmap=_PAGE_NS)
    made.attrib.update(root.attrib)
    made.extend(root)
    etree.cleanup_namespaces(made)
    return etree.tostring(made, xml_declaration=True, encoding="UTF-8", doctype="<!DOCTYPE html>")
