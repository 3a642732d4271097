"""What can be read off the characters of segments alone: how long they are, how they begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]

_FINALS = ("。.．…", "？?؟", "！!", "：:；;", "，,、-—–")
_CLOSING = re.compile(r"[\s”’\"'»›」』）)\]】》〉*]+$")
_QUOTED_START = re.compile(r"^[\s—–-]*[“‘\"'«‹「『„‚]")
_QUOTED_END = re.compile(r"[”’\"'»›」』][\s.,。，]*$")


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of the segments of one text without the other."""

    size: Floats
    final: NDArray[np.int8]
    quoted: NDArray[np.bool_]
    letters: NDArray[np.bool_]

    def cut(self, start: int, stop: int) -> "Side":
        """The same for segments `start` to `stop`, half-open."""
        piece = slice(start, stop)
        return Side(self.size[piece], self.final[piece], self.quoted[piece], self.letters[piece])


def side_of(texts: Sequence[str]) -> Side:
    """What can be read off the characters of `texts` alone."""
    finals = []
    for text in texts:
        end = _CLOSING.sub("", text)[-1:]
        finals.append(next((n for n, marks in enumerate(_FINALS) if end and end in marks), len(_FINALS)))
    return Side(
        np.array([sum(not c.isspace() for c in text) for text in texts], np.float32),
        np.array(finals, np.int8),
        np.array([[bool(_QUOTED_START.search(text)), bool(_QUOTED_END.search(text))] for text in texts], bool).reshape(
            -1, 2
        ),
        np.array([any(c.isalpha() for c in text) for text in texts], bool),
    )
