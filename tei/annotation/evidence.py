"""What tells the day a document was made: kinds of evidence from the surest to the least, each with its reason.

A dateline is the document's own word. All else may be about another event: the day of a title may be that of the
treaty which it amends, that of a site the day of posting. So each kind gives a day only where it names one and no
other, and says how sure it is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tei.annotation.evidence_words import day_of_another, day_of_second, in_remark, names_document, tells_occasion
from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.languages.dates import days_of_no_year, find_dates
from tei.languages.sentences import split_sentences
from tei.model.document import Block, Edition, Role, Version, runs
from tei.model.header import Creation
from tei.model.inline import Date, Name, marks_in, plain_text
from tei.model.source import LedgerKind
from tei.model.span import Span

SIGNED, PUBLISHED = "signed", "published"
_DAY = len("2000-01-01")
_RUNNING = {True: 120, False: 50}  # characters of a paragraph that is running text, by whether words are set apart
_CAPTIONS, _LONGEST_CAPTION = 8, 400  # blocks and characters in which a line may stand that names the document
_FIRST = 3  # paragraphs of running text that may say on what occasion the document was made
_STALE = 5  # years that what is posted may be older than the last year that it names
_ADDRESS = re.compile(r"https?:|www\.")
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d:[0-5]\d(?!\d)")  # the time of day at which something was posted
_FOUR_FIGURES = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """When a document was made by one kind of evidence, with its certainty and reason, and where that stands."""

    creation: Creation
    span: Span | None = None
    id: str = ""


@dataclass(frozen=True, eq=False)
class _Reading:
    """A version of an edition, as the kinds of evidence ask about it."""

    edition: Edition
    version: Version

    @property
    def pack(self) -> LanguagePack:
        return pack_for(self.version.lang)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All but the notes."""
        return tuple(block for block in self.version.blocks() if block.role is not Role.NOTE)

    @cached_property
    def running(self) -> tuple[Block, ...]:
        """The paragraphs that are long enough to be running text."""
        least = _RUNNING[self.pack.names.spaced]
        return tuple(block for block in self.blocks if block.role is Role.P and len(block.text) >= least)

    @cached_property
    def above(self) -> tuple[Block, ...]:
        """The blocks above the first paragraph of running text."""
        return self.blocks[: self.blocks.index(self.running[0]) if self.running else 1]

    def years(self, *, without: Sequence[Block] = ()) -> list[int]:
        """The years, as numbers of four figures, that stand in its blocks."""
        return [int(year) for b in self.blocks if b not in without for year in _FOUR_FIGURES.findall(b.text)]


Kind = Callable[[_Reading], Evidence | None]


def day_of(edition: Edition) -> Evidence | None:
    """The surest evidence of the day that the document was made; None where there is none.

    The original is asked before other versions, and every version for one kind of evidence before the next kind.
    """
    order = sorted(edition.versions, key=lambda version: version.role != "original")
    readings = [_Reading(edition, version) for version in order]
    return next((found for kind in KINDS for reading in readings if (found := kind(reading))), None)


def _dateline(reading: _Reading) -> Evidence | None:
    """What the last dateline tells that has a day: it is that of the document as a whole."""
    lines = [block for block in reading.blocks if block.role is Role.DATELINE]
    found = (Evidence(_of_line(reading.version, line), line.span, line.id) for line in reversed(lines))
    return next((each for each in found if each.creation.when), None)


def _of_line(version: Version, line: Block) -> Creation:
    when, printed, place, ref = "", "", "", ""
    for block, run in runs(version):
        if block.id != line.id:
            continue
        text = plain_text(run)
        for start, end, mark in marks_in(run):
            if isinstance(mark, Date) and mark.when[:1].isdigit() and not when and not in_remark(text, start):
                when, printed = mark.when, text[start:end]
            elif isinstance(mark, Name) and mark.tag == "placeName" and not place:
                place, ref = text[start:end], mark.ref
    lang = version.lang if place else ""
    return Creation(when, printed, place, ref, lang, reason="its dateline")


def _newspaper(reading: _Reading) -> Evidence | None:
    """The day on which a newspaper printed it: what it prints is of that day."""
    printed = reading.edition.header.printed
    return _record(reading) if printed.journal or printed.page else None


def _record(reading: _Reading) -> Evidence | None:
    """The day that the metadata of the source give."""
    printed = reading.edition.header.printed
    creation = Creation(printed.published, printed.published_text, type=PUBLISHED, reason="the source's own record")
    return Evidence(creation) if printed.published else None


def _title(reading: _Reading) -> Evidence | None:
    """The only day in the titles, or at the end of a line that begins with the name of a document.

    The title of a protocol may name the day of the treaty that it amends: so not where the last words are of a later year.
    """
    heads = [block for block in reading.above if block.role is Role.HEAD]
    found = _only_day(reading, heads, 0.7, "the title", other=day_of_second) or _caption(reading)
    last = _last_words(reading)
    return None if found and last and last.creation.when[:4] > found.creation.when[:4] else found


def _caption(reading: _Reading) -> Evidence | None:
    """The day of a line such as “Telegram from A to B. 27 April 1939”, which begins with a document and ends with the day."""
    for line in reading.blocks[:_CAPTIONS]:
        if line.role is Role.HEAD or len(line.text) > _LONGEST_CAPTION:
            continue
        found = _only_day(reading, [line], 0.7, "a line that names the document", other=day_of_second)
        begins = names_document(" ".join(line.text.split()[:_FIRST]), reading.pack)
        if found and begins and line.text.rstrip(" .,;:)]。").endswith(found.creation.date_text.rstrip(".")):
            return found
    return None


def _last_words(reading: _Reading) -> Evidence | None:
    """The only day in the paragraph directly above the first signature, unless it is that of another document."""
    blocks = reading.blocks
    signed = next((index for index, block in enumerate(blocks) if block.role is Role.SIGNED), 0)
    above = [block for block in blocks[:signed] if block.role in (Role.P, Role.ITEM)][-1:]
    return _only_day(reading, above, 0.6, "the words above the signatures", other=day_of_another)


def _lines_above(reading: _Reading) -> Evidence | None:
    """The only day in the short lines above the text, without those of a site: they have an address or a time of day."""
    lines = [b for b in reading.above if b.role is not Role.HEAD and not _ADDRESS.search(b.text)]
    lines = [line for line in lines if not _CLOCK.search(line.text)]
    return _only_day(reading, lines, 0.6, "the lines above the text")


def _announced(reading: _Reading) -> Evidence | None:
    """The only day in a paragraph that ends with a colon and names a document: they signed the following statement."""
    leads = [block for block in reading.running[:_FIRST] if block.text.rstrip().endswith((":", "："))]
    named = [lead for lead in leads if names_document(lead.text, reading.pack)]
    return _only_day(reading, named, 0.6, "what announces the text", other=day_of_another)


def _occasion(reading: _Reading) -> Evidence | None:
    """The only day of a sentence that says, where the text begins, that its authors met or that it was signed or issued.

    Its year may be one that the text names further down together with the same day. A text that names a later year
    tells of the past.
    """
    for block in reading.running[:_FIRST]:
        for start, end in split_sentences(block.text, reading.pack):
            sentence = block.text[start:end]
            days = _days_of(sentence, reading) if tells_occasion(sentence, reading.pack) else []
            if len({when for when, _ in days}) != 1:
                continue
            when, printed = days[0]
            if max(reading.years(), default=0) <= int(when[:4]):
                creation = Creation(when, printed, certainty=0.5, reason="how the text begins")
                return Evidence(creation, block.span, block.id)
    return None


def _site(reading: _Reading) -> Evidence | None:
    """The only day that lines of a site or an address of the web say, where the text names a year that is little older.

    A line with a time of day tells when something was posted: it is asked last.
    """
    decoded = reading.edition.source.decoded
    lines = [b for b in reading.blocks if _ADDRESS.search(b.text) or (b in reading.above and _CLOCK.search(b.text))]
    spans = [entry.span for entry in reading.edition.ledger if entry.kind is LedgerKind.SITE]
    texts = [(span, decoded.text[span.start : span.end]) for span in (*spans, *(line.span for line in lines))]
    posted = [each for each in texts if _CLOCK.search(each[1])]
    found = _days_in([each for each in texts if each not in posted], reading.pack) or _days_in(posted, reading.pack)
    if len(found) != 1:
        return None
    ((when, (printed, span)),) = found.items()
    named = [year for year in reading.years(without=lines) if year <= int(when[:4])]
    if not named or int(when[:4]) - max(named) > _STALE:
        return None
    return Evidence(Creation(when, printed, type=PUBLISHED, certainty=0.4, reason="a line of the site"), span)


def _days_in(texts: Sequence[tuple[Span, str]], pack: LanguagePack) -> dict[str, tuple[str, Span]]:
    """Each day that lines name, as printed, and the line."""
    return {
        date.when: (text[date.start : date.end], span)
        for span, text in texts
        for date in find_dates(text, pack.dates)
        if len(date.when) >= _DAY
    }


KINDS: tuple[Kind, ...] = (
    _dateline,
    _newspaper,
    _title,
    _last_words,
    _lines_above,
    _announced,
    _record,
    _occasion,
    _site,
)


def _only_day(
    reading: _Reading,
    blocks: Sequence[Block],
    certainty: float,
    reason: str,
    *,
    other: Callable[[str, LanguagePack], bool] | None = None,
) -> Evidence | None:
    """The day, with year and month, that is marked in `blocks`; None where several are or none.

    `other` says of the text before a day whether it is that of another document; such days are passed over.
    """
    ids = {block.id for block in blocks}
    days = {
        mark.when[:_DAY]: (text[start:end], block)
        for block, run in runs(reading.version)
        if block.id in ids
        for text in [plain_text(run)]
        for start, end, mark in marks_in(run)
        if isinstance(mark, Date) and mark.when[:1].isdigit() and len(mark.when) >= _DAY
        if other is None or not other(text[:start], reading.pack)
    }
    if len(days) != 1:
        return None
    ((when, (printed, block)),) = days.items()
    return Evidence(Creation(when, printed, certainty=certainty, reason=reason), block.span, block.id)


def _days_of(sentence: str, reading: _Reading) -> list[tuple[str, str]]:
    """The days of a sentence as ISO 8601 and as printed; one of no year in the year that the text names with it."""
    whole = [d for d in find_dates(sentence, reading.pack.dates) if len(d.when) >= _DAY]
    if whole:
        own = (d for d in whole if not day_of_another(sentence[: d.start], reading.pack))
        return [(d.when[:_DAY], sentence[d.start : d.end]) for d in own]
    marks = (mark for _, run in runs(reading.version) for _, _, mark in marks_in(run) if isinstance(mark, Date))
    named = sorted({mark.when[:_DAY] for mark in marks})
    found = []
    for day in days_of_no_year(sentence, reading.pack.dates):
        same = [when for when in named if when[len("2000") :] == day.when[len("2000") :]]
        found.append((same[0] if len(same) == 1 else "", sentence[day.start : day.end]))
    return [] if any(not when for when, _ in found) else found
