"""`tei convert`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config, Encoding, FailOn


def convert(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders (searched in depth), patterns, or - alone for a pipe."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the editions go; it is made if need be. Only - can do without it."),
    ] = None,
    config: Config = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many to build at a time.")] = 1,
    encoding: Encoding = "",
    fail_on: FailOn = None,
    split: Annotated[
        bool, typer.Option("--split", help="Make an edition of each document in a source: <stem>-1.xml, <stem>-2.xml …")
    ] = False,
) -> None:
    """Turn sources into TEI editions, and check each.

    Every source becomes DIR/<stem>.xml. An edition replaces the one that was there in a single step, and only when
    our own checks find no error in it; else it is written as <stem>.invalid.xml. A source that fails stops no other.

    Findings go to standard error, and a table of the editions to standard output; with - and no --out, the edition
    itself does.
    """
    from tei.batch.convert import convert as outcomes_of
    from tei.batch.faults import worst
    from tei.batch.plan import plan
    from tei.reporting.editions import editions_table

    data = sys.stdin.buffer.read() if sources == ["-"] else b""
    planned = plan(sources, out, config=config, encoding=encoding, data=data, split=split)
    console.findings(planned.findings)
    converted = outcomes_of(planned.jobs, workers=jobs)
    outcomes = list(console.tracked(converted, len(planned.jobs), "Converting"))
    for outcome in outcomes:
        console.findings(outcome.findings)
    if out is None:
        console.product(outcomes[0].data)
    elif outcomes:
        console.product(editions_table([outcome.row for outcome in outcomes], console.page()))
    raise typer.Exit(worst([planned.code(fail_on), *(outcome.code(fail_on) for outcome in outcomes)]))
