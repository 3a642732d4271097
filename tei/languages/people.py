"""Telling a person's offices from the name, by the words of a language pack.

Nothing here knows a name: offices are recognised by the nouns that name them (Minister, 部长), a name by its shape and
by where it stands. Offsets are those of the text given, half-open.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tei.languages.base import LanguagePack
from tei.languages.people_spaced import split_spaced
from tei.languages.people_unspaced import split_unspaced
from tei.languages.person_parts import Part, PersonParts

_REMEMBERED = 512  # descriptions: each is asked about several times, and soon again
_LONGEST_ROW = 24  # words in a line of several people
_SURE_NAME = 0.75  # of a name whose family name is known
_LONGEST_PERSON = 300  # characters of the description of one person


@lru_cache(_REMEMBERED)
def split_person(text: str, pack: LanguagePack) -> PersonParts:
    """The offices, ranks and name in `text`, the description of one person."""
    return split_spaced(text, pack) if pack.names.spaced else split_unspaced(text, pack)


def split_people(text: str, pack: LanguagePack) -> tuple[tuple[int, int, PersonParts], ...]:
    """The people of a list in running text: `(start, end, parts)`, the separator after each one included in it.

    Offices that precede a name across a separator belong to that name. Empty when no separator makes such a list.
    """
    best: tuple[tuple[int, int, PersonParts], ...] = ()
    marks = [re.escape(separator) for separator in pack.list_separators]
    for mark in (*marks, "|".join(marks)) if sum(s in text for s in pack.list_separators) > 1 else marks:
        people = tuple(_by_separator(text, mark, pack))
        if people and all(parts.name for _, _, parts in people) and len(people) > len(best):
            best = people
    return best


def _by_separator(text: str, separator: str, pack: LanguagePack) -> Iterator[tuple[int, int, PersonParts]]:
    """The people between matches of `separator`, a pattern for one character."""
    start = end = 0
    for piece in re.split(f"(?<={separator})", text):
        end += len(piece)
        if not piece.strip():
            continue
        if end - start > _LONGEST_PERSON:  # running text, not a list of people
            return
        parts = split_person(text[start:end], pack)
        following = text[end:].lstrip()
        if parts.name is None and following:
            continue  # an office without its name yet
        if parts.name and not parts.roles and pack.names.spaced:
            after = split_person(re.split(separator, following, maxsplit=1)[0], pack)
            if after.roles and not after.name:  # name first, office after it
                continue
        yield start, end, _shift(parts, start)
        start = end
    if text[start:].strip(" .。"):
        yield start, len(text), _shift(split_person(text[start:], pack), start)


def people_in_row(text: str, pack: LanguagePack) -> tuple[tuple[int, int], ...]:
    """Where the people stand whose offices and names follow each other in one line, with nothing but spaces between.

    Only in a language that needs no spaces: there each of them is an office that ends with its noun, and a name.
    """
    words = [] if pack.names.spaced else [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) < 2:
        return ()
    found: list[tuple[int, int]] = []
    start = 0
    for index, (_, end) in enumerate(words[:_LONGEST_ROW]):
        parts = split_person(text[words[start][0] : end], pack)
        if parts.roles and parts.name is parts.parts[-1] and parts.certainty >= 0.9:
            found.append((words[start][0], end))
            start = index + 1
    if len(found) > 1 and start == len(words):
        return tuple(found)
    return _names_in_row(text, words, pack)


def _names_in_row(text: str, words: list[tuple[int, int]], pack: LanguagePack) -> tuple[tuple[int, int], ...]:
    """The names that follow each other in a line after one office of all: 具呈人 某某 某某."""
    parts = [split_person(text[start:end], pack) for start, end in words[:_LONGEST_ROW]]
    first = 1 if parts and parts[0].roles and parts[0].name is None else 0
    whole = all(len(p.parts) == 1 and p.name and p.certainty >= _SURE_NAME for p in parts[first:])
    short = all(1 < end - start <= 1 + pack.names.given_length for start, end in words[first:])
    if len(words) > _LONGEST_ROW or not first or len(parts) < 3 or not (whole and short):
        return ()
    return ((words[0][0], words[first][1]), *words[first + 1 :])


def _shift(parts: PersonParts, by: int) -> PersonParts:
    return PersonParts(tuple(Part(p.tag, p.start + by, p.end + by) for p in parts.parts), parts.certainty)
