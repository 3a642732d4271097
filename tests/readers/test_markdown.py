"""Marks inside a line of Markdown."""

import pytest
from documents import source_of
from hypothesis import given
from hypothesis import strategies as st

from tei.model.inline import Highlight, Inline, Milestone, Text, plain_text
from tei.model.source import LedgerKind, Source


def read(text: str) -> Source:
    return source_of(text, file="source.md")


def marked(text: str) -> str:
    """The first line with its marks as `{rend:…}`."""
    return _shown(read(text).chunks[0].lines[0].content)


def _shown(content: tuple[Inline, ...]) -> str:
    out = []
    for node in content:
        assert isinstance(node, Text | Highlight)
        out.append(node.text if isinstance(node, Text) else f"{{{node.rend}:{_shown(node.content)}}}")
    return "".join(out)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("a *b* c", "a {italic:b} c"),
        ("a **b** c", "a {bold:b} c"),
        ("***b***", "{bold italic:b}"),
        ("_b_ and __c__", "{italic:b} and {bold:c}"),
        ("**bold *and* more**", "{bold:bold {italic:and} more}"),
        ("`code`", "{monospace:code}"),
        (r"2 \* 3", "2 * 3"),
        ("[the mill](http://example.org/mill)", "the mill"),
        ("H<sub>2</sub>O", "H2O"),
        ("**毛笔**字", "{bold:毛笔}字"),
    ],
)
def test_marks_become_highlights(line: str, shown: str) -> None:
    assert marked(line) == shown


@pytest.mark.parametrize(
    "line",
    [
        "2 * 3 * 4",
        "snake_case_name",
        "a ** b",
        "*open",
        "5 < 6 and 7 > 2",
        "[not a link]",
        "a_b",
        "x ** ** y",
        "x * y",
        "[a](b c)",
    ],
)
def test_what_does_not_pair_is_text(line: str) -> None:
    assert marked(line) == line


def test_a_mark_alone_on_a_line_is_markup() -> None:
    source = read("one\n\n _\n\ntwo")
    assert [line.text for chunk in source.chunks for line in chunk.lines] == ["one", "two"]
    assert [(entry.span.start, entry.span.end, entry.kind) for entry in source.ledger] == [(6, 7, LedgerKind.MARKUP)]


def test_backslash_at_the_end_of_a_line_is_a_hard_break() -> None:
    lines = read("one\\\ntwo").chunks[0].lines
    assert [(line.text, line.hard_break) for line in lines] == [("one", True), ("two", False)]


def test_plain_text_has_no_marks() -> None:
    (chunk,) = source_of("a *b* [c](d) e\\").chunks
    assert chunk.lines[0].text == "a *b* [c](d) e\\"


@given(st.text(alphabet="ab *_`[]()\\<>!山-#", max_size=60))
def test_every_character_is_text_or_markup_once(text: str) -> None:
    source = read(f"x{text}x")
    times = [0] * len(source.decoded.text)
    for chunk in source.chunks:
        for line in chunk.lines:
            assert plain_text(line.content) == line.text
            for leaf in _leaves(line.content):
                for offset in range(leaf.span.start, leaf.span.end):
                    times[offset] += 1
    for entry in source.ledger:
        for offset in range(entry.span.start, entry.span.end):
            times[offset] += 1
    assert [offset for offset, count in enumerate(times) if count != 1] == []


def _leaves(content: tuple[Inline, ...]) -> list[Text]:
    leaves: list[Text] = []
    for node in content:
        if isinstance(node, Text):
            leaves.append(node)
        elif isinstance(node, Highlight):
            leaves += _leaves(node.content)
    return leaves


@pytest.mark.parametrize(
    ("line", "address", "description"),
    [
        ("![The *old* ferry](a.png)", "a.png", "The *old* ferry"),
        ('![](a.png "Ferry")', "a.png", ""),
        ('<img alt="Ferry" src="a.png">', "a.png", "Ferry"),
        ("![Ferry](data:image/png;base64,AAAA)", "", "Ferry"),
    ],
)
def test_a_picture_goes_to_the_start_of_the_next_line(line: str, address: str, description: str) -> None:
    (chunk,) = read(f"{line}\n\nWords.").chunks
    assert chunk.lines[0].content[0] == Milestone("figure", n=address, description=description)
    assert chunk.lines[0].text == "Words."


def test_a_picture_below_all_text_is_at_its_end_and_one_without_address_or_description_is_none() -> None:
    assert isinstance(read("Words.\n\n![b](a.png)").chunks[0].lines[-1].content[-1], Milestone)
    assert len(read("Words.\n\n![](data:image/png;base64,AAAA)").chunks[0].lines[-1].content) == 1
