"""Where the title of a document stands below other short lines, or runs over several: it opens with what the document is.

“TREATY / of friendship between … / and …”, under the number, the parties and the register of a series of treaties.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from tei.languages.base import LanguagePack
from tei.languages.correspondence import read_heading
from tei.languages.patterns import any_case
from tei.model.source import LayoutKind
from tei.structure.closers import is_label
from tei.structure.line import Shape
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.units import Unit

_DEEPEST = 16  # units above which a title begins
_LONGEST_LINE = {True: 240, False: 80}  # of a title, in characters; by whether words are set apart
_LONGEST_TITLE = {True: 420, False: 120}
_MOST_LINES = 8
_REMARK = re.compile(r"\s*[(（【\[][^()（）【】\[\]]{1,30}[)）】\]]\s*$")
_LONGEST_ALONE = 30  # characters, where words are not set apart
_SURE = 0.8  # of a heading that says who writes to whom
_KINDS = (
    "treaty",
    "joint statement",
    "communiqué",
    "statement",
    "memorandum",
    "minutes",
)  # letters and telegrams open otherwise
_LETTERS = ("telegram", "letter", "note")
_NUMBER = re.compile(r"^(?:(?:no|nr|№)?\.?\s?\d{1,4}\s?[.)]?\s+)", re.IGNORECASE)
_FIELD = re.compile(r"[^\s:：]{1,20}(?: [^\s:：]{1,20}){0,2}\s?[:：]\s?\S")


def title_range(units: Sequence[Unit], pack: LanguagePack) -> tuple[int, int]:
    """The first title that names the kind of its document, as a range of `units`; (0, 0) where there is none such.

    All that stands above it is short, and neither a greeting nor a sentence; of several, the last one is it, since
    a cover names the document too.
    """
    found = (0, 0)
    start = 0
    while start < min(len(units), _DEEPEST):
        lines = [units[start], *takewhile(lambda unit: _goes_on(unit, pack), units[start + 1 : start + _MOST_LINES])]
        lines = lines if pack.names.spaced else _title_in(lines, pack)
        if 0 < start < len(units) - 1 and is_letter_heading(units[start], pack):
            lines = lines[:1]
            found = found if any(is_label(unit.text) for unit in units[:start]) else (start, start + 1)
        elif _names_kind(lines, pack) and start + len(lines) < len(units):
            found = (start, start + len(lines))
        if any(_is_text(unit, pack) for unit in lines):
            break
        start += len(lines)
    return found


def as_one(units: Sequence[Unit]) -> Unit:
    """The lines of a title as one unit."""
    lines = tuple(line for unit in units for line in unit.lines)
    return replace(units[0], lines=lines, span=units[0].span.cover(units[-1].span))


def announced_title(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units` begin with a title that stands by itself, of a kind of document or of a letter."""
    first = units[0]
    alone = len(units) > 1 and first.gap > 0 and units[1].gap > 0 and len(first.lines) == 1
    alone = alone and (pack.names.spaced or len(first.text) <= _LONGEST_ALONE)  # a longer one may be a torn sentence
    return alone and (_names_kind(units[:1], pack, (*_KINDS, *_LETTERS)) or is_letter_heading(first, pack))


def begins_document(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether `units`, below the closer of one document, begin another one: with a title of its kind, and text below it."""
    if len(units) < 2 or units[1].kind is LayoutKind.HEADING:
        return False
    return _names_kind(units[:1], pack) and line_shape(units[0].text, pack).shape not in (Shape.DATELINE, Shape.PARTY)


def is_letter_heading(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a line says who writes to whom, as the title of a letter does."""
    if unit.kind is LayoutKind.TABLE or len(unit.lines) != 1 or unit.text.endswith((":", "：", ",", "，", "。")):
        return False
    heading = read_heading(unit.text, pack)
    both = heading is not None and heading.sender is not None and heading.recipient is not None
    return both and heading is not None and heading.certainty >= _SURE


def _title_in(lines: Sequence[Unit], pack: LanguagePack) -> list[Unit]:
    """The lines that a title takes of those that stand together: up to the last one that ends with a kind of document."""
    plain = [count for count, line in enumerate(lines, 1) if line.text[:1] not in "(（"]
    ends = [count for count in plain if _names_kind(lines[:count], pack)]
    return list(lines[: ends[-1]]) if ends else list(lines)


def _goes_on(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a line stands directly below another and is no dateline."""
    return not unit.gap and not (len(unit.lines) == 1 and line_shape(unit.text, pack).shape is Shape.DATELINE)


def _is_text(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a unit is none of the short lines that stand above a title."""
    numbered = unit.kind is LayoutKind.ITEM and _NUMBER.match(unit.text) is not None and not unit.level
    if not (unit.kind is LayoutKind.TEXT or numbered) or not unit.lines or is_salutation(unit.text, pack):
        return True
    spaced = pack.names.spaced
    ended = unit.text.endswith(tuple(pack.sentence_end)) and (_has_verb(unit.text, pack) or not spaced)
    ended = ended or unit.text.endswith((":", "："))  # the full text follows:
    return ended or len(unit.text) > _LONGEST_LINE[spaced] or any_case(pack.article_labels).match(unit.text) is not None


def _names_kind(lines: Sequence[Unit], pack: LanguagePack, kinds: tuple[str, ...] = _KINDS) -> bool:
    """Whether lines that stand together are a title: they open with a word for one of the kinds of document.

    Where words are not set apart, they end with it.
    """
    if any(_is_text(unit, pack) or _FIELD.match(unit.text) for unit in lines) or not pack.scripts:
        return False
    text = " ".join(unit.text for unit in lines)
    if len(text) > _LONGEST_TITLE[pack.names.spaced] or line_shape(lines[-1].text, pack).shape is Shape.DATELINE:
        return False
    if text.endswith((",", "，", ":", "：", ";", "；", "。", "、")) or (text.endswith(".") and _has_verb(text, pack)):
        return False
    if not pack.names.spaced:
        return _words_for(kinds, pack)[1].search(_REMARK.sub("", text).rstrip("）)」》 ")) is not None
    first = _NUMBER.sub("", text, count=1)
    return _words_for(kinds, pack)[0].match(first) is not None and not first[:1].islower()


def _has_verb(text: str, pack: LanguagePack) -> bool:
    """Whether a line has a word that sentences have and titles have not; in small letters, since May is a month."""
    return any(word.strip(",.;:") in pack.layout.finite_words for word in text.split())


@cache
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    either = "|".join(re.escape(word.strip()) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:{either})\b", re.IGNORECASE), re.compile(rf"(?:{either})$")


def _words_for(kinds: tuple[str, ...], pack: LanguagePack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _patterns(tuple(word for kind in kinds for word in pack.genres.get(kind, ())))
