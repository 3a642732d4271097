"""French."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.fr_dates import DATES
from tei.languages.fr_layout import LAYOUT

_PLACE = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:de la|de|du|des|la|le|les|sur|en) )?[A-ZÀ-Þ][\w’'.-]*){0,3}"

# Au quartier général de …, Camp de …
_AT = r"(?:(?:[Àà]|A|[Aa]u|Du|De)\s+)?(?:(?i:(?:grand\s+)?quartier[ -]général|camp|bivouac|château|palais|fort|bord)\s+(?:de\s+la\s+|de\s+|du\s+|d[’']))?"
_DAY = r"(?:(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w{4,6}di),?\s+)?"
_REPUBLIC = r"(?:,?\s+(?:de\s+la|et\s+de\s+la|[Rr]épublicaine?)\b[^.;:]{0,60})?"

_KINDS = r"(?:(?:lettre|note|dépêche|télégramme|message|réponse|mémorandum|circulaire|billet)\s+)?"

PACK = LanguagePack(
    code="fr",
    name="French",
    scripts=("Latn",),
    # Without “la”, “en”, “un”, “que”, “se”, “a” and “on”, which are frequent in other languages of this script too.
    function_words=frozenset(
        """de le les l d et des du à dans une pour qui est au par sur ne pas ce il qu avec aux sont cette ont leur
            ses son sa entre ou où mais nous vous leurs ces elle ils être sera seront ainsi été fait présent présente
            sous sans tout tous toute toutes si dont même aussi comme plus notre votre je mes mon ma lui y afin selon
            après avant contre depuis vers chez lors janvier février mars avril mai juin juillet août septembre octobre
            novembre décembre""".split()
    ),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """président présidente ministre ministres premier-ministre secrétaire sous-secrétaire ambassadeur ambassadrice
            directeur directrice commissaire gouverneur consul commandant chef plénipotentiaire plénipotentiaires envoyé
            représentant représentante chargé attaché agent juge maire roi reine empereur délégué déléguée conseiller
            conseillère chancelier député sénateur greffier trésorier inspecteur préfet recteur doyen professeur
            porte-parole vice-président membre administrateur rapporteur intendant procureur témoin témoins
            Président Présidente Ministre Secrétaire Ambassadeur Directeur Commissaire Gouverneur Consul Chef
            Plénipotentiaire Envoyé Représentant Chargé Délégué Conseiller Chancelier Roi Reine""".split()
        ),
        ranks=(
            "Maréchal", "Général", "Général de division", "Général de brigade", "Colonel", "Lieutenant-colonel",
            "Lieutenant-Colonel", "Commandant", "Capitaine", "Lieutenant", "Amiral", "Vice-amiral", "Contre-amiral",
            "le général", "le maréchal", "l’amiral", "le colonel", "M.", "MM.", "Mme", "Mlle", "Monsieur", "Messieurs",
            "Madame", "Mademoiselle", "Me", "Maître", "Dr", "Docteur", "Pr", "Son Excellence", "S. E.", "S.E.", "S. Exc.",
            "Monseigneur", "Mgr", "Comte", "le comte", "Baron", "le baron", "Marquis", "Vicomte", "Prince", "Princesse",
            "Duc", "Chevalier", "Sir", "Lord", "comte", "baron", "marquis", "vicomte", "duc", "prince", "chevalier", "général",
            "colonel", "amiral", "le citoyen", "Citoyen", "citoyen", "Abbé", "l’abbé",
        ),
        courtesies=(
            "À Monsieur", "A Monsieur", "À Madame", "À Son Excellence", "A Son Excellence", "Son Excellence", "S. E. ",
            "S.E. ", "Monsieur ", "Madame ", "Messieurs",
        ),
        particles=("de", "du", "des", "la", "le", "les", "van", "von", "der", "den", "d’", "d'", "l’", "l'", "et", "dit"),
        suffixes=("fils", "père"),
        role_joiners=("et", "&"),
        role_modifiers=("plénipotentiaire", "extraordinaire"),
        org_heads=tuple(
            """parti gouvernement république union comité conseil ministère département ambassade légation royaume ligue
            organisation fédération confédération assemblée congrès délégation commission bureau secrétariat compagnie
            association société banque université institut armée front mission communauté état états empire""".split()
        ),
    ),
    metadata_keys={
        "title": ("titre", "objet", "intitulé"),
        "author": ("auteur", "auteurs", "auteure", "par", "rédacteur"),
        "date": ("date", "date de publication", "publié le", "publiée le", "daté du", "date du document", "signé le"),
        "page": ("page", "pages", "p."),
        "column": ("rubrique", "colonne"),
        "journal": ("journal", "source", "revue", "périodique", "éditeur", "quotidien"),
        "genre": ("genre", "type de document", "nature"),
        "id": ("identifiant", "cote"),
        "language": ("langue", "langues"),
    },
    language_labels=frozenset(
        (
            "français|version française|texte français|fr|fra|french|french version|"
            "法文|法语|法語|法|französisch|frans|francés|francese|francês|французский|"
            "по-французски|フランス語|불문"
        ).split("|")
    ),
    version_markers={
        "original": ("texte original", "version originale", "texte français", "original français"),
        "translation": ("traduction", "traduction française", "version française"),
    },
    genres={
        "communiqué": ("communiqué commun", "communiqué conjoint", "communiqué"),
        "joint statement": ("déclaration commune", "déclaration conjointe"),
        "treaty": ("traité", "accord ", "convention", "protocole"),
        "note": ("échange de notes", "échange de lettres"),
        "letter": ("lettre",),
        "telegram": ("télégramme",),
        "statement": ("déclaration",),
        "memorandum": ("mémorandum", "aide-mémoire"),
        "minutes": ("procès-verbal", "compte rendu"),
    },
    signature_marks=(
        r"par\s+(?:ordre|autorisation|délégation)\s*[.,:—–-]+\s*(?=(?-i:[A-ZÀ-Þ]))",
        r"[(\[]\s*(?:sign[ée]s?|sceau|cachet|paraphe|s\.)\s*[)\]]\s*:?", r"(?:ont\s+)?sign[ée]s?\s*:",
        r"^(?:ont\s+)?sign[ée]s?(?:\s+(?:à|sur)\s+(?:l[’\']original|la\s+minute|le\s+registre|au\s+registre))?[.,:;]?$",
        r"(?-i:Sign[ée]s?|SIGN[ÉE]S?)(?:\s+(?:au|à|sur)\s+(?:l[’\']original|la\s+minute|le\s+registre|registre))?\s*[.,:—–-]*\s(?=\s*(?-i:[A-ZÀ-Þ]|d[eu]\s|comte|baron|le\s))",
        r"[(\[]?lu(?:\s+et)?\s+approuvé[)\]]?[.,:]?$",
    ),
    testimonium_signs=(r"^(?:fait|faite|faits|donné|donnée|signé|passé|arrêté|délivré)\b",),
    testimonia=(
        rf"[^;:]{{0,160}}?\b(?:à|en)\s+(?:notre\s+(?:château|palais)\s+(?:de\s+|d[’\'])?)?(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        rf"[^;:]{{0,120}}?<date>[^;:]{{0,60}}?\bà\s+(?P<place>{_PLACE})[^;:]{{0,120}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:fait|donné|signé)\s+(?:[\w ’',-]{{0,60}}?\s)?(?:à|en)\s+(?P<place>{_PLACE}),?\s*(?:le\s+|ce\s+)?<date>(?:,?\s+en\s+[^.;:]{{3,90}})?\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?{_AT}(?P<place>{_PLACE})[,.]?\s+(?:[Ll][Ee]|ce)\s+{_DAY}(?:<blank>\s*)?<date>{_REPUBLIC}\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?{_AT}(?P<place>{_PLACE}),\s*{_DAY}(?:<blank>\s*)?<date>{_REPUBLIC}\.?",
        rf"(?i:séance|réunion|audience|délibération|assemblée|conseil)(?:\s+[\w’'-]+){{0,4}}?\s+(?:du|tenue?\s+le|de\s+ce\s+jour)\s+{_DAY}<date>{_REPUBLIC}\.?",
        rf"(?:[Ll]e\s+)?{_DAY}<date>,?\s+à\s+(?P<place>{_PLACE})\.?",
        rf"(?:(?i:fait|publié|signé|daté)\s+)?(?:[Ll]e\s+|du\s+|[Cc]e\s+)?{_DAY}(?:<blank>\s*)?<date>{_REPUBLIC}\.?",
    ),
    undated_forms=(
        rf"(?:(?:à\s+|À\s+|A\s+)?(?P<place>{_PLACE})[,.]?\s+)?(?:[Ll]e\s+|ce\s+)?\d{{1,2}}\s+(?i:vendémiaire|brumaire|frimaire|nivôse|pluviôse|ventôse|germinal|floréal|prairial|messidor|thermidor|fructidor)\s*,?\s*(?:de\s+l[’'])?(?i:an)\s+(?:[IVX]+|\d{{1,2}})\b.{{0,40}}",
    ),
    party_leads=(
        r"par\s+(?:ordre|mandement|autorisation|délégation)\s+(?:du|de\s+la|de\s+l[’\']|des|de)\s*",r"(?:signé\s+)?(?:pour|au nom (?:de|du))\s+(?:(?:le|la|les|l[’']|de la|des|du)\s*)?",),
    witness_leads=(
        r"(?:pour\s+(?:copie|extrait|ampliation|expédition|traduction)(?:\s+(?:certifiée?\s+)?conforme)?|certifié\s+conforme|vu\s+et\s+approuvé|contresigné|pour\s+légalisation)\s*[:,.—-]*",r"(?:(?:fait|signé)\s+)?en\s+présence\s+de\s*:?", r"(?:les\s+)?témoins?\s*:",),
    place_cues=(
        r"\b(?:réunis?|réunie?s?|rencontrés?|tenue?|signée?s?|arrivée?s?|entretiens?|conférence)\b[^.;:]{0,30}?"
        r"\b(?:à|en)\s+(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,2})",
    ),
    salutations=(
        r"(?:(?:mon\s+)?cher|(?:ma\s+)?chère|monsieur|madame|messieurs|mesdames|excellence|sire|monseigneur)\b.{0,60}[,:;—-]+",
        r"(?:(?:mon|ma|mes|très|bien|chers?|chères?)\s+){1,3}[\w’'-]+(?:\s[\w’'-]+){0,4}[,:;!.—–-]+",
        r"(?:citoyenn?e?s?|camarades?|concitoyens|compatriotes|soldats|français|frères|amis|(?:très\s+)?saint[- ]père|(?:votre|vos)\s+(?:excellence|majesté|altesse|éminence|grandeur|sainteté)s?|honorés?\s+(?:monsieur|messieurs))\b.{0,60}[,:;!.—–-]+",
        r"(?:monsieur|madame|messieurs|mesdames|sire|monseigneur)(?:\s+(?:le|la|les|l[’\']).{2,50})?[.!]",
    ),
    postscripts=(r"P\.\s?-?S\.", r"PS\b", r"Post-scriptum"),
    letters=LetterWords(
        headings=(
            HeadingForm(_KINDS, r"\s+(?:à\s+(?=la\s|l[’']|[A-ZÀ-Þ])|aux?\s+)"),
            HeadingForm(_KINDS + r"(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+|de\s+|d[’'])", r",?\s+(?:adressée?\s+)?(?:à\s+|aux?\s+)"),
            HeadingForm(_KINDS + r"(?:à\s+|aux?\s+)"),
        ),
        endings=(r"\s*[.,]?\s*[—–-]+\s*(?:reçue?|extrait|suite)\b.*", r"\s*[(\[](?:reçue?|extrait|télégramme|copie)\b[^)\]]*[)\]]"),
        sender_labels=("de", "expéditeur", "expéditrice", "envoyé par"),
        recipient_labels=("à", "destinataire", "pour"),
        articles=("le", "la", "l’", "l'", "les", "monsieur le", "madame la", "m. le", "son excellence"),
        closings=tuple(
            """vôtre* dévoué* humble* obéissan* serviteur* servante affectionné* respect* considération sentiments*
            salutation* hommage* amitié* amical* cordial* sincère* fraternel* fraternité affectueu* salut adieu
            attachement estime dévouement embrasse* serre* compliments baisers reconnaissan* distingué* tien tienne
            gratitude revoir bientôt admirateur admirat* ami amie amis amies frère sœur fils fille père mère cousin* neveu
            confrère collègue camarade* etc &c""".split()
        ),
        closing_leads=tuple(
            """je j'ai j’ai j ai l'honneur l’honneur l honneur d'être d’être d être suis reste demeure nous sommes avons
            veuillez agréer agréez recevez recevoir croyez croire moi prie vous prions daignez permettez acceptez
            l'expression l’expression expression l'assurance l’assurance assurance* ma mon mes haute très plus parfaite
            profond* tout* bien toujours à avec de la le les et en renouveler saisis saisissons cette occasion ton ta tes
            meilleur* respectueu* haut* mille cœur main mains vieux vieil vieille fidèle monsieur ministre général
            président seigneurie excellence altesse majesté grandeur éminence offrir présenter votre vos caro""".split()
        ),
        selves=tuple("je j me m mon ma mes moi".split()),
        possessives=("Votre", "Ton", "Ta"),
        addressing=tuple("""mon ma cher chère très monsieur madame messieurs mesdames mademoiselle ami amie amis frère sœur père mère collègue collègues camarade excellence sire monseigneur et confrère""".split()),
    ),
    article_labels=(r"article\s+(?P<n>[IVXLC]+|\d+|premier|unique)(?:er|ᵉʳ)?\b\.?",),
    sentences=SentenceWords(
        abbreviations=frozenset("m. mm. mr. dr. pr. mgr. me. ste. st. s.e. s.a.r. s.m. cf. c.-à-d. env. av. apr. ex. p.ex. éd. dir. gal. cdt. cap. lt. col.".split()),
        before_numbers=frozenset("art. p. pp. vol. t. ch. chap. fig. al. par. n. no. nos. fol. f. sect.".split()),
        last=frozenset("etc. j.-c. s.a. u.r.s.s. o.n.u. janv. févr. avr. juil. sept. oct. nov. déc. ibid. op. cit. cie.".split()),
    ),
)  # fmt: skip
