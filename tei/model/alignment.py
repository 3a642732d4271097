"""Alignment: segments, beads and the links they make."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit of alignment. `id` is an xml:id; `start` and `end` are offsets in the plain text of the block `block_id`."""

    id: str
    block_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Bead:
    """Units of the source and of the target that say the same.

    `certainty` is 0–1; `origin` is "auto", or the id of the editor who decided it.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    certainty: float = 1.0
    origin: str = "auto"

    @property
    def category(self) -> str:
        """Its shape, such as "1-1", "2-1" or "0-1"."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The beads between two versions at one `level`: "div", "block" or "s". They cover every unit of both once.

    `source_id` is the id of the original version, or of the first one where none is known to be the original. `backend`
    is the name of what compared the units, "" where that was their length, numbers, dates and names alone. At level "s"
    the units are sentences, and undivided blocks that were linked with sentences.
    """

    source_id: str
    target_id: str
    level: str
    beads: tuple[Bead, ...]
    backend: str = ""
