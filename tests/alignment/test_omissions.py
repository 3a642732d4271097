"""A paragraph that one version of a short document leaves out is found, and not merged into its neighbour."""

from pathlib import Path

import pytest
from lxml import etree

from tei.config import load_config
from tei.diagnostics import Report
from tei.names import TEI_NS
from tei.pipeline import build

ENGLISH = (
    "The delegation of the Fishermen's Union arrived in the capital on the morning of the fourth. It was met at the station.",
    "In the afternoon it visited a shipyard on the river. The engineers showed the guests two new trawlers.",
    "The guests asked many questions about wages and housing. The director answered all of them in detail.",
    "A dinner was given in the evening by the mayor. Songs of both countries were sung.",
    "On the second day the two sides talked about an exchange of apprentices. They agreed that twenty should go each year.",
    "They also talked about the weather service for boats at sea. No agreement could be reached on this question.",
    "The guests then went to the mountains and saw an old temple. Snow was falling, and the road was closed behind them.",
    "The delegation left for home by train. It took with it a model of a junk as a present.",
)
CHINESE = (
    "渔民联合会代表团四日上午抵达首都。代表团在车站受到迎接。",
    "下午，代表团参观了江边的一家造船厂。工程师们向客人展示了两艘新拖网渔船。",
    "客人们就工资和住房提了许多问题。厂长一一作了详细的回答。",
    "晚上市长举行宴会。大家唱了两国的歌曲。",
    "第二天，双方就交换学徒问题进行了会谈。双方同意每年派二十名。",
    "双方还谈到了为海上船只提供气象服务的问题。在这个问题上未能达成协议。",
    "随后客人们上山参观了一座古庙。当时正在下雪，他们身后的道路被封闭了。",
    "代表团乘火车回国。他们带走了一只帆船模型作为礼物。",
)


def unlinked(folder: Path, english: list[str], chinese: list[str]) -> list[str]:
    """The beginnings of the paragraphs that were linked with none."""
    source = folder / "a.txt"
    (folder / "tei.toml").write_text('[collection]\ndate = "2026-11-22"\n', encoding="utf-8")
    versions = ["\n\n".join(["A Visit", *english]), "Original:", "\n\n".join(["一次访问", *chinese])]
    source.write_text("\n\n".join(versions) + "\n", encoding="utf-8")
    tree = etree.fromstring(build(source, load_config(folder / "tei.toml"), report=Report()).xml)
    return [
        "".join(block.itertext()).strip()[:8]
        for block in tree.iter(f"{{{TEI_NS}}}p")
        if block.getparent().tag == f"{{{TEI_NS}}}div" and not block.get("corresp")
    ]


CASES = [(side, number) for side in ("english", "chinese") for number in range(8)]


@pytest.mark.parametrize(("side", "number"), CASES)
def test_an_omitted_paragraph_is_found(tmp_path: Path, number: int, side: str) -> None:
    texts = {"english": list(ENGLISH), "chinese": list(CHINESE)}
    del texts[side][number]
    other = CHINESE if side == "english" else ENGLISH
    assert unlinked(tmp_path, texts["english"], texts["chinese"]) == [other[number][:8]]


def test_nothing_is_found_missing_where_nothing_is(tmp_path: Path) -> None:
    assert not unlinked(tmp_path, list(ENGLISH), list(CHINESE))
