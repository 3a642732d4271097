"""XPath that means the same in every version of XPath, written as XPath 1.0: libxml2 evaluates it in microseconds.

Most tests of Schematron schemas ask for names, attributes and counts. Where XPath 1 and 2 must agree on such an
expression, there is no need for an engine of XPath 2, whose loading alone takes longer than most checks. They disagree
on numbers, on functions of more than one node, and on errors (XPath 2.0, appendix I.1): an expression with any of these
is not plain. `eq` and its kin are taken where both sides have at most one item: then they are what `=` is.

Five functions of XPath 2 are given to libxml2 (`tei.schema.schematron_functions`), and `every $x in a satisfies b` is
written as `not(a[not(b)])`: rules on what the pointers of an attribute lead to are plain too.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from tei.schema.schematron_functions import PREFIX

_TOKENS = re.compile(
    r"""\s* (?: (?P<string> "[^"]*" | '[^']*' ) | (?P<number> \d+ (?![\w.]) )
    | (?P<name> \*:[^\W\d][\w.-]* | [^\W\d][\w.-]* (?: :(?!:) (?: \* | [^\W\d][\w.-]* ) )? )
    | (?P<sign> :: | // | \.\. | != | <= | >= | << | >> | \|\| | := | => | \(: | . ) )""",
    re.VERBOSE,
)
_AXES = frozenset(
    """ancestor ancestor-or-self attribute child descendant descendant-or-self following following-sibling parent
    preceding preceding-sibling self""".split()
)
_KIND_TESTS = frozenset({"node", "text", "comment", "processing-instruction"})
_VALUE_COMPARISONS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


CURRENT = "node-of-rule"  # the variable that stands for `current()`


class Kind(Enum):
    """What an expression gives: any number of nodes, at most one, any number of strings, or a single value."""

    NODES = "nodes"
    NODE = "node"
    STRINGS = "strings"
    STRING = "string"
    NUMBER = "number"
    DOUBLE = "double"  # a number that the versions of XPath write in different ways
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Plain:
    """An expression as XPath 1.0, and what it gives."""

    text: str
    kind: Kind
    uses_current: bool = False  # whether the variable CURRENT, the node that a rule is for, stands in it
    counts: bool = False  # whether a predicate may ask for a position


_Operand = Callable[[], Plain]


class _NotPlain(Exception):
    """The expression needs more than XPath 1.0."""


@lru_cache(maxsize=4096)
def plain(expression: str) -> Plain | None:
    """`expression` as XPath 1.0, or None where the versions of XPath could differ on it."""
    try:
        parser = _Parser(expression)
        found = parser.disjunction()
        whole = parser.at_end() and found.kind is not Kind.STRINGS
        return Plain(found.text, found.kind, parser.uses_current, parser.counts) if whole else None
    except (_NotPlain, RecursionError):
        return None


def tokens(expression: str) -> Iterator[tuple[str, str, int]]:
    """The kind (string, number, name or sign), the text and the offset of each token."""
    for match in _TOKENS.finditer(expression):
        kind = str(match.lastgroup)
        yield kind, match[kind], match.start(kind)


# What these functions give, and of which arguments; `?` is one that may be left out, for which the context node stands.
_ONE = (Kind.NODE, Kind.STRING)
_ANY_NODES = (Kind.NODES, Kind.NODE)
_ANY = (*_ANY_NODES, Kind.STRINGS)
_TRUTH = tuple(kind for kind in Kind if kind is not Kind.STRINGS)  # several strings are an error, unlike nodes
_FUNCTIONS: dict[str, tuple[Kind, tuple[tuple[Kind, ...], ...], int]] = {
    "true": (Kind.BOOLEAN, (), 0),
    "false": (Kind.BOOLEAN, (), 0),
    "not": (Kind.BOOLEAN, (_TRUTH,), 1),
    "boolean": (Kind.BOOLEAN, (_TRUTH,), 1),
    "count": (Kind.NUMBER, (_ANY,), 1),
    "exists": (Kind.BOOLEAN, (_ANY,), 1),
    "empty": (Kind.BOOLEAN, (_ANY,), 1),
    "position": (Kind.NUMBER, (), 0),
    "last": (Kind.NUMBER, (), 0),
    "string": (Kind.STRING, (_ONE,), 0),
    "normalize-space": (Kind.STRING, (_ONE,), 0),
    "string-length": (Kind.NUMBER, (_ONE,), 0),
    "name": (Kind.STRING, ((Kind.NODE,),), 0),
    "local-name": (Kind.STRING, ((Kind.NODE,),), 0),
    "contains": (Kind.BOOLEAN, (_ONE, _ONE), 2),
    "starts-with": (Kind.BOOLEAN, (_ONE, _ONE), 2),
    "substring-before": (Kind.STRING, (_ONE, _ONE), 2),
    "substring-after": (Kind.STRING, (_ONE, _ONE), 2),
    "translate": (Kind.STRING, (_ONE, _ONE, _ONE), 3),
    "concat": (Kind.STRING, (_ONE,) * 20, 2),
    "substring": (Kind.STRING, (_ONE, (Kind.NUMBER,), (Kind.NUMBER,)), 2),
    "id": (Kind.NODES, ((*_ANY, Kind.STRING),), 1),
    "number": (Kind.DOUBLE, (_ONE,), 1),
    "sum": (Kind.DOUBLE, (_ANY_NODES,), 1),
    "compare": (Kind.NUMBER, ((Kind.STRING,), (Kind.STRING,)), 2),
    "tokenize": (Kind.STRINGS, (_ONE, (Kind.STRING,)), 2),
}
_RENAMED = {
    "exists": "boolean", "empty": "not",
    **{name: f"{PREFIX}:{name}" for name in ("id", "number", "sum", "compare", "tokenize")},
}  # fmt: skip
# Separators that as regular expressions mean themselves; and white space, which `tokenize` of ours knows.
_SEPARATOR = re.compile(r"""(["'])(?:[\w ,;:/#-]+|\\s\+)\1""")


class _Parser:
    """Recursive descent over the tokens; each method reads one production of XPath 1.0 and writes it again."""

    def __init__(self, expression: str) -> None:
        self._tokens = [*((kind, text) for kind, text, _ in tokens(expression)), ("end", ""), ("end", "")]
        self._at = 0
        self.uses_current = False
        self.counts = False
        self._predicate = 0  # how many predicates we are in
        # Predicates where XPath 2 has another context item than libxml2, and the variable for the latter: "" is “.”
        self._items: dict[int, tuple[str, Plain]] = {}

    def at_end(self) -> bool:
        return self._tokens[self._at][0] == "end"

    def disjunction(self) -> Plain:
        if self._tokens[self._at][1] in ("every", "some") and self._tokens[self._at + 1] == ("sign", "$"):
            return self._quantified()
        return self._logical("or", lambda: self._logical("and", self._comparison))

    def _quantified(self) -> Plain:
        """`every $name in items satisfies condition`, or `some`, as a predicate on the items."""
        every = self._next()[1] == "every"
        self._expect("$")
        name = self._next()[1]
        self._expect("in")
        items = self._union()
        if items.kind not in _ANY:
            raise _NotPlain
        self._expect("satisfies")
        condition = self._inside(name, items.kind, self.disjunction)
        if condition.kind is Kind.STRINGS:
            raise _NotPlain
        negated = f"not(({items.text})[not({condition.text})])"
        return Plain(negated if every else f"boolean(({items.text})[boolean({condition.text})])", Kind.BOOLEAN)

    def _inside(self, name: str, items: Kind, read: _Operand) -> Plain:
        """What `read` reads as a predicate on `items`, of which each is called `name`."""
        self._predicate += 1
        each = Plain("string(.)", Kind.STRING) if items is Kind.STRINGS else Plain("self::node()", Kind.NODE)
        if name or items is Kind.STRINGS:
            self._items[self._predicate] = (name, each)
        found = read()
        self._items.pop(self._predicate, None)
        self._predicate -= 1
        return found

    def _logical(self, operator: str, operand: _Operand) -> Plain:
        found = operand()
        while self._takes("name", operator):
            right = operand()
            if Kind.STRINGS in (found.kind, right.kind):
                raise _NotPlain
            found = Plain(f"{found.text} {operator} {right.text}", Kind.BOOLEAN)
        return found

    def _comparison(self) -> Plain:
        left = self._union()
        kind, operator = self._tokens[self._at]
        value = kind == "name" and operator in _VALUE_COMPARISONS
        if not value and operator not in ("=", "!=", "<", "<=", ">", ">="):
            return left
        self._at += 1
        sign = _VALUE_COMPARISONS[operator] if value else operator
        if (listed := self._listed()) is not None:
            if operator != "=" or left.kind not in (*_ANY, Kind.STRING):
                raise _NotPlain
            return Plain(f"({' or '.join(f'{left.text} = {text}' for text in listed)})", Kind.BOOLEAN)
        right = self._union()
        one = {left.kind, right.kind} <= {Kind.NODE, Kind.STRING}
        numbers = {left.kind, right.kind} <= {Kind.NUMBER, Kind.DOUBLE}
        texts = {left.kind, right.kind} <= {*_ANY, Kind.STRING}
        if not (numbers or (sign in ("=", "!=") and (one or (texts and not value)))):
            raise _NotPlain
        return Plain(f"{left.text} {sign} {right.text}", Kind.BOOLEAN)

    def _listed(self) -> list[str] | None:
        """The strings of `('a', 'b')`, if this is what comes next."""
        start = self._at
        texts: list[str] = []
        while self._takes("sign", "," if texts else "("):
            kind, text = self._tokens[self._at]
            if kind != "string":
                break
            self._at += 1
            texts.append(text)
        if len(texts) > 1 and self._takes("sign", ")"):
            return texts
        self._at = start
        return None

    def _union(self) -> Plain:
        found = self._path()
        while self._takes("sign", "|") or self._takes("name", "union"):
            right = self._path()
            if not {found.kind, right.kind} <= {Kind.NODES, Kind.NODE}:
                raise _NotPlain
            found = Plain(f"{found.text} | {right.text}", Kind.NODES)
        return found

    def _path(self) -> Plain:
        kind, text = self._tokens[self._at]
        if self._predicate in self._items and not (self._begins_with_value() or text == "."):
            raise _NotPlain  # a path from the context item, which is not libxml2's
        if text in ("/", "//") and kind == "sign":
            self._at += 1
            if text == "/" and not self._is_step():
                return Plain("/", Kind.NODE)
            return Plain(text + self._steps().text, Kind.NODES)
        if self._begins_with_value() or self._predicate in self._items:
            return self._filtered()
        return self._steps()

    def _filtered(self) -> Plain:
        """A literal, a call or an expression in parentheses, with what is asked of the nodes that it gives."""
        found = self._primary()
        if self._tokens[self._at][1] in ("[", "/", "//"):
            if found.kind not in _ANY:
                raise _NotPlain
            kind = found.kind if found.kind is Kind.STRINGS else Kind.NODES
            found = Plain(found.text + self._predicates(kind), kind)
            if kind is Kind.STRINGS and self._tokens[self._at][1] in ("/", "//"):
                raise _NotPlain
            while self._tokens[self._at][1] in ("/", "//"):
                separator = self._next()[1]
                found = Plain(found.text + separator + self._step().text, Kind.NODES)
        return found

    def _primary(self) -> Plain:
        kind, text = self._next()
        if kind == "string" and self._tokens[self._at][0] != "string":  # two in a row are one with a quote in it
            return Plain(text, Kind.STRING)
        if kind == "number":
            return Plain(text, Kind.NUMBER)
        if text == "(":
            inner = self.disjunction()
            self._expect(")")
            return Plain(f"({inner.text})", inner.kind)
        if text in ("$", ".") and kind == "sign":
            return self._item(self._next()[1] if text == "$" else "")
        if kind == "name" and text in _FUNCTIONS:
            return self._call(text)
        if text == "current" and self._takes("sign", "(") and self._takes("sign", ")"):
            self.uses_current = True
            return Plain(f"${CURRENT}", Kind.NODE)
        raise _NotPlain

    def _item(self, name: str) -> Plain:
        """The variable of a quantified expression, or “.” where the items are strings: libxml2's context item."""
        known, each = self._items.get(self._predicate, (None, None))
        if each is None or known != name:
            raise _NotPlain
        return each

    def _call(self, name: str) -> Plain:
        gives, parameters, required = _FUNCTIONS[name]
        moved = self._predicate in self._items
        self._expect("(")
        arguments: list[Plain] = []
        while not self._takes("sign", ")"):
            if arguments:
                self._expect(",")
            arguments.append(self.disjunction())
        positional = name in ("position", "last") and (moved or not self._predicate)  # of what, libxml2 does not know
        of_context = moved and len(parameters) == 1 and not arguments
        if positional or of_context or not required <= len(arguments) <= len(parameters):
            raise _NotPlain
        if any(argument.kind not in kinds for argument, kinds in zip(arguments, parameters, strict=False)):
            raise _NotPlain
        if name == "tokenize" and not _SEPARATOR.fullmatch(arguments[1].text):
            raise _NotPlain
        texts = [argument.text for argument in arguments]
        if _RENAMED.get(name, "").startswith(PREFIX):  # libxml2 converts what it gives its own functions only
            texts = [
                f"string({each.text})" if each.kind is Kind.NODE and name != "sum" else each.text for each in arguments
            ]
        return Plain(f"{_RENAMED.get(name, name)}({', '.join(texts)})", gives)

    def _steps(self) -> Plain:
        found = self._step()
        while self._tokens[self._at][1] in ("/", "//"):
            separator = self._next()[1]
            step = self._step()
            single = separator == "/" and found.kind is step.kind is Kind.NODE
            found = Plain(found.text + separator + step.text, Kind.NODE if single else Kind.NODES)
        return found

    def _step(self) -> Plain:
        kind, text = self._next()
        if text in (".", ".."):
            return Plain(text, Kind.NODE)  # neither may have a predicate in XPath 1
        axis = ""
        if text == "@":
            axis, (kind, text) = "attribute", self._next()
        elif kind == "name" and self._takes("sign", "::"):
            if text not in _AXES:
                raise _NotPlain
            axis, (kind, text) = text, self._next()
        test, one = self._node_test(kind, text)
        predicates = self._predicates()
        single = axis in ("self", "parent") or (axis == "attribute" and one) or predicates.endswith("[1]")
        prefix = f"{axis}::" if axis else ""
        return Plain(prefix + test + predicates, Kind.NODE if single else Kind.NODES)

    def _node_test(self, kind: str, text: str) -> tuple[str, bool]:
        """A test of names or kinds as XPath 1.0, and whether it can hold for one attribute only."""
        if text == "*":
            return text, False
        if kind != "name":
            raise _NotPlain
        if self._takes("sign", "("):
            if text not in _KIND_TESTS or not self._takes("sign", ")"):
                raise _NotPlain
            return f"{text}()", False
        if text.startswith("*:"):
            return f"*[local-name()='{text[2:]}']", False
        return text, not text.endswith(":*")

    def _predicates(self, items: Kind = Kind.NODES) -> str:
        found = ""
        while self._takes("sign", "["):
            inner = self._inside("", items, self.disjunction)
            if inner.kind is Kind.STRINGS:
                raise _NotPlain
            positional = inner.kind in (Kind.NUMBER, Kind.DOUBLE)
            self.counts = self.counts or positional or "position()" in inner.text or "last()" in inner.text
            found += f"[{inner.text}]"
            self._expect("]")
        return found

    def _begins_with_value(self) -> bool:
        """Whether a literal, a variable, a parenthesis or a call comes next, and no step."""
        kind, text = self._tokens[self._at]
        return kind in ("string", "number") or (kind == "sign" and text in ("(", "$")) or self._is_function()

    def _is_step(self) -> bool:
        kind, text = self._tokens[self._at]
        return kind == "name" or text in ("@", "*", ".", "..")

    def _is_function(self) -> bool:
        kind, text = self._tokens[self._at]
        return kind == "name" and text not in _KIND_TESTS and self._tokens[self._at + 1] == ("sign", "(")

    def _takes(self, kind: str, text: str) -> bool:
        taken = self._tokens[self._at] == (kind, text)
        self._at += int(taken)
        return taken

    def _expect(self, text: str) -> None:
        if not self._takes("name" if text.isalpha() else "sign", text):
            raise _NotPlain

    def _next(self) -> tuple[str, str]:
        self._at += 1
        return self._tokens[self._at - 1]
