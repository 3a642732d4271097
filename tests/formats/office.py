"""Office documents for tests: a DOCX or ODT from the XML of its text, and what an edition of a file says."""

import io
import re
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from tei.config import load_config
from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.formats import transcribe
from tei.model.transcript import Transcript
from tei.names import TEI_NS, XML_ID, XML_LANG
from tei.pipeline import build_bytes
from tei.plugins import TeiFile
from tei.readers import decode
from tei.validators import VALIDATORS

CONFIG = load_config(Path(__file__).parents[2] / "editions" / "tei.toml")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"))
) + f' xmlns:fo="{_ODF}xsl-fo-compatible:1.0"'  # fmt: skip


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX whose body is `body`; `parts` are the content of the root elements of others: footnotes, numbering."""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "numbering": "numbering", "styles": "styles",
             "comments": "comments", "header1": "hdr", "footer1": "ftr"}  # fmt: skip
    files = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    files |= {f"word/{name}.xml": f"<w:{roots[name]} {W}>{xml}</w:{roots[name]}>" for name, xml in parts.items()}
    return zipped(files)


def p(text: str, properties: str = "") -> str:
    """A paragraph of a DOCX with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of a DOCX."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(text: str, *, styles: str = "", master: str = "", **parts: str) -> bytes:
    """An ODT whose text is `text`, with automatic `styles` and the master pages `master`."""
    content = (
        f"<office:document-content {_ODT_NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    page = (
        f"<office:document-styles {_ODT_NAMESPACES}><office:master-styles>{master}</office:master-styles>"
        "</office:document-styles>"
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": page, **parts}
    )


def paragraphs(transcript: Transcript) -> list[tuple[str, int, str, str]]:
    """Kind, level, number and text of every paragraph."""
    return [(str(p.kind), p.level, p.n, transcript.text[p.start : p.end]) for p in transcript.paragraphs]


def marked(transcript: Transcript) -> list[tuple[str, str, str]]:
    """Tag, value and characters of every mark."""
    return [(mark.tag, mark.value, transcript.text[mark.start : mark.end]) for mark in transcript.marks]


def points(transcript: Transcript) -> list[tuple[str, str, str]]:
    """Tag and number of every point, and the ten characters after it."""
    return [(point.tag, point.n, transcript.text[point.offset : point.offset + 10]) for point in transcript.points]


def read(data: bytes, file: str) -> Transcript:
    """The transcript of a file, by its suffix."""
    return transcribe(data, file, file.rpartition(".")[2])


def edition(data: bytes, file: str, folder: Path, report: Report | None = None) -> etree._Element:
    """The edition of a file, after our schema, the pointers and the proof of fidelity have found nothing in it."""
    source = folder / file
    source.write_bytes(data)
    built = build_bytes(data, str(source), CONFIG, report=Report() if report is None else report)
    document = TeiFile("edition.xml", built.xml, etree.fromstring(built.xml).getroottree(), source)
    checks = (VALIDATORS.get("edition"), VALIDATORS.get("pointers"), VALIDATORS.get("fidelity"))
    assert [
        finding.message for check in checks for finding in check.check(document) if finding.severity == "error"
    ] == []
    return document.tree.getroot()


def body(root: etree._Element) -> str:
    """The first version of an edition as XML, without ids, indentation and namespace."""
    version = deepcopy(root.find(f".//{{{TEI_NS}}}div"))
    for element in version.iter(etree.Element):
        for name in (XML_ID, "target", XML_LANG, "ref"):
            element.attrib.pop(name, None)
    text = etree.tostring(version, encoding="unicode").replace(f' xmlns="{TEI_NS}"', "")
    return re.sub(r"\n\s*", "", text)


def fault(data: bytes, file: str) -> tuple[str, str]:
    """The rule and the message under which a file is refused."""
    with pytest.raises(UnreadableInput) as caught:
        decode(data, file=file, report=Report())
    assert caught.value.help
    assert caught.value.file == file
    return caught.value.rule, caught.value.message
