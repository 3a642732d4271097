"""The sentences of a version: listed as segments, and marked in its blocks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from tei.alignment.outline import blocks_of, containers_of, lists_of
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.sentences import split_sentences
from tei.model.alignment import Segment
from tei.model.document import Block, Role, Version, map_blocks
from tei.model.inline import (
    Highlight,
    Inline,
    List,
    Sentence,
    Text,
    Wrapper,
    cut,
    length,
    marks_in,
    plain_text,
    wrap,
)

# Blocks that are one unit whatever stops stand in them: lines of a form, not running text.
_WHOLE = frozenset(
    {Role.HEAD, Role.LABEL, Role.DATELINE, Role.SALUTE, Role.SIGNED, Role.BYLINE, Role.TRAILER, Role.SEG, Role.L}
)

Range = tuple[int, int]
"""Half-open character offsets."""


Sentences = Mapping[str, tuple[Segment, ...]]
"""The sentences of each block that has any, by its id, in order."""


def segment(version: Version) -> Sentences:
    """The sentences of a version.

    Headings, signatures and other lines of a form are not divided, nor lines of verse, nor are the people in a list of participants. A
    sentence ends inside no name, date, choice or note.
    """
    pack = pack_for(version.lang)
    people = {id_ for each in containers_of(version.content) if each.kind[1] == "participants" for id_ in each.members}
    found: dict[str, tuple[Segment, ...]] = {}
    for block in version.blocks():
        if block.role not in _WHOLE and block.id not in people:
            text = block.text
            found[block.id] = tuple(
                Segment(f"{block.id}.s{number}", block.id, start, end, text[start:end])
                for number, (start, end) in enumerate(sentences_of(block.content, pack), start=1)
            )
    return found


def with_sentences(version: Version, found: Sentences) -> Version:
    """The version with its sentences marked; a highlight that goes over a border is parted there."""

    def change(block: Block) -> Block:
        segments = found.get(block.id, ())
        if not segments:
            return block
        marks = [(each.start, each.end, _marker(each.id)) for each in segments]
        ranges = [(each.start, each.end) for each in segments]
        return replace(block, content=wrap(_parted(block.content, ranges), marks))

    return map_blocks(version, change)


def units(block: Block, found: Sentences, *, items: bool) -> list[Segment]:
    """What of a block is aligned with sentences: its own, and with `items` those of the items in it, in order.

    A block or item that is not divided is one unit, under its own id.
    """
    own = found.get(block.id)
    if own is None:
        text = block.text
        return [Segment(block.id, block.id, 0, len(text), text)]
    if not items or not lists_of((block,)):
        return list(own)
    listed: list[Segment] = []
    position = taken = 0
    for node in block.content:
        position += length(node)
        if isinstance(node, List):
            listed += [unit for item in node.items for unit in units(item, found, items=True)]
        else:
            while taken < len(own) and own[taken].end <= position:
                listed.append(own[taken])
                taken += 1
    return listed


def all_units(version: Version, found: Sentences) -> list[Segment]:
    """The same for all blocks of a version."""
    return [unit for block in blocks_of(version.content) for unit in units(block, found, items=True)]


def sentences_of(content: Sequence[Inline], pack: LanguagePack) -> list[Range]:
    """The sentences in the text of a block, as offsets in it: those of each run between its lists."""
    found: list[Range] = []
    for start, run in _runs(content):
        whole = _without_cuts(split_sentences(plain_text(run), pack), run)
        found += [(start + first, start + last) for first, last in whole]
    return found


def _runs(content: Sequence[Inline]) -> Iterator[tuple[int, tuple[Inline, ...]]]:
    """The runs of inlines between lists, each with the offset that it begins at."""
    run: list[Inline] = []
    start = position = 0
    for node in content:
        if isinstance(node, List):
            yield start, tuple(run)
            run = []
        else:
            run.append(node)
        position += length(node)
        if isinstance(node, List):
            start = position
    yield start, tuple(run)


def _without_cuts(ranges: Sequence[Range], run: Sequence[Inline]) -> list[Range]:
    """The sentences with those made one between which a border cuts a name, a date, a choice or a note."""
    if len(ranges) < 2:
        return list(ranges)
    marks = sorted((start, end) for start, end, mark in marks_in(run) if not isinstance(mark, Highlight))
    starts = [start for start, _ in marks]
    reach = [0]  # how far the first n marks reach
    for _, end in marks:
        reach.append(max(reach[-1], end))
    joined: list[Range] = []
    for start, end in ranges:
        borders = (joined[-1][1], start) if joined else ()
        if any(reach[bisect_left(starts, border)] > border for border in borders):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _parted(content: tuple[Inline, ...], ranges: Sequence[Range]) -> tuple[Inline, ...]:
    """The content with every highlight parted at the borders of sentences that stand inside it."""
    if not any(isinstance(node, Highlight) for node in content):
        return content
    borders = [border for both in ranges for border in both]
    out: list[Inline] = []
    position = 0
    for node in content:
        after = position + length(node)
        inside = borders[bisect_right(borders, position) : bisect_left(borders, after)]
        if isinstance(node, Highlight) and inside:
            edges = [position, *inside, after]
            for start, end in pairwise(edges):
                piece = cut(node.content, start - position, end - position)
                blank = all(isinstance(inner, Text) and inner.text.isspace() for inner in piece)
                out += piece if blank else [replace(node, content=piece)]
        else:
            out.append(node)
        position = after
    return tuple(out)


def _marker(id_: str) -> Wrapper:
    return partial(Sentence, id_)
