"""What the collection's own pages need to know of an edition: taken from it once, and kept until it changes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any
from urllib.parse import quote

from lxml import etree
from markupsafe import Markup

from tei.names import XML_ID, local_name, tei
from tei.publishers.reading import (
    SEGMENTS,
    blocks_of,
    blocks_outside,
    language_of,
    pieces_of,
    text_of,
    text_part,
    versions_of,
)
from tei.publishers.site.behaviours import ENTITIES, ENTRIES
from tei.publishers.site.languages import direction


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or date in the text: as printed, and the id of the segment that it stands in ("" for none)."""

    target: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organization of one edition; `page` is the index page it is on.

    `key` tells it from others of the collection: its id, which is made from its name, or its `@ref` to an authority.
    `line` is what the index page says of this edition, in HTML: with a link to each of the `mentions`, which it counts.
    """

    page: str
    id: str
    key: str
    names: tuple[tuple[str, str], ...]
    mentions: int
    line: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A searchable piece of text: id, language, text as printed, and its regularized form where that differs."""

    id: str
    lang: str
    printed: str
    regular: str


@dataclass(frozen=True, slots=True)
class Record:
    """An edition as the collection sees it. `titles` are pairs of language tag and title; dates are ISO 8601.

    `dates` are those that the text mentions: the date, the id of the segment, and what the page of dates says, in HTML.
    `searchable` is a JSON list of what `segments` gives: most of a record, which few builds look into.
    """

    stem: str
    digest: str
    titles: tuple[tuple[str, str], ...]
    authors: tuple[str, ...]
    date: str
    date_text: str
    place: str
    genre: str
    langs: tuple[str, ...]
    publisher: str
    published: str
    licence: str
    licence_text: str
    editors: tuple[str, ...]
    idno: str
    source: str
    entities: tuple[Entity, ...]
    dates: tuple[tuple[str, str, str], ...]
    searchable: str

    @property
    def title(self) -> str:
        """The titles in all languages, one after the other; the file's name where there is none."""
        return " · ".join(text for _, text in self.titles) or self.stem

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The searchable pieces of the text, in order."""
        return tuple(Segment(*each) for each in json.loads(self.searchable))

    def to_json(self) -> str:
        """The record as JSON."""
        return _json(self)

    @classmethod
    def from_json(cls, text: str) -> "Record":
        """The record that `to_json` gave; ValueError, KeyError or TypeError where it is none."""
        data = json.loads(text)
        entities = tuple(
            Entity(**{**each, "names": tuple((lang, name) for lang, name in each["names"])})
            for each in data.pop("entities")
        )
        dates = tuple((when, target, line) for when, target, line in data.pop("dates"))
        titles = tuple((lang, title) for lang, title in data.pop("titles"))
        data |= {name: tuple(data[name]) for name in ("authors", "langs", "editors")}
        return cls(**data, titles=titles, entities=entities, dates=dates)


def _json(data: object) -> str:
    return json.dumps(data, default=_fields, ensure_ascii=False, separators=(",", ":"))


def _fields(each: object) -> dict[str, Any]:
    return {field.name: getattr(each, field.name) for field in fields(each)}  # type: ignore[arg-type]


def record_of(root: etree._Element, stem: str, digest: str) -> Record:
    """What the collection needs to know of the TEI document `root`, the edition called `stem`."""
    text = text_part(root)
    date = _first(root, "profileDesc/creation/date", "fileDesc/sourceDesc//bibl/date", "fileDesc/sourceDesc//date")
    licence = _first(root, "fileDesc/publicationStmt/availability/licence")
    titles, iso = _titles(root), _iso(date) if date is not None else ""
    return Record(
        stem=stem,
        digest=digest,
        titles=titles,
        authors=tuple(_each(root, "fileDesc/titleStmt/author")),
        date=iso,
        date_text=text_of(date) if date is not None else "",
        place=_value(root, "profileDesc/creation/placeName"),
        genre=_genre(root),
        langs=tuple(dict.fromkeys(version.lang for version in versions_of(text))) if text is not None else (),
        publisher=_value(root, "fileDesc/publicationStmt/publisher"),
        published=_value(root, "fileDesc/publicationStmt/date"),
        licence=licence.get("target", "") if licence is not None else "",
        licence_text=text_of(licence) if licence is not None else _value(root, "fileDesc/publicationStmt/availability"),
        editors=tuple(_people(root)),
        idno=_value(root, "fileDesc/publicationStmt/idno"),
        source=" ".join(_each(root, "fileDesc/sourceDesc/bibl")[1:2]),
        entities=tuple(_entities(root, text, _lead(stem, titles, iso))),
        dates=tuple((when, each.target, _date_line(stem, when, each)) for when, each in dates_of(text)),
        searchable=_json([astuple(each) for each in _segments(text)]),
    )


def _path(expression: str) -> str:
    steps = [step and ("." if step == "." else tei(step)) for step in expression.split("/")]
    return "./" + "/".join([tei("teiHeader"), *steps])


def _first(root: etree._Element, *paths: str) -> etree._Element | None:
    return next((found for path in paths for found in root.iterfind(_path(path))), None)


def _each(root: etree._Element, path: str) -> list[str]:
    return [value for value in map(text_of, root.iterfind(_path(path))) if value]


def _value(root: etree._Element, path: str) -> str:
    return next(iter(_each(root, path)), "")


def _titles(root: etree._Element) -> tuple[tuple[str, str], ...]:
    titles = list(root.iterfind(_path("fileDesc/titleStmt/title")))
    main = [title for title in titles if title.get("type") in ("main", None)] or titles
    return tuple((language_of(title), text_of(title)) for title in main if text_of(title))


def _genre(root: etree._Element) -> str:
    terms = list(root.iterfind(_path("profileDesc/textClass/keywords/term")))
    return next((text_of(term) for term in terms if term.get("type") == "genre"), "")


def _people(root: etree._Element) -> Iterator[str]:
    for name in ("editor", "respStmt/name", "respStmt/persName"):
        for each in root.iterfind(_path(f"fileDesc/titleStmt/{name}")):
            if each.get("type") != "software" and text_of(each):
                yield text_of(each)


def _iso(date: etree._Element) -> str:
    return next((date.get(name, "") for name in ("when", "from", "notBefore", "to", "notAfter") if date.get(name)), "")


def _lead(stem: str, titles: Sequence[tuple[str, str]], date: str) -> tuple[str, Markup]:
    """The address of an edition from an index page, and how its line there begins."""
    address = f"editions/{quote(stem)}.html"
    lang, title = titles[0] if titles else ("", stem)
    said = Markup(" <time>({})</time>").format(date) if date else Markup()
    return address, Markup('<a href="{}" lang="{}">{}</a>{}: ').format(address, lang, title, said)


def _entities(root: etree._Element, text: etree._Element | None, lead: tuple[str, Markup]) -> Iterator[Entity]:
    """Every entry of `standOff` or of the header's lists, with its mentions in the text."""
    mentions: dict[str, list[Mention]] = {}
    for element in text.iter(etree.Element) if text is not None else ():
        for word in element.get("ref", "").split() if local_name(element.tag) in (*ENTITIES, "name", "rs") else ():
            if word.startswith("#"):
                mentions.setdefault(word[1:], []).append(_mention(element))
    for entry in root.iter(*(tei(name) for name in ENTRIES)):
        identifier = entry.get(XML_ID, "")
        names = [(language_of(child), text_of(child)) for child in entry if local_name(child.tag) in ENTITIES]
        if not identifier or not names:
            continue
        authority = next((text_of(idno) for idno in entry.iterfind(tei("idno")) if text_of(idno)), "")
        key = authority or entry.get("sameAs") or identifier
        page = ENTRIES[local_name(entry.tag)]
        found = list(dict.fromkeys(mentions.get(identifier, ())))
        yield Entity(page, identifier, key, tuple(dict.fromkeys(names)), len(found), _line(lead, found))


def _line(lead: tuple[str, Markup], mentions: Sequence[Mention]) -> str:
    """What an index page says of an entry in an edition: where it is mentioned."""
    address, begin = lead
    link = Markup('<a class="ui-at" href="{}" title="{}">{}</a>')
    links = (
        link.format(f"{address}#{each.target}" if each.target else address, each.text, each.target or "text")
        for each in mentions
    )
    return str(begin + (Markup(", ").join(links) or "not in the text"))


def _date_line(stem: str, when: str, mention: Mention) -> str:
    address = f"editions/{quote(stem)}.html" + (f"#{mention.target}" if mention.target else "")
    line = Markup('<time>{}</time> <a href="{}" lang="{}" dir="{}">{}</a>')
    return str(line.format(when, address, mention.lang, direction(mention.lang), mention.text))


def dates_of(text: etree._Element | None) -> Iterator[tuple[str, Mention]]:
    """The dates that a text mentions, in ISO 8601, and where."""
    for date in text.iter(tei("date")) if text is not None else ():
        if _iso(date):
            yield _iso(date), _mention(date)


def _mention(element: etree._Element) -> Mention:
    holders = (each for each in element.iterancestors() if each.tag in SEGMENTS and each.get(XML_ID))
    holder = next(holders, None)
    return Mention(holder.get(XML_ID, "") if holder is not None else "", language_of(element), text_of(element))


def _segments(text: etree._Element | None) -> Iterator[Segment]:
    """The text in pieces that can be pointed at, each character in one: the smallest element with an id that holds it."""
    if text is None:
        return
    outside = ("", [block for blocks in blocks_outside(text) for block in blocks])
    for version_lang, blocks in (*((each.lang, blocks_of(each)) for each in versions_of(text)), outside):
        for block in blocks:
            for piece, inner in pieces_of(block.element):
                printed, regular = text_of(piece, without=inner), text_of(piece, regular=True, without=inner)
                if printed or regular:
                    lang = language_of(piece) or version_lang
                    yield Segment(piece.get(XML_ID, ""), lang, printed, regular if regular != printed else "")
