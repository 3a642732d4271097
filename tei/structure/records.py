"""A catalogue's record among the lines above a text, where it stands too deep or is too loose for metadata lines.

Its fields are a label and a value on one line, with a colon or without, or one below the other.
"""

import re
from collections.abc import Sequence
from functools import cache

from tei.languages import packs
from tei.structure.site_lines import metadata_labels
from tei.structure.units import Unit

_FEWEST = 3  # fields
_LONGEST_LABEL = 40
_LONGEST_VALUE = {True: 400, False: 80}  # characters, by whether the label has a colon
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:：]{0,38}?)\s?[:：](?:\s*(?P<value>\S.*))?")
_SENTENCE_END = ".。!！?？;；,，"


def record_in(units: Sequence[Unit], deepest: int) -> set[int]:
    """The units of a record among the first `deepest`; none where fewer than three fields stand together.

    Half of the labels must be known, and one of them from catalogues; two, beside a label of letters (From, To).
    """
    index = 0
    while index < min(deepest, len(units)):
        found: list[int] = []
        labels: list[str] = []
        while index < min(deepest, len(units)) and (field := _field(units[index : index + 2])):
            found += range(index, index + field[1])
            labels.append(field[0])
            index += field[1]
        known = [label for label in labels if label in _labels()]
        of_letter = any(label in _of_letters() for label in labels)
        catalogued = sum(label in _of_catalogues() for label in labels) > of_letter
        fit = len(labels) >= _FEWEST and 2 * len(known) >= len(labels) and catalogued
        if fit and index < len(units):
            return {number for number in found if units[number].lines}
        index += not found
    return set()


def _field(units: Sequence[Unit]) -> tuple[str, int] | None:
    """The label of the field that `units` begin with, in small letters, and how many units it takes."""
    text = units[0].text.strip()
    below = units[1].text if len(units) > 1 else ""
    if len(text) <= _LONGEST_VALUE[True] and (match := _FIELD.fullmatch(text)):
        label = match["label"].casefold()
        if match["value"]:
            return label, 1
        return (label, 2) if label in _labels() and 0 < len(below) <= _LONGEST_VALUE[True] else None
    if len(text) > _LONGEST_VALUE[False] or text.endswith(tuple(_SENTENCE_END)):
        return None
    if text.casefold() in _labels():
        return (text.casefold(), 2) if 0 < len(below) <= _LONGEST_VALUE[False] else None
    words = text.split(maxsplit=1)
    label = words[0].casefold() if len(words) == 2 else ""
    return (label, 1) if label in _labels() else None


@cache
def _labels() -> frozenset[str]:
    """Labels of two letters at least, since a single one may be a word of the text."""
    return frozenset(label for label in _of_catalogues() | metadata_labels() if len(label) > 1)


@cache
def _of_catalogues() -> frozenset[str]:
    return frozenset(label for pack in packs() for label in pack.layout.record_labels)


@cache
def _of_letters() -> frozenset[str]:
    words = (word for pack in packs() for word in (*pack.letters.sender_labels, *pack.letters.recipient_labels))
    return frozenset(word.casefold() for word in words)
