"""Finished editions checked: their schemas, their pointers, and their text against its source."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from tei.batch.faults import diagnose
from tei.batch.settings import settings_for
from tei.batch.sources import forget, source_below
from tei.batch.timeout import within
from tei.batch.workers import in_order
from tei.diagnostics import Diagnostic, Location, Report, Severity
from tei.errors import UsageError
from tei.plugins import TeiFile, Validator
from tei.reporting.files import FileReport
from tei.schema.store import schema_file
from tei.validators import VALIDATORS, validate
from tei.validators.pointers import external_pointers
from tei.validators.schemas import KINDS, named_check, schema_check
from tei.validators.xmlfile import load_tei

_SCHEMAS = ("edition", "tei_all")
# The findings that say that a check could not be made, and which.
_LEFT_OUT = {"XS004": "tei_all", "FD005": "fidelity"}


def check_all(
    files: Sequence[Path],
    *,
    schemas: Sequence[str] = (),
    sources: Path | None = None,
    fail_on: Severity | None = None,
    rules: bool = True,
    phase: str = "",
    urls: bool = False,
    jobs: int = 1,
    timeout: float = 0,
) -> tuple[FileReport, ...]:
    """A report on every file, as `tei.batch.checked.check_files` describes it."""
    forget()
    _check_phase(phase, schemas)
    _schemas(tuple(schemas), rules, phase)  # a schema that is not there is a fault of the command, not of each file
    work = partial(
        _check_file, schemas=schemas, sources=sources, fail_on=fail_on, rules=rules, phase=phase, urls=urls,
        timeout=timeout,
    )  # fmt: skip
    return tuple(in_order(work, files, jobs))


def _check_file(
    path: Path,
    *,
    schemas: Sequence[str],
    sources: Path | None,
    fail_on: Severity | None,
    rules: bool,
    phase: str,
    urls: bool,
    timeout: float,
) -> FileReport:
    try:
        settings = settings_for(path.parent, None)
        with within(timeout, str(path)):
            document = load_tei(path)
            source = source_below(document, sources or path.parent / "sources")
            report = check(replace(document, source=source), schemas or settings.checks, rules=rules, phase=phase)
            found_urls = external_pointers(document) if urls else ()
    except Exception as fault:
        return failed(str(path), fault)
    return replace(report, fail_on=fail_on or settings.fail_on, urls=found_urls)


def failed(file: str, fault: Exception) -> FileReport:
    """The report on a file that could not be checked."""
    found, code = diagnose(fault, file)
    return FileReport(file, findings=(found,), fault=code)


def check(document: TeiFile, schemas: Sequence[str] = (), *, rules: bool = True, phase: str = "") -> FileReport:
    """What every check finds in one document, in order of place, and the names of the checks that it went through.

    Without `schemas` it is checked against those that it names itself (`xml-model`), else against the usual ones.
    """
    chosen, notes = (_schemas(tuple(schemas), rules, phase), ()) if schemas else _own_schemas(document, rules)
    checks = (*chosen, *_others())
    only_ours = all(check.name in _SCHEMAS for check in chosen)
    report = Report(_once([*notes, *validate([document], checks=checks)], only_ours=only_ours))
    left_out = {_LEFT_OUT[finding.rule.id] for finding in report if finding.rule.id in _LEFT_OUT}
    names = tuple(check.name for check in checks if check.name not in left_out)
    return FileReport(document.file, names, tuple(report))


def _once(found: Iterable[Diagnostic], *, only_ours: bool) -> list[Diagnostic]:
    """The findings without those that say of a place what another schema says of it: one mistake, one finding.

    Our own schema is a part of TEI's: what that refuses at a place ours does too, and says more exactly. So it is when
    there are `only_ours` of the schemas; what a schema of somebody else refuses may be another mistake.
    """
    found = sorted(found, key=lambda each: each.sort_key)
    ours = {diagnostic.location for diagnostic in found if only_ours and diagnostic.rule.id == "XS003"}
    kept: dict[tuple[Location, str], Diagnostic] = {}
    for diagnostic in found:
        if diagnostic.rule.id != "XS002" or diagnostic.location not in ours:
            kept.setdefault((diagnostic.location, diagnostic.message), diagnostic)
    return list(kept.values())


@cache
def _schemas(names: tuple[str, ...], rules: bool, phase: str) -> tuple[Validator, ...]:
    """The checks against the schemas of these names or paths. Kept, since loading a schema takes time."""
    return tuple(_schema(name, rules, phase) for name in names)


def _check_phase(phase: str, schemas: Sequence[str]) -> None:
    """UsageError when a phase was asked for, and no schema that has phases."""
    if phase and not any(name.lower().endswith(".sch") for name in schemas):
        message = f"the phase “{phase}” is of no schema: none of Schematron was given"
        raise UsageError(message, help="Name the file that has it: --schema FILE.sch.")


@cache
def _others() -> tuple[Validator, ...]:
    """Every check that is none against a schema."""
    return tuple(VALIDATORS.get(name) for name in VALIDATORS.names() if name not in _SCHEMAS)


def _schema(name: str, rules: bool, phase: str) -> Validator:
    """The check against a schema that was asked for, by name or path: here one that is missing is a fault."""
    if name in _SCHEMAS:
        schema_file(name)
        return named_check(name, rules=rules)
    path = Path(name)
    kind = path.suffix.lower()[1:]
    if kind not in KINDS:
        raise UsageError(
            f"there is no schema “{name}”", help="Use edition, tei_all, or a .rng, .xsd, .sch or .odd file."
        )
    return schema_check(path, kind, name, rules=rules, phase=phase)


def _own_schemas(document: TeiFile, rules: bool) -> tuple[tuple[Validator, ...], tuple[Diagnostic, ...]]:
    """The checks for a document when no schema was asked for, and what is to be said of them.

    One that names only schemas of others is none of our editions: it is held to those, or where they are not on this
    machine to tei_all.
    """
    from tei.validators.models import follow, names_own

    followed = follow(document, rules=rules)
    if names_own(document):
        return (*_usual(_SCHEMAS, rules), *followed.checks), followed.findings
    return followed.checks or _usual(("tei_all",), rules), followed.findings


@cache
def _usual(names: tuple[str, ...], rules: bool) -> tuple[Validator, ...]:
    return tuple(named_check(name, rules=rules) for name in names)
