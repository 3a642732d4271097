"""Headings that are underlined: each of their lines has a line of = or - of about its own length below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei.readers.rawlines import RawLine

_UNDERLINE = re.compile(r"={5,}|-{5,}")
_LONGEST = 100  # characters of a line that is underlined
_LIKE = (0.6, 1.6)  # how long an underline is, at least and at most, beside its line


@dataclass(frozen=True, slots=True)
class Underlined:
    """A heading: its lines, the lines that underline them, its level as in Markdown (1 for =, 2 for -)."""

    lines: tuple[RawLine, ...]
    marks: tuple[RawLine, ...]
    level: int


def underlined(lines: Sequence[RawLine]) -> Iterator[Underlined]:
    """The underlined headings among `lines`, in order."""
    index = 0
    while index + 1 < len(lines):
        begin = index
        while _is_underlined(lines, index) and lines[index + 1].content[0] == lines[begin + 1].content[0]:
            index += 2
        if index > begin:
            level = 1 if lines[begin + 1].content.startswith("=") else 2
            yield Underlined(tuple(lines[begin:index:2]), tuple(lines[begin + 1 : index : 2]), level)
        else:
            index += 1


def _is_underlined(lines: Sequence[RawLine], index: int) -> bool:
    if index + 1 >= len(lines) or lines[index].blank or not _UNDERLINE.fullmatch(lines[index + 1].content):
        return False
    text = lines[index].content
    least, most = (share * len(text) for share in _LIKE)
    above = index == 0 or lines[index - 1].blank or _UNDERLINE.fullmatch(lines[index - 1].content) is not None
    return (
        above
        and any(map(str.isalpha, text))
        and len(text) <= _LONGEST
        and least <= len(lines[index + 1].content) <= most
    )
