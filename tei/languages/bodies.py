"""Telling that a line names a body (a government, a party, a company) and nothing else, by the words of a pack."""

import re
from functools import cache, lru_cache

from tei.languages.base import LanguagePack
from tei.languages.patterns import any_case
from tei.languages.people import split_person
from tei.languages.people_spaced import hold_head, is_head, rank_length
from tei.languages.people_unspaced import comparable
from tei.languages.person_parts import squeeze
from tei.languages.scripts import to_simplified

_REMEMBERED = 512  # lines: each is asked about several times, and soon again
_MOST_WORDS = 14
_MOST_CHARACTERS = 30  # where words are not set apart
_MOST_ADJECTIVES = 2
_WHOLE_NAME = 0.7  # how sure a name of several words is


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


def signed_for(text: str, pack: LanguagePack) -> tuple[tuple[int, int, str], ...]:
    """The pieces of a line in which somebody signs for a body or person, `(start, end, tag)`; none of any other line.

    Either the body is led to and the name follows (“For the Company, A. Author, Agent”), or a word for it stands
    between them (“A. & Co., per B. Author”).
    """
    start, _, led = _without_lead(text, pack) if pack.names.spaced else (0, 0, False)
    found: tuple[tuple[int, int, str], ...] = ()
    for match in re.finditer(",", text[start:]) if led and start else ():
        at = start + match.end()
        body = named_body(text[:at], pack)
        found = _signer_at(text, at, ((body[0], body[1], "orgName"),) if body else (), pack)
        if found:
            return found
    for match in _proxies(pack.names.proxy_words).finditer(text) if pack.names.proxy_words else ():
        left = text[: match.start()].rstrip(" ,")
        whose = split_person(left, pack)
        body = named_body(left, pack)
        if body or (whose.name and whose.certainty >= _WHOLE_NAME):
            parts = [(body[0], body[1], "orgName")] if body else [(p.start, p.end, p.tag) for p in whose.parts]
            if found := _signer_at(text, match.end(), tuple(parts), pack):
                return found
    return ()


def _signer_at(
    text: str, at: int, before: tuple[tuple[int, int, str], ...], pack: LanguagePack
) -> tuple[tuple[int, int, str], ...]:
    """The pieces before, and those of the person who stands from `at` on; none where no whole name stands there."""
    at += len(text[at:]) - len(text[at:].lstrip())
    signer = split_person(text[at:], pack)
    if signer.name is None or signer.certainty < _WHOLE_NAME:
        return ()
    return (*before, *((at + part.start, at + part.end, part.tag) for part in signer.parts))


@cache
def _proxies(words: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"[,.]?\s+(?:{choices})\s+(?:(?:his|her|its|their|the)\s+)?(?=\w)")


@lru_cache(_REMEMBERED)
def _without_lead(text: str, pack: LanguagePack) -> tuple[int, int, bool]:
    """Where the body may begin and end, and whether words before or after it announce one."""
    for pattern in any_case(pack.party_leads).within(text):
        for match in pattern.finditer(text):
            if match.start() == 0:
                return match.end(), len(text), True
            if match.end() == len(text) and not pack.names.spaced:
                return 0, match.start(), True
    return 0, len(text), False


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
    if not 1 <= len(words) <= _MOST_WORDS:
        return False
    holds = hold_head((word for word in words if word[:1].isupper()), pack.names.org_heads, pack)
    if not (holds or led) or rank_length(body, pack) or split_person(body, pack).roles:
        return False
    small = [i for i, word in enumerate(words) if not word[:1].isupper() and not _is_common(word, pack)]
    # République portugaise: after the noun of a body, adjectives may be written small.
    adjectives = (
        led and len(small) <= _MOST_ADJECTIVES and all(i and _names_body(words[:i], small, pack) for i in small)
    )
    return not small or adjectives


def _is_common(word: str, pack: LanguagePack) -> bool:
    return word == "&" or word.casefold() in pack.function_words or word in pack.names.particles


def _names_body(before: list[str], small: list[int], pack: LanguagePack) -> bool:
    """Whether the word before, other adjectives aside, is the noun of a body."""
    last = len(before) - 1
    while last in small:
        last -= 1
    return last >= 0 and is_head(before[last], pack.names.org_heads, pack)
