"""The sources of a run, kept in a temporary database: a run over a million files holds none of their names in memory."""

import json
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tei.batch.discovery import SourceFile, clash, edition_key
from tei.batch.remote import place
from tei.batch.scratch import scratch
from tei.diagnostics import Diagnostic
from tei.model.joint import VersionFiles

_CLASHING = "SELECT key FROM source GROUP BY key HAVING count(*) > 1"


class Spool:
    """Files as they are found, then the sources that they make; SQLite removes what it keeps when the run ends."""

    def __init__(self) -> None:
        self._database = scratch(
            """
            CREATE TABLE file (number INTEGER PRIMARY KEY, path BLOB, real BLOB UNIQUE, folder BLOB, bare BLOB);
            CREATE TABLE source (id INTEGER PRIMARY KEY, number INTEGER, path BLOB, stem TEXT, key TEXT, versions TEXT);
            BEGIN;
            """
        )

    def add_file(self, path: Path, bare: str) -> None:
        """Keeps a file, if it is not there yet; `bare` is its name without suffix and tag of a language."""
        row = (_bytes(path), _bytes(path.resolve()), _bytes(path.parent), os.fsencode(bare))
        self._database.execute("INSERT OR IGNORE INTO file (path, real, folder, bare) VALUES (?, ?, ?, ?)", row)

    def groups(self) -> Iterator[tuple[tuple[int, ...], list[Path]]]:
        """The files, those together that have the folder and the bare name in common, and their numbers."""
        rows = self._database.execute("SELECT number, path, folder, bare FROM file ORDER BY folder, bare, number")
        for _, group in groupby(rows, key=lambda row: row[2:]):
            members = list(group)
            yield tuple(row[0] for row in members), [_path(row[1]) for row in members]

    def add_source(self, number: int, source: SourceFile) -> None:
        """Keeps a source; `number` is its place in the run, after others of the same number."""
        told = source.versions
        versions = "" if told is None else json.dumps(
            [str(told.name), [str(path) for path in told.paths], told.languages, told.original]
        )  # fmt: skip
        stem = source.stem.encode("utf-8", "backslashreplace").decode()
        row = (number, _bytes(source.path), os.fsencode(source.stem), edition_key(stem), versions)
        self._database.execute("INSERT INTO source (number, path, stem, key, versions) VALUES (?, ?, ?, ?, ?)", row)

    def index(self) -> None:
        """Ends the planning: now sources can be asked for."""
        self._database.execute("CREATE INDEX by_key ON source (key)")

    def clashes(self) -> Iterator[Diagnostic]:
        """A finding for each source that would give the same edition as another."""
        rows = self._database.execute(
            f"SELECT number, path, key FROM source WHERE key IN ({_CLASHING}) "
            "ORDER BY (SELECT min(number) FROM source other WHERE other.key = source.key), number"
        )
        for _, group in groupby(rows, key=lambda row: row[2]):
            paths = [_path(row[1]) for row in group]
            for number, path in enumerate(paths):
                yield clash(path, paths[:number] + paths[number + 1 :])

    def __len__(self) -> int:
        """How many sources there are that clash with no other."""
        (number,) = self._database.execute(f"SELECT count(*) FROM source WHERE key NOT IN ({_CLASHING})").fetchone()
        return int(number)

    def __iter__(self) -> Iterator[SourceFile]:
        """The sources that clash with no other, in the order of the run."""
        rows = self._database.execute(
            f"SELECT path, stem, versions FROM source WHERE key NOT IN ({_CLASHING}) ORDER BY number, id"
        )
        for path, stem, versions in rows:
            yield SourceFile(_path(path), os.fsdecode(stem), _versions(versions))


def _versions(kept: str) -> VersionFiles | None:
    if not kept:
        return None
    name, paths, languages, original = json.loads(kept)
    return VersionFiles(place(name), tuple(map(place, paths)), tuple(languages), original)


def _bytes(path: Path) -> bytes:
    return os.fsencode(path)  # a name need not be Unicode, and SQLite's texts must be


def _path(name: bytes) -> Path:
    return place(os.fsdecode(name))
