"""`tei validate`."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import FailOn, Format, ReportFormat


def validate(
    editions: Annotated[
        list[str], typer.Argument(metavar="EDITION", help="TEI files, folders (searched in depth), or patterns.")
    ],
    schema: Annotated[
        list[str] | None,
        typer.Option(metavar="SCHEMA", help="edition, tei_all, or a .rng or .xsd file; may be given several times."),
    ] = None,
    format: ReportFormat = Format.TEXT,
    fail_on: FailOn = None,
    source: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the sources are; else in sources/ beside each edition."),
    ] = None,
) -> None:
    """Check TEI files: schemas, pointers, fidelity.

    Without --schema, a file is checked against the project's edition schema and, where it is in the cache, TEI's
    tei_all. Pointers are always checked, and the text wherever the source file is found. The report goes to standard
    output; as JSON it has the form that docs/report.schema.json describes.
    """
    from tei.batch.check import check_files
    from tei.reporting import REPORTERS

    checked = check_files(editions, schemas=schema or (), sources=source, fail_on=fail_on)
    console.product(REPORTERS[format](checked.reports))
    raise typer.Exit(checked.exit_code)
