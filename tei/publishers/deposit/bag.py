"""A BagIt bag of files, as a folder or as one ZIP file (RFC 8493). Nothing stands under its name before it is whole."""

import logging
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import bagit

from tei.atomic import cannot_write, make_folder
from tei.errors import CannotWrite
from tei.publishers.deposit.about import About
from tei.version import VERSION

logging.getLogger("bagit").setLevel(logging.CRITICAL)  # what it finds is said in exceptions too


def write_bag(files: Mapping[str, bytes], out: Path, collection: About) -> None:
    """Writes `files`, by path, as a bag: into the folder `out`, or one ZIP file where it ends in `.zip`.

    CannotWrite when something stands there already, or cannot be written.
    """
    if out.is_file() or (out.is_dir() and any(out.iterdir())):
        remedy = "Name another folder or file, or take it away first: a package is never written over."
        raise CannotWrite("there is something under this name already", help=remedy, file=str(out))
    make_folder(out.parent)
    with _workshop(out) as workshop:
        bag = workshop / out.stem if out.suffix == ".zip" else workshop / out.name
        for path, data in files.items():
            (bag / path).parent.mkdir(parents=True, exist_ok=True)
            (bag / path).write_bytes(data)
        bagit.make_bag(str(bag), _info(collection), checksums=["sha256"])
        if out.suffix == ".zip":
            _zip(bag, workshop / "bag.zip", collection.date)
            bag = workshop / "bag.zip"
        elif out.is_dir():
            out.rmdir()  # empty, as was seen
        bag.rename(out)


@contextmanager
def _workshop(out: Path) -> Iterator[Path]:
    """A folder beside `out` to make it in, which is gone afterwards; a failure to write there is CannotWrite."""
    workshop = None
    try:
        workshop = Path(tempfile.mkdtemp(prefix=".tei-", dir=out.parent))
        yield workshop
    except (OSError, bagit.BagError) as error:
        raise cannot_write(out, error if isinstance(error, OSError) else OSError(str(error))) from error
    finally:
        if workshop is not None:
            shutil.rmtree(workshop, ignore_errors=True)


def _info(collection: About) -> dict[str, str]:
    return {
        "Bag-Software-Agent": f"tei-encoder {VERSION}",
        "Bagging-Date": collection.date,
        "External-Description": " ".join(collection.description.split()),
        "External-Identifier": collection.url,
        "Source-Organization": collection.publisher,
    }


def _zip(folder: Path, target: Path, date: str) -> None:
    """All of `folder` under its name: in the order of their paths, dated and permitted alike, the same bytes each time."""
    year, month, day = (int(part) for part in date.split("-"))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder.parent).as_posix()
                entry = zipfile.ZipInfo(name, (max(year, 1980), month, day, 0, 0, 0))  # ZIP knows no earlier year
                entry.external_attr = 0o100644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                with path.open("rb") as source, archive.open(entry, "w") as written:
                    shutil.copyfileobj(source, written)
