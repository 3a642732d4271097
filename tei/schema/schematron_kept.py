"""The rules of a large schema kept in the cache without the grammar around them: a run then reads 60 KB and not 1 MB."""

import contextlib
import hashlib
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

from tei.errors import CannotWrite
from tei.names import RNG_NS
from tei.schema.schematron import SCH_NS
from tei.schema.store import cache_folder, write_to_cache

_FORM = 1  # of what is kept: to be raised when `rules_alone` gives something else


def kept_rules(path: Path) -> Path:
    """A file with the rules of the RELAX NG schema `path`: the kept one, or the schema itself where it cannot be kept."""
    data = path.read_bytes()
    kept = cache_folder() / "rules" / f"{hashlib.sha256(data).hexdigest()[:16]}-{_FORM}.rng"
    if kept.is_file():
        return kept
    with contextlib.suppress(CannotWrite):
        write_to_cache(kept, rules_alone(data))
        return kept
    return path


def rules_alone(grammar: bytes) -> bytes:
    """A grammar without its definitions: what it has of Schematron, in the same order, with the same namespaces."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(grammar, parser)
    namespaces: Any = root.nsmap  # the stubs leave out the default namespace, whose prefix is None
    alone = etree.Element(f"{{{RNG_NS}}}grammar", nsmap=namespaces)
    for element in root.iter(f"{{{SCH_NS}}}*"):
        parent = element.getparent()
        if parent is not None and str(parent.tag).startswith(f"{{{RNG_NS}}}"):
            copied = deepcopy(element)
            copied.tail = "\n"
            alone.append(copied)
    return etree.tostring(alone, encoding="utf-8")
