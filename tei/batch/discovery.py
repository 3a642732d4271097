"""From the arguments of a command to the files they mean."""

import glob
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei.diagnostics import Diagnostic, Location
from tei.errors import TeiError, UnreadableInput
from tei.names import ncname
from tei.rules import finding

if TYPE_CHECKING:
    from tei.model.joint import VersionFiles

STDIN = "-"


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


def find_files(arguments: Iterable[str], suffixes: Sequence[str]) -> Found:
    """Files as named, folders searched for `suffixes`, and patterns (`*`, `?`, `[…]`, `**`) that match files."""
    files: dict[Path, Path] = {}  # what it is, once resolved, to how the user named it
    faults: list[TeiError] = []
    for argument in arguments:
        try:
            for path in _meant(argument, suffixes):
                files.setdefault(path.resolve(), path)
        except TeiError as fault:
            faults.append(fault)
    return Found(tuple(files.values()), tuple(faults))


def _meant(argument: str, suffixes: Sequence[str]) -> list[Path]:
    path = Path(argument)
    if path.is_dir():
        return _in_folder(path, suffixes)
    if path.exists():
        return [path]
    if not glob.has_magic(argument):
        raise UnreadableInput("there is no such file or folder", help="Check the name.", file=argument)
    matches = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]
    if not any(match.is_file() for match in matches):
        raise UnreadableInput("no file matches this pattern", help="Check the pattern.", file=argument)
    return [match for match in matches if match.is_file()]


def _in_folder(folder: Path, suffixes: Sequence[str]) -> list[Path]:
    """The files below `folder` with one of `suffixes`, in order of path; hidden files and folders are passed over."""
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in suffixes and path.is_file()]
    visible = [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not visible:
        remedy = f"Name the files themselves, or give them one of the suffixes {', '.join(suffixes)}."
        raise UnreadableInput("the folder holds no file to read", help=remedy, file=str(folder))
    return visible


def name_editions(sources: Sequence[SourceFile]) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """The sources without those that would give the same edition, and a finding for each of these.

    Stems are compared as the xml:id they become, in one case: they clash also where the file system ignores case.
    """
    by_id: dict[str, list[SourceFile]] = {}
    for source in sources:
        by_id.setdefault(ncname(source.stem).casefold(), []).append(source)
    alone = tuple(source for source in sources if len(by_id[ncname(source.stem).casefold()]) == 1)
    groups = [[source.path for source in group] for group in by_id.values() if len(group) > 1]
    return alone, tuple(_clash(path, group) for group in groups for path in group)


def _clash(path: Path, group: Sequence[Path]) -> Diagnostic:
    others = [other for other in group if other != path]
    named = ", ".join(str(other) for other in others)
    return finding(
        "CF002",
        f"this would be the same edition as {named}; none of them was written",
        Location(str(path)),
        help="Rename one of them: the name without its suffix names the edition.",
        related=tuple(Location(str(other)) for other in others),
    )


def check_name(path: Path) -> None:
    """UnreadableInput when the file's name holds what no XML document, and so no edition, can hold."""
    if re.search(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", path.name):
        message = "the file's name holds a control character or is not valid Unicode"
        raise UnreadableInput(message, help="Rename the file: the edition's header names it.", file=str(path))
