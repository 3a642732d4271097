"""Tables that are typed with bars or tabs, and lines in columns that are none."""

import pytest
from documents import edition_of, source_of, unaccounted
from hypothesis import example, given
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.model.source import LayoutKind

_BELOW = "A\n\nB\n\nC\n\n"  # lines above, so that it is not at the top, where metadata stands


def cells(text: str, file: str = "a.txt") -> list[tuple[tuple[int, int] | None, str]]:
    """Place and text of each cell of the tables in `text`."""
    tables = [chunk for chunk in source_of(text, file=file).chunks if chunk.kind is LayoutKind.TABLE]
    return [(line.cell, line.text) for chunk in tables for line in chunk.lines]


@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_column_of_figures_makes_a_table(file: str) -> None:
    found = [((1, 1), "Port"), ((1, 2), "Tons"), ((2, 1), "X"), ((2, 2), "12 t"), ((3, 1), "Y"), ((3, 2), "£ 3")]
    assert cells(_BELOW + "Port\tTons\nX\t\t12 t\nY\t£ 3\n", file) == found
    assert cells(_BELOW + "Port | Tons\nX | 12 t\nY | £ 3\n", file) == found


def test_drawn_lines_make_a_table_anywhere_and_an_empty_cell_keeps_its_place() -> None:
    assert cells("| a | b |\n|---|---|\n|   | d |") == [((1, 1), "a"), ((1, 2), "b"), ((2, 2), "d")]
    assert cells("+--+\n|a|b|\n|c|d|\n+--+") == [((1, 1), "a"), ((1, 2), "b"), ((2, 1), "c"), ((2, 2), "d")]


@pytest.mark.parametrize(
    "text",
    [
        _BELOW + "For X\tFor Y\nJohn Smith\tMary Brown\n",
        _BELOW + "Home | News\nAbout | Help\n",
        _BELOW + "1.\tThe one.\n2.\tThe other.\n",
        _BELOW + "X | 1\nY | 2 | 3\nZ | 4\n",
        "Title\tA\nYear\t1931\nPages\t20\n",
        "a | b\n-----\n",
        "|---|---|\n|---|---|\n",
    ],
)
def test_other_columns_are_no_table(text: str) -> None:
    assert cells(text) == []


@example("- 1 |\n1", "a.md")
@given(st.text(alphabet="a1.|+-\t \n", max_size=60), st.sampled_from(["a.txt", "a.md"]))
def test_every_character_is_in_the_text_or_set_aside(text: str, file: str) -> None:
    try:
        edition = edition_of((_BELOW + text).encode(), file=file, report=Report())
    except UnreadableInput:
        return
    assert unaccounted(edition) == []
