"""Readers of typed transcriptions: plain text, and Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass

from tei.diagnostics import Report
from tei.model.source import Chunk, Decoded, LedgerEntry, LedgerKind, MetadataField, Source
from tei.readers.layout import InlineReader, plain_inline, scan
from tei.readers.markdown import markdown_inline
from tei.readers.markdown_parts import Parts, markdown_parts
from tei.readers.metadata import front_matter, is_page_line, metadata_lines, record_lines
from tei.readers.rawlines import raw_lines
from tei.readers.ruby import with_ruby
from tei.readers.typed_tables import typed_tables

_RECORD_WITHIN = 6  # lines from the top: below a title, but not in the text


@dataclass(frozen=True)
class TranscriptionReader:
    """Reads typed text: metadata lines wherever a document or a version may begin, and layout between them."""

    name: str
    suffixes: tuple[str, ...]
    inline: InlineReader

    def read(self, decoded: Decoded, *, report: Report) -> Source:
        """The layout and metadata of `decoded`."""
        lines = raw_lines(decoded.text)
        metadata, taken = front_matter(decoded, lines, report=report)
        parts = (
            markdown_parts(decoded, lines[taken:]) if self.inline is markdown_inline else Parts(tuple(lines[taken:]))
        )
        parts = typed_tables(decoded, parts, self.inline)
        fields, chunks, ledger = _read_parts(decoded, parts, self.inline, at_start=not taken)
        every = (*metadata, *fields)
        chunks, marks = with_ruby(decoded, chunks)
        ledger = [*ledger, *marks, *_account(every)]
        return Source(decoded, self.name, tuple(chunks), every, tuple(sorted(ledger, key=lambda e: e.span.start)))


def _read_parts(
    decoded: Decoded, parts: Parts, inline: InlineReader, *, at_start: bool
) -> tuple[list[MetadataField], list[Chunk], list[LedgerEntry]]:
    """Metadata may stand at the start, and after a heading, a rule or blank lines: look there, scan what is between."""
    fields: list[MetadataField] = []
    chunks: list[Chunk] = []
    lines = parts.lines
    ledger: list[LedgerEntry] = list(parts.ledger)
    begin = index = 0

    def scan_to(end: int) -> None:
        known = parts.blocks
        found, markup = scan(decoded, lines[begin:end], inline=inline, levels=known.levels, more=known.more)
        chunks.extend(found)
        ledger.extend(markup)

    while index < len(lines):
        if lines[index].start in parts.tables:
            scan_to(index)
            chunks.append(parts.tables[lines[index].start])
            index = begin = index + 1
            continue
        if not lines[index].blank and (
            index == 0
            or lines[index - 1].blank
            or lines[index - 1].content.startswith("#")
            or is_page_line(lines[index].content)
        ):
            found, taken = metadata_lines(
                decoded, lines[index : index + 40], at_start=at_start and not chunks and index == begin
            )
            if index < _RECORD_WITHIN:
                record, length = record_lines(decoded, lines[index : index + 40])
                found, taken = (record, length) if length > taken else (found, taken)
            if taken:
                scan_to(index)
                fields.extend(found)
                index = begin = index + taken
                continue
        index += 1
    scan_to(len(lines))
    return fields, chunks, ledger


def _account(fields: Sequence[MetadataField]) -> list[LedgerEntry]:
    """A ledger entry for each run of metadata; front matter is one, whatever fields it has."""
    entries: list[LedgerEntry] = []
    for field in fields:
        if entries and field.span.start < entries[-1].span.end:
            continue
        entries.append(LedgerEntry(field.span, LedgerKind.METADATA))
    return entries


TEXT = TranscriptionReader("text", (".txt", ".text"), plain_inline)
MARKDOWN = TranscriptionReader("markdown", (".md", ".markdown"), markdown_inline)
