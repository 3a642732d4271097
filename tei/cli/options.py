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


class Rendering(StrEnum):
    """The forms of what `tei validate` finds: the keys of `tei.reporting.REPORTERS`."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


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

# The options of `tei validate`.
Editions = Annotated[
    list[str], typer.Argument(metavar="EDITION", help="TEI files, folders (searched in depth), or patterns.")
]
Schemas = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SCHEMA", help="edition, tei_all, or a .rng, .xsd, .sch or .odd file; may be given several times."
    ),
]
RenderingOption = Annotated[Rendering, typer.Option(help="The form of the report.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file, in one step.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE", help="Report only these rules: PT001, or PT for all that begin so; several with commas."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE", help="Leave these rules out; where both fit, the longer of --select and --ignore counts."
    ),
]
MaxFindings = Annotated[
    int,
    typer.Option(metavar="N", min=0, help="Show at most N findings, the worst, and say how many more (text, github)."),
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Leave out the errors and warnings that this file knows; only new ones fail."),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Make the file of --baseline from what is found now.")
]
Sources = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Where the sources are; else in sources/ beside each edition."),
]
SourcePlace = Annotated[
    str,
    typer.Option(
        metavar="DIR",
        help="The folder or URL where the sources are, or below which; else they are in sources/ beside each edition.",
    ),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", metavar="N", min=0, help="How many files to check at a time; 0: as many as pay."),
]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Give up a file that takes longer; 0: never.")]
Catalog = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="An OASIS XML catalog, which says what file stands for a schema's URL; several."),
]
NoRules = Annotated[
    bool, typer.Option("--no-rules", help="Leave out the Schematron rules that come with a grammar, as jing does.")
]
Phase = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="Check only this phase of the Schematron schemas given; #ALL: whatever they say."
    ),
]
ListUrls = Annotated[
    bool, typer.Option("--list-urls", help="List the URLs that each file points to; nobody looks whether they work.")
]
AllAllowed = Annotated[
    bool,
    typer.Option("--all-allowed", help="Print with a finding all that could stand there, not the first few names."),
]
Watch = Annotated[bool, typer.Option("--watch", help="Go on, and check again what changes, until Ctrl-C.")]
