"""The website: what is on its pages, what never is, and what a second build does."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from parallel import PARALLEL, document

from tei.publishers.reading import Block
from tei.publishers.site import Item, Site, build_site
from tei.publishers.site.render import safe_href
from tei.publishers.site.rows import rows_of
from tei.publishers.site.search import fold, pack_of

ROOT = Path(__file__).parents[2]


def page(data: bytes, tmp_path: Path, *, site: Site | None = None) -> html.HtmlElement:
    """The text page of a site of one edition."""
    build_site([Item("one", data)], tmp_path, site or Site())
    return html.parse(str(tmp_path / "editions/one.html"), html.HTMLParser(encoding="utf-8")).getroot()


def rows(tree: html.HtmlElement) -> list[list[str]]:
    """The text of each cell of each row; a gap is "–"."""
    found = tree.xpath(
        "//div[contains(@class, 'ui-row') and not(contains(@class, 'ui-heads')) and not(contains(@class, 'ui-rows'))]"
    )
    return [
        ["–" if "ui-gap" in cell.get("class") else " ".join(cell.text_content().split()) for cell in row]
        for row in found
    ]


def test_what_corresponds_stands_in_one_row_and_what_has_no_counterpart_beside_a_gap(tmp_path: Path) -> None:
    assert rows(page(PARALLEL, tmp_path)) == [
        ["Agreement on 3 August", "[p. 7]八月三日協定"],
        ["The envoy Chen Ming came. He left.", "使者陳明來訪访。他了走走了。"],
        ["Only the translation says this.*", "–"],
        ["One.Two.", "一。二。"],
        ["Chen Ming", "陳 明"],
    ]


def test_a_document_without_versions_is_one_column(tmp_path: Path) -> None:
    tree = page(document("<p>First.</p><div><head>Part</head><p>Second.</p></div>"), tmp_path)
    assert rows(tree) == [["First.PartSecond."]]
    assert tree.xpath("string(//h2[@class='head'])") == "Part"


def test_segments_that_correspond_have_one_number(tmp_path: Path) -> None:
    tree = page(PARALLEL, tmp_path)
    numbers = {each.get("id"): each.get("data-g") for each in tree.xpath("//*[@data-g]")}
    assert numbers["en.p1.s1"] == numbers["zh.p1.s1"] != numbers["en.p1.s2"]
    assert numbers["en.p3"] == numbers["en.p4"] == numbers["zh.p2"]
    assert "en.p2" not in numbers


def test_a_cell_says_its_language_and_direction(tmp_path: Path) -> None:
    body = '<div type="version" xml:id="{0}" xml:lang="{0}"><p xml:id="{0}.p1" corresp="#{1}.p1">x</p></div>'
    tree = page(document(body.format("ar", "en") + body.format("en", "ar")), tmp_path)
    cells = tree.xpath("//div[contains(@class, 'ui-cell') and @lang]")
    assert [(cell.get("lang"), cell.get("dir")) for cell in cells] == [("ar", "rtl"), ("en", "ltr")]


def test_an_element_that_the_table_does_not_know_is_shown(tmp_path: Path) -> None:
    tree = page(document("<p>A <distinct>rare</distinct> word</p><eTree><label>tree</label></eTree>"), tmp_path)
    assert [each.tag for each in tree.xpath("//*[@class='distinct' or @class='eTree']")] == ["span", "div"]
    assert rows(tree) == [["A rare wordtree"]]


def test_notes_stand_below_the_text_and_lead_back(tmp_path: Path) -> None:
    tree = page(PARALLEL, tmp_path)
    (mark,) = tree.xpath("//sup[@class='note']/a")
    (note,) = tree.xpath("//section[@class='ui-notes']//li")
    assert (mark.text, mark.get("href")) == ("*", f"#{note.get('id')}")
    assert (note.text, note.find("a").get("href")) == ("A remark.", f"#{mark.get('id')}")


def test_ids_are_unique_and_links_within_the_site_lead_somewhere(tmp_path: Path) -> None:
    editions = sorted((ROOT / "editions").glob("*.xml"))
    build_site([Item(path.stem, path.read_bytes()) for path in editions], tmp_path, Site())
    parser = html.HTMLParser(encoding="utf-8")
    trees = {path: html.parse(str(path), parser).getroot() for path in sorted(tmp_path.rglob("*.html"))}
    ids = {path: tree.xpath("//@id") for path, tree in trees.items()}
    assert len(trees) == 8 + 2 * len(editions)
    for path, tree in trees.items():
        assert len(set(ids[path])) == len(ids[path]), path
        for href in tree.xpath("//a/@href | //link/@href | //script/@src"):
            if "://" in href:
                continue
            address, _, fragment = unquote(href).partition("#")
            target = (path.parent / address).resolve() if address else path
            assert target.is_file(), (path, href)
            assert not fragment or fragment in ids[target.resolve() if address else path], (path, href)


def test_every_mention_of_a_person_is_linked_from_the_index(tmp_path: Path) -> None:
    page(PARALLEL, tmp_path)
    tree = html.parse(str(tmp_path / "persons.html"), html.HTMLParser(encoding="utf-8"))
    (entry,) = tree.xpath("//li[@id='person.chen']")
    assert entry.xpath("string(h2)") == "Chen Ming · 陳明"
    assert entry.xpath(".//a[@class='ui-at']/@href") == ["editions/one.html#en.p1.s1", "editions/one.html#zh.p1.s1"]


def test_a_citation_names_what_the_header_gives_and_nothing_else(tmp_path: Path) -> None:
    tree = page(PARALLEL, tmp_path, site=Site("Treaties", "https://example.org/t"))
    url = "https://example.org/t/editions/one.html"
    assert tree.xpath("string(//pre[@data-form='text'])") == (
        f"“Agreement” (1958-08-04). Treaties, Example Press, 2026, {url}."
    )
    item = json.loads(tree.xpath("string(//pre[@data-form='csl'])"))[0]
    assert (item["title"], item["URL"], item["original-date"]) == ("Agreement", url, {"date-parts": [[1958, 8, 4]]})
    assert "author" not in item
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == url
    data = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
    assert (data["@type"], data["dateCreated"], data["mentions"][0]["name"]) == (
        "CreativeWork",
        "1958-08-04",
        ["Chen Ming", "陳明"],
    )


HOSTILE = document(
    """<p xml:id="p1">&lt;script&gt;alert(1)&lt;/script&gt; <ref target="javascript:alert(2)">here</ref>
<persName ref="javascript:alert(3)">X</persName> <pb facs="javascript:alert(4)" n="&lt;img src=x onerror=alert(5)&gt;"/>
<graphic url="data:text/html,&lt;script&gt;alert(6)&lt;/script&gt;"/> <hi rend="x&quot; onmouseover=&quot;alert(7)">y</hi></p>""",
    title="&lt;/title&gt;&lt;script&gt;alert(8)&lt;/script&gt;",
)


def test_nothing_that_a_document_says_becomes_a_program(tmp_path: Path) -> None:
    page(HOSTILE, tmp_path, site=Site(title='<b onclick="alert(9)">'))
    parser = html.HTMLParser(encoding="utf-8")
    for path in tmp_path.rglob("*.html"):
        tree = html.parse(str(path), parser).getroot()
        assert {script.get("src", script.get("type")) for script in tree.iter("script")} <= {
            "../assets/edition.js", "assets/search.js", "search/manifest.js", "application/ld+json", "application/json",
        }  # fmt: skip
        attributes = [(name, value) for each in tree.iter(etree.Element) for name, value in each.attrib.items()]
        assert not [name for name, _ in attributes if name.startswith("on") or name == "style"], path
        assert not [value for _, value in attributes if value.strip().lower().startswith(("javascript:", "data:"))], (
            path
        )
        assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "//host/x", "http:", "x\ty"]
)
def test_only_addresses_on_the_web_are_links(target: str) -> None:
    assert safe_href(target) == ""
    assert safe_href("https://example.org/a?b#c") == "https://example.org/a?b#c"


def listing(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_build_makes_only_what_changed_and_ends_at_the_same_bytes(tmp_path: Path) -> None:
    first = [Item("one", PARALLEL), Item("two", document("<p>Old.</p>"))]
    second = [Item("one", PARALLEL), Item("two", document("<p>New.</p>"))]
    build_site(first, tmp_path / "site", Site())
    again = build_site(first, tmp_path / "site", Site())
    assert (again.written, again.removed, again.rendered) == (0, 0, 0)
    changed = build_site(second, tmp_path / "site", Site())
    assert changed.rendered == 1
    build_site(second, tmp_path / "fresh", Site())
    assert listing(tmp_path / "site") == listing(tmp_path / "fresh")


def test_pages_of_an_edition_that_is_gone_are_removed_and_the_files_of_others_never(tmp_path: Path) -> None:
    build_site([Item("one", PARALLEL), Item("two", document("<p>Two.</p>"))], tmp_path, Site())
    (tmp_path / "CNAME").write_text("example.org")
    removed = build_site([Item("one", PARALLEL)], tmp_path, Site())
    assert (removed.removed, (tmp_path / "editions/two.html").exists(), (tmp_path / "CNAME").exists()) == (
        3,
        False,
        True,
    )


def test_a_state_that_is_damaged_or_names_files_elsewhere_harms_nothing(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("keep")
    site = tmp_path / "site"
    build_site([Item("one", PARALLEL)], site, Site())
    head, *_ = (site / ".tei-site.json").read_text(encoding="utf-8").splitlines()
    evil = json.loads(head) | {"files": ["../outside.txt", str(outside)]}
    (site / ".tei-site.json").write_text(f"{json.dumps(evil)}\n[3]\n", encoding="utf-8")
    assert build_site([Item("one", PARALLEL)], site, Site()).rendered == 1
    assert outside.read_text() == "keep"


def test_a_large_collection_has_a_filter_that_leads_to_the_right_packs(tmp_path: Path) -> None:
    items = [Item(f"n{number}", document(f"<p>same words {number} 北京</p>")) for number in range(400)]
    build_site([*items, Item("odd", document("<p>quixotic</p>"))], tmp_path, Site())
    (start,) = re.findall(r"start\((.*)\)", (tmp_path / "search/manifest.js").read_text())
    manifest = json.loads(start)
    assert manifest == {"packs": list(range(16)), "shards": 64}
    shard = (tmp_path / f"search/filter-{ord('q') % 64}.js").read_text(encoding="utf-8")
    pairs = json.loads(shard[shard.index(",") + 1 : shard.rindex(")")])
    assert pairs["qu"] == str(pack_of("odd", 16))
    shard = (tmp_path / f"search/filter-{ord('北') % 64}.js").read_text(encoding="utf-8")
    assert json.loads(shard[shard.index(",") + 1 : shard.rindex(")")])["北京"] == "0-15"


def test_letter_spaced_names_and_accents_are_folded() -> None:
    assert fold("周 恩 来") == "周恩来"
    assert fold("Communiqué  ON") == "communique on"
    assert fold("Ｎｏ．１") == "no.1"


@given(st.lists(st.lists(st.integers(0, 3), max_size=6), min_size=2, max_size=3))
def test_rows_hold_every_block_once_in_order_and_no_link_leaves_its_row(shape: list[list[int]]) -> None:
    """Each number names a group of corresponding blocks; 0 is none."""
    groups: dict[str, int] = {}
    versions = []
    for version, numbers in enumerate(shape):
        blocks = []
        for index, number in enumerate(numbers):
            name = f"v{version}.p{index}"
            blocks.append(Block(etree.Element("p", {"{http://www.w3.org/XML/1998/namespace}id": name}), 0))
            groups |= {name: number} if number else {}
        versions.append(blocks)
    made = rows_of(versions, groups)
    for version, blocks in enumerate(versions):
        assert [block for row in made for block in row[version]] == blocks
    numbers_of = [
        {groups.get(f"v{v}.p{versions[v].index(block)}", 0) for v, cell in enumerate(row) for block in cell} - {0}
        for row in made
    ]
    for index, numbers in enumerate(numbers_of):
        assert not any(numbers & other for other in numbers_of[index + 1 :]) or not _linked(shape, numbers)


def _linked(shape: list[list[int]], numbers: set[int]) -> bool:
    """Whether a group is in more than one version: only such a one holds a row together."""
    return any(sum(number in version for version in shape) > 1 for number in numbers)


def test_what_stands_in_no_version_goes_over_all_columns(tmp_path: Path) -> None:
    version = '<div type="version" xml:id="{0}" xml:lang="{0}"><p xml:id="{0}.p1" corresp="#{1}.p1">{2}</p></div>'
    body = (
        f"<p>Before.</p>{version.format('en', 'fr', 'One.')}<pb n='2'/>{version.format('fr', 'en', 'Un.')}<p>After.</p>"
    )
    assert rows(page(document(body), tmp_path)) == [["Before."], ["One.", "Un."], ["[p. 2]After."]]


def test_headings_leave_out_no_level(tmp_path: Path) -> None:
    body = "<div><div><head>Deep</head><p>A.</p></div><head>Later</head><div><head>Below</head></div></div>"
    tree = page(document(body), tmp_path)
    assert [(each.tag, each.text) for each in tree.xpath("//div[contains(@class, 'ui-row')]//*[@class='head']")] == [
        ("h2", "Deep"),
        ("h2", "Later"),
        ("h3", "Below"),
    ]


def test_sender_and_recipient_stand_above_the_text(tmp_path: Path) -> None:
    letter = """<correspDesc><correspAction type="sent"><roleName>The Consul</roleName> <persName>Chen Ming</persName>
    <placeName>Exampleton</placeName> <date when="1958-08-04"/></correspAction>
    <correspAction type="received"><orgName>the Ministry</orgName></correspAction></correspDesc></profileDesc>"""
    data = document("<p>Sir.</p>").replace(b"</profileDesc>", letter.encode())
    facts = page(data, tmp_path).xpath("//p[@class='ui-facts']/span/text()")
    assert facts[-2:] == ["from The Consul, Chen Ming", "to the Ministry"]


def test_language_codes_of_three_letters_are_those_that_browsers_know(tmp_path: Path) -> None:
    tree = page(document('<p xml:lang="lat">Pax.</p><p xml:lang="ara">سلام</p>'), tmp_path)
    assert [(p.get("lang"), p.get("dir")) for p in tree.xpath("//p[@class='p']")] == [("la", "ltr"), ("ar", "rtl")]


def test_a_name_without_words_is_no_link(tmp_path: Path) -> None:
    place = '<standOff><listPlace><place xml:id="x"><placeName>X</placeName></place></listPlace></standOff>'
    tree = page(document('<p><country ref="#x"/>A <country ref="#x">land</country></p>', stand_off=place), tmp_path)
    assert [link.text for link in tree.xpath("//a[contains(@class, 'country')]")] == ["land"]


def test_a_date_without_figures_is_said_in_figures_too(tmp_path: Path) -> None:
    data = document("<p>A.</p>").replace(b">1958-08-04</date></creation>", ">一九五八年</date></creation>".encode())
    assert page(data, tmp_path).xpath("//p[@class='ui-facts']/span/text()")[0] == "一九五八年 (1958-08-04)"


def test_a_page_break_leads_to_its_picture_by_address_or_through_the_facsimile(tmp_path: Path) -> None:
    picture = "https://example.org/2.jpg"
    facsimile = f'<facsimile><surface xml:id="f2"><graphic url="{picture}"/></surface></facsimile>'
    body = f'<p>A<pb n="1" facs="{picture}"/>B<pb n="2" facs="#f2"/>C<pb n="3" facs="#f3"/></p>'
    tree = page(document(body, stand_off=facsimile), tmp_path)
    found = [(each.tag, each.get("href")) for each in tree.xpath("//*[@class='pb']")]
    assert found == [("a", picture), ("a", picture), ("span", None)]
