"""From the arguments of a command to the files they mean."""

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei.batch import remote
from tei.batch.remote import RemotePath, is_url, named_place
from tei.diagnostics import Diagnostic, Location
from tei.errors import TeiError, UnreadableInput
from tei.names import ncname
from tei.rules import finding

if TYPE_CHECKING:
    from tei.model.joint import VersionFiles

STDIN = "-"
_LONGEST_STEM = 255 - len(".invalid.xml")  # most file systems take names of 255 bytes
_NAMED = 5  # others that a clash names


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to convert; `stem` names its edition, `<stem>.xml`. `versions` are its files where it is several."""

    path: Path
    stem: str
    versions: "VersionFiles | None" = None


@dataclass(frozen=True, slots=True)
class Found:
    """The files that the arguments mean, in their order and each once, and a fault for each argument without any."""

    files: tuple[Path, ...]
    faults: tuple[TeiError, ...]


def find_files(arguments: Iterable[str], suffixes: Sequence[str], *, urls: bool = False) -> Found:
    """Files as named, folders searched for `suffixes`, and patterns (`*`, `?`, `[…]`, `**`) that match files.

    `urls` says whether they may be on URLs.
    """
    files: dict[Path, Path] = {}  # what it is, once resolved, to how the user named it
    faults: list[TeiError] = []
    for found in stream_files(arguments, suffixes, urls=urls):
        if isinstance(found, TeiError):
            faults.append(found)
        else:
            files.setdefault(found.resolve(), found)
    return Found(tuple(files.values()), tuple(faults))


def stream_files(arguments: Iterable[str], suffixes: Sequence[str], *, urls: bool = False) -> Iterator[Path | TeiError]:
    """The same one by one, as they are met: a file as often as it is named, and a fault for an argument without any."""
    for argument in arguments:
        try:
            place = named_place(argument)
            if isinstance(place, RemotePath):
                yield from _meant_remote(place, suffixes, urls=urls)
            else:
                yield from _meant(str(place) if is_url(argument) else argument, suffixes)
        except TeiError as fault:
            yield fault


def _meant(argument: str, suffixes: Sequence[str]) -> Iterator[Path]:
    path = Path(argument)
    if path.is_dir():
        yield from _in_folder(path, suffixes)
        return
    if path.exists():
        yield path
        return
    if not glob.has_magic(argument):
        raise UnreadableInput("there is no such file or folder", help="Check the name.", file=argument)
    matches = _matching(argument)
    if not matches:
        raise UnreadableInput("no file matches this pattern", help="Check the pattern.", file=argument)
    yield from matches


def _meant_remote(url: RemotePath, suffixes: Sequence[str], *, urls: bool) -> Iterator[Path]:
    """The same for a URL."""
    if not urls:
        help_ = "Copy the files to this machine first; `tei convert` and `tei validate` take URLs."
        raise UnreadableInput("this command does not read from URLs", help=help_, file=str(url))
    if url.is_file():
        yield url
        return
    if not glob.has_magic(str(url)):
        yield from _in_folder(url, suffixes)
        return
    matches = remote.matches(url)
    if not matches:
        raise UnreadableInput("no file matches this pattern", help="Check the pattern.", file=str(url))
    yield from matches


def _matching(pattern: str) -> list[Path]:
    """The files that match, in order; hidden ones only where the pattern has a point there.

    `**` goes into no link to a folder: two that lead upwards would give more paths than there is time (`glob` follows).
    """
    parts = Path(pattern).parts
    first = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    base, wanted = Path(*parts[:first]), [*parts[first:], *(["*"] if parts[-1] == "**" else [])]
    found = [path for path in base.glob("/".join(wanted)) if path.is_file()]
    if not any(part.startswith(".") for part in wanted):
        found = [path for path in found if not any(p.startswith(".") for p in path.parts[first:])]
    return sorted(found, key=str)


def _in_folder(folder: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    """The files below `folder` with one of `suffixes`, in order of path; hidden files and folders are passed over."""
    empty = True
    for path in remote.below(folder, suffixes) if isinstance(folder, RemotePath) else _below(folder, suffixes):
        empty = False
        yield path
    if empty:
        remedy = f"Name the files themselves, or give them one of the suffixes {', '.join(suffixes)}."
        raise UnreadableInput("the folder holds no file to read", help=remedy, file=str(folder))


def _below(folder: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    """One folder after the other, so that only the names of those that are open are held; links to folders are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
    except OSError:  # it went away, or may not be read
        return
    for name, is_folder in entries:
        if name.startswith("."):
            continue
        path = folder / name
        if is_folder:
            yield from _below(path, suffixes)
        elif path.suffix.lower() in suffixes and path.is_file():
            yield path


def clash(path: Path, others: Sequence[Path]) -> Diagnostic:
    """The finding for a source that would be the same edition as `others`."""
    shown = others[:_NAMED]
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    return finding(
        "CF002",
        f"this would be the same edition as {', '.join(map(str, shown))}{more}; none of them was written",
        Location(str(path)),
        help="Rename one of them: the name without its suffix names the edition.",
        related=tuple(Location(str(other)) for other in shown),
    )


def edition_key(stem: str) -> str:
    """What two editions must not share: the xml:id that the stem becomes, in one case, as some file systems have it."""
    return ncname(stem).casefold()


def check_name(path: Path) -> None:
    """UnreadableInput when the file's name holds what no XML document, and so no edition, can hold."""
    if re.search(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", path.name):
        message = "the file's name holds a control character or is not valid Unicode"
        raise UnreadableInput(message, help="Rename the file: the edition's header names it.", file=str(path))
    if len(os.fsencode(path.stem)) > _LONGEST_STEM:
        message = "the file's name is too long for those of its edition and its sidecar"
        raise UnreadableInput(message, help=f"Shorten it to {_LONGEST_STEM} bytes without its suffix.", file=str(path))
