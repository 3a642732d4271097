"""`align_segments`: any two sequences of segments, sentences above all, linked in order."""

from collections.abc import Sequence
from itertools import pairwise

from tei.errors import Bug
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
    of one block (`block_id`) are joined more readily than those of two. Texts that do not correspond give no links.
    MissingDependency when the back end asked for is not installed.
    """
    from tei.alignment.linking.pairing import Text, link  # numpy and the dictionary: only when something is aligned
    from tei.alignment.linking.semantic import encoder_for

    borders = [(0, 0), *anchors, (len(source), len(target))]
    if any(p < i or q < j for (i, j), (p, q) in pairwise(borders)):
        raise Bug(f"anchors of an alignment must rise and lie within the texts: {list(anchors)}")
    sides = zip((source, target), (source_lang, target_lang), kinds or ((), ()), strict=True)
    texts = [
        Text([unit.text for unit in units], lang, names or [""] * len(units), [unit.block_id for unit in units])
        for units, lang, names in sides
    ]
    encoder = encoder_for(backend, (texts[0].code, texts[1].code))
    links = link(texts[0], texts[1], encoder, borders)
    beads = tuple(_in_order(source[one.i : one.p], target[one.j : one.q], one.certainty) for one in links)
    return Alignment("", "", "s", beads, backend="semantic" if encoder else "lexical")


def _in_order(source: Sequence[Segment], target: Sequence[Segment], certainty: float) -> Bead:
    return Bead(tuple(unit.id for unit in source), tuple(unit.id for unit in target), certainty)
