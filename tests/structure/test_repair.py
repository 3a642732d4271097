"""Joining what a break tore apart, and nothing else."""

import pytest
from documents import blocks_of, edition_of, found

from tei.diagnostics import Report
from tei.model.document import Role
from tei.model.inline import Milestone

LONG_EN = "The two sides noted with satisfaction that the trade between the harbours had grown in every month"
LONG_ZH = "双方极其满意地指出，自从去年港口开放以来，两国之间的贸易有了很大的发展，两国人"


def paragraphs(text: str) -> list[str]:
    return [" ".join(text.split()) for role, text in blocks_of(f"# T\n\n{text}") if role == "p"]


def breaks(text: str) -> list[str]:
    (version,) = edition_of(f"# T\n\n{text}").versions
    content = [inline for block in version.blocks() if block.role is Role.P for inline in block.content]
    return [inline.break_ for inline in content if isinstance(inline, Milestone)]


@pytest.mark.parametrize(
    ("before", "after", "joined", "break_"),
    [
        (LONG_EN, "and that the fees had been paid in time.", f"{LONG_EN} ", ""),
        (f"{LONG_EN} since the agree-", "ment was signed.", f"{LONG_EN} since the agree-", "no"),
        (LONG_ZH, "民的友谊也更加巩固了。", LONG_ZH, "no"),
    ],
)
def test_torn_paragraph_is_joined(before: str, after: str, joined: str, break_: str) -> None:
    text = (
        f"{before}\n\n{after}\n\nA last one." if before.isascii() else f"{before}\n\n{after}\n\n双方决定明年继续会谈。"
    )
    assert paragraphs(text)[0] == joined + after
    assert breaks(text) == [break_]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{LONG_EN}.", "and this begins small."),
        (f"{LONG_EN}:", "and this begins small."),
        (LONG_EN, "This begins with a capital."),
        ("A short line", "and one more that goes on to its end."),
        (f"{LONG_EN} ”", "and this follows a quotation."),
        (LONG_EN, "1961 was the year of the agreement."),
        (f"{LONG_ZH}。", "民主国家的友谊也更加巩固了。"),
        ("关于港口的办法", "码头将于十月关闭，届时另行通知。"),
        (LONG_ZH, "一、码头将于十月关闭"),
    ],
)
def test_whole_paragraphs_stay_two(before: str, after: str) -> None:
    assert paragraphs(f"{before}\n\n{after}\n\n{'The end.' if before.isascii() else '会谈结束了。'}")[:2] != [
        before + after
    ]
    assert breaks(f"{before}\n\n{after}\n\n{'The end.' if before.isascii() else '会谈结束了。'}") == []


def test_heading_is_never_joined_to_the_text_under_it() -> None:
    text = f"# T\n\n{LONG_ZH}。\n\n## {LONG_ZH}\n\n民的友谊也更加巩固了。"
    assert [role for role, _ in blocks_of(text)] == ["head", "p", "head", "p"]


def test_doubtful_join_is_reported_with_its_place() -> None:
    report = Report()
    text = f"# T\n\n{LONG_EN}\n\nand that the fees had been\n\nThe end."
    edition_of(text, report=report)
    assert found(report) == [("ST002", 5, 1)]
    assert breaks(text.removeprefix("# T\n\n")) == ["maybe"]


@pytest.mark.parametrize(
    ("heading", "title", "breaks_", "rules"),
    [
        ("南岛共和国政府 联合声明", "南岛共和国政府联合声明", ["maybe"], ["ST002"]),
        ("南岛共 和国政府声明", "南岛共和国政府声明", ["no"], []),  # 共和国 stands whole in the text
        ("会 谈 公 报", "会谈公报", [], []),
        ("Harbour 港口 Trade", "Harbour 港口 Trade", [], []),
        ("Report on the  Harbour", "Report on the Harbour", [], []),
    ],
)
def test_broken_heading_is_mended_visibly(heading: str, title: str, breaks_: list[str], rules: list[str]) -> None:
    report = Report()
    text = f"# {heading}\n\n南岛共和国的双方就港口问题交换了意见，决定明年继续会谈。\n\n会谈在里斯本举行。"
    edition = edition_of(text, report=report)
    assert [one.text for one in edition.header.titles] == [title]
    head = next(block for block in edition.versions[0].blocks() if block.role is Role.HEAD)
    assert [inline.break_ for inline in head.content if isinstance(inline, Milestone)] == breaks_
    assert [rule for rule, _, _ in found(report)] == rules


def test_list_of_lines_is_not_a_torn_paragraph() -> None:
    text = "# T\n\nThe harbour, the mills and the school of music were visited by the guests of the island,\n\nThe end."
    assert [role for role, _ in blocks_of(text)] == ["head", "p", "p"]
