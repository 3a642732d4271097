"""Findings as SARIF 2.1.0, which code scanning and editors read.

Static Analysis Results Interchange Format (OASIS, 2020); with all that GitHub's “SARIF support for code scanning”
requires: help for each rule, a whole region and a fingerprint for each result.
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from tei.diagnostics import Diagnostic, Location, Rule, Severity
from tei.errors import ExitCode
from tei.reporting.files import FileReport, all_findings
from tei.reporting.identity import identity
from tei.reporting.page import PLAIN, Page
from tei.reporting.paths import from_here
from tei.reporting.rule_pages import rule_page, section
from tei.rules import RULES
from tei.version import VERSION

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LONGEST = 1000  # characters of a description; GitHub takes 1024
_INDEX = {rule_id: number for number, rule_id in enumerate(RULES)}


def as_sarif(files: Sequence[FileReport], page: Page = PLAIN) -> str:
    """One run with all the rules, and a result for each finding."""
    seen: Counter[str] = Counter()
    driver = {
        "name": "tei-encoder",
        "semanticVersion": VERSION,
        "rules": [_rule(rule, page.rules_url) for rule in RULES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": all(file.fault in (ExitCode.OK, ExitCode.FINDINGS) for file in files)}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, seen) for finding in all_findings(files)],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, rules_url: str) -> dict[str, object]:
    page = rule_page(rule.id)
    described = " ".join(section(page, "What it finds").split()) or rule.summary
    precision = "very-high" if rule.severity is Severity.ERROR else "medium"
    severity = "recommendation" if rule.severity is Severity.INFO else str(rule.severity)
    # Without an address on the web the rule is still named by a URI (RFC 8141); its page comes along as help.
    uri = f"{rules_url.rstrip('/')}/{rule.id}.md" if rules_url else f"urn:tei-encoder:rule:{rule.id}"
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": described if len(described) <= _LONGEST else f"{described[:_LONGEST]}…"},
        "help": {"text": page, "markdown": page},
        "helpUri": uri,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["TEI", "XML"], "precision": precision, "problem.severity": severity},
    }


def _result(finding: Diagnostic, seen: Counter[str]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule.id,
        "ruleIndex": _INDEX[finding.rule.id],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.help}" if finding.help else finding.message},
        "locations": [_location(finding.location)],
        "partialFingerprints": {"primaryLocationLineHash": _fingerprint(finding, seen)},
    }
    if finding.related:
        result["relatedLocations"] = [{"id": n, **_location(place)} for n, place in enumerate(finding.related, start=1)]
    return result


def _location(place: Location) -> dict[str, object]:
    line, column = place.line or 1, place.column or 1  # GitHub wants a region for what is about the whole file too
    region = {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 1}
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(place.file)}, "region": region}
    }
    if place.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": place.xpath, "kind": "element"}]
    return location


def _uri(file: str) -> str:
    path = from_here(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path, errors="surrogateescape")


def _fingerprint(finding: Diagnostic, seen: Counter[str]) -> str:
    """The same for the same mistake wherever its line has gone; mistakes that are alike are numbered."""
    whole = "\x1f".join(identity(finding, Path()))
    digest = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
