"""The editor's desk: editions built from their sources whenever one changes, and what is to be decided about them."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tei.atomic import write_atomically
from tei.batch.check import check
from tei.batch.faults import diagnose
from tei.batch.job import Job
from tei.batch.plan import plan
from tei.batch.publish import site_of
from tei.batch.questions import Question, questions
from tei.config_file import FILE_NAME
from tei.diagnostics import Diagnostic, Report
from tei.errors import UsageError
from tei.pipeline import build, build_versions
from tei.publishers.site.build import build_site
from tei.publishers.site.pages import Item, Site
from tei.validators.xmlfile import parse_tei

_PERSON = '[[people]]\nid = "editor"\nname = "Editor"\nresp = "edition"\n'


@dataclass(slots=True)
class _Sheet:
    """One edition on the desk: its TEI file, what is asked about it, and when its files were last written."""

    stamps: tuple[int, ...]
    data: bytes = b""
    questions: tuple[Question, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


@dataclass
class Desk:
    """The editions of the sources that `arguments` mean, and their website in `folder`.

    `generation` counts the builds: a page that was made by an earlier one is out of date. Two threads may use a desk.
    """

    arguments: Sequence[str]
    folder: Path
    config: Path | None = None
    generation: int = 0
    _sheets: dict[str, _Sheet] = field(default_factory=dict)
    _jobs: dict[str, Job] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def refresh(self) -> tuple[Diagnostic, ...]:
        """Builds what has changed, and the site where anything has; the faults of sources that cannot be built."""
        with self._lock:
            planned = plan(self.arguments, self.folder / "editions", config=self.config)
            self._jobs = {job.source.stem: job for job in planned.jobs}
            gone = set(self._sheets) - set(self._jobs)
            changed = bool(gone)
            for stem in gone:
                del self._sheets[stem]
            for stem, job in self._jobs.items():
                stamps = _stamps(job)
                known = self._sheets.get(stem)
                if known is None or known.stamps != stamps:
                    self._sheets[stem] = _sheet(job, stamps)
                    changed = True
            if changed:
                self._publish()
                self.generation += 1
            faults = (found for sheet in self._sheets.values() for found in sheet.faults)
            return (*planned.findings, *faults)

    def asked(self, stem: str) -> tuple[Question, ...]:
        """What is to be decided about the edition called `stem`; KeyError when there is none."""
        with self._lock:
            return self._sheets[stem].questions

    def decide(self, stem: str, question: int, answer: int) -> Path:
        """Writes an answer into the sidecar of `stem`, which is returned; the next `refresh` follows it.

        `question` and `answer` are 0-based numbers in what `asked` gives. LookupError when there is no such answer,
        UsageError when the source can have no sidecar, CannotWrite when the file cannot be written.
        """
        with self._lock:
            entry = self._sheets[stem].questions[question].answers[answer].entry
            job = self._jobs[stem]
            path = _sidecar(job)
            if path.name == FILE_NAME:  # the collection's settings
                raise UsageError("this source can have no sidecar", help="Rename the source.", file=str(path))
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            people = [person.id for person in job.config.header.people]
            if not people and "[[people]]" not in before:
                before += ("\n" if before else "") + _PERSON
            by = f'by = "{people[0]}"\n' if len(people) > 1 else ""
            write_atomically(path, f"{before.rstrip()}\n\n{entry}{by}".lstrip().encode())
            return path

    def _publish(self) -> None:
        items = [Item(stem, sheet.data) for stem, sheet in sorted(self._sheets.items()) if sheet.data]
        settings = next((job.config for job in self._jobs.values()), None)
        site = site_of(settings) if settings else Site()
        build_site(items, self.folder, Site(site.title, "", site.description, served=True))


def _sidecar(job: Job) -> Path:
    """Where the decisions about a source stand, or would."""
    return (job.source.versions.name if job.source.versions else job.source.path).with_suffix(".toml")


def _stamps(job: Job) -> tuple[int, ...]:
    """When the files were last written that an edition is made from; 0 for one that is not there."""
    sources = list(job.source.versions.paths) if job.source.versions else [job.source.path]
    files = [*sources, _sidecar(job), job.config.root / FILE_NAME]
    return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in files)


def _sheet(job: Job, stamps: tuple[int, ...]) -> _Sheet:
    report = Report()
    try:
        if versions := job.source.versions:
            built = build_versions(versions, job.config, report=report)
        else:
            built = build(job.source.path, job.config, report=report)
        checked = check(parse_tei(built.xml, str(job.target), source=job.source.path), job.config.checks)
    except Exception as fault:
        found, _ = diagnose(fault, str(job.source.path))
        return _Sheet(stamps, faults=(found,))
    return _Sheet(stamps, built.xml, questions(built.edition, [*report, *checked.findings]))
