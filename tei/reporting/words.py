"""Findings, places and counts in words: one finding is `file:line:column: severity ID message`, then its help."""

import re
from collections.abc import Iterable

from tei.diagnostics import Diagnostic, Location, Severity

# Source text stands in messages: a control character or a newline in it must not reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def finding_text(finding: Diagnostic) -> str:
    """One finding: its line, the places related to it, and what to do."""
    heading = f"{place(finding.location)}: {finding.severity} {finding.rule.id} {visible(finding.message)}"
    return "\n".join([heading, *after(finding)])


def after(finding: Diagnostic) -> list[str]:
    """The lines below a finding's first: the places related to it, and what to do."""
    lines = [f"  see: {place(related)}" for related in finding.related]
    if finding.help:
        lines.append(f"  help: {visible(finding.help)}")
    return lines


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
    counted = [count(severities.count(severity), word) for severity, word in _WORDS.items() if severity in severities]
    return ", ".join(counted) or "no findings"


def count(number: int, noun: str) -> str:
    """A number with its noun in the right form: "1 file", "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def left_out(number: int, limit: int) -> str:
    """The line that says how many findings are not shown because of a limit."""
    return f"… and {count(number, 'more finding')} (--max-findings {limit})"
