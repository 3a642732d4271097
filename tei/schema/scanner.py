"""The way of the automaton through a document that is read at once: its tags, taken by one regular expression.

expat proves first that the document is well-formed, and calls no Python for it. Then a tag as it is written leads from
state to state by one look-up, an element that holds only text as one step. What a tag means is worked out when it is
first met in a state, by the same steps as in a stream (`tei.schema.acceptor`). The plain form of XML is read here:
anything else, such as a prefix, a reference in an attribute or a “>” in one, is `Unusual`, and left to the stream.
"""

import re

from tei.names import XML_NS
from tei.schema.acceptor import (
    DEEPEST,
    NOWHERE,
    SEPARATOR,
    Gathered,
    Grower,
    Key,
    State,
    Step,
    Tables,
    Undecided,
    entered,
    filled,
    left,
    prove,
)

LONGEST = 1 << 20  # bytes of a document: its tags are all in memory at once
_MOST = 20_000  # tags remembered
# A start tag, with “<” after its text where its end tag is next; or “/” of an end tag; then text.
_TOKEN = re.compile(rb"<(?:([^/!?][^>]*)>(?:(?<!/>)([^<]*<)/[^>]*>)?|(/)[^>]*>|!--.*?-->|\?.*?\?>)([^<]*)", re.DOTALL)
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*<([^!?>]+)>", re.DOTALL)
_NAMESPACE = re.compile(rb'\sxmlns="([\w:/.#-]+)"')
# A start tag without the values of its attributes. expat has seen that its names are names.
_SHAPE = re.compile(r"""([^\s/:"'=]+)((?:\s+(?:xml:)?[^\s/:"'=]+\s*=\s*"")*)\s*(/?)""")
_ATTRIBUTE = re.compile(r"([^\s=]+)\s*=")
_SPACES = bytes.maketrans(b"\n\t", b"  ")


class Unusual(Exception):
    """The document is not in the plain form that can be scanned."""


class Tag:
    """What a start tag, as written, does in a state where it is allowed.

    `child` is the state inside, None for an empty-element tag. `blank` is the state after the element when it holds
    nothing or white space, `full` that when it holds other text; None while not known. `identifier`, `pointers` and
    `link` are to be gathered; `is_plain` says that there are none.
    """

    __slots__ = ("blank", "child", "full", "identifier", "is_plain", "link", "pointers", "step")

    def __init__(self, step: Step, attributes: list[str], *, is_empty: bool) -> None:
        self.step = step
        self.child = None if is_empty else step.child
        self.blank: State | None = None
        self.full: State | None = None
        self.identifier = attributes[step.identifier] if step.identifier else None
        self.pointers = [attributes[place] for place in step.pointers if "#" in attributes[place]]
        self.link = (self.identifier or "", attributes[step.link]) if step.link else None
        self.is_plain = self.identifier is None and not self.pointers and self.link is None


class Scanner:
    """Scans documents with the automaton in `tables`, all of them in one namespace: that of the first."""

    def __init__(self, tables: Tables, grow: Grower) -> None:
        self._tables = tables
        self._grow = grow
        self._namespace: str | None = None
        self._shapes: dict[str, tuple[Key, int, bool]] = {}  # key, place of the namespace, whether the element is empty
        self._known = 0  # tags

    def gather(self, data: bytes) -> Gathered:
        """The ids and pointers of a document that certainly matches the grammar.

        Undecided where that is not certain, ExpatError where it is not well-formed, Unusual where the stream must tell.
        """
        prove(data)
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as XML asks (2.11)
        namespace = _namespace(data)
        if self._namespace is None:
            self._namespace = namespace
        if namespace != self._namespace or b"<![" in data:
            raise Unusual
        if self._known > _MOST:
            self._forget()
        return self._scanned(data)

    def _scanned(self, data: bytes) -> Gathered:
        state = self._tables.states[0]
        stack: list[Step] = []
        value: list[str] = []
        identifiers: list[str] = []
        pointers: list[str] = []
        links: list[tuple[str, str]] = []
        for start, content, end, text in _TOKEN.findall(data):
            if start:
                try:
                    tag = state.tags[start]
                except KeyError:
                    tag = self._met(state, start)
                if not tag.is_plain:
                    pointers += tag.pointers
                    if tag.identifier is not None:
                        identifiers.append(tag.identifier)
                    if tag.link is not None:
                        links.append(tag.link)
                if content and content != b"<":
                    state = tag.full if tag.full and not content[:-1].isspace() else self._around(tag, content[:-1])
                elif content or tag.child is None:
                    state = tag.blank or self._around(tag, b"")
                else:
                    if len(stack) > DEEPEST:
                        raise Undecided
                    stack.append(tag.step)
                    state = tag.child
            elif end:
                step = stack.pop()
                try:
                    state = step.after[state.accepts]
                except KeyError:
                    state = left(step, state, value, self._grow)
            if text and state.text is not state:
                if state.value is not None:
                    value.append(_characters(text))
                elif not text.isspace():
                    after = state.text
                    state = after if after and after is not NOWHERE else self._filled(state, text)
        if not state.accepts:
            raise Undecided
        return Gathered(identifiers, pointers, links)

    def _met(self, state: State, start: bytes) -> Tag:
        """What a start tag does that was not met before in a state."""
        text = _characters(start.translate(_SPACES))
        attributes = text.split('"')  # values have the places that they have in expat's list
        shape = '""'.join(attributes[::2])
        key, namespace, is_empty = self._shapes.get(shape) or self._read(shape)
        if namespace:
            del attributes[namespace - 1 : namespace + 1]
        step = entered(state, key, attributes, self._grow)
        state.tags[start] = tag = Tag(step, attributes, is_empty=is_empty)
        self._known += 1
        return tag

    def _read(self, shape: str) -> tuple[Key, int, bool]:
        """What a start tag without its values says; Unusual where it is not in the plain form."""
        match = _SHAPE.fullmatch(shape)
        if match is None:
            raise Unusual
        names = _ATTRIBUTE.findall(match[2])
        namespace = 2 * names.index("xmlns") + 1 if "xmlns" in names else 0
        known = tuple(_expanded(name) for name in names if name != "xmlns")
        element = f"{self._namespace}{SEPARATOR}{match[1]}" if self._namespace else match[1]
        self._shapes[shape] = read = ((element, *known) if known else element, namespace, bool(match[3]))
        return read

    def _around(self, tag: Tag, text: bytes) -> State:
        """The state after an element that holds this text."""
        inside = tag.step.child
        if text.strip() and inside.value is None:
            tag.full = left(tag.step, self._filled(inside, text), [], self._grow)
            return tag.full
        after = left(tag.step, inside, [_characters(text)], self._grow)
        if inside.value is None or not text:
            tag.blank = after
        return after

    def _filled(self, state: State, text: bytes) -> State:
        """The state after text; Unusual where a reference may hide that it is white space."""
        if b"&#" in text:
            raise Unusual
        return filled(state, self._grow)

    def _forget(self) -> None:
        for state in self._tables.states:
            state.tags.clear()
        self._shapes.clear()
        self._known = 0


def _namespace(data: bytes) -> str:
    """The namespace of all elements, declared on the root or not at all; Unusual where it is another way."""
    root = _ROOT.match(data)
    declared = _NAMESPACE.search(root[1]) if root else None
    if root is None or data.count(b"xmlns") != (declared is not None):
        raise Unusual
    return declared[1].decode() if declared else ""


def _expanded(name: str) -> str:
    """The name of an attribute as expat gives it."""
    return f"{XML_NS}{SEPARATOR}{name[4:]}" if name.startswith("xml:") else name


def _characters(text: bytes) -> str:
    if b"&" in text:
        raise Unusual
    return text.decode()
