"""Invented RELAX NG grammars, one content model for each of four element names, and documents for them.

The documents are drawn from the grammar and spoilt here and there. There is no empty and no notAllowed in the grammars:
libxml2 wrongly refuses to load them in a group, and then has no verdict to compare with.
"""

from hypothesis import strategies as st
from lxml import etree

from tei.names import RNG_NS

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
NAMES = ("a", "b", "c", "d")
ATTRIBUTES = ("x", "y", "z")

leaves = st.sampled_from([f'<ref name="{name}"/>' for name in NAMES] + ["<text/>"])


def grammar_text(body: str, attributes: str = "") -> str:
    return f'<grammar xmlns="{RNG_NS}" datatypeLibrary="{XSD}" {attributes}>{body}</grammar>'


def composed(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.tuples(st.sampled_from(["choice", "group"]), st.lists(parts, min_size=2, max_size=3).map("".join))
    repeated = st.tuples(st.sampled_from(["optional", "zeroOrMore", "oneOrMore"]), parts)
    return st.one_of(several, repeated).map(lambda made: f"<{made[0]}>{made[1]}</{made[0]}>")


contents = st.recursive(leaves, composed, max_leaves=6)


@st.composite
def attribute_patterns(draw: st.DrawFn) -> str:
    """Each attribute at most once: required, optional, with a type, or in a choice with elements."""
    texts = []
    for name in draw(st.lists(st.sampled_from(ATTRIBUTES), unique=True)):
        value = draw(st.sampled_from(["<text/>", '<data type="NCName"/>']))
        text = f'<attribute name="{name}">{value}</attribute>'
        texts.append(draw(st.sampled_from([text, f"<optional>{text}</optional>"])))
    return "".join(texts)


@st.composite
def grammars(draw: st.DrawFn) -> str:
    defines = [
        f'<define name="{name}"><element name="{name}">{draw(attribute_patterns())}{draw(contents)}</element></define>'
        for name in NAMES
    ]
    return grammar_text(f'<start><ref name="a"/></start>{"".join(defines)}')


def grow(draw: st.DrawFn, pattern: etree._Element, parent: etree._Element, depth: int) -> None:
    """Adds to `parent` what `pattern` allows, as far as that is finite, or something else now and then."""
    kind = etree.QName(pattern).localname
    children = list(pattern)
    if kind == "text":
        etree.SubElement(parent, "text-marker")
    elif kind == "ref" and depth < 4:
        name = pattern.get("name", "") if draw(st.integers(0, 19)) else draw(st.sampled_from(NAMES))
        element = etree.SubElement(parent, name)
        for part in pattern.getroottree().getroot().find(f"{{*}}define[@name='{name}']/{{*}}element"):
            grow(draw, part, element, depth + 1)
    elif kind == "attribute":
        if draw(st.integers(0, 9)):
            parent.set(pattern.get("name", ""), draw(st.sampled_from(["k", "k l"])))
    elif kind == "choice":
        grow(draw, draw(st.sampled_from(children)), parent, depth)
    else:
        times = {"optional": st.integers(0, 1), "zeroOrMore": st.integers(0, 2), "oneOrMore": st.integers(1, 2)}
        for _ in range(draw(times.get(kind, st.just(1)))):
            for child in children:
                grow(draw, child, parent, depth)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str]:
    text = draw(grammars())
    holder = etree.Element("holder")
    grow(draw, etree.fromstring(text)[0][0], holder, 0)
    document = etree.tostring(holder[0], encoding="unicode").replace("<text-marker/>", "some text")
    return text, document
