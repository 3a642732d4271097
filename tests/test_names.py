"""What is minted as an xml:id is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei.names import TEI_NS, is_ncname, local_name, ncname, tei


@given(st.text())
def test_any_text_gives_a_name_that_xml_takes_as_an_id(text: str) -> None:
    name = ncname(text)
    assert is_ncname(name)
    etree.fromstring(f'<a xml:id="{name}"/>')  # libxml2 reports an id that is no NCName


@given(st.text())
def test_a_minted_name_is_minted_to_itself(text: str) -> None:
    name = ncname(text)
    assert ncname(name) == name


@given(st.text(st.sampled_from("aZ_é中9-.·:/"), max_size=6))
def test_is_ncname_says_what_libxml2_says_of_an_id(text: str) -> None:
    try:
        etree.fromstring(f'<a xml:id="{text}"/>')
        valid = True
    except etree.XMLSyntaxError:
        valid = False
    assert is_ncname(text) == valid


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("communique-1958", "communique-1958"),
        ("000_6560", "edition-000_6560"),
        ("Joint statement (draft)", "Joint-statement-draft"),
        ("联合声明 1958", "联合声明-1958"),
        ("a:b", "a-b"),
        ("", "edition"),
        ("***", "edition"),
        ("cafe\u0301", "café"),
    ],
)
def test_names_stay_readable(text: str, name: str) -> None:
    assert ncname(text) == name


def test_another_prefix_can_be_given_to_what_cannot_begin_a_name() -> None:
    assert ncname("7th", prefix="person") == "person-7th"


def test_clark_names_are_taken_apart_again() -> None:
    assert tei("p") == f"{{{TEI_NS}}}p"
    assert local_name(tei("p")) == "p"
    assert local_name(etree.Comment("no element").tag) == ""
