"""Checks that no grammar makes: unique ids, pointers that resolve, links that go both ways.

A pointer into another local file of the collection (`persons.xml#kim`) is followed as well: that file is read for its
ids and for nothing else. URLs are never fetched; `external_pointers` lists them.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.errors import TeiError
from tei.names import TEI_NS, XML_ID, local_name, tei
from tei.plugins import TeiFile
from tei.rules import finding
from tei.schema.pointing import EXAMPLE, XML_BASE, is_pointer
from tei.validators.xmlfile import Places, load_tei


class PointerValidator:
    """Finds repeated ids (PT002), local pointers to nowhere (PT001) and one-way `corresp` links in `text` (PT003)."""

    name = "pointers"

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """The findings, in document order within each of the three."""
        if self.name in document.fine:
            return
        elements = list(_elements(document.tree.getroot()))
        ids: dict[str, list[etree._Element]] = defaultdict(list)
        for element in elements:
            if identifier := element.get(XML_ID, "").strip():
                ids[identifier].append(element)
        places = _LazyPlaces(document)
        yield from _repeated(ids, places)
        yield from _dangling(elements, ids, places, Path(document.file))
        yield from _one_way(document.tree, ids, places)


class _LazyPlaces:
    """The places of a document, worked out when there is something to report."""

    def __init__(self, document: TeiFile) -> None:
        self._document = document
        self._places: Places | None = None

    def __call__(self) -> Places:
        self._places = self._places or Places(self._document)
        return self._places


def local_pointers(element: etree._Element, attribute: str) -> tuple[str, ...]:
    """The ids in this document that a pointer attribute names. TEI's schemes such as `#xpath(…)` are left out."""
    written = element.get(attribute)
    if not written:
        return ()
    names = [unquote(value[1:]) for value in written.split() if value.startswith("#") and "(" not in value]
    return tuple(name for name in names if name)


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    """Every element of the document itself, in document order; what stands in an `egXML` is an example."""
    if next(root.iter(EXAMPLE), None) is None:
        yield from root.iter(etree.Element)
        return
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        if element.tag != EXAMPLE:
            waiting.extend(child for child in reversed(element) if isinstance(child.tag, str))


def _repeated(ids: dict[str, list[etree._Element]], places: _LazyPlaces) -> Iterator[Diagnostic]:
    for identifier, elements in ids.items():
        for element in elements[1:]:
            first = places().of(elements[0])
            yield finding(
                "PT002",
                f"xml:id “{identifier}” is already used by another element",
                places().of(element),
                help=f"Give one of the two another xml:id; the first is on line {first.line}.",
                related=(first,),
            )


def external_pointers(document: TeiFile) -> tuple[str, ...]:
    """The URLs that the pointers of a document name, each once, in alphabetical order: nobody has looked whether they work."""
    values = {
        value
        for element in _elements(document.tree.getroot())
        for attribute in map(str, element.keys())
        if is_pointer(local_name(element.tag), attribute)
        for value in element.get(attribute, "").split()
    }
    return tuple(sorted(value for value in values if urlsplit(value).netloc))


def _dangling(
    elements: list[etree._Element], ids: dict[str, list[etree._Element]], places: _LazyPlaces, file: Path
) -> Iterator[Diagnostic]:
    known = {f"#{identifier}" for identifier in ids if "%" not in identifier}
    for element in elements:
        for attribute in [
            str(n) for n, value in element.items() if "#" in value and not known.issuperset(value.split())
        ]:
            if not _is_tei_pointer(element, attribute):
                continue
            yield from _dangling_elsewhere(element, attribute, places, file)
            missing = [name for name in local_pointers(element, attribute) if name not in ids]
            if missing and not _has_base(element):
                place = places().of(element, attribute)
                yield from (_no_such_id(element, attribute, name, place) for name in dict.fromkeys(missing))


def _is_tei_pointer(element: etree._Element, attribute: str) -> bool:
    return str(element.tag).startswith(f"{{{TEI_NS}}}") and is_pointer(local_name(element.tag), attribute)


def _no_such_id(element: etree._Element, attribute: str, name: str, place: Location) -> Diagnostic:
    return finding(
        "PT001",
        f"@{attribute} of `{local_name(element.tag)}` points to “#{name}”, which no element has as its xml:id",
        place,
        help=f'Correct the pointer, or give the element that is meant xml:id="{name}".',
    )


def _dangling_elsewhere(
    element: etree._Element, attribute: str, places: _LazyPlaces, file: Path
) -> Iterator[Diagnostic]:
    """Pointers to another file that is not there, or does not have the id: paths from the document's folder."""
    for value in dict.fromkeys(element.get(attribute, "").split()):
        address, _, fragment = value.partition("#")
        name = unquote(address)
        if not name or not fragment or "(" in fragment or urlsplit(address).scheme or name.startswith("/"):
            continue
        path = file.parent / name
        if not name.lower().endswith((".xml", ".tei")) or _has_base(element):
            continue
        try:
            status = path.stat()
            known = _ids_of(path.resolve(), status.st_mtime_ns, status.st_size)
        except (OSError, TeiError):
            known = None
        if known is None or unquote(fragment) not in known:
            reason = (
                "which cannot be read"
                if known is None
                else f"but no element there has the xml:id “{unquote(fragment)}”"
            )
            message = f"@{attribute} of `{local_name(element.tag)}` points to “{value}”, {reason}"
            yield finding(
                "PT001", message, places().of(element, attribute), help="Correct the pointer, or the other file."
            )


@lru_cache(maxsize=64)
def _ids_of(path: Path, changed: int, size: int) -> frozenset[str]:
    """The ids of a file, as it was when it was changed last."""
    del changed, size
    tree = load_tei(path).tree
    return frozenset(
        element.get(XML_ID, "").strip() for element in tree.iter(etree.Element) if XML_ID in element.attrib
    )


def _has_base(element: etree._Element) -> bool:
    """Whether an xml:base sends the element's pointers to another document."""
    return any(node.get(XML_BASE) for node in (element, *element.iterancestors()))


def _one_way(
    tree: etree._ElementTree, ids: dict[str, list[etree._Element]], places: _LazyPlaces
) -> Iterator[Diagnostic]:
    """Elements of the text that name a counterpart which does not name them (the encoding guide, Links)."""
    named: dict[etree._Element, frozenset[str]] = {}  # by the elements that others name
    for element in tree.getroot().iter(tei("*")):
        if not element.get("corresp") or not _is_in_text(element):
            continue
        own = element.get(XML_ID, "").strip()
        for name in dict.fromkeys(local_pointers(element, "corresp")):
            target = ids[name][0] if name in ids else None
            if target is None:
                continue
            if target not in named:
                named[target] = frozenset(local_pointers(target, "corresp"))
            if (own and own in named[target]) or not _is_in_text(target):
                continue
            yield finding(
                "PT003",
                f"`{local_name(element.tag)}` corresponds to “#{name}”, which does not correspond to it",
                places().of(element),
                help=f"Add “#{own}” to @corresp of “{name}”." if own else "Give the element an xml:id to link to.",
                related=(places().of(target),),
            )


def _is_in_text(element: etree._Element) -> bool:
    within = element.tag == tei("text") or next(element.iterancestors(tei("text")), None) is not None
    return within and str(element.tag).startswith(f"{{{TEI_NS}}}")
