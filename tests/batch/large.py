"""Small documents in numbers, and the command as a process that can be killed."""

import os
import resource
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1763683200", "COLUMNS": "100", "PYTHONUTF8": "1"}
TEXT = """Title: Letter {number} from the harbour
Date: 1862-03-{day:02}

The ferry {number} lay at the pier until noon, and the clerk wrote down what it carried.

Done at Farwick, {day} March 1862
"""


def write_sources(folder: Path, count: int) -> Path:
    """`count` sources in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"letter-{number:04}.txt").write_text(TEXT.format(number=number, day=number % 28 + 1))
    return folder


def command(folder: Path, *arguments: str, limit: int = 0) -> "subprocess.Popen[bytes]":
    """`tei convert` in `folder`, in a group of processes of its own, as a terminal gives it one.

    No file that it writes may have more than `limit` bytes, if one is given.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "tei", "convert", *arguments],
        cwd=folder, env={**os.environ, **ENVIRONMENT}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None,
    )  # fmt: skip


def convert(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """The exit code and the streams of a whole run."""
    process = command(folder, *arguments)
    out, err = process.communicate(timeout=120)
    return process.returncode, out.decode(), err.decode()


def editions(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` but the manifest, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".tei-manifest")
    }
