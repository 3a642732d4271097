"""Reading a TEI document as publishers need it: its versions, their blocks, what corresponds to what, and plain text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from babel.core import get_global
from lxml import etree

from tei.names import XML_ID, XML_LANG, local_name, tei

HIDDEN = frozenset({"teiHeader", "standOff", "facsimile", "sourceDoc", "fsdDecl"})
"""Elements that are no text."""

BREAKS: Mapping[str, str] = {"pb": "p.", "cb": "col.", "gb": "gathering", "milestone": ""}
"""Milestones, with what stands before their number."""

SEGMENTS = tuple(tei(name) for name in ("s", "head", "item", "signed", "dateline", "salute", "p", "l", "note", "cell"))
"""Elements that can be pointed at as a piece of text."""

_CONTAINERS = frozenset(tei(name) for name in ("div", "body", "front", "back", "text", "group", "TEI", "teiCorpus"))

_DOCUMENTS = (tei("TEI"), tei("teiCorpus"))


@dataclass(frozen=True, slots=True)
class Version:
    """One language version of a text: its element, its language tag, and what it is called in TEI."""

    element: etree._Element
    lang: str
    role: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a version, and the depth of the divisions that it stands in.

    `ids` are those of the divisions that it opens, `before` the page breaks and the like that stand before it.
    """

    element: etree._Element
    depth: int
    ids: tuple[str, ...] = ()
    before: tuple[etree._Element, ...] = ()


def text_part(root: etree._Element) -> etree._Element | None:
    """What of a document is text: its `text`; all of it where it holds documents; else its transcription, `sourceDoc`."""
    if any(child.tag in _DOCUMENTS for child in root):
        return root
    text = root.find(tei("text"))
    return root.find(tei("sourceDoc")) if text is None else text


def versions_of(text: etree._Element) -> tuple[Version, ...]:
    """The versions of a text: its `div`s of the type version; it is one itself where it has none, or holds documents."""
    divisions = text.iter(tei("div")) if text.tag not in _DOCUMENTS else ()
    found = [div for div in divisions if div.get("type") == "version" and not _version_around(div)]
    return tuple(Version(each, language_of(each), each.get("subtype", "")) for each in found or [text])


def _version_around(element: etree._Element) -> bool:
    return any(each.tag == tei("div") and each.get("type") == "version" for each in element.iterancestors())


def blocks_outside(text: etree._Element) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks that stand in no version, though there are versions: those before the first one, and all others."""
    if versions_of(text)[0].element is text:
        return (), ()
    places: tuple[list[Block], list[Block]] = ([], [])
    begun = False
    for block in blocks_of(Version(text, "", "")):
        if _version_around(block.element):
            places[begun].extend(Block(each, 0) for each in block.before if not _version_around(each))
            begun = True
        else:
            places[begun].append(block)
    return tuple(places[0]), tuple(places[1])


def blocks_of(version: Version) -> tuple[Block, ...]:
    """The blocks of a version in order: what stands in its divisions, at whatever depth."""
    return tuple(_blocks(version.element, 0 if version.element.tag == tei("div") else -1, ()))


def _blocks(parent: etree._Element, depth: int, ids: tuple[str, ...]) -> Iterator[Block]:
    """The blocks below `parent`. The first one takes over `ids`, so that a link to a division finds its beginning."""
    waiting = (*ids, *filter(None, [parent.get(XML_ID)]))
    breaks: list[etree._Element] = []
    for child in parent:
        name = local_name(child.tag)
        if not name or name in HIDDEN:
            continue
        if name in BREAKS:
            breaks.append(child)
        elif child.tag in _CONTAINERS:
            for number, block in enumerate(_blocks(child, depth + (child.tag == tei("div")), waiting)):
                yield replace(block, before=(*breaks, *block.before)) if number == 0 else block
            waiting, breaks = (), []
        else:
            yield Block(child, depth, waiting, tuple(breaks))
            waiting, breaks = (), []
    for left in breaks:  # after the last block
        yield Block(left, depth)


def language_of(element: etree._Element) -> str:
    """The language tag that holds for an element; "" where the document gives none."""
    tag = next((each.get(XML_LANG, "") for each in (element, *element.iterancestors()) if each.get(XML_LANG)), "")
    return language_tag(tag)


@cache
def language_tag(tag: str) -> str:
    """A language tag as BCP 47 has it: `en` for the code `eng` of ISO 639-2, which browsers do not know (from CLDR)."""
    first, hyphen, rest = tag.replace("_", "-").partition("-")
    known = get_global("language_aliases").get(first.lower(), first) if len(first) == 3 else first
    return f"{known.replace('_', '-')}{hyphen}{rest}"


def groups_of(root: etree._Element) -> Mapping[str, int]:
    """The number of its group for every id that corresponds to another, by `@corresp` and alignment `link`s."""
    parents: dict[str, str] = {}

    def find(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    for names in _correspondences(root):
        first, *others = (find(name) for name in names)
        for other in others:
            parents[max(first, other)] = min(first, other)
            first = min(first, other)
    numbers: dict[str, int] = {}
    return {name: numbers.setdefault(find(name), len(numbers) + 1) for name in sorted(parents)}


def _correspondences(root: etree._Element) -> Iterator[list[str]]:
    """Ids that belong together; those of whole divisions are left out, for they hold all the others."""
    divisions = {div.get(XML_ID) for div in root.iter(tei("div"))}
    for element in root.iter(etree.Element):
        own = element.get(XML_ID)
        targets = _local(element.get("corresp", ""))
        if own and targets and own not in divisions:
            yield [own, *targets]


def _local(pointers: str) -> list[str]:
    return [word[1:] for word in pointers.split() if word.startswith("#") and len(word) > 1]


def pieces_of(element: etree._Element) -> Iterator[tuple[etree._Element, frozenset[etree._Element]]]:
    """The element and the pieces in it that can be pointed at, each with those within it that are pieces of their own."""
    inner = dict.fromkeys(each for each in element.iterdescendants(*SEGMENTS) if each.get(XML_ID))
    outermost = [each for each in inner if not any(one in inner for one in each.iterancestors())]
    yield element, frozenset(outermost)
    for each in outermost:
        yield from pieces_of(each)


def text_of(
    node: etree._Element,
    *,
    regular: bool = False,
    without: frozenset[etree._Element] = frozenset(),
    marks: Mapping[etree._Element, str] = MappingProxyType({}),
) -> str:
    """The text of an element without its notes and the elements `without`.

    As printed and received, or `regular`ized and corrected; runs of white space are one space. Notes that `marks` holds
    are replaced by their mark.
    """
    skipped = {"orig", "sic", "abbr"} if regular else {"reg", "corr", "expan"}
    return " ".join("".join(_texts(node, skipped, without, marks)).split())


def _texts(
    node: etree._Element, skipped: set[str], without: frozenset[etree._Element], marks: Mapping[etree._Element, str]
) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        name = local_name(child.tag)
        in_choice = name in skipped and node.tag == tei("choice")
        if (name == "lb" and child.get("break") != "no") or child in without:
            yield " "
        elif name and not in_choice and name != "figDesc" and (name != "note" or child.get("type") == "signature-mark"):
            yield from _texts(child, skipped, without, marks)
        elif child in marks:
            yield marks[child]
        yield child.tail or "" if node.tag != tei("choice") else ""
