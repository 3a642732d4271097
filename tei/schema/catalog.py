"""OASIS XML catalogs: which local file stands for the URI of a schema. Nothing is ever fetched.

Source: XML Catalogs, OASIS Standard V1.1 (2005), section 7.2, resolution of URI references: `uri`, `rewriteURI`,
`uriSuffix`, `delegateURI`, `nextCatalog`, in `group`s, with `xml:base`. The catalogs are those of the environment variable
XML_CATALOG_FILES, which libxml2 reads as well when a schema of its own includes another.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei.errors import UnreadableInput
from tei.names import XML_NS

VARIABLE = "XML_CATALOG_FILES"
_CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_BASE = f"{{{XML_NS}}}base"
# What names the URI that an entry is for, and what names its replacement.
_KEYS = {
    "uri": ("name", "uri"),
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "uriSuffix": ("uriSuffix", "uri"),
    "delegateURI": ("uriStartString", "catalog"),
}

Entry = tuple[str, str, str]  # its kind, what it is for, its absolute replacement


def resolve(uri: str) -> Path | None:
    """The local file that the catalogs have for `uri`; None where they have none."""
    for name in os.environ.get(VARIABLE, "").split():
        found = _in_catalog(uri, _local(name) or Path(name), frozenset())
        if found:
            return _local(found)
    return None


def add_catalog(path: Path) -> None:
    """Looks in the catalog `path` before the others; UnreadableInput when it is none."""
    _entries(path.resolve())
    os.environ[VARIABLE] = f"{path.resolve().as_uri()} {os.environ.get(VARIABLE, '')}".rstrip()


def _in_catalog(uri: str, path: Path, passed: frozenset[Path]) -> str:
    """What one catalog, and those it goes on to, have for `uri`: "" for nothing."""
    path = path.resolve()
    if path in passed or not path.is_file():  # a catalog that is not there is passed over (7.1.1)
        return ""
    entries, passed = _entries(path), passed | {path}
    if found := _matched(uri, entries):
        return found
    delegates = sorted((e for e in entries if e[0] == "delegateURI" and uri.startswith(e[1])), key=lambda e: -len(e[1]))
    following = delegates or [
        entry for entry in entries if entry[0] == "nextCatalog"
    ]  # delegates alone, if any (7.2.2)
    return next((found for e in following if (file := _local(e[2])) and (found := _in_catalog(uri, file, passed))), "")


def _matched(uri: str, entries: tuple[Entry, ...]) -> str:
    """The replacement by the first exact entry, else by the longest prefix, else by the longest suffix."""
    for kind, key, replacement in entries:
        if kind == "uri" and key == uri:
            return replacement
    prefixes = [entry for entry in entries if entry[0] == "rewriteURI" and uri.startswith(entry[1])]
    if prefixes:
        _, key, replacement = max(prefixes, key=lambda entry: len(entry[1]))
        return replacement + uri[len(key) :]
    suffixes = [entry for entry in entries if entry[0] == "uriSuffix" and uri.endswith(entry[1])]
    return max(suffixes, key=lambda entry: len(entry[1]))[2] if suffixes else ""


@cache
def _entries(path: Path) -> tuple[Entry, ...]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.msg
        raise _fault(f"the catalog cannot be read: {reason}", path) from error
    if root.tag != f"{_CATALOG}catalog":
        raise _fault("the file is not an OASIS XML catalog", path)
    return tuple(_below(root, path.as_uri()))


def _below(element: etree._Element, base: str) -> Iterator[Entry]:
    base = urljoin(base, element.get(_BASE, ""))
    for child in element.iterchildren(f"{_CATALOG}*"):
        kind = str(child.tag)[len(_CATALOG) :]
        here = urljoin(base, child.get(_BASE, ""))
        if kind == "group":
            yield from _below(child, base)
        elif kind == "nextCatalog":
            yield kind, "", urljoin(here, child.get("catalog", ""))
        elif kind in _KEYS:
            key, replacement = _KEYS[kind]
            yield kind, child.get(key, ""), urljoin(here, child.get(replacement, ""))


def _local(uri: str) -> Path | None:
    """The file that a `file:` URI or a path names."""
    parts = urlsplit(uri)
    if parts.scheme not in ("", "file") or not parts.path:
        return None
    return Path(unquote(parts.path))


def _fault(message: str, path: Path) -> UnreadableInput:
    remedy = "Give an OASIS XML catalog, or correct XML_CATALOG_FILES."
    return UnreadableInput(message, help=remedy, file=path.as_posix(), rule="XS005")
