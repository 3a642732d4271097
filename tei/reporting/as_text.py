"""Findings as lines for people and editors: `file:line:column: severity ID message`, then a `help:` line."""

import re
from collections.abc import Iterable, Sequence

from tei.diagnostics import Diagnostic, Location, Severity
from tei.reporting.files import FileReport

# Source text stands in messages: a control character or a newline in it must not reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def as_text(files: Sequence[FileReport]) -> str:
    """Every finding, then one line for each file that says whether it is valid, then the count."""
    lines = [finding_text(finding) for file in files for finding in file.findings]
    lines += [_verdict(file) for file in files]
    lines.append(f"{count(len(files), 'file')} checked: {tally(f for file in files for f in file.findings)}")
    return "\n".join(lines) + "\n"


def finding_text(finding: Diagnostic) -> str:
    """One finding: its line, the places related to it, and what to do."""
    lines = [f"{place(finding.location)}: {finding.severity} {finding.rule.id} {visible(finding.message)}"]
    lines += [f"  see: {place(related)}" for related in finding.related]
    if finding.help:
        lines.append(f"  help: {visible(finding.help)}")
    return "\n".join(lines)


def place(location: Location) -> str:
    """`file:line:column`, without what is not known."""
    numbers = [str(number) for number in (location.line, location.column) if number]
    return ":".join([visible(location.file), *numbers])


def visible(text: str) -> str:
    """`text` on one line, its control characters written as escapes."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def tally(findings: Iterable[Diagnostic]) -> str:
    """How many findings of each severity, such as "1 error, 2 warnings"; "no findings" when there are none."""
    severities = [finding.severity for finding in findings]
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    counted = [count(severities.count(severity), word) for severity, word in words.items() if severity in severities]
    return ", ".join(counted) or "no findings"


def count(number: int, noun: str) -> str:
    """A number with its noun in the right form: "1 file", "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _verdict(file: FileReport) -> str:
    verdict = "valid" if file.valid else "not valid"
    checked = f" ({', '.join(file.schemas)})" if file.schemas else ""
    return f"{visible(file.file)}: {verdict}{checked}"
