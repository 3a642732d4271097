"""Random documents that an XSD allows, and small damage to documents. The same seed gives the same document."""

import random
from collections.abc import Iterator
from copy import deepcopy

import xmlschema
from lxml import etree
from xmlschema.validators import XsdElement, XsdGroup

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# What attributes and simple elements are given, where their type takes it. Many are there to be refused, or to be
# taken by one validator and refused by another.
VALUES = (
    "a", "Ab-c.d_1", "x y", "high", "bold italic", "participant signatory", "gap1 lost", "1", "0", "007", "100", "101",
    "-1", "+5", "1.0", "1e3", "999999999999", "0.1.0", "12a3.4b5.6c7.8", "1.2.3.4.5", "1958", "0000", "0001", "-0500",
    "1958-08", "1958-13", "-0044-03", "1958-08-03", "1900-02-29", "2000-02-29", "0004-02-29", "-0004-02-29", "--08-03",
    "1958Z", "1958-08-03Z", "1958-08-03T12:00:00", "12-30", "12-", " 1958 ", " a  b ", "#encoder", "#zh.p1 #en.p1",
    "#毛.p1", "# a", "#", "a#b", "https://example.org/a%20b?c=d&e=f#g", "https://zh.wikipedia.org/wiki/毛泽东",
    "https://example.org/a%2", "https://example.org/{a}|^`", "a#b#c", "1a:b", ":b", "http://[::1]/", "mailto:a@b.org",
    "http:", "urn:isbn:1", "../sources/a b.txt", "../sources/a.txt", "<>\"'\\", "#a https://example.org/ #b", "en",
    "zh-Hans", "sr-Latn-RS", "en-US-x-abc", "i-klingon", "x", "und", "EN", "de-1996", "es-419", "/TEI/text//p", ".//p",
    "@xml:id", ".", "第一条", "一 二", "（签字）", "\u3000", "\u00a0", "😀", "e\u0301",
)  # fmt: skip
TEXTS = ("", " ", "\n  ", "text", "中国 ", " and ", "<&>", "毛\u3000泽\u3000东", "…😀", "\u00a0")


class RandomEditions:
    """Makes documents by walking the particles of a schema as xmlschema has read it."""

    def __init__(self, schema: xmlschema.XMLSchema, seed: int, *, depth: int = 9) -> None:
        self._schema = schema
        self._random = random.Random(seed)
        self._depth = depth
        self._ids = 0
        self._heights = _heights(schema)
        self._values: dict[int, tuple[str, ...]] = {}

    def document(self) -> etree._Element:
        """A document that the schema allows: any element declared at the top level may be its root."""
        self._ids = 0
        return self._element(self._random.choice(list(self._schema.elements.values())), 0)

    def _element(self, declaration: XsdElement, depth: int) -> etree._Element:
        type_ = declaration.type
        element = etree.Element(declaration.name)
        for name, attribute in self._attributes(declaration):
            if attribute.use == "required" or self._random.random() < 0.2:
                element.set(name, self._value(attribute.type))
        self._drop_clashes(element, declaration)
        if type_.has_simple_content():
            element.text = self._value(type_.content)
            return element
        for child in self._particle(type_.content, depth):
            element.append(self._element(child, depth + 1))
            element[-1].tail = self._text(mixed=type_.mixed)
        if not type_.is_empty():
            element.text = self._text(mixed=type_.mixed)
        return element

    def _attributes(self, declaration: XsdElement) -> Iterator[tuple[str, object]]:
        return ((name, attribute) for name, attribute in declaration.attributes.items() if name is not None)

    def _drop_clashes(self, element: etree._Element, declaration: XsdElement) -> None:
        """Keeps one of the attributes that a field of an identity constraint names together."""
        for identity in declaration.identities:
            for field in identity.fields:
                there = [name for name in field.path.replace("@", "").split("|") if element.get(name)]
                for name in self._random.sample(there, max(0, len(there) - 1)):
                    del element.attrib[name]

    def _particle(self, group: XsdGroup, depth: int) -> Iterator[XsdElement]:
        for _ in range(self._times(group, depth)):
            if isinstance(group, XsdElement):
                yield group
            elif group.model == "choice":
                yield from self._particle(self._alternative(group, depth), depth)
            else:
                parts = list(group)
                if group.model == "all":
                    self._random.shuffle(parts)
                for part in parts:
                    yield from self._particle(part, depth)

    def _times(self, particle: XsdGroup | XsdElement, depth: int) -> int:
        least, most = particle.min_occurs, particle.max_occurs
        if depth >= self._depth:
            return least
        more = 0
        while (most is None or least + more < most) and self._random.random() < 0.45 and more < 4:
            more += 1
        return least + more

    def _alternative(self, group: XsdGroup, depth: int) -> XsdGroup | XsdElement:
        if depth < self._depth:
            return self._random.choice(list(group))
        lowest = min(_height(part, self._heights) for part in group)
        return self._random.choice([part for part in group if _height(part, self._heights) == lowest])

    def _text(self, *, mixed: bool) -> str:
        return self._random.choice(TEXTS if mixed else TEXTS[:3])

    def _value(self, type_: object) -> str:
        if type_.name == "{http://www.w3.org/2001/XMLSchema}ID":
            self._ids += 1
            return f"id{self._ids}"
        if type_.name == "{http://www.w3.org/2001/XMLSchema}string":
            return self._random.choice(VALUES)
        if id(type_) not in self._values:
            listed = map(str, type_.enumeration or ())
            self._values[id(type_)] = tuple(dict.fromkeys(v for v in (*listed, *VALUES) if type_.is_valid(v)))
        return self._random.choice(self._values[id(type_)])

    def damage(self, root: etree._Element) -> etree._Element:
        """A copy of `root` with one thing changed. It may still be valid: the point is who says so."""
        copy = deepcopy(root)
        elements = [element for element in copy.iter() if element is not copy]
        element = self._random.choice(elements)
        other = self._random.choice(elements)
        parent = element.getparent()
        match self._random.randrange(9):
            case 0:
                parent.remove(element)
            case 1 if element.attrib:
                del element.attrib[self._random.choice(list(element.attrib))]
            case 2:
                element.set(self._random.choice(("unknown", "type", "when", "n", "ref", "status")), "x")
            case 3:
                element.tag = other.tag
            case 4:
                parent.insert(0, element)
            case 5:
                twin = deepcopy(element)
                for inside in twin.iter():
                    inside.attrib.pop(XML_ID, None)
                element.addnext(twin)
            case 6:
                element.text = "stray"
            case 7 if element.attrib:
                name = self._random.choice([key for key in element.attrib if key != XML_ID] or ["n"])
                element.set(name, self._random.choice(VALUES))
            case _:
                for child in element:
                    element.remove(child)
        return copy


def _heights(schema: xmlschema.XMLSchema) -> dict[int, int]:
    """For each complex type, how deep its smallest element is: by repetition until nothing gets lower."""
    types = {id(e.type): e.type for e in schema.iter_components(XsdElement) if e.type.has_complex_content()}
    heights = dict.fromkeys(types, 1000)
    changed = True
    while changed:
        changed = False
        for key, type_ in types.items():
            height = _height(type_.content, heights)
            if height < heights[key]:
                heights[key], changed = height, True
    return heights


def _height(particle: XsdGroup | XsdElement, heights: dict[int, int]) -> int:
    if particle.min_occurs == 0:
        return 0
    if isinstance(particle, XsdElement):
        return 1 + heights.get(id(particle.type), 0)
    parts = [_height(part, heights) for part in particle]
    if not parts:
        return 0
    return min(parts) if particle.model == "choice" else max(parts)
