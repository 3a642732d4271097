"""A document read once, as a stream, by an automaton that says “certainly fine” or nothing.

A state stands for what may still follow where the document is (`tei.schema.learner` works states out, by derivatives);
a start tag, text and an end tag lead from state to state, each by one look-up. In the same pass the ids and pointers are
gathered. This is the way for any size and form of XML; `tei.schema.scanner` has a quicker one for the plain form. Whatever is unusual leaves the question open: a document type, another encoding than UTF-8, an xml:base, a
pointer into another file, anything that a finding could come of. Then the checks on the tree decide, and say what is wrong.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from tei.schema.values import Check

if TYPE_CHECKING:
    from tei.schema.scanner import Tag

Opened = tuple[int, "Key", tuple[int, ...]]  # number of a state, key, outcome of the choices: what a start tag leads to
Origin = tuple[int] | Opened | tuple[int, "Key", tuple[int, ...], int]  # text, a start tag, a whole element led here
Key = (
    str | tuple[str, ...]
)  # the name of an element, with those of its attributes where it has any, as expat gives them

SEPARATOR = " "  # between namespace and local name
DEEPEST = 250  # elements in each other: libxml2 reads 256
_MANY = 10_000  # pointers: with more, those that lead somewhere are forgotten, lest a huge file fill the memory
_UNICODE = ("utf-8", "us-ascii")
_SPACE = " \t\n\r"


class Undecided(Exception):
    """The automaton does not say that the document is fine."""


class State:
    """A place in the grammar. `accepts` has a bit for each element pattern in question whose content may end here.

    `open` leads on by start tags; a value of None is a refusal. `text` is the state after text, None while not known;
    `value` checks the text where the content is a value. `origin` says how the state was first reached; the first
    state has none. `tags` is what a scan remembers of start tags as written.
    """

    __slots__ = ("accepts", "number", "open", "origin", "tags", "text", "value")

    def __init__(self, number: int, accepts: int = 0, origin: Origin | None = None) -> None:
        self.number = number
        self.accepts = accepts
        self.origin = origin
        self.open: dict[Key, Step | None] = {}
        self.text: State | None = None
        self.value: Check | None = None
        self.tags: dict[bytes, Tag] = {}


NOWHERE = State(-1)  # after text where none is allowed


class Step:
    """What a start tag leads to: the state inside, and by what the element was found to be the state `after` it.

    `checks` are of values, by their place in expat's list of attributes, as are the id, the pointers and the link
    (`corresp`) that are to be gathered (0: none). Where values decide between patterns, `choices` has the checks that
    tell them apart, and `variants` the steps by their outcome. `is_one` says that just one element pattern is in question.
    """

    __slots__ = (
        "after", "checks", "child", "choices", "identifier", "is_one", "link", "origin", "pointers", "variants",
    )  # fmt: skip

    def __init__(self, origin: Opened) -> None:
        self.origin = origin
        self.child = NOWHERE
        self.is_one = True
        self.after: dict[int, State] = {}
        self.checks: tuple[tuple[int, Check], ...] = ()
        self.identifier = 0
        self.pointers: tuple[int, ...] = ()
        self.link = 0
        self.choices: tuple[tuple[int, tuple[Check, ...]], ...] = ()
        self.variants: dict[tuple[int, ...], Step | None] = {}


@dataclass(slots=True)
class Tables:
    """What the automaton knows so far: states, the first that of a document's beginning, and checks by their probes."""

    states: list[State] = field(default_factory=list)
    checks: dict[str, Check] = field(default_factory=dict)
    size: int = 0  # rises with each state and step
    kept: int = 0  # the size that was kept


class Grower(Protocol):
    """Works out what the automaton does not know yet; None and NOWHERE are refusals."""

    def opened(self, state: State, key: Key) -> Step | None:
        """The step at a start tag."""

    def variant(self, step: Step, outcome: tuple[int, ...]) -> Step | None:
        """The step for one outcome of the choices of `step`."""

    def closed(self, step: Step, accepts: int) -> State:
        """The state after an element that fits the patterns `accepts`."""

    def texted(self, state: State) -> State:
        """The state after text."""


class Gathered:
    """Ids and pointers of a document, as written; `links` are those of elements in `text`: the id, the @corresp."""

    __slots__ = ("identifiers", "links", "pointers", "repeated")

    def __init__(
        self, identifiers: Sequence[str] = (), pointers: Iterable[str] = (), links: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.identifiers = set(identifiers)
        self.repeated = len(self.identifiers) != len(identifiers)  # whether an id came twice
        self.pointers = set(pointers)  # those of which it is not yet known that they lead somewhere
        self.links = list(links)

    def add(self, step: Step, attributes: list[str]) -> None:
        """Adds what the attributes of a start tag give."""
        identifier = attributes[step.identifier] if step.identifier else ""
        if step.identifier:
            self.repeated = self.repeated or identifier in self.identifiers
            self.identifiers.add(identifier)
        self.pointers.update(attributes[place] for place in step.pointers if "#" in attributes[place])
        if step.link:
            self.links.append((identifier, attributes[step.link]))

    def settle(self) -> None:
        """Forgets the pointers that lead to an id, without an escape or a scheme, or out of reach."""
        here = {f"#{each}" for each in self.identifiers if "%" not in each and "(" not in each}
        targets = set(" ".join(self.pointers).split()) - here
        self.pointers = {target for target in targets if not _is_elsewhere(target)}

    def are_fine(self) -> bool:
        """Whether ids are unique, and all pointers certainly lead to one of them or to the web, links both ways."""
        if self.repeated or any(not value or value != value.strip() for value in self.identifiers):
            return False
        self.settle()
        return not self.pointers and self._are_mutual()

    def _are_mutual(self) -> bool:
        """Whether all elements with links have ids, and name only such as name them."""
        one = dict(self.links)
        if len(one) != len(self.links) or "" in one:
            return not self.links
        if all(one.get(value[1:]) == f"#{own}" for own, value in self.links):  # each has one partner: most often so
            return True
        several = {own: value.split() for own, value in self.links}
        return all(f"#{own}" in several.get(target[1:], ()) for own, targets in several.items() for target in targets)


def _is_elsewhere(target: str) -> bool:
    """Whether a pointer leads out of reach for certain: without a fragment, or to a URL."""
    return "#" not in target or (target.startswith(("http://", "https://")) and "[" not in target)


def gather(state: State, grow: Grower, chunks: Iterable[bytes]) -> Gathered | None:
    """The ids and pointers of a document, given in pieces, when it certainly matches the grammar; else None."""
    found = Gathered()
    try:
        _run(state, grow, chunks, found)
    except (Undecided, expat.ExpatError):
        return None
    return found


def _run(state: State, grow: Grower, chunks: Iterable[bytes], found: Gathered) -> None:
    """Goes through the document; Undecided where the automaton has no way on."""
    stack: list[Step] = []
    value: list[str] = []

    def start(name: str, attributes: list[str]) -> None:
        nonlocal state
        step = entered(state, (name, *attributes[::2]) if attributes else name, attributes, grow)
        if attributes:
            found.add(step, attributes)
        if len(stack) > DEEPEST:
            raise Undecided
        stack.append(step)
        state = step.child

    def end(_name: str) -> None:
        nonlocal state
        step = stack.pop()
        state = step.after.get(state.accepts) or left(step, state, value, grow)

    def text(data: str) -> None:
        nonlocal state
        if state.text is not state:
            if state.value is not None:
                value.append(data)
            elif data.strip(_SPACE):
                state = filled(state, grow)

    parser = _parser()
    parser.buffer_text = parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler, parser.CharacterDataHandler = end, text
    for chunk in chunks:
        parser.Parse(chunk, False)
        if len(found.pointers) > _MANY:
            found.settle()
    parser.Parse(b"", True)
    if not state.accepts:
        raise Undecided


def prove(data: bytes) -> None:
    """ExpatError where a document is not well-formed, Undecided where it is of an unusual kind."""
    _parser().Parse(data, True)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate("UTF-8", SEPARATOR)
    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = _declared, _doctype
    return parser


def entered(state: State, key: Key, attributes: list[str], grow: Grower) -> Step:
    """The step at a start tag; Undecided where it, or a value, is not certainly allowed."""
    try:
        step = state.open[key]
    except KeyError:
        step = grow.opened(state, key)
    if step is not None and step.choices:
        step = _variant(step, attributes, grow)
    if step is None:
        raise Undecided
    for place, check in step.checks:
        if attributes[place] not in check.known and not check.admits(attributes[place]):
            raise Undecided
    return step


def left(step: Step, inside: State, value: list[str], grow: Grower) -> State:
    """The state after an element, whose characters are in `value` where its content is a value; these are used up."""
    accepts = inside.accepts if inside.value is None else inside.value.admits("".join(value))
    value.clear()
    if not accepts:
        raise Undecided
    return step.after.get(accepts) or grow.closed(step, accepts)


def filled(state: State, grow: Grower) -> State:
    """The state after text that is not white space."""
    after = state.text or grow.texted(state)
    if after is NOWHERE:
        raise Undecided
    return after


def _variant(step: Step, attributes: list[str], grow: Grower) -> Step | None:
    outcome = tuple(
        sum(check.admits(attributes[place]) << bit for bit, check in enumerate(checks))
        for place, checks in step.choices
    )
    return step.variants[outcome] if outcome in step.variants else grow.variant(step, outcome)


def _declared(version: str, encoding: str | None, _standalone: int) -> None:
    if version != "1.0" or (encoding or "utf-8").lower() not in _UNICODE:
        raise Undecided


def _doctype(*_: object) -> None:
    raise Undecided
