"""How sure a language is: a short text of a close pair is reported and marked, a longer one is not."""

from pathlib import Path

import pytest
from documents import edition_of

from tei.config import load_config
from tei.diagnostics import Report
from tei.pipeline import build_bytes
from tei.structure.language import language_of
from tei.structure.language_doubt import certainty_of

CLOSE = {
    "uk": "Рада гавані вирішила, що пором буде ходити щодня, якщо вода не замерзне. Міський голова подякував за це робітникам.",
    "ru": "Совет гавани решил, что паром будет ходить каждый день, если вода не замёрзнет. Голова благодарил за это рабочих.",
    "pt": "O conselho do porto decidiu que a barca passará todos os dias, se a água não gelar. Também agradeceu aos homens.",
    "es": "El consejo decidió que la barca pasará todos los días, si el agua no se hiela. También lo agradeció a los obreros.",
    "nl": "De raad heeft besloten dat het veer elke dag zal varen, als het water niet bevriest. Ook dankte zij de arbeiders.",
    "de": "Der Rat hat beschlossen, dass die Fähre jeden Tag fahren soll, wenn das Wasser nicht gefriert. Er dankte auch den Arbeitern.",
    "sv": "Rådet har beslutat att färjan skall gå varje dag, om vattnet inte fryser. Det tackade också arbetarna för vad de hade gjort.",
    "zh": "港務局決議，渡船每日開航，以便往來之人。",
}
SHORT = {
    "zh": "燈火通明。",  # kanji, all of them
    "de": "Die Lampen brennen.",
    "ru": "Фонари горят.",
    "nb": "Borgermesteren takket arbeiderne for det de hadde gjort om vinteren.",
}


@pytest.mark.parametrize("code", CLOSE)
def test_two_sentences_are_surely_of_their_language(code: str) -> None:
    assert language_of(CLOSE[code]) == code
    assert certainty_of(code, CLOSE[code])[0] >= 0.8


@pytest.mark.parametrize("code", SHORT)
def test_a_text_without_words_of_its_own_is_in_doubt(code: str) -> None:
    told = language_of(SHORT[code]) or "und"
    assert certainty_of(told, SHORT[code])[0] < 0.8


def test_the_doubt_is_reported_and_marked() -> None:
    report = Report()
    text = "燈火\n\n燈火通明\n"
    xml = build_bytes(text.encode(), "lights.txt", load_config(None), report=report).xml.decode()
    assert [f.message for f in report if f.rule.id == "ST005"] == [
        "the language was taken for zh, certainty 0.60; by its words it may be ja"
    ]
    assert '<div xml:id="zh" type="version" xml:lang="zh-Hant" cert="medium" resp="#encoder">' in xml


@pytest.mark.parametrize("said", ["Language: zh\n\n", "Language: Chinese\n\n"])
def test_what_the_source_says_of_its_language_is_in_no_doubt(said: str) -> None:
    report = Report()
    edition = edition_of(said + "燈火\n\n燈火通明\n", report=report)
    assert edition.versions[0].certainty == 1.0
    assert [f for f in report if f.rule.id == "ST005"] == []


def test_a_file_that_is_called_as_its_language_has_an_id_of_its_own() -> None:
    text = "On the Ferry\n\nThe ferry of the town shall run on every day of the week.\n"
    xml = build_bytes(text.encode(), "en.txt", load_config(None), report=Report()).xml.decode()
    assert '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="en-edition" xml:lang="en">' in xml
    assert '<div xml:id="en" type="version" xml:lang="en">' in xml


def test_documents_of_the_cases_are_hardly_ever_in_doubt() -> None:
    cases = sorted((Path(__file__).parents[1] / "cases/structure").glob("*-[a-z][a-z]/input.txt"))[::4]
    doubtful = []
    for case in cases:
        report = Report()
        edition_of(case.read_bytes(), file=case.name, report=report)
        doubtful += [case.parent.name for found in report if "by its words it may be" in found.message]
    assert len(doubtful) <= len(cases) // 50
