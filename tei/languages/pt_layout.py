"""Portuguese: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:p[áa]ginas?|p[áa]g\.|p\.|f[óo]lio|fol\.|f\.|fl\.)\s*<n>(?:\s*(?:de|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:por (?:da )?reda[çc][ãa]o.{0,30}|ou[çc]a (?:este |o )?artigo.{0,12}|\d+ min(?:utos)?(?: de leitura)?)",
        r"vers[ãa]o\s+(?:em\s+)?(?:ingl[êe]sa?|portugu[êe]sa?|francesa?|franc[êe]s|chines[a]?|espanhola?)",
        r"(?:voc[êe] tamb[ée]m pode gostar|leia tamb[ée]m|mais lidas|deixe um coment[áa]rio|o seu endere[çc]o de.{0,60}|baixar agora|baixe no formato.{1,80}|t[íi]tulo original\s*:.{1,80}|enviado por\s.{1,60}|direitos autorais\s*:.{0,60}|fechar sugest[õo]es|abrir o menu.{0,30}|mudar o idioma|carregar|salvar|salvo|jur[íi]dico|redes sociais|sobre|denunciar este documento|pular para a p[áa]gina.{0,40}|idioma|minha conta|fechar)",
        r"\d[\d.,]*\s*%?\s*(?:classifica[çc][õo]es|acharam este documento.{0,40}|voto|visualiza[çc][õo]es|p[áa]ginas?)|\(\d+ votos?\)",
        r"(?:voc[êe] est[áa] (?:aqui|em)|est[áa] (?:aqui|em)|navega[çc][ãa]o)\s*:.{0,140}|(?:baixar|descarregar|ver|abrir|imprimir|consultar)\s+(?:o|a|em|como|este|esta)?\s*(?:pdf|documento|texto|arquivo|ficheiro|artigo|p[áa]gina|original|vers[ãa]o)\b.{0,40}",
        r"p[áa]gina\s*:\s*.{1,120}\.(?:pdf|djvu)\s*/\s*\d{1,4}|(?:aviso legal|pol[íi]tica de cookies|acessibilidade|boletim|newsletter|assine|subscrever|not[íi]cias|sala de imprensa|sair|pesquisa avan[çc]ada|aceitar (?:todos os )?cookies|responder|citar|denunciar|mostrar mais)(?:\s*[>»|].*)?",
        r".{0,80}(?:utiliza cookies|ative o javascript|seu navegador).{0,60}|[\d.,]+\s*(?:membros|mensagens|respostas|usu[áa]rios|utilizadores|visitantes|p[áa]ginas|downloads|min(?:utos)? de leitura).{0,16}",
        r"(?:contactos? (?:de|para a) imprensa|contato para imprensa|para mais informa[çc][õo]es)\s*:?",
        r"(?:saltar|ir|pular|passar)\s+(?:para|ao|à)\s+(?:o\s+|a\s+)?(?:conte[úu]do|navega[çc][ãa]o|pesquisa|menu|texto)\b.{0,50}",
        r"(?:carregando|a carregar|aguarde)\W*|(?:ver|mostrar|ler)\s+(?:mais|menos)|vers[ãa]o\s+(?:para impress[ãa]o|texto|pdf)",
        r"(?:in[íi]cio|menu|pesquisar|pesquisa|busca|buscar|compartilhar|partilhar|imprimir|enviar|baixar|descarregar|entrar|registrar|ajuda|contato|contacto|seguinte|pr[óo]ximo|anterior|voltar|editar|ler|ver hist[óo]rico|ferramentas|apar[êe]ncia|mapa do site|siga-nos|coment[áa]rios?)[\s>»:.]*",
        r"(?:in[íi]cio|p[áa]gina (?:principal|inicial)|capa)\s*[>»/|›·→:]+.*",
        r"(?:voltar|ir)\s+(?:ao|à|para)\b.{0,40}(?:topo|in[íi]cio|conte[úu]do|menu|p[áa]gina|navega[çc][ãa]o|pesquisa)\b.{0,20}",
        r"(?:compartilhar|partilhar|imprimir)\s+(?:em|no|na|esta|este|por)\b.{0,30}",
        r"(?:visitas?|leituras?|acessos?|visualiza[çc][õo]es)\s*:?\s*[\d.,]+|[\d.,]+\s*(?:visitas?|leituras?|acessos?|coment[áa]rios?)",
        r"(?:categorias?|etiquetas?|palavras-chave|temas?|assuntos?)\s*:.*",
        r"(?:publicado (?:em|por)|[úu]ltima (?:modifica[çc][ãa]o|atualiza[çc][ãa]o)|atualizado em)\b.{0,80}",
    ),
    wiki_taglines=(r"(?:da\s+)?wiki(?:source|p[ée]dia)\b.{0,60}",),
    licences=(
        r"(?:esta|este|a|o)\s+(?:obra|texto|documento|tradu[çc][ãa]o|ficheiro|arquivo)\b.{0,100}(?:dom[íi]nio p[úu]blico|licen[çc]a|direitos autorais)",
    ),
    site_notices=(
        r"(?:este texto n[ãa]o (?:substitui|tem valor|[ée] oficial)|tradu[çc][ãa]o n[ãa]o oficial)",
        r"(?:obtida? (?:de|em)|todos os direitos reservados|direitos (?:de autor|autorais)|aviso legal|pol[íi]tica de privacidade|este (?:site|s[íi]tio) utiliza)",
        r"(?:esta|este|a|o)\s+(?:obra|texto|documento|p[áa]gina)\s+(?:est[áa]|encontra-se|[ée])\b.{0,60}(?:dom[íi]nio p[úu]blico|licen[çc]a)",
        r"(?:artigos|documentos|p[áa]ginas|liga[çc][õo]es|links)\s+(?:relacionad[oa]s|extern[oa]s|recentes)\s*:?$",
        r"ver tamb[ée]m\s*:?$",
    ),
    credits=(
        r"(?:traduzido|tradu[çc][ãa]o|transcrito|transcri[çc][ãa]o|revisto|revis[ãa]o|digitalizado|editado)(?:\s+\w+)?\s*(?:por\b|:)",
        r"(?:tradutora?|transcritora?|editora?)(?:es)?\s*:",
    ),
    archive_references=(
        r"(?:datilografad[oa]|dactilografad[oa]|manuscrit[oa]|aut[óo]grafo|minuta|c[óo]pia autenticada)(?=\.\s)",
        r"(?:fonte|cota|refer[êe]ncia|proveni[êe]ncia)s?\s*:",
        r"arquivo (?:hist[óo]rico|nacional|diplom[áa]tico|p[úu]blico)\b[^.]{0,40}[,:(]",
    ),
    note_leads=(
        r"nota (?:do editor|do tradutor|da reda[çc][ãa]o|do autor|do transcritor)",
        r"notas?\s*:?$",
        r"\[?n\.\s?(?:do|da)\s+(?:t|e|r)\.\s*:",
    ),
    text_follows=(
        r"(?:texto|teor)\b.{0,80}\b(?:segue|seguinte)\s*[:.]",
        r"(?:como segue|o seguinte|texto integral|texto na [íi]ntegra)\s*[:.]",
    ),
    classifications=(
        r"(?:ultra-?secreto|muito\s+secreto|secreto|confidencial|reservado|urgente|urgent[íi]ssimo|pessoal)(?:[\s,;./–—-]+(?:secreto|confidencial|reservado|urgente|pessoal))*[.!]?",
        r"(?:c[óo]pia|exemplar)\s*(?:n\.?[º°]?)?\s*\d+",
    ),
    finite_words=frozenset("é são foi foram era há será serão seria deve pode está estão tem têm".split()),
    record_labels=frozenset(
        {
            "editora",
            "direitos",
            "identificador",
            "código de referência",
            "proveniência",
        }
    ),
    form_labels={
        "date": "data;hora;dia;data e hora;horas",
        "place": "local;lugar;local e data;data e local;sede;procedência",
        "people": "presentes;participantes;estiveram presentes;membros presentes;presenças",
        "staff": "presidente;preside;secretário;secretária;intérprete;ausentes;ausente;relator;redator",
        "copied": "cópia;cópias;cópia para;com cópia para;para informação",
        "received": "recebido;recebida;recepção;chegada",
        "number": "n.º;nº;número;no",
        "precedence": "urgência;prioridade;precedência",
        "classification": "classificação",
        "reference": "referência;ref;anexo;anexos",
    },
    subject_labels=(
        "assunto",
        "objecto",
        "objeto",
    ),
    gathered=(r"\b(?:reunid[oa]s|congregad[oa]s|reuniram-se|encontraram-se|se\s+reuniram)\b",),
    issued=(
        r"\b(?:assinaram|assinad[oa]s?|assinou|firmaram|firmad[oa]s?|emitiu|emitiram|emitid[oa]s?|adotaram|adoptaram|adoptad[oa]s?|adotad[oa]s?|publicad[oa]s?|celebrad[oa]s?|concluíd[oa]s?|proferid[oa]s?|proclamad[oa]s?)\b",
    ),
    dating=frozenset("de datada datado data".split()),
    document_nouns=frozenset(
        (
            "acordo acta ata anexo anúncio apelo armistício auto aviso bando bula capitulação carta circular "
            "código comunicação comunicado concordata constituição contrato convenção convénio convênio "
            "declaração decreto despacho discurso documento edital exposição intervenção instrução instruções "
            "instrumento lei manifesto memorando memorandum memória mensagem moção nota notas notificação ofício "
            "officio ordem pacto parecer petição plano portaria proclamação programa projecto projeto proposta "
            "protesto protocolo regulamento relatório representação requerimento resolução resposta sentença "
            "telegrama testamento texto tradução tratado ultimato"
        ).split()
    ),
    site_words=tuple(
        (
            "menu navegação pesquisar pesquisa procurar entrar registar registrar subscrever assinar boletim "
            "newsletter partilhar compartilhar imprimir descarregar baixar download início site sites página "
            "páginas mapa-do-site aviso-legal privacidade cookie contacto contato comentário comentários "
            "responder fórum blog utilizador usuário membro acessibilidade configurações publicidade pub "
            "relacionad ler-mais ver-mais galeria vídeo áudio ouvir conteúdo topo voltar ligação link "
            "resultado-encontrado copied"
        ).split()
    ),
)
