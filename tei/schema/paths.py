"""Where our own schemas are: in the repository's `schemas/`, and in the package's own folder once installed."""

from pathlib import Path

from tei.errors import Bug

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "schemas", _PACKAGE.parent / "schemas")  # in a wheel; in an editable install


def schema_path(name: str) -> Path:
    """The file of our schema `name`, such as `tei-edition.xsd`."""
    if Path(name).name != name:
        raise Bug(f"“{name}” is not the name of a schema file")
    for folder in _PLACES:
        if (folder / name).is_file():
            return folder / name
    raise Bug(f"our own schema {name} is missing", help="Install tei-encoder again; its files are incomplete.")
