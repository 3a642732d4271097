"""Sentences of an edition: where they are marked, what they cut, and how blocks follow from them."""

from alignment_factory import Writer, closer, dateline, edition, head, item, p, people, signed
from hypothesis import given
from hypothesis import strategies as st

from tei.alignment import align_edition
from tei.alignment.regions import Region, Sides, follow, regions
from tei.alignment.segmentation import segment, sentences_of, with_sentences
from tei.diagnostics import Report
from tei.languages import pack_for
from tei.model.alignment import Bead, Segment
from tei.model.document import Edition
from tei.model.inline import Date, Highlight, Inline, Name, Sentence, Text, marks_in, plain_text
from tei.model.span import Span

EN = pack_for("en")


def text(characters: str) -> Text:
    return Text(characters, Span("x", 0, len(characters)))


def links(made: Edition, level: str) -> set[tuple[str, str]]:
    return {
        (" ".join(bead.source), " ".join(bead.target))
        for alignment in made.alignments
        if alignment.level == level
        for bead in alignment.beads
    }


def aligned(**versions: list[Writer]) -> Edition:
    return align_edition(edition(original="", **versions), report=Report())


def test_a_sentence_ends_inside_no_name_and_no_date() -> None:
    content: tuple[Inline, ...] = (
        text("Met "),
        Name("orgName", (text("Bank Ltd. The Hague"),)),
        text(" here. On "),
        Date((text("May 3. In 1958"),), when="1958-05-03"),
        text(" too. End."),
    )
    found = [plain_text(content)[start:end] for start, end in sentences_of(content, EN)]
    assert found == ["Met Bank Ltd. The Hague here.", "On May 3. In 1958 too.", "End."]


def test_a_highlight_that_goes_over_a_border_is_parted_there() -> None:
    made = edition(en=[p("One. Two. Three.")])
    version = made.versions[0]
    block = next(version.blocks())
    leaf = block.content[0]
    assert isinstance(leaf, Text)
    pieces = [Text(leaf.text[i:j], Span("x", i, j)) for i, j in ((0, 2), (2, 12), (12, 16))]
    bold = type(block)(block.role, (pieces[0], Highlight("bold", (pieces[1],)), pieces[2]), block.span, block.id)
    marked = with_sentences(type(version)("en", "en", "", (bold,)), segment(type(version)("en", "en", "", (bold,))))
    content = next(marked.blocks()).content
    assert plain_text(content) == "One. Two. Three."
    assert [(start, end, type(mark).__name__) for start, end, mark in marks_in(content)] == [
        (0, 4, "Sentence"), (2, 4, "Highlight"), (5, 9, "Sentence"), (5, 9, "Highlight"),
        (10, 16, "Sentence"), (10, 12, "Highlight"),
    ]  # fmt: skip


def test_headings_signatures_and_people_are_not_divided() -> None:
    made = aligned(
        en=[
            head("Talks. Held"),
            p("One. Two."),
            people("Guests:", "Mr. A. Bb,", "Cc."),
            closer(dateline("X. 1958"), signed("A. B.")),
        ],
        zh=[
            head("会谈。记录"),
            p("一。二。"),
            people("客人：", "某甲，", "某乙。"),
            closer(dateline("某地。1958"), signed("某。")),
        ],
    )
    assert {segment.block_id for segment in made.segments} == {"en.p1", "en.p2", "zh.p1", "zh.p2"}


def test_an_edition_with_one_version_has_no_sentences() -> None:
    made = aligned(en=[p("One. Two.")])
    assert made.segments == ()
    assert not any(isinstance(node, Sentence) for block in made.versions[0].blocks() for node in block.content)


PARTS = (
    "The talks began on 3 May 1958.",
    "They dealt with 12 questions of trade.",
    "They ended on 9 June 1958 in Lisbon.",
)
ZH = ("会谈于1958年5月3日开始。", "会谈讨论了12个贸易问题。", "会谈于1958年6月9日在里斯本结束。")


def test_one_paragraph_here_is_three_there() -> None:
    made = aligned(en=[p(" ".join(PARTS))], zh=[p(part) for part in ZH])
    assert links(made, "block") == {("en.p1", "zh.p1 zh.p2 zh.p3")}
    assert links(made, "s") == {(f"en.p1.s{n}", f"zh.p{n}.s1") for n in (1, 2, 3)}


def test_paragraphs_divided_at_other_places_are_linked_by_their_sentences() -> None:
    made = aligned(en=[p(" ".join(PARTS[:2])), p(PARTS[2])], zh=[p(ZH[0]), p("".join(ZH[1:]))])
    assert links(made, "s") == {
        ("en.p1.s1", "zh.p1.s1"), ("en.p1.s2", "zh.p2.s1"), ("en.p2.s1", "zh.p2.s2"),
    }  # fmt: skip
    assert links(made, "block") == {("en.p1 en.p2", "zh.p1 zh.p2")}


def test_items_of_a_list_are_divided_and_linked() -> None:
    made = aligned(en=[item(" ".join(PARTS)), item("Nothing else.")], zh=[item("".join(ZH)), item("别无其他。")])
    assert ("en.item1.s3", "zh.item1.s3") in links(made, "s")
    assert links(made, "block") == {("en.item1", "zh.item1"), ("en.item2", "zh.item2")}


def test_regions_lie_between_sure_pairs() -> None:
    beads = [
        Bead(("a",), ("x",), 0.95), Bead(("b", "c"), ("y",), 0.99), Bead((), ("z",), 0.5), Bead(("d",), ("w",), 0.91),
    ]  # fmt: skip
    assert [(r.source, r.target, r.is_sure) for r in regions(beads)] == [
        (("a",), ("x",), True), (("b", "c"), ("y", "z"), False), (("d",), ("w",), True),
    ]  # fmt: skip
    assert [r.source for r in regions(beads, [("a", "y")])] == [("a", "b", "c"), ("d",)]


def test_a_stray_sentence_links_no_blocks() -> None:
    names = ("a1 a2 a3 a4 a5", "b1 b2 b3 b4", "x1 x2 x3 x4", "y1 y2 y3 y4 y5")
    units = {name: Segment(name, name[0], 0, 9, "x" * 9) for side in names for name in side.split()}
    sides = Sides(
        [unit for name, unit in units.items() if name[0] in "ab"],
        [unit for name, unit in units.items() if name[0] in "xy"],
        {name: name[0] for name in units},
    )
    pairs = [
        ("a1", "x1"),
        ("a2", "x2"),
        ("a3", "x3"),
        ("a4", "x4"),
        ("a5", "y1"),
        ("b1", "y2"),
        ("b2 b3", "y3"),
        ("b4", "y4 y5"),
    ]
    beads = [Bead(tuple(one.split()), tuple(other.split()), 0.9) for one, other in pairs]
    region = Region(("a", "b"), ("x", "y"), (Bead(("a", "b"), ("x", "y"), 0.4),))
    assert [(b.source, b.target, b.certainty) for b in follow(region, beads, sides)] == [
        (("a",), ("x",), 0.9), (("b",), ("y",), 0.9),
    ]  # fmt: skip


texts = st.text(alphabet="ab 字1.。!", min_size=1, max_size=30).filter(str.strip)
blocks = st.lists(st.one_of(st.builds(p, texts), st.builds(item, texts), st.builds(head, texts)), max_size=4)


@given(blocks, blocks)
def test_every_sentence_stands_in_one_bead_and_no_text_is_lost(english: list[Writer], chinese: list[Writer]) -> None:
    before = edition(en=english, zh=chinese)
    made = align_edition(before, report=Report())
    for version, original in zip(made.versions, before.versions, strict=True):
        assert [block.text for block in version.blocks()] == [block.text for block in original.blocks()]
    beads = [bead for alignment in made.alignments if alignment.level == "s" for bead in alignment.beads]
    held = [id_ for bead in beads for id_ in (*bead.source, *bead.target)]
    assert len(held) == len(set(held))
    marked = [
        node.id
        for version in made.versions
        for block in version.blocks()
        for node in block.content
        if isinstance(node, Sentence)
    ]
    assert marked == [each.id for each in made.segments]
    assert set(held) >= set(marked)
