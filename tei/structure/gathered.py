"""Lines in which several pieces of signatures stand that usually have lines of their own: lists, offices beside names.

Only in languages that set words apart; each function tells by commas, by wide white space, or by a printed mark.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tei.languages.base import LanguagePack
from tei.languages.people import split_person
from tei.languages.people_spaced import has_role_head, is_name_shaped, rank_length
from tei.structure.line import LineShape, Shape
from tei.structure.marks import marks_in

Marks = tuple[tuple[int, int, str], ...]

_SEPARATOR = re.compile(r"\s*[;,]\s*|\s{4,}")
_LONGEST_OFFICE = 60  # characters, left of a mark in the middle of a line
_MOST_WORDS = 4  # of a party that somebody signs for
_WHOLE = 0.7  # how sure a name of several words is
_GATHERED = 0.85


def listed_people(text: str, pack: LanguagePack) -> Marks:
    """The names and offices of a list of people that is all of `text`: “A. Author, mayor; Writer, Baker, clerks”; else none.

    Only behind a mark that they signed: any other such line is a list of names.
    """
    parts: list[tuple[int, int, str]] = []
    for start, end in _items(text, pack):
        piece = text[start:end].rstrip(".")
        rank = rank_length(piece, pack)
        if is_name_shaped(piece[rank:], pack):
            parts += [(start, start + len(piece[:rank].rstrip()), "rank")] if rank else []
            parts.append((start + rank, start + len(piece), "persName"))
        elif parts and (has_role_head(piece, pack) or piece.islower()):
            parts.append((start, start + len(piece), "roleName"))
        else:
            return ()
    return tuple(parts) if sum(tag == "persName" for _, _, tag in parts) > 1 else ()


def _items(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """The pieces between commas, semicolons and the words that join the last two, without white space."""
    joiners = "|".join(map(re.escape, pack.names.role_joiners)) or r"(?!)"
    position = 0
    for match in (
        *re.compile(rf"(?:{_SEPARATOR.pattern})(?:(?:{joiners})\s+)?|\s+(?:{joiners})\s+").finditer(text),
        None,
    ):
        end = match.start() if match else len(text)
        piece = text[position:end]
        if piece.strip(" ."):
            start = position + len(piece) - len(piece.lstrip())
            yield start, position + len(piece.rstrip())
        position = match.end() if match else end


def around_mark(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line with a mark between an office and a name: “Inspector   (signed)   A. AUTHOR”; None for others."""
    for pattern in marks_in(text):
        for match in pattern.finditer(text, 1):
            start, end = match.span()
            left, right = text[:start].rstrip(" ,:"), text[end:].strip()
            if not right or not left or end == len(text) or start == end or text[start - 1] != " ":
                continue
            mark = (start, start + len(match[0].rstrip()), "signature-mark")
            at = text.index(right, end)
            if is_name_shaped(left, pack) and " " in left and has_role_head(right, pack):  # A. AUTHOR (signed) Chairman
                role = (at, at + len(right.rstrip(".")), "roleName")
                return LineShape(Shape.PERSON, ((0, len(left), "persName"), mark, role), _GATHERED)
            name = split_person(right, pack)
            plain = left[-1:].isalpha() and len(left) <= _LONGEST_OFFICE
            if name.name is None or name.roles or not (plain and _is_office(left, pack, wide=text[:start])):
                continue
            parts = ((at + part.start, at + part.end, part.tag) for part in name.parts)
            return LineShape(Shape.PERSON, ((0, len(left), "roleName"), mark, *parts), _GATHERED)
    return None


def _is_office(text: str, pack: LanguagePack, *, wide: str) -> bool:
    """Whether what stands before a mark is an office: by its noun, or set apart from the mark by wide white space."""
    return has_role_head(text, pack) or (wide.endswith("  ") and not is_name_shaped(text, pack))


def signs_for(text: str, pack: LanguagePack) -> LineShape | None:
    """The shape of a line that says for whom a person signs, by an office: “John Author for Petr”; None for any other."""
    for match in _leading(pack.party_leads).finditer(text):
        name, party = text[: match.start()].rstrip(" ,"), text[match.end() :].rstrip(" .,")
        whole = " " in name and is_name_shaped(name, pack) and not rank_length(name, pack)
        if whole and len(party.split()) <= _MOST_WORDS and has_role_head(party, pack):
            office = (match.start(), match.end() + len(party), "roleName")
            return LineShape(Shape.PERSON, ((0, len(name), "persName"), office), _GATHERED)
    return None


@cache
def _leading(leads: tuple[str, ...]) -> re.Pattern[str]:
    """The words that lead to a party, behind white space."""
    return re.compile(r"(?<=\s)(?:" + "|".join(leads) + ")" if leads else r"(?!)", re.IGNORECASE)


def office_beside_name(shapes: Sequence[LineShape], starts: Sequence[int]) -> LineShape | None:
    """The shape of a line in two columns of which one is an office and the other the name of who holds it; else None."""
    kinds = [shape.shape for shape in shapes]
    if sorted(kinds) != [Shape.NAME, Shape.ROLE]:
        return None
    marks = ((at + a, at + b, tag) for at, shape in zip(starts, shapes, strict=True) for a, b, tag in shape.marks)
    certainty = max(_WHOLE, *(shape.certainty for shape in shapes if shape.shape is Shape.NAME))
    return LineShape(Shape.PERSON, tuple(marks), certainty)
