"""What the alignment of two plain texts tells: segments without a counterpart, doubtful links, texts that are strangers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tei.alignment import AlignSettings
from tei.diagnostics import Diagnostic, Location
from tei.model.alignment import Alignment, Bead, Segment
from tei.rules import finding

_QUOTED = 40
_COMPARE = "Compare the two; if they do not correspond, correct the link by hand."
_LEFT_OUT = "If the translator left it out, or added it, nothing needs doing; else correct the links by hand."
_EMPTY = "With --lines each line is a segment: delete it, if it only parts paragraphs."
_STRANGERS = "Check that each is the translation of the other, and that --source-lang and --target-lang are theirs."


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts: its file, and its segments.

    The block of a segment is the number of the line in which its paragraph begins, from 0; without blocks, each line is
    a segment.
    """

    file: Path
    segments: Sequence[Segment]

    def location(self, id_: str) -> Location:
        """The line in which the segment stands, or its paragraph begins."""
        return Location(str(self.file), int(self.segments[int(id_)].block_id or id_) + 1)

    def quoted(self, id_: str) -> str:
        """The segment's beginning in quotation marks."""
        text = self.segments[int(id_)].text
        return f"“{text}”" if len(text) <= _QUOTED else f"“{text[:_QUOTED].rstrip()}…”"


def text_findings(found: Alignment, source: Side, target: Side) -> Iterator[Diagnostic]:
    """AL004 for each segment without a counterpart, AL005 for each doubtful link; AL001 alone where nothing is linked."""
    if not any(bead.source and bead.target for bead in found.beads):
        if source.segments and target.segments:
            message = f"the texts do not correspond: no segment was linked with one of {target.file}"
            yield finding("AL001", message, Location(str(source.file)), help=_STRANGERS)
        return
    for bead in found.beads:
        if bead.source and bead.target:
            if bead.certainty < AlignSettings().doubtful:
                yield _doubtful(bead, source, target)
        else:
            yield from (_alone(id_, source) for id_ in bead.source)
            yield from (_alone(id_, target) for id_ in bead.target)


def _alone(id_: str, side: Side) -> Diagnostic:
    if not side.segments[int(id_)].text.strip():
        return finding("AL004", "an empty line has no counterpart", side.location(id_), help=_EMPTY)
    return finding("AL004", f"{side.quoted(id_)} has no counterpart", side.location(id_), help=_LEFT_OUT)


def _doubtful(bead: Bead, source: Side, target: Side) -> Diagnostic:
    left, right = source.quoted(bead.source[0]), target.quoted(bead.target[0])
    message = f"{left} was linked with {right}, certainty {bead.certainty:.2f}"
    related = (target.location(bead.target[0]),)
    return finding("AL005", message, source.location(bead.source[0]), help=_COMPARE, related=related)
