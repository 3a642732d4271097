"""HTML: the text of a page, and what the site has put around it."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from office import CONFIG, body, edition, marked, paragraphs, points, read

from tei.diagnostics import Report
from tei.formats.html import read_html
from tei.formats.html_tree import parse_html
from tei.model.decoding import sanitize
from tei.model.white_space import ink
from tei.pipeline import build
from tei.plugins import TeiFile
from tei.readers import decode, read_decoded
from tei.validators import VALIDATORS

_P = "The two sides have met in the town and talked about trade and the sea."


def _read(text: str) -> list[tuple[str, int, str, str]]:
    return paragraphs(read(text.encode(), "a.html"))


def test_white_space_is_that_of_html() -> None:
    assert _read("<p> a\n  b <b> c</b> <i>d </i> e<br> f</p>") == [("text", 0, "", "a b c d e\nf")]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&amp; &lt; &eacute; &#233; &#xe9; &nbsp;.", "& < é é é \xa0."),
        ("AT&T &unknown; a&b=c &copy 1", "AT&T &unknown; a&b=c © 1"),
        ("a < b and 3<4", "a < b and 3<4"),
        ("x<!-- y -->z", "xz"),
    ],
)
def test_references_are_decoded_and_what_is_none_is_text(written: str, text: str) -> None:
    assert _read(f"<p>{written}</p>")[0][3] == text


def test_end_tags_may_be_left_out() -> None:
    text = "<h1>T</h1><p>one<p>two<ul><li>a<li>b<ul><li>c</ul><li>d</ul><dl><dt>e<dd>f</dl>three"
    assert _read(text) == [
        ("heading", 1, "", "T"),
        ("text", 0, "", "one"),
        ("text", 0, "", "two"),
        ("item", 1, "", "a"),
        ("item", 1, "", "b"),
        ("item", 2, "", "c"),
        ("item", 1, "", "d"),
        ("text", 0, "", "e"),
        ("text", 0, "", "f"),
        ("text", 0, "", "three"),
    ]


def test_ordered_lists_are_counted_as_a_browser_counts_them() -> None:
    text = '<ol start="3"><li>a<li value="7">b<li>c</ol><ol type="A"><li>d</ol>'
    assert [n for _, _, n, _ in _read(text)] == ["3", "7", "8", "A"]


def test_paragraphs_of_an_item_belong_to_it(tmp_path: Path) -> None:
    page = f"<h1>Report</h1><p>{_P}</p><ul><li><p>one</p><p>more</p></li><li>two</li></ul>"
    assert '<list type="bulleted"><item>one more</item><item>two</item></list>' in body(
        edition(page.encode(), "a.html", tmp_path)
    )


def test_two_breaks_in_a_row_part_paragraphs() -> None:
    assert [text for _, _, _, text in _read("<div>one<br>line<br><br>two<br/><br/><br/>three</div>")] == [
        "one\nline",
        "two",
        "three",
    ]


def test_what_the_site_has_put_around_the_text_is_set_aside() -> None:
    page = f"<header>Site</header><nav><ul><li>Home</li></ul></nav><p>{_P}</p><aside>See also</aside><button>Print</button><footer>(c)</footer>"
    source = read_decoded(decode(page.encode(), file="a.html", report=Report()), report=Report())
    assert [chunk.lines[0].text for chunk in source.chunks] == [_P]
    assert [(e.kind.value, source.decoded.text[e.span.start : e.span.end]) for e in source.ledger] == [
        ("site", "Site"),
        ("site", "Home"),
        ("site", "See also"),
        ("site", "Print"),
        ("site", "(c)"),
    ]


def test_with_a_main_everything_else_is_the_sites_and_a_header_in_it_is_text() -> None:
    page = f"<div>Ad</div><div><main><header><h1>Report</h1></header><p>{_P}</p></main></div><div>More</div>"
    assert [(kind, text) for kind, _, _, text in _read(page)] == [
        ("navigation", "Ad"),
        ("heading", "Report"),
        ("text", _P),
        ("navigation", "More"),
    ]


def test_a_page_that_would_be_all_chrome_is_all_text() -> None:
    assert _read(f"<nav><p>{_P}</p></nav>") == [("text", 0, "", _P)]


def test_scripts_and_styles_are_no_text() -> None:
    assert _read(f"<style>p{{}}</style><script>if (a<b) '<p>no</p>'</script><p>{_P}</p><template>no</template>") == [
        ("text", 0, "", _P)
    ]


def test_emphasis_by_element_and_by_style() -> None:
    text = '<p><b>a</b> <em>b</em> <span style="font-weight:700; font-style: italic">c</span> x<sup>2</sup></p>'
    assert marked(read(text.encode(), "a.html")) == [
        ("hi", "bold", "a"),
        ("hi", "italic", "b"),
        ("hi", "bold italic", "c"),
        ("hi", "superscript", "2"),
    ]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<sup id="r1"><a href="#n1">[1]</a></sup>', '<ol><li id="n1">In May. <a href="#r1">↩</a></li></ol>'),
        ('<a name="_ftnref1" href="#_ftn1">[1]</a>', '<div><p><a name="_ftn1" href="#_ftnref1">[1]</a> In May.</p></div>'),
        ('<a id="r1" href="#n1">1</a>', '<p id="n1"><a href="#r1">1</a>. In May.</p>'),
    ],
)  # fmt: skip
def test_footnotes_are_told_by_the_links_that_lead_there_and_back(reference: str, note: str, tmp_path: Path) -> None:
    page = f"<h1>Report</h1><p>{_P}{reference} Nothing else was said.</p><hr>{note}"
    root = edition(page.encode(), "a.html", tmp_path)
    found = root.find(".//{*}text//{*}note")
    assert found is not None
    assert (found.get("n"), "".join(found.itertext()).strip(" .")) == ("1", "In May")
    link = root.find(".//{*}text//{*}ref")
    assert link is not None
    assert link.get("target", "").endswith(".note1")


def test_links_inside_a_page_that_do_not_lead_back_are_no_notes() -> None:
    text = f'<ul><li><a href="#s1">Section 1</a></li></ul><h2 id="s1">Section 1</h2><p>{_P}</p>'
    assert [kind for kind, *_ in _read(text)] == ["item", "heading", "text"]


def test_ruby_stays_after_its_characters() -> None:
    transcript = read("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>。</p>".encode(), "a.html")
    assert transcript.text.strip() == "漢字(かんじ)。"
    assert marked(transcript) == [("aside", "", "("), ("note", "ruby", "かんじ"), ("aside", "", ")")]


def test_preformatted_lines_are_laid_out_by_hand() -> None:
    source = read_decoded(
        decode(b"<pre>REPORT\n\n  one\n  two\n</pre>", file="a.html", report=Report()), report=Report()
    )
    assert [[line.text for line in chunk.lines] for chunk in source.chunks] == [["REPORT"], ["one", "two"]]


def test_metadata_of_the_page() -> None:
    page = (
        '<head><title>Report - My Site</title><meta name="DC.Title" content="Report"><meta name="viewport" content="x">'
        f'<meta name="author" content="A. Author"></head><body><h1>Report</h1><p>{_P}</p></body>'
    )
    source = read_decoded(decode(page.encode(), file="a.html", report=Report()), report=Report())
    assert [(field.key, field.field, field.value) for field in source.metadata] == [
        ("page title", "", "Report - My Site"),
        ("title", "title", "Report"),
        ("author", "author", "A. Author"),
    ]


def test_the_declared_encoding_counts_where_the_bytes_are_not_utf_8() -> None:
    page = '<html><head><meta charset="big5"></head><body><p>雙方就貿易問題交換了意見。</p></body>'
    assert "雙方就貿易問題" in decode(page.encode("big5"), file="a.html", report=Report()).text
    assert "雙方就貿易問題" in decode(page.encode(), file="a.html", report=Report()).text


def test_findings_name_line_and_column_of_the_file() -> None:
    page = "<html>\n<body>\n\n  <p>one</p>\n  <p>a &amp; b\n  c</p>"
    decoded = decode(page.encode(), file="a.html", report=Report())
    places = {word: decoded.location(decoded.text.index(word)) for word in ("one", "a", "&", "b")}
    assert {word: (place.line, place.column) for word, place in places.items()} == {
        "one": (4, 6),
        "a": (5, 6),
        "&": (5, 8),
        "b": (5, 14),
    }


def test_a_column_for_each_language_is_a_version_for_each(tmp_path: Path) -> None:
    rows = [
        ("Report on the Talks", "会谈报告"),
        (_P, "双方在城里就贸易和海洋问题进行了会谈。"),
        (_P, "双方在城里就贸易和海洋问题进行了会谈。"),
    ]
    cells = "".join(f"<tr><td>{a}<td>{b}" for a, b in rows)
    root = edition(f"<table>{cells}</table>".encode(), "a.html", tmp_path)
    assert [
        div.get("{http://www.w3.org/XML/1998/namespace}id") for div in root.findall(".//{*}div[@type='version']")
    ] == ["en", "zh"]


def test_pictures_form_fields_and_deletions_are_counted() -> None:
    found = read(f"<p>{_P}<img src='data:image/png;base64,AAAA'><input><del>x</del></p>".encode(), "a.html").findings
    assert [(finding.rule.id, finding.message) for finding in found] == [
        ("RD013", "a picture is not in the text"),
        ("RD013", "a form field is not in the text"),
        ("RD012", "a tracked deletion is not in the text"),
    ]


def test_a_picture_stays_where_it_is(tmp_path: Path) -> None:
    root = edition(f"<p>{_P} <img src='a b.png' alt='A ferry'> {_P}</p><img src='c.png'>".encode(), "a.html", tmp_path)
    (paragraph,) = root.findall(".//{*}div/{*}p")
    first, last = paragraph.findall("{*}figure")
    assert [child.get("url") or child.text for child in (*first, *last)] == ["a%20b.png", "A ferry", "c.png"]


def test_a_page_break_by_style() -> None:
    text = f'<p>{_P}</p><p style="page-break-before: always">two</p>'
    assert points(read(text.encode(), "a.html")) == [("pb", "", "two\n")]


_TAGS = (
    "p",
    "div",
    "ul",
    "li",
    "b",
    "table",
    "tr",
    "td",
    "span",
    "h2",
    "a",
    "pre",
    "br",
    "sup",
    "ol",
    "main",
    "nav",
    "hr",
)
_pieces = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
        st.sampled_from(
            ["&amp;", "&", "<", ">", " ", "\n", "word", "&#0;", "&#xD800;", '<a href="#x" id="y">', "<p id=x>"]
        ),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"]), max_size=5),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(_pieces)
def test_no_page_is_too_broken_to_be_read_and_all_its_text_comes_through(pieces: list[str]) -> None:
    page = "".join(pieces)
    transcript = read_html(page.encode(), "a.html", "utf-8")
    characters = ink(sanitize(parse_html(page).text)[0])
    assert Counter(ink(transcript.text)) == Counter(characters)
    for paragraph in transcript.paragraphs:
        assert 0 <= paragraph.start <= paragraph.end <= len(transcript.text)


def test_the_text_is_that_which_another_parser_finds() -> None:
    page = f"<html><body><h1>T &eacute;</h1><p>{_P}<br>x <b>y</b></p><table><tr><td>a<td>b</table><ul><li>c<li>d</ul></body></html>"
    expected = lxml_html.fromstring(page).text_content()
    assert ink(read(page.encode(), "a.html").text) == ink(expected)


def test_a_deep_and_a_long_page_take_no_longer_than_they_must() -> None:
    deep = "<div>" * 5000 + "x" + "</div>" * 5000
    assert read(deep.encode(), "a.html").text == "x\n"
    long = "<p>word <b>word</b></p>" * 20000
    assert len(read(long.encode(), "a.html").paragraphs) == 20000


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=_pieces)
def test_the_edition_of_any_page_is_proved_to_be_its_text(pieces: list[str], tmp_path: Path) -> None:
    page = f"<h1>Report on the Talks</h1><p>{_P}{''.join(pieces)}"
    source = tmp_path / "a.html"
    source.write_bytes(page.encode())
    built = build(source, CONFIG, report=Report(), encoding="utf-8")
    document = TeiFile("a.xml", built.xml, etree.fromstring(built.xml).getroottree(), source)
    assert list(VALIDATORS.get("fidelity").check(document)) == []
