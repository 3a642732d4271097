"""Page breaks: what a transcription writes where a page of its original begins becomes a `pb` milestone.

People mark pages in many ways: `[p. 12]`, `{Page 12}`, `-12-`, `〔12〕`, “Page 12 of 30”, a form feed. A mark with a word
for page in it is one wherever it stands in brackets; a number alone needs more: a line of its own, brackets that are
used for nothing else, or neighbours that count on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import is_

from tei.languages import packs
from tei.model.inline import Inline, Milestone, cut, plain_text, texts
from tei.model.source import Chunk, Decoded, LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.structure.running import running_lines

_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4}|\s?[rvab]\b)?|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}"
_VALUE = re.compile(r"\d{1,4}[rvab]?\b|\d{1,4}|\b[ivxlcdmIVXLCDM]{1,8}\b")
_FORM_FEED = "\u240c"  # the picture that stands for it, since XML forbids the character itself
_OPEN = r"[\[{〔［【<⟨|]{1,2}\s*(?:!--\s*)?"
_CLOSE = r"\s*(?:--|/)?[\]}〕］】>⟩|]{1,2}"
_SIGNS = tuple(  # that marks in a line have
    map(re.compile, (rf"[\[{{〔［【<⟨|{_FORM_FEED}]", r"\s[-–—]", r"\d (?:of|de|von|sur|van) \d"))
)
_DASH = r"[-–—=~*#_]"
_NOTE_LABEL = re.compile(r"(?:[\[(（［](?P<inside>\d{1,3})[\])）］]|(?P<bare>\d{1,3})[.)]?(?=\s))\s?\S")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A page mark in a line: its range, the number, and whether it needs others that count on with it."""

    start: int
    end: int
    n: str
    doubtful: bool = False


@cache
def _named() -> str:
    """A word for page with its number, in any language."""
    marks = [mark.replace("<n>", f"(?:{_NUMBER})") for pack in packs() for mark in pack.layout.page_marks]
    return "(?:" + "|".join((*marks, rf"(?:pb|PB)(?:\s+n\s*=)?\s*[\"']?(?:{_NUMBER})[\"']?")) + ")"


@cache
def _whole_lines() -> tuple[re.Pattern[str], ...]:
    """What a line is that says of a page and of nothing else; the last one may be a folio or anything."""
    return (
        re.compile(
            rf"(?:{_DASH}{{1,20}}\s*|{_OPEN}|[(（])?{_named()}(?:\s*{_DASH}{{1,20}}|{_CLOSE}|[)）])?", re.IGNORECASE
        ),
        re.compile(rf"(?:[-–—←]{{1,3}}\s*(?:{_NUMBER})\s*[-–—→]{{1,3}}|[=~*]{{1,9}}\s*\d{{1,4}}\s*[=~*]{{1,9}})"),
        re.compile(r"[\[{〔［【⟨|]{1,2}\s*\d{1,4}\s*[\]}〕］】⟩|]{1,2}"),
    )


@cache
def _inside() -> re.Pattern[str]:
    """A mark in running text; `named` and `sure` ones stand for themselves, a `bare` one needs its neighbours."""
    free, after = r"(?<=\s)", r"(?=\s|$)"
    return re.compile(
        rf"(?P<named>(?i:(?:(?P<open>{_OPEN})|{free}-{{1,3}}\s?){_named()}(?(open){_CLOSE}|\s?-{{1,3}}{after}))"
        rf"|{free}[A-Z][a-z]+ \d{{1,4}} (?:of|de|von|sur|van) \d{{1,4}}{after}(?<!\.))"
        rf"|{free}(?P<sure>[-–—]{{1,2}}\s?\d{{1,4}}\s?[-–—]{{1,2}}|\{{{{1,2}}\s?\d{{1,4}}\s?\}}{{1,2}}|\|\s?\d{{1,4}}\s?\||〔\s?\d{{1,4}}\s?〕){after}"
        rf"|{free}(?P<bare>[\[［【⟨]\s?\d{{1,3}}\s?[\]］】⟩]){after}"
    )


def mark_pages(chunks: Sequence[Chunk], decoded: Decoded) -> tuple[list[Chunk], list[LedgerEntry]]:
    """The chunks with a `pb` in place of every page mark, and the marks as ledger entries.

    A mark on a line of its own goes to the start of the next line of text, and takes no room between lines: what it
    parted can be joined. A number alone on a line counts as a mark where it breaks a sentence off.
    """
    running = running_lines(chunks)
    marks = [
        [
            [_Mark(0, len(line.text), running[line.span.start])]
            if line.span.start in running
            else _marks(line, chunk.kind, decoded)
            for line in chunk.lines
        ]
        for chunk in chunks
    ]
    values = {int(mark.n) for lines in marks for line in lines for mark in line if mark.n.isdigit()}
    notes = _labels_of_notes(chunks, marks)
    counted = {value for value in values if {value - 1, value + 1} & values and value not in notes}
    ledger: list[LedgerEntry] = []
    pending: list[Milestone] = []
    done: list[Chunk] = []
    for chunk, found in zip(chunks, marks, strict=True):
        lines: list[Line] = []
        for line, here in zip(chunk.lines, found, strict=True):
            sure = [mark for mark in here if not mark.doubtful or int(mark.n) in counted]
            whole = [mark for mark in sure if mark.start <= 0 and mark.end >= len(line.text)]
            if whole:
                pending = [*(page for page in pending if page.n), Milestone("pb", n=whole[0].n)]  # foot, then head
                ledger += [LedgerEntry(leaf.span, LedgerKind.PAGE) for leaf in texts(line.content)]
                continue
            if sure or pending:
                content, spans = _replace(line, sure)
                ledger += [LedgerEntry(span, LedgerKind.PAGE) for span in spans]
                line = replace(line, content=(*pending, *content))
                pending = []
            lines.append(line)
        if lines:
            span = lines[0].span.cover(lines[-1].span)
            same = span == chunk.span and len(lines) == len(chunk.lines) and all(map(is_, lines, chunk.lines))
            done.append(chunk if same else replace(chunk, lines=tuple(lines), span=span))
        elif not chunk.lines:
            done.append(chunk)
    return _at_end(done, pending), ledger


def _labels_of_notes(chunks: Sequence[Chunk], marks: Sequence[Sequence[Sequence[_Mark]]]) -> set[int]:
    """The numbers in brackets that are marks of notes: each stands again before a line below the last of them."""
    lines = [
        (line, found)
        for chunk, row in zip(chunks, marks, strict=True)
        for line, found in zip(chunk.lines, row, strict=True)
    ]
    bare = [(index, int(mark.n)) for index, (_, found) in enumerate(lines) for mark in found if mark.doubtful]
    if not bare:
        return set()
    last = max(index for index, _ in bare)
    labels = [
        match["inside"] or match["bare"] for line, _ in lines[last + 1 :] if (match := _NOTE_LABEL.match(line.text))
    ]
    numbers = {number for _, number in bare}
    return numbers if numbers <= {int(label) for label in labels} else set()


def _at_end(chunks: list[Chunk], pending: Sequence[Milestone]) -> list[Chunk]:
    """The chunks with the breaks after the last line at its end; one without a number is only the foot of its page."""
    pending = [page for page in pending if page.n]
    last = next((index for index in range(len(chunks) - 1, -1, -1) if chunks[index].lines), None)
    if not pending or last is None:
        return chunks
    chunk = chunks[last]
    line = replace(chunk.lines[-1], content=(*chunk.lines[-1].content, *pending))
    chunks[last] = replace(chunk, lines=(*chunk.lines[:-1], line))
    return chunks


def _marks(line: Line, kind: LayoutKind, decoded: Decoded) -> list[_Mark]:
    text = line.text
    printed = _printed(line, decoded) if kind is LayoutKind.ITEM else text  # “- 12 -” looks like an item
    named, dashed, bracketed = _whole_lines()
    if printed.strip(_FORM_FEED + " ") == "" and printed:
        return [_Mark(0, len(text), "")]
    if len(printed) <= 60 and any(pattern.fullmatch(printed) for pattern in (named, dashed, bracketed)):
        return [_Mark(0, len(text), _number(printed))]
    return [*_newspaper_marks(text), *_inline_marks(text)]


def _printed(line: Line, decoded: Decoded) -> str:
    start = decoded.text.rfind("\n", 0, line.span.start) + 1
    return decoded.text[start : line.span.end].strip()


def _newspaper_marks(text: str) -> Iterator[_Mark]:
    """The page and column of a newspaper's transcription, run on in one line with its headline and text."""
    for page, column in _page_and_column():
        for match in page.finditer(text):
            label = column.match(text, match.end())
            if label is not None:
                yield _Mark(match.start(), label.start("value"), match["value"])


@cache
def _page_and_column() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(page), re.compile(rf"\s*{column}"))
        for pack in packs()
        for page in pack.page_lines
        for column in pack.column_lines
    )


def _inline_marks(text: str) -> Iterator[_Mark]:
    if not any(sign.search(text) for sign in _SIGNS):
        return
    for match in _inside().finditer(text):
        if match["named"] and match["named"][0].isalpha() and not re.match(_named(), match["named"], re.IGNORECASE):
            continue  # “Room 2 of 30”
        yield _Mark(match.start(), match.end(), _number(match.group()), doubtful=bool(match["bare"]))
    for match in re.finditer(_FORM_FEED, text):
        yield _Mark(match.start(), match.end(), "")


def _number(text: str) -> str:
    """The number of the page that a mark names; of two, as in “12 of 30”, the first."""
    found = re.search(r"\d{1,4}[rvab]?(?![^\W\d_])", text) or _VALUE.search(text)
    return found.group() if found else ""


def _replace(line: Line, marks: Sequence[_Mark]) -> tuple[tuple[Inline, ...], list[Span]]:
    """The line's content with milestones for `marks`, and the spans of what they replace."""
    if not marks:
        return line.content, []
    content: list[Inline] = []
    spans: list[Span] = []
    position = 0
    text = line.text
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start < position:
            continue
        content += cut(line.content, position, len(text[: mark.start].rstrip()))
        spans += [leaf.span for leaf in texts(cut(line.content, mark.start, mark.end))]
        inner = mark.start > 0 and text[mark.start - 1].isalnum() and text[mark.end : mark.end + 1].isalnum()
        content.append(Milestone("pb", n=mark.n, break_="no" if inner else ""))
        position = mark.end
    content += cut(line.content, position, len(text))
    return tuple(content), spans


def leading_breaks(content: tuple[Inline, ...]) -> tuple[tuple[Milestone, ...], tuple[Inline, ...]]:
    """The page breaks that content begins with, and the rest of it."""
    count = 0
    while count < len(content) and isinstance(content[count], Milestone) and plain_text(content[count:]):
        count += 1
    return tuple(node for node in content[:count] if isinstance(node, Milestone)), content[count:]
