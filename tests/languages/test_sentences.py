"""Sentences: where they end in each language, and that none of the text is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.languages import LANGUAGES, pack_for
from tei.languages.sentences import split_sentences

# "|" stands where a sentence ends and another begins; it is no character of the text.
CASES = {
    "en": (
        "Mr. Harlow came on Jan. 5.| He left at 3.5 p.m. on foot.",
        "The U.S. delegation said no.| Then it left.| Plan B. was dropped.",
        "He spoke for the U.N.| The meeting ended, etc.| We left.",
        "J. F. Harlow and St. John met Prof. A. Brandt.| It rained.",
        "“No!” she cried.| “Why not?” he asked.| “Because.”| He left.",
        '"Stay." |"No."| He wrote "go." |\'Stop.\' |(He did.) |She did not.',
        "1. Both sides met.| 2. They agreed (see p. 5).| IV. That.",
        "ARTICLE 1. The Parties agree.| Art. 5 holds.| Art. 6. It ends.",
        "Well... perhaps.| Well... |Perhaps.| Wait … |Now.| He paused . . . then left.",
        "It cost £1.50.[3]| It fell.| See www.example.org for more.",
        "Is it so?!| It is; so be it: yes.",
    ),
    "fr": (
        "M. Dupré est venu.| « Non. »| Il part !| Vraiment ?| Oui, etc.| Les parties signent.",
        "Art. 5. Les États conviennent.| S. E. M. Dupré lit l’art. 7.| Fin.",
    ),
    "de": (
        "Am 3. Mai 1958 traf man z. B. Dr. Brandt.| Im 19. Jahrhundert, usw.| Die Zeit verging.",
        "Es war 1958.| Seitdem schweigt er.| »Ja.«| »Nein.«| „Doch.“ |Ende.",
    ),
    "nl": ("Mr. dr. Jansen kwam op 3 mei 1958.| De partijen, enz.| Het artikel geldt volgens art. 5 van de wet.",),
    "ru": (
        "В 1958 г. в Москве.| А. В. Петров и др. прибыли.| В 1959 г. СССР согласился.| Конец.",
        "«Да!» — сказал он.| «Нет.»| См. т. 5 и ст. 7.| Вот.",
    ),
    "zh": (
        "他说：“好。”|双方同意！？|真的吗……不过；他来了。",
        "（见图。）|他来了。|价值3.5元。|“和平！”的口号响了。|“你好吗？”|他问。",
        "1.双方会谈。|第一条 双方同意。|他说：“算了……”|走了。|完。",
    ),
    "ja": ("彼は「行く。」と言った。|終わり！|第一条 両国は合意した。|「はい。」|彼は頷いた。",),
    "ko": ('1958. 8. 3. 한성에서 서명하였다.| 그는 "간다."고 말했다.| 끝.',),
    "xx": ("Sana tama.| Ita!| यह है।| वह भी।",),
}


@pytest.mark.parametrize(("code", "marked"), [(code, text) for code, texts in CASES.items() for text in texts])
def test_sentences_end_where_a_reader_ends_them(code: str, marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split_sentences(text, pack_for(code))] == [
        sentence.strip() for sentence in marked.split("|")
    ]


@given(
    text=st.text(st.sampled_from("aB1iIvж中の한 \n\u00a0.。!？…,;\"'“”»«()「」[]-—·"), max_size=60),
    code=st.sampled_from([*LANGUAGES.names(), "xx"]),
)
def test_every_character_that_is_no_space_is_in_one_sentence(text: str, code: str) -> None:
    found = split_sentences(text, pack_for(code))
    inside = [offset for start, end in found for offset in range(start, end)]
    assert inside == sorted(set(inside))
    assert set(inside) >= {offset for offset, character in enumerate(text) if not character.isspace()}
    for start, end in found:
        assert start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


@given(st.text(max_size=80))
def test_any_text_can_be_split_and_joined(text: str) -> None:
    found = split_sentences(text, pack_for("en"))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


def test_a_sentence_has_a_letter_or_a_digit_unless_there_is_nothing_else() -> None:
    for text in ("* * *", "……", "One. * * * Two. ——", "。。。甲。！"):
        found = split_sentences(text, pack_for("zh"))
        worded = [any(map(str.isalnum, text[start:end])) for start, end in found]
        assert all(worded) or len(found) == 1


@pytest.mark.parametrize("piece", [".", ". ", "a. ", '."', "。”", "x", " ", "1.1.", "[1].", "。 ”", "(.", "Art. 5. "])
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    split_sentences(text, pack_for("en"))
    assert time.process_time() - began < 20  # what is not linear takes minutes


def test_words_that_stops_follow_are_written_as_they_are_compared() -> None:
    """In small letters, with their stop, and in one of the lists only where their meaning allows."""
    for name in LANGUAGES.names():
        words = pack_for(name).sentences
        for word in (*words.abbreviations, *words.before_numbers, *words.last):
            assert word == word.lower()
            assert word.endswith(".")
        assert not words.abbreviations & words.last
