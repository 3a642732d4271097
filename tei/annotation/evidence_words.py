"""What words around a day say of it: whose day it is, and whether people met or a document was made on it."""

import re
from functools import cache

from tei.languages.base import LanguagePack

_SHORT_NOUN = 4  # characters of a noun that is too short to be told at the end of a longer one
_MARKS = re.compile(r"[\u064b-\u0652]")  # vowel signs of Arabic, which few write
_NEAR = 60  # characters before a day in which the document stands whose day it is


def day_of_another(before: str, pack: LanguagePack) -> bool:
    """Whether the day behind `before` is that of a document that is named there: “under the Law No. 5, of”."""
    words = re.findall(r"[^\W\d_]+", before[-_NEAR:].casefold())
    return len(words) > 1 and words[-1] in pack.layout.dating and any(_is_document(w, pack) for w in words[-4:-1])


def day_of_second(before: str, pack: LanguagePack) -> bool:
    """Whether the day behind `before`, in a title, is that of another document than the title is of.

    “Protocol to the Treaty of” names two; “Letter to the Minister of” one.
    """
    words = re.findall(r"[^\W\d_]+", before.casefold())
    return day_of_another(before, pack) and sum(_is_document(word, pack) for word in words) > 1


def stands_beside_day(before: str, pack: LanguagePack) -> bool:
    """Whether what stands before a day in its line is nothing, or names and the small words that datelines have."""
    words = re.findall(r"[^\W_][\w’'-]*", before)
    if not pack.names.spaced:
        return not words
    small = pack.dates.beside | set(pack.names.particles)
    own = all(word[0].isupper() or word.isdigit() or word.casefold() in small for word in words)
    return own and not names_document(before, pack)


def tells_occasion(sentence: str, pack: LanguagePack) -> bool:
    """Whether a sentence says that people are gathered, or that a document is signed or issued."""
    if any(pattern.search(sentence) for pattern in _compiled(pack.layout.gathered)):
        return True
    issued = any(pattern.search(sentence) for pattern in _compiled(pack.layout.issued))
    return issued and names_document(sentence, pack)


def names_document(text: str, pack: LanguagePack) -> bool:
    """Whether a text has the noun of a kind of document."""
    folded = text.casefold()
    if not pack.names.spaced:
        return any(noun in folded for noun in pack.layout.document_nouns if len(noun) > 1)
    return any(_is_document(word, pack) for word in re.findall(r"\w+", _MARKS.sub("", folded)))


def _is_document(word: str, pack: LanguagePack) -> bool:
    """Whether a word in small letters is the noun of a kind of document, or ends with one where nouns are compounded."""
    nouns = pack.layout.document_nouns
    word = next((word.removeprefix(small) for small in pack.proclitics if word.removeprefix(small) in nouns), word)
    inner = pack.names.compounds and any(word.endswith(noun) for noun in nouns if len(noun) > _SHORT_NOUN)
    return word in nouns or inner


@cache
def _compiled(expressions: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expression, re.IGNORECASE) for expression in expressions)


def in_remark(text: str, start: int) -> bool:
    """Whether what begins at `start` stands in a remark in brackets after the dateline itself: “[Received May 3]”."""
    opened = text.rfind("[", 0, start)
    return opened > 0 and any(character.isalpha() for character in text[opened:start]) and "]" not in text[opened:start]
