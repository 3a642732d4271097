"""Trains the weights of the sentence aligner on gold data, and says how well they do on documents they have not seen.

    python benchmarks/train_aligner.py [FOLDER] [--only NAME] [--validate]

FOLDER holds the gold data and its scorer; by default `../shared/dev/alignment` beside the repository. Without
--validate the weights are written into the package; with it nothing is written but the table of scores, by document,
by shape of bead, and on the kind of text that was left out of the training.

The model is a conditional random field whose graph is the table of alignments. It is trained by maximum likelihood
with an L2 penalty (L-BFGS). A rough model made by hand proposes the beads; those that it gives next to no probability
are left out of the sums, which makes training a matter of seconds.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from align import GOLD, documents, scorer
from scipy.optimize import minimize

from tei.alignment.linking.evidence import SHAPES, Evidence, Shape, features
from tei.alignment.linking.lattice import shares
from tei.alignment.linking.pairing import (
    Link,
    Pairing,
    Text,
    best_links,
    lattice_of,
    shape_prior,
)
from tei.alignment.linking.semantic import SentenceEncoder, encoder_for
from tei.alignment.linking.weights import Weights

WEIGHTS = Path(__file__).resolve().parents[1] / "tei/alignment/linking/weights.json"
TRAINED_ON = ("mac", "pol", "aca", "mag")
PENALTY = 3.0
FOLDS = 6
# Of so many beads, those with these numbers lose their source and their target, by turns.
OMIT_EVERY, OMITTED = 80, (5, 46)
OMISSIONS = " with omissions"
ROUGH = {
    "shape 1-1": -0.3, "shape 1-2": -1.5, "shape 1-3": -2.5, "shape 1-4": -3.5, "shape 1-5": -4.5, "shape 2-2": -3.0,
    "shape 2-3": -3.5, "shape 3-3": -5.0, "shape 2-4": -4.5, "null": -4.0, "words sum": 3.0, "length": -1.5, "final same": 0.5,
}  # fmt: skip
LEAST_SHARE = 3e-6

Gold = list[tuple[int, int, int, int]]
Document = dict[str, Any]
Bead = tuple[int, int, int, int]


def gold_beads(document: Document) -> Gold:
    """The gold beads (i, j, a, b) in order; links that cross each other, or are too large for us, are one with a < 0."""
    n, m = len(document["src"]), len(document["tgt"])
    links = document["gold"]
    holder = [{k: number for number, link in enumerate(links) for k in link[side]} for side in (0, 1)]
    found: Gold = []
    i = j = 0
    while i < n or j < m:
        if i < n and not links[holder[0][i]][1]:
            found.append((i, j, 1, 0))
        elif j < m and not links[holder[1][j]][0]:
            found.append((i, j, 0, 1))
        else:
            found.append(_closed(links, holder, i, j))
        a, b = (abs(found[-1][2]), found[-1][3])
        i, j = i + a, j + b
    return found


def _closed(links: Sequence[Any], holder: Sequence[Mapping[int, int]], i: int, j: int) -> Bead:
    """The smallest run of segments from (i, j) on whose links stay inside it."""
    p, q, inside = i + 1, j, {holder[0][i]}
    while True:
        p = max([p, *(k + 1 for number in inside for k in links[number][0])])
        q = max([q, *(k + 1 for number in inside for k in links[number][1])])
        held = inside | {holder[0][k] for k in range(i, p)} | {holder[1][k] for k in range(j, q)}
        if held == inside:
            simple = len(inside) == 1 and (p - i, q - j) in SHAPES
            return (i, j, p - i, q - j) if simple else (i, j, i - p, q - j)
        inside = held


def runs(gold: Gold) -> Iterator[Gold]:
    """Stretches of gold beads without one that the model cannot make."""
    run: Gold = []
    for bead in gold:
        if bead[2] >= 0:
            run.append(bead)
        elif run:
            yield run
            run = []
    if run:
        yield run


@dataclass
class Piece:
    """A stretch of a document for training: beads that may be, their features, and which of them are right."""

    beads: list[Bead]
    values: np.ndarray
    right: np.ndarray
    start: tuple[int, int]
    end: tuple[int, int]


def with_omissions(document: Document) -> Document:
    """A copy whose translator left out some gold beads and added others: what gold data has too little of."""
    links = document["gold"]
    gone: tuple[set[int], set[int]] = set(), set()
    for number, link in enumerate(links):
        if link[0] and link[1] and number % OMIT_EVERY in OMITTED:
            side = OMITTED.index(number % OMIT_EVERY) % 2
            gone[side].update(link[side])
    kept = [
        [k for k in range(len(document[side])) if k not in lost]
        for side, lost in zip(("src", "tgt"), gone, strict=True)
    ]
    new = [{old: place for place, old in enumerate(side)} for side in kept]
    gold = [[[new[side][k] for k in link[side] if k in new[side]] for side in (0, 1)] for link in links]
    texts = {side: [document[side][k] for k in places] for side, places in zip(("src", "tgt"), kept, strict=True)}
    return document | texts | {"gold": [link for link in gold if link[0] or link[1]], "id": document["id"] + OMISSIONS}


class Remembering:
    """An encoder that encodes each text once."""

    def __init__(self, encoder: SentenceEncoder | None) -> None:
        assert encoder is not None
        self.name, self.languages = encoder.name, encoder.languages
        self._encoder = encoder
        self._known: dict[str, np.ndarray] = {}

    def encode(self, texts: list[str]) -> np.ndarray:
        """One vector for each text."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        self._known.update(zip(new, self._encoder.encode(new), strict=True) if new else ())
        return np.array([self._known[text] for text in texts], np.float32)


class Names(dict[str, int]):
    """A column for each feature, in the order in which they are met."""

    def __missing__(self, name: str) -> int:
        self[name] = len(self)
        return self[name]


@dataclass
class Example:
    """A gold document made ready."""

    document: Document
    pairing: Pairing
    evidence: Evidence
    plausible: list[tuple[Gold, list[Bead]]]

    @classmethod
    def of(cls, document: Document, encoder: SentenceEncoder | None, *, dictionary: bool) -> "Example":
        """The document with what the first pass looks at."""
        langs = document["langs"]
        texts = [
            Text(segments, lang, [""] * len(segments), [""] * len(segments))
            for segments, lang in zip((document["src"], document["tgt"]), langs, strict=True)
        ]
        pairing = Pairing(texts[0], texts[1], Weights({}, {}, {}), encoder, dictionary=dictionary)
        evidence = pairing.evidence((0, 0), (len(document["src"]), len(document["tgt"])), pairing.lexicon(()), None)
        plausible = (
            [(run, _plausible(evidence, run)) for run in runs(gold_beads(document))]
            if document["set"] in TRAINED_ON
            else []
        )
        return cls(document, pairing, evidence, plausible)

    def again(self, first: Sequence[Link], usual: Mapping[Shape, float]) -> Evidence:
        """What the second pass looks at."""
        end = len(self.document["src"]), len(self.document["tgt"])
        return self.pairing.evidence((0, 0), end, self.pairing.lexicon(first), shape_prior(first, usual))

    def pieces(self, evidence: Evidence, names: Names) -> list[Piece]:
        """What there is to train on."""
        tables = {shape: [(names[name], values) for name, values in named] for shape, named in features(evidence)}
        found = []
        for run, beads in self.plausible:
            values = np.zeros((len(beads), _MOST_FEATURES), np.float32)
            for shape, columns in tables.items():
                rows = [row for row, bead in enumerate(beads) if bead[2:] == shape]
                i, j = [beads[row][0] for row in rows], [beads[row][1] for row in rows]
                for column, table in columns:
                    values[rows, column] = table[i, j]
            last = run[-1]
            found.append(
                Piece(
                    beads,
                    values,
                    np.isin(np.arange(len(beads)), [beads.index(bead) for bead in run]),
                    run[0][:2],
                    (last[0] + last[2], last[1] + last[3]),
                )
            )
        return found


_MOST_FEATURES = 120


def _plausible(evidence: Evidence, run: Gold) -> list[Bead]:
    """The beads inside a run of gold beads that the rough model gives some probability, and the gold ones."""
    lattice = lattice_of(evidence, ROUGH)
    (i, j), (p, q) = run[0][:2], (run[-1][0] + run[-1][2], run[-1][1] + run[-1][3])
    scores = []
    for (a, b), table in zip(lattice.shapes, lattice.scores, strict=True):
        part = np.full((p - i + 1, q - j + 1), -np.inf)
        if p - i >= a and q - j >= b:
            part[: p - i - a + 1, : q - j - b + 1] = table[i : p - a + 1, j : q - b + 1]
        scores.append(part)
    parts, _ = shares(type(lattice)(lattice.shapes, tuple(scores), np.zeros(p - i + 1, np.int64), q - j))
    found = {
        (int(x) + i, int(y) + j, a, b)
        for (a, b), part in zip(lattice.shapes, parts, strict=True)
        for x, y in zip(*np.nonzero(part > LEAST_SHARE), strict=True)
    }
    return sorted(found | set(run))


class Field:
    """Pieces as one graph, and the sums over its paths."""

    def __init__(self, pieces: Sequence[Piece], features_: int) -> None:
        self.values = np.concatenate([piece.values[:, :features_] for piece in pieces])
        self.gold = np.concatenate([piece.right for piece in pieces]).astype(float) @ self.values
        nodes: dict[tuple[int, int, int], int] = {}
        tails, heads, levels, sizes, owners = [], [], [], [], []
        for number, piece in enumerate(pieces):
            for i, j, a, b in piece.beads:
                tails.append(nodes.setdefault((number, i, j), len(nodes)))
                heads.append(nodes.setdefault((number, i + a, j + b), len(nodes)))
                levels.append(i + j - sum(piece.start))
                sizes.append(a + b)
                owners.append(number)
        self._nodes = len(nodes)
        self._tails, self._heads, self._owners = np.array(tails), np.array(heads), np.array(owners)
        self._starts = np.array([nodes[number, *piece.start] for number, piece in enumerate(pieces)])
        self._ends = np.array([nodes[number, *piece.end] for number, piece in enumerate(pieces)])
        self._forward = list(_levels(self._heads, np.array(levels) + np.array(sizes)))
        self._backward = list(_levels(self._tails, np.array(levels)))[::-1]

    def shares(self, scores: np.ndarray) -> tuple[np.ndarray, float]:
        """The share of all paths for each bead, and the sum of the logs of the weights of all paths."""
        forward, backward = np.full(self._nodes, -np.inf), np.full(self._nodes, -np.inf)
        forward[self._starts] = backward[self._ends] = 0.0
        for beads, first, nodes in self._forward:
            forward[nodes] = np.logaddexp.reduceat(forward[self._tails[beads]] + scores[beads], first)
        for beads, first, nodes in self._backward:
            backward[nodes] = np.logaddexp.reduceat(backward[self._heads[beads]] + scores[beads], first)
        totals = forward[self._ends]
        return np.exp(forward[self._tails] + scores + backward[self._heads] - totals[self._owners]), float(totals.sum())

    def fit(self) -> np.ndarray:
        """The weights."""
        scale = np.maximum(np.sqrt((self.values.astype(float) ** 2).mean(axis=0)), 0.02)
        values, gold = self.values / scale, self.gold / scale

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            parts, total = self.shares(values @ weights)
            return total - gold @ weights + PENALTY * weights @ weights / 2, parts @ values - gold + PENALTY * weights

        found = minimize(
            loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B", options={"maxiter": 120, "maxcor": 20}
        )
        return np.asarray(found.x / scale)


def _levels(nodes: np.ndarray, level: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Beads by level, in order: which they are, where each node's begin among them, and the nodes."""
    order = np.lexsort((nodes, level))
    for beads in np.split(order, np.flatnonzero(np.diff(level[order])) + 1):
        first = np.flatnonzero(np.concatenate(([True], np.diff(nodes[beads]) != 0)))
        yield beads, first, nodes[beads][first]


def usual_shapes(examples: Iterable[Example]) -> dict[Shape, float]:
    """How frequent each shape is, the same in both directions."""
    counts = Counter((a, b) for example in examples for _, _, a, b in gold_beads(example.document))
    even = {(a, b): (counts[a, b] + counts[b, a]) / 2 + 0.5 for a, b in SHAPES}
    return {shape: round(count / sum(even.values()), 5) for shape, count in even.items()}


class Trainer:
    """All gold documents, with the features of the first pass kept."""

    def __init__(self, folder: Path, *, semantic: bool) -> None:
        encoder = Remembering(encoder_for("semantic", ("zh", "en"))) if semantic else None
        self.examples = [
            Example.of(document, encoder, dictionary=document["set"] != "textberg")
            for whole in documents(folder)
            for document in ((whole, with_omissions(whole)) if whole["set"] in TRAINED_ON else (whole,))
        ]
        self.names = Names()
        self._first = {
            example.document["id"]: example.pieces(example.evidence, self.names) for example in self.examples
        }
        assert self.names["prior"] < _MOST_FEATURES

    def train(self, ids: frozenset[str]) -> Weights:
        """The weights of both passes, from the documents with these ids."""
        examples = [example for example in self.examples if example.document["id"] in ids]
        usual = usual_shapes(examples)
        first = self._fit([piece for example in examples for piece in self._first[example.document["id"]]])
        pieces = []
        for example in examples:
            links = best_links(lattice_of(example.evidence, first))
            pieces += example.pieces(example.again(links, usual), self.names)
        return Weights(first, self._fit(pieces), usual)

    def _fit(self, pieces: Sequence[Piece]) -> dict[str, float]:
        weights = Field(pieces, len(self.names)).fit()
        return {
            name: round(float(weights[column]), 4)
            for name, column in sorted(self.names.items())
            if abs(weights[column]) >= 5e-5
        }

    def predict(self, weights: Weights, ids: Iterable[str]) -> dict[str, list[Link]]:
        """The links of documents."""
        wanted = set(ids)
        found = {}
        for example in self.examples:
            if example.document["id"] in wanted:
                first = best_links(lattice_of(example.evidence, weights.first))
                found[example.document["id"]] = best_links(
                    lattice_of(example.again(first, weights.shapes), weights.second)
                )
        return found


def validate(trainer: Trainer, folder: Path) -> dict[str, Any]:
    """Scores on documents, and on kinds of text, that were left out of training."""
    of_kind = {example.document["id"]: example.document["set"] for example in trainer.examples}
    trained = [id_ for id_, kind in of_kind.items() if kind in TRAINED_ON]
    whole = [id_ for id_ in trained if not id_.endswith(OMISSIONS)]
    folds = [frozenset(id_ for one in whole[k::FOLDS] for id_ in (one, one + OMISSIONS)) for k in range(FOLDS)]
    unseen: dict[str, list[Link]] = {}
    for fold in folds:
        unseen |= trainer.predict(trainer.train(frozenset(trained) - fold), fold)
    apart: dict[str, list[Link]] = {}
    for kind in TRAINED_ON:
        left_out = frozenset(id_ for id_ in trained if of_kind[id_] == kind)
        apart |= trainer.predict(trainer.train(frozenset(trained) - left_out), left_out)
    others = [id_ for id_ in of_kind if id_ not in trained]
    unseen |= trainer.predict(trainer.train(frozenset(trained)), others)
    return report(trainer, folder, unseen) | {"kind left out": _by(trainer, folder, apart, "set")}


def report(trainer: Trainer, folder: Path, predicted: Mapping[str, list[Link]]) -> dict[str, Any]:
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
        if example.document["set"] in TRAINED_ON:
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


def _by(trainer: Trainer, folder: Path, predicted: Mapping[str, list[Link]], key: str) -> dict[str, float]:
    pairs: dict[str, list[Any]] = {}
    for example in trainer.examples:
        if example.document["id"] in predicted and not example.document["id"].endswith(OMISSIONS):
            beads = [[list(range(x.i, x.p)), list(range(x.j, x.q))] for x in predicted[example.document["id"]]]
            pairs.setdefault(example.document[key], []).append((example.document["gold"], beads))
    strict = scorer(folder).score
    return {name: round(strict(found)["Fs"], 4) for name, found in pairs.items()}


def main() -> None:
    """Trains, and writes the weights or the report."""
    parser = argparse.ArgumentParser(description="Train the sentence aligner.")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--only", default="", metavar="NAME", help="one set of weights only")
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    written: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    for name in ("lexical", "semantic"):
        if options.only not in ("", name):
            continue
        trainer = Trainer(options.folder, semantic=name == "semantic")
        if options.validate:
            json.dump({name: validate(trainer, options.folder)}, sys.stdout, indent=1, ensure_ascii=False)
            continue
        weights = trainer.train(
            frozenset(x.document["id"] for x in trainer.examples if x.document["set"] in TRAINED_ON)
        )
        written["shapes"] = {f"{a}-{b}": share for (a, b), share in weights.shapes.items()}
        written[name] = {"first": weights.first, "second": weights.second}
        WEIGHTS.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
