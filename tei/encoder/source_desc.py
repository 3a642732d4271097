"""`sourceDesc`: the file that was received, the ledger of what is not in the text, and the printed original."""

from dataclasses import replace
from pathlib import PurePath

from lxml import etree

from tei.encoder.elements import add
from tei.model.document import Edition
from tei.model.header import PrintedOriginal
from tei.model.joint import parts_of
from tei.model.source import Decoded, LedgerEntry, split_lines
from tei.model.white_space import ink


def encode_source_desc(parent: etree._Element, edition: Edition) -> None:
    """`sourceDesc` with a `bibl` for each file, and one for the printed original where the source tells of it."""
    source_desc = add(parent, "sourceDesc")
    for decoded, begin in parts_of(edition.source.decoded):
        file = add(source_desc, "bibl", type="file")
        add(file, "idno", PurePath(decoded.file).name, type="filename")
        add(file, "idno", decoded.sha256, type="sha256")
        if decoded.transcript:
            add(file, "note", decoded.transcript.format, type="source-format")
        if decoded.encoding:
            add(file, "note", ", ".join(filter(None, (decoded.encoding, decoded.newline))), type="source-encoding")
        _encode_ranges(file, edition, begin, begin + len(decoded.text))
        for entry in sorted(edition.ledger, key=lambda entry: entry.span.start):
            if begin <= entry.span.start < begin + len(decoded.text):
                _encode_ledger_entry(file, decoded, replace(entry, span=entry.span.moved(-begin)))
    if edition.header.printed:
        _encode_printed(source_desc, edition.header.printed)


def _encode_ranges(parent: etree._Element, edition: Edition, begin: int, end: int) -> None:
    """`biblScope` with the characters of the file that the edition is of, where it is one of several made of the file."""
    cut = [(max(start, begin) - begin, min(stop, end) - begin) for start, stop in edition.ranges]
    ranges = " ".join(f"{start}-{stop}" for start, stop in cut if start < stop)
    if ranges:
        add(parent, "biblScope", ranges, unit="character", n=ranges)


def _encode_ledger_entry(parent: etree._Element, decoded: Decoded, entry: LedgerEntry) -> None:
    """`note` with the characters set aside, and in `@n` where they stand in the decoded source."""
    text = decoded.text[entry.span.start : entry.span.end]
    if not ink(text):
        return
    start = entry.span.start + len(text) - len(text.lstrip())
    text = text.strip()
    verbatim = "\n".join(line.rstrip("\r\n") for line in split_lines(text))
    add(parent, "note", verbatim, type=f"source-{entry.kind.value}", n=f"{start}-{start + len(text)}")


def _encode_printed(parent: etree._Element, printed: PrintedOriginal) -> None:
    newspaper = printed.journal or printed.page or printed.column
    bibl = add(parent, "bibl", type="newspaper" if newspaper else "")
    if printed.title:
        add(bibl, "title", printed.title.text, level="a", xml_lang=printed.title.lang)
    if printed.journal:
        add(bibl, "title", printed.journal, level="j")
    if printed.published or printed.published_text:
        add(bibl, "date", printed.published_text or printed.published, type="published", when=printed.published)
    if printed.page:
        add(bibl, "biblScope", printed.page_text or printed.page, unit="page", n=printed.page)
    if printed.column:
        add(bibl, "biblScope", printed.column, unit="column")
