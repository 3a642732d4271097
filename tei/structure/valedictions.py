"""Valedictions: what a letter says before its signature, told by its words in whatever order they come."""

import re
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case

_WORD = re.compile(r"[^\W\d_]+(?:[.’'][^\W\d_]+)*|&c?")
_MOST_WORDS = 24
_SENTENCE = 15  # words: more of them, with a stop at the end, are a paragraph: “I avail myself of this opportunity …”
_OTHERS = 3  # one word in so many, at most, may be none of those that letters close with


def is_valediction(text: str, pack: LanguagePack) -> bool:
    """Whether the line is a valediction: by a pattern of the pack, or by its words where those are set apart.

    Nearly all words are then those that letters close with (yours, obedient, servant), one of which it has, those that
    lead to them (I remain), forms of address and small words. A name is none of these, so it does not belong to it.
    """
    if any_case(pack.valedictions).fullmatch(text):
        return True
    if not pack.letters.closings or any(map(str.isdigit, text)):
        return False
    words = _WORD.findall(text)
    if not 0 < len(words) <= _MOST_WORDS or words[0][0] == "&":
        return False
    if len(words) > _SENTENCE and text.endswith("."):
        return False
    closing = [_closes(word, pack) for word in words]
    closing[-1] = closing[-1] or words[-1].capitalize() in pack.letters.possessives
    if not any(closing):
        return False
    others = 0
    for number, word in enumerate(words):
        if closing[number] or _leads(word, pack):
            continue
        if _is_small(word, pack) and (number or sum(closing) > 1):
            continue
        named = number > 0 and words[number - 1].casefold() in pack.letters.addressing  # my dear Author
        if named and word[0].isupper():
            continue
        if not number or (word[0].isupper() and not any(closing[number:])):
            return False  # the name of who signs comes last
        others += 1
    return others * _OTHERS <= len(words) and others < sum(closing)


def _closes(word: str, pack: LanguagePack) -> bool:
    whole, stems = _vocabulary(pack.letters.closings)
    plain = word.casefold()
    return plain in whole or plain.startswith(stems)


def _leads(word: str, pack: LanguagePack) -> bool:
    whole, stems = _vocabulary(pack.letters.closing_leads)
    plain = word.casefold()
    return plain in whole or plain.startswith(stems)


def _is_small(word: str, pack: LanguagePack) -> bool:
    plain = word.casefold()
    return plain in pack.function_words or plain in pack.letters.addressing or plain in pack.names.particles


@cache
def _vocabulary(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and the beginnings of words, which are written with a star (faithful*)."""
    stems = tuple(word.rstrip("*") for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), stems
