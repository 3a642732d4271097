"""Findings as JUnit XML, the form in which most CI servers show test results: a file is a test case.

There is no official schema; this keeps to what Jenkins and GitLab read: https://github.com/testmoapp/junitxml.
"""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from tei.diagnostics import Diagnostic
from tei.errors import ExitCode
from tei.reporting.files import FileReport
from tei.reporting.words import count, finding_text, visible

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, production [2]


def as_junit(files: Sequence[FileReport]) -> str:
    """One suite with a case for each file: it fails by its findings, or is in error when it could not be checked."""
    broken = [file for file in files if _stopped(file)]
    failed = [file for file in files if file.failing and not _stopped(file)]
    totals = {"tests": str(len(files)), "failures": str(len(failed)), "errors": str(len(broken))}
    root = ElementTree.Element("testsuites", totals)
    suite = ElementTree.SubElement(root, "testsuite", {"name": "tei validate", **totals, "skipped": "0"})
    for file in files:
        suite.append(_case(file))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _case(file: FileReport) -> ElementTree.Element:
    name = _text(visible(file.file))
    case = ElementTree.Element("testcase", {"classname": "tei.validate", "name": name, "file": name})
    failing = file.failing
    if failing:
        kind, first = ("error" if _stopped(file) else "failure"), failing[0]
        more = f" (and {count(len(failing) - 1, 'more finding')})" if len(failing) > 1 else ""
        attributes = {"type": first.rule.id, "message": _text(visible(first.message) + more)}
        ElementTree.SubElement(case, kind, attributes).text = _listed(failing)
    others = [finding for finding in file.findings if finding.severity.rank > file.fail_on.rank]
    if others:
        ElementTree.SubElement(case, "system-out").text = _listed(others)
    return case


def _stopped(file: FileReport) -> bool:
    """Whether it could not be checked: what is not well-formed was read, and fails like any other finding."""
    return file.fault not in (ExitCode.OK, ExitCode.FINDINGS)


def _listed(findings: Sequence[Diagnostic]) -> str:
    return _text("\n".join(map(finding_text, findings)))


def _text(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
