"""Bad schemas and bad documents: one clear finding each, the right exit code, bounded memory and time."""

import resource
import sys
import time
from pathlib import Path

import pytest

from tei.batch.check import _once
from tei.batch.checked import check_files
from tei.diagnostics import Location
from tei.errors import ExitCode, TeiError
from tei.names import RNG_NS, TEI_NS, XSD_NS
from tei.rules import finding

RNG = f'<grammar xmlns="{RNG_NS}" ns="{TEI_NS}">%s</grammar>'
ANY = RNG % (
    '<start><element name="TEI"><ref name="any"/></element></start><define name="any"><zeroOrMore><choice><text/>'
    "<attribute><anyName/></attribute><element><anyName/><ref name='any'/></element></choice></zeroOrMore></define>"
)
TEI = f'<TEI xmlns="{TEI_NS}">%s</TEI>'
BOMB = '<!ENTITY e0 "x">' + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "any.rng"
    path.write_text(ANY, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text", "says", "code"),
    [
        ("gone.rng", None, "no such schema file", ExitCode.MISSING_DEPENDENCY),
        ("gone.xsd", None, "no such schema file", ExitCode.MISSING_DEPENDENCY),
        ("s.rng", "not XML", "not well-formed XML", ExitCode.UNREADABLE),
        ("s.rng", TEI % "", "not a RELAX NG schema", ExitCode.UNREADABLE),
        ("s.rng", RNG % "", "has no start", ExitCode.UNREADABLE),
        ("s.rng", RNG % '<include href="gone.rng"/>', "cannot be read: No such file", ExitCode.UNREADABLE),
        ("s.rng", RNG % '<include href="s.rng"/>', "includes itself", ExitCode.UNREADABLE),
        (
            "s.rng",
            RNG % '<start><externalRef href="gone.rng"/></start>',
            "“gone.rng” is not there",
            ExitCode.UNREADABLE,
        ),
        ("s.rng", RNG % '<include href="https://example.org/s.rng"/>', "nothing is fetched", ExitCode.UNREADABLE),
        ("s.xsd", TEI % "", "not an XSD", ExitCode.UNREADABLE),
        ("s.xsd", "not XML", "not well-formed XML", ExitCode.UNREADABLE),
        ("s.rnc", "start = element TEI { empty }", "compact syntax is not read", ExitCode.USAGE),
        ("s.dtd", "<!ELEMENT TEI EMPTY>", "a DTD is not read", ExitCode.USAGE),
    ],
)
def test_a_schema_that_cannot_be_used_is_one_fault_of_the_command(
    tmp_path: Path, name: str, text: str | None, says: str, code: ExitCode
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    for number in range(3):
        (tmp_path / f"{number}.xml").write_text(TEI % "", encoding="utf-8")
    with pytest.raises(TeiError, match=says) as fault:
        check_files([str(tmp_path)], schemas=[str(tmp_path / name)])
    assert fault.value.exit_code is code
    assert fault.value.help


def test_an_xsd_whose_parts_are_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.xsd"
    body = '<include schemaLocation="gone.xsd"/><element name="TEI" type="gone"/>'
    path.write_text(f'<schema xmlns="{XSD_NS}">{body}</schema>', encoding="utf-8")
    with pytest.raises(TeiError, match="not an XSD"):
        check_files(["x.xml"], schemas=[str(path)])


@pytest.mark.parametrize(
    ("text", "rule", "says", "code"),
    [
        ("<TEI><text/></TEI>", "XS002", f"not in the namespace {TEI_NS}", ExitCode.FINDINGS),
        ('<TEI xmlns="urn:x"/>', "XS002", f"in the namespace urn:x, not in {TEI_NS}", ExitCode.FINDINGS),
        (f'<!DOCTYPE TEI SYSTEM "tei.dtd">{TEI % "&eacute;"}', "XS006", "not followed", ExitCode.OK),
        (f"<!DOCTYPE TEI [{BOMB}]>{TEI % '&e12;'}", "XS001", "entities grow", ExitCode.FINDINGS),
        (TEI % ("<p>" * 100_000 + "</p>" * 100_000), "XS001", "more than 256 deep", ExitCode.FINDINGS),
        (TEI % '<p xml:id="a"/><p xml:id="a"/>', "PT002", "already used", ExitCode.FINDINGS),
        ("", "XS001", "empty", ExitCode.FINDINGS),
    ],
)
def test_a_bad_document_is_one_finding(
    tmp_path: Path, schema: Path, text: str, rule: str, says: str, code: ExitCode
) -> None:
    path = tmp_path / "x.xml"
    path.write_text(text, encoding="utf-8")
    started = time.monotonic()
    checked = check_files([str(path)], schemas=[str(schema)])
    (one,) = (one for one in checked.reports[0].findings if one.rule.id != "FD005")
    assert (one.rule.id, checked.exit_code) == (rule, code)
    assert says in one.message
    assert one.help
    assert time.monotonic() - started < 10


def test_a_repeated_id_is_one_finding_under_our_own_schema_too(tmp_path: Path) -> None:
    example = (Path(__file__).parents[1] / "validators" / "edition.xml").read_text(encoding="utf-8")
    path = tmp_path / "x.xml"
    path.write_text(example.replace('xml:id="zh.p1.s1"', 'xml:id="zh.p1"', 1), encoding="utf-8")
    found = check_files([str(path)], schemas=["edition"]).reports[0].findings
    assert [one.rule.id for one in found if "already used" in one.message] == ["PT002"]
    assert "XS003" not in {one.rule.id for one in found}


def test_what_our_schema_and_teis_both_refuse_at_a_place_is_one_finding() -> None:
    here, there = Location("a.xml", 1, 1, "/TEI"), Location("a.xml", 2, 3, "/TEI/text")
    found = [
        finding("XS002", "`text` is not allowed here in `TEI`", there),
        finding("XS003", "`teiHeader` is missing before `text` in `TEI`", there),
        finding("XS002", "`TEI` is incomplete", here),
    ]
    assert [each.message for each in _once(found, only_ours=True)] == [found[2].message, found[1].message]
    assert len(_once(found, only_ours=False)) == 3  # a schema of somebody else may mean something else


@pytest.mark.parametrize("version", ["", 'xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1"'])
def test_a_repeated_id_is_one_finding_under_an_xsd(tmp_path: Path, version: str) -> None:
    (tmp_path / "s.xsd").write_text(
        f'<xs:schema xmlns:xs="{XSD_NS}" {version}><xs:import namespace="http://www.w3.org/XML/1998/namespace"/>'
        '<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" maxOccurs="9"><xs:complexType>'
        '<xs:attribute ref="xml:id"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>',
        encoding="utf-8",
    )
    (tmp_path / "x.xml").write_text('<a><b xml:id="q"/><b xml:id="q"/></a>', encoding="utf-8")
    checked = check_files([str(tmp_path / "x.xml")], schemas=[str(tmp_path / "s.xsd")])
    assert [one.rule.id for one in checked.reports[0].findings if one.rule.id != "FD005"] == ["PT002"]


@pytest.mark.skipif(sys.platform != "linux", reason="what ru_maxrss counts differs between systems")
def test_a_file_of_500_mb_is_refused_and_stops_no_other(tmp_path: Path, schema: Path) -> None:
    with (tmp_path / "large.xml").open("wb") as file:
        file.truncate(500_000_000)  # takes no room on the disk
    (tmp_path / "small.xml").write_text(TEI % "", encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    checked = check_files([str(tmp_path)], schemas=[str(schema)])
    assert [report.valid for report in checked.reports] == [False, True]
    assert "500 MB" in checked.reports[0].findings[0].message
    assert checked.exit_code is ExitCode.UNREADABLE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KB
