"""HTML as a transcript: what a reader of the page reads as its text, and set aside what the site has put around it."""

import re
from dataclasses import dataclass, replace

from tei.formats.html_head import html_encoding, write_metadata
from tei.formats.html_notes import Notes, find_notes
from tei.formats.html_tree import Characters, Element, parse_html
from tei.formats.numbers import printed
from tei.formats.writer import LeftOut, TranscriptWriter
from tei.model.decoding import decode_bytes
from tei.model.transcript import Cell, ParagraphKind, Transcript

_NO_TEXT = frozenset(
    "script style template noscript iframe object svg canvas audio video head title meta link base param source track "
    "math datalist map colgroup col".split()
)
_CONTROLS = frozenset({"button", "select", "textarea", "option"})
_SITE = frozenset({"nav", "dialog", "menu", *_CONTROLS})
_SITE_OUTSIDE = frozenset({"header", "footer", "aside"})  # site's, where they stand outside of the text
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "menubar"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form header "
    "html legend main p section summary caption tbody thead tfoot #document".split()
)
_APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})  # with a margin around them
_LOOKS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic", "var": "italic",
    "u": "underline", "sup": "superscript", "sub": "subscript", "s": "strikethrough", "strike": "strikethrough",
    "code": "monospace", "kbd": "monospace", "tt": "monospace", "samp": "monospace", "small": "small",
}  # fmt: skip
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "bold"),
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "italic"),
    (re.compile(r"text-decoration[a-z-]*\s*:\s*[^;]*underline", re.IGNORECASE), "underline"),
    (re.compile(r"font-variant[a-z-]*\s*:\s*small-caps", re.IGNORECASE), "smallcaps"),
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_NEW_PAGE = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page|left|right)", re.IGNORECASE)


def read_html(data: bytes, file: str, encoding: str = "") -> Transcript:
    """The transcript of an HTML file."""
    decoding = decode_bytes(data, encoding or html_encoding(data))
    root = parse_html(decoding.text)
    left_out = LeftOut(file)
    content = _content(root)
    page = _Page(TranscriptWriter(), TranscriptWriter(), find_notes(root), left_out, content)
    write_metadata(page.out, root)
    page.block(root, _Context())
    page.out.end()
    if all(p.kind in (ParagraphKind.METADATA, ParagraphKind.NAVIGATION) for p in page.out.paragraphs):
        page = _Page(TranscriptWriter(), TranscriptWriter(), Notes(), LeftOut(file), frozenset(), everything=True)
        write_metadata(page.out, root)
        page.block(root, _Context())
    return replace(page.out.done("html", page.notes, page.left_out.findings()), decoding=decoding)


def _content(root: Element) -> frozenset[int]:
    """The elements that hold the text, if the page says which: `main`, else `article`."""
    for tag in ("main", "article"):
        found = [e for e in root.walk() if e.tag == tag or (tag == "main" and e.attributes.get("role") == "main")]
        if any(len(element.text.split()) > 10 or len(element.text.strip()) > 60 for element in found):
            return frozenset(id(element) for element in found)
    return frozenset()


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for a part of the page: what its paragraphs are, how deep its lists, which language."""

    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    n: str = ""
    lang: str = ""
    cell: Cell | None = None
    inside: bool = False  # in what the page says is its text

    def with_(self, **changes: object) -> "_Context":
        """The same but for `changes`."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass
class _Page:
    """The walk through a page."""

    out: TranscriptWriter
    notes: TranscriptWriter
    found: Notes
    left_out: LeftOut
    content: frozenset[int]
    everything: bool = False  # nothing is set aside as the site's
    tables: int = 0

    def block(self, element: Element, context: _Context) -> None:
        """The content of an element, block by block; text between blocks is a paragraph of its own."""
        for child in element.children:
            if isinstance(child, Characters):
                self._text(child, context)
            else:
                self.element(child, context)

    def element(self, element: Element, context: _Context) -> None:
        """One element."""
        tag = element.tag
        if tag in _NO_TEXT:
            return
        if lang := element.attributes.get("lang") or element.attributes.get("xml:lang"):
            context = context.with_(lang=lang)
        if id(element) in self.content:
            context = context.with_(inside=True)
        if context.kind is not ParagraphKind.NAVIGATION and self._is_site(element, context):
            self._paragraph(element, context.with_(kind=ParagraphKind.NAVIGATION, level=0, n="", cell=None))
        elif id(element) in self.found.notes and context.kind is not ParagraphKind.NAVIGATION:
            self._note(element, context)
        elif match := _HEADING.fullmatch(tag):
            self._paragraph(element, context.with_(kind=_kind(context, ParagraphKind.HEADING), level=int(match[1])))
        elif tag in ("ul", "ol", "dir"):
            self._list(element, context)
        elif tag == "li":
            self._paragraph(element, context)
        elif tag == "table":
            self._table(element, context)
        elif tag == "pre":
            self._preformatted(element, context)
        elif tag == "hr":
            self.out.begin(_kind(context, ParagraphKind.RULE), place=(element.line, element.column))
            self.out.end()
        elif tag in _BLOCKS:
            if _NEW_PAGE.search(element.attributes.get("style", "")):
                self.out.point("pb")
            self._paragraph(element, context)
        else:
            self._inline(element, context)

    def _is_site(self, element: Element, context: _Context) -> bool:
        if self.everything:
            return False
        attributes = element.attributes
        if element.tag == "div" and attributes.get("title") in (
            "header",
            "footer",
        ):  # of a page, as LibreOffice writes it
            return True
        if element.tag in _SITE or attributes.get("role", "").lower() in _SITE_ROLES - {"complementary"}:
            return True
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
            return True
        in_text = context.inside or any(around.tag in ("main", "article") for around in element.ancestors())
        if element.tag in _SITE_OUTSIDE and not in_text:
            return True
        # With a `main`, what is outside of it is the site's; elements that hold it are neither.
        return (
            bool(self.content)
            and not context.inside
            and element.tag not in ("html", "body")
            and not _holds(element, self.content)
        )

    def _paragraph(self, element: Element, context: _Context) -> None:
        """A block: ends the paragraph before it and is ended itself."""
        self._begin(context, element)
        after = context.with_(kind=ParagraphKind.MORE) if context.kind is ParagraphKind.ITEM else context
        before = len(self.out.paragraphs)
        for child in element.children:
            here = context if len(self.out.paragraphs) == before else after
            if isinstance(child, Characters):
                self._text(child, here)
            else:
                self.element(child, here)
        self.out.end()

    def _begin(self, context: _Context, element: Element | Characters) -> None:
        self.out.begin(
            context.kind,
            level=context.level,
            n=context.n,
            lang=context.lang,
            gap=int(element.tag in _APART) if isinstance(element, Element) else 0,
            cell=context.cell,
            place=(element.line, element.column),
        )

    def _text(self, child: Characters, context: _Context) -> None:
        if not self.out.inside:
            if not child.text.strip():
                return
            self._begin(context, child)
        self.out.flow(child.text, place=(child.line, child.column))

    def _list(self, element: Element, context: _Context) -> None:
        self.out.end()
        start = element.attributes.get("start", "")
        count = int(start) - 1 if re.fullmatch(r"\d{1,6}", start) else 0
        own = context.with_(kind=_kind(context, ParagraphKind.ITEM), level=context.level + 1, n="")
        for child in element.children:
            if isinstance(child, Characters):
                self._text(child, own)
                continue
            if child.tag == "li":
                value = child.attributes.get("value", "")
                count = int(value) if re.fullmatch(r"\d{1,6}", value) else count + 1
                number = printed(count, element.attributes.get("type", "1")) if element.tag == "ol" else ""
                self.element(child, own.with_(n=number))
            else:
                self.element(child, own)
        self.out.end()

    def _table(self, element: Element, context: _Context) -> None:
        self.out.end()
        self.tables += 1
        table = self.tables
        if context.kind is ParagraphKind.NAVIGATION or context.cell:
            self.block(element, context)  # a table inside a cell belongs to that cell
            self.out.end()
            return
        self._rows(element, context, table, 0)

    def _rows(self, element: Element, context: _Context, table: int, row: int) -> int:
        """The rows in a table or a part of it, counted from the one after `row`; what stands between them is text."""
        for part in element.children:
            if isinstance(part, Characters):
                self._text(part, context)
            elif part.tag == "tr":
                row += 1
                self._row(part, context, table, row)
            elif part.tag in ("td", "th"):
                row += 1
                self._cell(part, context.with_(kind=ParagraphKind.CELL, level=0, cell=Cell(table, row, 1)))
            elif part.tag in ("thead", "tbody", "tfoot"):
                row = self._rows(part, context, table, row)
            else:
                self.element(part, context)
        self.out.end()
        return row

    def _row(self, element: Element, context: _Context, table: int, row: int) -> None:
        column = 1
        for part in element.children:
            if isinstance(part, Characters):
                self._text(part, context)
            elif part.tag in ("td", "th"):
                self._cell(part, context.with_(kind=ParagraphKind.CELL, level=0, cell=Cell(table, row, column)))
                span = part.attributes.get("colspan", "")
                column += int(span) if re.fullmatch(r"[1-9]\d?", span) else 1
            else:
                self.element(part, context)

    def _cell(self, cell: Element, context: _Context) -> None:
        if lang := cell.attributes.get("lang"):
            context = context.with_(lang=lang)
        self._paragraph(cell, context)

    def _preformatted(self, element: Element, context: _Context) -> None:
        self.out.end()
        self._begin(context.with_(kind=_kind(context, ParagraphKind.PREFORMATTED)), element)
        stack: list[Element | Characters] = list(reversed(element.children))
        while stack:
            node = stack.pop()
            if isinstance(node, Characters):
                self.out.write(node.text, place=(node.line, node.column))
            elif node.tag == "br":
                self.out.write("\n")
            elif node.tag not in _NO_TEXT:
                stack += reversed(node.children)
        self.out.end()

    def _note(self, element: Element, context: _Context) -> None:
        """A note, written among the notes."""
        number = self.found.notes[id(element)]
        inner = _Page(self.notes, self.notes, self.found, self.left_out, self.content)
        inner_context = context.with_(kind=ParagraphKind.NOTE, n=number, level=0, cell=None, inside=True)
        self.notes.begin(ParagraphKind.NOTE, n=number, lang=context.lang, place=(element.line, element.column))
        inner._note_text(element, inner_context)
        self.notes.end()

    def _note_text(self, element: Element, context: _Context) -> None:
        for child in element.children:
            if isinstance(child, Characters):
                self.out.flow(child.text, place=(child.line, child.column))
            elif child.tag in _BLOCKS or child.tag in ("ul", "ol", "li"):
                if not self.out.bare:
                    self.out.write("\n")
                self._note_text(child, context)
            elif child.tag not in _NO_TEXT:
                self._inline(child, context)

    def _inline(self, element: Element, context: _Context) -> None:
        tag = element.tag
        if tag == "br":
            self.out.newline()
        elif tag in ("img", "picture", "embed"):
            if context.kind is not ParagraphKind.NAVIGATION:
                self._picture(element)
        elif tag == "input":
            if context.kind is not ParagraphKind.NAVIGATION and element.attributes.get("type") != "hidden":
                self.left_out.add("control")
        elif tag == "del":
            self.left_out.add("deletion")
        elif tag == "wbr":
            pass
        elif tag in ("rt", "rp"):
            self._marked(element, context, ("note", "ruby") if tag == "rt" else ("aside", ""))
        elif tag == "a":
            self._anchor(element, context)
        else:
            look = _look(element)
            self._marked(element, context, ("hi", look) if look else None)

    def _picture(self, element: Element) -> None:
        """A picture that has an address; of any other one only that it is there."""
        image = next(
            (child for child in element.children if isinstance(child, Element) and child.tag == "img"), element
        )
        source = image.attributes.get("src", "")
        if source and not source.startswith("data:"):
            self.out.point("figure", source, description=image.attributes.get("alt", ""))
        else:
            self.left_out.add("picture")

    def _anchor(self, element: Element, context: _Context) -> None:
        href = element.attributes.get("href", "")
        if number := self.found.references.get(id(element)):
            self._marked(element, context, ("ref", f"#{number}"))
        elif id(element) in self.found.backlinks:
            self._marked(element, context, ("aside", ""))
        else:
            self._marked(element, context, ("ref", href) if re.match(r"https?://[^\s<>\"]+\Z", href) else None)

    def _marked(self, element: Element, context: _Context, mark: tuple[str, str] | None) -> None:
        """The content of an inline element with a mark around it; one that holds blocks has no mark."""
        if mark is None or any(
            inner.tag in _BLOCKS or inner.tag in ("table", "ul", "ol", "hr") for inner in element.walk()
        ):
            self.block(element, context)
            return
        if not self.out.inside:
            if not element.text.strip():
                return
            self._begin(context, element)
        self.out.open_mark(*mark)
        self.block(element, context)
        self.out.close_mark()


def _kind(context: _Context, kind: ParagraphKind) -> ParagraphKind:
    """`kind`, but in what is set aside, in a table and in a note, which are whole."""
    whole = (ParagraphKind.NAVIGATION, ParagraphKind.CELL, ParagraphKind.NOTE)
    return context.kind if context.kind in whole else kind


def _holds(element: Element, content: frozenset[int]) -> bool:
    return any(id(inner) in content for inner in element.walk())


def _look(element: Element) -> str:
    style = element.attributes.get("style", "")
    words = [_LOOKS[element.tag]] if element.tag in _LOOKS else []
    words += [word for pattern, word in _STYLES if pattern.search(style) and word not in words]
    return " ".join(words)
