"""Ladders: what is written is read again, what is wrong is said, and an editor's links outlive the next alignment."""

import pytest
from alignment_factory import edition, p
from hypothesis import given
from hypothesis import strategies as st

from tei.alignment import HandLinks, align_edition
from tei.alignment.ladder import Quoted, Rung, read_ladder, write_ladder
from tei.diagnostics import Report
from tei.errors import UsageError
from tei.model.alignment import Bead

words = st.text("ab 中。.", max_size=12).map(lambda text: " ".join(text.split()))
pieces = st.builds(Quoted, st.integers(1, 10**6).map(lambda n: f"en.p1.s{n}"), words)
rungs = st.lists(
    st.builds(
        lambda source, target, by: Rung(tuple(source), tuple(target), by=by),
        st.lists(pieces, max_size=3),
        st.lists(pieces, max_size=3),
        st.sampled_from(["", "editor"]),
    ).filter(lambda rung: rung.source or rung.target),
    max_size=4,
).filter(
    lambda made: len({q.id for r in made for q in r.source + r.target}) == sum(len(r.source + r.target) for r in made)
)


@given(rungs)
def test_what_is_written_is_read_again(made: list[Rung]) -> None:
    read = read_ladder(write_ladder(made), "x.tsv")
    assert [(rung.source, rung.target, rung.by) for rung in read] == [(r.source, r.target, r.by) for r in made]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[en.p1.s1] One.\n", 1, "1 columns"),
        ("# head\n\n[en.p1.s1] One.\tUne.\n", 3, "has no id"),
        ("[en.p1.s1] A.\t[fr.p1.s1] A.\n[en.p1.s1] A.\t[fr.p1.s2] B.\n", 2, "stands here and in row 1"),
    ],
)
def test_a_row_that_is_none_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(UsageError, match=words) as fault:
        read_ladder(text, "x.tsv")
    assert (fault.value.file, fault.value.line) == ("x.tsv", line)


SOURCE = "The talks began on 3 May. They were long. They were good. They ended on 9 May."
TARGET = "会谈于5月3日开始。很长。很好。于5月9日结束。"


def linked(hand: HandLinks) -> tuple[tuple[Bead, ...], Report]:
    report = Report()
    made = align_edition(edition(en=[p(SOURCE)], zh=[p(TARGET)]), hand=hand, report=report)
    return next(alignment.beads for alignment in made.alignments if alignment.level == "s"), report


def rung(source: str, target: str) -> Rung:
    sentences = {"s2": "They were long.", "s3": "They were good.", "t2": "很长。", "t3": "很好。"}
    left, right = (
        tuple(Quoted(f"{lang}.p1.s{name[1]}", sentences[name]) for name in side.split())
        for lang, side in (("en", source), ("zh", target))
    )
    return Rung(left, right, by="editor", decided=True)


def test_a_decided_link_stays_and_the_rest_is_aligned_around_it() -> None:
    beads, report = linked(HandLinks("x.tsv", (rung("s2 s3", "t2"),)))
    assert Bead(("en.p1.s2", "en.p1.s3"), ("zh.p1.s2",), 1.0, "editor") in beads
    assert {(bead.source, bead.target) for bead in beads} >= {(("en.p1.s1",), ("zh.p1.s1",))}
    assert [id_ for bead in beads for id_ in bead.source] == [f"en.p1.s{n}" for n in (1, 2, 3, 4)]
    assert [found.rule.id for found in report if found.rule.id == "AL007"] == []


def test_a_sentence_that_the_editor_leaves_alone_stays_alone() -> None:
    beads, _ = linked(HandLinks("x.tsv", (rung("s2", ""),)))
    assert Bead(("en.p1.s2",), (), 1.0, "editor") in beads


def test_links_in_any_order_cover_every_sentence_once() -> None:
    beads, _ = linked(HandLinks("x.tsv", (rung("s2", "t3"), rung("s3", "t2"))))
    assert sorted(id_ for bead in beads for id_ in bead.source) == [f"en.p1.s{n}" for n in (1, 2, 3, 4)]
    assert sorted(id_ for bead in beads for id_ in bead.target) == [f"zh.p1.s{n}" for n in (1, 2, 3, 4)]
    assert {(("en.p1.s2",), ("zh.p1.s3",)), (("en.p1.s3",), ("zh.p1.s2",))} <= {(b.source, b.target) for b in beads}


def test_a_sentence_that_moved_is_known_by_its_text() -> None:
    moved = Rung((Quoted("en.p7.s9", "They were  long."),), (Quoted("zh.p1.s2", "很长。"),), by="editor")
    beads, report = linked(HandLinks("x.tsv", (moved,)))
    assert Bead(("en.p1.s2",), ("zh.p1.s2",), 1.0, "editor") in beads
    assert "AL007" not in [found.rule.id for found in report]
