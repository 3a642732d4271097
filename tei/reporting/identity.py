"""What makes two findings the same one, when lines have been added or taken away between two runs."""

import re
from pathlib import Path
from typing import NamedTuple

from tei.diagnostics import Diagnostic
from tei.reporting.paths import from_folder

# Where a message names a line, the number is no part of what it says.
_LINE = re.compile(r"\bline \d+")


class Identity(NamedTuple):
    """A rule, a file, the element by its xml:id or else by its path, and the message without line numbers."""

    file: str
    rule: str
    where: str
    message: str


def identity(finding: Diagnostic, folder: Path) -> Identity:
    """The identity of a finding; its file is named as from `folder`."""
    location = finding.location
    where = f"#{location.xml_id}" if location.xml_id else location.xpath
    return Identity(from_folder(location.file, folder), finding.rule.id, where, _LINE.sub("line …", finding.message))
