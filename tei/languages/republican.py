"""Dates of the calendar of the French Republic, put into figures without moving a character: “14 prairial an V” is 1797-06-02.

The patterns for dates then need to know nothing of that calendar. A month without a day, or a year after the fourteenth,
is left as it stands: neither has one value.
"""

import re
from datetime import date, timedelta
from functools import cache

from tei.languages.base import DateWords
from tei.languages.number_words import value_of

# The first day of each year, that of the autumn equinox in Paris; in September of 1792 and the years after it.
# Source: the decree of 4 frimaire an II; tables as in Parise, The Book of Calendars (1982).
_NEW_YEARS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
_DAYS = 30  # in each of the twelve months; what follows them are days of no month
_COMPLEMENTARY = 13
_ROMAN = {"i": 1, "v": 5, "x": 10}


def fold_republican(text: str, words: DateWords) -> tuple[str, dict[int, int]]:
    """`text` with its dates of the French Republic in ISO 8601 and spaces, of the same length.

    Besides, where each such date ends, by where its figures end.
    """
    lower = text.casefold() if words.republican_months else ""
    if not any(map(lower.__contains__, words.republican_months)):
        return text, {}
    ends: dict[int, int] = {}
    pieces: list[str] = []
    done = 0
    for match in _pattern(words).finditer(text):
        month = words.republican_months[match["month"].casefold()]
        day = gregorian(_number(match["year"], words), month, _number(match["day"], words))
        if day is None:
            continue
        start, end = match.span()
        figures = day.isoformat()
        pieces += (text[done:start], figures.ljust(end - start))
        ends[start + len(figures)] = end
        done = end
    return "".join((*pieces, text[done:])), ends


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day that is `day` of `month` (13 for the days after the twelve months) of `year` of the Republic, if there is one."""
    last = 6 if month == _COMPLEMENTARY else _DAYS
    if not 1 <= year <= len(_NEW_YEARS) or not 1 <= day <= last:
        return None
    first = date(1791 + year, 9, _NEW_YEARS[year - 1])
    return first + timedelta(days=_DAYS * (month - 1) + day - 1)


def _number(text: str, words: DateWords) -> int:
    """The value of a number in figures, Roman figures or words."""
    plain = text.casefold()
    if plain.isdigit():
        return int(plain)
    if not set(plain) <= _ROMAN.keys():
        return value_of(plain, words.number_words)
    values = [_ROMAN[figure] for figure in plain]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


@cache
def _pattern(words: DateWords) -> re.Pattern[str]:
    months, years, ordinals, numbers = (
        "|".join(sorted(map(re.escape, choices), key=len, reverse=True))
        for choices in (words.republican_months, words.republican_years, words.ordinals or ("",), words.number_words)
    )
    number = rf"(?:{numbers})(?:[-\s](?:{numbers})){{0,2}}" if numbers else r"\d"
    return re.compile(
        rf"(?<![\w.])(?P<day>\d{{1,2}}|{number})(?:{ordinals})?\s+(?P<month>{months}),?\s+(?:{years})\s*"
        rf"(?P<year>[IVX]{{1,4}}(?!\w)|\d{{1,2}}(?!\d)|{number}(?!\w))(?:{ordinals})?",
        re.IGNORECASE,
    )
