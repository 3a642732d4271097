"""What breaks a RELAX NG schema is reported once, where it is, with what to do; a schema that is not there too."""

from pathlib import Path

import pytest

from tei.diagnostics import Diagnostic
from tei.errors import UnreadableInput
from tei.names import RNG_NS, TEI_NS
from tei.schema import store
from tei.validators import VALIDATORS, validate
from tei.validators.grammar import GrammarValidator
from tei.validators.xmlfile import parse_tei

SCHEMA = f"""<grammar xmlns="{RNG_NS}" ns="{TEI_NS}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="TEI"><ref name="head"/><oneOrMore><ref name="div"/></oneOrMore></element></start>
<define name="head"><element name="head"><mixed><zeroOrMore><element name="date">
  <optional><attribute name="when"><data type="date"/></attribute></optional><text/></element></zeroOrMore></mixed>
</element></define>
<define name="div"><element name="div">
  <attribute name="type"><choice><value>letter</value><value>article</value></choice></attribute>
  <optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
  <choice><oneOrMore><ref name="div"/></oneOrMore><oneOrMore><element name="p"><text/></element></oneOrMore></choice>
</element></define></grammar>"""

TEI = f'<TEI xmlns="{TEI_NS}"><head/>%s</TEI>'
DIV = '<div type="letter"><p/></div>'


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "small.rng"
    path.write_text(SCHEMA, encoding="utf-8")
    return path


def check(schema: Path, text: str) -> list[Diagnostic]:
    return list(validate([parse_tei(text.encode(), "x.xml")], checks=[GrammarValidator(schema)]))


def test_a_valid_document_has_no_findings(schema: Path) -> None:
    body = f'<div type="article" xml:id="d">{DIV}{DIV}</div>'
    assert (
        check(schema, (TEI % body).replace("<head/>", '<head>On <date when="1958-08-03">3 August</date></head>')) == []
    )


@pytest.mark.parametrize(
    ("body", "message", "remedy"),
    [
        ("", "`TEI` is incomplete", "It still needs: `div`."),
        ('<div type="letter"/>', "`div` is incomplete", "It still needs: `div`, `p`."),
        (f"{DIV}<p/>", "`p` is not allowed here in `TEI`", "Allowed at this place: `div`."),
        ('<div type="letter"><P/></div>', "`P` is not allowed here in `div`", "Did you mean `p`? Allowed"),
        (f'<div type="letter"><p/>{DIV}</div>', "`div` is not allowed here in `div`", "Allowed at this place: `p`."),
        (
            '<div type="letter">text<p/></div>',
            "text is not allowed here in `div`",
            "Allowed at this place: `div`, `p`.",
        ),
        ("<div><p/></div>", "`div` lacks the attribute `type`", "Add it."),
        (
            '<div type="x"><p/></div>',
            "“x” is not a value of attribute `type` on `div`",
            "Write one of: article, letter.",
        ),
        (
            '<div type="letter" xml:id="1"><p/></div>',
            "“1” is not a value of attribute `xml:id` on `div`",
            "Write a value",
        ),
        ('<div type="letter" typ="x"><p/></div>', "attribute `typ` is not allowed on `div`", "Did you mean `type`?"),
        (f'{DIV}<m:math xmlns:m="urn:m"><p/></m:math>', "`math` of urn:m is not allowed here in `TEI`", "Allowed"),
    ],
)
def test_one_mistake_is_one_finding_in_words(schema: Path, body: str, message: str, remedy: str) -> None:
    (finding,) = check(schema, TEI % body)
    assert finding.rule.id == "XS002"
    assert finding.message == message
    assert finding.help.startswith(remedy)


def test_each_of_several_mistakes_is_reported_at_its_element(schema: Path) -> None:
    found = check(schema, TEI % f'\n<div type="letter"><p/>\n<q xml:id="q"/></div>\n  <div type="no">{DIV}</div>text')
    places = [(finding.location.line, finding.location.column, finding.location.xpath) for finding in found]
    assert sorted(places) == [(3, 1, "/TEI/div[1]/q"), (4, 8, "/TEI/div[2]/@type"), (4, 47, "/TEI")]
    assert [finding.location.xml_id for finding in found if finding.location.xml_id] == ["q"]


def test_a_wrong_root_is_named_with_the_right_one(schema: Path) -> None:
    (finding,) = check(schema, "<tei/>")
    assert finding.message == "`tei` cannot be the root"
    assert finding.help == "The root is `TEI`."


def test_what_was_checked_before_does_not_change_what_is_said(schema: Path) -> None:
    body = f'{DIV}<div type="letter"><p/><q/></div>'
    alone = check(schema, TEI % body)
    checker = GrammarValidator(schema)
    rich = parse_tei((TEI % f'{DIV}<div type="article"><q/><date/></div>').encode(), "rich.xml")
    list(checker.check(rich))
    assert list(checker.check(parse_tei((TEI % body).encode(), "x.xml"))) == alone


def test_attributes_that_exclude_each_other_are_reported_as_libxml2_does(tmp_path: Path) -> None:
    schema = tmp_path / "either.rng"
    schema.write_text(
        f"""<element xmlns="{RNG_NS}" name="r"><oneOrMore><element name="ptr"><choice><attribute name="target"/>
        <attribute name="cRef"/></choice></element></oneOrMore></element>""",
        encoding="utf-8",
    )
    assert check(schema, '<r><ptr target="a"/><ptr cRef="b"/></r>') == []
    (finding,) = check(schema, '<r>\n<ptr cRef="b"/>\n<ptr target="a" cRef="b"/></r>')
    assert finding.rule.id == "XS002"
    assert finding.location.line == 3
    assert "not together" in finding.help


def test_a_schema_that_is_not_there_or_none_is_unreadable(tmp_path: Path) -> None:
    for name in ("none.rng", "page.rng"):
        (tmp_path / "page.rng").write_text("<html/>", encoding="utf-8")
        with pytest.raises(UnreadableInput, match="schema") as fault:
            check(tmp_path / name, "<TEI/>")
        assert fault.value.rule == "XS005"


def test_a_schema_that_changes_is_read_again(schema: Path) -> None:
    assert check(schema, TEI % DIV) == []
    schema.write_text(SCHEMA.replace('"letter"', '"x"').replace("<value>letter</value>", ""), encoding="utf-8")
    assert len(check(schema, TEI % DIV)) == 1


def test_without_tei_all_in_the_cache_that_is_said_and_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.CACHE_VARIABLE, str(tmp_path / "empty"))
    (finding,) = validate([parse_tei(b"<TEI/>", "x.xml")], checks=[VALIDATORS.get("tei_all")])
    assert finding.rule.id == "XS004"
    assert "tei schema fetch" in finding.help


def test_tei_all_is_taken_from_the_cache(schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.CACHE_VARIABLE, str(tmp_path / "cache"))
    store.fetch_tei_all(str(schema))
    checks = [VALIDATORS.get("tei_all")]
    assert list(validate([parse_tei((TEI % DIV).encode(), "x.xml")], checks=checks)) == []
    assert len(list(validate([parse_tei((TEI % "").encode(), "x.xml")], checks=checks))) == 1
