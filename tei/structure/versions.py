"""Splitting a document into its language versions, and telling original from translation."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from tei.languages import packs
from tei.model.source import LayoutKind, LedgerEntry, LedgerKind
from tei.model.span import Span
from tei.structure.language import language_tag, tell_languages
from tei.structure.units import Unit, set_aside

_APART = 2
"""Blank lines that text of another version between two lines is as good as: no title and no paragraph runs on over it."""


@dataclass
class Draft:
    """A version in the making: its language, its role, its units in source order."""

    language: str
    units: list[Unit] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)

    @property
    def role(self) -> str:
        """What a marker said of most of it: "original" or "translation"; "" when none did."""
        role = max(self.roles, key=lambda role: (self.roles[role], role), default="")
        return role if 2 * self.roles[role] >= len(self.units) else ""

    @property
    def tag(self) -> str:
        """Its BCP 47 tag, with the script measured on its text."""
        return language_tag(self.language, "".join(unit.text for unit in self.units))


@cache
def _markers() -> tuple[tuple[str, frozenset[str]], ...]:
    roles = dict.fromkeys(role for pack in packs() for role in pack.version_markers)
    return tuple(
        (role, frozenset(label for pack in packs() for label in pack.version_markers.get(role, ()))) for role in roles
    )


def marker_role(text: str) -> str:
    """The role that a line announces (“Original:”, 译文), "" when it announces none."""
    bare = re.sub(r"[\s:：()（）\[\]【】*_]+", " ", text).strip().casefold()
    return next((role for role, labels in _markers() if bare in labels), "")


def split_versions(
    units: Sequence[Unit], said: Sequence[tuple[Span, str]] = ()
) -> tuple[list[Draft], list[LedgerEntry]]:
    """The versions by first appearance, and the markers set aside.

    A language is one version, whether its text stands in one block or alternates with another's. A marker holds for
    what follows it, up to the next marker or rule. `said` are languages of passages that somebody told us.
    """
    ledger: list[LedgerEntry] = []
    kept: list[tuple[Unit, str]] = []
    role = ""
    for unit in units:
        if unit.kind is LayoutKind.RULE:
            role = ""
        announced = marker_role(unit.text) if unit.lines and len(unit.text) < 40 else ""
        if announced:
            role = announced
            ledger += set_aside(unit.lines, LedgerKind.MARKER)
        else:
            kept.append((unit, unit.role or role))
    told = [_as_said(unit, code, said) for unit, code in tell_languages([unit for unit, _ in kept])]
    drafts = {code: Draft(code) for _, code in told}
    above = ""
    for (unit, code), (_, announced) in zip(told, kept, strict=True):
        if not unit.lines:
            continue
        draft = drafts[code]
        parted = draft.units and above != code
        draft.units.append(replace(unit, gap=max(unit.gap, _APART)) if parted else unit)
        above = code
        if announced:
            draft.roles[announced] += 1
    found = [draft for draft in drafts.values() if draft.units]
    _complete_roles(found)
    return sorted(found, key=lambda draft: draft.units[0].span.start), ledger


def _as_said(unit: Unit, code: str, said: Sequence[tuple[Span, str]]) -> tuple[Unit, str]:
    """The unit in the language that somebody told us, the last word counting; in `code` where nobody did."""
    for span, language in reversed(said):
        if span.start <= unit.span.start < span.end:
            return replace(unit, foreign=""), language
    return unit, code


def _complete_roles(drafts: list[Draft]) -> None:
    """With one original known the others are its translations; with one not translated of several, it is the original."""
    if len(drafts) < 2:
        return
    originals = [draft for draft in drafts if draft.role == "original"]
    if len(originals) > 1:  # a marker above all of them tells nothing of any
        for draft in originals:
            draft.roles.clear()
        return
    silent = [draft for draft in drafts if not draft.role]
    if len(originals) == 1:
        for draft in silent:
            draft.roles["translation"] += len(draft.units)
    elif not originals and len(silent) == 1:
        silent[0].roles["original"] += len(silent[0].units)
