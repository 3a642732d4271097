"""A slice is kept from run to run: it serves what it was made for, grows, and is never taken for another schema's."""

import json
from pathlib import Path

import pytest
from invented import grammar_text
from lxml import etree

from tei.schema import gate, kept
from tei.schema.gate import Gate
from tei.schema.vocabulary import Vocabulary

BODY = """<start><element name="r"><zeroOrMore><choice><ref name="a"/><ref name="b"/></choice></zeroOrMore></element></start>
<define name="a"><element name="a"><optional><attribute name="n"/></optional><empty/></element></define>
<define name="b"><element name="b"><ref name="a"/></element></define>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.rng"
    path.write_text(grammar_text(BODY), encoding="utf-8")
    return path


def tree(text: str) -> etree._ElementTree:
    return etree.ElementTree(etree.fromstring(text))


def names(path: Path) -> list[str]:
    return list(json.loads(path.read_text(encoding="utf-8"))["elements"])


def test_the_next_run_does_not_read_the_grammar(schema: Path, tmp_path: Path) -> None:
    file = tmp_path / "slice.json"
    assert Gate(schema, file).is_valid(tree("<r><a/></r>"))
    schema.unlink()
    later = Gate(schema, file)
    later.open()
    assert later.is_valid(tree("<r><a/><a/></r>"))
    assert not later.is_valid(tree("<r><a><a/></a></r>"))


def test_a_slice_grows_with_what_is_checked(schema: Path, tmp_path: Path) -> None:
    file = tmp_path / "slice.json"
    assert Gate(schema, file).is_valid(tree("<r><a/></r>"))
    assert names(file) == ["a", "r"]
    assert Gate(schema, file).is_valid(tree("<r><b><a/></b></r>"))
    assert Gate(schema, file).is_valid(tree("<r/>"))
    assert names(file) == ["a", "b", "r"]


def test_a_slice_that_has_grown_large_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    before = kept.KeptSlice(Vocabulary(frozenset("ab"), frozenset()), "")
    assert kept.grown(before, Vocabulary(frozenset("ac"), frozenset())).elements == frozenset("abc")
    assert kept.grown(before, Vocabulary(frozenset("acd"), frozenset())).elements == frozenset("acd")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"elements": 1, "attributes": [], "slice": ""}'])
def test_a_damaged_slice_is_made_again(schema: Path, tmp_path: Path, content: str) -> None:
    file = tmp_path / "slice.json"
    file.write_text(content, encoding="utf-8")
    assert Gate(schema, file).is_valid(tree("<r><a/></r>"))
    assert names(file) == ["a", "r"]


def test_a_folder_that_cannot_be_written_costs_no_verdict(schema: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert Gate(schema, blocked / "slice.json").is_valid(tree("<r><a/></r>"))


@pytest.mark.usefixtures("schema")
def test_a_schema_that_includes_files_is_not_kept(tmp_path: Path) -> None:
    """The hash of its own file would not tell of a change in the others."""
    outer = tmp_path / "outer.rng"
    outer.write_text(grammar_text('<include href="schema.rng"/>'), encoding="utf-8")
    assert Gate(outer, tmp_path / "slice.json").is_valid(tree("<r><a/></r>"))
    assert not (tmp_path / "slice.json").exists()


def test_only_large_schemas_are_kept_each_by_its_hash(
    schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEI_ENCODER_CACHE", str(tmp_path / "cache"))
    assert gate.gate_for(schema, "1" * 64, 1000)._kept is None
    one, other = (gate.gate_for(schema, digit * 64, 1_000_000)._kept for digit in "12")
    assert one is not None
    assert one != other
    assert one.parent == tmp_path / "cache/slices"
