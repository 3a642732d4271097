"""Ladders: the links of two versions as a file of two columns that an editor corrects, and that is kept beside a source.

A row is a link: the sentences of the source, a tab, those of the target. Each sentence begins with its id in square
brackets; a sentence without a counterpart stands in a row of its own. Sentences are moved from row to row. A third
column is a remark: how certain the link is, or `= id` where the editor with that id answers for it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei.alignment import SUFFIX
from tei.diagnostics import Diagnostic, Location
from tei.errors import UsageError
from tei.model.alignment import Bead
from tei.rules import finding

if TYPE_CHECKING:
    from tei.alignment.segmentation import Sentences

_PIECE = re.compile(r"\[([^\s\[\]]+\.[a-z]+\d+)\][ ]?")
_DECIDED = re.compile(r"=\s*(\S*)$")
_HEAD = """# Links of sentences, one in each row: the original, a tab, the translation. Move sentences with their [ids] from row
# to row; one without a counterpart has a row of its own. Write = in a third column to confirm a row that is right.
"""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence as a ladder has it: its id and its text."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One row: what belongs together, a remark, and who answers for it ("" for nobody). `line` is 1-based, 0 if unknown.

    `decided`: the row has a `=`.
    """

    source: tuple[Quoted, ...]
    target: tuple[Quoted, ...]
    remark: str = ""
    by: str = ""
    line: int = 0
    decided: bool = False

    @property
    def ids(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of either side."""
        return tuple(each.id for each in self.source), tuple(each.id for each in self.target)


def write_ladder(rungs: Iterable[Rung]) -> str:
    """The text of a ladder."""
    rows = []
    for rung in rungs:
        cells = [
            " ".join(f"[{each.id}] {_one_line(each.text)}" for each in side) for side in (rung.source, rung.target)
        ]
        remark = f"= {rung.by}" if rung.by else rung.remark
        rows.append("\t".join([*cells, remark]).rstrip("\t") + ("\t" if not cells[1] and not remark else ""))
    return _HEAD + "".join(f"{row}\n" for row in rows)


def read_ladder(text: str, file: str) -> list[Rung]:
    """The rows of a ladder; UsageError for a row that has no tab, text outside of sentences, or an id twice."""
    rungs: list[Rung] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not row.strip() or row.startswith("#"):
            continue
        cells = row.split("\t")
        if not 2 <= len(cells) <= 3:
            fault = f"a row has {len(cells)} columns"
            raise UsageError(fault, help="Part the two sides by one tab.", file=file, line=number)
        source, target = (_pieces(cell.strip(), file, number) for cell in cells[:2])
        for each in (*source, *target):
            if seen.setdefault(each.id, number) != number:
                fault = f"{each.id} stands here and in row {seen[each.id]}"
                raise UsageError(fault, help="A sentence is in one row only.", file=file, line=number)
        remark = cells[2].strip() if len(cells) == 3 else ""
        decided = _DECIDED.match(remark)
        rungs.append(Rung(source, target, remark, decided[1] if decided else "", number, bool(decided)))
    return rungs


def _pieces(cell: str, file: str, line: int) -> tuple[Quoted, ...]:
    parts = _PIECE.split(cell)
    if parts[0].strip():
        fault = f"“{_short(parts[0])}” has no id before it"
        raise UsageError(fault, help="Keep the [id] that each sentence begins with.", file=file, line=line)
    return tuple(Quoted(id_, text.strip()) for id_, text in zip(parts[1::2], parts[2::2], strict=True))


@dataclass(frozen=True, slots=True)
class HandLinks:
    """The links that an editor decided for a source: the rows of its file, and the people who may answer for them."""

    file: str = ""
    rungs: tuple[Rung, ...] = ()


def hand_links(source: Path, people: Sequence[str]) -> HandLinks:
    """The links beside the source at `source`; none where there is no such file.

    UsageError when it is no ladder, or when somebody answers for a link who is not one of `people`.
    """
    path = source.with_name(source.stem + SUFFIX)
    if not path.is_file():
        return HandLinks()
    rungs = read_ladder(path.read_text(encoding="utf-8", errors="replace"), str(path))
    for rung in rungs:
        if rung.by not in people:
            known = ", ".join(people) or "nobody"
            fault = f"nobody has the id {rung.by!r}" if rung.by else "nobody answers for the link"
            help_ = f"Write = and the id of one of [[people]] in tei.toml. Known are: {known}."
            raise UsageError(fault, help=help_, file=str(path), line=rung.line)
    return HandLinks(str(path), tuple(rungs))


def resolve(hand: HandLinks, sentences: "Iterable[Sentences]") -> tuple[list[Bead], list[Diagnostic]]:
    """The decided beads, and AL007 for each row whose sentences the source does not have any more.

    A sentence is known by its id and its text; where the id now has another text, by its text, if that occurs once.
    """
    text_of = {each.id: _ink(each.text) for side in sentences for found in side.values() for each in found}
    by_text: dict[tuple[str, str], list[str]] = {}
    for id_, text in text_of.items():
        by_text.setdefault((id_.partition(".")[0], text), []).append(id_)
    beads: list[Bead] = []
    stale: list[Diagnostic] = []
    for rung in hand.rungs:
        sides = [[_found(each, text_of, by_text) for each in side] for side in (rung.source, rung.target)]
        if all(id_ for side in sides for id_ in side):
            beads.append(Bead(tuple(sides[0]), tuple(sides[1]), origin=rung.by))
        else:
            missing = next(
                each for side in (rung.source, rung.target) for each in side if not _found(each, text_of, by_text)
            )
            stale.append(_stale(missing, hand.file, rung.line))
    return beads, stale


def _found(quoted: Quoted, text_of: Mapping[str, str], by_text: Mapping[tuple[str, str], list[str]]) -> str:
    ink = _ink(quoted.text)
    if text_of.get(quoted.id) == ink:
        return quoted.id
    alike = by_text.get((quoted.id.partition(".")[0], ink), [])
    return alike[0] if len(alike) == 1 else ""


def _stale(quoted: Quoted, file: str, line: int) -> Diagnostic:
    return finding(
        "AL007",
        f"the source has no sentence {quoted.id} “{_short(quoted.text)}” any more: this link was left out",
        Location(file, line),
        help="Take the row out, or write the ladder anew with `tei align --edit` and correct it again.",
    )


def _ink(text: str) -> str:
    return "".join(text.split())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= 40 else f"{line[:40].rstrip()}…"
