"""Readings of Japanese words in 《》, and the same brackets around titles."""

import pytest
from documents import edition_of, source_of, unaccounted
from hypothesis import given
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.model.inline import Note, marks_in, plain_text

_HABIT = "\n\n古い町《まち》の港《みなと》です。\n"


def readings(text: str, file: str = "a.txt") -> list[str]:
    """The text of each note in `text`, in order."""
    lines = [line for chunk in source_of(text, file=file).chunks for line in chunk.lines]
    notes = [mark for line in lines for _, _, mark in marks_in(line.content) if isinstance(mark, Note)]
    assert {note.type for note in notes} <= {"ruby"}
    return [plain_text(note.content) for note in notes]


@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_readings_are_notes_after_their_words(file: str) -> None:
    text = "これは｜お茶《おちゃ》と人々《ひとびと》です。"
    assert readings(text, file) == ["おちゃ", "ひとびと"]
    (chunk,) = source_of(text, file=file).chunks
    assert chunk.lines[0].text == "これはお茶おちゃと人々ひとびとです。"


def test_one_reading_counts_where_the_file_says_what_the_brackets_are() -> None:
    assert readings("これは町《まち》です。") == []
    assert readings("《》：ルビ\n\nこれは町《まち》です。") == ["まち"]


def test_mark_at_the_edge_of_a_line_is_outside_its_span() -> None:
    (chunk,) = source_of("｜お茶《おちゃ》と町《まち》").chunks
    assert (chunk.lines[0].span.start, chunk.lines[0].span.end) == (1, 13)


@pytest.mark.parametrize(
    "text",
    [
        "作品《ひまわり》と代表作《みなと》を見て、《睡蓮》も見た。",  # one of them is no reading, so none is
        "电影《おくりびと》和动画《となり》很有名。",  # Chinese
        "これは、《まち》と《みなと》です。",  # no word before them
    ],
)
def test_titles_are_no_readings(text: str) -> None:
    assert readings(text) == []


@given(st.text(alphabet="町《》｜まち* \n", max_size=40), st.sampled_from(["a.txt", "a.md"]))
def test_every_character_is_in_the_text_or_set_aside(text: str, file: str) -> None:
    try:
        edition = edition_of((text + _HABIT).encode(), file=file, report=Report())
    except UnreadableInput:
        return
    assert unaccounted(edition) == []
