"""What any XSD, of version 1.0 or 1.1, takes and refuses, and what the findings say."""

from pathlib import Path

import pytest

from tei.errors import UnreadableInput
from tei.validators.any_xsd import XsdValidator
from tei.validators.xmlfile import parse_tei

SMALL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="a"><xs:complexType><xs:sequence>{}</xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="b"/><xs:field xpath="@n"/></xs:key></xs:element></xs:schema>"""


def test_any_other_schema_can_be_checked_against(tmp_path: Path) -> None:
    path = tmp_path / "small.xsd"
    path.write_text(SMALL.format('<xs:element name="b" type="xs:int"/>'), encoding="utf-8")
    validator = XsdValidator(path)
    assert validator.name == "small.xsd"
    found = list(validator.check(parse_tei(b"<a>\n<b>x</b><c/></a>", "a.xml")))
    assert [(d.rule.id, d.location.line, d.message) for d in found] == [
        ("XS002", 2, "`b` cannot hold “x”"),
        ("XS002", 2, "`b`: missing key field '@n'"),
        ("XS002", 2, "`c` is not allowed here in `a`"),
    ]


def test_a_key_that_is_missing_is_found(tmp_path: Path) -> None:
    path = tmp_path / "small.xsd"
    b = '<xs:element name="b"><xs:complexType><xs:attribute name="n"/></xs:complexType></xs:element>'
    path.write_text(SMALL.format(b), encoding="utf-8")
    (found,) = XsdValidator(path).check(parse_tei(b"<a>\n<b/></a>", "a.xml"))
    assert (found.location.line, found.message) == (2, "`b`: missing key field '@n'")


def test_a_wildcard_takes_what_the_schema_does_not_name(tmp_path: Path) -> None:
    path = tmp_path / "open.xsd"
    path.write_text(SMALL.format('<xs:any processContents="skip"/><xs:element name="b"/>'), encoding="utf-8")
    (found,) = XsdValidator(path).check(parse_tei(b"<a><z/></a>", "a.xml"))
    assert (found.message, found.help) == ("`a` is incomplete", "It still needs: `b`.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "the schema cannot be read"),
        ("<xs:schema", "the schema is not well-formed XML"),
        ("<html/>", "the file is not an XSD"),
        (SMALL.format('<xs:element ref="missing"/>'), "the file is not an XSD"),
    ],
)
def test_a_bad_schema_is_told_before_any_document_is_checked(tmp_path: Path, text: str | None, message: str) -> None:
    path = tmp_path / "bad.xsd"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=message) as caught:
        XsdValidator(path)
    assert caught.value.rule == "XS005"


LETTERS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1" targetNamespace="urn:l" xmlns="urn:l" elementFormDefault="qualified">
  <xs:element name="letters"><xs:complexType><xs:sequence><xs:element ref="letter" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
   <xs:unique name="u"><xs:selector xpath="l:letter" xmlns:l="urn:l"/><xs:field xpath="@n"/></xs:unique></xs:element>
  <xs:element name="letter" type="base">
    <xs:alternative test="@kind = 'open'" type="open"/>
  </xs:element>
  <xs:complexType name="base"><xs:sequence><xs:element name="from" type="xs:date"/><xs:element name="to" type="xs:date" minOccurs="0"/></xs:sequence>
    <xs:attribute name="n" type="xs:int" use="required"/><xs:attribute name="kind"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="open"/><xs:enumeration value="closed"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:assert test="not(l:to) or l:from le l:to" xmlns:l="urn:l"><xs:annotation><xs:documentation>A letter is sent before it is received.</xs:documentation></xs:annotation></xs:assert>
  </xs:complexType>
  <xs:complexType name="open"><xs:complexContent><xs:extension base="base"><xs:sequence><xs:element name="paper" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:schema>
"""
BROKEN = """<letters xmlns="urn:l">
  <letter n="1"><from>1958-01-02</from><to>1958-01-01</to></letter>
  <letter
     n="x"
     kind="shut"><from>1958-01-02</from></letter>
  <letter n="1" kind="open"><from>1958</from></letter>
  <letter n="4"><too/><from>1958-01-01</from></letter>
  <letter n="5"/>
  <letter kund="a">text<from>1958-01-01</from></letter>
  <x/>
</letters>
"""


def test_a_schema_in_xsd_1_1_is_checked_with_its_assertions_alternatives_and_keys(tmp_path: Path) -> None:
    path = tmp_path / "letters.xsd"
    path.write_text(LETTERS, encoding="utf-8")
    found = list(XsdValidator(path).check(parse_tei(BROKEN.encode(), "d.xml")))
    assert [(d.location.line, d.location.column, d.message.replace(" of urn:l", ""), d.help.replace(" of urn:l", ""))
            for d in found] == [
        (2, 3, "`letter` breaks an assertion of the schema: not(l:to) or l:from le l:to",
         "A letter is sent before it is received."),
        (4, 6, "“x” is not a value of attribute `n` on `letter`", "Write a value of xs:int."),
        (5, 6, "“shut” is not a value of attribute `kind` on `letter`", "Write one of: open, closed."),
        (6, 3, "`letter` is incomplete", "It still needs: `paper`."),
        (6, 3, "`letter`: duplicated value (1,) for “l:u”", "Compare with the schema."),
        (6, 29, "`from` cannot hold “1958”", "Write a value of xs:date."),
        (7, 17, "`too` is not allowed here in `letter`", "Allowed at this place: `from`."),
        (8, 3, "`letter` is incomplete", "It still needs: `from`."),
        (9, 3, "`letter` lacks the attribute `n`", "Add it."),
        (9, 3, "text is not allowed in `letter`", "It holds elements only."),
        (9, 11, "attribute `kund` is not allowed on `letter`", "Did you mean `kind`?"),
        (10, 3, "`x` is not allowed here in `letters`", "Allowed at this place: nothing more."),
    ]  # fmt: skip
    assert found[0].location.xpath == "/*:letters/*:letter[1]"
    right = (
        '<letters xmlns="urn:l"><letter n="1" kind="open"><from>1958-01-01</from><paper>x</paper></letter></letters>'
    )
    assert list(XsdValidator(path).check(parse_tei(right.encode(), "d.xml"))) == []


def test_a_part_that_is_included_may_be_in_1_1(tmp_path: Path) -> None:
    for name, body in (
        ("all.xsd", '<xs:include schemaLocation="part.xsd"/>'),
        ("part.xsd", '<xs:element name="a"><xs:complexType><xs:attribute name="n"/><xs:assert test="@n"/></xs:complexType></xs:element>'),
    ):  # fmt: skip
        (tmp_path / name).write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{body}</xs:schema>')
    validator = XsdValidator(tmp_path / "all.xsd")
    assert list(validator.check(parse_tei(b'<a n="1"/>', "a.xml"))) == []
    (found,) = validator.check(parse_tei(b"<a/>", "a.xml"))
    assert found.message == "`a` breaks an assertion of the schema: @n"


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ('<xs:include schemaLocation="gone.xsd"/>', "gone.xsd"),
        ('<xs:include schemaLocation="https://example.org/a.xsd"/>', "https://example.org/a.xsd"),
        ('<xs:import namespace="urn:a" schemaLocation="https://example.org/a.xsd"/>', "https://example.org/a.xsd"),
    ],
)
def test_a_part_that_is_not_on_this_machine_is_named_and_not_fetched(tmp_path: Path, part: str, named: str) -> None:
    path = tmp_path / "s.xsd"
    path.write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{part}<xs:element name="a"/></xs:schema>')
    with pytest.raises(UnreadableInput) as caught:
        XsdValidator(path)
    assert caught.value.message == f"a part of the schema is not on this machine: {named}"


def test_a_catalog_has_the_file_that_a_schema_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xsd = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" %s</xs:schema>'
    (tmp_path / "other.xsd").write_text(xsd % 'targetNamespace="urn:a"><xs:attribute name="n" type="xs:int"/>')
    (tmp_path / "catalog.xml").write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<uri name="https://example.org/a.xsd" uri="other.xsd"/></catalog>'
    )
    path = tmp_path / "s.xsd"
    path.write_text(
        xsd % 'xmlns:a="urn:a"><xs:import namespace="urn:a" schemaLocation="https://example.org/a.xsd"/>'
        '<xs:element name="a"><xs:complexType><xs:attribute ref="a:n"/></xs:complexType></xs:element>'
    )
    monkeypatch.setenv("XML_CATALOG_FILES", (tmp_path / "catalog.xml").as_uri())
    (found,) = XsdValidator(path).check(parse_tei(b'<a xmlns:a="urn:a" a:n="x"/>', "a.xml"))
    assert found.message == "“x” is not a value of attribute `n` of urn:a on `a`"
