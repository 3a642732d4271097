"""The source of a finished edition: the file that the edition says it was made from."""

import os
from functools import lru_cache
from pathlib import Path

from tei.batch.discovery import stream_files
from tei.batch.remote import place
from tei.batch.scratch import scratch
from tei.names import TEI_NS
from tei.plugins import TeiFile
from tei.readers import suffixes

_NAME = "string(//t:sourceDesc/t:bibl[@type='file']/t:idno[@type='filename'])"


def source_of(document: TeiFile, folder: Path) -> Path | None:
    """The source in `folder`; None where the document names none or the file is not there."""
    return _there(folder, _name(document))


def source_below(document: TeiFile, folder: Path) -> Path | None:
    """The source in `folder` or in the folders below it; None also where several there have its name."""
    name = _name(document)
    return _there(folder, name) or (_files_below(str(folder)).named(name) if name else None)


def forget() -> None:
    """Lets go of what is known of folders: another run may find other files there."""
    _files_below.cache_clear()


def _there(folder: Path, name: str) -> Path | None:
    return folder / name if name and (folder / name).is_file() else None


def _name(document: TeiFile) -> str:
    """A name, never a path: a document must not lead us to a file elsewhere."""
    return Path(str(document.tree.xpath(_NAME, namespaces={"t": TEI_NS}))).name


class _Files:
    """The files below a folder by their names, in a temporary database, since an archive has millions."""

    def __init__(self, folder: str) -> None:
        self._database = scratch("CREATE TABLE file (name BLOB, path BLOB); BEGIN;")
        paths = (found for found in stream_files([folder], tuple(suffixes()), urls=True) if isinstance(found, Path))
        rows = ((os.fsencode(path.name), os.fsencode(path)) for path in paths)
        self._database.executemany("INSERT INTO file VALUES (?, ?)", rows)
        self._database.execute("CREATE INDEX by_name ON file (name)")

    def named(self, name: str) -> Path | None:
        """The one file of that name."""
        rows = self._database.execute("SELECT path FROM file WHERE name = ? LIMIT 2", (os.fsencode(name),)).fetchall()
        return place(os.fsdecode(rows[0][0])) if len(rows) == 1 else None


@lru_cache(maxsize=2)
def _files_below(folder: str) -> _Files:
    return _Files(folder)
