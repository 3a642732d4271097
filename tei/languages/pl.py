"""Polish."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.pl_dates import DATES
from tei.languages.pl_layout import LAYOUT

_CAPITAL = "A-ZĄĆĘŁŃÓŚŹŻÀ-Þ"
_PLACE = rf"[{_CAPITAL}][\w’'.-]*(?: (?:(?:nad|pod|na|w|i) )?[{_CAPITAL}][\w’'.-]*){{0,3}}"
_YEAR = r"(?:\s*r(?:oku)?\.?)?"
_KINDS = r"(?:(?:list|telegram|depesza|nota|pismo|raport|odpowiedź|szyfrogram)\s+)?"

PACK = LanguagePack(
    code="pl",
    name="Polish",
    scripts=("Latn",),
    # Without “i”, “na”, “do”, “to”, “a” and “o”, which Italian, Portuguese, English and other languages have as well.
    function_words=frozenset(
        """w z się nie że jest oraz od przez dla są przy tym jak który która które których którym tej tego ich jego jej będzie
            będą między także został została obu ze we za niniejszy niniejsza niniejszej umowy rządu tylko już był była było były
            być aby lub albo czy pod nad przed bez ku gdy gdyż jako więc również według pan pana panu pani mnie mi cię ci nas
            nam was wam ją mu jeżeli jeśli może mogą należy każdy każda każdej stron strony roku lecz ponieważ wszystkich obie oba rząd rządy
            rządem zgodnie niniejszą niniejszym umowa umowę umową układ układu komunikat pragnąc podczas dlatego bardzo jeszcze już wszystko wszyscy swój swoje swojej swoich swego nich nimi niej
            także tam teraz kto nikt gdzie kiedy niech bo być można trzeba artykuł artykułu podpisania
            stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia""".split()
    ),
    closing_marks="\"'”’)]»",
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """minister ministra ministrów premier premiera prezes prezesa prezydent prezydenta przewodniczący przewodnicząca
            przewodniczącego wiceprezes wiceprezydent wicepremier wiceminister sekretarz sekretarza podsekretarz ambasador
            ambasadora poseł posła pełnomocnik pełnomocny konsul konsula charge attaché naczelnik naczelnika komendant dowódca
            dyrektor dyrektora kierownik szef komisarz wojewoda starosta burmistrz wójt marszałek król królowa cesarz książę
            kanclerz delegat delegata przedstawiciel przedstawiciela członek członkowie radca sędzia prokurator notariusz
            senator rektor dziekan profesor redaktor inspektor świadek świadkowie rzecznik protokolant tłumacz""".split()
        ),
        ranks=(
            "Marszałek", "marszałek", "Generał", "generał", "gen.", "Gen.", "generał broni", "generał dywizji", "generał brygady",
            "Pułkownik", "pułkownik", "płk", "Podpułkownik", "podpułkownik", "ppłk", "Major", "major", "mjr", "Kapitan", "kapitan",
            "kpt.", "Porucznik", "porucznik", "por.", "Admirał", "admirał", "Pan", "pan", "Pani", "pani", "p.", "Towarzysz",
            "towarzysz", "tow.", "Tow.", "Obywatel", "ob.", "Hrabia", "hrabia", "hr.", "Książę", "książę", "ks.", "Ks.", "dr", "Dr",
            "prof.", "Prof.", "inż.", "Inż.", "mgr", "Jego Ekscelencja", "J.E.",
        ),
        courtesies=("Jego Ekscelencj", "Jej Ekscelencj", "Jaśnie Wielmożn", "Wielmożn", "Szanown", "Do Pana", "Do Pani", "Sz. P. ", "Panu ", "Pani "),
        particles=("von", "de", "van", "der", "da", "di", "la", "le", "du", "z"),
        suffixes=("mł.", "st."),
        role_joiners=("i", "oraz"),
        role_modifiers=("nadzwyczajny", "pełnomocny", "Nadzwyczajny", "Pełnomocny", "generalny", "główny", "pierwszy", "zastępca"),
        org_heads=tuple(
            """partia partii rząd rządu rzeczpospolita rzeczypospolitej republika republiki związek związku komitet komitetu rada
            rady ministerstwo ministerstwa ambasada ambasady poselstwo konsulat królestwo królestwa liga organizacja federacja
            zgromadzenie sejm senat zjazd kongres delegacja komisja biuro sekretariat towarzystwo spółka stowarzyszenie bank
            uniwersytet instytut akademia armia front państwo państwa urząd zarząd sąd
            spraw handlu skarbu wojny obrony oświaty rolnictwa sprawiedliwości kolei poczt przemysłu pracy zdrowia""".split()
        ),
    ),
    metadata_keys={
        "title": ("tytuł", "nagłówek", "nazwa"),
        "author": ("autor", "autorka", "autorzy", "nadawca"),
        "date": ("data wydania", "data publikacji", "data podpisania", "data powstania", "data dokumentu"),
        "page": ("strona", "strony", "str."),
        "column": ("szpalta", "rubryka"),
        "journal": ("gazeta", "czasopismo", "źródło", "wydawca", "dziennik"),
        "genre": ("rodzaj", "typ dokumentu", "rodzaj dokumentu"),
        "id": ("sygnatura", "identyfikator"),
        "language": ("język", "języki"),
    },
    language_labels=frozenset(
        ("polski|po polsku|tekst polski|wersja polska|pl|pol|polish|polish version|polonais|polnisch|polaco|polacco|pools|польский|波兰文|波蘭文|波兰语|ポーランド語").split("|")
    ),
    version_markers={
        "original": ("oryginał", "tekst oryginalny", "tekst oryginału"),
        "translation": ("tłumaczenie", "przekład", "tłumaczenie polskie", "przekład polski"),
    },
    genres={
        "communiqué": ("komunikat",),
        "joint statement": ("wspólne oświadczenie", "wspólna deklaracja"),
        "treaty": ("traktat", "układ", "umowa", "konwencja"),
        "note": ("wymiana not", "nota werbalna"),
        "letter": ("list do", "list otwarty", "list z"),
        "telegram": ("telegram", "depesza"),
        "statement": ("oświadczenie", "deklaracja"),
        "minutes": ("protokół posiedzenia", "stenogram"),
    },
    signature_marks=(
        r"[(\[]\s*(?:podpis(?:any|ana|ano|ał|ała|y|\.)?|podp\.|pieczęć|m\.\s?p\.|l\.\s?s\.)\s*[)\]]\.?:?",
        r"^(?:podpisan[oiy]|podpisali|podpis(?:y|ał|ała)?)[.,:;]?$",
        r"(?-i:Podpisano|Podpisał[ai]?|Podp\.|podp\.|/-/)[.,:—–-]*\s*(?=\s*(?-i:[A-ZĄĆĘŁŃÓŚŹŻ]))",
        r"/-/",
        r"[(\[]\s*-\s*[)\]]",
    ),
    testimonium_signs=(r"^(?:sporządzon[oya]|podpisan[oya]|dan[oe]?|działo\s+się|dan\s+w|zawart[oaey])\b",),
    testimonia=(
        rf"[^;:]{{0,120}}?\b(?:w|we)\s+(?P<place>{_PLACE}),?\s*[^;:]{{0,100}}?<date>[^;:]{{0,220}}",
        rf"[^;:]{{0,120}}?<date>[^;:]{{0,60}}?\b(?:w|we)\s+(?P<place>{_PLACE})[^;:]{{0,160}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:sporządzon[oy]|podpisan[oya]|dan[oe]?|działo\s+się|zawart[oaey])\s+(?:w|we)\s+(?P<place>{_PLACE}),?\s*(?:w\s+)?(?:dni(?:a|u)\s+)?<date>{_YEAR}(?:,?\s+w\s+[^.;:]{{3,120}})?\.?",
        rf"(?:[{_CAPITAL}][^,;:]{{0,60}},\s+){{0,2}}?(?P<place>{_PLACE}),?\s+(?:(?:w\s+)?dni(?:a|u)\s+|dn\.\s*)?(?:<blank>\s*)?<date>{_YEAR}\.?",
        rf"(?i:posiedzenie|zebranie|protokół)\s+(?:z\s+)?(?:dnia\s+)?<date>{_YEAR}\.?",
        rf"<date>{_YEAR},?\s+(?:w\s+|we\s+)?(?P<place>{_PLACE})\.?",
        rf"(?:(?i:z|data|dnia|w\s+dniu|dn\.|podpisano)\s*:?\s+)?(?:<blank>\s*)?<date>{_YEAR}\.?",
    ),
    party_leads=(r"(?:podpisali\s*:?\s+)?(?:za|w\s+imieniu|z\s+upoważnienia|z\s+polecenia|w\s+zastępstwie)\s+(?=\w)",),
    witness_leads=(
        r"(?:za\s+zgodność(?:\s+z\s+oryginałem)?|zgodne\s+z\s+oryginałem|kontrasygnował|zatwierdzam|stwierdzam\s+zgodność)\s*[:.—-]*",
        r"w\s+obecności\s*:?",
        r"świad(?:ek|kowie)\s*:",
    ),
    place_cues=(
        r"\b(?:odbył\w+\s+się|podpisan\w*|przybył\w*|spotkani\w*|rozmow\w*|konferencj\w*)\b[^.;:]{0,30}?"
        rf"\b(?:w|we)\s+(?P<place>[{_CAPITAL}][^\W\d_]+(?:[ -][{_CAPITAL}][^\W\d_]+)?)",
    ),
    salutations=(
        r"(?:(?:wielce\s+|bardzo\s+)?(?:szanown[yaei]\w*|drog[iaey]\w*|kochan[yaei]\w*|najdroższ[yae]\w*|mił[yae]|czcigodn[yae])|ekscelencjo|jaśnie\s+wielmożn\w+|wielmożn\w+|wasza\s+(?:ekscelencjo|wysokość|królewska\s+mość|miłość))\b.{0,60}[,:!.—–-]+",
        r"(?:pan(?:ie|owie)|pani|panie|towarzysz(?:u|e|ko)|obywatel(?:u|e|ki)|rodacy|przyjacielu|bracia|siostro|ojcze|matko|mamo|tato)\b.{0,50}[,:!—–-]+",
    ),
    postscripts=(r"P\.\s?S\.", r"PS\b", r"Dopisek"),
    letters=LetterWords(
        headings=(HeadingForm(_KINDS, r"\s+do\s+"), HeadingForm(_KINDS + r"od\s+", r",?\s+do\s+"), HeadingForm(_KINDS + r"do\s+")),
        sender_labels=("od kogo", "nadawca", "od"),
        recipient_labels=("do kogo", "adresat", "odbiorca"),
        closings=tuple(
            """poważani* szacunk* uszanowani* pozdrowieni* pozdrawiam* ściska* całuj* kocha* oddan* życzliw* wdzięczn* sług* przyjaci*
            przyjaźni* brat siostra syn córka ojciec matka mąż żona wierny wierna uniżon* najniższ* pokorn* zdrow* zdrów bądź
            kłaniam towarzysk* wyraz* uściski ukłony serdeczn*""".split()
        ),
        closing_leads=tuple(
            """z ze wysokim głębokim prawdziwym najgłębszym należnym i w twój twoja twoje wasz wasza zawsze pozostaję jestem mam
            zaszczyt być łączę proszę przyjąć zapewnienie zapewnienia mego mojego naszego szczerze szczerego do widzenia rączki
            pańsk* mamy mamo taty tato rodziców wszystkich ekscelencji panu pani pana ciebie was cię głęboko bardzo prawdziwie""".split()
        ),
        possessives=("Twój", "Twoja", "Wasz", "Wasza"),
        addressing=tuple("""szanowny szanowna szanowni drogi droga drodzy kochany kochana kochani pan panie pani panowie towarzyszu towarzysze obywatelu ekscelencjo wielmożny jaśnie przyjacielu bracie siostro wasza i""".split()),
    ),
    article_labels=(r"(?:artykuł|art\.)\s+(?P<n>[IVXLC]+|\d+)\b\.?", r"§\s*(?P<n>\d+)\.?"),
    sentences=SentenceWords(
        abbreviations=frozenset("p. pp. św. ks. hr. gen. kpt. por. prof. inż. im. ul. pl. al. tzw. tj. np. m.in. wg. por. zob. ob. tow. sz.".split()),
        before_numbers=frozenset("nr. art. ust. pkt. poz. str. s. t. z. rozdz. dz.u. l.dz. godz. ok. ryc. tab.".split()),
        last=frozenset("r. w. itd. itp. br. bm. etc. tys. mln. mld. zł. km. egz.".split()),
    ),
)  # fmt: skip
