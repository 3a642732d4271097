"""The table at the end of a conversion: every edition at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from tei.diagnostics import Diagnostic
from tei.model.document import Edition, Role, Version
from tei.reporting.page import Page
from tei.reporting.tables import Column, table
from tei.reporting.words import count, tally

_COLUMNS = (
    Column("Edition", cut=True),
    Column("Title", cut=True),
    Column("Versions"),
    Column("Paragraphs", right=True),
    Column("Links", right=True),
    Column("Signatories", right=True),
    Column("Findings"),
)


@dataclass(frozen=True, slots=True)
class Summary:
    """An edition in figures: `paragraphs` and `signatories` for each version, in the order of `versions`.

    `versions` are language tags, the original's with a star; `links` counts those between blocks.
    """

    title: str
    versions: tuple[str, ...]
    paragraphs: tuple[int, ...]
    links: int
    signatories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One source of a run: the file written, by name, or the source where `summary` is None: there is no edition."""

    file: str
    summary: Summary | None
    findings: tuple[Diagnostic, ...]
    checks: tuple[str, ...] = ()


def summarize(edition: Edition) -> Summary:
    """The figures of an edition."""
    titles = edition.header.titles
    beads = (b for alignment in edition.alignments if alignment.level == "block" for b in alignment.beads)
    return Summary(
        title=titles[0].text if titles else "",
        versions=tuple(v.lang + ("*" if v.role == "original" else "") for v in edition.versions),
        paragraphs=tuple(_count(version, Role.P) for version in edition.versions),
        links=sum(bool(bead.source and bead.target) for bead in beads),
        signatories=tuple(_count(version, Role.SIGNED) for version in edition.versions),
    )


def editions_table(rows: Sequence[EditionRow], page: Page) -> str:
    """The rows as a table, then how many there are and what they were checked against."""
    cells = [_cells(row) for row in rows]
    missing = [number for number, row in enumerate(rows) if row.summary is None]
    return table(_COLUMNS, cells, page, dim=missing) + "\n" + _closing(rows)


def _cells(row: EditionRow) -> tuple[str, ...]:
    found = tally(row.findings)
    if row.summary is None:
        return (row.file, "(not written)", "", "", "", "", found)
    summary = row.summary
    paragraphs, signatories = (" + ".join(map(str, n)) for n in (summary.paragraphs, summary.signatories))
    return (row.file, summary.title, ", ".join(summary.versions), paragraphs, str(summary.links), signatories, found)


def _closing(rows: Sequence[EditionRow]) -> str:
    written = [row for row in rows if row.summary is not None]
    lines = [f"{count(len(written), 'edition')} of {count(len(rows), 'source')}; * marks the original version."]
    checks = sorted({row.checks for row in written})
    lines += [f"Checked: {', '.join(names)}." for names in checks]
    if any("tei_all" not in names for names in checks):
        lines.append("Not checked against TEI's own schema, tei_all: `tei schema fetch` gets it.")
    return "\n".join(lines) + "\n"


def _count(version: Version, role: Role) -> int:
    return sum(block.role is role for block in version.blocks())
