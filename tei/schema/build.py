"""An ODD compiled: every file that `tei schema build` writes, by name."""

from pathlib import Path

from tei.schema.compile_html import compile_html
from tei.schema.compile_rng import compile_rng
from tei.schema.compile_sch import compile_sch
from tei.schema.compile_xsd import XML_SCHEMA, compile_xsd
from tei.schema.odd_reader import read_odd


def build(path: Path) -> dict[str, bytes]:
    """The compiled files of the ODD in `path`: RELAX NG, XSD, Schematron and a page to read."""
    odd = read_odd(path)
    xsd, xml = compile_xsd(odd)
    return {
        f"{odd.ident}.rng": compile_rng(odd),
        f"{odd.ident}.xsd": xsd,
        XML_SCHEMA: xml,
        f"{odd.ident}.sch": compile_sch(odd),
        f"{odd.ident}.html": compile_html(odd),
    }


def stale(files: dict[str, bytes], folder: Path) -> list[str]:
    """The names of those `files` that are not in `folder`, or not as they should be."""
    return [
        name for name, data in files.items() if not (folder / name).is_file() or (folder / name).read_bytes() != data
    ]
