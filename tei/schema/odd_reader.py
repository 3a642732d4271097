"""Reading an ODD: the XML as TEI P5, chapter 22, defines it, into the values of `tei/schema/odd.py`.

Only a pure ODD is read: one that declares all it uses. Everything in it is either understood or refused by name and
line; nothing is passed over, for a constraint that is dropped would make a schema looser than its author believes.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

from lxml import etree

from tei.errors import UnreadableInput
from tei.names import TEI_NS, local_name, tei
from tei.schema.odd import (
    AttDef,
    AttList,
    ClassSpec,
    Constraint,
    Data,
    DataSpec,
    Datatype,
    ElementSpec,
    Example,
    MacroSpec,
    Odd,
    Spec,
    Value,
)
from tei.schema.odd_check import check
from tei.schema.odd_content import content_of, datatype, leaf, particle, values
from tei.schema.odd_xml import OCCURS, Refused, chosen, need, occurs, one, read, words

EXAMPLES_NS = "http://www.tei-c.org/ns/Examples"
SCHEMATRON_NS = "http://purl.oclc.org/dsdl/schematron"

_SPEC = ("ident", "module", "mode", "xml:lang")


def read_odd(path: Path) -> Odd:
    """The ODD in the file `path`; UnreadableInput with the line where it is not one that we can compile."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise _fault(path, f"the ODD cannot be read: {error.strerror}", "Give the path of a TEI ODD.") from error
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise _fault(path, f"the ODD is not well-formed XML: {error.msg}", "Correct it there.", line) from error
    try:
        schemas = list(root.iter(tei("schemaSpec")))
        if len(schemas) != 1:
            message = f"the document has {len(schemas)} `schemaSpec` elements"
            raise Refused(root, message, "Give a TEI ODD with one `schemaSpec`.")
        odd = _schema(schemas[0], words(root.find(f".//{tei('titleStmt')}/{tei('title')}")))
    except Refused as refused:
        raise _fault(path, refused.message, refused.help, _line(refused.element)) from None
    for line, message, remedy in check(odd):
        raise _fault(path, message, remedy, line)
    return odd


def _line(element: etree._Element) -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 0


def _fault(path: Path, message: str, help: str, line: int = 0) -> UnreadableInput:
    return UnreadableInput(message, help=help, file=path.as_posix(), line=line, rule="XS005")


# --- Documentation and rules ------------------------------------------------------------------------------------------


def _spec(element: etree._Element) -> dict[str, object]:
    """What every declaration has, as arguments of a `Spec`."""
    remarks = [p for part in element.findall(tei("remarks")) for p in read(part, ("p",), ())]
    return {
        "ident": need(element, "ident"),
        "line": _line(element),
        "module": element.get("module", ""),
        "gloss": words(one(element, "gloss")),
        "desc": words(one(element, "desc")),
        "remarks": tuple(map(words, remarks)),
        "examples": tuple(map(_example, element.findall(tei("exemplum")))),
    }


def _example(element: etree._Element) -> Example:
    shown = element.find(f"{{{EXAMPLES_NS}}}egXML")
    if shown is None or len(element) != 1:
        raise Refused(element, "`exemplum` holds something else than one `egXML`")
    text = _as_tei(shown)
    return Example(text, shown.get("valid", "true") == "true", _line(shown))


def _as_tei(shown: etree._Element) -> str:
    """The content of an `egXML` as the user would write it: no namespaces, no indentation of the ODD."""
    text = etree.tostring(shown, encoding="unicode", with_tail=False)
    inner = text[text.index(">") + 1 : text.rindex("</")] if "</" in text else ""
    return dedent(inner.strip("\n").rstrip()).strip()


def _constraint(element: etree._Element) -> Constraint:
    read(element, ("desc", "constraint"), ("ident", "scheme", "mode", "xml:lang"))
    chosen(element, "scheme", "schematron", ("schematron", "isoschematron"))
    inner = one(element, "constraint")
    rules = tuple(inner) if inner is not None else ()
    for rule in rules:
        if not str(rule.tag).startswith(f"{{{SCHEMATRON_NS}}}"):
            raise Refused(rule, f"`{local_name(rule.tag)}` in `constraint` is not Schematron")
    if inner is None or not rules or "".join([inner.text or "", *(rule.tail or "" for rule in rules)]).strip():
        raise Refused(
            element, "the `constraintSpec` has no rules, or text between them", "Write Schematron in its `constraint`."
        )
    return Constraint(need(element, "ident"), words(one(element, "desc")), rules, _line(element))


# --- Attributes -----------------------------------------------------------------------------------------------------


def _att_list(element: etree._Element | None) -> AttList:
    if element is None:
        return AttList()
    children = read(element, ("attDef", "attList"), ("org",))
    choice = chosen(element, "org", "group", ("group", "choice")) == "choice"
    parts = tuple(_att_list(child) if child.tag == tei("attList") else _att_def(child) for child in children)
    attributes = AttList(parts, choice)
    if choice and any(attribute.required for attribute in attributes):
        raise Refused(element, "a choice of attributes has one that must be there", 'Leave out usage="req" in it.')
    return attributes


def _att_def(element: etree._Element) -> AttDef:
    read(element, ("desc", "datatype", "valList"), ("ident", "usage", "mode"))
    usage = chosen(element, "usage", "opt", ("opt", "rec", "req"))
    given, listed = one(element, "datatype"), one(element, "valList")
    data: Data | None = None
    least, most = (1, 1) if given is None else occurs(given)
    if given is not None and len(given) == 1:
        data = datatype(*read(given, ("dataRef",), OCCURS))
    suggested: tuple[Value, ...] = ()
    if listed is not None and chosen(listed, "type", "open", ("closed", "open")) == "closed":
        data = datatype(listed)
    elif listed is not None:
        suggested = values(listed)
    if data is None:
        raise Refused(element, f"attribute `{need(element, 'ident')}` has no datatype", "Add a `datatype`.")
    return AttDef(need(element, "ident"), Datatype(data, least, most), usage == "req", words(one(element, "desc")),
                  suggested)  # fmt: skip


# --- Declarations ---------------------------------------------------------------------------------------------------


def _classes(element: etree._Element) -> tuple[str, ...]:
    classes = one(element, "classes")
    members = [] if classes is None else read(classes, ("memberOf",), ("mode",))
    return tuple(need(leaf(member, ("key", "mode")), "key") for member in members)


def _element_spec(element: etree._Element) -> ElementSpec:
    read(element, ("altIdent", "gloss", "desc", "classes", "content", "constraintSpec", "attList", "exemplum",
                    "remarks"), _SPEC)  # fmt: skip
    content = one(element, "content")
    if content is None:
        raise Refused(element, f"the element `{need(element, 'ident')}` has no content", "Add a `content`.")
    inner = content_of(content)
    is_data = local_name(inner.tag) in ("dataRef", "valList")
    name = words(one(element, "altIdent")) or need(element, "ident")
    return ElementSpec(
        **_spec(element),  # type: ignore[arg-type]
        name=name,
        content=Datatype(datatype(inner)) if is_data else particle(inner),
        classes=_classes(element),
        attributes=_att_list(one(element, "attList")),
        constraints=tuple(map(_constraint, element.findall(tei("constraintSpec")))),
    )


def _class_spec(element: etree._Element) -> ClassSpec:
    read(element, ("gloss", "desc", "classes", "attList", "remarks"), (*_SPEC, "type"))
    return ClassSpec(
        **_spec(element),  # type: ignore[arg-type]
        model=chosen(element, "type", "", ("model", "atts")) == "model",
        classes=_classes(element),
        attributes=_att_list(one(element, "attList")),
    )


def _macro_spec(element: etree._Element) -> MacroSpec:
    content = one(element, "content")
    read(element, ("gloss", "desc", "content", "remarks"), _SPEC)
    if content is None:
        raise Refused(element, "the `macroSpec` has no content", "Add a `content`.")
    return MacroSpec(**_spec(element), content=particle(content_of(content)))  # type: ignore[arg-type]


def _data_spec(element: etree._Element) -> DataSpec:
    content = one(element, "content")
    read(element, ("gloss", "desc", "content", "remarks"), _SPEC)
    if content is None:
        raise Refused(element, "the `dataSpec` has no content", "Add a `content`.")
    return DataSpec(**_spec(element), data=datatype(content_of(content)))  # type: ignore[arg-type]


_SPECS: dict[str, Callable[[etree._Element], Spec]] = {
    "elementSpec": _element_spec,
    "classSpec": _class_spec,
    "macroSpec": _macro_spec,
    "dataSpec": _data_spec,
}


def _schema(element: etree._Element, title: str) -> Odd:
    attributes = ("ident", "start", "ns", "docLang", "xml:lang")
    children = read(element, ("desc", "constraintSpec", *_SPECS), attributes)
    specs: dict[str, Spec] = {}
    for spec, child in _declared(children):
        if spec.ident in specs:
            raise Refused(child, f"“{spec.ident}” is declared twice", "Give one of them another ident.")
        if not re.fullmatch(r"[\w.\-]+", spec.ident):
            raise Refused(child, f"“{spec.ident}” is not an ident", "Use letters, digits, points and hyphens.")
        specs[spec.ident] = spec
    return Odd(
        ident=need(element, "ident"),
        title=title,
        desc=words(one(element, "desc")),
        namespace=element.get("ns", TEI_NS),
        start=tuple(element.get("start", "TEI").split()),
        specs=specs,
        constraints=tuple(map(_constraint, element.findall(tei("constraintSpec")))),
        prefixes={prefix: uri for prefix, uri in element.nsmap.items() if prefix and uri != SCHEMATRON_NS},
    )


def _declared(children: list[etree._Element]) -> Iterator[tuple[Spec, etree._Element]]:
    for child in children:
        read = _SPECS.get(local_name(child.tag))
        if read is not None:
            yield read(child), child
