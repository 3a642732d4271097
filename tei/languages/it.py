"""Italian."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.it_dates import DATES
from tei.languages.it_layout import LAYOUT

_PLACE = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:della|dello|delle|degli|dei|del|di|la|le|il|sul|in) )?[A-ZÀ-Þ][\w’'.-]*){0,3}"
_AT = r"(?:(?:[Dd]al|[Dd]a|A)\s+)?(?:(?i:quartier generale|quartiere generale|campo|palazzo|castello|forte)\s+(?:principale\s+)?(?:di\s+|d[’'])?)?"
_DAY = r"(?:(?i:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica),?\s+)?"
_REPUBLIC = r"(?:,?\s+(?i:repubblicano|della\s+repubblica|della\s+libertà)\b[^.;:]{0,60})?"

PACK = LanguagePack(
    code="it",
    name="Italian",
    scripts=("Latn",),
    # Without what other languages of this script have as often: la, in, a, i, un, se, o, come, non, me, e.
    function_words=frozenset(
        """il lo gli di del dello della dei degli delle che per con una al allo alla ai agli alle nel nello nella nei nelle dal dalla dai
            dalle sul sulla sono è ed ha hanno sia sarà saranno essere stato stati questo questa questi quale quali suo sua loro tra fra anche
            più ma quando dopo prima ogni entrambi entrambe presente seguente quanto salvo né nonché mediante secondo gennaio febbraio marzo aprile
            maggio giugno luglio agosto settembre ottobre novembre dicembre non ti ci io lui lei noi voi mio mia miei mie tuo tuoi vostro
            vostra nostro nostra chi cui così già poi perché ho hai abbiamo avete erano siamo dell nell all dall sull quel quella quello
            quelle quei cosa""".split()
    ),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """presidente ministro ministra ministri segretario segretaria sottosegretario ambasciatore ambasciatrice direttore direttrice
            commissario governatore console comandante capo plenipotenziario plenipotenziari inviato rappresentante incaricato addetto
            agente giudice sindaco re regina imperatore delegato delegata consigliere cancelliere deputato senatore tesoriere ispettore
            rettore professore portavoce vicepresidente membro amministratore procuratore testimone testimoni
            Presidente Ministro Segretario Ambasciatore Direttore Commissario Governatore Console Capo Plenipotenziario Rappresentante
            Incaricato Delegato Cancelliere Re Regina""".split()
        ),
        ranks=(
            "Maresciallo", "Generale", "Colonnello", "Tenente Colonnello", "Maggiore", "Capitano", "Tenente", "Ammiraglio",
            "Viceammiraglio", "Contrammiraglio", "il generale", "il colonnello", "l’ammiraglio", "Sig.", "Sig.ra", "Sigg.", "Signor",
            "Signora", "il signor", "la signora", "Dott.", "Dott.ssa", "Avv.", "Ing.", "Prof.", "On.", "Sua Eccellenza", "S.E.",
            "Monsignor", "Mons.", "Conte", "Marchese", "Duca", "Barone", "Cav.", "Comm.",
        ),
        courtesies=("Al Signor", "Alla Signora", "A Sua Eccellenza", "Sua Eccellenza", "Egregio ", "Signor ", "Signora "),
        particles=("di", "de", "del", "della", "dei", "degli", "da", "dal", "dalla", "lo", "la", "d’", "d'", "e", "van", "von"),
        suffixes=("jr",),
        role_joiners=("e", "ed", "&"),
        role_modifiers=("plenipotenziario", "straordinario"),
        org_heads=tuple(
            """partito governo repubblica unione comitato consiglio ministero dipartimento ambasciata legazione regno lega organizzazione
            federazione confederazione assemblea congresso delegazione commissione ufficio segreteria compagnia associazione società
            banca università istituto esercito fronte missione comunità stato stati impero""".split()
        ),
    ),
    metadata_keys={
        "title": ("titolo", "oggetto"),
        "author": ("autore", "autori", "autrice", "redattore"),
        "date": ("data", "data di pubblicazione", "data della firma", "pubblicato il"),
        "page": ("pagina", "pagine", "pag."),
        "column": ("rubrica", "colonna"),
        "journal": ("giornale", "fonte", "periodico", "quotidiano"),
        "genre": ("genere", "tipo di documento"),
        "id": ("identificativo", "segnatura", "protocollo n."),
        "language": ("lingua", "lingue"),
    },
    language_labels=frozenset(
        (
            "italiano|testo italiano|it|ita|italian|italian version|意大利文|意大利语|義文|意文|"
            "italien|italienisch|italiaans|итальянский|イタリア語"
        ).split("|")
    ),
    version_markers={
        "original": ("testo originale", "versione originale", "testo italiano", "originale italiano"),
        "translation": ("traduzione", "traduzione italiana", "versione italiana"),
    },
    genres={
        "communiqué": ("comunicato",),
        "joint statement": ("dichiarazione congiunta", "dichiarazione comune"),
        "treaty": ("trattato", "accordo ", "convenzione", "protocollo"),
        "note": ("scambio di note", "nota verbale"),
        "letter": ("lettera",),
        "telegram": ("telegramma",),
        "statement": ("dichiarazione",),
    },
    signature_marks=(
        r"(?:per|d[’'])\s*ordine\s*[.,:—–-]+\s*(?=(?-i:[A-ZÀ-Þ]))",
        r"[(\[]\s*(?:firmat[oi]|f\.to|sigillo|timbro)\s*[)\]]\s*:?", r"(?:firmato|f\.to)\s*:",
        r"^(?:firmat[oia]|sottoscritt[oia]|f\.to|firme)[.,:;]?$",
        r"(?-i:Firmat[oi]|FIRMAT[OI]|F\.to|Sottoscritt[oi])[.,:—–-]*\s(?=\s*(?-i:[A-ZÀ-Þ]))",
        r"^(?:letto,?\s+(?:approvato|confermato)(?:,?\s+e)?\s+sottoscritto|l\.\s?c\.\s?s\.)[.,:]?$",
    ),
    testimonium_signs=(r"^(?:fatt[oa]|dat[oa]|firmat[oa]|redatt[oa]|stipulat[oa]|rogat[oa])\b",),
    testimonia=(
        rf"[^;:]{{0,160}}?\b(?:a|ad|in)\s+(?:(?:nostro|Nostro)\s+\w+\s+di\s+)?(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:fatto|fatta|dato|data|firmato|firmata|redatto)\s+(?:[\w ’',-]{{0,60}}?\s)?(?:a|ad|in)\s+(?P<place>{_PLACE}),?\s*(?:il\s+|addì\s+|lì\s+|li\s+)?(?:giorno\s+)?<date>(?:,?\s*in\s+[\w ,]{{3,80}})?\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?{_AT}(?P<place>{_PLACE})[,.]?\s+(?:(?:[Ii]l|[Aa]ddì|lì|li|a dì|a’ dì|a’)\s+)?{_DAY}(?:<blank>\s*)?<date>{_REPUBLIC}\.?",
        rf"(?i:seduta|adunanza|riunione|udienza|tornata)(?:\s+\w+){{0,2}}?\s+del(?:\s+giorno)?\s+{_DAY}<date>\.?",
        rf"(?:[Ii]l\s+)?<date>,?\s+(?:a|ad|in)\s+(?P<place>{_PLACE})\.?",
        rf"(?:(?i:fatto|pubblicato|firmato|data)\s*:?\s+)?(?:[Ii]l\s+|[Aa]ddì\s+|[Ll][iì]\s+)?{_DAY}(?:<blank>\s*)?<date>{_REPUBLIC}\.?",
    ),
    party_leads=(
        r"(?:per|d[’\'])\s*(?:ordine|incarico|mandato)\s+(?:del|della|di)\s*",r"(?:firmato\s+)?(?:per|in nome)\s+(?=(?:il|la|lo|l[’']|gli|i|le|del|della)\s*(?-i:[A-ZÀ-Þ]))(?:(?:il|la|lo|l[’']|gli|i|le|del|della)\s*)?",),
    witness_leads=(
        r"(?:per\s+copia\s+(?:autentica|conforme)|copia\s+conforme|visto|controfirmato|per\s+estratto\s+conforme)\s*[:,.—-]*",r"(?:firmato\s+)?(?:in|alla)\s+presenza\s+(?:di|dei|del)\s*:?", r"testimon[ei]\s*:",),
    place_cues=(
        r"\b(?:riunit[oaie]|tenut[oaie]|firmat[oaie]|giunt[oaie]|conferenza|colloqui)\b[^.;:]{0,30}?"
        r"\b(?:a|ad|in)\s+(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,2})",
    ),
    salutations=(r"(?:(?:gentil[ei]|egregi[oa]?|illustr[ei]|illustrissim[oa]|car[oaie])\b|signor[ei]?|signora|eccellenza|sire)\b.{0,60}[,:;—-]+",
        r"(?:(?:mi[oa]|miei|mie|molto|car[oaie]|carissim[oaie]|amatissim[oaie]|dilett[oaie]|dilettissim[oaie]|stimatissim[oaie]|pregiatissim[oaie]|chiarissim[oaie]|gentilissim[oaie]|onorevol[ei]|onorand[oaie]|reverend[oaie]|venerat[oaie]|egregi[oaie]?|spettabil[ei])\s+){1,3}[\w.’'-]+(?:\s[\w.’'-]+){0,5}[,:;.!—–-]+",
        r"(?:amic[oi]\s+(?:mi[oe]i?|carissim[oi]|car[oi])(?:\s+\w+){0,2}|eccellenza(?:\s+illustrissima)?|altezza|maestà|santità|beatissimo\s+padre|cittadin[oi]|concittadini|soldati|italiani|compagn[oi]|fratelli)\b.{0,50}[,:;.!—–-]+",
    ),
    postscripts=(r"P\.\s?S\.", r"Poscritto"),
    letters=LetterWords(
        headings=(
            HeadingForm(r"(?:(?:lettera|nota|telegramma|dispaccio|messaggio|risposta)\s+)?(?:di|del|della|dell[’'])\s*", r",?\s+(?:dirett[oa]\s+)?(?:al|alla|all[’']|ai|a)\s*"),
            HeadingForm(r"(?:lettera|nota|telegramma|dispaccio|messaggio|risposta)\s+(?:al|alla|all[’']|ai|a)\s*"),
        ),
        sender_labels=("mittente",),
        recipient_labels=("destinatario",),
        articles=("il", "la", "lo", "l’", "l'", "sua eccellenza", "il signor", "la signora"),
        closings=tuple(
            """saluti saluto ossequi* devot* dev.mo dev.ma aff.mo aff.ma affezionat* affettuos* affetto obb.mo obbligat*
            umil* servit* serva amico amica fratello sorella figlio figlia padre madre stima osservanza rispett*
            considerazione abbraccio abbracci* baci* cordial* distinti v.ro v.ra amicizia addio arrivederci gratitudine
            riconoscen* etc &c""".split()
        ),
        closing_leads=tuple(
            """il la i di con tutto tutta ogni più sempre mi creda credete* credimi ho l'onore l’onore onore essere sono
            gradisca gradite vogliat* bene voglia accolga accogliete dico professo confermo profond* perfett* massim* alta vera
            sincer* mille tanti molti e in fretta mio mia miei vi ti le salut* strett* stringo mano cuore vero colgo
            occasione rinnov* vostra signoria eccellenza maestà altezza suo sua suoi vostro tuo tua""".split()
        ),
        selves=tuple("io mi mio mia miei mie".split()),
        possessives=("Tuo", "Tua", "Suo", "Sua", "Vostro", "Vostra"),
        addressing=tuple("caro cara cari egregio egregia gentile illustre illustrissimo signor signora signori eccellenza mio mia amico amica e".split()),
    ),
    article_labels=(r"articolo\s+(?P<n>[IVXLC]+|\d+|primo|unico)(?:[º°])?\b\.?",),
    sentences=SentenceWords(
        abbreviations=frozenset("sig. sigg. dott. avv. ing. prof. on. s.e. s.m. col. cap. ten. mons. cav. comm. es. p.es. cfr. cf.".split()),
        before_numbers=frozenset("art. artt. p. pp. pag. pagg. n. nn. vol. t. cap. par. fol. f. sez. all.".split()),
        last=frozenset("ecc. u.r.s.s. o.n.u. a.c. d.c. gen. febbr. apr. ago. sett. ott. nov. dic. ibid. s.p.a.".split()),
    ),
)  # fmt: skip
