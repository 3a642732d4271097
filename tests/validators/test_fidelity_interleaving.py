"""How streams of blocks are merged, and what is said where they cannot be."""

import pytest
from lxml import etree

from tei.validators.interleaving import Piece, differences

ELEMENT = etree.Element("p")


def found(source: str, *streams: list[str]) -> list[tuple[int, int, str]]:
    """Offset, number of characters lost, and characters added, of each difference."""
    pieces = [[Piece(text, ELEMENT) for text in stream] for stream in streams]
    return [(difference.start, difference.lost, difference.added) for difference in differences(source, pieces)]


@pytest.mark.parametrize(
    ("source", "streams"),
    [
        ("", [[]]),
        ("abc", [["a", "b", "c"]]),
        ("abcd", [["ab"], ["cd"]]),
        ("abcd", [["cd"], ["ab"]]),
        ("aAbBcC", [["a", "b", "c"], ["A", "B", "C"]]),
        ("abaabc", [["ab", "c"], ["aba"]]),  # "ab" fits first, and is wrong
        ("aaaab", [["aa", "b"], ["aa"]]),
        ("abacab", [["a", "a", "ab"], ["b", "c"]]),
        ("xyz", [["z"], ["y"], ["x"]]),
    ],
)
def test_any_merge_that_keeps_the_order_of_each_stream_is_accepted(source: str, streams: list[list[str]]):
    assert found(source, *streams) == []


@pytest.mark.parametrize(
    ("source", "streams", "expected"),
    [
        ("ba", [["a", "b"]], [(0, 1, ""), (2, 0, "b")]),
        ("aXbcd", [["abcd"]], [(1, 1, "")]),
        ("abcd", [["abXcd"]], [(2, 0, "X")]),
        ("abcd", [["abXd"]], [(2, 1, "X")]),
        ("abcd", [["abc"]], [(3, 1, "")]),
        ("abc", [["abcd"]], [(3, 0, "d")]),
        ("abcd", [[]], [(0, 4, "")]),
        ("", [["ab"], ["cd"]], [(0, 0, "ab"), (0, 0, "cd")]),
        ("AaBb", [["A", "B"], ["a"]], [(3, 1, "")]),
    ],
)
def test_the_smallest_repair_is_named(source: str, streams: list[list[str]], expected: list[tuple[int, int, str]]):
    assert found(source, *streams) == expected


def test_a_block_may_not_be_cut_by_another():
    assert found("aXb", ["ab"], ["X"]) != []


def test_findings_are_not_without_end():
    assert len(found("ab" * 100, ["a" for _ in range(100)])) <= 20


def test_streams_that_all_go_on_alike_are_given_up_in_the_end():
    """Each of 500 × 500 states has a way on, and none of them leads to the end."""
    assert found("a" * 999 + "b", ["a"] * 500, ["a"] * 500) == [(999, 1, "a")]
