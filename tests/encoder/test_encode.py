"""A whole edition, put together by hand, against XML that was written by hand from the encoding guide."""

from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from encoder_sample import FOLDER, SETTINGS, bilingual
from lxml import etree

from tei.diagnostics import Report
from tei.encoder import encode, serialize
from tei.model.document import Version
from tei.names import TEI_NS
from tei.version import VERSION

REPOSITORY = Path(__file__).resolve().parents[2]
TEI_ALL = REPOSITORY.parent / "shared" / "schema" / "tei_all-4.12.0.rng"
NS = {"t": TEI_NS}


def tree() -> etree._ElementTree:
    return encode(bilingual(), SETTINGS, report=Report())


def test_edition_is_what_the_guide_says():
    expected = (FOLDER / "bilingual.xml").read_text(encoding="utf-8")
    assert serialize(tree()).decode() == expected.replace('version="0.1.0"', f'version="{VERSION}"')


def test_edition_is_valid_against_our_schema():
    schema = xmlschema.XMLSchema(REPOSITORY / "schemas" / "tei-edition.xsd")
    assert [error.reason for error in schema.iter_errors(tree())] == []


def test_edition_is_valid_against_tei_all():
    if not TEI_ALL.exists():
        pytest.skip("tei_all is not in ../shared/schema")
    from tei.schema.relaxng import read_grammar
    from tei.schema.slice import slice_grammar
    from tei.schema.vocabulary import vocabulary

    grammar = slice_grammar(read_grammar(TEI_ALL), *vocabulary(tree()))
    relaxng = etree.RelaxNG(grammar)
    assert relaxng.validate(tree()), relaxng.error_log


def test_encoding_twice_gives_the_same_bytes():
    assert serialize(tree()) == serialize(tree())


def test_every_pointer_has_its_element():
    root = tree().getroot()
    ids = set(root.xpath("//@xml:id"))
    attributes = root.xpath("//@corresp | //@target | //@ref | //@resp | //@who")
    pointers = [p for attribute in attributes for p in attribute.split() if p.startswith("#")]
    assert pointers
    assert {pointer[1:] for pointer in pointers} <= ids


def test_every_link_goes_both_ways():
    body = tree().find(".//t:body", NS)
    links = {
        (e.get("{http://www.w3.org/XML/1998/namespace}id"), p[1:])
        for e in body.iter()
        for p in e.get("corresp", "").split()
    }
    assert links
    assert links == {(there, here) for here, there in links}


def test_stand_off_is_absent_when_it_would_be_empty():
    edition = replace(bilingual(), entities=(), alignments=())
    root = encode(edition, SETTINGS, report=Report()).getroot()
    assert [etree.QName(child).localname for child in root] == ["teiHeader", "text"]


def test_version_of_unknown_role_has_no_subtype():
    edition = bilingual()
    version = Version("en", "en", "", edition.versions[0].content)
    div = encode(replace(edition, versions=(version,)), SETTINGS, report=Report()).find(".//t:body/t:div", NS)
    assert div.attrib.get("subtype") is None
    assert div.get("type") == "version"


@pytest.mark.parametrize(
    ("href", "namespace"),
    [
        ("a.xsd", "http://www.w3.org/2001/XMLSchema"),
        ("a.RNG", "http://relaxng.org/ns/structure/1.0"),
        ("a.sch", "http://purl.oclc.org/dsdl/schematron"),
    ],
)
def test_schema_is_named_with_its_language(href: str, namespace: str):
    tree = encode(bilingual(), replace(SETTINGS, schemas=(href,)), report=Report())
    instruction = tree.getroot().getprevious()
    assert instruction.target == "xml-model"
    assert instruction.attrib == {"href": href, "type": "application/xml", "schematypens": namespace}


def test_href_of_a_schema_is_escaped():
    tree = encode(bilingual(), replace(SETTINGS, schemas=('a&"b".xsd',)), report=Report())
    again = etree.fromstring(serialize(tree)).getprevious()
    assert "&amp;" in again.text
