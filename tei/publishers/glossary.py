"""The names and offices of a collection that stand in several languages, as a glossary: TSV, and TBX for other tools.

Names are those that the entries of `standOff` have in two languages or more; offices those of people whose items or
signatures correspond. Entries of several editions are one where they share a name in one language.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tei.atomic import write_atomically
from tei.names import XML_ID, XML_LANG, tei
from tei.plugins import TeiFile
from tei.publishers.reading import language_of, text_of
from tei.publishers.tables import harmless

_TBX = "urn:iso:std:iso:30042:ed-2"
_ENTRIES = {"person": "persName", "place": "placeName", "org": "orgName"}
_PAIRED = (tei("item"), tei("signed"))


@dataclass
class Concept:
    """What one entry names: its kind, its terms by language, and the editions that have it."""

    kind: str
    terms: dict[str, dict[str, None]] = field(default_factory=dict)
    editions: dict[str, None] = field(default_factory=dict)

    def add(self, terms: Sequence[tuple[str, str]], edition: str) -> None:
        """Takes up terms with their languages."""
        for lang, term in terms:
            self.terms.setdefault(lang, {}).setdefault(term)
        self.editions.setdefault(edition)


def concepts(files: Mapping[str, TeiFile]) -> list[Concept]:
    """The concepts of a collection with terms in several languages, by kind and in the order of the editions."""
    found: dict[tuple[str, str, str], Concept] = {}
    made: list[Concept] = []
    for stem, file in files.items():
        for kind, terms in _terms(file.tree.getroot()):
            if len({lang for lang, _ in terms}) < 2:
                continue
            known = next((found[kind, *each] for each in terms if (kind, *each) in found), None)
            if known is None:
                known = Concept(kind)
                made.append(known)
            known.add(terms, stem)
            for each in terms:
                found.setdefault((kind, *each), known)
    order = [*_ENTRIES, "role"]
    return sorted(made, key=lambda concept: order.index(concept.kind))


def _terms(root: etree._Element) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The kind of each entry, and its terms with their languages."""
    for kind, name in _ENTRIES.items():
        for entry in root.iterfind(f"{tei('standOff')}//{tei(kind)}"):
            names = entry.iterfind(tei(name))
            yield kind, [(each.get(XML_LANG, ""), text_of(each)) for each in names if each.get("type") != "short"]
    yield from _offices(root)


def _offices(root: etree._Element) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Offices of people that correspond one to one: in order, where both versions have as many."""
    elements = {each.get(XML_ID): each for each in root.iter(*_PAIRED) if each.get(XML_ID)}
    seen: set[frozenset[str | None]] = set()
    for xml_id, element in elements.items():
        partners = element.get("corresp", "").split()
        other = elements.get(partners[0].removeprefix("#")) if len(partners) == 1 else None
        if other is None or other.get("corresp") != f"#{xml_id}" or frozenset((xml_id, other.get(XML_ID))) in seen:
            continue
        seen.add(frozenset((xml_id, other.get(XML_ID))))
        ours, theirs = _roles(element), _roles(other)
        if len(ours) == len(theirs):
            for one, two in zip(ours, theirs, strict=True):
                yield "role", [one, two]


def _roles(element: etree._Element) -> list[tuple[str, str]]:
    roles = [role for role in element.iterfind(tei("roleName")) if role.get("type") != "honorific"]
    return [(language_of(role), role.get("key") or text_of(role)) for role in roles]


class GlossaryExporter:
    """Writes `glossary.tsv` and `glossary.tbx`; nothing where no name stands in two languages."""

    name = "glossary"

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """The two files, in `destination`."""
        found = concepts(files)
        if not found:
            return ()
        written = {destination / "glossary.tsv": as_tsv(found), destination / "glossary.tbx": as_tbx(found)}
        for path, data in written.items():
            write_atomically(path, data)
        return tuple(written)


def as_tsv(found: Sequence[Concept]) -> bytes:
    """A row for each concept: its kind, a column for each language (several terms parted by `|`), its editions."""
    langs = sorted({lang for concept in found for lang in concept.terms})
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(["kind", *langs, "editions"])
    for concept in found:
        terms = [harmless(" | ".join(concept.terms.get(lang, ()))) for lang in langs]
        writer.writerow([concept.kind, *terms, harmless(" ".join(concept.editions))])
    return text.getvalue().encode()


def as_tbx(found: Sequence[Concept]) -> bytes:
    """TBX-Basic (ISO 30042:2019), style DCA: a `conceptEntry` for each concept, a `langSec` for each language."""
    root = etree.Element(f"{{{_TBX}}}tbx", nsmap={None: _TBX})  # type: ignore[dict-item]  # the stubs lack None
    root.set("style", "dca")
    root.set("type", "TBX-Basic")
    root.set(XML_LANG, "en")
    source = _add(_add(_add(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _add(source, "p", "Names and offices of TEI editions, paired by the alignment of their versions.")
    body = _add(_add(root, "text"), "body")
    for number, concept in enumerate(found, start=1):
        entry = _add(body, "conceptEntry")
        entry.set("id", f"c{number}")
        _add(entry, "descrip", concept.kind).set("type", "subjectField")
        for lang, terms in concept.terms.items():
            section = _add(entry, "langSec")
            section.set(XML_LANG, lang)
            for term in terms:
                _add(_add(section, "termSec"), "term", term)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    child = etree.SubElement(parent, f"{{{_TBX}}}{name}")
    child.text = text or None
    return child
