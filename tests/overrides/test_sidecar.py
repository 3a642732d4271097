"""What an editor decides in a sidecar goes before what was recognised, or is refused with its place."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tei.batch.check import check
from tei.config import load_config
from tei.diagnostics import Report
from tei.errors import UsageError
from tei.names import TEI_NS
from tei.overrides import KEYS, LISTED
from tei.pipeline import build
from tei.validators.xmlfile import parse_tei

PAGE = Path(__file__).parents[2] / "docs" / "sidecar.md"
KIM = 'by = "kim"\n[[people]]\nid = "kim"\nname = "Kim Editor"\nresp = "edition"\n'
FERRY = """On the Ferry

The ferry of Farwick shall run on every day of the week, and no toll shall be taken of those who carry bread.

The harbour shall be lit by the Board, and the keeper shall live beside

the old light. He shall keep a book of all ships that come in at night.

Done at Farwick, 5 March 1862
John Carter
Mayor
"""
TWO = """On Fishing

The boats of both towns shall fish in the bay from March to June, and no net shall be set at night.

Each town shall send two men to count the boats, and they shall meet on the quay at noon.

---

论捕鱼

两镇的船只自三月至六月在海湾内捕鱼，夜间不得下网。

每镇派两人清点船只，于正午在码头会面。
"""


def made(folder: Path, source: str, sidecar: str, report: Report | None = None) -> etree._Element:
    """The TEI of a source with its sidecar: sound by all our checks."""
    path = folder / "ferry.txt"
    path.write_text(source, encoding="utf-8")
    path.with_suffix(".toml").write_text(KIM + sidecar, encoding="utf-8")
    report = Report() if report is None else report
    xml = build(path, load_config(None), report=report).xml
    errors = [
        found for found in check(parse_tei(xml, "ferry.xml", source=path), ("edition",)).findings if found.rule.id
    ]
    assert [found.message for found in errors if found.severity == "error"] == []
    return etree.fromstring(xml)


def shown(root: etree._Element, path: str) -> list[str]:
    """The elements at an XPath, as XML on one line without namespaces and ids."""
    found = root.xpath(path, namespaces={"t": TEI_NS})
    assert isinstance(found, list)
    text = [
        etree.tostring(each, encoding="unicode", with_tail=False) if etree.iselement(each) else str(each)
        for each in found
    ]
    return [
        re.sub(r' xmlns(:\w+)?="[^"]*"| xml:id="[^"]*"| corresp="[^"]*"| ref="[^"]*"', "", " ".join(each.split()))
        for each in text
    ]


def refused(folder: Path, source: str, sidecar: str) -> list[tuple[int, str, str]]:
    """Line, message and help of each decision that is not followed."""
    report = Report()
    made(folder, source, sidecar, report)
    return [(f.location.line, f.message, f.help) for f in report if f.rule.id == "CF004"]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("p", "//t:p"),
        ("salute", "//t:salute"),
        ("trailer", "//t:trailer"),
        ("note", "//t:note"),
        ("signed", "//t:signed"),
    ],
)
def test_a_line_is_what_the_editor_says(tmp_path: Path, kind: str, path: str) -> None:
    root = made(tmp_path, FERRY, f'[[block]]\ntext = "Done at Farwick, 5 March 1862"\nkind = "{kind}"\n')
    assert [each for each in shown(root, path) if 'resp="#kim"' in each and "Done at" in each]


def test_what_the_editor_confirms_is_certain_and_his(tmp_path: Path) -> None:
    root = made(tmp_path, FERRY, '[[block]]\nline = 9\nkind = "dateline"\n')
    assert shown(root, "//t:closer/t:dateline/@resp") == ["#kim"]
    assert shown(root, "//t:closer/t:dateline/@cert") == []


def test_a_line_in_the_middle_can_be_a_heading_and_begins_a_section(tmp_path: Path) -> None:
    source = FERRY.replace("The harbour", "Of the Harbour\n\nThe harbour")
    root = made(tmp_path, source, '[[block]]\ntext = "Of the Harbour"\nkind = "head"\n')
    assert shown(root, "//t:div[@type='section']/t:head/text()") == ["Of the Harbour"]
    assert shown(root, "//t:div[@type='section']/t:head/@resp") == ["#kim"]


def test_part_of_a_paragraph_can_be_another_block(tmp_path: Path) -> None:
    root = made(
        tmp_path, FERRY, '[[block]]\ntext = "He shall keep a book of all ships that come in at night."\nkind = "p"\n'
    )
    assert shown(root, "//t:p[last()]/@resp") == ["#kim"]
    assert [text.startswith("He shall") for text in shown(root, "//t:p/text()")][-1]


def test_lines_set_aside_are_in_the_ledger_and_not_in_the_text(tmp_path: Path) -> None:
    source = "Home | Search | Print\n\n" + FERRY
    root = made(tmp_path, source, '[[block]]\ntext = "Home | Search | Print"\nkind = "aside"\n')
    assert shown(root, "//t:titleStmt/t:title/text()") == ["On the Ferry"]
    assert "Search" not in "".join(root.xpath("string(//t:text)", namespaces={"t": TEI_NS}))
    assert "Home | Search | Print" in shown(root, "//t:sourceDesc//t:note/text()")


def test_a_join_can_be_made_and_refused(tmp_path: Path) -> None:
    joined = made(tmp_path, FERRY, '[[join]]\ntext = "the old light."\n')
    assert len(shown(joined, "//t:text//t:p")) == 2
    assert shown(joined, "//t:p/t:lb") == ['<lb resp="#kim"/>'] or shown(joined, "//t:p/t:lb/@resp") == ["#kim"]
    parted = made(tmp_path, FERRY, '[[join]]\ntext = "the old light."\njoined = false\n')
    assert len(shown(parted, "//t:text//t:p")) == 3


def test_a_refused_join_is_not_asked_about_again(tmp_path: Path) -> None:
    asked, answered = Report(), Report()
    source = FERRY.replace("He shall keep a book of all ships that come in at night.", "Of its keeper")
    made(tmp_path, source, "", asked)
    made(tmp_path, source, '[[join]]\ntext = "the old light."\njoined = false\n', answered)
    assert [f.rule.id for f in asked if f.rule.id == "ST002"] == ["ST002"]
    assert [f.rule.id for f in answered] == [f.rule.id for f in asked if f.rule.id != "ST002"]


def test_a_signature_has_the_parts_that_the_editor_names(tmp_path: Path) -> None:
    entry = '[[signature]]\ntext = "John Carter Mayor"\nname = "John Carter"\nrole = "Mayor"\n'
    root = made(tmp_path, FERRY, entry)
    assert shown(root, "//t:signed") == [
        '<signed resp="#kim"><persName resp="#kim">John Carter</persName><lb/> <roleName resp="#kim">Mayor</roleName></signed>'
    ]


def test_a_name_that_is_not_in_the_signature_is_refused(tmp_path: Path) -> None:
    entry = '[[signature]]\ntext = "John Carter Mayor"\nname = "Jon Carter"\n'
    assert [message for _, message, _ in refused(tmp_path, FERRY, entry)] == [
        "[[signature]] cannot be followed: “Jon Carter” is not printed in the signature"
    ]


def test_the_day_that_an_editor_gives_is_certain_and_no_longer_asked_about(tmp_path: Path) -> None:
    no_dateline = '[[block]]\ntext = "Done at Farwick, 5 March 1862"\nkind = "p"\n'
    asked, told = Report(), Report()
    made(tmp_path, FERRY, no_dateline, asked)
    root = made(tmp_path, FERRY, "[metadata]\ndate = 1862-03-06\n" + no_dateline, told)
    assert [[found.rule.id for found in report.found].count("AN011") for report in (asked, told)] == [1, 0]
    assert shown(root, "//t:creation/t:date/@when") == ["1862-03-06"]
    assert shown(root, "//t:creation/t:date/@cert") == []


def test_a_date_has_the_value_that_the_editor_gives_or_is_none(tmp_path: Path) -> None:
    dated = made(tmp_path, FERRY, '[[date]]\ntext = "5 March 1862"\nwhen = 1863-03-05\n')
    assert shown(dated, "//t:dateline/t:date") == ['<date when="1863-03-05" resp="#kim">5 March 1862</date>']
    assert shown(dated, "//t:creation/t:date/@when") == ["1863-03-05"]
    none = made(tmp_path, FERRY, '[[date]]\ntext = "5 March 1862"\nnone = true\n')
    assert shown(none, "//t:text//t:date") == []


def test_a_name_is_marked_wherever_it_stands_and_has_one_entry(tmp_path: Path) -> None:
    root = made(tmp_path, FERRY, '[[name]]\ntext = "Farwick"\ntag = "place"\n')
    assert len(shown(root, "//t:text//t:placeName[@resp='#kim'][@ref='#place.farwick']")) == 2
    assert shown(root, "//t:listPlace/t:place/t:placeName/text()") == ["Farwick"]


def test_a_name_that_is_none_is_gone_with_its_entry(tmp_path: Path) -> None:
    assert "John Carter" in shown(made(tmp_path, FERRY, ""), "//t:person/t:persName/text()")
    root = made(tmp_path, FERRY, '[[name]]\ntext = "John Carter"\ntag = "none"\n')
    assert shown(root, "//t:persName[not(ancestor::t:titleStmt)]") == []


def test_a_reading_stands_beside_what_is_printed(tmp_path: Path) -> None:
    root = made(tmp_path, FERRY, '[[reading]]\ntext = "keeper"\ncorr = "keepers"\n')
    assert shown(root, "//t:choice") == ['<choice><sic>keeper</sic><corr resp="#kim">keepers</corr></choice>']


def test_a_version_has_the_role_and_the_language_that_the_editor_says(tmp_path: Path) -> None:
    entry = '[[version]]\nfound = "en"\nrole = "translation"\n[[version]]\nfound = "zh"\nrole = "original"\n'
    root = made(tmp_path, TWO, entry)
    assert shown(root, "//t:div[@type='version']/@subtype") == ["translation", "original"]
    other = made(tmp_path, FERRY, '[[version]]\nfound = "en"\nlanguage = "nl"\n')
    assert shown(other, "//t:div[@type='version']/@xml:lang") == ["nl"]


def test_blocks_are_linked_or_not_as_the_editor_says(tmp_path: Path) -> None:
    plain = made(tmp_path, TWO, "")
    assert "#en.p1 #zh.p1" in shown(plain, "//t:link/@target")
    apart = made(tmp_path, TWO, '[[link]]\nsource = "The boats of both"\ntarget = "两镇的船只"\nlinked = false\n')
    assert "#en.p1 #zh.p1" not in shown(apart, "//t:link/@target")
    crossed = made(tmp_path, TWO, '[[link]]\nsource = "The boats of both"\ntarget = "每镇派两人"\n')
    assert shown(crossed, "//t:link[@resp='#kim']/@target") == ["#en.p1 #zh.p2"]


def test_the_header_says_what_the_editor_says(tmp_path: Path) -> None:
    root = made(
        tmp_path, FERRY, '[titles]\nen = "A Title"\n[metadata]\nid = "f1"\nauthor = "A"\nlicence = "https://e.org/l"\n'
    )
    assert shown(root, "//t:titleStmt/t:title/text()") == ["A Title"]
    assert root.get("{http://www.w3.org/XML/1998/namespace}id") == "f1"
    assert shown(root, "//t:titleStmt/t:author/text()") == ["A"]
    assert shown(root, "//t:licence/@target") == ["https://e.org/l"]
    assert shown(root, "//t:respStmt[t:persName]/t:persName/text()") == ["Kim Editor"]


def test_a_quotation_that_is_not_there_names_the_line_most_like_it(tmp_path: Path) -> None:
    found = refused(tmp_path, FERRY, '[[block]]\ntext = "Done at Farwick, 6 March 1862"\nkind = "p"\n')
    assert [(line, help_) for line, _, help_ in found] == [
        (6, "Nearest is line 9: “Done at Farwick, 5 March 1862”. Quote what stands there now.")
    ]


@pytest.mark.parametrize(
    "entry",
    [
        '[titles]\nfr = "Sur le bac"\n',
        '[[version]]\nfound = "zh"\nrole = "original"\n',
        '[[block]]\nline = 99\nkind = "p"\n',
        '[[block]]\ntext = "Harbours"\nlanguage = "nl"\n',
        '[[join]]\ntext = "the new light."\n',
        '[[signature]]\ntext = "Jane Carter Mayor"\nname = "Jane Carter"\n',
        '[[date]]\ntext = "6 March 1862"\nwhen = 1862-03-06\n',
        '[[name]]\ntext = "Westport"\ntag = "place"\n',
        '[[reading]]\ntext = "keaper"\ncorr = "keeper"\n',
        '[[link]]\nsource = "The ferry of Farwick"\ntarget = "A ferry of Westport"\n',
    ],
)
def test_whatever_no_longer_fits_the_source_is_an_error(tmp_path: Path, entry: str) -> None:
    ((_, message, help_),) = refused(tmp_path, FERRY, entry)
    assert "cannot be followed" in message
    assert help_


def test_the_printed_original_is_as_the_sidecar_says(tmp_path: Path) -> None:
    entry = '[metadata]\njournal = "The Courier"\npublished = 1862-03-06\npage = "3"\ncolumn = "2"\nplace = "Farwick"\ngenre = "treaty"\n'
    root = made(tmp_path, FERRY, entry)
    printed = shown(root, "//t:sourceDesc/t:bibl[not(@type='file')]")
    assert len(printed) == 1
    for said in ("The Courier", "1862-03-06", "3", "2"):
        assert said in printed[0]
    assert shown(root, "//t:creation/t:placeName/text()") == ["Farwick"]
    assert shown(root, "//t:textClass//t:term/text()") == ["treaty"]


def test_a_quotation_that_stands_twice_wants_a_line(tmp_path: Path) -> None:
    (line, message, help_), *_ = refused(
        tmp_path, FERRY, '[[date]]\ntext = "Farwick"\nwhen = 1862\n'.replace("1862", '"1862"')
    )
    assert (line, message) == (6, "[[date]] cannot be followed: “Farwick” stands 2 times in the source")
    assert help_ == "Add the line you mean, such as line = 3; it stands in lines 3, 9."


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("[[blok]]\nline = 1\n", "there is no table or key 'blok'"),
        ('[[block]]\nline = 1\nkind = "title"\n', "'kind' under [block] must be"),
        ("[[block]]\nline = 1\n", "one of [[block]] decides nothing"),
        ('[[block]]\nkind = "p"\n', "neither 'text' nor 'line'"),
        ('[[date]]\ntext = "x"\nwhen = "1862-02-30"\n', "'when' under [date] must be a date"),
        ('[[name]]\ntext = "x"\ntag = "none"\nby = "lee"\n', "nobody has the id 'lee'"),
    ],
)
def test_a_sidecar_that_is_wrong_is_a_fault_with_its_place(tmp_path: Path, sidecar: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        made(tmp_path, FERRY, sidecar)
    assert said in caught.value.message
    assert caught.value.file.endswith("ferry.toml")
    assert caught.value.line > 0


def test_a_decision_needs_somebody_who_made_it(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    path.with_suffix(".toml").write_text('[[block]]\nline = 9\nkind = "p"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="nobody answers"):
        build(path, load_config(None), report=Report())


def test_the_page_has_every_table_and_key_and_no_other() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for table, keys in KEYS.items():
        head = "## Who decided" if not keys else f"## `[[{table}]]`" if table in LISTED else f"## `[{table}]`"
        assert head in page, table
        rows = re.findall(r"^\| `(\w+)` \|", page.split(f"{head}\n")[1].split("\n## ")[0], re.MULTILINE)
        assert sorted(rows) == sorted(key for key in keys if key != "*") or (not keys and rows == [table])


def test_the_example_of_the_page_is_true(tmp_path: Path) -> None:
    source, sidecar, result = re.findall(r"```(?:text|toml|xml)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "ferry.txt").write_text(source, encoding="utf-8")
    (tmp_path / "ferry.toml").write_text(sidecar, encoding="utf-8")
    report = Report()
    xml = build(tmp_path / "ferry.txt", load_config(None), report=report).xml.decode()
    assert [found.message for found in report if found.rule.id == "CF004"] == []
    assert " ".join(result.split()) in " ".join(xml.split())
