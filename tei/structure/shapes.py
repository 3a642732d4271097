"""What a short line is by its shape: a dateline, an office, a name, a party, a mark that it was signed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tei.languages.base import LanguagePack
from tei.languages.bodies import leads_party, named_body, signed_for
from tei.languages.patterns import any_case
from tei.languages.people import split_person
from tei.languages.people_spaced import is_name_shaped
from tei.languages.person_parts import PersonParts, is_letterspaced
from tei.structure.columns import has_gap
from tei.structure.datelines import dateline, may_be_dateline, testimonium
from tei.structure.gathered import around_mark, listed_people, office_beside_name, signs_for
from tei.structure.line import LineShape, Shape
from tei.structure.marks import all_marks, marks_at_ends, marks_in
from tei.structure.self_names import humble_name, signed_by_one_character, signed_together, signed_with_mark
from tei.structure.valedictions import is_valediction

_LONGEST = {True: 120, False: 48}  # by whether the language sets spaces between words, in characters
_REMEMBERED = 16_384  # lines: every step asks for the shapes of all of them, of a text of some 500,000 characters
_LONGEST_OFFICE = 70  # of a line that ends as a sentence does
# So much white space inside a line parts what stands side by side.
COLUMN_GAP = re.compile(r"(?<=\S)(?: {4,}|\t+| *\u3000{3,})(?=\S)")
_ENDED_GAP = re.compile(r"(?<=[^\W\d_]{2}\.) {2,}(?=[^\W\d_a-z]|v)")  # behind a name that ends with a stop
_STOPS = "。．"
_QUOTED = "」』”"  # a text that ends with a signature
_GREETING_END = re.compile(r"[:：—]+|-{2,}")
_LONGEST_GREETING = 80  # characters
_LONGEST_ADDRESSEES = 400  # characters
_NOUN = 2  # characters of the noun that most offices end with
_SPOKEN = re.compile(r"[^\W\d_][:：]\s*\S")  # the label of who speaks, inside of what was taken for an office
_ROMAN = re.compile(r"[IVX]{1,5}\.?")  # the number of a part, not initials
_MOST_SIGNED = 4  # words in capitals behind a mark: (Signed) ARLAND AND BEECH
_MOST_CONTINUED = 8  # words
_QUOTES = '«»“”„‹›"'  # around a letter that is quoted, at each of its lines
_LONGEST_LEAD = 60  # characters of “For the Minister,”


@lru_cache(_REMEMBERED)
def line_shape(text: str, pack: LanguagePack) -> LineShape:
    """The shape of `text`, one line without outer white space, in the language of `pack`."""
    if not text or _ROMAN.fullmatch(text):
        return LineShape(Shape.OTHER)
    if (several := signed_together(text, pack)) is not None:
        return several
    quoted = text[0] in _QUOTES or text.rstrip(".").endswith(tuple(_QUOTES)) or ("_" in text and "__" not in text)
    if pack.names.spaced and quoted:
        return _unquoted(text, pack)
    if len("".join(text.split())) > _LONGEST[pack.names.spaced]:
        return testimonium(text, pack) or LineShape(Shape.OTHER)
    if (row := _row(text, pack)) is not None:
        return row
    if marks_in(text) and (all_marks().fullmatch(text) or _is_row_of_marks(text)):
        return LineShape(Shape.MARK, ((0, len(text), "signature-mark"),))
    if not pack.scripts:  # a language without a pack
        return LineShape(Shape.OTHER)
    if any_case(pack.article_labels).fullmatch(text.strip(" .:")):
        return LineShape(Shape.OTHER)
    dated = dateline(text, pack) or testimonium(text, pack)
    if dated is not None:
        return dated
    if any_case(pack.layout.below_signatures).fullmatch(text):
        return LineShape(Shape.OTHER)
    if is_valediction(text, pack):
        return LineShape(Shape.VALEDICTION)
    if not pack.names.spaced and text.rstrip(_QUOTED).endswith(tuple(_STOPS)):  # 某某敬启。
        whole = line_shape(text.rstrip(_STOPS + _QUOTED), pack)
        marked = whole.shape in (Shape.NAME, Shape.PERSON) and any(tag == "signature-mark" for _, _, tag in whole.marks)
        if marked or (whole.shape is Shape.DATELINE and not whole.marks):
            return whole
    if any_case(pack.witness_leads).fullmatch(text):
        word = text.rstrip(" :：,.")
        return LineShape(Shape.ROLE, ((0, len(word), "roleName"),) if " " not in word else (), 0.9, leads=True)
    if (
        pack.names.spaced
        and (gathered := _led_name(text, pack) or around_mark(text, pack) or signs_for(text, pack)) is not None
    ):
        return gathered
    start, end, marks = marks_at_ends(text)
    core = text[start:end]
    if marks and pack.names.spaced and (people := listed_people(core, pack)):
        listed = sorted((*marks, *((start + a, start + b, tag) for a, b, tag in people)))
        return LineShape(Shape.PERSON, tuple(listed), 0.9, sum(tag == "persName" for _, _, tag in people))
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
    if marks and (humble := humble_name(core, pack)):
        parts = ((start, start + humble, "rank"), (start + humble, start + len(core), "persName"))
        return LineShape(Shape.NAME, tuple(sorted((*marks, *parts))), 0.9)
    if signed_by_one_character(core, text, marks, pack):
        return LineShape(Shape.NAME, tuple(sorted((*marks, (start, end, "persName")))), 0.85)
    letterspaced = is_letterspaced(core)
    if letterspaced and pack.names.spaced and (name := _letterspaced_name(core, pack)):
        return LineShape(Shape.NAME, tuple(sorted((*marks, (start + name[0], start + name[1], "persName")))), 0.9)
    person = split_person(core, pack)
    if any(_SPOKEN.search(core[part.start : part.end]) for part in person.roles):
        return LineShape(Shape.OTHER)  # Mayor: I have.
    if not person.parts and signed_with_mark(core, marks, pack):
        return LineShape(Shape.NAME, tuple(sorted((*marks, (start, end, "persName")))), 0.85)
    return _person(person, start, marks, letterspaced=letterspaced, sentence=core.endswith("."))


def is_dateline(text: str, pack: LanguagePack) -> bool:
    """Whether `text` has the shape of a dateline; its other shapes are not looked for where it cannot have that."""
    return may_be_dateline(text, pack) and line_shape(text, pack).shape is Shape.DATELINE


def _row(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line in which several signatories stand beside each other; None for any other line."""
    if not has_gap(text):
        return None
    gaps = [match.span() for match in COLUMN_GAP.finditer(text)]
    gaps = gaps or [match.span() for match in _ENDED_GAP.finditer(text)]
    if not gaps:
        return None
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    shapes = [line_shape(text[start:end], pack) for start, end in zip(starts, ends, strict=True)]
    kind = shapes[0].shape
    if pack.names.spaced and (person := office_beside_name(shapes, starts)) is not None:
        return person
    cells = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if pack.names.spaced and all(is_office_continued(cell, pack) for cell in cells):
        return LineShape(
            Shape.ROLE, tuple((a, b, "roleName") for a, b in zip(starts, ends, strict=True)), 0.8, len(cells)
        )
    alike = not pack.names.spaced and len({cell[-_NOUN:] for cell in cells}) == 1
    if alike and any(shape.shape is Shape.ROLE for shape in shapes):  # 中方代表 阿方代表
        return LineShape(
            Shape.ROLE, tuple((a, b, "roleName") for a, b in zip(starts, ends, strict=True)), 0.9, len(cells)
        )
    if kind not in (Shape.NAME, Shape.PERSON, Shape.ROLE, Shape.PARTY) or any(
        shape.shape is not kind for shape in shapes
    ):
        return None
    marks = (
        (start + a, start + b, tag) for start, shape in zip(starts, shapes, strict=True) for a, b, tag in shape.marks
    )
    return LineShape(kind, tuple(marks), min(shape.certainty for shape in shapes), len(shapes))


def _unquoted(text: str, pack: LanguagePack) -> LineShape:
    """The shape of a line without the quotation marks at its ends, and the strokes that stand for italics."""
    plain = text.replace("_", " ")
    start = len(plain) - len(plain.lstrip(_QUOTES + " "))
    end = len(plain.rstrip(_QUOTES + " ")) if plain[-1] != "." else len(plain[:-1].rstrip(_QUOTES + " "))
    shape = line_shape(plain[start:end], pack)
    return replace(shape, marks=tuple((start + a, start + b, tag) for a, b, tag in shape.marks))


def _led_name(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line in which the words for a witness or copyist lead to a name: “Attest: A. Author”."""
    for pattern in any_case(pack.witness_leads).within(text):
        match = pattern.match(text)
        if match is None or match.end() == len(text) or match[0].rstrip()[-1:] not in tuple(":：—-."):
            continue
        person = split_person(text[match.end() :].strip(), pack)
        if person.name is not None:
            at = text.index(text[match.end() :].strip(), match.end())
            parts = ((at + part.start, at + part.end, part.tag) for part in person.parts)
            lead = (0, len(match[0].rstrip(" :：—-.")), "roleName")
            return LineShape(Shape.PERSON, (lead, *parts), 0.9)
    return None


def _is_row_of_marks(text: str) -> bool:
    """Whether a line holds nothing but the marks of several who sign beside each other: (签字) (签字)."""
    cells = text.split()
    return len(cells) > 1 and all(map(all_marks().fullmatch, cells))


def _letterspaced_name(text: str, pack: LanguagePack) -> tuple[int, int] | None:
    """Where the name stands that `text` is, set with a space between all its letters and wider ones between its words."""
    words = ["".join(word.split()) for word in re.split(r"\s{2,}", text.strip())]
    return (0, len(text)) if is_name_shaped(" ".join(words), pack) else None


def is_office_continued(text: str, pack: LanguagePack) -> bool:
    """Whether a line under an office can go on with it: it begins with a small word and names something (of Arland)."""
    words = text.rstrip(" .,").split()
    small = bool(words) and words[0].islower() and words[0] in (pack.function_words | set(pack.names.particles))
    return small and 1 < len(words) <= _MOST_CONTINUED and words[-1][:1].isupper()


@lru_cache(_REMEMBERED)
def is_salutation(text: str, pack: LanguagePack) -> bool:
    """Whether the line addresses somebody at the start of a letter."""
    bare = text.strip(_QUOTES + " ") if pack.names.spaced else text
    return any_case(pack.salutations).fullmatch(bare) is not None


@lru_cache(_REMEMBERED)
def greeting_end(text: str, pack: LanguagePack) -> int:
    """Where the greeting ends that `text` begins with (“Sir: I have …”); 0 when it begins with none."""
    match = _GREETING_END.search(text, 0, _LONGEST_GREETING)
    if match and is_salutation(text[: match.end()], pack):
        return match.end()
    return 0 if pack.names.spaced else _addressees_end(text, pack)


def _addressees_end(text: str, pack: LanguagePack) -> int:
    """Where the list of those ends to whom a telegram is sent, which may be long and end with a stop (…公鑒)."""
    for word in pack.letters.viewed:
        at = text.find(word, 1, _LONGEST_ADDRESSEES)
        end = at + len(word) + 1
        if at > 0 and is_salutation(text[:end], pack):
            return end
    return 0


def _person(
    parts: PersonParts, start: int, marks: tuple[tuple[int, int, str], ...], *, letterspaced: bool, sentence: bool
) -> LineShape:
    tags = tuple((start + part.start, start + part.end, part.tag) for part in parts.parts)
    every = tuple(sorted((*marks, *tags)))
    name = parts.name
    certainty = max(parts.certainty, 0.9) if (marks or letterspaced) and name else parts.certainty
    if name and parts.roles:
        longest = max(part.end - part.start for part in parts.roles)
        return LineShape(Shape.OTHER if sentence and longest > _LONGEST_OFFICE else Shape.PERSON, every, certainty)
    if name:
        return LineShape(Shape.NAME, every, certainty)
    if parts.roles and not (sentence and parts.parts[-1].end - parts.parts[0].start > _LONGEST_OFFICE):
        return LineShape(Shape.ROLE, every, 0.9)
    return LineShape(Shape.OTHER)


def person_marks(parts: PersonParts) -> Iterator[tuple[int, int, str]]:
    """The marks for the pieces of a person."""
    return ((part.start, part.end, part.tag) for part in parts.parts)
