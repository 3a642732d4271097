"""A cluster does what this machine's processes do: the same bytes, the same findings, whatever happens to its workers."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tei.batch.convert import convert
from tei.batch.digest import _settings
from tei.batch.engines import ENGINES, Crew
from tei.batch.job import Outcome
from tei.batch.manifest import Manifest
from tei.batch.plan import plan
from tei.batch.pool import Limits, Task
from tei.batch.settings import _loaded, settings_for
from tei.cli.convert import Engines
from tei.errors import ExitCode, MissingDependency, UsageError
from tests.batch import large
from tests.batch.test_pool import lost, work


@pytest.fixture(autouse=True)
def date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    monkeypatch.chdir(tmp_path)
    for known in (settings_for, _loaded, _settings):  # other tests have other caches of schemas
        known.cache_clear()


def workers() -> list[int]:
    """The processes of the cluster that this one has started."""
    import psutil

    children = psutil.Process().children(recursive=True)
    return [child.pid for child in children if "spawn_main" in " ".join(child.cmdline())]


def run(out: str, engine: str, killed: int = 0) -> list[Outcome]:
    """The outcomes of a run over `in`; a worker is killed when so many are there."""
    planned = plan(["in"], Path(out))
    outcomes = []
    with Manifest(Path(out)) as manifest:
        for outcome in convert(planned.jobs, workers=2, manifest=manifest, engine=engine):
            outcomes.append(outcome)
            if killed and len(outcomes) == killed:
                os.kill(workers()[0], signal.SIGKILL)
    return outcomes


def test_the_engines_are_these() -> None:
    assert tuple(ENGINES) == ("local", "dask") == tuple(Engines)


@pytest.mark.slow
def test_a_worker_killed_midway_changes_no_byte_and_no_finding() -> None:
    large.write_sources(Path("in"), 60)
    Path("in/untitled.txt").write_text("This is the text of a letter that has no title.")
    Path("in/empty.txt").write_text("")
    here = run("here", "local")
    there = run("there", "dask", killed=8)
    assert large.editions(Path("there")) == large.editions(Path("here"))
    assert len(large.editions(Path("there"))) == 61
    assert [(o.findings, o.exit_code) for o in there] == [(o.findings, o.exit_code) for o in here]
    assert {o.exit_code for o in there} == {ExitCode.OK, ExitCode.UNREADABLE}
    again = run("there", "dask")
    assert [outcome.known for outcome in again] == [outcome.exit_code is ExitCode.OK for outcome in there]


@pytest.mark.slow
def test_limits_hold_on_a_cluster_too_and_results_come_in_order() -> None:
    items = ["slow", "a", "die", "b", "sleep", "c"]
    crew = Crew(work, lost, 2, Limits(seconds=10))
    found = [task.result for task in ENGINES["dask"](crew).run(Task[str, str](item) for item in items)]
    assert found == [
        "SLOW", "A", "die: its process ended with signal SIGKILL, as it does when memory runs out", "B",
        "sleep: it took longer than 10 seconds", "C",
    ]  # fmt: skip


@pytest.mark.slow
def test_an_item_that_loses_every_worker_is_given_up_and_costs_no_other() -> None:
    items = ["a", "die", *"bcdefgh"]
    tasks = (Task[str, str](item, "known" if item == "e" else None) for item in items)
    found = [task.result for task in ENGINES["dask"](Crew(work, lost, 2, Limits())).run(tasks)]
    given_up = "die: each process that worked on it was lost, one after the other"
    assert found == ["A", given_up, "B", "C", "D", "known", "F", "G", "H"]


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a scheduler with one worker, as another program may have started it."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, host="127.0.0.1", dashboard_address=None, worker_dashboard_address=None
    ) as made:
        yield made.scheduler_address


@pytest.mark.slow
def test_a_cluster_that_is_there_is_used_and_one_with_another_program_refused(cluster: str) -> None:
    large.write_sources(Path("in"), 3)
    jobs = list(plan(["in"], Path("out")).jobs)
    # What another machine has installed shows in a digest; one that is not ours stands for it.
    other = replace(jobs[2], config=replace(jobs[2].config, header=_Restless("otherwise")))  # type: ignore[arg-type]
    outcomes = list(convert([*jobs[:2], other], engine="dask", scheduler=cluster))
    assert [bool(outcome.written) for outcome in outcomes] == [True, True, False]
    assert outcomes[2].exit_code is ExitCode.MISSING_DEPENDENCY
    assert "another tei-encoder" in outcomes[2].findings[0].message


class _Restless(str):
    """A setting that is shown in another way in each process."""

    def __repr__(self) -> str:
        return f"{self}{os.getpid()}"


_SCHEDULER = """
import time
from distributed import LocalCluster

if __name__ == "__main__":
    cluster = LocalCluster(
        n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, worker_dashboard_address=None
    )
    print(cluster.scheduler_address, flush=True)
    time.sleep(600)
"""


@pytest.mark.slow
def test_a_scheduler_that_is_lost_ends_the_run_with_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    Path("scheduler.py").write_text(_SCHEDULER)
    process = subprocess.Popen(
        [sys.executable, "scheduler.py"], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout
    crew = Crew(work, lost, 1, Limits(), process.stdout.readline().strip())
    results = ENGINES["dask"](crew).run(Task[str, str]("slow") for _ in range(100))
    try:
        next(results)
        os.killpg(process.pid, signal.SIGKILL)
        with pytest.raises(UsageError, match="the connection to the scheduler was lost"):
            list(results)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "carrier-pigeon://user:secret@loft", "tls://127.0.0.1:1"])
def test_a_scheduler_that_cannot_be_used_is_told_in_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("tei.batch.dask_engine._PATIENCE", 1)
    large.write_sources(Path("in"), 1)
    with pytest.raises(UsageError, match="cannot be used") as told:
        list(convert(plan(["in"], Path("out")).jobs, engine="dask", scheduler=address))
    assert "secret" not in f"{told.value.message}{told.value.help}"
    assert "Traceback" not in capsys.readouterr().err


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingDependency) as told:
        ENGINES["dask"](Crew(work, lost, 1, Limits()))
    assert "pip install 'tei-encoder[dask]'" in told.value.help
