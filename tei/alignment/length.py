"""How well two lengths fit: the length model of the aligner.

The idea is Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1),
1993: the length of a text and of its translation are in a fixed ratio, with a spread that grows with length. Two
things differ. The spread is that of the logarithm of the ratio, with a floor, because paragraphs vary more than a sum
of independent characters would; and its distribution is Student's t, so that one free translation does not count
like ten. The cost is measured against two unrelated units, so that leaving a unit alone needs no length at all.
"""

import math
from collections.abc import Sequence

from tei.languages.scripts import script_weights

_FREEDOM = 10.0
_PER_CHARACTER = 2.0
_FLOOR = 0.02
_UNRELATED = 1.0
# The ratio that the scripts imply counts as much as this many units. No text and its translation are further from it
# than a factor of two.
_DOUBT = 4
_PLAUSIBLE = math.log(2)


class LengthModel:
    """Costs of lengths, given the expected number of target characters for one source character."""

    def __init__(self, ratio: float = 1.0) -> None:
        self._root = math.sqrt(ratio)

    def cost(self, source: int, target: int) -> float:
        """−ln of how much likelier these lengths are for a text and its translation than for two unrelated texts."""
        left, right = source * self._root + 1, target / self._root + 1
        variance = min(_PER_CHARACTER * 2 / (left + right) + _FLOOR, _UNRELATED)
        squared = math.log(left / right) ** 2 / _FREEDOM
        tails = math.log((1 + squared / variance) / (1 + squared / _UNRELATED))
        return (math.log(variance / _UNRELATED) + (_FREEDOM + 1) * tails) / 2


def measure_ratio(source: Sequence[str], target: Sequence[str]) -> float:
    """Target characters for one source character: as measured, but the fewer units, the closer to what scripts imply.

    In a short text one omission is enough to mislead the measurement, and what is far from plausible is not followed.
    """
    implied = implied_ratio(source, target)
    sizes = [sum(not character.isspace() for text in texts for character in text) for texts in (source, target)]
    if not all(sizes):
        return implied
    units = min(len(source), len(target))
    away = math.log(sizes[1] / sizes[0] / implied) * units / (units + _DOUBT)
    return implied * math.exp(min(max(away, -_PLAUSIBLE), _PLAUSIBLE))


def implied_ratio(source: Sequence[str], target: Sequence[str]) -> float:
    """Target characters for one source character, as their scripts lead one to expect."""
    return _density(target) / _density(source)


def _density(texts: Sequence[str]) -> float:
    """Letters used for what one letter of an alphabet says: about a third for Chinese."""
    text = "".join(texts)
    weight = sum(script_weights(text).values())
    return sum(map(str.isalpha, text)) / weight if weight else 1.0
