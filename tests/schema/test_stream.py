"""A stream says that a document matches only where libxml2 says so too, and keeps what it has learnt."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from invented import cases, grammar_text
from lxml import etree

from tei.schema.kept_tables import load_tables
from tei.schema.stream import Stream


def written(folder: Path, text: str) -> Path:
    path = folder / "schema.rng"
    path.write_text(text, encoding="utf-8")
    return path


def matches(stream: Stream, document: str) -> bool:
    return stream.gather([document.encode()]) is not None


@settings(max_examples=300)
@given(case=cases())
def test_the_verdict_is_that_of_libxml2(case: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    text, document = case
    folder = tmp_path_factory.mktemp("grammar")
    path, kept = written(folder, text), folder / "kept.bin"
    valid = bool(etree.RelaxNG(etree.fromstring(text)).validate(etree.fromstring(document)))
    first = Stream(path, kept)
    assert matches(first, document) == valid
    first.save()
    again = Stream(path, kept)
    assert matches(again, document) == valid


# Two elements `a` that differ in what they contain: which one it is, is known at its end only.
TWINS = """<start><element name="r"><choice>
    <group><element name="a"><oneOrMore><ref name="x"/></oneOrMore></element><ref name="x"/></group>
    <group><element name="a"><oneOrMore><ref name="y"/></oneOrMore></element><ref name="y"/></group>
    <element name="a"><empty/></element></choice></element></start>
  <define name="x"><element name="x"><empty/></element></define>
  <define name="y"><element name="y"><empty/></element></define>"""
# Attributes that decide by their values.
VALUES = """<start><element name="r"><choice>
    <group><attribute name="n"><value>one</value></attribute><ref name="x"/></group>
    <group><attribute name="n"><data type="integer"/></attribute><attribute name="m"/></group></choice></element></start>
  <define name="x"><element name="x"><text/></element></define>"""
MIXED = """<start><element name="r"><interleave><text/><ref name="x"/><optional><ref name="x"/></optional>
    <oneOrMore><element name="y"><empty/></element></oneOrMore></interleave></element></start>
  <define name="x"><element name="x"><attribute name="k"/><data type="integer"/></element></define>"""
WILD = """<start><element name="r"><attribute name="n"/><zeroOrMore><choice><ref name="any"/><text/></choice></zeroOrMore>
  </element></start>
  <define name="any"><element><anyName><except><name>r</name></except></anyName>
    <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
    <zeroOrMore><choice><ref name="any"/><text/></choice></zeroOrMore></element></define>"""


@pytest.mark.parametrize(
    ("body", "document", "valid"),
    [
        (TWINS, "<r><a><x/></a><x/></r>", True),
        (TWINS, "<r><a><y/><y/></a><y/></r>", True),
        (TWINS, "<r><a/></r>", True),
        (TWINS, "<r><a><x/></a><y/></r>", False),
        (TWINS, "<r><a><x/><y/></a><x/></r>", False),
        (TWINS, "<r><a/><x/></r>", False),
        (VALUES, '<r n="one"><x/></r>', True),
        (VALUES, '<r n=" one "><x/></r>', True),
        (VALUES, '<r n="1" m=""/>', True),
        (VALUES, '<r n="1"><x/></r>', False),
        (VALUES, '<r n="one" m=""/>', False),
        (VALUES, '<r n="two"><x/></r>', False),
        (MIXED, '<r>a<y/>b<x k="">1</x><y/><x k=""> 22 </x>c</r>', True),
        (MIXED, '<r><y/><x k=""><!-- a -->1<?b?>2</x></r>', True),
        (MIXED, '<r><y/><x k="">one</x></r>', False),
        (MIXED, '<r><y/><x k=""/></r>', False),
        (MIXED, "<r><y/><x>1</x></r>", False),
        (MIXED, '<r><x k="">1</x></r>', False),
        (WILD, '<r n=""><p xmlns="urn:a" b="" c="">d<e/></p>f</r>', True),
        (WILD, '<r n=""><p><r/></p></r>', False),
        (WILD, "<r><p/></r>", False),
    ],
)
def test_each_kind_of_pattern(body: str, document: str, valid: bool, tmp_path: Path) -> None:
    path, kept = written(tmp_path, grammar_text(body)), tmp_path / "kept.bin"
    stream = Stream(path, kept)
    assert [matches(stream, document), matches(stream, document)] == [valid, valid]
    stream.save()
    assert matches(Stream(path, kept), document) == valid


@pytest.mark.parametrize(
    "document",
    [
        "<!DOCTYPE r><r/>",
        '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
        '<?xml version="1.1"?><r/>',
        '<?xml version="1.0" encoding="ISO-8859-1"?><r/>',
        "<r>",
        "<r/><r/>",
        "<r>&a;</r>",
        "<r><p:x/></r>",
        '<r xml:base="a"/>',
        "",
    ],
)
def test_what_is_unusual_is_left_open(document: str, tmp_path: Path) -> None:
    body = (
        '<start><element name="r"><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><text/></element></start>'
    )
    assert not matches(Stream(written(tmp_path, grammar_text(body))), document)


def test_white_space_is_that_of_xml_only(tmp_path: Path) -> None:
    stream = Stream(written(tmp_path, grammar_text('<start><element name="r"><empty/></element></start>')))
    assert matches(stream, "<r> \t\r\n</r>")
    assert not matches(stream, "<r>\u3000</r>")
    assert not matches(stream, "<r>&#160;</r>")


def test_elements_in_each_other_without_end_are_left_open(tmp_path: Path) -> None:
    body = """<start><ref name="a"/></start><define name="a"><element name="a"><optional><ref name="a"/></optional>
      </element></define>"""
    stream = Stream(written(tmp_path, grammar_text(body)))
    assert matches(stream, "<a>" * 100 + "</a>" * 100)
    assert not matches(stream, "<a>" * 1000 + "</a>" * 1000)


def test_a_later_run_does_not_read_the_grammar_and_grows_with_it(tmp_path: Path) -> None:
    path, kept = written(tmp_path, grammar_text(MIXED)), tmp_path / "kept.bin"
    first = Stream(path, kept)
    assert matches(first, '<r><y/><x k="">1</x></r>')
    first.save()
    text = path.read_text(encoding="utf-8")
    path.unlink()
    later = Stream(path, kept)
    assert matches(later, '<r><y/><x k="">12</x></r>')
    path.write_text(text, encoding="utf-8")
    assert matches(later, '<r><x k="">1</x>a<y/><y/></r>')
    later.save()
    path.unlink()
    assert matches(Stream(path, kept), '<r><x k="">1</x>a<y/><y/></r>')


@pytest.mark.parametrize("spoilt", [b"", b"00000000", b"zz", b"x" * 100])
def test_a_damaged_file_is_made_again(spoilt: bytes, tmp_path: Path) -> None:
    path, kept = written(tmp_path, grammar_text(MIXED)), tmp_path / "kept.bin"
    kept.write_bytes(spoilt)
    assert load_tables(kept) is None
    stream = Stream(path, kept)
    assert matches(stream, '<r><y/><x k="">1</x></r>')
    stream.save()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert load_tables(kept) is None


def test_a_folder_that_cannot_be_written_costs_no_verdict(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    stream = Stream(written(tmp_path, grammar_text(MIXED)), blocked / "kept.bin")
    assert matches(stream, '<r><y/><x k="">1</x></r>')
    stream.save()


def test_a_schema_that_includes_files_is_not_kept(tmp_path: Path) -> None:
    """The hash of its own file would not tell of a change in the others."""
    written(tmp_path, grammar_text(MIXED))
    outer = tmp_path / "outer.rng"
    outer.write_text(grammar_text('<include href="schema.rng"/>'), encoding="utf-8")
    stream = Stream(outer, tmp_path / "kept.bin")
    assert matches(stream, '<r><y/><x k="">1</x></r>')
    stream.save()
    assert not (tmp_path / "kept.bin").exists()


def test_a_stream_that_must_not_learn_says_nothing_of_what_is_new(tmp_path: Path) -> None:
    stream = Stream(written(tmp_path, grammar_text(MIXED)))
    document = b'<r><y/><x k="">1</x></r>'
    assert stream.gather([document], learns=False) is None
    assert stream.gather([document]) is not None
    assert stream.gather([document], learns=False) is not None
