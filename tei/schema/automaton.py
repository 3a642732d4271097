"""The Glushkov automaton of a content model: what may follow what, and whether an XSD can say it.

XSD 1.0 asks that a content model be deterministic (Unique Particle Attribution, XML Schema Part 1, 3.8.6): the next
element alone must tell which particle it belongs to. A model is deterministic exactly when its Glushkov automaton is
(Brüggemann-Klein and Wood, One-unambiguous regular languages, 1998). XSD asks further that an element name have one
type in a content model (Element Declarations Consistent), and it knows text anywhere between the children or nowhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from tei.schema.odd import (
    Alternate,
    AnyElement,
    ClassRef,
    ClassSpec,
    ElementRef,
    MacroRef,
    Odd,
    Particle,
    Sequence,
    TextNode,
)

START = -1
Path = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a content model where something is consumed: an element (`ident` and `name`), or text (both "").

    `particle` tells the particles of the model apart; those that stand for repetitions of one are equal.
    """

    ident: str
    name: str
    particle: Path

    @property
    def is_text(self) -> bool:
        """Whether it is text that is consumed."""
        return not self.name


@dataclass(slots=True)
class _Part:
    """What the automaton needs to know of a part of a content model."""

    nullable: bool
    first: set[int]
    last: set[int]


@dataclass(slots=True)
class Automaton:
    """The automaton of one content model. Text is taken to be optional and repeatable, as in RELAX NG."""

    odd: Odd
    positions: list[Position] = field(default_factory=list)
    follow: dict[int, set[int]] = field(default_factory=dict)
    final: set[int] = field(default_factory=set)

    def faults(self) -> Iterator[str]:
        """Why an XSD cannot say this content, if it cannot: the first reason of each kind."""
        yield from sorted(set(self._clashes()))[:1]
        if any(position.is_text for position in self.positions):
            yield from list(self._without_text())[:1]

    def _clashes(self) -> Iterator[str]:
        for places in self.follow.values():
            for one, other in combinations(sorted(places), 2):
                a, b = self.positions[one], self.positions[other]
                if a.name and a.name == b.name and a.particle != b.particle:
                    yield f"`{a.name}` may belong to two parts of the content model"
        idents: dict[str, str] = {}
        for position in self.positions:
            if idents.setdefault(position.name, position.ident) != position.ident:
                yield f"`{position.name}` means two things: “{idents[position.name]}” and “{position.ident}”"

    def _without_text(self) -> Iterator[str]:
        """Places between children where no text may stand, or where it decides what may come next."""
        for state, places in self.follow.items():
            if state != START and self.positions[state].is_text:
                continue
            texts = [place for place in places if self.positions[place].is_text]
            after = set().union(*(self.follow[text] for text in texts))
            ends = not self.final.isdisjoint(texts)
            if self._elements(places) - self._elements(after) or (state in self.final and not ends):
                where = "at the beginning" if state == START else f"after `{self.positions[state].name}`"
                yield f"text may stand in some places only, and not {where}"

    def _elements(self, places: Iterable[int]) -> set[int]:
        return {place for place in places if not self.positions[place].is_text}

    def build(self, particle: Particle, path: Path) -> _Part:
        """The part of the automaton for `particle`, which stands at `path` in the model."""
        if isinstance(particle, TextNode):
            part = self._leaf(Position("", "", path))
            self._loop(part)
            part.nullable = True
            return part
        if isinstance(particle, MacroRef):
            return self.build(self.odd.macro(particle.key).content, (*path, particle.key))
        copies = max(particle.least, 1 if particle.most is None else particle.most)
        parts = [self._once(particle, path) for _ in range(copies)]
        for optional in parts[particle.least :]:
            optional.nullable = True
        if particle.most is None:
            self._loop(parts[-1])
        return self._group(parts)

    def _once(self, particle: ElementRef | ClassRef | AnyElement | Sequence | Alternate, path: Path) -> _Part:
        match particle:
            case ElementRef(key):
                return self._leaf(Position(key, self.odd.element(key).name, path))
            case AnyElement():
                return self._leaf(Position("*", "*", path))
            case ClassRef(key):
                return self._choice(self._members(key, path))
            case Sequence(parts):
                return self._group([self.build(part, (*path, number)) for number, part in enumerate(parts)])
            case Alternate(parts):
                return self._choice([self.build(part, (*path, number)) for number, part in enumerate(parts)])

    def _members(self, key: str, path: Path) -> list[_Part]:
        members = []
        for member in self.odd.members[key]:
            inner = ClassRef(member) if isinstance(self.odd.specs[member], ClassSpec) else ElementRef(member)
            members.append(self.build(inner, (*path, key, member)))
        return members

    def _leaf(self, position: Position) -> _Part:
        self.positions.append(position)
        number = len(self.positions) - 1
        self.follow[number] = set()
        return _Part(False, {number}, {number})

    def _loop(self, part: _Part) -> None:
        for last in part.last:
            self.follow[last] |= part.first

    def _choice(self, parts: list[_Part]) -> _Part:
        firsts, lasts = (part.first for part in parts), (part.last for part in parts)
        return _Part(any(part.nullable for part in parts), set().union(*firsts), set().union(*lasts))

    def _group(self, parts: list[_Part]) -> _Part:
        whole = _Part(True, set(), set())
        for part in parts:
            for last in whole.last:
                self.follow[last] |= part.first
            whole = _Part(
                whole.nullable and part.nullable,
                whole.first | part.first if whole.nullable else whole.first,
                whole.last | part.last if part.nullable else part.last,
            )
        return whole


def automaton(odd: Odd, content: Particle) -> Automaton:
    """The automaton of `content`."""
    found = Automaton(odd, follow={START: set()})
    whole = found.build(content, ())
    found.follow[START] |= whole.first
    found.final = whole.last | ({START} if whole.nullable else set())
    return found
