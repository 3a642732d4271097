"""`tei serve`."""

import contextlib
import threading
import time
from typing import Annotated

import typer

from tei.atomic import temporary_folder
from tei.cli import console
from tei.cli.options import Config


def serve(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files, folders (searched in depth), or patterns.")
    ],
    config: Config = None,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0: any that is free.")] = 8000,
) -> None:
    """Show sources as editions in the browser, and rebuild when they change: the editor's desk.

    The pages are those of `tei publish`; beside each passage stands what was found about it, with its line of the
    source. Where something had to be guessed, a button writes the editor's choice into the source's sidecar file, and
    the edition is built again. Nothing but sidecars is written; `tei convert` writes the editions. The desk answers to
    this machine only. It ends with Ctrl-C.
    """
    from tei.batch.desk import Desk
    from tei.batch.desk_server import DeskServer
    from tei.errors import UsageError

    with temporary_folder("tei-desk-") as folder, contextlib.suppress(KeyboardInterrupt):
        desk = Desk(sources, folder, config)
        console.findings(desk.refresh())
        try:
            server = DeskServer(desk, port)
        except OSError as fault:
            message = f"the port {port} cannot be used: {fault.strerror or fault}"
            raise UsageError(message, help="Choose another with --port, or 0 for any that is free.") from fault
        console.product(f"{server.url}\n")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        before = desk.generation
        while True:
            time.sleep(0.7)
            found = desk.refresh()
            if desk.generation != before:
                console.findings(found)
                console.note("built again")
                before = desk.generation
