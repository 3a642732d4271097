"""Which of several lines above a text is its title."""

import pytest
from documents import edition_of

EN = "The two governments have agreed to build a bridge across the river, and will share what it costs."
DE = "Die beiden Regierungen haben beschlossen, eine Brücke über den Fluss zu bauen, und teilen sich die Kosten."
PT = "Os dois governos decidiram construir uma ponte sobre o rio e repartirão entre si as despesas da obra."
RU = "Оба правительства решили построить мост через реку и разделить между собой расходы на его постройку."
ZH = "两国政府决定在河上共同修建一座桥梁，所需费用由两国平均分担，并于明年春季开始动工。"
KO = "두 나라 정부는 강 위에 다리를 함께 놓기로 하고 그 비용을 똑같이 나누어 내기로 하였다."


def title_of(text: str) -> str:
    titles = edition_of(text).header.titles
    return titles[0].text if titles else ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # what names the kind of document, below what a page says of itself
        (f"River News\n\nA bridge at last\n\nAgreement on the Bridge at Harwick\n\n{EN}", "Agreement on the Bridge at Harwick"),
        (f"Amtliches\n\nNeues von der Brücke\n\nBrückenbauabkommen zwischen Arland und Boland\n\n{DE}", "Brückenbauabkommen zwischen Arland und Boland"),
        (f"Nada encontrado\n\nN/A\n\nDecreto do Governo n.º 12\n\n{PT}", "Decreto do Governo n.º 12"),
        (f"Новости реки\n\nДекларация о постройке моста\n\n{RU}", "Декларация о постройке моста"),
        (f"河上新闻\n\n关于建桥的联合声明\n\n{ZH}", "关于建桥的联合声明"),
        (f"강 소식\n\n다리 건설에 관한 합의서\n\n{KO}", "다리 건설에 관한 합의서"),
        # over lines that run on, and not over those that do not
        (f"AGREEMENT\non the bridge\nbetween Arland and Boland\n\n{EN}", "AGREEMENT on the bridge between Arland and Boland"),
        (f"BY THE MAYOR OF HARWICK\n\nA PROCLAMATION\n\n{EN}", "A PROCLAMATION"),
        # who writes to whom, below the number of a file
        (f"123.45/6-78: Telegram\n\nThe Minister in Arland (Author) to the Secretary of State\n\n{EN}", "The Minister in Arland (Author) to the Secretary of State"),
        # a line that is printed twice, above it the name of a page
        (f"Book/Part 1/Chapter 2/The Bridge\n\nThe Bridge\nThe Bridge\n\n{EN}", "The Bridge"),
        # nothing else tells it
        (f"A Morning at the River\n\n{EN}", "A Morning at the River"),
    ],
)  # fmt: skip
def test_heaviest_line_is_the_title(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    "text",
    [
        f"{EN}\n\n{EN}",
        f"This agreement holds for ten years.\n\n{EN}",
        f"12 Quay Street\nPort Ashby\nArland\n\n{EN}",
        f"Dear Sir,\n\n{EN}",
        f"To: The Mayor of Harwick\n\n{EN}",
        f"[Enclosure 3]\n\n{EN}",
    ],
)
def test_sentence_address_greeting_or_label_is_no_title(text: str) -> None:
    assert title_of(text) == ""
