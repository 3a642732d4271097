"""The stages in their order: from a file to its edition and the bytes of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from documents import unaccounted
from lxml import etree

from tei.config import load_config
from tei.diagnostics import Report
from tei.errors import UnreadableInput
from tei.names import XML_ID, is_ncname
from tei.pipeline import build, build_bytes, encode_edition, recognise_file
from tei.plugins import TeiFile
from tei.validators.fidelity import FidelityValidator

_ROOT = Path(__file__).parents[1]
_CONFIG = load_config(_ROOT / "editions" / "tei.toml")
_HELDOUT = _ROOT.parent / "shared" / "dev" / "heldout" / "sources"
_SOURCES = sorted(_HELDOUT.iterdir()) if _HELDOUT.is_dir() else []

_TEXT = "# Harbours\n\nThe two towns agreed to open their harbours.\n"


def built(text: str | bytes, file: str = "source.txt", **options: str) -> etree._Element:
    data = text if isinstance(text, bytes) else text.encode()
    return etree.fromstring(build_bytes(data, file, _CONFIG, report=Report(), **options).xml)


@pytest.mark.parametrize(
    ("text", "file", "identity"),
    [
        (_TEXT, "harbours.txt", "harbours"),
        (_TEXT, "folder/1961 harbours.txt", "edition-1961-harbours"),
        (f"Title: Harbours\nid: H-7\n\n{_TEXT}", "harbours.txt", "H-7"),
        (f"Title: Harbours\nid:\n\n{_TEXT}", "harbours.txt", "harbours"),
        (f"---\nid: 7 / b\n---\n\n{_TEXT}", "harbours.md", "edition-7-b"),
        (_TEXT, "港口.txt", "港口"),
    ],
)
def test_edition_is_called_by_its_metadata_or_its_file(text: str, file: str, identity: str) -> None:
    root = built(text, file)
    assert root.get(XML_ID) == identity
    assert is_ncname(identity)


def test_encoding_that_is_asked_for_is_used() -> None:
    data = "# 港口\n\n双方交换了意见。\n".encode("gb18030")
    assert "双方交换了意见。" in "".join(map(str, built(data, encoding="gb18030").itertext()))


def test_encoding_of_the_settings_is_used(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_bytes("# 港口\n\n双方交换了意见。\n".encode("big5", "ignore"))
    xml = build(source, replace(_CONFIG, encoding="big5"), report=Report()).xml
    assert b"Big5" in xml


@pytest.mark.parametrize(("data", "rule"), [(b"", "RD002"), (b" \n\t\n", "RD002"), (b"%PDF-1.4\n", "RD003")])
def test_source_without_text_is_refused(data: bytes, rule: str, tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        build(source, _CONFIG, report=Report())
    assert caught.value.rule == rule
    assert caught.value.help


def test_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        build(tmp_path / "absent.txt", _CONFIG, report=Report())


def test_source_of_metadata_alone_is_refused_or_has_no_paragraph(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_bytes(b"Title: Harbours\nAuthor:\nDate: 1961-05-12\n")
    with pytest.raises(UnreadableInput) as caught:
        build(source, _CONFIG, report=Report())
    assert caught.value.rule == "RD002"


def test_what_is_recognised_can_be_encoded_later(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text(_TEXT)
    edition = recognise_file(source, _CONFIG, report=Report())
    assert encode_edition(edition, _CONFIG, report=Report()).xml == build(source, _CONFIG, report=Report()).xml


def test_edition_does_not_depend_on_the_folder_of_its_source(tmp_path: Path) -> None:
    documents = []
    for folder in ("one", "two"):
        source = tmp_path / folder / "source.txt"
        source.parent.mkdir()
        source.write_text(_TEXT)
        documents.append(build(source, _CONFIG, report=Report()).xml)
    assert documents[0] == documents[1]
    assert str(tmp_path).encode() not in documents[0]


@pytest.mark.parametrize("source", _SOURCES, ids=lambda path: path.stem[:3])
def test_real_source_is_kept_whole(source: Path, tmp_path: Path) -> None:
    result = build(source, _CONFIG, report=Report())
    assert unaccounted(result.edition) == []
    document = TeiFile(str(tmp_path / "edition.xml"), result.xml, etree.fromstring(result.xml).getroottree(), source)
    assert [finding.message for finding in FidelityValidator().check(document)] == []
