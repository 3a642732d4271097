"""Lists that are typed: how deep their items stand, and which of them are tables."""

import pytest
from documents import edition_of, unaccounted
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.model.document import Group, Wrapper
from tei.structure.depths import mark_of

_ABOVE = "Report on the Harbour\n\nThe committee of the harbour met in the spring and found what stands here.\n\n"
_BELOW = "\n\nThe committee of the harbour will meet again in the autumn of the year.\n"


def tables(text: str, *, file: str = "a.txt") -> list[list[str]]:
    """The rows of the tables in a text between two paragraphs: the places and texts of their cells."""
    edition = edition_of(_ABOVE + text + _BELOW, file=file)
    assert unaccounted(edition) == []
    groups = [node for version in edition.versions for node in version.content if isinstance(node, Group)]
    return [[f"{b.n} {b.text}" for b in group.blocks] for group in groups if group.wrapper is Wrapper.TABLE]


def test_rows_with_the_same_labels_are_a_table() -> None:
    text = "• Boat: Heron\n  ◦ Crew: eight\n• Boat: Teal\n  ◦ Crew: five"
    assert tables(text) == [["1.1 Boat: Heron", "1.2 Crew: eight", "2.1 Boat: Teal", "2.2 Crew: five"]]


def test_labels_that_come_round_again_are_a_table() -> None:
    text = "- 國家：阿蘭\n- 首都：西港\n- 國家：南洲\n- 首都：北岸\n- 國家：東島\n- 首都：石門"
    assert [row[:2] for row in tables(text)] == [["1.1 國家：阿蘭", "1.2 首都：西港"]]


@pytest.mark.parametrize(
    "text",
    [
        "• Boat: Heron\n  ◦ Crew: eight\n• Boat: Teal\n  ◦ Berth: Elmsford",  # other labels
        "• Boat: Heron\n  ◦ Crew: eight\n• Boat: Teal",  # a row without the cell
        "• Boat: Heron\n  ◦ Crew: eight\n• Ferry: Teal\n  ◦ Crew: five",
        "• Heron\n  ◦ the crew is ill\n• Teal\n  ◦ the crew is well",  # no labels
        "• Boat: Heron\n  ◦ Crew: eight",  # one row
        "- Boat: Heron\n- Crew: eight\n- Boat: Teal",  # half a row
        "- Boat: Heron\n- Boat: Teal\n- Boat: Swan",  # one column
        "- Boat: Heron\n- Crew: " + "many men, " * 15 + "\n- Boat: Teal\n- Crew: five",  # long text
    ],
)
def test_other_lists_stay_lists(text: str) -> None:
    assert tables(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("1. A", "figure", True),
        ("2．甲", "figure", False),
        ("(1) A", "figure in brackets", True),
        ("b) A", "letter and bracket", False),
        ("一、甲", "numeral", True),
        ("（二）乙", "numeral in brackets", False),
        ("乙、丙", "stem", False),
        ("나. 둘째", "syllable", False),
        ("A", "", True),
    ],
)
def test_marks_of_items(text: str, kind: str, first: bool) -> None:
    assert mark_of(text) == (kind, first)


_LINES = st.lists(st.sampled_from(["- A: b", "  - C: d", "• A：b", "  ◦ C：d", "1. e", "a) f", "g", ""]), max_size=12)


@settings(deadline=None)
@given(_LINES, st.sampled_from(["a.txt", "a.md"]))
def test_every_character_is_in_the_text_or_set_aside(lines: list[str], file: str) -> None:
    try:
        edition = edition_of(_ABOVE + "\n".join(lines), file=file, report=Report())
    except UnreadableInput:
        return
    assert unaccounted(edition) == []
