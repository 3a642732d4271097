"""When and where a document was made: from its own dateline, else from what says so less surely; and its correspondents."""

from collections.abc import Sequence
from dataclasses import replace

from tei.diagnostics import Report
from tei.model.document import Block, Edition, Role, Version, runs
from tei.model.header import Correspondent, Creation
from tei.model.inline import Date, Name, marks_in, plain_text
from tei.rules import finding

_DAY = len("2000-01-01")
_OF_TITLE = 0.7
_OF_LAST_WORDS = 0.6


def with_creation(edition: Edition, *, report: Report) -> Edition:
    """The edition with the date and place in the header of when and where it was made.

    They are those of the original's dateline, else of the first one found; or the day on which a newspaper printed it,
    the only day in the titles, the only day in the words directly above the signatures, the day that the metadata
    tell, in this order. A day of a title or of last words is reported, since it may be that of another event.
    """
    order = sorted(edition.versions, key=lambda version: version.role != "original")
    creation = next((found for version in order if (found := _of_datelines(version)).when), Creation())
    printed = edition.header.printed
    published = Creation(printed.published, printed.published_text, type="published")
    if not creation.when and published.when and (printed.journal or printed.page):
        creation = published  # what a newspaper prints is of that day
    if not creation.when:
        creation = next((found for version in order if (found := _supposed(edition, version, report)).when), published)
    return replace(edition, header=replace(edition.header, creation=creation)) if creation.when else edition


def with_people(edition: Edition) -> Edition:
    """The edition with a reference from each correspondent to the person of that name."""
    people = {name.text: entity.id for entity in edition.entities if entity.kind == "person" for name in entity.names}

    def refer(person: Correspondent) -> Correspondent:
        names = [text for tag, text in person.parts if tag == "persName"]
        return replace(person, ref=people.get(names[0], "")) if len(names) == 1 else person

    correspondents = tuple(map(refer, edition.header.correspondents))
    return replace(edition, header=replace(edition.header, correspondents=correspondents))


def _of_datelines(version: Version) -> Creation:
    """What the last dateline tells that has a day: it is that of the document as a whole."""
    lines = [block for block in version.blocks() if block.role is Role.DATELINE]
    return next((found for line in reversed(lines) if (found := _creation(version, line)).when), Creation())


def _creation(version: Version, line: Block) -> Creation:
    creation = Creation()
    for block, run in runs(version):
        if block.id != line.id:
            continue
        text = plain_text(run)
        for start, end, mark in marks_in(run):
            if isinstance(mark, Date) and mark.when[:1].isdigit() and not creation.when and not _in_remark(text, start):
                creation = replace(creation, when=mark.when, date_text=text[start:end])
            elif isinstance(mark, Name) and mark.tag == "placeName" and not creation.place:
                creation = replace(creation, place=text[start:end], place_ref=mark.ref, place_lang=version.lang)
    return creation


def _supposed(edition: Edition, version: Version, report: Report) -> Creation:
    """The only day in the version's titles, or in the paragraph above its first signature; reported.

    Where both have one, it is the title's, unless the last words are of a later year: the title of a protocol may name
    the day of the treaty that it amends.
    """
    titles, last_words = _around_the_text(version)
    of_title = _only_day(version, titles)
    of_last_words = _only_day(version, last_words)
    from_title = of_title is not None and not (of_last_words and of_last_words[0][:4] > of_title[0][:4])
    found = of_title if from_title else of_last_words
    if found is None:
        return Creation()
    when, text, block = found
    where = "the title" if from_title else "the words above the signatures"
    message = f"there is no dateline; {when} was taken from {where} ({block.id}) as the document's date"
    place = edition.source.decoded.location(block.span.start)
    help_ = "Check it; give the right one as `date` in a sidecar, or as a dateline in the source."
    report.add(finding("AN011", message, replace(place, xml_id=block.id), help=help_))
    return Creation(when, text, certainty=_OF_TITLE if from_title else _OF_LAST_WORDS)


def _around_the_text(version: Version) -> tuple[Sequence[Block], Sequence[Block]]:
    """The heads above the first paragraph, and the paragraph directly above the first signature."""
    blocks = [block for block in version.blocks() if block.role is not Role.NOTE]
    text = [index for index, block in enumerate(blocks) if block.role in (Role.P, Role.ITEM)]
    signed = next((index for index, block in enumerate(blocks) if block.role is Role.SIGNED), 0)
    first = text[0] if text else 0
    above = [index for index in text if index < signed][-1:]
    return [block for block in blocks[:first] if block.role is Role.HEAD], [blocks[index] for index in above]


def _only_day(version: Version, blocks: Sequence[Block]) -> tuple[str, str, Block] | None:
    """The day, with year and month, that is marked in `blocks`, as printed, its block; None where several are or none."""
    ids = {block.id for block in blocks}
    days = {
        mark.when[:_DAY]: (text[start:end], block)
        for block, run in runs(version)
        if block.id in ids
        for text in [plain_text(run)]
        for start, end, mark in marks_in(run)
        if isinstance(mark, Date) and mark.when[:1].isdigit() and len(mark.when) >= _DAY
    }
    return next(((when, *found) for when, found in days.items()), None) if len(days) == 1 else None


def _in_remark(text: str, start: int) -> bool:
    """Whether what begins at `start` stands in a remark in brackets after the dateline itself: “[Received May 3]”."""
    opened = text.rfind("[", 0, start)
    return opened > 0 and any(character.isalpha() for character in text[opened:start]) and "]" not in text[opened:start]
