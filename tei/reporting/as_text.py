"""Findings for people: each with the line it is about, then a verdict for each file, and what was found by rule."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from tei.diagnostics import Diagnostic, Rule, Severity
from tei.reporting.excerpt import Excerpts
from tei.reporting.files import FileReport, all_findings, worst_findings
from tei.reporting.page import PLAIN, Page
from tei.reporting.words import after, count, left_out, place, tally, visible

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def as_text(files: Sequence[FileReport], page: Page = PLAIN) -> str:
    """The findings, then one line for each file that says whether it is valid, then counts by rule and in all."""
    found, shown, excerpts = all_findings(files), worst_findings(files, page.limit), Excerpts(page)
    lines = [line for finding in shown for line in _finding(finding, excerpts, page)]
    if len(shown) < len(found):
        lines.append(left_out(len(found) - len(shown), page.limit))
    lines += [line for file in files for line in _verdict(file, page)]
    lines += _by_rule(found, page)
    lines.append(f"{count(len(files), 'file')} checked: {tally(found)}")
    return "\n".join(lines) + "\n"


def _finding(finding: Diagnostic, excerpts: Excerpts, page: Page) -> list[str]:
    colour = _COLOURS[finding.severity]
    severity = page.style(finding.severity, colour)
    message = page.style(visible(finding.message), "1")
    heading = f"{place(finding.location)}: {severity} {finding.rule.id} {message}"
    return [heading, *excerpts.lines(finding.location, colour), *after(finding), *_allowed(finding, page)]


def _allowed(finding: Diagnostic, page: Page) -> list[str]:
    """All that could stand at the place, in lines as wide as the page."""
    if not page.all_allowed or not finding.allowed:
        return []
    names = visible(", ".join(finding.allowed))
    return wrap(
        f"allowed: {names}", page.width, initial_indent="  ", subsequent_indent=" " * 11, break_on_hyphens=False
    )


def _verdict(file: FileReport, page: Page) -> list[str]:
    verdict = page.style("valid", "32") if file.valid else page.style("not valid", "31")
    checked = f" ({', '.join(file.schemas)})" if file.schemas else ""
    unseen = f", {count(file.errors_left_out, 'error')} left out" if file.errors_left_out else ""
    heading = f"{visible(file.file)}: {verdict}{checked}{unseen}"
    if not page.urls:
        return [heading]
    return [heading, f"  {count(len(file.urls), 'URL')}, not looked at", *(f"  {visible(url)}" for url in file.urls)]


def _by_rule(findings: Iterable[Diagnostic], page: Page) -> list[str]:
    """One line for each rule that was broken: the worst rules first, and of those the most frequent."""
    counts: dict[Rule, int] = {}
    for finding in findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    order = sorted(counts, key=lambda rule: (rule.severity.rank, -counts[rule], rule.id))
    wide = max((len(str(number)) for number in counts.values()), default=0)
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return [
        f"  {counts[rule]:>{wide}} × {page.style(rule.id, _COLOURS[rule.severity])} {rule.name} ({names[rule.severity]})"
        for rule in order
    ]
