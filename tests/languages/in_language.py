"""What the rules make of lines in a language, as short texts."""

from documents import edition_of
from marks import annotated, dates, names

from tei.languages import pack_for
from tei.languages.dates import find_dates
from tei.languages.people import split_people
from tei.structure.language import language_of
from tei.structure.shapes import line_shape

__all__ = ["annotated", "dates", "edition_of", "language_of", "line", "names", "people", "read_dates"]


def read_dates(text: str, code: str) -> list[tuple[str, str]]:
    """Each date as printed, with its value; a span's as from/to."""
    found = find_dates(text, pack_for(code).dates)
    return [(text[m.start : m.end], m.when or f"{m.from_}/{m.to}") for m in found]


def line(text: str, code: str) -> str:
    """The shape of a line, and its marks as `tag=text`."""
    shape = line_shape(text, pack_for(code))
    marks = (f" {tag}={text[start:end].strip()}" for start, end, tag in shape.marks)
    return shape.shape.value + "".join(marks)


def people(text: str, code: str) -> list[list[tuple[str, str]]]:
    """The people listed in running text, each as tagged pieces."""
    return [
        [(part.tag, text[start:end][part.start - start : part.end - start]) for part in parts.parts]
        for start, end, parts in split_people(text, pack_for(code))
    ]
