"""The line that a finding is about, and the mark under its spot."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.diagnostics import Location
from tei.reporting.excerpt import Excerpts, cells
from tei.reporting.page import Page


def shown(path: Path, line: int, column: int, width: int = 80) -> list[str]:
    return Excerpts(Page(width)).lines(Location(str(path), line, column), "1")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.xml"


def test_the_name_of_a_tag_is_marked(file: Path) -> None:
    file.write_text("<a>\n  <persName ref='#b'>x</persName>\n</a>")
    assert shown(file, 2, 3) == ["  2 |   <persName ref='#b'>x</persName>", "    |   ^^^^^^^^^"]


def test_anything_else_is_marked_by_one_character(file: Path) -> None:
    file.write_text("abc")
    assert shown(file, 1, 2) == ["  1 | abc", "    |  ^"]


def test_wide_characters_move_the_mark_by_two_cells_and_combining_ones_by_none(file: Path) -> None:
    file.write_text("毛e\u0301<p>")
    assert shown(file, 1, 4)[1] == "    |    ^^"


def test_without_a_column_the_line_is_shown_alone(file: Path) -> None:
    file.write_text("<!DOCTYPE TEI>\n<TEI/>")
    assert shown(file, 1, 0) == ["  1 | <!DOCTYPE TEI>"]


@pytest.mark.parametrize(("line", "column"), [(0, 0), (3, 1), (99, 5)])
def test_without_a_line_that_the_file_has_nothing_is_shown(file: Path, line: int, column: int) -> None:
    file.write_text("a\nb")
    assert shown(file, line, column) == []


def test_a_file_that_cannot_be_read_is_not_shown(tmp_path: Path, file: Path) -> None:
    assert shown(tmp_path / "gone.xml", 1, 1) == []
    assert shown(tmp_path, 1, 1) == []
    file.write_bytes(b"\xff\xf0 not UTF-8")
    assert shown(file, 1, 1) == []


@pytest.mark.parametrize(
    ("data", "spot"),
    [
        ('<?xml version="1.0" encoding="iso-8859-1"?><é>'.encode("latin-1"), 44),
        ("<é>".encode("utf-16"), 1),
        (b"\xef\xbb\xbf" + "<é>".encode(), 1),
    ],
)
def test_the_encoding_of_the_file_is_minded(file: Path, data: bytes, spot: int) -> None:
    file.write_bytes(data)
    line, mark = shown(file, 1, spot)
    assert line.endswith("<é>")
    assert line.index("<é>") == mark.index("^")


def test_lines_end_as_in_xml(file: Path) -> None:
    """A form feed or U+2028 is a character of a line, not its end."""
    file.write_bytes("a\x0b\u2028b\rc\r\nd\n<e>".encode())
    assert shown(file, 4, 1)[0] == "  4 | <e>"
    assert shown(file, 1, 4) == ["  1 | a\ufffd\ufffdb", "    |    ^"]


def test_a_long_line_is_cut_around_the_spot(file: Path) -> None:
    file.write_text("x" * 500 + "<p>" + "y" * 500)
    line, mark = shown(file, 1, 501)
    assert line.startswith("  1 | …xxx")
    assert line.endswith("yyy…")
    assert line.index("<p>") == mark.index("^^")
    assert len(line) <= 80


@settings(deadline=None)  # it writes files
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\t"), max_size=300),
    st.integers(1, 310),
    st.integers(40, 120),
)
def test_any_line_fits_the_page_and_the_mark_stands_under_its_spot(
    tmp_path_factory: pytest.TempPathFactory, text: str, column: int, width: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xml"
    path.write_bytes(b"first\n" + text.encode())
    line, mark = shown(path, 2, column, width)
    assert cells(line) <= width
    assert cells(mark) <= width + 1
    assert line.startswith("  2 |")
    assert mark.strip(" |^") == ""
    assert "^" in mark


def test_colours_change_nothing_but_the_look(file: Path) -> None:
    file.write_text("<p>")
    styled = Excerpts(Page(styled=True)).lines(Location(str(file), 1, 1), "1;31")
    assert styled == ["  \x1b[2m1 |\x1b[0m <p>", "    \x1b[2m|\x1b[0m \x1b[1;31m^^\x1b[0m"]
