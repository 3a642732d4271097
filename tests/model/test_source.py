"""Lines and columns are those that counting by hand gives."""

from hypothesis import given
from hypothesis import strategies as st

from tei.model.source import Decoded, LineIndex, split_lines

# Newlines often, and the characters that str.splitlines takes for newlines and we do not.
TEXTS = st.text(st.sampled_from("ab中\n\r\u2028\x85\x0b \t"), max_size=40)


def counted(text: str, offset: int) -> tuple[int, int]:
    """Line and column of `offset`, found by walking up to it."""
    line = column = 1
    for index in range(offset):
        pair = text[index : index + 2]
        if pair[0] == "\n" or (pair[0] == "\r" and pair != "\r\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return line, column


@given(TEXTS)
def test_every_offset_has_the_line_and_column_that_walking_to_it_gives(text: str) -> None:
    index = LineIndex(text)
    assert [index.position(i) for i in range(len(text) + 1)] == [counted(text, i) for i in range(len(text) + 1)]


@given(TEXTS)
def test_lines_joined_are_the_text_again(text: str) -> None:
    assert "".join(split_lines(text)) == text


@given(TEXTS)
def test_a_line_has_its_end_at_its_end_only(text: str) -> None:
    for line in split_lines(text):
        body = line.removesuffix("\n").removesuffix("\r")
        assert "\n" not in body
        assert "\r" not in body


def test_a_text_has_as_many_lines_as_line_ends_and_a_last_one_without() -> None:
    assert split_lines("a\r\n\nb\rc") == ["a\r\n", "\n", "b\r", "c"]
    assert split_lines("") == []


def test_the_end_of_a_text_without_a_last_newline_is_on_its_last_line() -> None:
    assert LineIndex("abc").position(3) == (1, 4)
    assert LineIndex("abc\n").position(4) == (2, 1)


def test_a_location_names_the_file_and_counts_from_one() -> None:
    place = Decoded("a.txt", "一\n二三", "UTF-8", "LF", "", 0).location(3)
    assert (place.file, place.line, place.column) == ("a.txt", 2, 2)
