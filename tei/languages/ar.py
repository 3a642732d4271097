"""Arabic."""

from tei.languages.ar_layout import LAYOUT
from tei.languages.base import DateWords, LanguagePack, LetterWords, NameWords, SentenceWords

_PLACE = r"\w{2,20}(?: \w{2,20}){0,2}"

DATES = DateWords(
    templates=("{day} {month} {year}", "{day} من {month} {year}", "{day} من شهر {month} {year}", "{month} {year}", "{cue}{year}"),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "يناير": 1, "كانون الثاني": 1,
        "فبراير": 2, "شباط": 2,
        "مارس": 3, "آذار": 3,
        "أبريل": 4, "إبريل": 4, "نيسان": 4,
        "مايو": 5, "أيار": 5,
        "يونيو": 6, "يونيه": 6, "حزيران": 6,
        "يوليو": 7, "يوليه": 7, "تموز": 7,
        "أغسطس": 8, "آب": 8,
        "سبتمبر": 9, "أيلول": 9,
        "أكتوبر": 10, "تشرين الأول": 10,
        "نوفمبر": 11, "تشرين الثاني": 11,
        "ديسمبر": 12, "كانون الأول": 12,
    },
    day_first=True,
    range_words=("إلى", "حتى", "–", "—", "-"),
    pair_words=("من", "بين"),
    list_words=("و", "،", "أو"),
    lead_words=("في", "يوم", "بتاريخ"),
    year_cues=("عام", "سنة", "منذ عام"),
    not_before=("رقم", "المادة", "صفحة", "ص.", "الفقرة", "قرار"),
    not_after=("شخص", "رجل", "عضو", "نسخة", "طن", "دينار", "دولار", "كيلومتر", "متر", "يوما", "سنة", "ساعة", "%"),
)  # fmt: skip

PACK = LanguagePack(
    code="ar",
    name="Arabic",
    scripts=("Arab",),
    direction="rtl",
    function_words=frozenset(
        """في من على إلى عن أن إن التي الذي الذين بين هذه هذا ذلك تلك كل كما قد وقد لم لا ما مع بعد قبل عند حيث ثم أو أي
            وفي ومن وعلى وإلى وأن كان كانت يكون تكون هو هي هم نحن غير خلال حول لدى منذ حتى لكن إذا وكان وأكد الجانبان""".split()
    ),
    sentence_end=".!؟…",
    closing_marks="\"'”’)]»",
    list_separators=("؛", "،", ";"),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple("رئيس وزير سفير مدير أمين قائد ملك أمير مندوب ممثل قنصل حاكم مستشار نائب عضو شاهد".split()),
        ranks=("السيد", "السيدة", "الدكتور", "الأستاذ", "الشيخ", "الأمير", "الملك", "اللواء", "الفريق", "العقيد", "معالي", "سعادة", "فخامة"),
        courtesies=("إلى السيد", "إلى معالي", "معالي ", "سعادة ", "فخامة ", "السيد "),
        role_joiners=("و",),
        org_heads=tuple("حكومة جمهورية مملكة دولة حزب لجنة مجلس وزارة سفارة منظمة اتحاد مؤتمر وفد بنك جامعة شركة".split()),
    ),
    metadata_keys={
        "title": ("العنوان", "الموضوع"),
        "author": ("المؤلف", "الكاتب"),
        "date": ("التاريخ", "تاريخ النشر", "تاريخ التوقيع"),
        "page": ("الصفحة", "صفحة"),
        "journal": ("المصدر", "الصحيفة"),
        "genre": ("النوع", "نوع الوثيقة"),
        "id": ("الرقم", "المعرف"),
        "language": ("اللغة",),
    },
    language_labels=frozenset(
        (
            "العربية|عربي|النص العربي|ar|ara|arabic|arabic version|阿拉伯文|阿文|arabe|"
            "arabisch|árabe|arabo|арабский|アラビア語"
        ).split("|")
    ),
    version_markers={
        "original": ("النص الأصلي", "الأصل", "النص العربي"),
        "translation": ("ترجمة", "الترجمة", "الترجمة العربية"),
    },
    genres={
        "joint statement": ("بيان مشترك", "إعلان مشترك"),
        "treaty": ("معاهدة", "اتفاقية", "اتفاق", "بروتوكول", "ميثاق"),
        "letter": ("رسالة", "كتاب"),
        "telegram": ("برقية",),
        "statement": ("بيان", "إعلان"),
    },
    signature_marks=(r"[(\[]\s*(?:توقيع|التوقيع|ختم|وقع)\s*[)\]]\s*:?", r"(?:التوقيع|توقيع)\s*:"),
    dateline_forms=(
        rf"(?:حرر|حررت|تم|وقع|وقعت|صدر)\s+(?:في|ب)\s*(?:مدينة\s+)?(?P<place>{_PLACE})،?\s*(?:في\s+|بتاريخ\s+|يوم\s+)<date>\.?",
        r"(?P<place>\w{2,20})،\s*(?:في\s+)?<date>\.?",
        r"(?:في\s+|بتاريخ\s+)?<date>\.?",
    ),
    party_leads=(r"عن\s+(?=حكومة|جمهورية|مملكة|دولة)",),
    witness_leads=(r"(?:ال)?شهود\s*:",),
    valedictions=(r"(?:وتفضلوا|وتقبلوا|تفضلوا|مع)\b.{0,80}(?:الاحترام|التقدير|التحية|تحياتي)\b.{0,30}",),
    salutations=(r"(?:سيدي|سيادة|صاحب|حضرة|عزيزي|السيد|معالي|سعادة|فخامة)\b.{0,60}[،,:؛]+",),
    postscripts=(r"ملاحظة\s*:",),
    letters=LetterWords(sender_labels=("المرسل",), recipient_labels=("المرسل إليه",)),
    article_labels=(
        r"(?:ال)?مادة\s*\(?(?P<n>\d+|الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة)\)?",
    ),
    sentences=SentenceWords(abbreviations=frozenset("د. أ. م.".split()), before_numbers=frozenset(("ص.",))),
)  # fmt: skip
