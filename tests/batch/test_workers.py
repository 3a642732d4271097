"""Several processes give what one gives, in the order of the files."""

import errno
import multiprocessing.synchronize
from pathlib import Path

import pytest

from tei.batch import workers
from tei.batch.workers import in_order


def length(path: Path) -> tuple[str, int]:
    return path.name, path.stat().st_size


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.xml" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_bytes(b"x" * number)
    return paths


def test_the_order_is_that_of_the_files(files: list[Path]) -> None:
    expected = [(path.name, number) for number, path in enumerate(files)]
    assert list(in_order(length, files, 1)) == expected
    assert list(in_order(length, files, 2)) == expected


def test_processes_are_started_unasked_only_where_it_pays(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    alone: list[Path] = []
    list(in_order(alone.append, files, 0))  # a list grows in this process alone
    assert alone == files
    monkeypatch.setattr(workers, "_WORTH", 10)
    alone.clear()
    assert len(list(in_order(length, files, 0))) == 30


def test_a_fault_of_the_work_is_raised(files: list[Path]) -> None:
    files[20].unlink()
    with pytest.raises(FileNotFoundError):
        list(in_order(length, files, 2))


def test_without_semaphores_this_process_does_it_all(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine whose /dev/shm is not there, or is read-only."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(multiprocessing.synchronize.SemLock, "__init__", refused)
    alone: list[Path] = []
    list(in_order(alone.append, files, 2))
    assert alone == files
