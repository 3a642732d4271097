"""`align`: the units of one text linked with those of another, in order, by length and by what they both hold."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from statistics import median

from tei.alignment.features import Features, features_of
from tei.alignment.length import LengthModel, implied_ratio, measure_ratio
from tei.alignment.programme import Shape, Step, solve
from tei.model.alignment import Bead, Segment


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

# Anchors that stand in more pairs of units than this for each unit tell nothing, and only cost time.
_TOO_COMMON = 10

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
    steps: tuple[Step, ...]
    total: float
    logs: list[float]


def _total(fit: _Fit) -> float:
    return fit.total


def _fit(source: Sequence[Features], target: Sequence[Features], ratio: float, settings: AlignSettings) -> _Fit:
    sizes = [unit.size for unit in source], [unit.size for unit in target]
    cost = BeadCost(source, target, ratio, settings)
    steps = solve(*sizes, tuple(settings.priors), cost, exact=settings.exact_cells, band=settings.band)
    single = [step for step in steps if (step.p - step.i, step.q - step.j) == (1, 1) and step.certainty >= _SURE]
    lengths = [(sizes[0][step.i], sizes[1][step.j]) for step in single]
    logs = [math.log(right / left) for left, right in lengths if left and right]
    return _Fit(ratio, steps, math.fsum(cost(step.i, step.p, step.j, step.q) for step in steps), logs)


def _beads(step: Step, source: Sequence[Segment], target: Sequence[Segment]) -> Iterator[Bead]:
    """The bead that `step` stands for; a run of units without a counterpart gives one for each of them."""
    left = tuple(unit.id for unit in source[step.i : step.p])
    right = tuple(unit.id for unit in target[step.j : step.q])
    if left and right:
        yield Bead(left, right, step.certainty)
    else:
        yield from (Bead((id_,), (), step.certainty) for id_ in left)
        yield from (Bead((), (id_,), step.certainty) for id_ in right)


class BeadCost:
    """−ln p of a bead, up to a constant: its shape, its lengths, its anchors, its kinds."""

    def __init__(
        self, source: Sequence[Features], target: Sequence[Features], ratio: float, settings: AlignSettings
    ) -> None:
        self._settings = settings
        self._prior = {shape: -math.log(prior) for shape, prior in settings.priors.items()}
        self._length = LengthModel(ratio)
        self._sizes = [_running_sums([unit.size for unit in units]) for units in (source, target)]
        self._weights = _anchor_weights(source, target, settings.anchor_weight)
        self._shared = _shared(source, target, self._weights)
        self._firm = [[_firm(unit) for unit in units] for units in (source, target)]
        self._firm_before = [_running_sums([bool(anchors) for anchors in side]) for side in self._firm]
        self._kinds = [[unit.kind for unit in units] for units in (source, target)]
        self._one_kind = len(set(self._kinds[0]) | set(self._kinds[1])) < 2

    def __call__(self, i: int, p: int, j: int, q: int) -> float:
        """The cost of joining source units i to p with target units j to q."""
        cost = self._prior[p - i, q - j]
        if i == p or j == q:
            return cost
        source, target = self._sizes
        cost += self._length.cost(source[p] - source[i], target[q] - target[j])
        cost -= self._agreement(i, p, j, q)
        source, target = self._firm_before
        if source[p] > source[i] and target[q] > target[j] and self._conflict(i, p, j, q):
            cost += self._settings.conflict
        if not self._one_kind and set(self._kinds[0][i:p]) != set(self._kinds[1][j:q]):
            cost += self._settings.other_kind
        return cost

    def _agreement(self, i: int, p: int, j: int, q: int) -> float:
        found = [anchors for row in self._shared[i:p] for column, anchors in row.items() if j <= column < q]
        if not found:
            return 0.0
        anchors = found[0] if len(found) == 1 else frozenset().union(*found)
        return math.fsum(self._weights[anchor] for anchor in anchors)

    def _conflict(self, i: int, p: int, j: int, q: int) -> bool:
        left, right = set().union(*self._firm[0][i:p]), set().union(*self._firm[1][j:q])
        return left.isdisjoint(right)


def _running_sums(numbers: Sequence[int]) -> list[int]:
    return [0, *accumulate(numbers)]


def _firm(unit: Features) -> frozenset[str]:
    """The anchors that a translation does not drop or add lightly: dates, and numbers of two digits and more."""
    return frozenset(anchor for anchor in unit.anchors if anchor[0] == "@" or (anchor[0] == "#" and len(anchor) > 2))


def _anchor_weights(source: Sequence[Features], target: Sequence[Features], weight: float) -> dict[str, float]:
    """How much it says that two units share an anchor: more, the fewer units on either side have it."""
    left, right = (Counter(anchor for unit in units for anchor in unit.anchors) for units in (source, target))
    pairs = len(source) * len(target)
    common = _TOO_COMMON * max(len(source), len(target))
    return {
        anchor: weight * math.log1p(math.sqrt(pairs / (left[anchor] * right[anchor])))
        for anchor in sorted(left.keys() & right.keys())
        if left[anchor] * right[anchor] <= common
    }


def _shared(
    source: Sequence[Features], target: Sequence[Features], weights: Mapping[str, float]
) -> list[dict[int, frozenset[str]]]:
    """For each source unit, the target units that it shares anchors with, and which."""
    holders: dict[str, list[int]] = {}
    for column, unit in enumerate(target):
        for anchor in unit.anchors & weights.keys():
            holders.setdefault(anchor, []).append(column)
    rows = []
    for unit in source:
        columns = {column for anchor in unit.anchors for column in holders.get(anchor, ())}
        rows.append({column: (unit.anchors & target[column].anchors) & weights.keys() for column in sorted(columns)})
    return rows
