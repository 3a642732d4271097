"""`tei package`."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config, Editions, Sources
from tei.errors import UsageError


def package(
    editions: Editions,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR|FILE.zip", help="Where the package goes; nothing may be there yet.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Verify packages, folders or ZIP files, named in place of editions.")
    ] = False,
    source: Sources = None,
    config: Config = None,
) -> None:
    """Make a package of a collection for a repository: an RO-Crate in a BagIt bag.

    It holds the editions, the sources they name, the schemas, what a check of them finds now, tei.toml, CITATION.cff,
    and metadata as DataCite and Dublin Core. Nothing is written when an edition fails the check, or when something is
    lacking that repositories require. Needs the packages of tei-encoder[deposit].
    """
    from tei.batch.faults import worst
    from tei.batch.package import check_package, package

    if check == (out is not None):
        raise UsageError("neither --out nor --check is given, or both are", help="Give --out DIR, or --check alone.")
    if out is not None:
        results = [package(editions, out, sources=source, config=config)]
        if results[0].files:
            console.product(f"{out.as_posix()}: {results[0].files} files\n")
    else:
        results = [check_package(Path(each)) for each in editions]
        whole = [each for each, result in zip(editions, results, strict=True) if not result.findings]
        console.product("".join(f"{each}: whole\n" for each in whole))
    console.findings(found for result in results for found in result.findings)
    raise typer.Exit(worst(result.exit_code for result in results))
