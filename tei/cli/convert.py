"""`tei convert`."""

import sys
from contextlib import ExitStack, closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from tei.atomic import cannot_write
from tei.cli import console
from tei.cli.options import Config, Encoding, FailOn
from tei.cli.progress import Progress
from tei.diagnostics import Report, Severity
from tei.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Generator

    from tei.batch.job import Outcome
    from tei.batch.manifest import Manifest


class Engines(StrEnum):
    """The keys of `tei.batch.engines.ENGINES`."""

    LOCAL = "local"
    DASK = "dask"


Out = Annotated[
    str,
    typer.Option(
        metavar="DIR", help="The folder or URL where the editions go; it is made if need be. Only - can do without it."
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="How many to build at a time; 0: as many as pay.")
]
Split = Annotated[
    bool, typer.Option("--split", help="Make an edition of each document in a source: <stem>-1.xml, <stem>-2.xml …")
]
Force = Annotated[
    bool, typer.Option("--force", help="Build every edition anew, and write over those that were edited.")
]
Prune = Annotated[bool, typer.Option("--prune", help="Remove the editions whose source is gone.")]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Give up a source that takes longer; 0: never.")]
Memory = Annotated[
    int, typer.Option("--max-memory", metavar="MB", min=0, help="Give up a source that needs more memory; 0: never.")
]
Engine = Annotated[
    Engines, typer.Option(help="Who does the work: this machine's processes, or a cluster of dask.distributed.")
]
Scheduler = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS", help="The cluster's scheduler, such as tls://host:8786; else workers are started here."
    ),
]
Catalogue = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write what DIR holds: a table (.tsv), or a teiCorpus with XInclude (.xml)."),
]
Duplicates = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write which editions in DIR have the text of another, or nearly (.tsv)."),
]
Log = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write a line of JSON for each source, as they are done.")
]


def convert(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE", help="Files, folders (searched in depth), patterns, URLs of them, or - alone for a pipe."
        ),
    ],
    out: Out = "",
    config: Config = None,
    jobs: Jobs = 0,
    encoding: Encoding = "",
    fail_on: FailOn = None,
    split: Split = False,
    force: Force = False,
    prune: Prune = False,
    timeout: Timeout = 0,
    max_memory: Memory = 0,
    engine: Engine = Engines.LOCAL,
    scheduler: Scheduler = "",
    catalogue: Catalogue = None,
    duplicates: Duplicates = None,
    log: Log = None,
) -> None:
    """Turn sources into TEI editions, and check each.

    Every source becomes DIR/<stem>.xml. An edition replaces the one that was there in a single step, and only when
    our own checks find no error in it; else it is written as <stem>.invalid.xml. A source that fails stops no other.

    What has not changed since the last run is not built again, so a run that was interrupted is gone on with by the
    same command. An edition that you edited is not written over.

    Findings go to standard error, and a table of the editions to standard output; with - and no --out, the edition
    itself does.
    """
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
    if scheduler and engine is Engines.LOCAL:
        raise UsageError("--scheduler is of a cluster, and none was asked for", help="Add --engine dask.")
    check_catalogue(catalogue)
    folder = named_place(out) if out else None
    data = sys.stdin.buffer.read() if sources == ["-"] else b""
    planned = plan(sources, folder, config=config, encoding=encoding, data=data, split=split)
    console.findings(planned.findings)
    run = _Run(fail_on)
    with ExitStack() as stack:
        manifest = stack.enter_context(manifest_for(folder)) if folder and sources != ["-"] else None
        run.log = stack.enter_context(_opened(log)) if log else None
        limits = Limits(timeout, max_memory)
        converted = outcomes_of(
            planned.jobs, workers=jobs, limits=limits, manifest=manifest, force=force, engine=engine,
            scheduler=scheduler,
        )  # fmt: skip
        run.follow(converted, len(planned.jobs))
        if manifest:
            run.close(manifest, prune, catalogue)
            if duplicates:
                from tei.batch.duplicates import duplicates as write_duplicates

                found = write_duplicates(manifest, duplicates, jobs)
                console.note(f"{duplicates}: {found} editions have the text of another, or nearly")
    if folder is None and run.last:
        console.product(run.last.data)
    elif run.tally.sources:
        console.product(editions_table(run.tally, console.page()))
    raise typer.Exit(worst([planned.code(fail_on), *run.codes]))


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
            raise typer.Exit(130) from None

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
