"""Headings that nothing but their place and their shape tells."""

import pytest
from documents import blocks_of

EN = "The two governments have agreed to build a bridge across the river, and will share what it costs between them in equal parts."
JA = "両国政府は、川に橋を架けることに合意し、その費用を両国で等しく分担し、来春から工事を始めることを決定した。"
AR = "قررت الحكومتان بناء جسر على النهر وتقاسم نفقاته بالتساوي بينهما على أن يبدأ العمل في ربيع السنة القادمة بعد موافقة المجلسين."


def heads(text: str) -> list[str]:
    return [text for role, text in blocks_of(f"# T\n\n{text}") if role == "head"][1:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{EN}\n\nThe Costs of the Bridge\n\n{EN}", ["The Costs of the Bridge"]),
        (f"{JA}\n【橋の費用】\n{JA}", ["【橋の費用】"]),
        (f"{AR}\n\nنفقات الجسر\n\n{AR}", ["نفقات الجسر"]),
        (f"{EN}\n\nMr. Author to Mr. Writer.\n\n{EN}", ["Mr. Author to Mr. Writer."]),
        (f"{EN}\n\nThe Costs\n\n{EN}\n\nThe Dinner\n\nTwo hundred guests sat down to dinner in the hall.", ["The Costs", "The Dinner"]),
    ],
)  # fmt: skip
def test_short_line_between_paragraphs_is_a_heading(text: str, found: list[str]) -> None:
    assert heads(text) == found


@pytest.mark.parametrize(
    "line",
    [
        "the costs of the bridge",  # a torn sentence
        "The costs are shared.",
        "(The costs of the bridge)",
        "Dear Sir,",
        "Harwick, 3 May 1911",
        "A. B. Author",
        "They have paid for it",
    ],
)
def test_other_lines_between_paragraphs_are_none(line: str) -> None:
    assert heads(f"{EN}\n\n{line}\n\n{EN}") == []


def test_line_below_what_has_not_ended_is_none() -> None:
    assert heads(f"{EN[:-1]}\n\nThe Costs of the Bridge\n\n{EN}") == []
