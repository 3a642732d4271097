"""What was found in one file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file that was checked: the checks it went through, by name, and what they found, in order of place.

    `errors_left_out` counts errors that a baseline knows or a selection does not want: they are not in `findings`, and
    the file is not valid all the same. `fault` is the exit code of what stopped the work on it, OK when nothing did;
    findings at least as bad as `fail_on` make it fail. `urls` are those that its pointers name: nobody has looked
    whether they work.
    """

    file: str
    schemas: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    errors_left_out: int = 0
    fault: ExitCode = ExitCode.OK
    fail_on: Severity = Severity.ERROR
    urls: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it has no error, shown or left out."""
        return not self.errors_left_out and not any(map(_is_error, self.findings))

    @property
    def failing(self) -> tuple[Diagnostic, ...]:
        """The findings that make it fail."""
        return tuple(finding for finding in self.findings if finding.severity.rank <= self.fail_on.rank)

    def with_only(self, findings: Iterable[Diagnostic]) -> "FileReport":
        """The report with some of its findings; errors among the others are counted."""
        kept = tuple(findings)
        lost = sum(map(_is_error, self.findings)) - sum(map(_is_error, kept))
        return replace(self, findings=kept, errors_left_out=self.errors_left_out + lost)


def all_findings(files: Iterable[FileReport]) -> list[Diagnostic]:
    """The findings of all the files, in their order."""
    return [finding for file in files for finding in file.findings]


def worst_findings(files: Iterable[FileReport], limit: int) -> list[Diagnostic]:
    """The worst `limit` findings, in the order of the files; all of them when `limit` is 0."""
    found = all_findings(files)
    if not limit:
        return found
    worst = sorted(range(len(found)), key=lambda number: found[number].severity.rank)[:limit]
    return [found[number] for number in sorted(worst)]


def _is_error(finding: Diagnostic) -> bool:
    return finding.severity is Severity.ERROR
