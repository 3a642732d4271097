"""What tells the day a document was made: kinds of evidence from the surest to the least, each with its reason.

A dateline is the document's own word. All else may be about another event: the day of a title may be that of the
treaty which it amends, that of a site the day of posting. So each kind gives a day only where it names one and no
other, and says how sure it is.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from tei.annotation.evidence_reading import DAY, Evidence, Reading, days_in, only_day
from tei.annotation.evidence_words import (
    day_of_another,
    day_of_second,
    in_remark,
    names_document,
    stands_beside_day,
    tells_occasion,
)
from tei.languages.base import LanguagePack
from tei.languages.dates import days_of_no_year, find_dates
from tei.languages.sentences import split_sentences
from tei.model.document import Block, Division, Edition, Role, Version, runs, walk_blocks
from tei.model.header import Creation
from tei.model.inline import Date, Name, marks_in, plain_text
from tei.model.source import LedgerKind

PUBLISHED = "published"
_CAPTIONS, _LONGEST_CAPTION = 8, 400  # blocks and characters in which a line may stand that names the document
_FIRST = 3  # paragraphs of running text that may say on what occasion the document was made
_MOST_SENTENCES = 12  # of such a paragraph: it may be all of the text
_LONGEST_ALONE = 90  # characters of a line or first sentence that is a date
_STALE = 5  # years that what is posted may be older than the last year that it names
_ADDRESS = re.compile(r"https?:|www\.")
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d:[0-5]\d(?!\d)")  # the time of day at which something was posted


Kind = Callable[[Reading], Evidence | None]


def day_of(edition: Edition) -> Evidence | None:
    """The surest evidence of the day that the document was made; None where there is none.

    The original is asked before other versions, and every version for one kind of evidence before the next kind.
    """
    order = sorted(edition.versions, key=lambda version: version.role != "original")
    readings = [Reading(edition, version) for version in order]
    return next((found for kind in KINDS for reading in readings if (found := kind(reading))), None)


def _dateline(reading: Reading) -> Evidence | None:
    """What the last dateline tells that has a day: it is that of the document as a whole, of several the first."""
    documents = [node for node in reading.version.content if isinstance(node, Division) and node.type == "document"]
    parts = [[*walk_blocks(part.content)] for part in documents[:1]] + [[*reading.blocks]]
    lines = next((dated for part in parts if (dated := [b for b in part if b.role is Role.DATELINE])), [])
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


def _newspaper(reading: Reading) -> Evidence | None:
    """The day on which a newspaper printed it: what it prints is of that day."""
    printed = reading.edition.header.printed
    return _record(reading) if printed.journal or printed.page else None


def _record(reading: Reading) -> Evidence | None:
    """The day that the metadata of the source give."""
    printed = reading.edition.header.printed
    creation = Creation(printed.published, printed.published_text, type=PUBLISHED, reason="the source's own record")
    return Evidence(creation) if printed.published else None


def _line_alone(reading: Reading) -> Evidence | None:
    """The only day of lines and first sentences that are a day, or a day behind names and the small words of datelines."""
    blocks = [block for block in reading.blocks if block.role in (Role.P, Role.AB, Role.ITEM, Role.TRAILER)]
    found = {day.creation.when: day for block in blocks if (day := _day_alone(block, reading.pack))}
    return next(iter(found.values())) if len(found) == 1 else None


def _day_alone(block: Block, pack: LanguagePack) -> Evidence | None:
    dates = find_dates(block.text[:_LONGEST_ALONE], pack.dates)
    if not dates or len(dates[0].when) < DAY or not stands_beside_day(block.text[: dates[0].start], pack):
        return None
    after = block.text[dates[-1].end :].lstrip(' .,;:)]。」”"')
    ended = block.text[dates[-1].end :].lstrip()[:1] in (*".。", *"—–-")
    if after and not ended:
        return None
    printed = block.text[dates[0].start : dates[0].end]
    creation = Creation(dates[0].when[:DAY], printed, certainty=0.75, reason="a line that is a date")
    return Evidence(creation, block.span, block.id)


def _labelled(reading: Reading) -> Evidence | None:
    """The only day behind a label for dates, in lines that were set aside."""
    text = reading.edition.source.decoded.text
    keys = (*reading.pack.metadata_keys.get("date", ()), *reading.pack.layout.form_labels.get("date", "").split(";"))
    labels = tuple(filter(None, keys))
    lines = [(e.span, text[e.span.start : e.span.end]) for e in reading.edition.ledger if e.kind is LedgerKind.SITE]
    days = days_in([(span, line) for span, line in lines if line.casefold().startswith(labels)], reading.pack)
    if len(days) != 1:
        return None
    ((when, (printed, span)),) = days.items()
    return Evidence(Creation(when, printed, certainty=0.7, reason="a line that is labelled as a date"), span)


def _title(reading: Reading) -> Evidence | None:
    """The only day in the titles, or at the end of a line that begins with the name of a document.

    The title of a protocol may name the day of the treaty that it amends: so not where the last words are of a later year.
    """
    heads = [block for block in reading.above if block.role is Role.HEAD]
    found = only_day(reading, heads, 0.7, "the title", other=day_of_second) or _caption(reading)
    last = _last_words(reading)
    return None if found and last and last.creation.when[:4] > found.creation.when[:4] else found


def _caption(reading: Reading) -> Evidence | None:
    """The day of a line such as “Telegram from A to B. 27 April 1939”, which begins with a document and ends with the day."""
    for line in reading.blocks[:_CAPTIONS]:
        if line.role is Role.HEAD or len(line.text) > _LONGEST_CAPTION:
            continue
        found = only_day(reading, [line], 0.7, "a line that names the document", other=day_of_second)
        begins = names_document(" ".join(line.text.split()[:_FIRST]), reading.pack)
        if found and begins and line.text.rstrip(" .,;:)]。").endswith(found.creation.date_text.rstrip(".")):
            return found
    return None


def _last_words(reading: Reading) -> Evidence | None:
    """The only day in the paragraph directly above the first signature, unless it is that of another document."""
    blocks = reading.blocks
    signed = next((index for index, block in enumerate(blocks) if block.role is Role.SIGNED), 0)
    above = [block for block in blocks[:signed] if block.role in (Role.P, Role.ITEM)][-1:]
    return only_day(reading, above, 0.6, "the words above the signatures", other=day_of_another)


def _lines_above(reading: Reading) -> Evidence | None:
    """The only day in the short lines above the text, without those of a site: they have an address or a time of day."""
    lines = [b for b in reading.above if b.role is not Role.HEAD and not _ADDRESS.search(b.text)]
    lines = [line for line in lines if not _CLOCK.search(line.text)]
    return only_day(reading, lines, 0.6, "the lines above the text")


def _announced(reading: Reading) -> Evidence | None:
    """The only day in a paragraph that ends with a colon and names a document: they signed the following statement."""
    leads = [block for block in reading.running[:_FIRST] if block.text.rstrip().endswith((":", "："))]
    named = [lead for lead in leads if names_document(lead.text, reading.pack)]
    return only_day(reading, named, 0.6, "what announces the text", other=day_of_another)


def _occasion(reading: Reading) -> Evidence | None:
    """The only day of a sentence that says, where the text begins, that its authors met or that it was signed or issued.

    Its year may be one that the text names further down together with the same day. A text that names a later year
    tells of the past.
    """
    for block in reading.running[:_FIRST]:
        text = block.text
        for start, end in islice(split_sentences(text, reading.pack), _MOST_SENTENCES):
            sentence = text[start:end]
            days = _days_of(sentence, reading) if tells_occasion(sentence, reading.pack) else []
            if len({when for when, _ in days}) != 1:
                continue
            when, printed = days[0]
            if max(reading.years(), default=0) <= int(when[:4]):
                creation = Creation(when, printed, certainty=0.5, reason="how the text begins")
                return Evidence(creation, block.span, block.id)
    return None


def _source_note(reading: Reading) -> Evidence | None:
    """The only day in the notes above the text, which say where it was printed."""
    end = reading.running[0].span.start if reading.running else 0
    notes = [b for b in reading.version.blocks() if b.role is Role.NOTE and b.span.start < end]
    found = only_day(reading, notes, 0.5, "a note of where it was printed")
    return found and replace(found, creation=replace(found.creation, type=PUBLISHED))


def _site(reading: Reading) -> Evidence | None:
    """The only day that lines of a site or an address of the web say, where the text names a year that is little older.

    A line with a time of day tells when something was posted: it is asked last.
    """
    decoded = reading.edition.source.decoded
    lines = [b for b in reading.blocks if _ADDRESS.search(b.text) or (b in reading.above and _CLOCK.search(b.text))]
    spans = [entry.span for entry in reading.edition.ledger if entry.kind is LedgerKind.SITE]
    texts = [(span, decoded.text[span.start : span.end]) for span in (*spans, *(line.span for line in lines))]
    posted = [each for each in texts if _CLOCK.search(each[1])]
    found = days_in([each for each in texts if each not in posted], reading.pack) or days_in(posted, reading.pack)
    if len(found) != 1:
        return None
    ((when, (printed, span)),) = found.items()
    named = [year for year in reading.years(without=lines) if year <= int(when[:4])]
    if not named or int(when[:4]) - max(named) > _STALE:
        return None
    return Evidence(Creation(when, printed, type=PUBLISHED, certainty=0.4, reason="a line of the site"), span)


KINDS: tuple[Kind, ...] = (
    _dateline,
    _newspaper,
    _line_alone,
    _labelled,
    _title,
    _last_words,
    _lines_above,
    _announced,
    _record,
    _occasion,
    _source_note,
    _site,
)


def _days_of(sentence: str, reading: Reading) -> list[tuple[str, str]]:
    """The days of a sentence as ISO 8601 and as printed; one of no year in the year that the text names with it."""
    whole = [d for d in find_dates(sentence, reading.pack.dates) if len(d.when) >= DAY]
    if whole:
        own = (d for d in whole if not day_of_another(sentence[: d.start], reading.pack))
        return [(d.when[:DAY], sentence[d.start : d.end]) for d in own]
    marks = (mark for _, run in runs(reading.version) for _, _, mark in marks_in(run) if isinstance(mark, Date))
    named = sorted({mark.when[:DAY] for mark in marks})
    found = []
    for day in days_of_no_year(sentence, reading.pack.dates):
        same = [when for when in named if when[len("2000") :] == day.when[len("2000") :]]
        found.append((same[0] if len(same) == 1 else "", sentence[day.start : day.end]))
    return [] if any(not when for when, _ in found) else found
