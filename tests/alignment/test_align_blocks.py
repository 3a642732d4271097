"""`align_edition` on editions built by hand: which units are linked, and what the editor is told."""

import pytest
from alignment_factory import (
    Writer,
    article,
    closer,
    dateline,
    edition,
    group,
    head,
    item,
    p,
    people,
    signed,
)
from hypothesis import given
from hypothesis import strategies as st

from tei.alignment import align_edition
from tei.alignment.outline import unit_ids
from tei.diagnostics import Report
from tei.errors import Bug
from tei.model.document import Edition, Wrapper

EN = ["word " * n for n in (40, 22, 60, 31, 45)]
ZH = ["字" * round(len(text) / 4) for text in EN]


def links(made: Edition, level: str = "block") -> set[tuple[str, str]]:
    return {
        (" ".join(bead.source), " ".join(bead.target))
        for alignment in made.alignments
        if alignment.level == level
        for bead in alignment.beads
    }


def aligned(made: Edition) -> tuple[Edition, list[tuple[str, str]]]:
    """The edition aligned, and the findings as rule and xml:id."""
    report = Report()
    made = align_edition(made, report=report)
    return made, [(found.rule.id, found.location.xml_id) for found in report]


def paragraphs(texts: list[str]) -> list[Writer]:
    return [p(text) for text in texts]


def test_the_original_is_the_source_whatever_the_order() -> None:
    made, _ = aligned(edition(original="zh", en=paragraphs(EN), zh=paragraphs(ZH)))
    assert {(alignment.source_id, alignment.target_id) for alignment in made.alignments} == {("zh", "en")}
    assert ("zh.p1", "en.p1") in links(made)


def test_the_first_version_is_the_source_where_no_original_is_known() -> None:
    made, _ = aligned(edition(en=paragraphs(EN), zh=paragraphs(ZH)))
    assert links(made, "div") == {("en", "zh")}


def test_every_other_version_is_aligned_with_the_original() -> None:
    made, _ = aligned(edition(original="fr", en=paragraphs(EN), fr=paragraphs(EN), zh=paragraphs(ZH)))
    assert links(made, "div") == {("fr", "en"), ("fr", "zh")}
    assert {("fr.p5", "en.p5"), ("fr.p5", "zh.p5")} <= links(made)


@pytest.mark.parametrize("versions", [{}, {"en": [p("One.")]}])
def test_fewer_than_two_versions_have_no_alignment(versions: dict[str, list[Writer]]) -> None:
    made, found = aligned(edition(**versions))
    assert made.alignments == ()
    assert found == []


def communique(dateline_first: bool) -> tuple[list[Writer], list[Writer]]:
    place, other_place = (
        dateline("August 3, 1958, in Beijing", when="1958-08-03"),
        dateline("一九五八年八月三日于北京", when="1958-08-03"),
    )
    names = signed("Chairman of the Central Committee\nA. Name"), signed("First Secretary\nN. Other")
    other_names = signed("中央委员会主席\n某某"), signed("第一书记\n另一人")
    english: list[Writer] = [
        head("Communiqué on the Talks"),
        p(EN[0]),
        people("On one side:", "Premier, Aaa Bbb,", "Vice Premier, Ccc Ddd,", "Minister, Eee Fff,", "Secretary, Ggg."),
        people("On the other:", "Minister, Hhh,", "Acting Minister, Iii,", "Member, Jjj."),
        p(EN[2]),
        closer(*((place, *names) if dateline_first else (*names, place))),
    ]
    chinese: list[Writer] = [
        head("会谈公报"),
        p(ZH[0]),
        people("一方：", "总理某甲，", "副总理某乙丙，", "部长某丁，", "书记某戊。"),
        people("另一方：", "部长某己，", "代理部长某庚，", "委员某辛。"),
        p(ZH[2]),
        closer(*other_names, other_place),
    ]
    return english, chinese


@pytest.mark.parametrize("dateline_first", [True, False])
def test_a_communique_is_linked_unit_by_unit_wherever_its_dateline_stands(dateline_first: bool) -> None:
    english, chinese = communique(dateline_first)
    made, found = aligned(edition(original="zh", en=english, zh=chinese))
    names = [
        *("head1", "p1", "p2", "list1", "list1.item1", "list1.item2", "list1.item3", "list1.item4"),
        *("p3", "list2", "list2.item1", "list2.item2", "list2.item3", "p4"),
        *("closer1", "signed1", "signed2", "dateline1"),
    ]
    assert links(made) == {(f"zh.{name}", f"en.{name}") for name in names}
    assert found == []


def test_a_dateline_in_an_opener_is_linked_with_one_in_a_closer() -> None:
    made, _ = aligned(
        edition(
            en=[group(Wrapper.OPENER, dateline("Beijing, 3 August")), *paragraphs(EN)],
            zh=[*paragraphs(ZH), closer(dateline("八月三日于北京"))],
        )
    )
    assert ("en.dateline1", "zh.dateline1") in links(made)
    assert {("en.opener1", ""), ("", "zh.closer1")} <= links(made)


def test_a_merged_paragraph_is_linked_with_both_that_it_holds() -> None:
    made, found = aligned(edition(en=paragraphs(EN), zh=paragraphs([ZH[0], ZH[1] + ZH[2], ZH[3], ZH[4]])))
    assert ("en.p2 en.p3", "zh.p2") in links(made)
    assert [rule for rule, _ in found if rule == "AL001"] == []


def test_an_omitted_paragraph_is_reported_where_it_stands() -> None:
    report = Report()
    made = align_edition(edition(en=paragraphs(EN), zh=paragraphs([*ZH[:2], *ZH[3:]])), report=report)
    assert ("en.p3", "") in links(made)
    (found,) = [found for found in report if found.rule.id == "AL001"]
    assert (found.location.line, found.location.column, found.location.xml_id) == (3, 1, "en.p3")
    assert "p en.p3 has no counterpart in version zh: “word word" in found.message
    assert found.help


def test_a_list_that_the_other_version_has_as_a_sentence_is_linked_with_it() -> None:
    made, found = aligned(
        edition(
            en=[p(EN[0]), people("The guests were:", "Aaa Bbb,", "Ccc Ddd."), p(EN[2])],
            zh=[p(ZH[0]), p("客人是某甲、某乙。"), p(ZH[2])],
        )
    )
    assert {("en.p2", "zh.p2"), ("en.list1", ""), ("en.list1.item1", ""), ("en.list1.item2", "")} <= links(made)
    assert ("en.p2.s1 en.list1.item1 en.list1.item2", "zh.p2.s1") in links(made, "s")
    assert [where for rule, where in found if rule == "AL001"] == []


def test_a_missing_list_is_reported_once_not_item_by_item() -> None:
    made, found = aligned(
        edition(
            en=[p(EN[0]), people(EN[1] + "1958: ", "Aaa Bbb " * 9, "Ccc Ddd " * 9), p(EN[2])],
            zh=[p(ZH[0]), p(ZH[1] + "1958。"), p(ZH[2])],
        )
    )
    assert {("en.p2", "zh.p2"), ("en.list1", "")} <= links(made)
    assert ("en.p2.s1", "zh.p2.s1") in links(made, "s")
    assert [where for rule, where in found if rule == "AL001"] == ["en.list1.item1"]


def test_different_numbers_of_signatures_are_one_finding() -> None:
    made, found = aligned(
        edition(
            en=[*paragraphs(EN), closer(signed("Chairman\nA. Name"), signed("Secretary\nN. Other"))],
            zh=[*paragraphs(ZH), closer(signed("主席\n某某"))],
        )
    )
    assert ("AL003", "en.signed1") in found
    assert "AL001" not in [rule for rule, _ in found]
    assert len([link for link in links(made) if "signed" in link[0] and "signed" in link[1]]) == 1


def test_signatures_in_another_order_are_linked_by_the_names_they_share() -> None:
    made, _ = aligned(
        edition(
            en=[*paragraphs(EN), closer(signed("For France\nMaurice Schumann"), signed("For Denmark\nPoul Hartling"))],
            fr=[*paragraphs(EN), closer(signed("Danemark\nPoul Hartling"), signed("France\nMaurice Schumann"))],
        )
    )
    assert {("en.signed1", "fr.signed2"), ("en.signed2", "fr.signed1")} <= links(made)


def test_a_doubtful_link_is_reported_with_both_openings() -> None:
    report = Report()
    align_edition(edition(en=paragraphs(["word " * 10] * 4), zh=paragraphs(["字" * 12] * 3)), report=report)
    doubtful = [found for found in report if found.rule.id == "AL002"]
    assert doubtful
    assert "“word" in doubtful[0].message
    assert "“字" in doubtful[0].message
    assert doubtful[0].related[0].xml_id.startswith("zh.p")


def test_articles_are_linked_by_number_and_their_paragraphs_within_them() -> None:
    texts = dict(zip("1234", EN, strict=False))
    made, _ = aligned(
        edition(
            en=[head("Treaty"), *(article(n, head(f"Article {n}"), p(text)) for n, text in texts.items())],
            fr=[head("Traité"), *(article(n, head(f"Article {n}"), p(text)) for n, text in texts.items() if n != "2")],
        )
    )
    assert {("en.div1", "fr.div1"), ("en.div2", ""), ("en.div3", "fr.div2"), ("en.div4", "fr.div3")} <= links(
        made, "div"
    )
    assert {("en.head4", "fr.head3"), ("en.p3", "fr.p2"), ("en.p2", "")} <= links(made)


def test_a_missing_division_is_one_finding() -> None:
    _, found = aligned(
        edition(
            en=[article(n, head(f"Article {n}"), p(text)) for n, text in zip("1234", EN, strict=False)],
            fr=[article(n, head(f"Article {n}"), p(text)) for n, text in zip("134", [EN[0], *EN[2:]], strict=False)],
        )
    )
    assert found == [("AL001", "en.head2")]


def test_divisions_in_one_version_only_are_looked_through() -> None:
    made, found = aligned(
        edition(en=[article("1", *paragraphs(EN[:3])), article("2", *paragraphs(EN[3:]))], zh=paragraphs(ZH))
    )
    assert {(f"en.p{n}", f"zh.p{n}") for n in range(1, 6)} <= links(made)
    assert links(made, "div") == {("en", "zh"), ("en.div1", ""), ("en.div2", "")}
    assert found == []


def test_versions_that_do_not_correspond_are_said_so_once_and_nothing_is_linked() -> None:
    report = Report()
    made = align_edition(edition(en=[p("word " * 400)], zh=[p("字")]), report=report)
    assert links(made, "div") == {("en", ""), ("", "zh")}
    assert all(not (left and right) for left, right in links(made))
    assert [found.rule.id for found in report] == ["AL001"]
    assert "do not correspond" in next(iter(report)).message


def test_ids_that_are_missing_or_shared_are_our_bug() -> None:
    made = edition(en=[p("One.")], zh=[p("一。")])
    twice = Edition(made.id, made.source, made.header, (made.versions[0], made.versions[0]))
    with pytest.raises(Bug, match=r"'en', 'en\.p1'"):
        align_edition(twice, report=Report())


@st.composite
def contents(draw: st.DrawFn) -> list[Writer]:
    text = st.text(alphabet="ab 字1.", min_size=1, max_size=30)
    leaf = st.one_of(
        *(st.builds(make, text) for make in (head, p, item, dateline, signed)),
        st.builds(lambda first, names: people(first, *names), text, st.lists(text, max_size=3)),
        st.builds(lambda place, name: closer(dateline(place), signed(name)), text, text),
    )
    whole = st.lists(leaf, max_size=5)
    return draw(st.lists(st.one_of(leaf, st.builds(lambda n, inner: article(n, *inner), text, whole)), max_size=6))


@given(contents(), contents())
def test_every_id_stands_in_one_bead_and_beads_are_in_the_order_of_the_source(
    english: list[Writer], chinese: list[Writer]
) -> None:
    made, _ = aligned(edition(en=english, zh=chinese))
    beads = next(alignment.beads for alignment in made.alignments if alignment.level == "block")
    source, target = ([*unit_ids(version.content)] for version in made.versions)
    assert sorted(id_ for bead in beads for id_ in bead.source) == sorted(source)
    assert sorted(id_ for bead in beads for id_ in bead.target) == sorted(target)
    firsts = [source.index(bead.source[0]) for bead in beads if bead.source]
    assert firsts == sorted(firsts)
    assert aligned(edition(en=english, zh=chinese))[0].alignments == made.alignments
