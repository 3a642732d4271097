"""`tei init`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the collection; it is made if need be.")],
    title: Annotated[str, typer.Option(help="What the collection is called; else as its folder.")] = "",
) -> None:
    """Begin a collection: settings explained line by line, folders, an example, checks for its repository.

    Nothing that is there already is changed.
    """
    from tei.batch.scaffold import scaffold

    name = title or folder.resolve().name
    for path in scaffold(folder, title=name, date=date.today().isoformat()):
        console.product(f"{path.as_posix()}\n")
    console.note(f"Next, in {folder.as_posix()}:")
    for step in (
        "tei convert sources --out editions",
        "tei validate editions --source sources",
        "tei publish editions --out site",
    ):
        console.note(f"  {step}")
