"""`tei schema`: the schemas that editions are checked against, where they are, and how one is made."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console

app = typer.Typer(help="List, fetch, find and build the schemas.", no_args_is_help=True)


@app.command("list")
def list_() -> None:
    """List the schemas that are at hand."""
    from tei.reporting.tables import Column, table
    from tei.schema.store import installed_schemas

    columns = (Column("Name"), Column("TEI"), Column("From", cut=True), Column("SHA-256", cut=True))
    rows = [(schema.name, schema.edition, schema.origin, schema.sha256) for schema in installed_schemas()]
    console.product(table(columns, rows, console.page()))


@app.command()
def fetch(
    source: Annotated[
        str, typer.Argument(metavar="[SOURCE]", help="A file or URL of tei_all.rng; else the TEI Vault, or PyPI.")
    ] = "",
) -> None:
    """Get TEI's own schema, tei_all, into the cache."""
    from tei.schema.store import fetch_tei_all, schema_file

    schema = fetch_tei_all(source)
    console.product(f"tei_all of TEI {schema.edition or '?'}, from {schema.origin}: {schema_file('tei_all')}\n")


@app.command()
def path(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="edition or tei_all.")] = "edition",
) -> None:
    """Show where a schema's file is."""
    from tei.schema.store import schema_file

    console.product(f"{schema_file(name)}\n")


@app.command()
def build(
    odd: Annotated[Path, typer.Argument(metavar="ODD", help="A TEI ODD that declares all it uses; see docs/odd.md.")],
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to write; else the folder of the ODD.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when a file there is stale.")] = False,
) -> None:
    """Compile an ODD to RELAX NG, XSD, Schematron and a page for encoders."""
    from tei.atomic import write_atomically
    from tei.errors import ExitCode
    from tei.schema import build as compiler

    files = compiler.build(odd)
    folder = odd.parent if out is None else out
    stale = compiler.stale(files, folder)
    if not check:
        for name, data in files.items():
            write_atomically(folder / name, data)
            console.product(f"{(folder / name).as_posix()}\n")
    elif stale:
        for name in stale:
            console.product(f"{(folder / name).as_posix()} is not what {odd.name} compiles to\n")
        console.product("Run the command without --check, and read what changes.\n")
        raise typer.Exit(ExitCode.FINDINGS)
