"""The day that a site says of its document, among what it says of itself: a day from before there was a web."""

import re
from collections.abc import Sequence

from tei.languages import packs
from tei.languages.dates import normalize_date
from tei.model.source import Decoded, LedgerEntry, LedgerKind, MetadataField
from tei.model.span import Span

# Year, month and mostly the day, in figures; a page is posted no earlier than 1995.
_DAY = re.compile(
    r"(?<!\d)(?:1[4-8]\d\d|19[0-8]\d|199[0-4])\s?[-/.年년]\s?\d{1,2}(?:\s?[-/.月월]\s?\d{1,2}\s?[日일]?(?!\d)|\s?[月월](?!\s?\d))"
)


def with_site_date(
    metadata: Sequence[MetadataField], ledger: Sequence[LedgerEntry], decoded: Decoded
) -> tuple[MetadataField, ...]:
    """The metadata with the day that lines of the site name, where they name one only and the metadata has none."""
    if any(field.field == "date" and field.value for field in metadata):
        return tuple(metadata)
    found: dict[str, MetadataField] = {}
    for entry in ledger:
        if entry.kind is not LedgerKind.SITE:
            continue
        for match in _DAY.finditer(decoded.text, entry.span.start, entry.span.end):
            date = normalize_date(match.group(), packs())
            if date is not None and date.when:
                span = Span(decoded.file, match.start(), match.end())
                found.setdefault(date.when, MetadataField("", "date", match.group(), span, span))
    return (*metadata, *found.values()) if len(found) == 1 else tuple(metadata)
