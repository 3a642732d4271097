"""Titles of letters that follow each other in a text without markup: between who signs one and the opening of the next."""

from collections.abc import Sequence
from dataclasses import replace

from tei.languages.base import LanguagePack
from tei.model.source import LayoutKind
from tei.structure.form_rows import names_document
from tei.structure.line import Shape
from tei.structure.shapes import greeting_end, is_salutation, line_shape
from tei.structure.title_words import is_letter_heading
from tei.structure.units import Unit

_LONGEST = {True: 120, False: 40}  # characters of such a title, by whether words are set apart
_LONGEST_CALL = 20
_SHORTEST_TEXT = {True: 40, False: 12}
_ABOVE = 3  # lines among which somebody signs
_BELOW = 3  # lines among which a letter has its dateline or greets
_CLOSING = (Shape.NAME, Shape.PERSON, Shape.ROLE, Shape.PARTY, Shape.DATELINE, Shape.VALEDICTION)


def with_titles_of_letters(units: Sequence[Unit], pack: LanguagePack) -> list[Unit]:
    """The units, with the title of each further letter as a heading; that of the first too, below a title of them all."""
    found = {index for index in range(len(units)) if _is_title(units, index, pack)}
    if found and len(units) > 1 and _may_be_title(units, 1, pack) and _opens_letter(units[2:], pack):
        found.add(1)
    return [
        replace(unit, kind=LayoutKind.HEADING, level=1) if index in found else unit for index, unit in enumerate(units)
    ]


def _is_title(units: Sequence[Unit], index: int, pack: LanguagePack) -> bool:
    if index < 2 or not _may_be_title(units, index, pack):
        return False
    if not any(_is_text(unit.text, pack) for unit in units[1:index]):
        return False
    above = units[max(0, index - _ABOVE) : index]
    signed = any(line_shape(line.text, pack).shape in _CLOSING for line in above if len(line.lines) == 1)
    return signed and _opens_letter(units[index + 1 :], pack)


def _may_be_title(units: Sequence[Unit], index: int, pack: LanguagePack) -> bool:
    """Whether a line stands apart and says that it is a document, or who writes to whom."""
    unit, text = units[index], units[index].text
    plain = unit.kind in (LayoutKind.TEXT, LayoutKind.ITEM) and len(unit.lines) == 1 and unit.gap > 0
    if not plain or len(text) > _LONGEST[pack.names.spaced] or not pack.scripts:
        return False
    if text.endswith((*pack.sentence_end, ",", "，", ":", "：", ";", "；")) and not text.isupper():
        return False
    return names_document(text, pack) or is_letter_heading(unit, pack)


def _opens_letter(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether a dateline or a greeting stands among the first of `units`, and text below it."""
    for number, unit in enumerate(units[:_BELOW], 1):
        if len(unit.lines) != 1 or len(unit.text) > _LONGEST[True]:
            return number == 1 and greeting_end(unit.text, pack) > 0
        called = (
            not pack.names.spaced and unit.text.endswith(("：", ":")) and len(unit.text) <= _LONGEST_CALL
        )  # 王市长：
        if called or is_salutation(unit.text, pack) or line_shape(unit.text, pack).shape is Shape.DATELINE:
            return any(_is_text(below.text, pack) for below in units[number:])
    return False


def _is_text(text: str, pack: LanguagePack) -> bool:
    """Whether a line is a sentence of a letter's text."""
    ended = text.rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end))
    return ended and len(text) > _SHORTEST_TEXT[pack.names.spaced]
