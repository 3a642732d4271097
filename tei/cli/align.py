"""`tei align`: the links of an edition in an editor's hand."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config
from tei.errors import UsageError


def align(
    edition: Annotated[Path, typer.Argument(metavar="EDITION", help="A TEI edition with two versions or more.")],
    edit: Annotated[bool, typer.Option("--edit", help="Write its links of sentences as a ladder, to correct.")] = False,
    apply: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep what was corrected in this ladder.")] = None,
    version: Annotated[
        str,
        typer.Option(
            metavar="ID", help="With --edit: the version to set beside the original; else the first other one."
        ),
    ] = "",
    by: Annotated[
        str, typer.Option(metavar="ID", help="With --apply: who answers for it, one of [[people]] in tei.toml.")
    ] = "",
    config: Config = None,
) -> None:
    """Correct the links between the versions of an edition.

    --edit writes a ladder to standard output: one row for each link, the original's sentences, a tab, the translation's.
    Move sentences from row to row, and --apply the file: what was changed is kept beside the source, in
    <stem>.links.tsv, and the next `tei convert` aligns only what stands around it.
    """
    from tei.batch.links import apply_ladder, ladder_of

    if edit == (apply is not None):
        raise UsageError("tell what to do with the links", help="Give either --edit or --apply FILE.")
    if apply is None:
        console.product(ladder_of(edition, target=version))
    else:
        kept = apply_ladder(edition, apply, target=version, by=by, config=config)
        console.product(f"{kept.as_posix()}\n")
        console.note("convert the source again, and the links are followed")
