"""Editions for the tests of annotation, and their marks as short texts."""

from collections.abc import Iterator

from documents import edition_of

from tei.alignment import align_edition
from tei.annotation import annotate, identify
from tei.diagnostics import Report
from tei.model.document import Edition, runs
from tei.model.inline import Choice, Date, Highlight, Name, Note, marks_in, plain_text

Mark = Highlight | Name | Date | Choice | Note


def annotated(text: str, report: Report | None = None) -> Edition:
    """The edition of `text` with everything that alignment and annotation find."""
    report = Report() if report is None else report
    edition = annotate(edition_of(text), report=report)
    return identify(align_edition(edition, report=report), report=report)


def names(edition: Edition, tag: str, *, version: str = "") -> list[str]:
    """Every name with this tag in document order."""
    return [text for text, mark in _marks(edition, version) if isinstance(mark, Name) and mark.tag == tag]


def dates(edition: Edition) -> list[tuple[str, str]]:
    """Every date as printed, and its value: a span as `from/to`."""
    found = [(text, mark) for text, mark in _marks(edition, "") if isinstance(mark, Date)]
    return [(text, mark.when or f"{mark.from_}/{mark.to}") for text, mark in found]


def choices(edition: Edition) -> list[tuple[str, str, str]]:
    """Every choice: its kind, what is printed, what is proposed."""
    return [(mark.kind, text, mark.reading) for text, mark in _marks(edition, "") if isinstance(mark, Choice)]


def refs(edition: Edition, *, version: str = "") -> dict[str, set[str]]:
    """The references of the names that are printed so, letter-spacing aside."""
    found: dict[str, set[str]] = {}
    for text, mark in _marks(edition, version):
        if isinstance(mark, Name) and mark.tag != "roleName":
            found.setdefault(mark.key or text, set()).add(mark.ref)
    return found


def _marks(edition: Edition, version_id: str) -> Iterator[tuple[str, Mark]]:
    for version in edition.versions:
        if version_id in ("", version.id):
            for _, run in runs(version):
                text = plain_text(run)
                yield from ((text[start:end], mark) for start, end, mark in marks_in(run))
