"""The checks of TEI documents. Each is loaded when it is asked for, since some bring large libraries with them."""

from collections.abc import Iterable, Iterator

from tei.diagnostics import Diagnostic, Location
from tei.plugins import Registry, TeiFile, Validator
from tei.rules import finding

MOST = 10_000
"""Findings of one check in one document after which it is ended: somebody may have sent a million mistakes."""


def _edition() -> Validator:
    from tei.validators.schematron import WithRules, edition_rules
    from tei.validators.xsd import EditionValidator

    # Links both ways are what the check of pointers sees to, with both places and faster: one mistake, one finding.
    return WithRules(EditionValidator(), edition_rules, without=frozenset({"corresp-both-ways"}))


def _tei_all() -> Validator:
    from tei.validators.grammar import TeiAllValidator
    from tei.validators.schematron import WithRules, tei_all_rules

    return WithRules(TeiAllValidator(), tei_all_rules)


def _pointers() -> Validator:
    from tei.validators.pointers import PointerValidator

    return PointerValidator()


def _fidelity() -> Validator:
    from tei.validators.fidelity import FidelityValidator

    return FidelityValidator()


VALIDATORS: Registry[Validator] = Registry(
    "tei.validators",
    {"edition": _edition, "tei_all": _tei_all, "pointers": _pointers, "fidelity": _fidelity},
)


def validate(files: Iterable[TeiFile], *, checks: Iterable[Validator]) -> Iterator[Diagnostic]:
    """The findings of each check on each file, file by file, and a warning for a document type declaration."""
    from tei.validators.xmlfile import check_doctype

    checks = tuple(checks)
    for document in files:
        yield from check_doctype(document)
        for check in checks:
            yield from _bounded(check, document)


def _bounded(check: Validator, document: TeiFile) -> Iterator[Diagnostic]:
    """The findings of a check, not more than `MOST`; then one that says that it was ended."""
    for number, found in enumerate(check.check(document)):
        if number == MOST:
            message = f"the check “{check.name}” was ended after {MOST:,} findings; there are more"
            help_ = "Correct what it has found, or divide the file; then check it again."
            yield finding("BT004", message, Location(document.file), help=help_)
            return
        yield found
