"""How dates are written in Portuguese."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=("{day} de {month} de {year}", "{day} de {month}, {year}", "{day} de {month} {year}", "{day} {month}, {year}", "{month} {day} de {year}", "{month} {day}, {year}", "{day} de {month} do ano de {year}", "{day} de {month} do anno de {year}", "{day} de {month} do Ano do Nascimento de Nosso Senhor Jesus Cristo de {year}", "{day} de {month} do Anno do Nascimento de Nosso Senhor Jesus Christo de {year}", "{day} dias do mez de {month} de {year}", "{day} dias do mez de {month} do anno de {year}", "{day} dias de {month} de {year}", "{day} dias do mês de {month} de {year}", "{day} dias do mês de {month} do ano de {year}", "{day} do mês de {month} de {year}", "{day} {month} {year}", "{day} de {month}", "{month} de {year}", "{month} {year}", "{cue}{year}"),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "janeiro": 1, "jan.": 1,
        "fevereiro": 2, "fev.": 2,
        "março": 3, "marco": 3, "mar.": 3,
        "abril": 4, "abr.": 4,
        "maio": 5,
        "junho": 6, "jun.": 6,
        "julho": 7, "jul.": 7,
        "agosto": 8, "ago.": 8,
        "setembro": 9, "septembro": 9, "set.": 9,
        "outubro": 10, "octubro": 10, "oitubro": 10, "out.": 10,
        "novembro": 11, "nov.": 11,
        "dezembro": 12, "dez.": 12,
    },
    day_first=True,
    ordinals=("º", "°", "o", ".º", ".°"),
    range_words=("a", "ao", "até", "–", "—", "-"),
    pair_words=("de", "entre", "desde"),
    list_words=("e", "ou", ",", "e a", "bem como"),
    lead_words=("em", "a", "aos", "de", "dia", "no dia", "do dia"),
    year_cues=("em", "desde", "antes de", "depois de", "durante", "até", "o ano de", "ano de", "os anos", "tratado de", "convenção de", "lei de", "constituição de"),
    not_before=("n.º", "nº", "n.", "número", "artigo", "artigos", "art.", "página", "pág.", "p.", "capítulo", "secção", "seção", "parágrafo", "anexo", "volume", "vol.", "resolução", "$", "€"),
    not_after=("pessoas", "homens", "mulheres", "soldados", "membros", "exemplares", "toneladas", "réis", "contos", "escudos", "cruzeiros", "dólares", "quilômetros", "quilómetros", "metros", "hectares", "dias", "semanas", "meses", "anos", "horas", "minutos", "%", "por cento"),
    number_words={
        "e": 0, "um": 1, "uma": 1, "primeiro": 1, "dois": 2, "duas": 2, "três": 3, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6,
        "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "catorze": 14,
        "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17,
        "dezoito": 18, "dezenove": 19, "dezanove": 19, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50,
        "cinqüenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90, "cem": 100, "cento": 100,
        "duzentos": 200, "trezentos": 300, "quatrocentos": 400, "quinhentos": 500, "seiscentos": 600, "setecentos": 700,
        "oitocentos": 800, "novecentos": 900, "mil": 1000,
    },
    relative_years={"este ano": 0, "ano passado": -1, "próximo ano": 1},
    same_years=("mesmo ano",),
    same_months=("mesmo mês",),
    beside=frozenset(
        """a à ao em no na o os de do da dos das dia segunda terça quarta quinta sexta feira segunda-feira terça-feira
        quarta-feira quinta-feira sexta-feira sábado domingo hora horas manhã tarde noite dado dada feito assinado e
        quartel general palácio paço rua bordo primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo
        vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo independência império república era""".split()
    ),
)  # fmt: skip
