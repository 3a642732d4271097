"""Dates of the Chinese calendar in the reigns of the last emperors, put into figures without moving a character.

“宣統三年十二月二十五日” is 1912/2/12. Korea had the same calendar until 1895, counting from the founding of its dynasty.
The patterns for dates then need to know nothing of that calendar. A date that its year does not have is left as it
stands, and so is one whose figures have more characters than it has.
"""

import re
from datetime import date, timedelta
from functools import cache

from tei.languages.base import DateWords
from tei.languages.numerals import number

_FIRST = 1821
# For each year from 1821 to 1912: how many days after January 1 it begins (bits 17 and above), which month is followed by
# a leap month of its number, 0 for none (bits 13–16), which of its months in their order have 30 days, not 29 (bits 0–12).
# Made with sxtwl 2 and the same in lunar_python 1.4, month by month; both follow the calendars that were printed.
_YEARS = tuple(
    int(year, 16)
    for year in """
    420ba4 2c7b45 520d45 3cfa95 600a95 4a052d 34aaad 5a0ab5 440daa 309da4 560ea4 413d4a 640d4a 4e0a96 38d536 5e055a
    460ad5 3296ca 580752 420ea5 2c754a 50054b 3aea97 600aab 4a055a 34ab55 5a0ba9 460752 2e9aa5 540b25 3f1a4b 64094d
    4c0aad 38f56a 5e05b4 480ba9 32bd52 580d92 420d25 2c7a4d 500956 3b12b5 600ad6 4c06d4 34ada9 5a0ec9 460e92 308d26
    520527 3d4a57 62095b 4e0b5a 38d6d4 5e0754 480749 32b693 560a93 40052b 2a6a5b 50096d 3aeb6a 600daa 4c0ba4 36bb49
    5a0d49 440a95 2e952b 54052d 3c0aad 28556a 4e0daa 3adda4 5e0ea4 480d4a 32aa95 560a97 400556 2a6ab5 500ad5 3d16d2
    620752 4c0ea5 38b64a 5c064b 440a9b 309556 56056a 400b59 2a5752 500752 3adb25 600b25
""".split()
)
_MONTHS = {"正": 1, "元": 1, "冬": 11, "腊": 12, "臘": 12, "臈": 12}
_LAST_SURE = 10  # the last of its months that lies in the year that it begins in
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def fold_lunar(text: str, words: DateWords) -> tuple[str, dict[int, int]]:
    """`text` with its dates of the Chinese calendar in figures and spaces, of the same length.

    Besides, where each such date ends, by where its figures end.
    """
    reigns = (*words.lunar_reigns, *(words.lunar_years if words.years_alone else ()))
    if not any(map(text.__contains__, reigns)):
        return text, {}
    days, ends = _days(text, words)
    return _years_in(days, words, ends) if words.years_alone else (days, ends)


def _days(text: str, words: DateWords) -> tuple[str, dict[int, int]]:
    """`text` with the dates in figures that have a day which can be worked out."""
    ends: dict[int, int] = {}
    pieces: list[str] = []
    done = 0
    for match in _pattern(words).finditer(text) if words.lunar_reigns else ():
        year = words.lunar_reigns[match["reign"]] + (
            1 if match["year"] in words.first_years else _number(match["year"], words)
        )
        month = _MONTHS.get(match["month"]) or _number(match["month"], words)
        found = gregorian(year, month, _number(match["day"], words), leap=bool(match["leap"]))
        start, end = match.span()
        figures = f"{found.year}/{found.month}/{found.day}" if found else ""
        if not figures or len(figures) > end - start:
            continue
        pieces += (text[done:start], figures.ljust(end - start))
        ends[start + len(figures)] = end
        done = end
    return "".join((*pieces, text[done:])), ends


def _years_in(text: str, words: DateWords, ends: dict[int, int]) -> tuple[str, dict[int, int]]:
    """`text` with the other years of reigns as years of the common era; of what may be the next one, none is made.

    A year of that calendar ends in the January or February after the year that it has the most of.
    """
    for match in _year_pattern(words).finditer(text):
        reign, count = match["reign"], match["year"]
        base = words.lunar_reigns.get(reign) or words.lunar_years[reign]
        year = base + (1 if count in words.first_years else _number(count, words))
        month = _MONTHS.get(match["month"] or "正") or _number(match["month"] or "", words)
        start, end = match.span()
        figures = f"{year}年"
        if month <= _LAST_SURE and len(figures) <= end - start:
            text = text[:start] + figures.ljust(end - start) + text[end:]
            ends[start + len(figures)] = end
    return text, ends


def gregorian(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The day that is `day` of `month`, or of the leap month after it, of the Chinese year that begins in `year`."""
    if not (0 <= year - _FIRST < len(_YEARS) and 1 <= month <= 12):
        return None
    known = _YEARS[year - _FIRST]
    doubled = known >> 13 & 15
    if leap and month != doubled:
        return None
    place = month - 1 + (leap or 0 < doubled < month)
    lengths = [29 + (known >> at & 1) for at in range(place + 1)]
    if not 1 <= day <= lengths[place]:
        return None
    return date(year, 1, 1) + timedelta(days=(known >> 17) + sum(lengths[:place]) + day - 1)


def _number(text: str, words: DateWords) -> int:
    return number(text.removeprefix("初"), words.numerals, words.units) or 0


@cache
def _pattern(words: DateWords) -> re.Pattern[str]:
    figures = "0-9" + "".join(map(re.escape, (*words.numerals, *words.units, *words.first_years)))
    reigns = "|".join(sorted(map(re.escape, words.lunar_reigns), key=len, reverse=True))
    return re.compile(
        rf"(?P<reign>{reigns})\s?(?P<year>[{figures}]{{1,7}})\s?[年년](?:[岁歲]次)?(?:[{_STEMS}][{_BRANCHES}]年?)?\s?"
        rf"(?P<leap>[闰閏윤]?)(?P<month>[{figures}{''.join(_MONTHS)}]{{1,3}})\s?[月월]\s?(?P<day>初?[{figures}]{{1,3}})\s?[日일]?"
    )


@cache
def _year_pattern(words: DateWords) -> re.Pattern[str]:
    """A year of a reign, with the month and the day behind it that go unread (天保九年戌三月, 嘉慶二十一年歲次丙子月日)."""
    figures = "0-9" + "".join(map(re.escape, (*words.numerals, *words.units, *words.first_years)))
    reigns = "|".join(sorted(map(re.escape, (*words.lunar_reigns, *words.lunar_years)), key=len, reverse=True))
    return re.compile(
        rf"(?P<reign>{reigns})\s?(?P<year>[{figures}]{{1,7}})[{_STEMS}]?[{_BRANCHES}]?\s?[年년歳](?:[岁歲]次)?[{_STEMS}]?[{_BRANCHES}]?年?"
        rf"(?:\s?[闰閏윤]?(?P<month>[{figures}{''.join(_MONTHS)}]{{0,3}})\s?[月월]\s?(?:初?[{figures}]{{0,3}}\s?[日일])?)?"
    )
