"""The listings: `tei rules`, `tei languages` and `tei formats`."""

from typing import Annotated

import typer

from tei.cli import console


def rules(
    rule_id: Annotated[str, typer.Argument(metavar="[ID]", help="A rule, such as PT001, to explain.")] = "",
) -> None:
    """List the rules that findings name, or explain one."""
    from tei.reporting.rule_pages import rule_page
    from tei.reporting.tables import Column, table
    from tei.rules import RULES

    if rule_id:
        console.product(rule_page(rule_id))
        return
    columns = (Column("ID"), Column("Severity"), Column("Name"), Column("What it says", cut=True))
    rows = [(rule.id, rule.severity, rule.name, rule.summary) for rule in RULES.values()]
    console.product(table(columns, rows, console.page()))


def languages() -> None:
    """List the languages that tei knows."""
    from tei.languages import packs
    from tei.reporting.tables import Column, table

    rows = [(pack.code, pack.name, ", ".join(pack.scripts)) for pack in packs()]
    console.product(table((Column("Code"), Column("Language"), Column("Scripts", cut=True)), rows, console.page()))


def formats() -> None:
    """List what tei reads, what it checks, and what it writes."""
    from tei.publishers import PUBLISHERS
    from tei.readers import READERS
    from tei.reporting.tables import Column, table
    from tei.validators import VALIDATORS

    rows = [("reads", name, ", ".join(READERS.get(name).suffixes)) for name in READERS.names()]
    rows += [("checks", name, "") for name in VALIDATORS.names()]
    rows += [("writes", name, "") for name in PUBLISHERS.names()]
    console.product(table((Column("Does"), Column("Name"), Column("Files", cut=True)), rows, console.page()))
