"""One slice of a large grammar, kept in the cache from run to run, so that a run need not read the grammar at all.

It belongs to a schema file by its hash, and to this program by that of the code that slices: a slice that either has
changed since is not found. It grows with what is checked: the names of a document that it does not serve are added.
"""

import contextlib
import hashlib
import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tei.errors import CannotWrite
from tei.schema.store import cache_folder, write_to_cache
from tei.schema.vocabulary import Vocabulary

_SLICING = ("kept.py", "patterns.py", "relaxng.py", "slice.py")
_STREAMING = (
    "acceptor.py",
    "kept_tables.py",
    "learner.py",
    "pointing.py",
    "residuals.py",
    "value_patterns.py",
    "values.py",
)
_MOST = 400  # names: with more, libxml2 takes longer to load a slice than it takes to make a new one


@dataclass(frozen=True, slots=True)
class KeptSlice:
    """A slice as text, and the names that it was made for."""

    names: Vocabulary
    text: str


def kept_file(digest: str) -> Path:
    """Where the slice of the schema file with the SHA-256 `digest` is kept."""
    return cache_folder() / "slices" / f"{digest[:16]}-{_code(_SLICING)}.json"


def tables_file(digest: str) -> Path:
    """Where the automaton (`tei.schema.stream`) of that schema file is kept; each Python has its own form of it."""
    code = _code(_SLICING + _STREAMING)
    return cache_folder() / "automata" / f"{digest[:16]}-{code}-{sys.implementation.cache_tag}.bin"


def load_slice(path: Path) -> KeptSlice | None:
    """The slice in a file; None where there is none that can be read."""
    try:
        data = json.loads(path.read_bytes())
        return KeptSlice(Vocabulary(frozenset(data["elements"]), frozenset(data["attributes"])), data["slice"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def save_slice(path: Path, kept: KeptSlice) -> None:
    """Keeps a slice in a file. Where it cannot be written the next run makes it again."""
    names = {"elements": sorted(kept.names.elements), "attributes": sorted(kept.names.attributes)}
    with contextlib.suppress(CannotWrite):
        write_to_cache(path, json.dumps({**names, "slice": kept.text}).encode())


def grown(kept: KeptSlice | None, names: Vocabulary) -> Vocabulary:
    """The names to keep a slice for: those of the document, and of the slice kept so far unless it has grown large."""
    joined = kept.names.joined(names) if kept else names
    return joined if len(joined.elements) + len(joined.attributes) <= _MOST else names


@cache
def _code(files: tuple[str, ...]) -> str:
    """A hash of the code that makes what is kept."""
    parts = (Path(__file__).with_name(name).read_bytes() for name in files)
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]
