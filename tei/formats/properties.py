"""What an office document says of itself: Dublin Core elements, written before its text as lines of metadata."""

from lxml import etree

from tei.formats.writer import TranscriptWriter
from tei.formats.xmlparts import descendants
from tei.model.transcript import ParagraphKind

# Dublin Core as OOXML and ODF have it. Dates of the file are not those of the document, and its creator is who typed it.
_KEPT = ("title", "subject", "description", "creator", "initial-creator", "keywords", "keyword", "language")


def write_properties(out: TranscriptWriter, root: etree._Element | None, text: str) -> None:
    """Writes each property as a line “key: value”; a title that does not stand in `text` is called “file title”."""
    for name in _KEPT:
        for element in descendants(root, name):
            value = " ".join((element.text or "").split())
            if value:
                believed = name != "title" or folded(value) in folded(text)
                write_property(out, name if believed else "file title", value)


def write_property(out: TranscriptWriter, key: str, value: str) -> None:
    """Writes one line of metadata."""
    out.begin(ParagraphKind.METADATA, n=key)
    out.write(f"{key}: {value}")
    out.end()


def folded(text: str) -> str:
    """`text` without what two printings of a title may differ in."""
    return "".join(character for character in text if character.isalnum()).casefold()
