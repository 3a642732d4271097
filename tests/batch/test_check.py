"""Finished files checked: which checks they go through, where their source is looked for, and what decides a failure."""

from pathlib import Path

import pytest

from tei.batch import check as check_module
from tei.batch.check import check
from tei.batch.checked import check_files
from tei.batch.sources import source_below, source_of
from tei.diagnostics import Severity
from tei.errors import ExitCode, MissingDependency, UsageError
from tei.validators.xmlfile import parse_tei

DOCUMENT = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc>
<sourceDesc><bibl type="file"><idno type="filename">{name}</idno></bibl></sourceDesc>
</fileDesc></teiHeader><text><body><p corresp="{pointer}">Talks.</p></body></text></TEI>
"""
ANY = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element>
<anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>
</element></define></grammar>
"""


def document(name: str = "a.txt", pointer: str = "#a") -> bytes:
    return DOCUMENT.format(name=name, pointer=pointer).encode()


@pytest.fixture
def anything(tmp_path: Path) -> str:
    """A schema that takes every document, so that a test sees the other checks alone."""
    path = tmp_path / "any.rng"
    path.write_text(ANY)
    return str(path)


@pytest.fixture(autouse=True)
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No schema in the cache, and none that another test of this process has loaded."""
    monkeypatch.setenv("TEI_ENCODER_CACHE", str(tmp_path / "cache"))
    check_module._usual.cache_clear()


@pytest.mark.parametrize("name", ["a.txt", "../sources/a.txt", "/etc/../a.txt"])
def test_the_source_is_looked_for_by_its_name_alone(tmp_path: Path, name: str) -> None:
    """A document must not lead the program to a file elsewhere."""
    (tmp_path / "a.txt").write_text("Talks.")
    assert source_of(parse_tei(document(name), "a.xml"), tmp_path) == tmp_path / "a.txt"


@pytest.mark.parametrize("name", ["b.txt", "", "..", "."])
def test_a_source_that_is_not_there_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    assert source_of(parse_tei(document(name), "a.xml"), tmp_path) is None


def test_a_source_is_found_below_the_folder_where_one_alone_has_its_name(tmp_path: Path) -> None:
    for name in ("1951/a.txt", "1951/b.txt", "1952/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Talks.")
    assert source_below(parse_tei(document("a.txt"), "a.xml"), tmp_path) == tmp_path / "1951" / "a.txt"
    assert source_below(parse_tei(document("../1951/a.txt"), "a.xml"), tmp_path) == tmp_path / "1951" / "a.txt"
    assert source_below(parse_tei(document("b.txt"), "a.xml"), tmp_path) is None
    assert source_below(parse_tei(document(".."), "a.xml"), tmp_path) is None


def test_checks_that_could_not_be_made_are_not_said_to_be_made() -> None:
    report = check(parse_tei(document(), "a.xml"))
    assert report.schemas == ("edition", "pointers")
    assert {"XS004", "FD005"} <= {finding.rule.id for finding in report.findings}


def test_schemas_of_ones_own_take_the_place_of_the_usual_ones(anything: str) -> None:
    report = check(parse_tei(document(), "a.xml"), [anything])
    assert report.schemas == (anything, "pointers")
    assert report.valid


def test_a_schema_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(MissingDependency, match="not in the cache"):
        check_files(["a.xml"], schemas=["tei_all"])
    with pytest.raises(MissingDependency, match="no such schema file"):
        check_files(["a.xml"], schemas=[str(tmp_path / "gone.rng")])
    with pytest.raises(UsageError, match="no schema"):
        check_files(["a.xml"], schemas=["tei_lite"])


def test_one_file_that_is_not_xml_stops_no_other(tmp_path: Path, anything: str) -> None:
    (tmp_path / "bad.xml").write_text("<TEI>")
    (tmp_path / "good.xml").write_bytes(document())
    checked = check_files([str(tmp_path)], schemas=[anything])
    assert [(Path(report.file).name, report.valid) for report in checked.reports] == [
        ("bad.xml", False),
        ("good.xml", True),
    ]
    assert checked.exit_code is ExitCode.FINDINGS


def test_the_worst_file_decides_the_exit_code(tmp_path: Path, anything: str) -> None:
    (tmp_path / "a.xml").write_bytes(document(pointer="#b"))
    checked = check_files([str(tmp_path / "a.xml"), str(tmp_path / "gone.xml")], schemas=[anything])
    assert checked.exit_code is ExitCode.UNREADABLE


@pytest.mark.parametrize(
    ("settings", "given", "code"),
    [
        ("", None, ExitCode.OK),
        ('[check]\nfail_on = "info"\n', None, ExitCode.FINDINGS),
        ('[check]\nfail_on = "info"\n', Severity.ERROR, ExitCode.OK),
    ],
)
def test_the_collection_says_what_fails_unless_the_command_does(
    tmp_path: Path, anything: str, settings: str, given: Severity | None, code: ExitCode
) -> None:
    (tmp_path / "tei.toml").write_text(settings)
    (tmp_path / "a.xml").write_bytes(document())
    assert check_files([str(tmp_path / "a.xml")], schemas=[anything], fail_on=given).exit_code is code
