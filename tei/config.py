"""The collection's settings: `tei.toml`, checked on entry. docs/settings.md describes every key."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tei.diagnostics import Severity
from tei.errors import UsageError
from tei.layout import layout_value
from tei.model.header import HeaderSettings, Person
from tei.toml_tables import Keys, Tables, Wrong, day_value, responsible_value, text_value, text_values, uri_value

if TYPE_CHECKING:
    from tei.alignment.aligner import AlignSettings


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """An edition of several files, each with one version: their names relative to the folder of tei.toml.

    `original` is the language of the original version, "" where the sources say it.
    """

    id: str
    sources: tuple[str, ...]
    original: str = ""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the collection's website is called, where it will stand, and what is said of it; "" where not given."""

    title: str = ""
    url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class CollectionConfig:
    """What a collection's `tei.toml` says, and the defaults for what it does not say.

    `root` is the folder of the file (the working folder where there is none), `encoding` the encoding of the sources
    ("": found out for each), `doubtful` the certainty below which links are findings, `backend` what compares
    sentences, `checks` the schemas to validate with (empty: all that are there), `fail_on` the least severity of a
    finding that makes a run fail, `editions` those that are made of several files; `dated` says that the date of the
    encoding was given, and is not just today's. `layout` is the pattern of the editions' paths in their folder.
    """

    root: Path
    header: HeaderSettings
    encoding: str = ""
    doubtful: float | None = None
    backend: str = "auto"
    checks: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    editions: tuple[EditionSettings, ...] = ()
    site: SiteSettings = SiteSettings()
    dated: bool = False
    layout: str = "{stem}.xml"

    @property
    def align(self) -> "AlignSettings":
        """How versions are aligned. The aligner is loaded with it: those who only validate do without."""
        from tei.alignment.aligner import AlignSettings

        doubtful = AlignSettings().doubtful if self.doubtful is None else self.doubtful
        return AlignSettings(doubtful=doubtful, backend=self.backend)


def load_config(path: Path | None) -> CollectionConfig:
    """The settings in the file `path`, or the defaults when it is None; `UsageError` (CF001) when they are wrong."""
    given = Tables.read(path, KEYS, LISTED, "docs/settings.md", "settings")
    people = tuple(_person(given, index) for index in range(len(given.entries("people"))))
    twice = {person.id for person in people if sum(other.id == person.id for other in people) > 1}
    if twice:
        raise given.fault(
            f"two people have the id {min(twice)!r}", "Give each of [[people]] an id of its own.", "people"
        )
    collection = given.table("collection")
    header = HeaderSettings(
        publisher=collection.get("publisher", ""),
        pub_place=collection.get("pub_place", ""),
        series=collection.get("series", ""),
        licence=collection.get("licence", ""),
        licence_text=collection.get("licence_name", ""),
        availability=collection.get("availability", ""),
        date=encoding_date(collection.get("date", ""), os.environ, date.today()),
        idno_prefix=collection.get("idno_prefix", ""),
        people=people,
        schemas=given.table("schemas").get("models", HeaderSettings().schemas),
    )
    return CollectionConfig(
        root=path.parent if path else Path(),
        header=header,
        encoding=given.table("read").get("encoding", ""),
        doubtful=given.table("align").get("doubtful"),
        backend=given.table("align").get("backend", "auto"),
        checks=given.table("check").get("schemas", ()),
        fail_on=given.table("check").get("fail_on", Severity.ERROR),
        editions=tuple(_edition(given, index) for index in range(len(given.entries("editions")))),
        site=SiteSettings(**given.table("site")),
        dated=bool(collection.get("date") or os.environ.get("SOURCE_DATE_EPOCH")),
        layout=given.table("output").get("layout", "{stem}.xml"),
    )


def encoding_date(configured: str, environ: Mapping[str, str], today: date) -> str:
    """The date of the encoding in ISO 8601: the one in the settings, else that of SOURCE_DATE_EPOCH, else `today`.

    SOURCE_DATE_EPOCH is seconds since 1970 in UTC: https://reproducible-builds.org/specs/source-date-epoch/
    """
    if configured:
        return configured
    seconds = environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return today.isoformat()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as fault:
        raise UsageError(
            f"the environment variable SOURCE_DATE_EPOCH is {seconds!r}, which is no number of seconds since 1970",
            help="Set it to a whole number, or unset it, or give a date under [collection] in tei.toml.",
        ) from fault


def _hrefs(value: object) -> tuple[str, ...]:
    hrefs = text_values(value)
    if not all(href and not re.search(r"[\s<>\"?]", href) for href in hrefs):
        raise Wrong("a list of relative paths or URLs, without spaces")
    return hrefs


def _encoding(value: object) -> str:
    from tei.model.decoding import iana_name

    name = text_value(value)
    try:
        return iana_name(name) if name else ""
    except UsageError:
        raise Wrong("the name of an encoding such as utf-8, gb18030, big5 or windows-1252") from None


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Wrong("a number from 0 to 1")
    return float(value)


_BACKENDS = ("auto", "lexical", "semantic")


def _backend(value: object) -> str:
    if value not in _BACKENDS:
        raise Wrong(" or ".join(f'"{name}"' for name in _BACKENDS))
    return str(value)


def _severity(value: object) -> Severity:
    try:
        return Severity(text_value(value))
    except (ValueError, Wrong):
        raise Wrong(" or ".join(f'"{severity}"' for severity in Severity)) from None


KEYS: Keys = {
    "collection": {
        "publisher": text_value,
        "pub_place": text_value,
        "series": text_value,
        "licence": uri_value,
        "licence_name": text_value,
        "availability": text_value,
        "date": day_value,
        "idno_prefix": text_value,
    },
    "people": {"id": responsible_value, "name": text_value, "resp": text_value},
    "editions": {"id": responsible_value, "sources": text_values, "original": text_value},
    "schemas": {"models": _hrefs},
    "read": {"encoding": _encoding},
    "align": {"doubtful": _share, "backend": _backend},
    "check": {"schemas": text_values, "fail_on": _severity},
    "output": {"layout": layout_value},
    "site": {"title": text_value, "url": uri_value, "description": text_value},
}
"""Every table and key, with what turns a TOML value into ours."""

LISTED = ("people", "editions")
"""The tables that may stand several times."""


def _person(given: Tables, index: int) -> Person:
    person = given.table("people", index)
    missing = [key for key in KEYS["people"] if not person.get(key)]
    if missing:
        raise given.fault(
            f"one of [[people]] has no {missing[0]}", "Give each an id, a name and a resp.", "people", index
        )
    return Person(**person)


def _edition(given: Tables, index: int) -> EditionSettings:
    edition = given.table("editions", index)
    sources = edition.get("sources", ())
    if not edition.get("id") or len(sources) < 2 or len(set(sources)) < len(sources):
        help_ = 'Such as id = "treaty" and sources = ["treaty.en.txt", "treaty.zh.txt"].'
        raise given.fault("one of [[editions]] lacks an id or two different sources", help_, "editions", index)
    return EditionSettings(**edition)
