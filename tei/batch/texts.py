"""Two plain-text files aligned with each other: what `tei align A B` writes."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lxml import etree

from tei.alignment import align_segments
from tei.batch.faults import bounded
from tei.batch.text_findings import Side, text_findings
from tei.diagnostics import Report
from tei.encoder.serialize import serialize
from tei.errors import UsageError
from tei.languages import pack_for
from tei.languages.sentences import split_sentences
from tei.model.alignment import Alignment, Bead, Segment
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.publishers.tables import harmless
from tei.readers.decode import decode_file
from tei.version import VERSION

_UNSPACED = ("zh", "ja", "th", "lo", "my", "km")


def align_files(
    source: Path, target: Path, *, langs: tuple[str, str], backend: str, lines: bool, form: str, report: Report
) -> str:
    """The alignment of two files in one of `FORMS`; `langs` are their languages as BCP 47 tags.

    With `lines` each line is a segment, an empty one too; else each paragraph is split into sentences. `report` is told
    what has no counterpart (AL004; AL001 where nothing has one) and what was linked without certainty (AL005).
    UsageError when a language or the form is missing or unknown.
    """
    if not all(langs):
        raise UsageError("the languages of two files must be told", help="Give --source-lang and --target-lang.")
    if form not in FORMS:
        raise UsageError(f"there is no form {form!r}", help=f"Choose one of {', '.join(FORMS)}.")
    texts = [decode_file(path, report=report).text for path in (source, target)]
    one, other = (_lines(text) if lines else _sentences(text, lang) for text, lang in zip(texts, langs, strict=True))
    found = align_segments(one, other, source_lang=langs[0], target_lang=langs[1], backend=backend)
    told = text_findings(found, Side(source, one), Side(target, other))
    report.extend(bounded(told, str(source)))
    return FORMS[form](found, (one, other), langs)


def _lines(text: str) -> list[Segment]:
    found = text.split("\n")
    if found[-1] == "":
        del found[-1]
    return [Segment(str(number), "", 0, len(line), line) for number, line in enumerate(found)]


def _sentences(text: str, lang: str) -> list[Segment]:
    """The sentences of each paragraph; paragraphs are parted by empty lines, or else each line is one.

    The number of the line in which a paragraph begins, from 0, is the id of the block.
    """
    gap = "\n\n" if "\n\n" in text.strip() else "\n"
    found: list[Segment] = []
    line = 0
    for paragraph in text.split(gap):
        first = line + paragraph[: len(paragraph) - len(paragraph.lstrip())].count("\n")
        plain = " ".join(paragraph.split())
        for start, end in split_sentences(plain, pack_for(lang)):
            found.append(Segment(str(len(found)), str(first), start, end, plain[start:end]))
        line += paragraph.count("\n") + len(gap)
    return found


Sides = tuple[Sequence[Segment], Sequence[Segment]]


def _json(found: Alignment, sides: Sides, langs: tuple[str, str]) -> str:
    del sides, langs
    beads = [
        {"source": [*map(int, bead.source)], "target": [*map(int, bead.target)], "certainty": bead.certainty}
        for bead in found.beads
    ]
    return json.dumps({"beads": beads}) + "\n"


def _tsv(found: Alignment, sides: Sides, langs: tuple[str, str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(["source", "target", "certainty", *langs])
    for bead in found.beads:
        texts = map(harmless, _texts(bead, sides, langs))
        writer.writerow([" ".join(bead.source), " ".join(bead.target), f"{bead.certainty:.2f}", *texts])
    return out.getvalue()


def _texts(bead: Bead, sides: Sides, langs: tuple[str, str]) -> tuple[str, str]:
    one, other = (
        ("" if lang.partition("-")[0] in _UNSPACED else " ").join(segments[int(id_)].text for id_ in ids)
        for segments, ids, lang in zip(sides, (bead.source, bead.target), langs, strict=True)
    )
    return one, other


def _tmx(found: Alignment, sides: Sides, langs: tuple[str, str]) -> str:
    root = etree.Element("tmx", version="1.4")
    header = {
        "creationtool": "tei-encoder", "creationtoolversion": VERSION, "segtype": "sentence", "o-tmf": "plain text",
        "adminlang": "en", "srclang": langs[0], "datatype": "plaintext",
    }  # fmt: skip
    etree.SubElement(root, "header", header)
    body = etree.SubElement(root, "body")
    for bead in found.beads:
        if bead.source and bead.target:
            unit = etree.SubElement(body, "tu")
            for text, lang in zip(_texts(bead, sides, langs), langs, strict=True):
                etree.SubElement(etree.SubElement(unit, "tuv", {XML_LANG: lang}), "seg").text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()


def _tei(found: Alignment, sides: Sides, langs: tuple[str, str]) -> str:
    """A TEI document of two divisions of sentences, with the links in standOff."""
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS})  # type: ignore[dict-item]  # the stubs lack None
    file_desc = etree.SubElement(etree.SubElement(root, tei("teiHeader")), tei("fileDesc"))
    for part, child, text in (
        ("titleStmt", "title", "Two aligned texts"),
        ("publicationStmt", "p", "Unpublished."),
        ("sourceDesc", "p", f"Two plain-text files, aligned by tei-encoder {VERSION}, {found.backend} back end."),
    ):
        etree.SubElement(etree.SubElement(file_desc, tei(part)), tei(child)).text = text
    stand_off = etree.SubElement(root, tei("standOff"))
    group = etree.SubElement(stand_off, tei("linkGrp"), type="alignment", subtype="s")
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    for side, segments, lang in zip("ab", sides, langs, strict=True):
        division = etree.SubElement(body, tei("div"), {XML_ID: side, XML_LANG: lang, "type": "version"})
        block = None
        for number, segment in enumerate(segments):
            if block is None or segment.block_id != segments[number - 1].block_id:
                block = etree.SubElement(division, tei("p"))
            sentence = etree.SubElement(block, tei("s"), {XML_ID: f"{side}.s{number + 1}"})
            sentence.text = segment.text
        if block is None:
            etree.SubElement(division, tei("p"))
    for bead in found.beads:
        pointers = [
            [f"#{side}.s{int(id_) + 1}" for id_ in ids]
            for side, ids in zip("ab", (bead.source, bead.target), strict=True)
        ]
        if all(pointers):
            etree.SubElement(
                group, tei("link"), target=" ".join(pointers[0] + pointers[1]), cert=f"{bead.certainty:.2f}"
            )
    if not len(group):
        root.remove(stand_off)
    return serialize(etree.ElementTree(root)).decode()


FORMS: Mapping[str, Callable[[Alignment, Sides, tuple[str, str]], str]] = {
    "json": _json, "tsv": _tsv, "tmx": _tmx, "tei": _tei,
}  # fmt: skip
