"""Finished editions checked: their schemas, their pointers, and their text against its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei.batch.discovery import find_files
from tei.batch.faults import diagnose, run_code, worst
from tei.batch.settings import settings_for
from tei.diagnostics import Report, Severity
from tei.errors import ExitCode
from tei.names import TEI_NS
from tei.plugins import TeiFile
from tei.reporting.files import FileReport
from tei.validators import validators_for
from tei.validators.xmlfile import load_tei

SUFFIXES = (".xml", ".tei")
_SOURCE_NAME = "string(//t:sourceDesc/t:bibl[@type='file']/t:idno[@type='filename'])"


@dataclass(frozen=True, slots=True)
class Checked:
    """Files that were checked, in their order, and the exit code that they give together."""

    reports: tuple[FileReport, ...]
    exit_code: ExitCode


def check_files(
    arguments: Iterable[str],
    *,
    schemas: Sequence[str] = (),
    sources: Path | None = None,
    fail_on: Severity | None = None,
) -> Checked:
    """A report on every file that `arguments` mean, and on each argument that means none.

    `schemas` are names or paths. Where none, or no `fail_on`, is given, the nearest tei.toml decides. The source of a
    file is looked for in `sources`, or in the folder `sources` beside it.
    """
    found = find_files(arguments, SUFFIXES)
    missing = [_failed(fault.file, fault) for fault in found.faults]
    checked = [_check_file(path, schemas, sources, fail_on) for path in found.files]
    reports, codes = zip(*missing, *checked, strict=True) if missing or checked else ((), ())
    return Checked(tuple(reports), worst(codes))


def _check_file(
    path: Path, schemas: Sequence[str], sources: Path | None, fail_on: Severity | None
) -> tuple[FileReport, ExitCode]:
    try:
        settings = settings_for(path.parent, None)
        document = load_tei(path)
        source = source_of(document, sources or path.parent / "sources")
        report = check(replace(document, source=source), schemas or settings.checks)
    except Exception as fault:
        return _failed(str(path), fault)
    return report, run_code((), report.findings, fail_on or settings.fail_on)


def _failed(file: str, fault: Exception) -> tuple[FileReport, ExitCode]:
    found, code = diagnose(fault, file)
    return FileReport(file, findings=(found,)), code


def check(document: TeiFile, schemas: Sequence[str] = ()) -> FileReport:
    """What every check finds in one document, in order of place."""
    checks = validators_for(schemas, document)
    report = Report()
    for validator in checks:
        report.extend(validator.check(document))
    return FileReport(document.file, tuple(validator.name for validator in checks), tuple(report))


def source_of(document: TeiFile, folder: Path) -> Path | None:
    """The file in `folder` that the document says it was made from; None where it says none or the file is not there."""
    name = document.tree.xpath(_SOURCE_NAME, namespaces={"t": TEI_NS})
    # A name, never a path: a document must not lead us to a file elsewhere.
    path = folder / Path(str(name)).name if name else None
    return path if path is not None and path.is_file() else None
