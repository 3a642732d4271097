"""The trained weights of the model, as the package carries them: `weights.json`, written by `make train-aligner`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tei.alignment.linking.evidence import Shape


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one back end. A feature without a weight has weight 0."""

    first: Mapping[str, float]
    """For the first pass."""
    second: Mapping[str, float]
    """For the second, which has the words learnt in the first, and the text's own frequencies of shapes."""
    shapes: Mapping[Shape, float]
    """How frequent each shape of bead is in general, of all beads."""
    certainty: tuple[float, float] = (1.0, 0.0)
    """The factor and the term by which log odds of posteriors become those of being right."""


@cache
def weights_for(backend: str) -> Weights:
    """The weights of the back end "lexical" or "semantic"."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    shapes = {(int(shape[0]), int(shape[2])): float(share) for shape, share in data["shapes"].items()}
    found = data[backend]
    return Weights(found["first"], found["second"], shapes, (found["certainty"][0], found["certainty"][1]))
