"""Encoder: an `Edition` as a TEI tree, and a TEI tree as bytes. `docs/fidelity.md` says what its text promises."""

from lxml import etree

from tei.diagnostics import Report
from tei.encoder.body import encode_text
from tei.encoder.entities import encode_stand_off
from tei.encoder.header import encode_tei_header
from tei.encoder.links import link_elements
from tei.encoder.serialize import serialize
from tei.model.document import Edition
from tei.model.header import HeaderSettings
from tei.names import RNG_NS, TEI_NS, XML_ID, XML_LANG, XSD_NS, tei

__all__ = ["encode", "serialize"]

# Associating Schemas with XML documents 1.0 (W3C Note), section 3; by the suffix of the schema's name.
_SCHEMA_TYPES = {".xsd": XSD_NS, ".rng": RNG_NS, ".sch": "http://purl.oclc.org/dsdl/schematron"}
_ESCAPED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def encode(
    edition: Edition,
    settings: HeaderSettings,
    *,
    report: Report,  # noqa: ARG001 - as every stage; nothing of the model is dropped, so there is nothing to report
) -> etree._ElementTree:
    """The TEI document of `edition`."""
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS})  # type: ignore[dict-item]  # the stubs lack None
    root.set(XML_ID, edition.id)
    if edition.versions:
        root.set(XML_LANG, edition.versions[0].lang)
    text = encode_text(root, edition)
    link_elements(text, edition.alignments)
    header = encode_tei_header(root, edition, settings, text)  # after the text: it says what was counted there
    root.insert(0, header)
    stand_off = encode_stand_off(edition)
    if stand_off is not None:
        header.addnext(stand_off)
    for href in settings.schemas:
        root.addprevious(_xml_model(href))
    return etree.ElementTree(root)


def _xml_model(href: str) -> etree._ProcessingInstruction:
    kind = next((kind for suffix, kind in _SCHEMA_TYPES.items() if href.lower().endswith(suffix)), "")
    pairs = {"href": href, "type": "application/xml", "schematypens": kind}
    data = " ".join(f'{name}="{value.translate(_ESCAPED)}"' for name, value in pairs.items() if value)
    return etree.ProcessingInstruction("xml-model", data)
