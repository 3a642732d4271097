"""A conversion that is killed over and over, and what is found in its folder each time."""

import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tei.batch.manifest import NAME
from tests.batch.large import command, convert, editions, write_sources


@dataclass(frozen=True, slots=True)
class Killed:
    """What was there after a kill: editions, and temporary files, which the next run is to sweep away.

    `seconds` are those since the start of the command; `alone` says that its processes were left to notice.
    """

    seconds: float
    alone: bool
    editions: int
    temporary: int


def killed(folder: Path, files: int, kills: int, seed: int = 1862) -> list[Killed]:
    """`kills` kills, at random moments, of a conversion of `files` files in `folder`, which each time is gone on with.

    AssertionError where an edition is not that of an undisturbed run, byte for byte, the manifest is not sound, or
    something is left over at the end.
    """
    write_sources(folder / "in", files)
    begun = time.monotonic()
    assert _run(folder, "whole") == 0
    whole, wanted = time.monotonic() - begun, editions(folder / "whole")
    chance, found = random.Random(seed), list[Killed]()
    while len(found) < kills:
        process, begun = command(folder, "in", "--out", "out", "--jobs", "2"), time.monotonic()
        alone, starting = chance.random() < 0.5, chance.random() < 0.3
        before = -1 if starting else _count(folder / "out")
        more = chance.uniform(0, 2 if starting else 2 * whole / kills)  # so that they are spread over the whole run
        while process.poll() is None and (_count(folder / "out") == before or (more := more - 0.01) > 0):
            time.sleep(0.01)
        if process.poll() is None:
            (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
            seconds = time.monotonic() - begun
            process.communicate()
            found.append(Killed(seconds, alone, *_examined(folder / "out", wanted)))
        else:  # it came to its end: another begins, and the rest of the kills are its own
            process.communicate()
            _check_end(folder, wanted)
            shutil.rmtree(folder / "out")
    assert _run(folder, "out") == 0
    _check_end(folder, wanted)
    return found


def _run(folder: Path, out: str) -> int:
    return convert(folder, "in", "--out", out, "--jobs", "2")[0]


def _count(out: Path) -> int:
    return len(list(out.glob("*.xml")))


def _check_end(folder: Path, wanted: dict[str, bytes]) -> None:
    assert _examined(folder / "out", wanted) == (len(wanted), 0)
    assert editions(folder / "out") == wanted, "a file is there that is no edition"


def _examined(out: Path, wanted: dict[str, bytes]) -> tuple[int, int]:
    """How many editions and temporary files are in the folder; each edition is whole, and the manifest sound."""
    found = {path.name: path.read_bytes() for path in out.glob("*.xml")}
    wrong = [name for name, data in found.items() if data != wanted[name]]
    assert not wrong, f"not what an undisturbed run writes: {wrong[:5]}"
    assert soundness(out) == "ok"
    return len(found), len(list(out.glob(".tei-*.tmp")))


def soundness(out: Path) -> str:
    """What SQLite says of a copy of the manifest: the one in the folder is for the next run to set right."""
    copies = out.with_name("manifest")
    copies.mkdir(exist_ok=True)
    for path in out.glob(f"{NAME}*"):
        shutil.copy(path, copies)
    with closing(sqlite3.connect(copies / NAME)) as database:
        said = str(database.execute("PRAGMA integrity_check").fetchone()[0])
    shutil.rmtree(copies)
    return said
