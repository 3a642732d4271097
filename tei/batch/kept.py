"""What became of a source as JSON, for the manifest: all of it but the edition's bytes, which are in their file."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import PurePath

from tei.batch.job import Job, Outcome
from tei.diagnostics import Diagnostic, Location
from tei.errors import ExitCode
from tei.reporting.editions import Summary
from tei.rules import RULES


def to_json(outcomes: Iterable[Outcome]) -> str:
    """The outcomes of one source as JSON."""
    return json.dumps([_kept(outcome) for outcome in outcomes], separators=(",", ":"))


def from_json(text: str, job: Job) -> tuple[Outcome, ...] | None:
    """The outcomes of `job` that were kept; None where they are not in our form."""
    try:
        return tuple(_outcome(job, kept) for kept in json.loads(text))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _kept(outcome: Outcome) -> dict[str, object]:
    folder = outcome.job.folder or PurePath()
    return {
        "written": outcome.written.relative_to(folder).as_posix() if outcome.written else "",
        "id": outcome.edition_id,
        "summary": asdict(outcome.summary) if outcome.summary else None,
        "sound": outcome.sound,
        "checks": outcome.checks,
        "findings": [_finding(found) for found in outcome.findings],
        "exit": int(outcome.exit_code),
    }


def _finding(found: Diagnostic) -> list[object]:
    places = [_place(place) for place in (found.location, *found.related)]
    return [found.rule.id, found.message, found.help, places, found.allowed]


def _place(place: Location) -> list[object]:
    return [place.file, place.line, place.column, place.xpath, place.xml_id]


def _outcome(job: Job, kept: dict[str, object]) -> Outcome:
    summary, findings, checks = kept["summary"], kept["findings"], kept["checks"]
    path = PurePath(str(kept["written"]))
    if job.folder is None or path.is_absolute() or ".." in path.parts or not isinstance(findings, list):
        raise ValueError(path)
    return Outcome(
        job,
        edition_id=str(kept["id"]),
        summary=_summary(summary) if isinstance(summary, dict) else None,
        sound=bool(kept["sound"]),
        checks=tuple(checks) if isinstance(checks, list) else (),
        findings=tuple(_diagnostic(*found) for found in findings),
        exit_code=ExitCode(int(str(kept["exit"]))),
        written=job.folder / path if path.parts else None,
        known=True,
    )


def _summary(kept: dict[str, object]) -> Summary:
    parts = {key: tuple(value) if isinstance(value, list) else value for key, value in kept.items()}
    return Summary(**parts)  # type: ignore[arg-type]  # a TypeError for other keys is what the caller expects


def _diagnostic(rule: str, message: str, help_: str, places: list[list[object]], allowed: list[str]) -> Diagnostic:
    location, *related = (Location(*place) for place in places)  # type: ignore[arg-type]  # so here
    return Diagnostic(RULES[rule], message, location, help_, tuple(related), tuple(allowed))
