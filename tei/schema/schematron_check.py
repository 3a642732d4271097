"""What a Schematron schema finds in a document: failed asserts, reports that hold, and tests that cannot be made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from tei.errors import UsageError
from tei.schema.schematron import ALL_PHASES, Let, Pattern, Rule, Schema, Select, Test, Text
from tei.schema.schematron_context import Context
from tei.schema.schematron_document import Document, Items, Lookup, NotEvaluable, Spot
from tei.schema.schematron_quick import Quick
from tei.schema.schematron_xpath import Compiler
from tei.schema.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A test that a node does not pass: the message with its values filled in, and the diagnostics that go with it."""

    test: Test
    spot: Spot
    message: str
    diagnostics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A test that was not made: everywhere, or at one node; and why."""

    label: str
    why: str
    spot: Spot | None = None


class Checker:
    """Checks documents against one schema, in one of its phases; what it compiles it keeps.

    `now` is what `current-date()` and its kin give; None is the time of the check. `phase` is the id of a phase,
    `#ALL`, or the schema's default phase when empty. `without` names patterns, by id, that are passed over.
    """

    def __init__(
        self, schema: Schema, *, phase: str = "", without: frozenset[str] = frozenset(), now: datetime | None = None
    ) -> None:
        self.schema = schema
        self._now = now
        self._compiler = Compiler(schema)
        self._contexts: dict[str, Context] = {}
        chosen = schema.default_phase if phase in ("", "#DEFAULT") else phase
        known = schema.phases or {}
        if chosen != ALL_PHASES and chosen not in known:
            names = ", ".join(sorted({ALL_PHASES, *known}))
            raise UsageError(f"the schema has no phase “{chosen}”", help=f"Use one of: {names}.", file=schema.path.name)
        active = known.get(chosen)
        wanted = [each for each in schema.patterns if active is None or each.id in active.active]
        self._patterns = [
            (each, [self._quick(rule) for rule in each.rules]) for each in wanted if each.id not in without
        ]
        self._lets = _by_name((*schema.lets, *(active.lets if active else ())))

    def check(self, tree: etree._ElementTree) -> Iterator[Found | Unchecked]:
        """What is found, pattern by pattern."""
        yield from (Unchecked(each.label, each.why) for each in self.schema.unread)
        names = vocabulary(tree).names
        document = Document(tree, self._now)
        lookup = _Scope(self._lets, document.root, document, self._compiler, _nothing)
        for pattern, rules in self._patterns:
            if not all(rule.holds(document, names) for rule in rules):
                yield from self._pattern(pattern, document, names, lookup)

    def _pattern(
        self, pattern: Pattern, document: Document, names: frozenset[str], outer: Lookup
    ) -> Iterator[Found | Unchecked]:
        """Each node goes to the first rule that it matches; when a rule's nodes are not known, the next ones' are not."""
        claimed: set[Spot] = set()
        unknown = ""
        lookup = _Scope(_by_name(pattern.lets), document.root, document, self._compiler, outer)
        for rule in pattern.rules:
            context = self._context(rule.context)
            if not context.may_match(names):
                continue
            if not unknown:
                try:
                    spots = [spot for spot in context.spots(document, names, lookup) if spot not in claimed]
                except NotEvaluable as error:
                    unknown = f"its context cannot be evaluated: {error}"
            if unknown:
                yield from (Unchecked(test.label, unknown) for test in rule.tests)
                unknown = "the nodes of an earlier rule of its pattern are not known"
                continue
            claimed.update(spots)
            yield from self._rule(rule, spots, document, lookup)

    def _rule(
        self, rule: Rule, spots: Iterable[Spot], document: Document, outer: Lookup
    ) -> Iterator[Found | Unchecked]:
        lets = _by_name(rule.lets)
        scopes = [(spot, _Scope(lets, spot, document, self._compiler, outer)) for spot in spots]
        if not scopes:
            return
        for test in rule.tests:
            try:
                expression = self._compiler.expression(test.expression)
            except NotEvaluable as error:
                yield Unchecked(test.label, str(error))
                continue
            failed = False
            for spot, lookup in scopes:
                try:
                    if expression.holds(spot, document, lookup) is test.is_report:
                        yield self._found(test, spot, document, lookup)
                except NotEvaluable as error:
                    if not failed:
                        yield Unchecked(test.label, str(error), spot)
                    failed = True

    def _found(self, test: Test, spot: Spot, document: Document, lookup: Lookup) -> Found:
        known = self.schema.diagnostics or {}
        notes = [self._filled(known[name], spot, document, lookup) for name in test.diagnostics if name in known]
        return Found(test, spot, self._filled(test.text, spot, document, lookup), tuple(notes))

    def _filled(self, text: Text, spot: Spot, document: Document, lookup: Lookup) -> str:
        """A text with its values, in one line; a value that cannot be worked out is an ellipsis."""
        pieces = []
        for part in text:
            if isinstance(part, Select):
                try:
                    pieces.append(self._compiler.expression(part.expression).string(spot, document, lookup))
                except NotEvaluable:
                    pieces.append("…")
            else:
                pieces.append(part)
        return " ".join("".join(pieces).split())

    def _quick(self, rule: Rule) -> Quick:
        return Quick(rule, self._context(rule.context), self._compiler)

    def _context(self, text: str) -> Context:
        if text not in self._contexts:
            self._contexts[text] = Context(text, self._compiler)
        return self._contexts[text]


class _Scope:
    """The variables that are visible at a place, each worked out when it is first asked for."""

    def __init__(
        self, lets: Mapping[str, Let], spot: Spot, document: Document, compiler: Compiler, outer: Lookup
    ) -> None:
        self._lets = lets
        self._spot = spot
        self._document = document
        self._compiler = compiler
        self._outer = outer
        self._values: dict[str, Items | NotEvaluable] = {}

    def __call__(self, name: str) -> Items | None:
        if name not in self._lets:
            return self._outer(name)
        if name not in self._values:
            self._values[name] = NotEvaluable(f"the variable {name} depends on itself")
            try:
                self._values[name] = self._worked_out(self._lets[name])
            except NotEvaluable as error:
                self._values[name] = NotEvaluable(f"the variable {name}: {error}")
        value = self._values[name]
        if isinstance(value, NotEvaluable):
            raise value
        return value

    def _worked_out(self, let: Let) -> Items:
        if let.value is None:
            raise NotEvaluable("its value is given as XML")
        return self._compiler.expression(let.value).items(self._spot, self._document, self)


def _by_name(lets: Iterable[Let]) -> dict[str, Let]:
    return {let.name: let for let in lets}


def _nothing(_name: str) -> None:
    return None
