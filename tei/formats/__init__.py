"""Marked-up formats, each as a function from the bytes of a file to its transcript. One line in the table for each."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from tei.model.transcript import Transcript

__all__ = ["FORMATS", "Format", "format_of", "transcribe"]

_Read = Callable[[bytes, str, str], Transcript]


@dataclass(frozen=True, slots=True)
class Format:
    """A marked-up format: its suffixes, and where the function is that reads it (imported on first use)."""

    suffixes: tuple[str, ...]
    module: str
    function: str


FORMATS: dict[str, Format] = {
    "html": Format((".html", ".htm", ".xhtml"), "tei.formats.html", "read_html"),
    "docx": Format((".docx", ".docm", ".dotx"), "tei.formats.docx", "read_docx"),
    "odt": Format((".odt", ".ott"), "tei.formats.odt", "read_odt"),
    "tei": Format((".tei",), "tei.formats.tei_text", "read_tei"),
}
_BY_SUFFIX = {suffix: name for name, entry in FORMATS.items() for suffix in entry.suffixes}
_TEI_NAMESPACE = b"http://www.tei-c.org/ns/1.0"


def format_of(file: str, data: bytes) -> str:
    """The marked-up format of a file: by its suffix, or by its first bytes where the suffix tells nothing; else ""."""
    suffix = PurePath(file).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix not in ("", ".xml"):
        return ""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"PK\x03\x04"):
        return "odt" if b"opendocument.text" in head else "docx" if b"word/" in data else ""
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html")) or (lower.startswith(b"<?xml") and b"<html" in lower):
        return "html"
    return "tei" if head.startswith(b"<") and _TEI_NAMESPACE in head else ""


def transcribe(data: bytes, file: str, format: str, encoding: str = "") -> Transcript:
    """The transcript of a file in a format of the table. Raises UnreadableInput where it is not in that format."""
    entry = FORMATS[format]
    read = cast(_Read, getattr(import_module(entry.module), entry.function))
    return read(data, file, encoding)
