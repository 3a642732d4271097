"""Blocks of Markdown that need more than one line: nested lists, tables, quotations, fences, definitions."""

import pytest
from documents import edition_of, source_of, unaccounted
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.model.document import Group
from tei.model.inline import List
from tei.model.source import LayoutKind


def _chunks(text: str) -> list[tuple[str, int, list[str]]]:
    source = source_of(text, file="a.md")
    return [(chunk.kind.value, chunk.level, [line.text for line in chunk.lines]) for chunk in source.chunks]


def test_items_know_how_deep_they_are_where_lists_nest() -> None:
    assert _chunks("- a\n  - b\n    1. c\n- d\n") == [
        ("item", 1, ["a"]),
        ("item", 2, ["b"]),
        ("item", 3, ["1. c"]),
        ("item", 1, ["d"]),
    ]


def test_a_list_without_others_in_it_has_no_depth() -> None:
    assert _chunks("- a\n- b\n") == [("item", 0, ["a"]), ("item", 0, ["b"])]


def test_lines_that_go_on_with_an_item_belong_to_it_and_those_after_a_blank_line_do_not() -> None:
    assert _chunks("- a long\n  item\n- b\n\nafter\n") == [
        ("item", 0, ["a long", "item"]),
        ("item", 0, ["b"]),
        ("text", 0, ["after"]),
    ]


def test_a_nested_list_stands_in_its_item() -> None:
    edition = edition_of(
        "# Report on Goods\n\nThese are the goods that both sides counted:\n\n- tea\n  - green\n  - black\n- coal\n",
        file="a.md",
    )
    group = next(node for node in edition.versions[0].content if isinstance(node, Group))
    assert [block.text for block in group.blocks] == ["teagreenblack", "coal"]
    inner = group.blocks[0].content[-1]
    assert isinstance(inner, List)
    assert [item.id for item in inner.items] == ["en.list1.list1.item1", "en.list1.list1.item2"]
    assert unaccounted(edition) == []


def test_a_table_has_rows_and_cells_and_its_lines_are_markup() -> None:
    source = source_of("before\n\n| a | *b* |\n|---|:-:|\n| c \\| d |  |\nx | y\n\nafter\n", file="a.md")
    table = source.chunks[1]
    assert [(line.text, line.cell) for line in table.lines] == [
        ("a", (1, 1)), ("b", (1, 2)), ("c | d", (2, 1)), ("x", (3, 1)), ("y", (3, 2)),
    ]  # fmt: skip
    assert [chunk.kind for chunk in source.chunks] == [LayoutKind.TEXT, LayoutKind.TABLE, LayoutKind.TEXT]
    assert [chunk.lines[0].text for chunk in source.chunks if chunk.kind is LayoutKind.TEXT] == ["before", "after"]


def test_marks_of_quotation_are_markup_and_their_text_is_text() -> None:
    assert _chunks("> Sir,\n>\n> I have seen\n> > it all.\n") == [
        ("text", 0, ["Sir,"]),
        ("text", 0, ["I have seen", "it all."]),
    ]


def test_a_greater_than_sign_in_a_line_is_text() -> None:
    assert _chunks("5 > 3\n") == [("text", 0, ["5 > 3"])]


def test_fences_and_definitions_of_links_are_markup() -> None:
    assert _chunks("```text\na\n```\n\nsee [the page][p]\n\n[p]: http://example.org/x\n")[0] == ("text", 0, ["a"])
    assert _chunks("x\n\n[p]: http://example.org/x\n") == [("text", 0, ["x"])]


def test_a_footnote_is_no_definition_of_a_link() -> None:
    assert _chunks("x[^1]\n\n[^1]: Yes.\n")[1][2] == ["[^1]: Yes."]


@pytest.mark.parametrize("text", ["          Done at Lisbon\n          in May\n", "\tDone at Lisbon\n\tin May\n"])
def test_an_indent_is_no_code(text: str) -> None:
    source = source_of(f"# T\n\n{text}", file="a.md")
    assert [line.text for line in source.chunks[1].lines] == ["Done at Lisbon", "in May"]
    assert source.chunks[1].lines[0].indent >= 4


def test_a_year_that_begins_a_line_is_no_item() -> None:
    assert _chunks("They met in\n1958. It was late.\n") == [("text", 0, ["They met in", "1958. It was late."])]


_line = st.sampled_from(
    ["- a", "  - b", "1. c", "| a | b |", "|---|---|", "|---|", "> q", "> > r", ">", "```", "text", "", "    x", "# H", "[p]: http://e.org",
     "> | a | b |", "> |---|---|", "- | a | b |", "a|b", "\\| x |", "***", "===", "* * *"]
)  # fmt: skip


@example(["a|b", "a|b", "|---|---|", "> |---|---|"], "\n")
@settings(max_examples=150, deadline=None)
@given(st.lists(_line, min_size=1, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_character_is_accounted_for(lines: list[str], newline: str) -> None:
    edition = edition_of(
        newline.join(["# Title of the Text", "", "It has words.", "", *lines]), file="a.md", report=Report()
    )
    assert unaccounted(edition) == []
