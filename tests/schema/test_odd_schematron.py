"""The rules of an ODD as a Schematron schema: each `constraintSpec` a pattern, whatever its `constraint` holds."""

from pathlib import Path

import pytest
from lxml import etree
from odds import FIRST_LINE, element, write

from tei.errors import UnreadableInput
from tei.schema.compile_sch import compile_sch
from tei.schema.odd_reader import read_odd

SCH = {"sch": "http://purl.oclc.org/dsdl/schematron"}


def constraint(ident: str, rules: str) -> str:
    return (
        f'<constraintSpec ident="{ident}" scheme="schematron"><desc>Why.</desc><constraint>{rules}</constraint>'
        "</constraintSpec>"
    )


def compiled(folder: Path, declarations: str) -> etree._Element:
    return etree.fromstring(compile_sch(read_odd(write(folder, declarations))))


def test_tests_alone_are_for_the_element_they_stand_in(tmp_path: Path) -> None:
    schema = compiled(
        tmp_path, element("a", rest=constraint("c", '<sch:report test="@x">\n  No <sch:name/>.</sch:report>'))
    )
    (pattern,) = schema.findall("sch:pattern", SCH)
    assert (pattern.get("id"), pattern.findtext("sch:title", "", SCH)) == ("c", "Why.")
    (rule,) = pattern.findall("sch:rule", SCH)
    assert rule.get("context") == "t:a"
    assert etree.tostring(rule[0], encoding="unicode", with_tail=False).endswith("> No <sch:name/>.</sch:report>")
    assert [(ns.get("prefix"), ns.get("uri")) for ns in schema.findall("sch:ns", SCH)] == [
        ("t", "http://www.tei-c.org/ns/1.0")
    ]
    assert schema.get("queryBinding") == "xslt2"


def test_an_element_with_another_name_is_meant_by_that(tmp_path: Path) -> None:
    rules = constraint("c", '<sch:assert test="1">!</sch:assert>')
    schema = compiled(tmp_path, element("a", rest=rules, name="p"))
    assert schema.find("sch:pattern/sch:rule", SCH).get("context") == "t:p"


def test_rules_and_patterns_are_taken_as_they_are(tmp_path: Path) -> None:
    rule = '<sch:let name="l" value="1"/><sch:rule context="t:b"><sch:assert test="$l"/></sch:rule>'
    declarations = constraint("one", rule) + constraint("two", f"<sch:pattern>{rule}</sch:pattern>") + element("a")
    schema = compiled(tmp_path, declarations)
    assert [pattern.get("id") for pattern in schema.findall("sch:pattern", SCH)] == ["one", "two"]
    for pattern in schema.findall("sch:pattern", SCH):
        assert [etree.QName(child).localname for child in pattern] == ["title", "let", "rule"]


def test_what_to_do_stands_after_all_patterns(tmp_path: Path) -> None:
    note = '<sch:diagnostics><sch:diagnostic id="{0}.d">Do {0}.</sch:diagnostic></sch:diagnostics>'
    test = '<sch:assert test="1" diagnostics="{0}.d"/>'
    rest = "".join(constraint(name, (test + note).format(name)) for name in ("one", "two"))
    schema = compiled(tmp_path, element("a", rest=rest))
    assert [etree.QName(child).localname for child in schema][-3:] == ["pattern", "pattern", "diagnostics"]
    assert [note.text for note in schema.iterfind(".//sch:diagnostic", SCH)] == ["Do one.", "Do two."]


TEST = '<sch:assert test="1"/>'
REFUSED = {
    "tests for no element": (constraint("c", TEST) + element("a"), "it is not clear for which element"),
    "tests for one of two": (
        element("a", rest=constraint("c", TEST), name="p") + element("b", name="p"),
        "it is not clear for which element",
    ),
    "tests beside rules": (
        element("a", rest=constraint("c", TEST + '<sch:rule context="t:a"/>')),
        "“c” has tests inside and outside of rules",
    ),
    "a phase": (
        element("a", rest=constraint("c", TEST + '<sch:phase id="x"/>')),
        "the rules of “c” are not such as can stand here",
    ),
    "nothing to test": (
        element("a", rest=constraint("c", '<sch:let name="x" value="1"/>')),
        "the rules of “c” are not such as can stand here",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_rules_that_cannot_stand_there_are_refused(name: str, tmp_path: Path) -> None:
    declarations, message = REFUSED[name]
    with pytest.raises(UnreadableInput) as caught:
        compiled(tmp_path, declarations)
    assert message in caught.value.message
    assert caught.value.line == FIRST_LINE


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    rest = constraint("c", TEST) + constraint("c", TEST)
    with pytest.raises(UnreadableInput, match="two of the rules are called “c”"):
        compiled(tmp_path, element("a", rest=rest))
