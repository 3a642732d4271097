"""What an ODD says is what the compiled schemas take; what cannot be said is refused at its line."""

from pathlib import Path

import pytest
from odds import FIRST_LINE, Compiled, element, write

from tei.errors import UnreadableInput
from tei.schema.build import build, stale
from tei.schema.odd_reader import read_odd

B, C, D = element("b"), element("c"), element("d", classes="model.x")
X = '<classSpec ident="model.x" type="model"/>'

CONTENT = {
    "empty": ("<empty/>", "", ["<a/>"], ["<a>x</a>", "<a><b/></a>"]),
    "text": ("<textNode/>", "", ["<a>x</a>", "<a/>"], ["<a><b/></a>"]),
    "an element": ('<elementRef key="b"/>', B, ["<a><b/></a>"], ["<a/>", "<a><b/><b/></a>", "<a>x<b/></a>"]),
    "an element that may be absent": ('<elementRef key="b" minOccurs="0"/>', B, ["<a/>", "<a><b/></a>"], ["<a>x</a>"]),
    "two to three": (
        '<elementRef key="b" minOccurs="2" maxOccurs="3"/>',
        B,
        ["<a><b/><b/></a>", "<a><b/><b/><b/></a>"],
        ["<a><b/></a>", "<a><b/><b/><b/><b/></a>"],
    ),
    "three or more": (
        '<elementRef key="b" minOccurs="3" maxOccurs="unbounded"/>',
        B,
        ["<a><b/><b/><b/></a>", "<a><b/><b/><b/><b/></a>"],
        ["<a><b/><b/></a>"],
    ),
    "up to three of one or the other": (
        '<alternate minOccurs="0" maxOccurs="3"><elementRef key="b"/><elementRef key="c"/></alternate>',
        B + C,
        ["<a/>", "<a><c/><b/><c/></a>"],
        ["<a><b/><b/><b/><c/></a>"],
    ),
    "one after the other": (
        '<sequence><elementRef key="b"/><elementRef key="c" minOccurs="0"/></sequence>',
        B + C,
        ["<a><b/><c/></a>", "<a><b/></a>"],
        ["<a><c/><b/></a>", "<a><c/></a>"],
    ),
    "pairs": (
        '<sequence minOccurs="0" maxOccurs="unbounded"><elementRef key="b"/><elementRef key="c"/></sequence>',
        B + C,
        ["<a/>", "<a><b/><c/><b/><c/></a>"],
        ["<a><b/><c/><b/></a>"],
    ),
    "text and elements": (
        '<alternate minOccurs="0" maxOccurs="unbounded"><textNode/><elementRef key="b"/></alternate>',
        B,
        ["<a/>", "<a>x<b/>y<b/></a>", "<a><b/></a>"],
        ["<a>x<c/></a>"],
    ),
    "text around what must be there": (
        '<sequence><textNode/><elementRef key="b"/><textNode/></sequence>',
        B,
        ["<a>x<b/>y</a>", "<a><b/></a>"],
        ["<a>x</a>", "<a><b/>x<b/></a>"],
    ),
    "a member of a class": (
        '<classRef key="model.x" maxOccurs="2"/>',
        X + D + element("e", classes="model.x"),
        ["<a><d/></a>", "<a><e/><d/></a>"],
        ["<a/>", "<a><b/></a>"],
    ),
    "a member of a class in the class": (
        '<classRef key="model.y"/>',
        X + D + '<classSpec ident="model.y" type="model"/>'
        '<classSpec ident="model.z" type="model"><classes><memberOf key="model.y"/></classes></classSpec>'
        + element("e", classes="model.z"),
        ["<a><e/></a>"],
        ["<a><d/></a>"],
    ),
    "a macro": (
        '<sequence><macroRef key="m"/><elementRef key="c"/></sequence>',
        '<macroSpec ident="m"><content><elementRef key="b" minOccurs="0"/></content></macroSpec>' + B + C,
        ["<a><b/><c/></a>", "<a><c/></a>"],
        ["<a><b/></a>"],
    ),
    "a macro of text": (
        '<macroRef key="m"/>',
        '<macroSpec ident="m"><content><textNode/></content></macroSpec>',
        ["<a>x</a>"],
        ["<a><b/></a>"],
    ),
    "a value": (
        '<dataRef key="v"/>',
        '<dataSpec ident="v"><content><valList type="closed"><valItem ident="x y"/></valList></content></dataSpec>',
        ["<a> x  y </a>"],
        ["<a/>", "<a>y</a>"],
    ),
    "another vocabulary": (
        '<sequence><anyElement maxOccurs="unbounded"/></sequence>',
        B,
        ['<a><m xmlns="urn:m" at="1">x<n/></m></a>', '<a><m xmlns="" /><m xmlns="urn:m"/></a>'],
        ["<a/>", "<a><b/></a>"],
    ),
    "a named vocabulary": (
        '<anyElement require="urn:m urn:n" minOccurs="0"/>',
        "",
        ["<a/>", '<a><m xmlns="urn:n"/></a>'],
        ['<a><m xmlns="urn:x"/></a>'],
    ),
    "one name for two elements": (
        '<sequence><elementRef key="f"/><elementRef key="g"/></sequence>',
        element("f", '<elementRef key="p.f"/>')
        + element("g", '<elementRef key="p.g"/>')
        + element("p.f", '<elementRef key="b"/>', name="p")
        + element("p.g", "<textNode/>", name="p")
        + B,
        ["<a><f><p><b/></p></f><g><p>x</p></g></a>"],
        ["<a><f><p>x</p></f><g><p/></g></a>", "<a><f><p><b/></p></f><g><p><b/></p></g></a>"],
    ),
}


@pytest.mark.parametrize("name", CONTENT)
def test_content_is_what_the_odd_says(name: str, tmp_path: Path) -> None:
    content, others, taken, refused = CONTENT[name]
    compiled = Compiled(tmp_path, element("a", content) + others)
    assert [document for document in taken if not compiled.takes(document)] == []
    assert [document for document in refused if compiled.takes(document)] == []


def attribute(ident: str, datatype: str, rest: str = "") -> str:
    return f'<attDef ident="{ident}" {rest}>{datatype}</attDef>'


def att_list(attributes: str) -> str:
    return f"<attList>{attributes}</attList>"


NUMBER = '<datatype><dataRef name="token" restriction="[0-9]+"/></datatype>'
DAY = '<datatype><dataRef name="gYear"><dataFacet name="pattern" value="1[0-9]+"/></dataRef></datatype>'
ATTRIBUTES = {
    "optional": (attribute("n", NUMBER), ["<a/>", "<a n='12'/>", "<a n=' 12 '/>"], ["<a n='x'/>", "<a m='1'/>"]),
    "required": (attribute("n", NUMBER, 'usage="req"'), ["<a n='1'/>"], ["<a/>"]),
    "white space around a value": (attribute("n", DAY), ["<a n=' 1958 '/>"], ["<a n='2058'/>", "<a n='1 958'/>"]),
    "closed list": (
        attribute("n", '<valList type="closed"><valItem ident="x"/><valItem ident="y"/></valList>'),
        ["<a n='y'/>"],
        ["<a n='z'/>", "<a n='x y'/>", "<a n=''/>"],
    ),
    "open list": (
        attribute("n", NUMBER + '<valList type="open"><valItem ident="7"/></valList>'),
        ["<a n='8'/>"],
        ["<a n='x'/>"],
    ),
    "list of two or more": (
        attribute("n", NUMBER.replace("<datatype>", '<datatype minOccurs="2" maxOccurs="unbounded">')),
        ["<a n='1 2'/>", "<a n=' 1  2 3 '/>"],
        ["<a n='1'/>", "<a n='1 x'/>"],
    ),
    "list of closed values": (
        attribute(
            "n",
            '<datatype maxOccurs="2"><dataRef name="token"/></datatype>'
            '<valList type="closed"><valItem ident="x"/><valItem ident="y"/></valList>',
        ),
        ["<a n='x'/>", "<a n='y x'/>"],
        ["<a n=''/>", "<a n='x y x'/>", "<a n='x z'/>"],
    ),
    "either of two types": (
        attribute("n", '<datatype><dataRef key="v"/></datatype>'),
        ["<a n='12'/>", "<a n='true'/>"],
        ["<a n='x'/>"],
    ),
    "one of two": (
        '<attList org="choice">' + attribute("n", NUMBER) + attribute("m", NUMBER) + "</attList>",
        ["<a/>", "<a n='1'/>", "<a m='1'/>"],
        ["<a n='1' m='1'/>"],
    ),
    "one, or two together": (
        '<attList org="choice">'
        + attribute("n", NUMBER)
        + att_list(attribute("m", NUMBER) + attribute("o", NUMBER))
        + "</attList>",
        ["<a/>", "<a n='1'/>", "<a m='1' o='1'/>", "<a o='1'/>"],
        ["<a n='1' m='1'/>", "<a n='1' o='1'/>"],
    ),
    "of the xml namespace": (
        attribute("xml:lang", '<datatype><dataRef name="language"/></datatype>'),
        ["<a xml:lang='en'/>"],
        ["<a lang='en'/>", "<a xml:lang='e n'/>"],
    ),
}
VALUES = (
    '<dataSpec ident="v"><content><alternate><dataRef key="w"/><dataRef name="boolean"/></alternate></content></dataSpec>'
    '<dataSpec ident="w"><content><dataRef name="int"/></content></dataSpec>'
)


@pytest.mark.parametrize("of", ["element", "class", "class of a class"])
@pytest.mark.parametrize("name", ATTRIBUTES)
def test_attributes_are_what_the_odd_says(name: str, of: str, tmp_path: Path) -> None:
    attributes, taken, refused = ATTRIBUTES[name]
    listed = att_list(attributes)
    outer = '<classSpec ident="att.y" type="atts"><classes><memberOf key="att.x"/></classes></classSpec>'
    given = f'<classSpec ident="att.x" type="atts">{listed}</classSpec>' + outer
    declarations = {
        "element": element("a", rest=listed),
        "class": element("a", classes="att.x") + given,
        "class of a class": element("a", classes="att.y") + given,
    }[of]
    compiled = Compiled(tmp_path, declarations + VALUES)
    assert [document for document in taken if not compiled.takes(document)] == []
    assert [document for document in refused if compiled.takes(document)] == []


A = element("a")
REFUSED = {
    "a module of TEI": ('<moduleRef key="core"/>', "`moduleRef` in `schemaSpec` is not supported"),
    "a group of declarations": (A + '<specGrp xml:id="g"/>', "`specGrp` in `schemaSpec` is not supported"),
    "an attribute by reference": (
        element("a", rest='<attList><attRef class="att.x" name="n"/></attList>'),
        "`attRef` in `attList` is not supported",
    ),
    "an attribute of another name": (
        element("a", rest=att_list(attribute("n", "<altIdent>m</altIdent>" + NUMBER))),
        "`altIdent` in `attDef` is not supported",
    ),
    "a class that is left": (
        A.replace("<content>", '<classes><memberOf key="model.x" mode="delete"/></classes><content>'),
        'mode="delete" changes a base schema',
    ),
    "a limit that XSD does not have": (
        element("a", '<dataRef name="token"><dataFacet name="most" value="2"/></dataRef>'),
        'name="most" is not supported on `dataFacet`',
    ),
    "a type that is elsewhere": (
        element("a", '<dataRef ref="types.xsd#t"/>'),
        "attribute `ref` of `dataRef` is not supported",
    ),
    "text between elements": (
        A.replace("<content>", '<content allowText="true">'),
        "attribute `allowText` of `content` is not supported",
    ),
    "a change of a base": (A.replace('ident="a"', 'ident="a" mode="change"'), 'mode="change" changes a base schema'),
    "RELAX NG in content": (
        element("a", '<text xmlns="http://relaxng.org/ns/structure/1.0"/>'),
        "`text` in `content` is not supported",
    ),
    "a class one after the other": (
        element("a", '<classRef key="model.x" expand="sequence"/>') + X + D,
        'expand="sequence" is not supported on `classRef`',
    ),
    "a part of a class": (
        element("a", '<classRef key="model.x" include="d"/>') + X + D,
        "attribute `include` of `classRef` is not supported",
    ),
    "parts in any order": (
        element("a", '<sequence preserveOrder="false"><elementRef key="b"/></sequence>') + B,
        'preserveOrder="false" is not supported',
    ),
    "half-open list": (
        element("a", rest=att_list(attribute("n", NUMBER + '<valList type="semi"/>'))),
        'type="semi" is not supported on `valList`',
    ),
    "a default": (
        element("a", rest=att_list(attribute("n", NUMBER + "<defaultVal>1</defaultVal>"))),
        "`defaultVal` in `attDef` is not supported",
    ),
    "rules in another language": (
        element("a", rest='<constraintSpec ident="c" scheme="private"><constraint/></constraintSpec>'),
        'scheme="private" is not supported on `constraintSpec`',
    ),
    "processing models": (element("a", rest='<model behaviour="block"/>'), "`model` in `elementSpec` is not supported"),
    "stray text": (A.replace("<content>", "and<content>"), "`elementSpec` holds text: “and”"),
    "no content": ('<elementSpec ident="a"/>', "the element `a` has no content"),
    "a content in two parts": (element("a", "<empty/><empty/>"), "`content` has 2 children"),
    "an impossible number": (
        element("a", '<elementRef key="b" minOccurs="3" maxOccurs="2"/>') + B,
        "3 to 2 times is not possible",
    ),
    "a facet twice": (
        element(
            "a",
            rest=att_list(attribute("n", DAY.replace("/></d", '/><dataFacet name="pattern" value="2"/></d'))),
        ),
        "a facet is given twice",
    ),
    "a type by two names": (
        element("a", '<dataRef key="v" name="token"/>') + VALUES,
        "a `dataRef` has both @key and @name",
    ),
    "an ident twice": (A + A, "“a” is declared twice"),
    "an element that is not declared": (element("a", '<elementRef key="z"/>'), "“a” refers to “z”"),
    "a class for an element": (element("a", '<elementRef key="model.x"/>') + X + D, "“a” refers to “model.x”"),
    "a class without members": (element("a", '<classRef key="model.x"/>') + X, "“model.x”, which has no members"),
    "a member of nothing": (element("a", classes="att.z"), "“a” is a member of “att.z”"),
    "a type that XSD does not have": (
        element("a", '<dataRef name="number"/>'),
        "“a” uses “number”, which is not a datatype of XSD",
    ),
    "a macro of itself": (
        A + '<macroSpec ident="m"><content><sequence><macroRef key="m"/></sequence></content></macroSpec>',
        "“m” is defined by itself",
    ),
    "an attribute twice": (
        element("a", classes="att.x", rest=att_list(attribute("n", NUMBER)))
        + f'<classSpec ident="att.x" type="atts"><attList>{attribute("n", NUMBER)}</attList></classSpec>',
        "`a` has the attribute `n` 2 times",
    ),
    "a choice of what must be there": (
        element("a", rest='<attList org="choice">' + attribute("n", NUMBER, 'usage="req"') + "</attList>"),
        "a choice of attributes has one that must be there",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_understood_is_refused_at_its_line(name: str, tmp_path: Path) -> None:
    declarations, message = REFUSED[name]
    with pytest.raises(UnreadableInput) as caught:
        read_odd(write(tmp_path, "<desc>Small.</desc>\n" + declarations))
    assert message in caught.value.message
    assert caught.value.line >= FIRST_LINE + 1
    assert caught.value.help
    assert caught.value.rule == "XS005"


SEVERAL = {
    "two places for one name": (
        '<sequence><elementRef key="b" minOccurs="0"/><elementRef key="b"/></sequence>',
        "`b` may belong to two parts of the content model",
    ),
    "an end that may be a beginning": (
        '<sequence maxOccurs="unbounded"><elementRef key="b"/><elementRef key="b" minOccurs="0"/></sequence>',
        "`b` may belong to two parts of the content model",
    ),
    "two elements of one name": (
        '<sequence><elementRef key="c"/><elementRef key="p"/><elementRef key="q"/></sequence>',
        "`p` means two things: “p” and “q”",
    ),
    "text at the end only": (
        '<sequence><elementRef key="b"/><elementRef key="c"/><textNode/></sequence>',
        "text may stand in some places only, and not at the beginning",
    ),
    "text instead of elements": (
        '<alternate><textNode/><elementRef key="b"/></alternate>',
        "text may stand in some places only, and not at the beginning",
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_what_an_xsd_cannot_say_is_refused(name: str, tmp_path: Path) -> None:
    content, why = SEVERAL[name]
    path = write(tmp_path, element("a", content) + B + C + element("p") + element("q", name="p"))
    with pytest.raises(UnreadableInput) as caught:
        build(path)
    assert caught.value.message == f"XSD 1.0 cannot say the content of “a”: {why}"
    assert caught.value.line == FIRST_LINE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "the ODD cannot be read"),
        ("<TEI", "the ODD is not well-formed XML"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "the document has 0 `schemaSpec` elements"),
    ],
)
def test_what_is_no_odd_is_told_so(text: str | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.odd"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=message):
        read_odd(path)


def test_the_same_odd_gives_the_same_bytes_wherever_it_is(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    declarations = element("a", '<classRef key="model.x"/>') + X + D
    assert build(write(tmp_path, declarations)) == build(write(tmp_path / "elsewhere", declarations))


def test_a_file_that_is_missing_or_changed_is_stale(tmp_path: Path) -> None:
    files = build(write(tmp_path, A))
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert stale(files, tmp_path) == []
    (tmp_path / "small.sch").unlink()
    (tmp_path / "small.rng").write_bytes(files["small.rng"] + b" ")
    assert stale(files, tmp_path) == ["small.rng", "small.sch"]
