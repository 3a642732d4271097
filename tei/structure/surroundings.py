"""What a web site sets around a text is told from the text: navigation, sharing, counters, dates of posting, licences.

Only the two ends of a page are looked at, line by line, and only a line that is the site's by its words or its shape
goes; what is set aside is in the ledger, so that it can be seen, and nothing is taken where little would be left.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tei.languages import packs
from tei.languages.dates import normalize_date
from tei.model.inline import Milestone
from tei.model.source import LayoutKind, LedgerEntry, LedgerKind
from tei.structure.marks import is_marked
from tei.structure.pages import leading_breaks
from tei.structure.records import record_in
from tei.structure.site_lines import (
    is_contact,
    is_count,
    is_made_by_machine,
    is_row_of_names,
    is_site_line,
    is_wiki_tagline,
    opens_licence,
    opens_notice,
)
from tei.structure.site_runs import site_runs
from tei.structure.units import Unit, piece, set_aside

_TOP = 25  # units: what a site sets above a text is over here
_LONGEST_TITLE = {True: 200, False: 70}  # a longer unit above which no more of the site stands, in characters
_LARGEST_SHARE = 0.45  # of the characters of a page below its text
_SHORTEST_TEXT = {True: 60, False: 24}  # of a paragraph that is text above a licence, in characters
_LONGEST_ROW = {True: 100, False: 60}  # of a wiki's heading
_MOST_ROWS = 8
_FEWEST_REPEATED = 4  # lines of a masthead
_SMALLEST_BLOCK = 3  # lines
_MOST_CONTACTS = 8  # lines of an address
_SURE_LINES = 2  # of the site's above a paragraph, so that one more below it is believed
_SHORTEST_SURE = {True: 16, False: 5}  # of such a line
_LAST_BRACKETS = re.compile(r"(?<!\s)\s*[\[【](?P<inside>[^\[\]【】]{1,30})[\]】]\s*$")
_NOTICES_AT_TOP = 4  # units among which a site says how a text was made
_ENDS = 8  # units at the end
_LONGEST_BAR = 300
_WIDE = re.compile(r"\S\s{2,}\S.*\S\s{2,}\S")
_BOUNDARY = re.compile(r"\*{3,}\s*(?P<kind>START|END)\b.{0,120}\*{3,}")
_LEFTOVER = re.compile(r"(?=.{0,8}$)[^\w.…*]*[\[\]<>{}^~][^\w.…*]*")  # “^ ]”
_ARROWS = re.compile(r"[←→«»‹›]|<<|>>")


def without_site(units: Sequence[Unit]) -> tuple[list[Unit], list[LedgerEntry]]:
    """The units without those of a web site around them, which become ledger entries."""
    site = _below(units) | _licence(units) | _contacts(units)
    site |= _above(units, site)
    site |= _masthead(units) | _wiki_heading(units, site)
    site |= record_in(units, _TOP) | _framed(units) | _bars(units) | site_runs(units)
    again = _running_titles(units, site)
    site |= again
    if not any(unit.lines for index, unit in enumerate(units) if index not in site):
        return list(units), []
    kept: list[Unit] = []
    ledger: list[LedgerEntry] = []
    waiting: tuple[Milestone, ...] = ()
    for index, unit in enumerate(units):
        if index in site:
            waiting = (*waiting, *leading_breaks(unit.lines[0].content)[0])
            kind = LedgerKind.PAGE if is_count(unit.text) else LedgerKind.SITE  # the number of the page, rather
            ledger += set_aside(unit.lines, LedgerKind.REPEATED_TITLE if index in again else kind)
            continue
        if waiting and unit.lines:
            first = replace(unit.lines[0], content=(*waiting, *unit.lines[0].content))
            unit = replace(unit, lines=(first, *unit.lines[1:]))
            waiting = ()
        end = _end_of_own(unit, units) if index < _TOP else 0
        if end:
            ledger += set_aside(piece(unit, end, len(unit.text)).lines, LedgerKind.SITE)
            unit = piece(unit, 0, end)
        kept.append(unit)
    return kept, ledger


def _end_of_own(unit: Unit, units: Sequence[Unit]) -> int:
    """Where a title ends that a site's word in brackets follows (“A Title [copy link]”); 0 where none does.

    A number there is that of a screen (“A Title [3]”), where no note begins with it.
    """
    bracketed = len(unit.lines) == 1 and unit.text.rstrip().endswith(("]", "】"))
    match = _LAST_BRACKETS.search(unit.text) if bracketed else None
    if match is None or not match.start():
        return 0
    inside = match["inside"]
    short = len(unit.text) <= _LONGEST_TITLE[_spaced(unit.text)]
    screen = is_count(inside) and match.group()[:1].isspace() and short
    if screen and any(other.text.lstrip(" [(").startswith(inside) for other in units if other is not unit):
        return 0
    return match.start() if screen or is_site_line(inside) else 0


def _spaced(text: str) -> bool:
    return " " in text.strip()


def _above(units: Sequence[Unit], below: set[int]) -> set[int]:
    """The site's lines among titles and other short units at the top.

    Where several stood above a first paragraph, a longer line of the site below it is believed too: “Read also:”.
    """
    found: set[int] = set()
    rows: set[int] = set()
    crossed = prose = False
    for index, unit in enumerate(units[:_TOP]):
        if not unit.lines:
            continue
        if index in below:
            break
        spaced = _spaced(unit.text)
        if _is_site(unit):
            if not crossed or len(unit.text) >= _SHORTEST_SURE[spaced]:
                found.add(index)
        elif not prose and is_row_of_names(unit.lines[0].text) and len(unit.lines) == 1 and index + 1 < len(units):
            rows.add(index)
        elif len(unit.text) > _LONGEST_TITLE[spaced]:
            if index < _NOTICES_AT_TOP and opens_notice(unit.text):
                found.add(index)
                continue
            if crossed or len(found) < _SURE_LINES:
                break
            crossed = True
        prose = prose or (unit.text.endswith((".", "。", "?", "？", "!", "！")) and index not in found)
    found |= rows if found else set()  # no menu stands alone
    found |= _beside(units, found)
    return found | _blocks(units, found)


def _blocks(units: Sequence[Unit], found: set[int]) -> set[int]:
    """The other lines of a block at the top most of whose lines are the site's, above a block with a title."""
    added: set[int] = set()
    start = 0
    for end in range(1, min(_TOP, len(units))):
        if not units[end].gap and units[end].lines:
            continue
        block = [index for index in range(start, end) if units[index].lines]
        rest = [index for index in block if index not in found]
        kinds = all(units[index].kind is not LayoutKind.HEADING for index in rest)
        if len(block) >= _SMALLEST_BLOCK and 2 * len(rest) <= len(block) and kinds and _is_titled(units[end:]):
            added |= {*rest} - {block[0]}  # a title may stand above what is said of its posting
        start = end
    return added


def _is_titled(units: Sequence[Unit]) -> bool:
    """Whether a text begins with a line that can be its title: short, no greeting, no date."""
    first = next((unit for unit in units if unit.lines and not is_site_line(unit.text)), None)
    if first is None or len(first.text) > _LONGEST_TITLE[_spaced(first.text)]:
        return False
    return not first.text.endswith((",", "，", ":", "：", ".", "。")) and not normalize_date(first.text, packs())


def _is_site(unit: Unit) -> bool:
    """Whether a unit is a line of the site, several that were taken for one paragraph, or what is left of markup."""
    return (
        is_site_line(unit.text)
        or _LEFTOVER.fullmatch(unit.text) is not None
        or (len(unit.lines) > 1 and all(is_site_line(line.text) for line in unit.lines))
    )


def _beside(units: Sequence[Unit], found: set[int]) -> set[int]:
    """Units that a site's lines around them explain: a number of a page, a user's name, what stands after a label."""
    added: set[int] = set()
    for index, unit in enumerate(units[:_TOP]):
        if index in found or not unit.lines or not found:
            continue
        above, below = index - 1 in found | added, index + 1 in found
        alone = is_count(unit.text) and len(unit.text) < 5
        labelled = above and below and units[index - 1].text.endswith((":", "：")) and len(unit.text) <= 30
        row = unit.text.startswith("|") and unit.text.endswith("|")  # of a table, above its rule
        if (above and alone) or labelled or ((above or below) and (row or is_made_by_machine(unit.text))):
            added.add(index)
    return added


def _masthead(units: Sequence[Unit]) -> set[int]:
    """Lines at the top that are printed twice in the same order, above a title: the names in a newspaper's head."""
    texts = [unit.text for unit in units[:_TOP]]
    for length in range(len(texts) // 2, _FEWEST_REPEATED - 1, -1):
        again = texts[length : 2 * length]
        if texts[:length] == again and len({*again}) == length and len(units) > 2 * length + 1:
            return {index for index in range(2 * length) if units[index].lines}
    return set()


def _wiki_heading(units: Sequence[Unit], site: set[int]) -> set[int]:
    """The rows that a wiki sets below its name: body, volume, what comes before and after; their date is the text's."""
    for index, unit in enumerate(units[:_TOP]):
        if not is_wiki_tagline(unit.text) or not any(above.lines for above in units[:index]):
            continue
        rows: list[int] = []
        for number in range(index + 1, min(len(units), index + 1 + _MOST_ROWS)):
            row = units[number]
            short = len(row.text) <= _LONGEST_ROW[_spaced(row.text)] and row.kind is LayoutKind.TEXT
            if row.gap or not short or row.text.endswith((".", "。", ":", "：", ",", "，", ";", "；")):
                break
            rows.append(number)
        signed = any(number in site or _ARROWS.search(units[number].text) for number in rows)
        days = [number for number in rows if (day := normalize_date(units[number].text, packs())) and day.when]
        if len(rows) > 1 and (signed or days):
            return {number for number in rows if number not in days[-1:]}
    return set()


def _below(units: Sequence[Unit]) -> set[int]:
    """The units of the site at the bottom: from its first notice on, and lines that are its own right above."""
    texts = [unit.text for unit in units]
    total = sum(map(len, texts))
    start = len(units)
    size = 0
    short = True  # all from there on
    for index in range(len(units) - 1, 0, -1):
        text = texts[index]
        size += len(text)
        if size > _LARGEST_SHARE * total:
            break
        short = short and len(text) <= _LONGEST_TITLE[_spaced(text)]
        if units[index].lines and (opens_notice(text) or (short and is_site_line(text) and _is_tail(units[index:]))):
            if any(map(is_marked, texts[index:start])):
                break  # who signed is of the text
            start = index
    return _from(units, start)


def _is_tail(units: Sequence[Unit]) -> bool:
    """Whether most of the short units at the end of a page, which begin with a site's line, are such."""
    written = [unit.text for unit in units if unit.lines]
    own = sum(map(_is_last_line, written))
    return own == len(written) or (own >= _SURE_LINES and 2 * own >= len(written))


def _licence(units: Sequence[Unit]) -> set[int]:
    """The units from the wording of a licence on, however short the text above it is."""
    for index, unit in enumerate(units):
        if not unit.lines or not opens_licence(unit.text):
            continue
        above = (other.text for other in units[:index])
        if any(len(text) >= _SHORTEST_TEXT[_spaced(text)] and not is_site_line(text) for text in above):
            return _from(units, index) if not any(is_marked(other.text) for other in units[index:]) else set()
    return set()


def _from(units: Sequence[Unit], start: int) -> set[int]:
    """The units from `start` on, and the site's lines right above."""
    found = {index for index in range(start, len(units)) if units[index].lines}
    index = start - 1
    while index > 0 and (not units[index].lines or _is_last_line(units[index].text)):
        if units[index].lines:
            found.add(index)
        index -= 1
    return found


def _is_last_line(text: str) -> bool:
    """Whether a line below a text is the site's: there a number alone counts something."""
    return is_site_line(text) or is_count(text) or is_made_by_machine(text) or not text.strip("-–—_=*~ ")


def _running_titles(units: Sequence[Unit], site: set[int]) -> set[int]:
    """The page's title where a site prints it again between two paragraphs, as at the top of a next screen."""
    own = [index for index, unit in enumerate(units) if unit.lines and index not in site]
    if len(own) < _FEWEST_REPEATED or not any(index < own[0] for index in site):
        return set()
    title = units[own[0]].text
    return {
        here
        for before, here, after in zip(own[1:], own[2:], own[3:], strict=False)
        if units[here].text == title and len(title) >= _SHORTEST_SURE[_spaced(title)]
        if all(len(units[index].text) >= _SHORTEST_TEXT[_spaced(units[index].text)] for index in (before, after))
    }


def _framed(units: Sequence[Unit]) -> set[int]:
    """What stands outside of the lines that say where a book begins and where it ends (*** START OF …)."""
    kinds = [(index, match["kind"]) for index, unit in enumerate(units) if (match := _BOUNDARY.fullmatch(unit.text))]
    start = next((index for index, kind in kinds if kind == "START"), -1)
    end = next((index for index, kind in kinds if kind == "END" and index > start + 1), len(units))
    outside = {*range(start + 1), *range(end, len(units))}
    return {index for index in outside if units[index].lines} if kinds else set()


def _bars(units: Sequence[Unit]) -> set[int]:
    """A site's bar of links that is printed above a text and once more below it, with what stands under it there."""
    written = [index for index, unit in enumerate(units) if unit.lines]
    below = {units[index].text: index for index in reversed(written[-_ENDS:])}
    for index in written[:_TOP]:
        again = below.get(units[index].text, -1)
        lines = [line.text for line in units[index].lines if len(line.text) < _LONGEST_BAR]
        if again > index + 1 and any(_WIDE.search(text) or _ARROWS.search(text) for text in lines):
            return {index, *(number for number in written if number >= again)}
    return set()


def _contacts(units: Sequence[Unit]) -> set[int]:
    """Lines in the second half that say together how an office is reached, with the address above and their label."""
    for index in range(len(units) - 1, len(units) // 2, -1):
        if not is_contact(units[index].text):
            continue
        first = index
        while first > 0 and units[first].gap == 0 and is_contact(units[first - 1].text):
            first -= 1
        if first == index or not any("@" in unit.text or "+" in unit.text for unit in units[first : index + 1]):
            continue
        for label in range(first - 1, max(0, first - _MOST_CONTACTS), -1):
            if units[label].text.endswith((":", "：")):
                return {*range(label, index + 1)}
            if len(units[label].text) > _LONGEST_ROW[True] or units[label].text.endswith((".", "。")):
                break
        return {*range(first, index + 1)}
    return set()
