"""The trained weights of the model, as the package carries them: `weights.json`, written by `make train-aligner`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one model. A feature without a weight has weight 0."""

    features: Mapping[str, float]
    certainty: tuple[float, float] = (1.0, 0.0)
    """The factor and the term by which log odds of posteriors become those of being right."""


@cache
def weights_for(model: str) -> Weights:
    """The weights of "lexical", of "semantic", or of "meaning": the semantic model without words."""
    found = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))[model]
    return Weights(found["features"], (found["certainty"][0], found["certainty"][1]))
