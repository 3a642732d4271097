"""Dutch."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.nl_dates import DATES
from tei.languages.nl_layout import LAYOUT

_PLACE = r"(?:’s-|'s-|’s |'s )?[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:aan den|aan de|aan het|op|bij|den|de|der|van) )?[A-ZÀ-Þ][\w’'.-]*){0,3}"

_DAY = r"(?:(?i:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),?\s+(?:den\s+)?)?"

_KINDS = r"(?:(?:brief|telegram|nota|missive|bericht|antwoord|depêche)\s+)?"

PACK = LanguagePack(
    code="nl",
    name="Dutch",
    scripts=("Latn",),
    # Without “of”, “is”, “was”, “we”, “had”, “me” and “over”, which English has as well.
    function_words=frozenset(
        """de het een en van in te dat die op voor met zijn aan niet door bij tot er om als naar uit ook maar worden
            wordt werd zal zullen der deze dit heeft hebben hun welke tussen ten ter zich haar kan kunnen na nog geen
            onder zo wij ik u uw onze ons zij hij dan waar waarin hierbij alsmede inzake betreffende tegen jaar
            kunnen moet moeten indien hierna waarvan daarvan daarin volgende januari februari maart april mei juni juli
            augustus september oktober november december""".split()
    ),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """minister minister-president ministers president voorzitter voorzitster secretaris staatssecretaris
            secretaris-generaal ambassadeur directeur directeur-generaal commissaris gouverneur gouverneur-generaal
            consul consul-generaal commandant chef hoofd gevolmachtigde gevolmachtigden gezant vertegenwoordiger
            vertegenwoordigers zaakgelastigde attaché gemachtigde rechter burgemeester koning koningin keizer prins
            afgevaardigde raadsman adviseur kanselier lid leden griffier penningmeester inspecteur rector hoogleraar
            woordvoerder schout schepen schepenen baljuw pensionaris thesaurier rentmeester Nots notulist vicevoorzitter vice-voorzitter bestuurder notaris landvoogd getuige getuigen
            Minister Minister-President President Voorzitter Secretaris Ambassadeur Directeur Commissaris Gouverneur
            Consul Gezant Vertegenwoordiger Zaakgelastigde Koning Koningin""".split()
        ),
        ranks=(
            "Veldmaarschalk", "Generaal", "Luitenant-generaal", "Generaal-majoor", "Kolonel", "Luitenant-kolonel", "Majoor",
            "Kapitein", "Luitenant", "Admiraal", "Vice-admiraal", "Schout-bij-nacht", "De Heer", "de Heer", "de heer",
            "De heer", "Heer", "Mevrouw", "Mevr.", "Mej.", "Mr.", "mr.", "Dr.", "dr.", "Drs.", "drs.", "Ir.", "ir.", "Ing.",
            "Prof.", "prof.", "Jhr.", "jhr.", "Jonkheer", "Jkvr.", "Baron", "Graaf", "Gravin", "Ridder", "Prins", "Prinses",
            "Z.E.", "Zijne Excellentie", "Zijner Excellentie", "Hare Excellentie", "H.E.", "Ds.",
        ),
        courtesies=(
            "Aan ", "Zijne Excellentie", "Zijner Excellentie", "Hare Excellentie", "Z.E. ", "De Heer ", "De heer ",
            "Den Heer", "Mevrouw ", "Excellentie", "Hoogedelgestrenge", "Weledel",
        ),
        particles=("van", "de", "den", "der", "het", "ter", "ten", "te", "tot", "van't", "’t", "'t", "op", "in", "en", "von"),
        compounds=True,
        suffixes=("Jr", "Sr", "Zn"),
        role_joiners=("en", "tevens", "&"),
        role_modifiers=("gevolmachtigd", "buitengewoon"),
        org_heads=tuple(
            """partij regering republiek unie comité raad ministerie departement ambassade gezantschap koninkrijk bond
            organisatie federatie vergadering congres delegatie commissie bureau secretariaat maatschappij vereniging
            genootschap bank universiteit instituut leger front missie gemeenschap staat staten verbond provincie
            koninkrijks rijk compagnie""".split()
        ),
    ),
    metadata_keys={
        "title": ("titel", "onderwerp", "opschrift", "betreft"),
        "author": ("auteur", "auteurs", "schrijver", "door", "opsteller"),
        "date": ("datum", "gepubliceerd", "datum van publicatie", "gedateerd", "datum ondertekening"),
        "page": ("pagina", "blz.", "bladzijde"),
        "column": ("rubriek", "kolom"),
        "journal": ("krant", "tijdschrift", "bron", "uitgever", "vindplaats"),
        "genre": ("soort", "documenttype", "soort document"),
        "id": ("kenmerk", "nummer", "inventarisnummer"),
        "language": ("taal", "talen"),
    },
    language_labels=frozenset(
        (
            "nederlands|nederlandse tekst|nl|dutch|dutch version|荷文|荷兰语|荷蘭語|"
            "néerlandais|niederländisch|neerlandés|olandese|голландский|オランダ語"
        ).split("|")
    ),
    version_markers={
        "original": ("origineel", "oorspronkelijke tekst", "originele tekst", "nederlandse tekst"),
        "translation": ("vertaling", "nederlandse vertaling", "vertaalde tekst"),
    },
    genres={
        "joint statement": ("gemeenschappelijke verklaring", "gezamenlijke verklaring"),
        "treaty": ("verdrag", "overeenkomst", "conventie"),
        "note": ("notawisseling", "briefwisseling"),
        "letter": ("brief",),
        "telegram": ("telegram",),
        "statement": ("verklaring",),
    },
    signature_marks=(
        r"(?:ter\s+ordonnantie|op\s+last)\s*[.,:—–-]+\s*(?=(?-i:[A-ZÀ-Þ]))",
        r"[(\[]\s*(?:get(?:ekend)?\.?|gez\.?|w\.\s?g\.|was getekend|ondertekend|zegel)\s*[)\]]\.?:?",
        r"(?-i:w\.\s?g\.)|(?:was getekend\s*[:,]|getekend\s*:)",
        r"(?:[(\[]\s*)?\b(?:(?:onder|lager|ter\s+zijde|terzyde|en|was)\s*-?\s?(?:stond|stondt|stont|get\.|get[e]{1,2}kend|geteykend)[,.:]?\s*(?:en\s+)?)+\s*[)\]]?[.,:]*",
        r"^(?:get[e]{1,2}kend|w\.\s?g\.|ondertekend)[.,:;]?$",
        r"(?-i:[Gg]etekend|[Gg]eteekend|[Ww]as\s+getekend|[Ww]as\s+get\.)[,.:]*\s(?=\s*(?-i:[A-ZÀ-Þ]))",
        r"^(?:quod\s+attestor|in\s+kennisse\s+van\s+mij|mij\s+present|my\s+present|t[’\']?welck\s+(?:ick|ik)\s+getuyge)[.,:]?$",
    ),
    testimonium_signs=(r"^(?:aldus\s+|en\s+)?(?:gedaan|gedaen|gegeven|geschreven|geschreeven|ondertekend|getekend|opgemaakt|geschied|gepasseerd|besloten|actum)\b",),
    testimonia=(
        rf"[^;:]{{0,160}}?\b(?:te|binnen)\s+(?:(?:de\s+)?[Ss]tad\s+)?(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        rf"[^;:]{{0,160}}?\bin\s+(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        rf"[^;:]{{0,120}}?<date>[^;:]{{0,60}}?\bte\s+(?P<place>{_PLACE})[^;:]{{0,120}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:gedaan|gegeven|ondertekend|opgemaakt)\s+(?:[\w ’',-]{{0,60}}?\s)?(?:te|in)\s+(?P<place>{_PLACE}),?\s*(?:op\s+)?(?:de[n]?\s+|heden\s+)?<date>(?:,?\s+in\s+[^.;:]{{3,90}})?\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?(?:(?:[Tt]e|[Ii]n|[Uu]yt|[Uu]it|[Aa]ctum)\s+)?(?P<place>{_PLACE}),?\s+(?:[Dd]e[n]?\s+|deze[n]?\s+|desen\s+)?{_DAY}(?:<blank>\s*)?<date>\.?",
        rf"(?i:vergadering|zitting|bijeenkomst|\w*vergadering)\s+(?:van|op|gehouden\s+op)\s+{_DAY}<date>\.?",
        rf"(?:[Dd]en?\s+)?<date>,?\s+te\s+(?P<place>{_PLACE})\.?",
        rf"(?:(?i:gedagtekend|ondertekend|gegeven|d\.d\.)\s+)?(?:[Dd]e[n]?\s+|[Oo]p\s+)?{_DAY}(?:<blank>\s*)?<date>\.?",
    ),
    party_leads=(
        r"(?:ter\s+(?:ordonnantie|verordening)|op\s+(?:last|bevel))\s+van\s+(?:(?:de|den|het)\s+)?",r"(?:ondertekend\s+)?(?:voor|namens)\s+(?:(?:de|het|den)\s+)?",),
    witness_leads=(
        r"(?:voor\s+(?:eensluidend\s+|gelijkluidend\s+)?(?:afschrift|uittreksel|kopie)(?:\s+conform)?|accordeert(?:\s+met\s+.{2,40})?|gecontrasigneerd|mij\s+bekend)\s*[:,.—-]*",r"(?:getekend\s+)?in\s+(?:tegenwoordigheid|bijzijn)\s+van\s*:?", r"(?:als\s+)?getuigen?\s*:",),
    place_cues=(
        r"\b(?:gehouden|bijeen|bijeengekomen|ondertekend|getekend|aangekomen|besprekingen|conferentie)\b[^.;:]{0,30}?"
        r"\b(?:te|in)\s+(?P<place>(?:[’']s-)?[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,2})",
    ),
    salutations=(
        r"(?:geachte|waarde|beste|(?:zeer\s+)?hooggeachte|weledel\w*|hoogedel\w*|mijnheer|mijne heren|mevrouw|excellentie|sire|heer)\b.{0,60}[,:;!—-]+",
        r"(?:(?:mijn|myn|mijne|myne|zeer|hoog|wel|edele?|groot|mogende|achtbare|gestrenge|gebiedende|lieve|waarde|veelgeachte|geëerde|hooggeëerde|eerwaarde|erentfeste)\s+){1,6}(?:heere?n?|vriend(?:in|en)?|broeders?|zusters?|vader|moeder|zoon|neef|oom|tante|collega|excellentie|dames)\b.{0,50}[,:;!.—–-]+",
        r"(?:mijnheer|mijne?\s+heeren|amice|uwe?\s+(?:excellentie|majesteit|hoogheid)|landgenoten|medeburgers|kameraden|weledele?\w*\s+heer)\b.{0,50}[,:;!.—–-]+",
    ),
    postscripts=(r"P\.\s?S\.", r"PS\b", r"Naschrift"),
    letters=LetterWords(
        headings=(
            HeadingForm(_KINDS, r"\s+aan\s+"),
            HeadingForm(_KINDS + r"van\s+", r",?\s+(?:gericht\s+)?aan\s+"),
            HeadingForm(_KINDS + r"aan\s+"),
        ),
        endings=(r"\s*[(\[](?:uittreksel|telegram|afschrift|ontvangen)\b[^)\]]*[)\]]",),
        sender_labels=("van", "afzender", "afzendster"),
        recipient_labels=("aan", "geadresseerde", "ontvanger", "bestemd voor"),
        articles=("de", "den", "het", "zijne excellentie"),
        closings=tuple(
            """vrienden hoogacht* groet* dienaar* dienaer* dienaren dienst* vriend* dw genegen* toegenegen* broeder* broer zuster zoon
            dochter vader moeder neef onderdanig* onderdaan onderdanen gehoorzaam* gehoorsaam* nederig* ootmoedig*
            getrouw* vaarwel achting verblijf* verblijve* liefhebbend* hartelijk* hartelyk* liefs vriendelijk* eerbied*
            dankbaar* verplicht* verpligt* ued ued.w t.t adieu schuldig* goede* goed etc &c""".split()
        ),
        closing_leads=tuple(
            """mogende edelen groot groote met de den het van ik wij heb hebben eer te zijn zyn uw uwe uwer uwen u ed je jouw en alle ware meeste zeer
            altijd steeds als geheel mijne myne verschuldigde gevoelens bijzondere bizondere onder oprechte opregte beste
            vele veel blijve blyve blijf noem noemen mij my hebbe edele hoogmogende excellentie majesteit hoogheid
            weledele* gestrenge ontvang aanvaard gelief verzekering mijner dienstvaardig*""".split()
        ),
        selves=tuple("ik mij mijn mijne my myn".split()),
        possessives=("Je", "Jouw", "Uw", "Uwe", "Jullie"),
        addressing=tuple("""geachte waarde beste zeer hooggeachte lieve mijn heer heren mevrouw mijnheer mijne vriend vriendin vrienden broeder broer zuster vader moeder collega collega’s excellentie en dames weledele weledelgeboren weledelgestrenge hoogedelgestrenge""".split()),
    ),
    article_labels=(r"artikel\s+(?P<n>[IVXLC]+|\d+[a-z]?|een)\b\.?",),
    sentences=SentenceWords(
        abbreviations=frozenset(
            """mr. dr. drs. ir. ing. prof. jhr. jkvr. ds. dhr. mevr. mej. mw. bijv. bv. d.w.z. d.i. o.a. m.b.t. t.a.v. i.v.m. t.g.v. m.i.v. n.a.v. t.o.v.
            o.m. z.g. zgn. resp. vgl. cf. ca. st. gen. kol. kapt. lt. v. h. hh. z.m. h.m. h.k.h. z.k.h. z.exc. zr.ms. hr.ms. evt. incl. excl.""".split()
        ),
        before_numbers=frozenset("nr. nrs. no. nos. art. artt. lid. blz. p. pp. dl. hfdst. par. afl. jrg. fol. st. stb. trb. stct. ca. bijl.".split()),
        last=frozenset("enz. etc. e.d. e.a. d.d. jl. a.s. c.s. n.v. b.v. v.chr. n.chr. chr. jr. sr. jan. feb. febr. apr. aug. sept. okt. nov. dec. ibid.".split()),
    ),
)  # fmt: skip
