"""Versions that say different things are not linked, however alike their lengths are."""

from pathlib import Path

from lxml import etree

from tei.config import load_config
from tei.diagnostics import Report
from tei.names import TEI_NS
from tei.pipeline import build

ENGLISH = """Communiqué on Talks

The two sides held talks in Beijing. They were long and friendly. They agreed on the exchange of students.

The delegation visited several factories and schools in the capital. It was received everywhere with warm hospitality.

Both sides expressed their satisfaction with the results of the negotiations. They decided to meet again in the spring.
"""
BIRDS = """北方鸟类图说

雪鸮生活在苔原上。它的羽毛几乎全白。雌鸟比雄鸟大。

春天，成群的白鹤飞过湖面。它们在芦苇丛里筑巢产卵。

麻雀吃种子和昆虫。冬天它们聚集在谷仓附近取暖。
"""
TALKS = """会谈公报

双方在北京举行了会谈。会谈时间很长，气氛友好。双方就交换留学生达成了协议。

代表团参观了首都的几所工厂和学校。代表团到处受到热情的接待。

双方对谈判的结果表示满意。双方决定明年春天再次会晤。
"""


def links(folder: Path, chinese: str) -> tuple[int, list[str]]:
    source = folder / "a.txt"
    (folder / "tei.toml").write_text('[collection]\ndate = "2026-11-22"\n', encoding="utf-8")
    source.write_text(f"{ENGLISH}\nOriginal:\n\n{chinese}", encoding="utf-8")
    report = Report()
    tree = etree.fromstring(build(source, load_config(folder / "tei.toml"), report=report).xml)
    return len([*tree.iter(f"{{{TEI_NS}}}link")]), [found.rule.id for found in report]


def test_versions_of_different_things_are_not_linked(tmp_path: Path) -> None:
    count, rules = links(tmp_path, BIRDS)
    assert not count
    assert "AL001" in rules


def test_versions_of_the_same_thing_are(tmp_path: Path) -> None:
    count, rules = links(tmp_path, TALKS)
    assert count >= 7
    assert "AL001" not in rules
