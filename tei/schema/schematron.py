"""A Schematron schema as values: its patterns, rules and tests, abstract ones filled in, inclusions followed.

Source: ISO/IEC 19757-3:2020, Rule-based validation using Schematron.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

SCH_NS = "http://purl.oclc.org/dsdl/schematron"
ALL_PHASES = "#ALL"


class Let(NamedTuple):
    """A variable. `value` is an XPath expression; None where the schema gives it as XML, which is not evaluated."""

    name: str
    value: str | None


class Select(NamedTuple):
    """A part of a message that is worked out: `value-of`, or `name` as the expression that it stands for."""

    expression: str


Text = tuple[str | Select, ...]


class Test(NamedTuple):
    """An `assert`, or a `report` (which is found where its expression holds). `label` names it in messages."""

    label: str
    expression: str
    is_report: bool
    text: Text
    role: str = ""
    diagnostics: tuple[str, ...] = ()


class Rule(NamedTuple):
    """Tests for every node that matches `context`."""

    context: str
    lets: tuple[Let, ...]
    tests: tuple[Test, ...]


class Pattern(NamedTuple):
    """Rules of which each node goes to the first that it matches."""

    id: str
    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]


class Phase(NamedTuple):
    """The patterns that are active together, by id."""

    active: frozenset[str]
    lets: tuple[Let, ...]


class Key(NamedTuple):
    """An `xsl:key`: what `key(name, value)` finds."""

    name: str
    match: str
    use: str


class Unread(NamedTuple):
    """A test that the schema has at a place where its context is unknown, and why it is not checked."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Schema:
    """All rules of a file. `version` is that of the XPath they are in: 1, 2 or 3."""

    path: Path
    version: int
    namespaces: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    lets: tuple[Let, ...] = ()
    phases: Mapping[str, Phase] | None = None
    default_phase: str = ALL_PHASES
    diagnostics: Mapping[str, Text] | None = None
    keys: tuple[Key, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def tests(self) -> int:
        """How many asserts and reports there are."""
        return sum(len(rule.tests) for pattern in self.patterns for rule in pattern.rules)
