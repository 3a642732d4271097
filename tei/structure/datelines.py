"""Datelines: lines and sentences that say when and where a document was made, by the forms of a language pack."""

import re
from dataclasses import replace
from functools import cache

from tei.languages.base import DateWords, LanguagePack
from tei.languages.bodies import named_body
from tei.languages.date_signs import may_hold_day, may_hold_year
from tei.languages.dates import days_of_no_year, find_dates, words_for_dateline
from tei.languages.patterns import Patterns, any_case, as_written
from tei.languages.people_spaced import rank_length
from tei.structure.line import LineShape, Shape
from tei.structure.marks import marks_at_ends

_SHORT_YEAR = re.compile(r"(?:[,.]?\s*[’'‘]?\d\d(?![\d:.]))?")  # '95, of a century that is not said
_AROUND = '()[]（）【】〔〕。．」』”«»“„‹›" '
_DATE_SLOT = "\x00"
_LONGEST_SENTENCE = {True: 340, False: 140}  # of a dateline that is a sentence, in characters
_NEW_SENTENCE = re.compile(r"(?:(?<=[^\W\d_A-Z]{3}[.!?])|(?<=\d{4}\.))\s+(?=[^\W\d_a-z])|[。！？](?=.)")
_BLANK = r"(?:_{2,}|\.{3,}|…+|[-–—]{2,}|\[\s*(?:blank)?\s*\]|\(\s*\))"
_NO_YEAR = 0.8  # how sure a dateline is whose date has no year, or no day
_BRACKETED = re.compile(r"(?P<open>[(\[（【〔]\s*)(?P<inside>[^()\[\]（）【】〔〕]+?)\s*[)\]）】〕]")
_LONGEST_WORDS = 110  # characters of a dateline told by its words
_MOST_BEFORE = 12  # words before its date
_MOST_AFTER = 9
_BY_WORDS = 0.85
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_PLACE = re.compile(r"(?<![\w.])[^\W\d_][^\W\d_]+[\w’'-]*(?: (?:[^\W\d_]{1,3} )?[^\W\d_][\w’'-]+){0,3}")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s?)+[^\W\d_a-z][^\W\d_]")  # of a person, before the name
_REMARK = re.compile(r"(?<!\s)\s*[(\[（【][^()\[\]]{1,60}[)\]）】]\.?$|(?<!\s)\s*№\s?\d+$")


@cache
def _with_slots(forms: tuple[str, ...]) -> Patterns:
    return as_written(tuple(form.replace("<date>", _DATE_SLOT).replace("<blank>", _BLANK) for form in forms))


def dateline(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line that says when, and perhaps where, a document was made; None for any other line."""
    if bracketed := _BRACKETED.fullmatch(text):
        inner, by = dateline(bracketed["inside"], pack), len(bracketed["open"])
        return inner and replace(inner, marks=tuple((start + by, end + by, tag) for start, end, tag in inner.marks))
    date = _date_of_line(text, pack.dates)
    brief = words_for_dateline(text, pack.dates)
    if date is None and brief is not pack.dates and (date := _date_of_line(text, brief)) is not None:
        after = text[date[1] :].lstrip()[:1]
        date = date if after in ("", *"（(。") else None  # 七、四（自…发), but not 七、四号房间
    told = (_by_form(text, date, pack.dateline_forms, pack) or _by_words(text, date, pack)) if date else None
    return told or _undated(text, pack)


def may_be_dateline(text: str, pack: LanguagePack) -> bool:
    """Whether a line has a sign of a date, or the form of a dateline without one: a question that costs little."""
    if may_hold_day(text, pack.dates) or may_hold_year(text, pack.dates, pointing=False):
        return True
    return any(_undated(line, pack) is not None for line in {text, text.strip(_AROUND)})


def _by_words(text: str, date: tuple[int, int, float], pack: LanguagePack) -> LineShape | None:
    """A dateline by what stands beside its date: names, numbers of houses, and the small words of datelines.

    “Comando Supremo, 4 Novembre 1918 ore 12.” The place is the last name before the date, else the first behind it.
    A person or a kind of document beside a date makes no dateline, but a signature or a title.
    """
    begin, end, sure = date
    if not pack.dates.beside or len(text) > _LONGEST_WORDS:
        return None
    if text[:begin].rstrip().endswith("(") and not any(map(str.isdigit, text[:begin])):
        return None  # a title, and its date in brackets; but le 19 messidor (7 juillet 1796)
    before, after = list(_WORD.finditer(text, 0, begin)), list(_WORD.finditer(text, end))
    if (
        len(before) > _MOST_BEFORE
        or len(after) > _MOST_AFTER
        or any(map(_NEW_SENTENCE.search, (text[:begin], text[end:].strip())))
    ):
        return None
    if not all(_stands_beside(word.group(), pack) for word in (*before, *after)):
        return None
    kinds = any(kind in text.casefold() for kinds in pack.genres.values() for kind in kinds)
    lead = text[before[0].start() :] if before else ""
    if kinds or rank_length(lead, pack) or (lead[:1].isupper() and _INITIALS.match(lead)) or marks_at_ends(text)[2]:
        return None
    places = [match.span() for match in _PLACE.finditer(text, 0, begin) if _is_place(match.group(), pack)][-1:]
    places = places or [m.span() for m in _PLACE.finditer(text, end) if _is_place(m.group(), pack)][:1]
    return LineShape(Shape.DATELINE, tuple((a, b, "placeName") for a, b in places), min(sure, _BY_WORDS))


def _stands_beside(word: str, pack: LanguagePack) -> bool:
    plain = word.casefold().rstrip(".")
    small = plain in pack.dates.beside or plain in pack.names.particles
    return (
        word[0].isupper() or word[0].isdigit() or small or plain in (*pack.dates.months, *pack.dates.republican_months)
    )


def _is_place(text: str, pack: LanguagePack) -> bool:
    words = text.split()
    return words[0][0].isupper() and words[-1][0].isupper() and words[0].casefold() not in pack.dates.beside


def _undated(text: str, pack: LanguagePack) -> LineShape | None:
    """A dateline that has no date which could be told: blank, of another calendar, a place alone."""
    match = as_written(pack.undated_forms).fullmatch(text)
    if match is None:
        return None
    named = "place" in match.re.groupindex and match["place"] is not None
    return LineShape(Shape.DATELINE, ((*match.span("place"), "placeName"),) if named else (), _NO_YEAR)


def testimonium(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a whole sentence that says where and when a document was made; None for any other text."""
    if len(text) > _LONGEST_SENTENCE[pack.names.spaced]:
        return None
    if not any(sign.search(text) for sign in any_case(pack.testimonium_signs).within(text)):
        return None
    if _NEW_SENTENCE.search(text.rstrip()):
        return None
    date = _date_of_line(text, pack.dates)
    return _by_form(text, date, pack.testimonia, pack) if date else None


def _by_form(text: str, date: tuple[int, int, float], forms: tuple[str, ...], pack: LanguagePack) -> LineShape | None:
    """A dateline by the first of the forms of a pack that `text` with its date has."""
    begin, end, sure = date
    whole = text[:begin] + _DATE_SLOT + text[end:]
    bare = _REMARK.sub("", whole)  # without (Received November 25.)
    for pattern in _with_slots(forms).within(whole):
        match = pattern.fullmatch(whole) or pattern.fullmatch(bare)
        if match is None:
            continue
        place = match.span("place") if "place" in pattern.groupindex else (-1, -1)
        if place[0] < 0:
            return LineShape(Shape.DATELINE, (), sure)
        body = not pack.names.spaced and named_body(match["place"], pack) is not None
        if body or _is_no_place(match["place"], pack) or marks_at_ends(match["place"])[2]:
            continue  # 某某谨启 五月三日; a government and a date
        shift = (end - begin - 1) if place[0] > begin else 0
        return LineShape(Shape.DATELINE, ((place[0] + shift, place[1] + shift, "placeName"),), sure + 0.05)
    return None


def _is_no_place(text: str, pack: LanguagePack) -> bool:
    """Whether what stands where a form has its place is small words (“On May 3, 1958”) or names a kind of document."""
    words = [word.rstrip(".") for word in text.casefold().split()]
    small = pack.function_words | pack.dates.beside
    return all(word in small for word in words) or not pack.layout.document_nouns.isdisjoint(words)


def _date_of_line(text: str, words: DateWords) -> tuple[int, int, float] | None:
    """Where the first date of a line stands, and how sure a dateline with it is; None when there is no such date."""
    dates = find_dates(text, words)
    if dates and len(dates[0].when) >= len("1958-08"):
        return dates[0].start, dates[0].end, 0.9 if len(dates[0].when) >= len("1958-08-03") else _NO_YEAR
    if days := days_of_no_year(text, words):
        short = _SHORT_YEAR.match(text, days[0].end)
        return days[0].start, short.end() if short else days[0].end, _NO_YEAR
    return None
