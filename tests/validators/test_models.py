"""The schemas that a document names are followed where they are on this machine, and only there."""

from pathlib import Path

import pytest

from tei.batch.check import check
from tei.batch.watch import forget
from tei.names import RNG_NS, TEI_NS
from tei.plugins import TeiFile
from tei.reporting.files import FileReport
from tei.schema import catalog
from tei.validators.models import Model, models
from tei.validators.xmlfile import parse_tei

RNG = f'schematypens="{RNG_NS}"'
SCHEMA = f'<element name="TEI" ns="{TEI_NS}" xmlns="{RNG_NS}"><element name="{{}}"><empty/></element></element>'
URL = "https://example.org/letters.rng"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_ENCODER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv(catalog.VARIABLE, "")
    forget()  # an earlier test may have opened the tei_all of another cache
    (tmp_path / "text.rng").write_text(SCHEMA.format("text"), encoding="utf-8")
    (tmp_path / "front.rng").write_text(SCHEMA.format("front"), encoding="utf-8")


def document(folder: Path, *instructions: str) -> TeiFile:
    head = "".join(f"<?xml-model {one}?>\n" for one in instructions)
    return parse_tei(f'{head}<TEI xmlns="{TEI_NS}"><text/></TEI>'.encode(), str(folder / "x.xml"))


def found(report: FileReport) -> list[str]:
    return [finding.rule.id for finding in report.findings if finding.rule.id != "FD005"]


def test_a_local_schema_is_followed_from_the_folder_of_the_document(tmp_path: Path) -> None:
    assert check(document(tmp_path, f'href="text.rng" {RNG}')).schemas == ("text.rng", "pointers")
    assert found(check(document(tmp_path, f'href="front.rng" {RNG}'))) == ["XS002"]


def test_several_are_all_followed_each_once(tmp_path: Path) -> None:
    report = check(document(tmp_path, 'href="text.rng"', f'href="text.rng" {RNG}', 'href="front.rng"'))
    assert report.schemas == ("text.rng", "front.rng", "pointers")


def test_a_schema_that_is_asked_for_goes_before(tmp_path: Path) -> None:
    report = check(document(tmp_path, 'href="gone.rng"'), [str(tmp_path / "text.rng")])
    assert report.schemas == (str(tmp_path / "text.rng"), "pointers")
    assert found(report) == []


def test_the_projects_own_schema_means_the_usual_checks_wherever_the_file_lies(tmp_path: Path) -> None:
    assert check(document(tmp_path, 'href="../elsewhere/tei-edition.xsd"')).schemas == ("edition", "pointers")


def test_a_url_is_not_fetched_but_looked_up_in_the_catalogs(tmp_path: Path) -> None:
    report = check(document(tmp_path, f'href="{URL}" {RNG}'))
    assert found(report) == ["XS004", "XS004"]  # neither it nor tei_all is here
    assert URL in "".join(finding.message for finding in report.findings)
    path = tmp_path / "catalog.xml"
    entry = f'<uri name="{URL}" uri="front.rng"/>'
    path.write_text(f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{entry}</catalog>', encoding="utf-8")
    catalog.add_catalog(path)
    assert found(check(document(tmp_path, f'href="{URL}" {RNG}'))) == ["XS002"]


@pytest.mark.parametrize(
    ("instruction", "says"),
    [
        ('href="gone.rng"', "no such schema file"),
        ("", "it has no href"),
        (f'schema="text.rng" {RNG}', "it has no href"),
        ("text.rng", "not a row of"),
        ('href="text.rng" href="front.rng"', "not a row of"),
        ('href="text.rng', "not a row of"),
        ('href="x.xml"', "not a kind of schema"),
        ('href="text.rnc" type="application/relax-ng-compact-syntax"', "compact syntax is not read"),
        (f'href="broken.rng" {RNG}', "not well-formed"),
    ],
)
def test_what_cannot_be_followed_is_one_finding_at_the_instruction(tmp_path: Path, instruction: str, says: str) -> None:
    (tmp_path / "broken.rng").write_text("<grammar", encoding="utf-8")
    report = check(document(tmp_path, 'href="text.rng"', instruction))
    (finding,) = (finding for finding in report.findings if finding.rule.id == "XS007")
    assert says in finding.message
    assert finding.location.line == 2


def test_the_kind_is_what_the_instruction_says_before_what_the_suffix_does(tmp_path: Path) -> None:
    namespace = "http://purl.oclc.org/dsdl/schematron"
    instructions = ('href="a.rng"', f'href="a.rng" schematypens="{namespace}"', "href='a.xsd?x=1&amp;y=2'", 'href="a"')
    assert list(models(document(tmp_path, *instructions).tree)) == [
        Model("a.rng", "rng", 1),
        Model("a.rng", "sch", 2),
        Model("a.xsd?x=1&y=2", "xsd", 3),
        Model("a", "", 4),
    ]
