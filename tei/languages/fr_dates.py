"""How dates are written in French."""

from tei.languages.base import DateWords

DATES = DateWords(
    templates=(
        "{day} {month} {year}",
        "{day} {month}",
        "{day} {month}, {year}",
        "{day} du mois de {month} {year}",
        "{day} de {month} {year}",
        "{month} {year}",
        "{month} de l’an {year}",
        "{day} {month} de l’an {year}",
        "{day} {month} de l'an {year}",
        "{day} {month} de l’an de grâce {year}",
        "{day} {month} de l'an de grâce {year}",
        "{day} jour de {month} {year}",
        "{day} jour de {month} de l’an {year}",
        "{day} jour de {month} de l'an {year}",
        "{day} jour de {month} de l’an de grâce {year}",
        "{day} jour de {month} de l'an de grâce {year}",
        "{day} jour du mois de {month} {year}",
        "{day} jour du mois de {month} de l’an {year}",
        "{day} jour du mois de {month} de l'an {year}",
        "{year}, le {day} {month}",
        "{year} et le {day} {month}",
        "{relative}",
        "{cue}{year}",
    ),
    openings=("{day}", "{month}", "{year}"),
    endings=("{day}) {month} {year}", "{day} {month}) {year}", "{day}", "{year}"),
    months={
        "janvier": 1, "janv.": 1, "janv": 1,
        "février": 2, "fevrier": 2, "févr.": 2, "fév.": 2,
        "mars": 3,
        "avril": 4, "avr.": 4,
        "mai": 5,
        "juin": 6,
        "juillet": 7, "juil.": 7,
        "août": 8, "aout": 8, "aoust": 8, "aoûst": 8,
        "septembre": 9, "sept.": 9,
        "octobre": 10, "oct.": 10,
        "novembre": 11, "nov.": 11,
        "7bre": 9, "8bre": 10, "9bre": 11, "Xbre": 12, "xbre": 12,
        "décembre": 12, "decembre": 12, "déc.": 12,
    },
    republican_months={
        "vendémiaire": 1, "vendemiaire": 1, "brumaire": 2, "frimaire": 3, "nivôse": 4, "nivose": 4, "pluviôse": 5,
        "pluviose": 5, "ventôse": 6, "ventose": 6, "germinal": 7, "floréal": 8, "floreal": 8, "prairial": 9,
        "messidor": 10, "thermidor": 11, "fructidor": 12, "jour complémentaire": 13, "complémentaire": 13,
    },
    republican_years=("an", "de l’an", "de l'an", "l’an", "l'an", "année"),
    day_first=True,
    ordinals=("er", "ᵉʳ", "e", "ème"),
    range_words=("au", "à", "jusqu’au", "jusqu'au", "–", "—", "-"),
    pair_words=("du", "entre", "de"),
    list_words=("(", "/", "et", "ou", ",", "et le", "ainsi que"),
    lead_words=("le", "du", "de", "en"),
    year_cues=(
        "en", "depuis", "avant", "après", "pendant", "dès", "jusqu’en", "jusqu'en", "l’année", "l'année", "les années",
        "fin", "début", "été", "automne", "printemps", "traité de", "convention de", "accord de", "conférence de", "loi de",
    ),
    not_before=(
        "no", "no.", "nos", "n°", "nº", "numéro", "article", "articles", "art.", "page", "p.", "chapitre", "section",
        "paragraphe", "alinéa", "annexe", "volume", "tome", "vol.", "résolution", "$", "€",
    ),
    not_after=(
        "personnes", "hommes", "femmes", "soldats", "membres", "exemplaires", "tonnes", "francs", "dollars", "kilomètres",
        "mètres", "hectares", "jours", "semaines", "mois", "ans", "années", "heures", "minutes", "h", "%", "pour cent",
    ),
    number_words={
        "et": 0, "un": 1, "premier": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
        "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "nonante": 90,
        "quatre-vingt": 80, "quatre-vingts": 80, "quatre vingt": 80, "cent": 100, "cents": 100, "mil": 1000, "mille": 1000,
    },
    relative_years={"cette année": 0, "l’année dernière": -1, "l’an dernier": -1, "l’année prochaine": 1},
    relative_months={"courant": 0, "dernier": -1, "prochain": 1},
    same_years=("la même année",),
    same_months=("du même mois",),
    beside=frozenset(
        """à au aux en le la les ce de du des d l sur près devant lundi mardi mercredi jeudi vendredi samedi dimanche
        heure heures h matin soir midi minuit après-midi nuit fait donné daté signé écrit expédié an et jour quartier
        général camp bord château palais rue""".split()
    ),
)  # fmt: skip
