"""The line that cites a newspaper is told by what it is made of, in any language and order."""

import pytest
from documents import source_of

from tei.readers.citations import citation_fields
from tei.readers.rawlines import raw_lines


def cited(text: str, *, paged: bool = True) -> list[str]:
    decoded = source_of(text + "\n\nText.").decoded
    return [field.value for field in citation_fields(decoded, raw_lines(decoded.text)[0], paged=paged)]


@pytest.mark.parametrize(
    ("line", "date", "journal", "page"),
    [
        ("The Harwick Courier, Tuesday, June 14, 1881, page 3", "June 14, 1881", "The Harwick Courier", "3"),
        ("The Bay Herald, Vol. IV, No. 17, Friday, March 3, 1899, p. 1", "March 3, 1899", "The Bay Herald", "1"),
        ("Westhaven Gazette (3 March 1899), p. 5", "3 March 1899", "Westhaven Gazette", "5"),
        ("Der Bote von Neustedt, Nr. 112, 14. Mai 1904, S. 2", "14. Mai 1904", "Der Bote von Neustedt", "2"),
        ("# Le Phare de la Baie, 12 mars 1897, p. 2", "12 mars 1897", "Le Phare de la Baie", "2"),
        ("De Haven, woensdag 12 maart 1897, blz. 2", "12 maart 1897", "De Haven", "2"),
        ("«Северный вестник», 14 мая 1903 г., № 112, стр. 2", "14 мая 1903 г.", "Северный вестник", "2"),
        ("1925年8月4日江城日报 第2版", "1925年8月4日", "江城日报", "2"),
        ("《江城日报》（1925年8月4日第2版）", "1925年8月4日", "江城日报", "2"),
        ("大公新报 民国十四年八月四日 第三张第二版", "民国十四年八月四日", "大公新报", "二"),
        ("「港新聞」昭和37年3月12日 第3面", "昭和37年3月12日", "港新聞", "3"),
        ("항구일보, 1962년 3월 12일, 제3면", "1962년 3월 12일", "항구일보", "3"),
    ],
)
def test_a_citation_has_a_name_a_day_and_a_page(line: str, date: str, journal: str, page: str) -> None:
    assert cited(line) == [date, journal, page]


@pytest.mark.parametrize(
    "line",
    [
        "Harwick Courier, June 14, 1881",
        "On June 14, 1881 the pier was opened, as page 3 says.",
        "See the letter of May 5, 1862, page 3",
        "Treaty of Peace, signed at Lisbon, 5 May 1862, p. 3",
        "F. 12. Op. 3. D. 45. L. 6. Copy.",
        "Page 3",
    ],
)
def test_other_lines_cite_no_newspaper(line: str) -> None:
    assert cited(line) == []


def test_above_the_line_of_a_page_the_name_and_month_are_enough() -> None:
    assert cited("海港日报 一九六一年五月", paged=False) == ["一九六一年五月", "海港日报"]
    assert cited("海港日报 一九六一年五月") == []
