"""Who writes to whom, as headings, greetings and labels say it; headings that say nothing of the kind."""

import pytest

from tei.languages import pack_for
from tei.languages.correspondence import labelled, read_greeting, read_heading

HEADINGS = [
    ("en", "Mr. Author to Earl Writer.", "Mr. Author", "Earl Writer"),
    ("en", "No. 36. Count d’Author to General Writer.", "Count d’Author", "General Writer"),
    ("en", "The Ambassador in France (Author) to the Secretary of State", "The Ambassador in France Author", "the Secretary of State"),
    ("en", "The Chief of the Press Bureau (Author) to the Secretary of the Commission to Negotiate Peace (Writer)",
     "The Chief of the Press Bureau Author", "the Secretary of the Commission to Negotiate Peace Writer"),
    ("en", "Telegram From the Embassy in Portugal to the Department of State", "the Embassy in Portugal", "the Department of State"),
    ("en", "Acting Secretary Author to President Writer", "Acting Secretary Author", "President Writer"),
    ("en", "Mr. Author to Mr. Writer.—Received May 27, 1864", "Mr. Author", "Mr. Writer"),
    ("en", "To Mr. James Writer from Mr. Thomas Author, May 5, 1793", "Mr. Thomas Author", "Mr. James Writer"),
    ("fr", "Lettre de M. Auteur à M. Écrivain", "M. Auteur", "M. Écrivain"),
    ("fr", "Le ministre des Affaires étrangères au consul de Suède", "Le ministre des Affaires étrangères", "consul de Suède"),
    ("de", "Schreiben des Gesandten in Lissabon an den Staatssekretär", "des Gesandten in Lissabon", "den Staatssekretär"),
    ("nl", "Brief van de Gouverneur-Generaal aan den Minister van Koloniën", "de Gouverneur-Generaal", "den Minister van Koloniën"),
    ("zh", "王小明致李大年书", "王小明", "李大年"),
    ("zh", "外交部致瑞典驻华大使馆照会", "外交部", "瑞典驻华大使馆"),
    ("ja", "外務大臣よりスウェーデン大使宛書簡", "外務大臣", "スウェーデン大使"),
    ("ko", "외무장관이 스웨덴 대사에게 보낸 서한", "외무장관", "스웨덴 대사"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "sender", "recipient"), HEADINGS)
def test_heading(language: str, text: str, sender: str, recipient: str) -> None:
    heading = read_heading(text, pack_for(language))
    assert heading is not None
    assert heading.sender is not None
    assert heading.recipient is not None
    got = [" ".join(piece for _, piece in side.pieces()) for side in (heading.sender, heading.recipient)]
    assert got == [sender, recipient]
    assert heading.certainty >= 0.8


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Report on the road to the harbour"),
        ("en", "The two sides agreed to meet again in Lisbon."),
        ("en", "Agreement relating to fisheries"),
        ("en", "Visit of the President to the harbour works"),
        ("fr", "Traité relatif à la pêche"),
        ("de", "Bericht über die Arbeiten an dem Hafen"),
        ("zh", "关于上海港口贸易的联合公报"),
        ("zh", "中华人民共和国与瑞典王国贸易协定"),
    ],
)
def test_no_heading_of_a_letter(language: str, text: str) -> None:
    heading = read_heading(text, pack_for(language))
    assert heading is None or heading.certainty < 0.8


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Dear Mr. Author:", "Author"),
        ("en", "My. Dear— Author.", "Author"),
        ("en", "Dear Sir:", ""),
        ("en", "Gentlemen:", ""),
        ("en", "Sir:", ""),
        ("zh", "法舟法师鉴：", "法舟"),
        ("zh", "静安先生大鉴：", "静安"),
        ("fr", "Cher Monsieur,", ""),
        ("de", "Sehr geehrter Herr Schreiber!", "Schreiber"),
    ],
)
def test_greeting(language: str, text: str, name: str) -> None:
    side = read_greeting(text, pack_for(language))
    assert (dict(side.pieces())["persName"] if side else "") == name


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [("en", "FROM: Paris", "sender"), ("en", "To: Lisbon", "recipient"), ("zh", "收件人：李大年", "recipient"),
     ("ru", "Кому: Министр", "recipient"), ("ja", "差出人：山田太郎", "sender")],
)  # fmt: skip
def test_label(language: str, line: str, kind: str) -> None:
    found = labelled(line, pack_for(language))
    assert found is not None
    assert found[0] == kind


def test_no_label() -> None:
    assert labelled("Topics: trade", pack_for("en")) is None
