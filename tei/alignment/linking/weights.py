"""The trained weights of the model, as the package carries them: `weights.json`, written by `make train-aligner`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tei.alignment.linking.evidence import Shape


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of evidence. A feature without a weight has weight 0."""

    first: Mapping[str, float]
    """For the first pass."""
    second: Mapping[str, float]
    """For the second, which has the words learnt in the first, and the text's own frequencies of shapes."""
    shapes: Mapping[Shape, float]
    """How frequent each shape of bead is in general, of all beads."""


@cache
def weights_for(*, semantic: bool, dictionary: bool) -> Weights:
    """The weights for texts with an encoder or not, and with a dictionary of their languages or not."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    shapes = {(int(shape[0]), int(shape[2])): float(share) for shape, share in data["shapes"].items()}
    trained = data[set_name(semantic=semantic, dictionary=dictionary)]
    return Weights(trained["first"], trained["second"], shapes)


def set_name(*, semantic: bool, dictionary: bool) -> str:
    """What the set of weights for such texts is called in the file.

    Words that look alike and words learnt on the way say much less than a dictionary does. Where there is an encoder they
    are left out then: weights learnt from a dictionary would trust them too much.
    """
    return ("semantic and dictionary" if dictionary else "semantic") if semantic else "lexical"
