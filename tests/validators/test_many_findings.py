"""A file made to fill a machine with findings: checks end, memory and time stay bounded, and it is said."""

import time
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tei.batch.checked import check_files
from tei.diagnostics import Location
from tei.names import TEI_NS
from tei.reporting import REPORTERS
from tei.reporting.files import FileReport
from tei.reporting.page import PLAIN
from tei.rules import finding
from tei.validators import MOST, VALIDATORS, validate
from tei.validators.xmlfile import Places, parse_tei

HEAD = f"""<TEI xmlns="{TEI_NS}"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>u</p>
</publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader><text><body>"""


def many(number: int, part: str) -> bytes:
    """A document with `part` so many times, each with its number in the place of `%`."""
    return f"{HEAD}{''.join(part.replace('%', str(n)) for n in range(number))}</body></text></TEI>".encode()


@pytest.mark.parametrize(
    ("check", "part", "rule"),
    [
        ("pointers", '<p><ref target="#gone%">x</ref></p>', "PT001"),
        ("pointers", '<p xml:id="same">x</p>', "PT002"),
        ("edition", "<div><unknown%/></div>", "XS003"),
    ],
)
def test_a_check_ends_where_there_is_no_end_of_mistakes(check: str, part: str, rule: str) -> None:
    document = parse_tei(many(MOST + 500, part), "x.xml")
    found = Counter(each.rule.id for each in validate([document], checks=[VALIDATORS.get(check)]))
    assert found["BT004"] == 1
    assert found.total() == MOST + 1
    assert found[rule] >= MOST - 20  # the header breaks a few other rules


def test_a_check_that_comes_to_its_own_end_says_nothing_of_the_kind() -> None:
    document = parse_tei(many(MOST, '<p><ref target="#gone%">x</ref></p>'), "x.xml")
    found = Counter(each.rule.id for each in validate([document], checks=[VALIDATORS.get("pointers")]))
    assert found == {"PT001": MOST}


def test_of_a_hundred_mistakes_in_one_attribute_each_is_found_in_time() -> None:
    """An attribute of a megabyte is searched for its place once, not once for each of its pointers."""
    targets = " ".join(f"#gone{n}-{'x' * 100}" for n in range(9_000))
    document = parse_tei(many(1, f'<p><ref target="{targets}">x</ref></p>'), "x.xml")
    begun = time.process_time()
    assert len(list(validate([document], checks=[VALIDATORS.get("pointers")]))) == 9_000
    assert time.process_time() - begun < 10  # a minute when it was quadratic


def test_the_place_of_each_of_many_siblings_is_found_in_linear_time() -> None:
    document = parse_tei(b"<a>" + b"<b/><c/>" * 30_000 + b"</a>", "x.xml")
    places = Places(document)
    begun = time.process_time()
    found = [places.of(element).xpath for element in document.tree.getroot().iterchildren(etree.Element)]
    assert time.process_time() - begun < 10  # a minute when the siblings before each were counted
    assert found[:3] + found[-1:] == ["/*:a/*:b[1]", "/*:a/*:c[1]", "/*:a/*:b[2]", "/*:a/*:c[30000]"]


def test_links_from_one_to_many_and_back_take_linear_time() -> None:
    number = 40_000
    back = "".join(f'<p xml:id="b{n}" corresp="#a"/>' for n in range(number))
    there = " ".join(f"#b{n}" for n in range(number))
    document = parse_tei(f'{HEAD}<p xml:id="a" corresp="{there}"/>{back}</body></text></TEI>'.encode(), "x.xml")
    begun = time.process_time()
    assert list(validate([document], checks=[VALIDATORS.get("pointers")])) == []
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_of_ten_thousand_findings_takes_linear_time(form: str) -> None:
    found = tuple(finding("PT003", f"message {n}", Location("x.xml", n + 1, 1, "/a/b", "")) for n in range(MOST))
    begun = time.process_time()
    REPORTERS[form]()((FileReport("x.xml", ("pointers",), found),), PLAIN)
    assert time.process_time() - begun < 10  # JUnit took a minute


def test_the_other_checks_and_files_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(many(MOST + 1, '<p><ref target="#gone%">x</ref></p>'))
    (tmp_path / "b.xml").write_bytes(many(1, '<p><ref target="#gone">x</ref></p>'))
    reports = check_files([str(tmp_path)]).reports
    rules = [{each.rule.id for each in report.findings} for report in reports]
    assert {"PT001", "BT004", "XS003"} <= rules[0]
    assert {"PT001", "XS003"} <= rules[1]
    assert "BT004" not in rules[1]
