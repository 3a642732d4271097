"""A collection as Distributed Text Services 1.0 in static files: collection, navigation, and every citable passage.

The addresses are URI templates (RFC 6570) with the parameters in the path, so that a web server without a program
answers them: https://distributed-text-services.github.io/specifications/versions/v1.0/. What can be cited is what the
header's `refsDecl/citeStructure` says (TEI P5, 16.2.5.4).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from elementpath import XPath2Parser, select
from lxml import etree

from tei.atomic import write_atomically
from tei.names import TEI_NS, XML_NS, tei
from tei.plugins import TeiFile
from tei.publishers.site.record import Record, record_of

_CONTEXT = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
_NAMESPACE = "https://w3id.org/api/dts#"
_NAMESPACES = {"": TEI_NS, "tei": TEI_NS, "xml": XML_NS}
_FALLBACK = (
    '<citeStructure xmlns="http://www.tei-c.org/ns/1.0" unit="passage" match="//text//*[@xml:id]" use="@xml:id"/>'
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage that can be cited: its reference, the kind of unit, and the passage that it is part of ("" for none)."""

    identifier: str
    kind: str
    parent: str
    level: int
    element: etree._Element


class DtsExporter:
    """Writes the collection as DTS, to be put on any web server. `url` is where the folder will stand."""

    name = "dts"

    def __init__(self, title: str = "Editions", url: str = "") -> None:
        self._title = title
        self._url = url.rstrip("/") + "/" if url else ""

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes the answers for `files` (by stem) below `destination`, each atomically; the paths written."""
        written = []
        for name, content in self._answers(files):
            write_atomically(destination / name, content, durable=False)
            written.append(destination / name)
        return tuple(written)

    def _answers(self, files: Mapping[str, TeiFile]) -> Iterator[tuple[str, bytes]]:
        members = []
        for stem, file in files.items():
            root = file.tree.getroot()
            structures = list(_structures(root))
            resource = self._resource(stem, record_of(root, stem, ""), structures)
            members.append(resource)
            found = list(units(root, structures))
            yield f"collection/{stem}.json", _json({**_CONTEXT, **resource})
            yield f"navigation/{stem}.json", self._navigation(stem, resource, found)
            yield f"document/{stem}.xml", file.data
            for unit in found:
                yield f"document/{stem}/{_file(unit.identifier)}.xml", _passage(unit.element)
        yield "collection/default.json", _json(self._collection(members))
        entry = {"@id": f"{self._url}index.json", "@type": "EntryPoint"}
        yield "index.json", _json({**_CONTEXT, **entry, **self._templates()})

    def _templates(self, stem: str = "") -> Mapping[str, str]:
        """The addresses of the three services; for one resource where its name is given."""
        resource = quote(stem) if stem else "{resource}"
        return {
            "collection": f"{self._url}collection/{quote(stem) if stem else '{id}'}.json",
            "navigation": f"{self._url}navigation/{resource}.json",
            "document": f"{self._url}document/{resource}{{/ref}}.xml",
        }

    def _collection(self, members: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        counts = {"totalParents": 0, "totalChildren": len(members)}
        named = {"@id": "default", "@type": "Collection", "title": self._title}
        return {**_CONTEXT, **named, **counts, "collection": self._templates()["collection"], "member": members}

    def _resource(self, stem: str, record: Record, structures: Sequence[etree._Element]) -> Mapping[str, Any]:
        core = {
            "title": [{"lang": lang or "und", "value": title} for lang, title in record.titles],
            "creator": list(record.authors),
            "date": record.date,
            "language": list(record.langs),
            "rights": record.licence or record.licence_text,
        }
        return {
            "@id": stem,
            "@type": "Resource",
            "title": record.title,
            "totalParents": 1,
            "totalChildren": 0,
            **self._templates(stem),
            "mediaTypes": ["application/tei+xml"],
            "citationTrees": [{"@type": "CitationTree", "citeStructure": list(map(_structure, structures))}],
            "dublinCore": {name: value for name, value in core.items() if value},
        }

    def _navigation(self, stem: str, resource: Mapping[str, Any], found: Sequence[Unit]) -> bytes:
        members = [
            {
                "@type": "CitableUnit",
                "identifier": unit.identifier,
                "level": unit.level,
                "parent": unit.parent or None,
                "citeType": unit.kind,
            }
            for unit in found
        ]
        named = {"@id": f"{self._url}navigation/{quote(stem)}.json", "@type": "Navigation"}
        return _json({**_CONTEXT, **named, "resource": resource, "member": members})


def _structures(root: etree._Element) -> Iterator[etree._Element]:
    """The outermost `citeStructure`s; where there are none, one by which every element with an id can be cited."""
    found = list(root.iterfind(f".//{tei('refsDecl')}/{tei('citeStructure')}"))
    yield from found or [etree.fromstring(_FALLBACK)]


def _structure(element: etree._Element) -> Mapping[str, Any]:
    inner = list(map(_structure, element.iterchildren(tei("citeStructure"))))
    return {"@type": "CiteStructure", "citeType": element.get("unit", "")} | ({"citeStructure": inner} if inner else {})


def units(root: etree._Element, structures: Sequence[etree._Element]) -> Iterator[Unit]:
    """The passages that a document lets one cite, in the order of the document, each before those within it."""
    seen: set[str] = set()
    for structure in structures:
        yield from _units(root, structure, "", 1, seen)


def _units(
    context: etree._Element, structure: etree._Element, parent: str, level: int, seen: set[str]
) -> Iterator[Unit]:
    match, use = structure.get("match", ""), structure.get("use", "")
    for element in _selected(context, match):
        value = next((str(each) for each in _selected(element, use)), "")
        identifier = f"{parent}{structure.get('delim', '')}{value}"
        if not value or identifier in seen or not isinstance(element, etree._Element):
            continue
        seen.add(identifier)
        yield Unit(identifier, structure.get("unit", ""), parent, level, element)
        for inner in structure.iterchildren(tei("citeStructure")):
            yield from _units(element, inner, identifier, level + 1, seen)


def _selected(context: etree._Element, path: str) -> Sequence[Any]:
    root = context.getroottree().getroot()
    found = select(root, path, namespaces=_NAMESPACES, parser=XPath2Parser, item=context)
    return found if isinstance(found, list) else [found]


def _passage(element: etree._Element) -> bytes:
    """A passage as DTS answers it: in a `TEI` of its own, wrapped."""
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS, "dts": _NAMESPACE})  # type: ignore[dict-item]
    wrapper = etree.SubElement(root, f"{{{_NAMESPACE}}}wrapper")
    copied = etree.fromstring(etree.tostring(element, with_tail=False))
    wrapper.append(copied)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _file(identifier: str) -> str:
    """A name for a file that the address of a passage leads to: what a path gives a meaning is escaped."""
    return (
        identifier.replace("%", "%25").replace("/", "%2F") if identifier not in (".", "..") else f"%2E{identifier[1:]}"
    )


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
