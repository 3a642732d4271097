"""`align` on plain units: laws that hold for all texts, and small cases with one right answer."""

import math
import random
import time

import numpy as np
import pytest
from alignment_factory import segments
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.alignment import AlignSettings, align
from tei.alignment.costs import BeadCost, length_cost
from tei.alignment.features import features_of
from tei.alignment.length import measure_ratio
from tei.model.alignment import Bead

TEXTS = st.lists(st.text(alphabet="ab 12，。字 1958\n", max_size=40), max_size=9)


def shapes(beads: tuple[Bead, ...]) -> list[str]:
    return [bead.category for bead in beads]


def pairs(beads: tuple[Bead, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def words(number: int, letter: str = "a") -> str:
    return " ".join([letter * 5] * number) + "."


@given(TEXTS, TEXTS)
def test_beads_cover_every_unit_once_and_in_order(source: list[str], target: list[str]) -> None:
    beads = align(segments(source), segments(target))
    assert [id_ for bead in beads for id_ in bead.source] == [str(number) for number in range(len(source))]
    assert [id_ for bead in beads for id_ in bead.target] == [str(number) for number in range(len(target))]
    assert all(0 <= bead.certainty <= 1 for bead in beads)


@given(TEXTS)
def test_identical_texts_align_one_to_one(texts: list[str]) -> None:
    assert shapes(align(segments(texts), segments(texts))) == ["1-1"] * len(texts)


@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_beads(source: list[str], target: list[str]) -> None:
    assert align(segments(source), segments(target)) == align(segments(source), segments(target))


@given(TEXTS, TEXTS)
@settings(max_examples=50)
def test_swapping_the_sides_gives_an_alignment_as_good(source: list[str], target: list[str]) -> None:
    """Not always the same one: of several that cost the same one is taken."""
    assert total(source, target, swap=True) == pytest.approx(total(source, target, swap=False))


def total(source: list[str], target: list[str], *, swap: bool) -> float:
    """The cost, from source to target, of the alignment that is found in one direction or the other."""
    ratio = measure_ratio(source, target)
    priors = {shape: prior for shape, prior in AlignSettings().priors.items() if max(shape) < 8 and 0 not in shape}
    priors |= {(1, 0): 0.01, (0, 1): 0.01}
    here = AlignSettings(priors=priors, ratio=ratio)
    cost = BeadCost([features_of(u) for u in segments(source)], [features_of(u) for u in segments(target)], ratio, here)
    if swap:
        there = AlignSettings(priors=priors, ratio=1 / ratio)
        beads = [(b.target, b.source) for b in align(segments(target), segments(source), settings=there)]
    else:
        beads = [(b.source, b.target) for b in align(segments(source), segments(target), settings=here)]
    i = j = 0
    costs = []
    for left, right in beads:
        costs += cost((len(left), len(right)), np.array([i]), np.array([j])).tolist()
        i, j = i + len(left), j + len(right)
    return sum(costs)


@pytest.mark.parametrize("texts", [[], ["a"], ["a", "b", "c"]])
def test_units_facing_nothing_stand_alone(texts: list[str]) -> None:
    assert shapes(align(segments(texts), [])) == ["1-0"] * len(texts)
    assert shapes(align([], segments(texts))) == ["0-1"] * len(texts)


PARAGRAPHS = [words(n) for n in (40, 22, 60, 31, 45, 18, 70, 26)]


def test_two_paragraphs_merged_into_one_are_a_2_1_bead() -> None:
    merged = [*PARAGRAPHS[:2], PARAGRAPHS[2] + " " + PARAGRAPHS[3], *PARAGRAPHS[4:]]
    beads = align(segments(PARAGRAPHS), segments(merged))
    assert (("2", "3"), ("2",)) in pairs(beads)
    assert shapes(beads).count("1-1") == 6


def test_a_paragraph_split_in_three_is_a_1_3_bead() -> None:
    split = [*PARAGRAPHS[:6], words(20), words(28), words(22), PARAGRAPHS[7]]
    assert (("6",), ("6", "7", "8")) in pairs(align(segments(PARAGRAPHS), segments(split)))


@pytest.mark.parametrize("missing", [0, 2, 6])
def test_an_omitted_paragraph_stands_alone(missing: int) -> None:
    rest = PARAGRAPHS[:missing] + PARAGRAPHS[missing + 1 :]
    beads = align(segments(PARAGRAPHS), segments(rest))
    assert ((str(missing),), ()) in pairs(beads)
    assert shapes(beads).count("1-1") == 7


def test_a_long_omission_is_not_papered_over_with_merges() -> None:
    sizes = [random.Random(number).randint(15, 120) for number in range(60)]
    source = [words(size) for size in sizes]
    target = [words(size) for size in (*sizes[:20], *sizes[35:])]
    beads = align(segments(source), segments(target))
    alone = [int(bead.source[0]) for bead in beads if not bead.target]
    assert len(set(alone) & set(range(20, 35))) >= 12
    single = [(int(bead.source[0]), int(bead.target[0])) for bead in beads if bead.category == "1-1"]
    assert len(single) >= 43
    assert all(right == (left if left < 20 else left - 15) for left, right in single)


def test_chinese_and_english_are_measured_against_each_other() -> None:
    chinese = ["字" * n + "。" for n in (60, 33, 90, 46)]
    english = ["letters " * n for n in (27, 15, 41, 21)]
    assert shapes(align(segments(chinese), segments(english))) == ["1-1"] * 4


def test_shared_numbers_decide_where_lengths_cannot() -> None:
    source = [words(10) + f" {number}" for number in (111, 222, 333, 444)]
    target = [words(10, "b") + f" {number}" for number in (111, 333, 444)]
    assert pairs(align(segments(source), segments(target)))[1] == (("1",), ())


def test_a_number_that_conflicts_makes_a_link_less_certain() -> None:
    source = [words(10), words(14) + " 1958", words(8)]
    same, other = [*source], [source[0], words(14) + " 1921", source[2]]
    certainty = [align(segments(source), segments(target))[1].certainty for target in (same, other)]
    assert certainty[0] > certainty[1]


def test_a_paragraph_is_not_linked_with_one_a_hundred_times_as_long() -> None:
    assert sorted(shapes(align(segments([words(2)]), segments([words(200, "b")])))) == ["0-1", "1-0"]


def test_certainty_is_high_where_the_answer_is_plain_and_low_where_it_is_not() -> None:
    plain = align(segments(PARAGRAPHS), segments(PARAGRAPHS))
    assert min(bead.certainty for bead in plain) > 0.9
    even = [words(10)] * 6
    doubtful = align(segments(even), segments(even[1:]))
    assert min(bead.certainty for bead in doubtful) < 0.6


def test_length_costs_are_the_same_from_either_side() -> None:
    source, target = np.array([10, 100, 0]), np.array([33, 250, 5])
    assert length_cost(source, target, 3**0.5) == pytest.approx(length_cost(target, source, 3**-0.5))


def test_the_ratio_stays_within_what_the_scripts_allow() -> None:
    assert measure_ratio(["字" * 100] * 1000, ["a" * 330] * 1000) == pytest.approx(3.3, rel=0.01)
    assert measure_ratio(["字" * 100] * 4, ["a" * 480] * 4) == pytest.approx(math.sqrt(3 * 4.8))
    assert measure_ratio(["字" * 100] * 1000, ["a" * 3000] * 1000) == pytest.approx(6.0)
    assert measure_ratio(["a"], [""]) == pytest.approx(1.0)


def test_two_thousand_paragraphs_a_side_take_seconds() -> None:
    sizes = [random.Random(number).randint(5, 60) for number in range(2000)]
    source = [words(size) for size in sizes]
    target = [words(size + size // 5, "b") for size in sizes]
    del target[1200:1220]
    begun = time.process_time()
    beads = align(segments(source), segments(target))
    assert time.process_time() - begun < 30
    single = [(int(bead.source[0]), int(bead.target[0])) for bead in beads if bead.category == "1-1"]
    assert sum(right == (left if left < 1200 else left - 20) for left, right in single) > 1970
