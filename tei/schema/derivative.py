"""What is wrong with one element: its attributes, and its children by derivatives of its content model.

The derivative of a pattern by a token is what may still follow that token; a sequence is allowed when what is left
after it may be empty. Source: Brzozowski, Derivatives of Regular Expressions (1964), and Clark, An Algorithm for RELAX
NG Validation (2002), here with whole child elements as tokens. It explains a verdict and does not give it: where the
same name has several patterns that differ in what they contain, or attributes depend on each other, the gate
(`tei.schema.slice` and libxml2) knows better.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from lxml import etree

from tei.schema.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    Name,
    NotAllowed,
    OneOrMore,
    Pattern,
    Ref,
    Text,
    Value,
    contains,
)
from tei.schema.value_patterns import check_of
from tei.schema.values import Check

T = TypeVar("T")
U = TypeVar("U")

_REMEMBERED = 200_000  # patterns


@dataclass(frozen=True, slots=True)
class Token:
    """A child in document order: an element, or characters (`element` is what they follow or stand in)."""

    element: etree._Element
    text: str = ""  # empty for an element


def _remembered(work: "Callable[[Derivatives, Pattern], T]") -> "Callable[[Derivatives, Pattern], T]":
    """A method of a pattern that is worked out once for each pattern."""
    name = work.__name__

    def look_up(self: "Derivatives", pattern: Pattern) -> T:
        known = self._known[name]
        if id(pattern) not in known:
            self._kept.append(pattern)
            known[id(pattern)] = work(self, pattern)
        return cast(T, known[id(pattern)])

    look_up.__doc__ = work.__doc__
    return look_up


class Derivatives:
    """Derivatives of the patterns of a grammar, and what else is asked of them, each worked out once.

    Patterns are told apart by identity, since comparing them would walk through them; they are kept, so that an id
    stays theirs. One object serves many documents.
    """

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._known: defaultdict[str, dict[int, object]] = defaultdict(dict)  # by what was asked, and of which pattern
        self._derived: dict[tuple[int, str, bool], Pattern] = {}
        self._made: dict[tuple[type, tuple[int, ...]], Pattern] = {}
        self._checks: dict[str, Check] = {}  # by their probes
        self._kept: list[Pattern] = []

    def trim(self) -> None:
        """Forgets everything when it has become much. Not to be called while patterns of this object are in use."""
        if len(self._kept) > _REMEMBERED:
            self._clear()

    def by_element(self, pattern: Pattern, name: str) -> Pattern:
        """What may follow a child element `name`."""
        return self._step(pattern, name, is_text=False)

    def by_text(self, pattern: Pattern, text: str) -> Pattern:
        """What may follow the characters `text`."""
        return self._step(pattern, text, is_text=True)

    def offered(self, pattern: Pattern, name: str) -> tuple[Element, ...]:
        """The element patterns that a child element `name` may match here."""
        named, others = self._by_name(pattern)
        return (*named.get(name, ()), *(option for option in others if contains(option.names, name)))

    @_remembered
    def _by_name(self, pattern: Pattern) -> tuple[dict[str, tuple[Element, ...]], tuple[Element, ...]]:
        """The element patterns that may come next: those with one name by that name, and the others."""
        named: dict[str, tuple[Element, ...]] = {}
        others: list[Element] = []
        for option in self.first_elements(pattern):
            if isinstance(option.names, Name):
                named[option.names.clark] = (*named.get(option.names.clark, ()), option)
            else:
                others.append(option)
        return named, tuple(others)

    @_remembered
    def nullable(self, pattern: Pattern) -> bool:
        """Whether nothing at all matches, attributes aside. A datatype is not asked about the empty string here."""
        match pattern:
            case Ref():
                return self.nullable(pattern.definition.pattern)
            case Choice():
                return any(self.nullable(part) for part in pattern.parts)
            case Group() | Interleave():
                return all(self.nullable(part) for part in pattern.parts)
            case OneOrMore():
                return self.nullable(pattern.of)
            case Empty() | Text() | Attribute():
                return True
            case Element() | Data() | Value() | List() | NotAllowed():
                return False

    @_remembered
    def first_elements(self, pattern: Pattern) -> tuple[Element, ...]:
        """The element patterns that may come next."""
        match pattern:
            case Element():
                return (pattern,)
            case Ref():
                return self.first_elements(pattern.definition.pattern)
            case Choice() | Interleave():
                return _all(self.first_elements(part) for part in pattern.parts)
            case Group():
                first = next((n for n, part in enumerate(pattern.parts) if not self.nullable(part)), len(pattern.parts))
                return _all(self.first_elements(part) for part in pattern.parts[: first + 1])
            case OneOrMore():
                return self.first_elements(pattern.of)
            case _:
                return ()

    @_remembered
    def attributes(self, pattern: Pattern) -> tuple[Attribute, ...]:
        """The attribute patterns of an element's content."""
        match pattern:
            case Attribute():
                return (pattern,)
            case Ref():
                return self.attributes(pattern.definition.pattern)
            case Choice() | Group() | Interleave():
                return _all(self.attributes(part) for part in pattern.parts)
            case OneOrMore():
                return self.attributes(pattern.of)
            case _:
                return ()

    @_remembered
    def required_attributes(self, pattern: Pattern) -> frozenset[str]:
        """The attributes, in Clark notation, that an element with this content cannot do without."""
        match pattern:
            case Attribute(names=Name() as name):
                return frozenset({name.clark})
            case Ref():
                return self.required_attributes(pattern.definition.pattern)
            case Choice():
                return frozenset.intersection(*(self.required_attributes(part) for part in pattern.parts))
            case Group() | Interleave():
                return frozenset().union(*(self.required_attributes(part) for part in pattern.parts))
            case OneOrMore():
                return self.required_attributes(pattern.of)
            case _:
                return frozenset()

    @_remembered
    def _has_value(self, pattern: Pattern) -> bool:
        """Whether it matters here which characters a text has."""
        match pattern:
            case Data() | Value() | List():
                return True
            case Ref():
                return self._has_value(pattern.definition.pattern)
            case Choice() | Group() | Interleave():
                return any(self._has_value(part) for part in pattern.parts)
            case OneOrMore():
                return self._has_value(pattern.of)
            case _:
                return False

    def _step(self, pattern: Pattern, token: str, *, is_text: bool) -> Pattern:
        key = (id(pattern), token if not is_text or self._has_value(pattern) else "", is_text)
        if key not in self._derived:
            self._kept.append(pattern)
            hopeless = not is_text and not self.offered(pattern, token)
            self._derived[key] = NOT_ALLOWED if hopeless else self._derive(pattern, token, is_text=is_text)
        return self._derived[key]

    def _derive(self, pattern: Pattern, token: str, *, is_text: bool) -> Pattern:
        match pattern:
            case Ref():
                return self._step(pattern.definition.pattern, token, is_text=is_text)
            case Choice():
                return self.choice(*(self._step(part, token, is_text=is_text) for part in pattern.parts))
            case Element():
                return EMPTY if not is_text and contains(pattern.names, token) else NOT_ALLOWED
            case Group():
                return self._group(pattern.parts, token, is_text=is_text)
            case Interleave():
                options = []
                for index, part in enumerate(pattern.parts):
                    after = self._step(part, token, is_text=is_text)
                    options.append(self._join(Interleave, (*pattern.parts[:index], after, *pattern.parts[index + 1 :])))
                return self.choice(*options)
            case OneOrMore():
                after = self._step(pattern.of, token, is_text=is_text)
                return self._join(Group, (after, self.choice(pattern, EMPTY)))
            case Text():
                return TEXT if is_text else NOT_ALLOWED
            case Data() | Value() | List():
                return EMPTY if is_text and self.matches(pattern, token) else NOT_ALLOWED
            case Attribute() | Empty() | NotAllowed():
                return NOT_ALLOWED

    def _group(self, parts: tuple[Pattern, ...], token: str, *, is_text: bool) -> Pattern:
        options = []
        for index, part in enumerate(parts):
            after = self._step(part, token, is_text=is_text)
            options.append(self._join(Group, (after, *parts[index + 1 :])))
            if not self.nullable(part):
                break
        return self.choice(*options)

    def choice(self, *parts: Pattern) -> Pattern:
        """One of the parts: each once, nested choices opened, without those that are not allowed."""
        kept: dict[int, Pattern] = {}
        for part in parts:
            for option in part.parts if isinstance(part, Choice) else (part,):
                if not isinstance(option, NotAllowed):
                    kept[id(option)] = option
        return self._make(Choice, tuple(kept.values())) if kept else NOT_ALLOWED

    def _join(self, kind: "type[Group] | type[Interleave]", parts: tuple[Pattern, ...]) -> Pattern:
        if any(isinstance(part, NotAllowed) for part in parts):
            return NOT_ALLOWED
        kept = tuple(part for part in parts if not isinstance(part, Empty))
        return self._make(kind, kept) if kept else EMPTY

    def _make(self, kind: "type[Choice] | type[Group] | type[Interleave]", parts: tuple[Pattern, ...]) -> Pattern:
        """The same object for the same parts: or else what is left would grow with every child."""
        if len(parts) == 1:
            return parts[0]
        key = (kind, tuple(map(id, parts)))
        if key not in self._made:
            self._kept.extend(parts)
            self._made[key] = kind(parts)
        return self._made[key]

    def matches(self, pattern: Pattern, text: str) -> bool:
        """Whether a value matches a datatype."""
        while isinstance(pattern, Ref):  # many attributes have the same
            pattern = pattern.definition.pattern
        check = self._check(pattern)
        return check is None or check.admits(text)

    @_remembered
    def _check(self, pattern: Pattern) -> Check | None:
        check = check_of(pattern)
        return check and self._checks.setdefault(check.probe, check)


def _all(parts: Iterable[tuple[U, ...]]) -> tuple[U, ...]:
    """The items of all the parts, each once."""
    return tuple({id(item): item for part in parts for item in part}.values())


def tokens(element: etree._Element) -> list[Token]:
    """The children of an element; white space between elements is left out, a comment does not part characters."""
    found: list[Token] = []
    if element.text:
        found.append(Token(element, element.text))
    for child in element:
        if isinstance(child.tag, str):
            found.append(Token(child))
        if child.tail:
            if found and found[-1].text:
                found[-1] = replace(found[-1], text=found[-1].text + child.tail)
            else:
                found.append(Token(child, child.tail))
    return [token for token in found if not token.text or token.text.strip()]
