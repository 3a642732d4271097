"""The automaton of a schema kept in the cache, so that a later run needs neither the grammar nor libxml2.

It is written with `marshal`, which reads plain values only and quickly; a checksum keeps a damaged file from being read.
Where element patterns of one name are told apart by their content, steps are not kept: they are numbered anew in each run.
"""

import contextlib
import marshal
from pathlib import Path
from typing import Any, cast
from zlib import crc32

from tei.errors import CannotWrite
from tei.schema.acceptor import NOWHERE, Origin, State, Step, Tables
from tei.schema.store import write_to_cache
from tei.schema.values import Check

_MOST = 20_000  # steps: with more, loading them takes longer than it saves
_HEAD = 8  # hexadecimal digits of the checksum
_NO = -1  # a refusal, or a state that text does not lead to


def save_tables(path: Path, tables: Tables) -> None:
    """Keeps the automaton in a file. Where it cannot be written the next run works it out again."""
    kept = _Writer(tables).made()
    if kept is not None:
        data = marshal.dumps(cast(Any, kept))
        with contextlib.suppress(CannotWrite):
            write_to_cache(path, b"%08x" % crc32(data) + data, durable=False)
            tables.kept = tables.size


def load_tables(path: Path) -> Tables | None:
    """The automaton in a file; None where there is none that can be read."""
    try:
        data = path.read_bytes()
        if int(data[:_HEAD], 16) != crc32(data[_HEAD:]):
            return None
        return _read(*marshal.loads(data[_HEAD:]))
    except (OSError, ValueError, LookupError, TypeError, EOFError):
        return None


class _Writer:
    """An automaton as plain values: states and steps become numbers."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._checks = {id(check): number for number, check in enumerate(tables.checks.values())}
        self._numbers: dict[int, int] = {_NO: _NO}  # of the states that are kept
        self._steps: list[tuple[object, ...]] = []

    def made(self) -> tuple[object, ...] | None:
        """States, steps and checks; None when they are too many."""
        states = [state for state in self._tables.states if self._is_kept(state)]
        rows = [self._state(state) for state in states]
        checks = [(check.probe, check.expression, check.least, check.words) for check in self._tables.checks.values()]
        return (rows, self._steps, checks) if len(self._steps) <= _MOST else None

    def _is_kept(self, state: State) -> bool:
        origin = state.origin
        if origin is not None and (origin[0] not in self._numbers or not self._is_certain(origin)):
            return False
        self._numbers[state.number] = len(self._numbers) - 1
        return True

    def _is_certain(self, origin: Origin) -> bool:
        if len(origin) == 1:
            return True
        step = self._tables.states[origin[0]].open[origin[1]]
        step = step.variants[origin[2]] if step and step.choices else step
        return step is not None and step.is_one

    def _state(self, state: State) -> tuple[object, ...]:
        steps = [(key, self._step(step)) for key, step in state.open.items()]
        text = None if state.text is None else self._numbers.get(state.text.number)
        value = None if state.value is None else self._checks[id(state.value)]
        origin = state.origin and (self._numbers[state.origin[0]], *state.origin[1:])
        return state.accepts, origin, text, value, [(key, step) for key, step in steps if step is not None]

    def _step(self, step: Step | None) -> int | None:
        """The number of a step, _NO for a refusal; None where the step is not kept."""
        if step is None:
            return _NO
        if not step.is_one or step.child.number not in self._numbers:
            return None
        after = [(accepts, self._numbers[s.number]) for accepts, s in step.after.items() if s.number in self._numbers]
        choices = [(place, [self._checks[id(check)] for check in checks]) for place, checks in step.choices]
        variants = [(outcome, self._step(each)) for outcome, each in step.variants.items()]
        checks = [(place, self._checks[id(check)]) for place, check in step.checks]
        gathered = (step.identifier, step.pointers, step.link)
        origin = (self._numbers[step.origin[0]], *step.origin[1:])
        kept = [(outcome, number) for outcome, number in variants if number is not None]
        self._steps.append((origin, self._numbers[step.child.number], after, checks, gathered, choices, kept))
        return len(self._steps) - 1


def _read(rows: list[Any], stepped: list[Any], checked: list[Any]) -> Tables:
    checks = [Check(*parts) for parts in checked]
    states = [State(number, row[0], row[1]) for number, row in enumerate(rows)]
    states.append(NOWHERE)  # for -1
    steps: list[Step | None] = []
    for origin, child, after, values, gathered, choices, variants in stepped:
        step = Step(origin)
        step.child = states[child]
        step.after = {accepts: states[number] for accepts, number in after}
        step.checks = tuple([(place, checks[number]) for place, number in values])
        step.identifier, step.pointers, step.link = gathered
        if choices:
            step.choices = tuple((place, tuple(checks[number] for number in numbers)) for place, numbers in choices)
            step.variants = {outcome: None if number == _NO else steps[number] for outcome, number in variants}
        steps.append(step)
    steps.append(None)  # for -1
    states.pop()
    for state, (_, _, text, value, opened) in zip(states, rows, strict=True):
        state.open = {key: steps[number] for key, number in opened}
        state.text = None if text is None else NOWHERE if text == _NO else states[text]
        state.value = None if value is None else checks[value]
    return Tables(states, {check.probe: check for check in checks})
