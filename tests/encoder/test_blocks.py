"""White space, breaks, languages and doubt in blocks, one small block at a time."""

import pytest
from lxml import etree

from tei.encoder.elements import cert
from tei.encoder.inline import encode_block
from tei.model.document import Block, Role
from tei.model.inline import Choice, Date, Highlight, Inline, List, Milestone, Name, Text
from tei.model.span import Span
from tei.names import TEI_NS, tei

HERE = Span("s", 0, 0)


def text(characters: str) -> Text:
    return Text(characters, HERE)


def xml(*content: Inline, role: Role = Role.P, lang: str = "", around: str = "en", certainty: float = 1.0) -> str:
    parent = etree.Element(tei("div"), nsmap={None: TEI_NS})
    element = encode_block(parent, Block(role, content, HERE, "", lang, certainty), lang=around)
    return etree.tostring(element, encoding="unicode").replace(f' xmlns="{TEI_NS}"', "")


@pytest.mark.parametrize(
    ("received", "written"),
    [
        ("a b", "a b"),
        (" \t a \r\n\t b\n", "a b"),
        ("a\rb", "a b"),
        ("　　a　b　", "　　a　b　"),
        ("\xa0a\xa0\xa0b", "\xa0a\xa0\xa0b"),
        (" \n ", ""),
    ],
)
def test_ascii_white_space_becomes_one_space_and_other_spaces_stay(received: str, written: str):
    element = etree.fromstring(xml(text(received)))
    assert (element.text or "") == written


def test_white_space_is_one_space_across_the_border_of_an_element():
    assert xml(text("a "), Name("persName", (text(" b "),)), text(" c")) == "<p>a <persName>b </persName>c</p>"


def test_white_space_inside_the_last_element_does_not_end_a_block():
    assert xml(text("a "), Name("persName", (text("b\n"),))) == "<p>a <persName>b</persName></p>"


def test_spaces_of_an_error_stay_in_sic():
    content = (text("美国"), Choice("sic", (text(" and "),), "和", "high"), text("参加"))
    assert xml(*content) == (
        '<p>美国<choice><sic> and </sic><corr resp="#encoder" cert="high">和</corr></choice>参加</p>'
    )


def test_proposed_omission_is_an_empty_corr():
    assert xml(text("a"), Choice("sic", (text("a"),), "", "low")) == (
        '<p>a<choice><sic>a</sic><corr resp="#encoder" cert="low"/></choice></p>'
    )


def test_variant_glyphs_stand_beside_their_regular_form():
    assert xml(Choice("orig", (text("朝鮮"),), "朝鲜")) == (
        '<p><choice><orig>朝鮮</orig><reg resp="#encoder">朝鲜</reg></choice></p>'
    )


@pytest.mark.parametrize("before", ["", "\n", "  "])
@pytest.mark.parametrize("after", ["", "\n\t", " "])
def test_joining_break_leaves_no_space(before: str, after: str):
    written = xml(text("工" + before), Milestone("lb", break_="no"), text(after + "人"))
    assert written == '<p>工<lb break="no"/>人</p>'


@pytest.mark.parametrize(("before", "after"), [("\n", ""), ("", "\n"), (" \n", "\t")])
def test_space_of_a_plain_break_stands_behind_it(before: str, after: str):
    names = (
        Name("roleName", (text("Chairman" + before),)),
        Milestone("lb"),
        text(after),
        Name("persName", (text("Mao"),)),
    )
    assert xml(*names, role=Role.SIGNED) == (
        "<signed><roleName>Chairman</roleName><lb/> <persName>Mao</persName></signed>"
    )


def test_break_without_white_space_gets_none():
    assert xml(text("a"), Milestone("pb", n="2"), text("b")) == '<p>a<pb n="2"/>b</p>'


def test_break_that_opens_a_block_has_no_space_behind_it():
    assert xml(Milestone("pb", n="2"), text(" a")) == '<p><pb n="2"/>a</p>'


def test_doubtful_join_says_maybe():
    assert xml(text("a "), Milestone("lb", break_="maybe"), text("b")) == '<p>a<lb break="maybe"/> b</p>'


def test_list_stands_in_its_paragraph():
    items = (Block(Role.ITEM, (text(" a;\n"),), HERE, "i1"), Block(Role.ITEM, (text("b"),), HERE, "i2"))
    assert xml(text("They: \n"), List("participants", items, id="l1"), text(" left.")) == (
        '<p>They:<list xml:id="l1" type="participants"><item xml:id="i1">a;</item><item xml:id="i2">b</item></list> left.</p>'
    )


def test_date_has_the_ends_of_its_span():
    assert xml(Date((text("July 31 to August 3"),), from_="1958-07-31", to="1958-08-03", cert="medium")) == (
        '<p><date from="1958-07-31" to="1958-08-03" cert="medium" resp="#encoder">July 31 to August 3</date></p>'
    )


def test_marks_nest():
    assert xml(Highlight("bold", (text("a "), Name("placeName", (text("b"),))))) == (
        '<p><hi rend="bold">a <placeName>b</placeName></hi></p>'
    )


def test_language_is_said_where_it_changes():
    assert xml(text("a"), lang="fr") == '<p xml:lang="fr">a</p>'
    assert xml(text("a"), lang="en") == "<p>a</p>"


@pytest.mark.parametrize(
    ("certainty", "value"), [(1.0, ""), (0.8, ""), (0.79, "medium"), (0.5, "medium"), (0.49, "low"), (0.0, "low")]
)
def test_doubt_has_three_steps(certainty: float, value: str):
    assert cert(certainty) == value


def test_doubtful_block_names_who_answers_for_it():
    assert xml(text("a"), certainty=0.6) == '<p cert="medium" resp="#encoder">a</p>'
