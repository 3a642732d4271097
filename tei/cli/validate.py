"""`tei validate`."""

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tei.cli import console
from tei.cli.options import (
    AllAllowed,
    Baseline,
    Catalog,
    Editions,
    FailOn,
    Ignore,
    Jobs,
    ListUrls,
    MaxFindings,
    NoRules,
    Output,
    Phase,
    Rendering,
    RenderingOption,
    Schemas,
    Select,
    SourcePlace,
    Timeout,
    Watch,
    WriteBaseline,
)

if TYPE_CHECKING:
    from tei.batch.checked import Checked
    from tei.errors import ExitCode
    from tei.reporting.files import FileReport
    from tei.reporting.page import Page
    from tei.reporting.selection import Selection

_FIXED_SHOWN = 3


def validate(
    editions: Editions,
    schema: Schemas = None,
    format: RenderingOption = Rendering.TEXT,
    output: Output = None,
    fail_on: FailOn = None,
    select: Select = None,
    ignore: Ignore = None,
    max_findings: MaxFindings = 0,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    source: SourcePlace = "",
    catalog: Catalog = None,
    no_rules: NoRules = False,
    phase: Phase = "",
    all_allowed: AllAllowed = False,
    list_urls: ListUrls = False,
    jobs: Jobs = 0,
    timeout: Timeout = 0,
    watch: Watch = False,
) -> None:
    """Check TEI files: schemas, pointers, fidelity.

    Without --schema, a file is checked against the schemas that its xml-model instructions name, where they are on this
    machine; one that names none, or ours, against the project's edition schema and, where it is in the cache, TEI's
    tei_all. Schematron rules inside a schema are checked with it. Pointers are always checked, and the text wherever the
    source file is found. Nothing is fetched.

    The report goes to standard output, or to a file: as text with the lines in question, as json in the form that
    docs/report.schema.json describes, as sarif 2.1.0 for code scanning, as junit for CI servers, as github for
    annotations in GitHub Actions. docs/ci.md has examples of each.

    Editions and sources may be on URLs, such as s3://archive/editions.
    """
    from tei.batch.checked import check_files
    from tei.batch.remote import is_url, named_place
    from tei.errors import UsageError
    from tei.reporting.page import Page
    from tei.reporting.selection import selection

    if write_baseline and (watch or baseline is None):
        message = (
            "--write-baseline needs --baseline" if baseline is None else "--write-baseline ends where --watch goes on"
        )
        raise UsageError(message, help="Name the file to write: --baseline FILE --write-baseline, without --watch.")
    if watch and any(map(is_url, editions)):
        raise UsageError("--watch looks at folders, not at URLs", help="Leave it out.")
    folder = named_place(source) if source else None
    for path in catalog or ():
        from tei.schema.catalog import add_catalog

        add_catalog(path)
    run = _Run(
        lambda named: check_files(
            named, schemas=schema or (), sources=folder, fail_on=fail_on, rules=not no_rules, phase=phase,
            urls=list_urls or format is Rendering.JSON, jobs=jobs, timeout=timeout,
        ),
        selection(select or (), ignore or ()), format, output, baseline,
        Page(limit=max_findings, all_allowed=all_allowed, urls=list_urls),
        (*(schema or ()), *map(str, catalog or ())),
    )  # fmt: skip
    if write_baseline:
        run.write_baseline(editions)
    raise typer.Exit(run.watch(editions) if watch else run.once(editions))


@dataclass(frozen=True, slots=True)
class _Run:
    """How files are checked, and what is done with what was found."""

    check: "Callable[[Sequence[str]], Checked]"
    selection: "Selection"
    format: Rendering
    output: Path | None
    baseline: Path | None
    page: "Page"  # what stands in the report; its width and style are those of the terminal
    schemas: Sequence[str]  # names and paths; catalogs too

    def once(self, editions: Sequence[str]) -> "ExitCode":
        """Checks the files and reports; the exit code."""
        from tei.batch.checked import exit_code

        reports = self._wanted(self.check(editions).reports)
        self._show(reports)
        return exit_code(reports)

    def watch(self, editions: Sequence[str]) -> "ExitCode":
        """Checks the files, then each that changes, until Ctrl-C; the exit code of the files as they are then."""
        from tei.batch.checked import SUFFIXES, exit_code
        from tei.batch.faults import diagnose, worst
        from tei.batch.watch import changes, forget, schema_folders, stamps, stamps_around
        from tei.errors import ExitCode, TeiError

        seen = stamps(editions, SUFFIXES)
        # What is read before it is looked at must not change unseen in between.
        named = (*schema_folders((), self.schemas), *([self.baseline] if self.baseline else []))
        before = stamps_around(named)
        found = self.check(editions).reports
        stopped = ExitCode.OK
        around = (*named, *schema_folders(found, ()))
        seen_around = stamps_around(around) | before
        reports = {report.file: report for report in self._wanted(found)}
        self._show(tuple(reports.values()))
        with contextlib.suppress(KeyboardInterrupt):
            console.note("watching for changes; Ctrl-C ends")
            for change in changes(editions, SUFFIXES, seen, around, seen_around):
                if change.around:
                    forget()
                    reports.clear()
                for path in (*change.changed, *change.gone):
                    reports.pop(path.as_posix(), None)
                try:
                    new = self._wanted(self.check([str(path) for path in change.changed]).reports)
                except TeiError as fault:  # a schema or a baseline that is being written: the next change mends it
                    found_fault, stopped = diagnose(fault, "")
                    console.findings([found_fault])
                    continue
                stopped = ExitCode.OK
                reports |= {report.file: report for report in new}
                self._show(tuple(reports.values()) if self.output else new)
        return worst((exit_code(reports.values()), stopped))

    def write_baseline(self, editions: Sequence[str]) -> None:
        """Writes what is found now as the baseline."""
        from tei.atomic import write_atomically
        from tei.reporting.baseline import baseline_text

        assert self.baseline is not None
        reports = [self.selection.of(report) for report in self.check(editions).reports]
        text = baseline_text(reports, self.baseline.parent)
        write_atomically(self.baseline, text.encode("utf-8", "backslashreplace"))

    def _wanted(self, reports: "Sequence[FileReport]") -> "tuple[FileReport, ...]":
        """The reports without findings that are known, or not wanted."""
        if self.baseline is not None:
            from tei.reporting.baseline import compare, read_baseline
            from tei.reporting.words import count

            compared = compare(reports, read_baseline(self.baseline), self.baseline.parent)
            reports = compared.files
            if compared.known:
                console.note(f"{self.baseline}: {count(compared.known, 'known finding')} left out")
            if compared.fixed:
                named = [f"{entry.rule} in {entry.file}" for entry in compared.fixed[:_FIXED_SHOWN]]
                shown = ", ".join(named) + (", …" if len(compared.fixed) > _FIXED_SHOWN else "")
                number = count(len(compared.fixed), "known finding")
                console.note(f"{self.baseline}: {number} not there any more ({shown}); --write-baseline forgets them")
        return tuple(self.selection.of(report) for report in reports)

    def _show(self, reports: "Sequence[FileReport]") -> None:
        from tei.reporting import REPORTERS

        terminal = self.page if self.output else console.page()
        page = replace(
            self.page, width=terminal.width, styled=terminal.styled, rules_url=os.environ.get("TEI_RULES_URL", "")
        )
        text = REPORTERS[self.format]()(reports, page)
        if self.output is None:
            console.product(text)
            return
        from tei.atomic import write_atomically
        from tei.reporting.files import all_findings
        from tei.reporting.words import count, tally

        write_atomically(self.output, text.encode("utf-8", "backslashreplace"))
        console.note(f"{self.output}: {count(len(reports), 'file')} checked: {tally(all_findings(reports))}")
