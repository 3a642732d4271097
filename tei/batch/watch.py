"""Files watched: which of them are new, changed or gone since the last look, and what they are checked against."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tei.batch.discovery import find_files
from tei.reporting.files import FileReport

Stamps = dict[Path, tuple[int, int]]
# A schema's folder is watched for these, since a schema may include others.
_SCHEMAS = (".rng", ".rnc", ".xsd", ".sch", ".odd")


@dataclass(frozen=True, slots=True)
class Change:
    """The files that are to be looked at again, and those that are no longer there.

    `around` says that all are to be looked at again, because what they are checked against has changed.
    """

    changed: tuple[Path, ...]
    gone: tuple[Path, ...]
    around: bool = False


def stamps(arguments: Sequence[str], suffixes: Sequence[str]) -> Stamps:
    """For each file that `arguments` mean: when it was last written, and its size."""
    return _stamps(find_files(arguments, suffixes).files)


def changes(
    arguments: Sequence[str],
    suffixes: Sequence[str],
    seen: Stamps,
    around: Sequence[Path] = (),
    seen_around: Stamps | None = None,
    *,
    interval: float = 0.5,
) -> Iterator[Change]:
    """Each change from what was `seen`, for ever; looks every `interval` seconds.

    `around` are files and folders of schemas, whose changes concern all files; `seen_around` is what was seen of them.
    Polling needs no library, and works on network drives, where the system tells nobody about changes.
    """
    seen_around = seen_around or {}
    while True:
        time.sleep(interval)
        now, now_around = stamps(arguments, suffixes), stamps_around(around)
        moved = now_around != seen_around
        changed = tuple(path for path, stamp in now.items() if moved or seen.get(path) != stamp)
        gone = tuple(path for path in seen if path not in now)
        seen, seen_around = now, now_around
        if changed or gone:
            yield Change(changed, gone, moved)


def stamps_around(paths: Iterable[Path]) -> Stamps:
    """The same for these files, and for the schemas in these folders."""
    return _stamps(_files(paths))


def schema_folders(reports: Iterable[FileReport], named: Iterable[str]) -> tuple[Path, ...]:
    """What is to be watched besides the files: the schemas that were `named` or that the files name, and their folders.

    A name that is no path of a file (edition, pointers, a URL) is passed over; a catalog is watched by itself.
    """
    candidates = [Path(name) for name in named]
    candidates += [
        folder / name for report in reports for name in report.schemas for folder in (Path(), Path(report.file).parent)
    ]
    files = [path for path in candidates if path.is_file()]
    folders = [path.parent for path in files if path.suffix.lower() in _SCHEMAS]
    return tuple(sorted({*files, *folders}))


def forget() -> None:
    """Empties what the program remembers of files it has read: schemas, catalogs, settings."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "tei":
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


def _files(around: Iterable[Path]) -> Iterator[Path]:
    for path in around:
        if path.is_dir():
            yield from (file for file in sorted(path.iterdir()) if file.suffix.lower() in _SCHEMAS)
        else:
            yield path


def _stamps(paths: Iterable[Path]) -> Stamps:
    found: Stamps = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:  # gone since the folder was listed
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found
