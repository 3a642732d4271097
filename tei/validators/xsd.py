"""Validation against our own schema in XSD 1.0: libxml2 gives the verdict, quickly; xmlschema's model explains a refusal.

Any other XSD is for `tei.validators.any_xsd`.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.errors import UnreadableInput
from tei.names import local_name
from tei.plugins import TeiFile
from tei.rules import finding
from tei.schema.paths import schema_path
from tei.validators import MOST
from tei.validators.xmlfile import Places

if TYPE_CHECKING:
    from tei.validators.explain_xsd import XsdExplainer

_RULE = "XS003"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


class EditionValidator:
    """Checks documents against the project's own schema: the TEI that editions of this project are written in."""

    name = "edition"

    def __init__(self) -> None:
        self._path = schema_path("tei-edition.xsd").resolve()
        _gate(self._path)

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """What the schema does not allow, and attributes that an XSD cannot forbid but TEI does not have."""
        yield from self._refused(document)
        marked = document.tree.xpath("//*[@xsi:*]", namespaces={"xsi": _XSI})
        if not isinstance(marked, list) or not marked:
            return
        places = Places(document)
        for element in marked:
            if isinstance(element, etree._Element):
                names = [local_name(name) for name in element.attrib if str(name).startswith(f"{{{_XSI}}}")]
                message = f"attribute `xsi:{names[0]}` is not allowed on `{local_name(element.tag)}`"
                remedy = "Remove it; name the schema in an xml-model instruction at the top of the file."
                yield finding(_RULE, message, places.of(element), help=remedy)

    def _refused(self, document: TeiFile) -> Iterator[Diagnostic]:
        """What the schema does not allow, in document order."""
        gate = _gate(self._path)
        if gate.validate(document.tree):
            return
        places = Places(document)
        faults = islice(_explainer(self._path).faults(document.tree), MOST + 1)
        found = [fault.finding(_RULE, places) for fault in faults]
        yield from sorted(found, key=lambda diagnostic: diagnostic.sort_key)
        if not found:
            yield from self._as_libxml2_says(document, gate)

    def _as_libxml2_says(self, document: TeiFile, gate: etree.XMLSchema) -> Iterator[Diagnostic]:
        """Its own messages, for what the model cannot explain: keys, xsi:type, names that only XML 1.0 allows."""
        for error in gate.error_log:  # type: ignore[attr-defined]  # the stubs do not know that it is iterable
            message = error.message.replace("{http://www.tei-c.org/ns/1.0}", "")
            place = Location(document.file, error.line)
            yield finding(_RULE, message, place, help=f"Compare with the schema {self._path.name}.")


@cache
def _gate(path: Path) -> etree.XMLSchema:
    """The schema as libxml2 reads it, once for each process."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.XMLSchema(etree.parse(path, parser))
    except OSError as error:
        raise _fault(path, f"the schema cannot be read: {error.strerror or error}") from error
    except etree.XMLSyntaxError as error:
        raise _fault(path, f"the schema is not well-formed XML: {error.msg}") from error
    except etree.XMLSchemaParseError as error:
        raise _fault(path, f"the file is not an XSD 1.0 schema: {error.args[0]}") from error


def _fault(path: Path, message: str) -> UnreadableInput:
    remedy = "Give a schema in W3C XML Schema 1.0, with the files that it includes."
    return UnreadableInput(message, file=path.name, rule="XS005", help=remedy)


@cache
def _explainer(path: Path) -> "XsdExplainer":
    """The schema as xmlschema reads it, once for each process; nothing is fetched."""
    from xmlschema import XMLSchema10  # takes 0.2 s to import, and 0.5 s to read our schema: only for what was refused

    from tei.validators.explain_xsd import XsdExplainer

    return XsdExplainer(XMLSchema10(path, allow="local"))
