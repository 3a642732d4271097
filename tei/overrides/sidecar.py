"""The sidecar of a source: what an editor decided about it, in `<stem>.toml` beside it. docs/sidecar.md has every key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tei.model.header import Person
from tei.overrides.anchors import Anchor
from tei.toml_tables import Keys, Tables, Wrong, responsible_value, text_value, uri_value

PAGE = "docs/sidecar.md"
KINDS = ("head", "p", "salute", "dateline", "signed", "trailer", "note", "aside")
TAGS = {"person": "persName", "place": "placeName", "org": "orgName", "role": "roleName", "none": ""}
ROLES = ("original", "translation")
LISTED = ("people", "version", "block", "join", "signature", "date", "name", "reading", "link")
"""The tables that may stand several times."""


def _quoted(value: object) -> str:
    text = text_value(value)
    if not text:
        raise Wrong("a text that stands in the source")
    return text


def _line(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Wrong("the number of a line, from 1")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong("true or false")
    return value


def _one_of(names: Sequence[str]) -> Any:
    def one(value: object) -> str:
        if value not in names:
            raise Wrong(" or ".join(f'"{name}"' for name in names))
        return str(value)

    return one


def _iso(value: object) -> str:
    """A day, a month or a year in ISO 8601, or a TOML date."""
    from datetime import date, datetime

    text = value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value
    if isinstance(text, str):
        padded = text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text
        try:
            date.fromisoformat(padded)
        except ValueError:
            raise Wrong("a date such as 1958-08-03, 1958-08 or 1958") from None
        return text
    raise Wrong("a date such as 1958-08-03, 1958-08 or 1958")


def _texts(value: object) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list):
        raise Wrong("a text, or a list of texts")
    return tuple(map(text_value, values))


_PLACE = {"text": _quoted, "line": _line, "by": responsible_value}

KEYS: Keys = {
    "by": {},
    "people": {"id": responsible_value, "name": text_value, "resp": text_value},
    "titles": {"*": _quoted},
    "metadata": {
        "id": responsible_value,
        "author": _texts,
        "genre": text_value,
        "date": _iso,
        "place": text_value,
        "journal": text_value,
        "published": _iso,
        "page": text_value,
        "column": text_value,
        "publisher": text_value,
        "licence": uri_value,
        "licence_name": text_value,
    },
    "version": {"found": _quoted, "language": _quoted, "role": _one_of(ROLES), "by": responsible_value},
    "block": {**_PLACE, "kind": _one_of(KINDS), "language": _quoted},
    "join": {**_PLACE, "joined": _truth},
    "signature": {**_PLACE, "name": _quoted, "role": _quoted, "party": _quoted},
    "date": {**_PLACE, "when": _iso, "from": _iso, "to": _iso, "none": _truth},
    "name": {**_PLACE, "tag": _one_of(tuple(TAGS))},
    "reading": {**_PLACE, "corr": text_value, "reg": text_value, "keep": _truth},
    "link": {
        "source": _quoted,
        "source_line": _line,
        "target": _quoted,
        "target_line": _line,
        "linked": _truth,
        "by": responsible_value,
    },
}
"""Every table and key of a sidecar, with what turns a TOML value into ours."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "version": ("found",),
    "block": (),
    "join": ("text",),
    "signature": ("text",),
    "date": ("text",),
    "name": ("text", "tag"),
    "reading": ("text",),
    "link": ("source", "target"),
}
"""The keys that an entry must have."""

CHOICE: Mapping[str, tuple[str, ...]] = {
    "version": ("language", "role"),
    "block": ("kind", "language"),
    "date": ("when", "from", "to", "none"),
    "reading": ("corr", "reg", "keep"),
}
"""The keys of which an entry must have one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: its table, its values, the line of the sidecar it stands in, and the id of who answers for it."""

    table: str
    values: Mapping[str, Any]
    line: int
    by: str

    @property
    def anchor(self) -> Anchor:
        """The place in the source that it is about."""
        return Anchor(self.values.get("text", ""), self.values.get("line", 0))

    def side(self, name: str) -> Anchor:
        """One side of a link: "source" or "target"."""
        return Anchor(self.values[name], self.values.get(f"{name}_line", 0))


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor decided about a source. `file` is "" where there is no sidecar; `titles` are by language."""

    file: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    entries: tuple[Entry, ...] = ()


def sidecar_path(source: Path) -> Path | None:
    """The sidecar of the source at `source`; None where there is none. `tei.toml` is the collection's settings."""
    path = source.with_suffix(".toml")
    return path if path.name != "tei.toml" and path != source and path.is_file() else None


def read_sidecar(path: Path | None, known: Sequence[Person]) -> Sidecar:
    """The decisions in the file at `path`; none where it is None. `known` are the people of the collection.

    Raises UsageError (CF001) for what is not TOML, for an unknown table or key, and for a decision that nobody made.
    """
    if path is None:
        return Sidecar()
    tables = Tables.read(path, KEYS, LISTED, PAGE, "editor's decisions")
    people = tuple(_person(tables, index) for index in range(len(tables.entries("people"))))
    everybody = [person.id for person in (*known, *people)]
    entries = [
        _entry(tables, name, index, everybody)
        for name in LISTED
        if name != "people"
        for index in range(len(tables.entries(name)))
    ]
    metadata, titles = tables.table("metadata"), tables.table("titles")
    return Sidecar(str(path), metadata, titles, people, tuple(entries))


def _person(tables: Tables, index: int) -> Person:
    person = tables.table("people", index)
    missing = [key for key in KEYS["people"] if not person.get(key)]
    if missing:
        raise tables.fault(
            f"one of [[people]] has no {missing[0]}", "Give each an id, a name and a resp.", "people", index
        )
    return Person(**person)


def _entry(tables: Tables, name: str, index: int, everybody: Sequence[str]) -> Entry:
    values = tables.table(name, index)
    for key in NEEDED[name]:
        if key not in values:
            raise tables.fault(f"one of [[{name}]] has no {key!r}", f"Add it; see {PAGE}.", name, index)
    if name == "block" and not {"text", "line"} & values.keys():
        raise tables.fault("one of [[block]] has neither 'text' nor 'line'", "Say where the block is.", name, index)
    choice = CHOICE.get(name)
    if choice and not set(choice) & values.keys():
        named = " or ".join(map(repr, choice))
        raise tables.fault(f"one of [[{name}]] decides nothing", f"Add {named}.", name, index)
    return Entry(name, values, tables.line(name, index), _responsible(tables, name, index, values, everybody))


def _responsible(tables: Tables, name: str, index: int, values: Mapping[str, Any], everybody: Sequence[str]) -> str:
    """Who made a decision: said beside it, else by `by` at the top, else the only person there is."""
    default = tables.tables.get("by", "")
    by = values.get("by") or default or (everybody[0] if len(everybody) == 1 else "")
    if by in everybody:
        return str(by)
    known = f" Known are: {', '.join(everybody)}." if everybody else ""
    message = f"nobody has the id {by!r}" if by else "nobody answers for the decisions"
    help_ = f'Write by = "…" with the id of one of [[people]], here or in tei.toml.{known}'
    raise tables.fault(message, help_, name, index, "by" if "by" in values else "")


__all__ = ["KEYS", "KINDS", "LISTED", "Entry", "Sidecar", "read_sidecar", "sidecar_path"]
