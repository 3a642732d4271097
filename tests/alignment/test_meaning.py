"""Encoders: how another one is plugged in, what it decides, and how much of the texts it is given to read."""

import numpy as np
import pytest
from alignment_factory import segments
from numpy.typing import NDArray

from tei.alignment import align_segments
from tei.alignment.linking.meaning import Reader, meaning_of, parts
from tei.alignment.linking.semantic import SentenceEncoder
from tei.model.alignment import Alignment
from tei.plugins import Registry

WORDS = [
    "Schiff bateau", "Hafen port", "Sturm tempête", "Kapitän capitaine", "Brief lettre", "König roi", "Tochter fille",
    "Pferd cheval", "Schnee neige", "Brücke pont", "Nacht nuit", "Feuer feu", "Garten jardin", "Apfel pomme", "Glocke cloche",
    "Bruder frère", "Markt marché", "Regen pluie", "Wald forêt", "Lied chanson",
]  # fmt: skip
GERMAN = [
    "Das Schiff verließ den Hafen im Sturm.",
    "Der Kapitän schrieb einen Brief an den König.",
    "Die Tochter ritt das Pferd durch den Schnee.",
    "Auf der Brücke brannte in der Nacht ein Feuer.",
    "Im Garten lag ein Apfel unter der Glocke.",
    "Der Bruder ging zum Markt.",
    "Es war Regen im Wald.",
    "Alle sangen ein Lied auf das Schiff.",
]
FRENCH = [
    "Le bateau quitta le port pendant la tempête.",
    "Le capitaine écrivit une lettre.",
    "Elle était pour le roi.",
    "La fille monta le cheval dans la neige.",
    "Sur le pont brûlait la nuit un feu.",
    "Le frère alla au marché, et il y avait de la pluie dans la forêt.",
    "Tous chantèrent une chanson pour le bateau.",
]


READ: list[str] = []


class Dictionary:
    """An encoder that knows twenty words of two languages, and counts what it is given to read."""

    name = "dictionary"
    languages = frozenset({"de", "fr"})

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        READ.extend(texts)
        found = [[any(word in text for word in pair.split()) for pair in WORDS] for text in texts]
        vectors = np.array(found, np.float32).reshape(-1, len(WORDS)) + 0.01
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(autouse=True)
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a package had the entry point `dictionary`."""
    encoders: Registry[SentenceEncoder] = Registry("none", {"absent": Dictionary, "dictionary": Dictionary})
    monkeypatch.setattr("tei.alignment.linking.semantic.ENCODERS", encoders)
    READ.clear()


def aligned(source: list[str], target: list[str]) -> Alignment:
    return align_segments(segments(source), segments(target), source_lang="de", target_lang="fr", backend="dictionary")


def test_an_encoder_of_another_package_links_by_meaning() -> None:
    found = aligned(GERMAN, FRENCH)
    assert found.backend == "semantic"
    assert [("".join(bead.source), "".join(bead.target)) for bead in found.beads] == [
        ("0", "0"), ("1", "12"), ("2", "3"), ("3", "4"), ("4", ""), ("56", "5"), ("7", "6"),
    ]  # fmt: skip


def test_windows_are_read_only_where_there_is_a_doubt() -> None:
    clear = GERMAN[:4]
    aligned(clear * 5, [FRENCH[0], "Le capitaine écrivit une lettre au roi.", *FRENCH[3:5]] * 5)
    joined = [text for text in READ if text.count(".") > 1]
    assert len(joined) < 5 * 8
    READ.clear()
    aligned(GERMAN, FRENCH)
    assert "Le capitaine écrivit une lettre. Elle était pour le roi." in READ


def test_a_window_is_the_sum_of_its_segments_until_it_is_read() -> None:
    reader = Reader(["Schiff", "Hafen Sturm", "Brief"], " ", Dictionary())
    guessed = reader.windows(0, 3, 2)
    read = reader.windows(0, 3, 2, {(0, 2)})
    assert [len(vectors) for vectors in guessed] == [3, 2]
    np.testing.assert_allclose(read[1][0], Dictionary().encode(["Schiff Hafen Sturm"])[0], atol=1e-6)
    np.testing.assert_allclose(read[1][1], guessed[1][1])
    assert np.abs(read[1][0] - guessed[1][0]).max() > 0.02


def test_a_short_text_leans_on_what_is_usual_in_long_ones() -> None:
    """Of two segments that are the same in two texts of one segment nothing is unusual by their own measure."""
    one = [np.ones((1, 4), np.float32) / 2]
    meaning = meaning_of((one, one), (one[0], one[0]), [(1, 1)])
    assert meaning.centred((1, 1))[0, 0] == pytest.approx(1 - (1 + 10 * 0.12) / 11)
    assert meaning.margin((1, 1))[0, 0] == pytest.approx(1)


def test_a_bead_is_judged_by_its_windows_without_their_outer_segments() -> None:
    source, target = parts([(4, 7, 1, 3)])
    assert source == set()
    assert target == {(7, 3), (7, 2), (8, 2)}
