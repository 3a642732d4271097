"""What a short line is by its shape: a dateline, an office, a name, a party, a mark that it was signed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tei.languages import packs
from tei.languages.base import DateWords, LanguagePack
from tei.languages.bodies import leads_party, named_body, signed_for
from tei.languages.dates import days_of_no_year, find_dates, words_for_dateline
from tei.languages.people import split_person
from tei.languages.person_parts import PersonParts, is_letterspaced, squeeze

_LONGEST = {True: 120, False: 48}  # by whether the language sets spaces between words, in characters
_LONGEST_OFFICE = 70  # of a line that ends as a sentence does
_SHORT_YEAR = re.compile(r"(?:[,.]?\s*[’'‘]?\d\d(?![\d:.]))?")  # '95, of a century that is not said
# So much white space inside a line parts what stands side by side.
COLUMN_GAP = re.compile(r"(?<=\S)(?: {4,}|\t+| *\u3000{3,})(?=\S)")
_DATE_SLOT = "\x00"
_STOPS = "。．"
_ROMAN = re.compile(r"[IVX]{1,5}\.?")  # the number of a part, not initials
_MOST_CONTINUED = 8  # words
_LONGEST_LEAD = 60  # characters of “For the Minister,”
_LONGEST_SENTENCE = {True: 340, False: 140}  # of a dateline that is a sentence, in characters
_NEW_SENTENCE = re.compile(r"(?:(?<=[^\W\d_A-Z]{3}[.!?])|(?<=\d{4}\.))\s+(?=[^\W\d_a-z])|[。！？](?=.)")
_BLANK = r"(?:_{2,}|\.{3,}|…+|[-–—]{2,}|\[\s*(?:blank)?\s*\]|\(\s*\))"
_NO_YEAR = 0.8  # how sure a dateline is whose date has no year, or no day
_REMARK = re.compile(r"\s*[(\[（【][^()\[\]]{1,60}[)\]）】]\.?$|\s*№\s?\d+$")


class Shape(StrEnum):
    """The kinds of short lines."""

    DATELINE = "dateline"
    MARK = "mark"
    ROLE = "role"
    NAME = "name"
    PERSON = "person"  # office and name together
    PARTY = "party"
    VALEDICTION = "valediction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LineShape:
    """The shape of a line and the marks that its pieces would get: `(start, end, tag)` in the line's text.

    `columns` is how many signatories stand beside each other in it, parted by white space; `leads` says that the line
    heads those below it (Witnesses:).
    """

    shape: Shape
    marks: tuple[tuple[int, int, str], ...] = ()
    certainty: float = 1.0
    columns: int = 1
    leads: bool = False


@cache
def _patterns(code: str, kind: str) -> tuple[re.Pattern[str], ...]:
    pack = next(pack for pack in packs() if pack.code == code)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in getattr(pack, kind))


@cache
def _patterns_as_written(code: str, kind: str) -> tuple[re.Pattern[str], ...]:
    pack = next(pack for pack in packs() if pack.code == code)
    return tuple(map(re.compile, getattr(pack, kind)))


@cache
def _below_signatures(code: str) -> tuple[re.Pattern[str], ...]:
    pack = next(pack for pack in packs() if pack.code == code)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in pack.layout.below_signatures)


@cache
def _dateline_patterns(code: str, kind: str) -> tuple[re.Pattern[str], ...]:
    pack = next(pack for pack in packs() if pack.code == code)
    forms = (form.replace("<date>", _DATE_SLOT).replace("<blank>", _BLANK) for form in getattr(pack, kind))
    return tuple(map(re.compile, forms))


def line_shape(text: str, pack: LanguagePack) -> LineShape:
    """The shape of `text`, one line without outer white space, in the language of `pack`."""
    if not text or _ROMAN.fullmatch(text):
        return LineShape(Shape.OTHER)
    if len(squeeze(text)[0]) > _LONGEST[pack.names.spaced]:
        return _testimonium(text, pack) or LineShape(Shape.OTHER)
    if (row := _row(text, pack)) is not None:
        return row
    if any(pattern.fullmatch(text) for pattern in _all_mark_patterns()):
        return LineShape(Shape.MARK, ((0, len(text), "signature-mark"),))
    if not pack.scripts:  # a language without a pack
        return LineShape(Shape.OTHER)
    if any(pattern.fullmatch(text.strip(" .:")) for pattern in _patterns(pack.code, "article_labels")):
        return LineShape(Shape.OTHER)
    dateline = _dateline(text, pack) or _testimonium(text, pack)
    if dateline is not None:
        return dateline
    if any(pattern.fullmatch(text) for pattern in _below_signatures(pack.code)):
        return LineShape(Shape.OTHER)
    if any(pattern.fullmatch(text) for pattern in _patterns(pack.code, "valedictions")):
        return LineShape(Shape.VALEDICTION)
    if not pack.names.spaced and text.endswith(tuple(_STOPS)):  # 某某敬启。
        whole = line_shape(text.rstrip(_STOPS), pack)
        marked = whole.shape in (Shape.NAME, Shape.PERSON) and any(tag == "signature-mark" for _, _, tag in whole.marks)
        if marked or (whole.shape is Shape.DATELINE and not whole.marks):
            return whole
    if any(pattern.fullmatch(text) for pattern in _patterns(pack.code, "witness_leads")):
        word = text.rstrip(" :：,.")
        return LineShape(Shape.ROLE, ((0, len(word), "roleName"),) if " " not in word else (), 0.9, leads=True)
    start, end, marks = _marks_at_ends(text)
    core = text[start:end]
    if proxy := signed_for(core, pack):
        parts = tuple((start + a, start + b, tag) for a, b, tag in proxy)
        return LineShape(Shape.PERSON, tuple(sorted((*marks, *parts))), 0.9)
    party = named_body(core, pack)
    if (
        not pack.names.spaced
        and core.endswith(tuple("。；，、：！？"))
        and (party is None or party == (0, len(core) - 1))
    ):
        return LineShape(Shape.OTHER)
    if party is not None:
        return LineShape(Shape.PARTY, (*marks, (start + party[0], start + party[1], "orgName")), 0.9)
    bracketed = core[:1] in "(（[" and core[-1:] in ")）]"
    led = core.endswith((":", "：")) or bracketed or (core.endswith(",") and len(core) <= _LONGEST_LEAD)
    if led and leads_party(core.strip("()（）[]"), pack):
        return LineShape(Shape.PARTY, marks, 0.9)  # For the Minister: whom the name below signs for
    if marks and (humble := _humble_name(core, pack)):
        parts = ((start, start + humble, "rank"), (start + humble, start + len(core), "persName"))
        return LineShape(Shape.NAME, tuple(sorted((*marks, *parts))), 0.9)
    return _person(
        split_person(core, pack), start, marks, letterspaced=is_letterspaced(core), sentence=core.endswith(".")
    )


def _row(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line in which several signatories stand beside each other; None for any other line."""
    gaps = [match.span() for match in COLUMN_GAP.finditer(text)]
    if not gaps:
        return None
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    shapes = [line_shape(text[start:end], pack) for start, end in zip(starts, ends, strict=True)]
    kind = shapes[0].shape
    cells = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if pack.names.spaced and all(is_office_continued(cell, pack) for cell in cells):
        return LineShape(
            Shape.ROLE, tuple((a, b, "roleName") for a, b in zip(starts, ends, strict=True)), 0.8, len(cells)
        )
    if kind not in (Shape.NAME, Shape.PERSON, Shape.ROLE, Shape.PARTY) or any(
        shape.shape is not kind for shape in shapes
    ):
        return None
    marks = (
        (start + a, start + b, tag) for start, shape in zip(starts, shapes, strict=True) for a, b, tag in shape.marks
    )
    return LineShape(kind, tuple(marks), min(shape.certainty for shape in shapes), len(shapes))


def is_office_continued(text: str, pack: LanguagePack) -> bool:
    """Whether a line under an office can go on with it: it begins with a small word and names something (of Arland)."""
    words = text.rstrip(" .,").split()
    small = bool(words) and words[0].islower() and words[0] in (pack.function_words | set(pack.names.particles))
    return small and 1 < len(words) <= _MOST_CONTINUED and words[-1][:1].isupper()


def is_salutation(text: str, pack: LanguagePack) -> bool:
    """Whether the line addresses somebody at the start of a letter."""
    return bool(pack.scripts) and any(p.fullmatch(text) for p in _patterns(pack.code, "salutations"))


def greeting_end(text: str, pack: LanguagePack) -> int:
    """Where the greeting ends that `text` begins with (“Sir: I have …”); 0 when it begins with none."""
    match = re.search(r"[:：—]+", text[:80])
    return match.end() if match and is_salutation(text[: match.end()], pack) else 0


def _humble_name(core: str, pack: LanguagePack) -> int:
    """How long the word is by which a writer of letters calls himself before his name (弟, 晚); 0 when there is none."""
    words = [word for word in pack.names.self_titles if core.startswith(word)]
    word = max(words, key=len, default="")
    name = core[len(word) :].strip()
    return len(word) if word and 1 <= len(name) <= pack.names.given_length + 1 and name.isalpha() else 0


@cache
def _all_mark_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(pattern for pack in packs() for pattern in _patterns(pack.code, "signature_marks"))


def is_marked(text: str) -> bool:
    """Whether a line begins or ends with a printed mark that it was signed."""
    return bool(_marks_at_ends(text)[2]) or any(pattern.fullmatch(text) for pattern in _all_mark_patterns())


def _marks_at_ends(text: str) -> tuple[int, int, tuple[tuple[int, int, str], ...]]:
    """Where a line's text begins and ends without the signature marks at either end, and those marks."""
    start, end = 0, len(text)
    found: list[tuple[int, int, str]] = []
    for pattern in _all_mark_patterns():
        if (match := pattern.match(text, start, end)) and match.end() < end:
            found.append((match.start(), match.end(), "signature-mark"))
            start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
        for match in pattern.finditer(text, start, end):
            if match.end() == end and match.start() > start:
                found.append((match.start(), end, "signature-mark"))
                end = start + len(text[start : match.start()].rstrip())
                break
    return start, end, tuple(sorted(found))


def _dateline(text: str, pack: LanguagePack) -> LineShape | None:
    date = _date_of_line(text, pack.dates)
    brief = words_for_dateline(text, pack.dates)
    if date is None and brief is not pack.dates and (date := _date_of_line(text, brief)) is not None:
        after = text[date[1] :].lstrip()[:1]
        date = date if after in ("", *"（(。") else None  # 七、四（自…发), but not 七、四号房间
    if date is None:
        undated = (pattern.fullmatch(text) for pattern in _patterns_as_written(pack.code, "undated_forms"))
        match = next((match for match in undated if match), None)
        if match is None:
            return None
        named = "place" in match.re.groupindex and match["place"] is not None
        return LineShape(Shape.DATELINE, ((*match.span("place"), "placeName"),) if named else (), _NO_YEAR)
    return _by_form(text, date, "dateline_forms", pack)


def _testimonium(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a whole sentence that says where and when a document was made; None for any other text."""
    signs = _patterns(pack.code, "testimonium_signs") if pack.scripts else ()
    if len(text) > _LONGEST_SENTENCE[pack.names.spaced] or not any(sign.search(text) for sign in signs):
        return None
    if _NEW_SENTENCE.search(text.rstrip()):
        return None
    date = _date_of_line(text, pack.dates)
    return _by_form(text, date, "testimonia", pack) if date else None


def _by_form(text: str, date: tuple[int, int, float], kind: str, pack: LanguagePack) -> LineShape | None:
    """A dateline by the first of the forms of a pack that `text` with its date has."""
    begin, end, sure = date
    whole = text[:begin] + _DATE_SLOT + text[end:]
    bare = _REMARK.sub("", whole)  # without (Received November 25.)
    for pattern in _dateline_patterns(pack.code, kind):
        match = pattern.fullmatch(whole) or pattern.fullmatch(bare)
        if match is None:
            continue
        place = match.span("place") if "place" in pattern.groupindex else (-1, -1)
        if place[0] < 0:
            return LineShape(Shape.DATELINE, (), sure)
        if match["place"].casefold() in pack.function_words or _marks_at_ends(match["place"])[2]:
            continue  # “On May 3, 1958”; 某某谨启 五月三日
        shift = (end - begin - 1) if place[0] > begin else 0
        return LineShape(Shape.DATELINE, ((place[0] + shift, place[1] + shift, "placeName"),), sure + 0.05)
    return None


def _date_of_line(text: str, words: DateWords) -> tuple[int, int, float] | None:
    """Where the first date of a line stands, and how sure a dateline with it is; None when there is no such date."""
    dates = find_dates(text, words)
    if dates and len(dates[0].when) >= len("1958-08"):
        return dates[0].start, dates[0].end, 0.9 if len(dates[0].when) >= len("1958-08-03") else _NO_YEAR
    if days := days_of_no_year(text, words):
        short = _SHORT_YEAR.match(text, days[0].end)
        return days[0].start, short.end() if short else days[0].end, _NO_YEAR
    return None


def _person(
    parts: PersonParts, start: int, marks: tuple[tuple[int, int, str], ...], *, letterspaced: bool, sentence: bool
) -> LineShape:
    tags = tuple((start + part.start, start + part.end, part.tag) for part in parts.parts)
    every = tuple(sorted((*marks, *tags)))
    name = parts.name
    certainty = max(parts.certainty, 0.9) if (marks or letterspaced) and name else parts.certainty
    if name and parts.roles:
        return LineShape(Shape.PERSON, every, certainty)
    if name:
        return LineShape(Shape.NAME, every, certainty)
    if parts.roles and not (sentence and parts.parts[-1].end - parts.parts[0].start > _LONGEST_OFFICE):
        return LineShape(Shape.ROLE, every, 0.9)
    return LineShape(Shape.OTHER)


def person_marks(parts: PersonParts) -> Iterator[tuple[int, int, str]]:
    """The marks for the pieces of a person."""
    return ((part.start, part.end, part.tag) for part in parts.parts)
