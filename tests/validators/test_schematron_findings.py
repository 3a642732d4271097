"""Findings of Schematron rules: their place, their rule by role, what is said of the test, and who asks for them."""

from pathlib import Path

import pytest

from tei.batch.check import check
from tei.batch.checked import check_files
from tei.diagnostics import Diagnostic, Severity
from tei.errors import ExitCode
from tei.names import RNG_NS, TEI_NS
from tei.schema.schematron import SCH_NS
from tei.validators import schematron
from tei.validators.schematron import SchematronValidator, WithRules, edition_rules, tei_all_rules
from tei.validators.xmlfile import parse_tei

TEI = f"""<TEI xmlns="{TEI_NS}"><text><body>
  <p xml:id="p1" n="x">One</p><p>Two <hi rend="b"/></p>
</body></text></TEI>"""
SHARED = Path(__file__).resolve().parents[2] / "../shared"
TEI_ALL = SHARED / "schema/tei_all-4.12.0.rng"
needs_tei_all = pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs ../shared/schema/tei_all-4.12.0.rng")


def rules(tmp_path: Path, *tests: str, context: str = "tei:p[@xml:id]", name: str = "rules.sch") -> Path:
    path = tmp_path / name
    path.write_text(
        f'<schema xmlns="{SCH_NS}" queryBinding="xslt2"><ns prefix="tei" uri="{TEI_NS}"/>'
        f'<pattern id="pat"><rule context="{context}">{"".join(tests)}</rule></pattern></schema>',
        encoding="utf-8",
    )
    return path


def findings(path: Path, text: str = TEI) -> list[Diagnostic]:
    return list(SchematronValidator(path).check(parse_tei(text.encode(), "x.xml")))


def test_a_finding_has_the_place_the_message_and_the_rule_that_says_so(tmp_path: Path) -> None:
    (found,) = findings(rules(tmp_path, '<assert test="not(\n @n )">A <name/> has no <emph>n</emph></assert>'))
    place = found.location
    assert (found.rule.id, found.message) == ("SC001", "A p has no n")
    assert (place.file, place.line, place.column, place.xml_id) == ("x.xml", 2, 3, "p1")
    assert place.xpath == "/TEI/text/body/p[1]"
    assert found.help == "Rule “pat” of rules.sch asks for not( @n )"


def test_a_report_says_what_it_reports_after_its_diagnostics(tmp_path: Path) -> None:
    path = rules(tmp_path, '<report test="@n" diagnostics="d" role="Warning">No n</report>')
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "</schema>",
            '<diagnostics><diagnostic id="d">Here: <value-of select="@n"/>.</diagnostic></diagnostics></schema>',
        ),
        encoding="utf-8",
    )
    (found,) = findings(path)
    assert found.rule.id == "SC002"
    assert found.help == "Here: x. Rule “pat” of rules.sch (role Warning) reports @n"


@pytest.mark.parametrize(
    ("role", "rule_id", "severity"),
    [
        ("", "SC001", Severity.ERROR),
        ("error", "SC001", Severity.ERROR),
        ("fatal", "SC001", Severity.ERROR),
        ("whatever", "SC001", Severity.ERROR),
        ("warn", "SC002", Severity.WARNING),
        ("nonfatal", "SC002", Severity.WARNING),
        ("info", "SC003", Severity.INFO),
        ("INFORMATION", "SC003", Severity.INFO),
    ],
)
def test_the_role_decides_how_bad_it_is(tmp_path: Path, role: str, rule_id: str, severity: Severity) -> None:
    (found,) = findings(rules(tmp_path, f'<report test="true()" role="{role}">x</report>'))
    assert (found.rule.id, found.severity) == (rule_id, severity)


def test_a_finding_at_an_attribute_is_at_its_element_and_names_it_in_the_path(tmp_path: Path) -> None:
    (plain,) = findings(rules(tmp_path, '<report test="true()">x</report>', context="tei:hi/@rend"))
    assert (plain.location.line, plain.location.xpath) == (2, "/TEI/text/body/p[2]/hi/@rend")
    (spaced,) = findings(rules(tmp_path, '<report test="true()">x</report>', context="@xml:id", name="b.sch"))
    assert spaced.location.xpath == "/TEI/text/body/p[1]/@*:id"


def test_a_long_test_is_cut_in_the_help(tmp_path: Path) -> None:
    (found,) = findings(rules(tmp_path, f'<assert test="{" or ".join(["@m"] * 60)}">x</assert>'))
    assert found.help.endswith("@m or @m …")
    assert len(found.help) < 200


def test_a_test_without_a_message_is_its_own_message(tmp_path: Path) -> None:
    (found,) = findings(rules(tmp_path, '<assert test="@m"/>'))
    assert found.message == "the rule asks for @m"


def test_a_rule_that_cannot_be_checked_is_named_and_does_not_fail_the_document(tmp_path: Path) -> None:
    broken, fails = findings(
        rules(tmp_path, '<assert test="f:x()">x</assert>', '<assert test="xs:date(@n)">y</assert>')
    )
    assert (broken.rule.id, broken.severity, broken.location.line) == ("SC004", Severity.INFO, 0)
    assert broken.message.startswith("rule “pat, test 1” of rules.sch was not checked: ")
    assert fails.rule.id == "SC004"
    assert (fails.location.line, fails.location.xml_id) == (2, "p1")


def test_findings_are_in_the_order_of_their_places(tmp_path: Path) -> None:
    tests = ('<report test="self::tei:hi">hi</report>', '<report test="true()">any</report>')
    found = findings(rules(tmp_path, *tests, context="tei:p | tei:hi"))
    assert [each.message for each in found] == ["any", "any", "any", "hi"]


def test_a_document_that_keeps_the_rules_has_no_findings(tmp_path: Path) -> None:
    assert findings(rules(tmp_path, '<assert test="@n">x</assert>')) == []


def test_rules_are_checked_after_their_grammar_and_under_its_name(tmp_path: Path) -> None:
    grammar = SchematronValidator(rules(tmp_path, '<report test="true()">grammar</report>'), name="g")
    both = WithRules(grammar, lambda: rules(tmp_path, '<report test="true()">rule</report>', name="b.sch"))
    document = parse_tei(TEI.encode(), "x.xml")
    assert both.name == "g"
    assert [found.message for found in both.check(document)] == ["grammar", "rule"]
    assert [found.message for found in WithRules(grammar, lambda: None).check(document)] == ["grammar"]


def test_rules_of_a_schema_that_is_named_are_checked(tmp_path: Path) -> None:
    document = parse_tei(TEI.encode(), "x.xml")
    path = rules(tmp_path, '<report test="true()">from the sch</report>')
    report = check(document, [str(path)])
    assert "from the sch" in [found.message for found in report.findings]
    grammar = tmp_path / "any.rng"
    grammar.write_text(
        f'<grammar xmlns="{RNG_NS}" xmlns:s="{SCH_NS}" xmlns:tei="{TEI_NS}"><start><ref name="any"/></start>'
        '<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/>'
        '<ref name="any"/></choice></zeroOrMore></element></define>'
        '<s:rule context="tei:hi"><s:report test="true()">from the grammar</s:report></s:rule></grammar>',
        encoding="utf-8",
    )
    report = check(document, [str(grammar)])
    assert "from the grammar" in [found.message for found in report.findings]


def test_a_schema_that_is_not_schematron_is_a_fault_of_the_command(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_text(TEI, encoding="utf-8")
    broken = tmp_path / "broken.sch"
    broken.write_text("<a/>", encoding="utf-8")
    with pytest.raises(Exception, match="rules cannot be read") as caught:
        check_files([str(file)], schemas=[str(broken)])
    assert caught.value.exit_code is ExitCode.UNREADABLE  # type: ignore[attr-defined]


def test_our_own_rules_are_looked_for_beside_our_own_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schematron, "schema_path", lambda name: tmp_path / name)
    assert edition_rules() is None
    path = rules(tmp_path, name="tei-edition.sch")
    assert edition_rules() == path


def test_without_tei_all_there_are_no_rules_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_ENCODER_CACHE", str(tmp_path))
    assert tei_all_rules() is None


BROKEN = {
    "<p><p/></p>": (2, "SC001", "Abstract model violation: Paragraphs may not occur inside other paragraphs"),
    '<date when="1958" from="1957"/>': (2, "SC002", "The @when attribute cannot be used with any other"),
    "<catchwords/>": (2, "SC001", "The <catchwords> element should not be used outside of <msDesc>."),
    '<p spanTo="#nowhere"/>': (2, "SC001", "The element indicated by @spanTo (#nowhere) must follow"),
    '<list type="gloss"><item/></list>': (2, "SC001", 'The content of a "gloss" list should include'),
    '<path points="1,2 3,4 1,2"/>': (2, "SC001", "The first and last elements of this path are the same"),
    "<link target='#a'/>": (2, "SC001", "You must supply at least two values for @target on <link>"),
    "<shift/>": (2, "SC002", "The @new attribute should always be supplied"),
}


@needs_tei_all
@pytest.mark.parametrize("body", BROKEN)
def test_rules_of_tei_all_find_what_they_forbid(body: str) -> None:
    line, rule_id, message = BROKEN[body]
    text = f'<TEI xmlns="{TEI_NS}"><text><body>\n{body}</body></text></TEI>'
    (found,) = findings(TEI_ALL, text)
    assert (found.location.line, found.rule.id) == (line, rule_id)
    assert found.message.startswith(message)


@needs_tei_all
def test_five_thousand_paragraphs_with_the_rules_of_tei_all_give_one_finding_for_the_one_mistake() -> None:
    paragraphs = "".join(f'<p n="{n}">On <date when="1958-08-03">a day</date> <hi>x</hi></p>' for n in range(5_000))
    text = f'<TEI xmlns="{TEI_NS}"><text><body>\n{paragraphs}\n<p><hi><p/></hi></p></body></text></TEI>'
    assert [found.location.line for found in findings(TEI_ALL, text)] == [3]


def test_comments_instructions_and_unresolved_entities_do_not_stand_in_the_way(tmp_path: Path) -> None:
    text = f"""<!DOCTYPE TEI [<!ENTITY e "ent">]><!-- a --><?b c?>
<TEI xmlns="{TEI_NS}"><p xml:id="p">one &e; <!-- d --> two<?f g?> three</p></TEI><!-- h -->"""
    test = "<report test=\"matches(., 'one .*two three')\">whole</report>"
    (found,) = findings(rules(tmp_path, test), text)
    assert (found.message, found.location.line) == ("whole", 2)
