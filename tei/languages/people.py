"""Telling a person's offices from the name, by the words of a language pack.

Nothing here knows a name: offices are recognised by the nouns that name them (Minister, 部长), a name by its shape and
by where it stands. Offsets are those of the text given, half-open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.scripts import script_of, to_simplified

_LONGEST_ROW = 24  # words in a line of several people
_SHORTEST_ENDING = 5  # letters of a noun that a compound may end with
_LONGEST_PERSON = 300  # characters of the description of one person
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
_PARTS = re.compile(r"[\s-]+")  # an office may be half of a compound: Attorney-General
_WORD = re.compile(r"[^\s,;]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a description of a person. `tag` is "persName", "roleName" or "rank"."""

    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PersonParts:
    """The pieces in order. `certainty` (0–1) is how sure it is that the name is one; 0 when there is none."""

    parts: tuple[Part, ...] = ()
    certainty: float = 0.0

    @property
    def name(self) -> Part | None:
        """The name, None where only offices stand."""
        return next((part for part in self.parts if part.tag == "persName"), None)

    @property
    def roles(self) -> tuple[Part, ...]:
        """The offices."""
        return tuple(part for part in self.parts if part.tag == "roleName")


def is_letterspaced(text: str) -> bool:
    """Whether `text` is set with a space between all its characters (周 恩 来)."""
    pieces = text.split()
    return len(pieces) > 1 and all(len(piece) == 1 for piece in pieces) and any(piece.isalpha() for piece in pieces)


def squeeze(text: str) -> tuple[str, list[int]]:
    """`text` without its white space, and the offset in `text` of each character left."""
    kept = [(index, character) for index, character in enumerate(text) if not character.isspace()]
    return "".join(character for _, character in kept), [index for index, _ in kept]


def split_person(text: str, pack: LanguagePack) -> PersonParts:
    """The offices, ranks and name in `text`, the description of one person."""
    return _split_spaced(text, pack) if pack.names.spaced else _split_unspaced(text, pack)


def split_people(text: str, pack: LanguagePack) -> tuple[tuple[int, int, PersonParts], ...]:
    """The people of a list in running text: `(start, end, parts)`, the separator after each one included in it.

    Offices that precede a name across a separator belong to that name. Empty when no separator makes such a list.
    """
    best: tuple[tuple[int, int, PersonParts], ...] = ()
    for separator in pack.list_separators:
        people = tuple(_by_separator(text, separator, pack))
        if people and all(parts.name for _, _, parts in people) and len(people) > len(best):
            best = people
    return best


def _by_separator(text: str, separator: str, pack: LanguagePack) -> Iterator[tuple[int, int, PersonParts]]:
    start = end = 0
    for piece in re.split(f"(?<={re.escape(separator)})", text):
        end += len(piece)
        if not piece.strip():
            continue
        if end - start > _LONGEST_PERSON:  # running text, not a list of people
            return
        parts = split_person(text[start:end], pack)
        following = text[end:].lstrip()
        if parts.name is None and following:
            continue  # an office without its name yet
        if parts.name and parts.name.start == parts.parts[0].start and pack.names.spaced:
            after = split_person(re.split(re.escape(separator), following, maxsplit=1)[0], pack)
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
    found: list[tuple[int, int]] = []
    start = 0
    for index, (_, end) in enumerate(words[:_LONGEST_ROW]):
        parts = split_person(text[words[start][0] : end], pack)
        if parts.roles and parts.name is parts.parts[-1] and parts.certainty >= 0.9:
            found.append((words[start][0], end))
            start = index + 1
    return tuple(found) if len(found) > 1 and start == len(words) else ()


def _shift(parts: PersonParts, by: int) -> PersonParts:
    return PersonParts(tuple(Part(p.tag, p.start + by, p.end + by) for p in parts.parts), parts.certainty)


# --- languages without spaces between words -------------------------------------------------------------------------


@cache
def comparable(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a pack as texts are compared with them: with their Han characters simplified."""
    return tuple(map(to_simplified, words))


@cache
def _comparable_surnames(surnames: frozenset[str]) -> frozenset[str]:
    return frozenset(map(to_simplified, surnames))


@cache
def _ends_with(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(comparable(words), key=len, reverse=True)))


def role_nouns(text: str, pack: LanguagePack) -> set[tuple[int, int]]:
    """The nouns of offices in simplified `text`: the offset at which each ends, and its length."""
    heads = _ends_with(pack.names.role_heads)
    found = (heads.match(text, start) for start in range(len(text)))
    return {(match.end(), len(match.group())) for match in found if match}


def role_ends(text: str, pack: LanguagePack) -> list[int]:
    """The offsets at which the noun of an office ends in simplified `text`, in order."""
    return sorted({end for end, _ in role_nouns(text, pack)})


def name_quality(text: str, pack: LanguagePack) -> float:
    """How much `text` (simplified, no spaces) looks like a whole name of a person: 0–1."""
    separator = pack.names.name_separator
    if separator and separator in text:
        pieces = text.split(separator)
        whole = len(pieces) <= 6 and all(0 < len(piece) <= 8 and piece.isalpha() for piece in pieces)
        return 0.95 if whole else 0.0
    if not all(script_of(character) in pack.scripts for character in text) or pack.function_words & set(text):
        return 0.0
    nouns = comparable(pack.names.role_heads) + comparable(pack.names.org_heads)
    if any(len(noun) > 1 and text.endswith(noun) for noun in nouns):
        return 0.0
    families, given = _comparable_surnames(pack.names.surnames), range(1, pack.names.given_length + 1)
    if any(len(text) - size in given and text[:size] in families for size in (3, 2)):
        return 0.95
    if len(text) - 1 in given and text[0] in families:
        return 0.9
    return 0.5 if 2 <= len(text) <= 4 else 0.3 if 5 <= len(text) <= 8 else 0.0


def _split_unspaced(text: str, pack: LanguagePack) -> PersonParts:
    squeezed, offsets = squeeze(text)
    plain = to_simplified(squeezed)
    left, right = 0, len(plain)
    while right > left and not plain[right - 1].isalpha():
        right -= 1
    while left < right and not plain[left].isalpha():
        left += 1
    parts: list[tuple[str, int, int]] = []
    ranks = [rank for rank in comparable(pack.names.ranks) if plain[left:right].endswith(rank)]
    rank = max(ranks, key=len, default="")
    name_end = right - len(rank) if right - len(rank) - left >= 2 else right
    ends = [end for end in role_ends(plain[:right], pack) if end > left]
    candidates = [(name_quality(plain[end:name_end], pack), end) for end in ends if end < name_end]
    quality, begin = max(candidates, default=(0.0, right))
    whole = name_quality(plain[left:name_end], pack)
    if quality >= 0.3 and not (whole >= 0.9 and quality < whole):
        parts += [("roleName", start, end) for start, end in _offices_unspaced(plain, left, begin, pack)]
    elif whole >= 0.5:
        quality, begin = whole, left
    elif right in ends or (rank and not whole):  # offices only, or a name before its title
        quality, parts = _title_after(plain, left, right, pack)
        begin = name_end = right
    else:
        return PersonParts()
    if begin < name_end:
        parts.append(("persName", begin, name_end))
        if name_end < right:
            parts.append(("rank", name_end, right))
    found = tuple(Part(tag, offsets[start], offsets[end - 1] + 1) for tag, start, end in parts)
    return PersonParts(found, quality if any(part.tag == "persName" for part in found) else 0.0)


def _title_after(plain: str, left: int, right: int, pack: LanguagePack) -> tuple[float, list[tuple[str, int, int]]]:
    """A name with its title after it (毛泽东主席), or offices alone."""
    for size in (3, 2, 4, 5):
        end = left + size
        if (
            end < right
            and name_quality(plain[left:end], pack) >= 0.9
            and plain[end:right] in comparable(pack.names.role_heads)
        ):
            return 0.85, [("persName", left, end), ("roleName", end, right)]
    return 0.0, [("roleName", start, end) for start, end in _offices_unspaced(plain, left, right, pack)]


def _offices_unspaced(plain: str, left: int, right: int, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Each office between `left` and `right`: they are parted where a joiner stands after the noun of an office."""
    ends = set(role_ends(plain[:right], pack))
    start = left
    for match in _ends_with(pack.names.role_joiners).finditer(plain, left, right):
        if match.start() in ends and match.end() < right:
            yield start, match.start()
            start = match.end()
    end = right
    while end > start and not plain[end - 1].isalpha():
        end -= 1
    if start < end:
        yield start, end


# --- languages with spaces between words ----------------------------------------------------------------------------


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def is_head(word: str, heads: tuple[str, ...], pack: LanguagePack) -> bool:
    """Whether `word` is one of `heads`, in any case, or a compound that ends with one where the language has such."""
    plain = word.strip(".,;:()’'\"").casefold()
    return plain in _folded(heads) or (pack.names.compounds and plain.endswith(_endings(heads)))


@cache
def _endings(heads: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(head.casefold() for head in heads if len(head) >= _SHORTEST_ENDING)


def has_role_head(text: str, pack: LanguagePack) -> bool:
    """Whether a word of `text` is the noun of an office."""
    return any(is_head(word, pack.names.role_heads, pack) for word in (*text.split(), *_PARTS.split(text)))


def is_name_shaped(text: str, pack: LanguagePack) -> bool:
    """Whether `text`, in a language with spaces, has the shape of a person's name: capitals, initials, particles."""
    words = text.split()
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
        ranks = [r for r in pack.names.ranks if rest.startswith(r) and not rest[len(r) : len(r) + 1].isalpha()]
        rank = max(ranks, key=len, default="")
        if not rank:
            return length
        after = rest[len(rank) :]
        length += len(rank) + len(after) - len(after.lstrip(" \t."))


@cache
def _joiner(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\s*(?:(?:" + "|".join(map(re.escape, words)) + r")\s+)?")


def _segments(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """The pieces between commas and semicolons, without white space, a leading “and” or a closing full stop."""
    for match in re.finditer(r"[^,;\n]+", text):
        piece = match.group()
        lead = _joiner(pack.names.role_joiners).match(piece)
        start = match.start() + (lead.end() if lead else 0)
        end = match.start() + len(piece.rstrip())
        if text[end - 1 : end] == "." and not _INITIALS.fullmatch(text[start:end].split(" ")[-1] or "x"):
            end -= 1
        if start < end:
            yield start, end


def _split_spaced(text: str, pack: LanguagePack) -> PersonParts:
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
        elif rank and rank >= len(piece.rstrip(".")):
            parts.append(Part("rank", start, end))
        elif has_role_head(piece, pack):
            split = None if named else _name_after_office(piece, pack)
            if split is None:
                parts += [Part("roleName", start + a, start + b) for a, b in _offices_spaced(piece, pack)]
            else:
                named, certainty = True, 0.75
                office = piece[:split].rstrip()
                parts += [Part("roleName", start + a, start + b) for a, b in _offices_spaced(office, pack)]
                parts.append(Part("persName", start + split, end))
        elif parts and parts[-1].tag == "roleName":
            parts[-1] = Part("roleName", parts[-1].start, end)
        elif parts and certainty >= 0.7 and text[parts[-1].start : parts[-1].end].isupper():
            parts.append(Part("roleName", start, end))  # a name in capitals, and what is set after it
        else:
            return PersonParts()
    return PersonParts(tuple(parts), certainty)


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
