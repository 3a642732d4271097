"""The line of a file that a finding is about, with the spot marked under it."""

import re
import unicodedata
from pathlib import Path

from tei.diagnostics import Location
from tei.reporting.page import Page

_LARGEST = 10_000_000  # bytes; a larger file is not read again to show a line of it
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_TAG = re.compile(r"</?[^\s/<>]+")


class Excerpts:
    """Shows lines of files. It keeps the lines of the last file, since findings come file by file."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._file = ""
        self._lines: list[str] = []

    def lines(self, location: Location, mark: str) -> list[str]:
        """The line at a place, and below it the spot marked in the style `mark`; nothing where the line is not known."""
        if location.line and location.file != self._file:
            self._file, self._lines = location.file, _read(Path(location.file))
        if not 1 <= location.line <= len(self._lines):
            return []
        number, page = str(location.line), self._page
        room = max(30, page.width - len(number) - 5)
        line = self._lines[location.line - 1]
        spot = min(max(location.column - 1, 0), len(line))
        far = max(0, spot - 2 * room)  # a line may be the whole of a large file: what is far off is not looked at
        near = line[far : spot + 2 * room]
        near = near if near.isprintable() else "".join(map(_printable, near))
        before, rest = _window(near, spot - far, room)
        shown = [f"  {page.style(f'{number} |', '2')} {before}{rest}".rstrip()]
        if location.column:
            tag = _TAG.match(rest)
            carets = page.style("^" * min(cells(tag[0]) if tag else 1, max(1, cells(rest))), mark)
            shown.append(f"  {' ' * len(number)} {page.style('|', '2')} {' ' * cells(before)}{carets}")
        return shown


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: two for a wide character (Unicode Standard Annex #11)."""
    return len(text) if text.isascii() else sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _printable(character: str) -> str:
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") else character


def _window(line: str, spot: int, room: int) -> tuple[str, str]:
    """What is shown of a line before the spot and from it on, with an ellipsis where it is cut."""
    if cells(line) <= room:
        return line[:spot], line[spot:]
    start = end = spot
    left = room // 2
    while start > 0 and left > _cell(line[start - 1]):
        start -= 1
        left -= _cell(line[start])
    before = ("…" if start else "") + line[start:spot]
    left = room - cells(before)
    while end < len(line) and left > _cell(line[end]):
        left -= _cell(line[end])
        end += 1
    return before, line[spot:end] + ("…" if end < len(line) else "")


def _read(path: Path) -> list[str]:
    """The lines of a file as XML counts them; nothing when it cannot be read as text."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return []
        data = path.read_bytes()
        declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        if declared and encoding != "utf-16" and declared[1].lower() not in (b"utf-8", b"utf8"):
            encoding = declared[1].decode("ascii")
        text = data.decode(encoding)
    except (OSError, ValueError, LookupError):
        return []
    return re.split(r"\r\n|\r|\n", text)
