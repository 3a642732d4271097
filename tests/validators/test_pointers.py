"""Ids that repeat, pointers to nowhere, links that do not come back: found, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tei.diagnostics import Diagnostic
from tei.names import TEI_NS, XML_NS
from tei.schema.derivative import Derivatives
from tei.schema.patterns import EMPTY, Choice, Data, Element, Group, Interleave, List, OneOrMore, Pattern, Ref, spelt
from tei.schema.pointing import POINTER_ATTRIBUTES, POINTERS_OF
from tei.schema.relaxng import read_grammar
from tei.validators import VALIDATORS, validate
from tei.validators.pointers import PointerValidator, external_pointers
from tei.validators.xmlfile import parse_tei

SCHEMA = Path(__file__).resolve().parents[3] / "shared/schema/tei_all-4.12.0.rng"


def check(body: str) -> list[Diagnostic]:
    text = f'<TEI xmlns="{TEI_NS}">\n{body}\n</TEI>'
    return list(validate([parse_tei(text.encode(), "x.xml")], checks=[VALIDATORS.get("pointers")]))


def rules(body: str) -> list[str]:
    return [finding.rule.id for finding in check(body)]


def test_pointers_that_resolve_and_links_that_come_back_are_clean() -> None:
    body = """<standOff><person xml:id="mao"/><linkGrp><link target="#a #b"/></linkGrp></standOff>
      <text><p xml:id="a" corresp="#b">A <persName ref="#mao">M</persName></p><p xml:id="b" corresp="#a"/></text>"""
    assert check(body) == []


def test_a_pointer_to_no_id_is_dangling() -> None:
    (finding,) = check('<text>\n<p xml:id="a"/>\n  <ref target="#a #gone  #a http://example.org/#x"/></text>')
    assert finding.rule.id == "PT001"
    assert (finding.location.line, finding.location.column, finding.location.xpath) == (4, 8, "/TEI/text/ref/@target")
    assert "“#gone”" in finding.message
    assert "@target" in finding.message


@pytest.mark.parametrize(
    "body",
    [
        '<text><ref target="#xpath(//p)"/></text>',  # a TEI pointer scheme, not an id
        '<text><ref target="#"/></text>',  # the document itself
        '<text><p n="#7" key="#k" when="#w"/></text>',  # not pointers
        '<text><date from="#x"/></text>',  # a pointer on app, a date here
        '<text xml:base="other.xml"><ref target="#in-other"/></text>',
        '<text><egXML xmlns="http://www.tei-c.org/ns/Examples"><ref target="#x"/></egXML></text>',
        '<text><p xml:id="é"/><ref target="#%C3%A9"/></text>',
        '<text><x:a xmlns:x="urn:x" target="#x"/></text>',
    ],
)
def test_what_is_no_pointer_to_an_id_of_the_document_is_left_alone(body: str) -> None:
    assert rules(body) == []


def test_an_attribute_that_is_a_pointer_on_some_elements_is_checked_there() -> None:
    assert rules('<text><app from="#x"/></text>') == ["PT001"]


def test_an_id_used_twice_is_reported_at_the_second_with_the_first_beside_it() -> None:
    (finding,) = check('<text><p xml:id="a"/>\n<p xml:id="b"/>\n<div xml:id="a"/></text>')
    assert finding.rule.id == "PT002"
    assert (finding.location.line, finding.location.xml_id) == (4, "a")
    assert [place.line for place in finding.related] == [2]


def test_ids_in_an_example_are_not_the_documents() -> None:
    example = '<egXML xmlns="http://www.tei-c.org/ns/Examples" xml:id="%s"><p xml:id="a"/></egXML>'
    assert rules(f'<text><p xml:id="a"/>{example % "e"}</text>') == []
    assert rules(f'<text><p xml:id="a"/>{example % "a"}</text>') == ["PT002"]


def test_a_link_that_does_not_come_back_is_one_way() -> None:
    (finding,) = check('<text><p xml:id="a" corresp="#b #c"/><p xml:id="b" corresp="#a"/><p xml:id="c"/></text>')
    assert finding.rule.id == "PT003"
    assert finding.location.xml_id == "a"
    assert "“#c”" in finding.message
    assert "#a" in finding.help


def test_a_link_of_an_element_without_an_id_cannot_come_back() -> None:
    (finding,) = check('<text><p corresp="#b"/><p xml:id="b"/></text>')
    assert finding.rule.id == "PT003"
    assert "xml:id" in finding.help


def test_links_from_or_to_the_stand_off_may_go_one_way() -> None:
    body = '<standOff><list xml:id="s" corresp="#a"/></standOff><text><p xml:id="a"/><p corresp="#s"/></text>'
    assert rules(body) == []


def test_a_dangling_link_is_reported_once() -> None:
    assert rules('<text><p xml:id="a" corresp="#gone #gone"/></text>') == ["PT001"]


def _is_pointer(pattern: Pattern) -> bool:
    match pattern:
        case Data():
            return pattern.type == "anyURI"
        case Ref():
            return _is_pointer(pattern.definition.pattern)
        case List() | OneOrMore():
            return _is_pointer(pattern.of)
        case Choice() | Group():
            return all(_is_pointer(part) for part in pattern.parts if part != EMPTY)
        case _:
            return False


def _elements(pattern: Pattern, seen: set[int]) -> Iterator[Element]:
    if id(pattern) in seen:
        return
    seen.add(id(pattern))
    match pattern:
        case Element():
            yield pattern
            yield from _elements(pattern.content, seen)
        case Ref():
            yield from _elements(pattern.definition.pattern, seen)
        case Choice() | Group() | Interleave():
            for part in pattern.parts:
                yield from _elements(part, seen)
        case OneOrMore():
            yield from _elements(pattern.of, seen)
        case _:
            return


@pytest.mark.skipif(not SCHEMA.is_file(), reason="../shared with TEI's schema is not here")
def test_the_table_of_pointers_is_that_of_tei_all() -> None:
    derivatives = Derivatives()
    pointers: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for element in _elements(read_grammar(SCHEMA).start, set()):
        for owner in spelt(element.names):
            for attribute in derivatives.attributes(element.content):
                for name in spelt(attribute.names):
                    kind = pointers if _is_pointer(attribute.value) else others
                    kind.setdefault(name, set()).add(owner.rpartition("}")[2])
    for name in (f"{{{XML_NS}}}base", "ns", "name"):  # what others are resolved against, and namespaces
        del pointers[name]
    elsewhere_names = {"class", "location", "start"}
    assert {name for name in pointers if name not in others} | elsewhere_names == POINTER_ATTRIBUTES
    mixed = {name: frozenset(owners) for name, owners in pointers.items() if name in others}
    assert {name: owners for name, owners in mixed.items() if name not in elsewhere_names} == POINTERS_OF


@pytest.mark.parametrize(
    ("pointer", "says"),
    [
        ("persons.xml#kim", ""),
        ("./persons.xml#kim persons.xml#li", "no element there has the xml:id “li”"),
        ("gone.xml#kim", "which cannot be read"),
        ("broken.xml#kim", "which cannot be read"),
        ("persons%20b.xml#kim", "which cannot be read"),
        ("persons.xml", ""),  # the file as a whole
        ("persons.pdf#page=3", ""),  # no file of ours
        ("https://example.org/persons.xml#kim", ""),  # never fetched
        ("persons.xml#xpath(//person)", ""),
    ],
)
def test_a_pointer_into_another_file_of_the_collection_is_followed(tmp_path: Path, pointer: str, says: str) -> None:
    (tmp_path / "persons.xml").write_text('<list><person xml:id="kim"/></list>', encoding="utf-8")
    (tmp_path / "broken.xml").write_text("<list>", encoding="utf-8")
    text = f'<TEI xmlns="{TEI_NS}"><persName ref="{pointer}"/></TEI>'
    found = list(PointerValidator().check(parse_tei(text.encode(), str(tmp_path / "letter.xml"))))
    assert [finding.rule.id for finding in found] == (["PT001"] if says else [])
    assert all(says in finding.message for finding in found)


def test_what_lies_elsewhere_is_listed_and_not_fetched() -> None:
    text = f"""<TEI xmlns="{TEI_NS}"><ref target="https://b.example/ #a http://a.example/x#y"/><p n="https://c.example"/>
        <ptr target="https://b.example/"/></TEI>"""
    assert external_pointers(parse_tei(text.encode(), "x.xml")) == ("http://a.example/x#y", "https://b.example/")
