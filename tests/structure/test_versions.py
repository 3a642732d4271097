"""Which language a text is in, and which version is the original."""

import pytest
from documents import edition_of, found

from tei.diagnostics import Report
from tei.model.document import walk_blocks
from tei.structure.language import language_of
from tei.structure.versions import marker_role

EN = "The two sides exchanged views on the harbour trade and agreed on all points.\n\nThey will meet again in the spring of the next year."
ZH = "双方就港口贸易问题交换了意见，并且在各个问题上取得了一致的看法。\n\n双方决定明年春天继续会谈。"
SW = (
    "Pande zote mbili zilijadili biashara ya bandari na kukubaliana kuhusu mambo yote kama ilivyopangwa, na serikali\n"
    "zote mbili ziliidhinisha.\n\nWatakutana tena mwaka ujao kuzungumzia malipo na meli."
)
FI = (
    "Osapuolet keskustelivat satamien kaupasta ja sopivat kaikista kohdista niin kuin keväällä oli sovittu, ja molemmat\n"
    "hallitukset hyväksyivät sen.\n\nNe tapaavat jälleen ensi vuonna ja puhuvat silloin myös maksuista ja laivoista."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two sides exchanged views on the harbour trade.", "en"),
        ("Treaty of Friendship", "en"),
        ("Exchange of Notes", "en"),
        ("Declaration by the Ministers", "en"),
        ("Protocol on Trade in the Harbours", "en"),
        ("Protocol", ""),
        ("Marquis de Lima", ""),  # French and Dutch have the word
        ("双方交换了意见", "zh"),
        ("雙方交換了意見", "zh"),
        ("水車は川のそばにある", "ja"),
        ("물레방아는 강가에 있다", "ko"),
        (FI, "fi"),
        (SW, "und"),
        ("Habrá paz perpetua y amistad sincera entre las dos Repúblicas y sus ciudadanos.", "es"),
        ("Ciascuna delle Parti ha la facoltà di stabilire consoli nel territorio dell’altra.", "it"),
        ("Os dois governantes examinaram a situação e as relações entre os seus países.", "pt"),
        ("وأكد الجانبان عزمهما على تعزيز التعاون في المجالات الاقتصادية والثقافية.", "ar"),
        ("دو کشور موافقت کردند که روابط خود را در زمینه بازرگانی و فرهنگ گسترش دهند.", "fa"),
        ("Obie strony postanowiły, że będą nadal rozwijać współpracę i że spotkają się ponownie przy tym stole.", "pl"),
        ("1961-05-12", ""),
        ("Lisbon", ""),
    ],
)
def test_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def roles(text: str) -> list[tuple[str, str]]:
    return [(version.id, version.role) for version in edition_of(text).versions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Original:\n\n{ZH}\n\n---\n\n{EN}", [("zh", "original"), ("en", "translation")]),
        (f"{EN}\n\n---\n\nOriginal:\n\n{ZH}", [("en", "translation"), ("zh", "original")]),
        (f"{EN}\n\n译文：\n\n{ZH}", [("en", "original"), ("zh", "translation")]),
        (f"{EN}\n\n（译文）\n\n{ZH}", [("en", "original"), ("zh", "translation")]),
        (f"**Original text**\n\n{EN}\n\nTranslated version\n\n{ZH}", [("en", "original"), ("zh", "translation")]),
        (f"{EN}\n\n---\n\n{ZH}", [("en", ""), ("zh", "")]),
        (f"Original:\n\n{EN}", [("en", "original")]),
        (EN, [("en", "")]),
    ],
)
def test_roles_are_what_the_source_says(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_versions_without_a_marker_are_reported() -> None:
    report = Report()
    edition_of(f"# Talks\n\n{EN}\n\n# 会谈\n\n{ZH}", report=report)
    assert found(report) == [("ST006", 1, 1)]


def test_a_text_in_an_unknown_language_is_reported_and_kept() -> None:
    report = Report()
    edition = edition_of(f"# Bandari\n\n{SW}", report=report)
    assert [version.lang for version in edition.versions] == ["und-Latn"]
    assert "ST005" in {rule for rule, _, _ in found(report)}


@pytest.mark.parametrize(
    ("text", "role"),
    [("Original:", "original"), ("ORIGINAL", "original"), ("【原文】", "original"), ("译文：", "translation"),
     ("*Translation*", "translation"), ("The original", ""), ("Original sin", ""), ("", "")],
)  # fmt: skip
def test_marker(text: str, role: str) -> None:
    assert marker_role(text) == role


def test_a_few_foreign_words_make_no_version() -> None:
    text = f"# 会谈\n\n{ZH}\n\nCOVID-19 使会谈推迟。\n\nThe New York Times 报道了会谈。"
    assert [version.lang for version in edition_of(text).versions] == ["zh-Hans"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("港口貿易會談\n\n雙方就港口貿易問題交換了意見。", "zh-Hant"),
        ("港口贸易会谈\n\n双方就港口贸易問題交换了意見。", "zh-Hans"),
    ],
)
def test_script_of_a_version_is_measured(text: str, lang: str) -> None:
    assert [version.lang for version in edition_of(text).versions] == [lang]


def test_lines_with_text_of_another_version_between_them_are_not_one_title() -> None:
    """Joined, they would be a title that stands nowhere in the source; found by a property test."""
    english = "The two sides met in Lisbon and talked about trade and the sea."
    lines = [
        "从1961年5月3日到9日，代表团访问了南京、武汉和广州等城市",
        "标题：关于会谈的报告",
        "双方就两国贸易问题交换了意见，并且取得了完全一致的看法。",
    ]
    edition = edition_of("\n".join([english, lines[0], english, *lines[1:]]))
    chinese = next(version for version in edition.versions if version.lang == "zh-Hans")
    assert [block.text for block in walk_blocks(chinese.content)] == lines


def test_a_title_does_not_run_on_over_text_of_another_version() -> None:
    """Found by fuzzing, in a text whose first line ends as if it went on."""
    chinese = "双方就港口贸易问题交换了意见，并且在各个问题上取得了一致的看法。"
    english = ["Convention on the Ferries of the", "towns on the river", EN.split("\n\n")[0]]
    edition = edition_of("\n".join([english[0], chinese, *english[1:], chinese]))
    version = next(version for version in edition.versions if version.lang == "en")
    assert next(block.text for block in walk_blocks(version.content)) == english[0]
