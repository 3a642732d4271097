"""An existing TEI document as a transcript, so that it can be encoded anew.

What its editors decided about the text is kept where our model has it: headings and divisions, lists and tables, notes,
breaks, highlighting, names, languages, and readings proposed in a `choice`. Datelines and signatures are read as the
lines that they are, and recognised again.
"""

from dataclasses import dataclass

from lxml import etree

from tei.errors import UnreadableInput
from tei.formats.properties import write_property
from tei.formats.writer import LeftOut, TranscriptWriter
from tei.formats.xmlparts import attribute, child, children, descendants
from tei.model.transcript import Cell, ParagraphKind, Transcript
from tei.names import TEI_NS, XML_LANG, local_name

_LINES = frozenset("p ab l dateline salute signed byline trailer argument epigraph docTitle titlePart docDate docAuthor "
                   "docImprint imprimatur addrLine speaker stage camera desc q.block".split())  # fmt: skip
_DIVISIONS = frozenset("div div1 div2 div3 div4 div5 div6 div7 group text front body back titlePage".split())
_NAMES = frozenset({"persName", "placeName", "orgName", "roleName"})
_LOOKS = {"emph": "italic", "foreign": "", "mentioned": "italic", "term": ""}
_NO_TEXT = frozenset(
    "teiHeader standOff facsimile sourceDoc fw figDesc index interp interpGrp link linkGrp spanGrp".split()
)
_PICTURES = frozenset({"figure", "graphic", "binaryObject"})
_INLINE_NOTES = frozenset({"signature-mark", "ruby", "gloss"})
_BY_THEIR_WORDS = frozenset({"archival", "classification", "credit", "editorial", "stamp"})  # notes of ours
_AROUND = frozenset({"opener", "closer"})
_ROLES = frozenset({"original", "translation"})
_DOCUMENTS = frozenset({"document", "letter", "telegram", "memorandum"})
UNTITLED = "[untitled]"  # the title that an edition has where the source gives none
_SHORT_LINE = 60  # characters: shorter lines of a paragraph are lines by meaning, as of an address


def read_tei(data: bytes, file: str, encoding: str = "") -> Transcript:  # noqa: ARG001 - as every format
    """The transcript of a TEI document; raises UnreadableInput (RD003) where it is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        line, column = fault.position if fault.position else (0, 0)
        message = f"the file is not well-formed XML: {(fault.msg or '').rsplit(', line ', 1)[0]}"
        remedy = "Correct the XML here first."
        raise UnreadableInput(
            message, help=remedy, file=file, line=line or 0, column=column or 0, rule="RD003"
        ) from fault
    text = root if root.tag == f"{{{TEI_NS}}}text" else next(root.iter(f"{{{TEI_NS}}}text"), None)
    if text is None:
        remedy = "Give a TEI P5 document (namespace http://www.tei-c.org/ns/1.0), or convert TEI P4 to P5 first."
        raise UnreadableInput("this is no TEI document: it has no text element", help=remedy, file=file, rule="RD003")
    entity = next(text.iter(etree.Entity), None)
    if entity is not None:
        remedy = "Write the characters that its entities stand for."
        message = f"the entity {entity.text} stands for something outside of the file, which is not read"
        raise UnreadableInput(message, help=remedy, file=file, rule="RD003")
    left_out = LeftOut(file)
    work = _Document(TranscriptWriter(), TranscriptWriter(), left_out, ours=_is_ours(root))
    headless = work.ours and next(descendants(text, "head"), None) is None  # its title was taken from the text
    _write_header(work.out, child(root, "teiHeader"), titled=not headless)
    work.blocks(text, attribute_lang(root) or attribute_lang(text), 0)
    return work.out.done("tei", work.notes, left_out.findings())


def _is_ours(root: etree._Element) -> bool:
    return any(node.get("ident") == "tei-encoder" for node in root.iter(f"{{{TEI_NS}}}application"))


def attribute_lang(element: etree._Element) -> str:
    """Its own `@xml:lang`."""
    return element.get(XML_LANG, "")


def _write_header(out: TranscriptWriter, header: etree._Element | None, *, titled: bool) -> None:
    statement = child(header, "fileDesc", "titleStmt")
    for name in ("title", "author")[not titled :]:
        for element in children(statement, name):
            value = " ".join("".join(map(str, element.itertext())).split())
            if value and value != UNTITLED:
                write_property(out, name, value)
    created = child(header, "profileDesc", "creation", "date")
    if value := attribute(created, "when"):
        write_property(out, "date", value)


@dataclass
class _Document:
    """The walk through the text of a TEI document."""

    out: TranscriptWriter
    notes: TranscriptWriter
    left_out: LeftOut
    ours: bool = False  # made by this program, which will recognise the same names and readings again
    tables: int = 0
    noted: int = 0
    documents: int = 0

    def blocks(self, element: etree._Element, lang: str, depth: int, level: int = 0) -> None:
        """The blocks in `element`; `depth` is that of divisions, `level` that of lists."""
        if (element.text or "").strip():
            self._loose(element.text or "", element, lang)
        for node in element:
            if isinstance(node.tag, str):
                self.block(node, attribute_lang(node) or lang, depth, level)
            if (node.tail or "").strip():
                self._loose(node.tail or "", node, lang)
        self.out.end()

    def _loose(self, text: str, element: etree._Element, lang: str) -> None:
        """Text that stands between blocks."""
        if not self.out.inside:
            self.out.begin(ParagraphKind.TEXT, lang=lang, place=_place(element))
        self.out.flow(text)

    def block(self, node: etree._Element, lang: str, depth: int, level: int) -> None:
        """One element that may be a block."""
        name = local_name(node.tag)
        if name in _NO_TEXT:
            return
        if name in _PICTURES:
            self._figure(node, lang, depth, level)
        elif name == "head":
            self._paragraph(node, ParagraphKind.HEADING, lang, level=0 if _is_further(node) else max(depth, 1))
        elif name in _DIVISIONS:
            self._division(node, name, lang, depth, level)
        elif name == "list":
            self._list(node, lang, depth, level + 1)
        elif name == "table":
            self._table(node, lang)
        elif name == "lg" and any(local_name(line.tag) == "l" for line in children(node)):
            self._stanza(node, lang, depth, level)
        elif name in ("pb", "cb"):
            self.out.point(name, node.get("n", ""))
        elif name == "note":
            self._note(node, lang, block=True)
        elif name in _LINES or _is_line_of_form(node):
            self._paragraph(node, ParagraphKind.TEXT, lang)
        elif self.out.inside:
            self._inline(node)
        elif any(
            local_name(inner.tag) in _LINES | {"head", "list", "table", "div"} or _is_line_of_form(inner)
            for inner in node.iter(etree.Element)
        ):
            self.out.end()
            self.blocks(node, lang, depth, level)  # opener, closer, lg, quote, postscript: what is in it
        else:
            self.out.begin(ParagraphKind.TEXT, lang=lang, place=_place(node))
            self._inline(node)

    def _division(self, node: etree._Element, name: str, lang: str, depth: int, level: int) -> None:
        """A division; that of a version says what it is of the others, those of documents part the text."""
        self.out.end()
        role, document = self.out.role, self.out.document
        is_version = node.get("type") == "version"
        if is_version:
            self.out.role = node.get("subtype", "") if node.get("subtype") in _ROLES else ""
        elif not document and _is_document(node, name):
            self.documents += 1
            self.out.document, depth = self.documents, depth - 1
        self.blocks(node, lang, depth + (name.startswith("div") and not is_version), level)
        self.out.end()
        self.out.role, self.out.document = role, document

    def _paragraph(
        self,
        node: etree._Element,
        kind: ParagraphKind,
        lang: str,
        *,
        level: int = 0,
        n: str = "",
        cell: Cell | None = None,
    ) -> None:
        together = node.get("type") in ("letterhead", "address")
        gap = int(local_name(node.tag) in ("p", "ab", "head") or (local_name(node.tag) == "seg" and not together))
        self.out.begin(kind, level=level, n=n, lang=lang, gap=gap, cell=cell, place=_place(node))
        signed = local_name(node.tag) in ("signed", "dateline", "salute", "byline")
        self._inside(node, names=not signed)
        self.out.end()

    def _list(self, node: etree._Element, lang: str, depth: int, level: int) -> None:
        self.out.end()
        ordered = node.get("type") == "ordered" or node.get("rend", "") in ("numbered", "ordered")
        count = 0
        for part in children(node):
            name = local_name(part.tag)
            count += name == "item"
            number = part.get("n", "") or (str(count) if ordered else "")
            if name == "label":
                self._paragraph(part, ParagraphKind.TEXT, lang)
            elif name == "item":
                own = attribute_lang(part) or lang
                inner = [child for child in children(part) if local_name(child.tag) in ("p", "list", "table")]
                if inner and local_name(inner[0].tag) != "list" and not (part.text or "").strip():
                    for number_in, paragraph in enumerate(inner):
                        if local_name(paragraph.tag) == "p":
                            kind = ParagraphKind.MORE if number_in else ParagraphKind.ITEM
                            self._paragraph(paragraph, kind, own, level=level, n=number)
                        else:
                            self.block(paragraph, own, depth, level)
                else:
                    self._item(part, own, depth, level, number)
            else:
                self.block(part, lang, depth, level)

    def _item(self, part: etree._Element, lang: str, depth: int, level: int, number: str) -> None:
        """An item with text; lists inside it end its text, and what follows them goes on with it."""
        self.out.begin(ParagraphKind.ITEM, level=level, n=number, lang=lang, place=_place(part))
        self.out.flow(part.text or "")
        for node in part:
            if isinstance(node.tag, str):
                if local_name(node.tag) in ("list", "table"):
                    self.block(node, lang, depth, level)
                    if (node.tail or "").strip():
                        self.out.begin(ParagraphKind.MORE, level=level, lang=lang, place=_place(node))
                else:
                    self._inline(node)
            self.out.flow(node.tail or "") if self.out.inside else None
        self.out.end()

    def _stanza(self, node: etree._Element, lang: str, depth: int, level: int) -> None:
        """Lines of verse; what stands between them that is none is read by itself."""
        self.out.end()
        for part in children(node):
            own = attribute_lang(part) or lang
            if local_name(part.tag) != "l":
                self.block(part, own, depth, level)
            elif self.out.inside:
                self.out.newline()
                self._inside(part)
            else:
                self.out.begin(ParagraphKind.VERSE, lang=own, gap=1, place=_place(part))
                self._inside(part)
        self.out.end()

    def _table(self, node: etree._Element, lang: str) -> None:
        self.out.end()
        self.tables += 1
        for head in children(node, "head"):
            self._paragraph(head, ParagraphKind.TEXT, lang)
        for number, row in enumerate(children(node, "row"), 1):
            for column, cell in enumerate(children(row, "cell"), 1):
                place = Cell(self.tables, number, column)
                self._paragraph(cell, ParagraphKind.CELL, attribute_lang(cell) or lang, cell=place)

    def _figure(self, node: etree._Element, lang: str, depth: int, level: int) -> None:
        self._picture(node)
        for part in children(node):
            if local_name(part.tag) in ("head", "p", "ab"):
                self.block(part, lang, depth, level)

    def _picture(self, node: etree._Element) -> None:
        """A picture that has an address; of any other one only that it is there."""
        graphic = node if local_name(node.tag) == "graphic" else next(descendants(node, "graphic"), None)
        if address := attribute(graphic, "url"):
            described = child(node, "figDesc")
            about = "" if described is None else " ".join("".join(map(str, described.itertext())).split())
            self.out.point("figure", address, description=about)
        else:
            self.left_out.add("picture")

    def _inside(self, element: etree._Element, *, names: bool = True) -> None:
        self.out.flow(element.text or "")
        for node in element:
            if isinstance(node.tag, str):
                self._inline(node, names=names)
            self.out.flow(node.tail or "")

    def _inline(self, node: etree._Element, *, names: bool = True) -> None:
        name = local_name(node.tag)
        if name in _NO_TEXT:
            return
        if name == "lb":
            self._line_break(node)
        elif name in ("pb", "cb"):
            self.out.point(name, node.get("n", ""), "no" if node.get("break") == "no" else "")
        elif name == "choice":
            self._choice(node, names=names)
        elif name == "note":
            self._note(node, "")
        elif name in _PICTURES:
            self._picture(node)
        elif name in ("p", "ab", "l", "item", "cell"):
            if attribute(node.getparent(), "rend") != "inline":
                self.out.newline()
            self._inside(node, names=names)
        elif name in _NAMES and names and not self.ours:
            self._marked(node, name, node.get("type", "") if node.get("type") == "honorific" else "")
        elif name == "hi" and (rend := _rend(node)):
            self._marked(node, "hi", rend)
        elif _LOOKS.get(name):
            self._marked(node, "hi", _LOOKS[name])
        else:
            self._inside(node, names=names)

    def _line_break(self, node: etree._Element) -> None:
        """A line that ends by chance is a milestone; one that ends on purpose, as in a signature, ends here too."""
        kept = node.get("break", "") if node.get("break") in ("no", "maybe") else ""
        around = next((a for a in node.iterancestors() if local_name(a.tag) in ("p", "ab", *_LINES)), None)
        prose = around is not None and local_name(around.tag) in ("p", "ab") and _line_length(around) > _SHORT_LINE
        if not kept and not prose:
            self.out.newline()
            return
        if not kept:
            self.out.flow(" ")
        self.out.point("lb", break_=kept)

    def _marked(self, node: etree._Element, tag: str, value: str) -> None:
        self.out.open_mark(tag, value)
        self._inside(node)
        self.out.close_mark()

    def _choice(self, node: etree._Element, *, names: bool) -> None:
        """What was received; a reading proposed beside it stays a proposal."""
        parts = {local_name(part.tag): part for part in children(node)}
        received = parts.get("sic", parts.get("orig", parts.get("abbr")))
        proposed = parts.get("corr", parts.get("reg"))
        if received is None:
            first = next(iter(parts.values()), None)
            received = first if first is not None else node
        reading = "".join(map(str, proposed.itertext())) if proposed is not None else ""
        kind = local_name(received.tag)
        if proposed is not None and kind in ("sic", "orig") and not self.ours:
            self.out.open_mark(kind, reading)
            self._inside(received, names=names)
            self.out.close_mark()
        else:
            self._inside(received, names=names)

    def _note(self, node: etree._Element, lang: str, *, block: bool = False) -> None:
        """A note goes among the notes; a mark of a signature, or what is said to stand inline, stays where it is."""
        if not block and (node.get("place") == "inline" or node.get("type") in _INLINE_NOTES):
            if node.get("type") == "ruby":
                self._marked(node, "note", "ruby")
            else:
                self._inside(node)
            return
        if block and self.ours and node.get("type") in _BY_THEIR_WORDS:
            self._paragraph(node, ParagraphKind.TEXT, lang)
            return
        self.noted += 1
        number = node.get("n") or str(self.noted)
        if not block:
            self.out.point("ptr", number)
        self.notes.begin(ParagraphKind.NOTE, n=number, lang=attribute_lang(node) or lang, place=_place(node))
        inner = _Document(self.notes, self.notes, self.left_out, self.ours)
        inner._inside(node)
        self.notes.end()


def _line_length(paragraph: etree._Element) -> float:
    """How long the lines of a paragraph are on average, in characters."""
    breaks = sum(1 for _ in descendants(paragraph, "lb"))
    return sum(len(text) for text in map(str, paragraph.itertext())) / (breaks + 1)


def _is_line_of_form(node: etree._Element) -> bool:
    """Whether it is a line of an opener or closer by itself."""
    return local_name(node.tag) == "seg" and _parent(node) in _AROUND


def _is_further(head: etree._Element) -> bool:
    """Whether a head follows another one of the same division."""
    above = head.getprevious()
    while above is not None and (not isinstance(above.tag, str) or local_name(above.tag) in ("pb", "cb", "lb")):
        above = above.getprevious()
    return above is not None and local_name(above.tag) == "head"


def _is_document(node: etree._Element, name: str) -> bool:
    """Whether a division is one of several documents beside each other."""
    if name == "text":
        return _parent(node) == "group"
    beside = children(node.getparent(), name)
    alike = sum(each.get("type") == node.get("type") for each in beside)
    return node.get("type") == "document" or (node.get("type") in _DOCUMENTS and alike > 1)


def _parent(node: etree._Element) -> str:
    """The name of the element that it is in."""
    parent = node.getparent()
    return "" if parent is None else local_name(parent.tag)


def _rend(node: etree._Element) -> str:
    """How highlighted text looks: its `@rend`, or what its `@rendition` is called."""
    rend = node.get("rend") or " ".join(
        name.rpartition(":")[2].lstrip("#") for name in node.get("rendition", "").split()
    )
    return " ".join(rend.split())


def _place(element: etree._Element) -> tuple[int, int]:
    line = element.sourceline
    return (line if isinstance(line, int) else 1, 1)
