"""Metadata for repositories as XML: DataCite 4.5 of a collection, Dublin Core of it and of each edition."""

from collections.abc import Iterable, Sequence

from lxml import etree

from tei.names import XML_LANG
from tei.publishers.deposit.about import About
from tei.publishers.site.citation import dublin_core
from tei.publishers.site.pages import Site
from tei.publishers.site.record import Record

_DATACITE = "http://datacite.org/schema/kernel-4"
_SCHEMA = f"{_DATACITE} https://schema.datacite.org/meta/kernel-4.5/metadata.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_DOI = "https://doi.org/"


def datacite(collection: About, records: Sequence[Record], site: Site) -> bytes:
    """The collection in the DataCite Metadata Schema 4.5 (https://schema.datacite.org/meta/kernel-4.5/).

    Its identifier is its DOI where its address is one; else its URL, in whose place the repository puts the DOI.
    """
    root = etree.fromstring(f'<resource xmlns="{_DATACITE}" xmlns:xsi="{_XSI}"/>')
    root.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    doi = collection.url.startswith(_DOI)
    _add(root, "identifier", collection.url.removeprefix(_DOI), identifierType="DOI" if doi else "URL")
    creators = _add(root, "creators")
    for name in collection.creators:
        _add(_add(creators, "creator"), "creatorName", name)
    _add(_add(root, "titles"), "title", collection.title)
    _add(root, "publisher", collection.publisher)
    _add(root, "publicationYear", collection.year)
    _add(root, "resourceType", "TEI P5 editions", resourceTypeGeneral="Dataset")
    if collection.genres:
        subjects = _add(root, "subjects")
        for genre in collection.genres:
            _add(subjects, "subject", genre)
    if collection.contributors:
        contributors = _add(root, "contributors")
        for name in collection.contributors:
            _add(_add(contributors, "contributor", contributorType="Other"), "contributorName", name)
    _add(_add(root, "dates"), "date", collection.date, dateType="Issued")
    if len(collection.langs) == 1:  # DataCite has room for one
        _add(root, "language", collection.langs[0])
    if site.url and not doi:
        related = _add(root, "relatedIdentifiers")
        for record in records:
            address = site.address(f"editions/{record.stem}.html")
            _add(related, "relatedIdentifier", address, relatedIdentifierType="URL", relationType="HasPart")
    _add(_add(root, "formats"), "format", "application/tei+xml")
    rights = _add(root, "rightsList")
    for uri, words in collection.licences:
        _add(rights, "rights", words, rightsURI=uri)
    _add(_add(root, "descriptions"), "description", collection.description, descriptionType="Abstract")
    return _xml(root)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_DATACITE}}}{name}", attributes)
    made.text = text or None
    return made


def collection_dublin_core(collection: About, records: Sequence[Record]) -> bytes:
    """The collection in Dublin Core (https://www.dublincore.org/specifications/dublin-core/dc-xml/)."""
    found = [("title", "", collection.title), ("description", "", collection.description)]
    found += [("creator", "", name) for name in collection.creators]
    found += [("contributor", "", name) for name in collection.contributors]
    found += [("publisher", "", collection.publisher), ("issued", "", collection.date)]
    found += [("identifier", "", collection.url), ("type", "", "Collection")]
    found += [("rights", "", uri) for uri, _ in collection.licences]
    found += [("language", "", lang) for lang in collection.langs]
    found += [("subject", "", genre) for genre in collection.genres]
    found += [("hasPart", "", record.title) for record in records]
    return _dublin_core(found)


def edition_dublin_core(record: Record, url: str) -> bytes:
    """An edition in Dublin Core, with what its page on the website says of it."""
    langs = {title: lang for lang, title in record.titles}
    pairs = [(name.removeprefix("DC."), value) for name, value in dublin_core(record, url)]
    return _dublin_core((name, langs.get(value, "") if name == "title" else "", value) for name, value in pairs)


def _dublin_core(values: Iterable[tuple[str, str, str]]) -> bytes:
    """Names, languages and values as elements; those that refine the fifteen are in the namespace of all terms."""
    root = etree.Element("metadata", nsmap={"dc": _DC, "dcterms": _TERMS})
    for name, lang, value in values:
        if value:
            namespace = _TERMS if name in ("issued", "hasPart") else _DC
            made = etree.SubElement(root, f"{{{namespace}}}{name}")
            made.text = value
            if lang:
                made.set(XML_LANG, lang)
    return _xml(root)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
