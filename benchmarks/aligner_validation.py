"""How well the trained aligner does on documents, and on kinds of text, that it was not trained on."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from align import scorer
from aligner_gold import OMISSIONS
from aligner_trainer import TRAINED_ON, Trainer
from scipy.optimize import minimize

from tei.alignment.linking.pairing import Link

FOLDS = 6
_SUREST = 0.997  # what a certainty of 1, which is a rounded one, stands for

Predicted = Mapping[str, list[Link]]


def validate(trainer: Trainer, folder: Path) -> dict[str, Any]:
    """Scores on documents, and on kinds of text, that were left out of training."""
    of_kind = {example.document["id"]: example.document["set"] for example in trainer.examples}
    whole = [id_ for id_ in of_kind if not id_.endswith(OMISSIONS)]
    folds = [frozenset(id_ for one in whole[k::FOLDS] for id_ in (one, one + OMISSIONS)) for k in range(FOLDS)]
    unseen: dict[str, list[Link]] = {}
    for fold in folds:
        unseen |= trainer.predict(trainer.train(of_kind.keys() - fold), fold)
    apart: dict[str, list[Link]] = {}
    for kind in TRAINED_ON:
        left_out = frozenset(id_ for id_ in of_kind if of_kind[id_] == kind)
        apart |= trainer.predict(trainer.train(of_kind.keys() - left_out), left_out)
    return report(trainer, folder, unseen) | {
        "kind left out": _by(trainer, folder, apart, "set"),
        "calibration": calibrated(trainer, unseen),
    }


def report(trainer: Trainer, folder: Path, predicted: Predicted) -> dict[str, Any]:
    """Strict F1 by set and document, recall by shape, and how often links of a given certainty are right."""
    shapes: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    bins: dict[str, list[int]] = {}
    for example in trainer.examples:
        if example.document["id"].endswith(OMISSIONS):
            continue
        gold = {(tuple(one), tuple(other)) for one, other in example.document["gold"]}
        mine = {
            (tuple(range(x.i, x.p)), tuple(range(x.j, x.q))): x.certainty
            for x in predicted.get(example.document["id"], ())
        }
        for link in gold:
            shape = f"{min(map(len, link))}-{max(map(len, link))}"
            shapes[shape] += 1
            hit[shape] += link in mine
        for link, certainty in mine.items():
            bins.setdefault(f"{min(int(certainty * 10), 9) / 10:.1f}", []).append(link in gold)
    return {
        "set": _by(trainer, folder, predicted, "set"),
        "document": _by(trainer, folder, predicted, "id"),
        "recall by shape": {shape: f"{hit[shape]}/{count}" for shape, count in shapes.most_common()},
        "right by certainty": {key: f"{sum(found)}/{len(found)}" for key, found in sorted(bins.items())},
    }


def calibrated(trainer: Trainer, predicted: Predicted) -> list[float]:
    """The factor and the term that make log odds of posteriors those of being right, by maximum likelihood.

    Platt, "Probabilistic Outputs for Support Vector Machines", 1999; only links of documents left out count.
    """
    posteriors, right = [], []
    for example in trainer.examples:
        gold = {(tuple(one), tuple(other)) for one, other in example.document["gold"]}
        for x in predicted.get(example.document["id"], ()):
            posteriors.append(min(max(x.certainty, 1 - _SUREST), _SUREST))
            right.append((tuple(range(x.i, x.p)), tuple(range(x.j, x.q))) in gold)
    odds, sign = np.log(posteriors) - np.log1p(-np.array(posteriors)), np.where(right, 1, -1)
    found = minimize(lambda v: np.logaddexp(0, -sign * (v[0] * odds + v[1])).sum(), [1.0, 0.0])
    return [round(float(value), 3) for value in found.x]


def _by(trainer: Trainer, folder: Path, predicted: Predicted, key: str) -> dict[str, float]:
    pairs: dict[str, list[Any]] = {}
    for example in trainer.examples:
        if example.document["id"] in predicted and not example.document["id"].endswith(OMISSIONS):
            beads = [[list(range(x.i, x.p)), list(range(x.j, x.q))] for x in predicted[example.document["id"]]]
            pairs.setdefault(example.document[key], []).append((example.document["gold"], beads))
    strict = scorer(folder).score
    return {name: round(strict(found)["Fs"], 4) for name, found in pairs.items()}
