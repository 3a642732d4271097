"""Writing a file so that it is either the old one or the new one, whole, and never something between."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from tei.errors import CannotWrite

_REMEDIES = {
    errno.ENOSPC: "The disk is full: free some space, or write to another folder.",
    errno.EDQUOT: "Your disk quota is used up: free some space, or write to another folder.",
    errno.EACCES: "You may not write there: change the folder's permissions, or write to another folder.",
    errno.EPERM: "You may not write there: change the folder's permissions, or write to another folder.",
    errno.EROFS: "The file system is read-only: write to another folder.",
    errno.ENOTDIR: "A file stands where a folder is needed: move it away, or write to another folder.",
    errno.EEXIST: "A file stands where a folder is needed: move it away, or write to another folder.",
    errno.EISDIR: "A folder stands where the file is to be: move it away, or write to another folder.",
    errno.ENAMETOOLONG: "The name is too long for the file system: rename the source.",
}


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Writes `data` to `path`, or leaves what was there and raises CannotWrite.

    The bytes go to a temporary file in the same folder, reach the disk, and take the name in one step: POSIX
    `rename(2)` replaces a file atomically. Missing folders are made. What can be made again from what is on the disk
    need not be `durable`: waiting for the disk takes longer than all else.
    """
    make_folder(path.parent)
    temporary = path.parent / f".tei-{os.getpid()}.tmp"
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Makes `folder` and those above it where they are missing; CannotWrite when that, or writing there, is refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    if not os.access(folder, os.W_OK):
        raise cannot_write(folder, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


@contextlib.contextmanager
def temporary_folder(prefix: str = "tei-") -> Iterator[Path]:
    """A new folder that is gone at the end; CannotWrite where the machine has no place for it."""
    from tempfile import TemporaryDirectory

    try:
        folder = TemporaryDirectory(prefix=prefix)
    except OSError as error:
        help_ = "Set TMPDIR to a folder that can be written to."
        raise CannotWrite(f"there is no place for temporary files: {error.strerror or error}", help=help_) from error
    with folder as name:
        yield Path(name)


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The fault for `error`, with what to do about it."""
    reason = error.strerror or str(error)
    remedy = _REMEDIES.get(error.errno or 0, "Check the folder, or write to another one.")
    return CannotWrite(f"cannot write: {reason}", help=remedy, file=str(path))
