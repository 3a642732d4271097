"""Several articles under the citation of one page of a newspaper: where each begins, and how many lines of head it has.

Short lines in a text may be crossheads of one article. They begin articles where two parts of the page at least open or
close as articles and letters do, or where markup or a printed sign sets them alike.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tei.languages.base import LanguagePack
from tei.languages.patterns import as_written
from tei.model.source import LayoutKind
from tei.structure.line import Shape
from tei.structure.parts import Part
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.title_words import article_like
from tei.structure.units import Unit

_LONGEST = {True: 90, False: 40}  # characters of a headline, by whether words are set apart
_MOST_LINES = 4  # of the head of an article
_LONGEST_LEAD = 60  # characters of a place and a day that a report begins with
_LEAD_END = re.compile(r"\.\s?[—–-]|\s?[—–]\s?|[:.]\s|\s-\s")
_SIGN = re.compile(r"[●○◎◉■□◆◇▲△★☆▼▽※⊙]")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_FEWEST_REPORTS = 3  # without heads
_NO_HEAD = (Shape.DATELINE, Shape.MARK, Shape.VALEDICTION)
_PEOPLE = (Shape.NAME, Shape.PERSON, Shape.ROLE, Shape.PARTY)


def articles_of(units: Sequence[Unit], pack: LanguagePack) -> list[Part]:
    """The articles that `units`, the text of a newspaper's page, are; none where it cannot be told that they are several."""
    starts = _heads(units, pack)
    if len(starts) < 2:
        reports = [index for index, unit in enumerate(units) if _is_report(unit.text, pack)]
        starts = [(index, 0) for index in reports] if len(reports) >= _FEWEST_REPORTS else []
    found = [Part(start, end, heads) for (start, heads), (end, _) in pairwise([*starts, (len(units), 0)])]
    above = units[: found[0].start] if found else ()
    if not found or len(above) > 1 or not all(_is_headline(unit, pack) for unit in above):
        return []
    if not (_are_set_alike(units, found) or _open_or_close(units, found, pack) > 1):
        return []
    return found


def _heads(units: Sequence[Unit], pack: LanguagePack) -> list[tuple[int, int]]:
    """Where heads of articles stand, and how many lines each has: text comes directly after."""
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(units) - 1:
        count = 0
        while count < _MOST_LINES and index + count < len(units) - 1 and _is_headline(units[index + count], pack):
            count += 1
        while index and count > 1 and _may_sign(units[index], pack):  # it belongs to the article above
            index, count = index + 1, count - 1
        if count and _is_text(units[index + count :], pack):
            found.append((index, count))
        index += max(count, 1)
    return found


def _may_sign(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a line can be a signature rather than a line of a head in capitals."""
    return line_shape(unit.text, pack).shape in _PEOPLE and not unit.text.isupper()


def _is_headline(unit: Unit, pack: LanguagePack) -> bool:
    text = unit.text.strip()
    if unit.kind is LayoutKind.HEADING:
        return not article_like(text, pack)
    if unit.kind is not LayoutKind.TEXT or len(unit.lines) != 1 or not 0 < len(text) <= _LONGEST[pack.names.spaced]:
        return False
    if _SIGN.match(text):
        return not text.endswith(tuple(pack.sentence_end))
    ended = text.endswith((*pack.sentence_end, ",", "，", ":", "：", ";", "；", "、"))
    shouted = text.isupper() and text.endswith(".")
    if (ended and not shouted) or text[:1].islower() or is_salutation(text, pack) or article_like(text, pack):
        return False
    shape = line_shape(text, pack).shape
    return shape not in _NO_HEAD and not (shape in _PEOPLE and _INITIAL.search(text))


def _is_text(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units` begin with running text, the dateline of a report, or the greeting of a letter."""
    unit = units[0]
    if is_salutation(unit.text, pack) or line_shape(unit.text, pack).shape is Shape.DATELINE:
        return len(units) > 1
    ended = unit.text.rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end))
    return unit.kind is LayoutKind.TEXT and (ended or len(unit.text) > _LONGEST[pack.names.spaced])


def _are_set_alike(units: Sequence[Unit], articles: Sequence[Part]) -> bool:
    """Whether the heads are headings of one level, or begin with one printed sign."""
    heads = [units[article.start] for article in articles if article.heads]
    if len(heads) < max(2, len(articles)):
        return False
    levels = {unit.level for unit in heads if unit.kind is LayoutKind.HEADING}
    signs = {unit.text[0] for unit in heads if _SIGN.match(unit.text)}
    marked = all(unit.kind is LayoutKind.HEADING for unit in heads) and len(levels) == 1
    return marked or (len(signs) == 1 and all(_SIGN.match(unit.text) for unit in heads))


def _open_or_close(units: Sequence[Unit], articles: Sequence[Part], pack: LanguagePack) -> int:
    """How many of the articles open as a report or a letter does, or end with who signs them."""
    return sum(
        _opens(units[article.start + article.heads : article.end], pack)
        or _is_signed(units[article.start + article.heads : article.end], pack)
        for article in articles
    )


def _opens(units: Sequence[Unit], pack: LanguagePack) -> bool:
    first = units[0].text
    dated = line_shape(first, pack).shape is Shape.DATELINE
    return dated or is_salutation(first, pack) or _is_report(first, pack)


def _is_signed(units: Sequence[Unit], pack: LanguagePack) -> bool:
    shapes = [line_shape(unit.text, pack) for unit in units[1:][-2:] if len(unit.lines) == 1]
    return any(
        shape.shape is Shape.PERSON or (shape.shape is Shape.NAME and shape.certainty >= 0.7) for shape in shapes
    )


def _is_report(text: str, pack: LanguagePack) -> bool:
    """Whether a paragraph begins with the place and day of a report, or with who sent it: Lisbon, May 3.—, 【本报讯】."""
    if as_written(pack.layout.news_leads).match(text) is not None:
        return True
    ends = (match.start() for match in _LEAD_END.finditer(text, 0, _LONGEST_LEAD))
    shapes = (line_shape(text[:end].strip(), pack) for end in ends if end and len(text) > 2 * end)
    return any(shape.shape is Shape.DATELINE and shape.marks for shape in shapes)
