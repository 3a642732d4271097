"""Finished editions checked: their schemas, their pointers, and their text against its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tei.batch.discovery import find_files
from tei.batch.faults import diagnose
from tei.diagnostics import Diagnostic, Report
from tei.errors import ExitCode
from tei.names import TEI_NS
from tei.plugins import TeiFile
from tei.reporting.files import FileReport
from tei.validators import validators_for
from tei.validators.xmlfile import load_tei, parse_tei

SUFFIXES = (".xml", ".tei")
_SOURCE_NAME = "string(//t:sourceDesc/t:bibl[@type='file']/t:idno[@type='filename'])"


@dataclass(frozen=True, slots=True)
class Checked:
    """Files that were checked, in their order, what was found in looking for them, and the exit code of each fault."""

    reports: tuple[FileReport, ...]
    codes: tuple[ExitCode, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything found in all files."""
        return tuple(finding for report in self.reports for finding in report.findings)


def check_files(arguments: Iterable[str], *, schemas: Sequence[str] = (), sources: Path | None = None) -> Checked:
    """A report on every file that `arguments` mean, and on each argument that means none.

    `schemas` are names or paths; none is all that are at hand. The source of a file is looked for in `sources`, or
    in the folder `sources` beside it.
    """
    found = find_files(arguments, SUFFIXES)
    reports: list[FileReport] = []
    codes: list[ExitCode] = []
    for fault in found.faults:
        finding, code = diagnose(fault, fault.file)
        reports.append(FileReport(fault.file, findings=(finding,)))
        codes.append(code)
    for path in found.files:
        try:
            document = load_tei(path)
            source = source_of(document, sources or path.parent / "sources")
            reports.append(check(TeiFile(document.file, document.data, document.tree, source), schemas))
        except Exception as fault:
            finding, code = diagnose(fault, str(path))
            reports.append(FileReport(str(path), findings=(finding,)))
            codes.append(code)
    return Checked(tuple(reports), tuple(codes))


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


tei_file = parse_tei
