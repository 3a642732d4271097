"""Lines into headings, rules, items and runs of text, each with its place."""

import pytest
from documents import source_of
from hypothesis import given
from hypothesis import strategies as st

from tei.model.source import Chunk, LayoutKind, LedgerKind
from tei.readers.rawlines import indent_of, raw_lines


def chunks(text: str) -> list[tuple[str, list[str]]]:
    """Kind and lines of each chunk."""
    return [(chunk.kind.value, [line.text for line in chunk.lines]) for chunk in source_of(text).chunks]


def only(text: str) -> Chunk:
    (chunk,) = source_of(text).chunks
    return chunk


@pytest.mark.parametrize(
    ("line", "level", "content"),
    [
        ("# A", 1, "A"),
        ("###### A", 6, "A"),
        ("###A title", 3, "A title"),
        ("##　标题", 2, "标题"),
        ("## A ##", 2, "A"),
        ("## C#", 2, "C#"),
        ("   ## A", 2, "A"),
    ],
)
def test_heading_marks_are_set_aside(line: str, level: int, content: str) -> None:
    chunk = only(line)
    assert (chunk.kind, chunk.level, chunk.lines[0].text) == (LayoutKind.HEADING, level, content)
    source = source_of(line)
    assert {entry.kind for entry in source.ledger} == {LedgerKind.MARKUP}
    aside = "".join(line[entry.span.start : entry.span.end] for entry in source.ledger).split()
    assert set("".join(aside)) == {"#"}


@pytest.mark.parametrize("line", ["#1 priority", "#hashtag", "####### seven", "##", "#"])
def test_what_only_begins_like_a_heading_is_text(line: str) -> None:
    assert chunks(line) == [("text", [line])]


@pytest.mark.parametrize(
    "line", ["---", "***", "___", "- - -", "----------", "<hr>", "<hr />", '<HR class="x">', "=====", "—————"]
)
def test_rule_is_set_aside(line: str) -> None:
    source = source_of(f"one\n\n{line}\n\ntwo")
    assert [chunk.kind.value for chunk in source.chunks] == ["text", "rule", "text"]
    assert [(entry.kind, source.decoded.text[entry.span.start : entry.span.end]) for entry in source.ledger] == [
        (LedgerKind.SEPARATOR, line)
    ]


@pytest.mark.parametrize("line", ["--", "-- -x", "a---", "== =", "—"])
def test_what_only_looks_like_a_rule_is_text(line: str) -> None:
    assert [chunk.kind.value for chunk in source_of(f"one\n\n{line}\n\ntwo").chunks] == ["text", "text", "text"]


@pytest.mark.parametrize(
    ("line", "content"),
    [("- one", "one"), ("* one", "one"), ("+ one", "one"), ("• one", "one"), ("1. one", "1. one"), ("(2) two", "(2) two"),
     ("（三）第三", "（三）第三"), ("四、第四", "四、第四"), ("a) one", "a) one")],
)  # fmt: skip
def test_item_keeps_what_is_printed_and_sets_markup_aside(line: str, content: str) -> None:
    chunk = only(line)
    assert (chunk.kind, chunk.lines[0].text) == (LayoutKind.ITEM, content)


@pytest.mark.parametrize(
    "line", ["1958 was a year", "3.5 per cent", "-one", "*one*", "1958年", "1.5万吨", "二十一日", "A. Author", "-"]
)
def test_what_only_begins_like_an_item_is_text(line: str) -> None:
    assert chunks(line) == [("text", [line])]


def test_blank_lines_part_chunks_and_are_counted() -> None:
    source = source_of("one\ntwo\n\n \t \n\nthree\n")
    assert [([line.text for line in chunk.lines], chunk.gap) for chunk in source.chunks] == [
        (["one", "two"], 0),
        (["three"], 3),
    ]


@pytest.mark.parametrize(
    ("text", "columns"), [("a", 0), ("  a", 2), ("\ta", 4), (" \ta", 4), ("\t\ta", 8), ("　　a", 4), (" 　a", 3)]
)
def test_indentation_is_counted_in_columns(text: str, columns: int) -> None:
    assert indent_of(raw_lines(text)[0]) == columns
    assert only(text).lines[0].indent == columns


def test_two_trailing_spaces_are_a_hard_break() -> None:
    assert [line.hard_break for line in only("one  \ntwo \nthree").lines] == [True, False, False]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_file_whatever_its_line_ends(newline: str) -> None:
    text = newline.join(["# 标题", "", "  one", "two  ", "", "---", "三"])
    source = source_of(text)
    for chunk in source.chunks:
        for line in chunk.lines:
            assert text[line.span.start : line.span.end] == line.text
    assert [line.text for chunk in source.chunks for line in chunk.lines] == ["标题", "one", "two", "三"]


def test_html_shell_of_a_saved_page_is_set_aside() -> None:
    source = source_of('<div class="page">\none\n</div>\n<!-- end -->')
    assert [line.text for chunk in source.chunks for line in chunk.lines] == ["one"]
    assert len(source.ledger) == 3


@given(st.text(alphabet=st.one_of(st.sampled_from("ab#- \t\n\r　*1."), st.characters(codec="utf-8")), max_size=120))
def test_raw_lines_are_the_text_again(text: str) -> None:
    lines = raw_lines(text)
    for line in lines:
        assert text[line.start : line.start + len(line.text)] == line.text
        if not line.blank:
            assert text[line.left : line.right] == line.content
    assert "".join(line.text for line in lines) == text.replace("\r", "").replace("\n", "")


def test_lines_of_markup_alone_are_no_lines() -> None:
    """A picture between paragraphs left a line without text, on which the joining of broken paragraphs fell over."""
    source = source_of(
        '# Title\n\n## A paragraph of words,\n\n<img src="a.png">\n\n## <a id="b">\n\nand more.\n', file="a.md"
    )
    assert [[line.text for line in chunk.lines] for chunk in source.chunks] == [
        ["Title"],
        ["A paragraph of words,"],
        ["and more."],
    ]


@pytest.mark.parametrize("mark", ["=", "-"])
def test_underlined_lines_are_one_heading(mark: str) -> None:
    text = f"Report\n\nAdditional Protocol on\n{mark * 22}\nthe Harbour\n{mark * 11}\nThe text.\n"
    heading = source_of(text).chunks[1]
    assert (heading.kind, [line.text for line in heading.lines]) == (
        LayoutKind.HEADING,
        ["Additional Protocol on", "the Harbour"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "A paragraph of words.\n-----\nMore.",
        "Title\n---\nMore.",
        "A line\nof two lines\n------------\nMore.",
        "\n-------\nMore.",
    ],
)
def test_other_lines_of_dashes_are_rules(text: str) -> None:
    assert LayoutKind.HEADING not in {chunk.kind for chunk in source_of(text).chunks}
