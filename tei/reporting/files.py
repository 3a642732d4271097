"""What was found in one file."""

from dataclasses import dataclass

from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file that was checked: the checks it went through, by name, and what they found, in order of place.

    `fault` is the exit code of what stopped the work on it, OK when nothing did; findings at least as bad as `fail_on`
    make it fail.
    """

    file: str
    schemas: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    fault: ExitCode = ExitCode.OK
    fail_on: Severity = Severity.ERROR

    @property
    def valid(self) -> bool:
        """Whether it has no error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def failing(self) -> tuple[Diagnostic, ...]:
        """The findings that make it fail."""
        return tuple(finding for finding in self.findings if finding.severity.rank <= self.fail_on.rank)
