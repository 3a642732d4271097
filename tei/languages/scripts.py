"""Writing systems: which one a text is in, and what language that may be."""

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from tei.languages.han_characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY

# ISO 15924 codes by the first word of a character's Unicode name; scripts that are not here count as "Zyyy".
_BY_NAME = {
    "LATIN": "Latn", "CJK": "Hani", "HIRAGANA": "Kana", "KATAKANA": "Kana", "HANGUL": "Hang", "CYRILLIC": "Cyrl",
    "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "THAI": "Thai", "DEVANAGARI": "Deva", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "BENGALI": "Beng", "TAMIL": "Taml", "LAO": "Laoo", "KHMER": "Khmr", "MONGOLIAN": "Mong",
    "TIBETAN": "Tibt", "MYANMAR": "Mymr", "ETHIOPIC": "Ethi", "FULLWIDTH": "Latn",
    "KATAKANA-HIRAGANA": "Kana", "IDEOGRAPHIC": "Hani",
}  # fmt: skip

# How many letters of an alphabet say about as much as one character of these scripts.
_WEIGHT = {"Hani": 3, "Kana": 2, "Hang": 2}
_REMEMBERED = 512  # texts: each is asked about several times, and soon again


@cache
def script_of(character: str) -> str:
    """The ISO 15924 code of a letter's script; "" for what is no letter."""
    if not character.isalpha():
        return ""
    return _BY_NAME.get(unicodedata.name(character, "").split(" ")[0], "Zyyy")


def script_weights(text: str) -> Counter[str]:
    """How much of `text` is in each script, in letters of an alphabet: one Han character weighs three."""
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return Counter({"Latn": letters} if letters else {})
    weights: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if script := script_of(character):
            weights[script] += count * _WEIGHT.get(script, 1)
    return weights


@lru_cache(_REMEMBERED)
def main_script(text: str) -> str:
    """The script that most of `text` is in, "" when it has no letters."""
    weights = script_weights(text)
    if weights["Kana"] * 5 > weights["Hani"]:  # Japanese is written with both
        weights["Kana"] += weights.pop("Hani", 0)
    if weights["Hang"] > weights["Hani"]:
        weights["Hang"] += weights.pop("Hani", 0)
    return min(weights, key=lambda script: (-weights[script], script)) if weights else ""


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC  # costs 20 ms: only texts in Han characters need it

    return OpenCC(name)


def to_simplified(text: str) -> str:
    """`text` with each traditional character simplified, one for one, by OpenCC's `t2s` with its phrases."""
    return _convert("t2s", text)


def to_traditional(text: str) -> str:
    """`text` with each simplified character made traditional, one for one, by OpenCC's `s2t` with its phrases."""
    return _convert("s2t", text)


@lru_cache(_REMEMBERED)
def _convert(name: str, text: str) -> str:
    if text.isascii():
        return text
    converted: str = _converter(name).convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(c if len(d := _convert_one(name, c)) != 1 else d for c in text)


@cache
def _convert_one(name: str, character: str) -> str:
    converted: str = _converter(name).convert(character)
    return converted


def is_traditional_only(character: str) -> bool:
    """Whether a Han character is written otherwise in simplified script and does not occur there."""
    return character in TRADITIONAL_ONLY


def is_simplified_only(character: str) -> bool:
    """Whether a Han character is written otherwise in traditional script and does not occur there."""
    return character in SIMPLIFIED_ONLY


def han_script(text: str) -> str:
    """Hans or Hant, by counting the characters of `text` that only one of the two has; "" when none decides."""
    counts = Counter(text)
    simplified = sum(n for c, n in counts.items() if c in SIMPLIFIED_ONLY)
    traditional = sum(n for c, n in counts.items() if c in TRADITIONAL_ONLY)
    if simplified == traditional:
        return ""
    return "Hans" if simplified > traditional else "Hant"
