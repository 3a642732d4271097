"""`--split`: each document in a source is an edition of its own, and between them they have all of it."""

from itertools import pairwise
from pathlib import Path

from lxml import etree

from tei.batch.convert import convert
from tei.batch.plan import plan
from tei.model.white_space import ink
from tei.names import TEI_NS

LETTERS = (Path(__file__).parents[1] / "negative/ST008/breaks/letters.md").read_text(encoding="utf-8")


def split(folder: Path, text: str) -> tuple[dict[str, etree._Element], list[str]]:
    """The editions of a source by name, and the rules and messages of what was found."""
    (folder / "letters.md").write_text(text, encoding="utf-8")
    outcomes = list(convert(plan([str(folder / "letters.md")], folder / "out", split=True).jobs))
    said = [f"{f.rule.id} {f.message}" for outcome in outcomes for f in outcome.findings]
    return {path.stem: etree.parse(path).getroot() for path in sorted((folder / "out").glob("*.xml"))}, said


def found(root: etree._Element, path: str) -> list[str]:
    values = root.xpath(path, namespaces={"t": TEI_NS})
    assert isinstance(values, list)
    return [str(value) for value in values]


def ranges(root: etree._Element) -> list[tuple[int, int]]:
    (value,) = found(root, "//t:biblScope[@unit='character']/@n")
    return [(int(a), int(b)) for a, b in (pair.split("-") for pair in value.split())]


def test_each_document_is_an_edition_with_its_own_title_date_and_ids(tmp_path: Path) -> None:
    editions, said = split(tmp_path, LETTERS)
    assert list(editions) == ["letters-1", "letters-2"]  # sound: fidelity holds for each
    one, two = editions.values()
    assert found(one, "//t:titleStmt/t:title/text()") == ["A Letter on the Ferry"]
    assert found(two, "//t:titleStmt/t:title/text()") == ["The Answer of the Board"]
    assert found(two, "//t:creation/t:date/@when") == ["1862-03-09"]
    assert found(two, "//t:signed/t:persName//text()") == ["William Hale"]
    assert found(two, "/t:TEI/@xml:id") == ["letters-2"]
    assert found(two, "(//t:div[@type='version']//t:p/@xml:id)[1]") == ["en.p1"]
    assert any(
        each.startswith("ST008 the source holds 2 documents, each an edition: letters-1, letters-2") for each in said
    )


def test_letters_are_told_from_each_other_without_markup(tmp_path: Path) -> None:
    editions, _ = split(tmp_path, LETTERS.replace("# ", ""))
    titles = [found(root, "//t:titleStmt/t:title/text()") for root in editions.values()]
    assert titles == [["A Letter on the Ferry"], ["The Answer of the Board"]]


def test_the_parts_are_the_whole_source(tmp_path: Path) -> None:
    editions, _ = split(tmp_path, LETTERS)
    borders = sorted(pair for root in editions.values() for pair in ranges(root))
    assert borders[0][0] == 0
    assert borders[-1][1] == len(LETTERS)
    assert all(one[1] == other[0] for one, other in pairwise(borders))
    texts = [str(root.xpath("string(//t:text)", namespaces={"t": TEI_NS})) for root in editions.values()]
    assert ink("".join(texts)) == ink(LETTERS.replace("#", ""))


def test_what_is_lost_of_a_part_is_found(tmp_path: Path) -> None:
    from tei.batch.check import check
    from tei.validators.xmlfile import parse_tei

    split(tmp_path, LETTERS)
    data = (tmp_path / "out" / "letters-2.xml").read_bytes().replace(b"light the harbour", b"light the")
    report = check(parse_tei(data, "letters-2.xml", source=tmp_path / "letters.md"), ("edition",))
    assert [f.message for f in report.findings if f.rule.id == "FD001"] == [
        "7 characters of the source missing from the text: “harbour”"
    ]


def test_a_source_of_one_document_is_one_edition(tmp_path: Path) -> None:
    editions, said = split(tmp_path, LETTERS.split("# The Answer of the Board")[0])
    assert list(editions) == ["letters"]
    assert not any(each.startswith("ST008") for each in said)


def test_a_sidecar_holds_in_the_part_that_it_is_about(tmp_path: Path) -> None:
    (tmp_path / "letters.toml").write_text(
        'by = "kim"\n[[people]]\nid = "kim"\nname = "Kim"\nresp = "edition"\n'
        '[[date]]\ntext = "the fifth"\nwhen = 1862-03-05\n[[name]]\ntext = "Board"\ntag = "org"\n',
        encoding="utf-8",
    )
    editions, said = split(tmp_path, LETTERS)
    assert found(editions["letters-2"], "//t:date[@resp='#kim']/text()") == ["the fifth"]
    assert found(editions["letters-1"], "//t:text//*[@resp='#kim']") == []
    assert not any(each.startswith("CF004") for each in said)
