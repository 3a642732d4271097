"""A source on a URL, brought to this machine while it is converted: itself, its versions, and what stands beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tei.atomic import temporary_folder
from tei.batch.job import Job, Outcome
from tei.batch.remote import RemotePath, unreadable
from tei.diagnostics import Diagnostic, Location
from tei.errors import UnreadableInput


def is_remote(job: Job) -> bool:
    """Whether the job's source is on a URL."""
    return isinstance(job.source.path, RemotePath)


@contextmanager
def staged(job: Job) -> Iterator[tuple[Job, "Stage"]]:
    """The job with its source in a temporary folder, and what gives its outcomes the names that the user knows.

    Raises UnreadableInput where the source cannot be had, CannotWrite where there is no place for it.
    """
    with temporary_folder() as folder:
        stage = Stage(folder, job)
        for path in (*job.files, *job.beside):
            stage.fetch(path)
        yield stage.local(), stage


class Stage:
    """A temporary folder in which the files of a job lie as they do in their store."""

    def __init__(self, folder: Path, job: Job) -> None:
        self._folder = folder
        self._job = job

    def fetch(self, path: Path) -> None:
        """Brings a file; UnreadableInput where it is not there or cannot be read."""
        try:
            data = path.read_bytes()
            target = self._here(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except FileNotFoundError as error:
            raise UnreadableInput("there is no such file", help="Check the URL.", file=str(path)) from error
        except OSError as error:
            raise unreadable(path, error) from error

    def local(self) -> Job:
        """The job with the files as they are here."""
        source = self._job.source
        versions = source.versions and replace(
            source.versions,
            name=self._here(source.versions.name),
            paths=tuple(map(self._here, source.versions.paths)),
        )
        return replace(self._job, source=replace(source, path=self._here(source.path), versions=versions))

    def named(self, outcome: Outcome) -> Outcome:
        """The outcome with the names that its files have in the store."""
        source = replace(self._job.source, stem=outcome.job.source.stem)
        findings = tuple(map(self._renamed, outcome.findings))
        return replace(outcome, job=replace(outcome.job, source=source), findings=findings)

    def _here(self, path: Path) -> Path:
        return self._folder.joinpath(*path.resolve().parts)

    def _renamed(self, found: Diagnostic) -> Diagnostic:
        return replace(
            found,
            message=self._text(found.message),
            location=self._location(found.location),
            help=self._text(found.help),
            related=tuple(map(self._location, found.related)),
        )

    def _location(self, place: Location) -> Location:
        return replace(place, file=self._text(place.file))

    def _text(self, text: str) -> str:
        scheme = self._job.source.path.parts[0]
        return text.replace(f"{self._folder}/{scheme}/", f"{scheme}//")
