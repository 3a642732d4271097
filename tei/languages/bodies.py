"""Telling that a line names a body (a government, a party, a company) and nothing else, by the words of a pack."""

import re
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.people import split_person
from tei.languages.people_spaced import is_head, rank_length
from tei.languages.people_unspaced import comparable
from tei.languages.person_parts import squeeze
from tei.languages.scripts import to_simplified

_MOST_WORDS = 14
_MOST_CHARACTERS = 30  # where words are not set apart
_MOST_ADJECTIVES = 2


def named_body(text: str, pack: LanguagePack) -> tuple[int, int] | None:
    """The range of the body that `text`, one line, names, without the words that lead to it (For, のために)."""
    start, end, led = _without_lead(text, pack)
    body = text[start:end].rstrip(" :,.;：")
    names_one = _is_body_spaced(body, pack, led=led) if pack.names.spaced else _is_body_unspaced(body, pack)
    return (start, start + len(body)) if names_one else None


def leads_party(text: str, pack: LanguagePack) -> bool:
    """Whether `text` begins or ends with the words that lead to who is signed for: For the Minister."""
    start, end, led = _without_lead(text, pack)
    return led and bool(text[start:end].strip(" :："))


def _without_lead(text: str, pack: LanguagePack) -> tuple[int, int, bool]:
    """Where the body may begin and end, and whether words before or after it announce one."""
    for pattern in _leads(pack.party_leads):
        for match in pattern.finditer(text):
            if match.start() == 0:
                return match.end(), len(text), True
            if match.end() == len(text) and not pack.names.spaced:
                return 0, match.start(), True
    return 0, len(text), False


@cache
def _leads(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _is_body_unspaced(body: str, pack: LanguagePack) -> bool:
    plain = to_simplified(squeeze(body)[0])
    return (
        2 <= len(plain) <= _MOST_CHARACTERS
        and plain.isalpha()
        and plain.endswith(comparable(pack.names.org_heads))
        and not plain.endswith(comparable(pack.names.role_heads))
    )


def _is_body_spaced(body: str, pack: LanguagePack, *, led: bool) -> bool:
    words = body.split()
    if not 1 <= len(words) <= _MOST_WORDS or rank_length(body, pack) or split_person(body, pack).roles:
        return False
    holds = any(word[:1].isupper() and is_head(word, pack.names.org_heads, pack) for word in words)
    small = [i for i, word in enumerate(words) if not word[:1].isupper() and not _is_common(word, pack)]
    # République portugaise: after the noun of a body, adjectives may be written small.
    adjectives = (
        led and len(small) <= _MOST_ADJECTIVES and all(i and _names_body(words[:i], small, pack) for i in small)
    )
    return (holds or led) and (not small or adjectives)


def _is_common(word: str, pack: LanguagePack) -> bool:
    return word == "&" or word.casefold() in pack.function_words or word in pack.names.particles


def _names_body(before: list[str], small: list[int], pack: LanguagePack) -> bool:
    """Whether the word before, other adjectives aside, is the noun of a body."""
    last = len(before) - 1
    while last in small:
        last -= 1
    return last >= 0 and is_head(before[last], pack.names.org_heads, pack)
