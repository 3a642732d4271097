"""Telling offices from names where words are set apart by spaces: by capitals, commas and the nouns of offices."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.person_parts import Part, PersonParts

_SHORTEST_ENDING = 5  # letters of a noun that a compound may end with
_ABBREVIATED = 4  # letters of an office at most
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,2}\.\s?){2,4}|[A-Z]{2,4}\.?")  # Ph.D., F.R.S., MP
_SUPPLIED = re.compile(r"(?<=\w)\[(\w+)\]")  # what an editor supplies: A[nna]
_AROUND = ".,;:()’'\""
_DOUBT = re.compile(r"\s?[\[(](?:\?|sic!?)[\])]")  # that he reads with doubt
_PARTS = re.compile(r"[\s-]+")  # an office may be half of a compound: Attorney-General
_BRACKETS = re.compile(r"\(([^()\n]*)\)")
_WORD = re.compile(r"[^\s,;]+")


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def is_head(word: str, heads: tuple[str, ...], pack: LanguagePack) -> bool:
    """Whether `word` is one of `heads`, in any case, or a compound that ends with one where the language has such."""
    return hold_head((word,), heads, pack)


def hold_head(words: Iterable[str], heads: tuple[str, ...], pack: LanguagePack) -> bool:
    """Whether one of `words` is a head."""
    plain = {_without_supplied(word).strip(_AROUND).casefold() for word in words}
    if not plain.isdisjoint(_folded(heads)):
        return True
    return pack.names.compounds and any(word.endswith(_endings(heads)) for word in plain)


def _without_supplied(text: str) -> str:
    """`text` without the brackets around what an editor supplies."""
    return _SUPPLIED.sub(r"\1", text) if "[" in text else text


@cache
def _endings(heads: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(head.casefold() for head in heads if len(head) >= _SHORTEST_ENDING)


def has_role_head(text: str, pack: LanguagePack) -> bool:
    """Whether a word of `text` is the noun of an office."""
    return hold_head({*text.split(), *_PARTS.split(text)}, pack.names.role_heads, pack)


def is_name_shaped(text: str, pack: LanguagePack) -> bool:
    """Whether `text`, in a language with spaces, has the shape of a person's name: capitals, initials, particles."""
    words = _without_supplied(_DOUBT.sub("", text)).split()
    if not 1 <= len(words) <= 6 or has_role_head(text, pack):
        return False
    particles = frozenset(pack.names.particles)
    last = _without_elision(words[-1].rstrip(".,"), pack)
    if len(last.strip("’'-")) < 2 or not last[0].isupper() or (words[0] in particles and len(words) == 1):
        return False
    for word in words:
        bare = word.strip(".,’'")
        if _INITIALS.fullmatch(word.rstrip(",")) and word[0].isupper() and len(word) <= 8:
            continue
        if word in particles:
            continue
        bare = _without_elision(bare, pack)
        letters = bare.replace("-", "").replace("’", "").replace("'", "")
        if not letters.isalpha() or not bare[:1].isupper():
            return False
        common = bare.casefold() in pack.function_words and bare.casefold() not in particles
        if common or is_head(bare, pack.names.org_heads, pack):
            return False
    return True


def _without_elision(word: str, pack: LanguagePack) -> str:
    """A word of a name without the particle that is elided before it (d’)."""
    return word.removeprefix(next((p for p in pack.names.particles if p[-1] in "’'" and word.startswith(p)), ""))


def rank_length(text: str, pack: LanguagePack) -> int:
    """How many characters at the start of `text` are ranks or forms of address, white space after them included."""
    length = 0
    while True:
        rest = text[length:]
        if not rest.startswith(pack.names.ranks):
            return length
        ranks = [r for r in pack.names.ranks if rest.startswith(r) and not rest[len(r) : len(r) + 1].isalpha()]
        rank = max(ranks, key=len, default="")
        if rank and length and not rest[len(rank) :].strip(" .,") and text[:length].strip() in pack.names.civil_titles:
            return length  # Mr. Prince: a name that may be a rank as well
        if not rank:
            return length
        after = rest[len(rank) :]
        length += len(rank) + len(after) - len(after.lstrip(" \t."))


@cache
def _joiner(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\s*(?:(?:" + "|".join(map(re.escape, words)) + r")\s+)?")


def _segments(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """The pieces between commas, semicolons and the brackets of an office, without white space and a closing stop.

    A leading “and” is left out as well.
    """

    def apart(match: re.Match[str]) -> str:
        return f",{match[1]}," if has_role_head(match[1], pack) else match[0]  # A. Author (Chairman)

    for match in re.finditer(r"[^,;\n]+", _BRACKETS.sub(apart, text)):
        piece = match.group()
        lead = _joiner(pack.names.role_joiners).match(piece)
        start = match.start() + (lead.end() if lead else 0)
        end = match.start() + len(piece.rstrip())
        if text[end - 1 : end] == "." and not _INITIALS.fullmatch(text[start:end].split(" ")[-1] or "x"):
            end -= 1
        if start < end:
            yield start, end


def split_spaced(text: str, pack: LanguagePack) -> PersonParts:
    """The offices, ranks and name in `text`."""
    parts: list[Part] = []
    certainty = 0.0
    pieces = list(_segments(text, pack))
    named = False
    for start, end in pieces:
        piece = text[start:end]
        rank = rank_length(piece, pack)
        rest = piece[rank:]
        several = len(rest.split()) > 1
        # One word after an office may be a place as well: “Manager, Omaha”.
        if not named and rest and is_name_shaped(rest, pack) and (several or rank or not parts):
            named = True
            certainty = 0.95 if several and len(pieces) > 1 else 0.85 if rank else 0.7 if several else 0.5
            if rank:
                parts.append(Part("rank", start, start + len(piece[:rank].rstrip())))
            parts.append(Part("persName", start + rank, end))
        elif named and piece.rstrip(".") in pack.names.suffixes and parts[-1].tag == "persName":
            parts[-1] = Part("persName", parts[-1].start, end)
        elif named and _DEGREE.fullmatch(text, start, min(len(text), end + 1)):
            continue  # Ann Author, Ph.D.
        elif rank and rank >= len(piece.rstrip(".")):
            parts.append(Part("rank", start, end))
        elif has_role_head(piece, pack):
            split = None if named else _name_after_office(piece, pack)
            office = 0 if named or rank else _office_after_name(piece, pack)
            if office:
                named, certainty = True, 0.8
                parts.append(Part("persName", start, start + len(piece[:office].rstrip())))
                parts += [
                    Part("roleName", start + office + a, start + office + b)
                    for a, b in _offices_spaced(piece[office:], pack)
                ]
            elif split is None:
                parts += [Part("roleName", start + a, start + b) for a, b in _offices_spaced(piece, pack)]
            else:
                named, certainty = True, 0.75
                before = piece[:split].rstrip()
                parts += [Part("roleName", start + a, start + b) for a, b in _offices_spaced(before, pack)]
                parts.append(Part("persName", start + split, end))
        elif parts and (parts[-1].tag == "roleName" or (parts[-1].tag == "rank" and not named)):
            parts[-1] = Part("roleName", parts[-1].start, end)
        elif named and parts[0].tag == "rank" and _names_body(piece, pack):
            parts.append(Part("roleName", start, end))  # Mr. A. Author, Office of Harbours
        elif parts and certainty >= 0.7 and text[parts[-1].start : parts[-1].end].isupper():
            parts.append(Part("roleName", start, end))  # a name in capitals, and what is set after it
        else:
            return PersonParts()
    return PersonParts(tuple(parts), certainty)


def _names_body(piece: str, pack: LanguagePack) -> bool:
    """Whether a piece of the description of a person is the body that he is of: capitals, and the noun of a body."""
    words = piece.split()
    capitals = all(word[:1].isupper() or word in pack.function_words for word in words)
    return capitals and any(is_head(word, (*pack.names.org_heads, *pack.names.offices), pack) for word in words)


def _name_after_office(piece: str, pack: LanguagePack) -> int | None:
    """Where the name begins in “Foreign Minister Ann Author”: after the last noun of an office, no “of” following.

    Further on it begins only with initials, or after a word in lower case: “Ministre du commerce Jean Auteur”.
    """
    words = list(_WORD.finditer(piece))
    last = max((i for i, word in enumerate(words) if is_head(word.group(), pack.names.role_heads, pack)), default=-1)
    for i in range(last + 1, len(words) - 1) if last >= 0 else ():
        first, before = words[i].group(), words[i - 1].group()
        if first in pack.function_words or not is_name_shaped(piece[words[i].start() :], pack):
            continue  # Minister van …
        common = before in pack.function_words or before in pack.names.particles
        sets_off = before.islower() and first[0].isupper() and not common
        if i == last + 1 or (_INITIALS.fullmatch(first) and not common) or sets_off:
            return words[i].start()
    return None


def _office_after_name(piece: str, pack: LanguagePack) -> int:
    """Where the office begins in “A. B. Author Clerk of the Court”; 0 where nothing tells.

    Nothing sets it off, so the name must have initials, or the office be one abbreviated word at the end: “Ann Author Clk”.
    """
    words = list(_WORD.finditer(piece))
    first = next((i for i, word in enumerate(words) if is_head(word.group(), pack.names.role_heads, pack)), 0)
    name = piece[: words[first].start()].rstrip() if first else ""
    initials = any(_INITIALS.fullmatch(word) for word in name.split()[:-1])
    last = first == len(words) - 1 and len(words[first].group().rstrip(".")) <= _ABBREVIATED
    initials = initials or (last and len(name.split()) > 1)
    return words[first].start() if initials and is_name_shaped(name, pack) else 0


def _offices_spaced(piece: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Each office of `piece`: parted at a joiner when a noun of an office stands before it and soon after it."""
    joiner = re.compile(r"\s+(?:" + "|".join(re.escape(word) for word in pack.names.role_joiners) + r")\s+(?:the\s+)?")
    start = 0
    for match in joiner.finditer(piece):
        soon = " ".join(piece[match.end() :].split()[:3]).partition(" of ")[0]
        plain = soon not in pack.names.role_modifiers
        if plain and has_role_head(piece[start : match.start()], pack) and has_role_head(soon, pack):
            yield start, match.start()
            start = match.end()
    yield start, len(piece)
