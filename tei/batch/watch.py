"""Files watched: which of them are new, changed or gone since the last look."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tei.batch.discovery import find_files

Stamps = dict[Path, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Change:
    """The files that are to be looked at again, and those that are no longer there."""

    changed: tuple[Path, ...]
    gone: tuple[Path, ...]


def stamps(arguments: Sequence[str], suffixes: Sequence[str]) -> Stamps:
    """For each file that `arguments` mean: when it was last written, and its size."""
    found: Stamps = {}
    for path in find_files(arguments, suffixes).files:
        try:
            status = path.stat()
        except OSError:  # gone since the folder was listed
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def changes(arguments: Sequence[str], suffixes: Sequence[str], seen: Stamps, interval: float = 0.5) -> Iterator[Change]:
    """Each change from what was `seen`, for ever; looks every `interval` seconds.

    Polling needs no library, and works on network drives, where the system tells nobody about changes.
    """
    while True:
        time.sleep(interval)
        now = stamps(arguments, suffixes)
        changed = tuple(path for path, stamp in now.items() if seen.get(path) != stamp)
        gone = tuple(path for path in seen if path not in now)
        seen = now
        if changed or gone:
            yield Change(changed, gone)
