"""A website from editions: only what changed since it was built last is made again.

What was taken from each edition is kept in `.tei-site.json` in the site's folder. It is believed only where it was made
by this code, with these settings, from these bytes; pages of editions that are gone are removed, other files never.
"""

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from tei.atomic import write_atomically
from tei.publishers.site.collection import citation_cff, collection_pages, sitemap
from tei.publishers.site.pages import EditionPages, Item, Site, edition_pages, is_tei
from tei.publishers.site.record import Record
from tei.publishers.site.search import (
    FILTERED,
    filter_scripts,
    manifest_script,
    pack_count,
    pack_of,
    pack_script,
    pairs,
)

STATE = ".tei-site.json"
Mapper = Callable[[Callable[[Item], EditionPages], Sequence[Item]], Iterable[EditionPages]]


@dataclass(frozen=True, slots=True)
class Published:
    """All files of a site; how many were written anew, how many removed, and of how many editions pages were made."""

    files: tuple[Path, ...]
    written: int
    removed: int
    rendered: int


def build_site(
    items: Iterable[Item], destination: Path, site: Site, *, each: Mapper = map, accept: Callable[[Item], bool] = is_tei
) -> Published:
    """The website of `items` in the folder `destination`.

    `each` maps a function over items, in order: `map`, or that of a pool of processes. An item that is not known from
    an earlier build and that `accept` refuses has no pages. CannotWrite when a file cannot be written.
    """
    before = _State.load(destination / STATE, site)
    records: dict[str, Record] = {}
    writer = _Writer(destination)
    fresh: list[Item] = []
    for item in items:
        known = before.records.get(item.stem)
        if known and known.digest == item.digest and all((destination / path).is_file() for path in _paths(item.stem)):
            records[item.stem] = known
            writer.keep(_paths(item.stem))
        elif accept(item):
            fresh.append(item)
    for pages in each(partial(edition_pages, site=site), fresh):
        records[pages.record.stem] = pages.record
        for path, content in pages.files.items():
            writer.write(path, content)
    records = {stem: records[stem] for stem in sorted(records)}
    shared, pairs_found = before.shared, before.pairs
    if fresh or len(records) != len(before.records) or not (destination / "index.html").is_file():
        shared, pairs_found = _write_collection(writer, list(records.values()), before.pairs, site)
    writer.keep(shared)
    removed = _remove(destination, before.files - writer.paths)
    after = _State(before.key, records, frozenset(writer.paths), shared, pairs_found)
    if after != before:
        write_atomically(destination / STATE, after.dump(before), durable=False)
    return Published(tuple(destination / path for path in sorted(writer.paths)), writer.written, removed, len(fresh))


def _paths(stem: str) -> tuple[str, ...]:
    return (f"editions/{stem}.html", f"about/{stem}.html", f"tei/{stem}.xml")


def _remove(destination: Path, gone: Iterable[str]) -> int:
    count = 0
    for path in gone:
        with contextlib.suppress(OSError):
            (destination / path).unlink()
            count += 1
    return count


class _Writer:
    """Writes files below a folder, those alone whose content changes, and remembers all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths: set[str] = set()
        self.written = 0

    def keep(self, paths: Iterable[str]) -> None:
        self.paths.update(paths)

    def write(self, path: str, content: bytes) -> None:
        self.paths.add(path)
        target = self._folder / path
        with contextlib.suppress(OSError):
            if target.read_bytes() == content:
                return
        write_atomically(target, content, durable=False)  # a site can be built again
        self.written += 1


@dataclass(frozen=True, slots=True)
class _State:
    """What is kept from build to build: records by stem, all files, and the pairs of characters in each pack.

    `lines` are the records as they stand in the file: one that has not changed is not written out anew.
    """

    key: str
    records: Mapping[str, Record]
    files: frozenset[str]
    shared: frozenset[str]
    pairs: Mapping[str, str]
    lines: Mapping[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def load(cls, path: Path, site: Site) -> "_State":
        """The state kept in `path`; an empty one where it was made by other code or settings, or is damaged."""
        key = f"{_code()} {site!r}"
        try:
            head, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
            data = json.loads(head)
            listed = frozenset(name for name in data["files"] if _is_inside(name))
            if data["key"] != key:
                return cls(key, {}, listed, frozenset(), {})
            records = {record.stem: record for record in map(Record.from_json, lines)}
            known = dict(zip(records, lines, strict=True))
            return cls(key, records, listed, frozenset(data["shared"]), data["pairs"], known)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return cls(key, {}, frozenset(), frozenset(), {})

    def dump(self, before: "_State") -> bytes:
        """The state as text: its head, then a line for each record. JSON has no line end within."""
        head = {"key": self.key, "files": sorted(self.files), "shared": sorted(self.shared), "pairs": self.pairs}
        lines = [
            before.lines[stem] if record is before.records.get(stem) else record.to_json()
            for stem, record in self.records.items()
        ]
        return "".join(f"{line}\n" for line in (json.dumps(head), *lines)).encode()


def _is_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _write_collection(
    writer: _Writer, records: Sequence[Record], known: Mapping[str, str], site: Site
) -> tuple[frozenset[str], Mapping[str, str]]:
    """Writes all that is not of a single edition; its paths, and the pairs of characters in each pack.

    `known` are the pairs of packs as they were, by names that say what was in them.
    """
    content: dict[str, bytes] = dict(collection_pages(records, site))
    packs: dict[int, list[Record]] = {}
    count = pack_count(len(records))
    for record in records:
        packs.setdefault(pack_of(record.stem, count), []).append(record)
    found: dict[str, str] = {}
    for number, held in sorted(packs.items()):
        content[f"search/{number}.js"] = pack_script(number, held).encode()
        if count > FILTERED:
            name = f"{number}/{count}/" + sha256("".join(each.stem + each.digest for each in held).encode()).hexdigest()
            found[name] = known.get(name) or "".join(sorted(pairs(held)))
    if found:
        by_number = {int(name.split("/")[0]): text for name, text in found.items()}
        split = [_pairs_in(by_number.get(number, "")) for number in range(count)]
        content |= {f"search/{name}": text.encode() for name, text in filter_scripts(split)}
    content["search/manifest.js"] = manifest_script(sorted(packs), filtered=bool(found)).encode()
    content |= dict(_assets(site))
    content["CITATION.cff"] = citation_cff(records, site)
    pages = [path for path in (*content, *writer.paths) if path.endswith(".html")]
    if site.url:
        content["sitemap.xml"] = sitemap(pages, site)
    for path, data in content.items():
        writer.write(path, data)
    return frozenset(content), found


def _pairs_in(joined: str) -> Iterator[str]:
    return (joined[index : index + 2] for index in range(0, len(joined), 2))


def _assets(site: Site) -> Iterator[tuple[str, bytes]]:
    for asset in sorted(files("tei.publishers.site").joinpath("assets").iterdir(), key=lambda each: each.name):
        if asset.name != "desk.js" or site.served:
            yield f"assets/{asset.name}", asset.read_bytes()


@cache
def _code() -> str:
    """A hash of the code, templates and assets that make pages."""
    folder = Path(__file__).parent
    parts = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".html", ".css", ".js"))
    return sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()[:16]
