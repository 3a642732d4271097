"""Files that hold the versions of one edition: found by their names or named in tei.toml, one edition of them all."""

from pathlib import Path

import pytest
from lxml import etree

from tei.batch.convert import convert
from tei.batch.plan import plan
from tei.batch.versions import language_tag
from tei.names import TEI_NS

ENGLISH = """On Fishing

The boats of both towns shall fish in the bay from March to June, and no net shall be set at night.

Each town shall send two men to count the boats, and they shall meet on the quay at noon.
"""
CHINESE = """标题：论捕鱼

论捕鱼

两镇的船只自三月至六月在海湾内捕鱼，夜间不得下网。

每镇派两人清点船只，于正午在码头会面。
"""
DUTCH = """Over de visserij

De boten van de beide steden mogen van maart tot juni in de baai vissen, en des nachts mag geen net worden gezet.

Elke stad zendt twee mannen om de boten te tellen, en zij komen op de middag op de kade bijeen.
"""


def converted(folder: Path, *names: str) -> tuple[dict[str, etree._Element], list[str]]:
    """The editions of the sources by name, and everything found: the rule, the file and the message."""
    out = folder / "out"
    planned = plan([str(folder / name) for name in names or ("",)], out)
    outcomes = list(convert(planned.jobs))
    found = [*planned.findings, *(finding for outcome in outcomes for finding in outcome.findings)]
    said = [f"{f.rule.id} {Path(f.location.file).name}:{f.location.line} {f.message}" for f in found]
    return {path.stem: etree.parse(path).getroot() for path in sorted(out.glob("*.xml"))}, said


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces={"t": TEI_NS})
    assert isinstance(found, list)
    return [str(each) for each in found]


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_files_whose_names_differ_in_the_language_are_one_edition(tmp_path: Path) -> None:
    put(tmp_path, fishing__en__txt=ENGLISH, fishing__zh__md=CHINESE)
    editions, said = converted(tmp_path)
    assert list(editions) == ["fishing"]
    root = editions["fishing"]
    assert texts(root, "//t:div[@type='version']/@xml:lang") == ["en", "zh-Hans"]
    assert texts(root, "//t:bibl[@type='file']/t:idno[@type='filename']/text()") == ["fishing.en.txt", "fishing.zh.md"]
    assert texts(root, "//t:linkGrp[@subtype='block']/t:link/@target")[:2] == ["#en.head1 #zh.head1", "#en.p1 #zh.p1"]
    assert [each for each in said if "ST006" not in each] == []  # fidelity holds over both files


def test_two_editions_that_are_versions_of_each_other_are_merged(tmp_path: Path) -> None:
    put(tmp_path, one__txt=ENGLISH, other__txt=CHINESE)
    converted(tmp_path)
    (tmp_path / "out/one.xml").rename(tmp_path / "fishing.en.xml")
    (tmp_path / "out/other.xml").rename(tmp_path / "fishing.zh.xml")
    editions, said = converted(tmp_path, "fishing.en.xml", "fishing.zh.xml")
    assert texts(editions["fishing"], "//t:div[@type='version']/@xml:lang") == ["en", "zh-Hans"]
    assert texts(editions["fishing"], "//t:titleStmt/t:title/text()") == ["On Fishing", "论捕鱼"]
    assert texts(editions["fishing"], "//t:div/t:p/@corresp") == ["#zh.p1", "#zh.p2", "#en.p1", "#en.p2"]
    assert [each for each in said if "ST006" not in each] == []


def test_what_is_set_aside_is_counted_in_its_own_file(tmp_path: Path) -> None:
    put(tmp_path, fishing__en__txt=ENGLISH, fishing__zh__txt=CHINESE)
    editions, _ = converted(tmp_path)
    notes = editions["fishing"].xpath("//t:bibl[@type='file'][2]/t:note[@n]", namespaces={"t": TEI_NS})
    assert isinstance(notes, list)
    for note in notes:
        start, end = map(int, note.get("n").split("-"))
        assert CHINESE[start:end] == note.text


def test_messages_name_the_file_and_its_own_line(tmp_path: Path) -> None:
    late = CHINESE + "\n公元1958年13月45日\n"
    put(tmp_path, fishing__en__txt=ENGLISH, fishing__zh__txt=late)
    _, said = converted(tmp_path)
    lines = [each for each in said if "fishing.zh.txt" in each]
    assert all(int(each.split(":")[1].split()[0]) <= len(late.splitlines()) for each in lines)


def test_three_files_can_be_one_edition_and_tei_toml_can_name_them(tmp_path: Path) -> None:
    put(tmp_path, one__txt=ENGLISH, two__txt=CHINESE, three__txt=DUTCH)
    (tmp_path / "tei.toml").write_text(
        '[[editions]]\nid = "fish"\nsources = ["two.txt", "one.txt", "three.txt"]\noriginal = "zh"\n', encoding="utf-8"
    )
    editions, said = converted(tmp_path)
    assert list(editions) == ["fish"]
    assert texts(editions["fish"], "//t:div[@type='version']/@xml:id") == ["zh", "en", "nl"]
    assert texts(editions["fish"], "//t:div[@type='version']/@subtype") == ["original", "translation", "translation"]
    assert [each for each in said if not each.startswith(("AL", "ST"))] == []


def test_one_file_of_an_edition_brings_the_others(tmp_path: Path) -> None:
    put(tmp_path, one__txt=ENGLISH, two__txt=CHINESE)
    (tmp_path / "tei.toml").write_text(
        '[[editions]]\nid = "fish"\nsources = ["one.txt", "two.txt"]\n', encoding="utf-8"
    )
    editions, _ = converted(tmp_path, "two.txt")
    assert list(editions) == ["fish"]


def test_a_text_in_another_language_than_its_name_says_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, fishing__en__txt=ENGLISH, fishing__zh__txt=DUTCH)
    editions, said = converted(tmp_path)
    assert editions == {}
    assert said == ["CF005 fishing.zh.txt:0 the text should be in zh, and is in nl"]


def test_two_files_of_one_language_are_an_error(tmp_path: Path) -> None:
    put(tmp_path, fishing__en__txt=ENGLISH, fishing__en__md=ENGLISH, fishing__zh__txt=CHINESE)
    editions, said = converted(tmp_path)
    assert editions == {}
    assert [each.split()[0] for each in said] == ["CF005", "CF005"]


def test_a_file_that_tei_toml_names_must_be_there(tmp_path: Path) -> None:
    put(tmp_path, one__txt=ENGLISH)
    (tmp_path / "tei.toml").write_text(
        '[[editions]]\nid = "fish"\nsources = ["one.txt", "two.txt"]\n', encoding="utf-8"
    )
    editions, said = converted(tmp_path)
    assert editions == {}
    assert said == [
        "CF005 two.txt:0 the edition fish should have a version in this file, which is not there; it was not written"
    ]


def test_one_file_alone_is_a_source_as_any_other(tmp_path: Path) -> None:
    put(tmp_path, fishing__en__txt=ENGLISH)
    assert list(converted(tmp_path)[0]) == ["fishing.en"]


def test_a_sidecar_of_the_edition_is_followed(tmp_path: Path) -> None:
    put(tmp_path, fishing__en__txt=ENGLISH, fishing__zh__txt=CHINESE)
    (tmp_path / "fishing.toml").write_text(
        'by = "kim"\n[[people]]\nid = "kim"\nname = "Kim"\nresp = "edition"\n[[version]]\nfound = "zh"\nrole = "original"\n'
        '[[name]]\ntext = "码头"\ntag = "place"\n',
        encoding="utf-8",
    )
    root = converted(tmp_path)[0]["fishing"]
    assert texts(root, "//t:div[@xml:id='zh']/@subtype") == ["original"]
    assert texts(root, "//t:text//t:placeName[@resp='#kim']/text()") == ["码头"]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("a.en.txt", "en"),
        ("a.zh-Hant.md", "zh-Hant"),
        ("a.b.txt", ""),
        ("a.v2.txt", ""),
        ("en.txt", ""),
        ("a.xx.txt", ""),
    ],
)
def test_the_tag_in_a_name_is_that_of_a_known_language(name: str, tag: str) -> None:
    assert language_tag(Path(name)) == tag
