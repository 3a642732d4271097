"""Lines in columns: cells that stand under each other, and what is no table though it stands in columns."""

import pytest
from documents import edition_of, unaccounted
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.model.document import Group, Wrapper
from tei.structure.columns import cells_of, width

_ABOVE = "Report on the Harbour\n\nThe committee of the harbour met in the spring and found what stands here.\n\n"
_BELOW = "\n\nThe committee of the harbour will meet again in the autumn of the year.\n"


def rows(text: str) -> list[str]:
    """The cells of the tables in a text between two paragraphs, with their places."""
    edition = edition_of(_ABOVE + text + _BELOW)
    assert unaccounted(edition) == []
    groups = [node for version in edition.versions for node in version.content if isinstance(node, Group)]
    return [f"{cell.n} {cell.text}" for group in groups if group.wrapper is Wrapper.TABLE for cell in group.blocks]


def test_cells_that_begin_under_each_other_are_a_table() -> None:
    found = ["1.1 quay", "1.2 stone", "2.1 bridge", "2.2 wood", "3.1 wall", "3.2 brick and stone"]
    assert rows("quay    stone\nbridge  wood\nwall    brick and stone") == found


def test_cells_may_end_under_each_other_and_wide_characters_take_two_columns() -> None:
    assert rows("quay      12\nbridge   400\nwall       3")[-1] == "3.2 3"
    assert rows("river   quay 河岸  stone\nbridge  wall      wood\nwall    gate      brick")[2] == "1.3 stone"


@pytest.mark.parametrize(
    "text",
    [
        "quay    stone\nbridge  wood",  # two rows
        "quay  stone\nbridge  wood\nwall  brick and stone",  # not under each other
        "quay    stone\nbridge  wood\nwall    brick   new",  # one cell more
        "Mr. John Marsh    Treasurer\nMr. Paul Lowell   Secretary\nMr. Adam Arkwell  Chairman",
        "Chair:    Marsh\nClerk:    Lowell\nKeeper:   Arkwell",  # labels
        "1.   the quay\n2.   the wall\n3.   the bridge",  # numbers of a list
        "the quay   стена моста\nthe wall   новая пристань\nthe gate   старый порт",  # two languages
        "It is so.   We know.\nIt is no.   We ask.\nIt is we.   They do.",  # sentences
    ],
)
def test_other_lines_in_columns_are_no_table(text: str) -> None:
    assert rows(text) == []


@given(st.text(alphabet="ab 河\t.　", max_size=40))
def test_cells_are_all_of_a_line_but_white_space(text: str) -> None:
    line = text.strip()
    cells = [line[start:end] for start, end in cells_of(line)]
    assert "".join("".join(cells).split()) == "".join(line.split())
    assert all(cell == cell.strip() for cell in cells)
    assert width(line) >= len(line)


_CELLS = st.sampled_from(["quay", "wall", "a", "", "河岸", "x."])


@settings(deadline=None)
@given(st.lists(st.tuples(_CELLS, st.sampled_from(["  ", "\t", "    "]), _CELLS), max_size=6))
def test_every_character_is_in_the_text_or_set_aside(table: list[tuple[str, str, str]]) -> None:
    try:
        edition = edition_of(_ABOVE + "\n".join("".join(row) for row in table), report=Report())
    except UnreadableInput:
        return
    assert unaccounted(edition) == []
