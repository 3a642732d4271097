"""Japanese: dates with eras, lines of a signature, people, metadata, an agreement beside Chinese."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

AGREEMENT = """漁業に関する協定

日本国政府及びポルトガル共和国政府は、次のとおり協定した。

第一条

両国の船舶は、すべての港に入ることができる。

第二条

この協定は、署名の日に効力を生ずる。

千九百六十一年五月三日にリスボンで、日本語及びポルトガル語により本書二通を作成した。

日本国政府のために
外務大臣 佐藤花子（署名）
ポルトガル共和国政府のために
カール・アウトール
昭和三十六年五月三日
"""


@pytest.mark.parametrize("text", ["両国政府は次のとおり協定した。", "港の使用に関する協定", "水車は川のそばにある"])
def test_japanese_is_told_from_chinese(text: str) -> None:
    assert language_of(text) == "ja"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昭和二十年八月十五日", [("昭和二十年八月十五日", "1945-08-15")]),
        ("昭和47年9月29日", [("昭和47年9月29日", "1972-09-29")]),
        ("平成元年一月八日", [("平成元年一月八日", "1989-01-08")]),
        ("令和６年４月１日", [("令和６年４月１日", "2024-04-01")]),
        ("千九百五十一年九月八日", [("千九百五十一年九月八日", "1951-09-08")]),
        ("1951年9月8日から10日まで", [("1951年9月8日から10日", "1951-09-08/1951-09-10")]),
        ("明治五年三月", []),  # the lunar calendar was in use
        ("二千年", []),  # two thousand years
        ("第十二条", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "ja") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昭和二十八年四月二十一日に東京で", "dateline placeName=東京"),
        ("東京、1953年4月21日", "dateline placeName=東京"),
        ("日本国政府のために", "party orgName=日本国政府"),
        ("日本国政府のために：", "party orgName=日本国政府"),
        ("佐藤花子（署名）", "name persName=佐藤花子 signature-mark=（署名）"),
        ("佐藤花子 印", "name persName=佐藤花子 signature-mark=印"),
        ("外務大臣", "role roleName=外務大臣"),
        ("特命全権大使　渡邊花子", "person roleName=特命全権大使 persName=渡邊花子"),
        ("佐々木一郎大使", "person persName=佐々木一郎 roleName=大使"),
        ("カール・アウトール", "name persName=カール・アウトール"),
        ("敬具", "valediction"),
        ("港は開いている。", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "ja") == expected


def test_people_in_a_list() -> None:
    assert people("外務大臣佐藤花子、水産庁長官渡邊一郎。", "ja") == [
        [("roleName", "外務大臣"), ("persName", "佐藤花子")],
        [("roleName", "水産庁長官"), ("persName", "渡邊一郎")],
    ]


def test_metadata_lines() -> None:
    source = edition_of("件名：港について\n著者：佐藤花子\n日付：昭和33年5月3日\n\n港は開いている。").source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "港について"),
        ("author", "佐藤花子"),
        ("date", "昭和33年5月3日"),
    ]


def test_an_agreement_with_lines_in_han_characters_alone_is_in_one_language() -> None:
    edition = annotated(AGREEMENT)
    assert [version.lang for version in edition.versions] == ["ja"]
    assert {block.lang for block in edition.versions[0].blocks()} == {""}
    assert [d.n for d in edition.versions[0].content if hasattr(d, "n") and d.type == "article"] == ["一", "二"]
    assert dates(edition)[-1] == ("昭和三十六年五月三日", "1961-05-03")
    assert names(edition, "persName") == ["佐藤花子", "カール・アウトール"]


def test_chinese_beside_japanese_is_a_version_of_its_own() -> None:
    zh = "双方就渔业问题交换了意见。\n\n会谈是在友好的气氛中进行的。"
    ja = "双方は漁業について意見を交換した。\n\n会談は友好的なふんいきのうちに行われた。"
    edition = edition_of(f"# 联合声明\n\n{zh}\n\n---\n\n# 共同声明\n\n{ja}")
    assert [(version.lang, len(list(version.blocks()))) for version in edition.versions] == [("zh-Hans", 3), ("ja", 3)]
