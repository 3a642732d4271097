"""`tei inspect`."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config, Encoding, Format, ReportFormat
from tei.diagnostics import Severity


def inspect(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The file to read.")],
    config: Config = None,
    encoding: Encoding = "",
    format: ReportFormat = Format.TEXT,
    sidecar: Annotated[
        bool, typer.Option("--sidecar", help="Print a sidecar to begin with: what is not certain, to be decided.")
    ] = False,
) -> None:
    """Show how a source is read, block by block.

    Nothing is encoded or written. Each row is a block: its lines in the source, the version and the TEI element that
    it becomes, how sure that is and why, and how it begins. What is set aside from the text stands in brackets.
    What an editor decided in SOURCE's sidecar, <stem>.toml, is followed and listed. Findings go to standard error.
    """
    from tei.batch.inspect import inspect_file
    from tei.overrides.template import template
    from tei.reporting.outline import outline_json, outline_text

    edition, report = inspect_file(source, config=config, encoding=encoding)
    console.findings(report)
    if sidecar:
        console.product(template(edition, report))
        raise typer.Exit(report.exit_code(Severity.ERROR))
    console.product(outline_json(edition) if format is Format.JSON else outline_text(edition, console.page()))
    raise typer.Exit(report.exit_code(Severity.ERROR))
