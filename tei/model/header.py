"""What the header says: facts found in the source, and what the collection's settings add."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Title:
    """A main title in the language of a version. `text` is regularized: no broken lines."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class PrintedOriginal:
    """The printed original that the source tells of; "" where it says nothing.

    `published` is ISO 8601 with `published_text` as printed; `page` and `column` are numbers or names as printed.
    """

    title: Title | None = None
    journal: str = ""
    published: str = ""
    published_text: str = ""
    page: str = ""
    page_text: str = ""
    column: str = ""

    def __bool__(self) -> bool:
        return any((self.journal, self.published, self.page, self.column))


@dataclass(frozen=True, slots=True)
class Creation:
    """Where and when the document was made. `date_text` is as printed, `certainty` (0–1) how sure the date is, `reason` why.

    `type` is "signed", or "published" where only the day is known on which the text was printed.
    """

    when: str = ""
    date_text: str = ""
    place: str = ""
    place_ref: str = ""
    place_lang: str = ""
    type: str = "signed"
    certainty: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Who sent or received the document: TEI `correspAction`, whose `@type` is `kind` ("sent", "received").

    `parts` are the pieces as printed, each with its tag: persName, roleName, rank or orgName. `lang` is the language
    of their text, `ref` the id of the entity that the name is one of, `certainty` (0–1) how sure it is, `reason` why.
    """

    kind: str
    parts: tuple[tuple[str, str], ...]
    lang: str = ""
    certainty: float = 1.0
    reason: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Facts of the header that come from the source. Nothing here is invented; what is unknown is empty.

    `genre` is a term such as "communiqué" or "". `usage` maps language tags to percentages of the text, which add up
    to 100.
    """

    titles: tuple[Title, ...] = ()
    authors: tuple[str, ...] = ()
    printed: PrintedOriginal = PrintedOriginal()
    creation: Creation = Creation()
    correspondents: tuple[Correspondent, ...] = ()
    genre: str = ""
    usage: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody responsible, from tei.toml: a `respStmt`. `id` is an xml:id."""

    id: str
    name: str
    resp: str


@dataclass(frozen=True, slots=True)
class HeaderSettings:
    """What the collection's tei.toml gives to every header.

    `date` is the encoding date (ISO 8601), `licence` a URI and `licence_text` its name; `schemas` are the hrefs of
    the `xml-model` instructions. "" means not given.
    """

    publisher: str = ""
    pub_place: str = ""
    series: str = ""
    licence: str = ""
    licence_text: str = ""
    availability: str = ""
    date: str = ""
    idno_prefix: str = ""
    people: tuple[Person, ...] = ()
    schemas: tuple[str, ...] = field(default=("../schemas/tei-edition.rng", "../schemas/tei-edition.sch"))
