"""Many sources to many editions: each is built and checked on its own, and one that fails stops no other."""

import os
import platform
import sqlite3
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tei.batch.check import check
from tei.batch.digest import digest_of, makers_of
from tei.batch.discovery import check_name
from tei.batch.engines import ENGINES, Crew
from tei.batch.faults import bounded, diagnose
from tei.batch.job import Job, Outcome
from tei.batch.manifest import Manifest
from tei.batch.plan import Jobs
from tei.batch.pool import Limits, Task
from tei.batch.remote import RemotePath, place, write_whole
from tei.batch.staging import is_remote, staged
from tei.batch.workers import cores
from tei.diagnostics import Diagnostic, Location, Report
from tei.errors import CannotWrite, ExitCode, MissingDependency, UnreadableInput
from tei.layout import laid_out
from tei.publishers import PUBLISHERS
from tei.reporting.editions import summarize
from tei.rules import finding
from tei.validators.xmlfile import parse_tei

if TYPE_CHECKING:
    from tei.pipeline import Built

LARGEST = 128 << 20  # bytes of a source: reading one takes some fifty times its size in memory
_FEW = 4  # sources that one process has converted before others have started

Item = tuple[Job, str, str]  # with its digest, and what it is to be made with on another machine
Work = Task[Item, tuple[Outcome, ...]]


def convert(
    jobs: "Jobs | list[Job]",
    *,
    workers: int = 0,
    limits: Limits = Limits(),  # noqa: B008  # it cannot be changed
    manifest: Manifest | None = None,
    force: bool = False,
    engine: str = "local",
    scheduler: str = "",
) -> Generator[Outcome, None, None]:
    """The outcome of every job in their order, its edition written; `workers` processes build at the same time.

    0 is as many as there are cores, where it pays. What `manifest` knows to be the same as before is not built again,
    and an edition that somebody edited is not written over, unless `force` is set. `engine` is one of `ENGINES`,
    `scheduler` the address of its cluster, where there is one.
    """
    local = engine == "local"
    tasks = _tasks(jobs, manifest, force, local=local)
    if len(jobs) <= _FEW and local and not limits:
        done: Iterator[Work] = map(_build_here, tasks)
    else:
        crew = Crew(_build_task, _lost, workers or cores(), limits, scheduler, _prepare)
        done = ENGINES[engine](crew).run(tasks)
    holders = _Holders()
    for task in done:
        job, digest, _ = task.item
        outcomes = []
        for outcome in task.result or ():
            holder = holders.holder(outcome)
            settled = _refuse(outcome, holder) if holder else _settle(outcome, manifest, force=force)
            outcomes.append(settled)
            yield settled
        if manifest and outcomes and all(each.written and not each.exit_code and not each.known for each in outcomes):
            with suppress(CannotWrite):  # what cannot be noted is made again; that the disk is full others say
                manifest.record(job, digest, outcomes)


def build_one(job: Job) -> tuple[Outcome, ...]:
    """The outcomes of one job, not yet written: one for each edition of its source.

    No exception leaves it: a fault is a finding with its exit code.
    """
    report, name = Report(), str(job.source.path)
    try:
        for path in job.files if job.data is None else ():
            _check_file(path)
        if is_remote(job):
            with staged(job) as (local, stage):
                return tuple(stage.named(outcome) for outcome in build_one(local))
        with _readable(job) as path:
            parts = [_checked(part, built, path) for part, built in _parts(job, path, report)]
    except Exception as fault:
        found, code = diagnose(fault, name)
        return (Outcome(job, findings=_renamed((*bounded(report, name), found), job), exit_code=code),)
    followed = not any(found.rule.id == "CF004" for found in report)
    outcomes = [replace(part, sound=part.sound and followed) for part in parts]
    outcomes[0] = replace(outcomes[0], findings=(*_renamed(bounded(report, name), job), *outcomes[0].findings))
    return tuple(outcomes)


def _tasks(jobs: "Jobs | list[Job]", manifest: Manifest | None, force: bool, *, local: bool) -> Iterator[Work]:
    for job in jobs:
        digest = digest_of(job) if manifest else ""
        item = (job, digest, "" if local else makers_of(job.config))
        yield Task(item, manifest.known(job, digest) if manifest and not force else None)


def _prepare() -> None:
    """Loads the stages before processes are forked, which else would each do it, in the time of their first source."""
    with suppress(ImportError):  # a dependency that is missing is a finding of each file
        import tei.pipeline  # noqa: F401


def _build_here(task: Work) -> Work:
    return task if task.result is not None else replace(task, result=_build_task(task.item))


def _build_task(item: Item) -> tuple[Outcome, ...]:
    job, _, makers = item
    if makers and makers != makers_of(job.config):
        message = f"the worker on {platform.node()} has another tei-encoder, other packages or other schemas"
        help_ = "Install the same on each machine (`pip freeze`), and fetch the same schemas: `tei schema fetch`."
        found, code = diagnose(MissingDependency(message, help=help_, rule="CF003"), str(job.source.path))
        return (Outcome(job, findings=(found,), exit_code=code),)
    return build_one(job)


def _lost(item: Item, reason: str) -> tuple[Outcome, ...]:
    """What is left of a job whose process was lost."""
    help_ = "The other sources are not touched. Convert it alone, or divide it; --timeout and --max-memory set limits."
    found = finding("BT001", f"the source was given up: {reason}", Location(str(item[0].source.path)), help=help_)
    return (Outcome(item[0], findings=(found,), exit_code=ExitCode.UNREADABLE),)


def _check_file(path: Path) -> None:
    """UnreadableInput for a file that is not to be read: one with an impossible name, or too large."""
    check_name(path)
    try:
        status = path.stat()
    except (OSError, ValueError):
        return  # reading it says why
    if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
        raise UnreadableInput("this is a device, not a file", help="Name a file.", file=str(path))
    if status.st_size > LARGEST:
        message = f"the file has {status.st_size:,} bytes; a source may have {LARGEST:,}"
        raise UnreadableInput(message, help="Divide it into its documents.", file=str(path), rule="RD014")


def _parts(job: Job, path: Path, report: Report) -> "list[tuple[Job, Built]]":
    """What is built of the source at `path`, with the job of each edition: its stem is that of the edition."""
    from tei.pipeline import build, build_parts, build_versions  # here: a dependency it misses is this file's finding

    if versions := job.source.versions:
        return [(job, build_versions(versions, job.config, report=report, encoding=job.encoding))]
    if not job.split:
        return [(job, build(path, job.config, report=report, encoding=job.encoding))]
    built = build_parts(path, job.config, report=report, encoding=job.encoding)
    if len(built) == 1:
        return [(job, built[0])]
    stems = [f"{job.source.stem}-{number}" for number in range(1, len(built) + 1)]
    jobs = [replace(job, source=replace(job.source, stem=stem)) for stem in stems]
    return list(zip(jobs, built, strict=True))


def _checked(job: Job, built: "Built", path: Path) -> Outcome:
    """The outcome of an edition that was built of the source at `path`, with what our checks of it find."""
    job = _placed_job(job, built)
    checked = check(parse_tei(built.xml, str(job.target), source=path), job.config.checks)
    return Outcome(
        job,
        data=built.xml,
        edition_id=built.edition.id,
        summary=summarize(built.edition),
        sound=checked.valid,
        checks=checked.schemas,
        findings=_renamed(tuple(f for f in checked.findings if f.rule.id != "XS004"), job),  # the table says it
    )


def _placed_job(job: Job, built: "Built") -> Job:
    """The job with the place that the settings' layout gives its edition."""
    if job.config.layout == "{stem}.xml":
        return job
    header, versions = built.edition.header, built.edition.versions
    values = {"stem": job.source.stem, "year": header.creation.when[:4], "lang": versions[0].lang if versions else ""}
    return replace(job, place=laid_out(job.config.layout, values))


@contextmanager
def _readable(job: Job) -> Iterator[Path]:
    """The job's source as a file: itself, or its `data` in a temporary file of the name that its header is to give."""
    if job.data is None:
        yield job.source.path
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / job.source.stem
        path.write_bytes(job.data)
        yield path


def _renamed(findings: tuple[Diagnostic, ...], job: Job) -> tuple[Diagnostic, ...]:
    """The findings with the name that the user knows in place of a temporary file's."""
    if job.data is None:
        return findings
    own, edition = str(job.source.path), str(job.target)
    return tuple(f if f.location.file == edition else _placed(f, own) for f in findings)


def _placed(found: Diagnostic, file: str) -> Diagnostic:
    related = tuple(replace(place, file=file) for place in found.related)
    return replace(found, location=replace(found.location, file=file), related=related)


def _settle(outcome: Outcome, manifest: Manifest | None, *, force: bool) -> Outcome:
    """The outcome with its edition written: one with errors goes to `<stem>.invalid.xml`, beside what was there."""
    job = outcome.job
    if outcome.known and manifest and outcome.written:
        return _kept(outcome, outcome.written) if manifest.edited(outcome.written) else outcome
    if not outcome.data or job.folder is None:
        return outcome
    good, bad = job.target, job.target.with_name(f"{job.target.stem}.invalid.xml")
    target = good if outcome.sound else bad
    try:
        if manifest and not force and outcome.sound and manifest.edited(good, outcome.data):
            return _kept(outcome, good)
        if manifest:
            manifest.writing(outcome, target)
        _write(target, outcome.data)
        if outcome.sound and not (manifest and manifest.is_absent(bad)):
            with suppress(OSError):  # no such name can be where the edition's is as long as names may be
                bad.unlink(missing_ok=True)  # what an earlier run left there says nothing any more
    except Exception as fault:
        found, code = diagnose(fault, str(target))
        return replace(outcome, findings=(*outcome.findings, found), exit_code=code)
    if outcome.sound:
        return replace(outcome, written=good)
    moved = tuple(_placed(f, str(bad)) if f.location.file == str(good) else f for f in outcome.findings)
    return replace(outcome, findings=moved, written=bad)


def _write(target: Path, data: bytes) -> None:
    if isinstance(target, RemotePath):
        write_whole(target, data)
    else:
        PUBLISHERS.get("tei").publish({target.stem: parse_tei(data, str(target))}, target.parent)


def _kept(outcome: Outcome, target: Path) -> Outcome:
    """The outcome of an edition that somebody edited: it is left as it is."""
    changed = "" if outcome.known else ", though what it is made from has changed"
    message = f"the edition was edited after tei wrote it; it was left as it is{changed}"
    help_ = "Put what was changed into the source or its sidecar; --force writes over the edition."
    return replace(
        outcome, findings=(*outcome.findings, finding("BT002", message, Location(str(target)), help=help_)),
        written=target, known=True,
    )  # fmt: skip


def _refuse(outcome: Outcome, holder: Path) -> Outcome:
    """The outcome of an edition whose id, given in its metadata, an earlier one of the run already has."""
    clash = finding(
        "CF002",
        f"its edition id “{outcome.edition_id}” is already that of {holder}; it was not written",
        Location(str(outcome.job.source.path)),
        help="Give one of the two another id in its metadata.",
        related=(Location(str(holder)),),
    )
    return replace(outcome, findings=(*outcome.findings, clash), written=None)


class _Holders:
    """Which source of the run has an edition's id: the first. Kept on the disk, as SQLite does when there are many."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("CREATE TABLE holder (id TEXT PRIMARY KEY, path BLOB) WITHOUT ROWID")

    def holder(self, outcome: Outcome) -> Path | None:
        """The other source that already has the id of the outcome's edition; else the outcome's has it now."""
        if not outcome.edition_id:
            return None
        own = os.fsencode(outcome.job.source.path) + b"\0" + os.fsencode(outcome.job.source.stem)
        self._database.execute("INSERT OR IGNORE INTO holder VALUES (?, ?)", (outcome.edition_id, own))
        (first,) = self._database.execute("SELECT path FROM holder WHERE id = ?", (outcome.edition_id,)).fetchone()
        return None if first == own else place(os.fsdecode(first.partition(b"\0")[0]))
