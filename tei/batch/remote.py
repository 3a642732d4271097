"""URLs as sources and outputs: a path whose file is in a store that fsspec reaches, such as `s3://archive/letters/a.txt`.

fsspec (https://filesystem-spec.readthedocs.io) is loaded when the first URL is used. Credentials are its own and those
of its stores: environment and files of settings, never part of a URL.
"""

import contextlib
import errno
import os
import posixpath
import re
import stat
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path, PosixPath
from typing import IO, TYPE_CHECKING, Any

from tei.atomic import cannot_write
from tei.errors import MissingDependency, TeiError, UnreadableInput, UsageError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.:-]+://")
_COLLAPSED = re.compile(r"[a-z][a-z0-9+.-]+:/")  # what a URL becomes when it is taken for a path
_NAMED: set[tuple[str, ...]] = set()  # the beginnings of the URLs that users named
_SSH = ("sftp", "ssh")
_SECRET = re.compile(r"(://[^/\s:@]*):[^/\s@]*@")


class RemotePath(PosixPath):
    """A URL as a path: parts, suffix and neighbours as of any path; what it holds is read through fsspec.

    Methods raise OSError as those of a path do, whatever the store's own library raises.
    """

    __slots__ = ()

    def __str__(self) -> str:
        scheme, *rest = self.parts or (".",)
        return f"{scheme}//{'/'.join(rest)}" if scheme.endswith(":") else "/".join((scheme, *rest))

    def __fspath__(self) -> str:
        return str(self)

    def __reduce__(self) -> tuple[Callable[[str], Path], tuple[str]]:
        return place, (str(self),)

    @property
    def protocol(self) -> str:
        """The URL's scheme, such as `s3`."""
        return self.parts[0].removesuffix(":")

    def resolve(self, strict: bool = False) -> "RemotePath":  # noqa: ARG002  # as a path has it
        """The URL without `..`."""
        scheme, *rest = self.parts or ("",)
        # From a root, so that no `..` is left, not even one that leads out of the store.
        return RemotePath(f"{scheme}/{posixpath.normpath('/' + '/'.join(rest))}") if rest else self

    def is_file(self) -> bool:
        """Whether there is an object or a file; what names a bucket or a host is none, and Azure's does not take the question."""
        return len(self.parts) > 2 and self._kind() == "file"

    def is_dir(self) -> bool:
        """Whether there is a folder, or anything whose name begins so."""
        return self._kind() == "directory"

    def exists(self) -> bool:
        """Whether there is either."""
        return bool(self._kind())

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002
        """Its kind and its size; nothing else is known of every store."""
        info = self.info()
        kind = stat.S_IFDIR if info["type"] == "directory" else stat.S_IFREG
        return os.stat_result((kind, 0, 0, 0, 0, 0, info["size"] or 0, 0, 0, 0))

    def info(self) -> dict[str, Any]:
        """What fsspec says of it: name, type and size, and what this store adds."""
        with _asking(self) as (store, name):
            return dict(store.info(name))

    def read_bytes(self) -> bytes:
        """What it holds."""
        with _asking(self) as (store, name):
            data: bytes = store.cat_file(name)
        return data

    def open(self, mode: str = "r", *_: object, **__: object) -> IO[Any]:  # type: ignore[override]
        """It, opened to be read as bytes."""
        if mode != "rb":
            raise OSError(errno.ENOTSUP, "a URL is opened to be read as bytes")
        with _asking(self) as (store, name):
            opened: IO[Any] = store.open(name, "rb")
        return opened

    def unlink(self, missing_ok: bool = False) -> None:
        """Removes it."""
        try:
            with _asking(self) as (store, name):
                store.rm_file(name)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def _kind(self) -> str:
        if len(self.parts) < 2:
            return ""
        try:
            return "directory" if stat.S_ISDIR(self.stat().st_mode) else "file"
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return ""
        except OSError as error:
            raise unreadable(self, error) from error


def is_url(text: str) -> bool:
    """Whether an argument is a URL, not a path."""
    return bool(_URL.match(text))


def place(text: str) -> Path:
    """The path, or the URL, that `text` is: how either comes back from what was kept as a text."""
    return RemotePath(text) if is_url(text) else Path(text)


def named_place(argument: str) -> Path:
    """The path or URL that a user names; UsageError for a URL that cannot be used, or that holds a password.

    `file:///letters` is the path `/letters`.
    """
    if not is_url(argument):
        return Path(argument)
    if argument.startswith("file://"):
        return Path(argument.removeprefix("file://"))
    if masked(argument) != argument:
        remedy = "Leave it out: fsspec takes it from the environment (FSSPEC_SFTP_PASSWORD) or from a file of settings."
        raise UsageError("a password stands in the URL, which others may read", help=remedy, file=masked(argument))
    if "::" in argument or argument.startswith(("http://", "https://")):
        remedy = "Name a folder or a file in a store: s3://bucket/folder, gcs://…, sftp://host/folder."
        raise UsageError("URLs of pages and URLs joined by :: are not read", help=remedy, file=argument)
    found = RemotePath(argument)
    _NAMED.add(found.parts[:2])
    try:
        with _asking(found):
            return found
    except OSError as error:
        raise unreadable(found, error) from error


def was_named(path: RemotePath) -> bool:
    """Whether the user named a URL in the same store."""
    return path.parts[:2] in _NAMED


def refuse_url(path: Path | None, option: str) -> None:
    """UsageError where a URL was given for an option that takes a path."""
    if path is not None and _COLLAPSED.match(str(path)):
        raise UsageError(f"{option} takes a path, not a URL", help="Name a file on this machine.")


def masked(text: str) -> str:
    """The text without passwords of URLs in it."""
    return _SECRET.sub(r"\1:***@", text)


def entries(folder: RemotePath) -> list[dict[str, Any]]:
    """What fsspec says of each thing in a folder, none where there is no such folder; UnreadableInput where it cannot."""
    try:
        with _asking(folder) as (store, name):
            found = [dict(each) for each in store.ls(name, detail=True)]
            return [each for each in found if each["name"].rstrip("/") != name.rstrip("/")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise unreadable(folder, error) from error


def unreadable(path: Path, error: OSError) -> UnreadableInput:
    """The fault for what a store refused, or could not do."""
    reason = error.strerror or str(error) or type(error).__name__
    remedy = "Check the URL, the credentials and the connection; the same command goes on from there."
    return UnreadableInput(f"the store cannot be read: {masked(reason)}", help=remedy, file=str(path))


def matches(pattern: RemotePath) -> list[RemotePath]:
    """The files that a URL with `*`, `?` or `[…]` means, in order; UnreadableInput where the store cannot say."""
    root = RemotePath("/".join(pattern.parts[:2]))
    try:
        with _asking(pattern) as (store, name):
            start = len(store._strip_protocol(str(root)))
            names = [found for found in sorted(store.glob(name)) if not posixpath.basename(found).startswith(".")]
            return [root / found[start:].lstrip("/") for found in names if store.isfile(found)]
    except OSError as error:
        raise unreadable(pattern, error) from error


def below(folder: RemotePath, suffixes: Sequence[str]) -> Iterator[RemotePath]:
    """The files below `folder` with one of `suffixes`, in order of path: one folder is listed after the other."""
    found = sorted((posixpath.basename(each["name"].rstrip("/")), each["type"]) for each in entries(folder))
    for name, kind in found:
        if name.startswith("."):
            continue
        if kind == "directory":
            yield from below(folder / name, suffixes)
        elif kind == "file" and posixpath.splitext(name)[1].lower() in suffixes:
            yield folder / name


def write_whole(path: RemotePath, data: bytes | Path) -> None:
    """Writes `data`, or a file's, to `path` so that nobody sees a part of it; CannotWrite where that cannot be."""
    check_output(path)
    try:
        with _asking(path) as (store, name):
            _WRITERS[path.protocol](store, name, data)
    except OSError as error:
        raise cannot_write(path, error) from error


def check_output(path: RemotePath) -> None:
    """UsageError for a store in which no file can be written whole."""
    if path.protocol not in _WRITERS:
        known = ", ".join(f"{name}://" for name in _WRITERS)
        message = f"{path.protocol}:// cannot hold editions: files in it are not written in one step"
        raise UsageError(message, help=f"Write to a folder, or to one of {known}.", file=str(path))


def create(path: RemotePath, data: bytes) -> bool:
    """Whether `path` was not there and is now: of two who ask at once one is told so, where the store can tell."""
    try:
        with _asking(path) as (store, name):
            if _WRITERS[path.protocol] is put_by_moving:
                _make_folder(store, name)
            store.pipe_file(name, data, mode="create")
    except FileExistsError:
        return False
    except OSError as error:
        raise cannot_write(path, error) from error
    return True


def fetch(path: RemotePath, target: Path) -> None:
    """Copies what is at `path` to a file; UnreadableInput where that cannot be."""
    try:
        with _asking(path) as (store, name):
            store.get_file(name, str(target))
    except OSError as error:
        raise unreadable(path, error) from error


def put_object(store: "AbstractFileSystem", name: str, data: bytes | Path) -> None:
    """Writes into an object store, where an object appears when all of it is there."""
    if isinstance(data, bytes):
        store.pipe_file(name, data)
    else:
        store.put_file(str(data), name)


def put_by_moving(store: "AbstractFileSystem", name: str, data: bytes | Path) -> None:
    """Writes into a file system: to a temporary file beside it, which then takes the name."""
    # Its own for each edition, since several are written at a time, and always the same, so that none is left for ever.
    temporary = posixpath.join(posixpath.dirname(name), f".tei-{sha256(name.encode()).hexdigest()[:16]}.tmp")
    _make_folder(store, name)
    try:
        put_object(store, temporary, data)
        store.mv(temporary, name)
    except BaseException:
        with contextlib.suppress(Exception):  # it may never have been there
            store.rm_file(temporary)
        raise


_WRITERS: dict[str, Callable[["AbstractFileSystem", str, bytes | Path], None]] = {
    "s3": put_object, "gs": put_object, "gcs": put_object, "abfs": put_object, "az": put_object,
    "sftp": put_by_moving, "ssh": put_by_moving, "memory": put_object,
}  # fmt: skip


def _make_folder(store: "AbstractFileSystem", name: str) -> None:
    if posixpath.dirname(name).strip("/"):
        store.makedirs(posixpath.dirname(name), exist_ok=True)


@contextmanager
def _asking(path: RemotePath) -> Iterator[tuple["AbstractFileSystem", str]]:
    """The store of a URL and its name there; each library's own exceptions become OSErrors, without secrets."""
    try:
        store = _store(path.parts[:2], threading.get_ident() if path.protocol in _SSH else 0)
        yield store, store._strip_protocol(str(path))
    except (OSError, TeiError):
        raise
    except Exception as fault:
        raise OSError(errno.EIO, masked(f"{type(fault).__name__}: {fault}")) from fault


@cache
def _store(start: tuple[str, ...], thread: int) -> "AbstractFileSystem":  # noqa: ARG001  # each thread has its own
    """The store of URLs that begin so; nothing is kept of its listings, which would grow with the collection."""
    protocol = start[0].removesuffix(":")
    url = f"{protocol}://{'/'.join(start[1:])}"
    try:
        import fsspec
    except ImportError as fault:
        raise MissingDependency(
            "sources and outputs on URLs need fsspec", help="Install it: pip install 'tei-encoder[dask]'.", rule="CF003"
        ) from fault
    try:
        if protocol in _SSH:
            from tei.batch.sftp import KnownHosts

            return KnownHosts(**KnownHosts._get_kwargs_from_urls(url))
        store, _ = fsspec.url_to_fs(url, use_listings_cache=False)
    except ImportError as fault:
        raise MissingDependency(f"{protocol}:// needs another package: {fault}", rule="CF003") from fault
    except ValueError as fault:
        help_ = "fsspec knows such as s3://, gcs:// and sftp://."
        raise UsageError(f"there is no store of the kind {protocol}://", help=help_) from fault
    return store
