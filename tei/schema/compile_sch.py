"""The rules of an ODD as a Schematron schema: a pattern for each `constraintSpec`, tests in XPath 2.

A `constraint` holds a `sch:pattern`, or rules, or tests alone, which then are for the element that is specified there.
Source: ISO/IEC 19757-3:2020; TEI P5, 23.5.2.
"""

import re

from lxml import etree

from tei.errors import UnreadableInput
from tei.names import local_name
from tei.schema.odd import Constraint, ElementSpec, Odd
from tei.schema.schema_xml import document

_SCH_NS = "http://purl.oclc.org/dsdl/schematron"
_TESTS = ("assert", "report")


def compile_sch(odd: Odd) -> bytes:
    """The Schematron schema of `odd`; UnreadableInput where its rules are not such as can stand in one."""
    root = etree.Element(_sch("schema"), nsmap={"sch": _SCH_NS})
    root.set("queryBinding", "xslt2")
    etree.SubElement(root, _sch("title")).text = odd.title
    for prefix, uri in odd.prefixes.items():
        etree.SubElement(root, _sch("ns"), {"prefix": prefix, "uri": uri})
    notes = etree.Element(_sch("diagnostics"))
    for constraint in odd.constraints:
        _pattern(root, notes, constraint, None, odd)
    for element in odd.elements:
        for constraint in element.constraints:
            _pattern(root, notes, constraint, element, odd)
    if len(notes):
        root.append(notes)
    for key in ("pattern", "diagnostic"):
        ids = [one.get("id", "") for one in root.iter(_sch(key))]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            raise _refused(odd, 0, f"two of the rules are called “{twice}”")
    return document(root, odd)


def _sch(name: str) -> str:
    return f"{{{_SCH_NS}}}{name}"


def _refused(odd: Odd, line: int, message: str) -> UnreadableInput:
    remedy = "Write a pattern, or rules, or for an element with a name of its own tests alone; each with its own id."
    return UnreadableInput(message, help=remedy, file=f"{odd.ident}.odd", line=line, rule="XS005")


def _pattern(
    root: etree._Element, notes: etree._Element, constraint: Constraint, element: ElementSpec | None, odd: Odd
) -> None:
    """One pattern for a `constraintSpec`; what it says about its tests goes to `notes`."""
    pattern = etree.SubElement(root, _sch("pattern"), {"id": constraint.ident})
    if constraint.desc:
        etree.SubElement(pattern, _sch("title")).text = constraint.desc
    parts = list(constraint.rules)
    inner = [child for part in parts if part.tag == _sch("pattern") for child in part]
    parts = inner + [part for part in parts if part.tag != _sch("pattern")]
    names = {local_name(part.tag) for part in parts}
    if not names <= {"let", "rule", "diagnostics", *_TESTS} or not names & {"rule", *_TESTS}:
        raise _refused(odd, constraint.line, f"the rules of “{constraint.ident}” are not such as can stand here")
    holder = pattern
    if names & set(_TESTS):
        if "rule" in names:
            raise _refused(odd, constraint.line, f"“{constraint.ident}” has tests inside and outside of rules")
        holder = etree.SubElement(pattern, _sch("rule"), {"context": _context(constraint, element, odd)})
    for part in parts:
        if part.tag == _sch("diagnostics"):
            for note in part:
                _copy(notes, note)
        else:
            _copy(holder, part)


def _context(constraint: Constraint, element: ElementSpec | None, odd: Odd) -> str:
    """The XPath of the element that tests without a rule are for."""
    prefix = next((prefix for prefix, uri in odd.prefixes.items() if uri == odd.namespace), "")
    alone = element is not None and [other.name for other in odd.elements].count(element.name) == 1
    if element is None or not alone or not prefix:
        raise _refused(odd, constraint.line, f"“{constraint.ident}” has tests, and it is not clear for which element")
    return f"{prefix}:{element.name}"


def _copy(parent: etree._Element, element: etree._Element) -> None:
    """A copy of `element` in `parent`, without the namespaces of the ODD and its line breaks."""
    copy = etree.SubElement(parent, element.tag)
    for name, value in element.attrib.items():
        copy.set(name, _plain(value).strip())
    copy.text = _plain(element.text) if _plain(element.text).strip() else None
    for child in element:
        _copy(copy, child)
        copy[-1].tail = _plain(child.tail) if _plain(child.tail).strip() else None


def _plain(text: str | bytes | None) -> str:
    return re.sub(r"\s+", " ", str(text or ""))
