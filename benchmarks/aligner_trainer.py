"""Weights of the sentence aligner from gold documents, and what they predict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from align import documents
from aligner_field import Field, Piece
from aligner_gold import Bead, Document, Gold, gold_beads, runs, usual_shapes, with_omissions

from tei.alignment.linking.evidence import Evidence, Shape, features
from tei.alignment.linking.lattice import shares
from tei.alignment.linking.pairing import Link, Pairing, Text, best_links, lattice_of, shape_prior
from tei.alignment.linking.semantic import SentenceEncoder, encoder_for
from tei.alignment.linking.weights import Weights

TRAINED_ON = ("mac", "pol", "aca", "mag")
ROUGH = {
    "shape 1-1": -0.3, "shape 1-2": -1.5, "shape 1-3": -2.5, "shape 1-4": -3.5, "shape 1-5": -4.5, "shape 2-2": -3.0,
    "shape 2-3": -3.5, "shape 3-3": -5.0, "shape 2-4": -4.5, "null": -4.0, "words sum": 3.0, "length": -1.5, "final same": 0.5,
}  # fmt: skip
LEAST_SHARE = 3e-6


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
        evidence = pairing.evidence([(0, 0), (len(document["src"]), len(document["tgt"]))], pairing.lexicon(()), None)
        plausible = (
            [(run, _plausible(evidence, run)) for run in runs(gold_beads(document))]
            if document["set"] in TRAINED_ON
            else []
        )
        return cls(document, pairing, evidence, plausible)

    def again(self, first: Sequence[Link], usual: Mapping[Shape, float]) -> Evidence:
        """What the second pass looks at."""
        end = len(self.document["src"]), len(self.document["tgt"])
        return self.pairing.evidence([(0, 0), end], self.pairing.lexicon(first), shape_prior(first, usual))

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
        usual = usual_shapes(example.document for example in examples)
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
