"""What an editor is asked about an edition: its findings and doubts, each beside its passage, with answers to choose from.

An answer is an entry for the sidecar (docs/sidecar.md), so that choosing one is the same as writing it there.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from tei.diagnostics import Diagnostic, Severity
from tei.model.document import Block, Edition
from tei.model.source import split_lines
from tei.overrides.sidecar import KINDS

_SURE = 0.8  # what is less certain is asked about
_ANSWERS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "ST002": ("join", (("they are one", "joined = true"), ("they are two", "joined = false"))),
    "AN002": ("reading", (("keep it as printed", "keep = true"),)),
}
"""For a rule: the table of the sidecar that answers it, and the answers with their words."""
_NAMES = {
    "head": "a heading",
    "p": "a paragraph",
    "salute": "a greeting",
    "dateline": "a dateline",
    "signed": "a signature",
    "trailer": "a closing line",
    "note": "a note",
    "aside": "no text of the document",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be chosen, and the entry of the sidecar that it stands for."""

    label: str
    entry: str


@dataclass(frozen=True, slots=True)
class Question:
    """A finding or doubt. `at` is the id of the element that it concerns, "" for the whole edition.

    `line` is the 1-based line in the source, 0 for none, and `source` what stands there.
    """

    at: str
    severity: str
    rule: str
    message: str
    help: str
    line: int
    source: str
    answers: tuple[Answer, ...]

    def to_json(self) -> Mapping[str, object]:
        """The question as the page reads it: the answers by their labels alone."""
        return {**asdict(self), "answers": [answer.label for answer in self.answers]}


def questions(edition: Edition, findings: Iterable[Diagnostic]) -> tuple[Question, ...]:
    """Everything to be asked about `edition`, in the order of the source."""
    lines = ["", *(line.rstrip("\r\n") for line in split_lines(edition.source.decoded.text))]  # counted from 1
    blocks = [(block, *_lines(edition, block)) for version in edition.versions for block in version.blocks()]
    asked = [*_findings(edition, blocks, lines, findings), *_doubts(edition, blocks, lines)]
    return tuple(sorted(asked, key=lambda each: (each.line, each.rule, each.message)))


_Placed = tuple[Block, int, int]
"""A block, and its first and last line in the source."""


def _findings(
    edition: Edition, blocks: Sequence[_Placed], lines: Sequence[str], findings: Iterable[Diagnostic]
) -> Iterator[Question]:
    for found in findings:
        line = found.location.line if found.location.file == edition.source.decoded.file else 0
        inside = [(last - first, block.id) for block, first, last in blocks if line and first <= line <= last]
        at = found.location.xml_id or min(inside, default=(0, ""))[1]
        text = lines[line] if line < len(lines) else ""
        table, answers = _ANSWERS.get(found.rule.id, ("", ()))
        word = re.search(r"\S+", text[max(found.location.column - 1, 0) :])
        offered = [Answer(label, _entry(table, line, words, word[0])) for label, words in answers if word]
        yield Question(
            at, found.rule.severity.value, found.rule.id, found.message, found.help, line, text, tuple(offered)
        )


def _doubts(edition: Edition, blocks: Sequence[_Placed], lines: Sequence[str]) -> Iterator[Question]:
    """Blocks of which the program is not sure what they are."""
    for block, first, last in blocks:
        if block.certainty >= _SURE or block.role.value not in KINDS:
            continue
        kinds = (block.role.value, *(kind for kind in KINDS if kind != block.role.value))
        begin = edition.source.decoded.text[block.span.start : block.span.end].splitlines()[0]
        quoted = begin if first == last else ""  # a line may hold more than the block
        answers = tuple(Answer(_NAMES[kind], _entry("block", first, f'kind = "{kind}"', quoted)) for kind in kinds)
        message = f"{block.certainty:.0%} sure that this is {_NAMES[block.role.value]}: {block.reason}"
        yield Question(block.id, Severity.INFO.value, "", message, "", first, lines[first], answers)


def _lines(edition: Edition, block: Block) -> tuple[int, int]:
    """The first and last line of a block in the source."""
    lines = edition.source.decoded.lines
    return lines.position(block.span.start)[0], lines.position(max(block.span.end - 1, block.span.start))[0]


def _entry(table: str, line: int, words: str, quoted: str = "") -> str:
    """An entry of the sidecar, as TOML: JSON's strings are TOML's too."""
    text = f"text = {json.dumps(quoted, ensure_ascii=False)}\n" if quoted else ""
    return f"[[{table}]]\nline = {line}\n{text}{words}\n"
