"""Each version of an edition as plain text or as Markdown."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from tei.atomic import write_atomically
from tei.names import XML_ID, local_name, tei
from tei.plugins import TeiFile
from tei.publishers.reading import Block, Version, blocks_of, text_of, text_part, versions_of

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])|^(\d+)([.)])(?=\s)|^([-+=])(?=\s)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\\\[(\d+)\\\]")


class TextExporter:
    """Writes each version as plain text: blocks with an empty line between them, as printed and received."""

    name = "text"
    suffix = ".txt"

    def publish(self, files: Mapping[str, TeiFile], destination: Path) -> tuple[Path, ...]:
        """Writes a file for each version of `files` (by stem) into `destination`, atomically; the paths written."""
        written = []
        for stem, file in files.items():
            text = text_part(file.tree.getroot())
            versions = versions_of(text) if text is not None else ()
            for number, version in enumerate(versions, 1):
                name = version.element.get(XML_ID) or str(number)
                path = destination / (f"{stem}.{name}{self.suffix}" if len(versions) > 1 else f"{stem}{self.suffix}")
                write_atomically(path, (self._render(version) + "\n").encode())
                written.append(path)
        return tuple(written)

    def _render(self, version: Version) -> str:
        blocks = blocks_of(version)
        notes = [note for block in blocks for note in block.element.iterdescendants(tei("note")) if _is_apart(note)]
        marks = {note: f"[{number}]" for number, note in enumerate(notes, 1)}
        parts = ["\n".join(filter(None, self._lines(block, marks))) for block in blocks]
        below = [self._note(mark, text_of(note)) for note, mark in marks.items()]
        return "\n\n".join(part for part in (*parts, "\n".join(below)) if part)

    def _lines(self, block: Block, marks: Mapping[etree._Element, str]) -> Iterator[str]:
        for element in _own_lines(block.element):
            inner = frozenset(_own_lines(element)) - {element}
            yield self._line(local_name(element.tag), text_of(element, without=inner, marks=marks), block.depth)

    def _line(self, name: str, text: str, depth: int) -> str:
        del name, depth
        return text

    def _note(self, mark: str, text: str) -> str:
        return f"{mark} {text}"


class MarkdownExporter(TextExporter):
    """Writes each version as CommonMark: headings, lists, quotations; what has a meaning in Markdown is escaped."""

    name = "markdown"
    suffix = ".md"

    def _line(self, name: str, text: str, depth: int) -> str:
        escaped = _FOOTNOTE.sub(r"[^\1]", _MARKDOWN.sub(_escaped, text))
        match name if text else "":
            case "head":
                return f"{'#' * min(max(depth, 0) + 1, 6)} {escaped}"
            case "item":
                return f"- {escaped}"
            case "l" | "signed" | "dateline" | "salute" | "addrLine":
                return f"{escaped}  "  # two spaces at the end of a line keep it a line
            case _:
                return escaped

    def _note(self, mark: str, text: str) -> str:
        return f"[^{mark[1:-1]}]: {_MARKDOWN.sub(_escaped, text)}"


def _escaped(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[2]}\\{found[3]}"
    return f"\\{found[1] or found[4]}"


def _is_apart(note: etree._Element) -> bool:
    """Whether a note stands below the text, and not in its line as the mark of a signature does."""
    return note.get("type") != "signature-mark"


_OWN_LINE = tuple(
    tei(name)
    for name in ("item", "l", "signed", "dateline", "salute", "row", "addrLine", "head", "p", "byline", "label")
)


def _own_lines(element: etree._Element) -> Iterator[etree._Element]:
    """The element, and what within it stands on lines of its own."""
    yield element
    for each in element.iterdescendants(*_OWN_LINE):
        parent = each.getparent()
        if local_name(each.tag) != "label" or (parent is not None and local_name(parent.tag) == "list"):
            yield each
