"""From the words that an editor quotes to their place in the source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import accumulate

from tei.model.source import Decoded, split_lines
from tei.model.span import Span

_SHOWN = 60  # characters of a line that a hint quotes
_LINES = 5  # line numbers that a message names
_LIKE = 0.5  # from this likeness on a line is worth a hint


class Stale(Exception):
    """What an editor quoted is not in the source, or not there once; `message` says which, `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a source as an editor writes it: words that stand there, the 1-based line they begin in, or both.

    `text` is "" for a whole line, `line` 0 where the words alone are enough. White space of the words counts as one
    space, and matches line ends too.
    """

    text: str
    line: int = 0


def find(anchor: Anchor, decoded: Decoded) -> Span:
    """The one place that `anchor` means; raises Stale when there is none, or when there are several."""
    found = find_all(anchor, decoded)
    if len(found) == 1:
        return found[0]
    numbers = [decoded.lines.position(span.start)[0] for span in found]
    if len(set(numbers)) == 1:
        raise Stale(f"“{_short(anchor.text)}” stands {len(found)} times in line {numbers[0]}", "Quote more of it.")
    shown = ", ".join(map(str, numbers[:_LINES])) + (" …" if len(numbers) > _LINES else "")
    raise Stale(
        f"“{_short(anchor.text)}” stands {len(found)} times in the source",
        f"Add the line you mean, such as line = {numbers[0]}; it stands in lines {shown}.",
    )


def find_all(anchor: Anchor, decoded: Decoded, *, whole_words: bool = False) -> list[Span]:
    """Every place that `anchor` can mean, in order; raises Stale when there is none.

    With `whole_words` none inside a longer word, in scripts that set words apart.
    """
    if not anchor.text:
        return [_whole_line(anchor.line, decoded)]
    words = r"\s+".join(map(re.escape, anchor.text.split()))
    found = [Span(decoded.file, *match.span()) for match in re.finditer(words, decoded.text)]
    if whole_words:
        found = [span for span in found if not _cuts_word(decoded.text, span)]
    here = [span for span in found if anchor.line in (0, decoded.lines.position(span.start)[0])]
    if here:
        return here
    if found:
        numbers = sorted({decoded.lines.position(span.start)[0] for span in found})
        where = ", ".join(map(str, numbers[:_LINES]))
        raise Stale(
            f"“{_short(anchor.text)}” does not stand in line {anchor.line}",
            f"It stands in line {where}: correct `line`.",
        )
    raise Stale(f"“{_short(anchor.text)}” does not stand in the source", _hint(anchor, decoded))


def _cuts_word(text: str, span: Span) -> bool:
    borders = (text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1])
    return any(len(pair) == 2 and all(c.isalpha() and ord(c) < 0x2E80 for c in pair) for pair in borders)


def _whole_line(number: int, decoded: Decoded) -> Span:
    """The characters of a line without the white space around them."""
    lines = split_lines(decoded.text)
    starts = [0, *accumulate(map(len, lines))]
    numbers = list(range(1, len(lines) + 1))
    if decoded.transcript:  # its lines are not those of the file, which are what the editor sees
        numbers = [decoded.lines.position(start)[0] for start in starts[:-1]]
    if number not in numbers or not number:
        raise Stale(f"the source has no line {number}", f"It has {max(numbers, default=0)} lines.")
    start, line = starts[numbers.index(number)], lines[numbers.index(number)]
    begin = start + len(line) - len(line.lstrip())
    if not line.strip():
        raise Stale(f"line {number} of the source is empty", "Name a line with text, or quote the text.")
    return Span(decoded.file, begin, begin + len(line.strip()))


def _hint(anchor: Anchor, decoded: Decoded) -> str:
    """The line of the source that is most like what was quoted, if one is."""
    lines = [(number, line.strip()) for number, line in enumerate(split_lines(decoded.text), 1) if line.strip()]
    first = " ".join(anchor.text.split())
    near = _near(first, lines)
    if near is None:
        return "Correct the quotation, or take the entry out; nothing in the source is like it."
    number, line = near
    return f"Nearest is line {number}: “{_short(line)}”. Quote what stands there now."


def _near(quoted: str, lines: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
    """The line with the piece that is most like `quoted`."""
    texts = [line for _, line in lines]
    close = get_close_matches(quoted, [text[: 2 * len(quoted)] for text in texts], n=1, cutoff=_LIKE)
    if close:
        return next(each for each in lines if each[1].startswith(close[0]))
    best, most = None, 0.0
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(quoted)
    for each in lines[:2000]:
        matcher.set_seq1(each[1][:400])
        share = matcher.find_longest_match().size / len(quoted)
        if share > most:
            best, most = each, share
    return best if most >= _LIKE else None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
