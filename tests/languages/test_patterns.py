"""Patterns that wait for what a text holds: they must never wait for what a match need not hold."""

import re
import sys
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.languages import packs
from tei.languages.patterns import Patterns, folded

PATTERNED = (
    "article_labels attestations dateline_forms postscripts salutations signature_marks testimonia testimonium_signs"
    " undated_forms valedictions witness_leads"
).split()
EVERY = sorted(
    {source for pack in packs() for name in PATTERNED for source in getattr(pack, name)}
    | {
        source
        for pack in packs()
        for field in fields(pack.layout)
        if isinstance(value := getattr(pack.layout, field.name), tuple)
        for source in value
    }
)


@pytest.mark.parametrize(
    ("source", "begins", "does_not"),
    [
        ("dear sir", "Dear Sir,", "My dear sir"),
        (r"[(\[]\s*signed", "[ Signed", "signed"),
        (r"(?:ma?|my) lord", "M lord", "a lord"),
        (r"(?:my\s+)?dear", "dear", "near"),
        (r"p\.\s?s\.", "P. S.", "ps"),
        (r"(?<!\w)\bby order", "by order", "in order"),
        ("straße|ſunday", "STRASSE", "street"),
        (r"(?-i:Signed)", "SIGNED", "sealed"),  # the case is for the pattern to judge
    ],
)
def test_a_text_must_begin_as_a_pattern_does(source: str, begins: str, does_not: str) -> None:
    patterns = Patterns([source])
    assert [*patterns.beginning(begins)]
    assert not [*patterns.beginning(does_not)]


@pytest.mark.parametrize(
    ("source", "holds", "does_not"),
    [
        (r".{0,80}(?:digital archive|library)", "The Digital Archive", "The archive"),
        (r"\d+ min", "3 MIN", "3 h"),
        (r"(?:\d+\s+)?encl", "2 Encl.", "2 copies"),
        (r"(?:[\w.]+\s+){0,4}[\w.-]+ at [\w-]+", "name at place", "name in place"),
        (r"(?:\w+|a)\s+b", "cd b", "cd e"),
    ],
)
def test_a_text_must_hold_what_a_pattern_asks_for(source: str, holds: str, does_not: str) -> None:
    for ask in (Patterns([source]).beginning, Patterns([source]).within):
        assert [*ask(holds)]
        assert not [*ask(does_not)]


@pytest.mark.parametrize("source", [r"\w+", "(?:a|)", "a*b?", "(?:public domain)?", ".", "(?P<a>x)?(?(a)y|z)"])
def test_a_pattern_that_asks_for_nothing_plain_is_always_tried(source: str) -> None:
    assert [*Patterns([source]).beginning("")]
    assert [*Patterns([source]).within("?")]


def test_the_first_pattern_that_matches_counts() -> None:
    patterns = Patterns(["a|ab", "abc"])
    assert (match := patterns.match("abc"))
    assert match[0] == "a"
    assert (match := patterns.fullmatch("abc"))
    assert match[0] == "abc"
    assert patterns.fullmatch("b") is None


@settings(max_examples=300)
@given(st.data())
def test_what_a_pattern_of_a_pack_matches_is_never_passed_over(data: st.DataObject) -> None:
    source = re.sub(r"(?<!P)<(?:n|date)>", "7", data.draw(st.sampled_from(EVERY)))
    text = data.draw(st.from_regex(re.compile(source, re.IGNORECASE)))
    found = re.search(source, text, re.IGNORECASE)
    assert found
    if found.start() == 0:
        assert Patterns([source]).match(text), (source, text)
    assert any(pattern.search(text) for pattern in Patterns([source]).within(text)), (source, text)


def test_what_a_pattern_takes_for_the_same_is_folded_to_the_same() -> None:
    cased = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if len({c, c.lower(), c.upper(), c.casefold()}) > 1)
    for character in cased:
        for match in re.finditer(re.escape(character), cased, re.IGNORECASE):
            assert folded(match[0]) == folded(character)
