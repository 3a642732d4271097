"""The page that explains a rule, from `docs/rules`: in the package when it is installed, else in its repository."""

import re
from pathlib import Path

from tei.errors import UsageError
from tei.rules import RULES

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = (_PACKAGE / "rule_pages", _PACKAGE.parent / "docs" / "rules")


def rule_page(rule: str) -> str:
    """The page of a rule, by id or name, in Markdown; UsageError when there is no such rule."""
    known = RULES.get(rule.upper()) or next((entry for entry in RULES.values() if entry.name == rule.lower()), None)
    if known is None:
        raise UsageError(f"there is no rule “{rule}”", help="`tei rules` lists them all.")
    for folder in _FOLDERS:
        page = folder / f"{known.id}.md"
        if page.is_file():
            return page.read_text(encoding="utf-8")
    return f"# {known.id} {known.name} ({known.severity})\n\n{known.summary}\n"


def section(page: str, title: str) -> str:
    """What stands under the heading `## title` of a page; "" where there is none."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""
