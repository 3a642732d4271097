"""`tei convert`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tei.cli.converting import run
from tei.cli.options import Config, Encoding, FailOn


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
    bool,
    typer.Option(
        "--force/--resume",
        help="Build every edition anew, and write over those that were edited; else go on from what the last run wrote.",
    ),
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
    code = run(
        sources, out=out, config=config, jobs=jobs, encoding=encoding, fail_on=fail_on, split=split, force=force, prune=prune,
        timeout=timeout, max_memory=max_memory, engine=engine.value, scheduler=scheduler, catalogue=catalogue,
        duplicates=duplicates, log=log,
    )  # fmt: skip
    raise typer.Exit(code)
