"""Dates, spans of dates and lists of spans in running text, as ISO 8601 values at the precision printed.

Dates joined by a range or list word make a chain, inside which what one leaves out is taken from another: in
“November 21 to 28 and December 2 to 10, 1958” the year goes back and the month goes forward. What the text does not
fix is not guessed: a date without its year is no match.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from tei.languages.base import DateWords, LanguagePack
from tei.languages.date_chains import Chain, Joint, Piece, chains
from tei.languages.date_forms import first_character, last_parts
from tei.languages.date_signs import may_hold_day, may_hold_year
from tei.languages.double_years import fold_double_years, year_signs
from tei.languages.lunar import fold_lunar
from tei.languages.number_words import fold_number_words, fold_parted_years, fold_stamps
from tei.languages.numerals import fold_digits
from tei.languages.republican import fold_republican

_REMEMBERED = 512  # lines: each is asked about several times, and soon again
_CALENDARS_APART = range(10, 14)  # days that the Julian calendar is behind, from 1582 to 2100


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text: half-open offsets, and ISO 8601 values for the attributes of TEI `date`.

    A single date has `when`, a span `from_` and `to`. `note` says what is wrong with it, "" when nothing is; a date
    that cannot be read has a note and no value.
    """

    start: int
    end: int
    when: str = ""
    from_: str = ""
    to: str = ""
    certainty: float = 1.0
    note: str = ""


def find_dates(text: str, words: DateWords, *, reference: tuple[int, ...] | None = None) -> tuple[DateMatch, ...]:
    """The dates of `text` in order, none overlapping; offsets are in `text`.

    `reference` is the year, month and day of the document, as far as known. Only words that point at it (this year,
    the 9th instant) are resolved by it; without it they are no dates. A span that ends before it begins is kept, with
    a note.
    """
    return tuple(match for match in all_dates(text, words, reference=reference) if match.when or match.from_)


def all_dates(text: str, words: DateWords, *, reference: tuple[int, ...] | None = None) -> tuple[DateMatch, ...]:
    """What `find_dates` finds, and besides what is printed as a date and has no value, with the note that says why."""
    if not may_hold_year(text, words, pointing=bool(reference)):
        return ()
    return tuple(_matches(text, words, reference))


@cache
def dateline_words(words: DateWords) -> DateWords:
    """The same words, with the forms that are dates in a dateline only."""
    if not (words.brief or words.lunar_years):
        return words
    return replace(words, templates=(*words.templates, *words.brief), brief=(), years_alone=True)


def words_for_dateline(text: str, words: DateWords) -> DateWords:
    """`dateline_words` where `text` may hold one of their forms, and `words`, whose patterns are cheaper, where not.

    Such a form has a sign and behind it what a number can begin with, or the name of a reign.
    """
    if words.lunar_years and any(reign in text for reign in (*words.lunar_years, *words.lunar_reigns)):
        return dateline_words(words)
    if words.brief and (words.number_words or _brief_signs(words).search(fold_digits(text))):
        return dateline_words(words)
    return words


@cache
def _brief_signs(words: DateWords) -> re.Pattern[str]:
    """What stands between two fields of a form for datelines, and what the second can begin with."""
    signs = {sign for form in words.brief for sign in re.findall(r"\}([^{}]*)\{", form)}
    between = "|".join(r"\s*".join(map(re.escape, sign.strip())) for sign in sorted(signs))
    return re.compile(rf"(?:{between})\s*{first_character(words)}", re.IGNORECASE)


def days_of_no_year(text: str, words: DateWords, *, year: int = 2000) -> tuple[DateMatch, ...]:
    """The dates of `text` with month and day and no year that it fixes (“July 17” in a letter), as days of `year`."""
    if not may_hold_day(text, words):
        return ()
    folded, ends = _folded(text, words)
    return tuple(
        DateMatch(piece.start, ends.get(piece.end, piece.end), when=_iso(replace(piece, year=year)))
        for chain in chains(folded, words, None)
        for piece in chain.pieces
        if piece.month and piece.day and piece.year is None and not _fault(year, piece.month, piece.day)
        if not folded[: piece.start]
        .rstrip()
        .endswith(year_signs(words))  # 光緒六年四月十二日: of a year that we cannot tell
    )


def doubtful_dates(text: str, words: DateWords, *, reference: tuple[int, ...] | None = None) -> tuple[DateMatch, ...]:
    """What is printed as a date and is impossible, or could be read in two ways; each with its note (rule AN004)."""
    return tuple(match for match in all_dates(text, words, reference=reference) if match.note)


_ISO_START = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{2})(?:\2([0-9]{2}))?)?(?:[T ][0-9:.+Z-]+)?")


@lru_cache(_REMEMBERED)
def normalize_date(text: str, packs: tuple[LanguagePack, ...]) -> DateMatch | None:
    """The date that the whole of `text`, such as a metadata value, is; None when it is not one date in any language.

    The packs are asked in order. Beyond the forms of running text, a lone year and a lone year and month are dates
    here, and the time of day after an ISO date is passed over.
    """
    folded = fold_digits(text)
    start, end = len(folded) - len(folded.lstrip()), len(folded.rstrip(" \t\r\n.,;，。；"))
    if iso := _ISO_START.fullmatch(folded, start, end):
        value = "-".join(part for part in iso.group(1, 3, 4) if part)
        return DateMatch(start, end, when=value) if not _fault(*_numbers(value)) else None
    figures_only = not any(map(str.isalpha, folded))  # then no language's custom may decide
    asked = packs[:1] if figures_only else packs
    if not any(map(str.isdigit, folded)):
        asked = tuple(pack for pack in asked if not pack.dates.numerals.keys().isdisjoint(folded))
    lower = folded.casefold().strip(" \t\r\n.,;，。；")
    for pack in asked:
        if not figures_only and not _may_be_date(folded, lower, pack.dates):
            continue
        for match in find_dates(folded[:end], pack.dates):
            lead = folded[: match.start].strip().casefold()
            if match.end == end and lead in ("", *pack.dates.lead_words) and not match.note:
                return match
    return None


def _may_be_date(text: str, lower: str, words: DateWords) -> bool:
    """A test of a text with figures, in small letters too, that costs nothing, before the patterns of a language are made.

    There must be a word or sign of the language, at the start what a date or a word before one begins with, and at the
    end what a date ends with. Numbers in words are not looked into.
    """
    if not _has_word(lower, words):
        return False
    starts = lower.startswith(words.lead_words) or re.match(first_character(words), text.lstrip())
    return bool(words.number_words or (starts and lower.endswith(last_parts(words))))


def words_of_dates(text: str, packs: Sequence[LanguagePack]) -> tuple[DateWords, ...]:
    """The words for dates of the languages of which `text` has one; of the others, their custom with figures alone.

    So the patterns of a language are not made for a text that can be in any.
    """
    lower = text.casefold()
    found = (each.dates if _has_word(lower, each.dates) else _figures(each.dates.day_first) for each in packs)
    return tuple(dict.fromkeys(found))


@cache
def _figures(day_first: bool) -> DateWords:
    return DateWords(day_first=day_first, range_words=("–", "—", "-"), list_words=(",",))


def _has_word(lower: str, words: DateWords) -> bool:
    """Whether a text in small letters holds a word of dates; where months are numbers, a sign that no ASCII text has."""
    return any(map(lower.__contains__, _words_of(words))) or (words.month_numbers and not lower.isascii())


@cache
def _words_of(words: DateWords) -> tuple[str, ...]:
    every = (*words.months, *words.year_cues, *words.relative_years, *words.same_years, *words.latest_words)
    return tuple(dict.fromkeys(map(str.casefold, every)))


def earliest(match: DateMatch) -> str:
    """The first day that `match` can mean, as YYYY-MM-DD; "" when it has no value."""
    value = match.when or match.from_
    if not value:
        return ""
    year, month, day = _numbers(value)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def latest(match: DateMatch) -> str:
    """The last day that `match` can mean, as YYYY-MM-DD; "" when it has no value."""
    value = match.when or match.to
    if not value:
        return ""
    year, month, day = _numbers(value)
    month = month or 12
    return f"{year:04}-{month:02}-{day or calendar.monthrange(year, month)[1]:02}"


def _numbers(value: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of an ISO value."""
    year, month, day = (*map(int, value.split("-")), None, None)[:3]
    assert year is not None
    return year, month, day


def _matches(text: str, words: DateWords, reference: tuple[int, ...] | None) -> Iterator[DateMatch]:
    folded, ends = _folded(text, words)
    for chain in chains(folded, words, reference):
        for match in _of_chain(chain):
            yield replace(match, end=ends[match.end]) if match.end in ends else match


_ITALICS = re.compile(r"(?<!_)_(?!_)")  # typed around words that were printed so: _Jany._ 8_th_


# What an editor supplies (1er janvier [1863]), and a stop between the day and the year (Novr. 16. 1734).
_SUPPLIED = re.compile(r"[\[(<](\s?\d{4}(?:\s?[^\W\d_]\.)?)\s?\??[\])>]")
_DAY_STOP = re.compile(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,]))(\s\d{1,2}[^\W\d_]{0,2})[.;:](?=\s\d{4}(?!\d))")

_STOPPED = re.compile(r"\d[^\W\d_]{0,2}[.:;]")  # what both of these ask for
_ORDINAL_STOP = re.compile(
    r"(?<![\w.])(\d{1,2}(?:st|nd|rd|th|d|er|e|º|ª|o))[.:;](?=,?\s[^\W\d_]{3})"
)  # 13th: April 1785


_DIGIT = re.compile(r"\d")


def _without_signs(text: str, words: DateWords) -> str:
    """`text` with spaces for the signs that stand inside dates and mean nothing there."""
    text = _ITALICS.sub(" ", text) if "_" in text else text
    if not words.spaced or not _DIGIT.search(text):
        return text
    text = _SUPPLIED.sub(lambda match: match[1].rjust(len(match[0])), text)
    if not _STOPPED.search(text):
        return text
    return _ORDINAL_STOP.sub(r"\1 ", _DAY_STOP.sub(r"\1 ", text))


def _folded(text: str, words: DateWords) -> tuple[str, dict[int, int]]:
    """`text` with all that stands for figures as figures, of the same length, and where what they stand for ends."""
    folded, parted = (
        fold_parted_years(_without_signs(text, words)) if words.spaced else (_without_signs(text, words), {})
    )
    folded, republican = fold_republican(fold_double_years(fold_stamps(fold_digits(folded)), words), words)
    folded, lunar = fold_lunar(folded, words)
    folded, ends = fold_number_words(folded, words)
    return folded, parted | republican | lunar | ends


def _of_chain(chain: Chain) -> Iterator[DateMatch]:
    """The spans and single dates of a chain."""
    i = 0
    while i < len(chain.pieces):
        piece = chain.pieces[i]
        after = chain.pieces[i + 1] if i < len(chain.joints) and chain.joints[i].is_range else None
        if i < len(chain.joints) and _is_double(piece, chain.pieces[i + 1], chain.joints[i]):
            yield from (replace(match, start=piece.start) for match in _single(chain.pieces[i + 1]))
            i += 2
        elif after and piece.dated and after.dated:
            yield from _span(piece, after)
            i += 2
        else:
            yield from _single(piece)
            i += 1


def _is_double(old: Piece, new: Piece, joint: Joint) -> bool:
    """Whether two dates are one day in both calendars, “March 27 (April 8), 1898”: the Gregorian one counts."""
    if joint.text not in ("(", "/") or not (old.month and old.day and new.year and new.month and new.day):
        return False
    if _fault(new.year, new.month, new.day):
        return False
    try:
        days = (date(new.year, new.month, new.day) - date(old.year or new.year, old.month, old.day)).days
    except ValueError:
        return False
    return days % 365 in _CALENDARS_APART


def _single(piece: Piece) -> Iterator[DateMatch]:
    if piece.note:
        yield DateMatch(piece.start, piece.end, note=piece.note)
    elif piece.year is not None and piece.dated:
        fault = _fault(piece.year, piece.month, piece.day)
        if not fault:
            yield DateMatch(piece.start, piece.end, when=_iso(piece), certainty=piece.certainty)
        elif not piece.form.quiet:
            yield DateMatch(piece.start, piece.end, note=fault)


def _span(first: Piece, last: Piece) -> Iterator[DateMatch]:
    assert first.year is not None
    assert last.year is not None
    fault = _fault(first.year, first.month, first.day) or _fault(last.year, last.month, last.day)
    if fault:
        yield DateMatch(first.start, last.end, note=fault)
        return
    certainty = min(first.certainty, last.certainty)
    match = DateMatch(first.start, last.end, from_=_iso(first), to=_iso(last), certainty=certainty)
    if earliest(match) > latest(match):
        note = f"the span ends ({match.to}) before it begins ({match.from_})"
        match = DateMatch(match.start, match.end, from_=match.from_, to=match.to, certainty=certainty, note=note)
    yield match


def _fault(year: int, month: int | None, day: int | None) -> str:
    """What makes a date impossible; "" when nothing does."""
    if not 1 <= year <= 9999:
        return f"there is no year {year}"
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month}"
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"month {month} of {year} has no day {day}"
    return ""


def _iso(piece: Piece) -> str:
    """The ISO 8601 value at the precision that the piece has."""
    parts = [f"{piece.year:04}"] + [f"{part:02}" for part in (piece.month, piece.day) if part is not None]
    return "-".join(parts)
