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

    columns = (Column("Name"), Column("Version"), Column("From", cut=True), Column("File", cut=True))
    rows = [(schema.name, schema.version, schema.origin, str(schema.path)) for schema in installed_schemas()]
    console.product(table(columns, rows, console.page()))


@app.command()
def fetch(
    source: Annotated[
        str, typer.Argument(metavar="[SOURCE]", help="A file or URL of tei_all.rng; else the TEI Vault, or PyPI.")
    ] = "",
) -> None:
    """Get TEI's own schema, tei_all, into the cache."""
    from tei.schema.store import fetch_tei_all

    schema = fetch_tei_all(source)
    console.product(f"tei_all {schema.version} from {schema.origin}: {schema.path}\n")


@app.command()
def path(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="edition or tei_all.")] = "edition",
) -> None:
    """Show where a schema's file is."""
    from tei.schema.store import schema_file

    console.product(f"{schema_file(name)}\n")
