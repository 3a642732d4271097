"""From the arguments of `tei convert` to the jobs they ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tei.atomic import make_folder
from tei.batch.discovery import STDIN, SourceFile, find_files, name_editions
from tei.batch.faults import diagnose, run_code, worst
from tei.batch.job import Job
from tei.batch.settings import settings_for
from tei.batch.versions import together
from tei.config import CollectionConfig
from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode, UsageError
from tei.model.decoding import iana_name
from tei.readers import suffixes


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a run, and what was found while planning it: sources that are not there, editions that clash."""

    jobs: tuple[Job, ...]
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

    With `split` each document in a source is to be an edition of its own. Each source takes its settings from `config`, or from the nearest tei.toml above it. Raises UsageError when the
    arguments or the settings are wrong and CannotWrite when `out` cannot be made: then nothing was done.
    """
    if STDIN in arguments and len(arguments) > 1:
        raise UsageError(
            "- is standard input and stands alone", help="Convert the other sources in a run of their own."
        )
    if out is None and STDIN not in arguments:
        raise UsageError("--out is missing", help="Say where the editions go, such as --out editions.")
    if encoding:
        iana_name(encoding)  # a name that is none is a fault of the command, not of each source
    if STDIN in arguments:
        made = Plan(
            (Job(SourceFile(Path("<stdin>"), "stdin"), out, settings_for(Path(), config), encoding, data, split),)
        )
    else:
        files = find_files(arguments, tuple(suffixes()))
        found, wrong = _sources(files.files, config)
        sources, clashes = name_editions(found)
        faults = [diagnose(fault, "") for fault in files.faults]
        made = Plan(
            tuple(
                Job(source, out, settings_for(source.path.parent, config), encoding, split=split) for source in sources
            ),
            (*(finding for finding, _ in faults), *wrong, *clashes),
            worst(code for _, code in faults),
        )
    if out is not None:
        make_folder(out)
    return made


def _sources(files: Sequence[Path], config: Path | None) -> tuple[list[SourceFile], list[Diagnostic]]:
    """The sources that `files` are, in their order: files by themselves, and those that are versions of one edition."""
    by_settings: dict[CollectionConfig, list[Path]] = {}
    for path in files:
        by_settings.setdefault(settings_for(path.parent, config), []).append(path)
    sources: list[SourceFile] = []
    wrong: list[Diagnostic] = []
    for settings, paths in by_settings.items():
        alone, joint, faults = together(paths, settings)
        sources += [*(SourceFile(path, path.stem) for path in alone), *joint]
        wrong += faults
    order = {path: number for number, path in enumerate(files)}
    return sorted(sources, key=lambda source: order.get(source.path, len(order))), wrong
