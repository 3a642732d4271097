"""Running lines: folios and headers that a page of the original had, typed in where they break a text off.

A number alone, or a line that comes again with another number, may be anything; it is of the page where it stands in
the middle of a sentence, and so are those that count on from it. Above all text, a short line that ends with a stop and
a number is one too: a page was copied with its head.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tei.languages import packs
from tei.languages.dates import normalize_date
from tei.languages.patterns import of_all_languages
from tei.model.source import Chunk, LayoutKind, Line

_LONGEST_HEADER = 90
_LONGEST_CLASSIFICATION = 40
_FEWEST_LETTERS = 4  # of a header
_SHORTEST_TORN = 20  # letters of a line that breaks off
_FOLIO = re.compile(r"\d{1,4}")
# At the top of the first page: “SOUTHERN COUNTRY. 761”, “Depeschen. 35”, “761 SOUTHERN COUNTRY.”
_FIRST_HEADER = re.compile(r"(?P<first>\d{1,4})\s+(?P<right>\D+)\.|(?P<left>\D+[^\W\d_]{4})\.\s+(?P<last>\d{1,4})")
_FIRST_LINES = 3  # lines in which such a header is looked for
_MOST_WORDS = 4  # of one that is not in capitals
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_SHEET = re.compile(r"\d{1,2}\s?\*{1,2}")  # the signature of a printed sheet, at the foot of its pages
# A number far from the words beside it, as a page's head is set.
_FAR = re.compile(r"(?P<first>\d{1,4})\s{3,}\S.*|.*[^\s:：]\s{3,}(?P<last>\d{1,4})")
_HEADER = re.compile(r"(?P<first>\d{1,4})\s+\D.*|.*\S\s+(?P<last>\d{1,4})")


def running_lines(chunks: Sequence[Chunk]) -> Mapping[int, str]:
    """The lines that are a page's own, by where they begin in the source, with the number of the page that begins there.

    The number is "" where it is not known: that of a folio at the foot of a page is the number of the page before it.
    """
    lines = [line for chunk in chunks if chunk.kind is LayoutKind.TEXT for line in chunk.lines]
    torn = {index for index in range(1, len(lines) - 1) if _goes_on(lines[index - 1].text, lines[index + 1].text)}
    found = {line.span.start: n for line in lines if (n := _of_series(line.text)) is not None}
    found |= {lines[index].span.start: "" for index in _beside_heads(lines, found)}
    found |= {lines[index].span.start: "" for index in _repeated(lines, torn)}
    found |= {line.span.start: n for line in lines[:_FIRST_LINES] if (n := _first_header(line.text))}
    found |= {line.span.start: "" for line in lines if _SHEET.fullmatch(line.text)}
    for index in torn:  # capitals and a number where a sentence breaks off
        if (match := _HEADER.fullmatch(lines[index].text)) and lines[index].text.isupper():
            found[lines[index].span.start] = match["first"] or match["last"]
    folios = {index: int(line.text) for index, line in enumerate(lines) if _FOLIO.fullmatch(line.text)}
    sure = {index for index in folios if index in torn}
    if sure:
        kept = _counting(folios, sure)
        at_foot = 0 not in kept
        values = {folios[index] for index in kept}
        for index in kept:
            number = folios[index] + at_foot
            found[lines[index].span.start] = str(number) if number in values else ""
    for group in _headers(lines).values():
        numbers = [number for _, number in group]
        if len(group) > 1 and all(a < b for a, b in pairwise(numbers)) and any(index in torn for index, _ in group):
            found |= {lines[index].span.start: str(number) for index, number in group}
    return found


def _beside_heads(lines: Sequence[Line], found: Mapping[int, str]) -> Iterator[int]:
    """The lines that say how secret a document is above and below the head of each of its pages."""
    heads = {index for index, line in enumerate(lines) if line.span.start in found}
    for index, line in enumerate(lines):
        beside = {index - 1, index + 1, index + 2} & heads
        if (
            beside
            and index not in heads
            and len(line.text) <= _LONGEST_CLASSIFICATION
            and of_all_languages("classifications").fullmatch(line.text)
        ):
            yield index


def _repeated(lines: Sequence[Line], torn: set[int]) -> Iterator[int]:
    """The lines in capitals that come again where sentences break off, most times that they come."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEADER and line.text.isupper():
            places[line.text].append(index)
    for group in places.values():
        if len(group) > 1 and 2 * sum(index in torn for index in group) > len(group):
            yield from (index for index in group if index in torn)


def _first_header(text: str) -> str:
    """The number of the page in a line that is the head of a page and no title, date or sentence; "" for any other."""
    match = _FIRST_HEADER.fullmatch(text) if len(text) <= _LONGEST_HEADER else None
    if match is None:
        far = _FAR.fullmatch(text) if text.isupper() and len(text) <= _LONGEST_HEADER else None
        return (far["first"] or far["last"]) if far else ""
    number, words = match["first"] or match["last"], match["right"] or match["left"]
    plain = words.isupper() or (match["last"] and len(words.split()) <= _MOST_WORDS)
    return number if plain and not _YEAR.fullmatch(number) and not normalize_date(text, packs()) else ""


def _of_series(text: str) -> str | None:
    """The number of the page in a line that a series of treaties or laws prints on each; "" for none, None for others."""
    if len(text) > _LONGEST_HEADER:
        return None
    match = of_all_languages("running_heads").fullmatch(text)
    return (match.groupdict().get("page") or "") if match else None


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence breaks off at the end of one line and goes on in another."""
    open_end = before[-1:].isalpha() or before[-1:] in ",，、-"
    small = after[:1].isalpha() and not after[:1].isupper()
    return open_end and small and sum(map(str.isalpha, before)) >= _SHORTEST_TORN


def _counting(folios: Mapping[int, int], sure: set[int]) -> list[int]:
    """The folios that are sure, and those that count on from them in either direction."""
    order = sorted(folios)
    kept = {*sure}
    for sequence, step in ((order, 1), (order[::-1], -1)):
        for one, other in pairwise(sequence):
            if one in kept and folios[other] == folios[one] + step:
                kept.add(other)
    return sorted(kept)


def _headers(lines: Sequence[Line]) -> Mapping[str, list[tuple[int, int]]]:
    """Lines with a number at one end, by their letters: where each stands, and its number."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        match = _HEADER.fullmatch(line.text) if len(line.text) <= _LONGEST_HEADER else None
        key = "".join(filter(str.isalpha, line.text)).casefold() if match else ""
        if match and len(key) >= _FEWEST_LETTERS:
            groups[key].append((index, int(match["first"] or match["last"])))
    return groups
