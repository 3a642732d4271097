"""Korean. Names are found as in a language without spaces: a space stands inside them as often as before an office."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.ko_dates import DATES
from tei.languages.ko_layout import LAYOUT
from tei.languages.ko_towns import TOWNS

# Family names by the census of 2015, down to one in about ten thousand; the compound ones; the same in Han characters.
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선"
    "설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당화창"
    "리림량렴로려련"
    "金李朴崔鄭姜趙尹張林韓吳徐申權黃安宋全洪柳高文梁孫裵白許南沈盧河郭成車朱禹具閔羅陳池嚴蔡元千方孔玄咸卞廉呂秋都蘇石宣薛馬吉"
)
_COMPOUND = "남궁 황보 제갈 사공 선우 서문 독고 동방 皇甫 南宮 諸葛 鮮于 司空".split()

_KINDS = "(?:편지|서한|서신|전보|전문|공문|친서|각서|메시지)"

PACK = LanguagePack(
    code="ko",
    name="Korean",
    scripts=("Hang", "Hani"),
    sentence_end=".!?…。",
    list_separators=(";", ",", "、", "，"),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        spaced=False,
        courtesies=tuple("각하 귀하 귀중 閣下 貴下".split()),
        role_heads=tuple(
            """대통령 부통령 국무총리 총리 부총리 내각총리 수상 부수상 주석 국가주석 국방위원장 위원장 부위원장 위원 총비서 비서 서기장 총서기 서기
            장관 차관 외무장관 국방장관 외상 부상 상 대사 특명전권대사 공사 대리대사 총영사 영사 참사관 서기관 무관 전권대표 전권위원 수석대표 대표
            부대표 특사 단장 부단장 고문 국장 차장 과장 부장 실장 처장 청장 원장 소장 교장 회장 부회장 사장 이사 이사장 총재 부총재 행장 국왕 여왕 황제
            천황 원수 의장 부의장 의원 국회의장 지사 도지사 시장 군수 구청장 판사 검사 변호사 교수 총장 사무총장 사무국장 편집국장 기자 사령관 총사령관
            최고사령관 참모총장 참모장 함장 사단장 대장 간사 대변인 보좌관 입회인 증인 내각총리대신 총리대신 외부대신 내부대신 탁지부대신 법부대신 학부대신 참정대신 궁내부대신 군부대신 농상공부대신 대신 협판 참판 판서 전권대신 전권위원 특명전권공사 전권공사 변리공사 통감 총독 주필 사무처장 조직위원장 공동대표 상임의장 교장선생 이장 면장 반장 지부장 본부장 지회장 분회장 서기국장 정치국원 內閣總理大臣 總理大臣 外部大臣 大臣 協辦 參政 全權大臣 全權委員 全權副官 特命全權公使 全權公使 辨理公使 領事 統監 大統領 總理 長官 代表 大使 公使 委員長 議長 局長 首相 外相 매도인 매수인 임대인 임차인 보증인 연대보증인 대필인 대서인 계약자 작성자 소개인 중개인 채무자 채권자 유언자 위임인 수임인 양도인 양수인 대리인 대표자
            """.split()
        ),
        ranks=tuple(
            """원수 차수 대장 중장 소장 준장 대령 중령 소령 대위 중위 소위 장군 제독 각하 전하 폐하 동지 씨 님 선생 선생님 여사 박사 귀하 閣下 先生 氏
            """.split()
        ),
        surnames=frozenset(_SURNAMES) | frozenset(_COMPOUND),
        name_separator="·",
        name_followers=tuple(
            """은 는 이 가 을 를 와 과 의 에게 및 , . ) ” 대통령 총리 주석 위원장 국방위원장 장관 대사 수상 외무 국무 특사 의장 씨 동지 선생
            """.split()
        ),
        self_titles=tuple("소자 불초 불초소자 소생 소녀 제자 문하생 동생 아우 형 누나 누이 언니 오빠 아들 딸 아버지 어머니 할아버지 할머니 아비 어미 손자 친구 벗 小弟 弟 小子 子 男 兄 姪 父 母 女 婿".split()),
        party_heads=("인", "자", "人", "者"),
        no_parties=tuple("저자 필자 역자 편자 독자 기자 작자 발행인 편집인 편집자 인쇄인 촬영자 참석자 불참자 수상자 사망자 후보자 당선자 발신인 수신인".split()),
        seals=tuple("인 印 ㊞".split()),
        towns=TOWNS,
        place_heads=tuple("시 군 읍 면 동 리 도 구 섬 산 사 병원 학교 대학 호텔 역 댁 집 옥중 감옥".split()),
        signing_verbs=tuple("上書 上白 拜上 謹上 謹白 올림 드림 배상 씀 보냄 상서 이가 가 로부터".split()),
        list_tails=tuple("외 등 이하".split()),
        role_modifiers=("부", "제1", "제일", "특명", "전권", "수석", "대리", "임시", "명예", "전", "주"),
        role_joiners=("겸", "및", ",", "、"),
        org_heads=tuple(
            """공화국 민국 인민공화국 대한민국 연방 왕국 합중국 연합 연맹 제국 정부 당 로동당 노동당 위원회 내각 국회 의회 국무원 외무부 외교부 외무성
            국방위원회 국제연합 유엔 부 협회 학회 회의 은행 회사 공사 대학 대학교 대학원 군 대사관 공사관 영사관 조합 동맹 대표단 사무국 政府 民國 共和國
            """.split()
        ),
        # India and humanity, Sudan and means, Iran and a particle, Oman and pride: the words are by far more frequent.
        not_countries=frozenset("인도 수단 이란 오만 가나 차드 기니 말리 저지 통가".split()),
    ),
    metadata_keys={
        "title": ("제목", "표제", "문서명", "건명"),
        "author": ("저자", "필자", "작성자", "지은이", "발신자"),
        "date": ("날짜", "일자", "작성일", "발행일", "게재일", "서명일", "등록일"),
        "page": ("쪽", "면", "페이지"),
        "column": ("난", "단"),
        "journal": ("신문", "잡지", "출처", "발행처", "매체"),
        "genre": ("종류", "문서 종류", "유형"),
        "id": ("번호", "문서번호", "관리번호"),
        "language": ("언어",),
    },
    language_labels=frozenset(
        (
            "한국어|국문|한글|한|ko|kr|kor|korean|korean version|韩文|韓文|韩语|韓語|朝鲜文|朝文|韩|韓|"
            "coréen|koreanisch|koreaans|coreano|корейский|朝鮮語|韓国語"
        ).split("|")
    ),
    version_markers={
        "original": ("원문", "정본", "한국어 원문", "국문"),
        "translation": ("번역", "번역문", "역문", "한국어 번역", "국역"),
    },
    genres={
        "communiqué": ("코뮈니케",),
        "joint statement": ("공동성명", "공동선언", "공동 성명", "공동 선언"),
        "treaty": ("조약", "협정", "의정서", "협약", "합의서"),
        "note": ("교환각서", "교환공문", "구상서"),
        "letter": ("서한", "편지"),
        "telegram": ("전보", "전문("),
        "statement": ("성명", "선언", "담화"),
    },
    page_lines=(r"제?\s*(?P<value>\d+)\s*면",),
    signature_marks=(
        r"(?<=\S\s)(?:올림|드림|배상|상서|재배|근배|씀|보냄|拜上|拜|書)(?=[.。]?$)",
        r"(?<=^..)(?:올림|드림|배상|씀)",
        r"(?<=^...)(?:올림|드림|배상|씀)",
        r"[(（\[]\s*(?:서\s*명|인|직\s*인|날\s*인|署\s*名)\s*[)）\]]", r"(?<=\s)㊞"),
    testimonium_signs=(r"(?:작성|서명|조인)",),
    testimonia=(
        r"<date>(?:에)?[,，]?\s*(?P<place>[\w ]{2,14}?)에서[,，]?[^.。]{0,100}(?:작성|서명|조인)(?:하였다|했다|한다|됨|함)?[.。]?",
        r"(?P<place>\w{2,10})에서[,，]?\s*<date>[^.。]{0,100}(?:작성|서명|조인)(?:하였다|했다|한다|됨|함)?[.。]?",
    ),
    dateline_forms=(
        r"<date>(?:에)?[,，]?\s*(?P<place>[\w ]{2,14}?)에서(?:\s*(?:작성하였다|서명하였다|작성|서명))?\.?",
        r"(?:서기|西紀|西曆|단기|檀紀|기원|음력|양력)\s*<date>",
        r"(?P<place>\w{2,10}?)(?:에서)?[,，]?\s*<date>(?:에)?",
        r"<date>[,，]?\s+(?P<place>\w{2,10})",
        r"(?:(?:서명|발표|공포|작성|등록)(?:일)?\s*[:：]?\s*)?<date>(?:\s*\d{1,2}:\d\d)?",
        r"<date>[,，]?\s*(?:밤|새벽|아침|저녁|낮|오전|오후|정오)(?:에|\s?\d{1,2}시)?",
    ),
    undated_forms=(
        r"(?:\w{0,6}[國国]\s*)?(?:開國|개국|同治|光緖|光緒|고종|철종|순조|정조)\s*[〇一二三四五六七八九十百\d]{1,7}\s*[年년]\s*[一二三四五六七八九十\d]{1,3}\s*[月월]\s*[一二三四五六七八九十\d]{1,3}\s*[日일]",
        r"(?:서기|단기|檀紀|大正|昭和)?\s*\d{4}\s*[년年]\s*\d{0,2}\s*[월月]\s*\d{0,2}\s*[일日]",  # a day left blank
        r"(?:서기|단기)?\s*\d{4}\s*[년年]?\s*(?:봄|여름|가을|겨울|새해|설날|추석)(?:에|날)?",
        r"(?:정|이|삼|사|오|유|칠|팔|구|시|동짓|섣)월\s*(?:초\w{1,4}|보름|그믐)날?",
        r"[甲乙丙丁戊己庚辛壬癸갑을병정무기경신임계][子丑寅卯辰巳午未申酉戌亥자축인묘진사오미신유술해][年년]?\s*(?:[正元一二三四五六七八九十\d]{1,3}\s*[月월])\s*(?:初?[一二三四五六七八九十念廿\d]{1,3}\s*[日일])?",
    ),
    party_leads=(r"(?:을|를)\s*(?:대표하여|위하여|대신하여)[:：]?$",),
    witness_leads=(r"(?:입회인|증인|보증인)\s*[:：]",),
    place_cues=(
        r"(?P<place>[가-힣]{2,8}?)에서\s+(?:개최|회담|서명|조인|열린|열렸|진행|발표|역사적인)",
    ),
    valedictions=(
        r".{0,60}(?:경의를 표|경의를 표합니다|올립니다|드립니다|배상|안녕히 계십시오).{0,10}",
    ),
    salutations=(r".{2,40}(?:각하|귀하|귀중|님께|선생님께|께|에게|님|앞|전\s?상서)[:：,，]?", r"(?:동포|인민|국민|시민|청년|학생|동지|노동자|장병)?\s?여러분[!！:：]?", r"(?:친애하는|존경하는).{1,40}[:：,，]?"),
    postscripts=(r"추신", r"追伸", r"P\.\s?S\."),
    letters=LetterWords(
        headings=(
            HeadingForm("", r"(?:이|가)\s+", r"\s*에게\s*(?:보낸|보내는|쓴)\s*" + _KINDS),
            HeadingForm("", "", r"\s*에게\s*(?:보낸|보내는|쓴)\s*" + _KINDS),
        ),
        sender_labels=("발신", "발신자", "발신인", "보낸 사람", "보내는 사람"),
        recipient_labels=("수신", "수신자", "수신인", "받는 사람", "받을 사람"),
        selves=("나는", "저는", "제가", "내가", "저희", "나의", "저의", "우리"),
        others=("너", "네가", "당신", "선생님", "그대", "자네", "어머니", "아버지", "형님", "누님", "안녕하", "편지", "귀하"),
        addressing=tuple("친애하는 존경하는 각하 귀하 귀중 님께 선생님께 께".split()),
    ),
    article_labels=(r"제\s*(?P<n>\d+|[一二三四五六七八九十]+)\s*(?:조|條)(?:\s*[(（][^()（）]{1,40}[)）])?",),
    sentences=SentenceWords(ordinals=True),
)  # fmt: skip
