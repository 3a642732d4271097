"""The patterns by which dates of one language are found, made from its `DateWords`.

Every repetition in them is bounded or atomic and starts at a digit, numeral or month, so that a search takes time in
proportion to the text, whatever the text is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count as count_from

from tei.languages.base import DateWords
from tei.languages.choices import any_of
from tei.languages.number_words import month_names, printed
from tei.languages.patterns import folded

# Forms that belong to no language. ISO 8601, and the same with full stops or slashes.
_ISO = "{year}-{month}-{day}"
_NUMERIC = (_ISO, "{year}.{month}.{day}", "{year}/{month}/{day}")
# Day and month in either order: read only where a number above 12 tells which is which.
_EITHER_WAY = ("{first}/{second}/{year}", "{first}.{second}.{year}", "{first}-{second}-{year}")
# The month in Roman figures, in whatever language: 3. XI. 1887.
_ROMAN = (
    "{day}.{roman}.{year}",
    "{day}.{roman} {year}",
    "{day}/{roman}/{year}",
    "{day}-{roman}-{year}",
    "{day} {roman} {year}",
)
# Of no language but that of the month's name, where words are set apart: 5-Jan-1950.
_NAMED = ("{day}-{month}-{year}", "{day}/{month}/{year}")
ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_GAP = r"(?>[^\S\n]*\n?[^\S\n]*)"  # white space within a line or over one line's end
_LETTER = r"[^\W\d_]"
_BEGINNINGS = ("numeric", "number", "word")  # of dates, in the order in which they are tried
_PLACES = ("", "opening", "ending")  # in a chain: any, not the last, not the first
_WHOLE = 3  # fields of a date to the day: no number that counts something
_NOT_AFTER_BARE = rf"(?!{_LETTER}|[/.:][0-9]|,[0-9]{{3}})"
_TOKEN = re.compile(r"\{(\w+)\}|\s+|[^\W_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date. `kind` is template, opening, ending (as in `DateWords`), numeric or roman (of no language)."""

    template: str
    fields: tuple[str, ...]
    kind: str

    @property
    def bare(self) -> bool:
        """Whether it is a number with nothing that says what it counts."""
        return self.template.replace("{cue}", "") in ("{day}", "{year}")

    @property
    def cued(self) -> bool:
        """Whether a word before it says that it is a year."""
        return "{cue}" in self.template

    @property
    def quiet(self) -> bool:
        """Whether an impossible value means that these are other numbers, not a wrong date."""
        return self.kind in ("numeric", "roman") and self.template != _ISO


class Grammar:
    """What finds the first date of a chain (`start`), a word that joins two (`joint`) and the next date (`next`).

    `form_number` and `fields_of` tell what a match of a date holds; that of a joint has the group `word`, and `range` if it
    joins the ends of a span. `pair` matches, with no length, where a word such as “between” ends.
    Patterns are made when a text first holds what they begin with: making them takes longer than most texts.
    """

    def __init__(self, words: DateWords) -> None:
        self.forms = tuple(sorted(_forms(words), key=_rank))
        lead = f"(?:{_any(words.lead_words, words)}{_GAP}){{0,2}}" if words.lead_words else ""
        self.joint = re.compile(_joint(words, "?P<word>", "?P<range>") + lead)
        self.pair = re.compile(_behind("=", words.pair_words, words) or r"(?!)")
        self._words = words
        self._after_opening = _joint(words, "?:", "?:") + lead + first_character(words)
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}
        self._absent: dict[tuple[str, str], str] = {}  # the last text that can hold none of them
        self._groups: dict[tuple[str, str], list[tuple[int, Form]]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            place = form.kind if form.kind in _PLACES else ""
            self._groups[_guard_kind(form, words), place].append((number, form))
        kinds = {kind for kind, place in self._groups if place != "ending"}
        self._guards = {kind: re.compile(_guard(kind, words)) for kind in _BEGINNINGS if kind in kinds}
        guards = "|".join(guard.pattern for guard in self._guards.values())
        self._places = re.compile(f"(?={first_character(words)})(?:{guards})")
        self._number = re.compile(f"[{_escaped(_number_characters(words))}]")
        self._name = re.compile(_names(words))

    def start(self, text: str, position: int) -> re.Match[str] | None:
        """The first date of a chain from `position` on."""
        for place in self._places.finditer(text, position):
            for kind, guard in self._guards.items():
                if guard.match(text, at := place.start()) and (match := self._date(text, at, kind, _PLACES[:2])):
                    return match
        return None

    def next(self, text: str, position: int) -> re.Match[str] | None:
        """The date at `position`, behind a word that joins it to the one before."""
        number, name = self._number.match(text, position), self._name.match(text, position)
        kinds = _BEGINNINGS if number and name else _BEGINNINGS[:2] if number else _BEGINNINGS[1:] if name else ()
        found = [self._date(text, position, kind, _PLACES) for kind in kinds]
        return min(filter(None, found), key=form_number, default=None)

    def _date(self, text: str, position: int, kind: str, places: Sequence[str]) -> re.Match[str] | None:
        """The first of the forms that match there, of those that begin with this and may stand at these places."""
        found = [self._pattern(kind, place, text).match(text, position) for place in places]
        return min(filter(None, found), key=form_number, default=None)

    def _pattern(self, kind: str, place: str, text: str) -> re.Pattern[str]:
        """All forms that begin with this kind of thing and stand at this place of a chain, if `text` may have one."""
        key = (kind, place)
        if key not in self._patterns and key in self._groups and self._absent.get(key) != text:
            forms, plain = self._groups[key], folded(text)
            if any(_may_be_in(plain, form, self._words) for _, form in forms):
                self._patterns[key] = self._made(forms, kind, place)
            else:
                self._absent[key] = text
        return self._patterns.get(key, _NOTHING)

    def _made(self, forms: Sequence[tuple[int, Form]], kind: str, place: str) -> re.Pattern[str]:
        fields, count = _fields(self._words), count_from(1)
        after = f"(?={self._after_opening})" if place == "opening" else _after(kind, self._words)
        # What must not follow counts for no date to the day: 4 November 1918 hours 12. These forms come first.
        unbound = kind != "numeric" and place != "opening"
        whole: list[list[str]] = []
        rest: list[list[str]] = []
        for number, form in forms:
            bare = _NOT_AFTER_BARE if form.bare and place != "opening" else ""
            body = [*_body(form, fields), f"(?P<form{number}>){bare}"]
            (whole if unbound and len(form.fields) == _WHOLE else rest).append(body)
        patterns = _either(any_of(whole), f"(?:{any_of(rest)}){after}" if rest else "")
        return re.compile(re.sub(r"(?<=\(\?P<)[a-z]+(?=>)", lambda name: f"{name[0]}{next(count)}", patterns))


def _may_be_in(plain: str, form: Form, words: DateWords) -> bool:
    """Whether a text, folded, holds a word that a form asks for; true where it asks for none."""
    signs = _signs(form, words)
    return not signs or any(sign in plain for sign in signs)


@cache
def _signs(form: Form, words: DateWords) -> tuple[str, ...]:
    """The words of which a form must have one, folded, as far as they stand together."""
    asked: Iterable[str] = ()
    if form.kind not in _OF_LANGUAGE:
        return ()
    if "month" in form.fields and not words.month_numbers:
        asked = (*month_names(words), *words.relative_months, *words.same_months)
    elif "{cue}" in form.template:
        asked = words.year_cues
    elif "{relative}" in form.template:
        asked = (*words.relative_years, *words.latest_words, *words.same_years)
    return tuple(sorted({folded(word.split()[0]) for word in asked}))


def form_number(match: re.Match[str]) -> int:
    """The place in `Grammar.forms` of the form that a pattern of the grammar matched."""
    return int((match.lastgroup or "form0").removeprefix("form"))


def fields_of(match: re.Match[str]) -> dict[str, str]:
    """What the fields of a form hold where a pattern of the grammar matched."""
    return {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}


@cache
def first_character(words: DateWords) -> str:
    """The pattern of the one character that every date begins with, before `grammar` is worked out."""
    return f"[{_escaped({*_number_characters(words), *_first_letters(words)})}]"


@cache
def last_parts(words: DateWords) -> tuple[str, ...]:
    """What a date can end with, case folded: a number, a name, or what a form has behind its last field."""
    tails = {form.template.rpartition("}")[2].strip()[-1:] for form in _forms(words)} - {""}
    names = (*words.months, *_stand_ins(words), *words.ordinals, *words.first_years)
    return tuple(sorted({part.casefold() for part in (*tails, *names, *_number_characters(words))}))


@cache
def grammar(words: DateWords) -> Grammar:
    """The patterns for `words`, made once."""
    return Grammar(words)


def _rank(form: Form) -> tuple[int, int, str, bool]:
    """The order in which forms are tried: what says more first, and an opening only where no other form fits."""
    return (-len(form.fields), -len(form.template), form.template, form.kind == "opening")


_STAND_FOR_YEARS = {"relative": "year", "reign": "year", "counted": "year", "recent": "year"}


def _forms(words: DateWords) -> Iterable[Form]:
    kinds = (
        ("numeric", (*_NUMERIC, *_EITHER_WAY)),
        ("roman", _ROMAN),
        ("template", (*words.templates, *(_NAMED if words.spaced and words.templates else ()))),
        ("opening", words.openings),
        ("ending", words.endings),
    )
    for kind, templates in kinds:
        for template in templates:
            named = re.findall(r"\{(\w+)\}", template)
            yield Form(template, tuple(_STAND_FOR_YEARS.get(n, n) for n in named if n != "cue"), kind)


def _fields(words: DateWords) -> dict[str, str]:
    """The pattern of each field."""
    space = "" if words.spaced else r"[^\S\n]?"
    digit = "".join(map(re.escape, words.numerals))
    every = digit + "".join(map(re.escape, words.units))
    thousand = "".join(re.escape(unit) for unit, value in words.units.items() if value == 1000)
    some = digit + "".join(re.escape(unit) for unit, value in words.units.items() if value < 100)
    few = [rf"[0-9](?:{space}[0-9])?(?![0-9])"]
    four = [rf"[0-9](?:{space}[0-9]){{3}}(?![0-9])"]
    if digit:
        few.append(rf"[{some}](?:{space}[{some}]){{0,2}}(?![{some}])")
        four.append(rf"[{digit}](?:{space}[{digit}]){{3}}(?![{some}])")
    ordinal = rf"(?:[ ]?{_any(words.ordinals, words, start=False)})?" if words.ordinals else ""
    relative = _any((*words.relative_years, *words.latest_words, *words.same_years), words)
    eras, tens = [name for name in words.eras if name], some[len(digit) :]
    of_era = (
        _any(eras, words, fold=False)
        + _GAP
        + _either(_any(words.first_years, words), "[0-9]{1,4}", *four[1:], *few[1:])
    )
    months = [_any(printed(month_names(words)), words, fold=False)]
    months.append(_any((*words.relative_months, *words.same_months), words))
    return {
        "year": _either(relative, of_era if eras else "", *four),
        "reign": f"(?=[{digit}]?[{tens}]){few[-1]}" if tens else "",
        "recent": _either(*few),
        "counted": f"[{digit}]?[{thousand}][{every}]{{0,6}}(?![{every}])" if thousand else "",
        "month": _either(*months, *(few if words.month_numbers else ())),
        "day": _either(*few),
        "ordinal": ordinal,
        "stop": "[.:]?" if words.spaced else "",  # of an abbreviation: 3d. May, Decr: 3
        "relative": _either(relative),
        "short": r"[0-9]{2}(?![0-9])",
        "cue": f"(?={_either(*four)})" + _behind("=", words.year_cues, words),  # the cheap test first
    }


_OF_LANGUAGE = ("template", "opening", "ending")
_NOTHING = re.compile(r"(?!)")
_NUMBERS = {
    "year": "[0-9]{4}",
    "month": "[0-9]{1,2}",
    "day": "[0-9]{1,2}",
    "first": "[0-9]{1,2}",
    "second": "[0-9]{1,2}",
    "roman": f"(?i:{'|'.join(sorted(ROMAN_MONTHS, key=len, reverse=True))})(?![A-Za-z])",
}


def _body(form: Form, fields: dict[str, str]) -> list[str]:
    """The patterns of the parts of a form, its fields in groups."""
    tokens = []
    for match in _TOKEN.finditer(form.template):
        name = match[1]
        if name == "cue":
            tokens.append(fields["cue"])
        elif name:
            inside = (fields if form.kind in _OF_LANGUAGE else _NUMBERS)[name]
            suffix = fields["ordinal"] if name == "day" and form.kind in _OF_LANGUAGE else ""
            if name in ("day", "month") and match.end() < len(form.template):
                suffix += fields["stop"]
            tokens.append(f"(?P<{_STAND_FOR_YEARS.get(name, name)}>{inside}){suffix}")
        elif match[0].strip():
            tokens.append(f"(?i:{re.escape(match[0])})")
    if form.kind == "numeric":
        return tokens
    return [token for part in tokens for token in (_GAP, part)][1:]


def _after(kind: str, words: DateWords) -> str:
    """What must not follow a form that begins with this kind of thing and is no opening."""
    if kind == "numeric":
        return r"(?![0-9]|[-/.][0-9])"
    return f"(?!{_GAP}{_any(words.not_after, words)})" if words.not_after else ""


def _guard_kind(form: Form, words: DateWords) -> str:
    """What the first form of a chain begins with: figures, a number in the language's characters too, or a word."""
    if form.kind not in _OF_LANGUAGE:
        return "numeric"
    word = form.template.startswith("{relative}") or (form.fields[0] == "month" and not words.month_numbers)
    return "word" if word else "number"


def _guard(kind: str, words: DateWords) -> str:
    """What the first form of a chain must begin with, and what must not stand before it.

    The cheap test of one character comes first: nearly every place in a text fails it.
    """
    if kind == "numeric":
        return r"(?=[0-9])(?<![0-9A-Za-z])(?<![0-9][-/.])"
    characters, first = _escaped(_number_characters(words)), _escaped(_first_letters(words))
    if kind == "word":
        return f"(?=[{first}])" + (f"(?<!{_LETTER})" if words.spaced else "") + f"(?={_names(words)})"
    before = rf"(?<![A-Za-z{characters}])(?<![0-9][-/.:])" + _behind("!", words.not_before, words)
    return f"(?=[{characters}{'' if words.spaced else first}])" + before


def _names(words: DateWords) -> str:
    """A name of a month, or a word in place of a year or month or before a year."""
    return _either(_any(printed(month_names(words)), words, fold=False), _any(_stand_ins(words), words))


def _joint(words: DateWords, word: str, range_word: str) -> str:
    """A range word or a list word, in groups, with the white space around it."""
    return f"{_GAP}({word}({range_word}{_any(words.range_words, words)})|{_any(words.list_words, words)}){_GAP}"


def _any(choices: Iterable[str], words: DateWords, *, start: bool = True, fold: bool = True) -> str:
    """A pattern for any of `choices`, the longest first, as whole words where the language sets words apart."""
    plain = {choice.lower() if fold and len(choice.lower()) == len(choice) else choice for choice in choices}
    longest_first = sorted(plain, key=lambda choice: (-len(choice), choice))
    if not longest_first:
        return ""
    # That a word ends there is said once behind all of them; but “, and” is tried before “,”, with which it begins.
    free = tuple(choice for choice in longest_first if not (words.spaced and re.match(_LETTER, choice[-1])))
    first = [
        _tokens(choice, start=words.spaced and start, end=words.spaced)
        for choice in longest_first
        if choice.startswith(free)
    ]
    bound = [_tokens(choice, start=words.spaced and start) for choice in longest_first if not choice.startswith(free)]
    together = _either(any_of(first), f"(?:{any_of(bound)})(?!{_LETTER})" if bound else "")
    return f"(?i:{together})" if fold else together


def _tokens(choice: str, *, start: bool, end: bool = False) -> list[str]:
    """The patterns of the characters of a word, and what keeps it from being a part of another."""
    middle = [_GAP if character == " " else re.escape(character) for character in " ".join(choice.split())]
    before = [f"(?<!{_LETTER})"] if start and re.match(_LETTER, choice) else []
    after = [f"(?!{_LETTER})"] if end and re.match(_LETTER, choice[-1]) else []
    return before + middle + after


def _behind(sign: str, choices: Iterable[str], words: DateWords) -> str:
    """A look-behind for any of `choices` (sign "=") or for none of them (sign "!"), and white space where it is used."""
    space = r"\s" if words.spaced else ""
    edge = r"\b" if words.spaced else ""
    looks = []
    for choice in choices:
        inside = r"\s".join(re.escape(part) for part in choice.split())
        looks.append(f"(?<{sign}{edge if choice[0].isalpha() else ''}(?i:{inside}){space})")
        if not choice[-1].isalpha() and space:
            looks.append(f"(?<{sign}(?i:{inside}))")
    return f"(?:{'|'.join(looks)})" if sign == "=" and looks else "".join(looks)


def _either(*patterns: str) -> str:
    return "(?:" + "|".join(pattern for pattern in patterns if pattern) + ")"


def _escaped(characters: Iterable[str]) -> str:
    return "".join(sorted(map(re.escape, characters)))


def _number_characters(words: DateWords) -> tuple[str, ...]:
    return (*"0123456789", *words.numerals, *words.units)


def _stand_ins(words: DateWords) -> tuple[str, ...]:
    """The words in place of a year or month, or before a year."""
    years = (*words.relative_years, *words.latest_words, *words.same_years)
    return (*years, *words.relative_months, *words.same_months, *filter(None, words.eras))


def _first_letters(words: DateWords) -> set[str]:
    """What a month, or a word in place of a year or month or before a year, can begin with."""
    folded = _stand_ins(words)
    starts = {*printed(month_names(words)), *folded, *(word.title() for word in folded), *map(str.upper, folded)}
    return {word[0] for word in starts}
