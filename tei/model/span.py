"""Places in a source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets (0-based) in the source `file` as decoded."""

    file: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def moved(self, by: int) -> "Span":
        """The span `by` characters further on."""
        return Span(self.file, self.start + by, self.end + by)

    def cover(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(self.file, min(self.start, other.start), max(self.end, other.end))
