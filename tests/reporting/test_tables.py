"""Tables fit their page, and line up whatever the script."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tei.reporting.page import Page
from tei.reporting.tables import Column, table

COLUMNS = (Column("No", right=True), Column("Kind"), Column("Text", cut=True))


def test_columns_line_up_when_some_text_is_chinese() -> None:
    shown = table(COLUMNS, [("1", "标题", "公报"), ("22", "p", "abc")], Page(40))
    assert shown.splitlines() == [
        "No  Kind  Text",
        "──────────────",
        " 1  标题  公报",
        "22  p     abc",
    ]


def test_only_the_columns_that_may_be_cut_give_way() -> None:
    shown = table(COLUMNS, [("1", "head", "a long text that does not fit on the page")], Page(30))
    assert shown.splitlines()[2] == " 1  head  a long text that do…"


@given(st.lists(st.text(alphabet="ab 中文（）é\n\t\x1b", max_size=60), max_size=5), st.integers(20, 100))
def test_no_line_is_wider_than_the_page_and_no_cell_makes_a_new_line(texts: list[str], width: int) -> None:
    shown = table(COLUMNS, [(str(n), "p", text) for n, text in enumerate(texts)], Page(width))
    lines = shown.splitlines()
    assert len(lines) == 2 + len(texts)
    assert all(cell_len(line) <= width for line in lines)


def test_a_piped_table_has_no_escape_sequences_and_a_styled_one_has() -> None:
    rows = [("1", "p", "x")]
    assert "\x1b" not in table(COLUMNS, rows, Page(40), dim=[0])
    assert "\x1b[2m 1  p     x\x1b[0m" in table(COLUMNS, rows, Page(40, styled=True), dim=[0])


def test_markup_of_the_terminal_library_in_a_source_is_only_text() -> None:
    assert "[red]x[/red]" in table(COLUMNS, [("1", "p", "[red]x[/red]")], Page(60))
