"""`tei export`."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config, Editions


def export(
    editions: Editions,
    to: Annotated[str, typer.Option(metavar="FORMAT", help="The format; `tei formats` lists them.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files go; it is made if need be.")],
    config: Config = None,
) -> None:
    """Write editions in another format: alignments, texts, books, tables, DTS.

    tmx, xces, tsv and alignment (JSON) hold what corresponds to what; text and markdown each version by itself; epub a
    book of each edition; csv and json tables of the collection: editions, signatories, participants, dates; dts the
    collection as Distributed Text Services in static files; glossary its names and offices in all languages (TSV, TBX).
    The paths that were written go to standard output.
    """
    from tei.batch.export import export as exported

    result = exported(editions, to, out, config=config)
    console.findings(result.findings)
    console.product("".join(f"{path.as_posix()}\n" for path in result.files))
    if not result.files and not result.findings:
        console.note(f"nothing to write: none of the editions has what {to} holds")
    raise typer.Exit(result.exit_code)
