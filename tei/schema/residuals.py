"""What is left of a RELAX NG pattern after attributes, child elements and text: derivatives, each pattern made once.

Source: Clark, An algorithm for RELAX NG validation (2002). Patterns are numbers here; equal ones have one number, so that
what is worked out for one is known wherever it comes up again. A token is the set of the element or attribute patterns
that a child or an attribute may match, or text. What asks for the characters of a text (`data`, `value`, `list`) matches
nothing here: the language becomes smaller, never larger.
"""

from collections.abc import Iterable

from tei.schema.patterns import (
    Attribute,
    Choice,
    Data,
    Definition,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    Name,
    NameClass,
    NotAllowed,
    OneOrMore,
    Pattern,
    Ref,
    Text,
    Value,
    contains,
)

NONE, EMPTY, TEXT = 0, 1, 2
Token = frozenset[int]
TEXTS: Token = frozenset({TEXT})
_NOTHING: Token = frozenset()
_Leaf = Element | Attribute | Data | Value | List
_Node = tuple[str, tuple[int, ...]]


class Residuals:
    """The patterns of a grammar and what is left of them."""

    def __init__(self) -> None:
        self._nodes: list[_Node] = [("none", ()), ("empty", ()), ("text", ())]
        self._numbers: dict[_Node, int] = {}
        self._leaves: list[Token] = [_NOTHING, _NOTHING, TEXTS]  # of each: the patterns in it that tokens match
        self._nullable: list[bool] = [False, True, True]
        self._patterns: dict[int, _Leaf] = {}
        self._known: dict[int, tuple[Pattern, int]] = {}  # by identity of the pattern, which is kept with it
        self._referred: dict[Definition, int | None] = {}  # None while it is being read
        self._contents: dict[int, int] = {}  # of element patterns
        self._derived: dict[tuple[int, Token], int] = {}
        self._closed: dict[int, int] = {}
        self._by_name: dict[tuple[int, type], dict[str, list[int]]] = {}

    def __len__(self) -> int:
        return len(self._nodes)

    def nullable(self, node: int) -> bool:
        """Whether it matches nothing at all: an element may end here."""
        return self._nullable[node]

    def content(self, element: int) -> int:
        """The content of an element pattern, with its attributes."""
        if element not in self._contents:
            pattern = self._patterns[element]
            assert isinstance(pattern, Element)
            self._contents[element] = self.number(pattern.content)
        return self._contents[element]

    def value(self, attribute: int) -> Pattern:
        """The pattern of an attribute's value."""
        pattern = self._patterns[attribute]
        assert isinstance(pattern, Attribute)
        return pattern.value

    def number(self, pattern: Pattern) -> int:
        """The number of a pattern. Elements and attributes in it are leaves, whose content is not looked at."""
        match pattern:
            case Ref():
                return self._of_definition(pattern.definition)
            case Choice():
                return self._choice(map(self.number, pattern.parts))
            case Group():
                return self._all("group", map(self.number, pattern.parts))
            case Interleave():
                return self._all("interleave", map(self.number, pattern.parts))
            case OneOrMore():
                return self._more(self.number(pattern.of))
            case Element() | Attribute() | Data() | Value() | List():
                return self._leaf(pattern)
            case Text():
                return TEXT
            case Empty():
                return EMPTY
            case NotAllowed():
                return NONE

    def offered(self, node: int, name: str, kind: type[Element] | type[Attribute]) -> tuple[int, ...]:
        """The leaves of a kind, in the pattern, that have `name` (in Clark notation)."""
        if (node, kind) not in self._by_name:
            self._by_name[node, kind] = self._index(node, kind)
        named = self._by_name[node, kind]
        others = [leaf for leaf in named.get("", ()) if contains(self._names(leaf), name)]
        return tuple(sorted({*named.get(name, ()), *others}))

    def value_alone(self, node: int) -> Pattern | None:
        """The datatype, where a content is nothing but a value."""
        pattern = self._patterns.get(node)
        return pattern if isinstance(pattern, Data | Value | List) else None

    def after(self, node: int, token: Token) -> int:
        """What is left after a child element or text."""
        return self._derive(node, token, ordered=True)

    def after_attribute(self, node: int, token: Token) -> int:
        """What is left after an attribute; attributes have no order."""
        return self._derive(node, token, ordered=False)

    def closed(self, node: int) -> int:
        """What is left when the start tag ends: attributes still asked for match nothing."""
        if node not in self._closed:
            kind, parts = self._nodes[node]
            if node in self._patterns:
                left = NONE if isinstance(self._patterns[node], Attribute) else node
            elif kind == "choice":
                left = self._choice(map(self.closed, parts))
            elif kind == "more":
                left = self._more(self.closed(parts[0]))
            elif parts:
                left = self._all(kind, map(self.closed, parts))
            else:
                left = node
            self._closed[node] = left
        return self._closed[node]

    def _index(self, node: int, kind: type[Element] | type[Attribute]) -> dict[str, list[int]]:
        """The leaves of a kind by their name; those that do not have just one name under ""."""
        found: dict[str, list[int]] = {}
        for leaf in self._leaves[node]:
            if isinstance(self._patterns.get(leaf), kind):
                names = self._names(leaf)
                found.setdefault(names.clark if isinstance(names, Name) else "", []).append(leaf)
        return found

    def _names(self, leaf: int) -> NameClass:
        pattern = self._patterns[leaf]
        assert isinstance(pattern, Element | Attribute)
        return pattern.names

    def _of_definition(self, definition: Definition) -> int:
        if definition not in self._referred:
            self._referred[definition] = None
            self._referred[definition] = self.number(definition.pattern)
        number = self._referred[definition]
        if number is None:
            raise definition.refused("refers to itself outside an element")  # forbidden by 4.19, and without an end
        return number

    def _leaf(self, pattern: _Leaf) -> int:
        if id(pattern) not in self._known:
            number = self._new(("leaf", (len(self._nodes),)), nullable=False)
            self._leaves[number] = frozenset({number})
            self._patterns[number] = pattern
            self._known[id(pattern)] = (pattern, number)
        return self._known[id(pattern)][1]

    def _derive(self, node: int, token: Token, *, ordered: bool) -> int:
        if self._leaves[node].isdisjoint(token):
            return NONE
        key = (node, token)
        if key not in self._derived:  # a token is of attributes or not, so that `ordered` follows from it
            self._derived[key] = self._worked_out(node, token, ordered=ordered)
        return self._derived[key]

    def _worked_out(self, node: int, token: Token, *, ordered: bool) -> int:
        kind, parts = self._nodes[node]
        if kind == "text":
            return TEXT
        if kind == "leaf":
            return EMPTY
        if kind == "choice":
            return self._choice(self._derive(part, token, ordered=ordered) for part in parts)
        if kind == "more":
            left = self._derive(parts[0], token, ordered=ordered)
            return self._all("group", (left, self._choice((node, EMPTY))))
        options = []
        for place, part in enumerate(parts):
            before = () if kind == "group" and ordered else parts[:place]
            left = self._derive(part, token, ordered=ordered)
            if left != NONE:
                options.append(self._all(kind, (*before, left, *parts[place + 1 :])))
            if kind == "group" and ordered and not self._nullable[part]:
                break
        return self._choice(options)

    def _choice(self, parts: Iterable[int]) -> int:
        flat: dict[int, None] = {}
        for part in parts:
            kind, inner = self._nodes[part]
            flat.update(dict.fromkeys(inner if kind == "choice" else (part,)))
        flat.pop(NONE, None)
        if len(flat) < 2:
            return next(iter(flat), NONE)
        return self._node("choice", tuple(sorted(flat)), nullable=any(self._nullable[part] for part in flat))

    def _all(self, kind: str, parts: Iterable[int]) -> int:
        kept: list[int] = []
        for part in parts:
            if part == NONE:
                return NONE
            inner = self._nodes[part]
            kept += inner[1] if inner[0] == kind else (part,) if part != EMPTY else ()
        if len(kept) < 2:
            return kept[0] if kept else EMPTY
        ordered = kept if kind == "group" else sorted(kept)
        return self._node(kind, tuple(ordered), nullable=all(self._nullable[part] for part in kept))

    def _more(self, part: int) -> int:
        if part in (NONE, EMPTY, TEXT) or self._nodes[part][0] == "more":
            return part
        return self._node("more", (part,), nullable=self._nullable[part])

    def _node(self, kind: str, parts: tuple[int, ...], *, nullable: bool) -> int:
        node = (kind, parts)
        if node not in self._numbers:
            self._numbers[node] = self._new(node, nullable=nullable)
        return self._numbers[node]

    def _new(self, node: _Node, *, nullable: bool) -> int:
        self._nodes.append(node)
        self._nullable.append(nullable)
        self._leaves.append(
            _NOTHING.union(*(self._leaves[part] for part in node[1])) if node[0] != "leaf" else _NOTHING
        )
        return len(self._nodes) - 1
