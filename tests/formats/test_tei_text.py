"""TEI as a source: what its editors decided comes through, and our own editions come back as they are."""

from pathlib import Path

import pytest
from lxml import etree
from office import CONFIG, body, edition, fault, marked, paragraphs, points, read

from tei.diagnostics import Report
from tei.pipeline import build_bytes
from tei.readers import decode, read_decoded, reader_for

_EDITIONS = Path(__file__).parents[2] / "editions"


def _tei(text: str, header: str = "", language: str = "en") -> bytes:
    title = f"<titleStmt><title>Letter</title>{header}</titleStmt>"
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader><fileDesc>{title}</fileDesc></teiHeader>'
        f"<text><body>{text}</body></text></TEI>"
    ).encode()


def test_divisions_are_levels_of_headings_and_lines_stay_lines() -> None:
    text = (
        "<div><head>One</head><p>a\n  b</p><div><head>Two</head><p>c</p></div></div>"
        "<closer><signed>A. Author<lb/>Minister</signed></closer>"
    )
    assert paragraphs(read(_tei(text), "a.tei"))[1:] == [
        ("heading", 1, "", "One"),
        ("text", 0, "", "a b"),
        ("heading", 2, "", "Two"),
        ("text", 0, "", "c"),
        ("text", 0, "", "A. Author\nMinister"),
    ]


def test_lists_and_tables() -> None:
    text = (
        '<list type="ordered"><item>a<list><item>aa</item></list></item><item><p>b</p><p>more</p></item></list>'
        "<table><row><cell>1</cell><cell/></row><row><cell>2</cell><cell>3</cell></row></table>"
    )
    transcript = read(_tei(text), "a.tei")
    assert paragraphs(transcript)[1:6] == [
        ("item", 1, "1", "a"),
        ("item", 2, "", "aa"),
        ("item", 1, "2", "b"),
        ("more", 1, "2", "more"),
        ("cell", 0, "", "1"),
    ]
    assert [(p.cell.row, p.cell.column) for p in transcript.paragraphs if p.cell] == [(1, 1), (2, 1), (2, 2)]


def test_verse_stays_verse(tmp_path: Path) -> None:
    text = (
        "<p>He sang:</p><lg><l>a <hi rend='italic'>b</hi></l><lg><l>c</l><l>d</l></lg><pb n='2'/><l>e</l></lg><p>f</p>"
    )
    assert paragraphs(read(_tei(text), "a.tei"))[2:5] == [
        ("verse", 0, "", "a b"),
        ("verse", 0, "", "c\nd"),
        ("verse", 0, "", "e"),
    ]
    assert body(edition(_tei(text), "a.tei", tmp_path)).count("<l>") == 4


def test_a_picture_stays_where_it_is(tmp_path: Path) -> None:
    figure = '<figure><graphic url="a.png"/><figDesc>A ferry</figDesc></figure>'
    text = f"<p>The ferry is old.</p>{figure}<p>The rope is{figure} new.</p>"
    assert body(edition(_tei(text), "a.tei", tmp_path)).count(figure) == 2


def test_names_highlighting_and_proposed_readings_are_kept_and_signatures_are_recognised_again() -> None:
    text = (
        "<p><persName>Ann</persName> saw <hi rend='italic'>the</hi> <choice><sic>see</sic><corr>sea</corr></choice> in "
        "<choice><abbr>Jan</abbr><expan>January</expan></choice></p><closer><signed><persName>Bo</persName></signed></closer>"
    )
    transcript = read(_tei(text), "a.tei")
    assert marked(transcript) == [("persName", "", "Ann"), ("hi", "italic", "the"), ("sic", "sea", "see")]
    assert "Ann saw the see in Jan\nBo" in transcript.text


def test_breaks_and_notes() -> None:
    text = (
        '<pb n="3"/><p>A long line of the text that goes on and on for more than sixty characters, bro<lb break="no"/>ken '
        'here<note>why</note> and<lb/>there, on the other line of it, which is as long as the first one was, and a little longer.<pb n="4"/></p><p>x</p>'
    )
    transcript = read(_tei(text), "a.tei")
    assert [(tag, n, after.split("\n")[0]) for tag, n, after in points(transcript)] == [
        ("pb", "3", "A long lin"),
        ("lb", "", "ken here a"),
        ("ptr", "1", " and there"),
        ("lb", "", "there, on "),
        ("pb", "4", "x"),
    ]
    assert paragraphs(transcript)[-1] == ("note", 0, "1", "why")


def test_the_header_gives_title_author_and_date() -> None:
    data = _tei("<p>The two sides met.</p>", "<author>A. Author</author>")
    source = read_decoded(decode(data, file="a.tei", report=Report()), report=Report())
    assert [(field.field, field.value) for field in source.metadata] == [("title", "Letter"), ("author", "A. Author")]


def test_a_foreign_edition_goes_through_every_check(tmp_path: Path) -> None:
    text = (
        "<head>Letter to the Harbour</head><p>The ships came <hi rend='bold'>late</hi>.<note place='foot' n='2'>In May.</note></p>"
        "<p>They left early, as <persName>Ann</persName> says.</p>"
    )
    assert "late</hi>.<ptr/></p>" in body(edition(_tei(text), "a.tei", tmp_path))


@pytest.mark.parametrize("path", sorted(_EDITIONS.glob("*.xml")), ids=lambda path: path.stem)
def test_our_own_editions_come_back_with_the_same_text_and_blocks(path: Path) -> None:
    built = build_bytes(path.read_bytes(), str(path), CONFIG, report=Report())
    before, after = (_blocks(etree.fromstring(data)) for data in (path.read_bytes(), built.xml))
    assert after == before


def _blocks(root: etree._Element) -> list[tuple[str | None, str]]:
    kinds = ("head", "p", "item", "signed", "dateline")
    text = root.find("{*}text")
    assert text is not None
    return [
        (block.get("{http://www.w3.org/XML/1998/namespace}id"), "".join("".join(map(str, block.itertext())).split()))
        for block in text.iter(*(f"{{*}}{kind}" for kind in kinds))
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<TEI", "not well-formed"),
        (b"<TEI.2><text/></TEI.2>", "no TEI document"),
        (b'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + _tei("<p>a &e; b</p>"), "outside of the file"),
    ],
)  # fmt: skip
def test_what_is_no_tei_is_refused(data: bytes, says: str) -> None:
    rule, message = fault(data, "a.tei")
    assert (rule, says in message) == ("RD003", True), message


def test_entities_that_multiply_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + _tei("<p>&b;</p>")
    assert fault(bomb, "a.tei")[0] == "RD003"


def test_an_xml_file_is_tei_where_it_says_so() -> None:
    assert decode(_tei("<p>x</p>"), file="a.xml", report=Report()).transcript is not None
    assert decode(b"<x>y</x>", file="a.xml", report=Report()).transcript is None
    assert reader_for("a.tei").name == "tei"
