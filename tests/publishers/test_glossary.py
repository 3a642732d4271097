"""The glossary: names and offices that stand in two languages, one entry for each over all editions."""

from pathlib import Path

from lxml import etree
from parallel import document

from tei.plugins import TeiFile
from tei.publishers.glossary import GlossaryExporter, as_tsv, concepts

PEOPLE = """<standOff><listPerson>
<person xml:id="p1"><persName xml:lang="en">Chen Ming</persName><persName xml:lang="zh-Hant">陳明</persName>
<persName xml:lang="en" type="short">Chen</persName></person>
<person xml:id="p2"><persName xml:lang="en">A. Nobody</persName></person></listPerson></standOff>"""
SIGNED = """<div type="version" xml:id="en" xml:lang="en"><p>One.</p><closer>
<signed xml:id="en.s1" corresp="#zh.s1"><roleName>Minister of Trade</roleName> <persName>Chen Ming</persName></signed>
<signed xml:id="en.s2" corresp="#zh.s2"><roleName>Envoy</roleName><roleName>Agent</roleName></signed></closer></div>
<div type="version" xml:id="zh" xml:lang="zh-Hant"><p>一。</p><closer>
<signed xml:id="zh.s1" corresp="#en.s1"><roleName rend="letterspaced" key="貿易部長">貿 易 部 長</roleName></signed>
<signed xml:id="zh.s2" corresp="#en.s2"><roleName>公使</roleName></signed></closer></div>"""


def made(body: str = SIGNED, stand_off: str = PEOPLE) -> TeiFile:
    data = document(body, stand_off=stand_off)
    return TeiFile("x.xml", data, etree.fromstring(data).getroottree())


def test_names_and_offices_in_two_languages_are_its_entries() -> None:
    assert [(concept.kind, concept.terms) for concept in concepts({"a": made()})] == [
        ("person", {"en": {"Chen Ming": None}, "zh-Hant": {"陳明": None}}),
        ("role", {"en": {"Minister of Trade": None}, "zh-Hant": {"貿易部長": None}}),
    ]


def test_editions_that_share_a_name_share_an_entry() -> None:
    other = PEOPLE.replace("Chen Ming", "Ch’en Ming")
    rows = as_tsv(concepts({"a": made(), "b": made(stand_off=other)})).decode().splitlines()
    assert rows == [
        "kind\ten\tzh-Hant\teditions",
        "person\tChen Ming | Ch’en Ming\t陳明\ta b",
        "role\tMinister of Trade\t貿易部長\ta b",
    ]


def test_tbx_has_a_concept_for_each_entry_and_the_same_bytes_twice(tmp_path: Path) -> None:
    written = GlossaryExporter().publish({"a": made()}, tmp_path)
    assert [path.name for path in written] == ["glossary.tsv", "glossary.tbx"]
    first = written[1].read_bytes()
    root = etree.fromstring(first)
    terms = [[str(term.text) for term in entry.iter("{*}term")] for entry in root.iter("{*}conceptEntry")]
    assert terms == [["Chen Ming", "陳明"], ["Minister of Trade", "貿易部長"]]
    GlossaryExporter().publish({"a": made()}, tmp_path)
    assert written[1].read_bytes() == first


def test_without_names_in_two_languages_nothing_is_written(tmp_path: Path) -> None:
    assert GlossaryExporter().publish({"a": made("<div><p>One.</p></div>", "")}, tmp_path) == ()
