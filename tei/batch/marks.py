"""What stores say of the files in them, by which a change is told without reading them: an entity tag, a hash, a time.

Each folder is listed once in a run, and what is needed of it is kept in a temporary database: a listing of thousand
files is one request to a store, and their content would be thousand.
"""

from datetime import datetime
from functools import cache
from pathlib import PurePath
from typing import Any

from tei.batch.remote import RemotePath, entries
from tei.batch.scratch import scratch

# In this order: what tells the content, then what tells when it was written. S3: ETag; Google: md5Hash; SFTP: mtime.
_TELLING = ("ETag", "etag", "md5Hash", "content_md5", "crc32c", "LastModified", "last_modified", "mtime", "updated", "created")  # fmt: skip


def mark_of(path: RemotePath) -> str:
    """What the store said of a file when its folder was listed, "" where the file was not there."""
    return _listed().mark(path)


def mark_now(path: RemotePath) -> str:
    """The same as the store says it at this moment."""
    try:
        return _mark(path.info())
    except FileNotFoundError:
        return ""


def forget() -> None:
    """Lets listings go: another run has others."""
    _listed.cache_clear()


class _Listed:
    def __init__(self) -> None:
        self._database = scratch(
            """
            CREATE TABLE folder (path BLOB PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE file (path BLOB PRIMARY KEY, mark TEXT) WITHOUT ROWID;
            """
        )

    def mark(self, path: RemotePath) -> str:
        folder = path.parent
        if self._database.execute("INSERT OR IGNORE INTO folder VALUES (?)", (bytes(folder),)).rowcount:
            rows = ((bytes(folder / PurePath(each["name"]).name), _mark(each)) for each in entries(folder))
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", rows)
            self._database.execute("COMMIT")
        row = self._database.execute("SELECT mark FROM file WHERE path = ?", (bytes(path),)).fetchone()
        return str(row[0]) if row else ""


@cache
def _listed() -> _Listed:
    return _Listed()


def _mark(entry: dict[str, Any]) -> str:
    told = next((entry[key] for key in _TELLING if entry.get(key)), "")
    told = (
        told.timestamp() if isinstance(told, datetime) else told
    )  # as a store may say it in one place and not in another
    return f"{entry.get('size')} {told}" if entry["type"] == "file" else ""
