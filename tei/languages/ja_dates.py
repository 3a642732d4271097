"""How dates are written in Japanese, with eras."""

from tei.languages.base import DateWords

DATES = DateWords(
    spaced=False,
    templates=(
        "{year}年{month}月{day}日",
        "{counted}年{month}月{day}日",
        "{year}年{month}月",
        "{counted}年{month}月",
        "{year}年",
        "{month}月{day}日",
        "{month}月",
    ),
    openings=("{year}年{month}月{day}", "{year}年{month}", "{month}月{day}", "{year}", "{day}"),
    endings=("{day}日", "{short}年"),
    month_numbers=True,
    range_words=("から", "より", "～", "〜", "~", "至", "――", "——", "—", "–", "－", "-"),
    list_words=("及び", "および", "並びに", "ならびに", "と", "、", "，", "又は", "または"),
    lead_words=("同年", "西暦"),
    not_before=("第",),
    not_after=("間", "前", "後", "代", "度", "以内", "分", "号"),
    numerals={
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壱": 1, "弐": 2, "参": 3,
    },
    units={"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000},
    eras={
        "明治": (1867, 6), "大正": (1911, 1), "昭和": (1925, 1), "平成": (1988, 1), "令和": (2018, 1), "民国": (1911, 1), "民國": (1911, 1),
        "光武": (1896, 1), "隆熙": (1906, 1), "康徳": (1933, 1), "康德": (1933, 1), "皇紀": (-660, 2533), "紀元": (-660, 2533),
    },
    lunar_reigns={"道光": 1820, "咸丰": 1850, "咸豐": 1850, "同治": 1861, "光绪": 1874, "光緒": 1874, "光緖": 1874, "宣统": 1908, "宣統": 1908, "開國": 1391, "开国": 1391, "咸豊": 1850},
    first_years=("元",),
    relative_years={"今": 0, "本": 0, "昨": -1, "去": -1, "来": 1, "明": 1},
    relative_months={"今": 0, "本": 0, "先": -1, "前": -1, "来": 1},
    same_years=("同",),
    same_months=("同",),
)  # fmt: skip
