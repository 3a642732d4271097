"""A slice gives the verdict of the whole grammar: by hand for each rule of RELAX NG, and on invented grammars."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from invented import cases, grammar_text
from lxml import etree

from tei.errors import UnreadableInput
from tei.names import RNG_NS
from tei.schema.relaxng import read_grammar
from tei.schema.slice import slice_grammar
from tei.schema.vocabulary import vocabulary


def write(folder: Path, body: str, attributes: str = "") -> Path:
    path = folder / "schema.rng"
    path.write_text(grammar_text(body, attributes), encoding="utf-8")
    return path


def sliced(path: Path, document: str) -> etree._ElementTree:
    tree = etree.ElementTree(etree.fromstring(document))
    return slice_grammar(read_grammar(path), *vocabulary(tree))


def verdict(schema: etree._ElementTree, document: str) -> bool:
    return bool(etree.RelaxNG(schema).validate(etree.fromstring(document)))


def check_both(path: Path, document: str) -> bool:
    """The verdict of the slice, which is that of the whole grammar."""
    whole = verdict(etree.parse(str(path)), document)
    assert verdict(sliced(path, document), document) == whole
    return whole


CHOICE = """<start><element name="r"><attribute name="n"/><choice>
  <group><ref name="a"/><ref name="b"/></group><oneOrMore><ref name="c"/></oneOrMore><empty/></choice></element></start>
  <define name="a"><element name="a"><text/></element></define>
  <define name="b"><element name="b"><ref name="c"/></element></define>
  <define name="c"><element name="c"><empty/></element></define>"""


def test_an_alternative_that_needs_an_absent_name_is_dropped(tmp_path: Path) -> None:
    schema = sliced(write(tmp_path, CHOICE), '<r n="1"><c/></r>')
    names = {name.text for name in schema.iter(f"{{{RNG_NS}}}name")}
    assert names == {"r", "n", "c"}
    assert not list(schema.iter(f"{{{RNG_NS}}}choice"))


@pytest.mark.parametrize(
    ("document", "valid"),
    [
        ('<r n="1"/>', True),
        ('<r n="1"><c/><c/></r>', True),
        ('<r n="1"><a/><b><c/></b></r>', True),
        ("<r/>", False),  # the attribute is required though no element of the document has it
        ('<r n="1"><a/></r>', False),  # b is required after a
        ('<r n="1"><a/><b/></r>', False),  # b requires c, which the document does not have
        ('<r n="1"><a/><c/></r>', False),
        ('<r n="1" m="2"/>', False),
        ("<other/>", False),
    ],
)
def test_what_is_required_stays_required(tmp_path: Path, document: str, valid: bool) -> None:
    assert check_both(write(tmp_path, CHOICE), document) is valid


def test_a_choice_of_absent_names_stays_required(tmp_path: Path) -> None:
    body = """<start><element name="r"><choice><element name="a"><empty/></element><element name="b"><empty/></element>
      </choice></element></start>"""
    path = write(tmp_path, body)
    assert not check_both(path, "<r/>")
    assert check_both(path, "<r><b/></r>")


def test_a_wildcard_becomes_the_names_that_it_matches(tmp_path: Path) -> None:
    body = """<start><element name="r"><zeroOrMore><ref name="any"/></zeroOrMore></element></start><define name="any">
      <element><anyName><except><nsName ns="urn:t"/><name>r</name></except></anyName><zeroOrMore><attribute><anyName/>
      </attribute></zeroOrMore><zeroOrMore><choice><text/><ref name="any"/></choice></zeroOrMore></element></define>"""
    path = write(tmp_path, body)
    assert check_both(path, '<r><x k="1"><y xmlns="urn:u" xmlns:v="urn:v" v:z="2">t</y></x></r>')
    assert not check_both(path, '<r><x xmlns="urn:t"/></r>')
    assert not check_both(path, "<r><x><r/></x></r>")
    schema = sliced(path, '<r><x k="1"/></r>')
    assert not list(schema.iter(f"{{{RNG_NS}}}anyName", f"{{{RNG_NS}}}nsName"))


def test_namespaces_are_inherited_by_elements_and_not_by_named_attributes(tmp_path: Path) -> None:
    body = """<start><element name="r"><attribute name="a"/><attribute ns="urn:a" name="b"/><attribute name="xml:id"/>
      <element name="p:s"><empty/></element><element name="t" ns=""><empty/></element></element></start>"""
    path = write(tmp_path, body, 'ns="urn:r" xmlns:p="urn:p"')
    document = '<r xmlns="urn:r" xmlns:q="urn:a" a="1" q:b="2" xml:id="i"><s xmlns="urn:p"/><t xmlns=""/></r>'
    assert check_both(path, document)
    assert not check_both(path, document.replace(' a="1"', ' q:a="1"'))
    assert not check_both(path, document.replace('<t xmlns=""/>', "<t/>"))


def test_values_keep_their_type_their_library_and_their_white_space(tmp_path: Path) -> None:
    body = """<start><element name="r"><attribute name="a"><choice><value type="string"> x </value><value>y</value>
      <data type="integer"><param name="minInclusive">3</param></data></choice></attribute>
      <attribute name="b"><list><oneOrMore><data type="NCName" /></oneOrMore></list></attribute></element></start>"""
    path = write(tmp_path, body)
    for value, valid in ((" x ", True), ("x", False), (" y ", True), ("3", True), ("2", False), ("&lt;", False)):
        assert check_both(path, f'<r a="{value}" b="k l"/>') is valid, value
    assert not check_both(path, '<r a="y" b="1 2"/>')


def test_an_empty_list_is_not_nothing(tmp_path: Path) -> None:
    body = '<start><element name="r"><attribute name="a"><list><empty/></list></attribute></element></start>'
    path = write(tmp_path, body)
    assert check_both(path, '<r a=" "/>')
    assert not check_both(path, '<r a="x"/>')


def test_annotations_and_embedded_schematron_are_left_out(tmp_path: Path) -> None:
    body = """<s:ns xmlns:s="http://purl.oclc.org/dsdl/schematron" prefix="x" uri="urn:x"/><start><element name="r">
      <a:documentation xmlns:a="urn:doc">r</a:documentation><empty/></element></start>"""
    schema = sliced(write(tmp_path, body), "<r/>")
    assert {element.tag.partition("}")[0] for element in schema.iter()} == {f"{{{RNG_NS}"}


def test_a_slice_for_a_richer_document_gives_the_same_verdict(tmp_path: Path) -> None:
    path = write(tmp_path, CHOICE)
    rich = sliced(path, '<r n="1"><a/><b><c/></b></r>')
    for document in ('<r n="1"/>', "<r/>", '<r n="1"><a/></r>', '<r n="1"><c/></r>'):
        assert verdict(rich, document) == check_both(path, document)


def test_a_definition_that_refers_to_itself_outside_an_element_is_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path, '<start><ref name="a"/></start><define name="a"><optional><ref name="a"/></optional></define>'
    )
    with pytest.raises(UnreadableInput, match="“a” refers to itself") as fault:
        sliced(path, "<r/>")
    assert (fault.value.rule, fault.value.line) == ("XS005", 1)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_slice_of_an_invented_grammar_gives_the_verdict_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, str]
) -> None:
    text, document = case
    path = tmp_path_factory.getbasetemp() / "invented.rng"
    path.write_text(text, encoding="utf-8")
    check_both(path, document)


@pytest.mark.parametrize(
    "nothing", ["<group><empty/><ref name='s'/></group>", "<group><notAllowed/><ref name='s'/></group>"]
)
def test_empty_and_not_allowed_in_a_group_are_simplified_away(tmp_path: Path, nothing: str) -> None:
    """libxml2 2.14 refuses to load either beside an attribute; what is left of it in a slice loads."""
    body = f"""<start><element name="r"><optional><attribute name="x"/></optional><optional>{nothing}</optional></element>
      </start><define name="s"><element name="s"><text/></element></define>"""
    path = write(tmp_path, body)
    assert verdict(sliced(path, "<r/>"), "<r/>")
    document = "<r x='1'><s>t</s></r>"
    assert verdict(sliced(path, document), document) is ("notAllowed" not in nothing)
