"""A scan gives what the stream gives, or leaves the document to it."""

from xml.parsers.expat import ExpatError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import grammar_text

from tei.schema import acceptor, scanner
from tei.schema.acceptor import Undecided
from tei.schema.scanner import Scanner, Unusual
from tei.schema.stream import Stream

TEI = "http://www.tei-c.org/ns/1.0"
Found = tuple[set[str], set[str], list[tuple[str, str]], bool] | None
# Elements of three kinds: with elements only, with text among them, and with a value; attributes of any name.
BODY = """<start><choice><ref name="r"/><element name="r"><attribute name="first"/><empty/></element></choice></start>
  <define name="r"><element><choice><name>r</name><name ns="http://www.tei-c.org/ns/1.0">r</name></choice>
    <ref name="some"/><zeroOrMore><choice><ref name="r"/><ref name="m"/><ref name="v"/></choice></zeroOrMore></element></define>
  <define name="m"><element><choice><name>m</name><name ns="http://www.tei-c.org/ns/1.0">text</name></choice>
    <ref name="some"/><zeroOrMore><choice><text/><ref name="m"/></choice></zeroOrMore></element></define>
  <define name="v"><element name="v"><data type="integer"/></element></define>
  <define name="some"><optional><attribute name="xml:id"><data type="NCName"/></attribute></optional>
    <optional><attribute name="corresp"/></optional><zeroOrMore><attribute><anyName><except><name>corresp</name>
    <name>xml:id</name><name>first</name></except></anyName></attribute></zeroOrMore></define>"""


@pytest.fixture(scope="module")
def stream(tmp_path_factory: pytest.TempPathFactory) -> Stream:
    path = tmp_path_factory.mktemp("schema") / "schema.rng"
    path.write_text(grammar_text(BODY), encoding="utf-8")
    made = Stream(path)
    made.open()
    return made


@pytest.fixture
def fresh(stream: Stream) -> Scanner:
    """A scanner that remembers no tags."""
    made = Scanner(stream._tables, stream)
    made._forget()
    return made


def streamed(stream: Stream, data: bytes) -> Found:
    found = acceptor.gather(stream._tables.states[0], stream, [data])
    return None if found is None else (found.identifiers, found.pointers, found.links, found.repeated)


def scanned(scan: Scanner, data: bytes) -> Found:
    try:
        found = scan.gather(data)
    except (Undecided, ExpatError):
        return None
    return found.identifiers, found.pointers, found.links, found.repeated


@pytest.mark.parametrize(
    ("document", "valid"),
    [
        ("<r/>", True),
        ('<r first=""/>', True),
        ("<r><m>text</m> <m/>\n<r></r></r>", True),
        ("<r>text</r>", False),
        ("<r><m/>text</r>", False),
        ("<r><r> \n</r></r>", True),
        ("<r><r>text</r></r>", False),
        ("<r><v>12</v><v> 3 </v><v>4<!-- 5 -->6</v></r>", True),
        ("<r><v>twelve</v></r>", False),
        ("<r><v/></r>", False),
        ("<r><v>1<m/></v></r>", False),
        ('<r><m xml:id="a" corresp="#b"/><m xml:id="a">c</m></r>', True),
        ('<r><m xml:id=""/></r>', False),
        ('<r><m xml:id="a b"/></r>', False),
        ('<r\n\tn = "1"\r\n  m="2\n3"><m n="it\'s" /></r>', True),
        ("<r>\r\n<m>\r</m>\r</r>", True),
        ("<r><m>&lt;a</m></r>", True),
        ("<!-- <r> > --><?a <b> ?><r><!-- </r> --><?c >?></r><!-- -->", True),
        ("\ufeff<r/>", True),
        ("<r><x/></r>", False),
        ("<r><m></r></m>", False),
        ("<r/><r/>", False),
        ("<r><m>]]></m></r>", False),
        ('<r><m n="1" n="2"/></r>', False),
        ('<?xml version="1.1"?><r/>', False),
        ("", False),
        ("<r>" * 300 + "</r>" * 300, False),
    ],
)
def test_the_plain_form_of_xml(document: str, valid: bool, stream: Stream, fresh: Scanner) -> None:
    data = document.encode()
    if document:
        expected = streamed(stream, data)
        assert (expected is not None) == valid
        assert [scanned(fresh, data), scanned(fresh, data)] == [expected, expected]
    assert (stream.gather([data]) is not None) == valid


@pytest.mark.parametrize(
    "document",
    [
        '<r><m n="a>b"/></r>',
        '<r><m n="/>"/></r>',
        "<r><m n='a'/></r>",
        "<r><m n='\"a>\"'/></r>",
        '<r><m n="a&amp;b"/></r>',
        "<r><v>&#49;</v></r>",
        "<r><v>1<!-- 2 -->&#49;</v></r>",
        "<r>&#32;<m/></r>",
        "<r><r>&#10;</r></r>",
        "<r><m><![CDATA[a]]></m></r>",
        '<r><m xmlns:x="urn:x" x:n="a"/></r>',
        '<r><m xmlns="urn:x"/></r>',
        '<r xmlns=""><m>xmlns</m></r>',
        "<r xmlns='http://www.tei-c.org/ns/1.0'/>",
        "<r><m>xmlns</m></r>",
        '<r><m>xmlns="urn:a"</m></r>',
    ],
)
def test_another_form_is_left_to_the_stream(document: str, stream: Stream, fresh: Scanner) -> None:
    data = document.encode()
    assert scanned(fresh, b"<r/>") is not None
    with pytest.raises(Unusual):
        fresh.gather(data)
    assert (stream.gather([data]) is None) == (streamed(stream, data) is None)


def test_documents_in_another_namespace_than_the_first_are_left_to_the_stream(stream: Stream, fresh: Scanner) -> None:
    of_tei, of_none = f'<r xmlns="{TEI}"><text corresp="#a">a</text></r>'.encode(), b"<r><m>a</m></r>"
    assert scanned(fresh, of_tei) == streamed(stream, of_tei) == (set(), {"#a"}, [("", "#a")], False)
    with pytest.raises(Unusual):
        fresh.gather(of_none)
    assert [stream.gather([data]) is not None for data in (of_none, of_tei, of_none)] == [True, True, True]


def test_tags_are_forgotten_when_they_are_many(stream: Stream, fresh: Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "_MOST", 20)
    for number in range(100):
        data = f'<r><m xml:id="a{number}">b</m></r>'.encode()
        assert scanned(fresh, data) == streamed(stream, data)
        assert sum(len(state.tags) for state in stream._tables.states) <= 22


# Pieces that make documents, and break them.
PIECES = st.sampled_from(
    [
        "<r>",
        "</r>",
        "<m>",
        "</m>",
        "<m/>",
        "<r/>",
        "<v>",
        "</v>",
        "<v>1</v>",
        "<m>a</m>",
        " ",
        "\n",
        "a",
        "1",
        ">",
        '"',
        "'",
        '<m xml:id="a">',
        '<m corresp="#a"/>',
        '<m n="a>b">',
        "<m n='/>'/>",
        '<m\tn="a\nb" >',
        '<m n="&lt;"/>',
        "<m n=''>",
        "<!-- <m> -->",
        "<?a > ?>",
        "<![CDATA[<m>]]>",
        "&amp;",
        "&#32;",
        "&#97;",
        "]]>",
        "\r\n",
        "\u3000",
        "<m ",
        "/>",
        "=",
        "&",
    ]
)


def closed(pieces: list[str]) -> str:
    """A document of the pieces; where their tags match it is well-formed."""
    return f"<r>{''.join(pieces)}</r>"


nested = st.recursive(
    PIECES, lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<m>{''.join(parts)}</m>"), max_leaves=10
)


@settings(max_examples=300)
@given(pieces=st.lists(nested, max_size=6))
def test_a_scan_finds_what_the_stream_finds(pieces: list[str], stream: Stream) -> None:
    data = closed(pieces).encode()
    scan = Scanner(stream._tables, stream)
    scan._namespace = ""  # as for the tags that the states remember
    try:
        found = scanned(scan, data)
    except Unusual:
        return
    assert found == streamed(stream, data)
