"""Short lines between a title and its text that are no sentences: a subtitle, a number, a register, where it was said."""

import re
from collections.abc import Sequence

from tei.languages.base import LanguagePack
from tei.model.source import LayoutKind
from tei.structure.line import Shape
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.title_words import article_like
from tei.structure.units import Unit

_MOST = 30  # lines; the register of a telegram may have as many
_LONGEST = {True: 90, False: 40}  # characters, by whether words are set apart
_TEXT = 1.5  # times as long as the longest of them is the text
_RUNS_ON = (",", "，", "、", ";", "；", ":", "：", "-", "—", "–", "…", "·")
_LABEL = re.compile(r"(?P<label>[^:：]{1,30}?)\s*[:：]")
_MARKED = re.compile(r"[\[(（【]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十甲乙丙丁]{1,3})[.)）、．】\]]")


def front_lines(units: Sequence[Unit], pack: LanguagePack) -> int:
    """How many of `units` are such lines: a text must follow, and each stands by itself and could not begin it.

    None where the lines are of a list, a letter, a poem or a signature: then nothing longer follows, or not directly.
    """
    count = 0
    for unit in units[:_MOST]:
        if not _stands_alone(unit, pack):
            break
        count += 1
    while count and count < len(units) and units[count].text[:1].islower():
        count -= 1  # the next line goes on with this one
    if not count or count >= len(units) or units[count].kind not in (LayoutKind.TEXT, LayoutKind.ITEM):
        return 0
    below = units[count].text
    if article_like(below, pack):
        return count
    longest = max(len(unit.text) for unit in units[:count])
    return count if len(below) >= _TEXT * longest and _is_prose(below, pack) else 0


def _stands_alone(unit: Unit, pack: LanguagePack) -> bool:
    text = unit.text.strip()
    if unit.kind is not LayoutKind.TEXT or not unit.lines or len(text) > _LONGEST[pack.names.spaced]:
        return False
    ended = text.rstrip(pack.closing_marks).endswith((*pack.sentence_end, *_RUNS_ON)) or text.endswith(_RUNS_ON)
    if ended or text[:1].islower() or _MARKED.match(text) or article_like(text, pack):
        return False
    label = _LABEL.match(text)
    if label and label["label"].casefold() in (*pack.letters.sender_labels, *pack.letters.recipient_labels):
        return False  # who writes to whom
    return not is_salutation(text, pack) and line_shape(text, pack).shape not in (Shape.VALEDICTION, Shape.MARK)


def _is_prose(text: str, pack: LanguagePack) -> bool:
    """Whether a text is one of sentences: long, and with a stop in it."""
    return len(text) > _LONGEST[pack.names.spaced] and any(mark in text for mark in (*pack.sentence_end, ",", "，"))
