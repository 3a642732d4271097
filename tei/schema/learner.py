"""The states and steps of the automaton (`tei.schema.acceptor`), worked out from a grammar when they are first met.

A state is a set of patterns, one for each element pattern that the open element may still turn out to match, and what is
known of the place: inside `text`, inside an example. Elements are told apart when they end, so that any grammar is
served (Murata, Lee, Mani and Kawaguchi, Taxonomy of XML schema languages using formal language theory, 2005).
"""

from collections.abc import Iterable, Sequence

from tei.names import TEI_NS, XML_ID, local_name, tei
from tei.schema.acceptor import NOWHERE, SEPARATOR, Key, Opened, Origin, State, Step, Tables, Undecided
from tei.schema.patterns import Attribute, Element, Grammar
from tei.schema.pointing import EXAMPLE, XML_BASE, is_pointer
from tei.schema.residuals import NONE, TEXTS, Residuals
from tei.schema.value_patterns import check_of
from tei.schema.values import Check

_MOST = 500_000  # patterns that are left of others: a grammar in which they become more is not learned further
_TEXT = tei("text")
_Place = tuple[bool, bool]  # in an example, in `text`
_Meaning = tuple[_Place, tuple[int, ...]]
_Admitted = dict[Check | None, set[int]]  # the attribute patterns that a check admits values for; None: any value


class Learner:
    """Lets the automaton in `tables` grow by what `grammar` says."""

    def __init__(self, grammar: Grammar, tables: Tables) -> None:
        self._tables = tables
        self._residuals = Residuals()
        self._meanings: list[_Meaning] = []  # of the states, by number
        self._numbers: dict[_Meaning, int] = {}
        self._checks: dict[int, Check | None] = {}  # of attribute patterns
        self._candidates: dict[Opened, tuple[int, ...]] = {}
        self._last: tuple[tuple[int, Key], list[_Admitted]] = (-1, ""), []
        start = ((False, False), (self._residuals.number(grammar.start),))
        for state in tables.states:
            self._enter(self._meaning(state.origin) if state.origin else start)
        if not tables.states:
            self._state(start, None)

    def opened(self, state: State, key: Key) -> Step | None:
        """The step at a start tag; None where it is not allowed."""
        if state is NOWHERE:
            return None
        state.open[key] = step = self._step(state.number, key)
        self._tables.size += 1
        return step

    def variant(self, step: Step, outcome: tuple[int, ...]) -> Step | None:
        """The step for one outcome of the choices of `step`."""
        number, key, _ = step.origin
        step.variants[outcome] = found = self._settled((number, key, outcome))
        self._tables.size += 1
        return found

    def closed(self, step: Step, accepts: int) -> State:
        """The state after an element that fits the patterns `accepts`."""
        number = step.origin[0]
        found = [leaf for bit, leaf in enumerate(self._told(step.origin)) if accepts >> bit & 1]
        step.after[accepts] = self._state(self._after(number, found), (*step.origin, accepts))
        self._tables.size += 1
        return step.after[accepts]

    def texted(self, state: State) -> State:
        """The state after text."""
        state.text = self._state(self._after_text(state.number), (state.number,))
        self._tables.size += 1
        return state.text

    def _state(self, meaning: _Meaning, origin: Origin | None) -> State:
        """The state with a meaning: a new one where there is none yet."""
        if set(meaning[1]) == {NONE}:
            return NOWHERE
        if meaning not in self._numbers:
            if len(self._residuals) > _MOST:
                raise Undecided
            accepts = sum(self._residuals.nullable(node) << bit for bit, node in enumerate(meaning[1]))
            state = State(len(self._meanings), accepts, origin)
            value = self._residuals.value_alone(meaning[1][0]) if len(meaning[1]) == 1 else None
            state.value = self._shared(check_of(value)) if value else None
            self._tables.states.append(state)
            self._enter(meaning)
            self._tables.size += 1
        return self._tables.states[self._numbers[meaning]]

    def _enter(self, meaning: _Meaning) -> None:
        self._numbers.setdefault(meaning, len(self._meanings))
        self._meanings.append(meaning)

    def _meaning(self, origin: Origin) -> _Meaning:
        """What a state means that was kept from an earlier run."""
        match origin:
            case (number,):
                return self._after_text(number)
            case (number, key, outcome):
                return self._inside((number, key, outcome))
            case (number, key, outcome, accepts):
                told = self._told((number, key, outcome))
                return self._after(number, [leaf for bit, leaf in enumerate(told) if accepts >> bit & 1])

    def _step(self, number: int, key: Key) -> Step | None:
        """The step at a start tag in a state; where values decide, one that has only the choices."""
        admitted = self._admitted(number, key)
        if not all(admitted) or XML_BASE in _attribute_names(key):
            return None
        if all(len(checks) == 1 for checks in admitted):
            return self._settled((number, key, ()))
        step = Step((number, key, ()))
        step.choices = tuple(
            (2 * place + 1, _sorted(checks)) for place, checks in enumerate(admitted) if len(checks) > 1
        )
        return step

    def _settled(self, origin: Opened) -> Step | None:
        """The step for one outcome of the choices; None where no element pattern allows it."""
        meaning = self._inside(origin)
        if not meaning[1]:
            return None
        number, key, _ = origin
        step = Step(origin)
        step.child = self._state(meaning, origin)
        step.is_one = len(meaning[1]) == 1
        admitted = self._admitted(number, key)
        checks = ((2 * place + 1, next(iter(found))) for place, found in enumerate(admitted) if len(found) == 1)
        step.checks = tuple((place, check) for place, check in checks if check)
        return self._gathering(step, key, *self._meanings[number][0])

    def _gathering(self, step: Step, key: Key, in_example: bool, in_text: bool) -> Step | None:
        """`step`, with what is to be gathered from the attributes. None where that is more than the stream can do."""
        name = _name(key)
        names = _attribute_names(key)
        places = {attribute: 2 * place + 1 for place, attribute in enumerate(names)}
        is_tei = name.startswith(f"{{{TEI_NS}}}")
        links = is_tei and (in_text or name == _TEXT) and "corresp" in places
        if in_example:
            return None if links else step
        step.identifier = places.get(XML_ID, 0)
        if is_tei:
            step.pointers = tuple(places[each] for each in names if is_pointer(local_name(name), each))
            step.link = places["corresp"] if links else 0
        return step

    def _admitted(self, number: int, key: Key) -> list[_Admitted]:
        """For each attribute of a start tag: which attribute patterns it may match, by the check of its value."""
        if self._last[0] != (number, key):  # it is asked several times in a row
            self._last = (number, key), self._work_out(number, key)
        return self._last[1]

    def _work_out(self, number: int, key: Key) -> list[_Admitted]:
        contents = [self._residuals.content(leaf) for leaf in self._offered(number, _name(key))]
        found: list[_Admitted] = []
        for attribute in _attribute_names(key):
            checks: _Admitted = {}
            for content in contents:
                for leaf in self._residuals.offered(content, attribute, Attribute):
                    checks.setdefault(self._check(leaf), set()).add(leaf)
            found.append(checks)
        return found

    def _inside(self, origin: Opened) -> _Meaning:
        """What may follow a start tag: for each element pattern that allows its attributes. None at all: a refusal."""
        number, key, outcome = origin
        tokens = []
        masks = iter(outcome)
        for checks in self._admitted(number, key):
            admitted = set(checks.get(None, ()))
            mask = next(masks) if len(checks) > 1 else 1
            for bit, check in enumerate(_sorted(checks)):
                admitted |= checks[check] if mask >> bit & 1 else set()
            tokens.append(frozenset(admitted))
        told, nodes = [], []
        for leaf in self._offered(number, _name(key)):
            node = self._residuals.content(leaf)
            for token in tokens:
                node = self._residuals.after_attribute(node, token)
            node = self._residuals.closed(node)
            if node != NONE:
                told.append(leaf)
                nodes.append(node)
        self._candidates[origin] = tuple(told)
        in_example, in_text = self._meanings[number][0]
        name = _name(key)
        return (in_example or name == EXAMPLE, in_text or name == _TEXT), tuple(nodes)

    def _told(self, origin: Opened) -> tuple[int, ...]:
        """The element patterns that a start tag may match."""
        if origin not in self._candidates:
            self._inside(origin)
        return self._candidates[origin]

    def _offered(self, number: int, name: str) -> list[int]:
        """The element patterns that `name` may match in a state."""
        nodes = self._meanings[number][1]
        leaves = {leaf for node in nodes for leaf in self._residuals.offered(node, name, Element)}
        return [
            leaf
            for leaf in sorted(leaves)
            if any(self._residuals.after(node, frozenset({leaf})) != NONE for node in nodes)
        ]

    def _check(self, leaf: int) -> Check | None:
        """The check of an attribute pattern's value."""
        if leaf not in self._checks:
            self._checks[leaf] = self._shared(check_of(self._residuals.value(leaf)))
        return self._checks[leaf]

    def _shared(self, check: Check | None) -> Check | None:
        """One object for all checks that are alike."""
        return check and self._tables.checks.setdefault(check.probe, check)

    def _after_text(self, number: int) -> _Meaning:
        place, nodes = self._meanings[number]
        return place, tuple(self._residuals.after(node, TEXTS) for node in nodes)

    def _after(self, number: int, found: Sequence[int]) -> _Meaning:
        """After an element that matches the patterns `found`."""
        place, nodes = self._meanings[number]
        return place, tuple(self._residuals.after(node, frozenset(found)) for node in nodes)


def _name(key: Key) -> str:
    """The Clark name of the element of a start tag."""
    return _clark(key if isinstance(key, str) else key[0])


def _attribute_names(key: Key) -> list[str]:
    return [] if isinstance(key, str) else [_clark(name) for name in key[1:]]


def _clark(name: str) -> str:
    namespace, _, local = name.rpartition(SEPARATOR)
    return f"{{{namespace}}}{local}" if namespace else local


def _sorted(checks: Iterable[Check | None]) -> tuple[Check, ...]:
    """The checks in an order that is the same in each run."""
    return tuple(sorted((check for check in checks if check), key=lambda check: check.probe))
