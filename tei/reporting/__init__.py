"""Findings made readable: a table of pure functions from what was checked to text. Nothing here writes anywhere.

Each form is loaded when it is asked for, so that a check does not wait for libraries that it does not need.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei.reporting.files import FileReport
    from tei.reporting.page import Page

Reporter = Callable[[Sequence["FileReport"], "Page"], str]


def _text() -> Reporter:
    from tei.reporting.as_text import as_text

    return as_text


def _json() -> Reporter:
    from tei.reporting.as_json import as_json

    return lambda files, _page: as_json(files)


def _sarif() -> Reporter:
    from tei.reporting.as_sarif import as_sarif

    return as_sarif


def _junit() -> Reporter:
    from tei.reporting.as_junit import as_junit

    return lambda files, _page: as_junit(files)


def _github() -> Reporter:
    from tei.reporting.as_github import as_github

    return as_github


REPORTERS: Mapping[str, Callable[[], Reporter]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
}
