"""Marks inside a line of Markdown: emphasis, code, links, escapes, HTML tags.

A subset of CommonMark that needs no look beyond the line; what does not pair is text. Offsets are kept, which is why
this is not a Markdown library's work: those give none inside a line.
"""

import re

from tei.model.inline import Highlight, Inline, Milestone, Text
from tei.model.source import Decoded, LedgerEntry, LedgerKind
from tei.model.span import Span

_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<image><img\b[^<>]*>)"
    r"|(?P<tag></?(?!pb\b)[A-Za-z][^<>]*>)"  # a page break is read where the others are
    r"|!\[(?P<alt>[^\[\]]*)\]\((?P<url>[^()\s]*)(?:\s+[\"'][^\"']*[\"'])?\)"
    r"|\[(?P<label>[^\[\]]*)\]\((?P<target>[^()\s]*)\)"
    r"|(?P<run>\*{1,3}|_{1,3}|`+)"
    r"|(?P<break>\\)\Z"  # a hard line break
)
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)\s*=\s*(\"|')(.*?)\2")
_REND = {1: "italic", 2: "bold", 3: "bold italic"}


def markdown_inline(decoded: Decoded, start: int, end: int) -> tuple[tuple[Inline, ...], list[LedgerEntry]]:
    """The characters from `start` to `end` with emphasis as `Highlight`, and the marks themselves as ledger entries."""
    return _read(decoded, start, end)


def _read(decoded: Decoded, start: int, end: int) -> tuple[tuple[Inline, ...], list[LedgerEntry]]:
    out: list[Inline] = []
    ledger: list[LedgerEntry] = []
    text = decoded.text
    position = plain_from = start

    def keep(until: int) -> None:
        if plain_from < until:
            out.append(Text(text[plain_from:until], Span(decoded.file, plain_from, until)))

    def drop(begin: int, until: int) -> None:
        ledger.append(LedgerEntry(Span(decoded.file, begin, until), LedgerKind.MARKUP))

    while match := _MARKS.search(text, position, end):
        begin, stop = match.span()
        position = stop
        if match["escaped"]:
            keep(begin)
            drop(begin, begin + 1)
            plain_from = begin + 1
        elif match["url"] is not None or match["image"]:
            keep(begin)
            picture = _picture(match)
            out += [picture] if picture.n or picture.description else []
            drop(begin, stop)
            plain_from = stop
        elif match["tag"] or match["break"]:
            keep(begin)
            drop(begin, stop)
            plain_from = stop
        elif match["label"] is not None:
            keep(begin)
            label_start, label_end = match.span("label")
            drop(begin, label_start)
            inner, marks = _read(decoded, label_start, label_end)
            out.extend(inner)
            ledger.extend(marks)
            drop(label_end, stop)
            plain_from = stop
        else:
            closing = _closing(text, match["run"], begin, stop, start, end)
            if closing < 0:
                continue
            keep(begin)
            drop(begin, stop)
            size = stop - begin
            inner, marks = _read(decoded, stop, closing)
            ledger.extend(marks)
            drop(closing, closing + size)
            rend = "monospace" if match["run"][0] == "`" else _REND[size]
            out.append(Highlight(rend, inner))
            position = plain_from = closing + size
    keep(end)
    return tuple(out), ledger


def _picture(match: re.Match[str]) -> Milestone:
    """The picture that a mark or a tag shows; what is written into the file is no address."""
    if match["image"]:
        attributes = {name.lower(): value for name, _, value in _ATTRIBUTE.findall(match["image"])}
        url, description = attributes.get("src", ""), attributes.get("alt", "")
    else:
        url, description = match["url"], match["alt"]
    return Milestone("figure", n="" if url.startswith("data:") else url, description=description.strip())


def _closing(text: str, run: str, begin: int, stop: int, start: int, end: int) -> int:
    """Where the run that closes `run` begins; -1 when it does not open an emphasis (CommonMark: flanking runs)."""
    if stop >= end or text[stop].isspace():
        return -1
    if run[0] == "_" and begin > start and text[begin - 1].isalnum():
        return -1
    at = text.find(run, stop + 1, end)
    while at >= 0:
        after = at + len(run)
        inner = run[0] == "_" and after < end and text[after].isalnum()
        whole = text[after : after + 1] != run[0] and text[at - 1] != run[0]
        if not text[at - 1].isspace() and whole and not inner:
            return at
        at = text.find(run, at + 1, end)
    return -1
