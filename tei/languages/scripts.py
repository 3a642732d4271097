"""Writing systems: which one a text is in, and what language that may be."""

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

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
_NO_LETTERS = bytes({*range(128)} - {*string.ascii_letters.encode()})
_USUAL = re.compile(r"[\x00-\x7f\u4e00-\u9fff]+")  # ASCII and Han characters are counted as a whole


@cache
def script_of(character: str) -> str:
    """The ISO 15924 code of a letter's script; "" for what is no letter."""
    if not character.isalpha():
        return ""
    return _BY_NAME.get(unicodedata.name(character, "").split(" ")[0], "Zyyy")


@lru_cache(_REMEMBERED)
def script_weights(text: str) -> Mapping[str, int]:
    """How much of `text` is in each script, in letters of an alphabet: one Han character weighs three.

    A script that it is not in weighs 0, and is not among the keys.
    """
    ascii_ = text.encode("ascii", "ignore")
    others = "" if text.isascii() else _USUAL.sub("", text)
    weights = Counter(Latn=len(ascii_.translate(None, _NO_LETTERS)))
    weights["Hani"] = (len(text) - len(ascii_) - len(others)) * _WEIGHT["Hani"]
    for character, count in Counter(others).items():
        if script := script_of(character):
            weights[script] += count * _WEIGHT.get(script, 1)
    return +weights


def letters_weighing(weights: Mapping[str, int]) -> int:
    """How many letters have these weights."""
    return sum(weight // _WEIGHT.get(script, 1) for script, weight in weights.items())


@lru_cache(_REMEMBERED)
def main_script(text: str) -> str:
    """The script that most of `text` is in, "" when it has no letters."""
    measured = script_weights(text)
    if len(measured) <= 1:
        return next(iter(measured), "")
    weights = Counter(measured)
    if weights["Kana"] * 5 > weights["Hani"]:  # Japanese is written with both
        weights["Kana"] += weights.pop("Hani", 0)
    if weights["Hang"] > weights["Hani"]:
        weights["Hang"] += weights.pop("Hani", 0)
    return min(weights, key=lambda script: (-weights[script], script))


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


@cache
def is_traditional_only(character: str) -> bool:
    """Whether a Han character is written otherwise in simplified script and does not occur there.

    A character of GB 2312 (1980) occurs there: 后 is the simplified 後, and the traditional empress.
    """
    return not _is_in("gb2312", character) and _convert_one("t2s", character) != character


@cache
def is_simplified_only(character: str) -> bool:
    """Whether a Han character is of simplified script, in GB 2312 (1980), and not of traditional, in Big5 (1984)."""
    of_national_sets = _is_in("gb2312", character) and not _is_in("big5", character)
    return of_national_sets and _convert_one("t2s", character) == character  # 麽 is in GB 2312, and traditional


def _is_in(charset: str, character: str) -> bool:
    return script_of(character) == "Hani" and character.encode(charset, "ignore") != b""


def han_script(text: str) -> str:
    """Hans or Hant, by counting the characters of `text` that only one of the two has; "" when none decides."""
    counts = Counter(text)
    simplified = sum(map(counts.__getitem__, filter(is_simplified_only, counts)))
    traditional = sum(map(counts.__getitem__, filter(is_traditional_only, counts)))
    if simplified == traditional:
        return ""
    return "Hans" if simplified > traditional else "Hant"
