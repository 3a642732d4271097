"""Many sources: every one gets its outcome, in order, and what fails stops no other and harms nothing that is there."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei import atomic
from tei.batch import convert as module
from tei.batch.convert import convert
from tei.batch.discovery import SourceFile
from tei.batch.job import Job, Outcome
from tei.config import load_config
from tei.diagnostics import Location, Report
from tei.errors import ExitCode, UnreadableInput
from tei.plugins import TeiFile
from tei.reporting.editions import Summary
from tei.reporting.files import FileReport
from tei.rules import finding

SUMMARY = Summary("A title", ("en",), (1,), 0, (0,))


@pytest.fixture(autouse=True)
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for building and checking, which have tests of their own; the source's text says what happens."""

    def build(path: Path, _config: object, *, report: Report, **_options: object) -> SimpleNamespace:
        text = path.read_text()
        if text == "unreadable":
            raise UnreadableInput("no text", file=str(path), rule="RD002")
        if text == "bug":
            raise IndexError("tuple index out of range")
        report.add(finding("ST001", "no title", Location(str(path), 1, 1)))
        edition_id = text.removeprefix("id:") if text.startswith("id:") else path.stem
        return SimpleNamespace(edition=SimpleNamespace(id=edition_id), xml=f"<TEI>{text}</TEI>".encode())

    def check(document: TeiFile, _schemas: object = ()) -> FileReport:
        bad = b"invalid" in document.data
        found = (finding("XS003", "not allowed here", Location(document.file, 1, 6)),) if bad else ()
        return FileReport(document.file, ("edition",), found)

    monkeypatch.setattr("tei.pipeline.build", build)
    monkeypatch.setattr(module, "check", check)
    monkeypatch.setattr(module, "summarize", lambda _: SUMMARY)


@pytest.fixture
def outcomes(tmp_path: Path) -> Callable[..., list[Outcome]]:
    """Converts sources given as `name=text` into `tmp_path/out`."""

    def run(**sources: str) -> list[Outcome]:
        jobs = []
        for stem, text in sources.items():
            path = tmp_path / f"{stem}.txt"
            path.write_text(text)
            jobs.append(Job(SourceFile(path, stem), tmp_path / "out", load_config(None)))
        return list(convert(jobs))

    return run


def written(tmp_path: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((tmp_path / "out").glob("*"))}


def rules(outcome: Outcome) -> list[str]:
    return [found.rule.id for found in outcome.findings]


Run = Callable[..., list[Outcome]]


def test_every_source_becomes_an_edition_in_the_order_given(tmp_path: Path, outcomes: Run) -> None:
    done = outcomes(b="two", a="one")
    assert written(tmp_path) == {"a.xml": "<TEI>one</TEI>", "b.xml": "<TEI>two</TEI>"}
    assert [outcome.written for outcome in done] == [tmp_path / "out" / "b.xml", tmp_path / "out" / "a.xml"]
    assert [outcome.exit_code for outcome in done] == [ExitCode.OK, ExitCode.OK]


@pytest.mark.parametrize(
    ("text", "rule", "code"), [("unreadable", "RD002", ExitCode.UNREADABLE), ("bug", "ZZ001", ExitCode.BUG)]
)
def test_a_source_that_fails_has_its_finding_and_stops_no_other(
    tmp_path: Path, outcomes: Run, text: str, rule: str, code: ExitCode
) -> None:
    first, failed, last = outcomes(a="one", b=text, c="three")
    assert (rules(failed), failed.exit_code, failed.written) == ([rule], code, None)
    assert failed.findings[0].location.file == str(tmp_path / "b.txt")
    assert first.written
    assert last.written
    assert sorted(written(tmp_path)) == ["a.xml", "c.xml"]


def test_an_edition_with_errors_is_written_beside_and_the_good_one_is_untouched(tmp_path: Path, outcomes: Run) -> None:
    outcomes(a="good")
    (outcome,) = outcomes(a="invalid")
    assert written(tmp_path) == {"a.invalid.xml": "<TEI>invalid</TEI>", "a.xml": "<TEI>good</TEI>"}
    assert outcome.written == tmp_path / "out" / "a.invalid.xml"
    assert outcome.findings[-1].location.file == str(outcome.written)


def test_a_good_edition_takes_away_the_bad_one_of_an_earlier_run(tmp_path: Path, outcomes: Run) -> None:
    outcomes(a="invalid")
    outcomes(a="good")
    assert sorted(written(tmp_path)) == ["a.xml"]


def test_an_id_that_an_earlier_source_has_is_refused_and_both_are_named(tmp_path: Path, outcomes: Run) -> None:
    first, second = outcomes(a="id:x", b="id:x")
    assert first.written
    assert second.written is None
    assert rules(second)[-1] == "CF002"
    assert str(tmp_path / "a.txt") in second.findings[-1].message
    assert second.findings[-1].location.file == str(tmp_path / "b.txt")
    assert sorted(written(tmp_path)) == ["a.xml"]


def test_a_full_disk_is_a_finding_and_leaves_the_old_edition(
    tmp_path: Path, outcomes: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes(a="old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    (outcome,) = outcomes(a="new")
    assert (outcome.exit_code, rules(outcome)[-1]) == (ExitCode.CANNOT_WRITE, "PB001")
    assert written(tmp_path) == {"a.xml": "<TEI>old</TEI>"}


def test_a_source_from_a_pipe_is_named_as_such_and_written_nowhere() -> None:
    job = Job(SourceFile(Path("<stdin>"), "stdin"), None, load_config(None), data=b"text")
    (outcome,) = convert([job])
    assert outcome.data == b"<TEI>text</TEI>"
    assert outcome.edition_id == "stdin"
    assert outcome.written is None
    assert [found.location.file for found in outcome.findings] == ["<stdin>"]


def test_a_source_with_a_name_that_no_header_can_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a\x02b.txt"
    path.write_text("x")
    (outcome,) = convert([Job(SourceFile(path, path.stem), tmp_path / "out", load_config(None))])
    assert outcome.exit_code is ExitCode.UNREADABLE
    assert "Rename" in outcome.findings[0].help
