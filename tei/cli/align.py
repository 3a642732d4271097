"""`tei align`: the links of an edition in an editor's hand."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config
from tei.errors import UsageError


def align(
    edition: Annotated[
        Path, typer.Argument(metavar="EDITION", help="A TEI edition with two versions or more; or a plain text.")
    ],
    target: Annotated[
        Path | None, typer.Argument(metavar="[TARGET]", help="A plain text to align with the first.")
    ] = None,
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
    source_lang: Annotated[
        str, typer.Option(metavar="TAG", help="With TARGET: the language of the first text, as zh or en.")
    ] = "",
    target_lang: Annotated[str, typer.Option(metavar="TAG", help="With TARGET: the language of the second text.")] = "",
    backend: Annotated[
        str,
        typer.Option(metavar="NAME", help="With TARGET: lexical, semantic, or auto: semantic where it is installed."),
    ] = "auto",
    lines: Annotated[
        bool, typer.Option("--lines", help="With TARGET: each line is a segment; else the sentences are.")
    ] = False,
    to: Annotated[str, typer.Option(metavar="FORM", help="With TARGET: json, tsv, tmx or tei.")] = "json",
    config: Config = None,
) -> None:
    """Correct the links between the versions of an edition, or align two plain texts.

    --edit writes a ladder to standard output: one row for each link, the original's sentences, a tab, the translation's.
    Move sentences from row to row, and --apply the file: what was changed is kept beside the source, in
    <stem>.links.tsv, and the next `tei convert` aligns only what stands around it.

    With TARGET, two plain texts are aligned sentence by sentence, and the links written to standard output.
    """
    if target is not None:
        _two_texts(edition, target, (source_lang, target_lang), backend, lines=lines, form=to)
        return
    from tei.batch.links import apply_ladder, ladder_of

    if edit == (apply is not None):
        raise UsageError("tell what to do with the links", help="Give --edit, --apply FILE, or a second text.")
    if apply is None:
        console.product(ladder_of(edition, target=version))
    else:
        kept = apply_ladder(edition, apply, target=version, by=by, config=config)
        console.product(f"{kept.as_posix()}\n")
        console.note("convert the source again, and the links are followed")


def _two_texts(source: Path, target: Path, langs: tuple[str, str], backend: str, *, lines: bool, form: str) -> None:
    from tei.batch.texts import align_files
    from tei.diagnostics import Report

    report = Report()
    written = align_files(source, target, langs=langs, backend=backend, lines=lines, form=form, report=report)
    console.findings(report)
    console.product(written)
