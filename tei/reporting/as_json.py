"""Findings as one JSON object, for programs. Its form is promised in `docs/report.schema.json`."""

import json
from collections.abc import Sequence

from tei.diagnostics import Diagnostic, Severity
from tei.reporting.files import FileReport


def as_json(files: Sequence[FileReport]) -> str:
    """`{"files": […], "summary": {…}}`: members in this order, one object, the same for the same findings."""
    report = {"files": [_file(file) for file in files], "summary": _summary(files)}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _file(file: FileReport) -> dict[str, object]:
    return {
        "file": file.file,
        "valid": file.valid,
        "schemas": list(file.schemas),
        "urls": list(file.urls),
        "findings": [_finding(finding) for finding in file.findings],
    }


def _finding(finding: Diagnostic) -> dict[str, object]:
    location = finding.location
    return {
        "rule": finding.rule.id,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        "line": location.line,
        "column": location.column,
        "xpath": location.xpath,
        "xml_id": location.xml_id,
        "allowed": list(finding.allowed),
    }


def _summary(files: Sequence[FileReport]) -> dict[str, int]:
    severities = [finding.severity for file in files for finding in file.findings]
    return {
        "files": len(files),
        "valid": sum(file.valid for file in files),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "infos": severities.count(Severity.INFO),
    }
