"""A source that holds several documents as so many editions; between them they have every character of it."""

from dataclasses import replace

from tei.model.document import Block, Division, Edition, Node, Role, Version, walk_blocks
from tei.model.header import Title
from tei.model.inline import texts
from tei.structure.header import usage
from tei.structure.ids import renumber

Ranges = tuple[tuple[int, int], ...]


def split_documents(edition: Edition) -> tuple[Edition, ...]:
    """An edition for each document of `edition`, in their order; `edition` alone where it holds one.

    The documents of all versions are taken together by their number. Where the versions hold different numbers of them,
    or texts of several documents are mixed, nothing is divided. Ids are `<id>-1`, `<id>-2` …, and each edition says which
    ranges of the source it is of.
    """
    counts = {len(documents_of(version)) for version in edition.versions}
    count = max(counts, default=0)
    if len(counts) > 1 or count < 2:
        return (edition,)
    ranges = _ranges(edition, count)
    parts = tuple(_part(edition, number, ranges[number]) for number in range(count))
    return parts if all(map(_is_whole, parts)) else (edition,)


def documents_of(version: Version) -> list[Division]:
    """The documents that a version holds beside each other."""
    return [node for node in version.content if isinstance(node, Division) and node.type == "document"]


def _ranges(edition: Edition, count: int) -> list[Ranges]:
    """For each document the ranges of the source that are its own; together they are the whole source."""
    begins = sorted(
        (_start(document.content), number)
        for version in edition.versions
        for number, document in enumerate(documents_of(version))
    )
    borders = [0, *(start for start, _ in begins[1:]), len(edition.source.decoded.text)]
    found: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for (_, number), start, end in zip(begins, borders, borders[1:], strict=False):
        found[number].append((start, end))
    return [tuple(each) for each in found]


def _start(content: tuple[Node, ...]) -> int:
    return min((block.span.start for block in walk_blocks(content)), default=0)


def _part(edition: Edition, number: int, ranges: Ranges) -> Edition:
    versions = tuple(renumber(replace(version, content=_content(version, number))) for version in edition.versions)
    ledger = tuple(e for e in edition.ledger if any(start <= e.span.start < end for start, end in ranges))
    titles = tuple(title for version in versions if (title := _title(version)))
    header = replace(edition.header, titles=titles, usage=usage(versions))
    identity = f"{edition.id}-{number + 1}"
    return replace(edition, id=identity, versions=versions, ledger=ledger, header=header, ranges=ranges)


def _content(version: Version, number: int) -> tuple[Node, ...]:
    """The content of a document as that of a version; what stands before the first one goes with it."""
    documents = documents_of(version)
    at = version.content.index(documents[number])
    before = version.content.index(documents[number - 1]) + 1 if number else 0
    after = version.content[at + 1 :] if number == len(documents) - 1 else ()
    return (*version.content[before:at], *documents[number].content, *after)


def _title(version: Version) -> Title | None:
    head = next((node for node in version.content if isinstance(node, Block) and node.role is Role.HEAD), None)
    return Title(" ".join(head.text.split()), version.lang) if head else None


def _is_whole(part: Edition) -> bool:
    """Whether all text of the part stands in its ranges."""
    return all(
        any(start <= leaf.span.start < end for start, end in part.ranges)
        for version in part.versions
        for block in version.blocks()
        for leaf in texts(block.content)
    )
