"""`tei schema`: the schemas that editions are checked against, and where they are."""

from typing import Annotated

import typer

from tei.cli import console

app = typer.Typer(help="List, fetch and find the schemas.", no_args_is_help=True)


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
