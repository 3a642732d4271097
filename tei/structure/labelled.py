"""Texts in several languages with a label before each: 中文：… English: …, (中) … (英) …, or FR: … EN: … and the like."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tei.languages import pack_for, packs
from tei.languages.choices import any_of
from tei.languages.scripts import main_script
from tei.model.inline import cut, texts
from tei.model.source import LayoutKind, LedgerEntry, LedgerKind, Line
from tei.model.span import Span
from tei.structure.language import UNKNOWN, language_of
from tei.structure.units import Unit

_CODE = 3  # letters of a label that is an abbreviation, at most
_LONGEST = 60  # characters of a label, and more
_END = re.compile("[:：)）\\]】〕]")  # of a label
_SHORT = 30  # characters of a text whose words may be names


@dataclass(slots=True)
class _Part:
    """A text with its label: the language it says, the characters of the label, the lines of the text."""

    code: str
    label: list[Span]
    lines: list[Line]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def part_languages(units: Sequence[Unit]) -> tuple[list[Unit], list[LedgerEntry], list[tuple[Span, str]]]:
    """The units with a unit for each labelled text, the labels set aside, and what they say of the language of each.

    A label counts where the text behind it can be in that language, and where several languages are labelled.
    """
    found = [_parts(unit) for unit in units]
    if len({part.code for parts in found for part in parts if part.lines}) < 2:
        return list(units), [], []
    out: list[Unit] = []
    ledger: list[LedgerEntry] = []
    said: list[tuple[Span, str]] = []
    for unit, parts in zip(units, found, strict=True):
        ledger += [LedgerEntry(span, LedgerKind.MARKER) for part in parts for span in part.label]
        gap = unit.gap
        for part in parts:
            if part.lines:
                span = part.lines[0].span.cover(part.lines[-1].span)
                out.append(replace(unit, lines=tuple(part.lines), span=span, gap=gap))
                said.append((span, part.code))
                gap = 0
        if not parts:
            out.append(unit)
    return out, ledger, said


def _parts(unit: Unit) -> list[_Part]:
    """The labelled texts that a unit consists of; none where it does not, or where a label contradicts its text."""
    parts: list[_Part] = []
    for line in unit.lines if unit.kind is not LayoutKind.TABLE else ():
        # Asked first, since to look for labels everywhere takes long.
        if not parts and not (_END.search(line.text, 0, _LONGEST) and _pattern().match(line.text)):
            return []
        labels = list(_labels(line.text))
        if not parts and (not labels or labels[0][0] > 0):
            return []
        start = 0
        for begin, end, code in [*labels, (len(line.text), len(line.text), "")]:
            if line.text[start:begin].strip():
                parts[-1].lines.append(_piece(line, start, begin))
            if code:
                label = [leaf.span for leaf in texts(cut(line.content, begin, end))]
                parts.append(_Part(code, label, []))
            start = end
    return parts if all(_fits(part) for part in parts) else []


def _piece(line: Line, start: int, end: int) -> Line:
    """The part of a line without the white space at its ends."""
    text = line.text[start:end]
    content = cut(line.content, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
    spans = [leaf.span for leaf in texts(content)]
    return replace(line, content=content, span=spans[0].cover(spans[-1]))


def _fits(part: _Part) -> bool:
    """Whether the text can be in the language that its label says."""
    scripts = pack_for(part.code).scripts
    script = main_script(part.text)
    told = language_of(part.text)
    return script in ("", *scripts) and (
        told in ("", part.code) or script != scripts[0] or (told != UNKNOWN and len(part.text) <= _SHORT)
    )


def _labels(text: str) -> Iterator[tuple[int, int, str]]:
    """Where labels stand in a line, with the language that each says; those without a bracket end with a colon."""
    for match in _pattern().finditer(text):
        label = match["label"]
        code = _codes()[label.casefold()]
        if match["bracket"] or len(label) > _CODE or not label.isascii() or label.isupper():
            yield match.start(), match.end(), code


@cache
def _codes() -> dict[str, str]:
    return {label: pack.code for pack in packs() for label in pack.language_labels}


@cache
def _pattern() -> re.Pattern[str]:
    labels = any_of(list(map(re.escape, label)) for label in sorted(_codes(), key=len, reverse=True))
    return re.compile(
        rf"(?<![^\s。.!?！？;；”\"’)）\]】/])(?P<bracket>[(（\[【〔]\s?)?(?P<label>{labels})"
        rf"(?(bracket)\s?[)）\]】〕][ \t]?[:：]?|[ \t]?[:：])[ \t\u3000]*",
        re.IGNORECASE,
    )
