"""docs/encoding.md says what the schema says, and what it shows is valid."""

import re
from pathlib import Path

import pytest
from lxml import etree
from xmlschema import XMLSchema10
from xmlschema.validators import XsdElement

from tei.names import TEI_NS, XML_NS, local_name, tei
from tei.schema.paths import schema_path
from tei.validators.xmlfile import parse_tei
from tei.validators.xsd import EditionValidator

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "encoding.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```xml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
EXAMPLE = Path(__file__).parent / "edition.xml"

HEADER = {"xml:id", "xml:lang"}
TEXT = HEADER | {"n", "rend", "corresp", "resp", "cert", "source"}


def rows() -> dict[str, tuple[set[str], set[str]]]:
    """For each element of the tables: its attributes, and those in bold; a name may have a row in several tables."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for name, cell in re.findall(r"^\| `(\w+)` \|.*\| ?([^|]*) ?\|$", PAGE, re.MULTILINE):
        known, required = found.setdefault(name, (set(), set()))
        known.update(re.findall(r"[\w:]+", cell))
        required.update(re.findall(r"\*\*([\w:]+)\*\*", cell))
    return found


def declared() -> dict[str, tuple[set[str], set[str]]]:
    """The same from the schema, with the common attributes left out unless they must be there."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    schema = XMLSchema10(schema_path("tei-edition.xsd"))
    for element in schema.iter_components(XsdElement):
        names = {
            str(name).replace(f"{{{XML_NS}}}", "xml:"): attribute for name, attribute in element.attributes.items()
        }
        bold = {name for name, attribute in names.items() if attribute.use == "required"}
        common = TEXT if "cert" in names else HEADER
        known, required = found.setdefault(element.local_name, (set(), set()))
        known.update(names.keys() - common | bold)
        required.update(bold)
    return found


def test_every_element_has_a_row_with_its_attributes() -> None:
    assert rows() == declared()


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.split(">")[0][1:30])
def test_a_snippet_is_valid_where_an_edition_has_such_an_element(snippet: str) -> None:
    root = etree.fromstring(f'<snippet xmlns="{TEI_NS}">{snippet}</snippet>')[0]
    edition = etree.parse(EXAMPLE)
    place = [*edition.find(tei("text")).iter(root.tag), *edition.iter(root.tag)][0]
    if place is edition.getroot():
        text = etree.tostring(root)
    else:
        root.tail = place.tail
        place.getparent().replace(place, root)
        text = etree.tostring(edition)
    document = parse_tei(text, f"{local_name(root.tag)}.xml")
    assert [finding.message for finding in EditionValidator().check(document)] == []
