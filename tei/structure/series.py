"""Several documents in one source: whether the heads at the top are the first one's own, and the title of each."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tei.languages.base import LanguagePack
from tei.languages.correspondence import read_heading
from tei.model.document import Block, Division, Node, Role
from tei.structure.title_words import is_number

_SURE_HEADING = 0.8  # of a heading that says who wrote to whom


def begins_series(heads: Sequence[Block]) -> bool:
    """Whether heads are a number and a title below it."""
    return len(heads) > 1 and is_number(heads[0].text)


def is_numbered(node: Node) -> bool:
    """Whether a node is a document with a number above its title."""
    if not isinstance(node, Division) or node.type != "document":
        return False
    heads = [child for child in node.content if isinstance(child, Block) and child.role is Role.HEAD]
    return begins_series(heads)


def are_alike(title: str, nodes: Sequence[Node], pack: LanguagePack) -> bool:
    """Whether a title is that of the first of several documents, the others having titles of the same kind."""
    own = _kinds(title, pack)
    others = [title for node in nodes[1:] for title in islice(titles_of((node,)), 1)]
    first = nodes[0] if nodes else None
    headless = isinstance(first, Division) and first.type == "document" and not [*titles_of((first,))]
    return headless and len(others) == len(nodes) - 1 > 0 and all(own & _kinds(other, pack) for other in others)


def _kinds(title: str, pack: LanguagePack) -> set[str]:
    """The kinds of document that a title names."""
    text = title.casefold()
    return {kind for kind, words in pack.genres.items() if any(word in text for word in words)}


def titles_of(nodes: Sequence[Node]) -> Iterator[str]:
    """The title of each document among `nodes`: a page of several has none of its own."""
    for part in nodes:
        if isinstance(part, Division) and part.type == "document":
            heads = [node.text for node in part.content if isinstance(node, Block) and node.role is Role.HEAD]
            yield from islice((head for head in heads if not is_number(head)), 1)


def names_letter(title: str, pack: LanguagePack) -> bool:
    """Whether a title says that somebody wrote to somebody: as a letter or telegram, or by who wrote to whom."""
    heading = read_heading(title, pack)
    return bool(_kinds(title, pack) & {"letter", "telegram"}) or (
        heading is not None and heading.certainty >= _SURE_HEADING
    )
