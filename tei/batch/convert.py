"""Many sources to many editions: each is built and checked on its own, and one that fails stops no other."""

import gc
import stat
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei.atomic import temporary_folder
from tei.batch.check import check
from tei.batch.digest import digest_of, makers_of
from tei.batch.discovery import check_name
from tei.batch.engines import ENGINES, Crew
from tei.batch.faults import bounded, diagnose
from tei.batch.job import Job, Outcome
from tei.batch.manifest import Manifest
from tei.batch.plan import Jobs
from tei.batch.pool import Limits, Task
from tei.batch.settle import Settler, placed
from tei.batch.staging import is_remote, staged
from tei.batch.workers import cores
from tei.diagnostics import Diagnostic, Location, Report
from tei.errors import CannotWrite, ExitCode, MissingDependency, UnreadableInput
from tei.layout import laid_out
from tei.reporting.editions import summarize
from tei.rules import finding
from tei.schema.stream import save_streams
from tei.validators.xmlfile import parse_tei

if TYPE_CHECKING:
    from tei.pipeline import Built

LARGEST = 128 << 20  # bytes of a source: reading one takes some fifty times its size in memory
_FEW = 4  # sources that one process has converted before others have started
_NAMELESS = "signed-by-somebody"  # the rule of the edition schema that asks for a name in a signature

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
        done: Generator[Work, None, None] = (_build_here(task) for task in tasks)
    else:
        crew = Crew(_build_task, _lost, workers or cores(), limits, scheduler, _prepare)
        done = ENGINES[engine](crew).run(tasks)
    with closing(done), closing(Settler(manifest, force=force)) as settler:
        for (job, digest, _), outcomes in settler.in_order((task.item, task.result or ()) for task in done):
            yield from outcomes
            if (
                manifest
                and outcomes
                and all(each.written and not each.exit_code and not each.known for each in outcomes)
            ):
                with suppress(CannotWrite):  # what cannot be noted is made again; that the disk is full others say
                    manifest.record(job, digest, outcomes)
    save_streams()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Meanwhile no reference cycles are looked for, which takes some 6 % of a document's time: it makes none."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_uncollected()
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
    outcomes = [
        replace(part, sound=part.sound and followed, findings=_said_once(part.findings, report)) for part in parts
    ]
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
        import tei.alignment.edition
        import tei.pipeline  # noqa: F401
    gc.freeze()  # nothing that is loaded is garbage: the processes need not look through it


def _build_here(task: Work) -> Work:
    return task if task.result is not None else replace(task, result=_build_task(task.item))


def _build_task(item: Item) -> tuple[Outcome, ...]:
    job, _, makers = item
    if makers and makers != makers_of(job.config):
        import platform

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
    with temporary_folder() as folder:
        path = folder / job.source.stem
        path.write_bytes(job.data)
        yield path


def _said_once(findings: tuple[Diagnostic, ...], report: Report) -> tuple[Diagnostic, ...]:
    """The findings of the checks without what ST004 says of the same signatures, with their places in the source."""
    if not any(found.rule.id == "ST004" for found in report):
        return findings
    return tuple(found for found in findings if not (found.rule.id == "SC002" and _NAMELESS in found.help))


def _renamed(findings: tuple[Diagnostic, ...], job: Job) -> tuple[Diagnostic, ...]:
    """The findings with the name that the user knows in place of a temporary file's."""
    if job.data is None:
        return findings
    own, edition = str(job.source.path), str(job.target)
    return tuple(f if f.location.file == edition else placed(f, own) for f in findings)
