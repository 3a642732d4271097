"""What tells a letter that has no usual greeting: who speaks in it, and, where words are not set apart, to whom."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from tei.languages.base import LanguagePack
from tei.model.source import LayoutKind
from tei.structure.self_names import own_name
from tei.structure.shapes import is_salutation
from tei.structure.units import Unit

_LONGEST_GREETING = 10  # characters of a name and a colon
_FIRST = re.compile(r"\w{2,6}(?=[\s、，])")  # the first word of a paragraph
_COLONS = (":", "：")
_QUOTED = re.compile(r"[“「『《][^“”「」『』《》]{0,400}[”」』》]")
_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN = 2  # words of the first person that make a text a personal one
_SHORTEST_TEXT = 15  # characters of the paragraph below a greeting


def is_personal(units: Sequence[Unit], pack: LanguagePack) -> bool:
    """Whether a text says I and you, outside of what it quotes; where words are set apart, whether it says I twice."""
    words = pack.letters
    if pack.names.spaced:
        said = Counter(chain.from_iterable(_WORD.findall(unit.text) for unit in units))
        return sum(count for word, count in said.items() if word.casefold() in words.selves) >= _SPOKEN
    return _says(units, words.selves) and _says(units, words.others)


def _says(units: Sequence[Unit], words: tuple[str, ...]) -> bool:
    """Whether a text has one of the words outside of what it quotes."""
    search = _any_of(words).search
    return any(search(unit.text) is not None and search(_QUOTED.sub("", unit.text)) is not None for unit in units)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)")


def greets_in_text(unit: Unit, pack: LanguagePack) -> bool:
    """Whether a paragraph begins with a word that is a greeting by itself: 拝復　御書面…."""
    first = _FIRST.match(unit.text) if not pack.names.spaced else None
    return first is not None and is_salutation(first.group(), pack)


def greets_by_place(units: Sequence[Unit], index: int, pack: LanguagePack) -> bool:
    """Whether a line is the greeting of a letter by its place: a name with a colon, above the first paragraph of one.

    Nothing else tells it from a label (内容：); so the text must say you.
    """
    unit = units[index]
    bare = unit.text.rstrip("".join(_COLONS) + " ")
    short = unit.kind is LayoutKind.TEXT and len(unit.lines) == 1 and len(unit.text) <= _LONGEST_GREETING
    if pack.names.spaced or not short or not unit.text.endswith(_COLONS) or index + 1 >= len(units):
        return False
    below = units[index + 1]
    prose = len(below.text) >= _SHORTEST_TEXT and any(stop in below.text for stop in pack.sentence_end)
    above = any(
        len(before.text) >= _SHORTEST_TEXT and before.text.endswith(tuple(pack.sentence_end))
        for before in units[:index]
    )
    named = own_name(bare, pack, single=True) is not None or is_salutation(unit.text, pack)
    return prose and not above and named and _says(units[index + 1 :], pack.letters.others)
