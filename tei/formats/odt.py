"""ODT (OASIS OpenDocument 1.3, text documents) as a transcript, read with zipfile and lxml: see `docx`."""

from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from tei.errors import UnreadableInput
from tei.formats.archive import Package
from tei.formats.numbers import printed
from tei.formats.properties import write_properties
from tei.formats.writer import LeftOut, TranscriptWriter
from tei.formats.xmlparts import attribute, child, children, descendants
from tei.model.transcript import Cell, ParagraphKind, Transcript
from tei.names import local_name

_SILENT = frozenset(
    "tracked-changes sequence-decls variable-decls user-field-decls forms bookmark bookmark-start bookmark-end "
    "reference-mark reference-mark-start reference-mark-end change change-start change-end annotation-end "
    "table-column table-columns table-header-columns list-header title desc event-listeners "
    "index-title-template table-of-content-source alphabetical-index-source".split()
)
_DEEPEST = 20
_RAISED = {"super": "superscript", "sub": "subscript"}


def read_odt(data: bytes, file: str, encoding: str = "") -> Transcript:  # noqa: ARG001 - as every format
    """The transcript of an ODT file; raises UnreadableInput (RD003, RD011) where it is none."""
    package = Package(data, file)
    if next(descendants(package.xml("META-INF/manifest.xml"), "encryption-data"), None) is not None:
        message, remedy = "the document is locked with a password", "Save it without a password."
        raise UnreadableInput(message, help=remedy, file=file, rule="RD011")
    root = package.xml("content.xml")
    body = child(root, "body", "text")
    if body is None:
        remedy = "Open it in LibreOffice and save it as ODT."
        raise UnreadableInput("this is no ODT: it has no text document in it", help=remedy, file=file, rule="RD003")
    left_out = LeftOut(file)
    styles = _Styles((root, package.xml("styles.xml")))
    work = _Document(TranscriptWriter(), TranscriptWriter(), styles, left_out)
    text = "\n".join("".join(map(str, node.itertext())) for node in list(children(body))[:20])
    write_properties(work.out, package.xml("meta.xml"), text)
    for _ in range(len([*descendants(child(body, "tracked-changes"), "deletion")])):
        left_out.add("deletion")
    work.blocks(body)
    aside = _Document(work.notes, work.notes, styles, left_out, number=work.number)
    for page in descendants(styles.roots[1], "master-page"):
        for part in children(page):
            if local_name(part.tag).startswith(("header", "footer")):
                aside.blocks(part, ParagraphKind.RUNNING_HEAD)
    return work.out.done("odt", work.notes, left_out.findings())


@dataclass
class _Styles:
    """The styles of the text (automatic ones first) and of the document."""

    roots: tuple[etree._Element | None, etree._Element | None]

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], etree._Element]:
        found: dict[tuple[str, str], etree._Element] = {}
        for root in self.roots:
            for style in descendants(root, "style"):
                found.setdefault((attribute(style, "family"), attribute(style, "name")), style)
            for style in descendants(root, "list-style"):
                found.setdefault(("list", attribute(style, "name")), style)
        return found

    def chain(self, name: str, family: str, kind: str) -> list[etree._Element]:
        """The elements `kind` of a style and of its ancestors, the nearest first."""
        found = []
        for _ in range(_DEEPEST):
            style = self._by_name.get((family, name))
            if style is None:
                break
            properties = child(style, kind)
            found += [properties] if properties is not None else []
            name = attribute(style, "parent-style-name")
        return found

    def value(self, name: str, family: str, kind: str, key: str) -> str:
        """The nearest value of a property; "" where no style gives one."""
        return next((value for found in self.chain(name, family, kind) if (value := attribute(found, key))), "")

    def look(self, name: str, family: str = "text") -> str:
        """TEI `@rend` for a text style."""

        def value(key: str) -> str:
            return self.value(name, family, "text-properties", key)

        weight = value("font-weight")
        rend = ["bold"] if weight == "bold" or (weight.isdecimal() and int(weight) >= 600) else []
        rend += ["italic"] if value("font-style") in ("italic", "oblique") else []
        rend += ["underline"] if value("text-underline-style") not in ("", "none") else []
        rend += ["smallcaps"] if value("font-variant") == "small-caps" else []
        rend += ["strikethrough"] if value("text-line-through-style") not in ("", "none") else []
        position = value("text-position").split(" ")[0]
        raised = _RAISED.get(position) or (
            "" if position in ("", "0%") else "subscript" if position[0] == "-" else "superscript"
        )
        return " ".join([*rend, raised] if raised else rend)

    def language(self, name: str, family: str) -> str:
        """The BCP 47 tag that a style gives."""

        def value(key: str) -> str:
            return self.value(name, family, "text-properties", key)

        for suffix in ("", "-asian", "-complex"):
            language, country = value(f"language{suffix}"), value(f"country{suffix}")
            if language not in ("", "none", "zxx"):
                return f"{language}-{country}" if country not in ("", "none") else language
        return ""

    def is_title(self, name: str) -> bool:
        """Whether a paragraph style is that of the title; an automatic style is its parent with changes."""
        if name != "Title" and local_name(getattr(self._parent_of(name), "tag", "")) == "automatic-styles":
            name = attribute(self._by_name.get(("paragraph", name)), "parent-style-name")
        return name == "Title"

    def _parent_of(self, name: str) -> etree._Element | None:
        style = self._by_name.get(("paragraph", name))
        return style.getparent() if style is not None else None

    def level(self, list_style: str, depth: int) -> etree._Element | None:
        """The definition of a level (from 1) of a list style."""
        levels = children(self._by_name.get(("list", list_style)))
        return next((node for node in levels if attribute(node, "level") == str(depth)), None)


@dataclass
class _Document:
    """The walk through the text of an ODT."""

    out: TranscriptWriter
    notes: TranscriptWriter
    styles: _Styles
    left_out: LeftOut
    number: int = 0
    tables: int = 0
    counts: dict[tuple[str, int], int] = field(default_factory=dict)  # numbers reached, by list style and depth
    boxes: list[etree._Element] = field(default_factory=list)

    def blocks(self, element: etree._Element, kind: ParagraphKind | None = None, cell: Cell | None = None) -> None:
        """Headings, paragraphs, lists and tables in `element`; `kind` is theirs where it is not what they say."""
        for node in children(element):
            match local_name(node.tag):
                case "h":
                    level = attribute(node, "outline-level", "1")
                    own = kind or ParagraphKind.HEADING
                    self.paragraph(node, own, cell=cell, level=min(int(level), 9) if level.isdecimal() else 1)
                case "p":
                    title = kind is None and self.styles.is_title(attribute(node, "style-name"))
                    own = kind or (ParagraphKind.HEADING if title else ParagraphKind.TEXT)
                    self.paragraph(node, own, cell=cell, level=int(title))
                case "list":
                    self.items(node, kind, cell)
                case "table":
                    self.table(node, cell)
                case "soft-page-break":
                    self.out.point("pb")
                case "frame" | "custom-shape" | "line" | "g" | "rect":
                    self._frame(node)
                    self._boxes()
                case name if name not in _SILENT:
                    self.blocks(node, kind, cell)

    def items(
        self, element: etree._Element, kind: ParagraphKind | None, cell: Cell | None, depth: int = 1, style: str = ""
    ) -> None:
        """The items of a list, and of the lists inside them."""
        style = attribute(element, "style-name") or style
        definition = self.styles.level(style, depth)
        form = (
            attribute(definition, "num-format") if local_name(getattr(definition, "tag", "")).endswith("number") else ""
        )
        start = attribute(definition, "start-value", "1")
        count = int(start) - 1 if start.isdecimal() else 0
        if attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list"):
            count = self.counts.get((style, depth), count)
        for item in children(element, "list-item"):
            given = attribute(item, "start-value")
            first = next(children(item), None)
            if first is not None and local_name(first.tag) != "list":  # an item that only holds a list has no number
                count = int(given) if given.isdecimal() else count + 1
                self.counts[(style, depth)] = count
            label = (
                attribute(definition, "num-prefix") + printed(count, form) + attribute(definition, "num-suffix")
                if form
                else ""
            )
            own = kind or ParagraphKind.ITEM
            for node in children(item):
                name = local_name(node.tag)
                if name == "list":
                    self.items(node, kind, cell, depth + 1, style)
                elif name in ("p", "h"):
                    level = attribute(node, "outline-level")
                    if name == "h" and kind is None:
                        self.paragraph(
                            node, ParagraphKind.HEADING, cell=cell, level=int(level) if level.isdecimal() else 1
                        )
                    else:
                        self.paragraph(node, own, cell=cell, level=depth, n=label.strip())
                    own = kind or ParagraphKind.MORE

    def table(self, element: etree._Element, nested: Cell | None) -> None:
        """The cells of a table; those of a table inside a cell belong to that cell."""
        self.tables += 1
        table = self.tables
        rows = [
            row for row in descendants(element, "table-row") if next(row.iterancestors("{*}table"), None) is element
        ]
        for number, row in enumerate(rows, 1):
            column = 1
            for node in children(row):
                if local_name(node.tag) == "table-cell":
                    self.blocks(node, ParagraphKind.CELL, nested or Cell(table, number, column))
                repeated = attribute(node, "number-columns-repeated")
                column += int(repeated) if repeated.isdecimal() and int(repeated) < 1000 else 1

    def paragraph(
        self, element: etree._Element, kind: ParagraphKind, *, cell: Cell | None = None, level: int = 0, n: str = ""
    ) -> None:
        """One paragraph, then the text boxes that hang on it."""
        self.number += 1
        style = attribute(element, "style-name")
        if self.styles.value(style, "paragraph", "paragraph-properties", "break-before") == "page":
            self.out.point("pb")
        lang = self.styles.language(style, "paragraph")
        self.out.begin(kind, level=level, n=n, lang=lang, cell=cell, place=(self.number, 1))
        rend = "" if kind is ParagraphKind.HEADING else self.styles.look(style, "paragraph")
        self._marked(element, rend)
        self.out.end(blank=True)
        if self.styles.value(style, "paragraph", "paragraph-properties", "break-after") == "page":
            self.out.point("pb")
        self._boxes()

    def _boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def _marked(self, element: etree._Element, rend: str) -> None:
        if rend:
            self.out.open_mark("hi", rend)
        self._inside(element)
        if rend:
            self.out.close_mark()

    def _inside(self, element: etree._Element) -> None:
        self.out.flow(element.text or "")
        for node in element:
            if isinstance(node.tag, str):
                self._inline(node)
            self.out.flow(node.tail or "")

    def _inline(self, node: etree._Element) -> None:
        match local_name(node.tag):
            case "s":
                count = attribute(node, "c", "1")
                self.out.write(" " * (min(int(count), 1000) if count.isdecimal() else 1))
            case "tab":
                self.out.write("\t")
            case "line-break":
                self.out.newline()
            case "soft-page-break":
                self.out.point("pb")
            case "note":
                self._note(node)
            case "annotation":
                self.left_out.add("comment")
            case "frame" | "custom-shape" | "g" | "rect" | "line" | "ellipse":
                self._frame(node)
            case "span":
                self._marked(node, self.styles.look(attribute(node, "style-name")))
            case "ruby":
                self._inside_of(child(node, "ruby-base"))
                self.out.open_mark("note", "ruby")
                self._inside_of(child(node, "ruby-text"))
                self.out.close_mark()
            case "hidden-text" | "hidden-paragraph":
                self.left_out.add("hidden")
            case name if name not in _SILENT:
                self._inside(node)

    def _inside_of(self, node: etree._Element | None) -> None:
        if node is not None:
            self._inside(node)

    def _note(self, node: etree._Element) -> None:
        """A note: its place in the text, and its text among the notes."""
        number = "".join(map(str, child_text(child(node, "note-citation"))))
        self.out.point("ptr", number)
        inner = _Document(self.notes, self.notes, self.styles, self.left_out, self.number)
        self.notes.begin(ParagraphKind.NOTE, n=number, place=(self.number, 1))
        for index, paragraph in enumerate(descendants(child(node, "note-body"), "p")):
            if index:
                self.notes.write("\n")
            inner._inside(paragraph)
        self.notes.end()

    def _frame(self, node: etree._Element) -> None:
        boxes = list(descendants(node, "text-box")) or ([node] if child(node, "p") is not None else [])
        self.boxes += boxes
        images = [address for image in descendants(node, "image") if (address := attribute(image, "href"))]
        if not boxes and images:
            about = "".join(child_text(child(node, "desc")) or child_text(child(node, "title")))
            self.out.point("figure", images[0], description=about)
        elif not boxes and any(True for _ in (*descendants(node, "image"), *descendants(node, "object"))):
            self.left_out.add("picture")


def child_text(element: etree._Element | None) -> list[str]:
    """The runs of text in an element."""
    return [str(text) for text in element.itertext()] if element is not None else []
