"""What is shown where: progress on a terminal only, tables for the width there is."""

import io
import sys

import pytest

from tei.cli import console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_terminal_there_is_no_progress_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    errors = io.StringIO()
    monkeypatch.setattr(sys, "stderr", errors)
    assert list(console.tracked(iter("abc"), 3, "Converting")) == ["a", "b", "c"]
    assert errors.getvalue() == ""


def test_on_a_terminal_there_is_one_and_the_items_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    errors = Terminal()
    monkeypatch.setattr(sys, "stderr", errors)
    monkeypatch.setenv("TERM", "xterm")
    assert list(console.tracked(iter("abc"), 3, "Converting")) == ["a", "b", "c"]
    assert "Converting" in errors.getvalue()


def test_a_pipe_has_a_wide_page_without_style(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.delenv("COLUMNS", raising=False)
    assert (console.page().width, console.page().styled) == (console.PIPED_WIDTH, False)
    monkeypatch.setenv("COLUMNS", "72")
    assert console.page().width == 72


@pytest.mark.parametrize(("no_color", "styled"), [(None, True), ("1", False)])
def test_a_terminal_has_its_width_and_style_unless_that_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch, no_color: str | None, styled: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert (console.page().width, console.page().styled) == (90, styled)


def test_a_width_that_is_no_number_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setenv("COLUMNS", "wide")
    assert console.page().width == console.PIPED_WIDTH
