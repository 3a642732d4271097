"""Korean: dates with eras, lines of a signature, people, places, metadata, a declaration."""

import pytest
from in_language import annotated, dates, edition_of, language_of, line, names, people, read_dates

DECLARATION = """공동선언

두 나라는 1961년 5월 1일부터 3일까지 리스본에서 회담을 가지고 어업 문제와 인도적 문제를 토의하였다.

두 나라의 배는 모든 항구에 들어갈 수 있다.

1961년 5월 3일

대한민국 정부를 대표하여
외무부 장관 김저자 (서명)
포르투갈 정부를 대표하여
카를·아우토르
"""


@pytest.mark.parametrize("text", ["양국 정부는 다음과 같이 합의하였다", "우호 조약", "물레방아는 강가에 있다"])
def test_korean_is_recognised(text: str) -> None:
    assert language_of(text) == "ko"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2000년 6월 15일", [("2000년 6월 15일", "2000-06-15")]),
        ("2000년 6월13일부터 6월15일까지", [("2000년 6월13일부터 6월15일", "2000-06-13/2000-06-15")]),
        ("단기 4281년 8월 15일", [("단기 4281년 8월 15일", "1948-08-15")]),
        ("1953. 7. 27.", [("1953. 7. 27.", "1953-07-27")]),
        ("1965.6.22", [("1965.6.22", "1965-06-22")]),
        ("一九六五年六月二十二日", [("一九六五年六月二十二日", "1965-06-22")]),
        ("대한민국 30년 9월 1일", [("대한민국 30년 9월 1일", "1948-09-01")]),
        ("6월 15일", []),
        ("30년 동안", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert read_dates(text, "ko") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1953년 4월 21일", "dateline"),
        ("서울에서, 1953년 4월 21일", "dateline placeName=서울"),
        ("1953년 4월 21일 서울에서 작성하였다.", "dateline placeName=서울"),
        ("대한민국 정부를 대표하여", "party orgName=대한민국 정부"),
        ("김저자 (서명)", "name persName=김저자 signature-mark=(서명)"),
        ("김 저 자", "name persName=김 저 자"),
        ("외무부 장관", "role roleName=외무부 장관"),
        ("대한민국 외무부장관 박필자", "person roleName=대한민국 외무부장관 persName=박필자"),
        ("박필자 대사", "person persName=박필자 roleName=대사"),
        ("카를·아우토르", "name persName=카를·아우토르"),
        ("항구는 열려 있다.", "other"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert line(text, "ko") == expected


def test_people_in_a_list() -> None:
    assert people("외무부 장관 김저자, 수산청장 박필자.", "ko") == [
        [("roleName", "외무부 장관"), ("persName", "김저자")],
        [("roleName", "수산청장"), ("persName", "박필자")],
    ]


def test_metadata_lines() -> None:
    source = edition_of("제목: 항구\n저자: 김저자\n날짜: 1958년 5월 3일\n\n항구는 열려 있다.").source
    assert [(field.field, field.value) for field in source.metadata] == [
        ("title", "항구"),
        ("author", "김저자"),
        ("date", "1958년 5월 3일"),
    ]


def test_a_declaration() -> None:
    edition = annotated(DECLARATION)
    assert [version.lang for version in edition.versions] == ["ko"]
    assert dates(edition) == [("1961년 5월 1일부터 3일", "1961-05-01/1961-05-03"), ("1961년 5월 3일", "1961-05-03")]
    assert names(edition, "persName") == ["김저자", "카를·아우토르"]
    assert "인도" not in names(edition, "placeName")  # “humane”, not India
    assert "포르투갈" in names(edition, "placeName")


def test_two_people_in_one_line_sign_for_themselves() -> None:
    text = DECLARATION.split("대한민국 정부를")[0] + "대한민국 대통령 김저자 남도공화국 국방위원장 박필자\n"
    signed = [block.text for block in edition_of(text).versions[0].blocks() if block.role.value == "signed"]
    assert signed == ["대한민국 대통령 김저자", "남도공화국 국방위원장 박필자"]
