"""How dates are written in Chinese, in simplified and traditional characters."""

from tei.languages.base import DateWords

DATES = DateWords(
    spaced=False,
    templates=(
        "{year}年{month}月{day}日",
        "{year}年{month}月{day}号",
        "{year}年{month}月{day}號",
        "{reign}年{month}月{day}日",
        "{counted}年{month}月{day}日",
        "{year}年{month}月",
        "{year}年",
        "{month}月{day}日",
        "{month}月{day}号",
        "{month}月{day}號",
        "{month}月",
    ),
    brief=(
        "{recent}、{month}、{day}", "{recent}，{month}，{day}", "{recent},{month},{day}", "{recent}．{month}．{day}",
        "{recent}・{month}・{day}", "{recent}·{month}·{day}", "{year}、{month}、{day}", "{year}，{month}，{day}", "{year},{month},{day}",
        "{year}．{month}．{day}", "{year}.{month}.{day}", "{year}・{month}・{day}", "{year}·{month}·{day}", "{year}—{month}—{day}",
        "{month}、{day}", "{month}．{day}",
    ),
    last_recent=38,  # of the Republic on the mainland; higher figures may as well be of the twentieth century
    openings=("{year}年{month}月{day}", "{year}年{month}", "{month}月{day}", "{year}", "{day}"),
    endings=("{day}日", "{day}号", "{day}號", "{short}年"),
    months={"元": 1},
    month_numbers=True,
    range_words=("到", "至", "起至", "起到", "直到", "——", "—", "─", "–", "－", "-", "～", "~"),
    list_words=("和", "及", "以及", "与", "與", "、", "，", ",", "；"),
    lead_words=("从", "從", "自", "由", "在", "于", "於"),
    not_before=(
        "第", "前", "光绪", "光緒", "宣统", "宣統", "同治", "咸丰", "咸豐", "道光", "嘉庆", "嘉慶", "乾隆",
        "雍正", "康熙", "农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "夏历", "夏曆", "回历", "回曆", "伊历", "伊曆", "藏历", "藏曆",  # years of the lunar calendar
    ),
    not_after=("内", "內", "代", "来", "來", "历史", "歷史", "革命", "份"),
    numerals={
        "〇": 0, "零": 0, "○": 0, "◯": 0, "O": 0, "Ｏ": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6,
        "七": 7, "八": 8, "九": 9,
    },
    units={"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000},
    eras={
        "": (1911, 1), "民国": (1911, 1), "民國": (1911, 1), "中华民国": (1911, 1), "中華民國": (1911, 1),
        "明治": (1867, 6), "大正": (1911, 1), "昭和": (1925, 1), "平成": (1988, 1), "令和": (2018, 1),
    },
    lunar_reigns={"道光": 1820, "咸丰": 1850, "咸豐": 1850, "同治": 1861, "光绪": 1874, "光緒": 1874, "光緖": 1874, "宣统": 1908, "宣統": 1908, "開國": 1391, "开国": 1391},
    lunar_years={"顺治": 1643, "順治": 1643, "康熙": 1661, "雍正": 1722, "乾隆": 1735, "嘉庆": 1795, "嘉慶": 1795},
    first_years=("元",),
    relative_years={"今": 0, "去": -1, "明": 1},
    relative_months={"本": 0, "上": -1, "上个": -1, "上個": -1, "下": 1, "下个": 1, "下個": 1},
    same_years=("同",),
    same_months=("同",),
)  # fmt: skip
