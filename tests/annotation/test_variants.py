"""Stray words and glyphs of the other script: flagged beside what is printed."""

import pytest
from documents import found, unaccounted
from marks import annotated, choices

from tei.diagnostics import Report

FRAME = "# 会谈公报\n\n{}\n\n双方决定明年继续会谈。\n"
FRAME_HANT = "# 會談公報\n\n{}\n\n雙方決定明年繼續會談，並且擴大貿易。\n"


def in_frame(sentence: str, frame: str = FRAME, report: Report | None = None) -> list[tuple[str, str, str]]:
    edition = annotated(frame.format(sentence), report)
    assert unaccounted(edition) == []
    return choices(edition)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("双方要求南岛 and 海岸开放港口。", [("sic", " and ", "和")]),
        ("双方要求南岛and海岸开放港口。", [("sic", "and", "和")]),
        ("港口 or 码头都可以使用。", [("sic", " or ", "或")]),
        ("双方阅读了 Land and Sea 一书。", []),  # a title in its own words
        ("双方使用ANDROID系统。", []),
        ("COVID-19 and SARS 是疾病。", []),
        ("双方要求南岛，and 海岸开放港口。", []),  # not between two letters
    ],
)
def test_stray_word_in_chinese(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert in_frame(sentence) == expected


def test_stray_word_in_english() -> None:
    text = "# Talks\n\nThe harbours 和 the mills were visited by the guests.\n\nThe end of the report."
    assert choices(annotated(text)) == [("sic", "和", "and")]


def test_chinese_name_in_english_is_not_touched() -> None:
    text = "# Talks\n\nThe word 和平 means peace in the language of the guests.\n\nThe end of the report."
    assert choices(annotated(text)) == []


def test_stray_word_is_reported_at_its_place() -> None:
    report = Report()
    in_frame("双方要求南岛 and 海岸开放港口。", report=report)
    assert ("AN002", 3, 8) in found(report)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("双方交換了意見。", [("orig", "換", "换"), ("orig", "見", "见")]),
        ("这是一个問題。", [("orig", "問題", "问题")]),
        ("皇后在後面。", [("orig", "後", "后")]),
        ("双方交换了意见。", []),
    ],
)
def test_traditional_runs_in_simplified_text(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert in_frame(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("雙方交换了意見。", [("orig", "换", "換")]),
        ("皇后在後面。", []),
        ("雙方交換了意見。", []),
    ],
)
def test_simplified_runs_in_traditional_text(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert in_frame(sentence, FRAME_HANT) == expected


def test_mixed_script_is_one_finding_at_its_first_place() -> None:
    report = Report()
    in_frame("双方交換了意見。", report=report)
    assert [place for place in found(report) if place[0] == "AN003"] == [("AN003", 3, 4)]


def test_run_of_glyphs_is_parted_at_the_border_of_a_name() -> None:
    text = "# 会谈公报\n\n贸易部长李大東問題不大。\n\n双方決定明年继续会谈。\n\n贸易部长\n李大東\n(签字)\n"
    edition = annotated(text)
    assert unaccounted(edition) == []
    assert [choice for choice in choices(edition) if "東" in choice[1]] == [("orig", "東", "东")] * 2
