"""Finding known names in running text, in time that does not grow with their number."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from tei.annotation.mentions import name_key
from tei.languages.base import LanguagePack
from tei.languages.people_unspaced import comparable, role_ends, role_nouns
from tei.languages.scripts import script_of, to_simplified

_NEAR = 8  # how far from a name an office beside it may reach, in characters
_WORD = re.compile(r"[\w&][\w.&'’-]*")
_ENDS = ".,'’-"
_BEGINNING = 4  # characters of a word that are looked up before the words behind it are
_REMEMBERED = 64  # texts: each is asked for three kinds of names


class NameFinder:
    """Finds names of one `kind` (person, place, org) by their keys, the longest one at each place."""

    def __init__(self, keys: Collection[str], kind: str, pack: LanguagePack) -> None:
        self._kind = kind
        self._pack = pack
        self._keys = frozenset(key for key in keys if _long_enough(key, kind, pack))
        self._words = max((len(key.split()) for key in self._keys), default=0)
        self._beginnings = frozenset(key[:size] for key in self._keys for size in range(2 * _BEGINNING + 1))
        self._sizes: dict[str, list[int]] = {}
        for size, first in sorted({(len(key), key[0]) for key in self._keys}, reverse=True):
            self._sizes.setdefault(first, []).append(size)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in `text`, in order and not overlapping."""
        if not self._keys:
            return iter(())
        return self._find_spaced(text) if self._pack.names.spaced else self._find_unspaced(text)

    def _find_spaced(self, text: str) -> Iterator[tuple[int, int]]:
        """Names are whole words, and their first letter is a capital."""
        words, capitals = _words_of(text)
        past = 0
        for index, beginning in capitals:
            if index < past or beginning not in self._beginnings:
                continue
            start = words[index][0]
            found = next((n for n in range(self._words, 0, -1) if self._is_name(text, words, index, n)), 0)
            if found:
                yield start, self._end(text, start, words[index + found - 1][1])
                past = index + found

    def _is_name(self, text: str, words: list[tuple[int, int]], index: int, count: int) -> bool:
        if index + count > len(words):
            return False
        start, end = words[index][0], words[index + count - 1][1]
        return name_key(text[start:end], self._pack) in self._keys

    def _end(self, text: str, start: int, end: int) -> int:
        """The end of a name without a full stop that closes the sentence."""
        while end > start and text[end - 1] in _ENDS and name_key(text[start : end - 1], self._pack) in self._keys:
            end -= 1
        return end

    def _find_unspaced(self, text: str) -> Iterator[tuple[int, int]]:
        plain = to_simplified(text)
        past = 0
        for index in [index for index, character in enumerate(plain) if character in self._sizes]:
            if index < past:
                continue
            for size in self._sizes[plain[index]]:
                if plain[index : index + size] in self._keys:
                    past = index + size
                    if self._is_whole(plain, index, past):
                        yield index, past
                    break

    def _is_whole(self, plain: str, start: int, end: int) -> bool:
        if self._kind == "person" and end - start <= 2:
            return _stands_apart(plain, start, end, self._pack)
        return self._kind != "org" or not _cuts_office(plain, end, self._pack)


@lru_cache(_REMEMBERED)
def _words_of(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, str]]]:
    """Where the words of `text` stand; and the numbers of those with a capital, with what their key begins with."""
    words = [match.span() for match in _WORD.finditer(text)]
    capitals = [
        (index, text[start : min(start + _BEGINNING, end)].replace("’", "'").casefold().rstrip(" .,;:"))
        for index, (start, end) in enumerate(words)
        if text[start].isupper()
    ]
    return words, capitals


def _long_enough(key: str, kind: str, pack: LanguagePack) -> bool:
    """Whether a name is long enough not to be found inside other words."""
    if pack.names.spaced:
        return len(key) > 3 and (kind != "org" or " " in key)
    return len(key) >= (3 if kind == "org" else 2)


def _stands_apart(plain: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a name of two characters stands apart: at a border of the text, punctuation, or beside an office."""
    before, after = plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR]
    if script_of(before[-1:] or " ") == "Hani" and len(before) not in role_ends(before, pack):
        return False
    titles = comparable(pack.names.ranks), comparable(pack.names.role_heads)
    return script_of(after[:1] or " ") != "Hani" or any(map(after.startswith, titles))


def _cuts_office(plain: str, end: int, pack: LanguagePack) -> bool:
    """Whether a name that ends at `end` would end inside the noun of an office (外交部 in 外交部长)."""
    longest = _longest(pack.names.role_heads)
    start = max(0, end - longest)
    nouns = role_nouns(plain[start : end + longest], pack)
    return any(stop - size < end - start < stop for stop, size in nouns)


@cache
def _longest(words: tuple[str, ...]) -> int:
    return max(map(len, words), default=0)
