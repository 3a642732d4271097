"""A website from TEI files: each is read and rendered on its own, and one that cannot be read stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from tei.batch.checked import SUFFIXES
from tei.batch.discovery import find_files
from tei.batch.faults import diagnose, worst
from tei.batch.settings import settings_for
from tei.batch.workers import cores
from tei.config import CollectionConfig
from tei.diagnostics import Diagnostic
from tei.errors import ExitCode, UnreadableInput
from tei.names import tei
from tei.publishers.site.build import Mapper, Published, build_site
from tei.publishers.site.pages import EditionPages, Item, Site
from tei.validators.xmlfile import parse_tei

_WORTH = 24  # editions to render for which a process is worth starting


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What was written, what was found on the way, and the exit code. `published` is None where nothing was."""

    published: Published | None
    findings: tuple[Diagnostic, ...]
    exit_code: ExitCode


def publish_site(
    arguments: Iterable[str],
    out: Path,
    *,
    config: Path | None = None,
    jobs: int = 0,
    served: bool = False,
) -> PublishedSite:
    """The website of the TEI files that `arguments` mean, in the folder `out`.

    `config` is the collection's tei.toml, else the nearest one above the first file. `jobs` is how many editions are
    rendered at a time, 0 as many as there are cores, where it pays. CannotWrite when a file cannot be written.
    """
    found = find_files(arguments, SUFFIXES)
    findings, codes = [], []

    def report(fault: Exception, file: str) -> None:
        diagnostic, code = diagnose(fault, file)
        findings.append(diagnostic)
        codes.append(code)

    for fault in found.faults:
        report(fault, fault.file)
    paths: dict[str, Path] = {}
    items: list[Item] = []
    for path in found.files:
        if out.resolve() in path.resolve().parents or path.name.endswith(".invalid.xml"):
            continue  # copies in the site itself, and what `tei convert` would not call an edition
        try:
            items.append(_item(path, paths))
        except Exception as fault:
            report(fault, str(path))

    def accept(item: Item) -> bool:
        try:
            _check(item, paths[item.stem])
        except Exception as fault:
            report(fault, str(paths[item.stem]))
            return False
        return True

    if not items:
        return PublishedSite(None, tuple(findings), worst([*codes, ExitCode.UNREADABLE]))
    settings = settings_for(found.files[0].parent, config)
    site = replace(site_of(settings), served=served)
    published = build_site(items, out, site, each=_mapper(jobs), accept=accept)
    return PublishedSite(published, tuple(findings), worst(codes))


def site_of(settings: CollectionConfig) -> Site:
    """What the settings say of the site."""
    given = settings.site
    return Site(given.title or settings.header.series or "Editions", given.url, given.description)


def _item(path: Path, known: dict[str, Path]) -> Item:
    """The file's name and bytes; UnreadableInput when it cannot be read or another one has its name."""
    if path.stem in known:
        message = f"this would be the same page as {known[path.stem]}, which was taken"
        remedy = "Rename one of them: the name without its suffix names the page."
        raise UnreadableInput(message, help=remedy, file=str(path), rule="CF002")
    try:
        item = Item(path.stem, path.read_bytes())
    except OSError as error:
        message = f"cannot read the file: {error.strerror or error}"
        raise UnreadableInput(message, help="Check the permissions.", file=str(path), rule="RD001") from error
    known[path.stem] = path
    return item


def _check(item: Item, path: Path) -> None:
    """NotWellFormed when the file is not XML, UnreadableInput (PB002) when it is no TEI document."""
    root = parse_tei(item.data, path.as_posix()).tree.getroot()
    if root.tag not in (tei("TEI"), tei("teiCorpus")):
        message = f"the root element is `{root.tag}`, not TEI"
        raise UnreadableInput(message, help="Name TEI files only.", file=path.as_posix(), rule="PB002")


def _mapper(jobs: int) -> Mapper:
    """What maps a function over editions, in order: on several cores where there are enough of them."""

    def each(work: Callable[[Item], EditionPages], items: Sequence[Item]) -> Iterator[EditionPages]:
        processes = min(jobs or cores(), len(items) // _WORTH)
        if processes < 2:
            yield from map(work, items)
            return
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            yield from pool.map(work, items, chunksize=8)

    return each
