"""The collection's settings: `tei.toml`, checked on entry. docs/settings.md describes every key."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei.diagnostics import Severity
from tei.errors import TeiError, UsageError
from tei.model.header import HeaderSettings, Person
from tei.names import is_ncname

if TYPE_CHECKING:
    import tomllib

    from tei.alignment.aligner import AlignSettings

FILE_NAME = "tei.toml"
_PARENTS = 3  # how far above a source's folder its tei.toml may lie


@dataclass(frozen=True, slots=True)
class CollectionConfig:
    """What a collection's `tei.toml` says, and the defaults for what it does not say.

    `root` is the folder of the file (the working folder where there is none), `encoding` the encoding of the sources
    ("": found out for each), `doubtful` the certainty below which links are findings, `checks` the schemas to validate with (empty: all that are there), `fail_on` the least
    severity of a finding that makes a run fail.
    """

    root: Path
    header: HeaderSettings
    encoding: str = ""
    doubtful: float | None = None
    checks: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR

    @property
    def align(self) -> "AlignSettings":
        """How versions are aligned. The aligner is loaded with it: those who only validate do without."""
        from tei.alignment.aligner import AlignSettings

        return AlignSettings() if self.doubtful is None else AlignSettings(doubtful=self.doubtful)


def find_config(folder: Path) -> Path | None:
    """The nearest `tei.toml`: in `folder` or in up to three folders above it; None where there is none."""
    resolved = folder.resolve()
    for candidate in (resolved, *list(resolved.parents)[:_PARENTS]):
        if (candidate / FILE_NAME).is_file():
            return candidate / FILE_NAME
    return None


def load_config(path: Path | None) -> CollectionConfig:
    """The settings in the file `path`, or the defaults when it is None; `UsageError` (CF001) when they are wrong."""
    given = _Settings.read(path) if path else _Settings("", "", {})
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
        checks=given.table("check").get("schemas", ()),
        fail_on=given.table("check").get("fail_on", Severity.ERROR),
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


class _Wrong(Exception):
    """A value is not of its kind; the argument says what the kind is."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong("a text in quotes")
    return " ".join(value.split())


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _Wrong("a list of texts in quotes")
    return tuple(value)


def _hrefs(value: object) -> tuple[str, ...]:
    hrefs = _texts(value)
    if not all(href and not re.search(r"[\s<>\"?]", href) for href in hrefs):
        raise _Wrong("a list of relative paths or URLs, without spaces")
    return hrefs


def _uri(value: object) -> str:
    from urllib.parse import urlsplit

    uri = _text(value)
    if uri and (not urlsplit(uri).scheme or re.search(r"\s", uri)):
        raise _Wrong("a URI such as https://creativecommons.org/licenses/by/4.0/")
    return uri


def _iso_date(value: object) -> str:
    """Both a TOML date and a text are taken: people write either."""
    try:
        day = value if isinstance(value, date) and not isinstance(value, datetime) else date.fromisoformat(_text(value))
    except (ValueError, _Wrong):
        raise _Wrong("a date such as 2026-11-21") from None
    return day.isoformat()


def _encoding(value: object) -> str:
    from tei.model.decoding import iana_name

    name = _text(value)
    try:
        return iana_name(name) if name else ""
    except UsageError:
        raise _Wrong("the name of an encoding such as utf-8, gb18030, big5 or windows-1252") from None


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _Wrong("a number from 0 to 1")
    return float(value)


def _severity(value: object) -> Severity:
    try:
        return Severity(_text(value))
    except (ValueError, _Wrong):
        raise _Wrong(" or ".join(f'"{severity}"' for severity in Severity)) from None


def _xml_id(value: object) -> str:
    if not isinstance(value, str) or not is_ncname(value):
        raise _Wrong("an XML name: it begins with a letter and has no spaces")
    if value == "encoder":
        raise _Wrong("another name: the program's own entry in the header is called so")
    return value


KEYS: Mapping[str, Mapping[str, Callable[[object], object]]] = {
    "collection": {
        "publisher": _text,
        "pub_place": _text,
        "series": _text,
        "licence": _uri,
        "licence_name": _text,
        "availability": _text,
        "date": _iso_date,
        "idno_prefix": _text,
    },
    "people": {"id": _xml_id, "name": _text, "resp": _text},
    "schemas": {"models": _hrefs},
    "read": {"encoding": _encoding},
    "align": {"doubtful": _share},
    "check": {"schemas": _texts, "fail_on": _severity},
}
"""Every table and key, with what turns a TOML value into ours."""


def _person(given: "_Settings", index: int) -> Person:
    person = given.table("people", index)
    missing = [key for key in KEYS["people"] if not person.get(key)]
    if missing:
        raise given.fault(
            f"one of [[people]] has no {missing[0]}", "Give each an id, a name and a resp.", "people", index
        )
    return Person(**person)


@dataclass(frozen=True, slots=True)
class _Settings:
    """A `tei.toml` as read: its name and text for messages, and its tables."""

    file: str
    text: str
    tables: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> "_Settings":
        """The file at `path`, its tables and their names checked."""
        import tomllib

        try:
            text = path.read_bytes().decode("utf-8-sig")
            made = cls(str(path), text, tomllib.loads(text.replace("\r\n", "\n")))
        except OSError as fault:
            message = f"the settings cannot be read: {fault.strerror}"
            raise UsageError(message, help="Check the name after --config.", file=str(path)) from fault
        except UnicodeDecodeError as fault:
            raise UsageError("the settings are not in UTF-8", help="Save them as UTF-8.", file=str(path)) from fault
        except tomllib.TOMLDecodeError as fault:
            raise _not_toml(fault, path) from fault
        made._check_tables()
        return made

    def entries(self, name: str) -> list[Any]:
        """The tables called `name`: one for `[name]`, several for `[[name]]`."""
        found = self.tables.get(name, [])
        return found if isinstance(found, list) else [found]

    def table(self, name: str, index: int = 0) -> dict[str, Any]:
        """The keys of the table `name` with their values, each checked and of its own type."""
        entries = self.entries(name)
        if not entries:
            return {}
        known, values = KEYS[name], {}
        for key, value in entries[index].items():
            if key not in known:
                raise self._unknown(f"[{name}] has no key {key!r}", name, key, index)
            try:
                values[key] = known[key](value)
            except _Wrong as wrong:
                message = f"{key!r} under [{name}] must be {wrong}, not {_shown(value)}"
                raise self.fault(message, "Correct it; docs/settings.md has an example.", name, index, key) from None
        return values

    def fault(self, message: str, help: str, table: str, index: int = 0, key: str = "") -> TeiError:
        """A `UsageError` that names the line of the key, or else of the table."""
        line = _line_of(self.text, table, index, key)
        return UsageError(message, help=help, file=self.file, line=line, column=1 if line else 0)

    def _check_tables(self) -> None:
        for name, value in self.tables.items():
            if name not in KEYS:
                raise self._unknown(f"there is no table or key {name!r}", "", name)
            kinds = list if name == "people" else dict
            if not isinstance(value, kinds) or (name == "people" and not all(isinstance(one, dict) for one in value)):
                form = f"[[{name}]]" if name == "people" else f"[{name}]"
                raise self.fault(f"{name!r} must be a table", f"Write {form} on a line of its own.", "", 0, name)
            self.table(name)

    def _unknown(self, message: str, table: str, key: str, index: int = 0) -> TeiError:
        """A fault that suggests the nearest known key: of the same table, else of any, else a table."""
        from difflib import get_close_matches

        near = get_close_matches(key, KEYS.get(table, ()), n=1) or get_close_matches(key, KEYS, n=1)
        places = [f"{key!r} belongs under [{name}]" for name in KEYS if name != table and key in KEYS[name]]
        if places:
            advice = f"{places[0]}."
        elif near:
            advice = f"Did you mean {near[0]!r}?"
        else:
            advice = f"Known are: {', '.join(KEYS.get(table, KEYS))}."
        return self.fault(message, f"{advice} See docs/settings.md.", table, index, key)


def _not_toml(fault: "tomllib.TOMLDecodeError", path: Path) -> UsageError:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    reason = re.sub(r" \(at .*\)$", "", str(fault))
    message = f"the settings are not TOML: {reason[:1].lower()}{reason[1:]}"
    return UsageError(message, help="See https://toml.io for the form.", file=str(path), line=line, column=column)


def _shown(value: object) -> str:
    kind = {bool: "true or false", int: "a number", float: "a number", str: "the text", list: "a list", dict: "a table"}
    name = kind.get(type(value), "a date")
    return f"{name} {value!r}" if isinstance(value, str) else name


def _line_of(text: str, table: str, index: int, key: str) -> int:
    """The 1-based line where `key` is set in the `index`-th table called `table`, else where that table begins; or 0."""
    current, seen, begins = "", {"": 0}, 0
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[\[?\s*[\"']?([^\]\"']+?)[\"']?\s*\]", line)
        if head:
            current = head[1]
            seen[current] = seen.get(current, -1) + 1
            if (current, seen[current]) == (table, index):
                begins = number
            if not table and current == key:  # the key is itself the name of a table
                return number
        here = bool(key) and (current, seen[current]) == (table, index)
        if here and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
    return begins
