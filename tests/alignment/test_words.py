"""Which words of a text are compared with those of another."""

import pytest

from tei.alignment.linking.words import stemmer


@pytest.mark.parametrize(
    ("code", "form", "word"),
    [
        ("en", "children", "child"),
        ("en", "undertook", "undertake"),
        ("en", "undertakings", "undertake"),
        ("fr", "nations", "nation"),
        ("zh", "公报", "公报"),
    ],
)
def test_forms_of_one_word_have_one_stem(code: str, form: str, word: str) -> None:
    assert stemmer(code)(form) == stemmer(code)(word)


def test_what_is_irregular_in_one_language_is_not_in_another() -> None:
    assert stemmer("fr")("men") != stemmer("fr")("man")
