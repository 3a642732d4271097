"""How the writers of letters and telegrams name themselves, where words are not set apart: 弟梅生, 某某 上, 父字."""

import re
from dataclasses import replace
from functools import lru_cache

from tei.languages.base import LanguagePack
from tei.languages.people import split_person
from tei.languages.people_unspaced import comparable, comparable_set, make_one_name, name_quality
from tei.languages.person_parts import longest_end, longest_start
from tei.languages.scripts import script_of, to_simplified
from tei.structure.line import LineShape, Shape
from tei.structure.marks import marks_at_ends

_STOPS = "。．.！」』” \u3000"
_WORD_BEFORE = re.compile(r"(?P<label>[^\W\d_]{1,7})(?:\s*[:：]\s*|\s+)")
_SEPARATOR = re.compile(r"[^、，,\s]+")
_REMEMBERED = 512  # lines: each is asked about several times, and soon again
_LONGEST_SIGNER = 24  # characters of one of several signatories
_SHORT_NAME = 2  # characters of a given name that stands for the whole one
_BY_WORD = 0.85  # how sure a name is that a word for oneself or a verb of signing stands beside
_BY_PLACE = 0.7
_SOME_NAME = 0.5  # how sure a word is that has as many characters as a name
_WHOLE_NAME = 0.9  # how sure a family name and a given one are
_BY_LABEL = 0.8
_LONGEST_LABEL = 7  # characters
_LONGEST_NAME = 6  # characters
_LONGEST = 9  # characters of the line

Mark = tuple[int, int, str]


@lru_cache(_REMEMBERED)
def own_name(text: str, pack: LanguagePack, *, single: bool = False) -> LineShape | None:
    """The shape of a line that can be a signature by its place alone, at the end of a letter; None for any other.

    With `single`, one character may be a name: in a letter, beside its date.
    """
    if pack.names.spaced:
        return None
    bare = text.rstrip(_STOPS)
    start, end, marks = marks_at_ends(bare)
    if not marks and (verb := _ending(bare, pack.names.signing_verbs)):
        end = len(bare[: -len(verb)].rstrip())
        marks = ((len(bare) - len(verb), len(bare), "signature-mark"),)
    title = _beginning(bare[start:end], pack)
    begin = start + len(title) + len(bare[start + len(title) : end]) - len(bare[start + len(title) : end].lstrip())
    if begin >= end:  # 父字
        return LineShape(Shape.NAME, ((start, start + len(title), "persName"), *marks), _BY_WORD) if marks else None
    quality = _quality("".join(bare[begin:end].split()), pack) if make_one_name(bare[begin:end].split(), pack) else 0.0
    long = len("".join(bare[begin:end].split())) > pack.names.given_length + 2
    if not quality or (quality < 0.5 and long and not (title or marks)):
        return None
    if not title and not marks and (len(bare) < _SHORT_NAME - single or _is_office(bare, pack) or is_place(bare, pack)):
        return None
    rank = ((start, start + len(title), "rank"),) if title else ()
    sure = max(quality, _BY_WORD if title or marks else _BY_PLACE)
    return LineShape(Shape.NAME, tuple(sorted((*rank, (begin, end, "persName"), *marks))), sure)


def is_place(text: str, pack: LanguagePack) -> bool:
    """Whether `text` is a town that documents are dated from, or has the noun of a place at its end and is no whole name."""
    plain = to_simplified("".join(text.split()))
    if plain in comparable_set(pack.names.towns):
        return True
    head = longest_end(plain, comparable(pack.names.place_heads))
    short = len(head) == 1 and (len(plain) <= _SHORT_NAME or name_quality(plain, pack) >= _WHOLE_NAME)
    return bool(head) and len(plain) > len(head) and not short


def sealed(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a name with the word for a seal or a cross directly behind it, of a party to a deed: 代筆 某某印."""
    bare = text.rstrip(_STOPS)
    seal = "" if pack.names.spaced or marks_at_ends(bare)[2] else _ending(bare, pack.names.seals)
    if not seal:
        return None
    core = bare[: len(bare) - len(seal)].rstrip()
    parts = split_person(core, pack)
    if not parts.roles and (own := own_name(core, pack)) is not None and own.certainty >= _BY_WORD:  # 同　某某㊞
        return replace(own, marks=(*own.marks, (len(bare) - len(seal), len(bare), "signature-mark")))
    if parts.name is None and (party := _behind_word(core, pack, sealed=True)) is not None:
        return replace(party, marks=(*party.marks, (len(bare) - len(seal), len(bare), "signature-mark")))
    if parts.name is None or parts.name.end - parts.name.start < _SHORT_NAME:
        return None
    size = len("".join(core[parts.name.start : parts.name.end].split()))
    backed = bool(parts.roles) and size <= _LONGEST_NAME
    if not backed and parts.certainty < _WHOLE_NAME:
        return None
    marks = (
        *((part.start, part.end, part.tag) for part in parts.parts),
        (len(bare) - len(seal), len(bare), "signature-mark"),
    )
    return LineShape(Shape.PERSON if parts.roles else Shape.NAME, marks, max(_BY_WORD, parts.certainty))


def _behind_word(text: str, pack: LanguagePack, *, sealed: bool) -> LineShape | None:
    """The shape of a whole name that a short word stands before, whatever it says of him: 胞弟 某某, 甲：某某.

    Behind the word for a party any name will do that is `sealed`.
    """
    word = _WORD_BEFORE.match(text)
    party = sealed and word is not None and word["label"].endswith(pack.names.party_heads)
    if word is None or not _is_name(text[word.end() :], pack, _SOME_NAME if party else _WHOLE_NAME):
        return None
    found = ((0, len(word["label"]), "roleName"), (word.end(), len(text), "persName"))
    return LineShape(Shape.PERSON, found, _BY_WORD)


def _is_name(name: str, pack: LanguagePack, least: float) -> bool:
    """Whether `name` is one, as sure as `least`, with no more white space than there is in one name."""
    quality = name_quality(to_simplified("".join(name.split())), pack) if make_one_name(name.split(), pack) else 0.0
    return quality >= least


def labelled(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a whole name behind the word by which a deed names who takes part in it: 結婚人 某某.

    The word is told by its end alone, or only by the mark behind the name; without one something else must say that the
    text was signed.
    """
    if pack.names.spaced:
        return None
    start, end, marks = marks_at_ends(text)
    party = _behind_word(text[start:end], pack, sealed=bool(marks))
    if party is None or start:
        return None
    label = text[: party.marks[0][1]]
    if not takes_part(label, pack) or not (marks or label.endswith(pack.names.party_heads)):
        return None
    return replace(party, marks=(*party.marks, *marks), certainty=_BY_WORD if marks else _BY_LABEL)


def takes_part(label: str, pack: LanguagePack) -> bool:
    """Whether a word before a name does not say that somebody else is named there than who signs: 作者, 收件人, 出席."""
    forms = (word for words in pack.layout.form_labels.values() for word in words.split(";"))
    return label not in (*pack.names.no_parties, *pack.names.self_titles) and label not in {
        form.strip() for form in forms
    }


def heads_parties(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line that is the label of the names below it: 立誓人：."""
    label = text.rstrip(":： ")
    named = label.endswith((*pack.names.party_heads, *pack.names.role_heads)) and len(label) <= _LONGEST_LABEL
    if pack.names.spaced or label == text or not named or not takes_part(label, pack):
        return None
    return LineShape(Shape.ROLE, ((0, len(label), "roleName"),), _BY_LABEL, leads=True)


def _quality(name: str, pack: LanguagePack) -> float:
    """How much `name` looks like one: a family name with a given one, or a given name alone."""
    plain = to_simplified(name)
    if found := name_quality(plain, pack):
        return found
    common = pack.function_words & {*plain} - {*pack.names.given_characters}
    short = 0 < len(plain) <= _SHORT_NAME and not common and all(script_of(c) in pack.scripts for c in plain)
    return 0.3 if short else 0.0


def _ending(text: str, words: tuple[str, ...]) -> str:
    """The longest of `words` that `text` ends with and is not; "" for none."""
    return longest_end(text[1:], words)


def _beginning(text: str, pack: LanguagePack) -> str:
    """The word by which somebody calls himself that `text` begins with; a family name that is such a word is none."""
    word = longest_start(text, pack.names.self_titles)
    if not word:
        return ""
    plain = to_simplified("".join(text.split()))
    if word in pack.names.title_characters and len(text) == len(word) + 1:
        return ""  # 子修
    return "" if to_simplified(word) in pack.names.surnames and name_quality(plain, pack) >= 0.9 else word


def _is_label(text: str, pack: LanguagePack) -> bool:
    return _is_office(text, pack) or (text.endswith(pack.names.party_heads) and takes_part(text, pack))


def _is_office(text: str, pack: LanguagePack) -> bool:
    parts = split_person(text, pack)
    return bool(parts.parts) and parts.name is None


def humble_name(core: str, pack: LanguagePack) -> int:
    """How long the word is by which a writer of letters calls himself before his name (弟, 晚); 0 when there is none."""
    word = _beginning(core, pack)
    name = core[len(word) :].strip()
    return len(word) if word and 1 <= len(name) <= pack.names.given_length + 1 and name.isalpha() else 0


def signed_by_one_character(core: str, text: str, marks: tuple[Mark, ...], pack: LanguagePack) -> bool:
    """Whether `core` is a name of one character before a verb of signing: 文叩."""
    verb = bool(marks) and text[marks[-1][0]].isalpha()
    known = len(core) == 1 and script_of(core) in pack.scripts[-1:] and core not in pack.function_words
    return verb and known and not pack.names.spaced


def signed_with_mark(core: str, marks: tuple[Mark, ...], pack: LanguagePack) -> bool:
    """Whether `core` is a name that nothing but a mark of signing behind it tells: of up to six characters."""
    name = "".join(core.split())
    return bool(marks) and not pack.names.spaced and 1 < len(name) <= _LONGEST_NAME and _quality(name, pack) > 0


def signed_together(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line of several names under one mark (某某、某某及全體同叩); None for any other line."""
    if pack.names.spaced:
        return None
    start, end, marks = marks_at_ends(text.rstrip(_STOPS))
    pieces = [(start + m.start(), start + m.end()) for m in _SEPARATOR.finditer(text[start:end])] if marks else []
    if len(pieces) < 2 or any(b - a > _LONGEST_SIGNER for a, b in pieces):
        return None
    spaces = not any(character in "、，," for character in text[start:end])
    if spaces and any(
        b - a < _SHORT_NAME or text[a:b] in pack.names.self_titles or _is_label(text[a:b], pack) for a, b in pieces
    ):
        return None  # 弟 某 上; 売主 某 印
    found: list[Mark] = []
    offices = False
    for number, (a, b) in enumerate(pieces):
        ends = _ends_of_names(text[a:b], pack) if number == len(pieces) - 1 else (b - a,)
        person = next((each for size in ends if (each := _person(text[a : a + size], pack))), ())
        if not person:
            return None
        offices = offices or any(tag == "roleName" for _, _, tag in person)
        found += [(a + left, a + right, tag) for left, right, tag in person]
    shape = Shape.PERSON if offices else Shape.NAME
    return LineShape(shape, tuple(sorted((*found, *marks))), 0.9, len(pieces))


def _person(text: str, pack: LanguagePack) -> tuple[Mark, ...]:
    """The marks of an office and a name, or of a short name alone; none for any other text."""
    parts = split_person(text, pack)
    if parts.name and parts.certainty >= 0.5:
        return tuple((part.start, part.end, part.tag) for part in parts.parts)
    return ((0, len(text), "persName"),) if len(text) <= _SHORT_NAME and _quality(text, pack) else ()


def _ends_of_names(text: str, pack: LanguagePack) -> tuple[int, ...]:
    """Where the last of several names can end: before what is said of the others, else at the end."""
    tails = sorted(at for word in pack.names.list_tails if (at := text.find(word)) > 0)
    return (len(text), *tails) if len(text) <= pack.names.given_length + 1 else (*tails, len(text))
