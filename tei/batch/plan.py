"""From the arguments of `tei convert` to the jobs they ask for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei.atomic import make_folder
from tei.batch.digest import companions
from tei.batch.discovery import STDIN, SourceFile, stream_files
from tei.batch.faults import diagnose, run_code, worst
from tei.batch.job import Job
from tei.batch.marks import forget, mark_of
from tei.batch.remote import RemotePath, check_output
from tei.batch.settings import settings_for
from tei.batch.spool import Spool
from tei.batch.versions import language_tag, together
from tei.config import CollectionConfig
from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode, TeiError, UsageError
from tei.model.decoding import iana_name
from tei.readers import suffixes


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs of a run in their order: each is made when it is asked for."""

    sources: Spool | tuple[SourceFile, ...]
    out: Path | None
    config: Path | None
    encoding: str
    split: bool
    data: bytes | None = None

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[Job]:
        for source in self.sources:
            folder = Path() if self.data is not None else source.path.parent
            settings = settings_for(folder, self.config)
            yield Job(source, self.out, settings, self.encoding, self.data, self.split, beside=_beside(source))


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a run, and what was found while planning it: sources that are not there, editions that clash."""

    jobs: Jobs
    findings: tuple[Diagnostic, ...] = ()
    exit_code: ExitCode = ExitCode.OK

    def code(self, fail_on: Severity | None) -> ExitCode:
        """The exit code of what was found in planning."""
        return run_code((self.exit_code,), self.findings, fail_on or Severity.ERROR)


def plan(
    arguments: Sequence[str],
    out: Path | None,
    *,
    config: Path | None = None,
    encoding: str = "",
    data: bytes = b"",
    split: bool = False,
) -> Plan:
    """The jobs for the sources that `arguments` mean; `data` is what stands on standard input, for the argument `-`.

    With `split` each document in a source is to be an edition of its own. Each source takes its settings from `config`,
    or from the nearest tei.toml above it. Raises UsageError when the arguments or the settings are wrong and
    CannotWrite when `out` cannot be made: then nothing was done.
    """
    forget()
    if STDIN in arguments and len(arguments) > 1:
        raise UsageError(
            "- is standard input and stands alone", help="Convert the other sources in a run of their own."
        )
    if out is None and STDIN not in arguments:
        raise UsageError("--out is missing", help="Say where the editions go, such as --out editions.")
    if encoding:
        iana_name(encoding)  # a name that is none is a fault of the command, not of each source
    if STDIN in arguments:
        settings_for(Path(), config)
        made = Plan(Jobs((SourceFile(Path("<stdin>"), "stdin"),), out, config, encoding, split, data))
    else:
        spool = Spool()
        faults = [diagnose(fault, "") for fault in _spool_files(spool, arguments)]
        wrong = [*_spool_sources(spool, config)]
        spool.index()
        findings = (*(found for found, _ in faults), *wrong, *spool.clashes())
        made = Plan(Jobs(spool, out, config, encoding, split), findings, worst(code for _, code in faults))
    if isinstance(out, RemotePath):
        check_output(out)
    elif out is not None:
        make_folder(out)
    return made


def _beside(source: SourceFile) -> tuple[Path, ...]:
    """The files beside a source on a URL: they are brought with it."""
    return tuple(path for path in companions(source) if isinstance(path, RemotePath) and mark_of(path))


def _spool_files(spool: Spool, arguments: Iterable[str]) -> list[TeiError]:
    """Puts the files that `arguments` mean into `spool`; the faults of arguments without any."""
    faults = []
    for found in stream_files(arguments, tuple(suffixes()), urls=True):
        if isinstance(found, TeiError):
            faults.append(found)
        else:
            tag = language_tag(found)
            spool.add_file(found, found.stem.removesuffix(f".{tag}") if tag else found.stem)
    return faults


def _spool_sources(spool: Spool, config: Path | None) -> Iterator[Diagnostic]:
    """Puts into `spool` the sources that its files are: by themselves, or as versions of one edition."""
    named: dict[CollectionConfig, dict[Path, int]] = {}  # the files of [[editions]], each with the edition's place
    done: set[tuple[Path, int]] = set()
    for numbers, paths in spool.groups():
        settings = settings_for(paths[0].parent, config)
        if settings not in named:
            named[settings] = _named(settings)
        editions = {named[settings][path.resolve()] for path in paths if path.resolve() in named[settings]} \
            if named[settings] else set()  # fmt: skip
        new = sorted(place for place in editions if (settings.root, place) not in done)
        done |= {(settings.root, place) for place in new}
        if editions:
            paths, numbers = _without(paths, numbers, named[settings], editions - set(new))
        alone, joint, faults = together(paths, replace(settings, editions=tuple(settings.editions[n] for n in new)))
        order = dict(zip(paths, numbers, strict=True))
        for source in (*(SourceFile(path, path.stem) for path in alone), *joint):
            spool.add_source(order.get(source.path, numbers[0]), source)
        yield from faults


def _named(settings: CollectionConfig) -> dict[Path, int]:
    return {
        (settings.root / name).resolve(): place
        for place, edition in enumerate(settings.editions)
        for name in edition.sources
    }


def _without(
    paths: list[Path], numbers: tuple[int, ...], named: dict[Path, int], editions: set[int]
) -> tuple[list[Path], tuple[int, ...]]:
    """The paths without those of `editions`, which another folder brought along already."""
    kept = [(p, n) for p, n in zip(paths, numbers, strict=True) if named.get(p.resolve()) not in editions]
    return [path for path, _ in kept], tuple(number for _, number in kept)
