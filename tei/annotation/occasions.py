"""Dates: marked in every block, and checked against each other."""

from dataclasses import replace

from tei.diagnostics import Report
from tei.languages import pack_for
from tei.languages.base import DateWords
from tei.languages.dates import DateMatch, all_dates, days_of_no_year, find_dates, words_for_dateline
from tei.model.document import Block, Edition, Role, Version, map_runs, runs
from tei.model.inline import Date, Inline, SourceOffsets, Wrapper, marks_in, plain_text, texts, wrap
from tei.rules import finding

_DOUBT = 0.8
_AROUND = 0.6  # how sure the year of a dateline is that its title or metadata gives


def mark_dates(edition: Edition, version: Version, *, report: Report) -> Version:
    """The version with each date and span of dates in a `Date` mark.

    The year of the version's dateline resolves words that point at it (“this year”); without one they stay unmarked.
    """
    plain = pack_for(version.lang).dates
    if not plain.templates:
        return version
    reference = _reference(version)

    def mark(block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        text = plain_text(run)
        words = words_for_dateline(text, plain) if block.role is Role.DATELINE else plain
        dates = all_dates(text, words, reference=reference)
        for doubt in (date for date in dates if date.note):
            place = edition.source.decoded.location(SourceOffsets(run)[doubt.start])
            help_ = "Correct the source, or encode the date by hand; it was left unmarked unless its reading is sure."
            report.add(finding("AN004", f"“{text[doubt.start : doubt.end]}”: {doubt.note}", place, help=help_))
        found = tuple(date for date in dates if date.when or date.from_)
        if block.role is Role.DATELINE:
            found = found or _of_no_year(text, words, edition)
            for date in found:
                if date.certainty < _DOUBT:
                    place = edition.source.decoded.location(SourceOffsets(run)[date.start])
                    message = f"“{text[date.start : date.end]}” was read as {date.when or date.from_}"
                    report.add(finding("AN010", message, place, help="Check the year; it is marked with @cert."))
        return wrap(run, [(match.start, match.end, _maker(match)) for match in found])

    return map_runs(version, mark)


def _of_no_year(text: str, words: DateWords, edition: Edition) -> tuple[DateMatch, ...]:
    """The first day of a dateline that does not say its year, in the year around it; without one, of no year."""
    year = _year_around(edition)
    days = days_of_no_year(text, words, year=year or 2000)[:1]
    if year:
        return tuple(replace(day, certainty=_AROUND) for day in days)
    return tuple(replace(day, when="-" + day.when[len("2000") :]) for day in days)  # --09-04, as XML Schema writes it


def _maker(match: DateMatch) -> Wrapper:
    cert = "" if match.certainty >= _DOUBT else "medium" if match.certainty >= 0.5 else "low"

    def make(content: tuple[Inline, ...]) -> Inline:
        return Date(content, when=match.when, from_=match.from_, to=match.to, cert=cert)

    return make


def _year_around(edition: Edition) -> int:
    """The one year that the titles and the metadata of the document name, or else its other datelines; 0 for none or several."""
    dated: dict[Role, set[str]] = {Role.HEAD: {edition.header.printed.published[:4]}, Role.DATELINE: set()}
    for version in edition.versions:
        for block in version.blocks():
            if block.role in dated:
                dates = find_dates(block.text, pack_for(version.lang).dates)
                dated[block.role].update(date.when[:4] for date in dates)
    values = next((years - {""} for years in dated.values() if years - {""}), set())
    return int(min(values)) if len(values) == 1 else 0


def _reference(version: Version) -> tuple[int, ...] | None:
    """Year, month and day of the version's dateline, as far as it gives them."""
    plain = pack_for(version.lang).dates
    for block in version.blocks():
        if block.role is not Role.DATELINE:
            continue
        found = find_dates(block.text, words_for_dateline(block.text, plain))
        if found and found[0].when:
            return tuple(int(part) for part in found[0].when.split("T")[0].split("-"))
    return None


def check_dates(edition: Edition, *, report: Report) -> None:
    """Reports a dateline that lies before the end of an event which the text says took place.

    Only spans given to the day count, and only those that begin before the dateline: others are plans.
    """
    for version in edition.versions:
        dates = [
            (block, mark) for block, run in runs(version) for _, _, mark in marks_in(run) if isinstance(mark, Date)
        ]
        lines = [(b, mark) for b, mark in dates if b.role is Role.DATELINE and len(mark.when) >= 10]
        if not lines:
            continue
        line, made = lines[-1]
        for block, mark in dates:
            if len(mark.to) >= 10 and len(mark.from_) >= 10 and mark.from_ <= made.when[:10] < mark.to:
                decoded = edition.source.decoded
                span = next(texts(mark.content)).span
                message = f"the dateline ({made.when}) lies before the end of {mark.from_} to {mark.to}, which {block.id} reports"
                help_ = "Check both dates against the original; both are encoded as printed."
                place = decoded.location(line.span.start)
                report.add(finding("AN001", message, place, help=help_, related=(decoded.location(span.start),)))
