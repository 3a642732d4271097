"""Where a document begins whose title stands by itself, below another text or below what leads up to it."""

from collections.abc import Sequence
from dataclasses import replace

from tei.languages.base import LanguagePack
from tei.model.source import LayoutKind
from tei.structure.line import Shape
from tei.structure.shapes import line_shape
from tei.structure.title_scores import ENOUGH, title_weight
from tei.structure.title_words import NAMED, is_letter_heading, kind_weight
from tei.structure.units import Unit

_LONGEST_ALONE = 30  # characters, where words are not set apart


def as_one(units: Sequence[Unit]) -> Unit:
    """The lines of a title as one unit."""
    lines = tuple(line for unit in units for line in unit.lines)
    return replace(units[0], lines=lines, span=units[0].span.cover(units[-1].span)) if len(units) > 1 else units[0]


def announced_title(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units` begin with a title that stands by itself, of a kind of document or of a letter."""
    first = units[0]
    alone = len(units) > 1 and first.gap > 0 and units[1].gap > 0 and len(first.lines) == 1
    alone = alone and (pack.names.spaced or len(first.text) <= _LONGEST_ALONE)  # a longer one may be a torn sentence
    if not alone or title_weight(units, pack) < ENOUGH:
        return False
    return (kind_weight(first.text, pack) >= NAMED and _of_genre(first.text, pack)) or is_letter_heading(first, pack)


def _of_genre(text: str, pack: LanguagePack) -> bool:
    """Whether a title has a word for one of the kinds of document that are told in the header."""
    plain = text.casefold()
    return any(word.strip() in plain for words in pack.genres.values() for word in words)


def begins_document(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units`, below the closer of one document, begin another one: with a title of its kind, and text below it."""
    if len(units) < 2 or units[1].kind is LayoutKind.HEADING or kind_weight(units[0].text, pack) < NAMED:
        return False
    if not _of_genre(units[0].text, pack):
        return False
    shape = line_shape(units[0].text, pack).shape
    return title_weight(units, pack) >= ENOUGH and shape not in (Shape.DATELINE, Shape.PARTY)
