"""The lines of a file as they are, with the place of each."""

from dataclasses import dataclass

from tei.model.source import split_lines

_WHITE = " \t\u3000\xa0\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of the file: where it starts, its text without the newline, and where its content starts and ends."""

    start: int
    text: str
    left: int
    right: int

    @property
    def blank(self) -> bool:
        """Whether it holds only white space."""
        return self.left >= self.right

    @property
    def content(self) -> str:
        """Its text without outer white space."""
        return self.text[self.left - self.start : self.right - self.start]


def raw_lines(text: str) -> list[RawLine]:
    """The lines of `text` with their offsets."""
    lines = []
    position = 0
    for piece in split_lines(text):
        body = piece.rstrip("\r\n")
        stripped = body.lstrip(_WHITE)
        left = position + len(body) - len(stripped)
        lines.append(RawLine(position, body, left, left + len(stripped.rstrip(_WHITE))))
        position += len(piece)
    return lines


def indent_of(line: RawLine) -> int:
    """Its indentation in columns."""
    columns = 0
    for character in line.text[: line.left - line.start]:
        columns += 4 - columns % 4 if character == "\t" else 2 if character == "\u3000" else 1
    return columns
