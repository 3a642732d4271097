"""How an edition is cited, and what machines read of it: text, BibTeX, CSL-JSON, schema.org, Dublin Core."""

import json
import re
from typing import Any

from tei.publishers.site.record import Record

_BIBTEX = str.maketrans(
    {"{": r"\{", "}": r"\}", "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_"}
)


def text_citation(record: Record, series: str, url: str) -> str:
    """A citation as a line of text; parts that the header does not give are left out."""
    people = "; ".join(record.authors) or "; ".join(f"{name} (ed.)" for name in record.editors)
    title = f"“{record.title}”" + (f" ({record.date})" if record.date else "")
    rest = [series, record.publisher if record.publisher != "unpublished" else "", record.published[:4], url]
    return ". ".join(part for part in (people, title, ", ".join(filter(None, rest))) if part) + "."


def bibtex(record: Record, series: str, url: str) -> str:
    """A BibTeX entry. What BibTeX gives a meaning is escaped; letters are left as they are, as biber takes them."""
    fields = {
        "title": f"{{{_tex(record.title)}}}",
        "author": _tex(" and ".join(record.authors)),
        "editor": _tex(" and ".join(record.editors)),
        "booktitle": _tex(series),
        "publisher": _tex(record.publisher),
        "year": record.published[:4],
        "url": url,
        "note": f"Document of {record.date}" if record.date else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = re.sub(r"[^A-Za-z0-9:.-]+", "-", record.stem).strip("-") or "edition"
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _tex(text: str) -> str:
    return text.translate(_BIBTEX)


def csl(record: Record, series: str, url: str) -> dict[str, Any]:
    """The citation as an item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html)."""
    item: dict[str, Any] = {"id": record.stem, "type": "webpage", "title": record.title}
    item |= {"author": [{"literal": name} for name in record.authors]} if record.authors else {}
    item |= {"editor": [{"literal": name} for name in record.editors]} if record.editors else {}
    item |= {"original-date": {"date-parts": [_parts(record.date)]}} if _parts(record.date) else {}
    item |= {"issued": {"date-parts": [_parts(record.published)]}} if _parts(record.published) else {}
    plain = {"container-title": series, "publisher": record.publisher, "URL": url, "language": ", ".join(record.langs)}
    return item | {name: value for name, value in plain.items() if value}


def _parts(iso: str) -> list[int]:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso)
    return [int(part) for part in found.groups() if part] if found else []


def json_ld(record: Record, series: str, url: str, tei_url: str) -> dict[str, Any]:
    """The edition in schema.org's terms."""
    people = [{"@type": "Person", "name": name} for name in record.editors]
    mentions = [{"@type": _TYPES[e.page], "name": [name for _, name in e.names]} for e in record.entities if e.mentions]
    fields: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": [{"@language": lang, "@value": title} if lang else title for lang, title in record.titles],
        "author": [{"@type": "Person", "name": name} for name in record.authors],
        "editor": people,
        "dateCreated": record.date,
        "datePublished": record.published,
        "locationCreated": {"@type": "Place", "name": record.place} if record.place else "",
        "genre": record.genre,
        "inLanguage": list(record.langs),
        "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else "",
        "license": record.licence,
        "isPartOf": {"@type": "Collection", "name": series} if series else "",
        "url": url,
        "encoding": {"@type": "MediaObject", "encodingFormat": "application/tei+xml", "contentUrl": tei_url},
        "mentions": mentions,
    }
    return {name: value for name, value in fields.items() if value}


_TYPES = {"persons": "Person", "places": "Place", "organizations": "Organization"}


def dublin_core(record: Record, url: str) -> list[tuple[str, str]]:
    """Names and values of `meta` elements (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/)."""
    found = [("DC.title", title) for _, title in record.titles]
    found += [("DC.creator", name) for name in record.authors]
    found += [("DC.contributor", name) for name in record.editors]
    found += [("DC.language", lang) for lang in record.langs]
    single = (
        ("DC.date", record.date),
        ("DC.issued", record.published),
        ("DC.publisher", record.publisher),
        ("DC.rights", record.licence or record.licence_text),
        ("DC.identifier", url or record.idno),
        ("DC.type", "Text"),
    )
    return [*found, *((name, value) for name, value in single if value)]


def script_json(data: object) -> str:
    """JSON that can stand in a `script` element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
