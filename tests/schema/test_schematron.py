"""Every construct of Schematron that is supported: small schemas, small documents, and what must be found in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from tei.errors import UnreadableInput, UsageError
from tei.schema.schematron import SCH_NS, Schema
from tei.schema.schematron_check import Checker, Found, Unchecked
from tei.schema.schematron_read import read_schematron

LETTER = """<letter xmlns="urn:l" year="1958">
  <head n="1">Letter <hi>one</hi></head>
  <p xml:id="p1">To <name ref="#mao">Mao</name><!-- a comment --> from <name ref="#nobody">N</name></p>
  <p xml:id="p2" n="5">Second<note><p>inside</p></note></p>
  <person xml:id="mao" n="2"/>
</letter>"""


def schema(tmp_path: Path, content: str, attributes: str = 'queryBinding="xslt2"') -> Schema:
    path = tmp_path / "rules.sch"
    text = f'<schema xmlns="{SCH_NS}" {attributes}><ns prefix="l" uri="urn:l"/>{content}</schema>'
    path.write_text(text, encoding="utf-8")
    return read_schematron(path)


def results(rules: Schema, document: str = LETTER, **options: str) -> list[Found | Unchecked]:
    return list(Checker(rules, **options).check(etree.fromstring(document).getroottree()))


def messages(rules: Schema, document: str = LETTER, **options: str) -> list[str]:
    """The messages of what is found; what was not checked in angle brackets."""
    return [
        found.message if isinstance(found, Found) else f"<{found.label}: {found.why}>"
        for found in results(rules, document, **options)
    ]


def one_rule(context: str, tests: str, before: str = "") -> str:
    return f'{before}<pattern id="pat"><rule context="{context}">{tests}</rule></pattern>'


REPORT = "<report test='true()'>{}</report>"


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("l:p", ["p1", "p2", ""]),
        ("l:letter/l:p", ["p1", "p2"]),
        ("l:note//l:p", [""]),
        ("/l:letter", [""]),
        ("/l:p", []),
        ("//l:person", ["mao"]),
        ("l:p[2]", ["p2"]),
        ("l:p[@n][l:note]", ["p2"]),
        ("l:p[@n = ('1', '5')]", ["p2"]),
        ("l:p[number(@n) gt 4]", ["p2"]),
        ("l:p[position() = last()]", ["p2", ""]),
        ("*[@xml:id]", ["p1", "p2", "mao"]),
        ("l:*[@n = 2]", ["mao"]),
        ("*:person", ["mao"]),
        ("l:person | l:note/l:p", ["mao", ""]),
        ("(l:person | l:note)[@n]", ["mao"]),
        ("(l:letter|l:note)/l:p[@n]", ["p2"]),
        ("child::l:person", ["mao"]),
        ("l:p except l:p[@xml:id]", [""]),
        ("l:person union l:hi", ["mao", ""]),
        ("union", []),
        ("(l:letter|l:note)//l:name", ["", ""]),
        ("((l:person|l:p)[@n])[2]", ["mao"]),
        ("(l:p|l:person)[last()]", ["mao", ""]),
        ("id('p2')", ["p2"]),
        ("p", []),
        ("l:absent", []),
        ("(: all of them :) l:person", ["mao"]),
    ],
)
def test_a_context_matches_as_a_pattern_of_xslt_does(tmp_path: Path, context: str, said: list[str]) -> None:
    rules = schema(tmp_path, one_rule(context, "<report test='true()'><value-of select='@xml:id'/></report>"))
    assert messages(rules) == said


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("@n", ["n=1", "n=5", "n=2"]),
        ("l:p/@n", ["n=5"]),
        ("l:p/attribute::n", ["n=5"]),
        ("l:name/@*", ["ref=#mao", "ref=#nobody"]),
        ("/", ["=Letter oneTo Mao from NSecondinside"]),
        ("l:hi/text()", ["=one"]),
        ("l:name/node()", ["=Mao", "=N"]),
        ("comment()", ["=a comment"]),
    ],
)
def test_a_rule_can_be_for_attributes_text_comments_and_the_document(
    tmp_path: Path, context: str, said: list[str]
) -> None:
    text = "<name/>=<value-of select='normalize-space(.)'/>"
    document = LETTER.replace("\n  ", "")
    assert messages(schema(tmp_path, one_rule(context, REPORT.format(text))), document) == said


@pytest.mark.parametrize(
    ("context", "why"),
    [
        ("ancestor::l:p", "axis ancestor"),
        ("l:p/..", "not a match pattern"),
        (".", "not a match pattern"),
        ("l:p[", ""),
        ("tokenize(@n, ' ')", "cannot be used in a context"),
        ("x:p", "x"),
        ("l:p[f:made-up(.)]", "f"),
        ("l:p = 'a'", "not a node"),
    ],
)
def test_what_is_no_context_is_listed_with_the_reason(tmp_path: Path, context: str, why: str) -> None:
    (found,) = results(schema(tmp_path, one_rule(context, REPORT.format("no"))))
    assert isinstance(found, Unchecked)
    assert found.label == "pat"
    assert why in found.why


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("@n", True),
        ("@m", False),
        ("l:note and not(l:name)", True),
        ("count(*) = 1", True),
        ("count(*) gt 1", False),
        ("@n eq '5'", True),
        ("matches(../l:p[1], 'Mao from N')", True),
        ("../l:p[1] = 'To Mao from N' and data(../l:p[1]) = 'To Mao from N'", True),
        ("@n castable as xs:integer", True),
        ("@n cast as xs:integer lt 5", False),
        ("every $w in tokenize('a b', ' ') satisfies $w ne ''", True),
        ("exists(preceding-sibling::l:p[1])", True),
        ("preceding::l:name/@ref = '#mao'", True),
        ("current()/@xml:id = 'p2'", True),
        ("//l:p[. is current()]", True),
        ("//l:p[@n = current()/@n][not(. = current())]", False),
        ("generate-id(.) = generate-id(id('p2'))", True),
        ("id('mao') >> .", True),
        ("id('mao') &lt;&lt; .", False),
        (". >> .", False),
        ("id('none') >> .", False),
        ("@n >> ..", True),
        ("l:note >> @n", True),
        ("id('p1 mao')[2]/@n = '2'", True),
        ("matches(., 'Sec.*e')", True),
        ("ancestor::l:letter/@year eq '1958'", True),
        ("'current()' = 'current()'", True),
        ("string-length(normalize-space(@n)) = 1", True),
        ("*:note", True),
        ("..//l:hi", True),
        ("local-name(..) = 'letter'", True),
        ("if (@n) then l:note else l:name", True),
    ],
)
def test_an_assert_and_a_report_of_the_same_test_disagree(tmp_path: Path, test: str, holds: bool) -> None:
    tests = f'<assert test="{test}">assert</assert><report test="{test}">report</report>'
    assert messages(schema(tmp_path, one_rule("l:p[@n]", tests))) == ["report" if holds else "assert"]


def test_each_node_goes_to_the_first_rule_of_a_pattern_that_it_matches_and_to_every_pattern(tmp_path: Path) -> None:
    def rule(context: str, text: str) -> str:
        return f'<rule context="{context}">{REPORT.format(text)}</rule>'

    first = rule("l:p[l:note]", "with note") + rule("l:p", "plain") + rule("*", "rest")
    rules = schema(tmp_path, f"<pattern>{first}</pattern><pattern>{rule('l:p', 'again')}</pattern>")
    expected = ["with note", "plain", "plain", *["rest"] * 7, *["again"] * 3]
    assert messages(rules) == expected


def test_when_it_is_not_known_which_nodes_a_rule_takes_the_rest_of_its_pattern_is_listed_too(tmp_path: Path) -> None:
    one, two = (f'<rule context="{context}">{REPORT.format("x")}</rule>' for context in ("l:p[f:x()]", "l:p"))
    found = messages(schema(tmp_path, f"<pattern id='a'>{one}{two}</pattern><pattern>{two}</pattern>"))
    assert found[0].startswith("<a, test 1: its context cannot be evaluated")
    assert found[1] == "<a, test 2: the nodes of an earlier rule of its pattern are not known>"
    assert found[2:] == ["x", "x", "x"]


def test_a_rule_for_elements_that_the_document_does_not_have_is_not_listed(tmp_path: Path) -> None:
    assert messages(schema(tmp_path, one_rule("l:absent[f:x()]", REPORT.format("x")))) == []
    assert messages(schema(tmp_path, one_rule("l:absent", "<assert test='f:x()'>x</assert>"))) == []


def test_variables_are_seen_from_the_schema_inwards_and_are_relative_to_their_place(tmp_path: Path) -> None:
    lets = "<let name='year' value='/l:letter/@year'/><let name='who' value='//l:person'/>"
    rule = "<let name='n' value='@n'/><let name='sum' value='$n + $two'/>"
    tests = "<report test='$sum = 7 and $who/@xml:id'><value-of select='$year'/>: <value-of select='$sum'/></report>"
    pattern = (
        f"<pattern><let name='two' value='count(l:letter/l:p)'/><rule context='l:p'>{rule}{tests}</rule></pattern>"
    )
    assert messages(schema(tmp_path, lets + pattern)) == ["1958: 7"]


def test_an_inner_variable_hides_the_outer_one(tmp_path: Path) -> None:
    pattern = one_rule("l:person", "<let name='v' value='2'/><report test='$v = 2'><value-of select='$v'/></report>")
    assert messages(schema(tmp_path, f"<let name='v' value='1'/>{pattern}")) == ["2"]


@pytest.mark.parametrize(
    ("let", "why"),
    [
        ("<let name='v' value='$v + 1'/>", "depends on itself"),
        ("<let name='v' value='$w'/><let name='w' value='$v'/>", "depends on itself"),
        ("<let name='v'><a/></let>", "given as XML"),
        ("<let name='v' value='f:x()'/>", "the variable v"),
        ("<let name='v' value=\"'a' cast as xs:integer\"/>", "the variable v"),
        ("", "v"),
    ],
)
def test_a_test_whose_variable_has_no_value_is_listed_and_one_that_does_not_need_it_is_made(
    tmp_path: Path, let: str, why: str
) -> None:
    tests = f"{let}<assert test='$v = 1'>one</assert><assert test='@n = 1'>two</assert>"
    broken, made = results(schema(tmp_path, one_rule("l:person", tests)))
    assert isinstance(broken, Unchecked)
    assert why in broken.why
    assert isinstance(made, Found)
    assert made.message == "two"


def test_a_test_that_fails_on_a_value_is_listed_once_with_the_place_and_made_elsewhere(tmp_path: Path) -> None:
    tests = "<assert test='xs:integer(@n) lt 2'>too many</assert>"
    document = '<a xmlns="urn:l"><b n="1"/><b n="x"/><b n="3"/><b n="y"/></a>'
    bad, found = results(schema(tmp_path, one_rule("l:b", tests)), document)
    assert isinstance(bad, Unchecked)
    assert bad.spot is not None
    assert bad.spot.element.get("n") == "x"
    assert isinstance(found, Found)
    assert found.spot.element.get("n") == "3"


def test_a_message_is_one_line_with_its_values_and_elements_in_it(tmp_path: Path) -> None:
    text = """The <name/> of <name path="..">x</name>
        has <emph>only</emph> <value-of select="count(l:name)"/>: <value-of select="l:name"/> <value-of select="f:x()"/>"""
    rules = schema(tmp_path, one_rule("l:p[l:name]", REPORT.format(text)))
    assert messages(rules) == ["The p of letter has only 2: Mao N …"]


def test_in_xpath_1_a_value_is_that_of_the_first_node_and_numbers_compare_as_numbers(tmp_path: Path) -> None:
    tests = "<report test=\"l:name and '10' > 9\"><value-of select='l:name'/></report>"
    rules = schema(tmp_path, one_rule("l:p", tests), 'queryBinding="xslt"')
    assert rules.version == 1
    assert messages(rules) == ["Mao"]
    assert schema(tmp_path, "", "").version == 1


@pytest.mark.parametrize(("binding", "version"), [("xslt2", 2), ("XSLT3", 3), ("xpath31", 3), ("xpath2", 2)])
def test_the_query_binding_says_which_xpath_the_rules_are_in(tmp_path: Path, binding: str, version: int) -> None:
    rules = schema(tmp_path, one_rule("l:person", REPORT.format("x")), f'queryBinding="{binding}"')
    assert rules.version == version
    assert messages(rules) == ["x"]


def test_diagnostics_come_with_the_tests_that_name_them(tmp_path: Path) -> None:
    tests = "<report test='true()' diagnostics='d2 d1 none'>x</report>"
    notes = "<diagnostics><diagnostic id='d1'>See <value-of select='@xml:id'/></diagnostic>"
    rules = schema(tmp_path, f"{one_rule('l:person', tests)}{notes}<diagnostic id='d2'>Two</diagnostic></diagnostics>")
    (found,) = results(rules)
    assert isinstance(found, Found)
    assert found.diagnostics == ("Two", "See mao")


def test_a_role_is_that_of_the_test_or_else_of_its_rule(tmp_path: Path) -> None:
    tests = "<report test='true()'>a</report><report test='true()' role='info'>b</report>"
    rules = schema(tmp_path, f"<pattern><rule context='l:person' role='warning'>{tests}</rule></pattern>")
    assert [test.role for test in rules.patterns[0].rules[0].tests] == ["warning", "info"]


def test_labels_are_ids_or_the_patterns_name_with_a_number(tmp_path: Path) -> None:
    tests = "<report test='true()'>a</report><report id='own' test='true()'>b</report><report test='true()'>c</report>"
    rules = schema(tmp_path, f"<pattern><rule context='l:person'>{tests}</rule></pattern>{one_rule('l:p', tests[:32])}")
    labels = [test.label for pattern in rules.patterns for rule in pattern.rules for test in rule.tests]
    assert labels == ["pattern 1, test 1", "own", "pattern 1, test 3", "pat"]


PHASES = """<phase id="quick"><let name="v" value="'quick'"/><active pattern="a"/></phase>
<phase id="full"><let name="v" value="'full'"/><active pattern="a"/><active pattern="b"/></phase>
<pattern id="a"><rule context="l:person"><report test="$v">a <value-of select="$v"/></report></rule></pattern>
<pattern id="b"><rule context="l:person"><report test="$v">b</report></rule></pattern>
<pattern id="c"><rule context="l:person"><report test="true()">c</report></rule></pattern>"""


@pytest.mark.parametrize(
    ("phase", "said"),
    [("quick", ["a quick"]), ("full", ["a full", "b"]), ("", ["a quick"]), ("#DEFAULT", ["a quick"])],
)
def test_a_phase_chooses_patterns_and_has_variables(tmp_path: Path, phase: str, said: list[str]) -> None:
    rules = schema(tmp_path, PHASES, 'queryBinding="xslt2" defaultPhase="quick"')
    assert messages(rules, phase=phase) == said


def test_all_phases_mean_all_patterns_and_an_unknown_one_is_a_fault_of_the_command(tmp_path: Path) -> None:
    rules = schema(tmp_path, PHASES)
    assert messages(rules)[-1] == "c"
    assert messages(rules, phase="#ALL") == messages(rules)
    with pytest.raises(UsageError, match="no phase “slow”") as caught:
        Checker(rules, phase="slow")
    assert caught.value.help == "Use one of: #ALL, full, quick."


def test_an_abstract_pattern_is_filled_in_with_its_parameters(tmp_path: Path) -> None:
    abstract = """<pattern abstract="true" id="unique"><rule context="$one"><let name="k" value="$key"/>
      <report test="preceding::$one[$key = $k]">second <name/> with <value-of select="$key"/></report></rule></pattern>"""
    use = '<pattern is-a="unique" id="names"><param name="one" value="l:b"/><param name="key" value="@n"/></pattern>'
    rules = schema(tmp_path, abstract + use)
    document = '<a xmlns="urn:l"><b n="1"/><b n="2"/><b n="1"/></a>'
    assert [pattern.id for pattern in rules.patterns] == ["names"]
    assert messages(rules, document) == ["second b with 1"]


def test_a_rule_has_what_the_abstract_rules_that_it_extends_have(tmp_path: Path) -> None:
    rules = schema(
        tmp_path,
        """<pattern><rule abstract="true" id="base"><report test="true()">base</report></rule>
        <rule abstract="true" id="more"><extends rule="base"/><let name="v" value="1"/></rule>
        <rule context="l:person"><extends rule="more"/><report test="$v = 1">own</report></rule></pattern>""",
    )
    assert messages(rules) == ["base", "own"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('<pattern is-a="none"/>', "no abstract pattern “none”"),
        ('<pattern><rule context="l:p"><extends rule="none"/></rule></pattern>', "no abstract rule “none”"),
        (
            '<pattern><rule abstract="true" id="r"><extends rule="r"/><let name="a" value="1"/></rule>'
            '<rule context="l:p"><extends rule="r"/></rule></pattern>',
            "extends itself",
        ),
        ('<include href="none.sch"/>', "no such file"),
        ('<include href="rules.sch"/>', "includes itself"),
        ('<include href="https://example.org/a.sch"/>', "only local files"),
        ('<include href="part.sch#none"/>', "no element with that id"),
        ("<pattern>", "not well-formed"),
    ],
)
def test_a_schema_that_refers_to_what_is_not_there_is_refused(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "part.sch").write_text(f'<pattern xmlns="{SCH_NS}"/>', encoding="utf-8")
    with pytest.raises(UnreadableInput, match=why) as caught:
        schema(tmp_path, content)
    assert caught.value.rule == "XS005"


def test_included_elements_stand_where_the_inclusion_stood(tmp_path: Path) -> None:
    inner = f'<rules xmlns="{SCH_NS}"><rule id="r"><report test="true()">extended</report></rule></rules>'
    (tmp_path / "part.sch").write_text(inner, encoding="utf-8")
    pattern = f'<pattern xmlns="{SCH_NS}"><rule context="l:person"><extends href="part.sch#r"/></rule></pattern>'
    (tmp_path / "pattern.sch").write_text(pattern, encoding="utf-8")
    assert messages(schema(tmp_path, '<include href="pattern.sch"/>')) == ["extended"]


def test_a_query_language_that_is_no_xpath_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="query language “xquery”"):
        schema(tmp_path, "", 'queryBinding="xquery"')


def test_a_key_finds_nodes_by_value(tmp_path: Path) -> None:
    key = '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="who" match="l:person" use="@xml:id"/>'
    tests = "<assert test=\"key('who', substring-after(@ref, '#'))/@n\">no <value-of select='@ref'/></assert>"
    assert messages(schema(tmp_path, key + one_rule("l:name", tests))) == ["no #nobody"]
    (left,) = results(schema(tmp_path, one_rule("l:person", "<assert test=\"key('none', 'a')\">x</assert>")))
    assert isinstance(left, Unchecked)
    assert "no key “none”" in left.why


def test_other_documents_are_read_from_the_schemas_folder_and_never_from_the_network(tmp_path: Path) -> None:
    (tmp_path / "people.xml").write_text('<people><person id="mao"/></people>', encoding="utf-8")
    for function in ("document", "doc"):
        tests = (
            f"<assert test=\"{function}('people.xml')//@id = substring(@ref, 2)\">no <value-of select='@ref'/></assert>"
        )
        assert messages(schema(tmp_path, one_rule("l:name", tests))) == ["no #nobody"]
    for address in ("https://example.org/a.xml", "none.xml", "people.xml#a", ""):
        (left,) = results(schema(tmp_path, one_rule("l:person", f"<assert test=\"doc('{address}')\">x</assert>")))
        assert isinstance(left, Unchecked)
    tests = "<report test=\"unparsed-text('file:///etc/hostname')\">x</report>"
    (left,) = results(schema(tmp_path, one_rule("l:person", tests), 'queryBinding="xslt3"'))
    assert isinstance(left, Unchecked)


def test_the_position_of_a_node_among_those_of_its_rule_is_not_guessed(tmp_path: Path) -> None:
    for test in ("position() = 1", "last() = 3 and tokenize('a', ' ')[position() = 1]"):
        (left,) = results(schema(tmp_path, one_rule("l:person", f'<assert test="{test}">x</assert>')))
        assert isinstance(left, Unchecked)
        assert "no position" in left.why


def test_the_date_that_rules_see_can_be_given(tmp_path: Path) -> None:
    rules = schema(tmp_path, one_rule("l:person", REPORT.format("<value-of select='current-date()'/>")))
    tree = etree.fromstring(LETTER).getroottree()
    (found,) = Checker(rules, now=datetime(1958, 8, 3, tzinfo=UTC)).check(tree)
    assert isinstance(found, Found)
    assert found.message.startswith("1958-08-03")


def test_a_prefix_must_be_declared_by_the_schema(tmp_path: Path) -> None:
    (left,) = results(schema(tmp_path, one_rule("l:person", "<assert test='l:a or x:b'>x</assert>")))
    assert isinstance(left, Unchecked)
    assert "x" in left.why
