"""How much speaks for lines at the end of a text being its closer: what they are, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from tei.structure.line import LineShape, Shape
from tei.structure.units import Unit

Shaped = tuple[Unit, LineShape]

ENOUGH = 3.0  # of weight, for a closer

# What a line weighs by its shape: some are a closer by themselves, a name or an office needs company.
_SHAPES = {Shape.DATELINE: 3.0, Shape.VALEDICTION: 3.0, Shape.PERSON: 3.0}
_NAME = 1.0  # a name, and each further one, a mark, an office or a party beside it
_BACKED = 2.0
_OFFICE = 1.5  # offices and parties without a name
_LETTER = 2.0
_SURE = 2.0  # a name that is one for sure: with initials, in capitals
_WORDS = 0.5  # a name of several words
_ENDED = 0.5  # the text above ends as a sentence does
_PERSONAL = 1.0
_SURE_NAME = 0.9


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines stand: in a `letter`, under a text that `ended` as a sentence does, in one written as a person speaks."""

    letter: bool
    ended: bool
    personal: bool


def weight(lines: Sequence[Shaped], place: Place) -> float:
    """How much speaks for `lines` being a closer; `ENOUGH` of it makes them one."""
    shapes = [shape.shape for _, shape in lines]
    names = sum(shape.columns for _, shape in lines if shape.shape is Shape.NAME)
    named = names > 0 or Shape.PERSON in shapes
    if shapes[0] is Shape.MARK and not named:
        return 0.0
    total = max((_SHAPES.get(shape, 0.0) for shape in shapes), default=0.0)
    offices = shapes.count(Shape.PARTY) + shapes.count(Shape.ROLE)
    if not named:
        return max(total, _OFFICE * offices)
    total += _NAME * names + _BACKED * (Shape.MARK in shapes or offices > 0 or names > 1)
    alone = [(unit.text, shape) for unit, shape in lines if shape.shape is Shape.NAME]
    if alone and all(shape.certainty >= _SURE_NAME or _stands_out(text) for text, shape in alone):
        total += _SURE
    total += _WORDS * any(len(text.split()) > 1 for text, _ in alone) + _ENDED * place.ended
    return total + _LETTER * place.letter + _PERSONAL * place.personal


def announced(lines: Sequence[Shaped]) -> bool:
    """Whether a valediction or a mark that it was signed announces the names in `lines`."""
    shapes = [shape.shape for _, shape in lines]
    named = Shape.NAME in shapes or Shape.PERSON in shapes
    marked = Shape.MARK in shapes or any(tag == "signature-mark" for _, shape in lines for _, _, tag in shape.marks)
    return named and (shapes[0] is Shape.VALEDICTION or marked)


def _stands_out(text: str) -> bool:
    """Whether a lone name is set as signatures are: in capitals, or with initials."""
    words = text.rstrip(".,").split()
    return len(words) > 1 and (text.isupper() or all(len(word) <= 2 or "." in word for word in words[:-1]))
