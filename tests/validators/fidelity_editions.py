"""Editions made at random together with the source they come from: versions, blocks, marks and a ledger."""

from dataclasses import dataclass, field
from hashlib import sha256

from hypothesis import strategies as st

from tei.diagnostics import Report
from tei.encoder import encode, serialize
from tei.model.document import Block, Edition, Node, Role, Version
from tei.model.header import Header, HeaderSettings
from tei.model.inline import Choice, Highlight, Inline, List, Milestone, Name, Text
from tei.model.source import Decoded, LedgerEntry, LedgerKind, Source
from tei.model.span import Span

SPACES = st.sampled_from(["", " ", "\n", "\r\n", "\n\n\t", "　", " \xa0"])
# Few letters, so that versions often go on alike and a search has choices; and what XML and Python treat specially.
WORDS = st.text(alphabet="aab中 &<]>\n　\xa0\u200b\u200d\u0301😀", min_size=1, max_size=5)


@dataclass(frozen=True)
class Made:
    """A source and the XML of its edition."""

    source: str
    xml: bytes
    edition: Edition

    @property
    def data(self) -> bytes:
        return self.source.encode()


@dataclass
class _Maker:
    """Writes a source from left to right and cuts it at the same time."""

    draw: st.DrawFn
    distinct: bool
    source: str = ""
    ledger: list[LedgerEntry] = field(default_factory=list)
    characters: int = 0

    def text(self) -> Text:
        words = self.draw(WORDS)
        if self.distinct:  # every character once in the document, so that its place cannot be mistaken
            words = "".join(word if word.isspace() else self._next() for word in words)
        start = len(self.source)
        self.source += words
        return Text(words, Span("s", start, len(self.source)))

    def _next(self) -> str:
        self.characters += 1
        return chr(0x4E00 + self.characters)

    def space(self) -> None:
        self.source += self.draw(SPACES)

    def inline(self) -> Inline:
        kind = self.draw(st.sampled_from(["text", "text", "name", "hi", "sic", "orig", "lb", "no"]))
        match kind:
            case "name":
                return Name("persName", (self.text(), self.text()))
            case "hi":
                return Highlight("bold", (self.text(),))
            case "sic" | "orig":
                return Choice(kind, (self.text(),), "READING")
            case "lb" | "no":
                return Milestone("lb", break_="no" if kind == "no" else "")
            case _:
                return self.text()

    def content(self) -> tuple[Inline, ...]:
        return tuple(self.inline() for _ in range(self.draw(st.integers(1, 3))))

    def block(self, version: str, number: int) -> Block:
        xml_id = f"{version}.p{number}"
        content = self.content()
        if self.draw(st.integers(0, 3)) == 0:
            items = []
            for place in range(self.draw(st.integers(1, 2))):
                self.space()
                items.append(Block(Role.ITEM, self.content(), Span("s", 0, 0), f"{xml_id}.item{place}"))
            content = (*content, List("participants", tuple(items)), *self.content())
        return Block(Role.P, content, Span("s", 0, 0), xml_id)

    def aside(self) -> None:
        kind = self.draw(st.sampled_from(list(LedgerKind)))
        self.ledger.append(LedgerEntry(self.text().span, kind))


@st.composite
def editions(draw: st.DrawFn, *, distinct: bool = False) -> Made:
    """One to three versions, one after the other or taking turns, with entries of the ledger between the blocks."""
    maker = _Maker(draw, distinct)
    contents: dict[str, list[Node]] = {name: [] for name in ("en", "zh", "fr")[: draw(st.integers(1, 3))]}
    for step in draw(st.lists(st.sampled_from([*contents, "aside"]), min_size=1, max_size=8)):
        maker.space()
        if step == "aside":
            maker.aside()
        else:
            contents[step].append(maker.block(step, len(contents[step]) + 1))
    maker.space()
    versions = tuple(Version(name, name, "", tuple(blocks)) for name, blocks in contents.items())
    data = maker.source.encode()
    decoded = Decoded("s.txt", maker.source, "UTF-8", "", sha256(data).hexdigest(), len(data))
    source = Source(decoded, "transcription", ())
    edition = Edition("s", source, Header(), versions, ledger=tuple(maker.ledger))
    return Made(maker.source, serialize(encode(edition, HeaderSettings(), report=Report())), edition)
