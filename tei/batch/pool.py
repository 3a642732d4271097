"""Work in processes that may die: each item is given to one of them, and costs nothing but itself when it goes wrong."""

import contextlib
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 32  # results for each process that may wait for one that takes longer: they are held in memory


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost: seconds by the clock, and megabytes of its process's memory; 0 for any number."""

    seconds: float = 0
    megabytes: int = 0

    def __bool__(self) -> bool:
        return bool(self.seconds or self.megabytes)


@dataclass(slots=True)
class Task(Generic[T, R]):
    """An item and its result, None until it is there; one that has its result already is given to no process."""

    item: T
    result: R | None = None


@dataclass(slots=True)
class _Worker(Generic[T, R]):
    """A process, our end of the pipe to it, what it works on, and until when it may."""

    process: Any  # the contexts' classes have no common name
    end: "Connection"
    task: Task[T, R] | None = None
    deadline: float = float("inf")


@dataclass(slots=True)
class Pool(Generic[T, R]):
    """`size` processes that do `work`; what `lost` gives is the result of an item whose process was lost, and why.

    `prepare` is called before each process starts: what it loads, they have.
    """

    work: Callable[[T], R]
    lost: Callable[[T, str], R]
    size: int
    limits: Limits = Limits()
    prepare: Callable[[], object] = object
    _workers: list[_Worker[T, R]] = field(default_factory=list)

    def run(self, tasks: Iterable[Task[T, R]]) -> Generator[Task[T, R], None, None]:
        """The tasks with their results, in their order; few of them are asked for before their turn."""
        coming, queue = iter(tasks), deque[Task[T, R]]()
        waiting: Task[T, R] | None = None  # one that no process is free for
        more = True
        try:
            while True:
                if waiting is not None and self._give(waiting):  # before what is done is passed on: that takes a while
                    waiting = None
                while more and len(queue) < _AHEAD * self.size and waiting is None:
                    task = next(coming, None)
                    more = task is not None
                    if task is not None:
                        queue.append(task)
                        waiting = task if task.result is None and not self._give(task) else None
                while queue and queue[0].result is not None:
                    yield queue.popleft()
                if not queue and not more:
                    return
                if queue and queue[0].result is None:
                    self._wait()
        finally:
            self.stop()

    def one(self, item: T) -> R:
        """The result of an item alone; its process stays for the next."""
        task: Task[T, R] = Task(item)
        self._give(task)
        while task.result is None:
            self._wait()
        return task.result

    def stop(self) -> None:
        """Ends the processes, whatever they are doing."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.end.close()
        self._workers.clear()

    def _give(self, task: Task[T, R]) -> bool:
        """Whether a process was free to take the task, or there was room for another one."""
        worker = next((each for each in self._workers if each.task is None), None)
        if worker is None and len(self._workers) < self.size:
            worker = self._start()
        if worker is None:
            return False
        worker.task = task
        worker.deadline = time.monotonic() + self.limits.seconds if self.limits.seconds else float("inf")
        with contextlib.suppress(OSError):  # it died meanwhile: waiting for it shows that
            worker.end.send(task.item)
        return True

    def _wait(self) -> None:
        """Waits until a process has a result, is lost, or is out of time."""
        from multiprocessing.connection import wait  # here: few sources are converted without processes

        busy = {worker.end: worker for worker in self._workers if worker.task is not None}
        first = min(worker.deadline for worker in busy.values())
        ready = wait(list(busy), None if first == float("inf") else max(0.0, first - time.monotonic()))
        for end in ready:
            self._take(busy[end])  # type: ignore[index]  # what was waited for are our connections
        for worker in busy.values():
            if worker.task is not None and time.monotonic() >= worker.deadline and not worker.end.poll():
                self._lose(worker, f"it took longer than {self.limits.seconds:g} seconds")

    def _take(self, worker: _Worker[T, R]) -> None:
        try:
            result = worker.end.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._lose(worker, f"its process ended with {_how(worker.process.exitcode)}")
            return
        if worker.task is not None:
            worker.task.result, worker.task = result, None

    def _lose(self, worker: _Worker[T, R], reason: str) -> None:
        worker.process.kill()
        worker.process.join()
        worker.end.close()
        self._workers.remove(worker)  # the next task starts another
        if worker.task is not None:
            worker.task.result = self.lost(worker.task.item, reason)

    def _start(self) -> _Worker[T, R]:
        # A forked process has all modules already. Other systems, and a program with threads, which must not fork, start anew.
        from multiprocessing import get_context

        forks = sys.platform == "linux" and threading.active_count() == 1
        context = get_context("fork") if forks else get_context("spawn")
        ours, theirs = context.Pipe()
        self.prepare()
        inherited = [ours, *(worker.end for worker in self._workers)] if forks else []
        process = context.Process(
            target=_serve, args=(self.work, theirs, inherited, self.limits.megabytes), daemon=True
        )
        process.start()
        theirs.close()
        worker: _Worker[T, R] = _Worker(process, ours)
        self._workers.append(worker)
        return worker


def _serve(work: Callable[[T], R], end: "Connection", inherited: "list[Connection]", megabytes: int) -> None:
    """The life of a process: items in, results out, until the pipe is closed, which the parent's death does too."""
    for connection in inherited:
        connection.close()  # else this process would keep its own pipe open, and those of others
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    if megabytes and sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    with contextlib.suppress(EOFError, OSError):
        while True:
            end.send(work(end.recv()))


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in {each.value for each in signal.Signals} else str(-code)
        return f"signal {name}" + (", as it does when memory runs out" if name == "SIGKILL" else "")
    return f"exit code {code}"
