"""Annotation: dates, stray words, names and glyphs marked in the text of an edition."""

from dataclasses import replace

from tei.annotation.creation import with_creation, with_people
from tei.annotation.occasions import check_dates, mark_dates
from tei.annotation.references import identify as _identify
from tei.annotation.variants import mark_strays, regularize_glyphs
from tei.diagnostics import Report
from tei.model.document import Edition

__all__ = ["annotate", "identify"]


def annotate(edition: Edition, *, report: Report) -> Edition:
    """The edition with dates and stray foreign words marked. The alignment uses the dates."""
    versions = tuple(
        mark_strays(edition, mark_dates(edition, version, report=report), report=report) for version in edition.versions
    )
    return replace(edition, versions=versions)


def identify(edition: Edition, *, report: Report) -> Edition:
    """The aligned edition with persons, places and organizations identified, and glyphs regularized.

    Glyphs come last: a run of them is parted at the borders of the marks that are there.
    """
    named = with_people(with_creation(_identify(edition), report=report))
    check_dates(named, report=report)
    versions = tuple(regularize_glyphs(named, version, report=report) for version in named.versions)
    return replace(named, versions=versions)
