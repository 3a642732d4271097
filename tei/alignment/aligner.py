"""`align`: the units of one text linked with those of another, in order, by length and by what they both hold."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from tei.alignment.features import Features, features_of
from tei.alignment.length import implied_ratio, measure_ratio
from tei.model.alignment import Bead, Segment

if TYPE_CHECKING:
    from tei.alignment.programme import Step

Shape = tuple[int, int]
"""How many source and how many target units a bead joins."""


def _run(length: int) -> float:
    """The prior of `length` units in a row without a counterpart: an omission is easier to go on with than to begin."""
    return 0.015 * math.exp(-1.5 * (length - 1))


_RUNS = (1, 2, 4, 8)
_PRIORS: Mapping[Shape, float] = {
    (1, 1): 0.81, (2, 1): 0.05, (1, 2): 0.05, (2, 2): 0.01,
    (3, 1): 0.0175, (1, 3): 0.0175, (4, 1): 0.005, (1, 4): 0.005,
    **{(length, 0): _run(length) for length in _RUNS},
    **{(0, length): _run(length) for length in _RUNS},
}  # fmt: skip

SINGLE: Mapping[Shape, float] = {(1, 1): 0.95, (1, 0): 0.025, (0, 1): 0.025}
"""Priors for units that are never merged or split: people, signatures, datelines."""

# Where one text lacks much of the other, the sums of their lengths mislead. So when few links are sure the ratio that
# the scripts imply is tried too; and when the sure links have another ratio by more than this (in ln), that one.
_SURE = 0.9
_ENOUGH_PAIRS = 10
_OTHER_RATIO = 0.2


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """How units are aligned. The priors and weights were set on development data: see docs/alignment.md."""

    priors: Mapping[Shape, float] = field(default_factory=lambda: _PRIORS)
    """How frequent each shape of bead is, and each run without a counterpart; 1-0 and 0-1 must be among them."""
    ratio: float | None = None
    """Target characters for one source character, to begin with; None: measured on the units given."""
    anchor_weight: float = 1.25
    """How much a shared anchor counts, times the surprise that it is shared."""
    conflict: float = 1.0
    """Cost of a bead whose two sides have numbers or dates, and none in common."""
    other_kind: float = 2.0
    """Cost of a bead between units of different kinds, such as a paragraph and a list item."""
    backend: str = "auto"
    """What compares sentences: see `align_segments`."""
    doubtful: float = 0.8
    """Links less certain than this are findings."""
    exact_cells: int = 250_000
    """Up to so many pairs of units the search is exhaustive; beyond, it keeps to a band."""
    band: int = 30
    """First half-width of that band, in units."""


def align(
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    settings: AlignSettings | None = None,
    features: Callable[[Segment], Features] = features_of,
) -> tuple[Bead, ...]:
    """Beads that cover every unit of both sides once, in order, each with a certainty."""
    settings = settings or AlignSettings()
    units = [features(unit) for unit in source], [features(unit) for unit in target]
    texts = [unit.text for unit in source], [unit.text for unit in target]
    fit = _fit(*units, settings.ratio or measure_ratio(*texts), settings)
    if 2 * len(fit.logs) < min(len(source), len(target)):
        fit = min(fit, _fit(*units, implied_ratio(*texts), settings), key=_total)
    if len(fit.logs) >= _ENOUGH_PAIRS and abs(median(fit.logs) - math.log(fit.ratio)) > _OTHER_RATIO:
        fit = min(fit, _fit(*units, math.exp(median(fit.logs)), settings), key=_total)
    return tuple(bead for step in fit.steps for bead in _beads(step, source, target))


@dataclass(frozen=True, slots=True)
class _Fit:
    """The best path for one ratio of lengths; `logs` are those of the ratios of the units surely linked one to one."""

    ratio: float
    steps: "tuple[Step, ...]"
    total: float
    logs: list[float]


def _total(fit: _Fit) -> float:
    return fit.total


def _fit(source: Sequence[Features], target: Sequence[Features], ratio: float, settings: AlignSettings) -> _Fit:
    from tei.alignment.costs import BeadCost  # numpy: only when something is aligned
    from tei.alignment.programme import solve

    sizes = [unit.size for unit in source], [unit.size for unit in target]
    cost = BeadCost(source, target, ratio, settings)
    steps = solve(*sizes, tuple(settings.priors), cost, exact=settings.exact_cells, band=settings.band)
    single = [step for step in steps if (step.p - step.i, step.q - step.j) == (1, 1) and step.certainty >= _SURE]
    lengths = [(sizes[0][step.i], sizes[1][step.j]) for step in single]
    logs = [math.log(right / left) for left, right in lengths if left and right]
    return _Fit(ratio, steps, math.fsum(step.cost for step in steps), logs)


def _beads(step: "Step", source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[Bead]:
    """The bead that `step` stands for; a run of units without a counterpart gives one for each of them."""
    left = tuple(unit.id for unit in source[step.i : step.p])
    right = tuple(unit.id for unit in target[step.j : step.q])
    if left and right:
        yield Bead(left, right, step.certainty)
    else:
        yield from (Bead((id_,), (), step.certainty) for id_ in left)
        yield from (Bead((), (id_,), step.certainty) for id_ in right)
