"""The pages of one edition: parallel text, header, and the TEI file itself."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from lxml import etree
from lxml.html import tostring
from markupsafe import Markup

from tei.names import XML_ID, local_name, tei
from tei.publishers.reading import (
    Block,
    Version,
    blocks_of,
    blocks_outside,
    groups_of,
    language_of,
    text_of,
    text_part,
    versions_of,
)
from tei.publishers.site.behaviours import ENTRIES
from tei.publishers.site.citation import bibtex, csl, dublin_core, json_ld, script_json, text_citation
from tei.publishers.site.header import header_html
from tei.publishers.site.languages import direction, language_name
from tei.publishers.site.record import Record, record_of
from tei.publishers.site.render import Rendering, safe_href
from tei.publishers.site.rows import rows_of
from tei.version import VERSION

NAVIGATION = (
    ("index", "Editions"),
    ("persons", "Persons"),
    ("places", "Places"),
    ("organizations", "Organizations"),
    ("dates", "Dates"),
    ("genres", "Genres"),
    ("languages", "Languages"),
    ("search", "Search"),
)


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is called. `url` is where it will stand, "" where that is not known; `served` that it is on a desk."""

    title: str = "Editions"
    url: str = ""
    description: str = ""
    served: bool = False

    def address(self, path: str) -> str:
        """The canonical address of the page at `path`, or "" where the site's own is not known."""
        return f"{self.url.rstrip('/')}/{quote(path)}" if self.url else ""


@dataclass(frozen=True, slots=True)
class Item:
    """An edition to publish: its name, which is that of its pages, and the bytes of its TEI file."""

    stem: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class EditionPages:
    """The record of an edition and its files, by their path in the site."""

    record: Record
    files: Mapping[str, bytes]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates. What comes from a document is escaped, unless it was made as elements."""
    made = Environment(
        loader=PackageLoader("tei.publishers.site"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"language": language_name, "web": safe_href}
    made.globals |= {"direction": direction, "version": VERSION, "nav": NAVIGATION}
    return made


def is_tei(item: Item) -> bool:
    """Whether the file is XML and its root element one of TEI's."""
    try:
        return _parsed(item.data).tag in (tei("TEI"), tei("teiCorpus"))
    except etree.XMLSyntaxError:
        return False


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(data, parser)


def edition_pages(item: Item, site: Site) -> EditionPages:
    """The pages of an edition; lxml's XMLSyntaxError where it is not XML."""
    root = _parsed(item.data)
    record = record_of(root, item.stem, item.digest)
    header = root.find(tei("teiHeader"))
    parts = _markup(header_html(header)) if header is not None else Markup()
    common = {"site": site, "record": record, "root": "../", "file": quote(item.stem), "here": ""}
    about = environment().get_template("about.html")
    address = site.address(f"about/{item.stem}.html")
    return EditionPages(
        record,
        {
            f"editions/{item.stem}.html": _text_page(root, record, site, common),
            f"about/{item.stem}.html": about.render(common, header=parts, url=address).encode(),
            f"tei/{item.stem}.xml": item.data,
        },
    )


def _text_page(root: etree._Element, record: Record, site: Site, common: Mapping[str, object]) -> bytes:
    url = site.address(f"editions/{record.stem}.html")
    text = text_part(root)
    versions = versions_of(text) if text is not None else ()
    entries = [entry for entry in root.iter(*map(tei, ENTRIES)) if entry.get(XML_ID)]
    keys = {entity.id: entry_id(entity.key) for entity in record.entities}
    kinds = {entry.get(XML_ID, ""): ENTRIES[local_name(entry.tag)] for entry in entries}
    groups = groups_of(root)
    rendering = Rendering("../", groups, kinds, keys)
    first, last = blocks_outside(text) if text is not None else ((), ())
    rows = [_whole_row(rendering, first)] if first else []
    rows += [
        [{"html": _cell(rendering, cell), "lang": version.lang} for cell, version in zip(row, versions, strict=True)]
        for row in rows_of([blocks_of(version) for version in versions], groups)
    ]
    rows += [_whole_row(rendering, last)] if last else []
    names = {local_name(element.tag) for element in root.iter(etree.Element)} if text is not None else set()
    data = {
        "url": url,
        "rows": rows,
        "versions": [{"label": _label(version, versions)} for version in versions],
        "notes": _markup(rendering.notes),
        "facts": [
            *filter(None, (record.genre, _date(record), record.place, ", ".join(map(language_name, record.langs)))),
            *_correspondence(root),
        ],
        "has": {
            "choice": "orig" in names,
            "sic": "sic" in names,
            "breaks": bool(names & {"pb", "cb"}),
            "uncertain": bool(root.xpath("boolean(//@cert[. != 'high'])")),
        },
        "metadata": dublin_core(record, url),
        "json_ld": Markup(script_json(json_ld(record, site.title, url, site.address(f"tei/{record.stem}.xml")))),
        **_citations(record, site, url),
        "served": site.served,
    }
    return environment().get_template("edition.html").render(common, **data).encode()


def _date(record: Record) -> str:
    """The date as printed, and as ISO 8601 where the figures of the year are not in it."""
    said = record.date_text
    return f"{said} ({record.date})" if said and record.date[:4] not in said else said or record.date


def _correspondence(root: etree._Element) -> Iterator[str]:
    """Who sent the document, who received it: what the header's `correspDesc` names, as printed."""
    path = "/".join(map(tei, ("teiHeader", "profileDesc", "correspDesc", "correspAction")))
    for action in root.iterfind(path):
        parts = (text_of(each) for each in action if local_name(each.tag) not in ("date", "placeName", "note"))
        words = _ACTIONS.get(action.get("type", ""), action.get("type", ""))
        if names := ", ".join(filter(None, (part.strip(" ,;:") for part in parts))):
            yield f"{words} {names}".strip()


_ACTIONS = {"sent": "from", "received": "to", "transmitted": "through", "redirected": "redirected to"}
"""Words for `correspAction/@type`; others are said as they are."""


def _citations(record: Record, site: Site, url: str) -> Mapping[str, object]:
    """The forms of the citation, as text and for the page's program, which puts in the passage that was chosen."""
    forms = {
        "text": ("As text", text_citation(record, site.title, url)),
        "bibtex": ("BibTeX", bibtex(record, site.title, url)),
        "csl": ("CSL-JSON", json.dumps([csl(record, site.title, url)], ensure_ascii=False, indent=2)),
    }
    return {
        "citations": [(name, label, text) for name, (label, text) in forms.items()],
        "citation": Markup(script_json({"url": url, "forms": {name: text for name, (_, text) in forms.items()}})),
    }


def _whole_row(rendering: Rendering, blocks: tuple[Block, ...]) -> list[dict[str, str]]:
    """A row that goes over all columns: what stands in no version."""
    return [{"html": _cell(rendering, blocks), "lang": language_of(blocks[0].element)}]


def _cell(rendering: Rendering, blocks: tuple[Block, ...]) -> Markup:
    made = []
    for block in blocks:
        depth = min(2 + max(block.depth, 0), 6)
        # a link to a division leads to its first block
        made += [etree.Element("span", {"id": identifier, "class": "ui-anchor"}) for identifier in block.ids]
        shown = (rendering.element(each, depth=depth) for each in (*block.before, block.element))
        made += [each for each in shown if each is not None]
    return _markup(made)


def _markup(elements: list[etree._Element]) -> Markup:
    for element in elements:
        element.tail = None
    return Markup("".join(tostring(element, encoding="unicode") for element in elements))


def _label(version: Version, versions: tuple[Version, ...]) -> str:
    """What a version is called: its language, and whether it is the original."""
    name = language_name(version.lang) or "Text"
    twice = sum(other.lang == version.lang for other in versions) > 1
    number = f" {versions.index(version) + 1}" if twice else ""
    return f"{name}{number} ({version.role})" if version.role else f"{name}{number}"


def entry_id(key: str) -> str:
    """The id of an entry on an index page."""
    return quote(key, safe="") if not key.isprintable() or any(char.isspace() for char in key) else key
