"""Editions written: each where it belongs, unless another has its id or somebody edited it."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tei.atomic import write_atomically
from tei.batch.faults import diagnose
from tei.batch.job import Outcome
from tei.batch.manifest import Manifest
from tei.batch.marks import mark_now
from tei.batch.remote import RemotePath, place, write_whole
from tei.batch.scratch import scratch
from tei.diagnostics import Diagnostic, Location
from tei.rules import finding

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

_THREADS = 16  # editions on their way to a store at a time: each waits for its answer, and takes no time of ours
_WAITING = 4 * _THREADS  # editions that are held until those before them are written


class Settler:
    """What becomes of outcomes: their editions are written, in the order of the run or, to a store, several at a time."""

    def __init__(self, manifest: Manifest | None, *, force: bool) -> None:
        self._manifest, self._force = manifest, force
        self._holders = _Holders()
        # A process with threads cannot be forked: where editions go to a folder there are none.
        self._threads = _threads() if manifest and isinstance(manifest.folder, RemotePath) else None

    def close(self) -> None:
        """Waits for what is being written, and writes no more."""
        if self._threads:
            self._threads.shutdown(cancel_futures=True)

    def in_order(self, given: Iterable[tuple[T, tuple[Outcome, ...]]]) -> Iterator[tuple[T, tuple[Outcome, ...]]]:
        """Each thing with its outcomes as they are when their editions are written."""
        waiting: deque[tuple[T, list[Outcome | Future[Outcome]]]] = deque()
        for thing, outcomes in given:
            waiting.append((thing, [self._begin(outcome) for outcome in outcomes]))
            while waiting and (len(waiting) > _WAITING or all(map(_is_settled, waiting[0][1]))):
                yield _awaited(*waiting.popleft())
        while waiting:
            yield _awaited(*waiting.popleft())

    def _begin(self, outcome: Outcome) -> "Outcome | Future[Outcome]":
        """The outcome settled, or some time."""
        if settled := self._decided(outcome):
            return settled
        clean = self._is_clean(outcome)
        return self._threads.submit(_written, outcome, clean=clean) if self._threads else _written(outcome, clean=clean)

    def _decided(self, outcome: Outcome) -> Outcome | None:
        """The outcome where nothing is to be written; None where its edition is."""
        manifest, target = self._manifest, outcome.job.target
        if holder := self._holders.holder(outcome):
            return _refuse(outcome, holder)
        try:
            if outcome.known and manifest and outcome.written:
                return _kept(outcome, outcome.written) if manifest.edited(outcome.written) else outcome
            if not outcome.data or outcome.job.folder is None:
                return outcome
            if manifest and not self._force and outcome.sound and manifest.edited(target, outcome.data):
                return _kept(outcome, target)
            if manifest:
                manifest.writing(outcome, target if outcome.sound else _bad(target))
        except Exception as fault:
            return _failed(outcome, target, fault)
        return None

    def _is_clean(self, outcome: Outcome) -> bool:
        """Whether it is known that no earlier run left an `.invalid.xml`."""
        return self._manifest is not None and self._manifest.is_absent(_bad(outcome.job.target))


def _threads() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(_THREADS)


def _is_settled(outcome: "Outcome | Future[Outcome]") -> bool:
    return isinstance(outcome, Outcome) or outcome.done()


def _awaited(thing: T, outcomes: "list[Outcome | Future[Outcome]]") -> tuple[T, tuple[Outcome, ...]]:
    return thing, tuple(each if isinstance(each, Outcome) else each.result() for each in outcomes)


def _written(outcome: Outcome, *, clean: bool) -> Outcome:
    """The outcome with its edition written: one with errors goes to `<stem>.invalid.xml`, beside what was there."""
    good, bad = outcome.job.target, _bad(outcome.job.target)
    target = good if outcome.sound else bad
    mark = ""
    try:
        if isinstance(target, RemotePath):
            write_whole(target, outcome.data)
            mark = mark_now(target)
        else:
            write_atomically(target, outcome.data)
        if outcome.sound and not clean:
            with suppress(OSError):  # no such name can be where the edition's is as long as names may be
                bad.unlink(missing_ok=True)  # what an earlier run left there says nothing any more
    except Exception as fault:
        return _failed(outcome, target, fault)
    if outcome.sound:
        return replace(outcome, written=good, mark=mark)
    moved = tuple(placed(f, str(bad)) if f.location.file == str(good) else f for f in outcome.findings)
    return replace(outcome, findings=moved, written=bad, mark=mark)


def placed(found: Diagnostic, file: str) -> Diagnostic:
    """The finding as one of another file."""
    related = tuple(replace(place, file=file) for place in found.related)
    return replace(found, location=replace(found.location, file=file), related=related)


def _bad(target: Path) -> Path:
    return target.with_name(f"{target.stem}.invalid.xml")


def _failed(outcome: Outcome, target: Path, fault: Exception) -> Outcome:
    found, code = diagnose(fault, str(target))
    return replace(outcome, findings=(*outcome.findings, found), exit_code=code)


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
        self._database = scratch("CREATE TABLE holder (id TEXT PRIMARY KEY, path BLOB) WITHOUT ROWID;")

    def holder(self, outcome: Outcome) -> Path | None:
        """The other source that already has the id of the outcome's edition; else the outcome's has it now."""
        if not outcome.edition_id:
            return None
        own = os.fsencode(outcome.job.source.path) + b"\0" + os.fsencode(outcome.job.source.stem)
        self._database.execute("INSERT OR IGNORE INTO holder VALUES (?, ?)", (outcome.edition_id, own))
        (first,) = self._database.execute("SELECT path FROM holder WHERE id = ?", (outcome.edition_id,)).fetchone()
        return None if first == own else place(os.fsdecode(first.partition(b"\0")[0]))
