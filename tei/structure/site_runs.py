"""Lines that a web site sets around a text, told by the company they keep: runs of short lines, weighed together.

After boilerplate detection by shallow features (Kohlschütter, Fankhauser and Nejdl, WSDM 2010): the blocks around a text
are short, without sentences, and full of links; here what says of a line that it is such is added up over a run of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from tei.languages import packs
from tei.languages.base import LanguagePack
from tei.languages.dates import normalize_date
from tei.languages.scripts import main_script
from tei.model.source import LayoutKind
from tei.structure.marks import is_marked
from tei.structure.shapes import is_salutation
from tei.structure.site_lines import has_site_word, is_count, is_made_by_machine, is_site_line
from tei.structure.title_words import NAMED, kind_weight
from tei.structure.units import Unit

_LONGEST = {True: 70, False: 30}  # characters of a line of a run, by whether words are set apart
_MOST = 160  # characters of a longer line that does not end a run
_LONG_LINE = -0.3  # what that weighs
_FEW_WORDS = 3
_MOST_WORDS = 8  # of a line in which a word of a site says something
_DEEPEST = 40  # units from an end of the page
_ENOUGH = 3.0  # what a run weighs at least
_DENSE = 0.6  # what its lines weigh on average
_FEWEST = 2  # lines of it that weigh by themselves
_TELLS = 0.7
# Guillemets are quotation marks but where they stand alone between two blanks: Home » News.
_SIGNS = re.compile(r"[›‹↗←→▶►✓⏐©®]|^[•▪◦●○■]|^\W*[|｜]|[|｜]\W*$|^(?!.*«.*»).*(?:^|\s)[«»](?:\s|$)")
_LAST_BRACKETS = re.compile(r"\s*[\[【][^\[\]【】]{1,30}[\]】]$")
_STOPS = (".", "。", "!", "！", "?", "？", ";", "；", ",", "，", "…")


def site_runs(units: Sequence[Unit]) -> set[int]:
    """The units of runs at the two ends of a page that are the site's rather than the text's."""
    times = Counter(unit.text for unit in units if unit.lines)
    ends = (range(min(len(units), _DEEPEST)), range(len(units) - 1, max(-1, len(units) - 1 - _DEEPEST), -1))
    found: set[int] = set()
    for end in ends:
        found |= _in_runs(units, end, times)
    written = [index for index, unit in enumerate(units) if unit.lines]
    return found if any(index not in found for index in written) else set()


def _in_runs(units: Sequence[Unit], order: Sequence[int], times: Counter[str]) -> set[int]:
    """The site's lines in the runs that `order` comes to before the first paragraph."""
    run: list[int] = []
    total = 0.0
    best = 0  # how many lines of the run are the site's
    weights: dict[int, float] = {}
    for index in order:
        unit = units[index]
        if not unit.lines:
            continue
        if not _can_be_of_run(unit):
            break
        run.append(index)
        weights[index] = line_weight(unit, times) if _is_short(unit) else _LONG_LINE
        total += weights[index]
        telling = sum(weights[other] >= _TELLS for other in run)
        if weights[index] >= _TELLS and telling >= _FEWEST and total >= max(_ENOUGH, _DENSE * len(run)):
            best = len(run)
    tell = {index for index in run[:best] if weights[index] >= _TELLS}
    return tell | {index for index in run[:best] if index and weights[index] > 0 and _words(units[index].text) <= 2}


def line_weight(unit: Unit, times: Counter[str]) -> float:
    """What says of a short line that it is the site's, against what says that it is the text's."""
    text = unit.text.strip()
    if (ending := _LAST_BRACKETS.search(text)) and ending.start():  # a title, with a site's word behind it
        return 0.0
    words = _words(text)
    weight = 2.0 * is_site_line(text)
    if words <= _MOST_WORDS and has_site_word(text):
        weight += 2.0 if words <= _FEW_WORDS else 1.5
    weight += _TELLS * bool(_SIGNS.search(text) or is_made_by_machine(text) or is_count(text))
    weight += 0.4 * (unit.kind is LayoutKind.ITEM and words <= _FEW_WORDS)
    weight += 0.4 * (text.endswith((":", "：")) and words <= _FEW_WORDS)
    weight += 0.5 * (times[unit.text] > 1)
    weight += 0.3 * (words <= 2)
    if any(kind_weight(text, pack) >= NAMED for pack in _packs_in(main_script(text))):
        weight -= 2.0
    if normalize_date(text, packs()):
        weight -= 1.5
    return weight


def _can_be_of_run(unit: Unit) -> bool:
    """Whether a unit does not end a run: a line that is no sentence, no greeting and no signature."""
    text = unit.text.strip()
    if len(unit.lines) != 1 or unit.kind in (LayoutKind.TABLE, LayoutKind.HEADING) or is_marked(text):
        return False
    if len(text) > _MOST or (text.endswith(_STOPS) and _words(text) > 1 and not is_site_line(text)):
        return False
    return not any(is_salutation(text, pack) for pack in _packs_in(main_script(text)))


@cache
def _packs_in(script: str) -> tuple[LanguagePack, ...]:
    return tuple(pack for pack in packs() if script in pack.scripts)


def _is_short(unit: Unit) -> bool:
    return len(unit.text) <= _LONGEST[main_script(unit.text) not in ("Hani", "Kana")]


def _words(text: str) -> int:
    """How many words a line has; two characters count as one where they are not set apart."""
    return len(text.split()) if main_script(text) not in ("Hani", "Kana") else (len(text) + 1) // 2
