"""The one place where exceptions become findings and exit codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.batch.faults import MOST_OF_A_RULE, PRECEDENCE, bounded, diagnose, run_code, worst
from tei.diagnostics import Location, Severity
from tei.errors import Bug, CannotWrite, ExitCode, MissingDependency, UnreadableInput, UsageError
from tei.rules import finding

WARNING = finding("ST001", "no title", Location("a.txt"))


def test_the_worst_of_a_run_decides_in_the_documented_order() -> None:
    assert [int(code) for code in PRECEDENCE] == [70, 4, 3, 5, 2, 1, 0]
    assert worst([ExitCode.FINDINGS, ExitCode.UNREADABLE, ExitCode.MISSING_DEPENDENCY]) is ExitCode.UNREADABLE
    assert worst([]) is ExitCode.OK


@given(st.lists(st.sampled_from(ExitCode), min_size=1))
def test_the_order_of_the_files_does_not_matter(codes: list[ExitCode]) -> None:
    assert worst(codes) is worst(sorted(codes)) is worst(sorted(codes, reverse=True))


@pytest.mark.parametrize(("fail_on", "code"), [(Severity.ERROR, ExitCode.OK), (Severity.WARNING, ExitCode.FINDINGS)])
def test_findings_count_from_the_severity_asked_for(fail_on: Severity, code: ExitCode) -> None:
    assert run_code([], [WARNING], fail_on) is code


def test_of_each_rule_the_first_are_told_and_how_many_more_there_are() -> None:
    found = [finding("AN002", f"m{n}", Location("a.txt", n + 1)) for n in range(MOST_OF_A_RULE + 7)]
    told = bounded([*found, WARNING], "a.txt")
    assert told[:-1] == (*found[:MOST_OF_A_RULE], WARNING)
    assert (told[-1].rule.id, told[-1].message) == ("BT004", "7 more findings of AN002 are left out")
    assert bounded(found[:-7], "a.txt") == tuple(found[:-7])


@pytest.mark.parametrize(
    ("fault", "rule", "code"),
    [
        (UnreadableInput("m", help="h", file="b.txt", line=2, column=3), "RD001", ExitCode.UNREADABLE),
        (UnreadableInput("m", rule="RD002"), "RD002", ExitCode.UNREADABLE),
        (CannotWrite("m"), "PB001", ExitCode.CANNOT_WRITE),
        (UsageError("m"), "CF001", ExitCode.USAGE),
        (MissingDependency("m"), "XS005", ExitCode.MISSING_DEPENDENCY),
        (Bug("m"), "ZZ001", ExitCode.BUG),
    ],
)
def test_every_fault_has_a_rule_and_an_exit_code(fault: Exception, rule: str, code: ExitCode) -> None:
    found, got = diagnose(fault, "a.txt")
    assert (found.rule.id, got, found.message) == (rule, code, "m")
    assert found.location.file in {"a.txt", "b.txt"}


def test_a_fault_keeps_its_place_and_its_remedy() -> None:
    found, _ = diagnose(UnreadableInput("m", help="h", file="b.txt", line=2, column=3), "a.txt")
    assert found.location == Location("b.txt", 2, 3)
    assert found.help == "h"


def test_any_other_exception_is_our_bug_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEI_DEBUG", raising=False)
    found, code = diagnose(IndexError("tuple index out of range"), "a.txt")
    assert code is ExitCode.BUG
    assert found.rule.id == "ZZ001"
    assert "IndexError" in found.message
    assert "report it" in found.help


def test_for_us_the_traceback_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_DEBUG", "1")
    with pytest.raises(IndexError):
        diagnose(IndexError("x"), "a.txt")


def test_a_package_that_is_not_installed_is_named_with_the_remedy() -> None:
    found, code = diagnose(ModuleNotFoundError("No module named 'opencc'", name="opencc"), "a.txt")
    assert (found.rule.id, code) == ("CF003", ExitCode.MISSING_DEPENDENCY)
    assert "opencc" in found.message
    assert "pip install" in found.help


def test_a_module_of_ours_that_is_missing_is_our_bug() -> None:
    _, code = diagnose(ModuleNotFoundError("No module named 'tei.x'", name="tei.x"), "a.txt")
    assert code is ExitCode.BUG
