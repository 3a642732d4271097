"""An edition's links in an editor's hand: written, corrected, kept beside the source, followed by the next conversion."""

from pathlib import Path

import pytest
from lxml import etree

from tei.batch.links import apply_ladder, ladder_of
from tei.config import load_config
from tei.diagnostics import Report
from tei.errors import UsageError
from tei.names import TEI_NS
from tei.pipeline import build

SETTINGS = '[collection]\ndate = "2026-11-22"\n[[people]]\nid = "editor"\nname = "A. Editor"\nresp = "alignment"\n'
TEXT = """Communiqué on Talks

The two sides held 14 talks in Beijing on August 3, 1958. They were long. They agreed on all 12 questions.

Original:

会谈公报

双方于1958年8月3日在北京举行了14次会谈。会谈很长。他们就12个问题取得了一致意见。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "talks.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "tei.toml").write_text(SETTINGS, encoding="utf-8")
    convert(tmp_path)
    return tmp_path


def convert(folder: Path) -> etree._Element:
    built = build(folder / "sources" / "talks.txt", load_config(folder / "tei.toml"), report=Report())
    (folder / "talks.xml").write_bytes(built.xml)
    return etree.fromstring(built.xml)


def links(root: etree._Element) -> list[tuple[str | None, str | None, str | None]]:
    group = root.find(f".//{{{TEI_NS}}}linkGrp[@subtype='s']")
    assert group is not None
    return [(link.get("target"), link.get("resp"), link.get("cert")) for link in group]


def test_a_ladder_has_the_original_first_and_each_sentence_once(folder: Path) -> None:
    rows = [row for row in ladder_of(folder / "talks.xml").splitlines() if not row.startswith("#")]
    assert [row.split("\t")[0].partition("]")[0] for row in rows] == ["[zh.p1.s1", "[zh.p1.s2", "[zh.p1.s3"]
    assert rows[1].split("\t")[1] == "[en.p1.s2] They were long."


def test_what_was_corrected_is_kept_and_followed_and_the_editor_answers_for_it(folder: Path) -> None:
    rows = [row for row in ladder_of(folder / "talks.xml").splitlines() if not row.startswith("#")]
    pairs = [(row.split("\t")[0], row.split("\t")[1]) for row in rows]
    wrong = folder / "corrected.tsv"
    corrected = [(f"{pairs[0][0]} {pairs[1][0]}", f"{pairs[0][1]} {pairs[1][1]}"), pairs[2]]
    wrong.write_text("".join(f"{one}\t{other}\n" for one, other in corrected), encoding="utf-8")
    kept = apply_ladder(folder / "talks.xml", wrong)
    assert kept == folder / "sources" / "talks.links.tsv"
    assert "zh.p1.s3" not in kept.read_text(encoding="utf-8")
    found = links(convert(folder))
    assert found[0] == ("#zh.p1.s1 #zh.p1.s2 #en.p1.s1 #en.p1.s2", "#editor", None)
    assert found[1][:2] == ("#zh.p1.s3 #en.p1.s3", None)
    again = folder / "again.tsv"
    again.write_text(ladder_of(folder / "talks.xml"), encoding="utf-8")
    assert apply_ladder(folder / "talks.xml", again).read_text(encoding="utf-8").count("= editor") == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("[zh.p9.s1] 无。\t[en.p1.s1] No.", "has no zh.p9.s1"),
        ("[zh.p1.s1] 双方\t[en.p1.s1] The\t= nobody", "nobody has the id 'nobody'"),
    ],
)
def test_a_row_about_what_is_not_there_is_refused(folder: Path, row: str, words: str) -> None:
    (folder / "x.tsv").write_text(row + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=words):
        apply_ladder(folder / "talks.xml", folder / "x.tsv")


def test_nobody_answers_where_nobody_is_named(folder: Path) -> None:
    (folder / "tei.toml").write_text("", encoding="utf-8")
    (folder / "x.tsv").write_text(ladder_of(folder / "talks.xml"), encoding="utf-8")
    with pytest.raises(UsageError, match="it is not said who answers"):
        apply_ladder(folder / "talks.xml", folder / "x.tsv")
