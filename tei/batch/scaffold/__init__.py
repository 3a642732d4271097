"""A new collection: folders, settings, an example, and checks for its repository."""

from importlib.resources import files
from pathlib import Path

from tei.atomic import write_atomically
from tei.errors import UsageError
from tei.schema.paths import schema_path
from tei.version import VERSION

_PLACES = {
    "tei.toml": "tei.toml",
    "sources/example.txt": "sources/example.txt",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "workflow.yml": ".github/workflows/editions.yml",
}
"""Each file of ours, and its path in the collection: names that begin with a dot are given there only."""
_SCHEMAS = ("tei-edition.rng", "tei-edition.sch")


def scaffold(folder: Path, *, title: str, date: str) -> tuple[Path, ...]:
    """The files of a new collection in `folder`, in the order of their paths.

    `date` is that of the encoding, ISO 8601. Files that are there already are left as they are. UsageError where there is
    a collection already, CannotWrite where a file cannot be written.
    """
    if (folder / "tei.toml").exists():
        message = "there is a collection in this folder already"
        raise UsageError(message, help="Choose another folder, or change its tei.toml.", file=str(folder / "tei.toml"))
    values = {"@TITLE@": title, "@DATE@": date, "@VERSION@": VERSION}
    content = {folder / path: _filled(name, values) for name, path in _PLACES.items()}
    content |= {folder / "schemas" / name: schema_path(name).read_bytes() for name in _SCHEMAS}
    written = [path for path in sorted(content) if not path.exists()]
    for path in written:
        write_atomically(path, content[path])
    return tuple(written)


def _filled(name: str, values: dict[str, str]) -> bytes:
    text = files("tei.batch.scaffold").joinpath("files", name).read_text(encoding="utf-8")
    for mark, value in values.items():
        text = text.replace(mark, value.replace("\\", "\\\\").replace('"', '\\"') if name == "tei.toml" else value)
    return text.encode()
