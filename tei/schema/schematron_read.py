"""Schematron schemas read from a file: a schema of its own (.sch), or rules embedded in a RELAX NG or an ODD.

In a RELAX NG, patterns and rules stand among the definitions (ISO/IEC 19757-3, on embedded Schematron); in an ODD, in a
`constraintSpec` (TEI P5, 23.5.2), where an old one may give tests without a rule: they are for what is specified there.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tei.errors import UnreadableInput
from tei.names import RNG_NS, TEI_NS, local_name, tei
from tei.schema.schematron import ALL_PHASES, Pattern, Phase, Schema, Unread
from tei.schema.schematron_parts import Abstraction, fill_in, keys, lets, pattern_of, sch, text_of

_VERSIONS = {
    **dict.fromkeys(("", "xslt", "xslt1", "xpath", "xpath1"), 1),
    **dict.fromkeys(("xslt2", "xpath2"), 2),
    **dict.fromkeys(("xslt3", "xpath3", "xpath31"), 3),
}
_EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"
_INCLUDING = (f"{{{RNG_NS}}}include", f"{{{RNG_NS}}}externalRef")


def read_schematron(path: Path) -> Schema:
    """The schema in the file `path`; UnreadableInput when it is not one, or names files that are not there.

    A RELAX NG or an ODD without any rule gives a schema without patterns.
    """
    root = _load(path, ())
    if root.tag == sch("schema"):
        return _standalone(root, path)
    if str(root.tag).startswith(f"{{{RNG_NS}}}"):
        return _embedded(list(_grammars(root, path, [path.resolve()])), path, {})
    if str(root.tag).startswith(f"{{{TEI_NS}}}"):
        return _embedded([root], path, {"tei": TEI_NS})
    raise _bad(path, f"the root is `{local_name(root.tag)}`, not that of a Schematron schema")


def _standalone(root: etree._Element, path: Path) -> Schema:
    binding = root.get("queryBinding", "").strip().lower()
    if binding not in _VERSIONS:
        raise _bad(path, f"its rules are in the query language “{binding}”")
    phases = {}
    for phase in root.iterchildren(sch("phase")):
        active = frozenset(each.get("pattern", "") for each in phase.iterchildren(sch("active")))
        phases[phase.get("id", "")] = Phase(active, lets(phase))
    patterns, unread = _patterns(root, path)
    return Schema(
        path,
        _VERSIONS[binding],
        _namespaces(root),
        patterns,
        lets(root),
        phases,
        default_phase=root.get("defaultPhase", ALL_PHASES).strip(),
        diagnostics={each.get("id", ""): text_of(each) for each in _real(root, "diagnostic")},
        keys=keys(root),
        unread=unread,
    )


def _embedded(roots: list[etree._Element], path: Path, namespaces: dict[str, str]) -> Schema:
    """All rules of some grammars, or of an ODD. TEI writes them in the newest XPath, and nothing says which it is."""
    patterns: list[Pattern] = []
    unread: list[Unread] = []
    for root in roots:
        own = {str(prefix): str(uri) for prefix, uri in root.nsmap.items() if prefix}
        namespaces = {**own, **namespaces, **_namespaces(root)}
        found, left = _patterns(root, path)
        patterns += found
        unread += left
    return Schema(
        path,
        3,
        namespaces,
        tuple(patterns),
        diagnostics={each.get("id", ""): text_of(each) for root in roots for each in _real(root, "diagnostic")},
        keys=tuple(key for root in roots for key in keys(root)),
        unread=tuple(unread),
    )


def _patterns(root: etree._Element, path: Path) -> tuple[tuple[Pattern, ...], tuple[Unread, ...]]:
    """The patterns below `root`, a rule outside any pattern as one of its own; and the tests outside any rule."""
    try:
        fill_in(root)
    except Abstraction as error:
        raise _bad(path, str(error)) from error
    found: list[Pattern] = []
    unread: list[Unread] = []
    for element in _real(root, "pattern", "rule", "assert", "report"):
        inside = {local_name(node.tag) for node in element.iterancestors(sch("*"))}
        if inside & {"pattern", "rule", "rules"} or not _is_active(element):
            continue
        context = _specified(element) if element.tag in (sch("assert"), sch("report")) else ""
        if context or element.tag in (sch("pattern"), sch("rule")):
            found.append(pattern_of(element, _name(element, len(found)), context))
        else:
            label = element.get("id") or " ".join(element.get("test", "").split())
            unread.append(Unread(label, "it stands outside a rule, so that nothing says what it is for"))
    return tuple(found), tuple(unread)


def _real(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Elements of Schematron that are not part of an example."""
    for element in root.iter(*(sch(name) for name in names)):
        if next(element.iterancestors(_EXAMPLE), None) is None:
            yield element


def _is_active(element: etree._Element) -> bool:
    """Whether what an ODD has this rule in is a constraint in Schematron, and not deleted."""
    spec = next(element.iterancestors(tei("constraintSpec")), None)
    return spec is None or (
        spec.get("mode") != "delete" and spec.get("scheme", "schematron") in ("schematron", "isoschematron")
    )


def _specified(element: etree._Element) -> str:
    """The TEI element, or its attribute, whose specification in an ODD this stands in, as a context; else nothing."""
    spec = next(element.iterancestors(tei("elementSpec")), None)
    if spec is None:
        return ""
    attribute = next(element.iterancestors(tei("attDef")), None)
    whole = next(spec.iterancestors(tei("schemaSpec")), spec)
    foreign = spec.get("ns", whole.get("ns", TEI_NS)) != TEI_NS or (attribute is not None and attribute.get("ns"))
    context = f"tei:{spec.get('ident', '')}"
    return "" if foreign else context if attribute is None else f"{context}/@{attribute.get('ident', '')}"


def _name(element: etree._Element, before: int) -> str:
    """What a pattern is called: its id, that of the constraint it stands in, or its number."""
    spec = next(element.iterancestors(tei("constraintSpec")), None)
    return element.get("id") or (spec.get("ident", "") if spec is not None else "") or f"pattern {before + 1}"


def _namespaces(root: etree._Element) -> dict[str, str]:
    return {each.get("prefix", ""): each.get("uri", "") for each in _real(root, "ns")}


def _grammars(root: etree._Element, path: Path, known: list[Path]) -> Iterator[etree._Element]:
    """A grammar and those that it includes, each once; `known` are the files that were read."""
    yield root
    for include in root.iter(*_INCLUDING):
        target = (path.parent / unquote(include.get("href", ""))).resolve()
        if target not in known:
            known.append(target)
            yield from _grammars(_load(target, ()), target, known)


def _load(path: Path, files: tuple[Path, ...]) -> etree._Element:
    """The root of a file, with what it includes in its place; `files` are those that include it."""
    if path.resolve() in files:
        raise _bad(path, "it includes itself")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.parse(path, parser).getroot()
    except OSError as error:
        raise _bad(path, "there is no such file, or it cannot be read") from error
    except etree.XMLSyntaxError as error:
        raise _bad(path, f"it is not well-formed XML: {error.msg}") from error
    for place in list(_real(root, "include", "extends")):
        if href := place.get("href"):
            _include(place, href, path, (*files, path.resolve()))
    return root


def _include(place: etree._Element, href: str, path: Path, files: tuple[Path, ...]) -> None:
    """The element that an inclusion names in its place; for an `extends`, what that element holds."""
    address, _, identifier = href.partition("#")
    if "://" in address:
        raise _bad(path, f"it includes {href}, and only local files are read")
    target = _load(path.parent / unquote(address), files)
    if identifier:
        found = [each for each in target.iter(etree.Element) if identifier in (each.get("id"), each.get("xml:id"))]
        if not found:
            raise _bad(path, f"it includes {href}, and there is no element with that id")
        target = found[0]
    for element in list(target) if place.tag == sch("extends") else [target]:
        place.addprevious(element)
    parent = place.getparent()
    if parent is not None:
        parent.remove(place)


def _bad(path: Path, why: str) -> UnreadableInput:
    remedy = "Give a Schematron schema (.sch), or a RELAX NG (.rng) or ODD with Schematron rules in it."
    return UnreadableInput(f"the rules cannot be read: {why}", file=path.as_posix(), rule="XS005", help=remedy)
