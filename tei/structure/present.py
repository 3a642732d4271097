"""Who was present, behind a label that says so: people whose words need not be known, one by one with what they are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tei.languages.base import LanguagePack
from tei.languages.people import split_person
from tei.languages.people_spaced import is_name_shaped
from tei.languages.person_parts import Part, PersonParts

Person = tuple[int, int, PersonParts]

_BRACKET = re.compile(r"\s*[(（\[](?P<inside>[^()（）\[\]\d]{2,40})[)）\]]$")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_STRENGTHS = (";；؛", "、", ",，،", "\u3000 ")  # the marks between people, the strongest first
_LONGEST = 160  # characters of what is said of one person
_BY_LABEL = 0.85  # how sure a person is who stands behind a label
_NOBODY = PersonParts((), _BY_LABEL)
_SURE = 0.75
_GUESSED = 0.7
_WORDS_WITH_OFFICE = 3  # words of a name that may hold an office, where all nouns are written as names are


def people_present(text: str, pack: LanguagePack) -> list[Person]:
    """The people of `text`, the value of such a label: where each stands, with the mark behind it, and the parts.

    A piece that is no name belongs to the person before it. None where there are less than two people, or where fewer
    than half have a name that can be told.
    """
    found: list[Person] = []
    surnames = False  # a list of family names: Messrs. Ames, Bell and Cole
    for start, end in _pieces(text, pack):
        parts = person_present(text[start:end], pack)
        alone = pack.names.spaced and len(text[start:end].split()) == 1
        name = parts.name
        surnames = surnames if found else name is not None and " " not in text[start + name.start : start + name.end]
        apart = found and text[found[-1][1] - 1] in _STRENGTHS[0]
        if found and not apart and (name is None or (alone and not surnames)) and not _may_begin(text[start:end], pack):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((start, end, parts))
    named = sum(parts.name is not None for _, _, parts in found)
    if named < len(found) and not any(mark in text for marks in _STRENGTHS[:-1] for mark in marks):
        return []  # words between spaces
    if pack.names.spaced and not any(_is_surely_one(text[start:end], parts) for start, end, parts in found):
        return []  # places, perhaps, or bodies
    short = all(end - start <= _LONGEST for start, end, _ in found)
    return found if len(found) > 1 and 2 * named >= len(found) and short else []


def _is_surely_one(text: str, parts: PersonParts) -> bool:
    """Whether a person has a rank, an office or an initial."""
    return len(parts.parts) > 1 or (parts.name is not None and _INITIAL.search(text) is not None)


def person_present(text: str, pack: LanguagePack) -> PersonParts:
    """The parts of one person; an office in brackets behind a name, or in small letters before it, needs no known word."""
    bare = text.rstrip(" \t\u3000,;.，；、。")
    first = re.match(rf"\s*(?:(?:{_joiners(pack)})\s+)?", text)
    start = first.end() if first else 0
    bracket = _BRACKET.search(bare, start) if pack.names.spaced else None
    core = bare[start : bracket.start() if bracket else None]
    first_part = re.split("[,،]", core, maxsplit=1)[0]  # an office behind it may be in words that are not known
    parts = next((p for part in dict.fromkeys((core, first_part)) if (p := _parts(part, pack)).name), _NOBODY)
    if parts.name is None:
        return _NOBODY
    if _may_hold_office(core, parts, pack):
        return _first_word_is_office(core, start)
    moved = [Part(part.tag, part.start + start, part.end + start) for part in parts.parts]
    if bracket and not parts.roles:
        moved.append(Part("roleName", *bracket.span("inside")))
    return PersonParts(tuple(moved), max(parts.certainty, _BY_LABEL))


def _parts(text: str, pack: LanguagePack) -> PersonParts:
    parts = split_person(text, pack)
    if parts.name is None or parts.certainty < _SURE:
        parts = _office_first(text, pack) or parts
    return parts


def _office_first(text: str, pack: LanguagePack) -> PersonParts | None:
    """An office in small letters and a name after it: городской голова И. П. Ветров."""
    words = [match.span() for match in re.finditer(r"\S+", text)] if pack.names.spaced else []
    small = 0
    while small < len(words) and text[words[small][0]].islower():
        small += 1
    joins = small > 0 and text[slice(*words[small - 1])] in pack.function_words  # the representatives of …
    if not small or joins or small == len(words) or not is_name_shaped(text[words[small][0] :], pack):
        return None
    name = Part("persName", words[small][0], len(text))
    tag = "rank" if all("." in text[start:end] for start, end in words[:small]) else "roleName"  # sig., dott.ssa
    return PersonParts((Part(tag, 0, words[small - 1][1]), name), _BY_LABEL)


def _first_word_is_office(text: str, start: int) -> PersonParts:
    """A noun and a name of two words or more, written alike: Hafenmeister Peter Lund."""
    end = len(text.split()[0])
    name = Part("persName", start + len(text) - len(text[end:].lstrip()), start + len(text))
    return PersonParts((Part("roleName", start, start + end), name), _GUESSED)


def _may_hold_office(text: str, parts: PersonParts, pack: LanguagePack) -> bool:
    """Whether what was taken for a name may hold an office, in a language that writes all nouns with a capital."""
    name = parts.name
    whole = name is not None and (name.start, name.end) == (0, len(text))
    return whole and pack.names.compounds and len(text.split()) >= _WORDS_WITH_OFFICE and "." not in text


def _pieces(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where the pieces of a list stand, each with the mark behind it: between its strongest marks, outside of brackets."""
    usable = _STRENGTHS[: 3 if pack.names.spaced else 4]
    marks = next((both for both in usable if any(mark in text.strip() for mark in both)), "")
    ends = [0]
    depth = 0
    for index, character in enumerate(text):
        depth += (character in "(（[") - (character in ")）]")
        if character in marks and depth <= 0:
            ends.append(index + 1)
    last = re.compile(rf"\s(?={_joiners(pack)}\s)")  # “… and Dunn” is another person where both are names
    joins = (match for match in last.finditer(text, ends[-1]) if pack.names.spaced and match.start() > ends[-1])
    ends += [match.end() for match in joins if _are_names(text[ends[-1] : match.start()], text[match.end() :], pack)]
    for start, end in pairwise([*ends, len(text)]):
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        if text[begin:end].strip(" .。"):
            yield begin, end


def _joiners(pack: LanguagePack) -> str:
    return "|".join(re.escape(word) for word in pack.dates.list_words if word.isalpha()) or r"(?!)"


def _are_names(before: str, after: str, pack: LanguagePack) -> bool:
    return all(person_present(each, pack).name is not None for each in (before, after))


def _may_begin(text: str, pack: LanguagePack) -> bool:
    """Whether a piece without a name that is known may be a person of its own: two words that begin as names do."""
    words = text.strip(" .,;；、").split()
    capital = all(not word[:1].islower() for word in words)
    office = bool(split_person(text.strip(" .,;"), pack).roles)
    return capital and not office and (len(words) > 1 or not pack.names.spaced)
