"""Decisions that act before anything is recognised: what is no text, what is a heading, what language a passage is in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei.model.inline import texts
from tei.model.source import Chunk, LayoutKind, LedgerEntry, LedgerKind, Line, Source
from tei.model.span import Span
from tei.overrides.anchors import Stale

_KINDS = {"head": LayoutKind.HEADING, "p": LayoutKind.TEXT, "aside": None}
_LEVEL = 6  # of a heading that an editor names: below those that the source marks


@dataclass(frozen=True, slots=True)
class Laid:
    """What an editor says of the lines of `span`: a kind ("" for none) and a language ("" for none)."""

    span: Span
    kind: str = ""
    language: str = ""


def lay_out(source: Source, decided: Sequence[Laid]) -> Source:
    """The source with its lines as an editor reads them.

    Raises Stale where lines are to be set aside that are no text, or only in part.
    """
    for each in decided:
        if each.kind == "aside":
            _check_whole(source, each.span)
    kinds = [each for each in decided if each.kind in _KINDS]
    ledger = list(source.ledger)
    chunks: list[Chunk] = []
    for chunk in source.chunks:
        for piece, kind in _pieces(chunk, kinds):
            if kind == "aside":
                leaves = (leaf for line in piece.lines for leaf in texts(line.content))
                ledger += [LedgerEntry(leaf.span, LedgerKind.SITE) for leaf in leaves]
            else:
                chunks.append(piece)
    languages = tuple((each.span, each.language) for each in decided if each.language)
    ordered = tuple(sorted(ledger, key=lambda entry: entry.span.start))
    return replace(source, chunks=tuple(chunks), ledger=ordered, languages=(*source.languages, *languages))


def _check_whole(source: Source, span: Span) -> None:
    lines = [line for chunk in source.chunks for line in chunk.lines if _meet(line.span, span)]
    if not lines:
        raise Stale("this is no text already: it was set aside", "Take the entry out.")
    for line in lines:
        if not _covers(span, line.span):
            number, _ = source.decoded.lines.position(line.span.start)
            raise Stale(f"only part of line {number} would be set aside", "Quote the whole line, or give only `line`.")


def _pieces(chunk: Chunk, decided: Sequence[Laid]) -> Iterator[tuple[Chunk, str]]:
    """The chunk in pieces of lines of which the same was decided, each with the kind that was ("" for none)."""
    here = [each for each in decided if _meet(each.span, chunk.span)]
    if not here or not chunk.lines:
        yield chunk, ""
        return
    runs: list[tuple[Laid | None, list[Line]]] = []
    for line in chunk.lines:
        said = next((each for each in here if _covers(each.span, line.span)), None)
        if runs and runs[-1][0] is said:
            runs[-1][1].append(line)
        else:
            runs.append((said, [line]))
    gap = chunk.gap
    for said, lines in runs:
        span = lines[0].span.cover(lines[-1].span) if len(runs) > 1 else chunk.span
        kind = _KINDS[said.kind] if said else None
        piece = replace(chunk, lines=tuple(lines), span=span, gap=gap)
        if kind is not None and kind is not chunk.kind:
            level = _LEVEL if kind is LayoutKind.HEADING else 0
            piece = replace(piece, kind=kind, level=level)
        yield piece, said.kind if said else ""
        gap = 0


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
