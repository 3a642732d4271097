"""TEI files read safely, and the places of their elements: what every validator starts from.

Nothing outside the file is read: no DTD, no external entity, no network. libxml2's limits stay on (depth, entity
amplification), so a hostile file costs a finding and not the machine; that on the length of a text is lifted for a file
that has no entities to multiply. A file too large for the machine's memory is refused before it is read.
"""

import os
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.errors import ExitCode, TeiError, UnreadableInput
from tei.names import TEI_NS, XML_ID, XML_NS, local_name
from tei.plugins import TeiFile
from tei.rules import finding

SIZE_VARIABLE = "TEI_ENCODER_MAX_MB"
_LARGEST = 64  # MB: the tree of a file takes up to ten times its size
_TOO_LONG = re.compile(
    "too (?:long|big)|huge text|size limit exceeded"
)  # of a text, an attribute's value, a comment, an instruction
_UTF8 = re.compile(rb"(?:\xef\xbb\xbf)?(?!<\?xml\s[^>]*encoding\s*=\s*[\"'](?!(?i:utf-8|us-ascii)[\"']))\s*<")


_NOT_COUNTED, _ALONE = 2**32 - 1, 0
_TAG_LINES = 100  # lines in which an attribute is looked for
_ATTRIBUTE = re.compile(r"""(<[^\s/>]+)?\s+([^\s=<>"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")


class NotWellFormed(TeiError):
    """A file is not XML: reported as a finding under XS001, with its line and column."""

    exit_code = ExitCode.FINDINGS
    rule = "XS001"


def load_tei(path: Path, *, source: Path | None = None) -> TeiFile:
    """The TEI document in the file `path`; `source` is the file it was made from, where that is known.

    UnreadableInput when there is no such file, NotWellFormed when it is not XML.
    """
    file = path.as_posix()
    try:
        _check_size(path.stat().st_size, file)
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot read the file: {error.strerror or error}"
        raise UnreadableInput(message, file=file, help="Check the path and the permissions.") from error
    return parse_tei(data, file, source=source)


def parse_tei(data: bytes, file: str, *, source: Path | None = None) -> TeiFile:
    """The TEI document in `data`, called `file` in messages; NotWellFormed when it is not XML."""
    try:
        root = _parsed(data)
    except etree.XMLSyntaxError as error:
        line, column = error.position if error.position else (0, 0)
        message = _reworded((error.msg or "no element found").rsplit(", line ", 1)[0])
        remedy = "Correct the XML here first; the other checks need a well-formed file."
        raise NotWellFormed(message, file=file, line=line or 0, column=column or 0, help=remedy) from error
    return TeiFile(file, data, root.getroottree(), source)


def _parsed(data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        # libxml2's limit on texts (10 MB) can be lifted only with those on entities. In UTF-8 one sees that there are none.
        if _TOO_LONG.search(str(error)) and _UTF8.match(data) and b"<!DOCTYPE" not in data:
            return etree.fromstring(data, _parser(huge=True))
        raise


def _parser(*, huge: bool = False) -> etree.XMLParser:
    # collect_ids would make a repeated xml:id a fatal error; here it is a finding of its own (PT002).
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=huge,
        collect_ids=False,
    )


def _check_size(size: int, file: str) -> None:
    """UnreadableInput for a file that is larger than TEI_ENCODER_MAX_MB allows."""
    given = os.environ.get(SIZE_VARIABLE, "")
    most = int(given) if given.isdecimal() else _LARGEST
    if size > most * 1_000_000:
        message = f"the file has {size / 1_000_000:.0f} MB, and more than {most} MB are not read"
        remedy = (
            f"Split the file, or set {SIZE_VARIABLE} to a larger number where there is memory for ten times as much."
        )
        raise UnreadableInput(message, file=file, help=remedy)


def _reworded(message: str) -> str:
    """What libxml2 says, without the names of its own functions where it meets a limit."""
    if "amplification" in message:
        return "its entities grow beyond all measure"
    if "XML_PARSE_HUGE" in message and _TOO_LONG.search(message):
        return "a text is longer than 10 MB, which is read only in UTF-8 and without a DOCTYPE"
    if depth := re.search(r"Excessive depth.*?(\d+)", message):
        return f"its elements are nested more than {depth[1]} deep"
    return message


def check_doctype(document: TeiFile) -> Iterator[Diagnostic]:
    """A finding when the file has a document type declaration (XS006)."""
    if _has_doctype(document):
        line = 1 + document.data[: max(document.data.find(b"<!DOCTYPE"), 0)].count(b"\n")
        yield finding(
            "XS006",
            "the document type declaration is not followed: no DTD is read and no entity resolved",
            Location(document.file, line, 0),
            help="Remove the DOCTYPE, and write the characters that its entities stand for.",
        )


def _has_doctype(document: TeiFile) -> bool:
    return bool(document.tree.docinfo.doctype)  # type: ignore[attr-defined]  # lxml-stubs lacks it


class Places:
    """Where the elements of a document are: built when the first finding needs it.

    There may be a million of them, so what is known of each is kept in arrays of numbers.
    """

    def __init__(self, document: TeiFile) -> None:
        self._document = document
        self._elements = {element: index for index, element in enumerate(document.tree.iter(etree.Element))}
        self._starts, self._ends = _positions(document, len(self._elements))
        # Of each the how-manieth of its name in its parent it is, from 1; _ALONE where there is no other.
        self._numbers = array("I", [_NOT_COUNTED]) * len(self._elements)

    def of(self, element: etree._Element, attribute: str = "") -> Location:
        """The start of an element's start tag, or of the attribute in it with that Clark name."""
        place = self._location(element, self._starts)
        if not attribute:
            return place
        line, column = self._attribute(element, attribute, place)
        return replace(place, line=line, column=column, xpath=f"{place.xpath}/@{_step(attribute)}")

    def after(self, element: etree._Element) -> Location:
        """The start of an element's end tag, for the text that follows it in its parent."""
        place, parent = self._location(element, self._ends), element.getparent()
        return place if parent is None else replace(place, xpath=self._xpath(parent), xml_id=parent.get(XML_ID, ""))

    def _attribute(self, element: etree._Element, name: str, tag: Location) -> tuple[int, int]:
        """Line and column of an attribute, found in the text of its start tag; those of the tag where that is not known."""
        if not tag.column:
            return tag.line, 0
        text = "\n".join(self._lines[tag.line - 1 : tag.line + _TAG_LINES])
        at = tag.column - 1
        while match := _ATTRIBUTE.match(text, at):
            prefix, colon, local = match[2].rpartition(":")
            namespace = (XML_NS if prefix == "xml" else element.nsmap.get(prefix)) if colon else None
            if name == (f"{{{namespace}}}{local}" if namespace else local):
                start = match.start(2)
                before = text.count("\n", 0, start)
                return tag.line + before, start - text.rfind("\n", 0, start)
            at = match.end()
        return tag.line, tag.column

    @cached_property
    def _lines(self) -> list[str]:
        """The lines of the file; none where Python does not know its encoding."""
        encoding = self._document.tree.docinfo.encoding or "utf-8"
        try:
            return self._document.data.decode(encoding, "replace").removeprefix("\ufeff").split("\n")
        except LookupError:
            return []

    def _location(self, element: etree._Element, positions: "array[int]") -> Location:
        if positions:
            at = 2 * self._elements[element]
            line, column = positions[at], positions[at + 1]
        else:
            line, column = element.sourceline if isinstance(element.sourceline, int) else 0, 0
        return Location(self._document.file, line, column, self._xpath(element), element.get(XML_ID, ""))

    def _xpath(self, element: etree._Element) -> str:
        """An XPath (2.0, TEI as the default namespace) that finds `element`, numbered only where it has namesakes."""
        steps = []
        node: etree._Element | None = element
        while node is not None:
            index, name = self._elements[node], str(node.tag)
            if self._numbers[index] == _NOT_COUNTED:
                self._number(node)
            step = local_name(name) if name.startswith(f"{{{TEI_NS}}}") else f"*:{local_name(name)}"
            steps.append(step if self._numbers[index] == _ALONE else f"{step}[{self._numbers[index]}]")
            node = node.getparent()
        return "/" + "/".join(reversed(steps))

    def _number(self, element: etree._Element) -> None:
        """Counts an element and all beside it at once: a million mistakes may stand in one parent."""
        parent = element.getparent()
        siblings = [element] if parent is None else list(parent.iterchildren(etree.Element))
        all_, met = Counter(sibling.tag for sibling in siblings), Counter[object]()
        for sibling in siblings:
            met[sibling.tag] += 1
            self._numbers[self._elements[sibling]] = met[sibling.tag] if all_[sibling.tag] > 1 else _ALONE


def _step(attribute: str) -> str:
    """The name of an attribute as a step of an XPath."""
    if attribute.startswith(f"{{{XML_NS}}}"):
        return f"xml:{local_name(attribute)}"
    return f"*:{local_name(attribute)}" if attribute.startswith("{") else attribute


def _positions(document: TeiFile, count: int) -> "tuple[array[int], array[int]]":
    """Line and column of each start and end tag in document order, in turns; or nothing when expat cannot tell.

    libxml2 keeps no columns, so the file is read a second time; expat knows few encodings, and entities of a DTD
    would bring in elements that the tree does not have.
    """
    starts, ends = array("I"), array("I")
    if _has_doctype(document):
        return starts, ends
    from xml.parsers import expat

    stack: list[int] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: object) -> None:
        stack.append(len(starts))
        starts.extend((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        ends.extend((0, 0))

    def end(_name: str) -> None:
        at = stack.pop()
        ends[at], ends[at + 1] = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(document.data, True)
    except (expat.ExpatError, ValueError):
        return array("I"), array("I")
    return (starts, ends) if len(starts) == 2 * count else (array("I"), array("I"))
