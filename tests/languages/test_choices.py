"""`any_of` matches what the same words one beside the other match."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tei.languages.choices import any_of

WORDS = st.lists(st.text("ab.(", min_size=1, max_size=5), min_size=1, max_size=8, unique=True)


def tokens(word: str) -> list[str]:
    return [re.escape(character) for character in word]


@given(WORDS, st.text("ab.(", max_size=12))
def test_it_finds_what_an_alternation_finds(words: list[str], text: str) -> None:
    longest_first = sorted(words, key=len, reverse=True)
    plain = re.compile("|".join(map(re.escape, longest_first)))
    tree = re.compile(any_of(map(tokens, longest_first)))
    assert [match.span() for match in tree.finditer(text)] == [match.span() for match in plain.finditer(text)]


def test_beginnings_are_written_once() -> None:
    assert any_of(map(list, ["June", "July", "Jan"])) == "J(?:u(?:ne|ly)|an)"


def test_of_nothing_there_is_no_pattern() -> None:
    assert any_of([]) == ""
