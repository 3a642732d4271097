"""Readers: from a file to its text, metadata and layout. A new format is one file here and one line in the table."""

from functools import partial
from pathlib import Path

from tei.diagnostics import Report
from tei.errors import UnreadableInput, UsageError
from tei.formats import FORMATS
from tei.model.source import Decoded, LayoutKind, Source, split_lines
from tei.plugins import Reader, Registry
from tei.readers.decode import decode, decode_file
from tei.readers.marked import MarkedReader
from tei.readers.transcription import MARKDOWN, TEXT

_LONGEST = 10_000_000  # bytes: XML_MAX_TEXT_LENGTH, the limit of libxml2 and of the many tools that are built on it

READERS: Registry[Reader] = Registry(
    "tei.readers",
    {
        "text": lambda: TEXT,
        "markdown": lambda: MARKDOWN,
        **{name: partial(MarkedReader, name, entry.suffixes) for name, entry in FORMATS.items()},
    },
)

__all__ = ["READERS", "decode", "decode_file", "read", "read_decoded", "reader_for", "suffixes"]


def suffixes() -> dict[str, str]:
    """The name of the reader for each known suffix (".txt": "text")."""
    return {suffix: name for name in READERS.names() for suffix in READERS.get(name).suffixes}


def reader_for(file: str, format: str = "") -> Reader:
    """The reader called `format`, or the one for the file's suffix, or that of plain text.

    Raises UsageError when `format` is not in the table.
    """
    if format and format not in READERS.names():
        known = ", ".join(READERS.names())
        raise UsageError(f"there is no reader for the format “{format}”", help=f"Choose one of: {known}.", file=file)
    return READERS.get(format or suffixes().get(Path(file).suffix.lower(), "text"))


def read(path: Path, *, format: str = "", encoding: str = "", report: Report) -> Source:
    """The source at `path`: decoded text, metadata lines and layout.

    Raises UnreadableInput when there is no text to be had from the file.
    """
    decoded = decode_file(path, format=format, encoding=encoding, report=report)
    return read_decoded(decoded, format=format, report=report)


def read_decoded(decoded: Decoded, *, format: str = "", report: Report) -> Source:
    """The source of a text that is decoded already.

    Raises UnreadableInput when nothing but metadata stands in it (RD002), or a line is longer than XML tools take
    (RD010).
    """
    _check_lines(decoded)
    own = decoded.transcript.format if decoded.transcript else ""
    source = reader_for(decoded.file, own or format).read(decoded, report=report)
    texts = (line.text for chunk in source.chunks if chunk.kind is not LayoutKind.RULE for line in chunk.lines)
    if not any(text.strip() for text in texts):
        message = "the file holds metadata but no text"
        raise UnreadableInput(message, help="Add the text below the metadata.", file=decoded.file, rule="RD002")
    return source


def _check_lines(decoded: Decoded) -> None:
    if len(decoded.text) * 4 <= _LONGEST:  # UTF-8 has at most four bytes for a character
        return
    for number, line in enumerate(split_lines(decoded.text), 1):
        size = len(line.encode())
        if size > _LONGEST:
            raise UnreadableInput(
                f"the line is {size:,} bytes long, and XML tools take at most {_LONGEST:,} in one run of text",
                help="Put each paragraph on a line of its own.",
                file=decoded.file,
                line=number,
                rule="RD010",
            )
