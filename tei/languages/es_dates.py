"""How dates are written in Spanish."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=("{day} de {month} de {year}", "{day} de {month}, {year}", "{day} de {month} {year}", "{day} {month}, {year}", "{month} {day} de {year}", "{month} {day}, {year}", "{day} de {month} del {year}", "{day} de {month} del año {year}", "{day} de {month} del año de {year}", "{day} días de {month} de {year}", "{day} días de {month} del año {year}", "{day} días de {month} del año de {year}", "{day} días del mes de {month} de {year}", "{day} días del mes de {month} del año de {year}", "{day} días del mes de {month} del año {year}", "{day} del mes de {month} de {year}", "{day} {month} {year}", "{day} de {month}", "{month} de {year}", "{month} {year}", "{cue}{year}"),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}", "{year}"),
    months={
        "enero": 1, "ene.": 1,
        "febrero": 2, "feb.": 2,
        "marzo": 3, "mar.": 3,
        "abril": 4, "abr.": 4,
        "mayo": 5,
        "junio": 6, "jun.": 6,
        "julio": 7, "jul.": 7,
        "agosto": 8, "ago.": 8,
        "septiembre": 9, "setiembre": 9, "sept.": 9, "sep.": 9,
        "octubre": 10, "oct.": 10,
        "noviembre": 11, "nov.": 11,
        "diziembre": 12, "diciembre": 12, "dic.": 12,
    },
    day_first=True,
    ordinals=("º", "°", "ro", "o", ".º", ".°"),
    range_words=("al", "a", "hasta el", "hasta", "–", "—", "-"),
    pair_words=("del", "desde el", "entre el"),
    list_words=("y", "o", ",", "y el", "así como"),
    lead_words=("el", "del", "día", "el día", "de", "en"),
    year_cues=("en", "desde", "antes de", "después de", "durante", "hasta", "el año", "año", "los años", "tratado de", "convenio de", "ley de", "constitución de"),
    not_before=("no.", "nº", "n.º", "núm.", "número", "artículo", "artículos", "art.", "página", "pág.", "p.", "capítulo", "sección", "párrafo", "anexo", "tomo", "vol.", "resolución", "$", "€"),
    not_after=("personas", "hombres", "mujeres", "soldados", "miembros", "ejemplares", "toneladas", "pesos", "pesetas", "dólares", "kilómetros", "metros", "hectáreas", "días", "semanas", "meses", "años", "horas", "minutos", "%", "por ciento"),
    number_words={
        "y": 0, "un": 1, "uno": 1, "una": 1, "primero": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
        "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14,
        "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
        "veintiuno": 21, "veintiún": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25,
        "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40,
        "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
        "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600,
        "setecientos": 700, "ochocientos": 800, "novecientos": 900, "mil": 1000,
    },
    relative_years={"este año": 0, "el año pasado": -1, "el año próximo": 1},
    same_years=("mismo año",),
    same_months=("mismo mes",),
    beside=frozenset(
        """a en el la los las de del al día fecha lunes martes miércoles jueves viernes sábado domingo hora horas mañana
        tarde noche mediodía independencia federación república dado dada fecho hecho firmado y cuartel general campo bordo palacio calle""".split()
    ),
)  # fmt: skip
