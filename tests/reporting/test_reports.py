"""The renderings of findings for people, as text, and for programs, as one JSON object."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tei.cli.options import Rendering
from tei.diagnostics import Location
from tei.errors import UsageError
from tei.reporting import REPORTERS
from tei.reporting.as_json import as_json
from tei.reporting.as_text import as_text
from tei.reporting.files import FileReport
from tei.reporting.page import PLAIN, Page
from tei.reporting.rule_pages import rule_page, section
from tei.reporting.words import finding_text
from tei.rules import finding

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))

POINTER = finding(
    "PT001", "no element has the id “zh.p9”", Location("a.xml", 7, 12, "/TEI/text", "en.p9"), help="add it"
)
MISSING = finding("XS004", "tei_all is not in the cache", Location("a.xml"))
CLASH = finding("CF002", "the same edition as b.md", Location("b.txt"), related=(Location("b.md"),))


def test_a_finding_is_a_line_that_editors_understand_and_a_line_of_help() -> None:
    assert finding_text(POINTER) == "a.xml:7:12: error PT001 no element has the id “zh.p9”\n  help: add it"


def test_what_is_not_known_of_a_place_is_left_out() -> None:
    assert finding_text(MISSING) == "a.xml: info XS004 tei_all is not in the cache"


def test_related_places_are_shown() -> None:
    assert finding_text(CLASH).splitlines()[1] == "  see: b.md"


def test_a_newline_or_escape_sequence_of_a_source_does_not_reach_the_terminal() -> None:
    shown = finding_text(finding("FD001", "lost: “a\nb\x1b[31m”", Location("a\rb.xml", 1, 1)))
    assert shown == "a\\rb.xml:1:1: error FD001 lost: “a\\nb\\x1b[31m”"


def test_the_text_report_says_of_each_file_whether_it_is_valid_and_counts() -> None:
    files = [FileReport("a.xml", ("edition", "pointers"), (POINTER, MISSING)), FileReport("c.xml", ("edition",))]
    assert as_text(files).splitlines()[-5:] == [
        "a.xml: not valid (edition, pointers)",
        "c.xml: valid (edition)",
        "  1 × PT001 dangling-pointer (error)",
        "  1 × XS004 schema-unavailable (note)",
        "2 files checked: 1 error, 1 note",
    ]


def test_the_rules_that_were_broken_are_counted_the_worst_and_most_frequent_first() -> None:
    doctype = finding("XS006", "a DOCTYPE", Location("a.xml", 1))
    invalid = finding("XS002", "wrong", Location("a.xml", 2))
    files = [FileReport("a.xml", (), (doctype, *[invalid] * 10, POINTER)), FileReport("b.xml", (), (POINTER,) * 2)]
    assert [line for line in as_text(files).splitlines() if "×" in line] == [
        "  10 × XS002 invalid-tei (error)",
        "   3 × PT001 dangling-pointer (error)",
        "   1 × XS006 doctype-present (warning)",
    ]


def test_a_limit_keeps_the_worst_findings_in_their_order_and_says_how_many_are_missing() -> None:
    late = finding("PT002", "twice", Location("a.xml", 9))
    files = [FileReport("a.xml", (), (MISSING, POINTER)), FileReport("b.xml", (), (MISSING, late))]
    shown = as_text(files, Page(limit=2)).splitlines()
    assert [line.split()[2] for line in shown if line.startswith("a.xml:") and " error " in line] == ["PT001", "PT002"]
    assert "… and 2 more findings (--max-findings 2)" in shown
    assert shown[-1] == "2 files checked: 2 errors, 2 notes"
    assert "--max-findings" not in as_text(files, Page(limit=4))


def test_errors_that_were_left_out_do_not_make_a_file_valid() -> None:
    file = FileReport("a.xml", ("edition",), (POINTER, MISSING)).with_only([MISSING])
    assert not file.valid
    assert "a.xml: not valid (edition), 1 error left out" in as_text([file])
    assert json.loads(as_json([file]))["files"][0]["valid"] is False
    assert FileReport("a.xml", (), (MISSING,)).with_only([]).valid


def test_colours_are_for_terminals_only() -> None:
    files = [FileReport("a.xml", (), (POINTER,))]
    assert "\x1b[" not in as_text(files, PLAIN)
    styled = as_text(files, Page(styled=True))
    assert "\x1b[1;31merror\x1b[0m" in styled
    plain = re.sub(r"\x1b\[[\d;]*m", "", styled)
    assert plain == as_text(files, PLAIN)


def test_the_json_report_is_one_object_of_the_promised_form() -> None:
    report = json.loads(as_json([FileReport("a.xml", ("edition",), (POINTER,)), FileReport("c.xml")]))
    assert report == {
        "files": [
            {
                "file": "a.xml",
                "valid": False,
                "schemas": ["edition"],
                "urls": [],
                "findings": [
                    {
                        "rule": "PT001",
                        "severity": "error",
                        "message": "no element has the id “zh.p9”",
                        "help": "add it",
                        "line": 7,
                        "column": 12,
                        "xpath": "/TEI/text",
                        "xml_id": "en.p9",
                        "allowed": [],
                    }
                ],
            },
            {"file": "c.xml", "valid": True, "schemas": [], "urls": [], "findings": []},
        ],
        "summary": {"files": 2, "valid": 1, "errors": 1, "warnings": 0, "infos": 0},
    }
    assert list(Draft202012Validator(SCHEMA).iter_errors(report)) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"files": []},
        {"files": [], "summary": {"files": 0, "valid": 0, "errors": 0, "warnings": 0}},
        {"files": [{"file": "a", "valid": True, "schemas": []}], "summary": SCHEMA["examples"][0]["summary"]},
    ],
)
def test_the_documented_form_refuses_a_report_that_lacks_a_member(broken: dict[str, object]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(broken)) != []


def test_the_documented_form_is_a_schema_and_its_examples_keep_to_it() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert [e for example in SCHEMA["examples"] for e in Draft202012Validator(SCHEMA).iter_errors(example)] == []


def test_every_reporter_is_a_format_of_the_command_and_takes_files_and_a_page() -> None:
    assert list(REPORTERS) == [str(form) for form in Rendering]
    for name in REPORTERS:
        assert REPORTERS[name]()([FileReport("a.xml", (), (POINTER,))], PLAIN).endswith("\n"), name


def test_a_page_is_cut_into_its_sections() -> None:
    page = "# A\n\nIn short.\n\n## What it finds\n\nThis.\n\nThat.\n\n## Remedy\n\nNone.\n"
    assert section(page, "What it finds") == "This.\n\nThat."
    assert section(page, "Remedy") == "None."
    assert section(page, "Example") == ""


def test_a_rule_is_explained_whatever_the_case_of_its_id() -> None:
    assert rule_page("cf002").startswith("# CF002 duplicate-id (error)")
    assert rule_page("duplicate-id") == rule_page("CF002")


def test_an_unknown_rule_is_a_fault_of_the_command() -> None:
    with pytest.raises(UsageError, match="XX999"):
        rule_page("XX999")
