"""Findings as workflow commands, which GitHub Actions shows beside the lines of a change.

The form and its escapes are those of GitHub's “Workflow commands for GitHub Actions” and of its own toolkit
(`actions/toolkit`, `command.ts`). GitHub shows ten annotations of each kind for a step; the log has them all.
"""

from collections.abc import Sequence

from tei.diagnostics import Diagnostic, Severity
from tei.reporting.files import FileReport, all_findings, worst_findings
from tei.reporting.page import PLAIN, Page
from tei.reporting.paths import from_here
from tei.reporting.words import count, left_out, tally, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(files: Sequence[FileReport], page: Page = PLAIN) -> str:
    """One annotation for each finding, then a line with the count."""
    found, shown = all_findings(files), worst_findings(files, page.limit)
    lines = [_annotation(finding) for finding in shown]
    if len(shown) < len(found):
        lines.append(left_out(len(found) - len(shown), page.limit))
    lines.append(f"{count(len(files), 'file')} checked: {tally(found)}")
    return "\n".join(lines) + "\n"


def _annotation(finding: Diagnostic) -> str:
    location = finding.location
    properties = {
        "file": visible(from_here(location.file)),
        "line": str(location.line or ""),
        "col": str(location.column or ""),
        "title": f"{finding.rule.id} {finding.rule.name}",
    }
    given = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items() if value)
    text = "\n".join(visible(part) for part in (finding.message, finding.help) if part)
    return f"::{_COMMANDS[finding.severity]} {given}::{text.translate(_DATA)}"
