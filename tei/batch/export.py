"""Editions in other formats: each file is read on its own, and one that cannot be read stops no other."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tei.batch.editions import Faults, check_root, find_editions
from tei.batch.faults import worst
from tei.batch.publish import site_of
from tei.batch.settings import settings_for
from tei.diagnostics import Diagnostic
from tei.errors import ExitCode, UsageError
from tei.plugins import Publisher, TeiFile
from tei.publishers import PUBLISHERS
from tei.validators.xmlfile import load_tei


@dataclass(frozen=True, slots=True)
class Exported:
    """The files written, what was found on the way, and the exit code."""

    files: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]
    exit_code: ExitCode


def export(arguments: Iterable[str], form: str, out: Path, *, config: Path | None = None) -> Exported:
    """The TEI files that `arguments` mean, written into the folder `out` in the format `form`.

    UsageError when there is no such format, CannotWrite when a file cannot be written.
    """
    if form not in PUBLISHERS.names():
        known = ", ".join(PUBLISHERS.names())
        raise UsageError(f"there is no export format “{form}”", help=f"Choose one of: {known}.")
    faults = Faults()
    files: dict[str, TeiFile] = {}
    for stem, path in find_editions(arguments, out, faults):
        try:
            document = load_tei(path)
            check_root(document)
            files[stem] = document
        except Exception as fault:
            faults.add(fault, str(path))
    if not files:
        return Exported((), tuple(faults.findings), worst([*faults.codes, ExitCode.UNREADABLE]))
    folder = Path(next(iter(files.values())).file).parent
    written = _publisher(form, folder, config).publish(files, out)
    return Exported(written, tuple(faults.findings), faults.exit_code)


def _publisher(form: str, folder: Path, config: Path | None) -> Publisher:
    """The publisher of a format; those that name the collection know its settings."""
    site = site_of(settings_for(folder, config))
    if form == "site":
        from tei.publishers.site import SitePublisher

        return SitePublisher(site)
    if form == "dts":
        from tei.publishers.dts import DtsExporter

        return DtsExporter(site.title, f"{site.url.rstrip('/')}/dts" if site.url else "")
    return PUBLISHERS.get(form)
