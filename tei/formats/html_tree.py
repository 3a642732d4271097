"""HTML as a tree in which every run of text knows its line and column.

Made with the HTML parser of Python's standard library: of the parsers that are kept, it is the one that gives the place
of each run of text and of each character reference (lxml and selectolax give lines of elements at most; html5lib has
had no release since 2020). What it leaves to us is which end tags may be left out, a short table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_DEEPEST = 200
# What a start tag ends that is still open, and how far up that is looked for (HTML, 13.1.2.4 “Optional tags”).
_BLOCKS = frozenset(
    "address article aside blockquote center dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr main menu nav ol p pre section table ul".split()
)
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li", "p"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd", "p"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd", "p"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th", "p"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th", "p"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr", "td", "th", "p"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "rt": (frozenset({"rt", "rp", "rb"}), frozenset({"ruby"})),
    "rp": (frozenset({"rt", "rp", "rb"}), frozenset({"ruby"})),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"), (frozenset("tbody thead tfoot tr td th p".split()), frozenset({"table"}))
    ),
    **dict.fromkeys(
        _BLOCKS, (frozenset({"p"}), frozenset("td th li dd div section article blockquote body table button".split()))
    ),
}


@dataclass(frozen=True, slots=True)
class Characters:
    """A run of text, with its line and column in the file (from 1)."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class Element:
    """An element: its tag and attributes in lower case."""

    tag: str
    attributes: dict[str, str]
    line: int = 1
    column: int = 1
    parent: "Element | None" = None
    children: "list[Element | Characters]" = field(default_factory=list)

    def walk(self) -> "Iterator[Element]":
        """The element and all elements in it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def find(self, *tags: str) -> "Element | None":
        """The first element in it with one of `tags`."""
        return next((element for element in self.walk() if element.tag in tags), None)

    def ancestors(self) -> "Iterator[Element]":
        """What it stands in, the innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    @property
    def text(self) -> str:
        """All its characters."""
        parts: list[str] = []
        stack: list[Element | Characters] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, Characters):
                parts.append(node.text)
            else:
                stack += reversed(node.children)
        return "".join(parts)


def parse_html(text: str) -> Element:
    """The tree of an HTML file: its root stands around all that there is. No file is so broken that it has none."""
    builder = _Builder(text)
    builder.feed(text)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.root = Element("#document", {})
        self._open = self.root
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ends, within = _ENDS.get(tag, (frozenset(), frozenset()))
        element = self._open
        while ends and element.parent is not None and element.tag not in within:
            if element.tag in ends:
                self._close(element)
            element = element.parent
        line, column = self.getpos()
        made = Element(tag, {name: value or "" for name, value in reversed(attrs)}, line, column + 1, self._open)
        self._open.children.append(made)
        if tag not in _VOID and self._depth < _DEEPEST:
            self._open = made
            self._depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag in ("a", "p", "div", "span", "td", "br"):  # XHTML; in HTML the slash says nothing
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        element: Element | None = self._open
        while element is not None and element.tag != tag:
            if element.tag in ("table", "td", "th") and tag not in ("table", "tr", "tbody", "body", "html", "td", "th"):
                return  # what was opened outside of a cell is not closed in it
            element = element.parent
        if element is not None:
            self._close(element)

    def handle_data(self, data: str) -> None:
        line, column = self.getpos()
        self._open.children.append(Characters(data, line, column + 1))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def unknown_decl(self, data: str) -> None:
        """CDATA sections of XHTML are text."""
        if data.startswith("CDATA["):
            self.handle_data(data[6:])

    def _reference(self, name: str) -> None:
        """A character reference, with or without its semicolon; what is none (AT&T) is text."""
        line, column = self.getpos()
        after = self._lines[line - 1] + column + len(name)
        text = unescape(f"{name};" if self._text[after : after + 1] == ";" else name)
        self._open.children.append(Characters(text, line, column + 1))

    def _close(self, element: Element) -> None:
        while self._open is not element and self._open.parent is not None:
            self._open = self._open.parent
            self._depth -= 1
        if element.parent is not None:
            self._open = element.parent
            self._depth -= 1
