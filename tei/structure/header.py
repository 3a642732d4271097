"""Facts for the header, from the source's metadata and from what was measured."""

import re
from collections.abc import Sequence

from tei.diagnostics import Report
from tei.languages import packs
from tei.languages.dates import normalize_date
from tei.model.document import Version
from tei.model.header import Header, PrintedOriginal, Title
from tei.model.source import Decoded, MetadataField
from tei.rules import finding
from tei.structure.correspondents import correspondents

_EMPTY_BRACKETS = re.compile(r"\s*[(（]\s*[)）]?$")


def source_header(
    versions: Sequence[Version],
    titles: Sequence[Title],
    metadata: Sequence[MetadataField],
    decoded: Decoded,
    *,
    report: Report,
) -> Header:
    """What the source says of itself. An empty metadata line gives nothing."""
    authors = tuple(dict.fromkeys(field.value for field in metadata if field.field == "author" and field.value))
    original = next((v.lang for v in versions if v.role == "original"), versions[0].lang if versions else "")
    title = next((title for title in titles if title.lang == original), titles[0] if titles else None)
    printed = _printed(metadata, title, decoded, report)
    return Header(
        tuple(titles),
        authors,
        printed,
        correspondents=correspondents(versions, metadata, decoded, report=report),
        genre=_genre(titles, metadata),
        usage=usage(versions),
    )


def _printed(
    metadata: Sequence[MetadataField], title: Title | None, decoded: Decoded, report: Report
) -> PrintedOriginal:
    published, published_text = "", ""
    for field in metadata:
        if field.field != "date" or not field.value or published:
            continue
        date = normalize_date(field.value, packs())
        if date is None or not date.when:
            place = decoded.location(field.value_span.start)
            help_ = "Write it as year-month-day; it was kept as a note."
            report.add(finding("ST007", f"“{field.value}” is no date that can be read", place, help=help_))
        else:
            published, published_text = date.when, field.value
    # A page line of the newspaper itself says more than a bare number in a `Page:` line.
    pages = sorted((f for f in metadata if f.field == "page" and f.value), key=lambda field: field.key != "")
    page = pages[0].value if pages else ""
    page_text = decoded.text[pages[0].span.start : pages[0].span.end] if pages and not pages[0].key else page
    return PrintedOriginal(
        title=title,
        journal=_first(metadata, "journal"),
        published=published,
        published_text=published_text,
        page=page,
        page_text=_EMPTY_BRACKETS.sub("", page_text.strip()),
        column=_first(metadata, "column"),
    )


def _first(metadata: Sequence[MetadataField], name: str) -> str:
    return next((field.value for field in metadata if field.field == name and field.value), "")


def _genre(titles: Sequence[Title], metadata: Sequence[MetadataField]) -> str:
    """The kind of document: what the metadata calls it, else the first kind whose word stands in a title."""
    said = _first(metadata, "genre")
    for text in (said, *(title.text for title in titles)):
        folded = text.casefold()
        for pack in packs():
            for genre, words in pack.genres.items():
                if any(map(folded.__contains__, words)):
                    return genre
    return said


def usage(versions: Sequence[Version]) -> tuple[tuple[str, int], ...]:
    """The share of each language in the text's characters without white space, in per cent that add up to 100."""
    sizes: dict[str, int] = {}
    for version in versions:
        size = sum(sum(map(len, block.text.split())) for block in version.blocks() if ".item" not in block.id)
        sizes[version.lang] = sizes.get(version.lang, 0) + size
    total = sum(sizes.values())
    if not total:
        return ()
    shares = {lang: 100 * size // total for lang, size in sizes.items()}
    rest = sorted(sizes, key=lambda lang: (-(100 * sizes[lang] % total), lang))
    for lang in rest[: 100 - sum(shares.values())]:
        shares[lang] += 1
    return tuple(shares.items())
