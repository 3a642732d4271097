"""Rules in Schematron: those of a .sch file, and those that come inside a RELAX NG or an ODD."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from tei.diagnostics import Diagnostic, Location
from tei.errors import MissingDependency
from tei.plugins import TeiFile, Validator
from tei.rules import finding
from tei.schema.paths import schema_path
from tei.schema.schematron_check import Checker, Found, Unchecked
from tei.schema.schematron_kept import kept_rules
from tei.schema.schematron_read import read_schematron
from tei.schema.store import schema_file
from tei.validators import MOST
from tei.validators.xmlfile import Places

if TYPE_CHECKING:
    from tei.schema.schematron_document import Spot

# Roles that mean less than an error, as schemas write them; `nonfatal` is TEI's word. The standard fixes none.
_ROLES = {
    **dict.fromkeys(("warning", "warn", "nonfatal"), "SC002"),
    **dict.fromkeys(("info", "information", "informational", "note", "hint", "debug"), "SC003"),
}
_LONGEST = 150  # characters of a test in the help


class SchematronValidator:
    """Checks documents against the Schematron rules in a file, in one phase; UnreadableInput when they cannot be read."""

    def __init__(self, path: Path, *, name: str = "", phase: str = "", without: frozenset[str] = frozenset()) -> None:
        self.name = name or path.name
        self._checker = _checker(path.resolve(), phase, without)

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """The tests that fail (SC001 to SC003, by their role) and those that could not be made (SC004), by place."""
        results = list(islice(self._checker.check(document.tree), MOST + 1))
        if not results:
            return
        places = Places(document)
        found = [
            self._finding(result, places) if isinstance(result, Found) else self._unchecked(result, document, places)
            for result in results
        ]
        yield from sorted(found, key=lambda diagnostic: diagnostic.sort_key)

    def _finding(self, found: Found, places: Places) -> Diagnostic:
        test = found.test
        expression = shorten(test.expression, _LONGEST, placeholder=" …")
        asked = f"reports {expression}" if test.is_report else f"asks for {expression}"
        role = f" (role {test.role})" if test.role else ""
        remedy = " ".join((*found.diagnostics, f"Rule “{test.label}” of {self.name}{role} {asked}"))
        message = found.message or f"the rule {asked}"
        return finding(_ROLES.get(test.role.lower(), "SC001"), message, _place(found.spot, places), help=remedy)

    def _unchecked(self, left: Unchecked, document: TeiFile, places: Places) -> Diagnostic:
        place = _place(left.spot, places) if left.spot else Location(document.file)
        message = f"rule “{left.label}” of {self.name} was not checked: {left.why}"
        return finding("SC004", message, place, help="Check by hand what the rule asks for, or correct the rule.")


class WithRules:
    """A check against a grammar, followed by the Schematron rules that belong to it, where there are any.

    `rules` gives the file that has them, or None; it is asked when the first document is checked.
    """

    def __init__(
        self, grammar: Validator, rules: Callable[[], Path | None], *, without: frozenset[str] = frozenset()
    ) -> None:
        self.name = grammar.name
        self._grammar = grammar
        self._rules = rules
        self._without = without
        self._validator: SchematronValidator | None = None
        self._asked = False

    def check(self, document: TeiFile) -> Iterator[Diagnostic]:
        """The findings of the grammar, then those of the rules."""
        yield from self._grammar.check(document)
        if not self._asked:
            path = self._rules()
            self._validator = SchematronValidator(path, name=self.name, without=self._without) if path else None
            self._asked = True
        if self._validator:
            yield from self._validator.check(document)


def edition_rules() -> Path | None:
    """The rules of our own customization."""
    path = schema_path("tei-edition.xsd").with_suffix(".sch")
    return path if path.is_file() else None


def tei_all_rules() -> Path | None:
    """The rules that are in TEI's tei_all, where it is in the cache."""
    try:
        return kept_rules(schema_file("tei_all"))
    except MissingDependency:
        return None


@cache
def _checker(path: Path, phase: str, without: frozenset[str]) -> Checker:
    """One for all files of a run: what it compiles serves them all."""
    return Checker(read_schematron(path), phase=phase, without=without)


def _place(spot: "Spot", places: Places) -> Location:
    """Where a node is: the element, with the attribute in its path."""
    place = places.of(spot.element)
    if spot.part.startswith("@"):
        name = spot.part[1:]
        return replace(place, xpath=f"{place.xpath}/@{'*:' + name.rpartition('}')[2] if '}' in name else name}")
    return place
