"""When and where a document was made, from its own dateline; who sent it to whom, as entities of the edition."""

from dataclasses import replace

from tei.model.document import Block, Edition, Role, Version, runs
from tei.model.header import Correspondent, Creation
from tei.model.inline import Date, Name, marks_in, plain_text


def with_creation(edition: Edition) -> Edition:
    """The edition with the date and place of its dateline in the header: the original's, else the first one found."""
    order = sorted(edition.versions, key=lambda version: version.role != "original")
    for version in order:
        lines = [block for block in version.blocks() if block.role is Role.DATELINE]
        for block in reversed(lines):  # the last one is that of the document as a whole
            creation = _creation(version, block)
            if creation.when:
                return replace(edition, header=replace(edition.header, creation=creation))
    printed = edition.header.printed
    if printed.published and (printed.journal or printed.page):  # what a newspaper prints is of that day
        creation = Creation(printed.published, printed.published_text, type="published")
        return replace(edition, header=replace(edition.header, creation=creation))
    return edition


def with_people(edition: Edition) -> Edition:
    """The edition with a reference from each correspondent to the person of that name."""
    people = {name.text: entity.id for entity in edition.entities if entity.kind == "person" for name in entity.names}

    def refer(person: Correspondent) -> Correspondent:
        names = [text for tag, text in person.parts if tag == "persName"]
        return replace(person, ref=people.get(names[0], "")) if len(names) == 1 else person

    correspondents = tuple(map(refer, edition.header.correspondents))
    return replace(edition, header=replace(edition.header, correspondents=correspondents))


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


def _in_remark(text: str, start: int) -> bool:
    """Whether what begins at `start` stands in a remark in brackets after the dateline itself: “[Received May 3]”."""
    opened = text.rfind("[", 0, start)
    return opened > 0 and any(character.isalpha() for character in text[opened:start]) and "]" not in text[opened:start]
