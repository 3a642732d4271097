"""The `tei` command: its name, its manual page, and the commands under it."""

import sys
from typing import Annotated

import typer

import tei
from tei.cli import align, console, convert, export, init, inspect, listings, package, publish, schema, serve, validate

EPILOG = """\b
Examples:
  tei convert letters/ --out editions       every source in a folder
  tei convert "*.md" --out tei --jobs 4     a pattern, four at a time
  tei convert - < page.txt > page.xml       from a pipe into a pipe
  tei inspect page.txt                      how a source is read, before it is encoded
  tei validate editions                     check what was written, and what was edited since
  tei validate editions --watch             check each file again when it changes
  tei schema fetch                          get TEI's own schema, tei_all, into the cache
\b
Exit codes:
  0   nothing was found at or above --fail-on
  1   something was
  2   the command, its options or tei.toml are wrong
  3   an input cannot be read
  4   an output cannot be written
  5   an optional package or a schema that was asked for is missing
  70  tei itself failed: please report it
  130 interrupted; what was written is whole
  The worst of all files decides: 70, then 4, 3, 5, 2, 1.
\b
Files and environment:
  tei.toml           settings of a collection; looked for beside each source and in the folders above
  TEI_ENCODER_CACHE  the folder of fetched schemas; else the usual one for caches
  TEI_DEBUG=1        let a failure of tei itself show its traceback
  SOURCE_DATE_EPOCH  the encoding date, where tei.toml gives none
  NO_COLOR=1         no colour on a terminal either
  TEI_RULES_URL      where the rules' pages are on the web, for the links in SARIF
\b
Findings:
  go to standard error, one per line, products to standard output or to files:
    file:line:column: severity ID message
  For `tei validate` the findings are the product, and the line in question is shown. `tei rules ID` explains them.
"""

app = typer.Typer(
    name="tei",
    help="Turns source transcriptions into valid, linked TEI P5 editions, and checks them.",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,  # a plain page reads the same on a terminal, in a pipe and in docs/cli.md
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)
app.command()(init.init)
app.command()(convert.convert)
app.command()(validate.validate)
app.command()(inspect.inspect)
app.command()(align.align)
app.command()(publish.publish)
app.command()(export.export)
app.command()(package.package)
app.command()(serve.serve)
app.add_typer(schema.app, name="schema")
app.command()(listings.rules)
app.command()(listings.languages)
app.command()(listings.formats)


def _version(wanted: bool) -> None:
    if wanted:
        console.product(f"tei-encoder {tei.__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Turns source transcriptions into valid, linked TEI P5 editions, and checks them."""


def main() -> None:
    """Runs the command line; every exception that reaches it becomes a message and an exit code."""
    console.prepare()
    try:
        app(prog_name="tei")
    except Exception as fault:
        from tei.batch.faults import diagnose

        found, code = diagnose(fault, "tei")
        console.findings([found])
        sys.exit(code)
