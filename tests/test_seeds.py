"""What the editions of the two seeds must show: facts read from the sources, checked on the TEI that is built."""

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from tei.config import load_config
from tei.diagnostics import Diagnostic, Report
from tei.names import TEI_NS, XML_ID, XML_LANG
from tei.pipeline import build
from tei.plugins import TeiFile
from tei.validators.fidelity import FidelityValidator

_EDITIONS = Path(__file__).parents[1] / "editions"
_NS = {"t": TEI_NS}


class Seed(NamedTuple):
    """A seed's edition, and what was found on the way to it."""

    source: Path
    xml: bytes
    root: etree._Element
    findings: list[Diagnostic]

    def all(self, path: str, of: etree._Element | None = None) -> list[etree._Element]:
        return list((self.root if of is None else of).iterfind(path, namespaces=_NS))

    def one(self, path: str, of: etree._Element | None = None) -> etree._Element:
        found = self.all(path, of)
        assert len(found) == 1, f"{len(found)} elements for {path}"
        return found[0]

    def by_id(self, identity: str) -> etree._Element:
        found = [element for element in self.root.iter(etree.Element) if element.get(XML_ID) == identity]
        assert len(found) == 1, f"{len(found)} elements called {identity}"
        return found[0]

    def version(self, identity: str) -> etree._Element:
        return self.one(f".//t:body/t:div[@{{http://www.w3.org/XML/1998/namespace}}id='{identity}']")


def _seed(name: str) -> Seed:
    source = _EDITIONS / "sources" / name
    report = Report()
    xml = build(source, load_config(_EDITIONS / "tei.toml"), report=report).xml
    return Seed(source, xml, etree.fromstring(xml), list(report))


@pytest.fixture(scope="module")
def communique() -> Seed:
    return _seed("000_6560fbd3ee40b5f5.txt")


@pytest.fixture(scope="module")
def statement() -> Seed:
    return _seed("004_843fc0540ea5e076.txt")


def text_of(element: etree._Element) -> str:
    """What was received, white space folded: without the editor's `reg` and `corr`."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in (f"{{{TEI_NS}}}reg", f"{{{TEI_NS}}}corr"):
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def folded(element: etree._Element) -> str:
    return " ".join(text_of(element).split())


def offices(element: etree._Element) -> list[str]:
    return [folded(role) for role in element.iterfind("t:roleName", namespaces=_NS) if role.get("type") != "honorific"]


def honorifics(element: etree._Element) -> list[str]:
    return [folded(role) for role in element.iterfind("t:roleName", namespaces=_NS) if role.get("type") == "honorific"]


def names(element: etree._Element) -> list[str]:
    return [folded(name) for name in element.iterfind("t:persName", namespaces=_NS)]


def person(element: etree._Element) -> tuple[list[str], list[str], list[str]]:
    """Name, offices and honorifics of an item or a signature."""
    return names(element), offices(element), honorifics(element)


def pointer(element: etree._Element, name: str = "corresp") -> str:
    return str(element.get(name, ""))


# --- the bilingual communiqué ---------------------------------------------------------------------------------------


def test_communique_has_two_versions_and_the_chinese_is_the_original(communique: Seed) -> None:
    versions = communique.all(".//t:body/t:div[@type='version']")
    found = [(v.get(XML_ID), v.get(XML_LANG), v.get("subtype")) for v in versions]
    assert found == [("en", "en", "translation"), ("zh", "zh-Hans", "original")]


def test_communique_has_a_main_title_in_both_languages(communique: Seed) -> None:
    titles = communique.all(".//t:titleStmt/t:title[@type='main']")
    english, chinese = "Communiqué on Talks Between Mao Zedong and Khrushchev", "毛泽东和赫鲁晓夫会谈公报"
    assert [(title.get(XML_LANG), title.text) for title in titles] == [("en", english), ("zh-Hans", chinese)]
    assert [folded(head) for head in communique.all(".//t:body//t:head")] == [english, chinese]


def test_communique_was_published_on_the_day_and_page_that_its_metadata_give(communique: Seed) -> None:
    printed = communique.one(".//t:sourceDesc/t:bibl[@type='newspaper']")
    assert communique.one("t:date", printed).get("when") == "1958-08-04"
    assert communique.one("t:biblScope[@unit='page']", printed).get("n") == "1"


def test_communique_has_no_author_since_the_line_is_empty(communique: Seed) -> None:
    assert communique.all(".//t:author") == []


def test_communique_was_made_in_beijing_on_the_day_of_its_dateline(communique: Seed) -> None:
    creation = communique.one(".//t:profileDesc/t:creation")
    assert communique.one("t:date", creation).get("when") == "1958-08-03"
    assert pointer(communique.one("t:placeName", creation), "ref") == "#place.beijing"
    for version in ("en", "zh"):
        line = communique.one(".//t:closer/t:dateline", communique.version(version))
        assert communique.one("t:date", line).get("when") == "1958-08-03"
        assert pointer(communique.one("t:placeName", line), "ref") == "#place.beijing"


PARTICIPANTS_EN = [
    [
        (["Zhou Enlai"], ["Premier of the State Council"], []),
        (["Peng Dehuai"], ["Vice Premier of the State Council", "Minister of National Defense"], ["Marshal"]),
        (["Chen Yi"], ["Vice Premier of the State Council", "Minister of Foreign Affairs"], []),
        (["Wang Jiaxiang"], ["Secretary of the Secretariat of the CPC Central Committee"], []),
    ],
    [
        (["R. Ya. Malinovsky"], ["Minister of Defense of the Soviet Union"], ["Marshal"]),
        (["V.V. Kuznetsov"], ["Acting Minister of Foreign Affairs of the Soviet Union"], []),
        (["B.N. Ponomarev"], ["Member of the Central Committee of the Communist Party of the Soviet Union"], []),
    ],
]
PARTICIPANTS_ZH = [
    [
        (["周恩来"], ["国务院总理"], []),
        (["彭德怀"], ["国务院副总理", "国防部长"], ["元帅"]),
        (["陈毅"], ["国务院副总理", "外交部长"], []),
        (["王稼祥"], ["中共中央书记处书记"], []),
    ],
    [
        (["罗·雅·马利诺夫斯基"], ["苏联国防部长"], ["元帅"]),
        (["瓦·瓦·库兹涅佐夫"], ["苏联代理外交部长"], []),
        (["鲍·尼·波诺马烈夫"], ["苏联共产党中央委员"], []),
    ],
]


@pytest.mark.parametrize(("version", "expected"), [("en", PARTICIPANTS_EN), ("zh", PARTICIPANTS_ZH)])
def test_communique_tells_the_offices_of_its_participants_from_their_names(
    communique: Seed, version: str, expected: list[list[tuple[list[str], list[str], list[str]]]]
) -> None:
    lists = communique.all(".//t:list[@type='participants']", communique.version(version))
    assert [[person(item) for item in communique.all("t:item", one)] for one in lists] == expected


def test_communique_joins_each_participant_across_the_versions(communique: Seed) -> None:
    for english, chinese in zip(
        communique.all(".//t:item/t:persName", communique.version("en")),
        communique.all(".//t:item/t:persName", communique.version("zh")),
        strict=True,
    ):
        assert pointer(english, "ref") == pointer(chinese, "ref") != ""


SIGNED = {
    "en": [
        (
            ["Mao Zedong"],
            [
                "Chairman of the Central Committee of the Communist Party of China",
                "Chairman of the People’s Republic of China",
            ],
            [],
        ),
        (
            ["N.S. Khrushchev"],
            [
                "First Secretary of the Central Committee of the Communist Party of the Soviet Union",
                "Chairman of the Council of Ministers of the Soviet Union",
            ],
            [],
        ),
    ],
    "zh": [
        (["毛泽东"], ["中国共产党中央委员会主席", "中华人民共和国主席"], []),
        (["尼·谢·赫鲁晓夫"], ["苏联共产党中央委员会第一书记", "苏联部长会议主席"], []),
    ],
}


@pytest.mark.parametrize("version", ["en", "zh"])
def test_communique_has_two_signatories_with_two_offices_each(communique: Seed, version: str) -> None:
    signed = communique.all(".//t:closer/t:signed", communique.version(version))
    assert [person(one) for one in signed] == SIGNED[version]
    assert [len(communique.all("t:lb", one)) for one in signed] == [2, 2]


def test_communique_gives_the_span_of_the_visit_in_both_versions(communique: Seed) -> None:
    for version, printed in (("en", "July 31 to August 3, 1958"), ("zh", "1958年7月31日到8月3日")):
        date = communique.one("t:p[1]/t:s/t:date", communique.version(version))
        assert (date.get("from"), date.get("to"), folded(date)) == ("1958-07-31", "1958-08-03", printed)


def test_communique_has_18_paragraphs_in_each_version(communique: Seed) -> None:
    for version in ("en", "zh"):
        assert len(communique.all(".//t:p", communique.version(version))) == 18


@pytest.mark.parametrize(
    "kind", [".", ".//t:head", ".//t:p", ".//t:list", ".//t:item", ".//t:closer", ".//t:signed", ".//t:dateline"]
)
def test_communique_links_every_part_both_ways_in_order(communique: Seed, kind: str) -> None:
    english = communique.all(kind, communique.version("en"))
    chinese = communique.all(kind, communique.version("zh"))
    assert len(english) == len(chinese) > 0
    for one, other in zip(english, chinese, strict=True):
        assert pointer(one) == f"#{other.get(XML_ID)}"
        assert pointer(other) == f"#{one.get(XML_ID)}"


def test_communique_repeats_its_links_in_stand_off_original_first(communique: Seed) -> None:
    targets = {link.get("target") for link in communique.all(".//t:standOff/t:linkGrp[@type='alignment']/t:link")}
    linked = [
        element
        for element in communique.version("zh").iter(etree.Element)
        if element.get(XML_ID) and element.get("corresp")
    ]
    assert targets == {f"#{element.get(XML_ID)} {pointer(element)}" for element in linked}
    assert communique.all(".//t:linkGrp[@type='unaligned']") == []


def test_communique_knows_the_short_and_the_full_form_of_a_name_as_one_person(communique: Seed) -> None:
    chinese = {
        text_of(name): pointer(name, "ref") for name in communique.all(".//t:persName", communique.version("zh"))
    }
    english = {
        text_of(name): pointer(name, "ref") for name in communique.all(".//t:persName", communique.version("en"))
    }
    one = {chinese["赫鲁晓夫"], chinese["尼·谢·赫鲁晓夫"], english["Khrushchev"], english["N.S. Khrushchev"]}
    assert len(one) == 1
    entry = communique.by_id(one.pop().removeprefix("#"))
    spellings = {(name.get(XML_LANG), name.text) for name in communique.all("t:persName", entry)}
    assert spellings == {
        ("en", "Khrushchev"),
        ("en", "N.S. Khrushchev"),
        ("zh-Hans", "赫鲁晓夫"),
        ("zh-Hans", "尼·谢·赫鲁晓夫"),
    }


def test_communique_has_one_entry_for_each_of_its_nine_people(communique: Seed) -> None:
    roles = [entry.get("role") for entry in communique.all(".//t:standOff/t:listPerson/t:person")]
    assert sorted(map(str, roles)) == ["participant"] * 7 + ["signatory"] * 2


def test_communique_sets_aside_the_running_title_once(communique: Seed) -> None:
    assert [note.text for note in communique.all(".//t:note[@type='source-repeated-title']")] == [
        "毛泽东和赫鲁晓夫会谈公报"
    ]


def test_communique_is_built_without_a_finding(communique: Seed) -> None:
    assert [(finding.rule.id, finding.message) for finding in communique.findings] == []


def test_communique_links_every_sentence_both_ways(communique: Seed) -> None:
    """The English text parts four sentences of the Chinese original in two."""
    pairs = {
        (str(s.get(XML_ID)), pointer(s).replace("#", ""))
        for version in ("zh", "en")
        for s in communique.all(".//t:s", communique.version(version))
    }
    split = {"zh.p6.s2": "en.p6.s2 en.p6.s3", "zh.p11.s2": "en.p11.s2 en.p11.s3", "zh.p14.s4": "en.p14.s4 en.p14.s5"}
    split["zh.p16.s1"] = "en.p16.s1 en.p16.s2"
    assert [(one, other) for one, other in sorted(pairs) if " " in other] == sorted(split.items())
    for one, others in pairs:
        assert others, f"{one} has no counterpart"
        for other in others.split():
            assert any(other == here and one in there.split() for here, there in pairs)


def test_communique_names_who_answers_for_its_links(communique: Seed) -> None:
    assert {pointer(group, "resp") for group in communique.all(".//t:linkGrp[@type='alignment']")} == {"#aligner"}
    assert communique.by_id("aligner").findtext("t:resp", None, _NS) == "automatic alignment of the versions"


# --- the joint statement --------------------------------------------------------------------------------------------


def test_statement_has_one_version(statement: Seed) -> None:
    versions = statement.all(".//t:body/t:div")
    assert [(v.get(XML_ID), v.get(XML_LANG)) for v in versions] == [("zh", "zh-Hans")]


def test_statement_has_its_title_without_the_space_of_the_broken_line(statement: Seed) -> None:
    title = "中华人民共和国政府和朝鮮民主主义人民共和国政府联合声明"
    assert statement.one(".//t:titleStmt/t:title[@type='main']").text == title
    head = statement.one(".//t:body//t:head")
    assert text_of(head) == title
    assert [break_.get("break") for break_ in head.iter(f"{{{TEI_NS}}}lb")] == ["no"]


def test_statement_rejoins_both_paragraphs_that_a_page_break_cut(statement: Seed) -> None:
    broken = {}
    for paragraph in statement.all(".//t:body//t:p"):
        breaks = statement.all(".//t:lb", paragraph)
        if breaks:
            assert [break_.get("break") for break_ in breaks] == ["no"]
            broken[text_of(paragraph)[:6]] = text_of(paragraph)
    assert list(broken) == ["双方极其滿意", "朝鲜人民在朝"]
    assert "世界各国共产党和工人党在莫斯科" in broken["双方极其滿意"]
    assert broken["双方极其滿意"].endswith("友好合作而共同奋斗。")
    assert "对于朝鲜人民的劳动热情" in broken["朝鲜人民在朝"]
    assert broken["朝鲜人民在朝"].endswith("热烈的贊揚。")


def test_statement_has_18_paragraphs(statement: Seed) -> None:
    assert len(statement.all(".//t:body//t:p")) == 18


CHINA = [
    (["周恩来"], ["中华人民共和国国务院总理"], []),
    (["彭德怀"], ["国务院副总理", "国防部长"], []),
    (["贺龙"], ["国务院副总理"], []),
    (["陈毅"], ["国务院副总理", "外交部长"], []),
    (["张闻天"], ["外交部副部长"], []),
    (["曾涌泉"], ["外交部副部长"], []),
    (["乔晓光"], ["中华人民共和国驻朝鮮民主主义人民共和国特命全权大使"], []),
]
KOREA = [
    (["金日成"], ["朝鮮民主主义人民共和国内阁首相"], []),
    (["朴正爱"], ["朝鮮劳动党中央委员会副委员长"], []),
    (["南日"], ["内阁副首相", "外务相"], []),
    (["金光侠"], ["民族保卫相"], []),
    (["李一卿"], ["教育文化相"], []),
    (["李永镐"], ["朝鮮民主主义人民共和国驻中华人民共和国特命全权大使"], []),
]


def test_statement_lists_seven_participants_of_china_and_six_of_korea_in_running_text(statement: Seed) -> None:
    lists = statement.all(".//t:list[@type='participants']")
    assert [one.get("rend") for one in lists] == ["inline", "inline"]
    assert [[person(item) for item in statement.all("t:item", one)] for one in lists] == [CHINA, KOREA]


def test_statement_gives_both_spans_of_the_visit(statement: Seed) -> None:
    spans = [(date.get("from"), date.get("to")) for date in statement.all(".//t:body//t:p[1]/t:date")]
    assert spans == [("1958-11-21", "1958-11-28"), ("1958-12-02", "1958-12-10")]


def test_statement_has_its_dateline_before_the_signatures(statement: Seed) -> None:
    closer = statement.one(".//t:closer")
    assert [etree.QName(child).localname for child in closer] == ["dateline", "signed", "signed"]
    line = statement.one("t:dateline", closer)
    assert statement.one("t:date", line).get("when") == "1958-12-08"
    assert [text_of(place) for place in statement.all("t:placeName", line)] == ["北京"]


def test_statement_has_two_signatories_with_party_office_name_and_mark(statement: Seed) -> None:
    found = []
    for signed in statement.all(".//t:closer/t:signed"):
        party, role, name = (statement.one(f"t:{tag}", signed) for tag in ("orgName", "roleName", "persName"))
        assert {party.get("rend"), role.get("rend"), name.get("rend")} == {"letterspaced"}
        mark = statement.one("t:note[@type='signature-mark']", signed)
        found.append((party.get("key"), role.get("key"), folded(name), name.get("key"), mark.text))
        assert len(statement.all("t:lb", signed)) == 3
    assert found == [
        ("中华人民共和国", "国务院总理", "周 恩 来", "周恩来", "(签字)"),
        ("朝鮮民主主义人民共和国", "內閣首相", "金 日 成", "金日成", "(签字)"),
    ]


def test_statement_has_signatories_who_are_participants_too(statement: Seed) -> None:
    signed = [pointer(name, "ref") for name in statement.all(".//t:signed/t:persName")]
    items = statement.all(".//t:item/t:persName")
    assert signed == [pointer(items[0], "ref"), pointer(items[7], "ref")]
    assert [statement.by_id(ref[1:]).get("role") for ref in signed] == ["participant signatory"] * 2


def test_statement_regularizes_mixed_glyphs_beside_what_is_printed(statement: Seed) -> None:
    choices = statement.all(".//t:choice[t:orig]")
    pairs = {(str(c.findtext("t:orig", None, _NS)), str(c.findtext("t:reg", None, _NS))) for c in choices}
    assert {
        ("談", "谈"),
        ("問題", "问题"),
        ("誠摯", "诚挚"),
        ("繼續", "继续"),
        ("贊揚", "赞扬"),
        ("貢獻", "贡献"),
    } <= pairs
    assert [pair for pair in pairs if len(pair[0]) != len(pair[1]) or pair[0] == pair[1]] == []
    assert "鲜血" not in "".join(text_of(p) for p in statement.all(".//t:body//t:p"))  # printed: 鮮血


def test_statement_flags_the_stray_english_word_and_proposes_the_chinese_one(statement: Seed) -> None:
    choice = statement.one(".//t:choice[t:sic]")
    assert statement.one("t:sic", choice).text.strip() == "and"
    correction = statement.one("t:corr", choice)
    assert correction.text == "和"
    assert correction.get("cert") in {"high", "medium"}
    assert text_of(choice.getparent()).replace(" ", "").find("要求美国and参加联合国軍") > 0


def test_statement_has_a_warning_that_the_dateline_lies_before_the_end_of_the_visit(statement: Seed) -> None:
    (conflict,) = [finding for finding in statement.findings if finding.rule.id == "AN001"]
    place = conflict.location
    assert (Path(place.file).name, place.line, place.column) == (statement.source.name, 45, 1)
    assert "1958-12-08" in conflict.message
    assert "1958-12-10" in conflict.message
    assert [related.line for related in conflict.related] == [5]


def test_statement_has_no_other_warning_than_the_date_and_the_stray_word(statement: Seed) -> None:
    warnings = [finding.rule.id for finding in statement.findings if finding.severity.value != "info"]
    assert sorted(warnings) == ["AN001", "AN002"]


# --- both -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["communique", "statement"])
def test_every_pointer_of_a_seed_resolves_and_every_id_is_unique(name: str, request: pytest.FixtureRequest) -> None:
    seed: Seed = request.getfixturevalue(name)
    ids = [str(element.get(XML_ID)) for element in seed.root.iter(etree.Element) if element.get(XML_ID)]
    assert len(ids) == len(set(ids)) > 40
    for element in seed.root.iter(etree.Element):
        for attribute in ("ref", "corresp", "target", "resp", "who"):
            for target in str(element.get(attribute, "")).split():
                assert not target.startswith("#") or target[1:] in ids


@pytest.mark.parametrize("name", ["communique", "statement"])
def test_a_seed_keeps_every_character_of_its_source(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    seed: Seed = request.getfixturevalue(name)
    document = TeiFile(str(tmp_path / "edition.xml"), seed.xml, seed.root.getroottree(), seed.source)
    assert [finding.message for finding in FidelityValidator().check(document)] == []


@pytest.mark.parametrize("name", ["communique", "statement"])
def test_a_seed_names_nothing_that_begins_with_a_particle(name: str, request: pytest.FixtureRequest) -> None:
    """了 in 访问了北京 belongs to the verb."""
    seed: Seed = request.getfixturevalue(name)
    places = {text_of(place) for place in seed.all(".//t:text//t:placeName")}
    assert [place for place in places if place[0] in "了的和在"] == []
    assert "北京" in places or "Beijing" in places
