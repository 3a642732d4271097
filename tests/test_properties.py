"""What holds for every text: nothing is lost, nothing crashes, and the same text gives the same edition."""

from pathlib import Path

import pytest
from documents import unaccounted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei.config import load_config
from tei.diagnostics import Report, Severity
from tei.errors import UnreadableInput
from tei.names import XML_ID, is_ncname
from tei.pipeline import Built, build, build_bytes
from tei.plugins import TeiFile
from tei.validators import VALIDATORS
from tei.validators.fidelity import FidelityValidator

_CONFIG = load_config(Path(__file__).parents[1] / "editions" / "tei.toml")

_quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_long = settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# --- texts ----------------------------------------------------------------------------------------------------------

# Characters with a part in layout or structure, beside arbitrary ones.
_TELLING = "#*-_`|\\/<>&()（）[]:：;；,，、.。·—–!！?？“”’'\"\t \u3000\xa0\ufeff\u200b\u2028\x85\r\n0123456789"
_characters = st.one_of(st.sampled_from(_TELLING), st.characters(codec="utf-8"))
any_text = st.text(_characters, max_size=400)

_sentences = {
    "en": (
        "The two sides met in Lisbon and talked about trade and the sea.",
        "From May 3 to May 9, 1961, the guests visited the harbour, the mills and the school of music",
        "Nothing was decided on the first day; on the second they agreed on all points that had been raised be-",
        "and so it was left to the committee to find a way out of the matter before the end of the year.",
        "The following took part in the talks: Minister of Trade Ann Author, Secretary of State Bo Baker, and others.",
        "Yours sincerely,",
        "COVID-19 has changed what the people of the two countries can do.",
    ),
    "zh": (
        "双方就两国贸易问题交换了意见，并且取得了完全一致的看法。",
        "从1961年5月3日到9日，代表团访问了南京、武汉和广州等城市",
        "新冠疫情以来，COVID-19 改变了两国人民的生活，但是双方都认为合作比任何时候更加重要",
        "参加会谈的有：外交部长李大明、贸易部副部长兼秘书长王小红、驻葡萄牙大使安·巴·卡尔瓦略。",
        "會談是在友好的氣氛中進行的，双方对結果表示滿意。",
        "此致敬礼",
    ),
}
_metadata = (
    "Title: A Report on the Talks", "Author:", "Date: 1961-05-12", "Page: 3", "标题：关于会谈的报告", "日期：一九六一年五月十二日",
    "作者：", "第4版()", "专栏：国际新闻", "1961-05-12", "---\ntitle: Talks\ndate: 1961\n---", "---\n: [\n---",
)  # fmt: skip
_marks = (
    "---",
    "<hr />",
    "* * *",
    "Original:",
    "译文：",
    "原文",
    "Translation",
    "# Report on the Talks",
    "### 关于会谈的报告",
    "## Article 2",
)
_lists = (
    "- the first point",
    "* 第二点",
    "1. the third",
    "二、第四点",
    "• another",
    "\tMinister of Trade, Ann Author,",
    "    外交部长李大明，",
)
_closers = (
    "May 12, 1961, in Lisbon", "一九六一年五月十二日于里斯本", "Minister of Trade", "Ann Author", "(Signed) Ann B. Author", "/s/", "李 大 明",
    "外交部长", "(签字)", "中 华 人 民 共 和 国  ", "For the Government of Portugal:", "ANN AUTHOR", "A. B. Author", "外交部长 李大明",
)  # fmt: skip
_separators = ("\n", "\n\n", "\n\n\n", "  \n", "\r\n", "\r\n\r\n", "\r", "\n    ", "\n\u3000\u3000", "\n\t")

documents = st.lists(
    st.tuples(
        st.one_of(*(st.sampled_from(some) for some in (*_sentences.values(), _metadata, _marks, _lists, _closers))),
        st.sampled_from(_separators),
    ),
    min_size=1,
    max_size=24,
).map(lambda pieces: "".join(text + separator for text, separator in pieces))

names = st.sampled_from(["source.txt", "source.md"])

# --- properties -----------------------------------------------------------------------------------------------------


def _built(text: str, name: str) -> Built | None:
    """The edition of `text`; None where it is refused as unreadable, which a text of white space may be."""
    try:
        return build_bytes(text.encode(), name, _CONFIG, report=Report())
    except UnreadableInput as fault:
        refused = fault
    assert refused.rule in {"RD002", "RD003"}
    return None


def check_kept(text: str, name: str, folder: Path) -> None:
    built = _built(text, name)
    if built is None:
        return
    assert unaccounted(built.edition) == []
    root = etree.fromstring(built.xml)
    ids = [str(element.get(XML_ID)) for element in root.iter(etree.Element) if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    assert [identity for identity in ids if not is_ncname(identity)] == []
    assert _dangling(root, ids) == []
    again = _built(text, name)
    assert again is not None
    assert again.xml == built.xml
    source = folder / name
    source.write_bytes(text.encode())
    document = TeiFile(str(folder / "edition.xml"), built.xml, root.getroottree(), source)
    assert [finding.message for finding in FidelityValidator().check(document)] == []
    found = VALIDATORS.get("edition").check(document)
    assert [finding.message for finding in found if finding.severity is Severity.ERROR] == []


def _dangling(root: etree._Element, ids: list[str]) -> list[str]:
    pointers = [
        pointer
        for element in root.iter(etree.Element)
        for name in ("ref", "corresp", "target", "who", "resp")
        for pointer in str(element.get(name, "")).split()
    ]
    return [pointer for pointer in pointers if pointer.startswith("#") and pointer[1:] not in ids]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sources")


@_quick
@given(text=any_text, name=names)
def test_any_text_is_kept_whole_or_refused(text: str, name: str, folder: Path) -> None:
    check_kept(text, name, folder)


@_quick
@given(text=documents, name=names)
def test_any_document_is_kept_whole(text: str, name: str, folder: Path) -> None:
    check_kept(text, name, folder)


@pytest.mark.slow
@_long
@given(text=any_text, name=names)
def test_any_text_is_kept_whole_or_refused_at_length(text: str, name: str, folder: Path) -> None:
    check_kept(text, name, folder)


@pytest.mark.slow
@_long
@given(text=documents, name=names)
def test_any_document_is_kept_whole_at_length(text: str, name: str, folder: Path) -> None:
    check_kept(text, name, folder)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@given(text=documents)
@settings(max_examples=25, deadline=None)
def test_line_ends_make_no_difference_to_the_text(newline: str, text: str) -> None:
    """The same document with CRLF or CR has the same blocks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    one, other = (_built(version, "source.txt") for version in (plain, plain.replace("\n", newline)))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert _blocks(one) == _blocks(other)


def _blocks(built: Built) -> list[tuple[str, str]]:
    every = (block for version in built.edition.versions for block in version.blocks())
    return [(block.id, " ".join(block.text.split())) for block in every]


@given(data=st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_encoded_or_refused(data: bytes) -> None:
    try:
        built = build_bytes(data, "source.txt", _CONFIG, report=Report())
    except UnreadableInput:
        return
    assert unaccounted(built.edition) == []
    etree.fromstring(built.xml)


def test_build_from_a_path_and_from_bytes_is_the_same(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_bytes(b"Title: One\n\nA text of one line.\n")
    assert (
        build(source, _CONFIG, report=Report()).xml
        == build_bytes(source.read_bytes(), "source.txt", _CONFIG, report=Report()).xml
    )
