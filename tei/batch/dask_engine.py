"""Work on a cluster of dask.distributed: one that is there already, or processes of this machine.

The scheduler of Dask gives the items of a worker that is lost to others (https://distributed.dask.org/en/stable/resilience.html).
Only what loses several workers, one after the other, is given up.
"""

import contextlib
import logging
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError
from contextlib import ExitStack
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tei.batch.engines import Crew
from tei.batch.pool import Limits, Pool, Task
from tei.batch.remote import masked
from tei.errors import MissingDependency, TeiError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

_TOGETHER = 8  # items given at a time: a scheduler takes some milliseconds for whatever it is given
_AHEAD = 3  # times as many for each process are with the scheduler: what is done is held until its turn
_PATIENCE = 20  # seconds for a scheduler to answer, and for a first worker to be there
_SETTINGS = {
    "distributed.scheduler.worker-saturation": 1.0,  # what a worker does not work on is not suspected when it dies
    "distributed.scheduler.allowed-failures": 1,
    "distributed.worker.daemon": False,  # so that it may have a process in which limits are kept
}

_one_at_a_time = threading.Lock()  # our stages were not made for several threads


class Dask(Generic[T, R]):
    """An engine that gives work to a cluster; MissingDependency where Dask is not installed."""

    def __init__(self, crew: Crew[T, R]) -> None:
        self._crew = crew
        try:
            import distributed  # noqa: F401
        except ImportError as fault:
            help_ = (
                "Install it: pip install 'tei-encoder[dask]'. Without --engine this machine's processes do the work."
            )
            raise MissingDependency("--engine dask needs dask.distributed", help=help_, rule="CF003") from fault

    def run(self, tasks: Iterable[Task[T, R]]) -> Generator[Task[T, R], None, None]:
        """The tasks with their results, in their order; UsageError where the scheduler cannot be reached, or goes away."""
        coming = iter(tasks)
        with ExitStack() as stack:
            client = self._connect(stack)
            ahead = _AHEAD * max(1, sum(client.nthreads().values()))
            window: deque[tuple[list[Task[T, R]], Future | None]] = deque()
            while True:
                while len(window) < ahead and (some := list(islice(coming, _TOGETHER))):
                    items = [task.item for task in some if task.result is None]
                    window.append((some, self._give(client, items) if items else None))
                if not window:
                    return
                some, future = window.popleft()
                results = iter(self._results(client, [t.item for t in some if t.result is None], future))
                for task in some:
                    if task.result is None:
                        task.result = next(results)
                    yield task

    def _give(self, client: "Client", items: list[T]) -> "Future":
        crew = self._crew
        return client.submit(_do, crew.work, crew.lost, crew.limits, os.getcwd(), items, pure=False)

    def _results(self, client: "Client", items: list[T], future: "Future | None") -> list[R]:
        """The results of items that were given together; where that lost several workers, each is given alone."""
        from distributed.scheduler import KilledWorker

        try:
            return list(future.result()) if future is not None else []
        except KilledWorker:
            if len(items) == 1:
                return [self._crew.lost(items[0], "each process that worked on it was lost, one after the other")]
            return [result for item in items for result in self._results(client, [item], self._give(client, [item]))]
        except (CancelledError, OSError) as fault:
            help_ = "What is written is whole; the same command goes on from there."
            raise UsageError("the connection to the scheduler was lost", help=help_) from fault

    def _connect(self, stack: ExitStack) -> "Client":
        import dask
        from distributed import Client, LocalCluster
        from distributed.security import Security

        for name in [each for each in logging.root.manager.loggerDict if each.startswith("distributed")]:
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what concerns users we say ourselves
        address: Any = self._crew.scheduler
        stack.enter_context(dask.config.set(_SETTINGS))
        try:
            if address:
                _check_address(address)
            else:
                address = stack.enter_context(
                    LocalCluster(
                        n_workers=self._crew.size, threads_per_worker=1, memory_limit=0, host="127.0.0.1",
                        dashboard_address=None, worker_dashboard_address=None, silence_logs=logging.CRITICAL,
                        security=Security.temporary(),  # else any user of this machine could give it work
                        preload=__name__,
                    )
                )  # fmt: skip
            client = stack.enter_context(Client(address, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError, RuntimeError) as fault:  # Dask's own for a cluster is the last
            raise _unreachable(self._crew.scheduler, fault) from fault
        return client


def dask_setup(_: object) -> None:
    """What Dask does in each worker that we start, as it is preloaded: Ctrl-C is for the parent to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_address(address: str) -> None:
    """ValueError for an address that no client can be made for: a half-made one would complain when it goes."""
    from distributed.comm import resolve_address
    from distributed.security import Security

    resolve_address(address)
    if address.startswith("tls://") and not Security().get_connection_args("client").get("ssl_context"):
        raise ValueError("no certificates are named in Dask's settings, distributed.comm.tls")


def _unreachable(address: str, fault: Exception) -> TeiError:
    if not address:
        return UsageError(f"no workers could be started: {fault}", help="Leave out --engine dask.")
    reason = masked(str(fault) or type(fault).__name__).rstrip(".")
    help_ = "Check the address, and that it has workers; without --scheduler workers are started on this machine."
    return UsageError(f"the scheduler {masked(address)} cannot be used: {reason}", help=help_)


def _do(work: Callable[[T], R], lost: Callable[[T, str], R], limits: Limits, folder: str, items: list[T]) -> list[R]:
    """The results of items, made in a worker; within `limits` in a process of its own, which may die."""
    with _one_at_a_time:
        with contextlib.suppress(OSError):  # another machine need not have it, where all is on URLs
            os.chdir(folder)
        return [_alone(work, lost, limits).one(item) if limits else work(item) for item in items]


@cache
def _alone(work: Callable[[T], R], lost: Callable[[T, str], R], limits: Limits) -> Pool[T, R]:
    return Pool(work, lost, 1, limits)
