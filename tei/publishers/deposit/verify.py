"""A package verified: its checksums, its RO-Crate, and that nothing in it leads out of it."""

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import bagit

from tei.atomic import temporary_folder
from tei.errors import UnreadableInput
from tei.publishers.deposit.crate import METADATA

_PART = 1 << 20  # bytes unpacked at a time
_RATIO = 100  # times its size to which a ZIP file may unpack; XML is seldom packed to less than a thirtieth
_SMALL = 100_000_000  # bytes that any may unpack to


def damages(package: Path) -> list[str]:
    """What is wrong with the package, a folder or a ZIP file, each in a few words; nothing for a whole one.

    UnreadableInput when there is no such package.
    """
    try:
        if package.is_dir():
            return list(_damages(package))
        with temporary_folder() as folder:
            refused = _unpack(package, folder)
            if refused:
                return refused
            bags = sorted(folder.iterdir())
            return list(_damages(bags[0])) if len(bags) == 1 else ["it is not one folder, as a bag in a ZIP file is"]
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):
        return ["it is neither a folder nor a ZIP file that can be unpacked"]
    except OSError as error:
        remedy = "Name the folder or the ZIP file that `tei package --out` wrote."
        message = f"cannot read the package: {error.strerror or error}"
        raise UnreadableInput(message, help=remedy, file=str(package)) from error


def _unpack(package: Path, folder: Path) -> list[str]:
    """Unpacks a ZIP file into `folder`, never beside it and never more than it says; what forbids it."""
    with zipfile.ZipFile(package) as archive:
        entries = archive.infolist()
        refused = [
            f"the path {entry.filename!r} leads out of it" for entry in entries if not _is_inside(entry.filename)
        ]
        links = [entry for entry in entries if (entry.external_attr >> 16) & 0o170000 == 0o120000]
        refused += [f"{entry.filename} is a link to another file" for entry in links]
        names = Counter(entry.filename for entry in entries)
        refused += [f"{name} is in it twice" for name in sorted(names) if names[name] > 1]
        size, packed = sum(entry.file_size for entry in entries), package.stat().st_size
        if size > max(_SMALL, _RATIO * packed):
            refused.append(f"it would unpack to {size:,} bytes, which is more than {_RATIO} times its size")
        if refused:
            return refused
        for entry in entries:
            target = folder / entry.filename
            if entry.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, target.open("wb") as written:
                while part := source.read(_PART):
                    written.write(part)
    return []


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not (path.is_absolute() or ".." in path.parts or ":" in name.split("/")[0])


def _damages(folder: Path) -> Iterator[str]:
    links = [path for path in sorted(folder.rglob("*")) if path.is_symlink()]
    if links:
        yield from (f"{path.relative_to(folder).as_posix()} is a link to another file" for path in links)
        return
    yield from _bag_damages(folder)
    yield from _crate_damages(folder / "data")


def _bag_damages(folder: Path) -> Iterator[str]:
    """What BagIt finds: every file with its checksum, and no file without."""
    try:
        bag = bagit.Bag(str(folder))
        bag.validate()
    except bagit.BagValidationError as error:
        # it stops at the sum of all sizes, and says nothing of files then
        yield from list(_changed(folder, bag)) or [str(error)]
    except (bagit.BagError, UnicodeError, ValueError) as error:
        yield f"it is no BagIt bag: {str(error).replace(f'{folder}/', '').replace(str(folder), 'the folder')}"


def _changed(folder: Path, bag: bagit.Bag) -> Iterator[str]:
    """The files that are not what the manifests say."""
    missing, extra = bag.compare_manifests_with_fs()
    yield from (f"{path} is missing" for path in sorted(missing))
    yield from (f"{path} is in no manifest" for path in sorted(extra))
    for path, sums in sorted(bag.entries.items()):
        if (folder / path).is_file() and any(_hash(folder / path, name) != sums[name].lower() for name in sums):
            yield f"{path} is not what its checksum says"


def _hash(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()


def _crate_damages(folder: Path) -> Iterator[str]:
    """What is wrong with the RO-Crate in `folder`: its root, and that it lists the files that are there."""
    try:
        data = json.loads((folder / METADATA).read_text(encoding="utf-8"))
        entities = {entity["@id"]: entity for entity in data["@graph"]}
        root = entities[entities[METADATA]["about"]["@id"]]
        listed = {part["@id"] for part in _several(root["hasPart"])}
    except (OSError, ValueError, LookupError, TypeError) as fault:
        yield f"data/{METADATA} describes no RO-Crate: {type(fault).__name__}"
        return
    if "Dataset" not in _several(root.get("@type")):
        yield f"data/{METADATA}: the root is no Dataset"
    yield from (f"data/{METADATA}: the root has no {name}" for name in _ROOT if not root.get(name))
    yield from _unlisted(folder, listed, entities)


_ROOT = ("name", "description", "datePublished", "license")


def _unlisted(folder: Path, listed: set[str], entities: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Where what the root lists and what is there are not the same files."""
    paths = {unquote(each) for each in listed if not urlsplit(each).scheme}
    for path in sorted(paths):
        if not _is_inside(path):
            yield f"data/{METADATA}: the path {path!r} leads out of it"
        elif not (folder / path).exists():
            yield f"data/{METADATA} lists {path}, which is not there"
        elif not {path, quote(path)} & entities.keys():
            yield f"data/{METADATA} does not describe {path}"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    yield from (f"data/{METADATA} does not list {path}" for path in sorted(there - paths - {METADATA}))


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
