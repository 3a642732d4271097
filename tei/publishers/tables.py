"""What the headers and texts of a collection say, as tables: CSV for spreadsheets, JSON for programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

from tei.atomic import write_atomically
from tei.names import XML_ID, local_name, tei
from tei.plugins import TeiFile
from tei.publishers.reading import language_of, text_of, text_part
from tei.publishers.site.record import Record, dates_of, record_of

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Column names, and rows."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide ones count in East Asia


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula (OWASP, CSV Injection): with a quotation mark before."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def tables(files: Mapping[str, TeiFile]) -> Mapping[str, Table]:
    """The tables of a collection by name: editions, signatories, participants, dates."""
    records = {stem: record_of(file.tree.getroot(), stem, "") for stem, file in files.items()}
    roots = {stem: file.tree.getroot() for stem, file in files.items()}
    return {
        "editions": (_EDITION, [_edition(record) for record in records.values()]),
        "signatories": (_SIGNATORY, [row for stem, root in roots.items() for row in _signatories(stem, root)]),
        "participants": (_PARTICIPANT, [row for stem, root in roots.items() for row in _participants(stem, root)]),
        "dates": (
            ("edition", "element", "lang", "when", "text"),
            [
                (stem, mention.target, mention.lang, when, mention.text)
                for stem, root in roots.items()
                for when, mention in dates_of(text_part(root))
            ],
        ),
    }


_EDITION = (
    "edition",
    "title",
    "titles",
    "authors",
    "date",
    "place",
    "genre",
    "languages",
    "publisher",
    "published",
    "licence",
)
_SIGNATORY = ("edition", "element", "lang", "person", "name", "role", "party")
_PARTICIPANT = ("edition", "element", "lang", "person", "name", "role")


def _edition(record: Record) -> Sequence[str]:
    titles = [title for _, title in record.titles]
    listed = ("; ".join(titles), "; ".join(record.authors), record.date, record.place, record.genre)
    rest = ("; ".join(record.langs), record.publisher, record.published, record.licence)
    return (record.stem, titles[0] if titles else "", *listed, *rest)


def _signatories(stem: str, root: etree._Element) -> Iterator[Sequence[str]]:
    """A row for each person who signs."""
    for signed in root.iter(tei("signed")):
        for name in signed.iter(tei("persName")):
            role = "; ".join(map(text_of, signed.iter(tei("roleName"))))
            parties = [text_of(each) for each in signed.iterchildren(tei("orgName"))]
            place = (stem, signed.get(XML_ID, ""), language_of(signed))
            yield (*place, name.get("ref", "").lstrip("#"), name.get("key") or text_of(name), role, "; ".join(parties))


def _participants(stem: str, root: etree._Element) -> Iterator[Sequence[str]]:
    """A row for each person in a list of participants."""
    for each in root.iter(tei("list")):
        if each.get("type") != "participants":
            continue
        for item in each.iterchildren(tei("item")):
            for name in item.iter(tei("persName")):
                role = "; ".join(text_of(role) for role in item.iter(tei("roleName")) if local_name(role.tag))
                place = (stem, item.get(XML_ID, ""), language_of(item))
                yield (*place, name.get("ref", "").lstrip("#"), name.get("key") or text_of(name), role)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8 with the mark that spreadsheets want; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


class CsvExporter:
    """Writes a CSV file for each table of the collection."""

    name = "csv"

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes the tables of `files` (by stem) into `destination`, each atomically; the paths written."""
        written = []
        for name, (columns, rows) in tables(files).items():
            write_atomically(destination / f"{name}.csv", csv_bytes(columns, rows))
            written.append(destination / f"{name}.csv")
        return tuple(written)


class JsonExporter:
    """Writes all tables of the collection into one JSON file: lists of objects."""

    name = "json"

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes `collection.json` into `destination`, atomically; its path."""
        data = {
            name: [dict(zip(columns, row, strict=True)) for row in rows]
            for name, (columns, rows) in tables(files).items()
        }
        path = destination / "collection.json"
        write_atomically(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
        return (path,)
