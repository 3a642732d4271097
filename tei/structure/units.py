"""Units: the chunks of a layout divided into paragraphs, headings, items and single lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tei.languages import packs
from tei.languages.scripts import main_script
from tei.model.inline import Highlight, Inline, Milestone, Text, cut, texts
from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.structure.columns import aligned, width
from tei.structure.shapes import COLUMN_GAP

# Nobody types lines wider than this by hand; a longer line is a whole paragraph.
WIDEST_WRAP = 120
# Narrower than this, lines are an address, verse or signatures, not wrapped prose.
_NARROWEST_WRAP = 40
_NARROWEST_PAIR = 60  # of two lines that part at a comma
_FEWEST_HANGING = 4  # lines
_HANGING = 0.6  # share of lines that are set further in where they hang below the first
_LONGEST_HEADING = 160  # columns
_ROOM = 6  # columns that stay free in a line before which nobody broke a word off
_STOPS = (".", "!", "?", "…", "。", "！", "？", "．", ":", "：")
_CLOSING = "\"'”’»)]）」』 "


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, a heading, a list item or a line that stands alone.

    `lines` are several only where a paragraph is hard-wrapped. `gap` counts the blank lines before it; `language` is
    a code, or "" while it is not known; `foreign` is the tag of its own language where that is not the version's.
    `aside` is the kind of note it is, "" for the text itself; `n` the label of such a note. `parted` says that a note
    which ends a document stood before it.
    """

    kind: LayoutKind
    lines: tuple[Line, ...]
    span: Span
    level: int = 0
    gap: int = 0
    language: str = ""
    foreign: str = ""
    aside: str = ""
    n: str = ""
    parted: bool = False
    hint: str = ""  # the tag of its language in the markup, which may be wrong

    @property
    def text(self) -> str:
        """Its characters, wrapped lines joined by a space."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether it is one line, and all of it is set in bold."""
        content = self.lines[0].content if len(self.lines) == 1 else ()
        return len(content) == 1 and isinstance(content[0], Highlight) and "bold" in content[0].rend

    @property
    def indent(self) -> int:
        """The indentation of its first line, in columns."""
        return self.lines[0].indent if self.lines else 0


def make_units(chunks: Iterable[Chunk]) -> list[Unit]:
    """The units of `chunks` in order; a rule is a unit without lines."""
    return [unit for chunk in chunks for unit in _divide(chunk)]


def _divide(chunk: Chunk) -> Iterator[Unit]:
    if chunk.kind is not LayoutKind.TEXT:
        prose = chunk.kind is LayoutKind.HEADING and _is_prose(" ".join(line.text for line in chunk.lines))
        kind, level = (LayoutKind.TEXT, 0) if prose else (chunk.kind, chunk.level)
        yield Unit(kind, chunk.lines, chunk.span, level, chunk.gap, n=chunk.n, hint=chunk.lang)
        return
    gap = chunk.gap
    for lines in _paragraphs(chunk.lines):
        span = lines[0].span.cover(lines[-1].span)
        yield Unit(LayoutKind.TEXT, tuple(lines), span, gap=gap, hint=chunk.lang)
        gap = 0


def _is_prose(text: str) -> bool:
    """Whether what the markup calls a heading is a paragraph that was only to look like one: long, with stops in it."""
    stops = sum(text.count(stop) for stop in ".。!！?？")
    return width(text) > _LONGEST_HEADING and stops > 1 and text.rstrip(_CLOSING).endswith(_STOPS)


def _paragraphs(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Wrapped lines together, others one by one."""
    if not _is_wrapped(lines):
        yield from ([line] for line in lines)
        return
    base, hanging = _indents(lines)
    widest = max(width(line.text) for line in lines)
    current: list[Line] = []
    for line in lines:
        begins = line.indent == base if hanging else line.indent > base
        if current and (begins or current[-1].hard_break or _ends_there(current[-1], line, widest)):
            yield current
            current = []
        current.append(line)
    yield current


def _indents(lines: Sequence[Line]) -> tuple[int, bool]:
    """The least indent of wrapped lines, and whether paragraphs begin with it and the other lines hang below."""
    base = min(line.indent for line in lines)
    inner = sum(line.indent > base for line in lines)
    lead = lines[0].text.endswith((":", "：")) or len(lines) < _FEWEST_HANGING
    return base, not lead and lines[0].indent == base and inner > _HANGING * len(lines)


def _ends_there(line: Line, after: Line, widest: int) -> bool:
    """Whether a paragraph ends with `line`: with a stop, and so early that what comes next had room in it.

    What comes next begins as a paragraph does, or is the article of a treaty, wherever the line before it ends.
    """
    label = _article().match(after.text)
    stopped = line.text.rstrip(_CLOSING).endswith(_STOPS)
    first = after.text.lstrip(_CLOSING + "“„«「『([（")[:1]
    if label is not None and (stopped or label.group()[-1] in "—–"):
        return True
    word = width(after.text.split(maxsplit=1)[0]) if needs_space(line.text, after.text) else 2
    return stopped and not first.islower() and width(line.text) + word + _ROOM <= widest


@cache
def _article() -> re.Pattern[str]:
    """The label of an article at the beginning of its text: “Art. II.—There shall be …”."""
    labels = "|".join(pattern for pack in packs() for pattern in map(_nameless, pack.article_labels))
    return re.compile(rf"(?:{labels})\s?[.:—–-]", re.IGNORECASE)


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Whether prose was broken into lines of about one width (as typewriters and mail programs do)."""
    if len(lines) < 2:
        return False
    widths = [width(line.text) for line in lines]
    widest = max(widths)
    if len(lines) == 2 and widest < _NARROWEST_PAIR and lines[0].text.endswith(","):  # as an address is set
        return False
    if 2 * sum(bool(COLUMN_GAP.search(line.text)) for line in lines) > len(lines):  # two columns side by side
        return False
    if len(lines) > 2 and aligned(lines) == len(lines):
        return False
    if not _NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return False
    ends = [line.text[-1:] for line in lines]
    open_ends = sum(end.isalnum() or end in ",;-–，、；" for end in ends[:-1])
    full = sum(width >= 0.7 * widest for width in widths[:-1])
    return full >= 0.7 * (len(lines) - 1) and open_ends >= 0.5 * (len(lines) - 1)


def joined(decoded: Decoded, lines: Iterable[Line]) -> tuple[Inline, ...]:
    """The content of wrapped lines as one run; between words of a spaced script the newline stays as white space."""
    content: list[Inline] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _breaks_word(previous.text, line.text):
            content.append(Milestone("lb", break_="no"))
        elif previous is not None and needs_space(previous.text, line.text):
            content.append(glue(decoded, previous.span, line.span))
        content.extend(line.content)
        previous = line
    return tuple(content)


def _breaks_word(before: str, after: str) -> bool:
    """Whether a hyphen at the end of a line parts a word; not that of a first part that is left hanging (Ein- und …)."""
    word = re.match(r"[^\W\d_]+", after)
    broken = (
        before.endswith(("-", "\u00ac")) and before[-2:-1].isalpha() and word is not None and word.group().islower()
    )
    return broken and word is not None and word.group() not in _joining_words()


@cache
def _joining_words() -> frozenset[str]:
    """What stands between the parts of a list or of a range in some language: and, bis, или."""
    return frozenset(word for pack in packs() for word in (*pack.dates.list_words, *pack.dates.range_words))


def piece(unit: Unit, start: int, end: int) -> Unit:
    """The part of a unit of one line from `start` to `end` of its text, as a unit of its own."""
    content = cut(unit.lines[0].content, start, end)
    spans = [leaf.span for leaf in texts(content)]
    span = spans[0].cover(spans[-1])
    return replace(unit, lines=(Line(content, span, unit.indent),), span=span, gap=unit.gap if start == 0 else 0)


def set_aside(lines: Iterable[Line], kind: LedgerKind) -> list[LedgerEntry]:
    """Ledger entries for the characters of lines, without the markup between them, which has entries of its own."""
    return [LedgerEntry(leaf.span, kind) for line in lines for leaf in texts(line.content)]


def needs_space(before: str, after: str) -> bool:
    """Whether two pieces of running text are set apart by white space in their script."""
    return not (main_script(before[-1:]) in _UNSPACED or main_script(after[:1]) in _UNSPACED)


_UNSPACED = frozenset({"Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})


def glue(decoded: Decoded, before: Span, after: Span) -> Text:
    """The first white space between two spans of the source, as text."""
    start = before.end
    while start < after.start and not decoded.text[start].isspace():
        start += 1
    end = start
    while end < after.start and decoded.text[end].isspace():
        end += 1
    return Text(decoded.text[start:end], Span(decoded.file, start, end))
