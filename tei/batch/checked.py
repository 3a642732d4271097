"""Finished editions checked, and the exit code that they give: what `tei validate` calls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tei.batch.discovery import find_files
from tei.batch.faults import run_code, worst
from tei.batch.streamed import Asked, quick_reports
from tei.diagnostics import Severity
from tei.errors import ExitCode
from tei.reporting.files import FileReport
from tei.schema.stream import save_streams

SUFFIXES = (".xml", ".tei")


@dataclass(frozen=True, slots=True)
class Checked:
    """Files that were checked, in their order, and the exit code that they give together."""

    reports: tuple[FileReport, ...]
    exit_code: ExitCode


def exit_code(reports: Iterable[FileReport]) -> ExitCode:
    """The exit code that files give together, each by what stopped it and by its findings at or above its `fail_on`."""
    return worst(run_code((report.fault,), report.findings, report.fail_on) for report in reports)


def check_files(
    arguments: Iterable[str],
    *,
    schemas: Sequence[str] = (),
    sources: Path | None = None,
    fail_on: Severity | None = None,
    rules: bool = True,
    phase: str = "",
    urls: bool = False,
    jobs: int = 1,
    timeout: float = 0,
) -> Checked:
    """A report on every file that `arguments` mean, and on each argument that means none.

    `schemas` are names or paths. Where none, or no `fail_on`, is given, the nearest tei.toml decides. The source of a
    file is looked for in `sources`, or in the folder `sources` beside it. `rules` says whether the Schematron rules that
    come with a grammar are checked, `phase` which phase of the Schematron schemas among `schemas`, `urls` whether the
    URLs that pointers name are listed, `jobs` how many files are checked at a time: 0 is as many as there are cores.
    A file that takes longer than `timeout` seconds is given up (BT001); 0 is any time.
    """
    found = find_files(arguments, SUFFIXES, urls=True)
    quick: Sequence[FileReport | None] = [None] * len(found.files)
    if schemas and not phase and not urls and not timeout:
        quick = list(quick_reports(found.files, Asked(tuple(schemas), rules, sources, fail_on), jobs))
    rest = [path for path, report in zip(found.files, quick, strict=True) if report is None]
    missing: tuple[FileReport, ...] = ()
    slow: tuple[FileReport, ...] = ()
    if rest or found.faults:
        from tei.batch.check import (
            check_all,
            failed,
        )  # here: what is fine as a stream needs no tree, nor what reads one

        slow = check_all(
            rest,
            schemas=schemas,
            sources=sources,
            fail_on=fail_on,
            rules=rules,
            phase=phase,
            urls=urls,
            jobs=jobs,
            timeout=timeout,
        )
        missing = tuple(failed(fault.file, fault) for fault in found.faults)
    save_streams()
    reports = (*missing, *_merged(quick, slow))
    return Checked(reports, exit_code(reports))


def _merged(quick: Iterable[FileReport | None], slow: Iterable[FileReport]) -> tuple[FileReport, ...]:
    """The reports of both ways in the order of the files; those of the slow way stand for each None."""
    others = iter(slow)
    return tuple(report or next(others) for report in quick)
