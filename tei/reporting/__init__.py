"""Findings made readable: a table of pure functions from what was checked to text. Nothing here writes anywhere."""

from collections.abc import Callable, Mapping, Sequence

from tei.reporting.as_json import as_json
from tei.reporting.as_text import as_text
from tei.reporting.files import FileReport

Reporter = Callable[[Sequence[FileReport]], str]

REPORTERS: Mapping[str, Reporter] = {"text": as_text, "json": as_json}
