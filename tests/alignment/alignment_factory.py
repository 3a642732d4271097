"""Editions built by hand: versions written as a few calls, with ids and spans minted as the structure stage would."""

from collections import Counter
from collections.abc import Callable, Sequence

from tei.model.alignment import Segment
from tei.model.document import Block, Division, Edition, Group, Node, Role, Version, Wrapper
from tei.model.header import Header
from tei.model.inline import Date, Inline, List, Text
from tei.model.source import Decoded, Source
from tei.model.span import Span

FILE = "source.txt"


class Scribe:
    """Writes down one version after the other: keeps the text, and counts what was written."""

    def __init__(self) -> None:
        self.text = ""
        self.prefix = ""
        self.counts: Counter[str] = Counter()

    def write(self, text: str) -> Text:
        start = len(self.text)
        self.text += text
        return Text(text, Span(FILE, start, len(self.text)))

    def id(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"{self.prefix}.{kind}{self.counts[kind]}"


Writer = Callable[[Scribe], Node]


def block(role: Role, text: str, *, when: str = "") -> Writer:
    def write(scribe: Scribe) -> Block:
        leaf = scribe.write(text)
        scribe.write("\n")
        content: tuple[Inline, ...] = (Date((leaf,), when=when),) if when else (leaf,)
        return Block(role, content, leaf.span, scribe.id(role))

    return write


def head(text: str) -> Writer:
    return block(Role.HEAD, text)


def p(text: str, *, when: str = "") -> Writer:
    return block(Role.P, text, when=when)


def item(text: str) -> Writer:
    return block(Role.ITEM, text)


def dateline(text: str, *, when: str = "") -> Writer:
    return block(Role.DATELINE, text, when=when)


def signed(text: str) -> Writer:
    return block(Role.SIGNED, text)


def people(introduction: str, *names: str) -> Writer:
    """A paragraph that introduces people and holds the list of them."""

    def write(scribe: Scribe) -> Block:
        first = scribe.write(introduction)
        list_id, p_id = scribe.id("list"), scribe.id("p")
        items = []
        for number, name in enumerate(names, start=1):
            leaf = scribe.write(name)
            items.append(Block(Role.ITEM, (leaf,), leaf.span, f"{list_id}.item{number}"))
        scribe.write("\n")
        inner = List("participants", tuple(items), id=list_id)
        return Block(Role.P, (first, inner), Span(FILE, first.span.start, len(scribe.text) - 1), p_id)

    return write


def group(wrapper: Wrapper, *blocks: Writer) -> Writer:
    def write(scribe: Scribe) -> Group:
        id_ = scribe.id(wrapper)
        return Group(wrapper, tuple(made for write in blocks if isinstance(made := write(scribe), Block)), id_)

    return write


def closer(*blocks: Writer) -> Writer:
    return group(Wrapper.CLOSER, *blocks)


def article(n: str, *content: Writer) -> Writer:
    def write(scribe: Scribe) -> Division:
        id_ = scribe.id("div")
        return Division("article", tuple(write(scribe) for write in content), id_, n)

    return write


def edition(*, original: str = "", **versions: Sequence[Writer]) -> Edition:
    """An edition with these versions, in this order; the keyword is a version's id and language."""
    scribe = Scribe()
    made = []
    for lang, content in versions.items():
        scribe.prefix, scribe.counts = lang, Counter()
        role = "" if not original else "original" if lang == original else "translation"
        made.append(Version(lang, lang, role, tuple(write(scribe) for write in content)))
    decoded = Decoded(FILE, scribe.text, "utf-8", "LF", "", len(scribe.text))
    return Edition("edition", Source(decoded, "text", ()), Header(), tuple(made))


def segments(texts: Sequence[str]) -> list[Segment]:
    """A segment for each text; its id is its number."""
    return [Segment(str(number), str(number), 0, len(text), text) for number, text in enumerate(texts)]
