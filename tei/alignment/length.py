"""How long a translation is for its text: what two texts show, and what their scripts imply."""

import math
from collections.abc import Sequence

from tei.languages.scripts import letters_weighing, script_weights

# The ratio that the scripts imply counts as much as this many units. No text and its translation are further from it
# than a factor of two.
_DOUBT = 4
_PLAUSIBLE = math.log(2)


def size_of(text: str) -> int:
    """How many characters of `text` are no white space."""
    return sum(map(len, text.split()))


def measure_ratio(source: Sequence[str], target: Sequence[str]) -> float:
    """Target characters for one source character: as measured, but the fewer units, the closer to what scripts imply.

    In a short text one omission is enough to mislead the measurement, and what is far from plausible is not followed.
    """
    implied = implied_ratio(source, target)
    sizes = [size_of("".join(texts)) for texts in (source, target)]
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
    if text.isascii():
        return 1.0
    weights = script_weights(text)
    return letters_weighing(weights) / sum(weights.values()) if weights else 1.0
