"""Files made to explode or to read what is not theirs: refused within seconds, and nothing of another file is told."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tei.batch.checked import check_files
from tei.cli.app import app
from tei.errors import ExitCode
from tei.names import TEI_NS

# 10^13 characters, and a file of somebody else (https://en.wikipedia.org/wiki/Billion_laughs_attack, OWASP: XXE).
BOMB = '<!ENTITY e0 "xxxxxxxxxx">' + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
SECRET = "the secret of somebody else"
RNG, XSD, SCH = (
    "http://relaxng.org/ns/structure/1.0",
    "http://www.w3.org/2001/XMLSchema",
    "http://purl.oclc.org/dsdl/schematron",
)
TEXT = f'<TEI xmlns="{TEI_NS}"><text><body><p>The ferry lay at the pier. %</p></body></text></TEI>'
# Of every kind of XML that is read: its suffix, a file with a reference where % stands, and the command that reads it.
READ = {
    "source": ("xml", TEXT, "convert FILE --out OUT"),
    "edition": ("xml", TEXT, "validate FILE"),
    "page": ("xml", TEXT, "publish FILE --out OUT"),
    "export": ("xml", TEXT, "export FILE --to json --out OUT"),
    "inspect": ("xml", TEXT, "inspect FILE"),
    "rng": ("rng", f'<element name="a%" xmlns="{RNG}"><text/></element>', "validate DOC --schema FILE"),
    "xsd": ("xsd", f'<s:schema xmlns:s="{XSD}"><s:annotation><s:documentation>%</s:documentation></s:annotation><s:element name="TEI"/></s:schema>', "validate DOC --schema FILE"),
    "sch": ("sch", f'<schema xmlns="{SCH}"><pattern><rule context="*"><assert test="false()">%</assert></rule></pattern></schema>', "validate DOC --schema FILE"),
    "odd": ("odd", f'<TEI xmlns="{TEI_NS}"><text><body><schemaSpec ident="x"><elementSpec ident="TEI"><desc>%</desc><content><textNode/></content></elementSpec></schemaSpec></body></text></TEI>', "schema build FILE --out OUT"),
    "catalog": ("xml", '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="%" uri="x"/></catalog>', "validate DOC --catalog FILE"),
}  # fmt: skip


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str, str], str]:
    """All that a command says and writes when it reads a file of that kind with this document type."""

    def run(kind: str, entities: str) -> str:
        suffix, text, command = READ[kind]
        path, document, out = tmp_path / f"file.{suffix}", tmp_path / "document.xml", tmp_path / "out"
        path.write_text(f"<!DOCTYPE x [{entities}]>{text.replace('%', '&e12;')}")
        document.write_text(f'<TEI xmlns="{TEI_NS}"><text/></TEI>')
        names = {"FILE": str(path), "DOC": str(document), "OUT": str(out)}
        begun = time.process_time()
        result = CliRunner().invoke(app, [names.get(word, word) for word in command.split()])
        assert time.process_time() - begun < 20
        assert "Usage:" not in result.output, "the command itself is wrong: nothing was read"
        written = "".join(each.read_text(errors="replace") for each in sorted(out.rglob("*")) if each.is_file())
        return f"{result.output}{result.exception!r}{written}"

    return run


@pytest.mark.parametrize("kind", READ)
def test_entities_that_multiply_are_not_resolved(kind: str, told: Callable[[str, str], str]) -> None:
    said = told(kind, BOMB)
    assert "x" * 1_000 not in said
    assert "ZZ001" not in said


@pytest.mark.parametrize("kind", READ)
def test_no_entity_brings_in_another_file(kind: str, told: Callable[[str, str], str], tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    said = told(kind, f'<!ENTITY e12 SYSTEM "{(tmp_path / "secret.txt").as_uri()}">')
    assert SECRET not in said
    assert "ZZ001" not in said


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ZEROS = bytes(60_000_000)
ARCHIVES = {  # what an archive of the kind must hold, and what explodes in it
    "docx": {"word/document.xml": ZEROS},
    "docx, its styles": {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode(), "word/styles.xml": ZEROS},
    "odt": {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": ZEROS},
    "docx, deep": {"word/document.xml": f'<w:document xmlns:w="{W}">'.encode() + b"<w:p>" * 100_000},
    "epub": {"mimetype": b"application/epub+zip", "OEBPS/a.xhtml": ZEROS},
}  # fmt: skip


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_that_explodes_is_refused(name: str, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in ARCHIVES[name].items():
            archive.writestr(part, data)
    path = tmp_path / f"bomb.{name.partition(',')[0]}"
    path.write_bytes(packed.getvalue())
    assert path.stat().st_size < 200_000
    begun = time.process_time()
    result = CliRunner().invoke(app, ["convert", str(path), "--out", str(tmp_path / "out")])
    assert time.process_time() - begun < 20
    assert result.exit_code == 3
    assert "error RD011" in result.output or "error RD003" in result.output
    assert not list((tmp_path / "out").glob("*.xml"))


VALUES = "http://www.w3.org/2001/XMLSchema-datatypes"
PATTERNS = {  # a pattern that takes centuries over forty characters, in each language of schemas that has patterns
    "xsd": f'<s:schema xmlns:s="{XSD}"><s:element name="a"><s:simpleType><s:restriction base="s:string"><s:pattern value="(x+x+)+y"/></s:restriction></s:simpleType></s:element></s:schema>',
    "rng": f'<element name="a" xmlns="{RNG}" datatypeLibrary="{VALUES}"><data type="string"><param name="pattern">(x+x+)+y</param></data></element>',
    "sch": f"""<schema xmlns="{SCH}" queryBinding="xslt2"><pattern><rule context="a"><assert test="matches(., '^(x+x+)+y$')">no</assert></rule></pattern></schema>""",
}  # fmt: skip


@pytest.mark.parametrize("kind", PATTERNS)
def test_a_pattern_that_takes_centuries_costs_its_file_alone(kind: str, tmp_path: Path) -> None:
    (tmp_path / f"s.{kind}").write_text(PATTERNS[kind])
    (tmp_path / "a.xml").write_text(f"<a>{'x' * 60}</a>")
    (tmp_path / "b.xml").write_text("<a>xxy</a>")
    begun = time.monotonic()
    checked = check_files([str(tmp_path)], schemas=[str(tmp_path / f"s.{kind}")], timeout=3)
    assert time.monotonic() - begun < 40
    found = [[each.rule.id for each in report.findings if each.rule.id != "FD005"] for report in checked.reports]
    assert found == [["BT001"], []]
    assert checked.exit_code is ExitCode.UNREADABLE
