"""Japanese. Texts are simplified before they are compared with the words; the words themselves stand as printed."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.ja_dates import DATES
from tei.languages.ja_layout import LAYOUT

# Some three hundred of the most frequent family names, with older forms of their characters.
_SURNAMES = """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 阿部
    森 池田 橋本 山下 石川 中島 中嶋 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 藤井 青木 福田 三浦 西村 藤原 太田 松田
    原田 岡本 中野 中川 小野 田村 竹内 金子 中山 和田 石田 工藤 上田 森田 原 柴田 酒井 宮崎 横山 高木 宮本 内田 今井 安藤 島田 谷口
    大野 丸山 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 小山 菅原 久保 松井 岩崎 木下 千葉 桜井 野口 松尾 野村 菊地 菊池 佐野 大西
    杉本 新井 市川 古川 水野 浜田 小島 吉川 小松 山内 西田 北村 安田 五十嵐 川口 平田 岩田 高野 飯田 東 本田 辻 川崎 服部 土屋 福島
    荒木 樋口 田口 秋山 永井 山中 中西 吉村 川上 石原 馬場 大橋 松岡 浅野 田辺 小池 関 星野 久保田 松村 矢野 広瀬 岡崎 大島 岡 尾崎
    川村 西川 関口 堀 大久保 松下 野崎 大谷 松永 三宅 片山 西尾 河野 小西 沢田 澤田 早川 岩井 黒田 津田 須藤 榎本 堀内 岸 安達 大川 渡部
    望月 永田 平井 宮田 桑原 高島 篠原 小泉 堀口 大森 本間 吉野 柳沢 宮下 西山 河合 小沢 小澤 大石 中田 田島 北川 奥村 栗原 内山 広田
    森本 牧野 菅 日高 富田 土井 福井 細川 羽田 村山 三木 白石 林 石橋 大村 東條 東条 岩本 本多 野沢 平山 松浦 木原 大場 成田 宮沢 宮澤
    石黒 神田 岩瀬 安部 植田 植木 今村 米田 米山 大平 竹下 園田 田原 桂 相川 相馬 青山 赤松 秋元 天野 荒井 有田 飯島 飯塚 池上 石塚
    市村 井口 稲垣 岩城 臼井 梅田 榎 江口 大木 大竹 岡部 小倉 小田 落合 甲斐 金井 神谷 川端 川島 川田 木内 倉田 黒木 小出 古賀 児玉
""".split()

_KINDS = "(?:書簡|書翰|手紙|電報|電信|公電|書状|公文|親書|口上書|メッセージ)"

PACK = LanguagePack(
    code="ja",
    name="Japanese",
    scripts=("Kana", "Hani"),
    function_words=frozenset("のはがをにへで、。"),
    sentence_end="。！？…．.!?",
    closing_marks="」』）】》”’)\"'",
    list_separators=("；", "、", "，", ";", ","),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        spaced=False,
        courtesies=tuple("閣下 殿 様 御中 各位".split()),
        role_heads=tuple(
            """内閣総理大臣 総理大臣 総理 首相 外務大臣 外相 大臣 国務大臣 国務長官 長官 官房長官 次官 事務次官 政務次官 副大臣 大統領 副大統領
            主席 国家主席 総書記 書記長 書記 議長 副議長 委員長 副委員長 委員 大使 特命全権大使 全権大使 公使 特命全権公使 代理大使 臨時代理大使
            代理公使 領事 総領事 参事官 書記官 武官 全権 全権委員 全権代表 首席全権 首席代表 代表 副代表 特使 団長 副団長 団員 随員 顧問 局長 次長
            課長 部長 室長 所長 院長 校長 会長 副会長 社長 副社長 理事 理事長 総裁 副総裁 頭取 監事 主任 国王 女王 天皇 皇帝 元首 議員 知事 市長
            町長 村長 区長 裁判官 判事 検事 弁護士 教授 学長 総長 編集長 記者 司令官 最高司令官 総司令官 参謀長 参謀総長 艦長 師団長 隊長 幹事長
            秘書官 事務総長 事務局長 統監 総督 卿 奉行 老中 立会人 証人 大蔵大臣 法務大臣 農林大臣 通商産業大臣""".split()
        ),
        ranks=tuple(
            """元帥 大将 中将 少将 准将 大佐 中佐 少佐 大尉 中尉 少尉 将軍 閣下 殿下 陛下 氏 様 殿 君 先生 女史 博士 夫人 公爵 侯爵 伯爵 子爵 男爵
            """.split()
        ),
        surnames=frozenset(_SURNAMES),
        name_separator="・",
        name_followers=tuple(
            """は が を に と の へ で も 及び および 並びに 、 。 ， ） 」 』 両 間 首相 総理 大臣 大統領 主席 議長 氏 閣下 大使 外相 国務""".split()
        ),
        given_length=3,
        role_modifiers=("副", "第一", "第二", "代理", "臨時", "特命", "全権", "首席", "前", "元", "名誉", "駐"),
        role_joiners=("兼", "兼任", "、", "及び", "並びに"),
        org_heads=tuple(
            """共和国 人民共和国 民主共和国 連邦 王国 合衆国 連合 連盟 帝国 国 政府 党 委員会 内閣 議会 国会 参議院 衆議院 外務省 省 庁 代表団 使節団
            国際連合 協会 学会 会議 銀行 会社 株式会社 公社 大学 学院 軍 大使館 公使館 領事館 組合 同盟 総評 機構""".split()
        ),
    ),
    metadata_keys={
        "title": ("標題", "表題", "題名", "件名", "タイトル", "見出し"),
        "author": ("著者", "作者", "筆者", "執筆者", "発信者", "作成者"),
        "date": ("日付", "年月日", "発行日", "掲載日", "作成日", "署名日", "調印日"),
        "page": ("頁", "ページ", "面"),
        "column": ("欄", "コラム"),
        "journal": ("新聞", "雑誌", "出典", "典拠", "掲載紙", "発行元"),
        "genre": ("文書種別", "種類", "種別"),
        "id": ("番号", "文書番号", "資料番号"),
        "language": ("言語", "使用言語"),
    },
    language_labels=frozenset(
        (
            "日本語|日本文|和文|ja|jp|jpn|japanese|japanese version|日文|日语|日語|日|japonais|"
            "japanisch|japans|japonés|giapponese|japonês|японский|일문|일본어"
        ).split("|")
    ),
    version_markers={
        "original": ("原文", "正文", "日本語正文", "日本語原文"),
        "translation": ("訳文", "和訳", "日本語訳", "仮訳", "翻訳"),
    },
    genres={
        "communiqué": ("コミュニケ",),
        "joint statement": ("共同声明", "共同宣言"),
        "treaty": ("条約", "協定", "議定書", "約定"),
        "note": ("交換公文", "往復書簡", "口上書"),
        "letter": ("書簡", "手紙"),
        "telegram": ("電報", "電信"),
        "statement": ("声明", "談話"),
    },
    page_lines=(r"第?\s*(?P<value>\d+)\s*(?:面|頁|ページ)",),
    signature_marks=(r"[(（〔\[［【]\s*(?:署\s*名|記\s*名|調\s*印|捺\s*印|押\s*印|花\s*押|公\s*印|印)\s*[)）〕\]］】]", r"(?<=\s)[印㊞]"),
    testimonium_signs=(r"(?:署名|作成|調印|本書|正文)",),
    testimonia=(
        r"<date>に?[、，]?\s*(?P<place>[\w・]{2,14}?)(?:市)?(?:において|に於て|に於テ|で|にて)[、，]?[^。]{0,100}(?:署名|作成|調印|記名)(?:した|せり|ス|する)?[。．]?",
    ),
    dateline_forms=(
        r"\w{1,6}年(?:閏)?\w{1,3}月\w{1,4}日?\s*[(（](?:西暦|新暦|陽暦)?<date>[)）]",  # with the Gregorian date in brackets
        r"<date>に[、，]?\s*(?P<place>[\w・]{2,14}?)(?:市)?(?:において|で|にて)[、，](?:本書|ひとしく).{0,30}(?:署名した|作成した|調印した)[。．]?",
        r"<date>に?[、，]?\s*(?P<place>[\w・]{2,14}?)(?:市)?(?:において|で|にて)(?:署名した|作成した|調印した)?[。．]?",
        r"<date>[、，\s]\s*(?P<place>[\w・]{2,14})(?:において|で|にて)?",
        r"(?P<place>[\w・]{2,14}?)(?:において|で|にて)?[、，\s]\s*<date>",
        r"(?:(?:署名|発表|公布|調印|掲載)\s*[:：]?\s*)?<date>(?:署名|発表|公布|調印|付)?",
    ),
    party_leads=(r"(?:のために|を代表して|代表)[:：]?$",),
    witness_leads=(r"(?:立会人|証人|立会証人)\s*[:：]",),
    place_cues=(
        r"(?P<place>[\w・]{2,10}?)(?:において|で)(?:開催|会談|署名|調印|行われ|発表|会見)",
    ),
    valedictions=(
        r"(?:敬具|謹言|草々|拝具|頓首|敬白|不一|以上)[。．]?",
        r".{0,60}(?:敬意を表します|敬意を表する|御健康を祈).{0,20}",
    ),
    salutations=(
        r"(?:拝啓|謹啓|前略|拝復)[、，。]?",
        r".{2,40}(?:閣下|殿|様|先生|御中|各位)[:：、，]?",
    ),
    postscripts=(r"追伸", r"追って書", r"二伸"),
    letters=LetterWords(
        headings=(
            HeadingForm("", r"(?:より|から|発)\s*", r"(?:宛て?|あて|へ)(?:の)?" + _KINDS),
            HeadingForm("", "", r"(?:宛て?|あて|へ)(?:の)?" + _KINDS),
        ),
        endings=(r"\s*[(（〔\[【][^()（）]{1,30}[)）〕\]】]",),
        sender_labels=("差出人", "発信者", "発信", "発信人", "発", "送信者"),
        recipient_labels=("宛先", "受信者", "受信", "受信人", "宛", "名宛人", "受取人"),
        addressing=("閣下", "殿", "様", "御中", "各位"),
    ),
    article_labels=(r"第\s*(?P<n>[一二三四五六七八九十百〇\d]+)\s*[条條]",),
    sentences=SentenceWords(
        goes_on=tuple("と を が は に で の も や か へ から まで より など 等 なる という との とは って だ です である".split())
    ),
)  # fmt: skip
