"""What the project's own schema takes and refuses, and what the findings say."""

from pathlib import Path

import pytest

from tei.diagnostics import Diagnostic
from tei.validators.xmlfile import parse_tei
from tei.validators.xsd import EditionValidator

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
EXAMPLE = (Path(__file__).parent / "edition.xml").read_text(encoding="utf-8")


def check(xml: str) -> list[Diagnostic]:
    return list(EditionValidator().check(parse_tei(xml.encode(), "edition.xml")))


def changed(old: str, new: str) -> str:
    """The example with the first `old` replaced."""
    assert old in EXAMPLE
    return EXAMPLE.replace(old, new, 1)


def test_an_edition_with_everything_that_the_schema_knows_is_valid() -> None:
    assert check(EXAMPLE) == []


def test_the_example_uses_every_element_that_the_schema_declares() -> None:
    from lxml import etree

    schema = etree.parse(ROOT / "schemas" / "tei-edition.xsd")
    declared = set(schema.xpath("//@name[parent::xs:element]", namespaces={"xs": "http://www.w3.org/2001/XMLSchema"}))
    used = {etree.QName(element).localname for element in etree.fromstring(EXAMPLE.encode()).iter(etree.Element)}
    assert used == declared


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "encoder").glob("*.xml")), ids=lambda path: path.name)
def test_what_the_encoder_writes_is_valid(path: Path) -> None:
    assert check(path.read_text(encoding="utf-8")) == []


def test_the_worked_example_of_the_encoding_guide_is_valid() -> None:
    path = SHARED / "encoding" / "bilingual.xml"
    if not path.exists():
        pytest.skip("the encoding guide is not beside the repository")
    assert check(path.read_text(encoding="utf-8")) == []


# What is changed in the example: old, new, what the line of the finding holds, parts of message and help.
REFUSED = {
    "misspelt element": (
        '<persName ref="#person.chen">Chen Yi</persName>, Vice',
        '<persname ref="#person.chen">Chen Yi</persname>, Vice',
        "<persname",
        "`persname` is not allowed here in `item`",
        "Did you mean `persName`?",
    ),
    "unknown element": ("<gap ", "<blink/><gap ", "<blink/>", "`blink` is not allowed here in `p`", "`choice`"),
    "header without encodingDesc": (
        EXAMPLE[EXAMPLE.index("<encodingDesc>") : EXAMPLE.index("<profileDesc>")],
        "",
        "<profileDesc>",
        "`encodingDesc` is missing before `profileDesc` in `teiHeader`",
        "Add it.",
    ),
    "parts of the header in another order": (
        EXAMPLE[EXAMPLE.index("<creation>") : EXAMPLE.index("<correspDesc>")],
        EXAMPLE[EXAMPLE.index("<langUsage>") : EXAMPLE.index("<correspDesc>")]
        + EXAMPLE[EXAMPLE.index("<creation>") : EXAMPLE.index("<langUsage>")],
        "<creation>",
        "`creation` is not allowed here in `profileDesc`",
        "Allowed at this place: `correspDesc`, `textClass`.",
    ),
    "unknown attribute": (
        '<gap reason="illegible"',
        '<gap cause="illegible" reason="illegible"',
        "<gap",
        "attribute `cause` is not allowed on `gap`",
        "`reason`",
    ),
    "misspelt attribute": (
        '<pb n="1"/>',
        '<pb n="1" brek="no"/>',
        "<pb",
        "attribute `brek` is not allowed on `pb`",
        "Did you mean `break`?",
    ),
    "plain lang": (
        '<foreign xml:lang="la">',
        '<foreign xml:lang="la" lang="la">',
        "<foreign",
        "attribute `lang` is not allowed on `foreign`",
        "Did you mean `xml:lang`?",
    ),
    "version without language": (
        ' xml:id="zh" xml:lang="zh-Hans"',
        ' xml:id="zh"',
        '<div type="version" subtype="original"',
        "`div` lacks the attribute `xml:lang`",
        "BCP 47",
    ),
    "version without id": (
        ' subtype="translation" xml:id="en"',
        ' subtype="translation"',
        '<div type="version" subtype="translation"',
        "`div` lacks the attribute `xml:id`",
        "Add it.",
    ),
    "version neither original nor translation": (
        'subtype="translation"',
        'subtype="translated"',
        "translated",
        "“translated” is not a value of attribute `subtype` on `div`",
        "Did you mean “translation”? Write one of: original, translation.",
    ),
    "certainty of another scale": (
        'cert="high">和',
        'cert="0.9">和',
        "<corr",
        "“0.9” is not a value of attribute `cert` on `corr`",
        "Write one of: high, medium, low.",
    ),
    "role that no person has here": (
        'role="participant signatory"',
        'role="participant signer"',
        "signer",
        "“participant signer” is not a value of attribute `role` on `person`",
        "Write one or several of: participant, signatory",
    ),
    "link with one end": (
        '<link target="#en #zh"/>',
        '<link target="#en"/>',
        '<link target="#en"/>',
        "“#en” is not a value of attribute `target` on `link`",
        "number sign",
    ),
    "pointer without its sign": (
        'corresp="#zh.p1"',
        'corresp="zh.p1"',
        'corresp="zh.p1"',
        "“zh.p1” is not a value of attribute `corresp` on `p`",
        "number sign",
    ),
    "impossible date": (
        'when="1958-08-03"',
        'when="1958-02-30"',
        'when="1958-02-30"',
        "“1958-02-30” is not a value of attribute `when` on `date`",
        "ISO 8601",
    ),
    "day and span in one date": (
        '<date from="1958-07-31" to="1958-08-03">',
        '<date when="1958-07-31" to="1958-08-03">',
        "<date when",
        "attributes `to`, `when` cannot stand together on `date`",
        "Keep the one that says what is meant",
    ),
    "from beside notBefore": (
        '<date from="1958-07-31"',
        '<date notBefore="1958" from="1958-07-31"',
        "<date notBefore",
        "attributes `from`, `notBefore` cannot stand together on `date`",
        "Keep the one",
    ),
    "closer before the text": (
        '<p xml:id="en.p1"',
        '<closer><signed><persName>X</persName></signed></closer><p xml:id="en.p1"',
        "<closer><signed>",
        "`closer` is not allowed here in `div`",
        "Allowed at this place",
    ),
    "empty signature": (
        '<signed xml:id="zh.signed1"',
        '<signed><lb/></signed><signed xml:id="zh.signed1"',
        "<signed><lb/></signed>",
        "`signed` is incomplete",
        "`persName`",
    ),
    "sentence in a sentence": (
        '<s xml:id="en.p1.s1" corresp="#zh.p1.s1">',
        '<s xml:id="en.p1.s1" corresp="#zh.p1.s1"><s/>',
        "<s/>",
        "`s` is not allowed here in `s`",
        "Allowed at this place: `cb`",
    ),
    "text between list items": (
        "<item>Unity",
        "and<item>Unity",
        "and<item>",
        "text is not allowed here in `list`",
        "elements",
    ),
    "correction without what it corrects": (
        "<choice><sic> and </sic>",
        "<choice>",
        "<corr",
        "`sic` is missing before `corr` in `choice`",
        "Add it.",
    ),
    "ledger of an unknown kind": (
        'type="source-separator"',
        'type="source-rubbish"',
        "source-rubbish",
        "“source-rubbish” is not a value of attribute `type` on `note`",
        "source-marker",
    ),
    "ledger entry without a span": (
        'type="source-separator" n="101-104"',
        'type="source-separator" n="101"',
        "source-separator",
        "“101” is not a value of attribute `n` on `note`",
        "0-42",
    ),
    "empty identifier": (
        '<idno type="filename">talks.txt</idno>',
        '<idno type="filename"> </idno>',
        '<idno type="filename">',
        "`idno` is empty",
        "text that is not empty",
    ),
    "element in a text-only one": (
        "talks.txt</idno>",
        "<hi>talks.txt</hi></idno>",
        "<hi>",
        "`idno` holds elements",
        "text alone",
    ),
    "outer citation not from the root": (
        'match="/TEI/text',
        'match="text',
        'match="text',
        "is not a value of attribute `match` on `citeStructure`",
        "",
    ),
    "repeated id": (
        'xml:id="en.p2"',
        'xml:id="en.p1"',
        "Present were",
        "xml:id “en.p1” is already used by another element",
        "another xml:id",
    ),
    "schema named as XSD names it": (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="http://www.tei-c.org/ns/1.0 tei-edition.xsd"',
        "<TEI",
        "attribute `xsi:schemaLocation` is not allowed on `TEI`",
        "xml-model",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_one_mistake_is_one_finding_at_its_line_with_a_remedy(name: str) -> None:
    old, new, on_line, message, help_ = REFUSED[name]
    xml = changed(old, new)
    found = check(xml)
    assert [diagnostic.rule.id for diagnostic in found] == ["XS003"]
    assert message in found[0].message
    assert help_ in found[0].help
    assert on_line in xml.splitlines()[found[0].location.line - 1]


def test_a_finding_says_where_it_is() -> None:
    xml = changed('<p xml:id="en.p1" corresp="#zh.p1">', '<p xml:id="en.p1" corresp="#zh.p1" cert="sure">')
    (found,) = check(xml)
    assert found.location.file == "edition.xml"
    assert found.location.xpath == "/TEI/text/body/div[2]/p[1]/@cert"
    assert found.location.xml_id == "en.p1"
    before = xml[: xml.index('cert="sure"')]
    assert (found.location.line, found.location.column) == (before.count("\n") + 1, len(before) - before.rindex("\n"))


def test_parts_in_the_wrong_order_are_one_finding() -> None:
    extent = EXAMPLE[EXAMPLE.index("<extent>") : EXAMPLE.index("<publicationStmt>")]
    title = EXAMPLE[EXAMPLE.index("<titleStmt>") : EXAMPLE.index("<extent>")]
    (found,) = check(changed(title + extent, extent + title))
    assert (found.message, found.help) == ("`titleStmt` must stand before `extent` in `fileDesc`", "Move it there.")


def test_every_mistake_is_found_and_none_twice() -> None:
    xml = changed('cert="high">和', 'cert="sure">和').replace('<pb n="1"/>', "<pb n=''/><foo/><foo/><foo/>")
    assert [diagnostic.message for diagnostic in check(xml)] == [
        "“” is not a value of attribute `n` on `pb`",
        "`foo` is not allowed here in `div`",
        "“sure” is not a value of attribute `cert` on `corr`",
    ]


@pytest.mark.parametrize("root", ["head", "teiHeader", "text"])
def test_no_part_of_an_edition_is_an_edition(root: str) -> None:
    (found,) = check(f'<{root} xmlns="http://www.tei-c.org/ns/1.0"/>')
    assert (found.message, found.help) == (f"`{root}` cannot be the root", "The root is `TEI`.")


def test_a_document_in_no_namespace_is_told_apart_from_tei() -> None:
    (found,) = check("<TEI/>")
    assert found.message == "`TEI` is not in the namespace http://www.tei-c.org/ns/1.0"
    assert found.help == 'Write xmlns="http://www.tei-c.org/ns/1.0" on it.'
