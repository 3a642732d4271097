"""What the structure stage is not sure of, said for every block of which nothing has been said yet."""

from collections.abc import Sequence
from dataclasses import replace

from tei.diagnostics import Diagnostic, Report
from tei.model.document import Block, Edition
from tei.rules import finding

SURE = 0.8
"""What is less certain than this is a finding, and has @cert in the TEI."""

_SAID = ("ST002", "ST003", "ST004")
_OPENING = 40


def report_doubts(edition: Edition, *, report: Report) -> None:
    """ST009 for each block that is less than `SURE`, where no other finding tells of it."""
    said = _said(report.found)
    doubtful = [b for version in edition.versions for b in version.blocks() if b.certainty < SURE]
    for block in doubtful:
        place = edition.source.decoded.location(block.span.start)
        if place.line not in said:
            message = f"{_opening(block)} was read as {block.role}, certainty {block.certainty:.2f}: {block.reason}"
            help_ = "Say in a sidecar what it is; `tei inspect --sidecar` prints one to begin with."
            report.add(finding("ST009", message, replace(place, xml_id=block.id), help=help_))


def _said(found: Sequence[Diagnostic]) -> set[int]:
    return {each.location.line for each in found if each.rule.id in _SAID}


def _opening(block: Block) -> str:
    text = " ".join(block.text.split())
    return f"“{text}”" if len(text) <= _OPENING else f"“{text[:_OPENING].rstrip()}…”"
