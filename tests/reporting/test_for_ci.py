"""The renderings for CI servers: SARIF, JUnit XML and GitHub's workflow commands."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from tei.diagnostics import Location, Severity
from tei.errors import ExitCode
from tei.reporting.as_github import as_github
from tei.reporting.as_junit import as_junit
from tei.reporting.as_sarif import as_sarif
from tei.reporting.files import FileReport
from tei.reporting.page import Page
from tei.rules import RULES, finding

POINTER = finding("PT001", "no “#p9”", Location("a b/é.xml", 7, 12, "/TEI/text/p[2]", "p2"), help="Add it.")
UNPLACED = finding("XS004", "not in the cache", Location("a b/é.xml"))
DOCTYPE = finding("XS006", "a DOCTYPE", Location("a b/é.xml", 2))
TWICE = finding("PT002", "twice", Location("b.xml", 9, 3), related=(Location("b.xml", 4, 3),))
FILES = [FileReport("a b/é.xml", ("edition",), (POINTER, DOCTYPE, UNPLACED)), FileReport("b.xml", (), (TWICE,))]

# The essentials of the schema of SARIF 2.1.0 (OASIS), with what GitHub's code scanning requires besides. The schema
# allows no other properties than its own; these are those of them that we write.
_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_NUMBER = {"type": "integer", "minimum": 1}
_REGION = ["startLine", "startColumn", "endLine", "endColumn"]
_LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "logicalLocations": {"type": "array", "items": {"type": "object"}},
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "pattern": r"^[!-~]+$", "not": {"pattern": "[ <>\\\\^`{|}]"}}
                    },
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": _REGION,
                    "properties": dict.fromkeys(_REGION, _NUMBER),
                },
            },
        },
    },
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "maxLength": 255},
        "shortDescription": _TEXT,
        "fullDescription": {**_TEXT, "properties": {"text": {"type": "string", "minLength": 1, "maxLength": 1024}}},
        "help": _TEXT,
        "helpUri": {"type": "string", "pattern": "^[a-z]+:"},
        "defaultConfiguration": {"type": "object", "required": ["level"], "properties": {"level": _LEVEL}},
        "properties": {
            "type": "object",
            "properties": {"problem.severity": {"enum": ["error", "warning", "recommendation"]}},
        },
    },
}
_RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"enum": list(RULES)},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _TEXT,
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": _LOCATION},
        "relatedLocations": {"type": "array", "items": _LOCATION},
        "partialFingerprints": {
            "type": "object",
            "required": ["primaryLocationLineHash"],
            "additionalProperties": {"type": "string"},
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "invocations": {"type": "array", "items": {"required": ["executionSuccessful"]}},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {"rules": {"type": "array", "uniqueItems": True, "items": _RULE}},
                            }
                        },
                    },
                    "results": {"type": "array", "items": _RESULT},
                },
            },
        },
    },
}


def sarif(files: list[FileReport], page: Page | None = None) -> dict[str, Any]:
    """The only run of the SARIF log."""
    log = json.loads(as_sarif(files, page or Page()))
    assert list(Draft202012Validator(SARIF).iter_errors(log)) == []
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_has_every_rule_and_each_result_names_its_own() -> None:
    run = sarif(FILES)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert [result["ruleId"] for result in run["results"]] == ["PT001", "XS006", "XS004", "PT002"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]


def test_a_rule_in_sarif_brings_its_page() -> None:
    rule = next(rule for rule in sarif([])["tool"]["driver"]["rules"] if rule["id"] == "PT001")
    assert rule["name"] == "DanglingPointer"
    assert rule["shortDescription"]["text"] == RULES["PT001"].summary
    assert rule["fullDescription"]["text"].startswith("A value `#name`")
    assert "## Remedy" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"]["level"] == "error"


def test_a_rule_in_sarif_links_to_its_page_where_the_pages_are_on_the_web() -> None:
    uris = [
        rule["helpUri"] for rule in sarif([], Page(rules_url="https://example.org/rules/"))["tool"]["driver"]["rules"]
    ]
    assert "https://example.org/rules/PT001.md" in uris
    assert sarif([])["tool"]["driver"]["rules"][0]["helpUri"] == "urn:tei-encoder:rule:CF001"


def test_a_place_in_sarif_is_a_relative_uri_a_whole_region_and_an_element() -> None:
    first, _, unplaced, twice = sarif(FILES)["results"]
    (place,) = first["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%A9.xml"
    assert place["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 12, "endLine": 7, "endColumn": 13}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/TEI/text/p[2]", "kind": "element"}]
    assert unplaced["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert twice["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4


def test_an_absolute_path_below_the_current_folder_is_relative_in_sarif(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [str(tmp_path / "in" / "a.xml"), "/elsewhere/a.xml", "../a.xml"]
    found = tuple(finding("PT001", "x", Location(name, 1, 1)) for name in names)
    uris = [
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for r in sarif([FileReport("a", (), found)])["results"]
    ]
    assert uris == ["in/a.xml", "file:///elsewhere/a.xml", "../a.xml"]


def fingerprints(*found: Any) -> list[str]:
    results = sarif([FileReport("a.xml", (), found)])["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_fingerprints_stay_when_lines_move_and_differ_when_anything_else_does() -> None:
    def at(
        line: int, message: str = "wrong, see line 3", xml_id: str = "", file: str = "a.xml", rule: str = "PT001"
    ) -> Any:
        return finding(rule, message, Location(file, line, 1, "/TEI", xml_id))

    assert fingerprints(at(7)) == fingerprints(at(70, "wrong, see line 33"))
    different = [at(7), at(7, "other"), at(7, xml_id="p"), at(7, file="b.xml"), at(7, rule="PT002")]
    assert len(set(fingerprints(*different))) == 5


def test_findings_that_are_alike_have_fingerprints_of_their_own() -> None:
    assert [mark.partition(":")[2] for mark in fingerprints(POINTER, POINTER)] == ["1", "2"]


@pytest.mark.parametrize(("fault", "successful"), [(ExitCode.UNREADABLE, False), (ExitCode.FINDINGS, True)])
def test_sarif_says_whether_every_file_could_be_checked(fault: ExitCode, successful: bool) -> None:
    assert sarif([FileReport("a.xml", fault=fault)])["invocations"] == [{"executionSuccessful": successful}]


def junit(files: list[FileReport]) -> ElementTree.Element:
    suite = ElementTree.fromstring(as_junit(files).encode()).find("testsuite")
    assert suite is not None
    return suite


def test_junit_has_one_case_for_each_file_and_fails_by_what_the_run_fails_by() -> None:
    warned = FileReport("c.xml", (), (DOCTYPE,))
    strict = FileReport("d.xml", (), (DOCTYPE,), fail_on=Severity.WARNING)
    unread = FileReport("e.xml", (), (finding("RD001", "no such file", Location("e.xml")),), fault=ExitCode.UNREADABLE)
    suite = junit([*FILES, warned, strict, unread])
    assert suite.attrib == {"name": "tei validate", "tests": "5", "failures": "3", "errors": "1", "skipped": "0"}
    assert [case.get("name") for case in suite] == ["a b/é.xml", "b.xml", "c.xml", "d.xml", "e.xml"]
    kinds = [[part.tag for part in case] for case in suite]
    assert kinds == [["failure", "system-out"], ["failure"], ["system-out"], ["failure"], ["error"]]


def test_a_failure_in_junit_lists_the_findings_as_lines() -> None:
    failure = junit([FileReport("a.xml", (), (POINTER, TWICE))])[0][0]
    assert failure.attrib == {"type": "PT001", "message": "no “#p9” (and 1 more finding)"}
    assert (failure.text or "").splitlines()[0] == "a b/é.xml:7:12: error PT001 no “#p9”"


def test_junit_is_xml_whatever_the_source_holds() -> None:
    wild = finding("FD001", "lost: “<&\x00\x1b\ud800\uffff]]>”", Location("a\ud800.xml", 1, 1))
    failure = junit([FileReport("a\ud800.xml", (), (wild,))])[0][0]
    assert failure.get("message") == "lost: “<&\\x00\\x1b\ufffd\ufffd]]>”"


def test_github_gets_one_command_for_each_finding() -> None:
    assert as_github(FILES).splitlines() == [
        "::error file=a b/é.xml,line=7,col=12,title=PT001 dangling-pointer::no “#p9”%0AAdd it.",
        "::warning file=a b/é.xml,line=2,title=XS006 doctype-present::a DOCTYPE",
        "::notice file=a b/é.xml,title=XS004 schema-unavailable::not in the cache",
        "::error file=b.xml,line=9,col=3,title=PT002 duplicate-xml-id::twice",
        "2 files checked: 2 errors, 1 warning, 1 note",
    ]


def test_nothing_in_a_file_can_become_a_command_of_its_own() -> None:
    wild = finding("PT001", "100%: a,b\n::set-env name=X::y", Location("a,b:c%.xml", 1, 1))
    first, last = as_github([FileReport("a", (), (wild,))]).splitlines()
    assert first == (
        "::error file=a%2Cb%3Ac%25.xml,line=1,col=1,title=PT001 dangling-pointer::100%25: a,b\\n::set-env name=X::y"
    )
    assert last == "1 file checked: 1 error"


def test_github_is_spared_more_than_the_limit() -> None:
    shown = as_github(FILES, Page(limit=1)).splitlines()
    assert [line[:7] for line in shown] == ["::error", "… and 3", "2 files"]
