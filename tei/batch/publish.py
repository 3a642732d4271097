"""A website from TEI files: each is read and rendered on its own, and one that cannot be read stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from tei.batch.check import SUFFIXES
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
from tei.validators.xmlfile import load_tei

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
    for fault in found.faults:
        diagnostic, code = diagnose(fault, fault.file)
        findings.append(diagnostic)
        codes.append(code)
    items: dict[str, Item] = {}
    for path in found.files:
        if out.resolve() in path.resolve().parents or path.name.endswith(".invalid.xml"):
            continue  # copies in the site itself, and what `tei convert` would not call an edition
        try:
            item = _item(path, items)
        except Exception as fault:
            diagnostic, code = diagnose(fault, str(path))
            findings.append(diagnostic)
            codes.append(code)
        else:
            items[item.stem] = item
    if not items:
        return PublishedSite(None, tuple(findings), worst([*codes, ExitCode.UNREADABLE]))
    settings = settings_for(found.files[0].parent, config)
    site = replace(site_of(settings), served=served)
    published = build_site(items.values(), out, site, each=_mapper(jobs))
    return PublishedSite(published, tuple(findings), worst(codes))


def site_of(settings: CollectionConfig) -> Site:
    """What the settings say of the site."""
    given = settings.site
    return Site(given.title or settings.header.series or "Editions", given.url, given.description)


def _item(path: Path, known: dict[str, Item]) -> Item:
    """The edition in a file; UnreadableInput when it is no TEI document or another one has its name."""
    document = load_tei(path)
    if document.tree.getroot().tag not in (tei("TEI"), tei("teiCorpus")):
        message = f"the root element is `{document.tree.getroot().tag}`, not TEI"
        raise UnreadableInput(message, help="Name TEI files only.", file=str(path), rule="PB002")
    if path.stem in known:
        message = f"another edition has the name “{path.stem}”"
        raise UnreadableInput(message, help="Rename one: the name is that of its page.", file=str(path), rule="CF002")
    return Item(path.stem, document.data)


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
