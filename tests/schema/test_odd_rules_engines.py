"""Our rules are evaluated by libxml2 alone, and find what elementpath finds: same rules, same places, same messages."""

import random
import re
from pathlib import Path

import pytest
from lxml import etree

from tei.schema.paths import schema_path
from tei.schema.schematron_check import Checker, Found, Unchecked
from tei.schema.schematron_plain import plain
from tei.schema.schematron_read import read_schematron
from tei.schema.schematron_xpath import Compiler

EXAMPLE = (Path(__file__).parents[1] / "validators" / "edition.xml").read_text(encoding="utf-8")
SCHEMA = read_schematron(schema_path("tei-edition.sch"))
# `tei validate` leaves this one to the check of pointers, which says more.
ELSEWHERE = "corresp-both-ways"
_VALUE = re.compile(r' (xml:id|xml:lang|ref|resp|corresp|target|who|n|from|to|usage|rows|type|subtype|rend)="([^"]*)"')


def both(tree: etree._ElementTree, monkeypatch: pytest.MonkeyPatch) -> tuple[list[object], list[object]]:
    """What is found by libxml2 where it can, and by elementpath alone."""
    quick = seen(Checker(SCHEMA), tree)
    with monkeypatch.context() as patched:
        patched.setattr(Compiler, "plain", lambda _self, _text: None)
        return quick, seen(Checker(SCHEMA), tree)


def seen(checker: Checker, tree: etree._ElementTree) -> list[object]:
    found = []
    for one in checker.check(tree):
        match one:
            case Found(test, spot, message, diagnostics):
                found.append((test.label, tree.getpath(spot.element), message, diagnostics))
            case Unchecked(label):
                found.append((label, "not checked"))
    return sorted(map(repr, found))


def test_no_test_of_ours_needs_an_engine_of_xpath_2() -> None:
    tests = [test.expression for pattern in SCHEMA.patterns if pattern.id != ELSEWHERE
             for rule in pattern.rules for test in rule.tests]  # fmt: skip
    contexts = [rule.context for pattern in SCHEMA.patterns for rule in pattern.rules]
    assert [text for text in (*tests, *contexts) if plain(text) is None] == []


@pytest.mark.parametrize("seed", range(12))
def test_both_engines_find_the_same_in_spoilt_editions(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values of attributes are exchanged with each other, or spoilt, until most rules have something to find."""
    chance = random.Random(seed)
    values = [match[2] for match in _VALUE.finditer(EXAMPLE)]

    def spoilt(match: re.Match[str]) -> str:
        name, value = match.groups()
        if chance.random() > 0.3 or (name, value) == ("type", "version"):
            return match[0]
        other = chance.choice(
            [*values, "", " ", "-", "#", f"{value} ", f" {value} #zh", f"{value}-2", "x-1", "1e1", "2-1"]
        )
        return f' {name}="{other}"'

    text = _VALUE.sub(spoilt, EXAMPLE)
    parser = etree.XMLParser(collect_ids=False)
    quick, slow = both(etree.ElementTree(etree.fromstring(text.encode(), parser)), monkeypatch)
    assert quick == slow
    assert len(quick) > 3


@pytest.mark.parametrize(
    ("version", "right"),
    [("zh", True), ("zh-2", True), ("zh-22", True), ("zh-", False), ("zh-x", False), ("zh-2-3", False), ("zhx", False),
     ("z", False), ("en", False), ("zh-+2", False)],
)  # fmt: skip
def test_a_version_is_called_by_its_language_and_a_number(version: str, right: bool) -> None:
    text = EXAMPLE.replace('xml:id="zh" ', f'xml:id="{version}" ', 1)
    assert text != EXAMPLE or version == "zh"
    tree = etree.ElementTree(etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False)))
    labels = {one.test.label for one in Checker(SCHEMA).check(tree) if isinstance(one, Found)}
    assert ("version-id" not in labels) is right
