"""Files checked on several cores, in the order of the files."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeVar

S = TypeVar("S")
T = TypeVar("T")

_FIRST = 8  # files for which the processes are not worth starting; with them the schema is read, for all processes
_WORTH = 1_000_000  # bytes, so too
_TOGETHER = 4  # files handed to a process at a time, at least
_ROUNDS = 8  # times that each process is handed files, where they are many


def in_order(work: Callable[[Path], T], files: Sequence[Path], jobs: int = 0) -> Iterator[T]:
    """What `work` gives for each of `files`, on `jobs` cores at a time; 0 is as many as there are, where it pays."""
    yield from map(work, files[:_FIRST])
    rest = files[_FIRST:]
    processes = min(jobs or cores(), -(-len(rest) // _TOGETHER))
    if processes < 2 or (not jobs and sum(map(_size, rest)) < _WORTH):
        yield from map(work, rest)
        return
    together = max(_TOGETHER, len(rest) // (processes * _ROUNDS))
    # A forked process has the schema already. Other systems, and a program with threads, which must not fork, start anew.
    forks = sys.platform == "linux" and threading.active_count() == 1
    yield from over(work, rest, processes, together, start="fork" if forks else "spawn")


def over(
    work: Callable[[S], T], items: Sequence[S], processes: int, together: int, start: Literal["fork", "spawn"]
) -> Iterator[T]:
    """What `work` gives for each of `items`, in order, in `processes` that get so many `together`.

    Where the machine has no semaphores, since /dev/shm is not there or is read-only, this process does it all.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    try:
        pool = ProcessPoolExecutor(processes, mp_context=get_context(start))
    except (OSError, ImportError, RuntimeError):
        yield from map(work, items)
        return
    with pool:
        yield from pool.map(work, items, chunksize=together)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
