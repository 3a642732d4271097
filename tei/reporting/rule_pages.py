"""The page that explains a rule, from `docs/rules`: in the package when it is installed, else in its repository."""

from pathlib import Path

from tei.errors import UsageError
from tei.rules import RULES

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = (_PACKAGE / "rule_pages", _PACKAGE.parent / "docs" / "rules")


def rule_page(rule_id: str) -> str:
    """The page of a rule, in Markdown; UsageError when there is no such rule."""
    rule = RULES.get(rule_id.upper())
    if rule is None:
        raise UsageError(f"there is no rule “{rule_id}”", help="`tei rules` lists them all.")
    for folder in _FOLDERS:
        page = folder / f"{rule.id}.md"
        if page.is_file():
            return page.read_text(encoding="utf-8")
    return f"# {rule.id} {rule.name} ({rule.severity})\n\n{rule.summary}\n"
