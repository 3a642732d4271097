"""What is said of a document whose source file is not known. It stands alone, so that saying it needs no tree."""

from tei.diagnostics import Diagnostic, Location
from tei.rules import finding

HELP = "give the source file to have the text checked against it"


def without_source(file: str) -> Diagnostic:
    """The finding (FD005) that the text was not compared with a source, for want of one."""
    message = "no source file is known, so the text was not compared with it"
    return finding("FD005", message, Location(file), help=HELP)
