"""Fidelity of editions made at random: what was encoded is clean, and what was changed is found at its place."""

import tempfile
from itertools import pairwise
from pathlib import Path

from fidelity_editions import Made, editions
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei.diagnostics import Diagnostic
from tei.model.source import LineIndex
from tei.model.white_space import ink
from tei.names import XML_ID, tei
from tei.validators.fidelity import FidelityValidator
from tei.validators.xmlfile import parse_tei


def check(made: Made, xml: bytes) -> list[Diagnostic]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "s.txt")
        source.write_bytes(made.data)
        return list(FidelityValidator().check(parse_tei(xml, "s.xml", source=source)))


class Character:
    """One character of a version's text in a tree: that which is at `index` of the text or tail of `owner`."""

    def __init__(self, owner: etree._Element, attribute: str, index: int) -> None:
        self.owner = owner
        self.attribute = attribute
        self.index = index

    @property
    def block(self) -> str:
        """The xml:id of the element that it stands in."""
        element = self.owner if self.attribute == "text" else self.owner.getparent()
        return next(e.get(XML_ID) for e in (element, *element.iterancestors()) if e.get(XML_ID))

    @property
    def text(self) -> str:
        return getattr(self.owner, self.attribute)

    @property
    def value(self) -> str:
        return self.text[self.index]

    def replace(self, new: str) -> None:
        text = self.text
        setattr(self.owner, self.attribute, text[: self.index] + new + text[self.index + 1 :])


def characters(top: etree._Element) -> list[Character]:
    """The characters with ink in `top`, those of readings apart."""
    found = []
    for element in top.iter():
        for attribute in ("text", "tail"):
            if attribute == "text" and element.tag in (tei("corr"), tei("reg")):
                continue
            text = getattr(element, attribute) or ""
            found += [Character(element, attribute, index) for index, one in enumerate(text) if ink(one)]
    return found


@given(editions())
def test_what_was_encoded_is_faithful(made: Made):
    assert check(made, made.xml) == []


@given(editions(), st.data())
def test_no_change_of_the_text_goes_unseen(made: Made, data: st.DataObject):
    root = etree.fromstring(made.xml)
    places = characters(root.find(tei("text")))
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    place.replace(data.draw(st.sampled_from(["", "X", place.value + "X", place.value * 2])))
    found = check(made, etree.tostring(root))
    assert {diagnostic.rule.id for diagnostic in found} & {"FD001", "FD002"}
    assert "FD003" not in {diagnostic.rule.id for diagnostic in found}


@given(editions(distinct=True), st.data())
def test_a_dropped_character_is_found_where_it_stands(made: Made, data: st.DataObject):
    root = etree.fromstring(made.xml)
    places = characters(root.find(tei("text")))
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    dropped = place.value
    place.replace("")
    [found] = check(made, etree.tostring(root))
    assert found.rule.id == "FD001"
    assert (found.location.line, found.location.column) == LineIndex(made.source).position(made.source.index(dropped))
    assert f"“{dropped}”" in found.message


@given(editions(distinct=True), st.data())
def test_an_added_character_is_found_in_its_block(made: Made, data: st.DataObject):
    root = etree.fromstring(made.xml)
    places = characters(root.find(tei("text")))
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    after = made.source.index(place.value)
    block = place.block
    place.replace("X" + place.value)
    [found] = check(made, etree.tostring(root))
    assert found.rule.id == "FD002"
    assert found.location.xml_id == block
    assert "“X”" in found.message
    related = found.related[0]
    assert (related.line, related.column) <= LineIndex(made.source).position(after)


@given(editions(distinct=True), st.data())
def test_a_replaced_character_is_found_on_both_sides(made: Made, data: st.DataObject):
    root = etree.fromstring(made.xml)
    places = characters(root.find(tei("text")))
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    replaced, block = place.value, place.block
    place.replace("X")
    lost, added = check(made, etree.tostring(root))
    assert (lost.rule.id, added.rule.id) == ("FD001", "FD002")
    assert (lost.location.line, lost.location.column) == LineIndex(made.source).position(made.source.index(replaced))
    assert added.location.xml_id == block


@given(editions(distinct=True), st.data())
def test_blocks_that_changed_places_are_found(made: Made, data: st.DataObject):
    root = etree.fromstring(made.xml)
    pairs = [
        (one, other)
        for div in root.iter(tei("div"))
        for one, other in pairwise(div)
        if characters(one) and characters(other)
    ]
    if not pairs:
        return
    one, other = data.draw(st.sampled_from(pairs))
    other.addnext(one)
    found = check(made, etree.tostring(root))
    assert {"FD001", "FD002"} <= {diagnostic.rule.id for diagnostic in found}
