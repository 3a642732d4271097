"""The parts of a zipped document, read with limits: nothing is unpacked to disk, and no part is read beyond its limit."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from lxml import etree

from tei.errors import UnreadableInput

_LARGEST_PART = 50_000_000  # bytes of XML: a document of ten thousand pages has less
_LARGEST_SUM = 100_000_000
_MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (
    (b"%PDF-", "a PDF", "Export its text first (pdftotext), or save the document as DOCX."),
    (b"{\\rtf", "an RTF file", "Save it as DOCX: soffice --convert-to docx FILE."),
)


class Package:
    """A zipped document in memory. Raises UnreadableInput (RD003, RD011) for what is none, or is not safe to read."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        self._left = _LARGEST_SUM
        _refuse_others(data, file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, RuntimeError) as fault:
            raise self._fault("the document is damaged: it cannot be opened as a ZIP archive") from fault
        names = self._zip.namelist()
        if len(names) > _MOST_PARTS:
            raise self._fault(f"the document has {len(names):,} parts, and more than {_MOST_PARTS:,} are not read")
        for name in names:
            if name.startswith(("/", "\\")) or ":" in name or ".." in PurePosixPath(name.replace("\\", "/")).parts:
                raise self._fault(f"the document has a part that points out of it: {name[:80]!r}")
        self.names = frozenset(names)

    def xml(self, name: str) -> etree._Element | None:
        """The root of the XML part `name`; None when there is no such part."""
        if name not in self.names:
            return None
        data = self._read(name)
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
            raise self._fault(f"the part {name} declares a document type, which could bring in text from elsewhere")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as fault:
            raise self._fault(f"the document is damaged: its part {name} is not XML") from fault

    def text(self, name: str) -> str:
        """A part that is plain text; "" when there is no such part."""
        return self._read(name).decode("utf-8", "replace") if name in self.names else ""

    def _read(self, name: str) -> bytes:
        if self._zip.getinfo(name).flag_bits & 1:
            raise self._fault("the document is locked with a password")
        limit = min(_LARGEST_PART, self._left)
        try:
            with self._zip.open(name) as part:
                data = part.read(limit + 1)  # what the archive says of its sizes is not to be relied on
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as fault:
            raise self._fault(f"the document is damaged: its part {name} cannot be unpacked") from fault
        if len(data) > limit:
            raise self._fault(f"the part {name} unpacks to more than {limit // 1_000_000} MB, and is not read")
        self._left -= len(data)
        return data

    def _fault(self, message: str) -> UnreadableInput:
        remedy = "Open it in the program it was made with, and save it anew without a password."
        return UnreadableInput(message, help=remedy, file=self._file, rule="RD011")


def _refuse_others(data: bytes, file: str) -> None:
    """UnreadableInput for what people rename to DOCX or ODT: each with the way out."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            message, remedy = "the document is locked with a password", "Save it without a password."
            raise UnreadableInput(message, help=remedy, file=file, rule="RD011")
        remedy = "Save it as DOCX in Word, or convert it: soffice --convert-to docx FILE."
        raise UnreadableInput("this is an old Word file (.doc), not a DOCX", help=remedy, file=file, rule="RD003")
    for magic, kind, remedy in _OTHER:
        if data.startswith(magic):
            raise UnreadableInput(f"this is {kind}, whatever its name says", help=remedy, file=file, rule="RD003")
