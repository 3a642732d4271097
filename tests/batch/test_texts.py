"""Two plain-text files aligned with each other, in every form that is written."""

import json
from pathlib import Path

import pytest
from lxml import etree

from tei.batch.texts import align_files
from tei.diagnostics import Report
from tei.errors import UnreadableInput, UsageError
from tei.names import TEI_NS, XML_ID, XML_LANG

CHINESE = "一九五八年八月三日，会谈在北京举行。\n\n双方就十二个问题取得了一致意见。会谈在友好的气氛中进行。\n"
ENGLISH = (
    "The talks were held in Beijing on August 3, 1958.\n\n"
    "The two sides reached agreement on twelve questions, and the talks proceeded in a friendly atmosphere.\n"
)


def aligned(
    folder: Path,
    form: str,
    texts: tuple[str, str] = (CHINESE, ENGLISH),
    *,
    langs: tuple[str, str] = ("zh", "en"),
    lines: bool = False,
    report: Report | None = None,
) -> str:
    files = folder / "source.txt", folder / "target.txt"
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text.encode())
    return align_files(
        *files, langs=langs, backend="lexical", lines=lines, form=form, report=Report() if report is None else report
    )


def test_json_names_every_sentence_once(tmp_path: Path) -> None:
    beads = json.loads(aligned(tmp_path, "json"))["beads"]
    assert [(bead["source"], bead["target"]) for bead in beads] == [([0], [0]), ([1, 2], [1])]
    assert all(0.9 < bead["certainty"] <= 1 for bead in beads)


def test_each_line_is_a_segment_an_empty_one_too(tmp_path: Path) -> None:
    beads = json.loads(aligned(tmp_path, "json", lines=True))["beads"]
    assert sorted(number for bead in beads for number in bead["source"]) == [0, 1, 2]
    assert sorted(number for bead in beads for number in bead["target"]) == [0, 1, 2]


def test_a_table_joins_chinese_without_spaces_and_english_with_them(tmp_path: Path) -> None:
    short = "The talks were long. They were held in Beijing."
    table = aligned(tmp_path, "tsv", ("会谈很长，在北京举行。", short)).splitlines()
    assert table[0].split("\t") == ["source", "target", "certainty", "zh", "en"]
    assert table[1].split("\t")[3:] == ["会谈很长，在北京举行。", short]
    assert "意见。会谈" in aligned(tmp_path, "tsv")


def test_tmx_holds_a_unit_for_each_link(tmp_path: Path) -> None:
    memory = etree.fromstring(aligned(tmp_path, "tmx").encode())
    assert memory.xpath("string(header/@srclang)") == "zh"
    assert [[variant.get(XML_LANG) for variant in unit] for unit in memory.iter("tu")] == [["zh", "en"]] * 2
    assert memory.findtext(".//tu[1]/tuv[2]/seg") == "The talks were held in Beijing on August 3, 1958."


def test_tei_links_sentences_that_are_there(tmp_path: Path) -> None:
    document = etree.fromstring(aligned(tmp_path, "tei").encode())
    ids = {element.get(XML_ID) for element in document.iter(f"{{{TEI_NS}}}s")}
    targets = [link.get("target", "").split() for link in document.iter(f"{{{TEI_NS}}}link")]
    assert targets == [["#a.s1", "#b.s1"], ["#a.s2", "#a.s3", "#b.s2"]]
    assert {target[1:] for link in targets for target in link} <= ids


def test_tei_shows_what_xml_cannot_hold(tmp_path: Path) -> None:
    document = etree.fromstring(aligned(tmp_path, "tei", ("会谈\x01很长。", "The talks\ufffe were long.")).encode())
    assert [element.text for element in document.iter(f"{{{TEI_NS}}}s")] == [
        "会谈␁很长。",
        "The talks\ufffd were long.",
    ]


def test_a_text_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="the file is empty"):
        aligned(tmp_path, "json", ("", ENGLISH))


def test_languages_and_form_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the languages of two files must be told"):
        aligned(tmp_path, "json", langs=("zh", ""))
    with pytest.raises(UsageError, match="there is no form 'xls'"):
        aligned(tmp_path, "xls")


def told(folder: Path, texts: tuple[str, str], *, langs: tuple[str, str], lines: bool) -> list[tuple[str, str, int]]:
    """The findings on two texts: rule, name of the file, line."""
    report = Report()
    aligned(folder, "json", texts, langs=langs, lines=lines, report=report)
    return [(each.rule.id, Path(each.location.file).name, each.location.line) for each in report.sorted()]


GERMAN = "Der Hafen liegt am Fluss.\n\nAm 3. Mai 1901 kam das Schiff.\nEs brachte Wolle.\n"
FRENCH = "Le port est sur la rivière.\nLe navire arriva le 3 mai 1901.\n\nIl portait de la laine.\n"


def test_an_empty_line_is_a_segment_that_is_told_of(tmp_path: Path) -> None:
    found = told(tmp_path, (GERMAN, FRENCH), langs=("de", "fr"), lines=True)
    assert found == [("AL004", "source.txt", 2), ("AL004", "target.txt", 3)]


def test_a_sentence_left_out_is_told_of_by_the_line_of_its_paragraph(tmp_path: Path) -> None:
    extra = "\n\n代表团随后参观了上海和武汉的工厂、学校和博物馆，受到热烈欢迎。"
    found = told(tmp_path, (CHINESE.rstrip() + extra, ENGLISH), langs=("zh", "en"), lines=False)
    assert found == [("AL004", "source.txt", 5)]


def test_texts_that_are_strangers_are_one_finding(tmp_path: Path) -> None:
    cats = "".join(f"The cat number {number} sat on a mat and slept.\n" for number in range(30))
    budgets = "".join(f"中国政府第{number + 500}次会议决定增加预算，并向各省发出通知。\n" for number in range(30))
    assert told(tmp_path, (cats, budgets), langs=("en", "zh"), lines=True) == [("AL001", "source.txt", 0)]


def test_a_sentence_beside_a_whole_text_is_a_doubtful_link(tmp_path: Path) -> None:
    cats = "".join(f"The cat number {number} sat on a mat and slept.\n" for number in range(30))
    found = told(tmp_path, (cats, "猫。\n"), langs=("en", "zh"), lines=True)
    assert found[0] == ("AL005", "source.txt", 1)
    assert {rule for rule, _, _ in found[1:]} == {"AL004"}
