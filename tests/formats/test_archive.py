"""Archives that are damaged, locked or hostile: one clear fault each, and nothing of them is written anywhere."""

import os
from pathlib import Path

import pytest
from office import CONFIG, docx, fault, odt, p, zipped

from tei.diagnostics import Report
from tei.formats import archive
from tei.pipeline import build

_GOOD = docx(p("The two sides met."))


@pytest.mark.parametrize(
    ("data", "rule", "says"),
    [
        (b"PK\x03\x04 cut off", "RD011", "cannot be opened as a ZIP archive"),
        (b"just some text", "RD011", "cannot be opened as a ZIP archive"),
        (_GOOD[: len(_GOOD) // 2], "RD011", "cannot be opened as a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "RD003", "old Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "RD011", "password"),
        (b"{\\rtf1 text}", "RD003", "an RTF file"),
        (b"%PDF-1.7", "RD003", "a PDF"),
        (zipped({"a.txt": "x"}), "RD003", "no document in it"),
        (zipped({"word/document.xml": "<w:document"}), "RD011", "is not XML"),
        (zipped({"word/document.xml": "<x/>", "../../etc/x": "y"}), "RD011", "points out of it"),
        (zipped({"word/document.xml": "<x/>", "/etc/x": "y"}), "RD011", "points out of it"),
        (zipped({"word/document.xml": "<x/>", "C:\\x": "y"}), "RD011", "points out of it"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'}), "RD011", "document type"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY e "ha">]><x>&e;</x>'.encode("utf-16")}), "RD011", "document type"),
    ],
)  # fmt: skip
def test_a_document_that_is_none_or_not_safe_is_refused_with_a_reason(data: bytes, rule: str, says: str) -> None:
    found, message = fault(data, "a.docx")
    assert (found, says in message) == (rule, True), message


def test_a_locked_odt_is_refused() -> None:
    locked = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    data = odt("", **{"META-INF/manifest.xml": locked})
    assert fault(data, "a.odt") == ("RD011", "the document is locked with a password")


def test_an_archive_that_unpacks_to_too_much_is_refused_whatever_it_says_of_its_sizes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "_LARGEST_PART", 1_000_000)
    bomb = zipped({"word/document.xml": b" " * 2_000_000})
    assert len(bomb) < 10_000
    assert fault(bomb, "a.docx")[1] == "the part word/document.xml unpacks to more than 1 MB, and is not read"
    lying = bomb.replace((2_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert fault(lying, "a.docx")[0] == "RD011"


def test_all_parts_together_have_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_LARGEST_SUM", 1_500_000)
    part = f"<x>{'a' * 1_000_000}</x>"
    assert fault(zipped({"word/document.xml": part, "word/styles.xml": part}), "a.docx")[0] == "RD011"


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_PARTS", 3)
    assert "4 parts" in fault(zipped({f"{n}.xml": "" for n in range(4)}), "a.docx")[1]


def test_a_part_that_is_damaged_is_named() -> None:
    data = bytearray(_GOOD)
    data[60] ^= 0xFF
    assert fault(bytes(data), "a.docx")[0] == "RD011"


def test_nothing_is_written_beside_a_hostile_file(tmp_path: Path) -> None:
    source = tmp_path / "inner" / "a.docx"
    source.parent.mkdir()
    source.write_bytes(zipped({"word/document.xml": "<x/>", "../out.txt": "y"}))
    with pytest.raises(Exception, match="points out of it"):
        build(source, CONFIG, report=Report())
    assert [name for _, _, files in os.walk(tmp_path) for name in files] == ["a.docx"]
