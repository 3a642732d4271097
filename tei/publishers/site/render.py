"""From TEI elements to HTML elements. What an element becomes stands in `behaviours`; nothing is ever dropped."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from tei.names import XML_ID, XML_LANG, local_name, tei
from tei.publishers.reading import BREAKS, HIDDEN, language_of, language_tag
from tei.publishers.site.behaviours import BLOCK_PARENTS, BLOCKS, ENTITIES, INLINE, RENDITIONS
from tei.publishers.site.languages import direction

_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_HTML_BLOCKS = frozenset({"div", "p", "ul", "ol", "li", "table", "blockquote", "figure", "dl"})
_DATETIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ALTERNATIVES = frozenset({"sic", "corr", "orig", "reg", "abbr", "expan"})


@dataclass
class Rendering:
    """What the rendering of one edition needs to know, and the notes that it collects.

    `pages` is the relative path to the folder of the index pages, "" where there are none; `groups` maps an `xml:id` to the number of the
    segments that correspond to one another; `kinds` maps the id of an entry in `standOff` to its index page. `top` is the
    level of the highest heading.
    """

    pages: str
    groups: Mapping[str, int]
    kinds: Mapping[str, str]
    keys: Mapping[str, str]
    top: int = 2
    notes: list[etree._Element] = field(default_factory=list)
    _outline: list[int] = field(default_factory=list)

    def element(self, node: etree._Element, *, depth: int = 2, linked: bool = False) -> etree._Element | None:
        """The HTML element for a TEI element; None for one that is not part of the text.

        `depth` is the level of a heading here; `linked` says that a link is open, in which HTML allows no other.
        """
        name = local_name(node.tag)
        if not name or name in HIDDEN:
            return None
        made = _SPECIAL.get(name, _plain)(self, node, depth, linked)
        self._mark(made, node, name)
        return made

    def fill(self, target: etree._Element, node: etree._Element, depth: int, linked: bool) -> etree._Element:
        """`target` with the content of `node`."""
        _append_text(target, node.text)
        for child in node:
            made = self.element(child, depth=depth, linked=linked)
            if made is not None:
                target.append(made)
            _append_text(target, child.tail)
        return target

    def heading(self, depth: int) -> str:
        """The HTML element of the next heading: a level below that of the division around it, with none left out."""
        while self._outline and self._outline[-1] >= depth:
            self._outline.pop()
        self._outline.append(depth)
        return f"h{min(self.top + len(self._outline) - 1, 6)}"

    def _mark(self, made: etree._Element, node: etree._Element, name: str) -> None:
        """The classes, ids and languages that every element carries over."""
        words = [name, *made.get("class", "").split()]
        words += [f"type-{word}" for word in _words(node.get("type"))]
        words += [f"rend-{word}" for word in _words(node.get("rend"))]
        if node.get("cert") not in (None, "high"):
            words.append("uncertain")
            made.set("title", f"uncertain: certainty {node.get('cert')}")
        made.set("class", " ".join(dict.fromkeys(words)))
        if identifier := node.get(XML_ID):
            made.set("id", identifier)
            if identifier in self.groups:
                made.set("data-g", str(self.groups[identifier]))
        if lang := language_tag(node.get(XML_LANG, "")):
            made.set("lang", lang)
            made.set("dir", direction(lang))


def _words(value: str | None) -> list[str]:
    """The words of an attribute that can be the names of classes."""
    return [word for word in (value or "").split() if re.fullmatch(r"[\w-]+", word)]


def _append_text(target: etree._Element, text: str | None) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _plain(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    name = local_name(node.tag)
    tag = BLOCKS.get(name) or INLINE.get(name) or ("div" if _is_block(node) else "span")
    made = self.fill(etree.Element(tag), node, depth, linked)
    if tag == "p" and any(child.tag in _HTML_BLOCKS for child in made.iterdescendants()):
        made.tag = "div"  # HTML ends a p where a list begins
    if name not in BLOCKS and name not in INLINE and len(node.attrib.get("n", "")):
        made.set("data-n", node.get("n", ""))
    return made


def _is_block(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is None or parent.tag in BLOCK_PARENTS or any(local_name(child.tag) in BLOCKS for child in node)


def _div(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    return self.fill(etree.Element("div"), node, min(depth + 1, 6), linked)


def _head(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    parent = node.getparent()
    tags = {"table": "caption", "figure": "figcaption", "list": "li"}
    tag = tags.get(local_name(parent.tag) if parent is not None else "") or self.heading(depth)
    return self.fill(etree.Element(tag), node, depth, linked)


def _list(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A list; where `label`s stand before the items, HTML wants each with its item."""
    numbered = {"ordered", "numbered"} & set((node.get("rend", "") + " " + node.get("type", "")).split())
    made = etree.Element("ol" if numbered else "ul")
    label: etree._Element | None = None
    for child in node:
        rendered = self.element(child, depth=depth, linked=linked)
        if rendered is None:
            continue
        if local_name(child.tag) == "label":
            label = rendered
            label.tail = " "
            continue
        if rendered.tag != "li":
            rendered = _wrapped("li", rendered)
        if label is not None:
            rendered.text, label.tail = None, f" {rendered.text or ''}"
            rendered.insert(0, label)
            label = None
        made.append(rendered)
    if label is not None:
        made.append(_wrapped("li", label))
    return made


def _wrapped(tag: str, content: etree._Element) -> etree._Element:
    made = etree.Element(tag)
    made.append(content)
    return made


def _table(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    made = etree.Element("table")
    for child in node:
        rendered = self.element(child, depth=depth, linked=linked)
        if rendered is not None:
            made.insert(0, rendered) if rendered.tag == "caption" else made.append(rendered)
    return made


def _cell(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    parent = node.getparent()
    label = "label" in (node.get("role"), parent.get("role") if parent is not None else None)
    made = self.fill(etree.Element("th" if label else "td"), node, depth, linked)
    for name, html in (("cols", "colspan"), ("rows", "rowspan")):
        if node.get(name, "").isdecimal():
            made.set(html, node.get(name, ""))
    return made


def _quote(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A quotation: set apart where it stands among blocks or holds some, else within the line."""
    return self.fill(etree.Element("blockquote" if _is_block(node) else "span"), node, depth, linked)


def _hi(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    tag = next((RENDITIONS[word] for word in node.get("rend", "").split() if word in RENDITIONS), "span")
    return self.fill(etree.Element(tag), node, depth, linked)


def _choice(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """All readings, each with its class: the page's switches say which one is seen."""
    made = etree.Element("span")
    for child in node:
        rendered = self.element(child, depth=depth, linked=linked)
        if rendered is not None:
            made.append(rendered)
    names = {local_name(child.tag) for child in node}
    made.set("class", "readings" if names & _ALTERNATIVES else "")
    return made


def _name(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A name, linked to its entry in an index."""
    target = next((word[1:] for word in node.get("ref", "").split() if word.startswith("#")), "")
    page = self.kinds.get(target) or ENTITIES.get(local_name(node.tag), "")
    made = etree.Element("span")
    named = "".join(map(str, node.itertext())).strip()  # a link without words leads nobody anywhere
    if target and page and self.pages and named and not linked:
        made = etree.Element("a", href=f"{self.pages}{page}.html#{self.keys.get(target, target)}")
    return self.fill(made, node, depth, linked or made.tag == "a")


def _date(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    made = self.fill(etree.Element("time"), node, depth, linked)
    if _DATETIME.fullmatch(node.get("when", "")):
        made.set("datetime", node.get("when", ""))
    shown = " – ".join(node.get(name, "") for name in ("when", "from", "to", "notBefore", "notAfter") if node.get(name))
    if shown:
        made.set("title", shown)
    return made


def _break(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A page or column break: its number, and a link to the picture where there is one on the web."""
    del self, depth
    name = local_name(node.tag)
    label = f"{BREAKS[name]} {node.get('n', '')}".strip() or node.get("unit", "") or name
    address = _facsimile(node)
    made = etree.Element("a", href=address) if address and not linked else etree.Element("span")
    made.text = f"[{label}]"
    return made


def _facsimile(node: etree._Element) -> str:
    """The web address of the picture that `@facs` names: its own, or that of the `graphic` in the element it points to."""
    target = (node.get("facs", "").split() or [""])[0]
    if not target.startswith("#"):
        return safe_href(target)
    holders = node.getroottree().getroot().iter(etree.Element)
    holder = next((each for each in holders if each.get(XML_ID) == target[1:]), None)
    graphic = next(holder.iter(tei("graphic")), None) if holder is not None else None
    return safe_href(graphic.get("url", "")) if graphic is not None else ""


def _lb(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A line break, unless it only cut a word or a paragraph in two."""
    del self, depth, linked
    return etree.Element("wbr" if node.get("break") in ("no", "maybe") else "br")


def _gap(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    made = self.fill(etree.Element("span"), node, depth, linked)
    extent = node.get("extent") or " ".join(filter(None, (node.get("quantity"), node.get("unit"))))
    said = ", ".join(filter(None, (node.get("reason"), extent)))
    made.text = "[…]" + (made.text or "")
    made.set("title", f"gap: {said}" if said else "gap")
    return made


def _link(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """`ref` and `ptr`: a link where the target is in the page or on the web, else the text with its target shown."""
    target = (node.get("target") or "").split(" ")[0]
    href = target if target.startswith("#") and len(target) > 1 else safe_href(target)
    made = etree.Element("a", href=href) if href and not linked else etree.Element("span")
    self.fill(made, node, depth, linked or made.tag == "a")
    if not len(made) and not (made.text or "").strip():
        made.text = target.lstrip("#") or "→"
    return made


def _note(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A note: in its place where it is a block or a mark of the page, else below the text, numbered and linked."""
    if node.get("type") == "signature-mark":
        return self.fill(etree.Element("span"), node, depth, linked)
    if _is_block(node):
        return self.fill(etree.Element("div", role="note"), node, depth, linked)
    number = len(self.notes) + 1
    body = etree.Element("li", id=f"_note{number}")
    self.notes.append(body)
    self.fill(body, node, depth, False)
    if lang := language_of(node):
        body.set("lang", lang)
        body.set("dir", direction(lang))
    back = etree.SubElement(body, "a", {"href": f"#_ref{number}", "class": "back", "aria-label": "Back to the text"})
    back.text = "↩"
    made = etree.Element("sup")
    mark = etree.SubElement(made, "a" if not linked else "span", {"id": f"_ref{number}"})
    if not linked:
        mark.set("href", f"#_note{number}")
    mark.text = node.get("n") or str(number)
    return made


def _graphic(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """A link to a picture: nothing is loaded from elsewhere before the reader asks for it."""
    url = node.get("url", "")
    href = safe_href(url)
    made = etree.Element("a", href=href) if href and not linked else etree.Element("span")
    made.text = f"[picture: {url.rsplit('/', 1)[-1] or 'without address'}]"
    return self.fill(made, node, depth, linked) if len(node) else made


def _binary(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    """What stands for a file written into the document: the file is in the TEI, and no text."""
    del self, depth, linked
    made = etree.Element("span")
    made.text = f"[embedded file: {node.get('mimeType') or 'of an unknown kind'}]"
    return made


def _anchor(self: Rendering, node: etree._Element, depth: int, linked: bool) -> etree._Element:
    del self, node, depth, linked
    return etree.Element("span")


def safe_href(target: str) -> str:
    """`target` where it is an address on the web or of a mailbox, else "": no script is ever run from a document."""
    try:
        parts = urlsplit(target.strip())
    except ValueError:
        return ""
    return (
        target.strip() if parts.scheme.lower() in _SAFE_SCHEMES and (parts.netloc or parts.scheme == "mailto") else ""
    )


_Maker = Callable[[Rendering, etree._Element, int, bool], etree._Element]

_SPECIAL: Mapping[str, _Maker] = {
    "anchor": _anchor,
    "binaryObject": _binary,
    "cell": _cell,
    "choice": _choice,
    "date": _date,
    "div": _div,
    "gap": _gap,
    "graphic": _graphic,
    "head": _head,
    "hi": _hi,
    "lb": _lb,
    "list": _list,
    "note": _note,
    "ptr": _link,
    "quote": _quote,
    "ref": _link,
    "table": _table,
    "time": _date,
    "name": _name,
    "rs": _name,
    **dict.fromkeys(BREAKS, _break),
    **dict.fromkeys(ENTITIES, _name),
}
