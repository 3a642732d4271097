"""`encodingDesc`: what was done to the text, how to cite it, and with what program it was made.

Each sentence of `editorialDecl` is true of this document: it is worded from what the encoded text holds.
"""

from collections.abc import Iterator

from lxml import etree

from tei.encoder.elements import add
from tei.model.document import Edition
from tei.model.header import HeaderSettings
from tei.names import tei
from tei.version import VERSION

_BREAKS = (tei("lb"), tei("pb"), tei("cb"))


def encode_encoding_desc(
    parent: etree._Element, edition: Edition, settings: HeaderSettings, text: etree._Element
) -> None:
    """`encodingDesc` for the encoded `text` of `edition`."""
    encoding_desc = add(parent, "encodingDesc")
    _encode_editorial_decl(encoding_desc, edition, text)
    _encode_refs_decl(encoding_desc, text)
    app_info = add(encoding_desc, "appInfo")
    application = add(app_info, "application", ident="tei-encoder", version=VERSION, when=settings.date)
    add(application, "label", "TEI edition encoder")
    for backend in dict.fromkeys(alignment.backend for alignment in edition.alignments if alignment.backend):
        compared = add(app_info, "application", ident=backend, version=VERSION, when=settings.date)
        add(compared, "label", f"back end of the aligner: {backend}")


def counted(quantity: int, noun: str) -> str:
    """A number and its noun, such as “1 paragraph” or “12 paragraphs”."""
    return f"{quantity} {noun}{'' if quantity == 1 else 's'}"


def _encode_refs_decl(parent: etree._Element, text: etree._Element) -> None:
    """`refsDecl`: a citation is an xml:id, `en` for a version, `en.p3` for a paragraph (TEI Guidelines 17.2.5.4).

    Where there are sentences it may go on: `en.p3.s2`.
    """
    refs_decl = add(parent, "refsDecl")
    version = add(
        refs_decl, "citeStructure", match="/TEI/text/body/div[@type='version']", use="@xml:id", unit="version"
    )
    within = "substring-after(@xml:id, '.')"
    paragraph = add(version, "citeStructure", match=".//p[@xml:id]", use=within, unit="paragraph", delim=".")
    if _count(text, "s"):
        last = "substring-after(@xml:id, concat(ancestor::p[1]/@xml:id, '.'))"
        add(paragraph, "citeStructure", match="s[@xml:id]", use=last, unit="sentence", delim=".")


def _encode_editorial_decl(parent: etree._Element, edition: Edition, text: etree._Element) -> None:
    declaration = add(parent, "editorialDecl")
    correction = add(declaration, "correction", status="low", method="markup")
    normalization = add(declaration, "normalization", method="markup")
    segmentation = add(declaration, "segmentation")
    interpretation = add(declaration, "interpretation")
    for element, sentences in (
        (correction, _on_correction(text)),
        (normalization, _on_normalization(text)),
        (segmentation, _on_segmentation(edition, text)),
        (interpretation, _on_interpretation(edition, text)),
    ):
        add(element, "p", " ".join(sentences))


def _on_correction(text: etree._Element) -> Iterator[str]:
    yield "The text was encoded automatically and has not been proofread."
    if corrected := _count(text, "sic"):
        yield f"Apparent errors are kept in sic beside a proposed corr: {counted(corrected, 'place')}."
    else:
        yield "Nothing was corrected."


def _on_normalization(text: etree._Element) -> Iterator[str]:
    yield "Runs of white space are written as one space."
    joined = sum(1 for element in text.iter(*_BREAKS) if element.get("break"))
    spaced = sum(1 for element in text.iter() if element.get("rend") == "letterspaced")
    if joined:
        yield (
            "What a line or page break had cut is joined, and the break kept with a break attribute: "
            f"{counted(joined, 'place')}."
        )
    if regularized := _count(text, "orig"):
        yield (
            "Glyphs outside the main script of a version are kept in orig beside a regularized reg: "
            f"{counted(regularized, 'run')}."
        )
    if spaced:
        yield f"Letter-spaced text is kept as printed, with rend letterspaced: {counted(spaced, 'expression')}."


def _on_segmentation(edition: Edition, text: etree._Element) -> Iterator[str]:
    yield "The text is divided by language into versions, and these into headings, paragraphs, lists and closing formulas."
    if lines := _count(text, "l"):
        yield f"Verse is divided into its lines (l), in stanzas (lg): {counted(lines, 'line')}."
    if sentences := _count(text, "s"):
        yield f"Paragraphs are divided into sentences (s): {counted(sentences, 'sentence')}."
    if edition.alignments:
        yield "The parts of the versions were aligned automatically: corresp and the links in standOff say what belongs together."


def _on_interpretation(edition: Edition, text: etree._Element) -> Iterator[str]:
    names, dates = _count(text, "persName", "placeName", "orgName", "roleName"), _count(text, "date")
    if names or dates:
        yield (
            "Names of persons, places, organizations and offices and dates were recognized automatically: "
            f"{counted(names, 'name')}, {counted(dates, 'date')}."
        )
    else:
        yield "No names or dates were marked."
    if edition.entities:
        yield "standOff has one entry for each person, place or organization, with the spellings that occur."


def _count(element: etree._Element, *names: str) -> int:
    return sum(1 for _ in element.iter(*map(tei, names)))
