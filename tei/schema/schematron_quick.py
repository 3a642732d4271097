"""Whether a rule holds in all of a document, asked of libxml2 at once: no node of its context fails a test.

Nearly every rule holds in nearly every document, and then nothing more is to be asked. Where one may not hold, or cannot be
asked about so, `tei.schema.schematron_check` goes from node to node and says what is wrong.
"""

from functools import cached_property

from lxml import etree

from tei.schema.schematron import Rule, Test
from tei.schema.schematron_context import Context, Names
from tei.schema.schematron_document import Document, NotEvaluable
from tei.schema.schematron_xpath import Compiler

Question = tuple[Names, etree.XPath]
"""Whether a node fails, and the names without which there is none to ask about."""


class Quick:
    """One rule."""

    def __init__(self, rule: Rule, context: Context, compiler: Compiler) -> None:
        self._rule, self._context, self._compiler = rule, context, compiler

    def holds(self, document: Document, names: frozenset[str]) -> bool:
        """Whether it holds for every node that its context matches; False also where that cannot be asked so."""
        if self._questions is None:
            return False
        self._compiler.document = document
        try:
            for needed, fails in self._questions:
                if needed.occur_in(names) and fails(document.tree):
                    return False
        except (etree.XPathError, NotEvaluable):
            return False
        return True

    @cached_property
    def _questions(self) -> list[Question] | None:
        failures = [self._failure(test) for test in self._rule.tests]
        paths = [(names, self._context.path(text)) for text, names in self._context.alternatives]
        if "" in failures or not all(path for _, path in paths):
            return None
        failed = " or ".join(failures) or "false()"
        return [(names, self._compiler.path(f"boolean({path}[{failed}])")) for names, path in paths]

    def _failure(self, test: Test) -> str:
        """The condition for a node to fail the test, in XPath 1.0; "" where there is none."""
        found = self._compiler.plain(test.expression)
        if found is None or found.uses_current:
            return ""
        return f"{'boolean' if test.is_report else 'not'}({found.text})"
