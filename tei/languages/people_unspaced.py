"""Telling offices from names where words are not set apart by spaces: by the nouns that offices end with (部长)."""

import re
from collections.abc import Iterator
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.person_parts import Part, PersonParts, longest_end, longest_start, squeeze
from tei.languages.scripts import script_of, to_simplified

_LONGEST = 60  # characters: no name is longer, of however many parts
_LONGEST_PLAIN = 8  # of one part
_COLONS = ("：", ":")
_WHOLE_NAME = 3  # characters
_SURE = 0.9  # how sure a family name and a given one are


@cache
def comparable(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a pack as texts are compared with them: with their Han characters simplified."""
    return tuple(map(to_simplified, words))


@cache
def comparable_set(words: frozenset[str]) -> frozenset[str]:
    """The same for words that are looked up."""
    return frozenset(map(to_simplified, words))


@cache
def _long_nouns(offices: tuple[str, ...], bodies: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(noun for noun in (*comparable(offices), *comparable(bodies)) if len(noun) > 1)


@cache
def _ends_with(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(comparable(words), key=len, reverse=True)))


@cache
def _by_first(words: tuple[str, ...]) -> dict[str, list[str]]:
    """Words by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(comparable(words), key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return found


def role_nouns(text: str, pack: LanguagePack) -> set[tuple[int, int]]:
    """The nouns of offices in simplified `text`: the offset at which each ends, and its length."""
    heads = _by_first(pack.names.role_heads)
    found = set()
    for start, first in enumerate(text):
        for noun in heads.get(first, ()):
            if text.startswith(noun, start):
                found.add((start + len(noun), len(noun)))
                break
    return found


def role_ends(text: str, pack: LanguagePack) -> list[int]:
    """The offsets at which the noun of an office ends in simplified `text`, in order."""
    return sorted({end for end, _ in role_nouns(text, pack)})


def name_quality(text: str, pack: LanguagePack) -> float:
    """How much `text` (simplified, no spaces) looks like a whole name of a person: 0–1."""
    if len(text) > _LONGEST:
        return 0.0
    separator = pack.names.name_separator
    if separator and separator in text:
        pieces = text.split(separator)
        whole = len(pieces) <= 6 and all(0 < len(piece) <= 12 and piece.isalpha() for piece in pieces)
        return 0.95 if whole else 0.0
    common = pack.function_words & set(text)
    if not all(script_of(character) in pack.scripts for character in text) or common - set(pack.names.given_characters):
        return 0.0
    if common:  # 康有为: words that are usual in given names as well
        family = len(text) == 1 + pack.names.given_length and text[0] in comparable_set(pack.names.surnames)
        return 0.75 if family and text[0] not in common else 0.0
    if not 2 <= len(text) <= _LONGEST_PLAIN or text.endswith(_long_nouns(pack.names.role_heads, pack.names.org_heads)):
        return 0.0
    families, given = comparable_set(pack.names.surnames), range(1, pack.names.given_length + 1)
    if any(len(text) - size in given and text[:size] in families for size in (3, 2)):
        return 0.95
    if len(text) - 1 in given and text[0] in families:
        return 0.9
    return 0.5 if len(text) <= 4 else 0.3


def _are_several(plain: str, offsets: list[int], start: int, pack: LanguagePack) -> bool:
    """Whether white space parts what stands from `start` on into more words than a name in Han characters has.

    Such a name may be letter-spaced, or have a space between its two parts.
    """
    count = len(offsets) - start
    if not 0 < count <= _LONGEST or offsets[-1] - offsets[start] == count - 1:
        return False
    words = "".join(
        " " * (offsets[at] > offsets[at - 1] + 1 and at > start) + plain[at] for at in range(start, len(offsets))
    ).split()
    name = words[1:] if words[:1] and words[0] in comparable(pack.names.ranks) else words  # 公使 子爵 某某
    return not make_one_name(name, pack)


def make_one_name(words: list[str], pack: LanguagePack) -> bool:
    """Whether words that white space parts can be one name: letter-spaced, or in Han characters a family name and a given one."""
    if len(words) < 2 or all(len(word) == 1 for word in words):
        return True
    if all(len(word) >= _WHOLE_NAME and name_quality(word, pack) >= _SURE for word in words):
        return False
    longest = pack.names.given_length
    two = len(words) == 2 and len(words[0]) <= max(longest, 2) and len(words[1]) <= longest
    return two or not all(script_of(character) == "Hani" for word in words for character in word)


def split_unspaced(text: str, pack: LanguagePack) -> PersonParts:
    """The offices, ranks and name in `text`."""
    squeezed, offsets = squeeze(text)
    plain = to_simplified(squeezed)
    left, right = 0, len(plain)
    while right > left and not plain[right - 1].isalpha():
        right -= 1
    while left < right and not plain[left].isalpha():
        left += 1
    offices = _by_first(pack.names.role_heads).get(plain[left:][:1], ())
    if plain[left:right] in offices:  # 代表取締役, in which the end of another office stands
        return PersonParts((Part("roleName", offsets[left], offsets[right - 1] + 1),))
    parts: list[tuple[str, int, int]] = []
    rank = longest_end(plain[left:right], comparable(pack.names.ranks))
    name_end = right - len(rank) if right - len(rank) - left >= 2 else right
    ends = [end for end in role_ends(plain[:right], pack) if end > left]
    begins = [end + plain.startswith(_COLONS, end) for end in ends]  # 记录人：某某
    named = offsets[:name_end]
    candidates = [
        (name_quality(plain[at:name_end], pack), at)
        for at in begins
        if at < name_end <= at + _LONGEST and not _are_several(plain, named, at, pack)
    ]
    quality, begin = max(candidates, default=(0.0, right))
    if quality < 0.5 and set("，,。；") & set(plain[left:begin]):  # a clause that ends with a word like an office
        quality = 0.0
    inside = 0 < begin < right and offsets[begin] == offsets[begin - 1] + 1
    if quality < 0.5 and len(squeezed) < len(text.strip()) and inside:  # in a text with spaces, an office ends at one
        quality = 0.0
    several = _are_several(plain, named, left, pack)
    whole = 0.0 if several else name_quality(plain[left:name_end], pack)
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
        title = longest_start(plain[begin:], comparable(pack.names.ranks))
        behind = name_quality(plain[begin + len(title) : name_end], pack)
        apart = (
            title != "" and begin + len(title) < name_end and offsets[begin + len(title)] > offsets[begin] + len(title)
        )
        if parts and title and (behind >= 0.5 or (apart and behind > 0)):  # 公使 子爵 某某
            parts.append(("rank", begin, begin + len(title)))
            begin, quality = begin + len(title), behind
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
            and not plain[left:end].endswith(comparable(pack.names.org_heads))
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
