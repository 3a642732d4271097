"""Hand alignments of other tools, read as rows of a ladder."""

import pytest

from tei.alignment.imports import rungs_from
from tei.alignment.ladder import Quoted
from tei.errors import UsageError

SOURCE = [Quoted("zh.p1.s1", "甲。"), Quoted("zh.p1.s2", "乙。"), Quoted("zh.p1.s3", "丙。")]
TARGET = [Quoted("en.p1.s1", "First one."), Quoted("en.p1.s2", "Second and third.")]
EXPECTED = [(("zh.p1.s1",), ("en.p1.s1",)), (("zh.p1.s2", "zh.p1.s3"), ("en.p1.s2",))]

XCES = """<cesAlign version="1.0"><linkList><linkGrp targType="s" fromDoc="zh.xml" toDoc="en.xml">
<link xtargets="s1;s1"/><link xtargets="s2 s3;s2"/></linkGrp></linkList></cesAlign>"""
INTERTEXT = """<?xml version="1.0" encoding="utf-8"?>
<linkGrp toDoc="x.en.xml" fromDoc="x.zh.xml"><link type="1-1" xtargets="1:1;1:1" status="man"/>
<link type="2-1" xtargets="1:2 1:3;1:2" status="man"/></linkGrp>"""
OURS = """<linkGrp><link xtargets="zh.p1.s1;en.p1.s1"/><link xtargets="zh.p1.s2 zh.p1.s3;en.p1.s2"/></linkGrp>"""
TMX = """<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh"><seg>甲。</seg></tuv><tuv xml:lang="en">
<seg>First one.</seg></tuv></tu><tu><tuv xml:lang="zh"><seg>乙。 丙。</seg></tuv><tuv xml:lang="en">
<seg>Second and third.</seg></tuv></tu></body></tmx>"""
HUNALIGN = "0\t0\t0.3\n1\t1\t0.5\n3\t2\t-0.1\n"
TEXT = "甲。\tFirst one.\t0.3\n乙。 ~~~ 丙。\tSecond and third.\t1\n"
LADDER = "# x\n[zh.p1.s1] 甲。\t[en.p1.s1] First one.\n[zh.p1.s2] 乙。 [zh.p1.s3] 丙。\t[en.p1.s2] Second and third.\n"


@pytest.mark.parametrize("data", [XCES, INTERTEXT, OURS, TMX, HUNALIGN, TEXT, LADDER])
def test_each_format_gives_the_same_links(data: str) -> None:
    assert [rung.ids for rung in rungs_from(data.encode(), "x", SOURCE, TARGET)] == EXPECTED


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<tmx><body><tu><tuv xml:lang='zh-CN'><seg>丁。</seg></tuv></tu></body></tmx>", "丁。"),
        ('<linkGrp><link xtargets="s9;s1"/></linkGrp>', "s9"),
        ("0\t0\n9\t9\n", "lies outside"),
        ("0\t0\n2\t1\n1\t2\n", "goes back"),
        ("Only one column.\n", "none of the formats"),
        ("<a><b></a>", "not well-formed"),
    ],
)
def test_what_does_not_belong_to_the_edition_is_refused(data: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        rungs_from(data.encode(), "x", SOURCE, TARGET)


def test_a_sentence_that_stands_twice_is_taken_in_order() -> None:
    twice = [Quoted("zh.p1.s1", "好。"), Quoted("zh.p1.s2", "好。")]
    english = [Quoted("en.p1.s1", "Good."), Quoted("en.p1.s2", "Fine.")]
    found = rungs_from("好。\tGood.\n好。\tFine.\n".encode(), "x", twice, english)
    assert [rung.ids for rung in found] == [(("zh.p1.s1",), ("en.p1.s1",)), (("zh.p1.s2",), ("en.p1.s2",))]
