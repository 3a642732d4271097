"""From RELAX NG's patterns for values to checks: the grammar that asks libxml2, and an expression for the plain cases.

An expression matches fewer values than the pattern, never more. What has none here is left to libxml2.
Source: XML Schema Part 2: Datatypes (2004), sections 3 and F (regular expressions).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tei.schema.patterns import (
    EMPTY,
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Grammar,
    Group,
    List,
    Name,
    OneOrMore,
    Pattern,
    Ref,
    Text,
    Value,
)
from tei.schema.slice import slice_text
from tei.schema.values import LETTERS, Check

_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_NAME = f"[A-Za-z_{LETTERS}][A-Za-z0-9._{LETTERS}-]*"
_URI = f"[A-Za-z0-9._~/=&,;+@!{LETTERS}-]*"
_YEAR, _MONTH = "(?!0000)[0-9]{4}", "(?:0[1-9]|1[0-2])"
_MONTH_DAY = "(?:0[13578]|1[02])-31|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
_HOST = "https?://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*"
_OTHER = f"[A-Za-z][A-Za-z0-9]*:(?:[A-Za-z0-9._-]+:)*(?!/){_URI}"  # urn:a:b
_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-]0[0-9]:[0-5][0-9])?"
_FROM_0_TO_1 = (("minInclusive", "0"), ("maxInclusive", "1"))
_TYPES = {
    "anyURI": f"(?:{_HOST}(?:/{_URI}(?:[?]{_URI})?)?|{_OTHER}|(?!//){_URI})(?:#{_URI})?",
    "boolean": "true|false|0|1",
    "date": f"{_YEAR}-(?:{_MONTH_DAY})",
    "dateTime": f"{_YEAR}-(?:{_MONTH_DAY})T{_TIME}",
    "decimal": "-?[0-9]{1,9}(?:[.][0-9]{1,9})?",
    "double": "-?[0-9]{1,9}(?:[.][0-9]{1,9})?",
    "gYear": _YEAR,
    "gYearMonth": f"{_YEAR}-{_MONTH}",
    "ID": _NAME,
    "integer": "-?[0-9]{1,15}",
    "language": "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?",
    "NCName": _NAME,
    "Name": f"{_NAME}(?::{_NAME})?",
    "nonNegativeInteger": "[0-9]{1,15}",
    "string": ".*",
    "time": _TIME,
    "token": ".*",
}
_WORDS = ("token", "string", "NCName", "Name")  # of a fixed value

# What XSD calls by category, among the characters of ASCII and LETTERS.
_CATEGORIES = {
    "L": f"A-Za-z{LETTERS}",
    "N": "0-9",
    "P": r"!\"#%&'()*,\-./:;?@\[\\\]_{}",
    "S": r"$+<=>\^`|~",
    "C": r"\x00-\x1f\x7f",
    "Z": " ",
}
_PIECE = re.compile(r"\\p\{([LNPSCZ])\}|\\(d)|\\([-.\\|?*+(){}\[\]^/])|\\(S)|([^\\])")


def check_of(pattern: Pattern) -> Check | None:
    """The check of a value pattern; None when it is text, which any value is."""
    if _is_text(pattern):
        return None
    probe = slice_text(
        Grammar(Path(), Element(Name("v"), Attribute(Name("a"), pattern))), frozenset({"v"}), frozenset({"a"})
    )
    parts, least = _listed(pattern) or (pattern, -1)
    return Check(probe, _expression(parts) or "", least, tuple(_words(parts)))


def _is_text(pattern: Pattern) -> bool:
    match pattern:
        case Ref():
            return _is_text(pattern.definition.pattern)
        case Choice():
            return any(_is_text(part) for part in pattern.parts)
        case _:
            return isinstance(pattern, Text)


def _listed(pattern: Pattern) -> tuple[Pattern, int] | None:
    """What a list has, and how many at least, where it may have any number more and all are alike."""
    pattern = _referred(pattern)
    if not isinstance(pattern, List):
        return None
    of = _referred(pattern.of)
    parts = [_referred(part) for part in (of.parts if isinstance(of, Group) else (of,))]
    least = sum(not isinstance(part, Choice) or EMPTY not in part.parts for part in parts)
    repeated = [_repeated(part) for part in parts]
    items = [_referred(item or part) for item, part in zip(repeated, parts, strict=True)]
    alike = all(item == items[0] for item in items[1:])
    return (items[0], least) if any(repeated) and alike else None


def _repeated(pattern: Pattern) -> Pattern | None:
    """What `oneOrMore` or `zeroOrMore` repeats."""
    match pattern:
        case OneOrMore(of=of) | Choice(parts=(OneOrMore(of=of), Empty())):
            return of
        case _:
            return None


def _referred(pattern: Pattern) -> Pattern:
    while isinstance(pattern, Ref):
        pattern = pattern.definition.pattern
    return pattern


def _expression(pattern: Pattern) -> str | None:
    """An expression that matches only values that belong; None where there is none for certain."""
    match pattern:
        case Ref():
            return _expression(pattern.definition.pattern)
        case Choice():
            options = [option for part in pattern.parts if (option := _expression(part)) is not None]
            return "|".join(f"(?:{option})" for option in options) or None
        case Text():
            return ".*"
        case Empty():
            return None
        case Data(library=library, but=None) if library in ("", _XSD):
            return _data(pattern)
        case _:
            return None


def _words(pattern: Pattern) -> Iterator[str]:
    """The single values that a pattern lists."""
    match pattern:
        case Ref():
            yield from _words(pattern.definition.pattern)
        case Choice():
            for part in pattern.parts:
                yield from _words(part)
        case Value(type=kind, library=library, text=text) if kind in _WORDS and library in ("", _XSD):
            if text and text == " ".join(text.split()):
                yield text


def _data(pattern: Data) -> str | None:
    """The expression of the type, where each parameter is a pattern that the value matches before."""
    if pattern.type == "double" and pattern.parameters == _FROM_0_TO_1:
        return "0(?:[.][0-9]{1,9})?|1(?:[.]0{1,9})?"
    expression = _TYPES.get(pattern.type)
    parameters = [_translated(text) if name == "pattern" else None for name, text in pattern.parameters]
    if expression is None or None in parameters:
        return None
    return "".join(rf"(?=(?:{parameter})\Z)" for parameter in parameters) + f"(?:{expression})"


def _translated(text: str) -> str | None:
    """An XSD expression for Python: the same matches among ASCII and LETTERS. None where it is not as simple as that."""
    made, at, inside = "", 0, ""
    if not (text.isascii() and text.isprintable()):
        return None
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            return None
        category, digit, escaped, no_space, plain = match.groups()
        if category or digit:
            characters = _CATEGORIES[category or "N"]
            if inside != "[^":
                characters = characters.replace(LETTERS, "")  # libxml2 knows few letters of East Asia as such
            made += characters if inside else f"[{characters}]"
        elif no_space:
            if inside:
                return None
            made += "[^ ]"
        elif escaped:
            made += re.escape(escaped)
        elif plain == "[" and inside:
            return None
        elif plain in "[]":
            inside = text[at : at + 2] if plain == "[" else ""
            made += plain
        else:
            made += plain if inside or plain not in "^$" else re.escape(plain)
        at = match.end()
    return made
