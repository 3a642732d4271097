"""English."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.en_dates import DATES
from tei.languages.en_forms import IRREGULAR_FORMS
from tei.languages.en_layout import LAYOUT

_PLACE = r"(?P<place>[A-Z][\w.’'-]*(?: (?:(?:de|del|of|on|the|am|la|le|upon|sur) )*[A-Z][\w.’'-]*){0,4})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAYTIME = rf"(?:{_WEEKDAY}(?:\s+(?i:morning|evening|afternoon|night|noon))?,?\s*(?:the\s+)?)?"
_TIME = r"(?:,?\s*[—–-]?\s*(?:at\s+)?(?i:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?)?m\.?|noon|midnight))?"
_NEAR = r"(?:(?:[A-Z][\w’']*(?:\s+[a-z]+){0,3}\s+)?(?:near|off|before|opposite)\s+)?"  # Camp near
_FEAST = (
    r"(?i:(?:(?:trinity|palm|easter|low|whit|passion|rogation|advent|ash|good|holy|maundy|shrove|all|st\.?|saint|lady|twelfth|new|christmas|boxing|midsummer|michaelmas|lammas|candlemas|martinmas|ascension|whitsun)"
    r"[\s-]+)?(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|day|eve|christmas|easter|michaelmas|lammas|candlemas|martinmas|epiphany|whitsuntide|saints|souls|year[’']s)(?:[\s-]+(?:day|eve|monday|tuesday))?)"
)

_KINDS = r"(?:(?:the\s+)?(?:(?:circular|confidential|personal|private|official|open|draft)\s+)?(?:letter|telegram|cablegram|cable|message|note|reply|dispatch|despatch|memorandum|airgram|instruction|circular|communication|note\s+verbale|aide-m[ée]moire)\s+)?"

PACK = LanguagePack(
    code="en",
    name="English",
    scripts=("Latn",),
    function_words=frozenset(
        """the of and to in a is that for on with as by at from it are was be has have which its their this
            these will not or an but had been were his her they we our all any no shall should would may can
            upon under between into also such than other who what when there more most both i you your my me
            january february march april june july august september october november december""".split()
    ),
    list_separators=(";", ","),
    dates=DATES,
    irregular_forms=IRREGULAR_FORMS,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """Premier Minister Ministers Chairman Chairwoman Chairperson Chair Secretary Member President Clk
            Ambassador Director Commissioner Governor Consul Commander Chief Head Deputy Plenipotentiary Envoy
            Representative Chargé Attaché Agent Officer Judge Mayor King Queen Emperor Prince Delegate
            Counsellor Counselor Adviser Advisor Chancellor Speaker Senator Congressman Editor Clerk Treasurer
            Manager Superintendent Inspector Assistant Undersecretary Under-Secretary Rector Dean Professor
            Leader Spokesman Vice-President Vice-Premier Vice-Chairman Vice-Minister Plenipotentiaries
            Administrator Marshal Adjutant Attorney Solicitor Ambassadors Commissioners Consuls Delegates Envoys
            Representatives Arbitrator Arbitrators Members Secretaries Postmaster Master Witness Witnesses Attest
            Resident Comprador Notary Collector Collr Interpreter Translator Missionary Surgeon Registrar Recorder Comptroller
            Accountant Auditor Cashier Purser Supercargo Magistrate Viceroy Archbishop Chaplain Curator Librarian
            Trustee Executor Regent Commandant Cl Sheriff Constable Justice Justices Selectman Selectmen Petr Deft Plff Commanding Comdg Quartermaster Paymaster Proprietor Taotai""".split()
        ),
        ranks=(
            "Marshal",
            "Field Marshal",
            "General",
            "Lieutenant General",
            "Lieutenant-General",
            "Major General",
            "Major-General",
            "Brigadier General",
            "Brigadier",
            "Colonel",
            "Lieutenant Colonel",
            "Lieutenant-Colonel",
            "Major",
            "Captain",
            "Lieutenant",
            "Admiral",
            "Vice Admiral",
            "Rear Admiral",
            "Commodore",
            "Comrade",
            "Mr.",
            "Mr",
            "Mrs.",
            "Mrs",
            "Ms.",
            "Miss",
            "Dr.",
            "Dr",
            "Sir",
            "Lord",
            "Lady",
            "Prof.",
            "Professor",
            "Hon.",
            "The Hon.",
            "Rev.",
            "Gen.",
            "Col.",
            "Maj.",
            "Capt.",
            "Lt.",
            "His Excellency",
            "Her Excellency",
            "H.E.",
            "Messrs.",
            "Madame",
            "Prince",
            "Princess",
            "Baron",
            "Baroness",
            "Count",
            "Countess",
            "Viscount",
            "Earl",
            "Marquis",
            "Marquess",
            "Duke",
            "Duchess",
            "Chevalier",
            "Monsieur",
            "Señor",
            "Signor",
            "Herr",
            "Esq.",
            "Esquire",
        ),
        courtesies=(
            "Mr.",
            "Mr ",
            "Mrs.",
            "Messrs.",
            "Hon.",
            "The Hon",
            "Honorable",
            "His Excellency",
            "Her Excellency",
            "H.E.",
            "Sir ",
            "The Right Hon",
            "Monsieur",
            "M. ",
            "To ",
        ),
        offices=tuple(
            "Office Division Section Desk Branch Affairs Service Staff Agency Administration Headquarters".split()
        ),
        proxy_words=("by", "per", "p.p.", "pp.", "through"),
        civil_titles=("Mr.", "Mr", "Mrs.", "Ms.", "Miss", "Dr.", "Dr", "Prof.", "Rev.", "Hon."),
        suffixes=("Jr", "Sr", "II", "III"),
        particles=(
            "de",
            "da",
            "di",
            "du",
            "del",
            "della",
            "den",
            "der",
            "van",
            "von",
            "zu",
            "la",
            "le",
            "al",
            "el",
            "bin",
            "ibn",
            "d’",
            "d'",
            "y",
            "e",
            "ter",
            "ten",
            "dos",
            "das",
            "do",
        ),
        role_modifiers=("Plenipotentiary", "Extraordinary"),
        role_joiners=("and", "&", "concurrently"),
        org_heads=tuple(
            """Party Government Republic Union Committee Council Ministry Department Embassy Legation Kingdom
            Commonwealth League Organization Organisation Federation Confederation Assembly Congress Delegation
            Commission Board Bureau Secretariat Company Co Sons Brothers Bros Association Society Bank University Institute Army Front Mission""".split()
        ),
    ),
    metadata_keys={
        "title": ("title", "headline", "subject", "name"),
        "author": ("author", "authors", "by", "writer", "byline"),
        "date": (
            "date",
            "published",
            "publication date",
            "doc_date",
            "issued",
            "date published",
            "date signed",
            "date of signature",
            "date of document",
        ),
        "page": ("page", "pages", "p."),
        "column": ("column", "section"),
        "journal": ("newspaper", "journal", "source", "publication", "publisher"),
        "genre": ("genre", "type", "document type"),
        "id": ("id", "identifier", "doc_id"),
        "language": ("language", "lang"),
    },
    language_labels=frozenset(
        (
            "english|english version|english text|en|eng|英文|英文版|英語|英语|英|英譯|英译|영문|영어|"
            "영|anglais|englisch|engels|inglés|inglese|inglês|английский|"
            "по-английски"
        ).split("|")
    ),
    version_markers={
        "original": ("original", "original text", "original version", "source text", "chinese original"),
        "translation": ("translation", "english translation", "translated text", "translated version"),
    },
    genres={
        "communiqué": ("joint communiqué", "joint communique", "communiqué", "communique"),
        "joint statement": ("joint statement", "joint declaration"),
        "treaty": ("treaty", "agreement", "convention", "protocol"),
        "note": ("note verbale", "note from", "exchange of notes"),
        "letter": ("letter",),
        "telegram": ("telegram", "cablegram"),
        "statement": ("statement", "declaration"),
        "memorandum": ("memorandum of", "memorandum by", "aide-mémoire", "aide memoire"),
        "minutes": ("minutes of", "record of"),
    },
    signature_marks=(
        r"(?-i:[Bb]y|BY)\s+(?:(?:his|her)\s+\w+(?:[’']s)?\s+)?(?:order|command|authority)\s*[.,:—–-]+\s*(?=(?-i:[A-Z]))",
        r"[(\[]\s*(?:signed|sgd\.?|sd\.?|signature|l\.?\s?s\.?|seal\.?)\s*[)\]]\.?",
        r"/s/",
        r"(?<!\w)L\.?\s?S\.?(?!\w)",
        r"[(\[]?seal[)\]]?",
        r"(?:signed|sgd\.)\s*:",
        r"^(?:his|her|their)(?:\s+[xX×+])?(?:\s+mark)?[.,]?$|^(?:[xX×+]\s+)?mark[.,]?$|^by\s+(?:order|command|authority)[.,:]?$",
        # White space at its start is read from its first character on only, so that a long run takes linear time.
        r"(?:,|(?<!\s)|(?!\s))\s*[(\[]?\b(?:his|her|their)\s+(?:[xX×+]\s+)?mark\b[)\]]?\.?",
        r"^signed[.,:;]?$",
        r"(?-i:Signed|SIGNED)[,.—–-]*\s(?=\s*(?-i:[A-Z]))",
    ),
    testimonium_signs=(r"^(?:done|given|signed|sealed|executed|concluded|made|dated|issued)\b",),
    testimonia=(
        rf"[^;:]{{0,200}}?\bat\s+(?:(?:my|our|the|this)\s+)?(?:(?:city|town|village|castle|palace|port|fort|parish|borough|consulate|legation)\s+of\s+)?{_PLACE}\b[^;:]{{0,150}}?<date>[^;:]{{0,160}}",
        rf"[^;:]{{0,200}}?\bin\s+(?:(?:this|the)\s+(?:city|town|village|parish|borough|county)\s+of\s+)?{_PLACE}\b(?!\s+(?:and|or|languages?)\b)[^;:]{{0,150}}?<date>[^;:]{{0,160}}",
        rf"[^;:]{{0,160}}?<date>[^;:]{{0,60}}?\b(?:at|in)\s+(?:the\s+(?:city|town|village|castle|palace|port)\s+of\s+)?{_PLACE}[^;:]{{0,120}}",
        r"[^;:]{0,200}?<date>[^;:]{0,120}",
    ),
    dateline_forms=(
        # a lunar, regnal or Hijri date, with the Gregorian one in brackets
        rf"(?:{_PLACE}[,.]\s*)?[^.;:()]{{0,80}}\b(?i:moon|month|year|hijra|hegira|A\.?\s?H|muharram|safar|rabi|jumada|rajab|sha.?ban|ramadan|ramazan|shawwal|dhu|zil)\b[^.;:()]{{0,60}}[(\[](?:that is,?\s+|i\.\s?e\.,?\s+)?<date>[)\]][.,]?",
        r"(?:DTG|DATE|DATE-TIME GROUP)\s*:?\s*<date>\.?",
        r"(?i:cablegram|telegram|despatch|dispatch|savingram|circular|teleprinter message)s?\s+(?:(?i:unnumbered|no\.?|nos\.?)\s*)?[A-Z]{0,2}\.?\s?(?:\d[\w/.-]*)?,?\s+<date>[.,]?",
        rf"(?:(?i:done|signed|given|issued)\s+)?<date>,?\s*(?:in|at)\s+{_PLACE}\.?",
        rf"(?i:done|signed|given|issued|dated|made|executed|concluded|sealed|ratified),?\s+(?:in\s+(?i:duplicate|triplicate|quadruplicate|two copies|two originals)(?:[\w ]{{0,40}}),?\s+)?(?:in|at)\s+(?:[\w’' ]{{1,60}}?\s(?:in|at|of)\s+)?{_PLACE},?\s*(?:in\s+(?i:duplicate|triplicate|quadruplicate|two copies|two originals),?\s+)?(?:on\s+)?(?:this\s+|the\s+)*<date>\.?",
        rf"(?:[A-Z0-9][^,;:]{{0,60}},\s+){{0,4}}?\[?{_NEAR}{_PLACE}[,.]\]?\s*{_DAYTIME}[\[(]?<date>[\])]?{_TIME}[.,]?",
        rf"(?P<place>[A-Z][^\W\d_]+)\s+<date>{_TIME}[.,]?",
        r"<date>,?\s+(?P<place>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})\.?",
        rf"(?i:held|convened|meeting\s+held)\s+(?:in|at)\s+(?:[\w’' ]{{1,60}},\s+)?{_PLACE},?\s*(?:on\s+)?{_DAYTIME}<date>{_TIME}\.?",
        rf"{_PLACE}\s*\[,\s*<date>\][.,]?",
        r"(?i:(?:regular|special|stated|adjourned|annual|monthly|weekly|called|quarterly|first|second|third|last|final|[\w’-]+th)\s+(?:general\s+)?(?:meeting|session|sitting|conference)|meeting|session|sitting)(?:\s+(?:of|held|on|at|in)\b[^,;.]{0,40}?)?,?\s+(?:on\s+)?"
        rf"{_DAYTIME}<date>{_TIME}\.?",
        rf"(?:{_PLACE},?\s+)?(?i:this|the|on)\s+(?i:the\s+)?<blank>\s*(?i:day\s+of\s+)?<date>[.,]?",
        rf"{_PLACE},\s*<blank>\s*<date>[.,]?",
        r"(?P<place>[A-Z]{2,}(?: [A-Z]{2,}){0,3}),? <date>",
        rf"(?:(?i:issued|signed|dated|date)(?:\s+on)?:?\s*)?(?:(?:on\s+)?(?i:this|the)\s+(?:the\s+)?)?{_DAYTIME}<date>{_TIME}[.,]?",
    ),
    party_leads=(
        r"(?:p\.\s?p\.|pp\.|per\s+proc?\.|per\s+procuration(?:em)?)\s+",
        r"for\s+self\s+(?:and|&)\s+(?=\w)",
        r"by\s+(?:the\s+)?(?:order|command|direction|authority)\s+of\s+(?:the\s+)?",
        r"(?:signed\s+)?(?:for|on behalf of)\s+(?:and on behalf of\s+)?(?:the\s+)?",
    ),
    witness_leads=(
        r"(?:a\s+)?(?:true\s+copy|certified(?:\s+to\s+be)?(?:\s+a)?\s+true\s+copy|certified\s+copy|correct\s+copy|copied|examined|approved|countersigned|ratified|sworn)(?:\s+by)?\s*[:.—-]*",
        r"(?:(?:signed|sealed|executed|done|given|delivered|subscribed|and|,|&)\s*)*in\s+(?:the\s+)?presence\s+of(?:\s+us)?\s*[:,.—-]*",
        r"(?:as\s+)?(?:witness(?:es)?|attest(?:ed)?|teste?)(?:\s+by)?\s*[:.—-]*",
    ),
    attestations=(
        r"(?:then\s+)?(?:personally\s+appeared|(?:(?:duly|solemnly|subscribed|sworn|affirmed|acknowledged|attested|declared|signed|sealed|delivered|executed|and|,|to)\b,?\s*){1,6}(?:[^.;:]{0,60}\s)?(?:before\s+(?:me|us|in\s+open\s+court)|in\s+open\s+court|in\s+(?:my|our)\s+presence|in\s+(?:the\s+)?presence\s+of))\b",
        r"(?:witness|given\s+under)\s+my\s+hand\b|before\s+me\b",
    ),
    undated_forms=(
        rf"{_PLACE}[,.]?\s*[\[(]?(?i:undated|no date|n\.\s?d\.)[\])]?[.,]?",
        rf"(?:{_PLACE}[,.]\s*)?{_FEAST},?\s+(?:1\d{{3}}|20\d\d)[.,]?",
        rf"{_PLACE},\s*(?:_{{2,}}|\.{{3,}}|…+|—{{2,}})[\w ,_.…—]{{0,40}}",
    ),
    place_cues=(
        r"\b(?:held|met|meeting|meetings|talks|conference|signed|arrived|stayed|visited|conversations)\b[^.;:]{0,30}?"
        r"\b(?:in|at)\s+(?P<place>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})",
        r"\b(?:cities|towns)\s+(?:of|such as|including)\s+(?P<places>[A-Z][^\W\d_]+(?:(?:, and |, | and )[A-Z][^\W\d_]+)*)",
    ),
    valedictions=(
        r"(?:and\s+)?(?:(?:I|we)\s+have\s+the\s+honou?r\s+to\s+be|(?:I|we)\s+(?:am|are|remain))\b(?:[\s,]+(?:my|dear|sirs?|madam|gentlemen|lords?))*[\s,.—–-]*",
    ),
    salutations=(
        r"(?:my\s+)?dear(?:\s+[\w.]+){1,4}|(?:(?:my\s+)?dear|sir|sirs|madam|gentlemen|excellency|your excellency|monsieur|mr\.)\b[^\d]{0,60}[:,—-]+",
        r"(?:(?:my|our|most)\s+)?(?:own\s+|very\s+|ever\s+)?(?:dearest|beloved|darling|esteemed|honou?red|honou?rable|respected|reverend|rev(?:d)?\.)\s+[^\W\d]+\.?(?:\s+[^\W\d]+\.?){0,3}\s*[:,!—-]+",
        r"my\s+lords?(?:\s+(?:duke|marquess|marquis|bishop|archbishop))?\s*[:,!.—-]+|gent(?:n|m)\.?[:,—-]*|gentlemen\.|sirs?\.|comrades?\s*[:,!]+|your\s+(?:grace|majesty|lordships?|highness|eminence|holiness|honou?r)\s*[:,!—-]+",
        r"(?:(?:my|our)\s+)?(?:(?:dear|worthy|respected|honou?red|right\s+honou?rable|reverend|much\s+(?:respected|esteemed)|most\s+honou?red)\s+)?(?:sirs?|madam|gentlemen|sire)[.,:;!—–-]*",
        r"(?:mr\.?|madam|friend|brother|sister|cousin|uncle|aunt|comrade|fellow|col\.|colonel|general|gen\.|captain|capt\.|major|maj\.|governor|gov\.|judge|professor|prof\.|doctor|dr\.)\s+(?-i:[A-Z])[\w.’\']*(?:\s+(?-i:[A-Z])[\w.’\']*){0,2}\s*[:!—–-]+",
        r"(?:my\s+)?(?:(?:fellow|dear|beloved|brave)[-\s]+)?(?:citizens|countrymen|soldiers|comrades|friends|brethren|compatriots|colleagues)(?:\s+(?:of|in|and)\s+.{1,60})?[:,!—–-]+",
        r"(?:to\s+)?(?:the\s+)?(?:gentlemen|ladies)\s+(?:and|of)\s+.{1,80}[:,!—–-]+",
        r"to\s+(?:the|his|her|your|our)\s+.{2,150}[:—–-]+",
        r"(?:may\s+it\s+please|please)\s+your\s+.{2,60}[:,—–-]+",
    ),
    postscripts=(r"P\.\s?S\.", r"PS\b", r"Postscript"),
    letters=LetterWords(
        headings=(
            HeadingForm(_KINDS + r"(?:sent\s+)?(?:from\s+)?", r"\s+to\s+"),
            HeadingForm(_KINDS + r"from\s+", r",?\s+(?:addressed\s+)?to\s+"),
            HeadingForm(_KINDS + r"(?:by|of)\s+", r",?\s+(?:addressed\s+)?to\s+"),
            HeadingForm(_KINDS + r"to\s+", r",?\s+from\s+", reverse=True),
            HeadingForm(_KINDS + r"to\s+"),
        ),
        endings=(
            r"\s*[.,]?\s*[—–-]+\s*(?:received|extract|continued|telegram)\b.*",
            r"[,.]?\s*[(\[](?:received|extract|telegram|paraphrase|translation|copy|confidential|private|personal)\b[^)\]]*[)\]]",
            r",\s+(?:at|in)\s+[A-Z][\w ]{2,40}",
        ),
        sender_labels=("from", "sender", "sent by", "fm"),
        recipient_labels=("to", "recipient", "addressee", "addressed to", "for"),
        articles=(
            "the",
            "his excellency",
            "her excellency",
            "the honorable",
            "the honourable",
            "the right honorable",
            "the rt. hon.",
        ),
        closings=tuple(
            """christ death yours truly truely sincere* faithful* respectful* respecty respy cordial* obedien* obedt obdt obt humble* hble
            humb affection* affec* afft* affly fraternal* grateful* loving* devoted* dutiful* servant* servt* svt sert
            friend* regard* respect* esteem* consideration wishes compliments greetings farewell remembrance* adieu good-bye goodbye
            remain* petitioner* obliged haste hastily assurance* submitted pray truth thine love husband wife son daughter
            brother* sister father mother cousin uncle aunt nephew niece comrade* colleague* subject* kisses kindest
            warmest well-wisher etc &c""".split()
        ),
        closing_leads=tuple(
            """good old avail take opportunity occasion renew* until till unto i am we are have has had the honour honor to be beg leave and with in your yr yrs y'r very most mo ever as
            always best warm kind great much all believe me accept high highest distinguished profound deepest fond once
            more again subscribe myself ourselves this lordship* excellenc* majest* highness* grace* honour* honor* lord
            lords ladyship* worship* esq""".split()
        ),
        selves=tuple("i me my mine myself".split()),
        possessives=("Your", "Yours", "Thy"),
        addressing=tuple(
            """my dear very esteemed honored honoured friend to sir sirs madam mesdames gentlemen ladies friends father mother brother brothers sister sisters son daughter cousin uncle aunt wife husband children colleague colleagues comrade comrades editor reader readers excellency all and old darling beloved""".split()
        ),
    ),
    article_labels=(r"article\s+(?P<n>[IVXLC]+|\d+)\b\.?",),
    stray_glosses={"和": "and", "与": "and", "或": "or", "的": "of"},
    sentences=SentenceWords(
        abbreviations=frozenset(
            """mr. mrs. ms. messrs. dr. prof. st. ste. mt. ft. gen. col. maj. capt. lt. sgt. cpl. adm. cmdr. brig. hon. rev. fr. gov.
            sen. rep. amb. pres. supt. e.g. i.e. viz. vs. v. cf. ca. approx. ed. eds. trans. esp. dept. incl. resp.""".split()
        ),
        before_numbers=frozenset(
            "no. nos. art. arts. par. para. paras. sec. secs. ch. chap. p. pp. vol. vols. fig. figs. col. n. b. d. r. c. doc. sess.".split()
        ),
        last=frozenset(
            """etc. u.s. u.k. u.n. u.s.a. u.s.s.r. esq. jr. sr. ph.d. m.d. b.a. m.a. a.m. p.m. inc. ltd. co. corp. bros. al. ibid. op. cit.
            jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. ave. blvd. rd. sq. d.c. b.c. a.d.""".split()
        ),
    ),
)
