"""The table at the end of a conversion: every edition at a glance."""

from dataclasses import dataclass, field

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


TABLE_ROWS = 200
"""Sources of a run that are listed one by one."""


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


@dataclass(slots=True)
class Tally:
    """The rows of a run as they come: those of a small one for a table, of a large one only how many there are."""

    sources: int = 0
    written: int = 0
    known: int = 0
    failed: int = 0
    rows: list[EditionRow] = field(default_factory=list)
    checks: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, row: EditionRow, *, known: bool = False) -> None:
        """Counts a row; `known` says that an earlier run made it."""
        self.sources += 1
        self.known += known
        if row.summary is None:
            self.failed += 1
        else:
            self.written += 1
            self.checks.add(row.checks)
        if len(self.rows) <= TABLE_ROWS:
            self.rows.append(row)


def editions_table(tally: Tally, page: Page) -> str:
    """The rows as a table, then how many there are and what they were checked against.

    Of more rows than `TABLE_ROWS` there is no table: nobody reads it, and it would have to be held in memory.
    """
    if tally.sources > TABLE_ROWS:
        return _closing(tally)
    cells = [_cells(row) for row in tally.rows]
    missing = [number for number, row in enumerate(tally.rows) if row.summary is None]
    return table(_COLUMNS, cells, page, dim=missing) + "\n" + _closing(tally)


def _cells(row: EditionRow) -> tuple[str, ...]:
    found = tally(row.findings)
    if row.summary is None:
        return (row.file, "(not written)", "", "", "", "", found)
    summary = row.summary
    paragraphs, signatories = (" + ".join(map(str, n)) for n in (summary.paragraphs, summary.signatories))
    return (row.file, summary.title, ", ".join(summary.versions), paragraphs, str(summary.links), signatories, found)


def _closing(tally: Tally) -> str:
    known = f", {tally.known} of them unchanged since the last run" if tally.known else ""
    lines = [
        f"{count(tally.written, 'edition')} of {count(tally.sources, 'source')}{known}; * marks the original version."
    ]
    lines += [f"Checked: {', '.join(names)}." for names in sorted(tally.checks)]
    if any("tei_all" not in names for names in tally.checks):
        lines.append("Not checked against TEI's own schema, tei_all: `tei schema fetch` gets it.")
    return "\n".join(lines) + "\n"


def _count(version: Version, role: Role) -> int:
    return sum(block.role is role for block in version.blocks())
