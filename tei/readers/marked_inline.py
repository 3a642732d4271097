"""Text with the marks that its markup puts around it, as inline content of the model."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tei.model.inline import Choice, Highlight, Inline, Milestone, Name, Note, Ref, Text, Wrapper, wrap
from tei.model.source import Decoded, LedgerEntry, LedgerKind
from tei.model.span import Span
from tei.model.transcript import Mark, Point, Transcript


class MarkedInline:
    """An inline reader (see `tei.readers.layout`) of a transcript: its marks and points between two offsets."""

    def __init__(self, decoded: Decoded, transcript: Transcript) -> None:
        self._file = decoded.file
        self._marks = transcript.marks
        self._starts = [mark.start for mark in transcript.marks]
        self._longest = max((mark.end - mark.start for mark in transcript.marks), default=0)
        self._points = transcript.points
        self._offsets = [point.offset for point in transcript.points]

    def __call__(self, decoded: Decoded, start: int, end: int) -> tuple[tuple[Inline, ...], list[LedgerEntry]]:
        """The characters from `start` to `end` as content, and those of them that are no text."""
        marks = list(self._marks_in(start, end))
        aside = [(mark.start, mark.end) for mark in marks if mark.tag == "aside"]
        content = tuple(self._leaves(decoded, start, end, aside))
        ledger = [LedgerEntry(Span(self._file, *place), LedgerKind.MARKUP) for place in aside]

        def plain(offset: int) -> int:
            """Where an offset is in the plain text of the content."""
            return offset - start - sum(min(stop, offset) - begin for begin, stop in aside if begin < offset)

        for layer in _layers([mark for mark in marks if mark.tag != "aside"]):
            content = wrap(content, [(plain(mark.start), plain(mark.end), _maker(mark)) for mark in layer])
        return content, ledger

    def _marks_in(self, start: int, end: int) -> Iterator[Mark]:
        """The marks between two offsets, outer ones first; the part of a mark that is there, if there is ink in it."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        for mark in self._marks[first:last]:
            begin, stop = max(mark.start, start), min(mark.end, end)
            if begin < stop:
                yield Mark(begin, stop, mark.tag, mark.value)

    def _leaves(self, decoded: Decoded, start: int, end: int, aside: list[tuple[int, int]]) -> Iterator[Inline]:
        points = self._points[bisect_left(self._offsets, start) : bisect_right(self._offsets, end)]
        here: dict[int, list[Point]] = {}
        for point in points:
            here.setdefault(point.offset, []).append(point)
        cuts = sorted(
            {start, end, *(point.offset for point in points), *(place for range_ in aside for place in range_)}
        )
        for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
            yield from map(_point, here.get(begin, ()))
            if begin < stop and not any(first <= begin < last for first, last in aside):
                yield Text(decoded.text[begin:stop], Span(self._file, begin, stop))


def _layers(marks: list[Mark]) -> Iterator[list[Mark]]:
    """Marks that do not overlap, layer by layer, outer ones first; two around the same characters are one in the other."""
    left = marks
    while left:
        layer: list[Mark] = []
        inner: list[Mark] = []
        reached = -1
        for mark in left:
            if mark.start >= reached:
                layer.append(mark)
                reached = mark.end
            else:
                inner.append(mark)
        yield layer
        left = inner


def _point(point: Point) -> Inline:
    if point.tag == "ptr":
        return Ref((), f"#{point.n}")
    return Milestone(point.tag, point.n, point.break_, description=point.description)


def _maker(mark: Mark) -> Wrapper:
    def make(content: tuple[Inline, ...]) -> Inline:
        match mark.tag:
            case "hi":
                return Highlight(mark.value, content)
            case "ref":
                return Ref(content, mark.value)
            case "note":
                return Note(mark.value, content)
            case "sic" | "orig":
                return Choice(mark.tag, content, mark.value)
            case _:
                return Name(mark.tag, content, type=mark.value)

    return make
