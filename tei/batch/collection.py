"""What is said of a collection beyond its sources: editions whose source is gone, the catalogue, and a run's log."""

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tei.atomic import write_atomically
from tei.batch.job import Outcome
from tei.batch.manifest import Manifest
from tei.batch.remote import RemotePath
from tei.diagnostics import Diagnostic, Location
from tei.errors import UsageError
from tei.names import TEI_NS, tei
from tei.rules import finding

_XI = "http://www.w3.org/2001/XInclude"
_COLUMNS = ("edition", "id", "title", "versions", "paragraphs", "signatories", "links", "sound", "source")


def gone(manifest: Manifest, *, prune: bool) -> Iterator[Diagnostic]:
    """A finding for each source that is no longer there; with `prune` what was made from it is removed."""
    for each in manifest.gone():
        names = ", ".join(str(path) for path in (*each.editions, *each.edited)) or "nothing"
        if not prune:
            message, help_ = f"the source is gone; left of it: {names}", "Convert with --prune to remove what is left."
        elif each.edited:
            names = ", ".join(map(str, each.edited))
            message, help_ = f"the source is gone; {names} was edited and is kept", "Remove it by hand."
        else:
            message, help_ = f"the source is gone; removed: {names}", ""
        if prune:
            manifest.forget(each)
        yield finding("BT003", message, Location(_from(each.source, Path())), help=help_)


def catalogue(manifest: Manifest, path: Path) -> None:
    """Writes what the collection holds: a table (.tsv), or a teiCorpus that includes every edition (.xml).

    The XML is a TEI corpus with XInclude (TEI P5, 16.3): https://www.w3.org/TR/xinclude/
    """
    forms = {".tsv": _table, ".xml": _corpus}
    if path.suffix not in forms:
        raise UsageError(f"there is no catalogue of the form {path.suffix!r}", help="Name it .tsv or .xml.")
    write_atomically(path, forms[path.suffix](manifest, path))


def check_catalogue(path: Path | None) -> None:
    """UsageError when there is no such form of catalogue: before the work, not after it."""
    if path and path.suffix not in (".tsv", ".xml"):
        raise UsageError(f"there is no catalogue of the form {path.suffix!r}", help="Name it .tsv or .xml.")


def log_line(outcome: Outcome) -> str:
    """What became of a source as a line of JSON."""
    found = [
        {
            "rule": f.rule.id,
            "severity": f.severity,
            "file": f.location.file,
            "line": f.location.line,
            "message": f.message,
        }
        for f in outcome.findings
    ]
    line = {
        "source": str(outcome.job.source.path),
        "edition": str(outcome.written) if outcome.written else None,
        "id": outcome.edition_id,
        "unchanged": outcome.known,
        "findings": found,
    }
    return json.dumps(line, ensure_ascii=True) + "\n"


def _editions(manifest: Manifest, path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """The editions that are there, by name: as `path` would point to them, and what is kept of each."""
    for source, outcomes in manifest.all():
        for kept in json.loads(outcomes):
            if kept["written"] and manifest.holds(kept["written"]):
                kept["source"] = shown_from(source, path.parent)
                yield shown_from(manifest.folder / kept["written"], path.parent), kept


def _table(manifest: Manifest, path: Path) -> bytes:
    from tei.publishers.tables import harmless  # here: few runs write a table, and all load this module

    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for name, kept in _editions(manifest, path):
        figures = kept["summary"] if isinstance(kept["summary"], dict) else {}
        values = [
            name, kept["id"], figures.get("title", ""), *(_numbers(figures.get(key, ())) for key in _COLUMNS[3:6]),
            figures.get("links", 0), "yes" if kept["sound"] else "no", kept["source"],
        ]  # fmt: skip
        writer.writerow([harmless(str(value)) for value in values])
    return out.getvalue().encode()


def _numbers(values: object) -> str:
    return " ".join(map(str, values)) if isinstance(values, list) else ""


def _corpus(manifest: Manifest, path: Path) -> bytes:
    root = etree.Element(tei("teiCorpus"), nsmap={None: TEI_NS, "xi": _XI})  # type: ignore[dict-item]  # the stubs lack None
    description = etree.SubElement(etree.SubElement(root, tei("teiHeader")), tei("fileDesc"))
    title = etree.SubElement(etree.SubElement(description, tei("titleStmt")), tei("title"))
    title.text = path.stem
    for part in ("publicationStmt", "sourceDesc"):
        paragraph = etree.SubElement(etree.SubElement(description, tei(part)), tei("p"))
        paragraph.text = {
            "publicationStmt": "Unpublished.",
            "sourceDesc": "The headers of the editions name their sources.",
        }[part]
    for name, kept in _editions(manifest, path):
        if kept["sound"]:
            from urllib.parse import quote

            etree.SubElement(root, f"{{{_XI}}}include", href=quote(name.replace(os.sep, "/")))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def shown_from(path: Path, folder: Path) -> str:
    """How `path` is named from `folder`, as a text that any file can hold."""
    return _from(path, folder).encode("utf-8", "backslashreplace").decode()


def _from(path: Path, folder: Path) -> str:
    """How `path` is named from `folder`: a URL is the same from everywhere."""
    return str(path) if isinstance(path, RemotePath) else os.path.relpath(path, folder)
