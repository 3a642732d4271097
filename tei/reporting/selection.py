"""Rules that are wanted and rules that are not."""

from collections.abc import Iterable
from dataclasses import dataclass

from tei.errors import ExitCode, UsageError
from tei.reporting.files import FileReport
from tei.rules import RULES


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of rules, or how ids begin. Of two that fit a rule the longer one decides; no `select` means every rule."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, rule_id: str) -> bool:
        """Whether findings of this rule are wanted."""
        wanted = _longest(self.select or ("",), rule_id)
        return wanted > _longest(self.ignore, rule_id)

    def of(self, file: FileReport) -> FileReport:
        """The report with the findings that are wanted. What stopped the work on the file is always told."""
        if file.fault is not ExitCode.OK:
            return file
        return file.with_only(finding for finding in file.findings if self.keeps(finding.rule.id))


def selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """The selection that options mean, each a list with commas; UsageError where one fits no rule."""
    return Selection(_prefixes(select), _prefixes(ignore))


def _prefixes(options: Iterable[str]) -> tuple[str, ...]:
    prefixes = tuple(part.strip().upper() for option in options for part in option.split(",") if part.strip())
    for prefix in prefixes:
        if not any(rule_id.startswith(prefix) for rule_id in RULES):
            message = f"no rule has the id “{prefix}” or one that begins so"
            raise UsageError(message, help="Give ids such as PT001, or how they begin, such as PT; see `tei rules`.")
    return prefixes


def _longest(prefixes: Iterable[str], rule_id: str) -> int:
    """The length of the longest prefix that fits, -1 when none does."""
    return max((len(prefix) for prefix in prefixes if rule_id.startswith(prefix)), default=-1)
