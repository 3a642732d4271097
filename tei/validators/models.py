"""The schemas that a document names itself: its `xml-model` instructions, followed where they lead to a local file.

Source: ISO/IEC 19757-11 = Associating Schemas with XML documents 1.0 (W3C Note, 2012). The kind of a schema is what
`schematypens` says, else what `type` says, else the suffix of `href`. Nothing is fetched: a URL is followed where a
catalog (`tei.schema.catalog`) has a file for it, or where it is that of a tei_all and ours is in the cache.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei.diagnostics import Diagnostic, Location
from tei.errors import MissingDependency, TeiError
from tei.names import RNG_NS, XSD_NS
from tei.plugins import TeiFile, Validator
from tei.rules import finding
from tei.schema.catalog import resolve
from tei.schema.store import schema_file
from tei.validators.schemas import KINDS, schema_check

OWN = frozenset({"tei-edition.xsd", "tei-edition.rng", "tei-edition.sch"})
_PART = re.compile(r"\s*([\w.-]+)\s*=\s*(\"[^\"<]*\"|'[^'<]*')(?=\s|$)")
_NAMESPACES = {RNG_NS: "rng", XSD_NS: "xsd", "http://purl.oclc.org/dsdl/schematron": "sch"}
_TYPES = {"application/relax-ng-compact-syntax": "rnc", "application/xml-dtd": "dtd"}
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class Model:
    """One schema that a document names: as written, of what kind ("" when that is not said), on which line."""

    href: str
    kind: str
    line: int

    @property
    def is_own(self) -> bool:
        """Whether it is the project's own schema, which comes with the program wherever the document lies."""
        return PurePosixPath(urlsplit(self.href).path).name in OWN


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a document's models: the checks, and findings on those that were not followed."""

    checks: tuple[Validator, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def models(tree: etree._ElementTree) -> Iterator[Model | tuple[int, str]]:
    """The models that stand before the root; for each broken one its line and what is wrong with it."""
    before = [
        node for node in tree.getroot().itersiblings(preceding=True) if isinstance(node, etree._ProcessingInstruction)
    ]
    for node in reversed(before):
        if node.target != "xml-model":
            continue
        line = node.sourceline if isinstance(node.sourceline, int) else 0
        parts = _parts(node.text or "")
        if parts is None:
            yield line, 'it is not a row of name="value"'
        elif not parts.get("href"):
            yield line, "it has no href"
        else:
            yield Model(parts["href"], _kind(parts), line)


def follow(document: TeiFile, *, rules: bool = True) -> Followed:
    """The checks that the models of `document` ask for, each once; without the rules inside a grammar if so wished."""
    checks: dict[str, Validator] = {}
    findings: list[Diagnostic] = []
    for model in models(document.tree):
        if isinstance(model, tuple):
            findings.append(_broken(f"this xml-model instruction cannot be followed: {model[1]}", document, model[0]))
            continue
        if model.is_own:
            continue
        try:
            check = _check(model, document, rules)
        except TeiError as fault:
            message = f"the schema “{model.href}” of this document cannot be used: {fault.message}"
            findings.append(_broken(message, document, model.line, fault.help))
            continue
        if check is None:
            findings.append(_elsewhere(model, document))
        else:
            checks.setdefault(check.name, check)
    return Followed(tuple(checks.values()), tuple(findings))


def names_own(document: TeiFile) -> bool:
    """Whether the document says that it is one of our editions, or names no schema at all."""
    named = [model for model in models(document.tree) if isinstance(model, Model)]
    return not named or any(model.is_own for model in named)


def _check(model: Model, document: TeiFile, rules: bool) -> Validator | None:
    """The check for one model; None where its schema is not on this machine."""
    path = resolve(model.href)
    address = urlsplit(model.href)
    if path is None and address.scheme in ("", "file") and not address.netloc:
        path = Path(document.file).parent / unquote(address.path)
    if path is None and PurePosixPath(address.path).name == "tei_all.rng" and model.kind in ("rng", "sch"):
        try:
            path = schema_file("tei_all")
        except MissingDependency:
            return None
        return schema_check(path, model.kind, "tei_all" if model.kind == "rng" else model.href, rules=rules)
    return schema_check(path, model.kind, model.href, rules=rules) if path else None


def _parts(text: str) -> dict[str, str] | None:
    """The pseudo-attributes of an instruction; None when it is not made of them."""
    parts: dict[str, str] = {}
    at = 0
    while text[at:].strip():
        match = _PART.match(text, at)
        if match is None or match[1] in parts:
            return None
        parts[match[1]] = _unescaped(match[2][1:-1])
        at = match.end()
    return parts


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _kind(parts: dict[str, str]) -> str:
    suffix = PurePosixPath(urlsplit(parts["href"]).path).suffix.lower()[1:]
    named = _NAMESPACES.get(parts.get("schematypens", "")) or _TYPES.get(parts.get("type", ""))
    return named or (suffix if suffix in KINDS else "")


def _broken(message: str, document: TeiFile, line: int, remedy: str = "") -> Diagnostic:
    remedy = remedy or 'Write it as <?xml-model href="schema.rng" schematypens="…"?>, or remove it.'
    return finding("XS007", message, Location(document.file, line), help=remedy)


def _elsewhere(model: Model, document: TeiFile) -> Diagnostic:
    message = f"not checked against {model.href}, which the document names: it is not on this machine"
    remedy = "Get the file, and name it with --schema or in a catalog (--catalog); validation fetches nothing."
    return finding("XS004", message, Location(document.file, model.line), help=remedy)
