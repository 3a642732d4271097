"""Input that is too big, or hostile, for a transcript: one clear finding, the right exit code, the others done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Title: Talks\n\nThe two sides held talks in Beijing.\n"


def tei(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One run of the command in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "tei", *arguments],
        cwd=folder, env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True, check=False, encoding="utf-8", timeout=120,
    )  # fmt: skip


def visible(folder: Path) -> list[str]:
    """The files of a folder, without the manifest, which is hidden."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def findings(run: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines of standard error that are findings."""
    return [line for line in run.stderr.splitlines() if not line.startswith("  ")]


def test_a_single_line_of_ten_megabytes_is_refused_and_the_others_are_done(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("x" * (10 << 20))
    (tmp_path / "good.txt").write_text(GOOD)
    run = tei(tmp_path, "convert", "long.txt", "good.txt", "--out", "out")
    assert run.returncode == 3
    (line,) = findings(run)
    assert line.startswith("long.txt:1: error RD010 the line is 10,485,760 bytes long")
    assert "help: Put each paragraph on a line of its own." in run.stderr
    assert visible(tmp_path / "out") == ["good.xml"]


def test_the_other_files_of_a_run_are_the_same_with_and_without_the_bad_ones(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 10)
    tei(tmp_path, "convert", "good.txt", "--out", "alone", SOURCE_DATE_EPOCH="0")
    run = tei(tmp_path, "convert", "bad.txt", "good.txt", "--out", "both", "--jobs", "2", SOURCE_DATE_EPOCH="0")
    assert run.returncode == 3
    assert len(findings(run)) == 1
    assert visible(tmp_path / "both") == ["good.xml"]
    assert (tmp_path / "both" / "good.xml").read_bytes() == (tmp_path / "alone" / "good.xml").read_bytes()


def test_a_name_that_is_not_unicode_is_refused_and_does_not_break_the_report(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(GOOD)
    except OSError:
        pytest.skip("this file system takes only names in Unicode")
    run = tei(tmp_path, "convert", ".", "--out", "out")
    assert run.returncode == 3
    assert findings(run) == [
        "caf\\udce9.txt: error RD001 the file's name holds a control character or is not valid Unicode"
    ]
    assert "Rename the file" in run.stderr


def test_a_full_standard_output_is_a_place_that_cannot_be_written() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "tei", "rules"], stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8"
        )
    assert run.returncode == 4
    assert "No space left" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_reader_that_goes_away_ends_the_run_quietly() -> None:
    command = f"{sys.executable} -m tei rules | head -n 1"
    run = subprocess.run(command, shell=True, capture_output=True, check=False, encoding="utf-8")
    assert run.stdout.startswith("ID")
    assert run.stderr == ""


@pytest.mark.parametrize(
    "arguments", [["nope"], ["convert"], ["convert", "a", "--jobs", "-1"], ["validate", "--forma"]]
)
def test_a_wrong_command_line_is_a_usage_fault_without_a_traceback(tmp_path: Path, arguments: list[str]) -> None:
    run = tei(tmp_path, *arguments)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert "Error" in run.stderr


def test_help_is_a_page_with_examples_and_exit_codes_and_comes_quickly(tmp_path: Path) -> None:
    """No library that only a command needs is imported for it."""
    run = tei(tmp_path, "-h", PYTHONPROFILEIMPORTTIME="1")
    assert run.returncode == 0
    for heading in ("Examples:", "Exit codes:", "Files and environment:"):
        assert heading in run.stdout
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "tei.cli.app" in imported
    assert imported.isdisjoint(
        {"lxml.etree", "xmlschema", "opencc", "babel", "yaml", "rich", "rich.console", "tei.pipeline"}
    )


def test_a_check_loads_no_form_of_report_but_its_own_and_nothing_for_tables(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI")
    run = tei(tmp_path, "validate", "a.xml", PYTHONPROFILEIMPORTTIME="1")
    assert run.returncode == 1
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "tei.reporting.as_text" in imported
    assert imported.isdisjoint({"rich", "tei.reporting.tables", "tei.reporting.as_sarif", "tei.reporting.as_junit"})
