"""What can be read off the characters of segments alone: how long they are, how they begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tei.alignment.length import size_of

Floats = NDArray[Any]
Ints = NDArray[Any]

_FINALS = ("。.．…", "？?؟", "！!", "：:；;", "，,、-—–")
_NUMBER = {mark: number for number, marks in enumerate(_FINALS) for mark in marks}
_CLOSING = frozenset("”’\"'»›」』）)]】》〉*")
_QUOTED_START = re.compile(r"^[\s—–-]*[“‘\"'«‹「『„‚]")
_QUOTED_END = re.compile(r"[”’\"'»›」』][\s.,。，]*$")


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of the segments of one text without the other.

    `final` says with what a segment ends, by a number; `opens` and `closes` whether with a quotation mark.
    """

    size: Floats
    final: NDArray[np.int8]
    opens: NDArray[np.bool_]
    closes: NDArray[np.bool_]
    letters: NDArray[np.bool_]

    def at(self, segments: Ints) -> "Side":
        """The same for some of the segments, in the form of `segments`."""
        return Side(
            self.size[segments],
            self.final[segments],
            self.opens[segments],
            self.closes[segments],
            self.letters[segments],
        )


def side_of(texts: Sequence[str]) -> Side:
    """What can be read off the characters of `texts` alone."""
    return Side(
        np.array([size_of(text) for text in texts], np.float32),
        np.array([_final(text) for text in texts], np.int8),
        np.array([bool(_QUOTED_START.search(text)) for text in texts], bool),
        np.array([bool(_QUOTED_END.search(text)) for text in texts], bool),
        np.array([any(map(str.isalpha, text)) for text in texts], bool),
    )


def _final(text: str) -> int:
    for character in reversed(text):
        if not (character.isspace() or character in _CLOSING):
            return _NUMBER.get(character, len(_FINALS))
    return len(_FINALS)
