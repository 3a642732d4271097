"""DOCX: what comes through of it, and what is left out."""

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree
from office import CONFIG, body, docx, edition, marked, p, paragraphs, points, r, read

from tei.diagnostics import Report
from tei.model.joint import VersionFiles
from tei.overrides.anchors import Anchor, find
from tei.pipeline import build_versions
from tei.plugins import TeiFile
from tei.readers import decode, read_decoded
from tei.validators import VALIDATORS

_NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def _item(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_nest_and_are_counted_as_word_counts_them() -> None:
    items = (_item("a"), _item("b"), _item("b1", level=1), _item("b2", level=1), _item("c"), _item("d1", level=1))
    assert paragraphs(read(docx("".join(items), numbering=_NUMBERING), "a.docx")) == [
        ("item", 1, "1.", "a"),
        ("item", 1, "2.", "b"),
        ("item", 2, "(a)", "b1"),
        ("item", 2, "(b)", "b2"),
        ("item", 1, "3.", "c"),
        ("item", 2, "(a)", "d1"),
    ]


def test_bullets_have_no_number_and_a_restarted_list_counts_from_where_it_says() -> None:
    made = docx(_item("x", 2) + _item("a", 1) + _item("f", 4) + _item("g", 4), numbering=_NUMBERING)
    assert [n for _, _, n, _ in paragraphs(read(made, "a.docx"))] == ["", "1.", "5.", "6."]


def test_a_label_with_words_in_it_is_text() -> None:
    heading = p("Peace", '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="3"/></w:numPr>')
    paragraph = p("The two sides agree.", '<w:numPr><w:numId w:val="3"/></w:numPr>')
    assert paragraphs(read(docx(heading + paragraph, numbering=_NUMBERING), "a.docx")) == [
        ("heading", 2, "", "Article I Peace"),
        ("text", 0, "", "Article II The two sides agree."),
    ]


def test_headings_by_style_by_its_parent_and_by_outline_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    )
    text = (
        p("T", '<w:pStyle w:val="T"/>') + p("own", '<w:pStyle w:val="Mine"/>') + p("level", '<w:outlineLvl w:val="0"/>')
    )
    found = paragraphs(read(docx(text + p("body", '<w:outlineLvl w:val="9"/>'), styles=styles), "a.docx"))
    assert [(kind, level) for kind, level, _, _ in found] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 1),
        ("text", 0),
    ]


def test_runs_cut_at_random_are_one_mark_and_off_is_off() -> None:
    runs = (
        r("Lis", "<w:b/>")
        + r("bon", "<w:b/>")
        + r(" and ", '<w:b w:val="0"/>')
        + r("2", '<w:vertAlign w:val="superscript"/>')
    )
    assert marked(read(docx(f"<w:p>{runs}</w:p>"), "a.docx")) == [("hi", "bold", "Lisbon"), ("hi", "superscript", "2")]


def test_breaks_of_page_column_and_line() -> None:
    text = (
        f'<w:p>{r("one")}<w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>{r("two")}</w:p>'
        f'<w:p>{r("a")}<w:r><w:br/></w:r>{r("b")}<w:r><w:br w:type="column"/></w:r>{r("c")}<w:r><w:tab/></w:r>{r("d")}</w:p>'
    )
    transcript = read(docx(text + p("last", "<w:pageBreakBefore/>")), "a.docx")
    assert [text for _, _, _, text in paragraphs(transcript)] == ["one", "two", "a\nbc\td", "last"]
    assert [(tag, after.split("\n")[0]) for tag, _, after in points(transcript)] == [
        ("pb", "two"),
        ("cb", "c\td"),
        ("pb", "last"),
    ]


def test_footnotes_and_endnotes_stand_at_the_end_and_are_linked_both_ways(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    text = p("Agreement on Fishing", '<w:outlineLvl w:val="0"/>') + (
        f'<w:p>{r("The two sides met")}{reference}{r(" in the town of Lisbon and agreed")}<w:r><w:endnoteReference w:id="2"/></w:r>{r(".")}</w:p>'
    )
    foot = f'<w:footnote w:id="0" w:type="separator">{p("no")}</w:footnote><w:footnote w:id="7">{p("In May.")}{p("And in June.")}</w:footnote>'
    end = f'<w:endnote w:id="2">{p("Orally.")}</w:endnote>'
    root = edition(docx(text, footnotes=foot, endnotes=end), "a.docx", tmp_path)
    assert "<p>The two sides met<ptr/> in the town of" in body(root)
    assert body(root).endswith(
        '<note type="footnote" n="1" place="end">In May. And in June.</note>'
        '<note type="footnote" n="i" place="end">Orally.</note></div>'
    )


def test_a_table_of_data_keeps_rows_and_empty_cells(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row('Goods', 'Tons')}{row('Tea', '')}{row('', '12')}</w:tbl>"
    text = p("Trade in the Year", '<w:outlineLvl w:val="0"/>') + p(
        "The goods are these, as both sides have counted them."
    )
    assert (
        "<table><row><cell>Goods</cell><cell>Tons</cell></row><row><cell>Tea</cell><cell/></row>"
        "<row><cell/><cell>12</cell></row></table>"
    ) in body(edition(docx(text + table), "a.docx", tmp_path))


def test_two_columns_in_two_languages_are_two_versions(tmp_path: Path) -> None:
    rows = [
        ("Agreement on Fishing in the Sea", "关于海上捕鱼的协定"),
        (
            "The two sides have talked about the sea and agreed on what follows.",
            "双方就海上问题进行了会谈，并达成如下协议。",
        ),
        ("The ships of the one side may enter the harbours of the other.", "一方的船只可以进入另一方的港口。"),
    ]
    cells = "".join(f"<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>" for a, b in rows)
    root = edition(docx(f"<w:tbl>{cells}</w:tbl>"), "a.docx", tmp_path)
    versions = root.findall(".//{*}div[@type='version']")
    assert [version.get("{http://www.w3.org/XML/1998/namespace}lang") for version in versions] == ["en", "zh-Hans"]
    assert [len(version.findall("{*}p")) for version in versions] == [2, 2]


def test_what_is_inserted_is_text_and_what_is_deleted_is_not() -> None:
    text = (
        f"<w:p>{r('on ')}<w:del><w:r><w:delText>Monday</w:delText></w:r></w:del><w:ins>{r('Tuesday')}</w:ins>"
        f"<w:moveFrom>{r('gone')}</w:moveFrom><w:moveTo>{r('!')}</w:moveTo></w:p>"
    )
    transcript = read(docx(text), "a.docx")
    assert paragraphs(transcript) == [("text", 0, "", "on Tuesday!")]
    assert [finding.rule.id for finding in transcript.findings] == ["RD012"]


def test_what_is_not_in_the_text_is_counted() -> None:
    text = f"<w:p>{r('one')}<w:r><w:drawing/></w:r>{r('secret', '<w:vanish/>')}<w:r><w:pict/></w:r></w:p>"
    transcript = read(docx(text, comments=f'<w:comment w:id="1">{p("why?")}</w:comment>'), "a.docx")
    assert [finding.message for finding in transcript.findings] == [
        "2 pictures are not in the text",
        "a hidden passage is not in the text",
        "a comment is not in the text",
    ]


def test_a_picture_stays_where_it_is() -> None:
    blip = '<a:blip xmlns:a="urn:a" xmlns:r="urn:r" r:embed="rId7"/>'
    about = '<d:docPr xmlns:d="urn:d" descr="A ferry"/>'
    relations = '<Relationships><Relationship Id="rId7" Type="http://x/image" Target="media/1.png"/></Relationships>'
    made = docx(f"<w:p>{r('one')}<w:r><w:drawing>{about}{blip}</w:drawing></w:r>{r(' two')}</w:p>")
    data = io.BytesIO(made)
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
    transcript = read(data.getvalue(), "a.docx")
    assert [(p.offset, p.n, p.description) for p in transcript.points] == [(3, "word/media/1.png", "A ferry")]
    assert transcript.findings == ()


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    transcript = read(docx(f"<w:p>{r('before ')}<w:r>{both}</w:r>{r('after')}</w:p>"), "a.docx")
    assert [text for _, _, _, text in paragraphs(transcript)] == ["before after", "in the box"]
    assert transcript.findings == ()


def test_running_heads_are_set_aside() -> None:
    source = read_decoded(
        decode(docx(p("The text."), header1=p("Secret"), footer1=p("12")), file="a.docx", report=Report()),
        report=Report(),
    )
    assert [(entry.kind.value, source.decoded.text[entry.span.start : entry.span.end]) for entry in source.ledger] == [
        ("page", "12"),
        ("page", "Secret"),
    ]


def test_fields_content_controls_links_and_symbols_are_text_and_instructions_are_not() -> None:
    text = (
        f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>{r('3')}</w:fldSimple>"
        f"<w:sdt><w:sdtContent>{r(' x')}</w:sdtContent></w:sdt><w:hyperlink>{r(' link')}</w:hyperlink>"
        '<w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:char="00A7"/></w:r></w:p>'
    )
    assert paragraphs(read(docx(text), "a.docx"))[0][3] == "3 x link\u2011\u00ad§"


def test_empty_paragraphs_are_blank_lines_and_findings_name_the_paragraph() -> None:
    decoded = decode(docx(p("one") + p("") + p("") + p("two") + p("three")), file="a.docx", report=Report())
    source = read_decoded(decoded, report=Report())
    assert [chunk.gap for chunk in source.chunks] == [0, 2, 0]
    assert [decoded.location(chunk.span.start).line for chunk in source.chunks] == [1, 4, 5]


def test_right_to_left_text_and_its_language_are_kept() -> None:
    text = f'<w:p><w:pPr><w:bidi/></w:pPr>{r("السلام عليكم", """<w:rtl/><w:lang w:bidi="ar-SA"/>""")}</w:p>'
    transcript = read(docx(text), "a.docx")
    assert (transcript.paragraphs[0].lang, transcript.text) == ("ar-SA", "السلام عليكم\n")


def test_typed_metadata_is_metadata_in_word_too() -> None:
    text = p("Title: Report on the Talks") + p("Author: A. Author") + p("The two sides met.")
    source = read_decoded(decode(docx(text), file="a.docx", report=Report()), report=Report())
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "Report on the Talks"),
        ("author", "A. Author"),
    ]
    assert [chunk.lines[0].text for chunk in source.chunks] == ["The two sides met."]


@pytest.mark.parametrize(("title", "field"), [("Report on the Talks", "title"), ("Document1", "")])
def test_the_title_of_the_file_is_believed_only_where_the_text_has_it(title: str, field: str) -> None:
    document = python_docx.Document()
    document.core_properties.title = title
    document.add_paragraph("Report on the Talks")
    document.add_paragraph("The two sides met.")
    source = read_decoded(decode(_saved(document), file="a.docx", report=Report()), report=Report())
    assert source.metadata[0].field == field


def test_a_document_made_by_another_library_goes_through_every_check(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("Agreement on Fishing", 0)
    document.add_paragraph("The Government of the Republic of X and the Kingdom of Y have agreed on what follows.")
    document.add_heading("Article 1", 2)
    for item in ("ships", "nets"):
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row in (0, 1):
        for column in (0, 1):
            table.cell(row, column).text = f"{row}{column}"
    document.add_page_break()
    document.add_paragraph("Done at Lisbon on May 12, 1961.")
    text = body(edition(_saved(document), "a.docx", tmp_path))
    assert '<list type="bulleted"><item>ships</item><item>nets</item></list>' in text
    assert "<row><cell>00</cell><cell>01</cell></row>" in text
    assert "<pb/>" in text
    assert '<date when="1961-05-12">' in text


def test_the_text_is_that_of_the_paragraphs_as_another_library_reads_them() -> None:
    document = python_docx.Document()
    for text in ("one", "two", "a\tb", "c\nd"):
        document.add_paragraph(text)
    expected = [paragraph.text for paragraph in document.paragraphs]
    assert [text for kind, _, _, text in paragraphs(read(_saved(document), "a.docx")) if kind == "text"] == expected


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_notes_of_two_files_with_the_same_numbers_are_those_of_their_own_version(tmp_path: Path) -> None:
    texts = {
        "en": "The two sides met in the town and talked about trade.",
        "zh": "双方就两国贸易问题交换了意见，并且取得了一致的看法。",
    }
    paths = []
    for code, text in texts.items():
        body_ = p("Report" if code == "en" else "报告", '<w:outlineLvl w:val="0"/>') + (
            f'<w:p>{r(text)}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
        )
        paths.append(tmp_path / f"a.{code}.docx")
        paths[-1].write_bytes(
            docx(body_, footnotes=f'<w:footnote w:id="1">{p("In May." if code == "en" else "五月。")}</w:footnote>')
        )
    files = VersionFiles(tmp_path / "a.docx", tuple(paths), tuple(texts))
    built = build_versions(files, CONFIG, report=Report())
    root = etree.fromstring(built.xml)
    assert [pointer.get("target") for pointer in root.iterfind(".//{*}body//{*}ptr")] == ["#en.note1", "#zh.note1"]
    document = TeiFile("a.xml", built.xml, root.getroottree(), paths[0])
    assert list(VALIDATORS.get("fidelity").check(document)) == []


def test_an_editor_counts_paragraphs_as_findings_do() -> None:
    document = python_docx.Document()
    document.core_properties.title = "T"
    for text in ("one", "", "three"):
        document.add_paragraph(text)
    decoded = decode(_saved(document), file="a.docx", report=Report())
    span = find(Anchor("", 3), decoded)
    assert decoded.text[span.start : span.end] == "three"
    assert decoded.location(span.start).line == 3
    assert decoded.location(0).line == 0
