"""Portuguese."""

from tei.languages.base import HeadingForm, LanguagePack, LetterWords, NameWords, SentenceWords
from tei.languages.pt_dates import DATES
from tei.languages.pt_layout import LAYOUT

_PLACE = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:da|das|do|dos|de|e) )?[A-ZÀ-Þ][\w’'.-]*){0,3}"
_AT = r"(?:[Ee]m\s+)?(?:(?i:quartel[ -]general|acampamento|palácio|paço|forte|fazenda)\s+(?:em\s+|da\s+|de\s+|do\s+))?"
_DAY = r"(?:(?i:segunda|terça|quarta|quinta|sexta)-feira,?\s+|(?i:sábado|domingo),?\s+)?"

PACK = LanguagePack(
    code="pt",
    name="Portuguese",
    scripts=("Latn",),
    # Without what other languages of this script have as often: a, o, e, as, do, no, das, um, se, me, que.
    function_words=frozenset(
        """os uma de da dos em na nos nas ao aos à às pelo pela pelos pelas por com para seu sua seus suas não como mais mas sem sobre entre
            até quando muito este esta estes estas isso ele ela eles elas foi são será serão ser está estão foram há também segundo qual quais
            onde nós ambos ambas partes presente seguinte seguintes mediante conforme país países janeiro fevereiro março abril maio
            junho julho agosto setembro outubro novembro dezembro meu minha meus minhas mim você já porque quem tudo nada agora
            aqui hoje nosso nossa tenho estou""".split()
    ),
    dates=DATES,
    layout=LAYOUT,
    names=NameWords(
        role_heads=tuple(
            """presidente presidenta ministro ministra ministros secretário secretária subsecretário embaixador embaixadora diretor director
            diretora comissário governador cônsul comandante chefe plenipotenciário plenipotenciários enviado representante encarregado
            adido agente juiz prefeito rei rainha imperador delegado delegada conselheiro chanceler deputado senador tesoureiro inspetor
            reitor professor porta-voz vice-presidente membro administrador procurador testemunha testemunhas
            Presidente Ministro Secretário Embaixador Diretor Director Comissário Governador Cônsul Chefe Plenipotenciário Representante
            Encarregado Delegado Chanceler Rei Rainha""".split()
        ),
        ranks=(
            "Marechal", "General", "Coronel", "Tenente-coronel", "Tenente-Coronel", "Major", "Capitão", "Tenente", "Almirante",
            "Vice-almirante", "Contra-almirante", "o general", "o coronel", "o almirante", "Sr.", "Sra.", "Srs.", "Senhor", "Senhora",
            "o senhor", "a senhora", "Dom", "Dona", "D.", "Dr.", "Dra.", "Eng.", "Prof.", "Sua Excelência", "S. Exa.", "S.Exa.", "S. Ex.ª",
            "Monsenhor", "Conde", "Marquês", "Duque", "Barão", "Visconde",
        ),
        courtesies=("Ao Senhor", "À Senhora", "A Sua Excelência", "Sua Excelência", "Exmo.", "Excelentíssimo", "Senhor ", "Senhora "),
        particles=("de", "da", "das", "do", "dos", "e", "van", "von"),
        suffixes=("Filho", "Neto", "Júnior"),
        role_joiners=("e", "&"),
        role_modifiers=("plenipotenciário", "extraordinário"),
        org_heads=tuple(
            """partido governo república união comitê comité conselho ministério departamento embaixada legação reino liga organização
            federação confederação assembleia congresso delegação comissão secretaria companhia associação sociedade banco universidade
            instituto exército frente missão comunidade estado estados império""".split()
        ),
    ),
    metadata_keys={
        "title": ("assunto", "título do documento"),
        "author": ("autoria", "redator"),
        "date": ("data de publicação", "data da assinatura", "publicado em"),
        "page": ("página(s)",),
        "column": ("seção", "secção", "coluna"),
        "journal": ("jornal", "publicação"),
        "genre": ("gênero", "género", "tipo do documento"),
        "id": ("cota",),
        "language": ("língua", "línguas"),
    },
    language_labels=frozenset(
        (
            "português|texto português|pt|por|portuguese|portuguese version|葡文|葡语|"
            "葡語|葡|portugais|portugiesisch|portugees|portugués|portoghese|"
            "португальский|ポルトガル語"
        ).split("|")
    ),
    version_markers={
        "original": ("texto português", "original português", "versão original"),
        "translation": ("tradução", "tradução portuguesa", "versão portuguesa"),
    },
    genres={
        "communiqué": ("comunicado",),
        "joint statement": ("declaração conjunta",),
        "treaty": ("tratado", "acordo ", "convenção", "convênio", "protocolo"),
        "note": ("troca de notas", "nota verbal"),
        "letter": ("carta",),
        "telegram": ("telegrama",),
        "statement": ("declaração",),
    },
    signature_marks=(
        r"(?:por|de)\s+ordem\s*[.,:—–-]+\s*(?=(?-i:[A-ZÀ-Þ]))",
        r"[(\[]\s*(?:assinado|assinados|ass\.?|selo|rubrica)\s*[)\]]\s*:?", r"(?:assinado|ass\.)\s*:",
        r"^(?:\(?assinad[oa]s?\)?|assinaturas|\(?aa?\)|rubrica)[.,:;]?$",
        r"(?-i:Assinad[oa]s?|ASSINAD[OA]S?)[.,:—–-]*\s(?=\s*(?-i:[A-ZÀ-Þ]))",
        r"^\(?aa?\)\s(?=\s*(?-i:[A-ZÀ-Þ]))",
    ),
    testimonium_signs=(r"^(?:feit[oa]|dad[oa]|assinad[oa]|lavrad[oa]|celebrad[oa]|passad[oa])\b",),
    testimonia=(
        rf"[^;:]{{0,160}}?\b(?:em|na|no)\s+(?:(?:cidade|vila|palácio)\s+d[eoa]\s+)?(?P<place>{_PLACE})\b[^;:]{{0,120}}?<date>[^;:]{{0,160}}",
        r"[^;:]{0,160}?<date>[^;:]{0,160}",
    ),
    dateline_forms=(
        rf"(?i:feito|feita|dado|dada|assinado|assinada|celebrado)\s+(?:[\w ’',-]{{0,60}}?\s)?(?:em|na|no)\s+(?:cidade d[eoa]\s+)?(?P<place>{_PLACE}),?\s*(?:em\s+|a\s+|aos\s+|no dia\s+)?(?:dias?\s+)?<date>(?:,?\s*em\s+[\w ,]{{3,80}})?\.?",
        rf"(?:[A-ZÀ-Þ][^,;:]{{0,60}},\s+){{0,2}}?{_AT}(?P<place>{_PLACE})[,.]?\s+(?:(?:em|a|aos)\s+)?{_DAY}(?:<blank>\s*(?:de\s+)?)?<date>\.?",
        rf"(?i:sessão|reunião|junta|audiência)(?:\s+\w+){{0,2}}?\s+(?:de|do dia|realizada\s+em)\s+{_DAY}<date>\.?",
        rf"(?:[AaEe]m?\s+)?<date>,?\s+em\s+(?P<place>{_PLACE})\.?",
        rf"(?:(?i:feito|publicado|assinado|data)\s*:?\s+)?(?:[Ee]m\s+|[Aa]\s+|[Aa]os\s+)?{_DAY}(?:<blank>\s*(?:de\s+)?)?<date>\.?",
    ),
    party_leads=(
        r"(?:por|de)\s+(?:ordem|mandado|autorização)\s+(?:do|da|de)\s+",r"(?:assinado\s+)?(?:pel[oa]s?|em nome d[oae]s?)\s+(?=(?-i:[A-ZÀ-Þ]))",),
    witness_leads=(
        r"(?:está\s+conforme|confere|é\s+cópia(?:\s+fiel)?|por\s+cópia\s+conforme|referendado|visto)\s*[:,.—-]*",r"(?:assinado\s+)?na\s+presença\s+d[eoa]s?\s*:?", r"testemunhas?\s*:",),
    place_cues=(
        r"\b(?:reunid[oa]s?|realizad[oa]s?|assinad[oa]s?|chegad[oa]s?|conferência|conversações)\b[^.;:]{0,30}?"
        r"\bem\s+(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,2})",
    ),
    salutations=(r"(?:(?:muito\s+)?(?:prezad[oa]s?|car[oa]s?|estimad[oa]s?)|senhor(?:a|es)?|ilustríssimo|excelência|excelentíssimo|exmo\.?)\b.{0,60}[,:;—-]+",
        r"(?:(?:ill\.?\s?mo|il\.?mo|ilm\.?o|illustríssim[oa]|ilustríssim[oa]|ex\.?\s?mo|exm\.?o|exmos?|excelentíssim[oa]s?)\.?\s+(?:e\s+)?)+(?:snr|sr|srs|sra|senhor(?:es|a)?)\b\.?.{0,60}[,:;.—–-]*",
        r"(?:(?:meus?|minhas?|muito|querid[oa]s?|prezad[oa]s?|estimad[oa]s?|car[oa]s?|caríssim[oa]s?|amad[oa]s?)\s+){1,3}[\w.]+(?:\s[\w.]+){0,5}[,:;.!—–-]+",
        r"(?:amigo\s+e\s+sr\.?|compatriotas|concidadãos|cidadãos|soldados|camaradas|senhores)\b.{0,50}[,:;.!—–-]+",
    ),
    postscripts=(r"P\.\s?S\.", r"Pós-escrito"),
    letters=LetterWords(
        headings=(
            HeadingForm(r"(?:(?:carta|nota|telegrama|ofício|mensagem|resposta)\s+)?d[eoa]\s+", r",?\s+(?:dirigid[oa]\s+)?(?:ao|à|aos|a)\s+"),
            HeadingForm(r"(?:carta|nota|telegrama|ofício|mensagem|resposta)\s+(?:ao|à|a)\s+"),
        ),
        sender_labels=("remetente",),
        recipient_labels=("destinatária",),
        articles=("o", "a", "os", "as", "sua excelência", "o senhor", "a senhora"),
        closings=tuple(
            """atenciosamente respeitos* cordial* amigo* amiga obrigad* criado servo venerador* admirador* estima
            consideração respeito* apreço cumprimentos saudações saudades abraç* adeus amizade afet* affect* filho filha
            irmão irmã pai mãe colega fiel humilde servidor* súbdito* vassal* atento* att* saúde fraternidade deus guarde*
            sincer* etc &c""".split()
        ),
        closing_leads=tuple(
            """deus ex.ª de v ex exa s sou fico creia crê creia-me seu sua teu tua seus com toda a o mais alta muito mui sempre todo
            tenho a honra ser aceite receba queira aproveito esta ocasião oportunidade renov* reiter* os as e um grande
            subscrevo-me assino-me confesso-me meu minha meus protestos da do mesma distinta perfeita excelência
            excellencia senhoria majestade""".split()
        ),
        selves=tuple("eu me meu minha meus minhas mim".split()),
        possessives=("Teu", "Tua", "Seu", "Sua", "Vosso", "Vossa"),
        addressing=tuple("muito prezado prezada prezados caro cara estimado senhor senhora senhores dom dona meu minha excelência excelentíssimo ilustríssimo amigo amiga e".split()),
    ),
    article_labels=(r"artigo\s+(?P<n>[IVXLC]+|\d+|primeiro|único)(?:[º°]|\.º)?\b\.?",),
    sentences=SentenceWords(
        abbreviations=frozenset("sr. sra. srs. dr. dra. d. eng. prof. exmo. exma. s.exa. s.m. gen. cel. cap. ten. v.exa. av. p.ex. cf.".split()),
        before_numbers=frozenset("art. arts. p. pp. pág. págs. n. no. vol. t. cap. inc. fol. f. fl. sec.".split()),
        last=frozenset("etc. e.u.a. u.r.s.s. a.c. d.c. jan. fev. abr. ago. set. out. nov. dez. ibid. cia. s.a. ltda.".split()),
    ),
)  # fmt: skip
