"""Whether a text can hold a date at all: a question that costs little, asked before the text is read for dates.

A date is one by its year: in four figures, in words, of an era, or by a word that points at the document's own. A day
of no year has its number, in figures or in words beside the name of a month.
"""

import re
from dataclasses import dataclass
from functools import cache

from tei.languages.base import DateWords
from tei.languages.number_words import month_names

_HUNDRED = 100  # a year in words has a piece that says so much: nineteen hundred, mil novecientos
_FIELD = re.compile(r"\{(year|reign|counted|recent|month)\}(\w?)")  # and the sign behind it: 年


@dataclass(frozen=True, slots=True)
class _Signs:
    """Of a text with a year `figures` matches somewhere, or it holds one of `years`.

    Where only the date of the document tells the year, it holds one of `pointing`. Of a text with a day, `figure`
    matches somewhere, or it holds one of `months`. All are in small letters.
    """

    figures: re.Pattern[str]
    years: tuple[str, ...]
    pointing: tuple[str, ...]
    figure: re.Pattern[str]
    months: tuple[str, ...]


def may_hold_year(text: str, words: DateWords, *, pointing: bool) -> bool:
    """Whether `text` has a sign of a year; with `pointing`, or one of what points at the date of the document."""
    signs = _signs(words)
    if signs.figures.search(text):
        return True
    plain = text.casefold()
    return any(map(plain.__contains__, signs.years + signs.pointing if pointing else signs.years))


def may_hold_day(text: str, words: DateWords) -> bool:
    """Whether `text` has a sign of a day, be it of a year or of none."""
    signs = _signs(words)
    if signs.figure.search(text):
        return True
    plain = text.casefold()
    return any(map(plain.__contains__, signs.months))


@cache
def _signs(words: DateWords) -> _Signs:
    figure = rf"[\d{''.join(map(re.escape, words.numerals))}]"
    fields = [pair for template in words.templates for pair in _FIELD.findall(template)]
    behind = {sign for name, sign in fields if name != "month" and (sign or name == "recent")}
    great = {word for word, value in words.number_words.items() if value >= _HUNDRED}
    names = {*filter(None, words.eras), *words.lunar_reigns, *words.lunar_years, *words.republican_months}
    pointing = {*words.relative_years, *words.latest_words, *words.relative_months}
    if words.spaced:
        years, pointing = names | great, {max(word.split(), key=len) for word in pointing}
    else:
        years, pointing = names | behind, {sign for name, sign in fields if name == "month" and sign}
    return _Signs(
        re.compile(rf"{figure}(?:[\s_]?{figure}){{3}}"),
        _small(years),
        _small(pointing),
        re.compile(rf"[\d{''.join(map(re.escape, (*words.numerals, *words.units)))}]"),
        _small({*month_names(words)}) if words.number_words else (),
    )


def _small(signs: set[str]) -> tuple[str, ...]:
    return tuple(sorted(map(str.casefold, signs)))
