"""How far a run is, on a terminal: files a second, the time that remains, and what failed so far."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_EVERY = 0.2  # seconds
_ROOMY = 100  # columns


class Progress:
    """A bar on standard error; none where that is no terminal.

    It has no thread of its own, since processes are forked while it stands.
    """

    def __init__(self, total: int) -> None:
        self._bar: Bar | None = None
        self._done, self._total, self._begun, self._shown = 0, total, time.monotonic(), 0.0

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and self._total > 1:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            console = Console(stderr=True)
            bar = [BarColumn()] if console.width >= _ROOMY else []  # where there is no room, the figures count
            self._bar = Progress(
                TextColumn("Converting"), *bar, MofNCompleteColumn(), TextColumn("{task.fields[said]}"),
                TimeRemainingColumn(), console=console, transient=True, auto_refresh=False,
            )  # fmt: skip
            self._bar.start()
            self._bar.add_task("", total=self._total, said="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, failed: int) -> None:
        """One source more is done; `failed` of them all could not be converted."""
        self._done += 1
        now = time.monotonic()
        if not self._bar or (now - self._shown < _EVERY and self._done < self._total):
            return
        self._shown = now
        speed = self._done / max(now - self._begun, 0.001)
        (task,) = self._bar.task_ids
        self._bar.update(task, completed=self._done, said=f"{speed:.1f}/s, {failed} failed", refresh=True)
