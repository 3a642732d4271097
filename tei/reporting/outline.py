"""How a source was read: every block with its kind, place and certainty, and what was set aside."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import assert_never

from tei.model.document import Block, Division, Edition, Entity, Group, Node, Version
from tei.model.header import Creation
from tei.model.inline import Date, Inline, List, Milestone, Text
from tei.model.source import Decoded
from tei.model.span import Span
from tei.reporting.page import Page
from tei.reporting.tables import Column, table
from tei.reporting.words import count, visible

_COLUMNS = (
    Column("Lines", right=True),
    Column("Version"),
    Column("Kind"),
    Column("Sure", right=True),
    Column("Text", cut=True),
    Column("Why", cut=True),
)


_SURE = 0.8  # what is less certain is doubtful


@dataclass(frozen=True, slots=True)
class Row:
    """A block, or characters that were set aside: those have the reason as `kind` and no version.

    `kind` is the TEI element, after the wrappers it stands in (`closer/signed`). Offsets are 0-based and half-open,
    lines 1-based and inclusive; `certainty` is 0–1.
    """

    version: str
    kind: str
    start: int
    end: int
    first_line: int
    last_line: int
    certainty: float
    reason: str
    text: str


def outline(edition: Edition) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The blocks, and what was set aside, each in the order of the source."""
    decoded = edition.source.decoded
    blocks = [row for version in edition.versions for row in _rows(version.content, version.id, "", decoded)]
    aside = [_row(decoded, entry.span, kind=entry.kind) for entry in edition.ledger]
    return tuple(sorted(blocks, key=_place)), tuple(sorted(aside, key=_place))


def outline_json(edition: Edition) -> str:
    """The outline as one JSON object."""
    blocks, aside = outline(edition)
    decoded = edition.source.decoded
    made = edition.header.creation
    versions = [{"id": version.id, "lang": version.lang, "role": version.role} for version in edition.versions]
    document = {
        "file": decoded.file,
        "format": edition.source.format,
        "encoding": decoded.encoding,
        "newline": decoded.newline,
        "id": edition.id,
        "titles": [{"text": title.text, "lang": title.lang} for title in edition.header.titles],
        "date": {"when": made.when, "type": made.type, "certainty": made.certainty, "reason": made.reason},
        "versions": versions,
        "blocks": [asdict(row) for row in blocks],
        "set_aside": [{k: v for k, v in asdict(row).items() if k not in _BLOCK_ONLY} for row in aside],
        "links": list(_links(edition)),
        "decisions": list(edition.decisions),
        "entities": [asdict(entity) for entity in edition.entities],
        "dates": dates(edition),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_BLOCK_ONLY = ("version", "certainty", "reason")


def outline_text(edition: Edition, page: Page) -> str:
    """The outline for a person: what the file is, a table of it from top to bottom, and what was recognised in it."""
    blocks, aside = outline(edition)
    outer = [row for row in aside if not any(b.start <= row.start and row.end <= b.end for b in blocks)]
    rows = sorted((*blocks, *outer), key=_place)
    dim = [number for number, row in enumerate(rows) if not row.version]
    parts = [_about(edition), table(_COLUMNS, map(_cells, rows), page, dim=dim), _recognised(edition)]
    if len(outer) < len(aside):
        parts.append(f"{count(len(aside) - len(outer), 'mark')} inside blocks set aside: the source's own markup.\n")
    return "\n".join(part for part in parts if part)


def dates(edition: Edition) -> list[str]:
    """The dates that stand in the text, each once, as ISO 8601; a span with a slash between its ends."""
    found = (d for v in edition.versions for block in v.blocks() for d in _dates(block.content))
    return list(dict.fromkeys(d.when or f"{d.from_}/{d.to}" for d in found))


def _links(edition: Edition) -> Iterator[dict[str, str]]:
    """Every link between blocks, and between sentences: the ids of its two sides, and how certain it is."""
    for alignment in edition.alignments:
        for bead in alignment.beads:
            if bead.source and bead.target:
                sides = {"source": " ".join(bead.source), "target": " ".join(bead.target)}
                by = "" if bead.origin == "auto" else bead.origin
                yield {"level": alignment.level, **sides, "certainty": f"{bead.certainty:.2f}", "by": by}


def _link_line(link: dict[str, str]) -> str:
    return f"{link['source']} – {link['target']}: {float(link['certainty']):.0%}"


def _about(edition: Edition) -> str:
    decoded = edition.source.decoded
    facts = (edition.source.format, decoded.encoding, decoded.newline, f"{decoded.size:,} bytes")
    lines = [f"{decoded.file}: {', '.join(fact for fact in facts if fact)}", f"Id: {edition.id}"]
    lines += [f"Title ({title.lang}): {title.text}" for title in edition.header.titles]
    lines += [f"Date of the document: {_made(edition.header.creation)}"] if edition.header.creation.when else []
    lines += [f"Version {v.id}: {', '.join(_version(v))}" for v in edition.versions]
    return "\n".join(map(visible, lines)) + "\n"


def _made(creation: Creation) -> str:
    """The day of a document, and by what evidence."""
    sure = "" if creation.certainty >= _SURE else f"{creation.certainty:.0%} sure, "
    return f"{creation.when} ({sure}from {creation.reason})" if creation.reason else creation.when


def _version(version: Version) -> Iterator[str]:
    """The language of a version and what is said of it."""
    yield version.lang if version.certainty >= _SURE else f"{version.lang} ({version.certainty:.0%} sure)"
    if version.role:
        yield version.role
    if version.resp:
        yield f"decided by {version.resp}"


def _recognised(edition: Edition) -> str:
    labels = {"person": "Persons", "place": "Places", "org": "Organizations"}
    lists = [(label, [_named(e) for e in edition.entities if e.kind == kind]) for kind, label in labels.items()]
    lists.append(("Dates", dates(edition)))
    lists.append(("Doubtful links", [_link_line(link) for link in _links(edition) if float(link["certainty"]) < _SURE]))
    lists.append(("Decided by the editor", list(edition.decisions)))
    return "\n".join(
        f"{label}:\n" + "".join(f"  {visible(name)}\n" for name in names) for label, names in lists if names
    )


def _named(entity: Entity) -> str:
    names = " = ".join(name.text for name in entity.names)
    return f"{names} ({', '.join(entity.roles)})" if entity.roles else names


def _cells(row: Row) -> tuple[str, ...]:
    lines = str(row.first_line) if row.first_line == row.last_line else f"{row.first_line}–{row.last_line}"
    opening = " ".join(row.text.split())
    if not row.version:
        return (lines, "", f"({row.kind})", "", opening, "")
    return (lines, row.version, row.kind, f"{row.certainty:.0%}", opening, row.reason)


def _place(row: Row) -> tuple[int, int]:
    return row.start, -row.end


def _row(
    decoded: Decoded, span: Span, *, kind: str, version: str = "", certainty: float = 1.0, reason: str = ""
) -> Row:
    first, _ = decoded.lines.position(span.start)
    last, _ = decoded.lines.position(max(span.start, span.end - 1))
    text = decoded.text[span.start : span.end]
    # A certainty is an estimate: what lies beyond two digits is an accident of how it was reckoned.
    return Row(version, kind, span.start, span.end, first, last, round(certainty, 2), reason, text)


def _rows(content: tuple[Node, ...], version: str, within: str, decoded: Decoded) -> Iterator[Row]:
    for node in content:
        match node:
            case Block():
                kind = f"{within}{node.role}"
                yield _row(decoded, node.span, kind=kind, version=version, certainty=node.certainty, reason=node.reason)
                for inline in node.content:
                    if isinstance(inline, List):
                        yield from _rows(inline.items, version, f"{kind}/", decoded)
            case Group(wrapper=wrapper, blocks=blocks):
                yield from _rows(blocks, version, f"{within}{wrapper}/", decoded)
            case Division(type=type, content=inner):
                yield from _rows(inner, version, f"{within}{type}/", decoded)
            case Milestone():
                pass
            case _:
                assert_never(node)


def _dates(content: tuple[Inline, ...]) -> Iterator[Date]:
    for node in content:
        match node:
            case Date():
                yield node
            case List(items=items):
                for item in items:
                    yield from _dates(item.content)
            case Text() | Milestone():
                pass
            case _:
                yield from _dates(node.content)
