"""The rules of tei_all give what Saxon gives: the same findings, at the same nodes, in the same words.

Needs `saxonche` (not among our dependencies) and ../shared; both are left out where they are not there. The rules are
made into XSLT here, from the schema's XML, without a line of what is tested: a mode for each pattern, a template for
each rule, in its order of priority.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from lxml import etree

from tei.names import TEI_NS, XML_ID
from tei.schema.schematron import SCH_NS
from tei.schema.schematron_check import Checker, Found
from tei.schema.schematron_document import Spot
from tei.schema.schematron_read import read_schematron

saxonche = pytest.importorskip("saxonche", reason="needs the package saxonche, as an oracle")
SHARED = Path(__file__).resolve().parents[2] / "../shared"
TEI_ALL = SHARED / "schema/tei_all-4.12.0.rng"
pytestmark = [
    pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs ../shared/schema/tei_all-4.12.0.rng"),
    pytest.mark.slow,
]
SCH = f"{{{SCH_NS}}}"
VALUES = """x #foo #bar 1 2 unbounded 2020-01-01 delete change add closed free deprecationInfo external /x gloss req
parallel-segmentation schematron choice 1,2""".split()
Finding = tuple[str, str, str]


def stylesheet(schema: etree._ElementTree) -> str:
    names = {each.get("prefix"): each.get("uri", "") for each in schema.iter(f"{SCH}ns")}
    spaces = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in names.items() if prefix != "xs")
    patterns = [(str(number), pattern) for number, pattern in enumerate(schema.iter(f"{SCH}pattern"))]
    calls = "".join(f'<xsl:apply-templates select="/" mode="m{number}"/>' for number, _ in patterns)
    return (
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" {spaces}>'
        f'<xsl:template match="/"><out>{calls}</out></xsl:template>'
        + "".join("".join(templates(number, pattern)) for number, pattern in patterns)
        + "</xsl:stylesheet>"
    )


def templates(number: str, pattern: etree._Element) -> Iterator[str]:
    on = f'<xsl:apply-templates select="@*|node()" mode="m{number}"/>'
    yield f'<xsl:mode name="m{number}" on-no-match="shallow-skip"/>'
    yield f'<xsl:template match="*" mode="m{number}" priority="-10">{on}</xsl:template>'
    for order, rule in enumerate(pattern.iter(f"{SCH}rule")):
        context = quoteattr(rule.get("context", ""))
        yield f'<xsl:template match={context} mode="m{number}" priority="{1000 - order}">'
        variables = ""
        for child in rule.iterchildren(f"{SCH}let", f"{SCH}assert", f"{SCH}report"):
            if child.tag == f"{SCH}let":
                value = quoteattr(child.get("value", ""))
                variables += f'<xsl:variable name="{child.get("name")}" select={value}/>'
                continue
            test = child.get("test", "") if child.tag == f"{SCH}report" else f"not({child.get('test')})"
            yield f"<xsl:try>{variables}<xsl:if test={quoteattr(test)}>"
            yield f'<f test="{pattern.get("id", number)}" path="{{path(.)}}">{"".join(message(child))}</f>'
            yield f'</xsl:if><xsl:catch><f test="{pattern.get("id", number)}" path="error"/></xsl:catch></xsl:try>'
        yield f"{on}</xsl:template>"


def message(test: etree._Element) -> Iterator[str]:
    yield f"<xsl:text>{escape(test.text or '')}</xsl:text>"
    for child in test.iterchildren(etree.Element):
        kind = etree.QName(child).localname
        if kind in ("name", "value-of"):
            select = child.get("select", "") if kind == "value-of" else f"name({child.get('path', '')})"
            yield f"<xsl:value-of select={quoteattr(select)}/>"
        else:
            yield escape("".join(map(str, child.itertext())))
        yield f"<xsl:text>{escape(child.tail or '')}</xsl:text>"


@pytest.fixture(scope="module")
def saxon() -> Iterator[object]:
    with saxonche.PySaxonProcessor(license=False) as processor:
        text = stylesheet(etree.parse(TEI_ALL))
        run = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
        yield lambda document: run.transform_to_string(xdm_node=processor.parse_xml(xml_text=document))


def expected(saxon: object, document: str) -> set[Finding]:
    root = etree.fromstring(saxon(document).encode())  # type: ignore[operator]
    return {(each.get("test", ""), each.get("path", ""), " ".join((each.text or "").split())) for each in root}


def found(checker: Checker, document: str) -> set[Finding]:
    parser = etree.XMLParser(resolve_entities=False, collect_ids=False)
    results = checker.check(etree.fromstring(document.encode(), parser).getroottree())
    return {
        (named(result.test.label), path(result.spot), result.message)
        if isinstance(result, Found)
        else (named(result.label), "error", "")
        for result in results
    }


def named(label: str) -> str:
    """The pattern of a test, by its id, or by its number from 0 as in the XSLT."""
    label = label.partition(", test")[0]
    return re.sub(r"^pattern (\d+)$", lambda match: str(int(match[1]) - 1), label)


def path(spot: Spot) -> str:
    steps = [spot.part] if spot.part else []
    node: etree._Element | None = spot.element
    while node is not None:
        name = etree.QName(node)
        number = 1 + sum(1 for _ in node.itersiblings(str(node.tag), preceding=True))
        steps.append(f"Q{{{name.namespace or ''}}}{name.localname}[{number}]")
        node = node.getparent()
    return "/" + "/".join(reversed(steps))


def test_the_documents_of_the_tei_consortium_get_the_findings_that_saxon_gives(saxon: object) -> None:
    checker = Checker(read_schematron(TEI_ALL))
    files = sorted((SHARED / "validation/docs").iterdir())
    texts = [etree.tostring(etree.parse(file), encoding="unicode") for file in files]
    assert [
        file.name for file, text in zip(files, texts, strict=True) if found(checker, text) != expected(saxon, text)
    ] == []


def test_random_documents_get_the_findings_that_saxon_gives(saxon: object) -> None:
    checker = Checker(read_schematron(TEI_ALL))
    texts = [spoilt(random.Random(seed)) for seed in range(60)]
    count = 0
    for text in texts:
        wanted = expected(saxon, text)
        count += len(wanted)
        assert found(checker, text) == wanted
    assert count > 2_000


def spoilt(draw: random.Random) -> str:
    """Elements and attributes that the rules name, anyhow."""
    rules = " ".join(
        str(value)
        for each in etree.parse(TEI_ALL).iter(f"{SCH}*")
        for name, value in each.attrib.items()
        if name in ("context", "test", "value", "select")
    )
    elements = draw.sample(sorted(set(re.findall(r"tei:([A-Za-z]+)", rules))), 12)
    attributes = sorted(set(re.findall(r"@([A-Za-z]+)", rules)))
    ids = [f"i{number}" for number in range(2_000)] + ["foo", "bar"]
    draw.shuffle(ids)

    def grow(depth: int) -> etree._Element:
        element = etree.Element(f"{{{TEI_NS}}}{draw.choice(elements)}")
        for name in draw.sample(attributes, draw.choice([0, 0, 1, 2, 3])):
            element.set(name, " ".join(draw.sample(VALUES, draw.choice([1, 1, 1, 2]))))
        if draw.random() < 0.2:
            element.set(XML_ID, ids.pop())
        element.text = draw.choice([None, None, " ", "x", " y "])
        for _ in range(draw.choice([0, 1, 2, 3, 4]) if depth else 0):
            element.append(grow(depth - 1) if draw.random() < 0.9 else etree.Comment("x"))
            element[-1].tail = draw.choice([None, None, " ", "x"])
        return element

    root = etree.Element(f"{{{TEI_NS}}}TEI")
    root.extend(grow(4) for _ in range(6))
    return etree.tostring(root, encoding="unicode")
