"""Ruby as typed in Japanese text, `漢字《かんじ》` or `｜お茶《おちゃ》`: readings as notes, their marks and remarks as markup.

The form is that of Aozora Bunko (https://www.aozora.gr.jp/annotation/). The same brackets stand around titles, in Chinese
and of works of art in Japanese: so it counts only where a file uses them for nothing else, or says that they are ruby.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tei.model.inline import Highlight, Inline, Note, Text, texts
from tei.model.source import Chunk, Decoded, LedgerEntry, LedgerKind, Line, split_lines
from tei.model.span import Span

_HAN = r"[㐀-䶿一-鿿豈-﫿々〆〇ヶ\U00020000-\U0003ffff]"
_RUBY = re.compile(
    rf"(?:(?P<bar>｜)[^｜《》\s]{{1,30}}|(?<={_HAN}))(?P<open>《)[ぁ-ゖァ-ヺー・ゝゞヽヾ]{{1,30}}(?P<close>》)"
)
# What a typist says of the page, ［＃地から５字上げ］: where a line stood, how its type was set.
_REMARK = re.compile(r"[［\[][＃#][^\]］\n]{1,60}[］\]]")
_BRACKETED = re.compile(r"《[^《》]+》")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")  # Japanese, and no other language, is written with them
_DECLARED = re.compile(r"《》\s*[：:]\s*ルビ")
_EXAMPLE = re.compile(r"[（(]例[）)]")  # below such a declaration: no part of the text
_LEAST = 2  # readings that show a habit; one may be a title


def with_ruby(decoded: Decoded, chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[LedgerEntry]]:
    """`chunks` with each certain reading in a `Note` of type “ruby”, the marks around the readings, and remarks on the page."""
    marks = [_REMARK] if _REMARK.search(decoded.text) else []
    marks += [_RUBY] if _has_ruby(decoded.text) else []
    if not marks:
        return list(chunks), []
    ledger: list[LedgerEntry] = []
    return [replace(chunk, lines=tuple(_line(line, marks, ledger) for line in chunk.lines)) for chunk in chunks], ledger


def _has_ruby(text: str) -> bool:
    if "《" not in text:
        return False
    lines = [line for line in split_lines(text) if "《" in line and _is_japanese(line)]
    readings = sum(1 for line in lines for _ in _RUBY.finditer(line))
    brackets = sum(1 for line in lines for _ in _BRACKETED.finditer(line))
    return bool(_DECLARED.search(text)) or (readings >= _LEAST and readings == brackets)


def _is_japanese(line: str) -> bool:
    return _HIRAGANA.search(_BRACKETED.sub("", line)) is not None


def _line(line: Line, marks: Sequence[re.Pattern[str]], ledger: list[LedgerEntry]) -> Line:
    ruby = "《" in line.text and _is_japanese(line.text)
    own = [mark for mark in marks if (mark is _REMARK or ruby) and mark.search(line.text)]
    if not own or _EXAMPLE.match(line.text) or not _REMARK.sub("", line.text).strip():
        return line
    content = tuple(_read(line.content, own, ledger))
    leaves = list(texts(content))
    return replace(line, content=content, span=leaves[0].span.cover(leaves[-1].span))


def _read(content: Iterable[Inline], marks: Sequence[re.Pattern[str]], ledger: list[LedgerEntry]) -> Iterator[Inline]:
    for node in content:
        match node:
            case Text():
                yield from _parts(node, marks, ledger)
            case Highlight():
                yield replace(node, content=tuple(_read(node.content, marks, ledger)))
            case _:
                yield node


def _parts(node: Text, marks: Sequence[re.Pattern[str]], ledger: list[LedgerEntry]) -> Iterator[Inline]:
    """The text, cut at the readings and remarks in it."""

    def cut(start: int, end: int) -> Iterator[Text]:
        if start < end:
            span = Span(node.span.file, node.span.start + start, node.span.start + end)
            yield Text(node.text[start:end], span)

    done = 0
    for match in sorted((m for mark in marks for m in mark.finditer(node.text)), key=re.Match.start):
        if match.start() < done:
            continue  # inside a remark
        if match.re is _REMARK:
            yield from cut(done, match.start())
            ledger += [LedgerEntry(leaf.span, LedgerKind.MARKUP) for leaf in cut(*match.span())]
            done = match.end()
            continue
        if match["bar"]:
            yield from cut(done, match.start())
            done = match.end("bar")
        yield from cut(done, match.start("open"))
        yield Note("ruby", tuple(cut(match.end("open"), match.start("close"))))
        done = match.end()
        for mark in ("bar", "open", "close"):
            ledger += [LedgerEntry(leaf.span, LedgerKind.MARKUP) for leaf in cut(*match.span(mark))]
    yield from cut(done, len(node.text))
