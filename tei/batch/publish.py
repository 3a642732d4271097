"""A website from TEI files: each is read and rendered on its own, and one that cannot be read stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei.batch.editions import Faults, check_root, find_editions
from tei.batch.faults import worst
from tei.batch.settings import settings_for
from tei.batch.workers import cores, over
from tei.config import CollectionConfig
from tei.diagnostics import Diagnostic
from tei.errors import ExitCode, UnreadableInput
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
    faults = Faults()
    paths: dict[str, Path] = {}
    items: list[Item] = []
    for stem, path in find_editions(arguments, out, faults):
        try:
            items.append(Item(stem, path.read_bytes()))
            paths[stem] = path
        except OSError as error:
            message = f"cannot read the file: {error.strerror or error}"
            remedy = "Check the permissions."
            faults.add(UnreadableInput(message, help=remedy, file=str(path), rule="RD001"), str(path))
    if not items:
        return PublishedSite(None, tuple(faults.findings), worst([*faults.codes, ExitCode.UNREADABLE]))

    def accept(item: Item) -> bool:
        try:
            check_root(parse_tei(item.data, paths[item.stem].as_posix()))
        except Exception as fault:
            faults.add(fault, str(paths[item.stem]))
            return False
        return True

    site = replace(site_of(settings_for(next(iter(paths.values())).parent, config)), served=served)
    published = build_site(items, out, site, each=_mapper(jobs), accept=accept)
    return PublishedSite(published, tuple(faults.findings), faults.exit_code)


def site_of(settings: CollectionConfig) -> Site:
    """What the settings say of the site."""
    given = settings.site
    return Site(given.title or settings.header.series or "Editions", given.url, given.description)


def _mapper(jobs: int) -> Mapper:
    """What maps a function over editions, in order: on several cores where there are enough of them."""

    def each(work: Callable[[Item], EditionPages], items: Sequence[Item]) -> Iterator[EditionPages]:
        processes = min(jobs or cores(), len(items) // _WORTH)
        yield from map(work, items) if processes < 2 else over(work, items, processes, 8, start="spawn")

    return each
