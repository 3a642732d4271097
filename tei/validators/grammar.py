"""Validity under a RELAX NG schema: TEI's tei_all from the cache, or any schema file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.errors import MissingDependency, UnreadableInput
from tei.plugins import TeiFile
from tei.rules import finding
from tei.schema.gate import Gate, gate_for
from tei.schema.store import schema_file
from tei.validators.xmlfile import Places


class GrammarValidator:
    """Checks documents against the RELAX NG schema in a file (XML syntax)."""

    def __init__(self, path: Path, *, name: str = "") -> None:
        self.name = name or path.name
        self._path = path
        self._gate: Gate | None = None

    def open(self) -> None:
        """Reads the schema now and not with the first document; UnreadableInput when it is none."""
        self._gate = self._gate or _open(self._path)
        self._gate.open()

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """The findings (XS002), in document order; UnreadableInput when the schema cannot be read."""
        self._gate = self._gate or _open(self._path)
        yield from check_grammar(document, self._gate)


class TeiAllValidator:
    """Checks documents against TEI's tei_all where it is in the cache; where it is not, says so (XS004)."""

    name = "tei_all"

    def __init__(self) -> None:
        self._gate: Gate | None = None

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """The findings (XS002), in document order."""
        try:
            self._gate = self._gate or _open(schema_file("tei_all"))
        except MissingDependency as error:
            message = "not checked against TEI's tei_all, which is not in the cache"
            yield finding("XS004", message, Location(document.file), help=error.help)
            return
        yield from check_grammar(document, self._gate)


def check_grammar(document: TeiFile, gate: Gate) -> Iterator[Diagnostic]:
    """What breaks the schema of `gate`: nothing exactly when the document is valid."""
    gathered = gate.gather(document.data)
    if gathered is not None and gathered.are_fine():
        document.fine.add("pointers")
    if gathered is not None or gate.is_valid(document.tree):
        return
    from tei.validators.explain import explain  # here: a valid document does without the whole grammar

    places = Places(document)
    found = False
    for fault in explain(gate.grammar, document.tree, gate.derivatives):
        found = True
        yield fault.finding("XS002", places)
    if not found:
        yield _unexplained(document, gate, places)


def _unexplained(document: TeiFile, gate: Gate, places: Places) -> Diagnostic:
    """What libxml2 says first, where no single element is at fault: attributes that exclude each other, say."""
    messages = gate.messages(document.tree)
    message, path = messages[0] if messages else ("the document does not match the schema", "")
    location = places.of(_at(document.tree, path))
    remedy = "The parts of this element are allowed one by one, but not together."
    return finding("XS002", f"the schema does not allow this: {message}", location, help=remedy)


def _at(tree: etree._ElementTree, path: str) -> etree._Element:
    """The element at a path that libxml2 gives, or the root."""
    root = tree.getroot()
    prefixes = {str(prefix): str(uri) for node in root.iter() for prefix, uri in node.nsmap.items() if prefix}
    found = root.xpath(path, namespaces=prefixes or None) if path else []
    return found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else root


def _open(path: Path) -> Gate:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"the schema cannot be read: {error.strerror}",
            file=path.as_posix(),
            rule="XS005",
            help="Give the path of a RELAX NG schema (.rng).",
        ) from error
    return gate_for(path, hashlib.sha256(data).hexdigest(), len(data))
