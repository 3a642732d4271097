"""DOCX (ISO/IEC 29500, WordprocessingML) as a transcript.

Read with zipfile and lxml alone: a library of documents gives paragraphs, but not the notes, text boxes, tracked
changes and page breaks between them, and opens an archive without limits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from lxml import etree

from tei.errors import UnreadableInput
from tei.formats.archive import Package
from tei.formats.docx_styles import Numbering, Styles
from tei.formats.numbers import roman
from tei.formats.properties import write_properties
from tei.formats.writer import LeftOut, TranscriptWriter
from tei.formats.xmlparts import attribute, child, children, descendants
from tei.languages.scripts import main_script
from tei.model.transcript import Cell, ParagraphKind, Transcript
from tei.names import local_name

# What has no text, or none that belongs to the document.
_SILENT = frozenset(
    "pPr rPr sectPr tblPr tblGrid trPr tcPr instrText delText delInstrText footnoteRef endnoteRef annotationRef "
    "separator continuationSeparator bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd "
    "sdtPr sdtEndPr fldData Fallback smartTagPr customXmlPr rubyPr".split()
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PICTURES = frozenset({"drawing", "pict", "object"})
_SETTINGS = (
    ("b", "bold"),
    ("i", "italic"),
    ("u", "underline"),
    ("smallCaps", "smallcaps"),
    ("strike", "strikethrough"),
)
_RAISED = {"superscript": "superscript", "subscript": "subscript"}


def read_docx(data: bytes, file: str, encoding: str = "") -> Transcript:  # noqa: ARG001 - as every format
    """The transcript of a DOCX file; raises UnreadableInput (RD003, RD011) where it is none."""
    package = Package(data, file)
    main = _main_part(package)
    root = package.xml(main) if main else None
    if root is None:
        remedy = "Open it in Word or LibreOffice and save it as DOCX."
        raise UnreadableInput("this is no DOCX: it has no document in it", help=remedy, file=file, rule="RD003")
    folder = main.rpartition("/")[0]
    name = f"{folder}/{{}}.xml" if folder else "{}.xml"
    left_out = LeftOut(file)
    work = _Document(
        TranscriptWriter(),
        Styles(package.xml(name.format("styles"))),
        Numbering(package.xml(name.format("numbering"))),
        left_out,
        pictures=_pictures(package, main),
    )
    write_properties(work.out, package.xml("docProps/core.xml"), _title_text(root))
    work.body(child(root, "body"))
    work.out.end()
    notes = replace(work, out=TranscriptWriter())
    for kind in ("footnote", "endnote"):
        notes.notes(package.xml(name.format(f"{kind}s")), kind)
    for part in sorted(package.names):
        if part.startswith((name.format("header")[:-4], name.format("footer")[:-4])):
            notes.running_head(package.xml(part))
    for _ in children(package.xml(name.format("comments")), "comment"):
        left_out.add("comment")
    return work.out.done("docx", notes.out, left_out.findings())


def _main_part(package: Package) -> str:
    """The part that holds the text: the one that the package says, or the usual one."""
    for relation in children(package.xml("_rels/.rels"), "Relationship"):
        target = attribute(relation, "Target").lstrip("/")
        if attribute(relation, "Type").endswith("/officeDocument") and target in package.names:
            return target
    return "word/document.xml" if "word/document.xml" in package.names else ""


def _pictures(package: Package, main: str) -> Mapping[str, str]:
    """Where the pictures of the text are in the file, by the ids that stand for them."""
    folder, _, name = main.rpartition("/")
    relations = children(package.xml(f"{folder}/_rels/{name}.rels"), "Relationship")
    return {
        attribute(relation, "Id"): f"{folder}/{attribute(relation, 'Target')}"
        for relation in relations
        if attribute(relation, "Type").endswith("/image") and attribute(relation, "TargetMode") != "External"
    }


def _title_text(root: etree._Element) -> str:
    """The text of the first paragraphs, in which a title must stand to be believed."""
    texts: list[str] = []
    for paragraph in descendants(child(root, "body"), "p"):
        texts.append("".join(node.text or "" for node in descendants(paragraph, "t")))
        if len(texts) == 20:
            break
    return "\n".join(texts)


@dataclass
class _Document:
    """The walk through the text of a DOCX."""

    out: TranscriptWriter
    styles: Styles
    numbering: Numbering
    left_out: LeftOut
    referred: dict[tuple[str, str], str] = field(default_factory=dict)  # kind and id of a note: its number
    number: int = 0  # of the paragraph
    tables: int = 0
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: Mapping[str, str] = field(default_factory=dict)  # id of a relation: where the picture is in the file

    def body(self, element: etree._Element | None, kind: ParagraphKind | None = None, cell: Cell | None = None) -> None:
        """The paragraphs and tables in `element`; `kind` is theirs where it is not what their style says."""
        for node in children(element):
            match local_name(node.tag):
                case "p":
                    self.paragraph(node, kind, cell)
                case "tbl":
                    self.table(node, nested=cell)
                case "moveFrom" | "del":
                    self.left_out.add("deletion")
                case name if name not in _SILENT:
                    inner = {"AlternateContent": "Choice", "sdt": "sdtContent"}.get(name)
                    self.body(child(node, inner) if inner else node, kind, cell)

    def table(self, element: etree._Element, nested: Cell | None) -> None:
        """The cells of a table; those of a table inside a cell belong to that cell."""
        self.tables += 1
        table = self.tables
        rows = [row for row in descendants(element, "tr") if _owner(row, "tbl") is element]
        for row_number, row in enumerate(rows, 1):
            column = 1
            for node in (cell for cell in descendants(row, "tc") if _owner(cell, "tr") is row):
                here = nested or Cell(table, row_number, column)
                self.body(node, ParagraphKind.CELL, here)
                span = attribute(child(node, "tcPr", "gridSpan"), "val")
                column += int(span) if span.isdecimal() and int(span) < 100 else 1

    def paragraph(self, element: etree._Element, kind: ParagraphKind | None = None, cell: Cell | None = None) -> None:
        """One paragraph, then the text boxes that hang on it."""
        self.number += 1
        properties = child(element, "pPr")
        level, label, lang = 0, "", _language(element)
        text = ""
        if kind is None:
            kind = ParagraphKind.TEXT
            number, depth = self.styles.numbering(properties)
            label = self.numbering.label(number, depth) if number else ""
            if level := self.styles.heading_level(properties):
                kind = ParagraphKind.HEADING
            elif number:
                kind, level = ParagraphKind.ITEM, depth + 1
            if (
                any(character.isalpha() for character in label)
                and len(label.strip("().、")) > 1
                and kind is not kind.ITEM
            ):
                text, label = label, ""  # “Article 1” is read as words, whoever counts
            elif label and len(label.split()) > 1:
                kind, level, text, label = ParagraphKind.TEXT, 0, label, ""
        if any(_on(child(found, "pageBreakBefore")) for found in self.styles.chain(properties, "pPr")):
            self.out.point("pb")
        self.out.begin(kind, level=level, n=label, lang=lang, cell=cell, place=(self.number, 1))
        if text:
            self.out.write(f"{text} ")
        self._inside(element)
        self.out.end(blank=True)
        if child(properties, "sectPr") is not None and attribute(child(properties, "sectPr", "type"), "val") in (
            "", "nextPage", "oddPage", "evenPage",
        ):  # fmt: skip
            self.out.point("pb")
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.body(box)

    def notes(self, root: etree._Element | None, kind: str) -> None:
        """The notes that the text refers to, in the order in which it does."""
        by_id = {attribute(note, "id"): note for note in children(root, kind)}
        for (own, id_), number in self.referred.items():
            note = by_id.get(id_) if own == kind else None
            if note is None:
                continue
            self.out.begin(ParagraphKind.NOTE, n=number, lang=_language(note), place=(self.number, 1))
            for index, paragraph in enumerate(descendants(note, "p")):
                if index:
                    self.out.write("\n")
                self._inside(paragraph)
            self.out.end()

    def running_head(self, root: etree._Element | None) -> None:
        """A header or footer of the pages, set aside."""
        self.body(root, ParagraphKind.RUNNING_HEAD)

    def _inside(self, element: etree._Element) -> None:
        for node in children(element):
            name = local_name(node.tag)
            if name == "r":
                self._run(node)
            elif name in ("del", "moveFrom"):
                self.left_out.add("deletion")
            elif name == "AlternateContent":
                choice = child(node, "Choice")
                self._inside(choice if choice is not None else node)
            elif name in ("oMath", "oMathPara"):
                self.out.write("".join(part.text or "" for part in descendants(node, "t")))
            elif name not in _SILENT:
                self._inside(node)

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if _on(child(properties, "vanish")):
            self.left_out.add("hidden")
            return
        rend = " ".join(_look(self.styles.chain(properties, "rPr")))
        if rend:
            self.out.open_mark("hi", rend)
        self._run_content(run)
        if rend:
            self.out.close_mark()

    def _run_content(self, run: etree._Element) -> None:
        for node in children(run):
            name = local_name(node.tag)
            if name == "t":
                self.out.write(node.text or "")
            elif name in _CHARACTERS:
                self.out.write(_CHARACTERS[name])
            elif name in ("br", "cr"):
                self._break(attribute(node, "type"))
            elif name == "lastRenderedPageBreak":
                self.out.point("pb")
            elif name in ("footnoteReference", "endnoteReference"):
                self._reference(name.removesuffix("Reference"), attribute(node, "id"))
            elif name == "sym":
                code = attribute(node, "char")
                point = int(code, 16) if len(code) == 4 and all(c in "0123456789abcdefABCDEF" for c in code) else 0xFFFD
                self.out.write(chr(point))
            elif name == "ruby":
                self._ruby(node)
            elif name in _PICTURES or name == "AlternateContent":
                self._picture(node)
            elif name not in _SILENT:
                self._run_content(node)

    def _break(self, kind: str) -> None:
        if kind in ("page", "column"):
            self.out.point("pb" if kind == "page" else "cb")
        else:
            self.out.newline()

    def _reference(self, kind: str, id_: str) -> None:
        count = sum(own == kind for own, _ in self.referred) + 1
        number = self.referred.setdefault((kind, id_), str(count) if kind == "footnote" else roman(count))
        self.out.point("ptr", number)

    def _ruby(self, node: etree._Element) -> None:
        self._inside_or_nothing(child(node, "rubyBase"))
        self.out.open_mark("note", "ruby")
        self._inside_or_nothing(child(node, "rt"))
        self.out.close_mark()

    def _inside_or_nothing(self, node: etree._Element | None) -> None:
        if node is not None:
            self._inside(node)

    def _picture(self, node: etree._Element) -> None:
        """A drawing: its text boxes follow the paragraph; without text it is a picture, which is left out."""
        choice = child(node, "Choice")
        inner = choice if choice is not None else node
        boxes = list(descendants(inner, "txbxContent"))
        self.boxes += [box for box in boxes if not any(_inside_of(box, other) for other in boxes)]
        if not boxes and (
            local_name(node.tag) != "AlternateContent" or next(descendants(inner, "pic"), None) is not None
        ):
            image = next((attribute(blip, "embed") for blip in descendants(inner, "blip")), "")
            if image in self.pictures:
                about = next(descendants(inner, "docPr"), None)
                description = attribute(about, "descr") or attribute(about, "title")
                self.out.point("figure", self.pictures[image], description=description)
            else:
                self.left_out.add("picture")


def _owner(node: etree._Element, name: str) -> etree._Element | None:
    return next(node.iterancestors(f"{{*}}{name}"), None)


def _inside_of(node: etree._Element, other: etree._Element) -> bool:
    return any(ancestor is other for ancestor in node.iterancestors())


def _on(setting: etree._Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return setting is not None and attribute(setting, "val", "true") not in ("0", "false", "off", "none")


def _look(chain: list[etree._Element]) -> list[str]:
    """How a run looks, by the nearest of its properties: TEI `@rend`."""
    first: Callable[[str], etree._Element | None] = partial(_first, chain)
    rend = [word for name, word in _SETTINGS if _on(first(name))]
    raised = _RAISED.get(attribute(first("vertAlign"), "val"))
    return [*rend, raised] if raised else rend


def _first(chain: list[etree._Element], name: str) -> etree._Element | None:
    return next((found for properties in chain if (found := child(properties, name)) is not None), None)


def _language(element: etree._Element) -> str:
    """The language that the runs of a paragraph are marked with, in the script that most of it is in."""
    text = "".join(node.text or "" for node in descendants(element, "t"))
    script = main_script(text)
    which = "eastAsia" if script in ("Hani", "Kana", "Hang") else "bidi" if script in ("Arab", "Hebr") else "val"
    return next((found for lang in descendants(element, "lang") if (found := attribute(lang, which))), "")
