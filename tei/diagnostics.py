"""Findings: what was found, where, how bad it is and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tei.errors import ExitCode


class Severity(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, larger for what matters less."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file. Lines and columns are 1-based and count characters; 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0
    xpath: str = ""
    xml_id: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding is an instance of. `id` is two letters by stage and three digits, and never changes meaning."""

    id: str
    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` is one short phrase; `help` says what to do next.

    `allowed` are all names that could stand at the place, or values, where a schema says which.
    """

    rule: Rule
    message: str
    location: Location
    help: str = ""
    related: tuple[Location, ...] = ()
    allowed: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return self.rule.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then rule, then message."""
        place = self.location
        return (place.file, place.line, place.column, self.rule.id, self.message)


@dataclass(slots=True)
class Report:
    """The findings of a run, collected as the stages go. The only mutable value that stages share."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep one finding."""
        self.found.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep several findings."""
        self.found.extend(diagnostics)

    def sorted(self) -> list[Diagnostic]:
        """The findings by file, place, rule and message: the same for every run."""
        return sorted(self.found, key=lambda diagnostic: diagnostic.sort_key)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.found)

    def exit_code(self, fail_on: Severity) -> ExitCode:
        """FINDINGS when something at least as bad as `fail_on` was found, else OK."""
        failing = any(diagnostic.severity.rank <= fail_on.rank for diagnostic in self.found)
        return ExitCode.FINDINGS if failing else ExitCode.OK

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.sorted())

    def __len__(self) -> int:
        return len(self.found)
