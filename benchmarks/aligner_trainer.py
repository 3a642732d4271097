"""Weights of the sentence aligner from gold documents, and what they predict."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from align import documents
from aligner_field import Field, Piece
from aligner_gold import OMITTED, OMITTED_ENCODED, Bead, Document, Gold, gold_beads, runs, with_omissions

from tei.alignment.linking.evidence import Evidence, Floats, Shape, features
from tei.alignment.linking.meaning import parts
from tei.alignment.linking.pairing import Link, Pairing, Text, best_links, lattice_of, possible
from tei.alignment.linking.semantic import SentenceEncoder, encoder_for
from tei.alignment.linking.weights import Weights

TRAINED_ON = ("mac", "pol", "aca", "mag")
MODELS = ("lexical", "semantic", "meaning")
ROUGH = {
    "shape 1-1": -0.3, "shape 1-2": -1.5, "shape 1-3": -2.5, "shape 1-4": -3.5, "shape 1-5": -4.5,
    "shape 2-2": -3.0, "shape 2-3": -3.5, "shape 3-3": -5.0, "shape 2-4": -4.5, "null": -4.0, "words sum": 2.5,
    "cosine centred": 7.0, "length": -1.5, "final same": 0.5,
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


@cache
def _encoder() -> Remembering:
    """One for all models: most of the time of training goes into it."""
    return Remembering(encoder_for("semantic", ("zh", "en")))


class Names(dict[str, int]):
    """A column for each feature, in the order in which they are met."""

    def __missing__(self, name: str) -> int:
        self[name] = len(self)
        return self[name]


@dataclass
class Example:
    """A gold document made ready."""

    document: Document
    evidence: Evidence
    plausible: list[tuple[Gold, list[Bead]]]

    @classmethod
    def of(cls, document: Document, encoder: SentenceEncoder | None, *, words: bool) -> "Example":
        """The document with what the aligner looks at; without `words` only what the encoder says of them."""
        langs = document["langs"]
        texts = [
            Text(segments, lang, [""] * len(segments), [""] * len(segments))
            for segments, lang in zip((document["src"], document["tgt"]), langs, strict=True)
        ]
        pairing = Pairing(texts[0], texts[1], Weights({}), encoder, dictionary=words)
        pieces, lexicon = [((0, 0), (len(document["src"]), len(document["tgt"])))], pairing.lexicon(())
        evidence = pairing.evidence(pieces, lexicon)
        beads = list(possible(lattice_of(evidence, ROUGH), LEAST_SHARE))
        if encoder:
            evidence = pairing.evidence(pieces, lexicon, parts(beads))
        return cls(document, evidence, [(run, _inside(beads, run)) for run in runs(gold_beads(document))])

    def pieces(self, names: Names) -> list[Piece]:
        """What there is to train on."""
        tables: dict[Shape, list[tuple[int, Floats]]] = {}
        for shapes, named in features(self.evidence):
            for name, values in named:
                for shape, table in zip(shapes, np.broadcast_to(values, (len(shapes), *values.shape[1:])), strict=True):
                    tables.setdefault(shape, []).append((names[name], table))
        found = []
        for run, beads in self.plausible:
            values = np.zeros((len(beads), _MOST_FEATURES), np.float32)
            for shape, columns in tables.items():
                rows = [row for row, bead in enumerate(beads) if bead[2:] == shape]
                i, j = [beads[row][0] for row in rows], [beads[row][1] for row in rows]
                for column, table in columns:
                    values[rows, column] = table[i, j, 0]
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


_MOST_FEATURES = 60


def _inside(beads: Iterable[Bead], run: Gold) -> list[Bead]:
    """Those of the beads that are inside a run of gold beads, and these."""
    (i, j), (p, q) = run[0][:2], (run[-1][0] + run[-1][2], run[-1][1] + run[-1][3])
    return sorted({(x, y, a, b) for x, y, a, b in beads if i <= x <= p - a and j <= y <= q - b} | set(run))


class Trainer:
    """All gold documents that are trained on, ready for one of the `MODELS`."""

    def __init__(self, folder: Path, model: str) -> None:
        encoder = None if model == "lexical" else _encoder()
        self.examples = [
            Example.of(document, encoder, words=model != "meaning")
            for whole in documents(folder)
            if whole["set"] in TRAINED_ON
            for document in (whole, with_omissions(whole, OMITTED_ENCODED if encoder else OMITTED))
        ]
        self._names = Names()
        self._pieces = {example.document["id"]: example.pieces(self._names) for example in self.examples}

    def train(self, ids: Iterable[str]) -> dict[str, float]:
        """The weights of the features, from the documents with these ids."""
        weights = Field([piece for id_ in sorted(ids) for piece in self._pieces[id_]], len(self._names)).fit()
        return {
            name: round(float(weights[column]), 4)
            for name, column in sorted(self._names.items())
            if abs(weights[column]) >= 5e-5
        }

    def predict(self, weights: dict[str, float], ids: Iterable[str]) -> dict[str, list[Link]]:
        """The links of documents."""
        wanted = set(ids)
        return {
            example.document["id"]: best_links(lattice_of(example.evidence, weights))[0]
            for example in self.examples
            if example.document["id"] in wanted
        }
