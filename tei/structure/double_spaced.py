"""Lines that a blank line parts from each other all the way, as converters of scans set them, closed up again."""

from collections.abc import Sequence
from dataclasses import replace

from tei.languages.scripts import main_script
from tei.model.source import Chunk, LayoutKind
from tei.structure.columns import width
from tei.structure.wrapped import WIDEST_WRAP, needs_space

_FEWEST = 6  # pairs of such lines
_TORN = 0.5  # share of the pairs in which a sentence goes on, at least
_NARROWEST = 24  # columns of a line that is broken off


def closed_up(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, runs of single lines in which every second sentence goes on across the blank line made one each.

    Of all pairs of lines that blank lines of one size part, half at least must be torn in a run; one typed paragraph
    by paragraph has hardly any.
    """
    done: list[Chunk] = []
    index = 0
    while index < len(chunks):
        end = _end_of_run(chunks, index)
        torn = [at for at in range(index + 1, end) if _is_torn(chunks[at - 1], chunks[at])]
        pairs = torn[-1] - torn[0] + 1 if torn else 0
        if len(torn) >= _FEWEST and len(torn) >= _TORN * pairs:
            first, last = torn[0] - 1, torn[-1]
            done += chunks[index:first]
            lines = tuple(line for chunk in chunks[first : last + 1] for line in chunk.lines)
            done.append(replace(chunks[first], lines=lines, span=lines[0].span.cover(lines[-1].span)))
            done += chunks[last + 1 : end]
        else:
            done += chunks[index:end]
        index = end
    return done


def _end_of_run(chunks: Sequence[Chunk], start: int) -> int:
    """Where the chunks of one line of text each end that begin at `start`; one more than it where it is none."""
    end = start
    while end < len(chunks) and chunks[end].kind is LayoutKind.TEXT and len(chunks[end].lines) == 1:
        if end > start and (not chunks[end].gap or width(chunks[end].lines[0].text) > WIDEST_WRAP):
            break
        end += 1
    return max(end, start + 1)


def _is_torn(above: Chunk, below: Chunk) -> bool:
    """Whether a sentence goes on from a line to the next one: it has not ended, and that begins small."""
    before, after = above.lines[-1].text, below.lines[0].text
    if width(before) < _NARROWEST or not (before[-1].isalnum() or before[-1] in ",-¬，、"):
        return False
    if needs_space(before, after):
        return after[:1].islower()
    return main_script(after) in ("Hani", "Kana") and abs(width(before) - width(after)) <= 2
