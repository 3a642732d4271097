"""Many sources to many editions: each is built and checked on its own, and one that fails stops no other."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tei.batch.check import check
from tei.batch.discovery import check_name
from tei.batch.faults import diagnose
from tei.batch.job import Job, Outcome
from tei.diagnostics import Diagnostic, Location, Report
from tei.publishers import PUBLISHERS
from tei.reporting.editions import summarize
from tei.rules import finding
from tei.validators.xmlfile import parse_tei

if TYPE_CHECKING:
    from tei.pipeline import Built


def convert(jobs: Sequence[Job], *, workers: int = 1) -> Iterator[Outcome]:
    """The outcome of every job in their order, its edition written; `workers` processes build at the same time."""
    holders: dict[str, Job] = {}
    for outcome in _built(jobs, workers):
        holder = holders.setdefault(outcome.edition_id, outcome.job) if outcome.data else outcome.job
        yield _write(outcome) if holder is outcome.job else _refuse(outcome, holder)


def build_one(job: Job) -> tuple[Outcome, ...]:
    """The outcomes of one job, not yet written: one for each edition of its source.

    No exception leaves it: a fault is a finding with its exit code.
    """
    report = Report()
    try:
        check_name(job.source.path)
        with _readable(job) as path:
            parts = [_checked(part, built, path) for part, built in _parts(job, path, report)]
    except Exception as fault:
        found, code = diagnose(fault, str(job.source.path))
        return (Outcome(job, findings=_renamed((*report, found), job), exit_code=code),)
    followed = not any(found.rule.id == "CF004" for found in report)
    outcomes = [replace(part, sound=part.sound and followed) for part in parts]
    outcomes[0] = replace(outcomes[0], findings=(*_renamed(tuple(report), job), *outcomes[0].findings))
    return tuple(outcomes)


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


def _built(jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    if workers == 1 or len(jobs) < 2:
        yield from chain.from_iterable(map(build_one, jobs))
        return
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn")) as pool:
        waiting = deque((job, pool.submit(build_one, job)) for job in jobs)
        try:
            while waiting:
                yield from _result(*waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def _result(job: Job, future: Future[tuple[Outcome, ...]]) -> tuple[Outcome, ...]:
    try:
        return future.result()
    except Exception as fault:  # the process itself ended: no memory, killed
        found, code = diagnose(fault, str(job.source.path))
        return (Outcome(job, findings=(found,), exit_code=code),)


def _write(outcome: Outcome) -> Outcome:
    """The outcome with its edition written: one with errors goes to `<stem>.invalid.xml`, beside what was there."""
    job = outcome.job
    if not outcome.data or job.folder is None:
        return outcome
    good, bad = job.target, job.target.with_name(f"{job.source.stem}.invalid.xml")
    target = good if outcome.sound else bad
    try:
        PUBLISHERS.get("tei").publish({target.stem: parse_tei(outcome.data, str(target))}, job.folder)
        if outcome.sound:
            bad.unlink(missing_ok=True)  # what an earlier run left there says nothing any more
    except Exception as fault:
        found, code = diagnose(fault, str(target))
        return replace(outcome, findings=(*outcome.findings, found), exit_code=code)
    if outcome.sound:
        return replace(outcome, written=good)
    moved = tuple(_placed(f, str(bad)) if f.location.file == str(good) else f for f in outcome.findings)
    return replace(outcome, findings=moved, written=bad)


def _refuse(outcome: Outcome, holder: Job) -> Outcome:
    """The outcome of an edition whose id, given in its metadata, an earlier one of the run already has."""
    clash = finding(
        "CF002",
        f"its edition id “{outcome.edition_id}” is already that of {holder.source.path}; it was not written",
        Location(str(outcome.job.source.path)),
        help="Give one of the two another id in its metadata.",
        related=(Location(str(holder.source.path)),),
    )
    return replace(outcome, findings=(*outcome.findings, clash))
