"""Alignments for other programs: TMX 1.4b, XCES cesAlign, TSV, JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from lxml import etree

from tei.atomic import write_atomically
from tei.names import XML_LANG
from tei.plugins import TeiFile
from tei.publishers.beads import Parallel, Piece, parallel
from tei.publishers.tables import harmless
from tei.version import VERSION

_UNSPACED = ("zh", "ja", "th", "lo", "my", "km")  # languages that set no space between sentences


def joined(pieces: tuple[Piece, ...]) -> str:
    """The text of several pieces, with a space between where their language sets one."""
    return ("" if pieces and pieces[0].lang.split("-")[0] in _UNSPACED else " ").join(piece.text for piece in pieces)


def to_tmx(stem: str, text: Parallel) -> Iterator[tuple[str, bytes]]:
    """Translation memory, TMX 1.4b (https://www.gala-global.org/tmx-14b): all versions in one file.

    A unit for each bead with a counterpart, its properties the ids of the pieces.
    """
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "tei-encoder",
            "creationtoolversion": VERSION,
            "segtype": "block",
            "o-tmf": "TEI P5",
            "adminlang": "en",
            "srclang": text.versions[0].lang or "*all*",
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for number, bead in enumerate(text.beads, 1):
        if sum(map(bool, bead.members)) < 2:
            continue
        unit = etree.SubElement(body, "tu", tuid=f"{stem}.{number}")
        for version, pieces in zip(text.versions, bead.members, strict=True):
            if pieces:
                variant = etree.SubElement(unit, "tuv", {XML_LANG: version.lang or "und"})
                etree.SubElement(variant, "prop", type="x-tei-id").text = " ".join(piece.id for piece in pieces)
                etree.SubElement(variant, "seg").text = joined(pieces)
    doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    yield (
        f"{stem}.tmx",
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True, doctype=doctype),
    )


def to_xces(stem: str, text: Parallel) -> Iterator[tuple[str, bytes]]:
    """Links by id as XCES and InterText write them (`cesAlign`), a file for each pair of versions."""
    for source, target in combinations(range(len(text.versions)), 2):
        root = etree.Element("cesAlign", version="1.0")
        address = {"fromDoc": f"{stem}.xml", "toDoc": f"{stem}.xml"}
        links = etree.SubElement(root, "linkGrp", {"targType": "s", **address})
        for bead in text.pair(source, target):
            sides = [" ".join(piece.id for piece in pieces) for pieces in bead.members]
            etree.SubElement(links, "link", xtargets=";".join(sides))
        name = f"{stem}.{_pair(text, source, target)}.ces.xml"
        yield name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def to_tsv(stem: str, text: Parallel) -> Iterator[tuple[str, bytes]]:
    """A line for each bead of two versions: their ids and their texts, tab-separated, with a heading."""
    for source, target in combinations(range(len(text.versions)), 2):
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        names = [text.versions[index].lang for index in (source, target)]
        writer.writerow(["ids " + names[0], "ids " + names[1], *names])
        for bead in text.pair(source, target):
            ids = [" ".join(piece.id for piece in pieces) for pieces in bead.members]
            writer.writerow([*ids, *(harmless(joined(pieces)) for pieces in bead.members)])
        yield f"{stem}.{_pair(text, source, target)}.tsv", out.getvalue().encode()


def to_json(stem: str, text: Parallel) -> Iterator[tuple[str, bytes]]:
    """Versions, their pieces, and the beads of every pair of versions by 0-based number of piece."""
    data = {
        "edition": stem,
        "versions": [
            {
                "lang": version.lang,
                "role": version.role,
                "segments": [
                    {"id": piece.id, "lang": piece.lang, "text": piece.text} for piece in _in_order(text, number)
                ],
            }
            for number, version in enumerate(text.versions)
        ],
        "alignments": [
            {"source": source, "target": target, "beads": list(_numbered(text, source, target))}
            for source, target in combinations(range(len(text.versions)), 2)
        ],
    }
    yield f"{stem}.alignment.json", (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _in_order(text: Parallel, version: int) -> list[Piece]:
    return [piece for bead in text.beads for piece in bead.members[version]]


def _numbered(text: Parallel, source: int, target: int) -> Iterator[Mapping[str, list[int]]]:
    numbers = [{piece: n for n, piece in enumerate(_in_order(text, version))} for version in (source, target)]
    for bead in text.pair(source, target):
        sides = ([known[piece] for piece in pieces] for known, pieces in zip(numbers, bead.members, strict=True))
        yield dict(zip(("source", "target"), sides, strict=True))


def _pair(text: Parallel, source: int, target: int) -> str:
    """What tells the file of a pair: the ids of the versions, which are unique, else their numbers."""
    names = [text.versions[index].element.get("{http://www.w3.org/XML/1998/namespace}id") for index in (source, target)]
    return "-".join(name or str(index + 1) for name, index in zip(names, (source, target), strict=True))


class AlignmentExporter:
    """Writes the alignment of each edition in one format; an edition of one version has none."""

    def __init__(self, name: str, form: Callable[[str, Parallel], Iterator[tuple[str, bytes]]]) -> None:
        self.name = name
        self._form = form

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes the files of each edition, by its stem, into `destination`, each atomically; the paths written."""
        written = []
        for stem, file in files.items():
            text = parallel(file.tree.getroot())
            for name, content in self._form(stem, text) if len(text.versions) > 1 else ():
                write_atomically(destination / name, content)
                written.append(destination / name)
        return tuple(written)


def tmx() -> AlignmentExporter:
    """The exporter of translation memories."""
    return AlignmentExporter("tmx", to_tmx)


def xces() -> AlignmentExporter:
    """The exporter of links as XCES writes them."""
    return AlignmentExporter("xces", to_xces)


def tsv() -> AlignmentExporter:
    """The exporter of beads as lines of a table."""
    return AlignmentExporter("tsv", to_tsv)


def alignment() -> AlignmentExporter:
    """The exporter of beads as JSON."""
    return AlignmentExporter("alignment", to_json)
