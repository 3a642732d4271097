"""What one sees of a long run on a terminal: how far it is, how fast, how long it will take, and what failed."""

import io
import re
import sys
from types import SimpleNamespace

import pytest

from tei import __main__
from tei.cli import plain, progress
from tei.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, total: int, steps: int, failed: int, width: str) -> str:
    """What stands on the line at the end of some steps, without its colours; each takes a quarter of a second."""
    seconds = iter(range(1000))
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(seconds) / 4))
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", width)
    with Progress(total) as line:
        for _ in range(steps):
            line.step(failed)
        said = screen.getvalue()
    return re.split(r"[\r\n]", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said))[-1]


@pytest.mark.parametrize("width", ["110", "50"])
def test_speed_and_failures_are_shown_whatever_the_width(monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    said = shown(monkeypatch, 123_456, 8, 3, width)
    assert "Converting" in said
    assert "     8/123456 4.0/s, 3 failed" in said
    assert ("━" in said) is (width == "110")


def test_nothing_is_shown_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    with Progress(10) as line:
        line.step(0)
    assert screen.getvalue() == ""


def test_ctrl_c_while_the_program_is_loaded_leaves_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pressed(_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(plain, "plain", pressed)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert (ended.value.code, capsys.readouterr().err) == (130, "interrupted\n")
