"""Validation against any W3C XML Schema, 1.0 or 1.1: xmlschema gives the verdict, and the reason where we have no words.

A mistake in the order of elements, in attributes or values of an XSD 1.0 is explained as for our own schema
(`tei.validators.explain_xsd`). What that does not know, keys and all that is new in 1.1, xmlschema's errors say: each is at
its element, with what was expected there, and what the schema's documentation says of it.
"""

import contextlib
import re
import warnings
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from lxml import etree
from xmlschema import (
    XMLSchema10,
    XMLSchema11,
    XMLSchemaChildrenValidationError,
    XMLSchemaDecodeError,
    XMLSchemaImportWarning,
    XMLSchemaIncludeWarning,
    XMLSchemaValidationError,
)
from xmlschema.exceptions import XMLResourceBlocked, XMLSchemaException
from xmlschema.validators import XsdAssert, XsdAttributeGroup, XsdElement

from tei.diagnostics import Diagnostic
from tei.errors import UnreadableInput
from tei.names import XML_ID, XSD_NS
from tei.plugins import TeiFile
from tei.schema.catalog import resolve
from tei.validators import MOST
from tei.validators.explain_xsd import XsdExplainer
from tei.validators.faults import Fault, cut, listed, misplaced, repeated_id, shown, suggestion
from tei.validators.xmlfile import Places

# What says that a schema is in XSD 1.1: an element or an attribute that 1.0 does not have, or the version it asks for.
_OF_1_1 = frozenset("assert assertion alternative openContent defaultOpenContent override explicitTimezone".split())
_ATTRIBUTES_OF_1_1 = frozenset("xpathDefaultNamespace defaultAttributes notQName notNamespace inheritable".split())
_MIN_VERSION = "{http://www.w3.org/2007/XMLSchema-versioning}minVersion"
_VALUE = re.compile(r"attribute (?P<name>\S+?)=(?P<value>'.*?'|\".*?\"): (?P<why>.*)", re.DOTALL)
_UNKNOWN = re.compile(r"'(?P<name>[^']*)' attribute not allowed for element")
_MISSING = re.compile(r"missing required attribute '(?P<name>[^']*)'")


class XsdValidator:
    """Checks documents against the XSD in the file `path`; UnreadableInput when it is none. Nothing is fetched."""

    def __init__(self, path: Path, *, name: str = "") -> None:
        self.name = name or path.name
        self._path = path.resolve()
        _schema(self._path)

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """What the schema does not allow (XS002), in document order; nothing for a valid document."""
        schema = _schema(self._path)
        errors = list(islice(schema.iter_errors(document.tree), MOST + 1))
        if not errors:
            return
        places = Places(document)
        faults = islice(_faults(schema, errors, document.tree, self._path), MOST + 1)
        found = [fault.finding("XS002", places) for fault in faults]
        yield from sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def _faults(
    schema: XMLSchema10 | XMLSchema11, errors: list[XMLSchemaValidationError], tree: etree._ElementTree, path: Path
) -> Iterator[Fault]:
    """The mistakes in a document, each once."""
    explained = list(islice(_explainer(path).faults(tree), MOST + 1)) if isinstance(schema, XMLSchema10) else []
    yield from explained
    reported: set[tuple[object, str]] = set()
    for error in errors:
        if explained and not isinstance(error.validator, XsdElement):  # keys and their kin stand in a declaration
            continue
        fault = _fault(error, tree.getroot())
        if (key := (fault.element, fault.message)) not in reported:
            reported.add(key)
            yield fault


def _fault(error: XMLSchemaValidationError, root: etree._Element) -> Fault:
    """One error of xmlschema, in words."""
    element = error.elem if isinstance(error.elem, etree._Element) else root
    here, reason = shown(element.tag), (error.reason or "it does not match the schema").strip().rstrip(".")
    if isinstance(error, XMLSchemaChildrenValidationError):
        return _children_fault(error, element)
    if isinstance(error.validator, XsdAssert):
        test = " ".join(str(error.validator.path or "").split())
        remedy = _documentation(error.validator) or "Change what stands there so that this holds."
        return Fault(element, f"{here} breaks an assertion of the schema: {test}", remedy)
    if match := _VALUE.fullmatch(reason):
        name = _clark(match["name"], element)
        if name == XML_ID and match["why"].lower().startswith("duplicated"):
            return repeated_id(element, match["value"][1:-1])
        message = f"“{match['value'][1:-1]}” is not a value of attribute {shown(name)} on {here}"
        return Fault(element, message, _remedy(error, match["why"]), attribute=name)
    if isinstance(error, XMLSchemaDecodeError):
        message = f"{here} cannot hold “{cut(str(error.obj))}”" if error.obj else f"{here} is empty"
        return Fault(element, message, _remedy(error, ""))
    if match := _MISSING.fullmatch(reason):
        return Fault(element, f"{here} lacks the attribute {shown(_clark(match['name'], element))}", "Add it.")
    if match := _UNKNOWN.fullmatch(reason):
        name = _clark(match["name"], element)
        group = error.validator if isinstance(error.validator, XsdAttributeGroup) else ()
        names = [str(known) for known in group if known]
        remedy = (suggestion(name, names) or f"Allowed on it: {listed(names)}.").strip()
        return Fault(
            element, f"attribute {shown(name)} is not allowed on {here}", remedy, attribute=name, allowed=names
        )
    if reason == "character data between child elements not allowed":
        return Fault(element, f"text is not allowed in {here}", "It holds elements only.")
    return Fault(element, f"{here}: {_without_classes(reason)}", _remedy(error, "Compare with the schema."))


def _remedy(error: XMLSchemaValidationError, otherwise: str) -> str:
    """What the schema says of the part of it that is broken: in words, as a list of values, or as a type."""
    if words := _documentation(error.validator):
        return words
    if values := getattr(error.validator, "enumeration", None):
        return f"Write one of: {', '.join(map(str, values))}."
    if isinstance(error, XMLSchemaDecodeError) and (name := getattr(error.validator, "prefixed_name", "")):
        return f"Write a value of {name}."
    return otherwise[:1].upper() + otherwise[1:].rstrip(".") + "."


def _children_fault(error: XMLSchemaChildrenValidationError, element: etree._Element) -> Fault:
    """A child that cannot stand where it is, or an end that comes too early."""
    expected = [str(name) for part in error.expected or () if (name := getattr(part, "name", None))]
    child = error.invalid_child
    if isinstance(child, etree._Element):
        return Fault(child, *misplaced(child.tag, element.tag, expected), allowed=expected)
    what = "It still needs" if len(expected) == 1 else "It still needs one of"
    return Fault(element, f"{shown(element.tag)} is incomplete", f"{what}: {listed(expected)}.", allowed=expected)


def _documentation(component: object) -> str:
    """What the schema says in words of a component of it."""
    return " ".join(str(getattr(component, "annotation", None) or "").split())


def _clark(name: str, element: etree._Element) -> str:
    prefix, colon, local = name.rpartition(":")
    return f"{{{element.nsmap.get(prefix, prefix)}}}{local}" if colon and not name.startswith("{") else name


def _without_classes(reason: str) -> str:
    """A reason without the names of xmlschema's own classes and objects: `Xsd11Unique(name='l:u')` is “l:u”."""
    reason = re.sub(r" for <xmlschema\.[^>]*>", "", reason)
    return re.sub(r"Xsd\w*\(name='([^']*)'[^)]*\)", r"“\1”", reason)


@cache
def _schema(path: Path) -> XMLSchema10 | XMLSchema11:
    """The schema as xmlschema reads it, once for each process."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.parse(path, parser).getroot()
    except OSError as error:
        raise _unusable(path, f"the schema cannot be read: {error.strerror or error}") from error
    except etree.XMLSyntaxError as error:
        raise _unusable(path, f"the schema is not well-formed XML: {error.msg}") from error
    if root.tag != f"{{{XSD_NS}}}schema":
        raise _unusable(path, f"the file is not an XSD: its root is {shown(root.tag)}")
    if not _is_1_1(root):
        with contextlib.suppress(XMLSchemaException):
            return _read(XMLSchema10, path)
    try:  # in 1.1, or what it includes is, or it is in neither
        return _read(XMLSchema11, path)
    except XMLResourceBlocked as error:
        raise _missing(path, error) from error
    except XMLSchemaException as error:
        raise _unusable(path, f"the file is not an XSD: {_first_line(error)}") from error


def _read(kind: type[XMLSchema10 | XMLSchema11], path: Path) -> XMLSchema10 | XMLSchema11:
    """The schema in one version of XSD; UnreadableInput when a file that it includes or imports is not here."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        schema = kind(path, allow="local", uri_mapper=_mapped)
    for warning in told:
        if issubclass(warning.category, XMLSchemaIncludeWarning | XMLSchemaImportWarning):
            raise _missing(path, warning.message)
    return schema


def _missing(path: Path, told: object) -> UnreadableInput:
    """The fault of a schema of which a part is elsewhere, named by its URL, or as a file."""
    found = re.search(r"(?:file|https?):[^\s'\]]+", str(told))
    part = found[0].rstrip(".") if found else "another file"
    part = part.rpartition("/")[2] if part.startswith("file:") else part
    return _unusable(path, f"a part of the schema is not on this machine: {part}")


def _mapped(uri: str) -> str:
    """The local file that a catalog has for a URI, or the URI."""
    return found.as_uri() if (found := resolve(uri)) else uri


def _is_1_1(root: etree._Element) -> bool:
    if root.get(_MIN_VERSION, "").startswith("1.1"):
        return True
    return any(
        etree.QName(element).localname in _OF_1_1 or not _ATTRIBUTES_OF_1_1.isdisjoint(map(str, element.attrib))
        for element in root.iter(f"{{{XSD_NS}}}*")
    )


def _first_line(error: object) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__).rstrip(":.")


def _unusable(path: Path, message: str) -> UnreadableInput:
    remedy = "Give a schema in W3C XML Schema, with the files that it includes beside it or in a catalog (--catalog)."
    return UnreadableInput(message, file=path.name, rule="XS005", help=remedy)


@cache
def _explainer(path: Path) -> XsdExplainer:
    schema = _schema(path)
    assert isinstance(schema, XMLSchema10)
    return XsdExplainer(schema)
