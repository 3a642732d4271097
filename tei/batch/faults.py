"""The one place where an exception becomes a finding and an exit code."""

import os
from collections import Counter
from collections.abc import Iterable

from tei.diagnostics import Diagnostic, Location, Report, Severity
from tei.errors import ExitCode, MissingDependency, TeiError
from tei.rules import finding

MOST_OF_A_RULE = 1_000
"""Findings of one rule that are told of a source: they are printed, and kept in the manifest."""

# When several codes apply, the first of these decides.
PRECEDENCE = (
    ExitCode.BUG,
    ExitCode.CANNOT_WRITE,
    ExitCode.UNREADABLE,
    ExitCode.MISSING_DEPENDENCY,
    ExitCode.USAGE,
    ExitCode.FINDINGS,
    ExitCode.OK,
)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The exit code of a run in which each of `codes` applies to some file."""
    return min(codes, key=PRECEDENCE.index, default=ExitCode.OK)


def run_code(codes: Iterable[ExitCode], findings: Iterable[Diagnostic], fail_on: Severity) -> ExitCode:
    """The exit code of a run: the worst of `codes`, which faults gave, and of what was found at or above `fail_on`."""
    return worst((*codes, Report(list(findings)).exit_code(fail_on)))


def bounded(findings: Iterable[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
    """The first `MOST_OF_A_RULE` findings of each rule, and how many more there were (BT004)."""
    counts: Counter[str] = Counter()
    kept = []
    for found in findings:
        counts[found.rule.id] += 1
        if counts[found.rule.id] <= MOST_OF_A_RULE:
            kept.append(found)
    for rule, count in counts.items():
        if count > MOST_OF_A_RULE:
            message = f"{count - MOST_OF_A_RULE:,} more findings of {rule} are left out"
            kept.append(finding("BT004", message, Location(file), help="Correct what the first ones say."))
    return tuple(kept)


def diagnose(fault: Exception, file: str) -> tuple[Diagnostic, ExitCode]:
    """The finding and the exit code for what stopped the work on `file`.

    Any other exception than a `TeiError` is our bug; with TEI_DEBUG set it is raised again, with its traceback.
    """
    if isinstance(fault, ModuleNotFoundError) and (fault.name or "").split(".")[0] != "tei":
        fault = _missing_package(fault.name or "")
    if isinstance(fault, TeiError):
        location = Location(fault.file or file, fault.line, fault.column)
        return finding(fault.rule or "ZZ001", fault.message, location, help=fault.help), fault.exit_code
    if isinstance(fault, MemoryError):
        help_ = "Convert it alone, divide it, or give more: --max-memory."
        return finding(
            "BT001", "the source was given up: it needs more memory than there is", Location(file), help=help_
        ), ExitCode.UNREADABLE
    if os.environ.get("TEI_DEBUG"):
        raise fault
    message = f"tei itself failed: {type(fault).__name__}: {fault}"
    remedy = "Please report it with the file; TEI_DEBUG=1 shows where it happened."
    return finding("ZZ001", message, Location(file), help=remedy), ExitCode.BUG


def _missing_package(name: str) -> MissingDependency:
    remedy = "Install it, or install tei-encoder again with all it needs: pip install tei-encoder."
    return MissingDependency(f"the Python package “{name}” is not installed", help=remedy, rule="CF003")
