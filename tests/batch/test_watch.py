"""Files watched: each change is noticed once, and Ctrl-C ends the command cleanly."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from tei.batch.watch import Change, changes, stamps

SUFFIXES = (".xml",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.xml", "b.xml", "c.txt"):
        (tmp_path / name).write_text("<TEI/>")
    return tmp_path


def watched(folder: Path) -> Iterator[Change]:
    return changes([str(folder)], SUFFIXES, stamps([str(folder)], SUFFIXES), interval=0)


def test_a_changed_file_a_new_one_and_one_that_is_gone_are_noticed_once(folder: Path) -> None:
    found = watched(folder)
    (folder / "a.xml").write_text("<TEI></TEI>")
    assert _next(found, folder) == Change((folder / "a.xml",), ())
    (folder / "d.xml").write_text("<TEI/>")
    (folder / "b.xml").unlink()
    assert _next(found, folder) == Change((folder / "d.xml",), (folder / "b.xml",))


def test_a_file_written_anew_with_the_same_size_is_noticed(folder: Path) -> None:
    found = watched(folder)
    os.utime(folder / "a.xml", ns=(0, 0))
    assert _next(found, folder) == Change((folder / "a.xml",), ())


def test_files_that_the_arguments_do_not_mean_are_not_watched(folder: Path) -> None:
    found = watched(folder)
    (folder / "c.txt").write_text("changed")
    (folder / "a.xml").write_text("<TEI></TEI>")
    assert _next(found, folder) == Change((folder / "a.xml",), ())


def _next(found: Iterator[Change], folder: Path) -> Change:
    """The next change; a watch that notices nothing is ended by a sign instead of going on for ever."""
    alarm = threading.Timer(5, lambda: (folder / "missed.xml").write_text("<TEI/>"))
    alarm.start()
    try:
        return next(found)
    finally:
        alarm.cancel()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_the_command_checks_what_changes_and_ends_at_ctrl_c_with_the_state_of_the_files(tmp_path: Path) -> None:
    """It begins with a file that is broken; then the file is mended, and the end is a success."""
    path = tmp_path / "a.xml"
    path.write_text("<TEI>")
    (tmp_path / "any.rng").write_text(
        '<element xmlns="http://relaxng.org/ns/structure/1.0"><anyName/><text/></element>'
    )
    command = [sys.executable, "-u", "-m", "tei", "validate", "a.xml", "--schema", "any.rng", "--watch"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stderr.readline() == "watching for changes; Ctrl-C ends\n"
        assert "XS001" in run.stdout.readline()
        path.write_text("<TEI/>")
        lines = list(takewhile(lambda line: line not in ("", "1 file checked: 1 note\n"), run.stdout))
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=20)
    assert "a.xml: not valid\n" in lines
    assert "a.xml: valid (any.rng, pointers)\n" in lines
    assert errors == ""
    assert run.returncode == 0
