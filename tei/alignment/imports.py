"""Hand alignments made with other tools, as rows of a ladder: hunalign, XCES, InterText and TMX.

What they call a sentence is known by its text, its id or its number; `rungs_from` finds out which format a file is in.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from tei.alignment.ladder import Quoted, Rung, read_ladder
from tei.errors import UsageError
from tei.names import XML_LANG, local_name

_RUNG = re.compile(r"(\d+)\t(\d+)(?:\t-?[\d.]+)?")
_CELL_JOIN = re.compile(r"\s*~~~\s*")


def rungs_from(data: bytes, file: str, source: Sequence[Quoted], target: Sequence[Quoted]) -> list[Rung]:
    """The links in a file of another tool, between the sentences `source` and `target` of an edition.

    Taken are ladders of ours, hunalign's ladders of numbers and of text (sentences of a cell parted by `~~~`), XCES
    `cesAlign` and InterText (`link/@xtargets` with ids, or with numbers from 1 at the end of an id), and TMX. UsageError
    for anything else, and for a link that names a sentence which is not there.
    """
    if data.lstrip().startswith(b"<"):
        return _from_xml(data, file, source, target)
    text = data.decode("utf-8-sig", errors="replace")
    rows = [row for row in text.splitlines() if row.strip()]
    if rows and all(_RUNG.fullmatch(row) for row in rows):
        return list(_from_numbers(rows, file, source, target))
    if any(re.match(r"\s*\[[^\s\]]+\]", row) for row in rows if not row.startswith("#")):
        return read_ladder(text, file)
    return list(_from_texts(enumerate(text.splitlines(), start=1), file, source, target))


def _from_numbers(rows: Sequence[str], file: str, source: Sequence[Quoted], target: Sequence[Quoted]) -> Iterator[Rung]:
    """The ladder of hunalign: each row has the borders of two beads, as numbers of sentences before them."""
    rungs = [(int(match[1]), int(match[2])) for row in rows if (match := _RUNG.fullmatch(row))]
    if rungs[0] != (0, 0):
        rungs.insert(0, (0, 0))
    for number, ((i, j), (p, q)) in enumerate(pairwise(rungs), start=2):
        if p < i or q < j or p > len(source) or q > len(target):
            fault = f"the rung {p} {q} lies outside of {len(source)} and {len(target)} sentences, or goes back"
            raise UsageError(fault, help="The ladder belongs to another segmentation.", file=file, line=number)
        if p > i or q > j:
            yield Rung(tuple(source[i:p]), tuple(target[j:q]), line=number)


def _from_texts(
    rows: Iterator[tuple[int, str]], file: str, source: Sequence[Quoted], target: Sequence[Quoted]
) -> Iterator[Rung]:
    """Two columns of text."""
    finders = _Finder(source, file), _Finder(target, file)
    for number, row in rows:
        cells = row.split("\t")
        if row.strip() and len(cells) < 2:
            fault = "this is none of the formats that links are read from"
            raise UsageError(fault, help="Give a ladder, XCES, InterText or TMX.", file=file, line=number)
        if row.strip():
            sides = [_CELL_JOIN.split(cell.strip()) for cell in cells[:2]]
            left, right = (
                find.texts([t for t in side if t], number) for find, side in zip(finders, sides, strict=True)
            )
            yield Rung(left, right, line=number)


def _from_xml(data: bytes, file: str, source: Sequence[Quoted], target: Sequence[Quoted]) -> list[Rung]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        line = fault.lineno or 0
        raise UsageError(f"not well-formed: {fault.msg}", help="Export it again.", file=file, line=line) from None
    finders = _Finder(source, file), _Finder(target, file)
    if local_name(root.tag) == "tmx":
        return list(_from_tmx(root, finders))
    return list(_from_xces(root, finders))


def _from_tmx(root: etree._Element, finders: "tuple[_Finder, _Finder]") -> Iterator[Rung]:
    for unit in root.iter("{*}tu"):
        texts = [_text_in(unit, finder.lang) for finder in finders]
        line = _line(unit)
        one, other = (find.run(text, line) for find, text in zip(finders, texts, strict=True))
        yield Rung(one, other, line=line)


def _from_xces(root: etree._Element, finders: "tuple[_Finder, _Finder]") -> Iterator[Rung]:
    for link in root.iter("{*}link"):
        sides = str(link.get("xtargets", "")).split(";")
        if len(sides) == 2:
            line = _line(link)
            left, right = (find.ids(side.split(), line) for find, side in zip(finders, sides, strict=True))
            yield Rung(left, right, line=line)


def _text_in(unit: etree._Element, lang: str) -> str:
    """The text of a translation unit in a language, known by its primary subtag; "" where it has none."""
    for variant in unit.iter("{*}tuv"):
        tag = variant.get(XML_LANG) or variant.get("lang") or ""
        if tag.partition("-")[0].lower() == lang:
            return "".join(str(text) for seg in variant.iter("{*}seg") for text in seg.itertext())
    return ""


def _line(element: etree._Element) -> int:
    return int(getattr(element, "sourceline", 0) or 0)  # the stubs do not know its type


class _Finder:
    """The sentences of one side, found by what a file calls them."""

    def __init__(self, sentences: Sequence[Quoted], file: str) -> None:
        self._sentences = sentences
        self._file = file
        self._by_id = {each.id: each for each in sentences}
        self._next = 0
        self.lang = sentences[0].id.partition(".")[0].partition("-")[0] if sentences else ""

    def ids(self, names: Sequence[str], line: int) -> tuple[Quoted, ...]:
        """Sentences by our own ids, or by the number that a name ends with."""
        return tuple(self._by_id.get(name.removeprefix("#")) or self._numbered(name, line) for name in names)

    def _numbered(self, name: str, line: int) -> Quoted:
        digits = re.search(r"(\d+)$", name)
        number = int(digits[1]) if digits and len(digits[1]) < 10 else 0
        if not 0 < number <= len(self._sentences):
            raise self._missing(name, line)
        return self._sentences[number - 1]

    def texts(self, texts: Sequence[str], line: int) -> tuple[Quoted, ...]:
        """Sentences by their text, each after the one before."""
        return tuple(each for text in texts for each in self.run(text, line))

    def run(self, text: str, line: int) -> tuple[Quoted, ...]:
        """The sentences that make up `text`, white space aside: the next ones that do."""
        wanted = "".join(text.split())
        if not wanted:
            return ()
        for start in (*range(self._next, len(self._sentences)), *range(self._next)):
            end, have = start, ""
            while len(have) < len(wanted) and end < len(self._sentences):
                piece = "".join(self._sentences[end].text.split())
                if not wanted.startswith(piece, len(have)):
                    break
                have += piece
                end += 1
            if have == wanted:
                self._next = end
                return tuple(self._sentences[start:end])
        raise self._missing(text, line)

    def _missing(self, what: str, line: int) -> UsageError:
        shown = what if len(what) <= 40 else f"{what[:40]}…"
        help_ = "The file belongs to another text, or to another division into sentences."
        return UsageError(f"the edition has no sentence “{shown}”", help=help_, file=self._file, line=line)
