"""A collection for a repository: editions, sources, schemas, what was found in them, and metadata, in one package.

It is written only when nothing is wrong: no edition fails its check, and nothing is lacking that a repository requires.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei.batch.checked import Checked, check_files
from tei.batch.editions import Faults, check_root, find_editions
from tei.batch.faults import worst
from tei.batch.settings import settings_for
from tei.config import CollectionConfig
from tei.config_file import FILE_NAME, find_config
from tei.diagnostics import Diagnostic, Location
from tei.errors import ExitCode, MissingDependency, UnreadableInput
from tei.overrides import sidecar_path
from tei.plugins import TeiFile
from tei.publishers.deposit.about import About, about, lacking
from tei.publishers.site.collection import citation_cff
from tei.publishers.site.pages import Item, Site
from tei.publishers.site.record import Record, record_of
from tei.reporting.as_json import as_json
from tei.reporting.files import FileReport
from tei.reporting.paths import from_here
from tei.rules import finding
from tei.schema.paths import schema_path
from tei.validators.xmlfile import load_tei

_SCHEMAS = ("tei-edition.odd", "tei-edition.rng", "tei-edition.sch", "tei-edition.xsd", "xml.xsd", "tei-edition.html")
_SOURCES = ".//{*}sourceDesc//{*}bibl[@type='file']/{*}idno[@type='filename']"
_NEEDED = "bagit", "rocrate"


@dataclass(frozen=True, slots=True)
class Packaged:
    """How many files the package has (0 where none was written, or only looked at), what was found, the exit code."""

    files: int
    findings: tuple[Diagnostic, ...]
    exit_code: ExitCode


def package(
    arguments: Iterable[str], out: Path, *, sources: Path | None = None, config: Path | None = None
) -> Packaged:
    """The TEI files that `arguments` mean, with all that belongs to them, as a package at `out`: a folder or a `.zip`.

    `sources` is the folder of what they were made from: else `sources` beside the first, or beside tei.toml.
    CannotWrite when something is at `out` already, MissingDependency without the packages of `tei-encoder[deposit]`.
    """
    _need_packages()
    from tei.publishers.deposit.bag import write_bag

    faults = Faults()
    editions = dict(_editions(arguments, out, faults))
    if faults.findings or not editions:
        return Packaged(0, tuple(faults.findings), worst([*faults.codes, *([] if editions else [ExitCode.UNREADABLE])]))
    first = Path(next(iter(editions.values())).file)
    settings = settings_for(first.parent, config)
    settings_file = config or find_config(first.parent)
    folder = sources or next((each for each in _usual(first, settings) if each.is_dir()), None)
    checked = check_files([document.file for document in editions.values()], sources=folder)
    records = [record_of(each.tree.getroot(), stem, Item(stem, each.data).digest) for stem, each in editions.items()]
    site = Site(settings.site.title or settings.header.series, settings.site.url, settings.site.description)
    collection = about(records, site, settings.header)
    missing = list(_missing(collection, from_here(str(settings_file or first.parent / FILE_NAME))))
    if missing or checked.exit_code:
        failing = [each for report in checked.reports for each in report.failing]
        return Packaged(0, (*failing, *missing), worst([checked.exit_code, *([ExitCode.FINDINGS] if missing else [])]))
    files = dict(_documents(editions.values(), folder or first.parent / "sources"))
    files["validation.json"] = as_json(_placed(checked)).encode()
    if settings_file:
        files[FILE_NAME] = settings_file.read_bytes()
    files |= _described(collection, records, replace(site, title=collection.title))
    write_bag(_with_crate(collection, records, files), out, collection)
    return Packaged(len(files) + 1, (), ExitCode.OK)


def check_package(path: Path) -> Packaged:
    """What is wrong with the package at `path` (PB004); UnreadableInput when there is none."""
    _need_packages()
    from tei.publishers.deposit.verify import damages

    remedy = "Get the package anew from where it was made, or make it again with `tei package`."
    found = tuple(finding("PB004", each, Location(str(path)), help=remedy) for each in damages(path))
    return Packaged(0, found, ExitCode.FINDINGS if found else ExitCode.OK)


def _need_packages() -> None:
    from importlib.util import find_spec

    for name in _NEEDED:
        if find_spec(name) is None:
            remedy = 'Install what packages need: pip install "tei-encoder[deposit]".'
            raise MissingDependency(f"the Python package “{name}” is not installed", help=remedy, rule="CF003")


def _editions(arguments: Iterable[str], out: Path, faults: Faults) -> Iterator[tuple[str, TeiFile]]:
    for stem, path in find_editions(arguments, out, faults):
        try:
            document = load_tei(path)
            check_root(document)
            yield stem, document
        except Exception as fault:
            faults.add(fault, str(path))


def _usual(first: Path, settings: CollectionConfig) -> tuple[Path, ...]:
    return (first.parent / "sources", settings.root / "sources")


def _missing(collection: About, file: str) -> Iterator[Diagnostic]:
    for word, key in lacking(collection):
        yield finding(
            "PB003", f"the collection has no {word}, which repositories require", Location(file), help=f"Give {key}."
        )


def _documents(editions: Iterable[TeiFile], sources: Path) -> Iterator[tuple[str, bytes]]:
    """Editions, the sources and sidecars that are there, and our schemas, by their path in the package."""
    for document in editions:
        yield f"editions/{Path(document.file).name}", document.data
        for idno in document.tree.iterfind(_SOURCES):
            # A name, never a path: a document must not lead us to a file elsewhere.
            source = sources / Path((idno.text or "").strip()).name
            for path in filter(None, (source if source.is_file() else None, sidecar_path(source))):
                yield f"sources/{path.name}", _read(path)
    for name in _SCHEMAS:
        yield f"schemas/{name}", schema_path(name).read_bytes()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read the file: {error.strerror or error}"
        raise UnreadableInput(message, help="Check the permissions.", file=str(path)) from error


def _placed(checked: Checked) -> Sequence[FileReport]:
    """The reports with the paths that their files have in the package, which are the same on every machine."""
    return [
        replace(
            report,
            file=f"editions/{Path(report.file).name}",
            findings=tuple(
                replace(each, location=replace(each.location, file=f"editions/{Path(report.file).name}"), related=())
                for each in report.findings
            ),
        )
        for report in checked.reports
    ]


def _described(collection: About, records: Sequence[Record], site: Site) -> Mapping[str, bytes]:
    """The metadata of the collection and of each edition, by path."""
    from tei.publishers.deposit.metadata import collection_dublin_core, datacite, edition_dublin_core

    made = {
        "CITATION.cff": citation_cff(records, site),
        "metadata/datacite.xml": datacite(collection, records, site),
        "metadata/dublin-core.xml": collection_dublin_core(collection, records),
    }
    for record in records:
        address = site.address(f"editions/{record.stem}.html")
        made[f"metadata/editions/{record.stem}.xml"] = edition_dublin_core(record, address)
    return made


def _with_crate(collection: About, records: Sequence[Record], files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    from tei.publishers.deposit.crate import METADATA, crate

    return {**files, METADATA: crate(collection, records, files)}
