"""Datelines in other calendars, in brief, in both calendars, and in sentences; lines that are none."""

import pytest

from tei.languages import pack_for
from tei.languages.dates import dateline_words, find_dates, words_for_dateline
from tei.structure.line import Shape
from tei.structure.shapes import line_shape

LINES = [
    ("zh", "光緒三十一年八月初三日（1905年9月1日）", "1905-09-01"),
    ("zh", "回历一三四〇年七月三日（公历1922年3月2日）", "1922-03-02"),
    ("zh", "民國二十五年三月五日（農曆二月十二日）", "1936-03-05"),
    ("zh", "廿五年三月五日", "1936-03-05"),
    ("zh", "二八、二、二五（自昆明發）", "1939-02-25"),
    ("zh", "本协定于一九五七年十一月八日在北京签订，共两份。", "1957-11-08"),
    ("ja", "明治五年十一月三日（1872年12月3日）", "1872-12-03"),
    ("ja", "千九百六十一年五月十二日に東京で、本書二通を作成した。", "1961-05-12"),
    ("en", "Peking, 31st year of Kwang-hsü, 8th moon, 3d day (September 1, 1905).", "1905-09-01"),
    ("en", "Cairo, 3 Rajab 1340 (March 2, 1922)", "1922-03-02"),
    ("en", "Washington, March 27 (April 8), 1898.", "1898-04-08"),
    ("en", "Moscow, 12 (24) March 1880", "1880-03-24"),
    ("ru", "С.-Петербург, 12/24 марта 1880 г.", "1880-03-24"),
    ("fr", "Moscou, le 27 mars (8 avril) 1898", "1898-04-08"),
    ("en", "Washington, Monday [December 8, 1919], 8:15 a.m.", "1919-12-08"),
    ("en", "7, Queen Street, Lisbon, E. C., July 26th, 1892.", "1892-07-26"),
    ("en", "Done at Lisbon, in duplicate, this 12th day of May, 1861.", "1861-05-12"),
    ("en", "Signed at the Swedish Legation at Lisbon July 18th 1925", "1925-07-18"),
    (
        "en",
        "Given under my hand and the seal of the Territory, at Fort Ellis, this 19th day of March, A. D. 1858.",
        "1858-03-19",
    ),
    ("en", "Special meeting, Tuesday evening, October 8th, 1867.", "1867-10-08"),
    ("en", "NEW HARTWELL JUNE 3 1914", "1914-06-03"),
    ("en", "PORT ALTO, _Jany._ 8_th_, 1843.", "1843-01-08"),
    ("es", "Cabo Claro, 22 de abril, 1898.", "1898-04-22"),
    ("nl", "Geschreeven in Onze Vergadering binnen Rosendaal den 8 January 1787.", "1787-01-08"),
    ("fr", "Au quartier général de Valmore, le 14 prairial an V de la République française.", "1797-06-02"),
    ("fr", "Séance du sextidi 26 nivôse an VII.", "1799-01-15"),
    ("it", "Dal quartier generale di Monteforte, 10 termidoro anno V repubblicano", "1797-07-28"),
    ("de", "Rosenau, 11. XII. 1887", "1887-12-11"),
    ("de", "Sitzung vom 3. Mai 1848", "1848-05-03"),
    ("de", "Altenfels, Sonntag, den 3. Mai 1848", "1848-05-03"),
    ("nl", "Amstelwijk, zondag 3 mei 1914", "1914-05-03"),
    ("es", "Cuartel general en Puerto Claro, a 3 de mayo de 1854.", "1854-05-03"),
    ("pt", "Palácio do Governo, em 3 de Maio de 1854", "1854-05-03"),
    ("ru", "г. Лада, «3» июля 1943 года", "1943-07-03"),
    ("ru", "12 IV 1921 г.", "1921-04-12"),
]

# Sentences that say where and when a document was made: their places, and dates.
TESTIMONIA = [
    ("en", "Done in duplicate, in the English and French languages, at Port Solano, this fifth day of June, 1904.", "Port Solano"),
    ("fr", "Fait à Valmore, en double exemplaire, les deux textes faisant également foi, le 8 juin 1903.", "Valmore"),
    ("de", "Geschehen zu Altenfels in doppelter Ausfertigung, in deutscher und französischer Sprache, am 3. Mai 1903.", "Altenfels"),
    ("nl", "Gedaan te Rosendaal, in tweevoud, in de Nederlandse en de Franse taal, de 9e februari 1951.", "Rosendaal"),
    ("es", "Hecho en Puerto Claro, en dos ejemplares igualmente auténticos, a los tres días del mes de mayo de 1903.", "Puerto Claro"),
    ("pt", "Feito em Porto Alto, em dois exemplares, aos 3 de maio de 1903, nas línguas portuguesa e francesa.", "Porto Alto"),
    ("it", "Fatto a Montevero, in doppio originale, il 3 maggio 1903.", "Montevero"),
    (
        "ru",
        "Совершено в Ладе 14 сентября 1956 года в двух экземплярах, каждый на русском и французском языках, причем оба текста имеют одинаковую силу.",
        "Ладе",
    ),
    ("ja", "昭和三十二年三月二十五日に東京で、ひとしく正文である日本語及び英語により本書二通を作成した。", "東京"),
    ("ko", "1965년 6월 22일 서울에서 한국어와 영어로 각 2부를 작성하였다.", "서울"),
    ("zh", "本协定于一九五七年十一月八日在北京签订，共两份，每份都用中文和法文写成，两种文本具有同等效力。", "北京"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "when"), LINES)
def test_a_dateline_and_its_first_value(language: str, line: str, when: str) -> None:
    pack = pack_for(language)
    assert line_shape(line, pack).shape is Shape.DATELINE
    assert next(date.when for date in find_dates(line, dateline_words(pack.dates)) if date.when) == when


@pytest.mark.parametrize(("language", "sentence", "place"), TESTIMONIA)
def test_a_sentence_that_says_where_a_document_was_made(language: str, sentence: str, place: str) -> None:
    shape = line_shape(sentence, pack_for(language))
    assert shape.shape is Shape.DATELINE
    assert [sentence[start:end] for start, end, tag in shape.marks if tag == "placeName"] == [place]


BLANKS = [
    ("en", "Fort Holm, this ____ day of August, 1842", "1842-08"),
    ("fr", "Valmore, le ___ août 1842", "1842-08"),
    ("de", "Altenfels, den ___ten August 1842", "1842-08"),
    ("es", "Lima, a __ de agosto de 1842", "1842-08"),
    ("ru", "«___» июля 1943 г.", "1943-07"),
]


@pytest.mark.parametrize(("language", "line", "when"), BLANKS)
def test_a_day_left_blank_leaves_the_month(language: str, line: str, when: str) -> None:
    pack = pack_for(language)
    assert line_shape(line, pack).shape is Shape.DATELINE
    assert [date.when for date in find_dates(line, pack.dates)] == [when]


@pytest.mark.parametrize(("language", "line"), [("en", "Rutland. July. 27"), ("en", "Oct— 6th 95"), ("zh", "七、四。")])
def test_a_dateline_of_no_year_has_no_value(language: str, line: str) -> None:
    pack = pack_for(language)
    assert line_shape(line, pack).shape is Shape.DATELINE
    assert not find_dates(line, dateline_words(pack.dates))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Report of the Committee (March 2, 1922)"),
        ("en", "The second meeting took place on May 3, 1861, in Lisbon, and lasted two hours."),
        ("zh", "五八、二、二五号房间"),
        ("zh", "1961年5月12日，码头关闭。"),
        ("en", "Given the storm of May 3, 1861, the harbor at Lima was shut. The ships put to sea."),
        ("de", "In der Sitzung vom 3. Mai 1848 wurde der Antrag abgelehnt."),
    ],
)
def test_no_dateline(language: str, line: str) -> None:
    assert line_shape(line, pack_for(language)).shape is not Shape.DATELINE


def test_a_lunar_date_has_no_gregorian_value() -> None:
    assert not find_dates("农历八月十五日，回历一三四〇年七月三日", pack_for("zh").dates)


def test_dates_a_few_days_apart_are_two() -> None:
    dates = find_dates("May 3 (May 5), 1900", pack_for("en").dates)
    assert [date.when for date in dates] == ["1900-05-03", "1900-05-05"]


@pytest.mark.parametrize(
    "line", ["二八、二、二五", "二八，二，二五于某城", "七、四", "船、网最多的", "一九五八年八月三日", "今天、昨天", ""]
)
def test_the_cheap_test_for_brief_dates_changes_no_reading(line: str) -> None:
    words = pack_for("zh").dates
    assert find_dates(line, words_for_dateline(line, words)) == find_dates(line, dateline_words(words))


@pytest.mark.parametrize(
    ("language", "line", "when"),
    [
        ("zh", "嘉慶二十一年歲次丙子月日", "1816"),
        ("zh", "光緒十八年三月", "1892"),
        ("zh", "康熙四十年正月吉日", "1701"),
        ("zh", "嘉慶二十一年十二月　日", ""),  # perhaps of January 1817
        ("zh", "廿二,十一,六", "1933-11-06"),
        ("zh", "一九三三、三、一", "1933-03-01"),
        ("zh", "民國二十四年秋", "1935"),
        ("zh", "六月十日補簽", ""),
        ("zh", "十二日夜", ""),
        ("zh", "民國廿四年雙十節", "1935"),
        ("ja", "安政五年午六月十九日", "1858"),
        ("ja", "元治元年子七月", "1864"),
        ("ja", "天保九年戌十二月", ""),
        ("ja", "昭和一〇・一〇・三", "1935-10-03"),
        ("ja", "昭和二十年八月吉日", "1945-08"),
        ("ja", "明治二十九年六月九日モスコ発", "1896-06-09"),
        ("ja", "師走三日", ""),
        ("ko", "檀紀四二九一年三月五日", "1958-03-05"),
        ("ko", "서기 1958년 3월 5일", "1958-03-05"),
        ("ko", "1962년 가을", "1962"),
    ],
)
def test_datelines_of_east_asia(language: str, line: str, when: str) -> None:
    words = pack_for(language).dates
    assert line_shape(line, pack_for(language)).shape is Shape.DATELINE
    assert [date.when for date in find_dates(line, words_for_dateline(line, words))] == [when] * bool(when)


@pytest.mark.parametrize("line", ["1949年", "一九四九年", "十月革命", "三日游", "1.2.3", "元旦献词", "第二年秋"])
def test_no_dateline_of_east_asia(line: str) -> None:
    assert line_shape(line, pack_for("zh")).shape is not Shape.DATELINE


def test_a_year_of_a_reign_in_running_text_has_no_value() -> None:
    assert not find_dates("光緒十八年三月，嘉慶二十一年", pack_for("zh").dates)


@pytest.mark.parametrize(
    ("language", "line", "place"),
    [
        ("it", "Comando della Riviera, 3 Marzo 1911 ore 16.", "Riviera"),
        ("en", "Given At Harbour House, Wexbury, this fourth day Of March 1811", "Wexbury"),
        ("fr", "À bord de la Mouette, Selville, 2 juin 1901, 9 heures du soir", "Selville"),
        (
            "pt",
            "Boa Ponte, sete de Abril de mil oitocentos e trinta e um, décimo da Independência, e do Império.",
            "Boa Ponte",
        ),
        ("nl", "Aan boord, Sluisdijk, maandag den 3den Mei 1890, 's avonds 9 uur", "Sluisdijk"),
    ],
)
def test_a_dateline_is_told_by_the_small_words_beside_its_date(language: str, line: str, place: str) -> None:
    shape = line_shape(line, pack_for(language))
    assert shape.shape is Shape.DATELINE
    assert any(place in line[start:end] for start, end, tag in shape.marks if tag == "placeName")


@pytest.mark.parametrize("line", ["The President met him on May 3, 1850.", "Mr. Author, who left on May 3, 1850"])
def test_a_sentence_with_a_date_is_no_dateline(line: str) -> None:
    assert line_shape(line, pack_for("en")).shape is not Shape.DATELINE


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lower Erklärung, 12. April 1957"),
        ("en", "Treaty of Lowe, May 3, 1861"),
        ("nl", "Verdrag, 3 mei 1861"),
    ],
)
def test_a_kind_of_document_is_no_place_of_a_dateline(language: str, line: str) -> None:
    assert line_shape(line, pack_for(language)).shape is not Shape.DATELINE


@pytest.mark.parametrize(
    ("language", "line"), [("pt", "Assinado em 14 de Fevereiro de 1997."), ("ru", "Написано 20 апреля 1918 г.")]
)
def test_a_verb_of_a_dateline_is_no_place(language: str, line: str) -> None:
    shape = line_shape(line, pack_for(language))
    assert (shape.shape, shape.marks) == (Shape.DATELINE, ())


@pytest.mark.parametrize(
    "line", ["Cablegram 193 6 December 1939,", "Despatch No. 17, May 3, 1861", "Telegram unnumbered 6 December 1939"]
)
def test_the_number_of_a_telegram_and_its_day_are_a_dateline(line: str) -> None:
    assert line_shape(line, pack_for("en")).shape is Shape.DATELINE


@pytest.mark.parametrize("line", ["Telegram of May 3, 1861", "Your telegram 17 of May 3, 1861, has come."])
def test_a_telegram_that_is_spoken_of_is_no_dateline(line: str) -> None:
    assert line_shape(line, pack_for("en")).shape is not Shape.DATELINE
