"""Openings run on in the first paragraph: where lines were lost, letterhead, number, dateline and greeting stand in one.

The places where a line ended are those where words are glued (“EMBASSYNo. 5Tokyo, May 3, 1950.Sir,I have”), or where
columns were set apart by wide white space.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei.languages.base import LanguagePack
from tei.languages.forms import form_line
from tei.model.source import LayoutKind
from tei.structure.closers import is_label
from tei.structure.shapes import greeting_end, is_dateline, is_salutation
from tei.structure.units import Unit, piece

_REACH = 500  # characters within which an opening ends
_MOST_PIECES = 12
_LONGEST_PIECE = 100
_SHORTEST_TEXT = 40  # of what follows the opening
_WIDE = re.compile(r"[ \t\u00a0\u3000]{3,}|\t+")
_SPACE = re.compile(r"[ \u3000]+(?=\S)")
_MOST_TITLES = 3
_LONGEST_TITLE = 60
_DASH = re.compile(r"[,.:;]?\s?[—–]|:")
_STOP = re.compile(r"(?<=[.\])])\s+(?=[^\W\d_a-z])|(?<=[.\])])\s+(?=\d)")
# After a figure or a stop before a capital, but not between initials; where small letters or capitals meet a new word.
_GLUED = re.compile(
    r"(?=[^\W\d_a-z])(?:"
    r"(?<=\d)(?=[^\W\d_a-z][^\W\d_A-Z])|(?<=[^\W\d_A-Z][.,;:!?)\]])(?=[^\W\d_a-z])|(?<=\d[.,;:)\]])(?=[^\W\d_a-z])"
    r"|(?<=[^\W\d_A-Z])(?=[A-Z][a-zà-ÿ])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{3}))"
)


def unfold_openings(units: Sequence[Unit], pack: LanguagePack) -> list[Unit]:
    """The units, with a first paragraph (of the text, or below a heading) that holds an opening parted into its lines."""
    done: list[Unit] = []
    for index, unit in enumerate(units):
        below_titles = index <= _MOST_TITLES and all(_like_title(above) for above in units[:index])
        first = below_titles or units[index - 1].kind is LayoutKind.HEADING or is_label(units[index - 1].text)
        whole = unit.kind is LayoutKind.TEXT and len(unit.lines) == 1 and bool(pack.scripts)
        parts = (
            (_opening(unit, pack) or _before_greeting(unit, pack) or (_one_line(unit, pack) if len(units) == 1 else []))
            if first and whole
            else []
        )
        parts = parts or (_after_greeting(units, index, pack) if whole else [])
        done += parts or (_columns(unit, pack) if whole else [unit])
    return done


def _after_greeting(units: Sequence[Unit], index: int, pack: LanguagePack) -> list[Unit]:
    """The greeting that a paragraph near the top begins with, and the rest of it, where words are not set apart."""
    if pack.names.spaced or index > _MOST_PIECES:
        return []
    unit = units[index]
    above = units[max(0, index - 1) : index]
    ended = tuple(pack.sentence_end)
    short = all(len(line.text) <= _LONGEST_TITLE and not line.text.endswith(ended) for line in units[:index])
    announced = any(line.text.endswith(("：", ":")) for line in above)
    if not (short or announced):
        return []
    end = greeting_end(unit.text, pack)
    rest = len(unit.text[end:]) - len(unit.text[end:].lstrip())
    return [piece(unit, 0, end), piece(unit, end + rest, len(unit.text))] if 0 < end < len(unit.text) - 1 else []


def _like_title(unit: Unit) -> bool:
    """Whether a unit above the first paragraph may be a title: a heading, or one short line."""
    return unit.kind is LayoutKind.HEADING or (len(unit.lines) == 1 and len(unit.text) <= _LONGEST_PIECE)


def _opening(unit: Unit, pack: LanguagePack) -> list[Unit]:
    """The lines of the opening in a paragraph and the rest of it; none where it holds no dateline set apart."""
    text = unit.text
    if len(text) < _SHORTEST_TEXT or not pack.names.spaced:
        return []
    pieces = list(_pieces(text))
    dated = next((at for at, (start, end) in enumerate(pieces[:-1]) if is_dateline(text[start:end], pack)), None)
    if dated is None:
        return []
    count = dated + 1
    while count + 1 < len(pieces) and is_salutation(text[slice(*pieces[count])], pack):
        count += 1
    start = pieces[count][0]
    long = any(end - begin > _LONGEST_PIECE for begin, end in pieces[:count])
    if long or len(text) - start < _SHORTEST_TEXT:
        return []
    parts = [piece(unit, begin, end) for begin, end in pieces[:count]]
    return [*parts, piece(unit, start, len(text.rstrip()))]


def _before_greeting(unit: Unit, pack: LanguagePack) -> list[Unit]:
    """The title, the dateline and the rest of a paragraph that runs on from them to its greeting; else none.

    “Mr. A to Mr. B. Lisbon, May 3, 1850. Sir,—I have …”: each ends as a sentence does, and a dash follows the greeting.
    """
    text = unit.text
    for dash in _DASH.finditer(text, 0, _REACH) if pack.names.spaced else ():
        starts = [0, *(match.end() for match in _STOP.finditer(text, 0, dash.start()))]
        greets = [start for start in starts if start and is_salutation(text[start : dash.end()], pack)]
        for start in starts if greets else ():
            if start < greets[-1] and is_dateline(text[start : greets[-1]].strip(), pack):
                title = [piece(unit, 0, len(text[:start].rstrip()))] if start else []
                dateline = piece(unit, start, len(text[: greets[-1]].rstrip()))
                rest = piece(unit, greets[-1], len(text.rstrip()))
                return [*title, dateline, rest] if len(text) - greets[-1] >= _SHORTEST_TEXT else []
    return []


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The ranges between the places where words are glued, near the beginning, and the rest."""
    places = [match.start() for match in _GLUED.finditer(text, 0, _REACH)][:_MOST_PIECES]
    for start, end in pairwise([0, *places, len(text)]):
        stripped = text[start:end].strip()
        if stripped:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield begin, begin + len(stripped)


def _columns(unit: Unit, pack: LanguagePack) -> list[Unit]:
    """A line in columns, one of which is a dateline, as a unit for each of them."""
    text = unit.text
    if len(text) > _LONGEST_PIECE or not _WIDE.search(text.strip()):
        return [unit]
    if form_line(text, pack) is not None:  # what a label says may be far from it
        return [unit]
    gaps = [match.span() for match in _WIDE.finditer(text) if match.start() > 0 and match.end() < len(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    ranges = [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]
    if not any(is_dateline(text[start:end].strip(), pack) for start, end in ranges):
        return [unit]
    return [piece(unit, start, end) for start, end in ranges]


def _one_line(unit: Unit, pack: LanguagePack) -> list[Unit]:
    """A whole page in one line, where words are not set apart: its title, its dateline and its paragraphs."""
    text = unit.text
    if pack.names.spaced:
        return []
    ends = [match.start() for match in _SPACE.finditer(text)]
    pieces = [(start, end) for start, end in pairwise([0, *ends, len(text)]) if text[start:end].strip()]
    stripped = [text[start:end].strip() for start, end in pieces]
    ended = tuple(pack.sentence_end)
    if len(pieces) < 3 or len(stripped[0]) > _LONGEST_TITLE or stripped[0].endswith(ended):
        return []
    dated = is_dateline(stripped[1], pack)
    if not dated or not all(piece.rstrip(pack.closing_marks).endswith(ended) for piece in stripped[2:]):
        return []
    return [piece(unit, start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in pieces]
