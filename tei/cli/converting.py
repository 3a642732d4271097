"""What `tei convert` does, apart from the library that reads command lines."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tei.atomic import cannot_write
from tei.cli import console
from tei.cli.progress import Progress
from tei.diagnostics import Report, Severity
from tei.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Generator

    from tei.batch.job import Outcome
    from tei.batch.manifest import Manifest


def run(
    sources: Sequence[str],
    *,
    out: str = "",
    config: Path | None = None,
    jobs: int = 0,
    encoding: str = "",
    fail_on: Severity | None = None,
    split: bool = False,
    force: bool = False,
    prune: bool = False,
    timeout: float = 0,
    max_memory: int = 0,
    engine: str = "local",
    scheduler: str = "",
    catalogue: Path | None = None,
    duplicates: Path | None = None,
    log: Path | None = None,
) -> ExitCode:
    """Converts, and tells; the exit code of the run. What the options mean `tei.cli.convert` says."""
    from tei.batch.collection import check_catalogue
    from tei.batch.convert import convert as outcomes_of
    from tei.batch.faults import worst
    from tei.batch.manifest import manifest_for
    from tei.batch.plan import plan
    from tei.batch.pool import Limits
    from tei.batch.remote import named_place, refuse_url
    from tei.reporting.editions import editions_table

    for path, option in (
        (config, "--config"),
        (catalogue, "--catalogue"),
        (duplicates, "--duplicates"),
        (log, "--log"),
    ):
        refuse_url(path, option)
    if scheduler and engine == "local":
        raise UsageError("--scheduler is of a cluster, and none was asked for", help="Add --engine dask.")
    check_catalogue(catalogue)
    folder = named_place(out) if out else None
    data = sys.stdin.buffer.read() if sources == ["-"] else b""
    planned = plan(sources, folder, config=config, encoding=encoding, data=data, split=split)
    console.findings(planned.findings)
    told = _Run(fail_on)
    with ExitStack() as stack:
        manifest = stack.enter_context(manifest_for(folder)) if folder and sources != ["-"] else None
        told.log = stack.enter_context(_opened(log)) if log else None
        limits = Limits(timeout, max_memory)
        converted = outcomes_of(
            planned.jobs, workers=jobs, limits=limits, manifest=manifest, force=force, engine=engine,
            scheduler=scheduler,
        )  # fmt: skip
        told.follow(converted, len(planned.jobs))
        if manifest:
            told.close(manifest, prune, catalogue)
            if duplicates:
                from tei.batch.duplicates import duplicates as write_duplicates

                found = write_duplicates(manifest, duplicates, jobs)
                console.note(f"{duplicates}: {found} editions have the text of another, or nearly")
    if folder is None and told.last:
        console.product(told.last.data)
    elif told.tally.sources:
        console.product(editions_table(told.tally, console.page()))
    return worst([planned.code(fail_on), *told.codes])


class _Run:
    """A run as it is told to the user: findings as they come, and what is needed at its end."""

    def __init__(self, fail_on: Severity | None) -> None:
        from tei.reporting.editions import Tally

        self.tally = Tally()
        self.codes: set[ExitCode] = set()
        self.last: Outcome | None = None
        self.log: TextIO | None = None
        self._fail_on = fail_on

    def follow(self, outcomes: "Generator[Outcome, None, None]", total: int) -> None:
        """Tells what becomes of each source; Ctrl-C ends it, and keeps what is done."""
        from tei.batch.collection import log_line

        try:
            with closing(outcomes), Progress(total) as progress:
                for outcome in outcomes:
                    console.findings(outcome.findings)
                    self.tally.add(outcome.row, known=outcome.known)
                    self.codes.add(outcome.code(self._fail_on))
                    self.last = outcome
                    if self.log:
                        self.log.write(log_line(outcome))
                        self.log.flush()
                    progress.step(self.tally.failed)
        except KeyboardInterrupt:
            done = f"{self.tally.sources} of {total} sources are done"
            console.note(f"interrupted: {done}; the same command goes on from there")
            sys.exit(130)

    def close(self, manifest: "Manifest", prune: bool, catalogue: Path | None) -> None:
        """Tells which sources are gone, and writes the catalogue."""
        from tei.batch.collection import catalogue as write_catalogue
        from tei.batch.collection import gone

        for found in gone(manifest, prune=prune):
            console.findings([found])
            self.codes.add(Report([found]).exit_code(self._fail_on or Severity.ERROR))
        if catalogue:
            write_catalogue(manifest, catalogue)


def _opened(log: Path) -> TextIO:
    try:
        return log.open("a", encoding="utf-8")
    except OSError as error:
        raise cannot_write(log, error) from error
