"""The readers as a whole: what is metadata, layout and ledger of a file."""

import pytest
from documents import source_of

from tei.diagnostics import Report
from tei.errors import UsageError
from tei.model.source import Source
from tei.readers import READERS, decode, read_decoded, reader_for, suffixes


def accounted(source: Source) -> str:
    """The source with `T` for text, `L` for ledger, `.` for neither and `!` for both."""
    marks = ["."] * len(source.decoded.text)
    spans = [(line.span, "T") for chunk in source.chunks for line in chunk.lines]
    spans += [(entry.span, "L") for entry in source.ledger]
    for span, mark in spans:
        for offset in range(span.start, span.end):
            marks[offset] = "!" if marks[offset] != "." else mark
    return "".join(marks)


def test_metadata_heading_text_and_rule_are_told_apart() -> None:
    text = "Title: A\n\n# B\nc d\n---\n- e"
    assert accounted(source_of(text)) == "LLLLLLLL..LLT.TTT.LLL.LLT"


@pytest.mark.parametrize(
    ("file", "reader"),
    [
        ("a.txt", "text"),
        ("a.TXT", "text"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.unknown", "text"),
        ("a", "text"),
    ],
)
def test_reader_is_that_of_the_suffix_else_plain_text(file: str, reader: str) -> None:
    assert reader_for(file).name == reader
    assert source_of("one", file=file).format == reader


def test_format_that_is_asked_for_wins() -> None:
    decoded = decode(b"a *b*", file="a.txt", report=Report())
    assert read_decoded(decoded, format="markdown", report=Report()).chunks[0].lines[0].text == "a b"


def test_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        reader_for("a.txt", "wordstar")
    assert "wordstar" in caught.value.message
    assert "markdown" in caught.value.help


def test_each_reader_is_found_under_its_name_and_suffixes() -> None:
    for name in READERS.names():
        assert READERS.get(name).name == name
        assert all(suffixes()[suffix] == name for suffix in READERS.get(name).suffixes)
