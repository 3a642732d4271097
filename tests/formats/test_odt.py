"""ODT: what comes through of it, and what is left out."""

import io
from pathlib import Path

from odf import style, table, text
from odf.opendocument import OpenDocumentText
from office import body, edition, fault, marked, odt, paragraphs, points, read, zipped

from tei.diagnostics import Report
from tei.readers import decode, read_decoded

_BOLD = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
_NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def test_headings_paragraphs_and_the_title() -> None:
    derived = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    made = odt(
        '<text:p text:style-name="P1">T</text:p><text:h text:outline-level="2">H</text:h><text:p>one</text:p>',
        styles=derived,
    )
    assert paragraphs(read(made, "a.odt")) == [("heading", 1, "", "T"), ("heading", 2, "", "H"), ("text", 0, "", "one")]


def test_white_space_is_what_odf_says_it_is() -> None:
    made = odt('<text:p>  a \n  b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e</text:p>')
    assert paragraphs(read(made, "a.odt"))[0][3] == "a b   c\td\ne"


def test_spans_are_marks_by_their_styles() -> None:
    raised = '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    made = odt(
        '<text:p>a <text:span text:style-name="B">b</text:span><text:span text:style-name="S">2</text:span></text:p>',
        styles=_BOLD + raised,
    )
    assert marked(read(made, "a.odt")) == [("hi", "bold", "b"), ("hi", "superscript", "2")]


def test_lists_nest_are_counted_and_go_on_where_they_say_so() -> None:
    def items(*inner: str, attributes: str = "") -> str:
        listed = "".join(f"<text:list-item>{item}</text:list-item>" for item in inner)
        return f'<text:list text:style-name="L" {attributes}>{listed}</text:list>'

    nested = "<text:list><text:list-item><text:p>aa</text:p></text:list-item></text:list>"
    made = odt(
        items("<text:p>a</text:p>", f"<text:p>b</text:p><text:p>more</text:p>{nested}")
        + items("<text:p>c</text:p>", attributes='text:continue-numbering="true"')
        + items("<text:p>new</text:p>"),
        styles=_NUMBERS,
    )
    assert paragraphs(read(made, "a.odt")) == [
        ("item", 1, "1.", "a"),
        ("item", 1, "2.", "b"),
        ("more", 1, "2.", "more"),
        ("item", 2, "a)", "aa"),
        ("item", 1, "3.", "c"),
        ("item", 1, "1.", "new"),
    ]


def test_notes_page_breaks_ruby_and_languages() -> None:
    break_before = (
        '<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        '<style:text-properties fo:language="es" fo:country="ES"/></style:style>'
    )
    note = '<text:note text:note-class="footnote"><text:note-citation>3</text:note-citation><text:note-body><text:p>why</text:p></text:note-body></text:note>'
    made = odt(
        f'<text:p>one{note} two<text:soft-page-break/> three</text:p><text:p text:style-name="N">'
        "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby></text:p>",
        styles=break_before,
    )
    transcript = read(made, "a.odt")
    assert paragraphs(transcript) == [
        ("text", 0, "", "one two three"),
        ("text", 0, "", "漢kan"),
        ("note", 0, "3", "why"),
    ]
    assert [(tag, n, after.split("\n")[0]) for tag, n, after in points(transcript)] == [
        ("ptr", "3", " two three"),
        ("pb", "", " three"),
        ("pb", "", "漢kan"),
    ]
    assert transcript.paragraphs[1].lang == "es-ES"
    assert ("note", "ruby", "kan") in marked(transcript)


def test_what_is_not_in_the_text_is_counted_and_running_heads_are_set_aside() -> None:
    made = odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>one<office:annotation><text:p>why?</text:p></office:annotation>"
        "<draw:frame><draw:image/></draw:frame> two<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>",
        master='<style:master-page style:name="S"><style:footer><text:p>page 1</text:p></style:footer></style:master-page>',
    )
    transcript = read(made, "a.odt")
    assert paragraphs(transcript) == [
        ("text", 0, "", "one two"),
        ("text", 0, "", "boxed"),
        ("running-head", 0, "", "page 1"),
    ]
    assert [(finding.rule.id, finding.message) for finding in transcript.findings] == [
        ("RD012", "a tracked deletion is not in the text"),
        ("RD013", "a comment is not in the text"),
        ("RD013", "a picture is not in the text"),
    ]


def test_a_picture_stays_where_it_is() -> None:
    frame = '<draw:frame><draw:image xmlns:x="http://www.w3.org/1999/xlink" x:href="Pictures/1.png"/><s:desc xmlns:s="urn:s">A ferry</s:desc></draw:frame>'
    transcript = read(odt(f"<text:p>one{frame} two</text:p>"), "a.odt")
    assert [(p.offset, p.tag, p.n, p.description) for p in transcript.points] == [
        (3, "figure", "Pictures/1.png", "A ferry")
    ]
    assert transcript.findings == ()


def test_cells_are_counted_where_they_repeat_and_span() -> None:
    cells = (
        '<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>'
        "<table:covered-table-cell/><table:table-cell><text:p>e</text:p></table:table-cell>"
    )
    made = odt(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    assert [(p.cell.row, p.cell.column) for p in read(made, "a.odt").paragraphs if p.cell] == [(1, 1), (1, 5)]


def test_an_odt_without_a_text_is_refused() -> None:
    assert fault(zipped({"content.xml": "<x/>"}), "a.odt") == ("RD003", "this is no ODT: it has no text document in it")


def test_a_document_made_by_another_library_goes_through_every_check(tmp_path: Path) -> None:
    document = OpenDocumentText()
    bold = style.Style(name="Strong", family="text")
    bold.addElement(style.TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    document.text.addElement(text.H(outlinelevel=1, text="Agreement on Fishing"))
    paragraph = text.P(text="The two sides have met in the town of Lisbon and agreed on what ")
    paragraph.addElement(text.Span(stylename=bold, text="follows"))
    note = text.Note(id="n1", noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    note_body = text.NoteBody()
    note_body.addElement(text.P(text="In May."))
    note.addElement(note_body)
    paragraph.addElement(note)
    document.text.addElement(paragraph)
    made = table.Table(name="t")
    for row_text in (("Goods", "Tons"), ("Tea", "12")):
        row = table.TableRow()
        for cell_text in row_text:
            cell = table.TableCell()
            cell.addElement(text.P(text=cell_text))
            row.addElement(cell)
        made.addElement(row)
    document.text.addElement(made)
    out = io.BytesIO()
    document.save(out)
    assert body(edition(out.getvalue(), "a.odt", tmp_path)) == (
        '<div type="version"><head>Agreement on Fishing</head>'
        '<p>The two sides have met in the town of Lisbon and agreed on what <hi rend="bold">follows</hi><ptr/></p>'
        "<table><row><cell>Goods</cell><cell>Tons</cell></row><row><cell>Tea</cell><cell>12</cell></row></table>"
        '<note type="footnote" n="1" place="end">In May.</note></div>'
    )


def test_findings_name_the_number_of_the_paragraph() -> None:
    decoded = decode(odt("<text:p>a</text:p><text:p/><text:p>c</text:p>"), file="a.odt", report=Report())
    chunks = read_decoded(decoded, report=Report()).chunks
    assert [decoded.location(chunk.span.start).line for chunk in chunks] == [1, 3]
