"""`tei publish`."""

from pathlib import Path
from typing import Annotated

import typer

from tei.cli import console
from tei.cli.options import Config, Editions


def publish(
    editions: Editions,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the site goes; what is there already is kept.")],
    config: Config = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="How many to render at a time; 0: as many as pay.")
    ] = 0,
) -> None:
    """Make a website of TEI files: versions side by side, indexes, search, citations; static, without a server.

    Works on any TEI, not only on what `tei convert` writes. The page to begin with is DIR/index.html; it can be opened
    from the disk as it is, or the folder put on any web server. A second run makes anew only what has changed, and
    removes the pages of editions that are gone. The name of the site and where it will stand are set in tei.toml, [site].
    """
    from tei.batch.publish import publish_site

    result = publish_site(editions, out, config=config, jobs=jobs)
    console.findings(result.findings)
    if result.published is not None:
        done = result.published
        console.product(
            f"{out / 'index.html'}: {len(done.files)} files, {done.written} written, {done.removed} removed; "
            f"pages of {done.rendered} edition{'' if done.rendered == 1 else 's'} made\n"
        )
    raise typer.Exit(result.exit_code)
