"""What libxml2 says of a rule at once is what is found from node to node."""

from pathlib import Path

import pytest
from lxml import etree

from tei.schema import schematron
from tei.schema.schematron import Pattern, Rule, Schema
from tei.schema.schematron_check import Checker
from tei.schema.schematron_context import Context
from tei.schema.schematron_document import Document
from tei.schema.schematron_quick import Quick
from tei.schema.schematron_xpath import Compiler
from tei.schema.vocabulary import vocabulary

DOCUMENT = etree.ElementTree(
    etree.fromstring(
        """<a xml:id="a" who="#b"><b xml:id="b" n="1"/><c><b n="2" who="#c #b"/><!-- none --><d/></c><b/>
        <c who="#nobody"><b n="3"/></c></a>"""
    )
)
CONTEXTS = (
    "b",
    "c/b",
    "b[@n]",
    "*[@who]",
    "c|d",
    "c[b][d]",
    "a//b",
    "(c|d)/b",
    "b/@n",
    "e",
    "b[@n][1]",
    "c/b[last()]",
    "/",
)
TESTS = (
    "@n", "not(@n)", "@n = 2", "count(*) > 1", "parent::c", "@who or @n", "following-sibling::*", "string-length(@n)",
    "every $w in tokenize(@who, ' ') satisfies id(substring($w, 2))", "b[. = current()]", "sum(@n) = 2", "1 idiv 0",
    "@n castable as xs:integer", "$unknown",
)  # fmt: skip


def schema(*rules: Rule) -> Schema:
    return Schema(Path("rules.sch"), 2, {}, (Pattern("one", (), rules),))


def rule(context: str, expression: str, *, is_report: bool) -> Rule:
    return Rule(context, (), (schematron.Test("test", expression, is_report, ("no",)),))


@pytest.mark.parametrize("is_report", [False, True])
@pytest.mark.parametrize("context", CONTEXTS)
def test_nothing_else_is_found(context: str, is_report: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    schemas = [
        each
        for expression in TESTS
        for each in (
            schema(rule(context, expression, is_report=is_report)),
            schema(rule("c", "@who", is_report=False), rule(context, expression, is_report=is_report)),
            schema(rule(context, expression, is_report=is_report), rule("*", "@n", is_report=True)),
        )
    ]
    quick = [list(Checker(each).check(DOCUMENT)) for each in schemas]
    monkeypatch.setattr(Quick, "holds", lambda *_: False)
    assert quick == [list(Checker(each).check(DOCUMENT)) for each in schemas]
    assert any(quick) or context == "e"


@pytest.mark.parametrize(
    ("context", "expression", "holds"),
    [
        ("c", "*", True),
        ("c", "d", False),
        ("e", "false()", True),
        ("*[@who]", "id(substring-after(@who, '#'))", False),
        ("*[@missing]", "false()", True),
        ("b/@n", "true()", False),  # of an attribute it is not asked
        ("b", "1 idiv 1", False),  # nor what libxml2 does not know
        ("b[. = current()]", "true()", False),
    ],
)
def test_a_rule_holds_or_is_left_open(context: str, expression: str, holds: bool) -> None:
    compiler = Compiler(schema())
    quick = Quick(rule(context, expression, is_report=False), Context(context, compiler), compiler)
    assert quick.holds(Document(DOCUMENT, None), vocabulary(DOCUMENT).names) is holds
