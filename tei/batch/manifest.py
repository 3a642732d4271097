"""What tei wrote into a folder, and what it was made from: what need not be made again is told by it.

It is an SQLite database in the folder of the editions. A run holds it alone, and SQLite lets it go when the run ends
in whatever way. Nothing of it is believed that could do harm: its texts are JSON, and its files are looked for in the
folder alone.
"""

import contextlib
import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tei.atomic import cannot_write
from tei.batch.job import Job, Outcome
from tei.batch.kept import from_json, to_json
from tei.batch.marks import mark_of
from tei.batch.remote import RemotePath, is_url, place, was_named
from tei.errors import CannotWrite

NAME = ".tei-manifest.sqlite"
_FORMAT = 1  # of the tables; what has another is made anew
_TABLES = f"""
    BEGIN;
    CREATE TABLE source (path BLOB PRIMARY KEY, digest TEXT, outcomes TEXT);
    CREATE TABLE output (path BLOB, source BLOB, sha256 TEXT, PRIMARY KEY (path, sha256));
    CREATE INDEX output_of ON output (source);
    CREATE TABLE unfinished (run INTEGER);
    PRAGMA user_version = {_FORMAT};
    COMMIT;
"""


@dataclass(frozen=True, slots=True)
class Gone:
    """A source that is no longer there, and the editions that were made from it, as far as they are what tei wrote."""

    source: Path
    editions: tuple[Path, ...]
    edited: tuple[Path, ...]


def manifest_for(folder: Path) -> "Manifest":
    """The manifest of the editions in a folder or on a URL; CannotWrite when another run has it."""
    if isinstance(folder, RemotePath):
        from tei.batch.remote_manifest import RemoteManifest

        return RemoteManifest(folder)
    return Manifest(folder)


class Manifest:
    """The manifest of the editions in `folder`; CannotWrite when another run has it, or it cannot be used."""

    def __init__(self, folder: Path, database: Path | None = None) -> None:
        self.folder = self._folder = folder
        self._root = folder.resolve()
        try:
            self._database = sqlite3.connect(database or folder / NAME, isolation_level=None, timeout=0)
        except sqlite3.Error as error:
            raise _fault(folder / NAME, error) from error
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._database.close()
            raise _fault(folder / NAME, error) from error

    def _prepare(self) -> None:
        # Set before the first access: then no other process can read or write until this one ends.
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._database.execute("PRAGMA synchronous = OFF")  # while the file is empty there is nothing to lose
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")  # a crash of the system may lose the last rows, no more
        self._database.execute("BEGIN IMMEDIATE")
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        self._database.execute("COMMIT")
        if version != _FORMAT:
            for (table,) in self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                self._database.execute(f'DROP TABLE "{table}"')
            self._database.executescript(_TABLES)
        if self._database.execute("SELECT count(*) FROM unfinished").fetchone() != (0,):
            self._sweep()
        else:
            self._database.execute("INSERT INTO unfinished VALUES (1)")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the run in order: only then is nothing swept in the next."""
        with contextlib.suppress(sqlite3.Error):  # a full disk: what is there is sound all the same
            self._database.execute("DELETE FROM unfinished")
        self._database.close()

    def known(self, job: Job, digest: str) -> tuple[Outcome, ...] | None:
        """What an earlier run made of the same; None where there was none or an edition is not there any more."""
        row = self._database.execute(
            "SELECT outcomes FROM source WHERE path = ? AND digest = ?", (self._name(job.source.path), digest)
        ).fetchone()
        outcomes = from_json(row[0], job) if row and digest else None
        if outcomes and all(outcome.written and self._is_there(outcome.written) for outcome in outcomes):
            return outcomes
        return None

    def edited(self, target: Path, data: bytes = b"") -> bool:
        """Whether the edition at `target` is there and was changed since tei wrote it; not so if it is just `data`."""
        rows = self._database.execute("SELECT sha256 FROM output WHERE path = ?", (self._name(target),)).fetchall()
        if not rows or not self._is_file(target):
            return False
        found = self._sha256(target)
        return (found,) not in rows and found != hashlib.sha256(data).hexdigest()

    def writing(self, outcome: Outcome, target: Path) -> None:
        """Notes what is about to be written, so that it is not taken for another's if the run ends just then."""
        row = (self._name(target), self._name(outcome.job.source.path), hashlib.sha256(outcome.data).hexdigest())
        with self._changing():
            self._database.execute("INSERT OR REPLACE INTO output VALUES (?, ?, ?)", row)

    def record(self, job: Job, digest: str, outcomes: Iterable[Outcome]) -> None:
        """Notes what became of a job; an edition that it no longer gives is removed, if tei wrote it."""
        outcomes = tuple(outcomes)
        name = self._name(job.source.path)
        with self._changing():
            for outcome in outcomes:
                if outcome.written and outcome.data:
                    row = (self._name(outcome.written), hashlib.sha256(outcome.data).hexdigest())
                    self._database.execute("DELETE FROM output WHERE path = ? AND sha256 <> ?", row)
            self._database.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", (name, digest, to_json(outcomes)))
        if all(outcome.sound and outcome.written for outcome in outcomes):
            present = {outcome.written for outcome in outcomes}
            for target in self._outputs(name):
                if target not in present:
                    self._remove(target)

    def forget(self, gone: Gone) -> None:
        """Removes the editions of a source that is gone, but not those that were edited."""
        for edition in gone.editions:
            self._remove(edition)
        if not gone.edited:
            self._database.execute("DELETE FROM source WHERE path = ?", (self._name(gone.source),))

    def gone(self) -> Iterator[Gone]:
        """The sources of earlier runs that are no longer there, by name."""
        names = self._database.execute("SELECT path FROM source ORDER BY path")
        while rows := names.fetchmany(1000):
            for (name,) in rows:
                source = self._path(name)
                if isinstance(source, RemotePath) and not was_named(source):
                    continue  # a store that this run has nothing to do with is not asked
                if not self._is_there(source):
                    targets = [target for target in self._outputs(name) if self._is_file(target)]
                    edited = tuple(target for target in targets if self.edited(target))
                    yield Gone(source, tuple(target for target in targets if target not in edited), edited)

    def all(self) -> Iterator[tuple[Path, str]]:
        """Every source that is noted, by name, and what became of it as JSON."""
        for name, outcomes in self._database.execute("SELECT path, outcomes FROM source ORDER BY path"):
            yield self._path(name), outcomes

    def holds(self, name: str) -> bool:
        """Whether an edition is in the folder under this name."""
        path = self._root / name
        return self._is_file(path) and path.resolve().is_relative_to(self._root)

    def is_absent(self, path: Path) -> bool:  # noqa: ARG002
        """Whether it is known without asking that no file is there."""
        return False

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that is made whole or not at all; CannotWrite when it cannot be."""
        try:
            self._database.execute("BEGIN")
            yield
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):  # SQLite may have done so itself
                self._database.execute("ROLLBACK")
            raise _fault(self.folder / NAME, error) from error

    def _outputs(self, name: bytes) -> list[Path]:
        rows = self._database.execute("SELECT DISTINCT path FROM output WHERE source = ? ORDER BY path", (name,))
        paths = [self._path(path) for (path,) in rows.fetchall()]
        return [path for path in paths if path.resolve().is_relative_to(self._root)]

    def _remove(self, target: Path) -> None:
        if not self.edited(target):
            target.unlink(missing_ok=True)
            self._database.execute("DELETE FROM output WHERE path = ?", (self._name(target),))

    def _sweep(self) -> None:
        """Removes temporary files that a run left which ended in the middle of writing."""
        for path in self._root.rglob(".tei-*.tmp"):
            if not runs(path.name.removeprefix(".tei-").removesuffix(".tmp")):
                path.unlink(missing_ok=True)

    def _name(self, path: Path) -> bytes:
        """The path from the folder, so that a collection can be moved; the whole of it where only one is on a URL."""
        whole = path.parent.resolve() / path.name
        if isinstance(whole, RemotePath) or isinstance(self._root, RemotePath):
            return bytes(whole.relative_to(self._root) if whole.is_relative_to(self._root) else whole)
        try:
            return os.fsencode(os.path.relpath(whole, self._root))
        except ValueError:  # another drive
            return os.fsencode(whole)

    def _path(self, name: bytes) -> Path:
        text = os.fsdecode(name)
        if is_url(text) or (isinstance(self._root, RemotePath) and os.path.isabs(text)):
            return place(text)
        return self._folder / os.path.normpath(text)

    def _is_there(self, path: Path) -> bool:
        return bool(mark_of(path)) if isinstance(path, RemotePath) else os.path.lexists(path)

    def _is_file(self, path: Path) -> bool:
        return bool(mark_of(path)) if isinstance(path, RemotePath) else path.is_file()

    def _sha256(self, path: Path) -> str:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def runs(number: str) -> bool:
    """Whether there is a process with this number."""
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _fault(path: Path, error: sqlite3.Error) -> CannotWrite:
    if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        message = "another run of tei writes to this folder"
        return CannotWrite(message, help="Wait until it has ended, or choose another folder.", file=str(path.parent))
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        help_ = "Delete it: then every source is converted anew."
        return CannotWrite(f"the manifest of the folder is damaged: {error}", help=help_, file=str(path))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return cannot_write(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    return cannot_write(path, OSError(str(error)))
