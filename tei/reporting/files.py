"""What was found in one file."""

from dataclasses import dataclass

from tei.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file that was checked: the checks it went through, by name, and what they found, in order of place."""

    file: str
    schemas: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it has no error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)
