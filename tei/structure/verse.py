"""Verse: lines that the markup sets as such, and lines that can hardly be anything else.

Addresses, signatures and lists stand in short lines too. So verse in a script with capitals has sentences that run over
its lines, and rhymes or stanzas of one length; Chinese verse has lines of five or seven characters throughout.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from tei.languages.base import LanguagePack
from tei.languages.scripts import main_script
from tei.model.document import Block, Group, Role, Wrapper
from tei.model.inline import cut, texts
from tei.model.source import LayoutKind, Line
from tei.structure.columns import width
from tei.structure.depths import mark_of
from tei.structure.line import Shape
from tei.structure.shapes import greeting_end, line_shape
from tei.structure.units import Unit

_LONGEST_LINE = 70  # columns
_SHORTEST_LINE = 8
_FEWEST_LINES = 4
_FEWEST_IN_STANZA = 3  # where stanzas of one length are the only sign
_SMALL = 0.2  # share of words that sentences are made of
_ENDED = 0.6  # of the lines, at most, end as sentences do
_NEAR = 3  # lines between two that rhyme
_RHYMES = 0.5  # share of lines that rhyme with one near by
_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüœаеёиоуыэюяіїє"
_VOWEL_TO_END = re.compile(rf"[{_VOWELS}]+[^{_VOWELS}]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_LETTERS = re.compile(r"\W+")
_HAN_FEET = (5, 7)
_CLAUSE = re.compile(r"[^，。！？；、：,.!?;:\s\u3000「」『』“”‘’《》]+[，。！？；、,.!?;」』”’]*")
_STANZAS = (4, 8)  # lines of a Chinese poem without stops
_PEOPLE = (Shape.MARK, Shape.PERSON, Shape.ROLE, Shape.PARTY, Shape.DATELINE, Shape.VALEDICTION)
_SET = "lines that the markup sets as verse"
_TOLD = "lines of verse"
_SURE = {LayoutKind.VERSE: 1.0, LayoutKind.TEXT: 0.85}

Stanza = list[Line]


def verse(units: Sequence[Unit], pack: LanguagePack, before: Unit | None) -> tuple[list[Group], int] | None:
    """The stanzas that `units` begin with, and how many of them they take; None where they are no verse.

    `before` is the unit above them: a stanza begins below a blank line.
    """
    if units[0].kind is LayoutKind.VERSE:
        return [_group([*units[0].lines], units[0])], 1
    if before is not None and not units[0].gap:
        return None
    stanzas: list[tuple[list[Unit], Stanza]] = []
    taken = 0
    while taken < len(units) and (part := _stanza(units[taken:])):
        lines = [line for unit in part for line in unit.lines]
        if main_script(units[taken].text) == "Hani":
            if not _have_feet(lines):
                break
            lines = _couplets(lines)
        if not _like_verse(lines, pack):
            break
        stanzas.append((part, lines))
        taken += len(part)
    listed = before is not None and before.text.endswith((":", "："))
    if not _is_verse([lines for _, lines in stanzas], listed=listed):
        return None
    return [_group(lines, part[0]) for part, lines in stanzas], taken


def _stanza(units: Sequence[Unit]) -> list[Unit]:
    """The first of `units` and those directly below it, while they are plain text."""
    run = [units[0], *takewhile(lambda unit: not unit.gap, units[1:])]
    return list(takewhile(lambda unit: unit.kind is LayoutKind.TEXT, run))


def _group(lines: Stanza, unit: Unit) -> Group:
    reason, certainty = (_SET if unit.kind is LayoutKind.VERSE else _TOLD), _SURE[unit.kind]
    return Group(
        Wrapper.LG,
        tuple(
            Block(Role.L, line.content, line.span, lang=unit.foreign, reason=reason, certainty=certainty)
            for line in lines
        ),
    )


def _like_verse(lines: Stanza, pack: LanguagePack) -> bool:
    """Whether lines that stand together may be a stanza by themselves."""
    return _sounds_like_verse(lines, pack) and not any(_is_other(line.text, pack) for line in lines)


def _sounds_like_verse(lines: Stanza, pack: LanguagePack) -> bool:
    """Whether lines have the lengths, beginnings and small words of verse."""
    if main_script(lines[0].text) == "Hani":
        return _have_feet(lines) and main_script("".join(line.text for line in lines)) == "Hani"
    if not pack.names.spaced or any(not _SHORTEST_LINE <= width(line.text) <= _LONGEST_LINE for line in lines):
        return False
    words = [[word.group().casefold() for word in _WORD.finditer(line.text)] for line in lines]
    small = [sum(word in pack.function_words for word in line) for line in words]
    ended = sum(line.text.rstrip(pack.closing_marks).endswith(tuple(pack.sentence_end)) for line in lines)
    return (
        all(_begins_with_capital(line.text) for line in lines)
        and sum(small) >= _SMALL * sum(map(len, words))
        and 2 * sum(map(bool, small)) >= len(lines)
        and ended <= _ENDED * len(lines)
    )


def _have_feet(lines: Stanza) -> bool:
    """Whether all clauses of lines have five characters, or all have seven."""
    feet = 0
    for clause in (match[0] for line in lines for match in _CLAUSE.finditer(line.text)):
        length = len(_NO_LETTERS.sub("", clause))
        if length not in _HAN_FEET or length != (feet or length):
            return False
        feet = length
    return feet > 0


def _is_other(text: str, pack: LanguagePack) -> bool:
    """Whether a line is one of a list, a letter or a closer."""
    if text.endswith((":", "：")) or mark_of(text)[0] or greeting_end(text, pack) > 0:
        return True
    shape = line_shape(text, pack)
    return shape.shape in _PEOPLE and shape.certainty > 0.5


def _begins_with_capital(text: str) -> bool:
    first = next((character for character in text if character.isalpha()), "")
    return first.isupper() and not text.isupper()


def _is_verse(stanzas: Sequence[Stanza], *, listed: bool) -> bool:
    """Whether stanzas that may be verse are: by rhymes, by their lengths or, in Chinese, by their stops or number.

    `listed`: a line above introduces them, as it does a list.
    """
    lines = [line.text for stanza in stanzas for line in stanza]
    if not lines:
        return False
    if main_script(lines[0]) == "Hani":
        clauses = [clause for line in lines for clause in _CLAUSE.findall(line)]
        stops = [not clause[-1].isalpha() for clause in clauses]
        return len(clauses) >= _FEWEST_LINES and (
            all(stops[1::2]) if any(stops) else len(clauses) in _STANZAS and not listed
        )
    if len(lines) < _FEWEST_LINES:
        return False
    sizes = {len(stanza) for stanza in stanzas}
    regular = len(stanzas) > 1 and len(sizes) == 1 and sizes.pop() >= _FEWEST_IN_STANZA
    return regular or sum(map(_rhymes, stanzas)) >= _RHYMES * len(lines)


def _rhymes(stanza: Stanza) -> int:
    """How many lines of a stanza rhyme with another near by, to the eye: the same letters from the last vowel on."""
    ends = [_rhyme(line.text) for line in stanza]
    found = set()
    for one, (ending, word) in enumerate(ends):
        for other, (same, again) in enumerate(ends[one + 1 : one + 1 + _NEAR], one + 1):
            if ending and ending == same and word != again:
                found |= {one, other}
    return len(found)


def _rhyme(text: str) -> tuple[str, str]:
    """The rhyme of a line, "" where its last word has none that could be told, and that word."""
    words = _WORD.findall(text.casefold())
    word = words[-1] if words else ""
    match = _VOWEL_TO_END.search(word)
    ending = word[-3:] if match and len(match.group()) < 2 else match.group() if match else ""
    return (ending if len(ending) > 1 else ""), word


def _couplets(lines: Sequence[Line]) -> Stanza:
    """Lines of Chinese with a line for every two clauses, where more of them stand in one."""
    return [piece for line in lines for piece in _parted(line)]


def _parted(line: Line) -> Iterator[Line]:
    clauses = [match.span() for match in _CLAUSE.finditer(line.text)]
    if len(clauses) < _FEWEST_LINES:
        yield line
        return
    starts = [0, *(start for start, _ in clauses[2::2]), len(line.text)]
    for start, end in pairwise(starts):
        content = cut(line.content, start, start + len(line.text[start:end].rstrip()))
        spans = [leaf.span for leaf in texts(content)]
        yield Line(content, spans[0].cover(spans[-1]), line.indent)
