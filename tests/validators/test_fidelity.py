"""What the fidelity check finds in editions that were changed by hand, and where."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tei.diagnostics import Diagnostic
from tei.validators.fidelity import FidelityValidator
from tei.validators.xmlfile import parse_tei

FOLDER = Path(__file__).resolve().parents[1] / "encoder"
SOURCE = FOLDER / "bilingual.txt"
EDITION = (FOLDER / "bilingual.xml").read_text(encoding="utf-8")


def check(xml: str, source: Path | None = SOURCE) -> list[Diagnostic]:
    return list(FidelityValidator().check(parse_tei(xml.encode(), "edition.xml", source=source)))


def changed(old: str, new: str) -> str:
    """The edition with the only `old` replaced."""
    assert EDITION.count(old) == 1, f"{old!r} occurs {EDITION.count(old)} times"
    return EDITION.replace(old, new)


def summary(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Rule and quoted text of each finding."""
    quoted = [re.search("“(.*)”", diagnostic.message) for diagnostic in found]
    return [(diagnostic.rule.id, quote[1] if quote else "") for diagnostic, quote in zip(found, quoted, strict=True)]


def line_of(text: str, wanted: str) -> int:
    return text[: text.index(wanted)].count("\n") + 1


def test_edition_with_interleaved_ledger_is_clean():
    assert check(EDITION) == []


def test_lost_character_is_found_where_it_stands_in_the_source():
    [found] = check(changed("签字。</p>", "签。</p>"))
    assert summary([found]) == [("FD001", "字")]
    line = SOURCE.read_text(encoding="utf-8").splitlines()[found.location.line - 1]
    assert line[found.location.column - 1] == "字"
    assert found.location.file == str(SOURCE)
    assert found.related[0].xml_id == "zh.p3"


def test_added_character_is_found_where_it_stands_in_the_edition():
    xml = changed("both sides met", "both sides never met")
    [found] = check(xml)
    assert summary([found]) == [("FD002", "never")]
    assert (found.location.file, found.location.xml_id) == ("edition.xml", "en.p1")
    assert found.location.line == line_of(xml, 'xml:id="en.p1"')
    assert (found.related[0].line, found.related[0].column) == (7, 1)


def test_replaced_character_is_both_lost_and_added():
    assert summary(check(changed("完。", "宗。"))) == [("FD001", "完"), ("FD002", "宗")]


def test_swapped_characters_are_both_lost_and_added():
    assert summary(check(changed("parted", "patred"))) == [("FD001", "rt"), ("FD002", "tr")]


def test_lost_paragraph_is_quoted_as_it_stands_in_the_source():
    xml = re.sub(r"<p xml:id=\"en.p4\".*?</p>", "", EDITION)
    assert summary(check(xml)) == [("FD001", "They signed & parted.")]


def test_moved_paragraph_is_lost_there_and_added_here():
    p3 = re.search(r"<p xml:id=\"zh.p3\".*?</p>", EDITION)
    assert p3
    xml = EDITION.replace(p3[0], "").replace('<p xml:id="zh.p1"', f'{p3[0]}<p xml:id="zh.p1"')
    assert summary(check(xml)) == [("FD002", "双方同意and签字。"), ("FD001", "双方同意and签字。")]


def test_every_difference_is_found():
    xml = changed("parted", "part").replace("北京</placeName></dateline>", "南京</placeName></dateline>")
    assert summary(check(xml)) == [("FD001", "ed"), ("FD001", "北"), ("FD002", "南")]


def test_loss_at_the_end_is_found():
    assert summary(check(changed('于<placeName ref="#place.beijing">北京</placeName></dateline>', "</dateline>"))) == [
        ("FD001", "于北京")
    ]


def test_addition_at_the_end_is_found():
    xml = changed("北京</placeName></dateline>", "北京</placeName>城</dateline>")
    assert summary(check(xml)) == [("FD002", "城")]


def test_version_that_is_gone_is_lost():
    xml = re.sub(r'<div xml:id="zh".*?</div>', "", EDITION, flags=re.DOTALL)
    [(rule, quoted)] = summary(check(xml))
    assert rule == "FD001"
    assert quoted.startswith("联合照会 联合照会 双方于1958年")


def test_text_outside_of_the_versions_is_not_overlooked():
    assert summary(check(changed("<body>", "<body><p>More</p>"))) == [("FD002", "More")]


def test_text_hidden_in_a_reading_without_choice_is_not_overlooked():
    assert summary(check(changed("完。", "完。<corr>More</corr>"))) == [("FD002", "More")]


def test_comment_is_no_text():
    assert check(changed("完。", "完<!-- a comment -->。")) == []


def test_layout_is_no_text():
    assert check(changed('<pb n="1"/>', '\n\n\t<pb n="1"/>\u200b\ufeff')) == []


def test_ledger_that_differs_from_the_source_is_found():
    xml = changed('n="261-267">&lt;hr /&gt;', 'n="261-267">&lt;hr&gt;')
    [found] = check(xml)
    assert summary([found]) == [("FD003", "<hr />")]
    assert found.location.line == line_of(xml, "261-267")
    assert (found.related[0].line, found.related[0].column) == (21, 1)


def test_ledger_may_not_count_characters_twice():
    [found] = check(
        changed('<note type="source-markup" n="269-272">###', '<note type="source-markup" n="266-272">>\n###').replace(
            ">>", ">&gt;"
        )
    )
    assert found.rule.id == "FD003"
    assert "overlaps" in found.message


@pytest.mark.parametrize("offsets", ["", "6", "a-b", "6-0", "0-999999", "-1-6", "0-" + "9" * 5000])
def test_ledger_without_proper_offsets_accounts_for_nothing(offsets: str):
    found = check(changed('n="0-6"', f'n="{offsets}"'))
    assert summary(found) == [("FD003", ""), ("FD001", "Title:")]


def test_removed_ledger_entry_is_lost_text():
    assert summary(check(changed('<note type="source-markup" n="269-272">###</note>', ""))) == [("FD001", "###")]


def test_changed_source_is_found_before_all_else(tmp_path: Path):
    source = tmp_path / "bilingual.txt"
    source.write_bytes(SOURCE.read_bytes() + b"more")
    [found] = check(EDITION, source)
    assert found.rule.id == "FD004"
    assert found.location.line == line_of(EDITION, '<bibl type="file">')


def test_edition_that_names_no_hash_is_compared_all_the_same():
    xml = re.sub(r'<idno type="sha256">.*?</idno>', "", changed("完。", "完"))
    assert summary(check(xml)) == [("FD004", ""), ("FD001", "。")]


def test_source_is_read_in_the_encoding_that_the_header_names(tmp_path: Path):
    from hashlib import sha256

    source = tmp_path / "bilingual.txt"
    source.write_bytes(SOURCE.read_text(encoding="utf-8").encode("utf-16"))
    xml = re.sub(r'(?<="sha256">)\w+', sha256(source.read_bytes()).hexdigest(), EDITION)
    assert check(xml.replace("UTF-8, LF", "UTF-16LE, LF"), source) == []
    assert [found.rule.id for found in check(xml.replace("UTF-8, LF", "klingon, LF"), source)] == ["FD004"]


def test_source_that_is_not_known_is_said_and_no_more():
    assert [(found.rule.id, found.severity) for found in check(EDITION, None)] == [("FD005", "info")]


def test_source_that_is_not_there_is_said_and_no_more(tmp_path: Path):
    [found] = check(EDITION, tmp_path / "absent.txt")
    assert found.rule.id == "FD005"
    assert "absent.txt" in found.message


def test_document_without_text_has_lost_everything():
    root = etree.fromstring(EDITION.encode())
    root.remove(root.find("{*}text"))
    [(rule, quoted)] = summary(check(etree.tostring(root, encoding="unicode")))
    assert rule == "FD001"
    assert quoted.startswith("Joint Note")
