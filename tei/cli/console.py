"""What the commands share in speaking to the user: products to standard output, findings to standard error."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tei.diagnostics import Diagnostic
    from tei.reporting.page import Page

T = TypeVar("T")

PIPED_WIDTH = 120


def prepare() -> None:
    """Makes both streams able to write any text: what their encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream that tests or programs put there
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def product(content: str | bytes) -> None:
    """Writes a product of a command to standard output; CannotWrite when it does not take it.

    A reader that has gone away (`| head`) is no fault: the run ends quietly.
    """
    try:
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at exit
        sys.exit(0)
    except OSError as error:
        from pathlib import Path

        from tei.atomic import cannot_write

        raise cannot_write(Path("<stdout>"), error) from error


def findings(found: Iterable["Diagnostic"]) -> None:
    """Writes findings to standard error."""
    from tei.reporting.words import finding_text

    for finding in found:
        sys.stderr.write(finding_text(finding) + "\n")


def note(text: str) -> None:
    """Writes a line about the run itself to standard error."""
    from tei.reporting.words import visible

    sys.stderr.write(visible(text) + "\n")


def page() -> "Page":
    """The page that tables are made for: the terminal's width and style, or a fixed width without style."""
    from tei.reporting.page import Page

    if not sys.stdout.isatty():
        columns = os.environ.get("COLUMNS", "")
        return Page(int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH)
    return Page(shutil.get_terminal_size().columns, styled="NO_COLOR" not in os.environ)


def tracked(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The items, with a progress bar on standard error while they come; none where that is no terminal."""
    if not sys.stderr.isatty() or total < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, what, total=total, console=Console(stderr=True), transient=True)
