"""Where the sentences of a text begin and end, by the words of a language pack.

The stops of scripts that have their own (。！？।) end a sentence wherever they stand; those of Western punctuation only
before white space, and not before a small letter. What a stop after an abbreviation, an initial or a number means is
asked of the pack. Semicolons and colons end nothing, and an ellipsis only before a capital letter or with a closing
quotation mark after it: so do the hand-made segmentations that aligners are measured on.
"""

import re
from dataclasses import dataclass
from functools import cache

from tei.languages.base import LanguagePack, SentenceWords
from tei.languages.scripts import script_of

# Stops that need no white space after them: Unicode's Sentence_Terminal (UAX #44), without the Western ones.
_FIRM = "。！？｡．﹒﹗﹖։؟۔।॥။።፧፨᠃᠉⁇⁈⁉‼"
_WESTERN = ".!?…⋯"
_STOPS = re.compile(f"[{re.escape(_FIRM + _WESTERN)}]+")
_DOTS = frozenset(".…⋯")
# What closes in every language; a pack adds its own. The second ones do so after white space as well.
_CLOSERS = "”’»›)]}」』）］｝】〕〉》"
_LOOSE_CLOSERS = "”)]」』）］】〕》"
_CONTINUE = ",;:，、；：､"
_UNSPACED = ("Hani", "Kana")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_BEFORE_WORDS = " \t\n\r\u00a0\u202f\u3000’'"
_OPENING = re.compile(r"\s*[^\w\s]{0,5}\s?[^\w\s]{0,3}")
_WORD = re.compile(r"[^\W_](?:[\w’'-]{0,30})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})*")
_COUNTER = re.compile(r"\W{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxlc]{1,7})\W{0,2}", re.IGNORECASE)
# No abbreviation, and no label of an article, is longer.
_LONGEST_WORD = 24
_LONGEST_LABEL = 40


def split_sentences(text: str, pack: LanguagePack) -> list[tuple[int, int]]:
    """The sentences of `text` as half-open character offsets, in order, without the white space between them.

    Every other character is in exactly one. What has no letter and no digit is no sentence of its own, unless there
    is nothing else. Time is linear in the length of `text`.
    """
    return _Splitter(text, pack).sentences()


@dataclass(frozen=True, slots=True)
class _Next:
    """The first word after a stop, "" when none follows; `dotted`: it has a stop of its own."""

    word: str
    dotted: bool


class _Splitter:
    """One text on its way through."""

    def __init__(self, text: str, pack: LanguagePack) -> None:
        self._text = text
        self._words: SentenceWords = pack.sentences
        self._pack = pack
        self._closers = pack.closing_marks + _CLOSERS
        self._labels = _compiled(pack.article_labels)
        self._quotes = 0  # straight double quotes up to `_counted`
        self._counted = 0

    def sentences(self) -> list[tuple[int, int]]:
        text, found = self._text, list[tuple[int, int]]()
        start = _skip_space(text, 0)
        checked, worded, past = start, False, start
        for stop in _STOPS.finditer(text):
            if stop.start() < past:  # it stands behind a mark that closed the sentence before
                continue
            end = self._close(stop.end())
            worded = worded or any(map(str.isalnum, text[checked:end]))
            checked = end
            if worded and self._ends(start, stop.start(), stop.end(), end):
                found.append((start, end))
                start = past = checked = _skip_space(text, end)
                worded = False
        last = len(text.rstrip())
        if start >= last:
            return found
        if found and not any(map(str.isalnum, text[checked:last])) and not worded:
            return [*found[:-1], (found[-1][0], last)]
        return [*found, (start, last)]

    def _close(self, position: int) -> int:
        """Where the closing quotation marks, brackets and note numbers after a stop at `position` end."""
        text = self._text
        while position < len(text):
            if (character := text[position]) in "\"'":
                if not self._closes(position):
                    return position
                position += 1
            elif character in self._closers:
                position += 1
            elif note := _FOOTNOTE.match(text, position):
                position = note.end()
            elif character.isspace():
                after = _skip_space(text, position)
                if not self._closes_after_space(after):
                    return position
                position = after + 1
            else:
                return position
        return position

    def _closes(self, position: int) -> bool:
        """Whether the straight quotation mark at `position`, right after a stop, closes."""
        text = self._text
        self._quotes += text.count('"', self._counted, position)
        self._counted = max(self._counted, position)
        after = text[position + 1 : position + 2]
        return not after.isalnum() or (text[position] == '"' and self._quotes % 2 == 1)

    def _closes_after_space(self, position: int) -> bool:
        mark, after = self._text[position : position + 1], self._text[position + 1 : position + 2]
        return bool(mark) and (mark in _LOOSE_CLOSERS or (mark in "»’" and not after.isalnum()))

    def _ends(self, start: int, stop: int, after_stop: int, end: int) -> bool:
        """Whether the sentence from `start` ends with the stop at `stop` and the closing marks up to `end`."""
        text, marks = self._text, self._text[stop:after_stop]
        if end == len(text):
            return True
        following = text[end]
        if following in _CONTINUE:
            return False
        if any(mark in _FIRM for mark in marks):
            within_number = marks == "．" and text[stop - 1 : stop].isdigit() and following.isdigit()
            return not within_number and not (end > after_stop and text.startswith(self._words.goes_on or ("\0",), end))
        if not following.isspace():
            unspaced = _unspaced(following) and (stop == 0 or not text[stop - 1].isalnum() or _unspaced(text[stop - 1]))
            return unspaced and (not _DOTS.issuperset(marks) or (marks == "." or end > after_stop))
        return self._ends_before_space(start, stop, marks, end, closed=end > after_stop)

    def _ends_before_space(self, start: int, stop: int, marks: str, end: int, *, closed: bool) -> bool:
        """The same for a Western stop that white space follows."""
        text = self._text
        after = _skip_space(text, end)
        if text[after : after + 1] in _CONTINUE + _WESTERN:
            return False
        opening = _OPENING.match(text, end)
        word = _WORD.match(text, opening.end()) if opening else None
        following = _Next(word[0], text.startswith(".", word.end())) if word else _Next("", False)
        first = following.word[:1]
        if first.islower():
            return False
        if marks == ".":
            return self._ends_with_dot(start, stop, following)
        return not _DOTS.issuperset(marks) or closed or first.isupper()

    def _ends_with_dot(self, start: int, stop: int, following: _Next) -> bool:
        """The same for a single full stop: not after a counter, an abbreviation, an initial or an ordinal."""
        if self._is_label(start, stop):
            return False
        before = self._word_before(start, stop)
        word = before.lower() + "."
        if word in self._words.abbreviations:
            return False
        if word in self._words.before_numbers and (following.word[:1].isdigit() or _is_roman(following.word)):
            return False
        if word in self._words.last or _INITIALS.fullmatch(before):
            return self._begins(following)
        if self._words.ordinals and _NUMBER.fullmatch(before):
            year = len(before) > 2 and following.word[:1].isupper()
            return year or self._begins(following)
        return True

    def _is_label(self, start: int, stop: int) -> bool:
        """Whether the sentence so far is only its number or the label of an article: 1. · a. · Art. 5."""
        if stop - start > _LONGEST_LABEL:
            return False
        if _COUNTER.fullmatch(self._text, start, stop):
            return True
        kind, _, number = self._text[start:stop].partition(" ")
        if kind.lower() in self._words.before_numbers and (_NUMBER.fullmatch(number) or _is_roman(number)):
            return True
        return any((m := label.match(self._text, start)) is not None and m.end() >= stop for label in self._labels)

    def _word_before(self, start: int, stop: int) -> str:
        window = self._text[max(start, stop - _LONGEST_WORD) : stop]
        word = window[max(map(window.rfind, _BEFORE_WORDS)) + 1 :]
        return word.lstrip('"“”‘«»„([{（「『—–-')

    def _begins(self, following: _Next) -> bool:
        """Whether a word is one that sentences begin with: its capital is not that of a name."""
        small = following.word.lower()
        if following.dotted or not following.word[:1].isupper():
            return False
        return small in self._pack.function_words and small not in map(str.lower, self._pack.dates.months)


@cache
def _compiled(labels: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\W{{0,2}}(?:{label})", re.IGNORECASE) for label in labels)


@cache
def _unspaced(character: str) -> bool:
    """Whether it is of a script that sets no spaces between words."""
    return script_of(character) in _UNSPACED


def _is_roman(word: str) -> bool:
    return bool(word) and set(word) <= set("IVXLC")


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
