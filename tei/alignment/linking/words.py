"""What a segment says, as a set of countable tokens: word stems, Chinese words, numbers, dates.

A token is a string with its class in front: `#` a number by its significant digits, `@` a date in ISO 8601, `=` a stem
or word of an alphabet, `^` a capitalised one as it stands, `~` a word in Han characters, simplified, and `+` two single
characters side by side, as in a name.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from tei.alignment.features import has_number, number_anchors
from tei.alignment.linking.chinese import words_with
from tei.languages import pack_for
from tei.languages.dates import find_dates
from tei.languages.scripts import to_simplified

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇]+")
_WORD = re.compile(
    r"[^\W\d_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[\u30a0-\u30ff]{2,}"
)

# Snowball calls its stemmers by English names.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali",
    "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def tokenizer(lang: str, *, names: bool = False) -> Callable[[str], list[str]]:
    """A function that gives the tokens of a text in the language with this BCP 47 tag.

    With `names` a capitalised word gives a `^` too: what may be a Chinese name in Latin letters.
    """
    code = lang.partition("-")[0].lower()
    stem, dates = stemmer(code), pack_for(code).dates

    def tokens(text: str) -> list[str]:
        plain = unicodedata.normalize("NFKC", text)
        found: list[str] = []
        if has_number(plain):
            found += [f"@{match.when}" for match in find_dates(plain, dates) if match.when]
            found += number_anchors(plain)
        found += ["=" + stem(word) for word in _WORD.findall(plain.casefold())]
        if names:
            found += ["^" + word.casefold() for word in _WORD.findall(plain) if word[0].isupper() and len(word) > 2]
        for run in () if plain.isascii() else _HAN.findall(plain):
            parts = split_words(to_simplified(run)) if code == "zh" else list(to_simplified(run))
            found += ["~" + word for word in parts]
            found += ["+" + one + two for one, two in pairwise(parts) if len(one) == len(two) == 1]
        return found

    return tokens


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """The stems of words in small letters of the language `code`; the words themselves where it has no stemmer.

    A form that no rule derives (“children”) has the stem of the word that dictionaries have.
    """
    if code not in _STEMMERS:
        return str
    from snowballstemmer import stemmer as snowball  # loaded only when something is aligned

    stem = snowball(_STEMMERS[code]).stemWord
    words = map(str.split, pack_for(code).irregular_forms)
    usual = {form: first for first, *others in words for form in others}
    return cache(lambda word: stem(usual.get(word, word)))


def split_words(run: str) -> list[str]:
    """The words of a Chinese `run` by longest match from the left; what begins no known word is one by itself."""
    found: list[str] = []
    start = 0
    while start < len(run):
        for word in words_with(run[start]).get(run[start + 1 : start + 2], ()):
            if run.startswith(word, start):
                break
        else:
            word = run[start]
        found.append(word)
        start += len(word)
    return found
