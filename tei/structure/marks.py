"""Printed marks that something was signed, at the ends of lines, in all languages."""

import re
from functools import cache, lru_cache

from tei.languages import packs
from tei.languages.patterns import Patterns, any_case

_REMEMBERED = 512  # lines: each is asked about several times, and soon again
_LONGEST = 160  # characters of a mark, and more


@cache
def all_marks() -> Patterns:
    """The marks of all languages: a text may be signed in another."""
    return any_case(tuple(mark for pack in packs() for mark in pack.signature_marks))


@lru_cache(_REMEMBERED)
def marks_in(text: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of marks that may match in a line."""
    return tuple(all_marks().within(text))


@lru_cache(_REMEMBERED)
def is_marked(text: str) -> bool:
    """Whether a line begins or ends with a printed mark that it was signed."""
    return bool(marks_at_ends(text)[2]) or all_marks().fullmatch(text) is not None


@lru_cache(_REMEMBERED)
def marks_at_ends(text: str) -> tuple[int, int, tuple[tuple[int, int, str], ...]]:
    """Where a line's text begins and ends without the signature marks at either end, and those marks."""
    start, end = 0, len(text)
    found: list[tuple[int, int, str]] = []
    for pattern in marks_in(text if len(text) <= 2 * _LONGEST else text[:_LONGEST] + text[-_LONGEST:]):
        if (match := pattern.match(text, start, end)) and match.end() < end:
            found.append((match.start(), match.start() + len(match[0].rstrip()), "signature-mark"))
            start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
        for match in pattern.finditer(text, max(start, end - _LONGEST), end):
            if match.end() == end and match.start() > start:
                found.append((match.start(), end, "signature-mark"))
                end = start + len(text[start : match.start()].rstrip())
                break
    return start, end, tuple(sorted(found))
