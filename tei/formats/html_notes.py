"""Footnotes of an HTML file, told by their links: a reference that leads to a note, from which a link leads back."""

from dataclasses import dataclass, field

from tei.formats.html_tree import Element

_NOTE_BLOCKS = frozenset("li p div dd aside td section tr".split())
_TEXT_ROOTS = frozenset("body main article #document html".split())


@dataclass(frozen=True, slots=True)
class Notes:
    """References (`a` elements) with the number of their note, notes with theirs, and the links that lead back."""

    references: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    backlinks: frozenset[int] = frozenset()


def find_notes(root: Element) -> Notes:
    """The footnotes of the file; elements are named by their `id()`."""
    order: dict[int, int] = {}
    targets: dict[str, Element] = {}
    links: list[Element] = []
    for place, element in enumerate(root.walk()):
        order[id(element)] = place
        for name in ("id", "name"):
            if element.attributes.get(name):
                targets.setdefault(element.attributes[name], element)
        if element.tag == "a" and len(element.attributes.get("href", "")) > 1 and element.attributes["href"][0] == "#":
            links.append(element)
    leads_to = {id(link): targets.get(link.attributes["href"][1:]) for link in links}
    references: dict[int, str] = {}
    numbers: dict[int, str] = {}
    backlinks: set[int] = set()
    by_block: dict[int, list[Element]] = {}
    for link in links:
        for around in (link, *link.ancestors()):
            by_block.setdefault(id(around), []).append(link)
    used: set[str] = set()
    for link in links:
        note = leads_to[id(link)]
        block = _block(note) if note is not None else None
        if block is None or order[id(block)] < order[id(link)] or any(around is block for around in link.ancestors()):
            continue
        back = [
            other
            for other in by_block.get(id(block), ())
            if (there := leads_to[id(other)]) is not None and _near(there, link) and order[id(other)] > order[id(link)]
        ]
        if not back:
            continue
        if id(block) not in numbers:
            label = link.text.strip(" \t\n\r[]().*")
            number = label if label and label not in used and len(label) <= 6 else str(len(numbers) + 1)
            used.add(number)
            numbers[id(block)] = number
        references[id(link)] = numbers[id(block)]
        backlinks.update(id(other) for other in back)
    return Notes(references, numbers, frozenset(backlinks))


def _block(element: Element) -> Element | None:
    """The block that a note stands in: the target of its reference, or what is around that."""
    for around in (element, *element.ancestors()):
        if around.tag in _NOTE_BLOCKS:
            return around
        if around.tag in _TEXT_ROOTS:
            return None
    return None


def _near(target: Element, link: Element) -> bool:
    """Whether `target` is the link, or stands directly around or in it, as `sup` does."""
    around = [link, *list(link.ancestors())[:2], *(child for child in link.children if isinstance(child, Element))]
    if any(element is target for element in around):
        return True
    # An empty anchor beside the link marks the place too.
    siblings = link.parent.children if link.parent is not None else []
    return target.tag == "a" and any(sibling is target for sibling in siblings)
