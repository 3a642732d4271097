"""The lines of a site above and below a text, told by the run that they stand in."""

import pytest
from documents import edition_of

from tei.model.source import LedgerKind

EN = "The two governments have agreed to build a bridge across the river, and will share what it costs between them."
RU = "Оба правительства решили построить мост через реку и разделить между собой расходы на его постройку."
JA = "両国政府は、川に橋を架けることに合意し、その費用を両国で等しく分担し、来春から工事を始めることを決定した。"


def set_aside(text: str) -> list[str]:
    edition = edition_of(text)
    decoded = edition.source.decoded.text
    return [decoded[e.span.start : e.span.end] for e in edition.ledger if e.kind is LedgerKind.SITE]


@pytest.mark.parametrize(
    ("above", "text", "below", "site"),
    [
        ("Nav menu for readers\nYour account settings\nNewsletter of the week\n\nThe Bridge\n", EN, "", 3),
        ("Настройки чтения\nРазмер шрифта:\nЦвета сайта:\nРисунки\nНастройки\n\nМост\n", RU, "", 5),
        ("マイページのメニュー\n記事を検索する\n会員の登録\n\n橋の共同声明\n", JA, "", 3),
        ("The Bridge\n", EN, "\nMore videos for you\nOther users of this page\nPrivacy\n", 3),
    ],
)
def test_run_of_a_sites_lines_is_set_aside(above: str, text: str, below: str, site: int) -> None:
    assert len(set_aside(f"{above}\n{text}\n{below}")) == site


@pytest.mark.parametrize(
    "text",
    [
        f"The Page\n\n{EN}",  # one word tells nothing alone
        f"Department of Bridges\nHarwick\n3 May 1911\n\nDear Sir:\n\n{EN}\n\nA. Author",
        f"The Share of the Bridge\n\n{EN}\n\nDone at Harwick, 3 May 1911\n\nA. Author\nMinister",
        f"{EN}\n\nThe Visitors\n\nThe Print of the Foot\n\nThe Link\n\n{EN}",  # not at an end of the page
    ],
)
def test_lines_of_the_text_stay(text: str) -> None:
    assert set_aside(text) == []
