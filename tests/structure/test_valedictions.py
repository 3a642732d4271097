"""Valedictions by their words, in orders that no pattern lists; sentences and greetings that are none."""

import pytest

from tei.languages import pack_for
from tei.structure.valedictions import is_valediction


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "I have the honour to remain, my dear Author, with much respect, your grateful and obedient servant,"),
        ("en", "Ever your loving brother"),
        ("en", "In haste, yours respectfully"),
        ("fr", "Votre vieil ami qui vous embrasse,"),
        ("fr", "Tout à vous, bien cordialement"),
        ("de", "stets Dein alter Freund"),
        ("es", "Quedo de Vd. afmo. s. s. q. b. s. m."),
        ("it", "Vogliatemi bene, e credetemi sempre vostro aff.mo"),
        ("nl", "geheel de uwe, met hartelijke groeten"),
        ("pt", "Um abraço do seu amigo certo e obrigado"),
        ("ru", "Всегда преданный Вам друг"),
    ],
)
def test_words_of_a_valediction_in_any_order(language: str, line: str) -> None:
    assert is_valediction(line, pack_for(language))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Dear friends,"),
        ("en", "He was a faithful servant of the Harbour Board."),
        ("en", "Yours truly, Anna Scribe"),
        ("en", "&c. &c. &c."),
        ("en", "I shall send the jars back with the carrier."),
        ("fr", "Votre lettre du 4 mars est arrivée."),
        ("de", "Mit dem Boten schicke ich dir die Krüge."),
        ("ru", "Ваше письмо пришло в понедельник."),
    ],
)
def test_no_valediction(language: str, line: str) -> None:
    assert not is_valediction(line, pack_for(language))
