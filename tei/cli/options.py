"""Options that several commands have, each spelt once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tei.diagnostics import Severity


class Format(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"


FailOn = Annotated[
    Severity | None,
    typer.Option(help="Exit with 1 when something at least this bad was found; else as tei.toml says, else error."),
]
ReportFormat = Annotated[Format, typer.Option(help="Lines for people, or one JSON object for programs.")]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The collection's tei.toml; else the nearest one above each source, if any."),
]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="The sources' character encoding; else it is found out for each.")
]
