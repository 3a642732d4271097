"""Paragraphs whose lines were broken at about one width, as typewriters and mail programs break them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tei.languages import packs
from tei.languages.scripts import main_script
from tei.model.source import Line
from tei.structure.columns import aligned, width
from tei.structure.datelines import dateline
from tei.structure.marks import is_marked
from tei.structure.shapes import COLUMN_GAP
from tei.structure.valedictions import is_valediction

# Nobody types lines wider than this by hand; a longer line is a whole paragraph.
WIDEST_WRAP = 120
# Narrower than this, lines are an address, verse or signatures, not wrapped prose.
_NARROWEST_WRAP = 40
_UNPUNCTUATED = re.compile(r"(?=.*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[\w\s\u3000()（）·・]{1,60}")
_MOST_NAMES = 4  # words
_NARROWEST_PAIR = 60  # of two lines that part at a comma
_ROOM = 6  # columns that stay free in a line before which nobody broke a word off
_FEWEST_HANGING = 4  # lines
_HANGING = 0.6  # share of lines that are set further in where they hang below the first
_FULL = 0.75  # of the widest line, at least, where only some lines are wrapped
_FEWEST_WRAPPED = 3  # such lines, with the one that ends the paragraph
_MOST_CLOSING = 6  # lines of a valediction and a name
_YEAR = re.compile(r"(?<!\d)1[5-9]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)")
_LONGEST_SIGNED = 60  # characters of a line that says who signed
STOPS = (".", "!", "?", "…", "。", "！", "？", "．", ":", "：")
CLOSING = "\"'”’»)]）」』 "


def paragraphs(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Wrapped lines together, others one by one; those in scripts with words and without are told apart first."""
    if len(lines) == 1:
        yield [*lines]
        return
    for start, end in _by_script(lines):
        yield from _paragraphs(lines[start:end])


def _by_script(lines: tuple[Line, ...]) -> Iterator[tuple[int, int]]:
    """The ranges of lines that are all in a script that sets words apart, or all in one that does not."""
    scripts = (main_script(line.text) for line in lines)
    kinds = [script in _UNSPACED if script else None for script in scripts]
    start = 0
    before = kinds[0] if kinds else None
    for index, kind in enumerate(kinds):
        if kind is not None and before is not None and kind is not before:
            yield start, index
            start = index
        before = before if kind is None else kind
    yield start, len(lines)


def _paragraphs(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """The same for lines of one script; a dateline above the text of a letter and a name below it are others."""
    start = _dateline_lines(lines)
    end = len(lines) - _closing_lines(lines[start:])
    yield from ([line] for line in lines[:start])
    if start < end:
        yield from _of_text(lines[start:end])
    yield from ([line] for line in lines[end:])


def _of_text(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """The same for lines of text alone."""
    if not is_wrapped(lines):
        for run in _runs(lines):
            yield from _parted(run) if len(run) > 1 else [run]
        return
    yield from _parted(lines)


def _dateline_lines(lines: Sequence[Line]) -> int:
    """How many lines above several others are a dateline, which prose follows: 1 or 0."""
    if len(lines) < _FEWEST_WRAPPED or not _YEAR.search(lines[0].text):
        return 0
    text = lines[0].text
    long = width(lines[1].text) > _NARROWEST_WRAP and lines[1].text[:1].isupper()
    return int(long and any(pack.dates.beside and dateline(text, pack) is not None for pack in packs()))


def _closing_lines(lines: Sequence[Line]) -> int:
    """How many of several lines are below the text: a name in capitals or with initials, a valediction and a name."""
    if len(lines) < 2:
        return 0
    text, above = lines[-1].text, lines[-2].text
    words = text.rstrip(".,").split()
    if not 0 < len(words) <= _MOST_NAMES or not all(word[:1].isupper() and not word[-1].isdigit() for word in words):
        return 0
    for count, line in enumerate(reversed(lines[-_MOST_CLOSING:-1]), 2):
        if any(is_valediction(line.text, pack) for pack in packs() if pack.letters.closings):
            return count
    named = text.isupper() or (len(words) > 1 and all(len(word) <= 2 or "." in word for word in words[:-1]))
    ended = above.rstrip(CLOSING).endswith((*STOPS, ","))
    return int(named and ended and width(above) > _NARROWEST_WRAP)


def _parted(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The paragraphs of wrapped lines."""
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


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of wrapped lines among others, as the text of a telegram under its heading; the others one by one.

    Such a line is nearly as wide as the widest and ends in the middle of a sentence; the last one of a run does not.
    """
    widest = max(width(line.text) for line in lines)
    run: list[Line] = []
    for line in lines:
        run.append(line)
        if _goes_on(line.text, widest):
            continue
        yield from [run] if len(run) >= _FEWEST_WRAPPED and not _is_listed(run) else ([one] for one in run)
        run = []
    yield from ([one] for one in run)


def _goes_on(text: str, widest: int) -> bool:
    """Whether a line fills the page and breaks its sentence off."""
    if not _NARROWEST_WRAP <= widest <= WIDEST_WRAP or not (text[-1].isalnum() or text[-1] in ",-，、"):
        return False
    return width(text) >= _FULL * widest and not COLUMN_GAP.search(text)


def _is_listed(run: Sequence[Line]) -> bool:
    """Whether all lines of a run begin as names and points do, with a capital."""
    return all(line.text[:1].isupper() for line in run) and not all(line.text.isupper() for line in run)


def _ends_there(line: Line, after: Line, widest: int) -> bool:
    """Whether a paragraph ends with `line`: with a stop, and so early that what comes next had room in it.

    What comes next begins as a paragraph does, or is the article of a treaty, wherever the line before it ends.
    """
    if any(is_marked(text) and len(text) <= _LONGEST_SIGNED for text in (line.text, after.text)):
        return True
    label = _article().match(after.text)
    stopped = line.text.rstrip(CLOSING).endswith(STOPS)
    first = after.text.lstrip(CLOSING + "“„«「『([（")[:1]
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


def is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Whether prose was broken into lines of about one width (as typewriters and mail programs do)."""
    if len(lines) < 2:
        return False
    widths = [width(line.text) for line in lines]
    widest = max(widths)
    if len(lines) == 2 and widest < _NARROWEST_PAIR and lines[0].text.endswith(","):  # as an address is set
        return False
    if len(lines) == 2 and _is_name_below(lines[0].text, lines[1].text):
        return False
    if 2 * sum(bool(COLUMN_GAP.search(line.text)) for line in lines) > len(lines):  # two columns side by side
        return False
    if len(lines) > 2 and aligned(lines) == len(lines):
        return False
    if not _NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return False
    if all(_UNPUNCTUATED.fullmatch(line.text) for line in lines):  # offices, names and dates of East Asia
        return False
    ends = [line.text[-1:] for line in lines]
    open_ends = sum(end.isalnum() or end in ",;-–，、；" for end in ends[:-1])
    full = sum(width >= 0.7 * widest for width in widths[:-1])
    return full >= 0.7 * (len(lines) - 1) and open_ends >= 0.5 * (len(lines) - 1)


def _is_name_below(above: str, text: str) -> bool:
    """Whether the second of two lines is a few words with capitals, and neither is a sentence: an office and a name."""
    words = text.split()
    capitals = len(words) <= _MOST_NAMES and all(word[:1].isupper() for word in words)
    return capitals and above[:1].isupper() and not above.endswith(",") and not text.endswith(STOPS)


def needs_space(before: str, after: str) -> bool:
    """Whether two pieces of running text are set apart by white space in their script."""
    return not (main_script(before[-1:]) in _UNSPACED or main_script(after[:1]) in _UNSPACED)


_UNSPACED = frozenset({"Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
