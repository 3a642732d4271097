"""German."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.de_dates import DATES
from tei.languages.de_layout import LAYOUT

_PLACE = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:am|an der|bei|im|ob der|a\.) ?)?[A-ZÀ-Þ(][\w’'./()-]*){0,3}"

_AT = r"(?:(?i:(?:im|aus dem|großes|grosses)?\s*(?:haupt)?quartier(?:\s+(?:zu|in|bei))?|schlo(?:ß|ss)|lager bei|feldlager bei)\s+)?"
_DAY = r"(?:(?i:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag),?\s+(?:(?:den|dem)\s+)?)?"

_KINDS = r"(?:(?:brief|schreiben|telegramm|note|depesche|erlass|erlaß|bericht|botschaft|verbalnote|antwort)\s+)?"

PACK = LanguagePack(
    code="de",
    name="German",
    scripts=("Latn",),
    # Without “was”, “will”, “also” and “so”, which English has as well.
    function_words=frozenset(
        """der die das und in den von zu dem des mit sich auf für ist im nicht ein eine einer eines einem einen als auch
            es an werden aus er hat dass daß sie nach wird bei um am sind noch wie über bis oder vor zur zum durch haben
            nur war wurde wurden sein ihre ihrer ihrem seine seiner zwischen sowie gegen unter wir ich uns unser unsere
            diese dieser dieses diesem diesen kann können soll sollen beide beiden welche welcher vom jahr jahre jahres
            ihnen ihr mich mir aber wenn ob januar februar märz april mai juni juli august september oktober november
            dezember""".split()
    ),
    closing_marks="\"'”’“)]»«",
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """Minister Ministerin Ministerpräsident Ministerpräsidentin Premierminister Außenminister Aussenminister
            Innenminister Verteidigungsminister Finanzminister Bundesminister Bundeskanzler Bundeskanzlerin Reichskanzler
            Kanzler Bundespräsident Reichspräsident Präsident Präsidentin Vizepräsident Vizekanzler Vorsitzender
            Vorsitzende Vorsitzenden Sekretär Generalsekretär Staatssekretär Botschafter Botschafterin Direktor
            Generaldirektor Kommissar Gouverneur Konsul Generalkonsul Kommandant Befehlshaber Oberbefehlshaber Chef Leiter
            Bevollmächtigter Bevollmächtigte Gesandter Gesandte Vertreter Vertreterin Geschäftsträger Attaché Beauftragter
            Richter Bürgermeister Oberbürgermeister König Königin Kaiser Fürst Abgeordneter Delegierter Rat Berater Mitglied
            Mitglieder Sprecher Schatzmeister Inspektor Rektor Dekan Professor Statthalter Landrat Notar Hofrat Legationsrat
            Botschaftsrat Ministerialdirektor Ministerialrat Stellvertreter Zeuge Zeugen Kommissär Schriftführer
            Gesandten Botschafters Ministers Präsidenten Kanzlers Konsuls Staatssekretärs Sekretärs Königs Kaisers
            Direktorin Leiterin Sekretärin Gesandtin Richterin
            Bürgermeisterin Professorin Rektorin Beraterin Sprecherin Abgeordnete Bundesrat Landeshauptmann Amtsleiter Geschäftsführer Redakteur
            Aktuar Aktuarius Amtmann Amtsrichter Landrichter Assessor Referendar Schultheiß Vogt Registrator Kanzleirat Assistent Protokollführer Oberamtmann""".split()
        ),
        ranks=(
            "Feldmarschall", "Generalfeldmarschall", "General", "Generaloberst", "Generalleutnant", "Generalmajor", "Oberst",
            "Oberstleutnant", "Major", "Hauptmann", "Rittmeister", "Oberleutnant", "Leutnant", "Admiral", "Vizeadmiral",
            "Konteradmiral", "Herr", "Herrn", "Frau", "Fräulein", "Frl.", "Dr.", "Dr. Dr.", "Prof.", "Prof. Dr.", "Dipl.-Ing.",
            "Graf", "Gräfin", "Freiherr", "Frhr.", "Baron", "Ritter", "Fürst", "Prinz", "Prinzessin", "Exzellenz",
            "Seine Exzellenz", "S. E.", "S.E.", "S. Exz.", "Ihre Exzellenz", "Genosse", "Genossin",
        ),
        courtesies=(
            "An ", "An den ", "An die ", "Herrn ", "Herr ", "Frau ", "Seiner Exzellenz", "Seine Exzellenz", "S. E. ", "S.E. ",
            "S. Exz. ", "Ihrer Exzellenz",
        ),
        proxy_words=("i. V.", "i.V.", "i. A.", "i.A.", "ppa.", "p.p.", "durch"),
        particles=("v.", "von", "vom", "zu", "zum", "zur", "van", "der", "den", "de", "und", "auf", "d’", "d'"),
        compounds=True,
        suffixes=("jun.", "sen.", "jr."),
        role_joiners=("und", "sowie", "zugleich", "&"),
        role_modifiers=("Bevollmächtigter", "Außerordentlicher"),
        org_heads=tuple(
            """Partei Regierung Bundesregierung Reichsregierung Staatsregierung Republik Bundesrepublik Union Komitee
            Zentralkomitee Ausschuss Ausschuß Rat Staatsrat Ministerrat Bundesrat Ministerium Außenministerium Departement
            Botschaft Gesandtschaft Königreich Kaiserreich Reich Liga Organisation Bund Verband Versammlung
            Nationalversammlung Kongress Kongreß Delegation Kommission Büro Sekretariat Gesellschaft Verein Bank Universität
            Institut Armee Front Mission Gemeinschaft Staat Staaten Amt Konföderation Eidgenossenschaft""".split()
        ),
    ),
    metadata_keys={
        "title": ("titel", "überschrift", "betreff", "betr."),
        "author": ("autor", "autoren", "autorin", "verfasser", "verfasserin", "von"),
        "date": ("datum", "datum der veröffentlichung", "veröffentlicht", "erschienen", "ausgestellt", "datiert"),
        "page": ("seite", "seiten", "s."),
        "column": ("spalte", "rubrik"),
        "journal": ("zeitung", "zeitschrift", "quelle", "herausgeber", "verlag"),
        "genre": ("art", "textsorte", "dokumenttyp", "gattung"),
        "id": ("signatur", "aktenzeichen", "kennung"),
        "language": ("sprache", "sprachen"),
    },
    language_labels=frozenset(
        (
            "deutsch|deutscher text|deutsche fassung|de|ger|deu|german|"
            "german version|德文|德语|德語|德|allemand|duits|alemán|tedesco|alemão|"
            "немецкий|по-немецки|ドイツ語|독문"
        ).split("|")
    ),
    version_markers={
        "original": ("originaltext", "urtext", "urschrift", "deutscher text"),
        "translation": ("übersetzung", "deutsche übersetzung", "übersetzter text"),
    },
    genres={
        "communiqué": ("kommuniqué",),
        "joint statement": ("gemeinsame erklärung",),
        "treaty": ("vertrag", "abkommen", "übereinkommen", "protokoll", "vereinbarung"),
        "note": ("notenwechsel", "verbalnote"),
        "letter": ("schreiben", "brief"),
        "telegram": ("telegramm",),
        "statement": ("erklärung",),
        "memorandum": ("memorandum", "aufzeichnung über"),
        "minutes": ("niederschrift",),
    },
    signature_marks=(
        r"(?:auf\s+befehl|im\s+auftrage?|i\.\s?a\.)\s*[.,:—–-]*\s+(?=(?-i:[A-ZÀ-Þ]))",
        r"[(\[]\s*(?:gez(?:eichnet)?\.?|unterzeichnet|unterschrift|siegel|eigenh\.?)\s*[)\]]\.?:?",
        r"(?:gez\.|gezeichnet\s*:)",
        r"^(?:unterzeichnet|gezeichnet|gez\.|unterschrieben|unterschrift(?:en)?)[.,:;]?$",
        r"(?-i:[Gg]ez\.|[Gg]ezeichnet|[Uu]nterz\.|[Uu]nterzeichnet)[.,:]*\s(?=\s*(?-i:[A-ZÀ-Þ]|v\.|von\s))",
        r"^(?:v\.?\s?g\.?\s?u\.?|vorgelesen,?\s+genehmigt\s+und\s+unterschrieben|a\.?\s?u\.?\s?s\.?|actum\s+ut\s+supra|g\.?\s?w\.?\s?o\.?|geschehen\s+wie\s+oben)[.:]?$",
    ),
    testimonium_signs=(r"^(?:so\s+)?(?:geschehen|gegeben|ausgefertigt|unterzeichnet|verhandelt|gefertigt|vollzogen|actum|urkundlich|beschlossen|verkündet)\b",),
    testimonia=(
        rf"[^;:]{{0,160}}?\b(?:zu|in|im)\s+(?:(?:Unserem|Unserer|unserem|unserer)\s+\w+\s+)?(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        rf"(?i:actum|gegeben)\s+(?P<place>{_PLACE}),?\s*[^;:]{{0,60}}?<date>[^;:]{{0,120}}",
        rf"[^;:]{{0,120}}?<date>[^;:]{{0,60}}?\b(?:zu|in)\s+(?P<place>{_PLACE})[^;:]{{0,120}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:geschehen|gegeben|ausgefertigt|unterzeichnet|verhandelt|actum)\s+(?:(?:zu|in|im)\s+)?(?P<place>{_PLACE}),?\s*(?:am\s+|den\s+)?<date>(?:,?\s+in\s+[^.;:]{{3,90}})?\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?{_AT}(?P<place>{_PLACE}),\s*(?:(?:den|am|dem|d\.)\s+)?{_DAY}(?:<blank>(?:ten)?\s*)?<date>\.?",
        r"(?P<place>[A-ZÀ-Þ][^\W\d_]+)[,.]?\s+<date>\.?\s*(?:\[[^\]]{1,20}\]\s*)?(?:[’']?\d\d)?\.?",
        rf"(?i:\w*sitzung|versammlung|verhandlung|tagung)\s+(?:vom|am)\s+{_DAY}<date>\.?",
        rf"(?P<place>{_PLACE})\s+(?:den|am)\s+<date>\.?",
        rf"(?:(?:[Aa]m|[Dd]en)\s+)?<date>,?\s+(?:zu|in)\s+(?P<place>{_PLACE})\.?",
        rf"(?:(?i:geschehen|gegeben|unterzeichnet|datum)\s*:?\s+)?(?:[Aa]m\s+|[Dd]en\s+|[Vv]om\s+)?{_DAY}(?:<blank>(?:ten)?\s*)?<date>\.?",
    ),
    party_leads=(
        r"(?:auf\s+(?:(?:aller)?höchsten\s+)?befehl|im\s+auftrage?|in\s+vertretung)\s+(?:(?:des|der|von)\s+)?",r"(?:unterzeichnet\s+)?(?:für|im namen|namens)\s+(?:(?:die|den|das|der|des|dem)\s+)?",),
    witness_leads=(
        r"(?:für\s+die\s+(?:richtigkeit|übereinstimmung)(?:\s+der\s+(?:abschrift|ausfertigung|übersetzung))?|beglaubigt|gegengezeichnet|für\s+die\s+ausfertigung|zur\s+beglaubigung)\s*[:.—-]*",r"(?:unterzeichnet\s+)?(?:in|im)\s+(?:gegenwart|beisein)\s+(?:von|der|des)\s*:?", r"(?:als\s+)?zeugen?\s*:",),
    place_cues=(
        r"\b(?:abgehalten|zusammengetreten|unterzeichnet|eingetroffen|Gespräche|Verhandlungen|Konferenz|Tagung|Treffen)\b[^.;:]{0,30}?"
        r"\b(?:in|zu)\s+(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?)",
    ),
    salutations=(
        r"(?:(?:sehr\s+)?(?:geehrter?|verehrter?|werter?|lieber?|hochgeehrter?|hochverehrter?)|exzellenz|euer|eure|herr|meine herren)\b.{0,70}[,:;!—-]+",
        r"(?:(?:mein|meine|sehr|hoch|innigst|vielgeliebt\w*)\s+){0,2}(?:lieb\w*|teuer\w*|theuer\w*|verehrt\w*|verehrungswürdig\w*|geehrt\w*|hochgeehrt\w*|hochzuverehrend\w*|hochwohlgeboren\w*|wohlgeboren\w*|hochgeboren\w*|gnädig\w*|geliebt\w*|best\w*|wert\w*|werth\w*|durchlauchtig\w*|allergnädigst\w*|hochwürdig\w*)\s+[\w.]+(?:\s[\w.]+){0,5}[,:;!.—–-]+",
        r"(?:ew\.|euer|eure|ihre|seine)\s+(?:exzellenz|excellenz|majestät|durchlaucht|hoheit|hochwohlgeboren|hochgeboren|wohlgeboren|gnaden|eminenz|hochwürden|magnifizenz)\b.{0,40}[,:;!.—–-]+",
        r"(?:kameraden|genossen|mitbürger|soldaten|freunde|brüder|landsleute|meine\s+(?:damen\s+und\s+)?herren|meine\s+herren)\b.{0,40}[,:!.—–-]+",
    ),
    postscripts=(r"P\.\s?S\.", r"PS\b", r"N\.\s?S\.", r"Nachschrift"),
    letters=LetterWords(
        headings=(
            HeadingForm(_KINDS, r"\s+an\s+"),
            HeadingForm(_KINDS + r"(?:des|der|von|vom)\s+", r",?\s+an\s+"),
            HeadingForm(_KINDS + r"an\s+"),
        ),
        endings=(r"\s*[(\[](?:auszug|telegramm|abschrift|erhalten|eingegangen)\b[^)\]]*[)\]]",),
        sender_labels=("von", "absender", "absenderin", "abs."),
        recipient_labels=("an", "empfänger", "empfängerin", "adressat"),
        articles=("der", "die", "das", "den", "dem", "des", "seine exzellenz"),
        closings=tuple(
            """hochachtung* grüßen grüssen grüße grüsse gruß gruss ergeben* verehrung* wertschätzung ehrerbiet* dankbar*
            treu* getreu* gehorsam* aufrichtig* freund* diener* dienerin unterthän* untertän* ihrige deinige eurige sohn
            tochter bruder schwester vater mutter vetter neffe onkel tante empfehl* wohl adieu küsse herzlich* lebewohl
            ehrfurcht* verbleib* verharr* dienstwillig* kuß umarm* zeichne* zugetan* zugethan* etc &c""".split()
        ),
        closing_leads=tuple(
            """mit in ich bin habe die ehre zu sein der das womit wir genehmigen sie empfangen benutze diesen anlass
            versicherung vorzüglich* ausgezeichnet* vollkommen* grösst* gross* tiefst* besonder* meiner unserer ganz stets
            immer von herzen sehr leben lebe leb lebt recht euer eurer euerer ew seiner ihrer exzellenz* excellenz*
            hochwohlgeboren* majestät* durchlaucht* hoheit* gnaden wohlgeboren* viele beste freundlich* schöne* innig*
            tausend vielen besten deutschem wie und auf wiedersehen bald deine* dein ihr ihre* eure* euer* alte alter liebe*""".split()
        ),
        selves=tuple("ich mich mir mein meine meinem meinen meiner meines".split()),
        possessives=("Ihr", "Ihre", "Dein", "Deine", "Euer", "Eure"),
        addressing=tuple("""sehr hoch geehrter geehrte verehrter verehrte werter werte lieber liebe hochgeehrter hochverehrter mein meine herr herren frau damen und freund freundin freunde bruder schwester vater mutter kollege kollegen genosse genossen exzellenz euer eure""".split()),
    ),
    article_labels=(r"(?:artikel|art\.|§)\s*(?P<n>[IVXLC]+|\d+[a-z]?)\b\.?",),
    sentences=SentenceWords(
        abbreviations=frozenset(
            """dr. prof. hr. hrn. fr. frl. st. frhr. dipl. ing. dipl.-ing. z. z.b. d. d.h. d.i. u.a. u. bzw. ca. vgl. gez. i. i.v. i.a. betr.
            sog. bes. insb. evtl. ggf. einschl. zzgl. z.t. z.zt. m.e. o.ä. lt. gem. hl. geb. gest. hrsg. red. gen. exz. s.e. kgl. ksl. inkl. exkl.""".split()
        ),
        before_numbers=frozenset("nr. nrn. art. abs. s. bd. bde. ziff. kap. abb. tab. anm. fn. jg. h. lit. v. n. az. tel. str.".split()),
        last=frozenset("usw. etc. usf. ff. f. chr. jh. jhd. str. co. inc. u.s.a. a.d. a.m. jan. feb. febr. apr. aug. sept. okt. nov. dez. ebd. mio. mrd.".split()),
        ordinals=True,
    ),
)  # fmt: skip
