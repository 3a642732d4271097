"""A TOML file of known tables and keys, read and checked: settings, and what an editor decided about a source."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei.errors import UsageError
from tei.names import is_ncname

if TYPE_CHECKING:
    import tomllib

Keys = Mapping[str, Mapping[str, Callable[[object], object]]]
"""Every table and key, with what turns a TOML value into ours.

A table of names that a user chooses has the key "*"; what has no keys is a text at the top of the file."""


class Wrong(Exception):
    """A value is not of its kind; the argument says what the kind is."""


def text_value(value: object) -> str:
    """A text on one line."""
    if not isinstance(value, str):
        raise Wrong("a text in quotes")
    return " ".join(value.split())


def text_values(value: object) -> tuple[str, ...]:
    """Several texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Wrong("a list of texts in quotes")
    return tuple(value)


def uri_value(value: object) -> str:
    """A URI, or ""."""
    from urllib.parse import urlsplit

    uri = text_value(value)
    if uri and (not urlsplit(uri).scheme or re.search(r"\s", uri)):
        raise Wrong("a URI such as https://creativecommons.org/licenses/by/4.0/")
    return uri


def day_value(value: object) -> str:
    """A day in ISO 8601. Both a TOML date and a text are taken: people write either."""
    try:
        given = value if isinstance(value, date) and not isinstance(value, datetime) else None
        day = given or date.fromisoformat(text_value(value))
    except (ValueError, Wrong):
        raise Wrong("a date such as 2026-11-21") from None
    return day.isoformat()


def responsible_value(value: object) -> str:
    """The id of somebody who is responsible."""
    if not isinstance(value, str) or not is_ncname(value):
        raise Wrong("an XML name: it begins with a letter and has no spaces")
    if value == "encoder":
        raise Wrong("another name: the program's own entry in the header is called so")
    return value


@dataclass(frozen=True, slots=True)
class Tables:
    """A TOML file as read: its name and text for messages, its tables, and which tables and keys there may be.

    `listed` are the tables that may stand several times (`[[people]]`), `page` the page that describes the keys, `what`
    what messages call the file.
    """

    file: str
    text: str
    tables: Mapping[str, Any]
    keys: Keys
    listed: Collection[str]
    page: str
    what: str

    @classmethod
    def read(cls, path: Path | None, keys: Keys, listed: Collection[str], page: str, what: str) -> "Tables":
        """The file at `path`, its tables and their names checked; no tables where it is None.

        Raises UsageError (CF001) for what is not TOML, for an unknown table or key, and for a value of another kind.
        """
        import tomllib

        if path is None:
            return cls("", "", {}, keys, listed, page, what)
        try:
            text = path.read_bytes().decode("utf-8-sig")
            made = cls(str(path), text, tomllib.loads(text.replace("\r\n", "\n")), keys, listed, page, what)
        except OSError as fault:
            message = f"the {what} cannot be read: {fault.strerror}"
            raise UsageError(message, help="Check the name after --config.", file=str(path)) from fault
        except UnicodeDecodeError as fault:
            raise UsageError(f"the {what} are not in UTF-8", help="Save them as UTF-8.", file=str(path)) from fault
        except tomllib.TOMLDecodeError as fault:
            raise _not_toml(fault, path, what) from fault
        except (RecursionError, ValueError) as fault:  # nested too deeply; a number of thousands of digits
            message = f"the {what} are nested too deeply, or hold a number that is too long"
            raise UsageError(message, help="Correct the file.", file=str(path)) from fault
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
        known, values = self.keys[name], {}
        for key, value in entries[index].items():
            kind = known.get(key) or known.get("*")
            if kind is None:
                raise self._unknown(f"[{name}] has no key {key!r}", name, key, index)
            try:
                values[key] = kind(value)
            except Wrong as wrong:
                message = f"{key!r} under [{name}] must be {wrong}, not {_shown(value)}"
                raise self.fault(message, f"Correct it; {self.page} has an example.", name, index, key) from None
        return values

    def line(self, table: str, index: int = 0, key: str = "") -> int:
        """The 1-based line of the key, or else of the table; 0 where it cannot be told."""
        return _line_of(self.text, table, index, key)

    def fault(self, message: str, help: str, table: str, index: int = 0, key: str = "") -> UsageError:
        """A `UsageError` that names the line of the key, or else of the table."""
        line = self.line(table, index, key)
        return UsageError(message, help=help, file=self.file, line=line, column=1 if line else 0)

    def _check_tables(self) -> None:
        for name, value in self.tables.items():
            if name not in self.keys:
                raise self._unknown(f"there is no table or key {name!r}", "", name)
            if not self.keys[name]:
                self._check_word(name, value)
                continue
            kinds = list if name in self.listed else dict
            rows = value if isinstance(value, list) else []
            if not isinstance(value, kinds) or not all(isinstance(row, dict) for row in rows):
                form = f"[[{name}]]" if name in self.listed else f"[{name}]"
                raise self.fault(f"{name!r} must be a table", f"Write {form} on a line of its own.", "", 0, name)
            for index in range(len(self.entries(name))):
                self.table(name, index)

    def _check_word(self, name: str, value: object) -> None:
        """A key that stands by itself at the top of the file is a text."""
        if not isinstance(value, str):
            raise self.fault(f"{name!r} must be a text in quotes, not {_shown(value)}", "Correct it.", "", 0, name)

    def _unknown(self, message: str, table: str, key: str, index: int = 0) -> UsageError:
        """A fault that suggests the nearest known key: of the same table, else of any, else a table."""
        from difflib import get_close_matches

        near = get_close_matches(key, self.keys.get(table, ()), n=1) or get_close_matches(key, self.keys, n=1)
        places = [f"{key!r} belongs under [{name}]" for name in self.keys if name != table and key in self.keys[name]]
        if places:
            advice = f"{places[0]}."
        elif near:
            advice = f"Did you mean {near[0]!r}?"
        else:
            advice = f"Known are: {', '.join(self.keys.get(table, self.keys))}."
        return self.fault(message, f"{advice} See {self.page}.", table, index, key)


def _not_toml(fault: "tomllib.TOMLDecodeError", path: Path, what: str) -> UsageError:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    reason = re.sub(r" \(at .*\)$", "", str(fault))
    message = f"the {what} are not TOML: {reason[:1].lower()}{reason[1:]}"
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
