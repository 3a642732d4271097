"""Which editions of a collection have the same text, or nearly the same: each is compared with those before it.

Every edition costs the same however many there are: its text becomes a hundred numbers (MinHash: A. Broder, “On the
resemblance and containment of documents”, 1997), of which each five together name a place in a table where the first
edition with the same five is found (locality-sensitive hashing: Leskovec, Rajaraman and Ullman, “Mining of Massive
Datasets”, chapter 3). The tables are SQLite's, on the disk.
"""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tei.atomic import write_atomically
from tei.batch.collection import shown_from
from tei.batch.manifest import Manifest
from tei.batch.scratch import scratch
from tei.batch.workers import in_order
from tei.errors import TeiError
from tei.names import tei
from tei.publishers.tables import harmless
from tei.validators.xmlfile import parse_tei

_COLUMNS = ("edition", "source", "like", "source of that", "likeness")
_BANDS, _ROWS = 20, 5  # two texts that are 80 % alike share one of the bands in 999 of 1,000 cases
_SHINGLE = 8  # letters and digits in a row: what two texts share by chance is short
_SHORTEST = 100  # letters and digits; of less only the same text is told
_ALIKE = 0.8  # of the shingles of both
_PIECE = 1 << 16  # shingles at a time: memory does not grow with the text
_BATCH = 2000  # editions handed to processes at a time
_INK = re.compile(r"[\W_]+")

_chance = np.random.default_rng(1862)  # any fixed numbers will do
_FACTORS = _chance.integers(1, 1 << 63, _BANDS * _ROWS, dtype=np.uint64) | np.uint64(1)
_POWERS = _chance.integers(1, 1 << 63, _SHINGLE, dtype=np.uint64) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is known by: the hash of its letters and digits, and its MinHash; b"" where it is too short for one."""

    whole: bytes
    minima: bytes


@dataclass(frozen=True, slots=True)
class Like:
    """The place of a text, that of an earlier one which is like it, and how much: 1 when they are the same."""

    place: int
    earlier: int
    likeness: float


def sketch(text: str) -> Sketch:
    """The sketch of a text: white space, punctuation and case do not count."""
    ink = _INK.sub("", text.casefold())
    whole = sha256(ink.encode("utf-8", "surrogatepass")).digest()
    if len(ink) < _SHORTEST:
        return Sketch(whole, b"")
    letters = np.frombuffer(ink.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    minima = np.full(_BANDS * _ROWS, np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(letters) - _SHINGLE + 1, _PIECE):
        piece = letters[start : start + _PIECE + _SHINGLE - 1]
        shingles = _mixed(np.lib.stride_tricks.sliding_window_view(piece, _SHINGLE) @ _POWERS)
        for number, factor in enumerate(_FACTORS):
            minima[number] = min(minima[number], ((shingles * factor) >> np.uint64(32)).min())
    return Sketch(whole, minima.tobytes())


def alike(sketches: Iterable[Sketch]) -> Iterator[Like]:
    """Each text that is the same as an earlier one, or like it, with the one that it is most like."""
    database = scratch(
        """
        CREATE TABLE whole (hash BLOB PRIMARY KEY, place INTEGER) WITHOUT ROWID;
        CREATE TABLE band (key BLOB PRIMARY KEY, place INTEGER) WITHOUT ROWID;
        CREATE TABLE minima (place INTEGER PRIMARY KEY, numbers BLOB);
        """
    )
    for place, each in enumerate(sketches):
        same = database.execute("SELECT place FROM whole WHERE hash = ?", (each.whole,)).fetchone()
        if same:
            yield Like(place, same[0], 1)
            continue
        database.execute("INSERT INTO whole VALUES (?, ?)", (each.whole, place))
        if not each.minima:
            continue
        bands = [bytes([band]) + each.minima[band * 4 * _ROWS : (band + 1) * 4 * _ROWS] for band in range(_BANDS)]
        marks = ",".join("?" * _BANDS)
        near = database.execute(
            f"SELECT DISTINCT place, numbers FROM band JOIN minima USING (place) WHERE key IN ({marks})", bands
        )
        found = [(_likeness(each.minima, numbers), -earlier) for earlier, numbers in near]
        database.execute("INSERT INTO minima VALUES (?, ?)", (place, each.minima))
        database.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(band, place) for band in bands])
        likeness, earlier = max(found, default=(0.0, 0))
        if likeness >= _ALIKE:
            yield Like(place, -earlier, likeness)


def duplicates(manifest: Manifest, path: Path, jobs: int = 0) -> int:
    """Writes a table of the editions in the manifest's folder that have a text like an earlier one's; how many there are.

    `likeness` is “same”, or the estimated share of shingles that both have of those that either has, two digits.
    """
    database = scratch("CREATE TABLE edition (place INTEGER PRIMARY KEY, name TEXT, source TEXT);")
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    number = 0
    for like in alike(_sketches(_editions(manifest, path, database), jobs)):
        number += 1
        places = (like.place, like.earlier)
        named = [database.execute("SELECT name, source FROM edition WHERE place = ?", (p,)).fetchone() for p in places]
        cells = [harmless(cell) for row in named for cell in row]
        writer.writerow([*cells, "same" if like.likeness == 1 else f"{like.likeness:.2f}"])
    write_atomically(path, out.getvalue().encode())
    return number


def _editions(manifest: Manifest, path: Path, database: sqlite3.Connection) -> Iterator[Path]:
    """The editions that are there; in `database`, how each and its source are named from the table's folder."""
    place = 0
    for source, outcomes in manifest.all():
        for kept in json.loads(outcomes):
            if kept["written"] and manifest.holds(kept["written"]):
                edition = manifest.folder / kept["written"]
                row = (place, shown_from(edition, path.parent), shown_from(source, path.parent))
                database.execute("INSERT INTO edition VALUES (?, ?, ?)", row)
                yield edition
                place += 1


def _sketches(paths: Iterable[Path], jobs: int) -> Iterator[Sketch]:
    coming = iter(paths)
    while batch := list(islice(coming, _BATCH)):
        yield from in_order(_sketch_of, batch, jobs)


def _sketch_of(path: Path) -> Sketch:
    """The sketch of an edition's text; one that cannot be read is like no other."""
    try:
        root = parse_tei(path.read_bytes(), str(path)).tree.getroot()
    except (OSError, TeiError):
        return Sketch(str(path).encode("utf-8", "surrogateescape"), b"")
    return sketch("".join(str(part) for text in root.iterchildren(tei("text")) for part in text.itertext()))


def _mixed(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The numbers with every bit of each dependent on all the others (the finalizer of MurmurHash3, Appleby)."""
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(33))


def _likeness(one: bytes, other: bytes) -> float:
    return float(np.mean(np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)))
