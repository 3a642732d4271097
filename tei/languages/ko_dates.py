"""How dates are written in Korean, in Hangul and in Han characters."""

from tei.languages.base import DateWords

DATES = DateWords(
    spaced=False,
    templates=(
        "{year}년 {month}월 {day}일",
        "{year}년 {month}월",
        "{year}년",
        "{month}월 {day}일",
        "{month}월",
        "{year}. {month}. {day}.",
        "{year}. {month}. {day}",
        "{year}年 {month}月 {day}日",
        "{year}年 {month}月",
        "{year}年",
        "{month}月 {day}日",
    ),
    openings=("{year}년 {month}월 {day}", "{year}년 {month}", "{month}월 {day}", "{year}", "{day}"),
    endings=("{day}일", "{short}년"),
    month_numbers=True,
    range_words=("부터", "에서", "~", "～", "〜", "-", "–", "—"),
    list_words=("과", "와", "및", ",", "、", "그리고"),
    lead_words=("서기", "같은 해"),
    not_before=("제", "第"),
    not_after=("간", "동안", "대", "전", "후", "이내", "분", "만에"),
    numerals={"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9},
    units={"十": 10, "廿": 20, "卅": 30},
    eras={
        "단기": (-2333, 4229), "檀紀": (-2333, 4229), "주체": (1911, 1), "대한민국": (1918, 1),
        "明治": (1867, 6), "大正": (1911, 1), "昭和": (1925, 1), "메이지": (1867, 6), "쇼와": (1925, 1), "민국": (1911, 1), "民國": (1911, 1),
        "광무": (1896, 1), "光武": (1896, 1), "융희": (1906, 1), "隆熙": (1906, 1),
    },
    lunar_reigns={"道光": 1820, "咸丰": 1850, "咸豐": 1850, "同治": 1861, "光绪": 1874, "光緒": 1874, "光緖": 1874, "宣统": 1908, "宣統": 1908, "開國": 1391, "开国": 1391, "개국": 1391, "고종": 1863, "도광": 1820, "함풍": 1850, "동치": 1861, "광서": 1874},
    first_years=("원", "元"),
    relative_years={"금": 0, "올해": 0, "작": -1, "내": 1},
    relative_months={"이번 달": 0, "지난달": -1, "다음 달": 1},
    same_years=("동", "같은 해"),
    same_months=("같은 달",),
)  # fmt: skip
