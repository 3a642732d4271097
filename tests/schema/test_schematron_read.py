"""Rules are found where schemas keep them: in a RELAX NG and what it includes, in an ODD, in TEI's tei_all."""

from pathlib import Path

import pytest
from lxml import etree

from tei.errors import UnreadableInput
from tei.names import RNG_NS, TEI_NS
from tei.schema import store
from tei.schema.schematron import SCH_NS, Schema
from tei.schema.schematron_check import Checker, Found
from tei.schema.schematron_kept import kept_rules, rules_alone
from tei.schema.schematron_read import read_schematron
from tei.schema.schematron_xpath import Compiler, NotEvaluable

SHARED = Path(__file__).resolve().parents[2] / "../shared"
TEI_ALL = SHARED / "schema/tei_all-4.12.0.rng"
needs_tei_all = pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs ../shared/schema/tei_all-4.12.0.rng")

GRAMMAR = f"""<grammar xmlns="{RNG_NS}" xmlns:sch="{SCH_NS}" xmlns:t="{TEI_NS}">
<sch:ns prefix="x" uri="urn:x"/>
<start><element name="a"><empty/>
  <sch:pattern id="one"><sch:rule context="x:a"><sch:report test="true()">one</sch:report></sch:rule></sch:pattern>
</element></start>
<define name="b"><empty/><sch:rule context="t:a"><sch:assert test="@n">two</sch:assert></sch:rule></define>
%s</grammar>"""

ODD = f"""<TEI xmlns="{TEI_NS}" xmlns:sch="{SCH_NS}"><text><body>
<egXML xmlns="http://www.tei-c.org/ns/Examples"><sch:rule context="tei:p"><sch:assert test="1"/></sch:rule></egXML>
<schemaSpec ident="s"><elementSpec ident="p">
  <constraintSpec ident="has-id" scheme="schematron"><constraint>
    <sch:rule context="tei:p"><sch:assert test="@xml:id">no id</sch:assert></sch:rule></constraint></constraintSpec>
  <constraintSpec ident="old" scheme="isoschematron"><constraint><sch:report test="tei:p">old</sch:report></constraint>
  </constraintSpec>
  <constraintSpec ident="gone" scheme="schematron" mode="delete"><constraint>
    <sch:rule context="tei:p"><sch:report test="true()">gone</sch:report></sch:rule></constraint></constraintSpec>
  <constraintSpec ident="other" scheme="natural"><desc>be good</desc></constraintSpec>
  <attList><attDef ident="n"><constraintSpec ident="number" scheme="schematron"><constraint>
    <sch:assert test=". castable as xs:integer">no number</sch:assert></constraint></constraintSpec></attDef></attList>
</elementSpec>
<classSpec ident="att.x" type="atts"><constraintSpec ident="lost" scheme="schematron"><constraint>
  <sch:assert test="@lost">lost</sch:assert></constraint></constraintSpec></classSpec>
<elementSpec ident="foreign" ns="urn:f"><constraintSpec ident="f" scheme="schematron"><constraint>
  <sch:assert test="@f" id="f1">f</sch:assert></constraint></constraintSpec></elementSpec>
</schemaSpec></body></text></TEI>"""


def read(path: Path, text: str) -> Schema:
    path.write_text(text, encoding="utf-8")
    return read_schematron(path)


def test_rules_in_a_relax_ng_are_read_with_its_prefixes_and_those_that_it_declares_for_rules(tmp_path: Path) -> None:
    rules = read(tmp_path / "a.rng", GRAMMAR % "")
    assert [pattern.id for pattern in rules.patterns] == ["one", "pattern 2"]
    assert rules.version == 3
    assert rules.namespaces["x"] == "urn:x"
    assert rules.namespaces["t"] == TEI_NS
    document = etree.fromstring(f'<a xmlns="urn:x"><a xmlns="{TEI_NS}"/></a>').getroottree()
    assert [found.message for found in Checker(rules).check(document) if isinstance(found, Found)] == ["one", "two"]


def test_rules_of_included_grammars_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "b.rng").write_text(GRAMMAR % '<include href="a.rng"/>', encoding="utf-8")
    rules = read(tmp_path / "a.rng", GRAMMAR % '<include href="b.rng"/><include href="b.rng"/>')
    assert rules.tests == 4
    with pytest.raises(UnreadableInput, match="no such file"):
        read(tmp_path / "a.rng", GRAMMAR % '<include href="none.rng"/>')


def test_a_relax_ng_without_rules_gives_none(tmp_path: Path) -> None:
    assert read(tmp_path / "a.rng", f'<grammar xmlns="{RNG_NS}"/>').patterns == ()


def test_rules_in_an_odd_are_read_and_tests_without_a_rule_are_for_what_is_specified(tmp_path: Path) -> None:
    rules = read(tmp_path / "s.odd", ODD)
    assert [pattern.id for pattern in rules.patterns] == ["has-id", "old", "number"]
    assert [rule.context for pattern in rules.patterns for rule in pattern.rules] == ["tei:p", "tei:p", "tei:p/@n"]
    assert [(each.label, each.why.partition(",")[0]) for each in rules.unread] == [
        ("@lost", "it stands outside a rule"),
        ("f1", "it stands outside a rule"),
    ]
    document = etree.fromstring(f'<p xmlns="{TEI_NS}" n="1"><p xml:id="i" n="x"/></p>').getroottree()
    found = [result.message for result in Checker(rules).check(document) if isinstance(result, Found)]
    assert found == ["no id", "old", "no number"]


@pytest.mark.parametrize("text", ['<html xmlns="http://www.w3.org/1999/xhtml"/>', "<a", ""])
def test_what_holds_no_rules_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(tmp_path / "a.sch", text)
    assert caught.value.rule == "XS005"
    assert "Schematron schema" in caught.value.help


def test_a_schema_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        read_schematron(tmp_path / "none.sch")


def test_the_rules_of_a_grammar_alone_are_the_same_rules(tmp_path: Path) -> None:
    whole = read(tmp_path / "a.rng", GRAMMAR % "")
    (tmp_path / "alone.rng").write_bytes(rules_alone((GRAMMAR % "").encode()))
    alone = read_schematron(tmp_path / "alone.rng")
    assert (alone.patterns, alone.namespaces) == (whole.patterns, whole.namespaces)
    assert b"define" not in rules_alone((GRAMMAR % "").encode())


def test_the_rules_of_a_grammar_are_kept_by_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.CACHE_VARIABLE, str(tmp_path / "cache"))
    path = tmp_path / "a.rng"
    path.write_text(GRAMMAR % "", encoding="utf-8")
    first = kept_rules(path)
    assert first.is_relative_to(tmp_path / "cache")
    assert kept_rules(path) == first
    path.write_text(GRAMMAR % "<!-- changed -->", encoding="utf-8")
    assert kept_rules(path) != first


def test_where_nothing_can_be_kept_the_schema_itself_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv(store.CACHE_VARIABLE, str(tmp_path / "file"))
    path = tmp_path / "a.rng"
    path.write_text(GRAMMAR % "", encoding="utf-8")
    assert kept_rules(path) == path


@needs_tei_all
def test_every_test_of_tei_all_can_be_evaluated() -> None:
    rules = read_schematron(TEI_ALL)
    compiler = Compiler(rules)
    refused = []
    for pattern in rules.patterns:
        for rule in pattern.rules:
            values = [let.value or "" for let in (*pattern.lets, *rule.lets)]
            for expression in (f"//({rule.context})", *values, *(test.expression for test in rule.tests)):
                try:
                    compiler.expression(expression)
                except NotEvaluable as error:
                    refused.append((pattern.id, str(error)))
    assert (len(rules.patterns), rules.tests, rules.unread, refused) == (93, 103, (), [])


@needs_tei_all
def test_the_rules_of_tei_all_alone_are_all_its_rules(tmp_path: Path) -> None:
    alone = tmp_path / "alone.rng"
    alone.write_bytes(rules_alone(TEI_ALL.read_bytes()))
    whole, kept = read_schematron(TEI_ALL), read_schematron(alone)
    assert (kept.patterns, kept.namespaces) == (whole.patterns, whole.namespaces)
