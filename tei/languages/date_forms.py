"""The patterns by which dates of one language are found, made from its `DateWords`.

Every repetition in them is bounded or atomic and starts at a digit, numeral or month, so that a search takes time in
proportion to the text, whatever the text is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tei.languages.base import DateWords
from tei.languages.number_words import printed

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
ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_GAP = r"(?>[^\S\n]*(?:\n[^\S\n]*)?)"  # white space within a line or over one line's end
_LETTER = r"[^\W\d_]"
_EDGE = f"(?:(?<!{_LETTER})|(?!{_LETTER}))"  # not between two letters
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


@dataclass(frozen=True)
class Grammar:
    """What finds the first date of a chain (`start`), a word that joins two (`joint`) and the next date (`next`).

    A match of form `i` has the group `form<i>`, and a group `<field><i>` for each of its fields; a joint has the group
    `word`, and `range` if it joins the ends of a span. `pair` matches, with no length, where a word such as “between” ends.
    """

    forms: tuple[Form, ...]
    start: re.Pattern[str]
    joint: re.Pattern[str]
    next: re.Pattern[str]
    pair: re.Pattern[str]


@cache
def first_character(words: DateWords) -> str:
    """The pattern of the one character that every date begins with, before `grammar` is worked out."""
    return "[" + "".join(sorted(map(re.escape, {*_number_characters(words), *_first_letters(words)}))) + "]"


@cache
def last_parts(words: DateWords) -> tuple[str, ...]:
    """What a date can end with, case folded: a number, a name, or what a form has behind its last field."""
    tails = {form.template.rpartition("}")[2].strip()[-1:] for form in _forms(words)} - {""}
    names = (*words.months, *_stand_ins(words), *words.ordinals, *words.first_years)
    return tuple(sorted({part.casefold() for part in (*tails, *names, *_number_characters(words))}))


@cache
def grammar(words: DateWords) -> Grammar:
    """The patterns for `words`, made once."""
    forms = tuple(sorted(_forms(words), key=_rank))
    fields = _fields(words)
    first = first_character(words)
    lead = f"(?:{_any(words.lead_words, words)}{_GAP}){{0,2}}" if words.lead_words else ""
    joint = _joint(words, "?:", "?:") + lead + first
    bodies = [_body(form, number, fields, words, joint) for number, form in enumerate(forms)]
    starting = [i for i, form in enumerate(forms) if form.kind != "ending"]
    alternatives = {
        kind: [bodies[i] for i in starting if _guard_kind(forms[i], words) == kind]
        for kind in ("numeric", "number", "word")
    }
    return Grammar(
        forms,
        re.compile(
            "|".join(_guard(kind, words) + _either(*choices) for kind, choices in alternatives.items() if choices)
        ),
        re.compile(_joint(words, "?P<word>", "?P<range>") + lead),
        re.compile("|".join(bodies)),
        re.compile(_behind("=", words.pair_words, words) or r"(?!)"),
    )


def _rank(form: Form) -> tuple[int, int, str, bool]:
    """The order in which forms are tried: what says more first, and an opening only where no other form fits."""
    return (-len(form.fields), -len(form.template), form.template, form.kind == "opening")


_STAND_FOR_YEARS = {"relative": "year", "reign": "year", "counted": "year", "recent": "year"}


def _forms(words: DateWords) -> Iterable[Form]:
    kinds = (
        ("numeric", (*_NUMERIC, *_EITHER_WAY)),
        ("roman", _ROMAN),
        ("template", words.templates),
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
    ordinal = f"(?:{_any(words.ordinals, words, start=False)})?" if words.ordinals else ""
    relative = _any((*words.relative_years, *words.latest_words, *words.same_years), words)
    eras, tens = [name for name in words.eras if name], some[len(digit) :]
    of_era = _any(eras, words, fold=False) + _GAP + _either(_any(words.first_years, words), "[0-9]{1,4}", *few[1:])
    months = [_any(printed(words.months), words, fold=False)]
    months.append(_any((*words.relative_months, *words.same_months), words))
    return {
        "year": _either(relative, of_era if eras else "", *four),
        "reign": f"(?=[{digit}]?[{tens}]){few[-1]}" if tens else "",
        "recent": _either(*few),
        "counted": f"[{digit}]?[{thousand}][{every}]{{0,6}}(?![{every}])" if thousand else "",
        "month": _either(*months, *(few if words.month_numbers else ())),
        "day": _either(*few),
        "ordinal": ordinal,
        "relative": _either(relative),
        "short": r"[0-9]{2}(?![0-9])",
        "cue": f"(?={_either(*four)})" + _behind("=", words.year_cues, words),  # the cheap test first
    }


_OF_LANGUAGE = ("template", "opening", "ending")
_NUMBERS = {
    "year": "[0-9]{4}",
    "month": "[0-9]{1,2}",
    "day": "[0-9]{1,2}",
    "first": "[0-9]{1,2}",
    "second": "[0-9]{1,2}",
    "roman": f"(?i:{'|'.join(sorted(ROMAN_MONTHS, key=len, reverse=True))})(?![A-Za-z])",
}


def _body(form: Form, number: int, fields: dict[str, str], words: DateWords, joint: str) -> str:
    """The pattern of one form, with its groups; `joint` is what must follow an opening."""
    tokens = []
    for match in _TOKEN.finditer(form.template):
        name = match[1]
        if name == "cue":
            tokens.append(fields["cue"])
        elif name:
            group = _STAND_FOR_YEARS.get(name, name)
            inside = (fields if form.kind in _OF_LANGUAGE else _NUMBERS)[name]
            suffix = fields["ordinal"] if name == "day" and form.kind in _OF_LANGUAGE else ""
            tokens.append(f"(?P<{group}{number}>{inside}){suffix}")
        elif match[0].strip():
            tokens.append(f"(?i:{re.escape(match[0])})")
    gap = "" if form.kind == "numeric" else _GAP
    return f"(?P<form{number}>{gap.join(tokens)})" + _after(form, words, joint)


def _after(form: Form, words: DateWords, joint: str) -> str:
    """What must, or must not, follow a form."""
    if form.kind == "opening":
        return f"(?={joint})"
    if form.kind not in _OF_LANGUAGE:
        return r"(?![0-9]|[-/.][0-9])"
    stop = f"(?!{_GAP}{_any(words.not_after, words)})" if words.not_after else ""
    if form.bare:
        stop += rf"(?!{_LETTER}|[/.:][0-9]|,[0-9]{{3}})"
    return stop


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
    characters = "".join(map(re.escape, _number_characters(words)))
    first = "".join(sorted(map(re.escape, _first_letters(words))))
    if kind == "word":
        names = _either(_any(printed(words.months), words, fold=False), _any(_stand_ins(words), words))
        return f"(?=[{first}])" + (f"(?<!{_LETTER})" if words.spaced else "") + f"(?={names})"
    before = rf"(?<![A-Za-z{characters}])(?<![0-9][-/.:])" + _behind("!", words.not_before, words)
    return f"(?=[{characters}{'' if words.spaced else first}])" + before


def _joint(words: DateWords, word: str, range_word: str) -> str:
    """A range word or a list word, in groups, with the white space around it."""
    return f"{_GAP}({word}({range_word}{_any(words.range_words, words)})|{_any(words.list_words, words)}){_GAP}"


def _any(choices: Iterable[str], words: DateWords, *, start: bool = True, fold: bool = True) -> str:
    """A pattern for any of `choices`, the longest first, as whole words where the language sets words apart."""
    longest_first = sorted(set(choices), key=lambda choice: (-len(choice), choice))
    if not longest_first:
        return ""
    bodies = [_GAP.join(map(re.escape, choice.split())) for choice in longest_first]
    before, after = (_EDGE if words.spaced and start else ""), (_EDGE if words.spaced else "")
    return f"{before}(?{'i' if fold else ''}:{'|'.join(bodies)}){after}"


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


def _number_characters(words: DateWords) -> tuple[str, ...]:
    return (*"0123456789", *words.numerals, *words.units)


def _stand_ins(words: DateWords) -> tuple[str, ...]:
    """The words in place of a year or month, or before a year."""
    years = (*words.relative_years, *words.latest_words, *words.same_years)
    return (*years, *words.relative_months, *words.same_months, *filter(None, words.eras))


def _first_letters(words: DateWords) -> set[str]:
    """What a month, or a word in place of a year or month or before a year, can begin with."""
    folded = _stand_ins(words)
    starts = {*printed(words.months), *folded, *(word.title() for word in folded), *map(str.upper, folded)}
    return {word[0] for word in starts}
