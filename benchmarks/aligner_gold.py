"""The gold data of the sentence aligner, as the trainer needs it: beads in order, and copies with omissions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tei.alignment.linking.evidence import SHAPES

# Of so many beads, those with these numbers lose their source and their target, by turns: one of twenty, or of forty
# for an encoder, which tells what is missing with less help.
OMIT_EVERY = 80
OMITTED, OMITTED_ENCODED = (5, 25, 46, 66), (5, 46)
OMISSIONS = " with omissions"

Document = dict[str, Any]
Bead = tuple[int, int, int, int]
Gold = list[Bead]


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


def with_omissions(document: Document, omitted: Sequence[int]) -> Document:
    """A copy whose translator left out some gold beads and added others: what gold data has too little of."""
    links = document["gold"]
    gone: tuple[set[int], set[int]] = set(), set()
    for number, link in enumerate(links):
        if link[0] and link[1] and number % OMIT_EVERY in omitted:
            side = omitted.index(number % OMIT_EVERY) % 2
            gone[side].update(link[side])
    kept = [
        [k for k in range(len(document[side])) if k not in lost]
        for side, lost in zip(("src", "tgt"), gone, strict=True)
    ]
    new = [{old: place for place, old in enumerate(side)} for side in kept]
    gold = [[[new[side][k] for k in link[side] if k in new[side]] for side in (0, 1)] for link in links]
    texts = {side: [document[side][k] for k in places] for side, places in zip(("src", "tgt"), kept, strict=True)}
    return document | texts | {"gold": [link for link in gold if link[0] or link[1]], "id": document["id"] + OMISSIONS}
