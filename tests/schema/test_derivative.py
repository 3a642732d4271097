"""Derivatives of content models: they agree with libxml2 on whole documents, and stay small."""

import pytest
from hypothesis import given, settings
from invented import cases
from lxml import etree

from tei.schema.derivative import Derivatives, tokens
from tei.schema.patterns import EMPTY, TEXT, Choice, Element, Group, Interleave, Name, NotAllowed, OneOrMore, Pattern
from tei.schema.relaxng import read_grammar

A, B, C = (Element(Name(name), EMPTY) for name in "abc")


def allows(pattern: Pattern, children: str) -> bool:
    """Whether the children, one letter for each (`-` is text), are allowed."""
    derivatives = Derivatives()
    for child in children:
        is_text = child == "-"
        pattern = derivatives.by_text(pattern, "text") if is_text else derivatives.by_element(pattern, child)
    return derivatives.nullable(pattern)


@pytest.mark.parametrize(
    ("pattern", "allowed", "refused"),
    [
        (Group((A, B)), ["ab"], ["", "a", "b", "ba", "aba", "a-b"]),
        (Choice((A, EMPTY)), ["", "a"], ["aa", "b"]),
        (OneOrMore(A), ["a", "aaa"], ["", "ab"]),
        (OneOrMore(Group((Choice((A, EMPTY)), B))), ["b", "abb", "bab"], ["", "a", "aab"]),
        (Interleave((A, OneOrMore(B), Choice((C, EMPTY)))), ["ab", "bcab", "cba"], ["a", "bb", "aba", "bcc"]),
        (Interleave((Group((A, B)), TEXT)), ["ab", "-a-b-"], ["-", "b-a"]),
        (TEXT, ["", "-"], ["a"]),
    ],
)
def test_a_sequence_of_children_is_allowed_or_not(pattern: Pattern, allowed: list[str], refused: list[str]) -> None:
    assert [children for children in allowed if not allows(pattern, children)] == []
    assert [children for children in refused if allows(pattern, children)] == []


def test_what_is_left_does_not_grow_with_the_number_of_children() -> None:
    """(a* b*)* is ambiguous: each child could be read in several ways."""
    many_a, many_b = (Choice((OneOrMore(part), EMPTY)) for part in (A, B))
    state: Pattern = Choice((OneOrMore(Group((many_a, many_b))), EMPTY))
    derivatives = Derivatives()
    seen = set()
    for child in "ab" * 200:
        state = derivatives.by_element(state, child)
        seen.add(id(state))
    assert len(seen) < 10
    assert derivatives.nullable(state)


def test_what_may_come_next_is_offered() -> None:
    pattern = Group((Choice((A, EMPTY)), Interleave((B, C))))
    derivatives = Derivatives()
    assert derivatives.first_elements(pattern) == (A, B, C)
    assert derivatives.offered(pattern, "b") == (B,)
    assert derivatives.first_elements(derivatives.by_element(pattern, "b")) == (C,)


def test_a_comment_does_not_part_characters_and_white_space_is_no_token() -> None:
    element = etree.fromstring("<p> \n<a/> one <!-- comment -->two<?pi?><b/>\n</p>")
    assert [token.text or token.element.tag for token in tokens(element)] == ["a", " one two", "b"]


@settings(max_examples=150, deadline=None)
@given(cases())
def test_the_verdict_of_derivatives_is_that_of_libxml2(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, str]
) -> None:
    """With one pattern for each name and attributes that do not depend on each other, they decide alone."""
    text, document = case
    path = tmp_path_factory.getbasetemp() / "derived.rng"
    path.write_text(text, encoding="utf-8")
    root = etree.fromstring(document)
    whole = bool(etree.RelaxNG(etree.parse(str(path))).validate(root))
    assert _valid(root, read_grammar(path).start) == whole


def _valid(root: etree._Element, start: Pattern) -> bool:
    derivatives = Derivatives()
    content = {option.names: option for option in derivatives.first_elements(start)}
    waiting = [(root, content.get(Name(str(root.tag))))]
    while waiting:
        element, pattern = waiting.pop()
        if pattern is None or not _attributes_fit(element, pattern.content, derivatives):
            return False
        state = pattern.content
        for token in tokens(element):
            if token.text:
                state = derivatives.by_text(state, token.text)
            else:
                waiting.append((token.element, next(iter(derivatives.offered(state, str(token.element.tag))), None)))
                state = derivatives.by_element(state, str(token.element.tag))
        if isinstance(state, NotAllowed) or not derivatives.nullable(state):
            return False
    return True


def _attributes_fit(element: etree._Element, content: Pattern, derivatives: Derivatives) -> bool:
    known = {pattern.names: pattern for pattern in derivatives.attributes(content)}
    for name, value in element.attrib.items():
        pattern = known.get(Name(str(name)))
        if pattern is None or not derivatives.matches(pattern.value, str(value)):
            return False
    return derivatives.required_attributes(content) <= set(map(str, element.attrib))
