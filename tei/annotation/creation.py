"""When and where a document was made, by the surest evidence of it; and its correspondents."""

from dataclasses import replace

from tei.annotation.evidence import day_of
from tei.diagnostics import Report
from tei.model.document import Edition
from tei.model.header import Correspondent
from tei.rules import finding

SURE = 0.8  # what is less certain is reported


def with_creation(edition: Edition, *, report: Report) -> Edition:
    """The edition with the date and place in the header of when and where it was made, by the surest evidence.

    What is less than certain is reported (AN011), since it may be the day of another event.
    """
    found = day_of(edition)
    if found is None:
        return edition
    creation = found.creation
    if creation.certainty < SURE:
        at = f" ({found.id})" if found.id else ""
        message = f"there is no dateline; {creation.when} was taken from {creation.reason}{at} as the document's date"
        place = edition.source.decoded.location(found.span.start if found.span else 0)
        help_ = "Check it; give the right one as `date` under [metadata] in a sidecar, or as a dateline in the source."
        report.add(finding("AN011", message, replace(place, xml_id=found.id), help=help_))
    return replace(edition, header=replace(edition.header, creation=creation))


def with_people(edition: Edition) -> Edition:
    """The edition with a reference from each correspondent to the person of that name."""
    people = {name.text: entity.id for entity in edition.entities if entity.kind == "person" for name in entity.names}

    def refer(person: Correspondent) -> Correspondent:
        names = [text for tag, text in person.parts if tag == "persName"]
        return replace(person, ref=people.get(names[0], "")) if len(names) == 1 else person

    correspondents = tuple(map(refer, edition.header.correspondents))
    return replace(edition, header=replace(edition.header, correspondents=correspondents))
