"""All text of a document is on its page, whatever its elements are called and however they stand in one another."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import HtmlElement, fromstring

from tei.names import local_name, tei
from tei.publishers.reading import HIDDEN
from tei.publishers.site.behaviours import BLOCKS, INLINE
from tei.publishers.site.pages import Item, Site, edition_pages, is_tei

ROOT = Path(__file__).parents[2]
FOREIGN = ROOT.parent / "shared" / "validation" / "docs"
ODD = etree.parse(ROOT / "schemas" / "tei-edition.odd")
# Which elements hold others only: words that stand in them by mistake are findings of the schema, and on no page.
WORDLESS = {"choice", "list", "table", "row", "TEI", "text", "body", "front", "back", "group", "div"}
EMPTY = {"lb", "pb", "cb", "ptr", "anchor", "milestone", "gb", "graphic", "binaryObject"}
NAMES = sorted(
    {*map(str, ODD.xpath("//*[local-name() = 'elementSpec']/@ident")), *BLOCKS, *INLINE, "fw", "stamp", "unheardOf"}
    - HIDDEN
    - {"TEI", "text", "body", "front", "back", "group"}
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> etree._Element:
    """An element of any name of our ODD, or of none, with others in it; where words may stand, there is a W."""
    name = draw(st.sampled_from([*NAMES, *["div"] * 6]))
    made = etree.Element(tei(name))
    for attribute, values in (("type", "footnote gloss"), ("rend", "inline bold"), ("place", "bottom")):
        if draw(st.integers(0, 4)) == 0:
            made.set(attribute, draw(st.sampled_from(values.split())))
    if name == "div" and draw(st.booleans()):
        made.set("type", "version")
    if name in EMPTY:
        return made
    made.text = None if name in WORDLESS else "W"
    for child in draw(st.lists(elements(depth + 1), max_size=3)) if depth < 3 else ():
        child.tail = None if name in WORDLESS else "W"
        made.append(child)
    return made


def numbered(document: etree._Element) -> tuple[bytes, list[str]]:
    """The document with a word of its own at each W, and these words."""
    parts = etree.tostring(document, encoding="unicode").split(">W<")
    words = [f"w{number}w" for number in range(len(parts) - 1)]
    text = "".join(f"{part}>{word}<" for part, word in zip(parts, words, strict=False)) + parts[-1]
    return text.encode(), words


@settings(max_examples=150, deadline=None)
@given(st.lists(elements(), max_size=4))
def test_every_word_of_a_random_document_is_on_its_page(blocks: list[etree._Element]) -> None:
    root = etree.Element(tei("TEI"))
    etree.SubElement(etree.SubElement(root, tei("text")), tei("body")).extend(blocks)
    data, words = numbered(root)
    page = "".join(shown(data))
    assert [word for word in words if word not in page] == []


def shown(data: bytes) -> Iterator[str]:
    """The text of a page, without what the page says about it."""
    page: HtmlElement = fromstring(edition_pages(Item("one", data), Site()).files["editions/one.html"].decode())
    for part in page.xpath("//div[contains(@class, 'ui-rows')] | //section[@class='ui-notes']"):
        yield "".join(part.itertext())


def said(element: etree._Element) -> Iterator[str]:
    """The text of an element without what is no text; a file written into the document is none."""
    if local_name(element.tag) not in (*HIDDEN, "", "binaryObject"):
        yield element.text or ""
        for child in element:
            yield from said(child)
            yield child.tail or ""


@pytest.mark.skipif(not FOREIGN.is_dir(), reason="the documents to validate, ../shared/validation/docs, are not here")
def test_every_character_of_documents_by_others_is_on_their_pages() -> None:
    checked = 0
    for path in sorted(FOREIGN.iterdir()):
        data = path.read_bytes()
        if not is_tei(Item(path.stem, data)):
            continue
        checked += 1
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, remove_comments=True))
        outermost = [
            each for each in root.iter(tei("text")) if not any(up.tag == tei("text") for up in each.iterancestors())
        ]
        there = Counter(re.sub(r"\s", "", "".join(shown(data))))
        wanted = Counter(re.sub(r"\s", "", "".join(word for text in outermost for word in said(text))))
        assert wanted - there == Counter(), path.name
    assert checked > 100


def test_a_corpus_is_shown_with_all_its_documents() -> None:
    text = "<text><body><p>{}</p></body></text>"
    documents = "".join(f"<TEI><teiHeader/>{text.format(word)}</TEI>" for word in ("First.", "Second."))
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{documents}</teiCorpus>'.encode()
    assert re.findall(r"First\.|Second\.", "".join(shown(data))) == ["First.", "Second."]


def test_a_transcription_without_a_text_is_shown() -> None:
    data = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><sourceDoc><surface><zone><line>A line</line></zone>
    </surface></sourceDoc></TEI>"""
    assert "A line" in "".join(shown(data))
