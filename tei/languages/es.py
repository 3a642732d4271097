"""Spanish."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.es_dates import DATES
from tei.languages.es_layout import LAYOUT

_PLACE = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:de la|de los|de las|del|de|la|las|los|el|y) )?[A-ZÀ-Þ][\w’'.-]*){0,3}"
_AT = r"(?:[Ee]n\s+)?(?:(?i:cuartel general|campamento|palacio nacional|palacio|fuerte|hacienda)\s+(?:en\s+|de\s+la\s+|de\s+|del\s+))?"
_DAY = r"(?:(?i:lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s+)?"

PACK = LanguagePack(
    code="es",
    name="Spanish",
    scripts=("Latn",),
    # Without what other languages of this script have as often: la, en, que, un, se, a, no, me, es.
    function_words=frozenset(
        """el los las una unos unas de del al y por con para su sus lo como más pero sin sobre entre hasta desde cuando muy este esta estos estas ese esa
            ha han fue son será serán ser está están había hay entre también según cual cuales donde nos nosotros ustedes usted yo ella ellos
            ambos ambas partes presente siguiente siguientes mediante conforme enero febrero marzo abril mayo junio julio agosto
            septiembre octubre noviembre diciembre mis usted vd vds he había habían sido todo todos nada porque pues quien sino
            nuestra nuestro nuestras nuestros vuestra vuestro aquí allí ahora siempre hoy ayer""".split()
    ),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """presidente presidenta ministro ministra ministros secretario secretaria subsecretario embajador embajadora director directora
            comisario gobernador cónsul comandante jefe jefa plenipotenciario plenipotenciarios enviado representante encargado agregado
            agente juez alcalde rey reina emperador delegado delegada consejero canciller diputado senador tesorero inspector rector
            profesor portavoz vicepresidente miembro administrador procurador testigo testigos
            Presidente Ministro Secretario Embajador Director Comisario Gobernador Cónsul Jefe Plenipotenciario Representante
            Encargado Delegado Canciller Rey Reina""".split()
        ),
        ranks=(
            "Mariscal", "General", "Coronel", "Teniente Coronel", "Mayor", "Comandante", "Capitán", "Teniente", "Almirante",
            "Vicealmirante", "Contraalmirante", "el general", "el coronel", "el almirante", "Sr.", "Sra.", "Srta.", "Sres.", "Señor",
            "Señora", "el señor", "la señora", "Don", "Doña", "D.", "Dr.", "Dra.", "Lic.", "Ing.", "Excmo. Sr.", "Excelentísimo Señor",
            "Su Excelencia", "S.E.", "Monseñor", "Conde", "Marqués", "Duque", "Barón",
        ),
        courtesies=("Al Señor", "A la Señora", "A Su Excelencia", "Su Excelencia", "Excmo.", "Excelentísimo", "Señor ", "Señora "),
        particles=("de", "del", "la", "las", "los", "y", "e", "van", "von", "da"),
        suffixes=("hijo", "padre"),
        role_joiners=("y", "&"),
        role_modifiers=("plenipotenciario", "extraordinario"),
        org_heads=tuple(
            """partido gobierno república unión comité consejo ministerio departamento embajada legación reino liga organización federación
            confederación asamblea congreso delegación comisión oficina secretaría compañía asociación sociedad banco universidad
            instituto ejército frente misión comunidad estado estados imperio""".split()
        ),
    ),
    metadata_keys={
        "title": ("título", "titulo", "asunto"),
        "author": ("autor", "autores", "autora", "redactor"),
        "date": ("fecha", "fecha de publicación", "fecha de firma", "publicado el"),
        "page": ("página", "páginas", "pág."),
        "column": ("sección", "columna"),
        "journal": ("periódico", "fuente", "publicación", "diario"),
        "genre": ("género", "tipo de documento"),
        "id": ("identificador", "signatura", "expediente"),
        "language": ("idioma", "lengua", "idiomas"),
    },
    language_labels=frozenset(
        (
            "español|castellano|texto español|es|esp|spa|spanish|spanish version|"
            "西班牙文|西班牙语|西班牙語|西文|espagnol|spanisch|spaans|spagnolo|espanhol|испанский|"
            "スペイン語"
        ).split("|")
    ),
    version_markers={
        "original": ("texto original", "versión original", "texto español", "original español"),
        "translation": ("traducción", "traducción española", "versión española"),
    },
    genres={
        "communiqué": ("comunicado",),
        "joint statement": ("declaración conjunta",),
        "treaty": ("tratado", "acuerdo ", "convenio", "convención", "protocolo"),
        "note": ("canje de notas", "nota verbal"),
        "letter": ("carta",),
        "telegram": ("telegrama",),
        "statement": ("declaración",),
    },
    signature_marks=(
        r"(?:por|de)\s+orden\s*[.,:—–-]+\s*(?=(?-i:[A-ZÀ-Þ]))",
        r"[(\[]\s*(?:firmado|firmados|fdo\.?|f\.|sello|rúbrica|rubricado)\s*[)\]]\s*:?", r"(?:firmado|fdo\.)\s*:",
        r"^(?:\(?firmad[oa]s?\)?|firmas|firmaron|fdo\.|rúbrica|\(?hay\s+una\s+rúbrica\)?)[.,:;]?$",
        r"(?-i:Firmad[oa]s?|FIRMAD[OA]S?|Fdo\.)[.,:—–-]*\s(?=\s*(?-i:[A-ZÀ-Þ]))",
        r"[(\[]?(?:hay\s+una\s+)?rúbrica[)\]]?\.?$",
    ),
    testimonium_signs=(r"^(?:hech[oa]|dad[oa]|firmad[oa]|suscrit[oa]|otorgad[oa]|expedid[oa]|extendid[oa])\b",),
    testimonia=(
        rf"[^;:]{{0,160}}?\ben\s+(?:(?:la ciudad|la villa|el palacio|el puerto)\s+de\s+)?(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:hecho|hecha|dado|dada|firmado|firmada|suscrito)\s+(?:[\w ’',-]{{0,60}}?\s)?en\s+(?:la ciudad de\s+)?(?P<place>{_PLACE}),?\s*(?:en (?:dos|tres|doble|duplicado|triplicado)[\w ]{{0,30}},\s*)?(?:el\s+|a\s+|a los?\s+)?(?:día\s+)?<date>(?:,?\s*en\s+[\w ,]{{3,80}})?\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?{_AT}(?P<place>{_PLACE})[,.]?\s+(?:(?:el|á|a|a los|á los|en)\s+)?(?:día\s+)?{_DAY}(?:<blank>\s*(?:de\s+)?)?<date>\.?",
        rf"(?i:sesión|reunión|junta|audiencia)(?:\s+\w+){{0,2}}?\s+(?:del?|celebrada\s+el)\s+(?:día\s+)?{_DAY}<date>\.?",
        rf"(?:[Ee]l\s+)?<date>,?\s+en\s+(?P<place>{_PLACE})\.?",
        rf"(?:(?i:hecho|publicado|firmado|fecha)\s*:?\s+)?(?:[Ee]l\s+|[AaÁá]\s+)?{_DAY}(?:<blank>\s*(?:de\s+)?)?<date>\.?",
    ),
    party_leads=(
        r"(?:por|de)\s+(?:real\s+)?(?:orden|mandato|autorización)\s+(?:del|de\s+la|de)\s+",r"(?:firmado\s+)?(?:por|en nombre de)\s+(?=(?:el|la|los|las)\s+(?-i:[A-ZÀ-Þ]))(?:(?:el|la|los|las)\s+)?",),
    witness_leads=(
        r"(?:es\s+copia(?:\s+(?:fiel|conforme))?|por\s+copia\s+conforme|concuerda|conforme|refrendado|ante\s+mí|doy\s+fe|visto\s+bueno|v\.\s?[ºo°]\s?b\.\s?[ºo°])\s*[:,.—-]*",r"(?:firmado\s+)?en\s+presencia\s+de\s*:?", r"testigos?\s*:",),
    place_cues=(
        r"\b(?:reunid[oa]s?|celebrad[oa]s?|firmad[oa]s?|llegad[oa]s?|conferencia|conversaciones)\b[^.;:]{0,30}?"
        r"\ben\s+(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,2})",
    ),
    salutations=(r"(?:(?:muy\s+)?(?:estimad[oa]s?|querid[oa]s?|distinguid[oa]s?)|muy señor(?:es)? míos?|señor(?:a|es)?|excelencia|excelentísimo)\b.{0,60}[,:;—-]+",
        r"(?:excmos?|exmos?|ilmos?|illmos?|ilustrísimos?|excelentísimos?|serenísimos?|honorables?|respetables?)\.?\s+(?:(?:señor(?:es|a)?|sres?|sra)\b.{0,60})[,:;.—–-]+",
        r"(?:(?:mi|mis|muy|amad[oa]s?|apreciad[oa]s?|distinguid[oa]s?|respetad[oa]s?|venerad[oa]s?|querid[oa]s?|estimad[oa]s?|carísim[oa]s?)\s+){1,3}[\w.]+(?:\s[\w.]+){0,5}[,:;.—–-]+",
        r"(?:compatriotas|ciudadanos|conciudadanos|soldados|compañeros|camaradas|amigos|pueblos?|habitantes|señores\s+diputados)\b.{0,60}[,:!;.—–-]+",
        r"(?:al|a\s+la|a\s+los|a\s+s\.\s?[em]\.)\s+(?:ciudadano|señor|sr\.|excelentísimo|excmo\.|general|coronel|gobernador|jefe|presidente|ministro|comandante)\b.{1,90}[,:;.—–-]+",
    ),
    postscripts=(r"P\.\s?D\.", r"P\.\s?S\.", r"Posdata", r"Postdata"),
    letters=LetterWords(
        headings=(
            HeadingForm(r"(?:(?:carta|nota|telegrama|despacho|mensaje|respuesta)\s+)?(?:del?|de la)\s+", r",?\s+(?:dirigid[oa]\s+)?(?:al|a la|a los|a)\s+"),
            HeadingForm(r"(?:carta|nota|telegrama|despacho|mensaje|respuesta)\s+(?:al|a la|a)\s+"),
        ),
        sender_labels=("remitente",),
        recipient_labels=("destinatario",),
        articles=("el", "la", "los", "las", "su excelencia", "el señor", "la señora"),
        closings=tuple(
            """atentamente respetuos* cordial* servidor* amigo* amiga* atto atent* affmo* affma* afmo* afectísim*
            consideración respeto* estima saludo* saluda* aprecio abrazo* hermano hermana hijo hija padre madre compañer*
            libertad patria adiós salud cariño afect* obediente* súbdito* vasallo* criado* capellán besa* sincer* fiel
            devot* agradecid* guarde etc &c""".split()
        ),
        closing_leads=tuple(
            """su sus tu tus soy quedo queda me repito suscribo tengo el honor de ser con todo toda mi mis muy más mayor alta
            la lo los las y a usted ud vd uds v e m s reciba* acepte* sírvase ruego le saluda aprovecho esta oportunidad
            reitero reiterar* renuevo ofrezco seguridades seguro segura distinguid* un una fuerte gran siempre dios
            nuestro señor muchos años humilde q b p l pies manos mano""".split()
        ),
        selves=tuple("yo me mi mis mío mía".split()),
        possessives=("Tu", "Su", "Tuyo", "Tuya", "Suyo", "Suya", "Vuestro", "Vuestra"),
        addressing=tuple("muy estimado estimada estimados querido querida distinguido señor señora señores don doña mi mío excelencia excelentísimo amigo amiga y".split()),
    ),
    article_labels=(r"art[íi]culo\s+(?P<n>[IVXLC]+|\d+|primero|único)(?:[º°]|\.º)?\b\.?",),
    sentences=SentenceWords(
        abbreviations=frozenset("sr. sra. srta. sres. dr. dra. d. dña. lic. ing. prof. excmo. s.e. s.m. gral. cnel. cap. lt. ud. uds. av. p.ej. cf.".split()),
        before_numbers=frozenset("art. arts. p. pp. pág. págs. núm. no. vol. t. cap. inc. fol. f. sec.".split()),
        last=frozenset("etc. ee.uu. u.r.s.s. a.c. d.c. ene. feb. abr. ago. sept. oct. nov. dic. ibid. cía. s.a.".split()),
    ),
)  # fmt: skip
