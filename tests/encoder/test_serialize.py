"""Bytes: readable, deterministic, and the same document when they are read again."""

from encoder_sample import SETTINGS, bilingual
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei.diagnostics import Report
from tei.encoder import encode, serialize
from tei.names import TEI_NS, tei

MIXED = ("p", "hi", "item", "persName")
CONTAINERS = ("div", "list", "closer", "bibl")


def shape(element: etree._Element) -> tuple[object, ...]:
    """Name, attributes, text and children of an element; layout between the children of a container is left out."""
    contains = etree.QName(element).localname in CONTAINERS
    texts = [element.text or "", *(child.tail or "" for child in element)]
    if contains and not "".join(texts).strip(" \n"):
        texts = []
    return (element.tag, sorted(element.attrib.items()), texts, [shape(child) for child in element])


words = st.text(alphabet="ab &<>\"'　\xa0\n\t\r中]", max_size=6)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> etree._Element:
    """Mixed elements with text anywhere, containers with elements only."""
    container = draw(st.booleans())
    element = etree.Element(tei(draw(st.sampled_from(CONTAINERS if container else MIXED))), nsmap={None: TEI_NS})
    for name in draw(st.lists(st.sampled_from(["type", "n", "key", "ref", "odd"]), unique=True, max_size=3)):
        element.set(name, draw(words))
    if not container:
        element.text = draw(words) or None
    for child in draw(st.lists(elements(depth - 1), max_size=3)) if depth else []:
        element.append(child)
        if not container:
            child.tail = draw(words) or None
    return element


@given(elements())
def test_reading_the_bytes_gives_the_same_text_and_structure(element: etree._Element):
    assert shape(etree.fromstring(serialize(etree.ElementTree(element)))) == shape(element)


@given(elements())
def test_writing_what_was_read_gives_the_same_bytes(element: etree._Element):
    data = serialize(etree.ElementTree(element))
    assert serialize(etree.fromstring(data).getroottree()) == data


def test_tree_is_left_as_it_was():
    tree = encode(bilingual(), SETTINGS, report=Report())
    before = etree.tostring(tree)
    serialize(tree)
    assert etree.tostring(tree) == before


def test_container_that_has_text_is_left_alone():
    element = etree.fromstring(f'<closer xmlns="{TEI_NS}">a<signed>b</signed></closer>')
    assert b'<closer xmlns="http://www.tei-c.org/ns/1.0">a<signed>b</signed></closer>\n' in serialize(
        element.getroottree()
    )


def test_order_of_attributes_does_not_depend_on_how_they_were_set():
    one = etree.fromstring('<p corresp="#b" type="t" xml:id="a" zzz="1"/>').getroottree()
    two = etree.fromstring('<p zzz="1" xml:id="a" type="t" corresp="#b"/>').getroottree()
    assert serialize(one) == serialize(two)
    assert b'<p xml:id="a" type="t" corresp="#b" zzz="1"/>' in serialize(one)


def test_comments_and_instructions_around_the_root_have_their_lines():
    tree = etree.fromstring("<?a b?><!--c--><p/><!--d-->").getroottree()
    assert serialize(tree).decode().splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>', "<?a b?>", "<!--c-->", "<p/>", "<!--d-->"
    ]  # fmt: skip
