"""Processes that die or take too long cost one item each; results come in order, whatever the processes do."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tei.batch.pool import Limits, Pool, Task


def work(item: str) -> str:
    """What the item's name says."""
    if item == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "exit":
        os._exit(7)
    if item == "sleep":
        time.sleep(60)
    if item == "slow":
        time.sleep(0.3)
    if item == "much":
        try:
            return str(len(bytearray(4 << 30)))
        except MemoryError:
            return "no memory"
    return item.upper()


def lost(item: str, reason: str) -> str:
    return f"{item}: {reason}"


def results(*items: str, limits: Limits = Limits(), size: int = 2) -> list[str | None]:  # noqa: B008
    return [task.result for task in Pool(work, lost, size, limits).run(Task[str, str](item) for item in items)]


def test_results_come_in_order_whichever_is_ready_first() -> None:
    assert results("slow", *"abcdef", "slow", "g") == ["SLOW", *"ABCDEF", "SLOW", "G"]


def test_one_process_does_all_where_only_one_may() -> None:
    assert results(*"abc", size=1) == [*"ABC"]


def test_a_process_that_dies_costs_its_item_and_is_replaced() -> None:
    found = results("a", "die", "b", "exit", "c", "die", "d")
    assert found == [
        "A", "die: its process ended with signal SIGKILL, as it does when memory runs out", "B",
        "exit: its process ended with exit code 7", "C",
        "die: its process ended with signal SIGKILL, as it does when memory runs out", "D",
    ]  # fmt: skip


def test_an_item_that_takes_too_long_is_given_up() -> None:
    begun = time.monotonic()
    assert results("a", "sleep", "b", limits=Limits(seconds=3)) == [
        "A", "sleep: it took longer than 3 seconds", "B",
    ]  # fmt: skip
    assert time.monotonic() - begun < 30


def test_memory_is_limited_in_the_processes_and_not_here() -> None:
    assert results("much", "a", limits=Limits(megabytes=2048)) == ["no memory", "A"]
    assert len(bytearray(1 << 20))


def test_what_has_its_result_is_given_to_nobody_and_keeps_its_place() -> None:
    tasks = [Task("die", "known"), Task("a"), Task("die", "known too")]
    assert [task.result for task in Pool(work, lost, 2).run(tasks)] == ["known", "A", "known too"]


def test_few_items_are_asked_for_before_their_turn() -> None:
    """So that memory does not grow with their number, even behind one that takes long."""
    asked: list[int] = []

    def tasks() -> "list[Task[str, str]]":
        for number in range(1000):
            asked.append(number)
            yield Task("slow" if not number else "a")  # type: ignore[misc]

    run = Pool(work, lost, 2).run(tasks())
    next(run)
    assert len(asked) <= 66
    run.close()


def test_the_processes_end_with_the_run() -> None:
    pool = Pool(work, lost, 2)
    run = pool.run(Task[str, str](item) for item in "abcdef")
    next(run)
    processes = [worker.process for worker in pool._workers]
    assert processes
    run.close()
    assert not any(process.is_alive() for process in processes)


@pytest.mark.parametrize("size", [1, 2])
def test_nothing_gives_nothing(size: int) -> None:
    assert results(size=size) == []


def test_a_process_goes_on_while_what_it_has_done_is_passed_on(tmp_path: Path) -> None:
    tasks = [Task[str, str](str(tmp_path / name)) for name in "ab"]
    done = Pool(make, lost, 1).run(tasks)
    assert next(done).result == "made"
    wait_for((tmp_path / "b").is_file)
    assert [task.result for task in done] == ["made"]


def make(name: str) -> str:
    Path(name).touch()
    return "made"


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)
