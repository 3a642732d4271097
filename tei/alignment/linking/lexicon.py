"""Which words of the one text may stand for which of the other: by dictionary, by likeness, by sound.

An association is a pair of tokens (as `words.tokenizer` makes them) with a weight from 0 to 1. All of them together
make the lexicon of two texts. What can be learnt from the texts themselves is added by `induction`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from anyascii import anyascii

from tei.alignment.linking.chinese import glosses
from tei.alignment.linking.words import stemmer

Association = tuple[str, str, float]

# Words of a gloss that every sentence has.
_FUNCTION_WORDS = frozenset(
    "a an the to of in on at by for with from and or be is are as it its one s sb sth etc not no into up out off over".split()
)
_LONGEST_PART = 4
# How much less a part of a word, or a single character of it, says than the word.
_PART, _CHARACTER = 0.5, 0.3
_LEAST_LIKENESS = 0.6
_KEY = 3  # words are compared when their first sounds are the same
_SAME_SOUND = [
    (re.compile(pattern), sound)
    for pattern, sound in (("ph", "f"), ("th", "t"), ("[cq]", "k"), ("y", "i"), ("[wv]", "v"), ("j", "i"), ("z", "s"))
]
_DOUBLED = re.compile(r"(.)\1+")


def has_dictionary(languages: tuple[str, str]) -> bool:
    """Whether there is a dictionary for these two languages, given by their primary subtags."""
    return languages in (("zh", "en"), ("en", "zh"))


def associations(
    source: Mapping[str, int], target: Mapping[str, int], languages: tuple[str, str], *, dictionary: bool = True
) -> Iterator[Association]:
    """Every association between two vocabularies, whose tokens are the keys; `dictionary` False: without one."""
    yield from ((token, token, 1.0) for token in source if token in target)
    if dictionary and languages == ("zh", "en"):
        yield from _by_dictionary(source, target)
    elif dictionary and languages == ("en", "zh"):
        yield from ((one, other, weight) for other, one, weight in _by_dictionary(target, source))
    yield from _by_likeness(source, target)


def _by_dictionary(chinese: Mapping[str, int], english: Mapping[str, int]) -> Iterator[Association]:
    for token in chinese:
        if token[0] == "~":
            yield from ((token, other, weight) for other, weight in _english(token[1:]).items() if other in english)


@cache
def _english(word: str) -> dict[str, float]:
    """The tokens of English words for a Chinese word, with their weights: those of its meanings, then those of its parts."""
    found: dict[str, float] = {}
    stem = stemmer("en")
    for gloss in glosses(word):
        content = [part for part in gloss if part not in _FUNCTION_WORDS]
        for part in content:
            key = "=" + stem(part)
            found[key] = max(found.get(key, 0.0), 1 / len(content))
    if len(word) > 1:
        for size in range(1, min(len(word), _LONGEST_PART + 1)):
            share = _CHARACTER if size == 1 else _PART
            for start in range(len(word) - size + 1):
                for key, weight in _english(word[start : start + size]).items():
                    found[key] = max(found.get(key, 0.0), share * weight)
    return found


def _by_likeness(source: Mapping[str, int], target: Mapping[str, int]) -> Iterator[Association]:
    """Words of alphabets that sound alike (Kommission and commission, Хрущёв and Khrushchev); 清扬 and Qingyang."""
    by_key: dict[str, list[tuple[str, str]]] = {}
    for token in target:
        if sound := _sound(token):
            by_key.setdefault(sound[:_KEY], []).append((sound, token))
    for token in source:
        sound = _sound(token)
        for other, found in by_key.get(sound[:_KEY], ()) if sound else ():
            match token[0], found[0]:
                case ("=", "="):
                    weight = likeness(sound, other)
                    if weight >= _LEAST_LIKENESS:
                        yield token, found, weight
                case ("~" | "+", "^") | ("^", "~" | "+"):
                    if sound == other:
                        yield token, found, 1.0


@cache
def _sound(token: str) -> str:
    """How a word is written in plain Latin letters that stand for one sound each; "" for a short word."""
    if token[0] not in "=~+^" or (token[0] == "~" and len(token) == 2):
        return ""
    plain = anyascii(token[1:]).casefold()
    if not plain.isalpha() or len(plain) < _KEY:
        return ""
    if token[0] == "=":
        for pattern, sound in _SAME_SOUND:
            plain = pattern.sub(sound, plain)
        plain = _DOUBLED.sub(r"\1", plain)
    return plain


def likeness(one: str, other: str) -> float:
    """The share of two words that they begin with alike, 0–1."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return 2 * shared / (len(one) + len(other))
