"""Years given in two counts, of which one is put aside without moving a character: 1914(大正3)年, 民國六年（一九一七年）五月.

The patterns for dates then need to know nothing of the brackets between the parts of a date.
"""

import re
from functools import cache

from tei.languages.base import DateWords

_LONGEST_NAME = 6  # characters of the name of a count: 西暦, 中華民國


def fold_double_years(text: str, words: DateWords) -> str:
    """`text` with spaces for the second of two years that stand beside each other, in brackets, inside a date."""
    if words.spaced or not ("(" in text or "（" in text):
        return text
    for pattern in _patterns(words):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


@cache
def year_signs(words: DateWords) -> tuple[str, ...]:
    """What stands behind the number of a year, where words are not set apart: 年."""
    return () if words.spaced else tuple(dict.fromkeys(re.findall(r"\{year\}(\w)", " ".join(words.templates))))


@cache
def _patterns(words: DateWords) -> tuple[re.Pattern[str], ...]:
    """Brackets between the number of a year and the sign for year; brackets between that sign and a month."""
    figures = "0-9" + "".join(map(re.escape, (*words.numerals, *words.units, *words.first_years)))
    found = []
    for year, month in dict.fromkeys(re.findall(r"\{year\}(\w)\s?\{month\}(\w)", " ".join(words.templates))):
        gloss = rf"[(（]\s*[^\W\d_]{{0,{_LONGEST_NAME}}}?\s*[{figures}]{{1,4}}\s*{year}?\s*[)）]"
        found.append(re.compile(rf"(?<=[{figures}])\s?{gloss}(?=\s?{year})"))
        found.append(re.compile(rf"(?<={year})\s?{gloss}(?=\s?[{figures}]{{1,3}}\s?{month})"))
    return tuple(found)
