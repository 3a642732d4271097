"""What a baseline knows, and what it does not hide."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.diagnostics import Diagnostic, Location
from tei.errors import ExitCode, UsageError
from tei.reporting.baseline import baseline_text, compare, read_baseline
from tei.reporting.files import FileReport
from tei.reporting.identity import Identity
from tei.rules import finding

HERE = Path()


def at(
    line: int, *, rule: str = "PT001", file: str = "a.xml", xml_id: str = "", xpath: str = "/TEI", message: str = "x"
) -> Diagnostic:
    return finding(rule, message, Location(file, line, 1, xpath, xml_id))


def known(*found: Diagnostic, file: str = "a.xml") -> Counter[Identity]:
    """A baseline of these findings, written and read again."""
    document = json.loads(baseline_text([FileReport(file, (), found)], HERE))
    return Counter({Identity(e["file"], e["rule"], e["where"], e["message"]): e["count"] for e in document["findings"]})


def new(*found: Diagnostic, baseline: Counter[Identity]) -> list[Diagnostic]:
    return list(compare([FileReport("a.xml", (), found)], baseline, HERE).files[0].findings)


def test_a_known_finding_stays_known_when_its_line_moves() -> None:
    assert new(at(70, xml_id="p"), baseline=known(at(7, xml_id="p"))) == []
    assert new(at(9, message="see line 12"), baseline=known(at(7, message="see line 10"))) == []


def test_an_id_is_better_known_than_a_path() -> None:
    assert new(at(1, xml_id="p", xpath="/TEI/p[3]"), baseline=known(at(1, xml_id="p", xpath="/TEI/p[2]"))) == []
    assert new(at(1, xpath="/TEI/p[3]"), baseline=known(at(1, xpath="/TEI/p[2]"))) != []


@pytest.mark.parametrize(
    "other", [at(1, rule="PT002"), at(1, message="y"), at(1, xml_id="q"), at(1, xpath="/TEI/p"), at(1, file="b.xml")]
)
def test_any_other_finding_is_new(other: Diagnostic) -> None:
    assert new(other, baseline=known(at(1))) == [other]


def test_a_mistake_made_once_more_is_new() -> None:
    assert new(at(1), at(2), at(3), baseline=known(at(1), at(2))) == [at(3)]


def test_notes_are_never_known_for_they_say_what_was_not_checked() -> None:
    note = at(0, rule="XS004")
    assert known(note) == Counter()
    compared = compare([FileReport("a.xml", (), (note, at(1)))], known(at(1)), HERE)
    assert compared.files[0].findings == (note,)
    assert compared.known == 1


def test_what_is_not_found_again_is_said_to_be_fixed_in_files_that_were_checked() -> None:
    baseline = known(at(1), at(2), at(3, rule="PT002")) + known(at(1, file="b.xml"), file="b.xml")
    compared = compare([FileReport("a.xml", (), (at(5),))], baseline, HERE)
    assert [(entry.rule, entry.file) for entry in compared.fixed] == [("PT001", "a.xml"), ("PT002", "a.xml")]
    stopped = FileReport("a.xml", (), (finding("RD001", "gone", Location("a.xml")),), fault=ExitCode.UNREADABLE)
    assert compare([stopped], baseline, HERE).fixed == ()


def test_a_file_known_to_be_no_xml_fails_no_more_but_one_that_cannot_be_read_does() -> None:
    broken = FileReport("a.xml", (), (at(1, rule="XS001", message="tag of line 1"),), fault=ExitCode.FINDINGS)
    (compared,) = compare([broken], known(*broken.findings), HERE).files
    assert (compared.findings, compared.fault, compared.valid) == ((), ExitCode.OK, False)
    gone = FileReport("a.xml", (), (at(0, rule="RD001"),), fault=ExitCode.UNREADABLE)
    assert compare([gone], known(*gone.findings), HERE).files[0].fault is ExitCode.UNREADABLE


def test_files_are_named_from_the_folder_of_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the same baseline serves whatever the folder in which the command is run."""
    (tmp_path / "in").mkdir()
    report = FileReport(str(tmp_path / "in" / "a.xml"), (), (at(1, file=str(tmp_path / "in" / "a.xml")),))
    path = tmp_path / "baseline.json"
    path.write_text(baseline_text([report], tmp_path))
    assert [entry.file for entry in read_baseline(path)] == ["in/a.xml"]
    monkeypatch.chdir(tmp_path / "in")
    compared = compare([FileReport("a.xml", (), (at(4),))], read_baseline(path), path.parent)
    assert compared.files[0].findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "findings": []}',
        '{"version": 1}',
        '{"version": 1, "findings": [{}]}',
        '{"version": 1, "findings": [{"file": "a", "rule": "PT001", "where": "", "message": "x", "count": 0}]}',
        '{"version": 1, "findings": [{"file": "a", "rule": "PT001", "where": "", "message": "x", "count": "2"}]}',
        '{"version": 1, "findings": ["a"]}',
    ],
)
def test_a_file_that_is_no_baseline_is_a_fault_of_the_command(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(UsageError, match="not a baseline"):
        read_baseline(path)


def test_a_baseline_that_is_not_there_is_a_fault_of_the_command(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such baseline"):
        read_baseline(tmp_path / "gone.json")
    with pytest.raises(UsageError, match="cannot be read"):
        read_baseline(tmp_path)


FINDINGS = st.lists(
    st.builds(
        at,
        st.integers(0, 99),
        rule=st.sampled_from(["PT001", "PT002", "XS006", "XS004"]),
        xml_id=st.sampled_from(["", "p", "q"]),
        message=st.sampled_from(["x", "see line 3", "“\n”"]),
    ),
    max_size=12,
)


@settings(deadline=None)  # it writes files
@given(FINDINGS, FINDINGS)
def test_nothing_is_lost_between_a_run_and_its_baseline(
    tmp_path_factory: pytest.TempPathFactory, old: list[Diagnostic], more: list[Diagnostic]
) -> None:
    """Of an unchanged file only notes are left; of a file with more findings, as many as were added."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(baseline_text([FileReport("a.xml", (), tuple(old))], HERE))
    baseline = read_baseline(path)
    notes = [each for each in old if each.rule.id == "XS004"]
    assert new(*old, baseline=baseline) == notes
    assert len(new(*old, *more, baseline=baseline)) == len(notes) + len(more)
