"""The title of a document below that of the page it is on: lines of one meaning, parted by what the site says of it.

A page has a title of its own, under it who posted it and when, and then the title that the document has: in other words,
shorter or longer, about the same.
"""

import re
from collections.abc import Sequence
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.scripts import main_script
from tei.model.source import Decoded, LayoutKind
from tei.structure.closers import is_label
from tei.structure.line import Shape
from tei.structure.shapes import is_salutation, line_shape
from tei.structure.units import Unit

_DEEPEST = 4  # units from the top
_DEEPEST_SUBJECT = 40
_LONGEST = {True: 200, False: 70}  # of a title, in characters, by whether words are set apart
_SHORTEST = {True: 12, False: 6}
_SHORTEST_WORD = 4  # letters of a word that tells something
_ALIKE = 0.6  # the share of a title's words, or pairs of characters, that the page's title has too
_ALIKE_PARTED = 0.3  # the same, where something of the site stood between them


def title_below(units: Sequence[Unit], decoded: Decoded, pack: LanguagePack) -> int:
    """Which of `units` is the document's own title, below the page's in the first one; 0 where none is."""
    if not units or not _is_short(units[0], pack) or main_script(units[0].text) not in pack.scripts:
        return 0
    for index in range(1, min(_DEEPEST, len(units) - 1)):
        unit = units[index]
        if not _is_short(unit, pack):
            return 0
        between = decoded.text[units[index - 1].span.end : unit.span.start]
        parted = any(character.isalnum() for character in between)
        if is_label(unit.text) or not unit.gap or not units[index + 1].gap:
            continue
        if likeness(unit.text, units[0].text, pack) >= (_ALIKE_PARTED if parted else _ALIKE):
            return index
    return 0


def subject_of(units: Sequence[Unit], pack: LanguagePack) -> str:
    """What a memorandum or a telegram without a title says that it is about (Subject: …); "" where nothing says it."""
    for unit in units[:_DEEPEST_SUBJECT]:
        match = _subject(pack.layout.subject_labels).match(unit.text)
        if match and match.end() < len(unit.text) <= _LONGEST[True]:
            return unit.text[match.end() :].strip(" .")
    return ""


@cache
def _subject(labels: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, labels)) or "(?!)"
    return re.compile(rf"(?:{either})\s?[.]?\s?[:：]\s*(?=\S)", re.IGNORECASE)


def likeness(text: str, title: str, pack: LanguagePack) -> float:
    """The share of what `text` is made of that `title` has too: words, or pairs of characters where words are not set apart."""
    own, other = _parts(text, pack), {*_parts(title, pack)}
    return sum(part in other for part in own) / len(own) if own else 0.0


def _parts(text: str, pack: LanguagePack) -> list[str]:
    plain = text.casefold()
    if pack.names.spaced:
        return [word for word in re.findall(r"\w+", plain) if len(word) >= _SHORTEST_WORD]
    letters = "".join(character for character in plain if character.isalnum())
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


def _is_short(unit: Unit, pack: LanguagePack) -> bool:
    spaced = pack.names.spaced
    plain = unit.kind is LayoutKind.TEXT and len(unit.lines) == 1 and not is_salutation(unit.text, pack)
    ended = unit.text.endswith((*pack.sentence_end, ",", "，", ":", "：", ";", "；"))
    size = _SHORTEST[spaced] <= len(unit.text) <= _LONGEST[spaced]
    return plain and size and not ended and line_shape(unit.text, pack).shape is not Shape.DATELINE
