"""What is to be done for one source, and what became of it."""

from dataclasses import dataclass
from pathlib import Path

from tei.batch.discovery import SourceFile
from tei.batch.faults import run_code
from tei.config import CollectionConfig
from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode
from tei.reporting.editions import EditionRow, Summary


@dataclass(frozen=True, slots=True)
class Job:
    """One source to convert. `folder` is where its edition goes, None for nowhere: it is only built.

    `encoding` is "" where it is to be found out. `data` are the source's bytes where it is not a file;
    `split` says that each document in the source is to be an edition of its own. `place` is the edition's path in
    `folder`, "" for its stem: what the settings' layout makes of it is known when it is built. `beside` are the files
    that an editor keeps beside a source on a URL.
    """

    source: SourceFile
    folder: Path | None
    config: CollectionConfig
    encoding: str = ""
    data: bytes | None = None
    split: bool = False
    place: str = ""
    beside: tuple[Path, ...] = ()

    @property
    def target(self) -> Path:
        """The edition's file, as messages name it."""
        return (self.folder or Path()) / (self.place or f"{self.source.stem}.xml")

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the source."""
        return self.source.versions.paths if self.source.versions else (self.source.path,)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: the edition's bytes (b"" when it could not be built) and everything found.

    `sound` says that our checks of the edition found no error; `checks` names them. `written` is the file that was
    written, None when none was.
    `known` says that an earlier run made it, and that nothing has changed since. `mark` is what a store says of the
    edition that was written to it.
    """

    job: Job
    data: bytes = b""
    edition_id: str = ""
    summary: Summary | None = None
    sound: bool = False
    checks: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    written: Path | None = None
    known: bool = False
    mark: str = ""

    def code(self, fail_on: Severity | None) -> ExitCode:
        """Its exit code; where `fail_on` is not given the collection's settings decide."""
        return run_code((self.exit_code,), self.findings, fail_on or self.job.config.fail_on)

    @property
    def row(self) -> EditionRow:
        """Its row in the table of a run."""
        if self.written is None:
            return EditionRow(str(self.job.source.path), None, self.findings)
        return EditionRow(self.written.name, self.summary, self.findings, self.checks)
