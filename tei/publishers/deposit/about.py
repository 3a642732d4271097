"""What a repository asks of a collection: taken from the headers of its editions, and from its settings where they lack it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tei.model.header import HeaderSettings
from tei.publishers.site.pages import Site
from tei.publishers.site.record import Record

_UNKNOWN = ("", "unpublished")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class About:
    """A collection as a repository lists it; "" and () for what neither headers nor settings say.

    `creators` are those who made the editions, else the authors of the documents; `contributors` the authors, where
    others are the creators. `date` is the day of publication (ISO 8601): the latest of the headers. `licences` are pairs of
    URI and words.
    """

    title: str
    description: str
    url: str
    publisher: str
    date: str
    licences: tuple[tuple[str, str], ...]
    creators: tuple[str, ...]
    contributors: tuple[str, ...]
    langs: tuple[str, ...]
    genres: tuple[str, ...]

    @property
    def year(self) -> str:
        """The year of publication."""
        return self.date[:4]


# What DataCite, RO-Crate or the repositories that take them require, and the key of tei.toml that says it.
_REQUIRED = (
    ("title", "title", 'title under [site], such as title = "Joint Communiqués"'),
    ("description", "description", 'description under [site]: a sentence such as "Treaties of 1958 in two languages"'),
    ("url", "address", 'url under [site]: where it will stand, or its DOI as "https://doi.org/10.…"'),
    ("publisher", "publisher", "publisher under [collection]; then convert anew, or write it into the headers"),
    ("creators", "creator", "[[people]] with id, name and resp, for each who worked on it"),
    ("licences", "licence", 'licence under [collection], such as "https://creativecommons.org/licenses/by/4.0/"'),
)


def about(records: Sequence[Record], site: Site, settings: HeaderSettings) -> About:
    """What is known of the collection of `records`."""
    authors = _once(name for record in records for name in record.authors)
    people = [person.name for person in settings.people]
    editors = _once([*(name for record in records for name in record.editors), *people])
    own = (settings.licence, settings.licence_text)
    terms = [(each.licence, each.licence_text) if each.licence else own for each in records]
    titles = [record.title for record in records if record.titles]
    return About(
        title=site.title or (titles[0] if len(records) == 1 and titles else ""),
        description=site.description,
        url=site.url,
        publisher=next((each for each in _publishers(records, settings) if each not in _UNKNOWN), ""),
        date=max((each.published for each in records if _DAY.fullmatch(each.published)), default=settings.date),
        licences=tuple((uri, words or uri) for uri, words in dict(each for each in terms if each[0]).items()),
        creators=editors or authors,
        contributors=tuple(name for name in authors if name not in editors) if editors else (),
        langs=_once(lang for record in records for lang in record.langs),
        genres=_once(record.genre for record in records),
    )


def lacking(collection: About) -> Iterator[tuple[str, str]]:
    """What a repository requires and is not known: its name, and the key of tei.toml that says it."""
    for name, word, key in _REQUIRED:
        if not getattr(collection, name):
            yield word, key


def _publishers(records: Sequence[Record], settings: HeaderSettings) -> Iterator[str]:
    yield from (record.publisher for record in records)
    yield settings.publisher


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
