"""Schemas in several files and nested grammars read as one; broken ones are refused with their place."""

from pathlib import Path

import pytest
from lxml import etree

from tei.errors import UnreadableInput
from tei.names import RNG_NS
from tei.schema.relaxng import read_grammar
from tei.schema.slice import slice_grammar
from tei.schema.vocabulary import vocabulary


def write(folder: Path, **files: str) -> Path:
    """Writes each file; `main` is the one to read."""
    for name, text in files.items():
        text = text.replace("<grammar", f'<grammar xmlns="{RNG_NS}"', 1)
        (folder / f"{name}.rng").write_text(text, encoding="utf-8")
    return folder / "main.rng"


def valid(path: Path, document: str) -> bool:
    """The verdict of the slice, after checking that libxml2 gives the same with the files as they are."""
    tree = etree.ElementTree(etree.fromstring(document))
    verdict = bool(etree.RelaxNG(slice_grammar(read_grammar(path), *vocabulary(tree))).validate(tree))
    assert verdict is bool(etree.RelaxNG(file=str(path)).validate(tree))
    return verdict


def element(name: str, content: str = "<empty/>") -> str:
    return f'<define name="{name}"><element name="{name}">{content}</element></define>'


def test_an_include_brings_definitions_and_may_replace_them(tmp_path: Path) -> None:
    a = element("a", '<ref name="b"/>')
    part = f'<grammar ns="urn:x"><start><ref name="a"/></start>{a}{element("b")}</grammar>'
    main = f'<grammar ns="urn:x"><include href="part.rng"><div>{element("b", "<text/>")}</div></include></grammar>'
    path = write(tmp_path, part=part, main=main)
    assert valid(path, '<a xmlns="urn:x"><b>text</b></a>')
    assert not valid(path, '<a xmlns="urn:x"/>')


def test_an_included_start_may_be_replaced(tmp_path: Path) -> None:
    part = f'<grammar><start><ref name="a"/></start>{element("a")}{element("b")}</grammar>'
    path = write(
        tmp_path, part=part, main='<grammar><include href="part.rng"><start><ref name="b"/></start></include></grammar>'
    )
    assert valid(path, "<b/>")
    assert not valid(path, "<a/>")


@pytest.mark.parametrize(("combine", "both_allowed"), [("choice", False), ("interleave", True)])
def test_definitions_of_one_name_are_combined_as_they_say(tmp_path: Path, combine: str, both_allowed: bool) -> None:
    main = f"""<grammar><start><element name="r"><ref name="x"/></element></start>
      <define name="x"><ref name="a"/></define><define name="x" combine="{combine}"><ref name="b"/></define>
      {element("a")}{element("b")}</grammar>"""
    path = write(tmp_path, main=main)
    assert valid(path, "<r><b/><a/></r>") is both_allowed
    assert valid(path, "<r><a/></r>") is not both_allowed


def test_an_external_ref_stands_for_the_pattern_of_a_file(tmp_path: Path) -> None:
    part = f'<grammar><start><ref name="a"/></start>{element("a", "<text/>")}</grammar>'
    main = '<grammar><start><element name="r"><externalRef href="part.rng"/></element></start></grammar>'
    path = write(tmp_path, part=part, main=main)
    assert valid(path, "<r><a>t</a></r>")
    assert not valid(path, "<r/>")


def test_a_nested_grammar_has_definitions_of_its_own_and_may_ask_its_parent(tmp_path: Path) -> None:
    a = '<define name="a"><element name="inner"><parentRef name="a"/></element></define>'
    inner = f'<grammar><start><ref name="a"/></start>{a}</grammar>'
    main = f'<grammar><start><element name="r">{inner}</element></start>{element("a", "<text/>")}</grammar>'
    path = write(tmp_path, main=main)
    assert valid(path, "<r><inner><a>t</a></inner></r>")
    assert not valid(path, "<r><a>t</a></r>")


@pytest.mark.parametrize("kind", ["interleave", "mixed"])
def test_parts_may_come_in_any_order_where_they_interleave(tmp_path: Path, kind: str) -> None:
    main = f"""<grammar><start><element name="r"><{kind}><ref name="a"/><optional><ref name="b"/></optional></{kind}>
      </element></start>{element("a")}{element("b")}</grammar>"""
    path = write(tmp_path, main=main)
    assert valid(path, "<r><a/><b/></r>")
    assert valid(path, "<r><b/><a/></r>") is (kind == "interleave")
    assert valid(path, "<r>t<a/></r>") is (kind == "mixed")
    assert not valid(path, "<r><b/></r>")


@pytest.mark.parametrize(
    ("main", "message"),
    [
        ("<grammar><start>", "not well-formed"),
        ("<TEI/>", "not a RELAX NG schema"),
        ("<grammar/>", "no start"),
        ('<grammar><start><ref name="gone"/></start></grammar>', "“gone” is not defined"),
        ("<grammar><start><sequence/></start></grammar>", "“sequence” is not a RELAX NG pattern"),
        ('<grammar><include href="main.rng"/></grammar>', "includes itself"),
        ('<grammar><include href="gone.rng"/></grammar>', "cannot be read"),
        ('<grammar><include href="https://example.org/x.rng"/></grammar>', "nothing is fetched"),
        ('<grammar><start><element name="q:a"><empty/></element></start></grammar>', "prefix of “q:a”"),
        ("<grammar><start><text/></start><start><empty/></start></grammar>", "“start” is defined 2 times"),
    ],
)
def test_a_broken_schema_is_refused_with_the_reason(tmp_path: Path, main: str, message: str) -> None:
    path = write(tmp_path, main=main)
    with pytest.raises(UnreadableInput, match=message) as fault:
        slice_grammar(read_grammar(path), frozenset({"a"}), frozenset())
    assert fault.value.rule == "XS005"
    assert fault.value.file.endswith(".rng")


def test_a_schema_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_grammar(tmp_path / "none.rng")
