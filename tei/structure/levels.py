"""Which units of a text are headings, and of which level: marked as such, in bold, labels of articles, or by their place.

A line that the source marks in no way is a heading between two paragraphs where it is short and no sentence, what stands
above it has ended, and a text that is much longer stands below it.
"""

import re
from collections.abc import Mapping, Sequence

from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case
from tei.model.source import LayoutKind
from tei.structure.line import Shape
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.title_words import NAMED, article_like, capitals, has_verb, is_letter_heading, is_number, kind_weight
from tei.structure.units import Unit

# Below every Markdown heading: a line in bold, one that is a heading by its place, the label of an article.
BY_PLACE = 7
OF_ARTICLE = 8
_TITLE_OF_ARTICLE = re.compile(r"\s*(?:[【（(〔［\[][^【】（）()〔〕［］\[\]]{1,40}[】）)〕］\]]\s*){1,2}$")
_CLOSING_BRACKETS = tuple("】）)〕］]")
_LONGEST = {True: 110, False: 40}  # characters of a heading by its place, by whether words are set apart
_LONGEST_PLAIN = {True: 80, False: 20}  # of one that nothing else tells
_TEXT = {True: 90, False: 30}  # of a paragraph above or below it
_SOME_TEXT = {True: 45, False: 16}
_LONGER = 2.0  # how much longer than it is what stands below it
_BRACKETS = re.compile(r"[【〔\[［〖](?P<inside>[^【】〔〕\[\]［］〖〗]+)[】〕\]］〗]")
_OPEN_ENDS = (",", "，", "、", ":", "：", ";", "；", "-", "–", "—", "…")
_NEVER = (Shape.DATELINE, Shape.MARK, Shape.VALEDICTION)
_OF_CLOSERS = (Shape.NAME, Shape.PERSON, Shape.ROLE, Shape.PARTY)


def heading_levels(units: Sequence[Unit], pack: LanguagePack) -> list[int]:
    """For each of `units` the level of the heading that it is, 0 where it is none."""
    heads = [heads_by_place(units, index, pack) for index in range(len(units))]
    if any(heads):  # where there is one, there are others, with less text below them
        heads = [own or heads_by_place(units, index, pack, text=_SOME_TEXT) for index, own in enumerate(heads)]
    return [_level(unit, pack) or BY_PLACE * head for unit, head in zip(units, heads, strict=True)]


def _level(unit: Unit, pack: LanguagePack) -> int:
    if unit.kind is LayoutKind.HEADING:
        return unit.level
    if unit.bold and not unit.text.endswith((*pack.sentence_end, ":", "：", ",")):
        shape = line_shape(unit.text, pack)
        word = shape.shape is Shape.NAME and shape.certainty <= 0.5  # one word can be anything
        return BY_PLACE if word or shape.shape is Shape.OTHER else 0
    return OF_ARTICLE if article_number(unit.text, pack) else 0


def heads_by_place(units: Sequence[Unit], index: int, pack: LanguagePack, *, text: Mapping[bool, int] = _TEXT) -> bool:
    """Whether one of `units` is a heading that nothing but its place and shape tells.

    One in brackets, in capitals, or that names a kind of document or who writes to whom needs a text below it only;
    any other one stands between two paragraphs.
    """
    unit, above, below = units[index], units[index - 1 : index], units[index + 1 : index + 2]
    line = unit.text.strip()
    if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1 or not below or not pack.scripts:
        return False
    if len(line) > _LONGEST[pack.names.spaced] or line[:1].islower() or line[:1] in "(（":
        return False
    if is_number(line) or not any(map(str.isalpha, line)) or is_salutation(line, pack) or has_verb(line, pack):
        return False
    tells = _tells(unit, pack)
    shape = line_shape(line, pack).shape
    if shape in _NEVER or (shape in _OF_CLOSERS and not tells):
        return False
    ended = line.rstrip(pack.closing_marks).endswith((*pack.sentence_end, *_OPEN_ENDS))
    if (ended and not is_letter_heading(unit, pack)) or not _is_text(
        below[0], pack, max(_LONGER * len(line), text[pack.names.spaced])
    ):
        return False
    if not above or not above[0].text.rstrip(pack.closing_marks).endswith((*pack.sentence_end, ":", "：")):
        return False
    between = _is_paragraph(above[0], pack, text[pack.names.spaced]) and bool(unit.gap) == bool(below[0].gap)
    return tells or (between and len(line) <= _LONGEST_PLAIN[pack.names.spaced])


def _tells(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a line looks like a heading wherever it stands."""
    text = unit.text.strip()
    bracketed = _BRACKETS.fullmatch(text) is not None
    return bracketed or capitals(text) == 1.0 or kind_weight(text, pack) >= NAMED or is_letter_heading(unit, pack)


def _is_text(unit: Unit, pack: LanguagePack, least: float) -> bool:
    """Whether what stands below a heading is a text: a paragraph that goes on with nothing, or an article."""
    return not unit.text[:1].islower() and (_is_paragraph(unit, pack, least) or article_like(unit.text, pack))


def _is_paragraph(unit: Unit, pack: LanguagePack, least: float) -> bool:
    """Whether a unit is a paragraph of prose: long, with a stop in it."""
    text = unit.text
    return unit.kind is LayoutKind.TEXT and len(text) >= least and any(mark in text for mark in pack.sentence_end)


def article_number(text: str, pack: LanguagePack) -> str:
    """The number in a line that is nothing but the label of an article (“ARTICLE IV.”, 第四条), else "".

    A sign may stand before it, and its title in brackets behind it: ●第四条【原則】.
    """
    label = text.strip(" *_.:●■◆▲○◎□▼▽△◇★☆・")
    if label.rstrip().endswith(_CLOSING_BRACKETS):
        label = _TITLE_OF_ARTICLE.sub("", label, count=1).rstrip(" *_.:")
    match = any_case(pack.article_labels).fullmatch(label)
    return match["n"] if match else ""
