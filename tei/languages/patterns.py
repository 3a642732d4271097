"""Patterns of language packs, each made when a text first holds what it asks for.

The packs have many hundred patterns, some of them long lists of words, and a line can match few of them. Making a
pattern takes far longer than using it, and using it longer than looking for a word. So the words that a match must begin
with, or hold, are read off the pattern itself where they are plain (“dear”, “[(]signed”, “.{0,80}digital library”), and the
pattern waits for them. One that asks for nothing plain is always tried.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache

from tei.languages import packs

_REMEMBERED = 512  # texts: many patterns are asked about each
_LONGEST = 12  # characters of a sign: more tells no more
# What a pattern consists of, as far as its groups and alternatives are concerned.
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_LITERAL = re.compile(r"(?:[^\\\[\](){}|?*+.^$]|\\[^\w\s])+(?![?*{])")
_CLASS = re.compile(r"\[((?:[^\\\[\]^-]|\\[^\w\s])+)\](?![?*{])")
# What says little: an edge, any character of many, one that may be missing; as often as you like.
_LOOSE = re.compile(
    r"\^|\\b|(?:\.|\\[dDwWsS]|\[\^?\]?(?:\\.|[^\]\\])*\]|(?:[^\\\[\](){}|?*+.^$]|\\[^\w\s])(?=[?*{]))(?:[?*+]|\{[\d,]+\})?\??"
)
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|-?i?:))?(?!\?)")
_LOOK = re.compile(r"\(\?<?[=!]")
_MAYBE = re.compile(r"(?:\*|\{0?,\d*\}|\?)\??")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)

Signs = tuple[frozenset[str], bool]
"""Texts of which every match holds one, none where they are not plain; and whether it begins with that."""


class Patterns:
    """Several patterns in their order; what matches is the first of them that does."""

    def __init__(self, sources: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> None:
        self._sources, self._flags = tuple(sources), flags

    @cached_property
    def _anywhere(self) -> "_BySign":
        return _BySign([_Pattern(source, self._flags, whole=True) for source in self._sources])

    @cached_property
    def _at_start(self) -> "_BySign":
        every = (each for source in self._sources for each in _alternatives(source))
        return _BySign([_Pattern(each, self._flags) for each in every], at_start=True)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the start of `text`."""
        for pattern in self.beginning(text):
            if match := pattern.match(text):
                return match
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is all of `text`."""
        for pattern in self.beginning(text):
            if match := pattern.fullmatch(text):
                return match
        return None

    def beginning(self, text: str) -> Iterable[re.Pattern[str]]:
        """The alternatives of the patterns that may match at the start of `text`."""
        return self._at_start.that_may_match(text)

    def within(self, text: str) -> Iterable[re.Pattern[str]]:
        """The patterns that may match anywhere in `text`."""
        return self._anywhere.that_may_match(text)


@cache
def any_case(sources: tuple[str, ...]) -> Patterns:
    """The patterns of a field of a pack, made once; case is free."""
    return Patterns(sources)


@cache
def as_written(sources: tuple[str, ...]) -> Patterns:
    """The same, case counting."""
    return Patterns(sources, re.RegexFlag(0))


@cache
def of_all_languages(field: str) -> Patterns:
    """The patterns of a field of the layout in all packs: what is set around a text need not be in its language."""
    return Patterns(source for pack in packs() for source in getattr(pack.layout, field))


class _Pattern:
    """A pattern that is made when it is asked for, with its signs, and whether a match begins with one of them.

    With `whole`, it may have bars.
    """

    __slots__ = ("_flags", "_given", "_made", "_source", "begins", "signs")

    def __init__(self, source: str, flags: re.RegexFlag, *, whole: bool = False) -> None:
        self._given, self._source, self._flags = source, f"(?:{source})" if whole else source, flags
        self._made: re.Pattern[str] | None = None
        signs, begins = _signs(self._source)
        self.signs, self.begins = tuple(sorted(signs)), begins and bool(signs)

    @property
    def at_start(self) -> bool:
        """Whether it matches only where a text begins."""
        return all(each.startswith("^") for each in _alternatives(self._given))

    @property
    def made(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self._source, self._flags)
        return self._made


class _BySign:
    """Patterns by the first characters of their signs; `at_start` if they are to match where a text begins alone."""

    def __init__(self, patterns: Sequence[_Pattern], *, at_start: bool = False) -> None:
        self._patterns = patterns
        self._always = [number for number, pattern in enumerate(patterns) if not pattern.signs]
        self._first: dict[str, list[tuple[str, int]]] = {}
        self._inside: dict[str, list[tuple[str, int]]] = {}
        for number, pattern in enumerate(patterns):
            where = self._first if pattern.begins and (at_start or pattern.at_start) else self._inside
            for sign in pattern.signs:
                where.setdefault(sign[0], []).append((sign, number))
        self._inside_first = frozenset(self._inside)

    def that_may_match(self, text: str) -> Iterable[re.Pattern[str]]:
        """The patterns of which `text` has a sign and those that have none, in their order."""
        plain, characters = _folded(text)
        found = []
        if signs := self._first.get(plain[:1]):
            found = [number for sign, number in signs if plain.startswith(sign)]
        for character in self._inside_first & characters:  # the first of several signs
            found += [number for sign, number in self._inside[character] if sign in plain]
        if not (found or self._always):  # as nearly always
            return ()
        return (self._patterns[number].made for number in sorted({*found, *self._always}))


@lru_cache(_REMEMBERED)
def _folded(text: str) -> tuple[str, frozenset[str]]:
    """`text` as signs are looked for in it, and its characters."""
    plain = folded(text)
    return plain, frozenset(plain)


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """`text` so that what `re.IGNORECASE` takes for the same is the same: the dotted İ of Turkish is an i there."""
    return text.upper().casefold().replace("\u0307", "")


def _alternatives(source: str) -> list[str]:
    """What stands between the bars of a pattern that are in no group."""
    if "|" not in source:
        return [source]
    depth = start = 0
    found = []
    for part in _PART.finditer(source):
        sign = part[0]
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append(source[start : part.start()])
            start = part.end()
    return [*found, source[start:]]


def _signs(source: str) -> Signs:
    """The signs of a pattern without bars."""
    begins = True
    while source:
        if literal := _LITERAL.match(source):
            return _plain([_ESCAPE.sub(r"\1", literal[0])[:_LONGEST]], begins)
        if characters := _CLASS.match(source):
            behind = _LITERAL.match(source, characters.end())
            more = _ESCAPE.sub(r"\1", behind[0])[:_LONGEST] if behind else ""
            return _plain([each + more for each in _ESCAPE.sub(r"\1", characters[1])], begins)
        if loose := _LOOSE.match(source):
            begins = begins and loose[0] in ("^", r"\b")
            source = source[loose.end() :]
            continue
        end = _end_of_group(source)
        maybe = _MAYBE.match(source, end)
        rest = source[maybe.end() if maybe else end :]
        if not (group := _GROUP.match(source)):
            if not _LOOK.match(source):
                break
        else:
            choices = [_signs(choice) for choice in _alternatives(source[group.end() : end - 1])]
            choices += [_signs(rest)] if maybe else []
            if all(signs for signs, _ in choices):
                return frozenset().union(*(signs for signs, _ in choices)), begins and all(
                    first for _, first in choices
                )
            begins = False
        source = rest
    return frozenset(), False


def _plain(signs: Iterable[str], begins: bool) -> Signs:
    every = frozenset(map(folded, signs))
    return (every if all(every) else frozenset()), begins


def _end_of_group(source: str) -> int:
    """Where the group ends that a pattern begins with."""
    depth = 0
    for part in _PART.finditer(source):
        depth += (part[0] == "(") - (part[0] == ")")
        if not depth:
            return part.end()
    return len(source)
