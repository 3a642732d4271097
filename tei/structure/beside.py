"""The title of a version that stands beside that of another, below the title of the page that holds both."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tei.model.document import Block, Role, Version
from tei.model.header import Title
from tei.structure.title_forms import plain_title
from tei.structure.title_words import folded
from tei.structure.units import Unit


def titles_beside(titles: Sequence[Title], versions: Sequence[Version], units: Sequence[Unit]) -> list[Title]:
    """The titles, where the first of a version is a heading next to the other version's title, if it has one there.

    A page of alternating paragraphs may have a title in one language only, and the text's own titles below it.
    """
    starts = [unit.span.start for unit in units]

    def place(block: Block) -> int:
        return bisect_right(starts, block.span.start)

    own = {version.lang: _head_of(version, titles) for version in versions}
    found = list(titles)
    for version in versions:
        head = own[version.lang]
        others = [place(block) for lang, block in own.items() if block is not None and lang != version.lang]
        if head is None or any(abs(place(head) - other) == 1 for other in others):
            continue
        beside = [
            block
            for block in version.blocks()
            if block.role is Role.HEAD and any(abs(place(block) - other) == 1 for other in others)
        ]
        if len(beside) == 1:
            number = next(n for n, title in enumerate(found) if title.lang == version.lang)
            found[number] = replace(found[number], text=plain_title(beside[0].text))
    return found


def _head_of(version: Version, titles: Sequence[Title]) -> Block | None:
    """The heading that gave the first title of a version."""
    title = next((folded(title.text) for title in titles if title.lang == version.lang), "")
    heads = (block for block in version.blocks() if block.role is Role.HEAD)
    return next((head for head in heads if title and title in folded(head.text)), None)
