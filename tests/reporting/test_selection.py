"""Which rules are reported, and what a selection never hides."""

import pytest

from tei.diagnostics import Location
from tei.errors import ExitCode, UsageError
from tei.reporting.files import FileReport
from tei.reporting.selection import selection
from tei.rules import finding


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ([], [], "XS002 XS003 PT001 PT002"),
        (["XS"], [], "XS002 XS003"),
        (["xs003,PT"], [], "XS003 PT001 PT002"),
        (["XS003", "PT001"], [], "XS003 PT001"),
        ([], ["PT"], "XS002 XS003"),
        ([], ["PT", "XS002"], "XS003"),
        (["XS"], ["XS003"], "XS002"),
        (["XS003"], ["XS"], "XS003"),
        (["XS"], ["XS"], ""),
        ([" PT001 ,"], [], "PT001"),
    ],
)
def test_of_two_that_fit_the_longer_decides(select: list[str], ignore: list[str], kept: str) -> None:
    chosen = selection(select, ignore)
    assert [rule for rule in ("XS002", "XS003", "PT001", "PT002") if chosen.keeps(rule)] == kept.split()


@pytest.mark.parametrize("prefix", ["XX", "PT9", "PT0011", "dangling-pointer"])
def test_what_fits_no_rule_is_a_fault_of_the_command(prefix: str) -> None:
    with pytest.raises(UsageError, match=prefix.upper()):
        selection([prefix], [])
    with pytest.raises(UsageError, match=prefix.upper()):
        selection([], [prefix])


def test_what_stopped_the_work_on_a_file_is_told_whatever_was_selected() -> None:
    broken = FileReport("a.xml", (), (finding("XS001", "no XML", Location("a.xml")),), fault=ExitCode.FINDINGS)
    assert selection(["PT"], ["XS001"]).of(broken) == broken


def test_findings_that_are_not_wanted_are_taken_away_and_errors_among_them_counted() -> None:
    found = tuple(finding(rule, "x", Location("a.xml")) for rule in ("PT001", "XS004", "XS006"))
    file = selection(["XS"], []).of(FileReport("a.xml", (), found))
    assert [each.rule.id for each in file.findings] == ["XS004", "XS006"]
    assert file.errors_left_out == 1
    assert file.failing == ()
