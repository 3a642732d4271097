"""Who does the work of a run: processes of this machine, or a cluster of many. The table is `ENGINES`."""

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from tei.batch.pool import Limits, Pool, Task

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crew(Generic[T, R]):
    """What an engine is given: the work, what is the result of an item that was lost and why, and the means.

    `size` processes work at the same time, on a cluster that is there already as many as it has; `scheduler` is its
    address, "" where there is none. `prepare` is called before a process is made of this one.
    """

    work: Callable[[T], R]
    lost: Callable[[T, str], R]
    size: int
    limits: Limits
    scheduler: str = ""
    prepare: Callable[[], object] = object


class Engine(Protocol[T, R]):
    """What all engines do."""

    def run(self, tasks: Iterable[Task[T, R]]) -> Generator[Task[T, R], None, None]:
        """The tasks with their results, in their order; few of them are asked for before their turn.

        A task that has its result already is passed on. Closing the iterator ends all that works.
        """
        ...


def _local(crew: Crew[T, R]) -> Engine[T, R]:
    return Pool(crew.work, crew.lost, crew.size, crew.limits, crew.prepare)


def _dask(crew: Crew[T, R]) -> Engine[T, R]:
    from tei.batch.dask_engine import Dask  # here: it is an extra, and takes a second to load

    return Dask(crew)


ENGINES: Mapping[str, Callable[[Crew[Any, Any]], Engine[Any, Any]]] = {"local": _local, "dask": _dask}
