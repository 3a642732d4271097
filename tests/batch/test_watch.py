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

from tei.batch.watch import Change, changes, schema_folders, stamps, stamps_around
from tei.reporting.files import FileReport

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


def test_all_files_are_looked_at_again_when_a_schema_in_a_watched_folder_changes(folder: Path) -> None:
    (folder / "schema").mkdir()
    for name in ("main.rng", "part.rng", "notes.txt"):
        (folder / "schema" / name).write_text("x")
    seen = stamps([str(folder)], SUFFIXES)
    around = (folder / "schema", folder / "baseline.json")
    found = changes([str(folder)], SUFFIXES, seen, around, stamps_around(around), interval=0)
    everything = Change((folder / "a.xml", folder / "b.xml"), (), around=True)
    (folder / "schema" / "part.rng").write_text("xx")
    assert _next(found, folder) == everything
    (folder / "schema" / "notes.txt").write_text("xx")  # no schema: nothing happens
    (folder / "baseline.json").write_text("{}")  # that was not there before
    assert _next(found, folder) == everything


def test_watched_are_schemas_that_were_asked_for_and_those_that_the_files_name(tmp_path: Path) -> None:
    for name in ("asked/a.rng", "editions/schema/own.sch", "catalog/catalog.xml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("x")
    report = FileReport(
        str(tmp_path / "editions" / "x.xml"), ("schema/own.sch", "pointers", "https://example.org/a.rng")
    )
    named = [str(tmp_path / "asked" / "a.rng"), str(tmp_path / "catalog" / "catalog.xml"), "edition"]
    assert [path.relative_to(tmp_path).as_posix() for path in schema_folders([report], named)] == [
        "asked", "asked/a.rng", "catalog/catalog.xml", "editions/schema", "editions/schema/own.sch",
    ]  # fmt: skip


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


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_the_command_checks_all_again_when_a_schema_changes_and_outlives_a_broken_one(tmp_path: Path) -> None:
    """A schema that does not allow the file; then one that is no schema; then one that allows it."""
    (tmp_path / "a.xml").write_text("<TEI/>")
    schema, grammar = (
        tmp_path / "s.rng",
        '<element xmlns="http://relaxng.org/ns/structure/1.0" name="%s"><empty/></element>',
    )
    schema.write_text(grammar % "text")
    command = [sys.executable, "-u", "-m", "tei", "validate", "a.xml", "--schema", "s.rng", "--watch", "--select", "XS"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stderr.readline() == "watching for changes; Ctrl-C ends\n"
        try:
            first = list(takewhile(_is_not_the_end, run.stdout))
            schema.write_text("<element")
            fault = run.stderr.readline()
            schema.write_text(grammar % "TEI")
            second = list(takewhile(_is_not_the_end, run.stdout))
        finally:
            run.send_signal(signal.SIGINT)
        run.communicate(timeout=20)
    assert "a.xml: not valid (s.rng, pointers)\n" in first
    assert "s.rng: error XS005 the schema is not well-formed XML" in fault
    assert second == ["a.xml: valid (s.rng, pointers)\n"]
    assert run.returncode == 0


def _is_not_the_end(line: str) -> bool:
    return not line.startswith("1 file checked")
