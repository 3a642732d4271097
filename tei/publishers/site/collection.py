"""The pages of the whole collection: list, indexes, dates, search."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from lxml import etree
from lxml.html import tostring
from markupsafe import Markup

from tei.publishers.site.languages import language_name
from tei.publishers.site.pages import NAVIGATION, Site, entry_id, environment
from tei.publishers.site.record import Entity, Record
from tei.publishers.site.render import safe_href

_LABELS = dict(NAVIGATION)


def collection_pages(records: Sequence[Record], site: Site) -> Iterator[tuple[str, bytes]]:
    """Paths and contents of all pages but those of single editions."""
    ordered = sorted(records, key=lambda record: (record.date or "9999", record.stem))
    files = {record.stem: quote(record.stem) for record in ordered}
    langs = sorted({language_name(lang) for record in ordered for lang in record.langs if lang})
    yield _page("index", site, records=ordered, files=files, langs=langs)
    for page in ("persons", "places", "organizations"):
        entries = list(_entries(ordered, page))
        yield _page(page, site, template="entities", entries=entries, letters=_letters(entries))
    yield _page("dates", site, template="groups", files=files, groups=_by_year(ordered), chart=_chart(ordered))
    genres = _grouped(ordered, lambda record: [record.genre or "not stated"])
    yield _page("genres", site, template="groups", files=files, groups=genres, chart="")
    by_language = _grouped(ordered, lambda record: [language_name(lang) or "not stated" for lang in record.langs])
    yield _page("languages", site, template="groups", files=files, groups=by_language, chart="")
    yield _page("search", site)


def _page(name: str, site: Site, *, template: str = "", **data: Any) -> tuple[str, bytes]:
    path = f"{name}.html"
    shared = {"site": site, "root": "", "here": name, "label": _LABELS[name], "url": site.address(path)}
    return path, environment().get_template(f"{template or name}.html").render(shared, **data).encode()


def _entries(records: Iterable[Record], page: str) -> Iterator[Mapping[str, Any]]:
    """The entries of an index page: entities of all editions with the same key are one."""
    found: dict[str, list[tuple[Record, Entity]]] = {}
    for record in records:
        for entity in record.entities:
            if entity.page == page:
                found.setdefault(entity.key, []).append((record, entity))
    for key in sorted(found, key=lambda key: (_sort_name(found[key][0][1].names[0][1]), key)):
        yield {
            "id": entry_id(key),
            "names": list(dict.fromkeys(name for _, entity in found[key] for name in entity.names)),
            "authority": safe_href(key),
            "lines": _items(entity.line for _, entity in found[key]),
        }


def _items(lines: Iterable[str]) -> Markup:
    """Lines of HTML as the items of a list. Joined here, since a template takes longer over each."""
    return Markup("".join(f"<li>{line}</li>\n" for line in lines))


def _sort_name(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def _letters(entries: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Initials with the id of the first entry under each; none where every entry would have its own."""
    letters: dict[str, str] = {}
    for entry in entries:
        letters.setdefault(_sort_name(entry["names"][0][1])[:1].upper(), entry["id"])
    return list(letters.items()) if len(letters) * 2 <= len(entries) else []


def _grouped(records: Iterable[Record], terms: Any) -> list[Mapping[str, Any]]:
    groups: dict[str, list[Record]] = {}
    for record in records:
        for term in dict.fromkeys(terms(record)):
            groups.setdefault(term, []).append(record)
    return [
        {"id": f"_g{number}", "label": term, "records": groups[term], "count": 0}
        for number, term in enumerate(sorted(groups), 1)
    ]


def _by_year(records: Sequence[Record]) -> list[Mapping[str, Any]]:
    """A group for each year that a document is of, or that a text mentions."""
    documents: dict[str, list[Record]] = {}
    mentions: dict[str, list[tuple[str, str, str, str]]] = {}
    for record in records:
        documents.setdefault(record.date[:4], []).append(record)
        for when, target, line in record.dates:
            mentions.setdefault(when[:4], []).append((when, quote(record.stem), target, line))
    return [
        {
            "id": f"y{year}" if year else "_undated",
            "label": year or "Without a date",
            "records": documents.get(year, []),
            "count": len(mentions.get(year, [])),
            "mentions": _items(line for *_, line in sorted(mentions.get(year, []), key=lambda each: each[:3])),
        }
        for year in sorted({*documents, *mentions}, key=lambda year: year or "9999")
    ]


def _chart(records: Iterable[Record]) -> Markup | str:
    """Bars for the number of documents in each year, as SVG; "" where all are of one year."""
    counts: dict[int, int] = {}
    for record in records:
        if record.date[:4].isdecimal():
            year = int(record.date[:4])
            counts[year] = counts.get(year, 0) + 1
    if len(counts) < 2:
        return ""
    first, last, most = min(counts), max(counts), max(counts.values())
    width = 900 / (last - first + 1)
    said = ", ".join(f"{year}: {count}" for year, count in sorted(counts.items()))
    svg = etree.Element("svg", {"viewBox": "0 0 900 140", "role": "img", "aria-label": f"Documents by year. {said}"})
    for year, count in sorted(counts.items()):
        link = etree.SubElement(svg, "a", href=f"#y{year:04}")
        height = 100 * count / most
        place = {"x": f"{(year - first) * width:.2f}", "y": f"{110 - height:.2f}"}
        bar = etree.SubElement(link, "rect", {**place, "width": f"{max(width - 1, 1):.2f}", "height": f"{height:.2f}"})
        etree.SubElement(bar, "title").text = f"{year}: {count}"
    for x, anchor, year in ((0, "start", first), (900, "end", last)):
        etree.SubElement(svg, "text", {"x": str(x), "y": "132", "text-anchor": anchor}).text = str(year)
    return Markup(tostring(svg, encoding="unicode"))


def sitemap(paths: Iterable[str], site: Site) -> bytes:
    """The site map of all pages (https://www.sitemaps.org/protocol.html)."""
    root = etree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for path in sorted(paths):
        etree.SubElement(etree.SubElement(root, "url"), "loc").text = site.address(path)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def citation_cff(records: Sequence[Record], site: Site) -> bytes:
    """The collection's citation in the Citation File Format 1.2.0 (https://citation-file-format.github.io)."""
    import yaml

    people = sorted({name for record in records for name in (*record.editors, *record.authors)})
    publisher = next((record.publisher for record in records if record.publisher not in ("", "unpublished")), "")
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use these editions, please cite them as below.",
        "type": "dataset",
        "title": site.title,
        "authors": [{"name": name} for name in people] or [{"name": publisher or site.title}],
    }
    dates = [record.published for record in records if len(record.published) == 10]
    content |= {"date-released": max(dates)} if dates else {}
    content |= {"url": site.url} if site.url else {}
    content |= {"abstract": site.description} if site.description else {}
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()
