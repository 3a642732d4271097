"""Marks put into a tree of text leave the text alone, nest, and never cross."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tei.model.document import Block, Role
from tei.model.inline import Date, Highlight, Inline, List, Milestone, Name, Note, Text, plain_text, texts, wrap
from tei.model.span import Span

FILE = "a.txt"


def text(characters: str, start: int = 0) -> Text:
    return Text(characters, Span(FILE, start, start + len(characters)))


# A tree without places: a string is a text, a list of trees a mark, None a line break, a tuple of trees a list.
LEAVES = st.one_of(st.text("abc", min_size=1, max_size=5), st.none())
SHAPES = st.lists(
    st.recursive(
        LEAVES,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3),
            st.lists(st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=2).map(tuple),
        ),
        max_leaves=8,
    ),
    max_size=4,
)


def grow(shapes: Iterable[object], start: int = 0) -> tuple[Inline, ...]:
    """The tree of `shapes`, its texts one after the other in the source from `start` on."""
    nodes: list[Inline] = []
    for shape in shapes:
        at = start + len(plain_text(nodes))
        if isinstance(shape, str):
            nodes.append(text(shape, at))
        elif shape is None:
            nodes.append(Milestone("lb"))
        elif isinstance(shape, list):
            nodes.append(Highlight("bold", grow(shape, at)))
        elif isinstance(shape, tuple):
            items = []
            for part in shape:
                content = grow(part, at)
                end = at + len(plain_text(content))
                items.append(Block(Role.ITEM, content, Span(FILE, at, end)))
                at = end
            nodes.append(List("simple", tuple(items)))
    return tuple(nodes)


TREES = SHAPES.map(grow)


@st.composite
def trees_and_ranges(draw: st.DrawFn) -> tuple[tuple[Inline, ...], list[tuple[int, int]]]:
    """A tree, and ranges of its text in order that do not overlap."""
    tree = draw(TREES)
    borders = sorted(draw(st.lists(st.integers(0, len(plain_text(tree))), max_size=8)))
    return tree, list(zip(borders[::2], borders[1::2], strict=False))


def marked(tree: tuple[Inline, ...], ranges: list[tuple[int, int]]) -> tuple[Inline, ...]:
    return wrap(tree, [(start, end, lambda content: Date(content)) for start, end in ranges])


def places(tree: Iterable[Inline], kind: type, start: int = 0) -> list[tuple[int, int]]:
    """The ranges of plain text that nodes of `kind` cover, in order."""
    found: list[tuple[int, int]] = []
    for node in tree:
        end = start + len(plain_text((node,)))
        if isinstance(node, kind):
            found.append((start, end))
        if isinstance(node, List):
            at = start
            for item in node.items:
                found += places(item.content, kind, at)
                at += len(item.text)
        elif not isinstance(node, Text | Milestone):
            found += places(node.content, kind, start)
        start = end
    return found


@given(trees_and_ranges())
def test_the_text_stays_as_it_was(case: tuple[tuple[Inline, ...], list[tuple[int, int]]]) -> None:
    tree, ranges = case
    assert plain_text(marked(tree, ranges)) == plain_text(tree)


@given(trees_and_ranges())
def test_every_text_still_is_the_characters_of_its_span(case: tuple[tuple[Inline, ...], list[tuple[int, int]]]) -> None:
    tree, ranges = case
    whole = plain_text(tree)
    result = list(texts(marked(tree, ranges)))
    assert all(leaf.text == whole[leaf.span.start : leaf.span.end] for leaf in result)
    assert [leaf.span.start for leaf in result] == sorted(leaf.span.start for leaf in result)


@given(trees_and_ranges())
def test_a_mark_is_put_around_its_range_and_nothing_else(
    case: tuple[tuple[Inline, ...], list[tuple[int, int]]],
) -> None:
    tree, ranges = case
    made = places(marked(tree, ranges), Date)
    assert set(made) <= {place for place in ranges if place[0] < place[1]}
    assert len(made) == len(set(made))


@given(trees_and_ranges())
def test_marks_that_were_there_stay_and_no_two_cross(case: tuple[tuple[Inline, ...], list[tuple[int, int]]]) -> None:
    tree, ranges = case
    result = marked(tree, ranges)
    assert places(result, Highlight) == places(tree, Highlight)
    assert places(result, List) == places(tree, List)
    assert len(places(result, Milestone)) == len(places(tree, Milestone))


@given(trees_and_ranges())
def test_a_range_is_left_out_only_if_it_crosses_a_mark_or_an_item(
    case: tuple[tuple[Inline, ...], list[tuple[int, int]]],
) -> None:
    tree, ranges = case
    made = places(marked(tree, ranges), Date)
    borders = [*places(tree, Highlight), *places(tree, List), *items(tree)]
    for start, end in ranges:
        crosses = any(a < start < b < end or start < a < end < b for a, b in borders)
        holds_a_list = any(start <= a and b <= end for a, b in places(tree, List) if a < b)
        if start < end and not crosses and not holds_a_list:
            assert (start, end) in made


def items(tree: Iterable[Inline], start: int = 0) -> list[tuple[int, int]]:
    """The ranges of the items of all lists."""
    found: list[tuple[int, int]] = []
    for node in tree:
        if isinstance(node, List):
            at = start
            for item in node.items:
                found += [(at, at + len(item.text)), *items(item.content, at)]
                at += len(item.text)
        elif not isinstance(node, Text | Milestone):
            found += items(node.content, start)
        start += len(plain_text((node,)))
    return found


def test_a_range_over_two_texts_and_a_line_break_becomes_one_mark() -> None:
    tree = (text("Mao Ze"), Milestone("lb", break_="no"), text("dong spoke", 6))
    (name, rest) = wrap(tree, [(0, 10, lambda content: Name("persName", content))])
    assert name == Name("persName", (text("Mao Ze"), Milestone("lb", break_="no"), text("dong", 6)))
    assert rest == text(" spoke", 10)


def test_a_range_that_crosses_a_mark_is_left_out_and_the_next_one_is_not() -> None:
    tree = (text("ab"), Highlight("bold", (text("cd", 2),)), text("ef", 4))
    result = wrap(tree, [(1, 3, lambda content: Date(content)), (4, 6, lambda content: Note("n", content))])
    assert plain_text(result) == "abcdef"
    assert (places(result, Date), places(result, Highlight), places(result, Note)) == ([], [(2, 4)], [(4, 6)])


def test_an_empty_range_makes_no_mark() -> None:
    assert wrap((text("ab"),), [(1, 1, lambda content: Date(content))]) == (text("ab"),)
