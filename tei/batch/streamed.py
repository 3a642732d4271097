"""Files checked the quick way, as streams; only those of which a stream cannot say that they are fine go the other.

It is taken where only RELAX NG schemas were asked for, and no rules with them, so that nothing but grammar and pointers is
in question. A report is the same whichever way it came; what the other way needs is loaded when the first file needs it.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from tei.batch.workers import in_order
from tei.config_file import find_config
from tei.diagnostics import Severity
from tei.errors import TeiError
from tei.reporting.files import FileReport
from tei.schema.store import schema_file
from tei.schema.stream import Stream, pieces, stream_for
from tei.validators.sourceless import without_source

_STEADY = 8  # files in a row that taught nothing: then several processes may go on, each with what is known
_RULES = b"http://purl.oclc.org/dsdl/schematron"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: schemas by name or path, whether rules that come with them count, folder of the sources."""

    schemas: tuple[str, ...]
    rules: bool
    sources: Path | None
    fail_on: Severity | None


def quick_reports(files: Sequence[Path], asked: Asked, jobs: int) -> Iterator[FileReport | None]:
    """For each file the report that it is fine, or None where that must be found out the other way."""
    if not _streams(asked.schemas, asked.rules):
        yield from [None] * len(files)
        return
    first = list(_until_steady(files, asked))
    rest = files[len(first) :]
    others = in_order(partial(_is_fine, asked=asked, parent=os.getpid()), rest, jobs)
    for path, fine in zip(files[: len(first)], first, strict=True):
        yield _report(path, asked) if fine else None
    for path, fine in zip(rest, others, strict=True):  # what another process did not know may be learnt here
        yield _report(path, asked) if fine or _is_fine(path, asked) else None


def _until_steady(files: Sequence[Path], asked: Asked) -> Iterator[bool]:
    """Whether the first files are fine, until the automata have not grown for a while."""
    streams = _streams(asked.schemas, asked.rules)
    unchanged = 0
    for path in files:
        before = sum(stream.size for stream in streams)
        yield _is_fine(path, asked)
        unchanged = unchanged + 1 if sum(stream.size for stream in streams) == before else 0
        if unchanged == _STEADY:
            return


def _report(path: Path, asked: Asked) -> FileReport:
    """The report that a file is fine."""
    checks, notes = (*asked.schemas, "pointers"), (without_source(path.as_posix()),)
    return FileReport(path.as_posix(), checks, notes, fail_on=asked.fail_on or _fail_on(path.parent))


def _is_fine(path: Path, asked: Asked, parent: int = 0) -> bool:
    """Whether a file is certainly fine. Other processes than `parent` learn nothing."""
    learns = not parent or os.getpid() == parent
    try:
        _ = asked.fail_on or _fail_on(path.parent)
        return not _has_sources(asked.sources or path.parent / "sources") and all(
            _fits(path, stream, learns) for stream in _streams(asked.schemas, asked.rules)
        )
    except (OSError, TeiError):  # to be reported the other way
        return False


def _fits(path: Path, stream: Stream, learns: bool) -> bool:
    with path.open("rb") as file:
        found = stream.gather(pieces(file), learns=learns)
    return found is not None and found.are_fine()


@cache
def _has_sources(folder: Path) -> bool:
    """Whether there is a folder in which the source of a document may be, with which it is to be compared."""
    return folder.exists()


@cache
def _fail_on(folder: Path) -> Severity:
    """What makes a run fail, as the nearest tei.toml says; reading one takes a while."""
    if find_config(folder) is None:
        return Severity.ERROR
    from tei.batch.settings import settings_for

    return settings_for(folder, None).fail_on


@cache
def _streams(schemas: tuple[str, ...], rules: bool) -> tuple[Stream, ...]:
    """The streams of the schemas, opened; none where any of them is no plain grammar, or where more is checked."""
    from tei.validators import VALIDATORS

    if not VALIDATORS.are_builtin():
        return ()
    streams = []
    for name in schemas:
        try:
            stream = _stream(name, rules)
        except (OSError, TeiError):  # to be reported the other way
            return ()
        if stream is None:
            return ()
        streams.append(stream)
    return tuple(streams)


def _stream(name: str, rules: bool) -> Stream | None:
    path = schema_file(name) if name == "tei_all" else Path(name).resolve()
    if path.suffix.lower() != ".rng" or not path.is_file():
        return None
    data = path.read_bytes()
    if rules and _RULES in data:
        return None
    stream = stream_for(path, hashlib.sha256(data).hexdigest(), len(data))
    stream.open()
    return stream
