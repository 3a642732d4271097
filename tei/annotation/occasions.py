"""Dates: marked in every block, and checked against each other."""

from tei.diagnostics import Report
from tei.languages import pack_for
from tei.languages.dates import DateMatch, doubtful_dates, find_dates
from tei.model.document import Block, Edition, Role, Version, map_runs, runs
from tei.model.inline import Date, Inline, SourceOffsets, Wrapper, marks_in, plain_text, texts, wrap
from tei.rules import finding


def mark_dates(edition: Edition, version: Version, *, report: Report) -> Version:
    """The version with each date and span of dates in a `Date` mark.

    The year of the version's dateline resolves words that point at it (“this year”); without one they stay unmarked.
    """
    words = pack_for(version.lang).dates
    if not words.templates:
        return version
    reference = _reference(version)

    def mark(_block: Block, run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        text = plain_text(run)
        for doubt in doubtful_dates(text, words, reference=reference):
            place = edition.source.decoded.location(SourceOffsets(run)[doubt.start])
            help_ = "Correct the source, or encode the date by hand; it was left unmarked unless its reading is sure."
            report.add(finding("AN004", f"“{text[doubt.start : doubt.end]}”: {doubt.note}", place, help=help_))
        found = find_dates(text, words, reference=reference)
        return wrap(run, [(match.start, match.end, _maker(match)) for match in found])

    return map_runs(version, mark)


def _maker(match: DateMatch) -> Wrapper:
    cert = "" if match.certainty >= 0.8 else "medium" if match.certainty >= 0.5 else "low"

    def make(content: tuple[Inline, ...]) -> Inline:
        return Date(content, when=match.when, from_=match.from_, to=match.to, cert=cert)

    return make


def _reference(version: Version) -> tuple[int, ...] | None:
    """Year, month and day of the version's dateline, as far as it gives them."""
    words = pack_for(version.lang).dates
    for block in version.blocks():
        if block.role is Role.DATELINE and (found := find_dates(block.text, words)) and found[0].when:
            return tuple(int(part) for part in found[0].when.split("T")[0].split("-"))
    return None


def check_dates(edition: Edition, *, report: Report) -> None:
    """Reports a dateline that lies before the end of an event which the text says took place.

    Only spans given to the day count, and only those that begin before the dateline: others are plans.
    """
    for version in edition.versions:
        dates = [
            (block, text, mark)
            for block, run in runs(version)
            for text in [plain_text(run)]
            for _, _, mark in marks_in(run)
            if isinstance(mark, Date)
        ]
        lines = [(b, mark) for b, _, mark in dates if b.role is Role.DATELINE and len(mark.when) >= 10]
        if not lines:
            continue
        line, made = lines[-1]
        for block, _, mark in dates:
            if len(mark.to) >= 10 and len(mark.from_) >= 10 and mark.from_ <= made.when[:10] < mark.to:
                decoded = edition.source.decoded
                span = next(texts(mark.content)).span
                message = f"the dateline ({made.when}) lies before the end of {mark.from_} to {mark.to}, which {block.id} reports"
                help_ = "Check both dates against the original; both are encoded as printed."
                place = decoded.location(line.span.start)
                report.add(finding("AN001", message, place, help=help_, related=(decoded.location(span.start),)))
