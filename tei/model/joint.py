"""Several files as one source: each holds a version of one edition."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tei.diagnostics import Location
from tei.model.inline import Inline, List, Milestone, Text
from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, Source
from tei.model.span import Span

_BETWEEN = "\n"  # what stands between the texts of two files: white space, which belongs to neither


@dataclass(frozen=True, slots=True)
class VersionFiles:
    """Files that hold the versions of one edition, and the language of each ("": to be found out).

    `name` is the path that the edition would have as one source; `original` the language of the original, "" where
    nobody says.
    """

    name: Path
    paths: tuple[Path, ...]
    languages: tuple[str, ...]
    original: str = ""


@dataclass(frozen=True)
class Joint(Decoded):
    """The texts of several files, one after the other. Offsets are into that text; places are those of the files."""

    parts: tuple[Decoded, ...] = ()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the text of each part begins."""
        return part_starts([part.text for part in self.parts])

    def part(self, offset: int) -> tuple[Decoded, int]:
        """The file that the character at `offset` stands in, and where its text begins."""
        number = bisect_right(self.starts, offset) - 1
        return self.parts[number], self.starts[number]

    @cached_property
    def lines(self) -> "_Lines":  # type: ignore[override]  # it gives positions, as the index of a file does
        """Lines and columns of the files."""
        return _Lines(self)

    def location(self, offset: int) -> Location:
        """The place of the character at `offset` in its own file."""
        part, start = self.part(offset)
        return part.location(offset - start)


@dataclass(frozen=True, slots=True)
class _Lines:
    joint: Joint

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of the character at `offset` in its own file."""
        part, start = self.joint.part(offset)
        return part.lines.position(offset - start)


def part_starts(texts: Sequence[str]) -> tuple[int, ...]:
    """Where each of several texts begins in their join."""
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + len(_BETWEEN))
    return tuple(starts)


def join_texts(texts: Sequence[str]) -> str:
    """Several texts as one."""
    return _BETWEEN.join(texts)


def parts_of(decoded: Decoded) -> tuple[tuple[Decoded, int], ...]:
    """The files of a source, each with the offset at which its text begins."""
    return tuple(zip(decoded.parts, decoded.starts, strict=True)) if isinstance(decoded, Joint) else ((decoded, 0),)


def join_sources(sources: Sequence[Source], file: str, languages: Sequence[str]) -> Source:
    """The sources as one called `file`, the text of each in the language given for it ("": to be found out)."""
    parts = tuple(source.decoded for source in sources)
    joint = Joint(
        file, join_texts([p.text for p in parts]), "", "", parts[0].sha256, sum(p.size for p in parts), parts=parts
    )
    chunks: list[Chunk] = []
    moved = [_moved(source, file, start) for source, start in zip(sources, joint.starts, strict=True)]
    for source, start in zip(moved, joint.starts, strict=True):
        if start:
            chunks.append(Chunk(LayoutKind.RULE, (), Span(file, start - len(_BETWEEN), start)))
        chunks += source.chunks
    said = tuple(
        (Span(file, start, start + len(part.text)), language.partition("-")[0])
        for part, start, language in zip(parts, joint.starts, languages, strict=True)
        if language
    )
    return Source(
        joint,
        "+".join(dict.fromkeys(source.format for source in sources)),
        tuple(chunks),
        tuple(field for source in moved for field in source.metadata),
        tuple(entry for source in moved for entry in source.ledger),
        said,
    )


def _moved(source: Source, file: str, by: int) -> Source:
    """The source with its places counted from the beginning of the whole."""

    def span(old: Span) -> Span:
        return Span(file, old.start + by, old.end + by)

    chunks = tuple(
        replace(
            chunk,
            span=span(chunk.span),
            lines=tuple(
                replace(line, span=span(line.span), content=_inlines(line.content, span)) for line in chunk.lines
            ),
        )
        for chunk in source.chunks
    )
    metadata = tuple(replace(f, span=span(f.span), value_span=span(f.value_span)) for f in source.metadata)
    ledger = tuple(LedgerEntry(span(entry.span), entry.kind) for entry in source.ledger)
    return replace(source, chunks=chunks, metadata=metadata, ledger=ledger)


def _inlines(content: tuple[Inline, ...], span: Callable[[Span], Span]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for node in content:
        if isinstance(node, Text):
            out.append(replace(node, span=span(node.span)))
        elif isinstance(node, Milestone):
            out.append(node)
        elif isinstance(node, List):
            items = tuple(replace(i, span=span(i.span), content=_inlines(i.content, span)) for i in node.items)
            out.append(replace(node, items=items))
        else:
            out.append(replace(node, content=_inlines(node.content, span)))
    return tuple(out)
