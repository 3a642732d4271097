"""Readers of marked-up formats: a transcript as layout, with what its markup says.

What people type is read in a word processor as in plain text: metadata lines, numbered lines and rules between the
paragraphs are seen here too. So the markup has the last word only where it says something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from tei.diagnostics import Report
from tei.model.inline import Inline
from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line, MetadataField, Source
from tei.model.span import Span
from tei.model.transcript import Paragraph, ParagraphKind, Transcript
from tei.readers.layout import scan
from tei.readers.marked_inline import MarkedInline
from tei.readers.metadata import field_of, metadata_lines
from tei.readers.rawlines import RawLine, raw_lines
from tei.readers.tables import is_bilingual, is_data

_ASIDE = {ParagraphKind.NAVIGATION: LedgerKind.SITE, ParagraphKind.RUNNING_HEAD: LedgerKind.PAGE}
_LOOK_AHEAD = 40  # lines that metadata may take


@dataclass(frozen=True)
class MarkedReader:
    """Reads a format of `tei.formats`, whose transcript `decode` has made."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, decoded: Decoded, *, report: Report) -> Source:
        """The layout and metadata of `decoded`; what its format leaves out goes to `report`."""
        transcript = decoded.transcript
        if transcript is None:
            raise ValueError("a marked-up file is read from its transcript")
        report.extend(transcript.findings)
        work = _Work(decoded, transcript, MarkedInline(decoded, transcript))
        for kind, group in groupby(transcript.paragraphs, key=lambda p: (p.kind, p.cell.table if p.cell else 0)):
            work.paragraphs(kind[0], list(group))
        ledger = tuple(sorted(work.ledger, key=lambda entry: entry.span.start))
        return Source(decoded, self.name, tuple(work.chunks), tuple(work.metadata), ledger)


@dataclass
class _Work:
    """A source in the making."""

    decoded: Decoded
    transcript: Transcript
    inline: MarkedInline
    chunks: list[Chunk] = field(default_factory=list)
    metadata: list[MetadataField] = field(default_factory=list)
    ledger: list[LedgerEntry] = field(default_factory=list)

    def paragraphs(self, kind: ParagraphKind, group: Sequence[Paragraph]) -> None:
        """Adds the paragraphs of one kind that follow each other."""
        match kind:
            case ParagraphKind.TEXT:
                self._text(group)
            case ParagraphKind.CELL:
                self._table(group)
            case ParagraphKind.METADATA:
                self.metadata += [self._field(paragraph) for paragraph in group]
                self.ledger += [LedgerEntry(self._span(paragraph), LedgerKind.METADATA) for paragraph in group]
            case ParagraphKind.NAVIGATION | ParagraphKind.RUNNING_HEAD:
                self.ledger += [LedgerEntry(self._span(paragraph), _ASIDE[kind]) for paragraph in group]
            case ParagraphKind.MORE:
                self._more(group)
            case ParagraphKind.PREFORMATTED:
                for paragraph in group:
                    self._scan(self._lines(paragraph), paragraph)
            case ParagraphKind.RULE:
                self.chunks += [Chunk(LayoutKind.RULE, (), self._span(p), gap=p.gap) for p in group]
            case ParagraphKind.HEADING | ParagraphKind.ITEM | ParagraphKind.NOTE | ParagraphKind.VERSE:
                self.chunks += [self._whole(LayoutKind(kind.value), paragraph) for paragraph in group]

    def _text(self, group: Sequence[Paragraph]) -> None:
        """Paragraphs, and the lines of metadata between them."""
        lines = [(line, paragraph) for paragraph in group for line in self._lines(paragraph)]
        index = 0
        while index < len(lines):
            paragraph = lines[index][1]
            first = index == 0 or lines[index - 1][1] is not paragraph
            if first and (index == 0 or paragraph.gap or not self.chunks):
                ahead = [line for line, _ in lines[index : index + _LOOK_AHEAD]]
                fields, taken = metadata_lines(self.decoded, ahead, at_start=not self.chunks)
                if taken:
                    self.metadata += fields
                    spans = dict.fromkeys(found.span for found in fields)  # a line may have several fields
                    self.ledger += [LedgerEntry(span, LedgerKind.METADATA) for span in spans]
                    index += taken
                    continue
            end = index + 1
            while end < len(lines) and lines[end][1] is paragraph:
                end += 1
            self._scan([line for line, _ in lines[index:end]], paragraph)
            index = end

    def _scan(self, lines: Sequence[RawLine], paragraph: Paragraph) -> None:
        found, markup = scan(self.decoded, lines, inline=self.inline)
        self.ledger += markup
        for number, chunk in enumerate(found):
            gap = chunk.gap if number else paragraph.gap
            self.chunks.append(
                replace(chunk, gap=gap, lang=paragraph.lang, role=paragraph.role, document=paragraph.document)
            )

    def _whole(self, kind: LayoutKind, paragraph: Paragraph) -> Chunk:
        lines = tuple(self._read_lines(paragraph))
        level = min(paragraph.level, 6)
        more = (paragraph.n, paragraph.lang, paragraph.role, paragraph.document)
        return Chunk(kind, lines, self._span(paragraph), level, paragraph.gap, *more)

    def _more(self, group: Sequence[Paragraph]) -> None:
        """Further paragraphs of the item before them, as lines of it."""
        for paragraph in group:
            last = self.chunks[-1] if self.chunks else None
            if last is None or last.kind is not LayoutKind.ITEM:
                self._text((paragraph,))
                continue
            lines = (*last.lines, *self._read_lines(paragraph))
            self.chunks[-1] = replace(last, lines=lines, span=last.span.cover(self._span(paragraph)))

    def _table(self, group: Sequence[Paragraph]) -> None:
        """A table of data as one chunk; one that only sets text side by side as its text, cell by cell."""
        if is_data(group) and not is_bilingual(self.transcript, group):
            lines = tuple(
                replace(line, cell=(paragraph.cell.row, paragraph.cell.column))
                for paragraph in group
                if paragraph.cell
                for line in self._read_lines(paragraph)
            )
            span = lines[0].span.cover(lines[-1].span)
            self.chunks.append(
                Chunk(LayoutKind.TABLE, lines, span, gap=1, role=group[0].role, document=group[0].document)
            )
        else:
            self._text([replace(paragraph, gap=max(paragraph.gap, 1)) for paragraph in group])

    def _field(self, paragraph: Paragraph) -> MetadataField:
        span = self._span(paragraph)
        start = paragraph.start + len(paragraph.n) + 2  # after “key: ”
        value = Span(span.file, min(start, paragraph.end), paragraph.end)
        text = self.decoded.text[value.start : value.end]
        return MetadataField(paragraph.n, field_of(paragraph.n), text, span, value)

    def _lines(self, paragraph: Paragraph) -> list[RawLine]:
        start = paragraph.start
        return [
            replace(line, start=line.start + start, left=line.left + start, right=line.right + start)
            for line in raw_lines(self.decoded.text[start : paragraph.end])
        ]

    def _read_lines(self, paragraph: Paragraph) -> Iterator[Line]:
        for line in self._lines(paragraph):
            if not line.blank:
                content, markup = self._inline(line)
                self.ledger += markup
                yield Line(content, Span(self.decoded.file, line.left, line.right))

    def _inline(self, line: RawLine) -> tuple[tuple[Inline, ...], list[LedgerEntry]]:
        return self.inline(self.decoded, line.left, line.right)

    def _span(self, paragraph: Paragraph) -> Span:
        return Span(self.decoded.file, paragraph.start, paragraph.end)
