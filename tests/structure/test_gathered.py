"""Lines that gather several pieces of signatures, or set them in another way than lines of their own."""

import pytest

from tei.languages import pack_for
from tei.structure.line import Shape
from tei.structure.shapes import is_salutation, line_shape

LINES = [
    ("fr", "Signé : MARTIN, président ; DUVAL, PICARD, administrateurs.", ["MARTIN", "DUVAL", "PICARD"]),
    ("en", "(Signed) A. Author, B. Writer, and C. Baker.", ["A. Author", "B. Writer", "C. Baker"]),
    ("fr", "Signé JEAN AUTEUR.", ["JEAN AUTEUR"]),
    ("de", "gez. v. Trauth", ["v. Trauth"]),
    ("pt", "Assinado António de Seixas", ["António de Seixas"]),
    ("ru", "инженер-капитан          (подпись)          ЛУКОШКИН", ["ЛУКОШКИН"]),
    ("ru", "Директор совхоза            Иван Лукошкин", ["Иван Лукошкин"]),
    ("ru", "Верно: Лукошкина", ["Лукошкина"]),
    ("en", "Approved: C. Dawes, Chairman", ["C. Dawes"]),
    ("en", "Attest: R. G. Lyman, Secretary.", ["R. G. Lyman"]),
    ("en", "Ann Author Clk", ["Ann Author"]),
    ("en", "Nathaniel Author[?]", ["Nathaniel Author[?]"]),
    ("it", "»C. Morandini.»", ["C. Morandini"]),
    ("de", "B e r t h o l d   A u t o r", ["B e r t h o l d   A u t o r"]),
    ("de", "von Trauth.   Karl Esch.   Otto Lind.", ["von Trauth", "Karl Esch", "Otto Lind"]),
]


@pytest.mark.parametrize(("language", "line", "names"), LINES)
def test_the_names_of_a_line(language: str, line: str, names: list[str]) -> None:
    shape = line_shape(line, pack_for(language))
    assert shape.shape in (Shape.NAME, Shape.PERSON)
    assert [line[start:end] for start, end, tag in shape.marks if tag == "persName"] == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Signed articles of agreement were sent to all of them, and to the mayor."),
        ("en", "The first, A. Author, the second, B. Writer, and the clerk."),
        ("fr", "Signé hier, le traité sera publié demain, et la loi aussi."),
        ("en", "Examined, the boats were found to be sound."),
    ],
)
def test_a_line_without_signatures(language: str, line: str) -> None:
    assert line_shape(line, pack_for(language)).shape is Shape.OTHER


MARKS = [
    ("fr", "Signé"),
    ("es", "Firmado"),
    ("nl", "(Onder stond)"),
    ("nl", "(Lager stond,)"),
    ("de", "v. g. u."),
    ("it", "Letto, confermato e sottoscritto."),
    ("ru", "Подлинное подписали:"),
]


@pytest.mark.parametrize(("language", "line"), MARKS)
def test_a_line_that_says_that_others_signed(language: str, line: str) -> None:
    assert line_shape(line, pack_for(language)).shape is Shape.MARK


VALEDICTIONS = [
    ("en", "Your affectionate son until death"),
    ("en", "I have the honor to be Sir"),
    ("fr", "Salut et fraternité,"),
    ("fr", "Veuillez agréer, etc."),
    ("de", "Leben Sie recht wohl."),
    ("de", "Ganz der Ihrige"),
    ("nl", "Uwer Edelen Dienaren en Goede Vrienden,"),
    ("es", "Dios guarde a Vd. muchos años."),
    ("pt", "Deus guarde a V. Ex.ª"),
    ("pt", "creia-me sempre muito sinceramente seu"),
    ("it", "Il tuo"),
    ("ru", "Имею честь быть покорным слугой Вашего Превосходительства."),
    ("ru", "Крепко жму руку."),
]


@pytest.mark.parametrize(("language", "line"), VALEDICTIONS)
def test_a_valediction(language: str, line: str) -> None:
    assert line_shape(line, pack_for(language)).shape is Shape.VALEDICTION


SALUTATIONS = [
    ("en", "Sir"),
    ("en", "Friend Author:"),
    ("en", "Fellow Citizens,"),
    ("fr", "Citoyen ministre,"),
    ("fr", "Mon cher ami,"),
    ("de", "Hochgeehrter Herr Doktor!"),
    ("de", "Ew. Exzellenz!"),
    ("nl", "Mijn Heer Burgemeester."),
    ("es", "Excmo. Señor:"),
    ("pt", "Ill.mo e Ex.mo Sr."),
    ("pt", "MEU CARO ANTÓNIO,"),
    ("it", "»Carissimo amico,"),
    ("ru", "Милый друг,"),
    ("ru", "Ваше Превосходительство,"),
]


@pytest.mark.parametrize(("language", "line"), SALUTATIONS)
def test_a_greeting(language: str, line: str) -> None:
    assert is_salutation(line, pack_for(language))
