"""Each rule of our customization: it finds what it is for in a document that is otherwise right, and nothing else."""

from pathlib import Path

import pytest
from lxml import etree

from tei.schema.odd import Constraint
from tei.schema.odd_reader import read_odd
from tei.schema.paths import schema_path
from tei.schema.schematron_check import Checker, Found
from tei.schema.schematron_read import read_schematron

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / "tests" / "validators" / "edition.xml").read_text(encoding="utf-8")
ODD = read_odd(ROOT / "schemas" / "tei-edition.odd")
CONSTRAINTS: tuple[Constraint, ...] = (*ODD.constraints, *(one for spec in ODD.elements for one in spec.constraints))

# For each rule: what is changed in the example (several changes where one alone breaks another rule too), and a part
# of what is then said.
BREAKING: dict[str, tuple[tuple[tuple[str, str], ...], str]] = {
    "corresp-both-ways": (
        (('xml:id="en.p2" corresp="#zh.p1"', 'xml:id="en.p2" corresp="#zh.head1"'),),
        "`p` corresponds to #en.p2, which does not point back.",
    ),
    "resp-is-somebody": ((('resp="#encoder" cert', 'resp="#place.beijing" cert'),), "“#place.beijing”, which is no `respStmt`"),
    "certain-by-somebody": (
        (('<corr resp="#encoder" cert="high">', '<corr cert="high">'),),
        "`corr` has @cert, and nobody answers for it.",
    ),
    "one-original": (
        (('subtype="translation"', 'subtype="original"'),),
        "2 versions say that they are the original.",
    ),
    "version-language": (
        (('<language ident="zh-Hans"', '<language ident="zh-Hant"'),),
        "The version is in “zh-Hans”, which `langUsage` does not list.",
    ),
    "version-id": (
        (('xml:id="en" xml:lang="en"', 'xml:id="en" xml:lang="de"'), ('<language ident="en"', '<language ident="de"')),
        "The version in “de” has the id “en”.",
    ),
    "ids-nest": ((('xml:id="en.ps1"', 'xml:id="ps1"'),), "`postscript` has the id “ps1”, and stands in the version “en”."),
    "signed-by-somebody": (
        (('<persName ref="#person.chen">Chen Yi</persName></signed>', "<name>Chen Yi</name></signed>"),),
        "The signature names nobody.",
    ),
    "person-is-a-person": (
        (('<roleName>副总理</roleName><persName ref="#person.chen">', '<persName ref="#org.ministry">'),),
        "`persName` points to “#org.ministry”, which is no `person`.",
    ),
    "spaced-name-has-key": ((('rend="letterspaced" key="陈毅"', 'rend="letterspaced"'),), "The spaced name “陈 毅” has no @key."),
    "place-is-a-place": (
        (('<placeName ref="#place.beijing">', '<placeName ref="#person.chen">'),),
        "`placeName` points to “#person.chen”, which is no `place`.",
    ),
    "organization-is-one": (
        (("<orgName>Ministry</orgName>", '<orgName ref="#place.beijing">Ministry</orgName>'),),
        "`orgName` points to “#place.beijing”, which is no `org`.",
    ),
    "span-in-order": (
        (('from="1958-07-31" to="1958-08-03"', 'from="1958-07-31" to="1958-06"'),),
        "The span begins with 1958-07-31 and ends with 1958-06.",
    ),
    "correction-corrects": (
        (("<reg resp=\"#encoder\">强烈</reg>", "<reg resp=\"#encoder\">強烈</reg>"),),
        "`reg` is the same as `orig`: “強烈”.",
    ),
    "foreign-is-foreign": (
        (('<foreign xml:lang="la">', '<foreign xml:lang="en">'),),
        "The words around `foreign` are in “en” too.",
    ),
    "participant-is-named": (
        (('<item xml:id="en.list1.item1"><persName ref="#person.chen">Chen Yi</persName>, Vice Premier</item>', "<item>x</item>"),),
        "An item among the participants names nobody: “x”.",
    ),
    "links-or-not": (
        (('<ptr target="#en.ps1"/>', '<link target="#en.p1 #zh.p1"/>'),),
        "A group of what has no counterpart holds links.",
    ),
    "unaligned-has-no-counterpart": (
        (('<ptr target="#en.ps1"/>', '<ptr target="#en.p1"/>'),),
        "“#en.p1” is listed as having no counterpart, and has @corresp.",
    ),
    "link-level": (
        (('<link target="#en #zh"/>', '<link target="#en.p1 #zh.p1"/>'),),
        "A link between divisions joins something else: “#en.p1 #zh.p1”.",
    ),
    "link-repeats-corresp": (
        (('<link target="#en.p1 #en.p2 #zh.p1"', '<link target="#en.head1 #zh.p1"'),),
        "The link joins #en.head1, which has no @corresp.",
    ),
    "usage-adds-up": ((('usage="60"', 'usage="50"'),), "The shares of the languages add up to 90 per cent."),
    "has-source-file": ((('<bibl type="file">', "<bibl>"),), "`sourceDesc` describes no source file."),
    "hash-is-a-hash": ((("e3b0c44298fc", "E3B0C44298FC"),), "is not a SHA-256."),
    "entry-has-a-place": ((('n="101-104"', 'n="104-101"'),), "The place “104-101” has no characters in it."),
    "change-by-somebody": ((('who="#encoder"', 'who="#person.chen"'),), "The change was made by “#person.chen”"),
    "rows-are-counted": ((('rows="1" cols="2"', 'rows="3" cols="2"'),), "The table says that it has 3 rows, and has 1."),
}  # fmt: skip


@pytest.fixture(scope="module")
def rules() -> Checker:
    return Checker(read_schematron(schema_path("tei-edition.sch")))


def found(rules: Checker, text: str) -> list[Found]:
    """What the rules find; every one of them can be evaluated."""
    results = list(rules.check(etree.ElementTree(etree.fromstring(text.encode()))))
    assert [one for one in results if not isinstance(one, Found)] == []
    return [one for one in results if isinstance(one, Found)]


def test_a_document_with_every_element_breaks_no_rule(rules: Checker) -> None:
    assert found(rules, EXAMPLE) == []


@pytest.mark.parametrize("path", sorted((ROOT / "editions").glob("*.xml")), ids=lambda path: path.stem)
def test_our_editions_break_no_rule(rules: Checker, path: Path) -> None:
    assert found(rules, path.read_text(encoding="utf-8")) == []


def test_every_rule_is_shown_broken() -> None:
    assert set(BREAKING) == {constraint.ident for constraint in CONSTRAINTS}


def test_every_rule_is_in_the_encoders_reference() -> None:
    page = (ROOT / "docs" / "encoding.md").read_text(encoding="utf-8")
    assert [constraint.ident for constraint in CONSTRAINTS if f"`{constraint.ident}`" not in page] == []


@pytest.mark.parametrize("name", BREAKING)
def test_a_rule_finds_what_it_is_for_and_says_what_to_do(rules: Checker, name: str) -> None:
    changes, message = BREAKING[name]
    text = EXAMPLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    results = found(rules, text)
    (remedy,) = {remedy for one in results for remedy in one.diagnostics}
    assert any(message in one.message for one in results), [one.message for one in results]
    constraint = next(one for one in CONSTRAINTS if one.ident == name)
    remedies = {
        " ".join("".join(note.itertext()).split()) for rule in constraint.rules for note in rule.iter("{*}diagnostic")
    }
    assert {remedy} == remedies


MORE = {
    "a date not before a later one": (
        '<date when="1958-08">August 1958</date>',
        '<date notBefore="1958-09" notAfter="1958-08-31">August 1958</date>',
        "The date is not before 1958-09 and not after 1958-08-31.",
    ),
    "a correction that is the error": (
        '<corr resp="#encoder" cert="high">和</corr>',
        '<corr resp="#encoder" cert="high"> and </corr>',
        "`corr` is the same as `sic`: “ and ”.",
    ),
    "a sentence linked to a paragraph": (
        '<linkGrp type="alignment" subtype="block"><link target="#en.p1 #en.p2 #zh.p1"',
        '<linkGrp type="alignment" subtype="s"><link target="#en.p1.s1 #zh.p1"',
        "A link between sentences joins something else",
    ),
    "a version among the blocks": (
        '<linkGrp type="alignment" subtype="block"><link target="#en.p1 #en.p2 #zh.p1"',
        '<linkGrp type="alignment" subtype="block"><link target="#en #zh"',
        "A link between blocks joins a division or a sentence",
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_the_other_sides_of_a_rule(rules: Checker, name: str) -> None:
    old, new, message = MORE[name]
    assert old in EXAMPLE
    (one,) = found(rules, EXAMPLE.replace(old, new, 1))
    assert message in one.message


@pytest.mark.parametrize(
    "span", ['from="1958-07-31" to="1958-07"', 'from="1958" to="1958-01-01"', 'from="-0044-03" to="-0043"', 'to="1900"']
)
def test_spans_that_may_be_in_order_are_let_pass(rules: Checker, span: str) -> None:
    assert found(rules, EXAMPLE.replace('from="1958-07-31" to="1958-08-03"', span, 1)) == []
