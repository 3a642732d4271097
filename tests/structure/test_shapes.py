"""Short lines by their shape."""

import time

import pytest

from tei.languages import pack_for
from tei.languages.base import LanguagePack
from tei.structure.line import Shape
from tei.structure.marks import is_marked
from tei.structure.shapes import is_salutation, line_shape

EN, ZH = pack_for("en"), pack_for("zh")


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Lisbon, May 12, 1961", Shape.DATELINE),
        ("May 12, 1961, in Lisbon", Shape.DATELINE),
        ("Done at Lisbon, May 12, 1961.", Shape.DATELINE),
        ("DONE at Lisbon this 12th day of May, 1961", Shape.DATELINE),
        ("May 12, 1961", Shape.DATELINE),
        ("(Signed)", Shape.MARK),
        ("/s/", Shape.MARK),
        ("[SEAL]", Shape.MARK),
        ("Minister of Trade", Shape.ROLE),
        ("Vice Premier and Minister of Ports", Shape.ROLE),
        ("Ann B. Author", Shape.NAME),
        ("ANN AUTHOR", Shape.NAME),
        ("J. R. Baker", Shape.NAME),
        ("(Signed) J. R. Baker", Shape.NAME),
        ("Ann Author, Minister of Trade", Shape.PERSON),
        ("Minister of Trade, Captain J. R. Baker", Shape.PERSON),
        ("For the Government of the Islands:", Shape.PARTY),
        ("The Republic of the Coast", Shape.PARTY),
        ("Very truly yours,", Shape.VALEDICTION),
        ("The boats were raised.", Shape.OTHER),
        ("nothing", Shape.OTHER),
        ("On May 12, 1961, the boats were raised from the harbour.", Shape.OTHER),
        ("", Shape.OTHER),
    ],
)
def test_english_line(text: str, shape: Shape) -> None:
    assert line_shape(text, EN).shape is shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("一九六一年五月十二日于里斯本", Shape.DATELINE),
        ("1961年5月12日", Shape.DATELINE),
        ("里斯本，1961年5月12日", Shape.DATELINE),
        ("(签字)", Shape.MARK),
        ("（簽字）", Shape.MARK),
        ("〔盖章〕", Shape.MARK),
        ("贸易部长", Shape.ROLE),
        ("贸 易 部 长", Shape.ROLE),
        ("南岛共和国政府代表", Shape.ROLE),
        ("李大明", Shape.NAME),
        ("李 大 明", Shape.NAME),
        ("安·巴·卡尔瓦略", Shape.NAME),
        ("李大明（签字）", Shape.NAME),
        ("贸易部长 李大明", Shape.PERSON),
        ("南 岛 共 和 国", Shape.PARTY),
        ("南島共和國政府", Shape.PARTY),
        ("此致敬礼", Shape.VALEDICTION),
        ("双方决定明年继续会谈。", Shape.OTHER),
        ("1961年5月12日，码头关闭。", Shape.OTHER),
    ],
)
def test_chinese_line(text: str, shape: Shape) -> None:
    assert line_shape(text, ZH).shape is shape


@pytest.mark.parametrize(
    ("text", "code", "tags"),
    [
        ("Done at Lisbon, May 12, 1961.", "en", [("placeName", "Lisbon")]),
        ("May 12, 1961, in Lisbon", "en", [("placeName", "Lisbon")]),
        ("Town Hall, Lisbon, May 12, 1961", "en", [("placeName", "Lisbon")]),
        ("一九六一年五月十二日于里斯本", "zh", [("placeName", "里斯本")]),
        ("里斯本，1961年5月12日", "zh", [("placeName", "里斯本")]),
        ("(Signed) J. R. Baker", "en", [("signature-mark", "(Signed)"), ("persName", "J. R. Baker")]),
        ("J. R. Baker (Signed)", "en", [("persName", "J. R. Baker"), ("signature-mark", "(Signed)")]),
        ("李大明（签字）", "zh", [("persName", "李大明"), ("signature-mark", "（签字）")]),
        ("For the Government of the Islands:", "en", [("orgName", "Government of the Islands")]),
        ("贸易部长 李 大 明", "zh", [("roleName", "贸易部长"), ("persName", "李 大 明")]),
    ],
)
def test_pieces_of_a_line_are_marked(text: str, code: str, tags: list[tuple[str, str]]) -> None:
    assert [(tag, text[start:end]) for start, end, tag in line_shape(text, pack_for(code)).marks] == tags


def test_a_line_in_a_language_without_a_pack_has_no_shape_but_a_mark_is_one_everywhere() -> None:
    unknown = pack_for("tlh")
    assert line_shape("Ann Author", unknown).shape is Shape.OTHER
    assert line_shape("(signed)", unknown).shape is Shape.MARK


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Dear Sir:", "en", True),
        ("Sir,", "en", True),
        ("My dear Mr. Baker,", "en", True),
        ("Excellency:", "en", True),
        ("Sirens were heard in the harbour.", "en", False),
        ("Dear friends came to the harbour, and stayed.", "en", False),
        ("部长阁下：", "zh", True),
        ("李大明同志：", "zh", True),
        ("会谈的有：", "zh", False),
    ],
)
def test_salutation(text: str, code: str, expected: bool) -> None:
    assert is_salutation(text, pack_for(code)) is expected


@pytest.mark.parametrize(
    ("text", "pack", "place"),
    [
        ("Lisbon, May 12", EN, "Lisbon"),
        ("五月十二日（自里斯本發）", ZH, "里斯本"),
        ("五月十二日", ZH, ""),
    ],
)
def test_a_dateline_may_leave_out_the_year(text: str, pack: LanguagePack, place: str) -> None:
    shape = line_shape(text, pack)
    assert shape.shape is Shape.DATELINE
    assert [text[start:end] for start, end, _ in shape.marks] == ([place] if place else [])
    assert shape.certainty < line_shape("May 12, 1961", EN).certainty


def test_a_month_is_no_dateline() -> None:
    assert line_shape("五月", ZH).shape is not Shape.DATELINE
    assert line_shape("May", EN).shape is not Shape.DATELINE


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("李大明敬啟", Shape.NAME),
        ("大明白", Shape.NAME),
        ("順頌近祺！", Shape.VALEDICTION),
        ("專此，敬請大安", Shape.VALEDICTION),
        ("事情已經明白。", Shape.OTHER),
    ],
)
def test_words_that_letters_close_with(text: str, shape: Shape) -> None:
    assert line_shape(text, ZH).shape is shape


@pytest.mark.parametrize("text", ["大明院長賜鑒：", "李大明先生：", "諸君同覽："])
def test_words_that_letters_open_with(text: str) -> None:
    assert is_salutation(text, ZH)


def test_the_mark_of_one_who_cannot_write_stands_behind_white_space_or_a_comma() -> None:
    for text in ("Ann Author, his X mark", "Ann Author   (her mark)", "Ann Author , her x mark.", "his X mark"):
        assert is_marked(text), text
    assert not is_marked("Ann Author left this mark")


def test_a_long_run_of_white_space_takes_time_in_proportion() -> None:
    begun = time.process_time()
    assert not is_marked("Ann" + " " * 60_000 + "Author")
    assert time.process_time() - begun < 5  # a pattern tried anew at each blank takes a minute
