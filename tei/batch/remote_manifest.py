"""The manifest of editions on a URL: kept on this machine during a run, and put beside the editions when it ends.

A database cannot be written in an object store. So it is fetched where another machine has put one there since, worked
with in the cache, and put back; a run that is killed leaves it in the cache, and goes on from there. Meanwhile an object
`.tei-lock` says who writes: only one run makes it (S3 and Google: a conditional write).
"""

import contextlib
import json
import os
import platform
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from tei.atomic import make_folder, write_atomically
from tei.batch.job import Job, Outcome
from tei.batch.manifest import NAME, Manifest, runs
from tei.batch.marks import mark_now, mark_of
from tei.batch.remote import RemotePath, create, fetch, write_whole
from tei.errors import CannotWrite
from tei.schema.store import cache_folder

LOCK = ".tei-lock"


class RemoteManifest(Manifest):
    """The manifest of the editions at `url`; what they are is told by what the store says of them, as far as it can be."""

    def __init__(self, url: RemotePath) -> None:
        machine = cache_folder() / "remote"
        self._cache = machine / sha256(bytes(url.resolve())).hexdigest()[:16]
        make_folder(self._cache)
        self._local, self._note = self._cache / NAME, self._cache / "fetched"
        self._remote, self._lock = url / NAME, url / LOCK
        self._take(_machine(machine))
        try:
            self._fetch()
            super().__init__(url, self._local)
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS seen (path BLOB PRIMARY KEY, mark TEXT, sha256 TEXT) WITHOUT ROWID"
            )
        except BaseException:
            self._release()
            raise

    def close(self) -> None:
        """Ends the run: the manifest is put beside the editions, and the lock goes."""
        super().close()
        try:
            write_whole(self._remote, self._local)
            write_atomically(self._note, mark_now(self._remote).encode())
        finally:
            self._release()

    def record(self, job: Job, digest: str, outcomes: Iterable[Outcome]) -> None:
        """Notes what became of a job, and how the store calls what was written."""
        outcomes = tuple(outcomes)
        super().record(job, digest, outcomes)
        for outcome in outcomes:
            if isinstance(outcome.written, RemotePath) and outcome.mark:
                self._see(outcome.written, outcome.mark, sha256(outcome.data).hexdigest())

    def is_absent(self, path: Path) -> bool:
        """Whether the store listed no such file."""
        return not self._is_there(path)

    def _sha256(self, path: Path) -> str:
        """The hash of an edition: it is read only where the store calls it otherwise than when we saw it last."""
        assert isinstance(path, RemotePath)
        mark = mark_of(path)
        query = "SELECT sha256 FROM seen WHERE path = ? AND mark = ?"
        if row := self._database.execute(query, (self._name(path), mark)).fetchone():
            return str(row[0])
        found = sha256(path.read_bytes()).hexdigest()
        self._see(path, mark, found)
        return found

    def _see(self, path: RemotePath, mark: str, found: str) -> None:
        with self._changing():
            self._database.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", (self._name(path), mark, found))

    def _sweep(self) -> None:
        """Nothing: what a killed run left is written over when its edition is written again."""

    def _take(self, machine: str) -> None:
        own = json.dumps({"machine": machine, "host": platform.node(), "process": os.getpid()}).encode()
        if create(self._lock, own):
            return
        holder = self._holder()
        if holder.get("machine") != machine or runs(str(holder.get("process"))):
            message = f"another run of tei writes there, on {holder.get('host') or 'another machine'}"
            help_ = f"Wait until it has ended; if that machine failed, delete {self._lock}."
            raise CannotWrite(message, help=help_, file=str(self._lock.parent))
        write_whole(self._lock, own)

    def _holder(self) -> dict[str, object]:
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self._lock.read_bytes())
            return found if isinstance(found, dict) else {}
        return {}

    def _release(self) -> None:
        with contextlib.suppress(OSError):  # the next run on this machine sees that its process is gone
            self._lock.unlink(missing_ok=True)

    def _fetch(self) -> None:
        """Brings the manifest that is there, unless it is the one that this machine knows."""
        mark = mark_now(self._remote)
        known = self._note.read_text() if self._note.is_file() else ""
        if mark == known:
            return
        for suffix in ("", "-wal", "-shm"):
            self._local.with_name(NAME + suffix).unlink(missing_ok=True)
        if mark:
            fetch(self._remote, self._local)
        write_atomically(self._note, mark.encode())


def _machine(folder: Path) -> str:
    """A name of this machine and its user that no other has."""
    path = folder / "machine"
    if not path.is_file():
        write_atomically(path, uuid4().hex.encode())
    return path.read_text()
