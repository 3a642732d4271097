"""A file that a stream finds fine has the same report the other way, and what has findings goes the other way."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.batch import streamed
from tei.batch.check import check_all
from tei.batch.checked import check_files
from tei.batch.streamed import Asked, quick_reports
from tei.names import TEI_NS
from tei.schema.stream import Stream
from tei.validators.pointers import PointerValidator
from tei.validators.xmlfile import parse_tei

ANYTHING = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/>
</choice></zeroOrMore></element></define></grammar>"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / "anything.rng"
    path.write_text(ANYTHING, encoding="utf-8")
    return path


def document(inner: str) -> bytes:
    text = f'<TEI xmlns="{TEI_NS}" xmlns:x="http://www.tei-c.org/ns/Examples" xml:id="root">{inner}</TEI>'
    return text.encode()


names = st.sampled_from(["a", "b", "c", "d", "", " a", "é"])
targets = st.sampled_from(
    [
        "#a",
        "#b",
        "#c",
        "#d",
        "#",
        "#%61",
        "#xpath(x)",
        "#a #b",
        "other.xml#a",
        "http://x.org/#a",
        "mailto:a#b",
        "a",
        "b c",
    ]
)
attributes = st.tuples(
    st.one_of(st.just(""), names.map('xml:id="{}"'.format)),
    st.one_of(st.just(""), targets.map('corresp="{}"'.format), targets.map('target="{}"'.format)),
    st.sampled_from(["", "", "", 'n="1"', 'xml:base="x.xml"', 'from="#a"', 'where="#d"']),
).map(lambda parts: " ".join(parts))
elements = st.sampled_from(["p", "text", "seg", "x:egXML", "x:p", "span", "birth"])


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(elements, attributes, st.lists(inner, max_size=3).map("".join)).map(
        lambda parts: f"<{parts[0]} {parts[1]}>{parts[2]}</{parts[0]}>"
    )


@settings(max_examples=500)
@given(inner=st.lists(st.recursive(st.just("text"), wrapped, max_leaves=12), max_size=4).map("".join))
def test_ids_and_pointers_that_are_fine_have_no_findings(inner: str, schema: Path) -> None:
    data = document(inner)
    found = _stream(schema).gather([data])
    if found is not None and found.are_fine():
        assert list(PointerValidator().check(parse_tei(data, "x.xml"))) == []


def _stream(schema: Path, known: dict[Path, Stream] = {}) -> Stream:  # noqa: B006  # one automaton for all documents
    return known.setdefault(schema, Stream(schema))


@pytest.mark.parametrize(
    ("inner", "fine"),
    [
        ('<p xml:id="a"/><ref target="#a #root https://example.org/#b other.xml"/>', True),
        ('<text><p xml:id="a" corresp="#b"/><p xml:id="b" corresp="#a"/></text>', True),
        ('<note corresp="#root"/>', True),
        ('<x:egXML xml:id="a"><p xml:id="a" target="#z"/></x:egXML><ref target="#a"/>', True),
        ('<p xml:id="a"/><p xml:id="a"/>', False),
        ('<ref target="#b"/>', False),
        ('<text><p xml:id="a" corresp="#b"/><p xml:id="b"/></text>', False),
        ('<text><p xml:id="a" corresp="#b #c"/><p xml:id="b" corresp="#a"/><p xml:id="c" corresp="#b"/></text>', False),
        ('<x:egXML><p xml:id="b"/></x:egXML><ref target="#b"/>', False),
        ('<ref target="other.xml#a"/>', False),
        ('<p xml:base="x"/>', False),
    ],
)
def test_ids_and_pointers(inner: str, fine: bool, schema: Path) -> None:
    found = _stream(schema).gather([document(inner)])
    assert (found is not None and found.are_fine()) == fine


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Twenty files, of which every fifth has a finding."""
    paths = [tmp_path / f"{number:02}.xml" for number in range(20)]
    for number, path in enumerate(paths):
        inner = '<ref target="#nowhere"/>' if number % 5 == 3 else f'<p n="{number}"/>'
        path.write_bytes(document(inner))
    return paths


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_reports_are_those_of_the_other_way(files: list[Path], schema: Path, jobs: int) -> None:
    names = [str(path) for path in files]
    expected = check_all(files, schemas=[str(schema)], rules=False)
    checked = check_files(names, schemas=[str(schema)], rules=False, jobs=jobs)
    assert checked.reports == expected
    assert [not report.valid for report in checked.reports] == [number % 5 == 3 for number in range(20)]
    quick = list(quick_reports(files, Asked((str(schema),), False, None, None), jobs))
    assert [report is None for report in quick] == [number % 5 == 3 for number in range(20)]


def test_the_settings_of_the_collection_say_what_makes_a_run_fail(files: list[Path], schema: Path) -> None:
    (files[0].parent / "tei.toml").write_text('[check]\nfail_on = "info"\n', encoding="utf-8")
    assert check_files([str(files[0])], schemas=[str(schema)]).exit_code == 1


def test_where_there_may_be_a_source_the_text_is_compared_with_it(files: list[Path], schema: Path) -> None:
    (files[0].parent / "sources").mkdir()
    assert list(quick_reports(files[:1], Asked((str(schema),), True, None, None), 1)) == [None]


def test_rules_in_a_schema_are_not_passed_over(files: list[Path], tmp_path: Path) -> None:
    rule = """<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="*"><assert test="0">no</assert></rule>
      </pattern><start>"""
    path = tmp_path / "rules.rng"
    path.write_text(ANYTHING.replace("<start>", rule, 1), encoding="utf-8")
    assert list(quick_reports(files[:1], Asked((str(path),), True, None, None), 1)) == [None]
    assert list(quick_reports(files[:1], Asked((str(path),), False, None, None), 1)) != [None]
    assert check_files([str(files[0])], schemas=[str(path)]).exit_code == 1


def test_a_file_too_large_for_a_tree_is_checked_as_a_stream(
    tmp_path: Path, schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEI_ENCODER_MAX_MB", "1")
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    good.write_bytes(document("<p>words</p>" * 100_000))
    bad.write_bytes(document("<p>words</p>" * 100_000 + '<ref target="#nowhere"/>'))
    first, second = check_files([str(good), str(bad)], schemas=[str(schema)], rules=False).reports
    assert first.valid
    assert [finding.message for finding in second.findings] == ["the file has 1 MB, and more than 1 MB are not read"]


def test_a_file_that_is_not_there_is_left_to_the_other_way(tmp_path: Path, schema: Path) -> None:
    asked = Asked((str(schema),), True, None, None)
    assert list(quick_reports([tmp_path / "gone.xml"], asked, 1)) == [None]
    assert streamed._streams((str(tmp_path / "gone.rng"),), True) == ()
